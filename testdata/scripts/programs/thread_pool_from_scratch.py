# A tiny thread pool and future written with threading and queue, checked against the real one.
import queue
import threading
from concurrent.futures import ThreadPoolExecutor


class MiniFuture:
    def __init__(self):
        self._cond = threading.Condition()
        self._done, self._value, self._error, self._callbacks = False, None, None, []

    def _settle(self, value=None, error=None):
        with self._cond:
            self._value, self._error, self._done = value, error, True
            callbacks, self._callbacks = self._callbacks, []
            self._cond.notify_all()
        for cb in callbacks: cb(self)

    def result(self, timeout=None):
        with self._cond:
            if not self._cond.wait_for(lambda: self._done, timeout):
                raise TimeoutError("not done")
            if self._error: raise self._error
            return self._value

    def then(self, fn):
        out = MiniFuture()
        def run(f):
            try:
                out._settle(fn(f.result()))
            except Exception as e:
                out._settle(error=e)
        with self._cond:
            if not self._done:
                self._callbacks.append(run)
                return out
        run(self)
        return out


class MiniPool:
    def __init__(self, n):
        self.q, self.closed = queue.SimpleQueue(), False
        self.threads = [threading.Thread(target=self._work, daemon=True) for _ in range(n)]
        for t in self.threads: t.start()

    def _work(self):
        while (job := self.q.get()) is not None:
            future, fn, args, kw = job
            try:
                value = fn(*args, **kw)
            except BaseException as e:
                future._settle(error=e)
            else:
                future._settle(value)

    def submit(self, fn, *args, **kw):
        if self.closed: raise RuntimeError("pool is closed")
        f = MiniFuture()
        self.q.put((f, fn, args, kw))
        return f

    def map(self, fn, *its):
        fs = [self.submit(fn, *a) for a in zip(*its)]
        return (f.result() for f in fs)

    def __enter__(self): return self

    def __exit__(self, *exc):
        self.closed = True
        for _ in self.threads: self.q.put(None)
        for t in self.threads: t.join()


def work(n):
    if n % 7 == 6: raise ValueError(f"bad {n}")
    return n * n


def outcome(f):
    try:
        return f.result(5)
    except Exception as e:
        return repr(e)


with MiniPool(3) as mini, ThreadPoolExecutor(3) as real:
    a = [outcome(mini.submit(work, n)) for n in range(15)]
    b = [outcome(real.submit(work, n)) for n in range(15)]
    print(a == b, a)
    print(list(mini.map(pow, [2, 3], [3, 2])) == list(real.map(pow, [2, 3], [3, 2])), sum(mini.map(len, ["a", "bb"])))
    f = mini.submit(str, 5).then(lambda s: s + "!").then(len)
    g = mini.submit(work, 6).then(lambda v: v + 1)
    h = mini.submit(int, "7").then(lambda v: 1 / (v - 7))
    print(outcome(f), outcome(g), outcome(h))
    gate = threading.Event()
    slow = mini.submit(gate.wait, 5)
    try:
        slow.result(timeout=0.01)
    except TimeoutError as e:
        print(e)
    gate.set()
    print(slow.result(5))
try:
    mini.submit(print)
except RuntimeError as e:
    print(e)
print([t.is_alive() for t in mini.threads])


def parallel_reduce(fn, items, pool):
    while len(items) > 1:
        pairs = [pool.submit(fn, *items[i:i + 2]) if i + 1 < len(items) else items[i] for i in range(0, len(items), 2)]
        items = [p.result() if hasattr(p, "result") else p for p in pairs]
    return items[0]


with MiniPool(2) as mini, ThreadPoolExecutor(2) as real:
    print(parallel_reduce(lambda x, y: x + y, list(range(100)), mini), parallel_reduce(max, [3, 9, 2, 7, 5], real), parallel_reduce(lambda a, b: a + b, list("parallel"), real))
