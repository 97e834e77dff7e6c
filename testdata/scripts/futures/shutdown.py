# shutdown: waiting, not waiting, idempotence, submit afterwards, with and exceptions.
import threading
from concurrent.futures import ThreadPoolExecutor

log = []
gate = threading.Event()


def work(n):
    gate.wait(5)
    log.append(n)
    return n


pool = ThreadPoolExecutor(2)
fs = [pool.submit(work, i) for i in range(4)]
pool.shutdown(wait=False)
for f in (lambda: pool.submit(work, 9), lambda: pool.map(work, [1]), lambda: pool.submit(5)):
    try:
        f()
    except RuntimeError as e:
        print(type(e).__name__, e)
print([f.done() for f in fs], pool.shutdown(False))
gate.set()
print(pool.shutdown(), pool.shutdown(wait=True), sorted(log), [f.result() for f in fs])

empty = ThreadPoolExecutor()
print(empty.shutdown(), empty._shutdown, len(empty._threads))
try:
    with ThreadPoolExecutor(1) as p:
        f = p.submit(log.append, "from with")
        raise KeyError("body")
except KeyError as e:
    print("not suppressed", e, f.done(), log[-1])
with ThreadPoolExecutor(1) as p:
    p.shutdown()
    try:
        p.submit(print)
    except RuntimeError as e:
        print(e)
with p as again:
    print(again is p)
try:
    p.submit(print, 1)
except RuntimeError as e:
    print(e)
gate.clear()
started = threading.Event()


def hold():
    started.set()
    gate.wait(5)
    return "held"


q = ThreadPoolExecutor(1)
running = q.submit(hold)
started.wait(5)
queued = [q.submit(work, n) for n in (50, 51)]
q.shutdown(wait=False, cancel_futures=True)
gate.set()
q.shutdown()
print(running.result(), [x.cancelled() for x in queued], 50 in log)
for bad in (lambda: q.shutdown(True, True), lambda: q.shutdown(nope=1)):
    try:
        bad()
    except TypeError as e:
        print(e)


def submits_while_shutting():
    gate.wait(5)
    try:
        return r.submit(len, "abc")
    except RuntimeError as e:
        return str(e)


gate.clear()
r = ThreadPoolExecutor(1)
inner = r.submit(submits_while_shutting)
r.shutdown(wait=False)
gate.set()
print(inner.result())
late = ThreadPoolExecutor(2)
for i in range(3):
    late.submit(lambda i=i: tail.append(i))
tail = []
late.shutdown()
print(len(tail) <= 3)
last = ThreadPoolExecutor(1)
last.submit(gate.wait, 0.01)
last.submit(print, "queued work still runs at the end of the program")
last.shutdown(wait=False)
print("end of main")
