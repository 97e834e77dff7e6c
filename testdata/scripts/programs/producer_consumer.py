# Classic producer/consumer with queue.Queue, PriorityQueue, sentinels, Condition, Barrier, Semaphore
import collections
import itertools
import queue
import random
import threading
import time
from concurrent.futures import ThreadPoolExecutor

SENTINEL = object()
lock = threading.Lock()
stats = collections.OrderedDict()


class Producer(threading.Thread):
    def __init__(self, q, n, name):
        super(Producer, self).__init__(name=name)
        self.q, self.n = q, n

    def run(self):
        for i in range(self.n):
            self.q.put((self.name, i), timeout=5)
        with lock:
            stats[self.name] = self.n


class Consumer(threading.Thread):
    def __init__(self, q, out):
        threading.Thread.__init__(self)
        self.q, self.out = q, out
        self.count = 0

    def run(self):
        while 1:
            item = self.q.get()
            try:
                if item is SENTINEL:
                    self.q.put(SENTINEL)
                    break
                self.out.append(item)
                self.count += 1
            finally:
                self.q.task_done()


class BoundedBuffer:
    def __init__(self, size):
        self.size, self.items = size, collections.deque()
        self.cond = threading.Condition()
        self.high = 0

    def put(self, x):
        with self.cond:
            self.cond.wait_for(lambda: len(self.items) < self.size)
            self.items.append(x)
            self.high = max(self.high, len(self.items))
            self.cond.notify_all()

    def get(self):
        with self.cond:
            while not self.items:
                if not self.cond.wait(timeout=5):
                    raise queue.Empty
            x = self.items.popleft()
            self.cond.notify_all()
            return x


class Task:
    _seq = itertools.count()

    def __init__(self, prio, text):
        self.prio, self.seq, self.text = prio, next(self._seq), text

    def __lt__(self, other):
        return (self.prio, self.seq) < (other.prio, other.seq)


def classic():
    q, out = queue.Queue(maxsize=3), []
    ps = [Producer(q, 5 + i, "P%d" % i) for i in range(3)]
    cs = [Consumer(q, out) for _ in range(2)]
    for t in ps + cs:
        t.start()
    for t in ps:
        t.join()
    q.put(SENTINEL)
    for c in cs:
        c.join()
    print(len(out), sum(c.count for c in cs), dict(sorted(stats.items())), q.qsize())
    for name in sorted(stats):
        seq = [i for n, i in out if n == name]
        print(name, seq == sorted(seq))
    try:
        for _ in range(99):
            q.task_done()
    except ValueError as e:
        print("ValueError:", e)


def priorities():
    pq = queue.PriorityQueue()
    for p, t in [(3, "low"), (1, "urgent"), (2, "mid"), (1, "urgent too")]:
        pq.put(Task(p, t))
    while not pq.empty():
        print(pq.get().text, end="; ")
    print()
    try:
        pq.get(block=True, timeout=0.01)
    except queue.Empty as e:
        print(repr(e))
    small = queue.LifoQueue(1)
    small.put(1)
    try:
        small.put_nowait(2)
    except queue.Full as e:
        print(repr(e), small.full())
    try:
        small.get(timeout=-1)
        small.get(timeout=-1)
    except ValueError as e:
        print(e)
    bad = queue.PriorityQueue()
    bad.put({}); 
    try:
        bad.put({})
    except TypeError as e:
        print(e)


def buffer():
    b = BoundedBuffer(2)
    with ThreadPoolExecutor(4) as ex:
        puts = [ex.submit(b.put, i) for i in range(2)]
        gets = [ex.submit(b.get) for _ in range(2)]
        print(sorted(f.result() for f in gets), b.high <= 2, b.high >= 0)


def phases():
    log = []
    barrier = threading.Barrier(3, action=lambda: log.append("|"))
    sem = threading.BoundedSemaphore(2)
    active = peak = 0

    def phase_worker(k):
        nonlocal active, peak
        for phase in "ab":
            with sem:
                with lock:
                    active += 1
                    peak = max(peak, active)
                time.sleep(random.random() / 1000)
                log.append(phase)
                with lock:
                    active -= 1
            barrier.wait(5)
    ts = [threading.Thread(target=phase_worker, args=(k,)) for k in range(3)]
    [t.start() for t in ts]; [t.join() for t in ts]
    print("".join(log), peak <= 2, barrier.n_waiting, barrier.broken)
    try:
        sem.release()
    except ValueError as e:
        print(e)
    barrier.abort()
    try:
        barrier.wait()
    except threading.BrokenBarrierError as e:
        print(type(e).__name__)
    local = threading.local()
    local.x = 1
    with ThreadPoolExecutor(1) as ex:
        print(ex.submit(getattr, local, "x", "unset").result(), local.x)
    tm = threading.Timer(0.005, log.append, ["timer"])
    tm.start(); tm.join()
    print(log[-1], threading.main_thread().name, threading.current_thread() is threading.main_thread())
    try:
        lock.release()
    except RuntimeError as e:
        print(e)
    sq = queue.SimpleQueue(); sq.put(1); print(sq.get(), sq.empty())
    q = queue.Queue(); q.put(1); q.shutdown(immediate=False); print(q.get())
    try:
        q.get()
    except queue.ShutDown as e:
        print(type(e).__name__)


if __name__ == '__main__':
    for part in (classic, priorities, buffer, phases):
        print("--", part.__name__)
        part()
