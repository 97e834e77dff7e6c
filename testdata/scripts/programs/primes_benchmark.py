#!/usr/bin/env python3
# Benchmarks executors over CPU-bound kernels and prints a table (times not shown: see --times)
import sys
import time
import timeit
import random
import operator
from concurrent.futures import ThreadPoolExecutor, ProcessPoolExecutor, as_completed
from collections import namedtuple
from functools import wraps, reduce
from itertools import islice, count, compress

Result = namedtuple('Result', ['name', 'executor', 'value', 'seconds'])
SHOW_TIMES = '--times' in sys.argv


def timed(fn):
    @wraps(fn)
    def wrapper(*args, **kwargs):
        start = time.perf_counter()
        value = fn(*args, **kwargs)
        return value, time.perf_counter() - start
    return wrapper


def sieve(n):
    flags = bytearray([1]) * (n + 1)
    flags[0:2] = b'\0\0'
    for i in range(2, int(n ** 0.5) + 1):
        if flags[i]:
            flags[i * i::i] = bytes(len(range(i * i, n + 1, i)))
    return sum(flags)


def trial(n):
    found = []
    for k in range(2, n):
        for p in found:
            if p * p > k:
                found.append(k)
                break
            if k % p == 0:
                break
        else:
            found.append(k)
    return len(found)


def matmul(n):
    a = [[(i * j) % 7 for j in range(n)] for i in range(n)]
    bt = list(zip(*a))
    c = [[sum(map(operator.mul, row, col)) for col in bt] for row in a]
    return sum(c[i][i] for i in range(n))


def nqueens(n):
    def place(row, cols, d1, d2):
        if row == n:
            return 1
        total = 0
        for c in range(n):
            if c not in cols and row + c not in d1 and row - c not in d2:
                total += place(row + 1, cols | {c}, d1 | {row + c}, d2 | {row - c})
        return total
    return place(0, frozenset(), frozenset(), frozenset())


def strings(n):
    words = ['%x' % (i * 2654435761 % 2 ** 32) for i in range(n)]
    d = {}
    for w in words:
        d.setdefault(w[:2], []).append(w)
    return len(','.join(sorted(words))) + max(map(len, d.values()))


def quicksort(xs):
    if len(xs) <= 1:
        return xs
    p, rest = xs[0], xs[1:]
    return quicksort([x for x in rest if x < p]) + [p] + quicksort([x for x in rest if x >= p])


def sorting(n):
    rnd = random.Random(n)
    xs = [rnd.randrange(10 * n) for _ in range(n)]
    assert quicksort(xs) == sorted(xs)
    return sum(xs[::10])


def pidigits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t:
            out.append(str(m))
            q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else:
            q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return ''.join(out)


KERNELS = [(sieve, 200000), (trial, 5000), (matmul, 50), (nqueens, 6), (strings, 5000), (sorting, 3000), (pidigits, 60)]


@timed
def run_all(executor):
    values = {}
    with executor as ex:
        futures = {ex.submit(fn, arg): fn.__name__ for fn, arg in KERNELS}
        for fut in as_completed(futures):
            values[futures[fut]] = fut.result()
    return values


def main():
    rows = []
    for label, make in (('threads', lambda: ThreadPoolExecutor(4)), ('processes', lambda: ProcessPoolExecutor(2))):
        values, secs = run_all(make())
        for name, v in values.items():
            rows.append(Result(name, label, v, secs))
    expected = {fn.__name__: fn(arg) for fn, arg in KERNELS}
    rows.sort(key=operator.attrgetter('executor', 'name'))
    print('%-10s | %-10s | %s' % ('kernel', 'executor', 'value'))
    print('-' * 10 + '-+-' + '-' * 10 + '-+-' + '-' * 10)
    for r in rows:
        flag = '' if r.value == expected[r.name] else ' WRONG'
        print('%-10s | %-10s | %s%s' % (r.name, r.executor, str(r.value)[:20], flag))
        if SHOW_TIMES:
            print('   %.3f' % r.seconds)
    t = timeit.timeit('sum(range(100))', number=10)
    print(t > 0, min(timeit.repeat(lambda: None, number=1, repeat=3)) >= 0)
    print(list(islice(compress(count(), map(lambda n: all(n % k for k in range(2, n)), count())), 2, 12)))
    print(reduce(operator.xor, range(100)), hash(3.0) == hash(3), round(1e16), 7 // -2, -7 % 3, 2 ** 100, 1e300 * 1e10, 0.1 + 0.2)
    return 0


if __name__ == '__main__':
    sys.exit(main())
