# A downloader over a pretend network: pools, retries, progress, cancellation of the slow ones.
import concurrent.futures as cf
import threading
import time


class HTTPError(OSError):
    def __init__(self, status, url):
        super().__init__(status, f"HTTP {status}", url)


class Net:
    def __init__(self):
        self.calls, self.lock, self.active, self.peak = {}, threading.Lock(), 0, 0
        self.stuck = threading.Event()

    def get(self, url, timeout=1.0):
        with self.lock:
            n = self.calls[url] = self.calls.get(url, 0) + 1
            self.active += 1
            self.peak = max(self.peak, self.active)
        try:
            time.sleep(0.002)
            name = url.rpartition("/")[2]
            if name == "missing": raise HTTPError(404, url)
            if name == "flaky" and n < 3: raise HTTPError(503, url)
            if name == "stuck": self.stuck.wait(5)
            return (name + "|") * len(name)
        finally:
            with self.lock:
                self.active -= 1


net = Net()


def fetch(url, attempts=3):
    for n in range(attempts):
        try:
            return net.get(url)
        except HTTPError as e:
            if e.errno < 500 or n == attempts - 1:
                raise
            time.sleep(0.001 * 2 ** n)


URLS = [f"http://example.test/{n}" for n in ("index", "about", "missing", "flaky", "news", "a", "bb", "ccc")]
report = {}
with cf.ThreadPoolExecutor(max_workers=4, thread_name_prefix="dl") as pool:
    todo = {pool.submit(fetch, u): u for u in URLS}
    for n, f in enumerate(cf.as_completed(todo, timeout=5), 1):
        url = todo[f]
        try:
            report[url] = len(f.result())
        except OSError as e:
            report[url] = f"{type(e).__name__} {e.errno} {e.filename}"
        if n % 4 == 0: print(f"progress {n}/{len(todo)}")
for url in URLS:
    print(f"{url:<30} {report[url]}")
print(net.peak <= 4, net.calls["http://example.test/flaky"], sum(v for v in report.values() if isinstance(v, int)))

gate = threading.Event()


def slow_then(value):
    gate.wait(5)
    return value


with cf.ThreadPoolExecutor(2) as pool:
    fs = [pool.submit(slow_then, i) for i in range(6)]
    done, pending = cf.wait(fs, timeout=0.02)
    print(len(done), len(pending), [f.cancel() for f in fs[2:]])
    gate.set()
    done, pending = cf.wait(fs, timeout=5)
    print(sorted(f.result() for f in fs if not f.cancelled()), sum(f.cancelled() for f in fs), len(pending))

with cf.ThreadPoolExecutor(3) as pool:
    first = {pool.submit(fetch, u): u for u in ("http://m/stuck", "http://m/quick")}
    done, rest = cf.wait(first, return_when=cf.FIRST_COMPLETED, timeout=5)
    winner = done.pop()
    print("winner", first[winner], winner.result(), [first[r] for r in rest])
    net.stuck.set()


def crawl(start, links, limit=10):
    seen, frontier, order = {start}, {start}, []
    with cf.ThreadPoolExecutor(3) as pool:
        while frontier:
            level = sorted(frontier)
            frontier = set()
            for page, found in zip(level, pool.map(lambda p: links.get(p, []), level)):
                order.append(page)
                frontier |= {x for x in found if x not in seen}
                seen |= frontier
    return order


print(crawl("a", {"a": ["b", "c"], "b": ["d"], "c": ["d", "e"], "e": ["a", "f"]}))
try:
    with cf.ThreadPoolExecutor(2) as pool:
        sizes = list(pool.map(fetch, URLS[:3]))
except HTTPError as e:
    print("map stops at", e)


class Progress:
    def __init__(self, total): self.total, self.n, self.lock = total, 0, threading.Lock()
    def __call__(self, future):
        with self.lock:
            self.n += 1
    def __str__(self): return f"[{'#' * (10 * self.n // self.total):<10}] {self.n}/{self.total}"


bar = Progress(20)
with cf.ThreadPoolExecutor(5) as pool:
    for i in range(20):
        pool.submit(time.sleep, 0.001).add_done_callback(bar)
print(bar)
