# Lock, RLock, Condition: acquire forms, ownership, errors, producer and consumer.
import threading

lock = threading.Lock()


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(lock.locked(), lock.acquire(), lock.locked(), lock.acquire(blocking=False), lock.acquire(False), lock.acquire(timeout=0.01), lock.release(), lock.locked())
attempt(lock.release)
attempt(lambda: lock.acquire(False, 5))
attempt(lambda: lock.acquire(timeout=-5))
attempt(lambda: lock.acquire(timeout="x"))
with lock as got:
    print(got, lock.locked(), repr(lock).split(" object")[0])
print(repr(lock).split(" object")[0])
try:
    with lock: raise KeyError("released anyway")
except KeyError:
    print(lock.locked())
rlock = threading.RLock()
print(rlock.acquire(), rlock.acquire(), rlock.acquire(blocking=False), rlock.release(), rlock.release(), rlock.release())
attempt(rlock.release)
results = []


def other(l):
    results.append(l.acquire(blocking=False))
    results.append(l.acquire(timeout=0.01))
    try:
        l.release()
    except RuntimeError as e:
        results.append(str(e))


with rlock:
    t = threading.Thread(target=other, args=(rlock,))
    t.start(); t.join()
print(results)
with lock:
    t = threading.Thread(target=lock.release)
    t.start(); t.join()
    lock.acquire()
print("a Lock may be released by another thread", lock.locked())
total = 0


def add(n):
    global total
    for _ in range(n):
        with lock:
            v = total
            total = v + 1


ts = [threading.Thread(target=add, args=(200,)) for _ in range(5)]
[t.start() for t in ts]
[t.join() for t in ts]
print(total)
cond = threading.Condition()
attempt(cond.notify)
attempt(cond.wait)
attempt(cond.release)
attempt(cond.notify_all)
with cond:
    print(cond.wait(timeout=0.01), cond.wait_for(lambda: False, timeout=0.01), cond.wait_for(lambda: "truthy"), cond.notify(), cond.notify_all())
items, got = [], []


def consumer():
    while True:
        with cond:
            cond.wait_for(lambda: items)
            x = items.pop(0)
        if x is None: return
        got.append(x)


c = threading.Thread(target=consumer)
c.start()
for i in list(range(5)) + [None]:
    with cond:
        items.append(i)
        cond.notify()
c.join()
print(got)
ready, woken = [], []


def sleeper(i):
    with cond:
        ready.append(i)
        cond.wait(5)
        woken.append(i)


ts = [threading.Thread(target=sleeper, args=(i,)) for i in range(4)]
[t.start() for t in ts]
while True:
    with cond:
        if len(ready) == 4: break
with cond:
    cond.notify(2)
while len(woken) < 2: pass
print(len(woken))
with cond: cond.notify_all()
[t.join() for t in ts]
print(sorted(woken))
own = threading.Lock()
c2 = threading.Condition(own)
with c2: print(own.locked())
print(own.locked(), c2.acquire(), own.locked(), c2.release())


class Bounded:
    def __init__(self, n):
        self.n, self.items = n, []
        self.lock = threading.RLock()
        self.not_empty, self.not_full = threading.Condition(self.lock), threading.Condition(self.lock)

    def put(self, x):
        with self.not_full:
            self.not_full.wait_for(lambda: len(self.items) < self.n)
            self.items.append(x)
            self.not_empty.notify()

    def get(self):
        with self.not_empty:
            self.not_empty.wait_for(lambda: self.items)
            x = self.items.pop(0)
            self.not_full.notify()
            return x


b = Bounded(2)
p = threading.Thread(target=lambda: [b.put(i) for i in range(20)])
p.start()
print([b.get() for _ in range(20)] == list(range(20)), p.join(), b.items)
