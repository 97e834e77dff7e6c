"""Token bucket + retry with exponential backoff around a flaky service."""
# exit: 1
import functools
import logging
import random
import sys
import threading
import time
from collections import Counter, defaultdict, deque
from concurrent.futures import ThreadPoolExecutor, TimeoutError, as_completed

logging.basicConfig(stream=sys.stdout, level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s")
log = logging.getLogger("fetch")


class RateLimited(Exception):
    def __init__(self, key, retry_after):
        super().__init__("slow down: %s" % key)
        self.key = key
        self.retry_after = retry_after


class TokenBucket:
    def __init__(self, rate, capacity, clock=time.monotonic):
        self.rate, self.capacity = float(rate), capacity
        self.tokens = capacity
        self.clock = clock
        self.last = clock()
        self.lock = threading.Lock()

    def take(self, n=1):
        with self.lock:
            now = self.clock()
            self.tokens = min(self.capacity, self.tokens + (now - self.last) * self.rate)
            self.last = now
            if self.tokens >= n:
                self.tokens -= n
                return 0.0
            return (n - self.tokens) / self.rate

    def wait(self, n=1):
        while (delay := self.take(n)) > 0:
            time.sleep(delay)


class FakeClock:
    now = 100.0

    def __call__(self):
        return self.now


def retry(exceptions=Exception, *, tries=4, delay=0.001, backoff=2, jitter=None, on_retry=None):
    def decorate(fn):
        @functools.wraps(fn)
        def wrapper(*args, **kwargs):
            mtries, mdelay = tries, delay
            while mtries > 1:
                try:
                    return fn(*args, **kwargs)
                except exceptions as e:
                    if on_retry:
                        on_retry(fn, e, tries - mtries + 1)
                    time.sleep(mdelay + (jitter() if jitter else 0))
                    mtries -= 1
                    mdelay *= backoff
            return fn(*args, **kwargs)
        wrapper.tries = tries
        return wrapper
    return decorate


attempts = Counter()
history = defaultdict(deque)
_lock = threading.Lock()


def note(fn, exc, n):
    with _lock:
        history[exc.key].append("%s#%d" % (type(exc).__name__, n))


@retry(RateLimited, tries=3, jitter=lambda: random.random() / 1000, on_retry=note)
def fetch(key):
    """Fetch a key from the flaky service."""
    with _lock:
        attempts[key] += 1
        n = attempts[key]
    if n <= key % 4:
        raise RateLimited(key, n)
    return key * key


if __name__ == "__main__":
    random.seed(7)
    clock = FakeClock()
    b = TokenBucket(2, 4, clock)
    print([round(b.take(), 3) for _ in range(6)])
    clock.now += 1.25
    print([round(b.take(), 3) for _ in range(4)])
    real = TokenBucket(2000, 5)
    bad = {}
    with ThreadPoolExecutor(4, thread_name_prefix="fetch") as pool:
        jobs = {}
        for k in range(12):
            real.wait()
            jobs[pool.submit(fetch, k)] = k
        try:
            done = list(as_completed(jobs, timeout=30))
        except TimeoutError as e:
            print("timeout", e)
            done = []
    for f in sorted(done, key=jobs.get):
        k = jobs[f]
        if (e := f.exception()) is not None:
            log.error("%s failed: %s (retry after %s)", k, e, e.retry_after)
            bad[k] = e
        else:
            log.info("%2d -> %4d after %d attempt%s", k, f.result(), attempts[k], "s"[:attempts[k] ^ 1])
    for k in sorted(history):
        print(k, list(history[k]))
    print(fetch.__name__, "|", fetch.__doc__, "|", fetch.tries, "|", fetch.__wrapped__ is not fetch)
    print(attempts.most_common(3), sum(attempts.values()), sorted(bad))
    try:
        raise bad[3] from KeyError("cause")
    except RateLimited as exc:
        print(repr(exc), repr(exc.__cause__), exc.args)
    sys.exit("%d keys failed" % len(bad))
