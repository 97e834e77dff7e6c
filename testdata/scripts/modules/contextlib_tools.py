# contextlib: contextmanager details, ExitStack, suppress, closing, redirect_stdout, ContextDecorator.
import contextlib
import sys
from contextlib import *


@contextmanager
def managed(name, fail=None):
    print("open", name)
    if fail == "enter": raise OSError("enter failed")
    try:
        yield name.upper()
    except KeyError as e:
        print("saw", repr(e))
        if fail == "translate": raise LookupError("translated") from e
        raise
    else:
        print("clean", name)
    finally:
        print("close", name)
        if fail == "exit": raise RuntimeError("exit failed")


with managed("a") as x: print(x)
for fail in ("enter", "exit", "translate", None):
    try:
        with managed("b", fail):
            raise KeyError("body")
    except Exception as e:
        print("->", type(e).__name__, e, "|", repr(e.__cause__), repr(e.__context__))


@managed("decorated")
def work(n):
    print("working", n)
    return n + 1


print(work(1), work(2), work.__name__)


@contextmanager
def stop():
    yield
    print("after")


try:
    with stop():
        raise StopIteration("si")
except StopIteration as e:
    print("StopIteration passes", e)
g = managed("direct")
print(type(g).__name__, g.__enter__(), g.__exit__(None, None, None))
try:
    with managed("twice") as a, g: pass
except (AttributeError, RuntimeError, TypeError) as e:
    print(type(e).__name__, e)


class Out:
    def __init__(self): self.text = ""
    def write(self, s): self.text += s
    def flush(self): pass


out = Out()
with redirect_stdout(out) as o:
    print("captured", 1)
    sys.stdout.write("direct\n")
    with redirect_stdout(Out()):
        print("lost")
    print("again")
print(repr(out.text), o is out)
err = Out()
with redirect_stderr(err):
    print("to stderr", file=sys.stderr)
print(repr(err.text))
with ExitStack() as s:
    s.callback(lambda *a, **k: print("cb", a, k), 1, k=2)
    print(s.enter_context(managed("s")))

    @s.callback
    def _(): print("decorated callback")

    s.push(managed("pushed obj") if False else suppress(ZeroDivisionError))
    s.push(lambda t, e, tb: print("exit fn", t and t.__name__, e) or True)
    raise ValueError("suppressed by push")
try:
    with ExitStack() as s:
        s.callback(lambda: 1 / 0)
        s.callback(lambda: {}["k"])
        raise IndexError("first")
except ZeroDivisionError as e:
    print(e, "<-", repr(e.__context__), "<-", repr(e.__context__.__context__))
s = ExitStack()
s.enter_context(managed("manual"))
print(s.close(), s.close())
try:
    ExitStack().enter_context(5)
except TypeError as e:
    print(e)


class Timer(ContextDecorator):
    def __init__(self, label): self.label = label
    def __enter__(self): print("start", self.label); return self
    def __exit__(self, *a): print("stop", self.label, a[0] and a[0].__name__); return False


@Timer("t")
def timed(a, b=2): return a * b


print(timed(3), timed(3, b=5))


class Res:
    def close(self): print("res closed")


try:
    with closing(Res()) as r:
        raise ValueError("in closing")
except ValueError as e:
    print(e)
with suppress(): print("suppress nothing")
with suppress(Exception) as nothing:
    print(nothing)
    [][1]
try:
    with suppress(KeyError): raise IndexError("not suppressed")
except IndexError as e:
    print(e)
with suppress(ValueError):
    raise ExceptionGroup("g", [ValueError(1)])
with nullcontext() as n, nullcontext([1]) as m: print(n, m)
for cm in ((managed("m1") if i else nullcontext("null")) for i in range(2)):
    with cm as v: print(v)
print(isinstance(Timer("x"), AbstractContextManager), isinstance(Res(), AbstractContextManager), sorted(n for n in ("contextmanager", "ExitStack", "suppress") if hasattr(contextlib, n)))
