"""multiprocessing the way scripts use it: Pool, Queue, Manager, Lock, Value, Event, Pipe."""
import multiprocessing as mp
import os
import queue
import sys
import time
from functools import partial
from multiprocessing import Manager, Pool, Process, cpu_count, current_process
from multiprocessing.pool import ThreadPool

_shared = None


def init(value):
    global _shared
    _shared = value


def power(x, n=2):
    return x ** n


def add(a, b):
    return a + b


def bump(k):
    with _shared.get_lock():
        _shared.value += k
    return k


def worker(tasks, results):
    for func, args in iter(tasks.get, "STOP"):
        try:
            results.put((current_process().name.split("-")[0], func(*args)))
        except Exception as e:
            results.put(("error", "%s: %s" % (type(e).__name__, e)))


def fill(d, lst, i):
    d[i] = i * i
    lst.append(i)


def echo(conn):
    while True:
        try:
            msg = conn.recv()
        except EOFError:
            break
        if msg is None:
            break
        conn.send((msg, type(msg).__name__))
    conn.close()


def fails(code):
    sys.exit(code)


def boom(x):
    raise ZeroDivisionError("boom %d" % x)


class Account:
    def __init__(self, balance):
        self.balance = mp.Value("d", balance)
        self.log = mp.Array("i", 5)

    def deposit(self, i, amount):
        with self.balance.get_lock():
            self.balance.value += amount
        self.log[i] = int(amount)


def waiter(ev, q):
    q.put("go" if ev.wait(5) else "timeout")


def main():
    print(cpu_count() == os.cpu_count(), current_process().name, mp.get_start_method(allow_none=True) in (None, "fork", "spawn", "forkserver"))
    total = mp.Value("i", 0)
    with Pool(processes=2, initializer=init, initargs=(total,)) as pool:
        print(pool.map(power, range(6)), pool.map(partial(power, n=3), [1, 2, 3], chunksize=2))
        print(pool.starmap(add, [(1, 2), (3, 4)]), pool.apply(add, ("a", "b")), list(pool.imap(power, (4, 5))), sorted(pool.imap_unordered(power, (3, 1))))
        r = pool.apply_async(power, (5,), {"n": 4}, callback=lambda v: print("callback", v))
        print(r.get(timeout=10), r.ready(), r.successful())
        pool.map(bump, range(10))
        print("total", total.value)
        got = []
        r = pool.map_async(boom, [1], error_callback=lambda e: got.append(e))
        try:
            r.get(10)
        except ZeroDivisionError as e:
            print("caught", e, [type(x).__name__ for x in got])
        try:
            pool.apply_async(time.sleep, (3,)).get(timeout=0.05)
        except mp.TimeoutError as e:
            print(type(e).__name__)
    tasks, results = mp.Queue(), mp.Queue()
    jobs = [(power, (i,)) for i in range(5)] + [(add, (1, "x"))]
    for j in jobs:
        tasks.put(j)
    procs = [Process(target=worker, args=(tasks, results), name="W-%d" % i) for i in range(2)]
    for p in procs:
        p.start()
    out = sorted((results.get(timeout=10) for _ in jobs), key=str)
    for p in procs:
        tasks.put("STOP")
    for p in procs:
        p.join()
    print(out, [p.exitcode for p in procs])
    with Manager() as m:
        d, l = m.dict(), m.list()
        ps = [Process(target=fill, args=(d, l, i)) for i in range(3)]
        [p.start() for p in ps]
        [p.join() for p in ps]
        print(dict(sorted(d.items())), sorted(l), len(d), 2 in d)
        ns = m.Namespace(); ns.x = 1
        print(ns.x, m.dict(a=1).copy())
    here, there = mp.Pipe()
    p = Process(target=echo, args=(there,), daemon=True)
    p.start()
    for msg in ("text", 42, [1, {"a": (None, 2.5)}], b"bytes"):
        here.send(msg)
        print(here.recv(), end=" ")
    here.send(None); p.join(); print(p.exitcode, p.is_alive())
    p = Process(target=fails, args=(7,)); p.start(); p.join(); print(p.exitcode)
    p = Process(target=time.sleep, args=(30,)); p.start(); p.terminate(); p.join(); print(p.exitcode)
    acc = Account(10.5)
    ps = [Process(target=acc.deposit, args=(i, i * 10)) for i in range(5)]
    [p.start() for p in ps]; [p.join() for p in ps]
    print(acc.balance.value, acc.log[:], len(acc.log))
    ev, q = mp.Event(), mp.Queue()
    p = Process(target=waiter, args=(ev, q)); p.start(); ev.set(); print(q.get(timeout=10)); p.join()
    try:
        q.get(timeout=0.01)
    except queue.Empty:
        print("empty", q.empty())
    with ThreadPool(3) as tp:
        print(tp.map(lambda x: x + 1, range(4)), tp.apply(lambda: os.getpid() == os.getppid()))
    try:
        Pool(0)
    except ValueError as e:
        print(e)
    print(mp.active_children(), Process(target=main).is_alive(), mp.get_context("spawn").Process is not None)


if __name__ == "__main__":
    mp.freeze_support()
    main()
