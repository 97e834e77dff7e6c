# What is submitted: closures, loop variables, methods, partials, generators, mutable arguments.
import functools
from concurrent.futures import ThreadPoolExecutor, as_completed

with ThreadPoolExecutor(1) as pool:
    late = []
    for i in range(3):
        late.append(lambda: i)
    print([pool.submit(f).result() for f in late])
    print([pool.submit(lambda i=i: i).result() for i in range(3)], [pool.submit(functools.partial(pow, 2), i).result() for i in range(4)])

    def outer(n):
        total = 0

        def add(k):
            nonlocal total
            total += k
            return total

        fs = [pool.submit(add, k) for k in range(n)]
        return [f.result() for f in fs], total

    print(outer(5))
    data = [1, 2, 3]
    f = pool.submit(data.append, 4)
    f.result()
    print(data, f.result())
    d = pool.submit(dict, a=1, b=2)
    print(d.result() is d.result(), d.result())

    class Worker:
        made = 0

        def __init__(self, base):
            type(self).made += 1
            self.base, self.done = base, []

        def run(self, x):
            self.done.append(x)
            return self.base + x

        @staticmethod
        def static(x): return -x

        @classmethod
        def build(cls, x): return cls(x).base

        @property
        def count(self): return len(self.done)

        def __call__(self): return self.count

    w = Worker(100)
    print(list(pool.map(w.run, range(3))), w.count, pool.submit(w).result(), pool.submit(Worker.static, 5).result(), pool.submit(Worker.build, 7).result(), Worker.made, pool.submit(Worker, 1).result().base)

    def gen(n):
        for k in range(n):
            yield k

    g = pool.submit(gen, 3).result()
    print(type(g).__name__, next(g), list(g))
    it = iter(range(5))
    print([pool.submit(next, it).result() for _ in range(3)], pool.submit(next, iter(()), "default").result())
    print(repr(pool.submit(next, iter(())).exception()))
    name_of = {pool.submit(len, s): s for s in ("one", "three", "fifteen")}
    print(sorted((name_of[f], f.result()) for f in as_completed(name_of)))

    def recursive(n): return 1 if n == 0 else n * recursive(n - 1)

    print(pool.submit(recursive, 20).result(), pool.submit(lambda f, *a: f(*a), max, 3, 9).result())
    with ThreadPoolExecutor(1) as other:
        print(pool.submit(lambda: other.submit(lambda: "through two pools").result()).result())

    def decorated(fn):
        @functools.wraps(fn)
        def inner(*a):
            return pool.submit(fn, *a)
        return inner

    @decorated
    def cube(x): return x ** 3

    print([f.result() for f in map(cube, range(4))], cube.__name__)
    print(pool.submit(print, "printed in a task", end="!\n").result())
    x = "global"

    def reads(): return x

    r = pool.submit(reads)
    r.result()
    x = "changed"
    print(r.result(), pool.submit(reads).result())
