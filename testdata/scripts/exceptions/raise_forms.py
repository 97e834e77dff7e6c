# raise: classes, instances, expressions, in conditional code, of caught exceptions, from functions.
class E(Exception):
    def __init__(self, *a, **k):
        super().__init__(*a)
        self.k = k


def make(n): return [ValueError("made"), KeyError, E("x", flag=1), E][n]


for n in range(4):
    try:
        raise make(n)
    except Exception as e:
        print(type(e).__name__, e.args, getattr(e, "k", None))
saved = None
try:
    raise E("first")
except E as e:
    saved = e
try:
    raise saved
except E as e:
    print(e is saved, e.args)
for bad in (5, "s", None, int, [], object(), type, make):
    try:
        raise bad
    except TypeError as e:
        print(e)
for cause in (5, "s", int):
    try:
        raise E from cause
    except TypeError as e:
        print(e)
try:
    raise E("a") from KeyError("cause instance")
except E as e:
    print(repr(e.__cause__), e.__suppress_context__)
try:
    raise E("a") from KeyError
except E as e:
    print(repr(e.__cause__))


def inner():
    try:
        raise E("inner")
    except E:
        raise


def reraise_other():
    try:
        inner()
    except E as e:
        e.args += ("touched",)
        raise


try:
    reraise_other()
except E as e:
    print(e.args)


class NeedsArg(Exception):
    def __init__(self, a): pass


try:
    raise NeedsArg
except TypeError as e:
    print(e)


class NotExc(Exception):
    def __new__(cls, *a): return 5


try:
    raise NotExc
except TypeError as e:
    print(e)
raiser = lambda e: (_ for _ in ()).throw(e)
try:
    raiser(KeyError("from a lambda"))
except KeyError as e:
    print(e)
def nothing_active():
    raise
try:
    nothing_active()
except RuntimeError as e:
    print(e)
try:
    try:
        1 / 0
    except ZeroDivisionError:
        nothing_active()
except ZeroDivisionError as e:
    print("active in the caller:", e)
x = 3
try:
    raise (ValueError if x > 2 else TypeError)(f"x={x}")
except (ValueError, TypeError) as e:
    print(repr(e))
