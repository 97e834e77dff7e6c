# submit, result and the states of a future through its life.
import threading
from concurrent.futures import ThreadPoolExecutor, Future


def mask(text):
    head, _, tail = text.partition(" at 0x")
    return head + " at 0x" + tail[tail.index(" "):] if tail else head


def states(f):
    return f.running(), f.done(), f.cancelled(), f._state


started, release = threading.Event(), threading.Event()


def blocked(x):
    started.set()
    release.wait(5)
    return x * 2


with ThreadPoolExecutor(max_workers=1) as pool:
    f = pool.submit(blocked, 21)
    started.wait(5)
    g = pool.submit(pow, 2, 10)
    print(mask(repr(f)), states(f))
    print(mask(repr(g)), states(g))
    release.set()
    print(f.result(), g.result(timeout=5), f.result(0))
    print(mask(repr(f)), states(f), mask(str(g)))
    e = pool.submit(int, "bad")
    print(type(e.exception()).__name__, e.exception(), e.exception() is e.exception(timeout=1))
    try:
        e.result()
    except ValueError as err:
        print(err, err is e.exception())
    print(mask(repr(e)), states(e), f.exception())
    none = pool.submit(lambda: None)
    print(none.result(), mask(repr(none)))
    print(pool.submit(lambda *a, **k: (a, sorted(k.items())), 1, 2, self="s", fn="f", k=3).result())
    bad = pool.submit(5)
    print(repr(bad.exception()))
    try:
        pool.submit()
    except TypeError as err:
        print(err)
    wrong = pool.submit(blocked)
    print(wrong.exception())

    class Task:
        def __init__(self, n): self.n = n
        def __call__(self, m): return self.n + m
        def method(self, m=1): return self.n * m
        @classmethod
        def cls(cls): return cls.__name__

    t = Task(10)
    print([pool.submit(fn, *a).result() for fn, a in ((t, (1,)), (t.method, (3,)), (Task.cls, ()), (str.upper, ("x",)), (len, ([1],)), (Task, (3,)), (max, (1, 5)))][:5])
    print(isinstance(f, Future), {f: "key"}[f], f == f, f != g, len({f, g, f}), hash(f) == hash(f))
    nested = [pool.submit(lambda i=i: i * i) for i in range(5)]
    print([n.result() for n in nested], all(n.done() for n in nested))
print(states(f))
