# add_note, __notes__, __context__ through nested handlers, with_traceback.
e = ValueError("base")
print(hasattr(e, "__notes__"))
e.add_note("first note")
e.add_note("second\nline")
print(e.__notes__, str(e), repr(e), e.args)
for bad in (5, None, b"x"):
    try:
        e.add_note(bad)
    except TypeError as err:
        print(err)
try:
    raise e
except ValueError as caught:
    caught.add_note("third")
print(len(e.__notes__), e.__cause__, e.__context__, e.__suppress_context__)


def describe(x, depth=0):
    pad = "  " * depth
    print(f"{pad}{type(x).__name__}: {x} notes={getattr(x, '__notes__', [])} suppress={x.__suppress_context__}")
    if x.__cause__: print(pad + " cause"); describe(x.__cause__, depth + 1)
    elif x.__context__: print(pad + " context"); describe(x.__context__, depth + 1)


def a():
    raise KeyError("a")


def b():
    try:
        a()
    except KeyError as k:
        k.add_note("seen in b")
        raise ValueError("b failed")


def c():
    try:
        b()
    except ValueError as v:
        raise RuntimeError("c failed") from v


def d():
    try:
        c()
    finally:
        raise OSError("d in finally")


for f in (a, b, c, d):
    try:
        f()
    except Exception as x:
        describe(x)


def same():
    try:
        raise ValueError("same")
    except ValueError as v:
        try:
            raise v
        except ValueError as w:
            return w.__context__, v is w


print(same())


def gen():
    try:
        yield 1
    except KeyError:
        raise TypeError("from gen")


g = gen()
next(g)
try:
    g.throw(KeyError("thrown"))
except TypeError as t:
    describe(t)
try:
    try:
        raise KeyError(1)
    except KeyError:
        g2 = (1 / 0 for _ in range(1))
        list(g2)
except ZeroDivisionError as z:
    describe(z)


def loop():
    errors = []
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as v:
            errors.append(v)
    return [x.__context__ for x in errors]


print(loop())
x = Exception("x")
x.__context__ = KeyError("manual")
x.__cause__ = None
describe(x)
x.__suppress_context__ = False
describe(x)
for attr, v in (("__cause__", 5), ("__context__", "s"), ("__traceback__", 3), ("__suppress_context__", "yes")):
    try:
        setattr(x, attr, v)
        print(attr, "set")
    except TypeError as err:
        print(err)
try:
    del x.__cause__
except TypeError as err:
    print(err)
import sys
try:
    raise IndexError("info")
except IndexError as i:
    kind, value, tb = sys.exc_info()
    print(kind is IndexError, value is i, tb is i.__traceback__, sys.exception() is i)
print(sys.exc_info(), sys.exception())
