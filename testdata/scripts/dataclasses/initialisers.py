# Calls of generated initialisers, plain and not, and what they may meet on the way.
from dataclasses import InitVar, KW_ONLY, dataclass, field


def attempt(what, f, *args, **kwargs):
    try:
        print(what, f(*args, **kwargs))
    except Exception as e:
        print(what, type(e).__name__, e)


@dataclass
class P:
    x: int
    y: int = 2
    z: list = field(default_factory=list)


for _ in range(2):  # the first call prepares those that follow
    attempt("two", P, 1, 5)
    attempt("names", P, y=1, x=2)
    attempt("none", P)
    attempt("twice", P, 1, x=2)
    attempt("many", P, 1, 2, 3, 4)
    attempt("unknown", P, 1, w=2)
    attempt("star", P, *[1], **{"z": "q"})
assert P(1).z is not P(1).z


# A method that is replaced is what is called.
generated = P.__init__


def other(self, x):
    print("other", x)
    generated(self, x, y=x)


P.__init__ = other
print(P(4))
P.__init__ = generated
print(P(5))


# Subclasses inherit the initialiser, call it, or have one of their own.
class Q(P):
    pass


class R(P):
    def __init__(self, a):
        super().__init__(a, a + 1)
        self.extra = a


@dataclass
class S(P):
    w: str = "w"


print(Q(1), R(7), vars(R(7)), S(1, w="v"), Q(1) == P(1), S(1) == S(1))
attempt("inherited", Q)
attempt("super", R, "a")


# Assignments are seen by __setattr__, properties and descriptors.
@dataclass
class Watched:
    a: int
    b: int = 0

    def __setattr__(self, name, value):
        print("set", name, value)
        super().__setattr__(name, value)


print(Watched(1))
print(Watched(b=3, a=2))


class Positive:
    def __set_name__(self, owner, name):
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        return 0 if obj is None else getattr(obj, self.name)

    def __set__(self, obj, value):
        if value < 0:
            raise ValueError("negative: %d" % value)
        setattr(obj, self.name, value)


@dataclass
class Checked:
    n: int = Positive()
    m: int = 1


print(Checked(3), Checked(), vars(Checked(2)))
attempt("descriptor", Checked, -1)
attempt("descriptor", Checked, m=5, n=-2)


# __post_init__ and what it gets.
@dataclass
class Post:
    a: int
    scale: InitVar[int] = 3
    _: KW_ONLY
    more: InitVar[str] = "m"
    total: int = field(init=False, default=9)

    def __post_init__(self, scale, more):
        print("post", self.a, scale, more, self.total, "total" in vars(self))
        self.total = self.a * scale
        if self.a < 0:
            raise ArithmeticError("below")


for _ in range(2):
    attempt("post", Post, 1)
    attempt("post", Post, 2, 4, more="n")
    attempt("post", Post, -1)
    attempt("post", Post, 1, 2, 3)


# Frozen ones, and ones with slots.
@dataclass(frozen=True)
class Frozen:
    a: int
    b: list = field(default_factory=lambda: [1])


@dataclass(slots=True)
class Slotted:
    a: int
    b: int = 8


@dataclass(frozen=True, slots=True)
class Both:
    a: int


for _ in range(2):
    print(Frozen(1), Slotted(2), Slotted(b=1, a=3), Both(4), hash(Both(4)) == hash(Both(4)))
    attempt("frozen", Frozen)
    attempt("slots", Slotted, 1, 2, 3)
attempt("assign", setattr, Frozen(1), "a", 2)
attempt("assign", setattr, Slotted(1), "c", 2)
print(Slotted.__slots__, hasattr(Slotted(1), "__dict__"))


# Factories may fail, or make more of the same.
@dataclass
class Failing:
    a: int = field(default_factory=lambda: 1 // 0)


@dataclass
class Endless:
    inner: object = None

    def __post_init__(self):
        self.inner = Endless()


attempt("factory", Failing)
attempt("given", Failing, 3)
try:
    Endless()
except RecursionError as e:
    print(type(e).__name__)


# Comparing: field by field, in the order of the fields, to the first that differs.
class Odd:
    def __init__(self, answer):
        self.answer = answer

    def __eq__(self, other):
        print("compared", self.answer)
        return self.answer


@dataclass
class Pair:
    a: object
    b: object = 1
    hidden: object = field(default=None, compare=False, repr=False)


nan = float("nan")
print(Pair(nan) == Pair(nan), Pair(1, 2, 3) == Pair(1, 2, 4), Pair(1) == 1, Pair(1) != Pair(2))
print(repr(Pair(Odd("")) == Pair(Odd(""))), Pair(Odd("yes"), Odd("last")) == Pair(0, 0), Pair(Odd(0), Odd(1)) == Pair(1, 1))
same = Pair(nan)
print(same == same, Pair(1).__eq__(3))


@dataclass
class Empty:
    pass


print(Empty() == Empty(), Empty(), hash is not None)
attempt("empty", Empty, 1)

loop = Pair(1)
loop.b = [loop]
print(loop)


@dataclass
class Outer:
    @dataclass
    class Inner:
        v: int = 1
    inner: Inner = field(default_factory=Inner)


print(Outer(), Outer.Inner(3))
attempt("nested", Outer.Inner, 1, 2)
attempt("gone", lambda: repr(object.__new__(Pair)))
