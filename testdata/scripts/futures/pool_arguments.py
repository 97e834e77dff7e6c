# The arguments of ThreadPoolExecutor: workers, prefix, initializer, and what is wrong with them.
import os
import threading
from concurrent.futures import ThreadPoolExecutor


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


for n in (0, -1, -100):
    attempt(lambda: ThreadPoolExecutor(n))
attempt(lambda: ThreadPoolExecutor(max_workers="2"))
attempt(lambda: ThreadPoolExecutor(initializer=5))
attempt(lambda: ThreadPoolExecutor(1, "p", "not callable"))
attempt(lambda: ThreadPoolExecutor(nope=1))
print(ThreadPoolExecutor()._max_workers == min(32, (os.process_cpu_count() or 1) + 4), ThreadPoolExecutor(7)._max_workers, ThreadPoolExecutor(max_workers=1)._max_workers)

names = set()
barrier = threading.Barrier(3)


def name():
    barrier.wait(5)
    names.add(threading.current_thread().name)


with ThreadPoolExecutor(3, thread_name_prefix="io") as pool:
    fs = [pool.submit(name) for _ in range(3)]
    [f.result() for f in fs]
    print(sorted(names), len(pool._threads), sorted(t.name for t in pool._threads) == sorted(names))

with ThreadPoolExecutor(5, "lazy") as pool:
    print(len(pool._threads))
    for i in range(4):
        pool.submit(int, "5").result()
        threading.Event().wait(0.1)
    print(len(pool._threads), [t.name for t in pool._threads])

calls = []


def init(*args):
    calls.append((args, threading.current_thread().name))
    local.value = args


local = threading.local()
with ThreadPoolExecutor(1, "ini", init, (1, "two")) as pool:
    print(calls)
    print(pool.submit(lambda: local.value).result(), pool.submit(lambda: local.value).result())
print(calls)
with ThreadPoolExecutor(max_workers=1, initializer=calls.clear) as pool:
    pool.submit(int).result()
print(calls)
first = ThreadPoolExecutor(1)
a = first.submit(lambda: threading.current_thread().name).result()
skipped = ThreadPoolExecutor(1, thread_name_prefix="named")
b = skipped.submit(lambda: threading.current_thread().name).result()
second = ThreadPoolExecutor(1)
c = second.submit(lambda: threading.current_thread().name).result()
pre = lambda s: (s.rsplit("-", 1)[0], s.rsplit("_", 1)[1])
print(pre(a), b, pre(c), int(c.split("-")[1].split("_")[0]) - int(a.split("-")[1].split("_")[0]))
for p in (first, skipped, second):
    p.shutdown()
print(threading.active_count(), threading.current_thread() is threading.main_thread())
