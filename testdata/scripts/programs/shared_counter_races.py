"""Demonstrations for a class on threads: races with and without a lock, deadlock avoidance, RW lock, dining philosophers, thread-safe singletons."""
import random
import sys
import threading
import time
from collections import Counter, deque
from concurrent.futures import ThreadPoolExecutor, wait
from contextlib import contextmanager, ExitStack

sys.setswitchinterval(0.0005)


class Account:
    _ids = iter(range(1, 1000))

    def __init__(self, balance):
        self.id, self.balance, self.lock = next(Account._ids), balance, threading.Lock()


def transfer(a, b, amount):
    first, second = sorted((a, b), key=lambda x: x.id)
    with first.lock, second.lock:
        if a.balance < amount:
            return False
        a.balance -= amount
        time.sleep(0)
        b.balance += amount
        return True


class RWLock:
    def __init__(self):
        self._cond, self._readers, self._writer = threading.Condition(threading.RLock()), 0, False
        self.max_readers = 0

    @contextmanager
    def read(self):
        with self._cond:
            while self._writer:
                self._cond.wait()
            self._readers += 1
            self.max_readers = max(self.max_readers, self._readers)
        try:
            yield
        finally:
            with self._cond:
                self._readers -= 1
                if not self._readers:
                    self._cond.notify_all()

    @contextmanager
    def write(self):
        with self._cond:
            self._cond.wait_for(lambda: not self._writer and self._readers == 0)
            self._writer = True
        try:
            yield
        finally:
            with self._cond:
                self._writer = False
                self._cond.notify_all()


class Philosopher(threading.Thread):
    def __init__(self, i, forks, meals, log):
        super().__init__(name="phil-%d" % i, daemon=True)
        self.forks = sorted((forks[i], forks[(i + 1) % len(forks)]), key=id)
        self.meals, self.log = meals, log

    def run(self):
        for _ in range(self.meals):
            with ExitStack() as st:
                for f in self.forks:
                    st.enter_context(f)
                self.log.append(self.name)


class Latch:
    def __init__(self, n):
        self.n, self.cond = n, threading.Condition()

    def count_down(self):
        with self.cond:
            self.n -= 1
            if self.n <= 0:
                self.cond.notify_all()

    def wait(self, timeout=None):
        with self.cond:
            return self.cond.wait_for(lambda: self.n <= 0, timeout)


class Once:
    def __init__(self):
        self.lock, self.done, self.runs = threading.Lock(), False, 0

    def __call__(self, fn):
        if not self.done:
            with self.lock:
                if not self.done:
                    fn()
                    self.runs += 1
                    self.done = True


def ping_pong(n):
    out, turn = [], threading.Condition()
    state = {"who": "ping"}

    def player(me, other):
        for _ in range(n):
            with turn:
                while state["who"] != me:
                    turn.wait(1)
                out.append(me)
                state["who"] = other
                turn.notify()
    ts = [threading.Thread(target=player, args=p) for p in (("ping", "pong"), ("pong", "ping"))]
    for t in ts:
        t.start()
    for t in ts:
        t.join()
    return " ".join(out)


def main():
    rnd = random.Random(3)
    accounts = [Account(100) for _ in range(5)]
    with ThreadPoolExecutor(8) as ex:
        futs = [ex.submit(transfer, *rnd.sample(accounts, 2), rnd.randint(1, 60)) for _ in range(300)]
    print(sum(a.balance for a in accounts), min(a.balance for a in accounts) >= 0, Counter(type(f.result()).__name__ for f in futs))
    total, lock = 0, threading.Lock()

    def add(n):
        nonlocal total
        for _ in range(n):
            with lock:
                total += 1
    with ThreadPoolExecutor(4) as ex:
        wait([ex.submit(add, 2500) for _ in range(4)])
    print(total)
    rw, data, seen = RWLock(), {"v": 0}, set()

    def reader():
        with rw.read():
            a = data["v"]; time.sleep(0.0005); b = data["v"]
            seen.add(a == b)

    def writer():
        with rw.write():
            v = data["v"]; time.sleep(0.0002); data["v"] = v + 1
    with ThreadPoolExecutor(6) as ex:
        for i in range(40):
            ex.submit(writer if i % 4 == 0 else reader)
    print(data, seen, 1 <= rw.max_readers <= 6)
    forks, log = [threading.Lock() for _ in range(5)], deque()
    ps = [Philosopher(i, forks, 20, log) for i in range(5)]
    [p.start() for p in ps]
    [p.join(10) for p in ps]
    print(sorted(Counter(log).items()), any(p.is_alive() for p in ps))
    latch = Latch(3)
    print(latch.wait(0.01))
    for _ in range(3):
        threading.Thread(target=latch.count_down).start()
    once = Once()
    with ThreadPoolExecutor(5) as ex:
        list(ex.map(once, [lambda: time.sleep(0.001)] * 20))
    print(latch.wait(5), once.runs, ping_pong(3))
    l = threading.Lock()
    print(l.acquire(), l.acquire(blocking=False), l.acquire(timeout=0.01), l.locked()); l.release()
    r = threading.RLock(); r.acquire(); r.acquire(); r.release(); r.release()
    for fn in (r.release, l.release, lambda: threading.Condition().notify(), lambda: threading.Semaphore(-1), lambda: threading.Thread().join(), lambda: threading.current_thread().join(), lambda: threading.Thread(target=3, group=1), lambda: l.acquire(False, 1), lambda: threading.Barrier(0)):
        try:
            print("?", fn())
        except Exception as e:
            print(type(e).__name__, e)
    t = threading.Thread(target=print, args=("in", "thread"), kwargs={"sep": "-"})
    t.start(); t.join()
    try:
        t.start()
    except RuntimeError as e:
        print(e, t.is_alive(), t.daemon, t.ident is not None)
    e = threading.Event(); print(e.wait(0.001), e.is_set(), threading.active_count() >= 1, [x.name for x in threading.enumerate()][0])


if __name__ == "__main__":
    main()
