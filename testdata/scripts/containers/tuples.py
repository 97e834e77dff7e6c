# Tuples: literals, methods, immutability, comparison, hashing, unpacking.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


t = 1, "two", [3]
print(t, (), (1,), 1, (1), tuple(), ("a",), ((),), ((1, 2), (3,)), t[0], t[-1], t[:2], t[::-1], len(t))
t[2].append(4)
print(t, t + (5,), t * 2, 2 * (0,), (1, 2) + (), (1, 2, 1).count(1), (1, 2, 3).index(3), (1, 2, 1).index(1, 1), 2 in (1, 2), "x" not in t)
print((1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (1, "b") > (1, "a"), (1, 2) == (1.0, 2.0), (1, 2) == [1, 2], (1, [2]) == (1, [2]), hash((1, 2)) == hash((1, 2)), hash(()) == hash(tuple()), {(1, 2): "k"}[1, 2])
attempt(lambda: t.append(1))
attempt(lambda: t.__setitem__(0, 1))
attempt(lambda: hash(t))
attempt(lambda: t[3])
attempt(lambda: t[-4])
attempt(lambda: t["0"])
attempt(lambda: (1,).index(2))
attempt(lambda: (1,) + [2])
attempt(lambda: (1,) + 2)
attempt(lambda: (1,) * "a")
attempt(lambda: (1,) < 2)
attempt(lambda: (1, 2) < (1, "a"))
attempt(lambda: ().nope)
attempt(lambda: ().count())
attempt(lambda: -())


def assign():
    t[0] = 5


def delete():
    del t[0]


attempt(assign)
attempt(delete)
a = b = (1, 2)
a += (3,)
print(a, b, a is b)
x, (y, *z), w = 1, (2, 3, 4), 5
(p), = [7]
print(x, y, z, w, p)
swap = (1, 2, 3)
i, j, k = swap
i, j, k = k, i, j
print(i, j, k)


def multi(): return 1, 2, *range(2)


first, *rest = multi()
print(multi(), first, rest, max((3, "c"), (3, "d")), min((2, 9), (2, 1)), sorted([(2, "a"), (1, "b"), (1, "a")]), sum((1, 2)), tuple(x * 2 for x in (1, 2)), (*"ab", *(1, 2)), tuple({"a": 1}.items()))


class Point(tuple):
    def __new__(cls, x, y): return super().__new__(cls, (x, y))
    @property
    def x(self): return self[0]
    def __add__(self, o): return Point(self[0] + o[0], self[1] + o[1])
    def __repr__(self): return f"Point{tuple(self)}"


pt = Point(1, 2) + Point(3, 4)
print(pt, pt.x, pt == (4, 6), isinstance(pt, tuple), len(pt), list(pt), pt[1:], type(pt[:]), hash(pt) == hash((4, 6)), pt * 2, {(4, 6): "found"}[pt], [*pt], "%s-%s" % pt)
for n, (c, d) in enumerate([("a", 1), ("b", 2)]):
    print(n, c, d, end=" ")
print()
if (1, 2): print("truthy")
if not (): print("falsy")
print(("single" "joined"), ("a", "b")[True], ((1, 2), (3, 4))[1][0], (lambda *a: a)(1, 2), divmod(7, 2)[1], (1, 2).__class__, (1, 2).__len__(), (1, 2).__contains__(2), (3,).__iter__().__next__(), (1, 2).__add__((3,)), tuple.__getitem__((5, 6), 1), repr((1, "a", None, (2.5,))))
records = [("x", 3), ("y", 1), ("x", 1)]
print(sorted(records), sorted(records, key=lambda r: (r[0], -r[1])), dict(records), list(zip(*records)), {r: i for i, r in enumerate(records)}[("y", 1)])
