# Event, Semaphore, BoundedSemaphore, Barrier, Timer.
import threading
import time


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


e = threading.Event()
print(e.is_set(), e.wait(0.01), e.wait(timeout=0), e.set(), e.is_set(), e.wait(), e.set(), e.clear(), e.is_set())
print(repr(e).split(" at ")[0], repr(e).endswith("unset>"))
log = []
ts = [threading.Thread(target=lambda: log.append(e.wait(5))) for _ in range(3)]
[t.start() for t in ts]
e.set()
[t.join() for t in ts]
print(log)
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(), s.acquire(blocking=False), s.acquire(timeout=0.01), s.release(), s.acquire(False), s.release(3), s.acquire(), s.acquire(), s.acquire(), s.acquire(blocking=False))
attempt(lambda: threading.Semaphore(-1))
attempt(lambda: s.release(0))
attempt(lambda: s.acquire(False, 1))
b = threading.BoundedSemaphore(1)
with b: print("inside", b.acquire(False))
attempt(b.release)
attempt(lambda: threading.BoundedSemaphore(-2))
print(threading.Semaphore()._value, threading.Semaphore(5)._value)
active, peak, lock, sem = 0, 0, threading.Lock(), threading.Semaphore(3)


def limited():
    global active, peak
    with sem:
        with lock:
            active += 1
            peak = max(peak, active)
        time.sleep(0.005)
        with lock: active -= 1


ts = [threading.Thread(target=limited) for _ in range(9)]
[t.start() for t in ts]
[t.join() for t in ts]
print(active, peak <= 3, peak >= 1)
bar = threading.Barrier(3, action=lambda: log.append("action"))
print(bar.parties, bar.n_waiting, bar.broken)
order = []


def phase(i):
    for step in range(2):
        idx = bar.wait(5)
        with lock: order.append((step, idx))


ts = [threading.Thread(target=phase, args=(i,)) for i in range(3)]
[t.start() for t in ts]
[t.join() for t in ts]
print(sorted(order), log.count("action"))
bar2 = threading.Barrier(2)
attempt(lambda: bar2.wait(timeout=0.01))
print(bar2.broken)
attempt(bar2.wait)
bar2.reset()
print(bar2.broken)
bar2.abort()
attempt(bar2.wait)
bad = threading.Barrier(1, action=lambda: 1 / 0)
attempt(bad.wait)
print(bad.broken, threading.Barrier(1).wait(), issubclass(threading.BrokenBarrierError, RuntimeError))
attempt(lambda: threading.Barrier(0))
fired = threading.Event()
t = threading.Timer(0.01, lambda *a, **k: (log.append((a, k)), fired.set()), args=(1,), kwargs={"k": 2})
t.start()
print(fired.wait(5), log[-1])
t.join()
c = threading.Timer(5, log.append, ["never"])
c.start()
c.cancel()
c.join(5)
print(c.is_alive(), "never" in log, c.finished.is_set(), c.interval)
ping, pong, rally = threading.Event(), threading.Event(), []


def player(name, mine, theirs):
    for _ in range(3):
        mine.wait(5)
        mine.clear()
        rally.append(name)
        theirs.set()


a = threading.Thread(target=player, args=("ping", ping, pong))
z = threading.Thread(target=player, args=("pong", pong, ping))
a.start(); z.start()
ping.set()
a.join(); z.join()
print(rally)


class RWLock:
    def __init__(self): self.readers, self.lock, self.write = 0, threading.Lock(), threading.Lock()
    def __enter__(self):
        with self.lock:
            self.readers += 1
            if self.readers == 1: self.write.acquire()
    def __exit__(self, *a):
        with self.lock:
            self.readers -= 1
            if self.readers == 0: self.write.release()


rw, shared = RWLock(), {"v": 0}


def writer():
    for _ in range(20):
        with rw.write: shared["v"] += 1


def reader():
    for _ in range(20):
        with rw: shared["v"]


ts = [threading.Thread(target=f) for f in (writer, reader, writer, reader)]
[t.start() for t in ts]
[t.join() for t in ts]
print(shared, rw.readers, rw.write.locked())
