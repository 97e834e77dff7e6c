# namedtuple: construction, defaults, rename, methods, errors, subclassing.
from collections import namedtuple


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


Point = namedtuple("Point", "x y")
p = Point(1, y=2)
print(p, p.x, p[1], p._fields, p._asdict(), p._replace(x=9), Point._make([3, 4]), len(p), p == (1, 2), isinstance(p, tuple), hash(p) == hash((1, 2)), p + (3,), [*p], {p: "k"}[(1, 2)], p < Point(1, 3), 2 in p, p.index(2), p.count(1))
x, y = p
print(x, y, "%s/%s" % p, f"{p.x}-{p.y}", "{0.x} {0[1]}".format(p), repr([p]), Point.__name__, Point.__doc__, Point.x.__doc__, Point._field_defaults, Point.__bases__, Point.__match_args__)
D = namedtuple("D", ["a", "b", "c"], defaults=[10, 20])
print(D(1), D(1, 2), D(1, c=5), D._field_defaults, namedtuple("C", "a, b, c")(1, 2, 3), namedtuple("R", "a def a _x", rename=True)._fields, namedtuple("E", [])(), namedtuple("One", "v")(5), namedtuple("M", "x", module="mine").__module__, namedtuple("T", ("a", "b"))(1, 2), namedtuple("It", iter("xy"))._fields)
for f in (lambda: Point(1), lambda: Point(1, 2, 3), lambda: Point(x=1, z=2), lambda: Point(), lambda: p._replace(z=1), lambda: Point._make([1]), lambda: setattr(p, "x", 5), lambda: p.__setitem__(0, 1), lambda: p.z, lambda: p[5], lambda: namedtuple("X", "a a"), lambda: namedtuple("X", "def"), lambda: namedtuple("X", "_a"), lambda: namedtuple("1X", "a"), lambda: namedtuple("X", "a b", defaults=[1, 2, 3]), lambda: namedtuple("X", 5), lambda: namedtuple("X", "a-b"), lambda: namedtuple("class", "a"), lambda: delattr(p, "x"), lambda: p < 5, lambda: setattr(p, "new", 1), lambda: namedtuple("X")):
    attempt(f)


class Vec(namedtuple("Vec", "x y z", defaults=(0,))):
    __slots__ = ()

    def __add__(self, o): return Vec(*(a + b for a, b in zip(self, o)))

    @property
    def length(self): return sum(c * c for c in self) ** 0.5

    def __str__(self): return f"<{self.x},{self.y},{self.z}>"


v = Vec(3, 4)
print(v, repr(v), v.length, v + Vec(1, 1, 1), v._replace(z=5), type(v._replace(z=5)).__name__, v._asdict(), isinstance(v, tuple), Vec._fields)
match v:
    case Vec(3, y=4, z=0): print("matched class")
match p:
    case (a, b): print("matched sequence", a, b)
Employee = namedtuple("Employee", "name dept salary")
rows = ["al,eng,100", "bo,ops,80", "cy,eng,120"]
staff = [Employee(*r.split(",")) for r in rows]
staff = [e._replace(salary=int(e.salary)) for e in staff]
print(sorted(staff, key=lambda e: -e.salary)[0], max(staff, key=lambda e: e.salary).name, sum(e.salary for e in staff), {e.name: e._asdict() for e in staff[:1]}, [getattr(e, f) for e in staff for f in ("name",)], sorted(staff)[0].name)
Nested = namedtuple("Nested", "pos tags")
n = Nested(Point(1, 2), ["a"])
n.tags.append("b")
print(n, n.pos.x, n == Nested(Point(1, 2), ["a", "b"]), n.pos._replace(x=7), Nested(**{"pos": 0, "tags": None}), Point(*[5, 6]), list(map(Point._make, [(1, 2), (3, 4)])), list(zip(*map(Point._make, [(1, 2), (3, 4)]))))
attempt(lambda: hash(n))
Point.origin = Point(0, 0)
Point.dist = lambda self: abs(self.x) + abs(self.y)
print(Point.origin, p.dist(), bool(namedtuple("Z", "")()), bool(Point(0, 0)), Point(1, 2)[::-1], type(p[:1]).__name__)
