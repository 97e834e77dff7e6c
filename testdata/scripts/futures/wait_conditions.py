# wait: the three conditions, duplicates, timeouts, the named tuple, errors.
import threading
import time
from concurrent.futures import *
from concurrent.futures import FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED, wait, Future

print(FIRST_COMPLETED, FIRST_EXCEPTION, ALL_COMPLETED)
gates = [threading.Event() for _ in range(4)]


def task(i):
    gates[i].wait(5)
    if i == 2:
        raise ValueError("two")
    return i


def names(s):
    return sorted(fs.index(f) for f in s)


with ThreadPoolExecutor(4) as pool:
    fs = [pool.submit(task, i) for i in range(4)]
    r = wait(fs, timeout=0)
    print(names(r.done), names(r.not_done), type(r).__name__, r._fields, isinstance(r, tuple), type(r.done).__name__)
    gates[0].set()
    done, pending = wait(fs, return_when=FIRST_COMPLETED)
    print(names(done), names(pending))
    done, pending = wait(fs, timeout=0.01, return_when=FIRST_EXCEPTION)
    print(names(done), names(pending))
    gates[2].set()
    done, pending = wait(fs, return_when=FIRST_EXCEPTION)
    print(names(done), names(pending))
    gates[1].set()
    gates[3].set()
    done, pending = wait(fs)
    print(names(done), names(pending), pending == set())
    print(names(wait(fs + fs + [fs[0]]).done), names(wait(iter(fs)).done), names(wait({f: 1 for f in fs}).done), names(wait(set(fs), 1, ALL_COMPLETED)[0]), names(wait(f for f in fs).done))
print(wait([]), wait([], return_when=FIRST_COMPLETED))
for bad in ("x", None, 0, "all_completed"):
    try:
        wait([Future()], return_when=bad)
    except ValueError as e:
        print(e)
try:
    wait([], return_when="nope")
    print("empty: no check")
except ValueError as e:
    print(e)
for bad in (lambda: wait(), lambda: wait([5]), lambda: wait(5), lambda: wait(None), lambda: wait([Future()], "soon")):
    try:
        bad()
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)

a, b = Future(), Future()
a.set_running_or_notify_cancel()
b.cancel()
r = wait([a, b], timeout=0.01)
print(len(r.done), len(r.not_done), b._state)
b.set_running_or_notify_cancel()
r = wait([a, b], timeout=0.01)
print(len(r.done), r.done == {b}, b._state)
r = wait([a, b], timeout=0.01, return_when=FIRST_EXCEPTION)
print("cancelled is no exception:", len(r.done), len(r.not_done))
a.set_result(1)
print(len(wait([a, b]).done))
e = Future()
e.set_exception(KeyError())
print([len(s) for s in wait([e, Future()], return_when=FIRST_EXCEPTION)], [len(s) for s in wait([a, Future()], return_when=FIRST_COMPLETED)])

pending = set()
finished = []
with ThreadPoolExecutor(2) as pool:
    pending = {pool.submit(pow, i, 2) for i in range(8)}
    while pending:
        done, pending = wait(pending, return_when=FIRST_COMPLETED)
        finished += [f.result() for f in done]
print(sorted(finished))
