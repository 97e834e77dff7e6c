# Data classes.
import dataclasses
from dataclasses import KW_ONLY, FrozenInstanceError, InitVar, asdict, astuple, dataclass, field, fields, is_dataclass, make_dataclass, replace
from typing import ClassVar, List, Optional


@dataclass
class Point:
    x: int
    y: int = 0
    tags: List[str] = field(default_factory=list)
    count: ClassVar[int] = 7


p = Point(1)
print(p, Point(1, 2, ["a"]), Point(y=3, x=4), p == Point(1, 0, []), p != Point(2), p.tags is Point(1).tags, Point.count, p.__match_args__)
p.tags.append("t")
print(p, asdict(p), astuple(p), replace(p, x=9), [f.name for f in fields(p)], is_dataclass(p), is_dataclass(Point), is_dataclass(3))
for bad in (lambda: Point(), lambda: Point(1, 2, 3, 4), lambda: Point(1, z=3), lambda: Point(1, x=2), lambda: hash(p), lambda: p < p, lambda: asdict(3)):
    try:
        print(bad())
    except TypeError as e:
        print(e)


@dataclass(frozen=True, order=True)
class V:
    a: int
    b: str = "z"


v = V(1)
print(v, hash(v) == hash(V(1)), {v: 1}[V(1, "z")], v < V(2), sorted([V(2), V(1, "b"), V(1, "a")]), max(V(1), V(3)))
try:
    v.a = 5
except FrozenInstanceError as e:
    print(type(e).__name__, e, isinstance(e, AttributeError))
try:
    del v.a
except FrozenInstanceError as e:
    print(e)


@dataclass
class Base:
    id: int
    name: str = "n"

    def hello(self):
        return f"{self.name}#{self.id}"


@dataclass
class Child(Base):
    extra: Optional[float] = None
    name: str = "child"


print(Child(1), Child(1, "q", 2.5).hello(), Base(1) == Child(1))


@dataclass
class Post:
    w: float
    h: float
    scale: InitVar[int] = 1
    area: float = field(init=False)
    secret: str = field(default="s", repr=False, compare=False)

    def __post_init__(self, scale):
        self.area = self.w * self.h * scale


print(Post(2, 3), Post(2, 3, 10), Post(1, 1, secret="a") == Post(1, 1, secret="b"))


@dataclass(kw_only=True)
class K:
    a: int
    b: int = 2


@dataclass
class Part:
    x: int
    _: KW_ONLY
    y: int = 5
    z: int


print(K(a=1), Part(1, z=2))
for bad in (lambda: K(1), lambda: K(), lambda: Part(1), lambda: Part(1, 2)):
    try:
        print(bad())
    except TypeError as e:
        print(e)


@dataclass(slots=True)
class S:
    x: int
    y: int = 3


s = S(1)
print(s, S.__slots__)
try:
    s.q = 1
except AttributeError as e:
    print(e)


@dataclass(eq=False, repr=False)
class N:
    x: int = 1


n = N()
print(n == N(), n == n, "N object" in repr(n), hash(n) == hash(n))


@dataclass(unsafe_hash=True)
class H:
    x: int
    y: list = field(default_factory=list, hash=False)


print(hash(H(1)) == hash(H(1)))
for code in ("@dataclass\nclass A:\n  x: int = 1\n  y: int\n", "@dataclass\nclass A:\n  x: list = []\n", "@dataclass(order=True, eq=False)\nclass A:\n  x: int\n",
             "@dataclass\nclass A(V):\n  c: int = 1\n", "@dataclass\nclass A:\n  x = field()\n"):
    try:
        exec(code)
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
C = make_dataclass("C", ["x", ("y", int), ("z", int, field(default=5))], namespace={"total": lambda self: self.y + self.z})
print(C(1, 2), C(1, 2).total())


@dataclass
class Node:
    val: int
    next: Optional["Node"] = None
    kids: dict = field(default_factory=dict)


node = Node(1, Node(2), {"a": Node(3)})
print(asdict(node), astuple(node))
node.next = node
print(node)


@dataclass
class Custom:
    x: int

    def __repr__(self):
        return "custom"

    def __eq__(self, other):
        return True


print(Custom(1), Custom(1) == 5)
match Point(1, 2):
    case Point(1, y):
        print("matched", y)
f = fields(Point)[1]
print(f.name, f.type, f.default, f.init, f.metadata, field(metadata={"k": 1}).metadata["k"], dataclasses.MISSING is f.default_factory)


@dataclass
class Cmp:
    n: int

    def __lt__(self, other):
        return self.n < other.n


print(sorted([Cmp(3), Cmp(1)]), Point.__doc__)


@dataclass(frozen=True, slots=True)
class FS:
    x: int
    y: int = 2


print(FS(1), FS(1) == FS(1), hash(FS(1)) == hash(FS(1)))
try:
    FS(1).x = 2
except FrozenInstanceError as e:
    print(e)
