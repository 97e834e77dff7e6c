# Enumerations.
import enum
from enum import Enum, IntEnum, StrEnum, auto, unique


class Color(Enum):
    RED = 1
    GREEN = 2
    CRIMSON = 1

    def describe(self):
        return f"{self.name}={self.value}"

    @classmethod
    def default(cls):
        return cls.GREEN

    @property
    def twice(self):
        return self.value * 2


print(Color.RED, repr(Color.RED), Color.RED.name, Color.RED.value, Color(2), Color["GREEN"], Color.CRIMSON is Color.RED)
print(list(Color), len(Color), Color.__members__, Color.RED in Color, 1 in Color, 7 in Color, Color)
print(Color.RED.describe(), Color.default(), Color.GREEN.twice, type(Color.RED), isinstance(Color.RED, Color))
print(Color.RED == Color.RED, Color.RED == 1, Color.RED != Color.GREEN, Color.RED is Color(1), {Color.RED: "r"}[Color.CRIMSON], hash(Color.RED) == hash(Color.RED))
print(f"{Color.RED} {Color.RED!r:>20} {Color.RED:>12}|", "%s" % Color.GREEN, str(Color.RED))
for bad in (lambda: Color(9), lambda: Color["BLUE"], lambda: Color.BLUE, lambda: setattr(Color, "RED", 3), lambda: Color.RED < Color.GREEN, lambda: Color(), lambda: delattr(Color, "RED"), lambda: setattr(Color.RED, "value", 3)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Status(IntEnum):
    OK = 200
    NOT_FOUND = 404


s = Status.OK
print(s == 200, 200 == s, s + 1, s < Status.NOT_FOUND, repr(s), str(s), f"{s}", f"{s:05d}", {200: "hit"}[s], {Status.OK: 1}[200], hash(s) == hash(200), isinstance(s, int), Status(404).name)
print(sorted([Status.NOT_FOUND, Status.OK]), max(Status), s in (200, 1), "%d" % s, int(s), s.value, [10, 20, 30][Status.OK - 199], sum(Status))


class Mode(StrEnum):
    READ = auto()
    WRITE = auto()
    OTHER = "o"


print(Mode.READ, repr(Mode.READ), Mode.READ == "read", "x-" + Mode.WRITE, Mode("o"), f"{Mode.READ:>6}", {"read": 1}[Mode.READ], Mode.READ.upper(), list(Mode))


class Planet(Enum):
    MERCURY = (3.303e+23, 2.4397e6)
    EARTH = (5.976e+24, 6.37814e6)

    def __init__(self, mass, radius):
        self.mass = mass
        self.radius = radius

    @property
    def gravity(self):
        return round(6.67300E-11 * self.mass / (self.radius ** 2), 2)


print(Planet.EARTH.gravity, Planet.EARTH.value, Planet((3.303e+23, 2.4397e6)), Planet.EARTH)


class Auto(Enum):
    A = auto()
    B = auto()
    C = 10
    D = auto()


print([(m.name, m.value) for m in Auto])


class Gen(Enum):
    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower() * (count + 1)

    X = auto()
    Y = auto()


print([m.value for m in Gen])


class Miss(Enum):
    A = "a"
    B = "b"

    @classmethod
    def _missing_(cls, value):
        if isinstance(value, str):
            for m in cls:
                if m.value == value.lower():
                    return m
        return None


print(Miss("A"), Miss("b"))
try:
    Miss("zz")
except ValueError as e:
    print(e)
try:
    @unique
    class Dup(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    class More(Color):
        BLUE = 3
except TypeError as e:
    print(e)
try:
    class Twice(Enum):
        A = 1
        A = 2
except TypeError as e:
    print(e)
Animal = Enum("Animal", "CAT DOG")
Pairs = Enum("Pairs", {"X": 10, "Y": 20})
Listed = IntEnum("Listed", ["P", "Q"], start=5)
print(list(Animal), Pairs.Y, Listed.Q + 0, Animal.CAT.value, Animal)


class Mixed(str, Enum):
    A = "aa"
    B = "bb"


print(Mixed.A, repr(Mixed.A), Mixed.A == "aa", f"{Mixed.A}", Mixed.A.upper(), Mixed("bb"), Mixed.A.value, "aa" in [Mixed.A])


class Base(Enum):
    def hello(self):
        return "hello " + self.name


class Derived(Base):
    ONE = 1
    nested = enum.nonmember(5)
    _ignore_ = ["tmp"]
    tmp = 3


print(Derived.ONE.hello(), Derived.nested, list(Derived))


class Coord(bytes, Enum):
    def __new__(cls, value, label):
        obj = bytes.__new__(cls, [value])
        obj._value_ = value
        obj.label = label
        return obj

    PX = (0, "P.X")
    PY = (1, "P.Y")


print(Coord(1), Coord.PY.label, Coord.PX.value, Coord.PX == b"\0")
match Color.GREEN:
    case Color.RED:
        print("red")
    case Color.GREEN:
        print("green")


class Op(Enum):
    ADD = enum.member(lambda a, b: a + b)
    SUB = enum.member(lambda a, b: a - b)

    def __call__(self, a, b):
        return self.value(a, b)


print(Op.ADD(1, 2), Op.SUB(5, 3))


class Weekday(Enum):
    MON = 1
    TUE = 2

    def __str__(self):
        return self.name.title()

    def __lt__(self, other):
        return self.value < other.value


print(Weekday.MON, sorted([Weekday.TUE, Weekday.MON]), f"{Weekday.TUE}", [*reversed(Weekday)], Weekday.MON.__class__, bool(Weekday))


class Unhash(Enum):
    L = [1]
    M = {"k": 2}


print(Unhash([1]), Unhash.M.value, [1] in Unhash)
