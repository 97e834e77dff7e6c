# Executor.map: order, several iterables, laziness, errors, timeouts, chunksize.
import threading
import time
from concurrent.futures import ThreadPoolExecutor, TimeoutError

with ThreadPoolExecutor(3) as pool:
    r = pool.map(lambda x: x * x, range(6))
    print(type(r), iter(r) is r, list(r), list(r))
    print(list(pool.map(pow, [2, 3, 4], [5, 2, 1, 9])), list(pool.map(lambda: 1)), list(pool.map(str, [])), list(pool.map(lambda a, b, c: a + b + c, "ab", "cd", "ef")), list(pool.map(max, [1, 5], [3, 2], chunksize=10)))
    print(list(pool.map(lambda t: (time.sleep(t), t)[1], [0.03, 0.01, 0.02])))

    def check(x):
        if x == 3:
            raise ValueError("bad 3")
        return x

    out = []
    try:
        for v in pool.map(check, range(6)):
            out.append(v)
    except ValueError as e:
        print(out, e)
    it = pool.map(check, [1, 3, 2])
    print(next(it))
    for _ in range(3):
        try:
            print(next(it))
        except ValueError as e:
            print("error", e)
        except StopIteration:
            print("exhausted after the error")
    read = []

    def source():
        for i in range(3):
            read.append(i)
            yield i

    m = pool.map(str, source())
    print(read, "all submitted at once")
    print(next(m), list(m))
    for f in (lambda: pool.map(), lambda: pool.map(str, 5), lambda: list(pool.map(5, [1])), lambda: pool.map(str, [1], nope=1), lambda: list(pool.map(str, [1], timeout="x")), lambda: list(pool.map(int, ["x"]))):
        try:
            print(f())
        except Exception as e:
            print(type(e).__name__, e)

    def failing():
        yield 1
        raise KeyError("source failed")

    try:
        pool.map(str, failing())
    except KeyError as e:
        print("raised by map itself", e)

gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    it = pool.map(lambda x: gate.wait(5) if x else "fast", [0, 1, 2], timeout=0.4)
    print(next(it))
    try:
        next(it)
    except TimeoutError as e:
        print(type(e).__name__, repr(str(e)), isinstance(e, OSError))
    gate.set()
gate.clear()
ran = []
with ThreadPoolExecutor(1) as pool:
    started = threading.Event()

    def work(x):
        started.set()
        gate.wait(5)
        ran.append(x)
        return x

    it = pool.map(work, range(4))
    started.wait(5)
    blocked = threading.Thread(target=lambda: None)
    g2 = pool.map(work, range(10, 14))
    try:
        next(pool.map(work, [99], timeout=0.01))
    except TimeoutError:
        print("timed out, the rest is cancelled")
    gate.set()
    print(list(it))
    first = next(g2)
    print(first)
print(sorted(ran))
results = []
with ThreadPoolExecutor(2) as pool:
    for word, n in zip(("a", "bb", "ccc"), pool.map(len, ("a", "bb", "ccc"))):
        results.append((word, n))
    inf = iter(range(10 ** 9))
    print(list(pool.map(lambda a, b: a * b, (1, 2, 3), inf)), next(inf))
print(results)
