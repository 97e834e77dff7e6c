# Decorators in daily use: retry with back-off, timing, memo, validation, rate limits, registry.
import functools
import time


def retry(times=3, exceptions=(Exception,), delay=0.0, factor=2, on_error=None):
    def decorator(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            wait = delay
            for attempt in range(1, times + 1):
                try:
                    return fn(*args, **kwargs)
                except exceptions as e:
                    if on_error:
                        on_error(attempt, e)
                    if attempt == times:
                        raise
                    time.sleep(wait)
                    wait *= factor
        wrapper.times = times
        return wrapper
    return decorator


class Flaky:
    def __init__(self, failures, exc=ConnectionError): self.left, self.exc = failures, exc

    def __call__(self, value):
        if self.left:
            self.left -= 1
            raise self.exc(f"{self.left} more")
        return value * 2


log = []
for failures, exc in ((0, ConnectionError), (2, TimeoutError), (5, ConnectionError), (1, ValueError)):
    flaky = Flaky(failures, exc)
    call = retry(times=3, exceptions=(OSError,), delay=0.001, on_error=lambda n, e: log.append((n, str(e))))(lambda v: flaky(v))
    try:
        print("ok", call(21))
    except Exception as e:
        print(type(e).__name__, e)
print(log)


def typed(**types):
    def deco(fn):
        names = fn.__code__.co_varnames[:fn.__code__.co_argcount] if False else list(fn.__annotations__) or list(types)
        @functools.wraps(fn)
        def inner(*args, **kw):
            for name, value in list(zip(types, args)) + list(kw.items()):
                want = types.get(name)
                if want and not isinstance(value, want):
                    raise TypeError(f"{fn.__name__}: {name} must be {want.__name__}, not {type(value).__name__}")
            return fn(*args, **kw)
        return inner
    return deco


@typed(a=int, b=str)
def label(a, b="x"): return b * a


for args, kw in (((2,), {}), ((2, "ab"), {}), (("2",), {}), ((1,), {"b": 5})):
    try:
        print(label(*args, **kw))
    except TypeError as e:
        print(e)


def counted(fn=None, *, step=1):
    if fn is None:
        return functools.partial(counted, step=step)

    @functools.wraps(fn)
    def inner(*a, **k):
        inner.calls += step
        return fn(*a, **k)
    inner.calls = 0
    return inner


@counted
def once(): return "once"


@counted(step=10)
def ten(): return "ten"


once(); once(); ten()
print(once.calls, ten.calls, once.__name__, ten.__wrapped__())


class Timed:
    def __init__(self, clock): self.clock, self.spent = clock, {}

    def __call__(self, fn):
        @functools.wraps(fn)
        def inner(*a):
            start = self.clock()
            try:
                return fn(*a)
            finally:
                self.spent[fn.__name__] = self.spent.get(fn.__name__, 0) + self.clock() - start
        return inner


ticks = iter(range(0, 1000, 5))
timed = Timed(lambda: next(ticks))


@timed
def job(n):
    if n < 0: raise ValueError(n)
    return n + 1


print(job(1), job(2))
try:
    job(-1)
except ValueError as e:
    print("failed", e)
print(timed.spent)


class Commands:
    table = {}

    @classmethod
    def register(cls, *names):
        def deco(fn):
            for n in names or (fn.__name__,): cls.table[n] = fn
            return fn
        return deco


@Commands.register("add", "+")
def add(*n): return sum(map(int, n))


@Commands.register()
def echo(*w): return " ".join(w)


for line in ("add 1 2 3", "+ 4 5", "echo hi there", "nope 1", "add x"):
    name, *args = line.split()
    try:
        print(line, "=>", Commands.table[name](*args))
    except KeyError as e:
        print(line, "=> unknown command", e)
    except ValueError as e:
        print(line, "=>", e)


def trampoline(fn):
    @functools.wraps(fn)
    def run(*a):
        r = fn(*a)
        while callable(r):
            r = r()
        return r
    return run


def count_down(n): return "lift off" if n == 0 else lambda: count_down(n - 1)


print(trampoline(count_down)(5000))
compose = lambda *ds: lambda f: functools.reduce(lambda acc, d: d(acc), reversed(ds), f)
bold, ital = (lambda f: lambda: f"<b>{f()}</b>"), (lambda f: lambda: f"<i>{f()}</i>")
print(compose(bold, ital)(lambda: "text")())
