# A pipeline of stages, each a group of threads joined by queues, with an orderly stop.
import queue
import threading

STOP = object()


class Stage:
    def __init__(self, name, fn, workers=1, size=4):
        self.name, self.fn, self.workers = name, fn, workers
        self.inbox = queue.Queue(size)
        self.next = None
        self.errors, self.count = [], 0
        self.lock = threading.Lock()
        self.live = workers
        self.threads = [threading.Thread(target=self.loop, name=f"{name}-{i}") for i in range(workers)]

    def start(self):
        for t in self.threads:
            t.start()

    def loop(self):
        while True:
            item = self.inbox.get()
            if item is STOP:
                self.inbox.put(STOP)
                with self.lock:
                    self.live -= 1
                    last = self.live == 0
                if last and self.next:
                    self.next.inbox.put(STOP)
                return
            try:
                for out in self.fn(item):
                    if self.next:
                        self.next.inbox.put(out)
            except Exception as e:
                with self.lock:
                    self.errors.append((item, f"{type(e).__name__}: {e}"))
            finally:
                with self.lock:
                    self.count += 1


class Pipeline:
    def __init__(self, *stages):
        self.stages = stages
        for a, b in zip(stages, stages[1:]):
            a.next = b

    def run(self, items):
        for s in self.stages: s.start()
        for item in items: self.stages[0].inbox.put(item)
        self.stages[0].inbox.put(STOP)
        for s in self.stages:
            for t in s.threads: t.join()
        return self


def read(line):
    yield line.strip()


def parse(line):
    if not line or line.startswith("#"):
        return
    key, value = line.split("=")
    yield key.strip(), int(value)


def expand(pair):
    key, n = pair
    for i in range(n):
        yield f"{key}{i}"


result, lock = [], threading.Lock()


def collect(x):
    with lock:
        result.append(x)
    return ()


LINES = ["a = 2", "# comment", "", "b=3", "broken", "c=x", "d = 0", "e=1=2", "f = 1"]
p = Pipeline(Stage("read", read), Stage("parse", parse, workers=2), Stage("expand", expand, workers=3, size=1), Stage("collect", collect))
p.run(LINES)
print(sorted(result))
for s in p.stages:
    print(s.name, s.count, s.live, sorted(s.errors), any(t.is_alive() for t in s.threads))
big, result = result, []
Pipeline(Stage("sq", lambda n: [n * n], workers=4), Stage("odd", lambda n: [n] if n % 2 else [], workers=2), Stage("sum", collect)).run(range(100))
print(len(result), sum(result), threading.active_count())
buckets = {}
done = queue.PriorityQueue()
for x in result:
    done.put((x % 10, x))
while not done.empty():
    k, v = done.get()
    buckets.setdefault(k, []).append(v)
print({k: (len(v), v == sorted(v)) for k, v in buckets.items()})
