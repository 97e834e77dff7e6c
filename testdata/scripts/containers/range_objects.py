# range as a sequence.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


r = range(2, 20, 3)
print(r, list(r), len(r), r[0], r[-1], r[1:4], r[::-1], r[::2], r[10:], list(r[:0]), r.start, r.stop, r.step, 5 in r, 6 in r, 5.0 in r, "5" in r, r.index(11), r.count(8), r.count(9), bool(range(0)), max(r), min(r), sum(r))
for args in ((5,), (0,), (-3,), (3, 0), (0, 3, 5), (10, 0, -3), (0, -10, -4), (0, 10, 100), (-5, 5, 5)):
    x = range(*args)
    print(x, list(x), len(x), list(reversed(x)), x[::-1], bool(x))
print(range(3) == range(0, 3), range(0, 4, 2) == range(0, 3, 2), range(0) == range(5, 5), range(3) == [0, 1, 2], hash(range(0, 3, 2)) == hash(range(0, 4, 2)), {range(2): 1}[range(2)], range(3) != range(4))
for f in (lambda: range(1.0), lambda: range("3"), lambda: range(1, 2, 0), lambda: range(), lambda: range(1, 2, 3, 4), lambda: range(5)[5], lambda: range(5)["a"], lambda: range(5).index(7), lambda: range(3) + range(2), lambda: range(3) * 2, lambda: range(3) < range(4), lambda: setattr(range(3), "start", 1), lambda: range(stop=5), lambda: range(3).append(1), lambda: range(None), lambda: range(5).index("x"), lambda: range(3).__setitem__(0, 1), lambda: next(range(3))):
    attempt(f)
big = range(0, 10 ** 20, 7)
print(big[10 ** 15], 10 ** 19 in big, (10 ** 19 // 7) * 7 in big, big[-1], big[5:10 ** 18:10 ** 17][2], list(big[:3]), big.index(7 * 10 ** 10))
attempt(lambda: len(range(10 ** 20)))


class I:
    def __init__(self, n): self.n = n
    def __index__(self): return self.n


print(list(range(I(3))), range(I(1), I(5), I(2)), range(10)[I(4)], True in range(2), range(True), range(False, True))
print([*range(3)], tuple(range(2)), set(range(3)) == {0, 1, 2}, dict(zip("ab", range(2))), "".join(map(str, range(5))), list(map(lambda a, b: a * b, range(4), range(4))), list(zip(range(3), range(3, 6))), sorted(range(3), reverse=True), any(range(1)), all(range(1, 3)))
it = iter(range(3))
print(next(it), list(it), next(it, None), type(it).__name__, type(range(1)).__name__, list(enumerate(range(5, 7))), isinstance(range(1), range), list(range(2)) * 2)
