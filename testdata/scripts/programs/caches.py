"""Caching layers: lru_cache, TTL cache, weak values, single-flight de-duplication, memo decorators, cached_property."""
import collections
import functools
import gc
import sys
import threading
import time
import weakref
from concurrent.futures import Future, ThreadPoolExecutor, wait


class Image(object):
    alive = 0

    def __init__(self, name):
        self.name = name
        Image.alive += 1

    def __repr__(self):
        return "<Image %s>" % self.name


class WeakCache:
    def __init__(self, factory):
        self.factory, self._items, self.misses = factory, weakref.WeakValueDictionary(), 0

    def __getitem__(self, key):
        try:
            return self._items[key]
        except KeyError:
            self.misses += 1
            obj = self._items[key] = self.factory(key)
            return obj


class TTLCache(collections.OrderedDict):
    def __init__(self, maxsize, ttl, timer):
        super().__init__()
        self.maxsize, self.ttl, self.timer = maxsize, ttl, timer

    def __setitem__(self, key, value):
        if key in self:
            del self[key]
        elif len(self) >= self.maxsize:
            k, _ = self.popitem(last=False)
            print("evict", k)
        super().__setitem__(key, (self.timer() + self.ttl, value))

    def __getitem__(self, key):
        expires, value = super().__getitem__(key)
        if expires <= self.timer():
            del self[key]
            raise KeyError(key)
        self.move_to_end(key)
        return value


class SingleFlight:
    def __init__(self):
        self._lock, self._flights, self.calls = threading.Lock(), {}, 0

    def do(self, key, fn):
        with self._lock:
            fut, leader = self._flights.get(key), False
            if fut is None:
                fut = self._flights[key] = Future()
                leader = True
                self.calls += 1
        if leader:
            try:
                fut.set_result(fn(key))
            except BaseException as e:
                fut.set_exception(e)
            finally:
                with self._lock:
                    del self._flights[key]
        return fut.result()


def memoize(fn=None, *, key=None):
    if fn is None:
        return functools.partial(memoize, key=key)
    cache = {}
    lock = threading.RLock()

    @functools.wraps(fn)
    def inner(*args, **kw):
        k = key(*args, **kw) if key else (args, tuple(sorted(kw.items())))
        with lock:
            if k not in cache:
                cache[k] = fn(*args, **kw)
            return cache[k]
    inner.cache = cache
    return inner


@memoize
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


@memoize(key=lambda s, **kw: s.lower())
def shout(s, mark="!"):
    return s.upper() + mark


@functools.lru_cache(maxsize=3)
def slow_square(x, verbose=False):
    if verbose:
        print("square", x)
    return x * x


class Circle:
    def __init__(self, r):
        self.r = r

    @functools.cached_property
    def area(self):
        print("area of", self.r)
        return 3 * self.r ** 2

    @functools.lru_cache(typed=True)
    def scaled(self, k):
        return type(k).__name__, self.r * k


def main():
    wc = WeakCache(Image)
    keep = [wc["a"], wc["b"], wc["a"]]
    print(keep, wc.misses, keep[0] is keep[2], sorted(wc._items.keys()), Image.alive)
    now = [0.0]
    c = TTLCache(2, 10, lambda: now[0])
    c["x"] = 1; c["y"] = 2; c["x"]; c["z"] = 3
    now[0] = 11
    for k in "xz":
        try:
            print(c[k])
        except KeyError as e:
            print("expired", e)
    print(list(c), c.get("q"), len(c))
    sf, gate, started = SingleFlight(), threading.Event(), []

    def load(key):
        started.append(key)
        gate.wait(5)
        if key == "bad":
            raise LookupError("no " + key)
        return key * 2
    with ThreadPoolExecutor(8) as ex:
        fs = [ex.submit(sf.do, k, load) for k in ["k", "bad"] * 4]
        while len(started) < 2 or sum(f.running() for f in fs) < 8:
            time.sleep(0.001)
        time.sleep(0.02)
        gate.set()
        wait(fs)
    print(sf.calls, collections.Counter(str(f.exception() or f.result()) for f in fs).most_common())
    print(fib(80), len(fib.cache), fib.__name__, shout("abc"), shout("ABC", mark="?"), shout.cache)
    with ThreadPoolExecutor(4) as ex:
        print(sum(ex.map(slow_square, [1, 2, 3] * 4)), slow_square(2, verbose=True), slow_square.cache_info().currsize, slow_square.cache_parameters())
    slow_square.cache_clear()
    print(slow_square.cache_info(), slow_square.__wrapped__(5))
    k = Circle(2)
    print(k.area, k.area, k.__dict__, k.scaled(1), k.scaled(1.0), Circle.scaled.cache_info().misses)
    del k.area
    k.r = 3
    print(k.area)
    try:
        slow_square([1])
    except TypeError as e:
        print(e)
    ref = weakref.ref(keep[1], lambda r: None)
    print(ref() is keep[1], weakref.getweakrefcount(keep[1]) >= 1, weakref.proxy(keep[0]).name)
    try:
        weakref.ref(5)
    except TypeError as e:
        print(e)
    f = Future()
    f.add_done_callback(lambda f: print("cb", f.result()))
    print(f.set_running_or_notify_cancel(), f.cancel())
    f.set_result(1)
    try:
        f.set_result(2)
    except Exception as e:
        print(type(e).__name__, str(e).split(":")[0])
    print(sys.getsizeof([]) > 0, callable(functools.partial(int, base=2)), functools.partial(int, base=2)("101"))


if __name__ == "__main__":
    main()
