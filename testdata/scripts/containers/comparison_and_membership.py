# Containers compared and searched: identity before equality, mixed kinds, custom __eq__.
class Loud:
    def __init__(self, v): self.v = v
    def __eq__(self, o):
        log.append((self.v, getattr(o, "v", o)))
        return self.v == getattr(o, "v", o)
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"L{self.v}"


log = []
a, b, c = Loud(1), Loud(2), Loud(1)
print(a in [a], log); log.clear()
print(c in [b, a, a], log); log.clear()
print([a, b] == [c, b], log); log.clear()
print((a, b) == (b, a), log); log.clear()
print([b, a].index(c), [a, b, c].count(a), log); log.clear()
print(1 in [b, a], {a: "x"}.get(c), log); log.clear()
print([a, b] == [a], {a: 1} == {c: 1}, log); log.clear()
print({a} == {c}, a in {b, c}, log); log.clear()
x = [b, c]
x.remove(a)
print(x, log); log.clear()
nan = float("nan")
print(nan in [nan], nan in (float("nan"),), [nan] == [nan], {nan: 1}.get(nan), nan == nan, [nan].index(nan), (nan,) == (nan,), {nan} == {nan}, [nan].count(nan), [float("nan")] == [float("nan")])
print([1, 2] < [1, 2, 3], [2] > [1, 9, 9], [] < [[]], ["a", 1] < ["b", None], (1, 2) <= (1, 2), [1, [2, 3]] < [1, [2, 4]], "abc" < "abd", b"a" < b"ab", [True] == [1], [0.0] == [-0.0], [1] == [1 + 0j])
for f in (lambda: [1] < ["a"], lambda: [1] < (1,), lambda: [None] < [None], lambda: [[]] < [{}], lambda: (1, 2) > (1, "x"), lambda: {} < {}, lambda: {1} < [1], lambda: [1, 2, "x"] < [1, 2, 3], lambda: [{}] < [{}], lambda: 1 in 1, lambda: 1 in None, lambda: "a" in 5, lambda: 1 in "1", lambda: None in "None", lambda: [] in set(), lambda: b"a" in "a"):
    try:
        print(f())
    except TypeError as e:
        print(e)


class Always:
    def __eq__(self, o): return True


class Never:
    def __eq__(self, o): return False


print(Always() in [1], 5 in [Always()], [1, 2].count(Always()), Never() in [Never()], (n := Never()) in [n], [n] == [n], n == n, Always() != 1, Never() != 1)


class Weird:
    def __contains__(self, x): return x == "in"


class Iterates:
    def __iter__(self): return iter([1, 2])


class Indexed:
    def __getitem__(self, i):
        if i == 3: raise IndexError
        return i * 5


print("in" in Weird(), "out" in Weird(), 2 in Iterates(), 3 not in Iterates(), 10 in Indexed(), 11 in Indexed())
it = iter([1, 2, 3, 4])
print(2 in it, list(it), 9 in iter([]), "x" in (c for c in "axb"))
print("" in "", "bc" in "abcd", "ac" in "abcd", 0 in range(1), 1.5 in range(3), (1,) in [(1,)], [] in [[]], None in [None], None in {None: 1}, 0 in [False], "a" in {"a": 0}, 0 in {"a": 0}, "k" in dict(k=1).keys(), 3 in {1: 3}.values(), ("k", 1) in {"k": 1}.items())
