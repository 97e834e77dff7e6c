# -*- coding: utf-8 -*-
"""Generator pipeline with bounded submission (a sliding window of futures), back-pressure, ordered results and batching."""
import collections
import contextlib
import csv
import fileinput
import io
import itertools
import operator
import os
import sys
import tempfile
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, as_completed, wait

try:
    from itertools import batched
except ImportError:
    def batched(it, n):
        it = iter(it)
        while chunk := tuple(itertools.islice(it, n)):
            yield chunk

HIGH_WATER = 0
_active = 0
_lock = threading.Lock()


def tracked(fn):
    def inner(*a):
        global _active, HIGH_WATER
        with _lock:
            _active += 1
            if _active > HIGH_WATER:
                HIGH_WATER = _active
        try:
            return fn(*a)
        finally:
            with _lock:
                _active -= 1
    return inner


def ordered_map(pool, fn, items, window=4):
    pending = collections.deque()
    for item in items:
        pending.append(pool.submit(fn, item))
        if len(pending) >= window:
            yield pending.popleft().result()
    while pending:
        yield pending.popleft().result()


def unordered_map(pool, fn, items, window=4):
    pending = set()
    it = iter(items)
    for item in itertools.islice(it, window):
        pending.add(pool.submit(fn, item))
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        for f in done:
            yield f.result()
        for item in itertools.islice(it, len(done)):
            pending.add(pool.submit(fn, item))


def numbers(limit, log):
    try:
        for i in itertools.count():
            if i >= limit:
                return "exhausted"
            log.append(i)
            yield i
    finally:
        log.append("closed")


def pipeline(*stages):
    def run(source):
        for s in stages:
            source = s(source)
        return source
    return run


def only(pred):
    return lambda src: (x for x in src if pred(x))


def each(fn):
    return lambda src: map(fn, src)


def numbered(src, start=1):
    yield from enumerate(src, start)


def coroutine(fn):
    def start(*a, **k):
        g = fn(*a, **k)
        next(g)
        return g
    return start


@coroutine
def writer(out):
    n = 0
    with contextlib.closing(out):
        try:
            while True:
                row = yield n
                out.write("\t".join(map(str, row)) + "\n")
                n += 1
        except GeneratorExit:
            print("writer got", n, "rows:", out.getvalue().count("\t"))


@coroutine
def tee(*targets):
    while True:
        item = yield
        for t in targets:
            t.send(item)


def outer(log):
    result = yield from numbers(3, log)
    log.append(result)


@tracked
def square(n):
    return n * n


def main():
    log = []
    with ThreadPoolExecutor(3) as pool:
        print(list(ordered_map(pool, square, numbers(10, log), 3)), log[-1])
        print(sorted(unordered_map(pool, square, range(10))), HIGH_WATER <= 3)
        gen = ordered_map(pool, square, numbers(100, log2 := []), 5)
        print([next(gen) for _ in range(2)], len(log2) <= 7)
        gen.close()
        run = pipeline(only(lambda n: n % 3 == 0), each(square), only(str), lambda s: zip(s, itertools.cycle("ab")), numbered)
        print(list(run(range(13))))
        print([sum(b) for b in batched(pool.map(square, range(10)), 4)])
        print(dict(pool.map(lambda kv: (kv[0], sum(kv[1])), {"a": [1, 2], "b": range(5)}.items())))
        try:
            for x in pool.map(lambda n: 10 // (n - 2), range(5)):
                print(x, end=" ")
        except ZeroDivisionError as e:
            print("stopped:", e)
    list(outer(log3 := [])); print(log3)
    w1, w2 = writer(io.StringIO()), writer(io.StringIO())
    t = tee(w1, w2)
    for row in [(1, "x"), (2, "é"), (3, None)]:
        t.send(row)
    w1.close(); w2.close()
    try:
        w1.send(1)
    except StopIteration:
        print("closed for good")
    with tempfile.TemporaryDirectory() as d:
        names = []
        for i in range(3):
            names.append(os.path.join(d, "part%d.csv" % i))
            with open(names[-1], "w", newline="") as f:
                csv.writer(f).writerows([i, j, 'q"%d' % j] for j in range(2))
        for line in fileinput.input(names):
            print(os.path.basename(fileinput.filename()), fileinput.lineno(), fileinput.filelineno(), line.strip())
        with contextlib.ExitStack() as st:
            files = [st.enter_context(open(n)) for n in names]
            st.callback(print, "all closed")
            for lines in itertools.zip_longest(*files):
                print([l.strip().split(",")[0] for l in lines])
        print([f.closed for f in files])
        with open(names[0], "rb+") as f:
            f.seek(-4, os.SEEK_END); tail = f.read(); f.truncate(5)
            print(tail, f.tell(), os.path.getsize(names[0]))
    rows = [("x", 3), ("y", 1), ("x", 5), ("z", 0)]
    print({k: [v for _, v in g] for k, g in itertools.groupby(sorted(rows), key=operator.itemgetter(0))}, list(itertools.accumulate([3, 1, 4], max)), [*itertools.chain(*[[1], (2,), {3}])])
    a, b = itertools.tee(iter("abc")); next(a)
    first, *mid, last = range(5)
    print(list(zip(a, b)), mid, (lambda *a, **k: (a, k))(*"ab", **{"c": 1}), [i if i % 2 else -i for i in range(4)], {i: j for i, j in zip("ab", (1, 2))}, {x % 3 for x in range(9)}, any(x > 3 for x in range(5)), [[r * c for c in range(3)] for r in range(2)])
    sys.stdout.write("%s\n" % (sum(x for x in range(10) if x % 2),))


if __name__ == "__main__":
    main()
