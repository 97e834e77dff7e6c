# Flags.
from enum import CONFORM, EJECT, KEEP, STRICT, Flag, IntFlag, auto, verify, UNIQUE, CONTINUOUS, Enum


class Perm(Flag):
    R = auto()
    W = auto()
    X = auto()
    RW = R | W


print(Perm.R, repr(Perm.R), Perm.R.value, Perm.X.value, Perm.RW, repr(Perm.RW), Perm.R | Perm.X, repr(Perm.R | Perm.X), list(Perm), len(Perm))
p = Perm.R | Perm.W
print(p is Perm.RW, Perm.R in p, Perm.X in p, p & Perm.R, p ^ Perm.R, ~p, ~Perm.R, repr(~Perm.R), bool(p & Perm.X), repr(Perm(0)), Perm(0), [m.name for m in p], len(p))
print(Perm(3), Perm(5), Perm["W"], Perm.__members__)
for bad in (lambda: Perm(8), lambda: Perm.R | 1, lambda: Perm("x"), lambda: 1 in Perm.R):
    try:
        print(repr(bad()))
    except Exception as e:
        print(type(e).__name__, e)


class Num(IntFlag):
    A = 1
    B = 2
    C = 4


n = Num.A | Num.C
print(n, repr(n), n == 5, n | 8, repr(n | 8), n + 1, int(n), repr(Num(16)), repr(Num(0)), repr(~Num.A), f"{n}", {5: "five"}[n], n & 4, 1 | Num.B, Num.A in n, hash(n) == hash(5), isinstance(n, int))


class Conf(Flag, boundary=CONFORM):
    A = 1
    B = 2


class Ej(IntFlag, boundary=EJECT):
    A = 1
    B = 2


print(Conf(7), repr(Ej(9)), repr(Ej(3)), type(Ej(9)).__name__)
try:
    @verify(UNIQUE)
    class U(Enum):
        A = 1
        B = 1
except ValueError as e:
    print(e)
try:
    @verify(CONTINUOUS)
    class K(Enum):
        A = 1
        B = 5
except ValueError as e:
    print(e)


class Access(Flag):
    NONE = 0
    READ = 1
    WRITE = 2
    ALL = 3


print(Access.NONE, list(Access), Access.ALL, Access.READ | Access.WRITE, bool(Access.NONE), {Access.READ: 1}, Access.READ | Access.NONE)
