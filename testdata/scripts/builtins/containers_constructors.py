# list(), tuple(), dict(), set(), frozenset() from everything.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(), list("abc"), list({"a": 1}), list(range(3)), list((1, 2)), list(b"a"), list(map(str, [1])), list(zip("a", "b")), list({5}))
print(tuple(), tuple("ab"), tuple([1]), tuple({"k": 1}), tuple(i for i in (1, 2)))
print(dict(), dict(a=1, b=2), dict([("a", 1), ["b", 2]]), dict({"x": 1}, y=2), dict(zip("ab", [1, 2])), dict(["ab", "cd"]), dict({"a": 1}, a=5), dict((("k", 1),), k=2), dict(self=1, iterable=2), dict([], **{"not id": 1}))
print(sorted(set("banana")), set(), frozenset(), frozenset([1]), sorted(frozenset("ab") | {"c"}), len(set([1, 1.0, True])), set([1, 1.0, True]))
lst = [1, 2]
print(list(lst) == lst, list(lst) is lst, tuple((1, 2)) == (1, 2), dict(d := {"a": 1}) == d, dict(d) is d)
attempt(lambda: list(5))
attempt(lambda: list(1, 2))
attempt(lambda: list(None))
attempt(lambda: list(x=1))
attempt(lambda: tuple(5))
attempt(lambda: tuple(1, 2))
attempt(lambda: set(5))
attempt(lambda: set([[]]))
attempt(lambda: set([{}]))
attempt(lambda: frozenset([1, [2]]))
attempt(lambda: set(1, 2))
attempt(lambda: dict(5))
attempt(lambda: dict([1]))
attempt(lambda: dict([(1, 2, 3)]))
attempt(lambda: dict(["a"]))
attempt(lambda: dict([(1, 2), "abc"]))
attempt(lambda: dict([([], 1)]))
attempt(lambda: dict({}, {}))
attempt(lambda: dict(None))
attempt(lambda: dict("ab"))
attempt(lambda: {[]: 1})
attempt(lambda: {{}})
attempt(lambda: {(1, [2]): 3})


class Map:
    def keys(self): return iter("xy")
    def __getitem__(self, k): return k * 2


class It:
    def __iter__(self):
        yield "k", 1
        yield ["j", 2]


print(dict(Map()), dict(It()), dict(Map(), z=1), list(It()))
print(dict.fromkeys("ab"), dict.fromkeys(range(2), []), {**dict.fromkeys("a", 1)})
shared = dict.fromkeys("ab", [])
shared["a"].append(1)
print(shared, {1: "a", 1.0: "b", True: "c"}, {"a": 1, "a": 2}, [[0] * 2] * 2)
rows = [[0] * 2] * 2
rows[0][0] = 1
print(rows, [()] * 2, "ab" * 0, [1] * -1, 3 * (1,), 2 * [None])
attempt(lambda: [1] * "a")
attempt(lambda: [1] * 1.5)
attempt(lambda: [1] + (2,))
attempt(lambda: (1,) + [2])
attempt(lambda: [1] * 10 ** 20)
attempt(lambda: "x" * 10 ** 20)
