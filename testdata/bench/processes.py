"""What a process pool costs. The same script runs under starpool and under
CPython; docs/performance.md has the figures:

    go build -o /tmp/starpool . && /tmp/starpool testdata/bench/processes.py && python3 testdata/bench/processes.py
"""

import time
from concurrent.futures import ProcessPoolExecutor


def same(x):
    return x


def total(numbers):
    return sum(numbers)


def best(n, run):
    """The shortest of five runs: neighbours on the machine only add."""
    times = []
    for _ in range(5):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) / n)
    return min(times)


def one_by_one(pool, n):
    for i in range(n):
        pool.submit(same, i).result()


def start_and_stop():
    with ProcessPoolExecutor(2) as pool:
        pool.submit(same, 1).result()


def main():
    begin = time.perf_counter()
    start_and_stop()
    print('first pool of the program:         %8.1f ms' % ((time.perf_counter() - begin) * 1e3))
    with ProcessPoolExecutor(2) as pool:
        pool.submit(same, 0).result()
        print('submit and result, one at a time: %8.1f us' % (best(1000, lambda: one_by_one(pool, 1000)) * 1e6))
        print('map of 100,000, chunksize=100:    %8.1f ms' % (best(1, lambda: sum(pool.map(same, range(100000), chunksize=100))) * 1e3))
        numbers = list(range(100000))
        print('send and sum 100,000 ints:        %8.1f ms' % (best(5, lambda: [pool.submit(total, numbers).result() for _ in range(5)]) * 1e3))
    print('start, one task, shutdown:        %8.1f ms' % (best(1, start_and_stop) * 1e3))


if __name__ == '__main__':
    main()
