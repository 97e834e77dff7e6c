# cancel of pending, running and finished tasks; result and exception of cancelled ones.
import threading
from concurrent.futures import ThreadPoolExecutor, CancelledError, wait, as_completed

gate, started = threading.Event(), threading.Event()
ran = []


def hold():
    started.set()
    gate.wait(5)
    return "held"


with ThreadPoolExecutor(1) as pool:
    running = pool.submit(hold)
    started.wait(5)
    pending = [pool.submit(ran.append, i) for i in range(5)]
    print(running.cancel(), running.running())
    print([p.cancel() for p in pending[1:4]], [p.cancel() for p in pending[1:4]])
    print([p.cancelled() for p in pending], [p.done() for p in pending], [p._state for p in pending])
    for method in ("result", "exception"):
        try:
            getattr(pending[1], method)()
        except CancelledError as e:
            print(method, type(e).__name__, repr(str(e)), e.args)
    gate.set()
print(ran, running.result(), running.cancel(), pending[0].cancel())
print([p._state for p in pending], [p.cancelled() for p in pending])
done, not_done = wait(pending, timeout=5)
print(len(done), len(not_done), sum(1 for _ in as_completed(pending)))
for p in pending:
    try:
        print(p.result(), end=" ")
    except CancelledError:
        print("cancelled", end=" ")
print()

gate.clear(); started.clear()
pool = ThreadPoolExecutor(1)
first = pool.submit(hold)
started.wait(5)
rest = [pool.submit(ran.append, 100 + i) for i in range(3)]
rest[0].cancel()
pool.shutdown(wait=False, cancel_futures=True)
print([r.cancelled() for r in rest], [r.done() for r in rest])
gate.set()
pool.shutdown()
print(first.result(), ran, pool.shutdown(), pool.shutdown(cancel_futures=True))

waiter_out = []
gate.clear(); started.clear()
with ThreadPoolExecutor(1) as pool:
    a = pool.submit(hold)
    started.wait(5)
    b = pool.submit(len, "abc")

    def waiter():
        try:
            b.result()
        except CancelledError:
            waiter_out.append("woken by cancel")

    t = threading.Thread(target=waiter)
    t.start()
    b.cancel()
    t.join(5)
    print(waiter_out, t.is_alive())
    gate.set()
try:
    raise CancelledError
except Exception as e:
    print(type(e).__name__, type(e).__mro__[1].__name__)
