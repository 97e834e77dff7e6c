# zip, enumerate, map, filter, range, iter (both forms), next, any, all.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(list(zip([1, 2, 3], "ab")), list(zip()), list(zip("abc")), list(zip([1], [2], [3])), list(zip(*[(1, "a"), (2, "b")])), list(zip("ab", "cd", strict=True)))
attempt(lambda: list(zip([1, 2], [1], strict=True)))
attempt(lambda: list(zip([1], [1, 2], strict=True)))
attempt(lambda: list(zip([1], [1], [1, 2], strict=True)))
attempt(lambda: list(zip([1, 2], [1, 2], [1], strict=True)))
attempt(lambda: zip(1))
attempt(lambda: zip([1], 2))
it = iter([1, 2, 3, 4, 5])
print(list(zip(it, it)), list(it))
print(list(enumerate("ab")), list(enumerate("ab", 5)), list(enumerate([], start=2)), next(enumerate("x", -1)))
attempt(lambda: enumerate(5))
attempt(lambda: enumerate("a", "b"))
attempt(lambda: enumerate())
m = map(lambda a, b: a + b, [1, 2, 3], [10, 20])
print(next(m), list(m), list(m), list(map(str, range(3))), list(map(max, [1, 5], [3, 2], [2, 9])))
attempt(lambda: map(str))
attempt(lambda: map(str, 5))
attempt(lambda: list(map(5, [1])))
attempt(lambda: list(map(int, ["1", "x"])))
print(list(filter(None, [0, 1, "", "a", [], [0]])), list(filter(lambda v: v > 1, [1, 2, 3])), list(filter(str.isdigit, "a1b2")))
attempt(lambda: list(filter(5, [1])))
attempt(lambda: filter(None))
lazy = map(print, [1, 2])
print("nothing printed yet")
next(lazy)
print(list(range(5)), list(range(2, 5)), list(range(10, 0, -3)), list(range(0)), list(range(5, 2)), len(range(10 ** 18)), range(10)[3], range(10)[-1], range(0, 20, 5)[1:3], 10 in range(0, 20, 5), 11 in range(0, 20, 5), 5.0 in range(10), "a" in range(3), range(1, 10, 4).index(5), range(5).count(2), range(3) == range(0, 3, 1), hash(range(3)) == hash(range(0, 3)), range(1, 9, 2).start, range(9).stop, range(1, 9, 2).step, bool(range(0)))
attempt(lambda: range(1.5))
attempt(lambda: range())
attempt(lambda: range(1, 2, 0))
attempt(lambda: range(1, 2, 3, 4))
attempt(lambda: range("a"))
attempt(lambda: range(3)[5])
attempt(lambda: range(5).index(9))
lines = iter(["one", "two", "", "three"])
print(list(iter(lambda: next(lines), "")), list(lines))
count = iter(range(10))
print(list(iter(count.__next__, 4)))
attempt(lambda: iter(5, 5))
attempt(lambda: iter(5))
attempt(lambda: iter(None))
attempt(lambda: iter())
attempt(lambda: next(iter([])))
attempt(lambda: next(iter([]), "default"))
attempt(lambda: next([1]))
attempt(lambda: next())
print(any([]), all([]), any([0, "", 1]), all([1, "a", []]), any(v > 2 for v in range(5)), all(v for v in range(3)))
attempt(lambda: any(5))
attempt(lambda: all())


class Old:
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i * i


class BadIter:
    def __iter__(self): return 5


class NoneIter:
    __iter__ = None


print(list(Old()), 4 in Old(), list(iter(Old())), max(Old()))
attempt(lambda: iter(BadIter()))
attempt(lambda: list(NoneIter()))
attempt(lambda: [*object()])
