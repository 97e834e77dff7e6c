"""Decorators and context managers people copy around: timing, timeout, synchronized, singleton, deprecated, registry, retry-as-class."""
import contextlib
import functools
import inspect
import random
import threading
import time
import warnings
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor, TimeoutError as FutureTimeout

metrics = defaultdict(list)
_pool = ThreadPoolExecutor(max_workers=4, thread_name_prefix="timeout")


def timeit(method):
    @functools.wraps(method)
    def timed(*args, **kw):
        ts = time.time()
        try:
            return method(*args, **kw)
        finally:
            metrics[kw.get("log_name", method.__name__.upper())].append(time.time() - ts)
    return timed


def timeout(seconds):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*a, **k):
            fut = _pool.submit(fn, *a, **k)
            try:
                return fut.result(timeout=seconds)
            except FutureTimeout:
                raise TimeoutError("%s() took more than %s s" % (fn.__qualname__, seconds)) from None
        return inner
    return deco


def synchronized(lock_attr):
    def deco(fn):
        @functools.wraps(fn)
        def inner(self, *a, **k):
            with getattr(self, lock_attr):
                return fn(self, *a, **k)
        return inner
    return deco


def singleton(cls):
    instances, lock = {}, threading.Lock()

    @functools.wraps(cls, updated=())
    def get(*a, **k):
        if cls not in instances:
            with lock:
                if cls not in instances:
                    instances[cls] = cls(*a, **k)
        return instances[cls]
    return get


class retry:
    def __init__(self, times=3, on=Exception):
        self.times, self.on, self.failures = times, on, 0

    def __call__(self, fn):
        functools.update_wrapper(self, fn)

        def run(*a, **k):
            for left in reversed(range(self.times)):
                try:
                    return fn(*a, **k)
                except self.on as e:
                    self.failures += 1
                    if not left:
                        raise
        run.state = self
        return run


def validate(**rules):
    def deco(fn):
        sig = inspect.signature(fn)

        def inner(*args, **kwargs):
            bound = sig.bind(*args, **kwargs)
            for name, value in bound.arguments.items():
                want = rules.get(name, object)
                if not isinstance(value, want):
                    raise TypeError("%s: %s expected, got %s" % (name, getattr(want, "__name__", want), type(value).__name__))
            return fn(*bound.args, **bound.kwargs)
        inner.__signature__ = sig
        return inner
    return deco


def deprecated(reason):
    def deco(fn):
        @functools.wraps(fn)
        def inner(*a, **k):
            warnings.warn("%s is deprecated: %s" % (fn.__name__, reason), DeprecationWarning, stacklevel=2)
            return fn(*a, **k)
        return inner
    return deco


class Timer(contextlib.ContextDecorator):
    def __enter__(self):
        self.start = time.perf_counter()
        return self

    def __exit__(self, *exc):
        self.elapsed = time.perf_counter() - self.start
        return exc[0] is ValueError


class lazy:
    def __init__(self, fn):
        self.fn = fn
        self.__doc__ = fn.__doc__

    def __set_name__(self, owner, name):
        self.name = name

    def __get__(self, obj, cls):
        if obj is None:
            return self
        v = obj.__dict__[self.name] = self.fn(obj)
        return v


@singleton
class Registry:
    """The registry."""

    def __init__(self):
        self.lock, self.items, self.made = threading.RLock(), {}, time.time()

    @synchronized("lock")
    def add(self, k, v=1):
        n = self.items.get(k, 0)
        self.items[k] = n + v
        return self

    @lazy
    def expensive(self):
        """Computed once."""
        print("computing")
        return len(self.items)


@timeit
def work(n):
    return sum(range(n))


@timeout(0.05)
def slow(t):
    time.sleep(t)
    return "slept"


flips = iter([1, 1, 0, 1, 1, 1])


@retry(times=3, on=(ZeroDivisionError, KeyError))
def flaky():
    if next(flips):
        1 / 0
    return "lucky"


@validate(n=int, s=(str, bytes))
def rep(s, n=2, *, sep=""):
    return sep.join([s] * n)


@deprecated("use new()")
def old(x):
    return x


@contextlib.contextmanager
def transaction(log):
    log.append("begin")
    try:
        yield log
    except LookupError as e:
        log.append("rollback %r" % e)
    else:
        log.append("commit")
    finally:
        log.append("end")


@Timer()
def ignored():
    raise ValueError("eaten")


def main():
    with ThreadPoolExecutor(8) as ex:
        regs = list(ex.map(lambda i: Registry().add(i % 3), range(30)))
        print(len(set(map(id, regs))), sorted(Registry().items.items()), list(ex.map(work, [10, 100])), len(metrics["WORK"]), Registry.__doc__)
    print(Registry().expensive, Registry().expensive)
    print(slow(0), slow.__name__)
    try:
        slow(0.3)
    except TimeoutError as e:
        print(e, e.__suppress_context__)
    print(flaky(), flaky.state.failures, flaky.state.__name__)
    try:
        flaky()
    except ZeroDivisionError as e:
        print("gave up:", e, flaky.state.failures)
    print(rep("ab"), rep("x", 3, sep="-"), inspect.signature(rep))
    for bad in (lambda: rep("a", "b"), lambda: rep(1), lambda: rep(), lambda: rep("a", n=1, z=2)):
        try:
            bad()
        except TypeError as e:
            print(e)
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("default")
        print(old(5), [str(x.message) for x in w])
    log = []
    with transaction(log):
        log.append("work")
    with transaction(log) as l:
        {}["missing"]
    try:
        with transaction(log):
            raise OSError("disk")
    except OSError as e:
        log.append(str(e))
    print(log, ignored())
    with Timer() as t, contextlib.nullcontext(5) as five:
        pass
    print(t.elapsed >= 0, five, [n for n, f in sorted(globals().items()) if inspect.isfunction(f) and f.__module__ == "__main__"][:5], inspect.getdoc(work), inspect.isclass(Timer))
    print(inspect.getfullargspec(rep.__wrapped__ if hasattr(rep, "__wrapped__") else main).args, [p.kind.name for p in inspect.signature(rep).parameters.values()])
    _pool.shutdown()


if __name__ == "__main__":
    main()
