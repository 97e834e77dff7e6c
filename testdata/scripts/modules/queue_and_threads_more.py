# A worker pool by hand: results in order, errors passed on, a sentinel, priorities, back pressure.
import queue
import threading


def run_all(fn, items, workers=3):
    todo, results = queue.Queue(), [None] * len(items)
    for pair in enumerate(items): todo.put(pair)

    def loop():
        while True:
            try:
                i, item = todo.get_nowait()
            except queue.Empty:
                return
            try:
                results[i] = ("ok", fn(item))
            except Exception as e:
                results[i] = (type(e).__name__, str(e))
            finally:
                todo.task_done()

    ts = [threading.Thread(target=loop) for _ in range(workers)]
    for t in ts: t.start()
    todo.join()
    for t in ts: t.join()
    return results


print(run_all(lambda x: 12 // x, [1, 2, 0, "a", 5]), run_all(str, []))
q = queue.Queue(3)
for i in range(3): q.put(i)
try:
    q.put_nowait(3)
except queue.Full as e:
    print(type(e).__name__, repr(str(e)), q.full(), issubclass(queue.Full, Exception))
produced, consumed, lock = [], [], threading.Lock()
pipe = queue.Queue(2)


def produce(n):
    for i in range(n):
        pipe.put((n, i))
        with lock: produced.append((n, i))


def consume():
    while (item := pipe.get()) is not None:
        with lock: consumed.append(item)


ps = [threading.Thread(target=produce, args=(n,)) for n in (5, 7)]
cs = [threading.Thread(target=consume) for _ in range(2)]
for t in ps + cs: t.start()
for t in ps: t.join()
for _ in cs: pipe.put(None)
for t in cs: t.join()
print(len(consumed), sorted(consumed) == sorted(produced), [i for n, i in consumed if n == 5] == sorted(i for n, i in consumed if n == 5) or "order may vary between consumers")
pq = queue.PriorityQueue()
counter = iter(range(100))
for pri, task in ((3, "sleep"), (1, "eat"), (2, "code"), (1, "drink")):
    pq.put((pri, next(counter), task))
order = []
while not pq.empty(): order.append(pq.get()[2])
print(order)
stack = queue.LifoQueue()
for ch in "stressed": stack.put(ch)
print("".join(stack.get() for _ in range(stack.qsize())))


class Channel:
    CLOSED = object()
    def __init__(self, size=0): self.q = queue.Queue(size)
    def send(self, v): self.q.put(v)
    def close(self): self.q.put(self.CLOSED)
    def __iter__(self):
        while (v := self.q.get()) is not self.CLOSED: yield v


nums, squares = Channel(1), Channel(1)
def feed():
    for i in range(6): nums.send(i)
    nums.close()
def square():
    for n in nums: squares.send(n * n)
    squares.close()
for f in (feed, square): threading.Thread(target=f).start()
print(list(squares))
