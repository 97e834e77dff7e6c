# Many small tasks, many pools, many sleepers; nothing lost.
import threading
import time
from concurrent.futures import ThreadPoolExecutor, wait, as_completed, FIRST_COMPLETED

with ThreadPoolExecutor(8) as pool:
    fs = [pool.submit(lambda n: n * 2, i) for i in range(2000)]
    print(sum(f.result() for f in fs), sum(pool.map(abs, range(-500, 500))), len(wait(fs).done))
    seen = set()
    for f in as_completed(fs[:300]):
        seen.add(f.result())
    print(len(seen), max(seen))

start = time.monotonic()
with ThreadPoolExecutor(50) as pool:
    list(pool.map(time.sleep, [0.1] * 50))
    print("slept together:", time.monotonic() - start < 3)

totals = []
for n in range(1, 6):
    with ThreadPoolExecutor(n) as pool:
        totals.append(sum(pool.map(lambda x: x % n, range(20))))
print(totals)

lock, done_count = threading.Lock(), 0


def on_done(f):
    global done_count
    with lock:
        done_count += 1


with ThreadPoolExecutor(4) as pool:
    for i in range(200):
        pool.submit(int, str(i)).add_done_callback(on_done)
print(done_count)
pending, rounds, total = set(), 0, 0
with ThreadPoolExecutor(3) as pool:
    source = iter(range(100))
    while True:
        while len(pending) < 10 and (n := next(source, None)) is not None:
            pending.add(pool.submit(lambda v: v + 1, n))
        if not pending:
            break
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        total += sum(f.result() for f in done)
        rounds += 1
print(total, rounds > 5)


def tree(pool, depth):
    if depth == 0:
        return [pool.submit(lambda: 1)]
    return tree(pool, depth - 1) + tree(pool, depth - 1)


with ThreadPoolExecutor(4) as pool:
    print(sum(f.result() for f in tree(pool, 6)))
cancelled = 0
gate = threading.Event()
with ThreadPoolExecutor(1) as pool:
    blocker = pool.submit(gate.wait, 5)
    fs = [pool.submit(str, i) for i in range(100)]
    cancelled = sum(f.cancel() for f in fs[::2])
    gate.set()
print(cancelled, sum(f.cancelled() for f in fs), "".join(f.result() for f in fs if not f.cancelled())[:12], blocker.result())
busy = {"stop": False}


def spin():
    n = 0
    while not busy["stop"]:
        n += 1
    return n >= 0  # it may get its first turn only after the other task


with ThreadPoolExecutor(2) as pool:
    s = pool.submit(spin)
    print(pool.submit(lambda: "a busy task does not starve others").result())
    busy["stop"] = True
    print(s.result())
