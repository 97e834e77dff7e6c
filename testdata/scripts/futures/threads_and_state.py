# Tasks share globals, use locks, locals and queues; the results are exact.
import queue
import threading
from concurrent.futures import ThreadPoolExecutor

lock = threading.Lock()
counter = 0
hits = {}


def bump(n):
    global counter
    for _ in range(n):
        with lock:
            counter += 1
            name = threading.current_thread().name
            hits[name] = hits.get(name, 0) + 1
    return n


with ThreadPoolExecutor(4, "w") as pool:
    print(sum(pool.map(bump, [250] * 8)), counter, sum(hits.values()), all(k.startswith("w_") for k in hits))

local = threading.local()


def per_thread(i):
    if not hasattr(local, "seen"):
        local.seen = []
    local.seen.append(i)
    return len(local.seen)


with ThreadPoolExecutor(1) as pool:
    print(list(pool.map(per_thread, range(5))), hasattr(local, "seen"))

q = queue.Queue()


def producer(n):
    for i in range(n):
        q.put(i)
    q.put(None)


def consumer():
    out = []
    while (x := q.get()) is not None:
        out.append(x * x)
    return out


with ThreadPoolExecutor(2) as pool:
    c = pool.submit(consumer)
    pool.submit(producer, 6)
    print(c.result())

ready = threading.Barrier(3)
with ThreadPoolExecutor(3) as pool:
    order = sorted(pool.map(lambda i: (ready.wait(5) >= 0, i), range(3)))
    print(order)


class Account:
    def __init__(self): self.balance, self.lock = 0, threading.RLock()

    def add(self, n):
        with self.lock:
            with self.lock:
                b = self.balance
                self.balance = b + n
        return self.balance


acc = Account()
with ThreadPoolExecutor(8) as pool:
    list(pool.map(acc.add, range(101)))
print(acc.balance)
results = [None] * 10


def store(i):
    results[i] = i ** 3


with ThreadPoolExecutor(3) as pool:
    for i in range(10):
        pool.submit(store, i)
print(results)
sem = threading.Semaphore(2)
active, peak = 0, 0


def limited(i):
    global active, peak
    with sem:
        with lock:
            active += 1
            peak = max(peak, active)
        threading.Event().wait(0.005)
        with lock:
            active -= 1


with ThreadPoolExecutor(6) as pool:
    list(pool.map(limited, range(12)))
print(active, 1 <= peak <= 2)
seen = []
with ThreadPoolExecutor(1) as pool:
    fs = [pool.submit(seen.append, i) for i in range(20)]
print(seen == list(range(20)), "first in, first out")


def gen_task(n):
    def squares():
        for i in range(n):
            yield i * i
    return sum(squares())


with ThreadPoolExecutor(4) as pool:
    print(list(pool.map(gen_task, range(8))))


def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


with ThreadPoolExecutor(2) as pool:
    print(list(pool.map(fib, [10, 12, 14])), pool.submit(lambda: [x for x in range(3)]).result())
