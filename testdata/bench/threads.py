"""Thread pools: what a task costs. Runs under starpool and under Python alike."""
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

N = 50000


def noop(x):
    return x


def report(what, seconds, tasks):
    print(f"{what:<42} {seconds / tasks * 1e6:8.2f} us a task")


start = time.perf_counter()
with ThreadPoolExecutor(8) as pool:
    total = sum(f.result() for f in [pool.submit(noop, i) for i in range(N)])
report("submit, then result of each", time.perf_counter() - start, N)

start = time.perf_counter()
with ThreadPoolExecutor(8) as pool:
    assert total == sum(pool.map(noop, range(N)))
report("map", time.perf_counter() - start, N)

start = time.perf_counter()
with ThreadPoolExecutor(8) as pool:
    assert N == sum(1 for f in as_completed([pool.submit(noop, i) for i in range(N)]))
report("submit, then as_completed", time.perf_counter() - start, N)

start = time.perf_counter()
with ThreadPoolExecutor(1) as pool:
    for i in range(N // 10):
        pool.submit(noop, i).result()
report("submit one, wait for it", time.perf_counter() - start, N // 10)

start = time.perf_counter()
with ThreadPoolExecutor(500) as pool:
    list(pool.map(time.sleep, [0.01] * 5000))
report("sleep 10 ms, on 500 threads", time.perf_counter() - start, 5000)
