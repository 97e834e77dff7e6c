# An initializer that fails breaks the pool: pending futures, later submits, the log.
import logging
import threading
from concurrent.futures import ThreadPoolExecutor, BrokenExecutor
from concurrent.futures.thread import BrokenThreadPool
from concurrent.futures.process import BrokenProcessPool


class Capture(logging.Handler):
    def emit(self, record):
        logged.append((record.name, record.levelname, record.getMessage(), record.exc_info and repr(record.exc_info[1])))


logged = []
log = logging.getLogger("concurrent.futures")
log.addHandler(Capture())
log.propagate = False


def init(x):
    raise ValueError("init failed with %r" % x)


pool = ThreadPoolExecutor(1, initializer=init, initargs=(5,))
f = pool.submit(len, "abc")
try:
    f.result(timeout=5)
except BrokenThreadPool as e:
    print(type(e).__name__, e)
print(logged)
for action in (lambda: pool.submit(len, "x"), lambda: pool.map(len, ["x"]), lambda: pool.submit()):
    try:
        action()
    except (BrokenExecutor, TypeError) as e:
        print(type(e).__name__, e)
pool.shutdown()
try:
    pool.submit(len, "after shutdown: broken is checked first")
except RuntimeError as e:
    print(type(e).__name__, e)
print(issubclass(BrokenExecutor, RuntimeError), issubclass(BrokenThreadPool, BrokenExecutor), issubclass(BrokenProcessPool, BrokenExecutor), BrokenThreadPool.__module__, BrokenExecutor.__module__)

logged.clear()
gate = threading.Event()


def slow_init():
    gate.wait(5)
    raise OSError("slow")


pool = ThreadPoolExecutor(2, initializer=slow_init)
fs = [pool.submit(pow, 2, i) for i in range(4)]
gate.set()
outcomes = []
for x in fs:
    outcomes.append(type(x.exception(5)).__name__)
pool.shutdown()
print(outcomes, {l[:3] for l in logged}, {l[3] for l in logged})
ok = ThreadPoolExecutor(1, initializer=lambda: None)
print(ok.submit(len, "fine").result(), ok._broken)
ok.shutdown()
with ThreadPoolExecutor(1, initializer=int, initargs=("x",)) as p:
    g = p.submit(len, "")
    print(repr(g.exception(5)))
