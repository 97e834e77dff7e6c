# The attributes that tests reach for: _state, _condition, _waiters-free use, _work_queue, _threads.
import threading
from concurrent.futures import Future, ThreadPoolExecutor, wait, as_completed
from concurrent.futures._base import PENDING, RUNNING, CANCELLED, CANCELLED_AND_NOTIFIED, FINISHED


def make(state=PENDING, exception=None, result=None):
    f = Future()
    f._state, f._exception, f._result = state, exception, result
    return f


table = [make(), make(RUNNING), make(CANCELLED), make(CANCELLED_AND_NOTIFIED), make(FINISHED, OSError()), make(FINISHED, result=42)]
for f in table:
    print(f._state, f.cancelled(), f.running(), f.done(), repr(f).split("state=")[1])
print([f.cancel() for f in table], [f._state for f in table])
for f in table[2:]:
    try:
        print(f.result(timeout=0))
    except BaseException as e:
        print(type(e).__name__)
s = make(FINISHED, ValueError("made"))
print(repr(s.exception(timeout=0)), repr(make(FINISHED, result=[1]).result()))
print(len(wait([make(FINISHED), make(CANCELLED_AND_NOTIFIED)]).done), len(list(as_completed([make(CANCELLED_AND_NOTIFIED), make(FINISHED, result=1)]))))
f = Future()
with f._condition:
    print(f._state, f._result)
ok = []


def notifier():
    f.set_result("notified")


def waiter():
    with f._condition:
        while f._state not in (FINISHED,):
            f._condition.wait(5)
    ok.append(f.result())


ts = [threading.Thread(target=waiter) for _ in range(3)]
for t in ts: t.start()
n = threading.Thread(target=notifier)
n.start()
for t in ts + [n]: t.join(5)
print(ok)
gate = threading.Event()
pool = ThreadPoolExecutor(2, "in")
a = pool.submit(gate.wait, 5)
b = pool.submit(gate.wait, 5)
c = [pool.submit(int) for _ in range(3)]
print(pool._max_workers, len(pool._threads), pool._work_queue.qsize() <= 3, pool._shutdown, sorted(t.name for t in pool._threads), all(t.is_alive() for t in pool._threads), pool._thread_name_prefix)
gate.set()
pool.shutdown()
print(pool._shutdown, [t.is_alive() for t in pool._threads], [x.result() for x in c])
waits = []
g = Future()


def result_waiter(i):
    waits.append(g.result(5))


ts = [threading.Thread(target=result_waiter, args=(i,)) for i in range(4)]
for t in ts: t.start()
g.set_running_or_notify_cancel()
g.set_result("all woken")
for t in ts: t.join(5)
print(waits)
