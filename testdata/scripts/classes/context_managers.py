# Context managers as classes: nesting, reuse, exception translation, ExitStack.
from contextlib import ExitStack, contextmanager, suppress, closing, nullcontext, redirect_stdout, AbstractContextManager


class Transaction:
    def __init__(self, store): self.store = store

    def __enter__(self):
        self.saved = dict(self.store)
        return self.store

    def __exit__(self, exc_type, exc, tb):
        if exc_type is not None:
            self.store.clear()
            self.store.update(self.saved)
            return issubclass(exc_type, ValueError)


db = {"a": 1}
with Transaction(db) as t:
    t["b"] = 2
print(db)
with Transaction(db) as t:
    t["c"] = 3
    raise ValueError("rolled back")
print(db)
try:
    with Transaction(db) as t:
        del t["a"]
        raise KeyError("seen outside")
except KeyError as e:
    print(db, e)


class Indent:
    level = 0
    def __enter__(self):
        type(self).level += 1
        return self
    def __exit__(self, *a): type(self).level -= 1
    def print(self, text): print("  " * self.level + text)


with Indent() as i:
    i.print("one")
    with i:
        i.print("two")
        with i as j:
            j.print("three")
    i.print("one again")
print(Indent.level)


class Translate:
    def __init__(self, table): self.table = table
    def __enter__(self): return self
    def __exit__(self, kind, e, tb):
        for src, dst in self.table.items():
            if kind and issubclass(kind, src):
                raise dst(str(e)) from e


try:
    with Translate({LookupError: RuntimeError}):
        [][3]
except RuntimeError as e:
    print(repr(e), repr(e.__cause__))


class Named:
    def __init__(self, n): self.n = n
    def __enter__(self): print("enter", self.n); return self.n
    def __exit__(self, *a): print("exit", self.n, a[0] and a[0].__name__)
    def close(self): print("close", self.n)


with ExitStack() as stack:
    names = [stack.enter_context(Named(n)) for n in "ab"]
    stack.callback(print, "callback", 1, sep="-")
    stack.push(lambda *exc: print("pushed", exc[0]))
    print(names)
with suppress(KeyError), ExitStack() as stack:
    stack.enter_context(Named("k"))
    {}["x"]
with ExitStack() as s1:
    s1.enter_context(Named("moved"))
    s2 = s1.pop_all()
print("s1 left")
s2.close()
with suppress(ZeroDivisionError, IndexError):
    1 / 0
    print("never")
with closing(Named("c")) as c:
    print(c.n)
with nullcontext(5) as five:
    print(five)


@contextmanager
def tag(name):
    print(f"<{name}>")
    try:
        yield name
    except ValueError as e:
        print("handled", e)
    finally:
        print(f"</{name}>")


with tag("a") as x, tag("b"):
    print(x)
    raise ValueError("inside b")


@tag("deco")
def decorated(n): return n * 2


print(decorated(4), decorated(5))


@contextmanager
def no_yield():
    return
    yield


@contextmanager
def two_yields():
    yield 1
    yield 2


for cm in (no_yield, two_yields):
    try:
        with cm():
            pass
    except RuntimeError as e:
        print(e)


class Auto(AbstractContextManager):
    def __exit__(self, *a): print("auto exit")


with Auto() as a:
    print(type(a).__name__)
class CallableCM:
    def __call__(self, n): return Named(n)
with CallableCM()("dynamic"): pass
for bad in (type("NoExit", (), {"__enter__": lambda s: s})(), type("NoEnter", (), {"__exit__": lambda s, *a: 0})(), 5):
    try:
        with bad: pass
    except TypeError as e:
        print(e)
