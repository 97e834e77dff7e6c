# queue: Queue, LifoQueue, PriorityQueue, SimpleQueue, timeouts, task_done, join, shutdown.
import queue
import threading


def attempt(f):
    try:
        print(repr(f()))
    except BaseException as e:
        print(type(e).__name__ + ":", repr(str(e)))


q = queue.Queue(maxsize=2)
print(q.empty(), q.full(), q.qsize(), q.put(1), q.put("two"), q.full(), q.qsize(), q.maxsize)
attempt(lambda: q.put(3, block=False))
attempt(lambda: q.put_nowait(3))
attempt(lambda: q.put(3, timeout=0.01))
attempt(lambda: q.put(3, timeout=-1))
print(q.get(), q.get(), q.empty())
attempt(lambda: q.get(block=False))
attempt(lambda: q.get_nowait())
attempt(lambda: q.get(timeout=0.01))
attempt(lambda: q.get(True, -1))
print(q.task_done(), q.task_done())
attempt(q.task_done)
print(q.join(), q.unfinished_tasks)
for cls in (queue.Queue, queue.LifoQueue, queue.PriorityQueue):
    x = cls()
    for v in (3, 1, 2): x.put(v)
    print(cls.__name__, [x.get() for _ in range(3)], x.empty())
s = queue.SimpleQueue()
s.put(1); s.put_nowait(2)
print(s.qsize(), s.empty(), s.get(), s.get_nowait(), s.empty())
attempt(lambda: s.get(False))
attempt(lambda: s.get(timeout=0.01))
p = queue.PriorityQueue()
for item in ((2, "b"), (1, "z"), (2, "a"), (0, "first")): p.put(item)
print([p.get()[1] for _ in range(4)])
p.put((1, {"d": 1}))
attempt(lambda: p.put((1, {"d": 2})))
print(issubclass(queue.Empty, Exception), issubclass(queue.LifoQueue, queue.Queue), queue.Queue(0).full(), queue.Queue(-1).full())
work, done = queue.Queue(), []
lock = threading.Lock()


def worker():
    while True:
        n = work.get()
        if n is None:
            work.task_done()
            break
        with lock: done.append(n * n)
        work.task_done()


ts = [threading.Thread(target=worker) for _ in range(3)]
[t.start() for t in ts]
for i in range(10): work.put(i)
work.join()
print(sorted(done), work.unfinished_tasks)
for _ in ts: work.put(None)
[t.join() for t in ts]
print(work.empty(), [t.is_alive() for t in ts])
small, got = queue.Queue(1), []


def producer():
    for i in range(6): small.put(i)
    small.put("end")


t = threading.Thread(target=producer)
t.start()
while (v := small.get(timeout=5)) != "end": got.append(v)
t.join()
print(got)
sd = queue.Queue()
sd.put("left")
sd.shutdown()
attempt(lambda: sd.put(1))
attempt(lambda: sd.get())
attempt(lambda: sd.get())
im = queue.Queue()
im.put(1)
im.shutdown(immediate=True)
attempt(im.get)
attempt(im.join)
waiting = queue.Queue()
out = []


def blocked():
    try:
        waiting.get()
    except queue.ShutDown as e:
        out.append(type(e).__name__)


t = threading.Thread(target=blocked)
t.start()
waiting.shutdown()
t.join()
print(out)


class Job:
    def __init__(self, pri, name): self.pri, self.name = pri, name
    def __lt__(self, o): return self.pri < o.pri


jobs = queue.PriorityQueue()
for pri, name in ((5, "low"), (1, "high"), (3, "mid")): jobs.put(Job(pri, name))
print([jobs.get().name for _ in range(3)])


class Unique(queue.Queue):
    def _init(self, maxsize): self.queue = set()
    def _put(self, item): self.queue.add(item)
    def _get(self): return self.queue.pop()


u = Unique()
for x in (1, 1, 1): u.put(x)
print(u.qsize(), u.get(), u.empty())
q2 = queue.Queue()
[q2.put(c) for c in "abc"]
print(list(q2.queue), list(iter(q2.get, "c")), q2.empty(), queue.Queue().queue)
