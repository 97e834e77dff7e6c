"""Three executors, one interface: registry of jobs run on threads, processes and (if there) interpreters."""
import concurrent.futures
import itertools
import math
import os
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, ThreadPoolExecutor
from concurrent.futures.process import BrokenProcessPool

counter = 0
config = {}


def setup(mode, **kw):
    global counter
    counter = 100
    config.update(mode=mode, **kw)


def probe(i):
    global counter
    counter += 1
    return config.get("mode"), i, counter > 100, __name__ in ("__main__", "__mp_main__")


def is_prime(n):
    if n < 2:
        return False
    if n % 2 == 0:
        return n == 2
    for d in range(3, int(math.sqrt(n)) + 1, 2):
        if n % d == 0:
            return False
    return True


class Job:
    registry = {}

    def __init_subclass__(cls, /, key=None, **kwargs):
        super().__init_subclass__(**kwargs)
        Job.registry[key or cls.__name__.lower()] = cls

    def __init__(self, n):
        self.n = n

    def __call__(self):
        return type(self).__name__, self.run()

    def __reduce__(self):
        return type(self), (self.n,)


class Primes(Job, key="p"):
    def run(self):
        return sum(map(is_prime, range(self.n)))


class Collatz(Job):
    def run(self):
        return max((sum(1 for _ in self.steps(k)), k) for k in range(1, self.n))

    @staticmethod
    def steps(k):
        while k != 1:
            k = k // 2 if k % 2 == 0 else 3 * k + 1
            yield k


class Fails(Job):
    def run(self):
        try:
            {}[self.n]
        except KeyError as e:
            raise ValueError("bad n: %d" % self.n) from e


def die(code):
    os._exit(code)


def main():
    jobs = [cls(n) for cls in Job.registry.values() for n in (50, 200)]
    results = {}
    for name, pool in (("threads", ThreadPoolExecutor(2, initializer=setup, initargs=("t",))),
                       ("processes", ProcessPoolExecutor(2, initializer=setup, initargs=("p",)))):
        with pool as ex:
            print(name, sorted(ex.map(probe, range(3))))
            fs = [ex.submit(j) for j in jobs]
            out = []
            for f in fs:
                e = f.exception()
                out.append("%s from %s" % (repr(e), type(e.__cause__).__name__) if e and name == "threads" else repr(e) if e else f.result())
            results[name] = out
            numbers = [112272535095293, 112582705942171]
            print(dict(zip(numbers, ex.map(is_prime, [n % 10 ** 9 for n in numbers], chunksize=2))))
    for row in zip(*results.values()):
        print(*row, sep=" | ")
    print("global here:", counter >= 100, config)
    ex = ProcessPoolExecutor(1)
    try:
        ex.submit(die, 3).result()
    except BrokenProcessPool as e:
        print(type(e).__name__, issubclass(type(e), BrokenExecutor), str(e)[:40])
    try:
        ex.submit(is_prime, 3)
    except BrokenExecutor as e:
        print("again:", type(e).__name__)
    ex.shutdown()
    with ThreadPoolExecutor(1, initializer=lambda: 1 / 0) as ex:
        f = ex.submit(print)
        try:
            f.result()
        except concurrent.futures.thread.BrokenThreadPool as e:
            print(type(e).__name__, e)
    for bad in (dict(max_workers=0), dict(initializer=3)):
        for cls in (ThreadPoolExecutor, ProcessPoolExecutor):
            try:
                cls(**bad)
            except (TypeError, ValueError) as e:
                print(cls.__name__, type(e).__name__, e)
    print(list(itertools.islice(itertools.accumulate(itertools.cycle([1, 2]), initial=5), 6)))


if __name__ == "__main__":
    import logging
    logging.disable(logging.CRITICAL)
    main()
