# A task that waits for tasks of its own full pool: CPython hangs for ever.
from concurrent.futures import ThreadPoolExecutor, as_completed, wait


def leaf(n):
    return n * n


def middle(n):
    return sum(f.result() for f in [pool.submit(leaf, i) for i in range(n)])


def top(n):
    return sum(pool.map(middle, range(n)))


with ThreadPoolExecutor(1) as pool:
    print(pool.submit(top, 6).result())
    print(sum(f.result() for f in as_completed([pool.submit(middle, i) for i in range(5)])))
    print(pool.submit(lambda: len(wait([pool.submit(leaf, i) for i in range(3)]).done)).result())


def fib(n):
    if n < 2:
        return n
    a, b = pool.submit(fib, n - 1), pool.submit(fib, n - 2)
    return a.result() + b.result()


with ThreadPoolExecutor(2) as pool:
    print(fib(10))
