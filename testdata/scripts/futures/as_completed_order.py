# as_completed: order of completion, those already done, duplicates, timeouts.
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed, Future, TimeoutError

gates = {n: threading.Event() for n in "abcd"}


def task(n):
    gates[n].wait(5)
    return n


with ThreadPoolExecutor(4) as pool:
    fs = {pool.submit(task, n): n for n in "abcd"}
    order = []
    gates["c"].set()
    for f in as_completed(fs):
        order.append(f.result())
        nxt = {"c": "a", "a": "d", "d": "b"}.get(f.result())
        if nxt:
            gates[nxt].set()
    print(order, len(fs))

done = [Future() for _ in range(3)]
for i, f in enumerate(done):
    f.set_result(i)
it = as_completed(done + done)
print(type(it).__name__, iter(it) is it, sorted(f.result() for f in it), next(it, "end"))
print(list(as_completed([])), sorted(f.result() for f in as_completed(iter(done))), len(list(as_completed({f: None for f in done}))))

pending = Future()
mixed = [pending] + done
seen = []
try:
    for f in as_completed(mixed, timeout=0.02):
        seen.append(f.result())
except TimeoutError as e:
    print(sorted(seen), e, e.args)
try:
    list(as_completed([Future(), Future(), done[0]], timeout=0))
except TimeoutError as e:
    print(e)
try:
    next(as_completed([Future()], timeout=-1))
except TimeoutError as e:
    print(e)

c = Future()
c.cancel()
c.set_running_or_notify_cancel()
e = Future()
e.set_exception(ValueError("boom"))
for f in as_completed([c]):
    print("cancelled", f.cancelled())
for f in as_completed([e]):
    print(repr(f.exception()))
for bad in (lambda: list(as_completed(5)), lambda: as_completed(), lambda: list(as_completed([1]))):
    try:
        bad()
    except (TypeError, AttributeError) as err:
        print(type(err).__name__, err)

lazy = as_completed(5)
print("a generator checks nothing until it starts")
gen = as_completed(done)
first = next(gen)
gen.close()
print(first in done, list(gen))
with ThreadPoolExecutor(3) as pool:
    print(sorted(f.result() for f in as_completed(pool.submit(pow, i, 3) for i in range(10))))
    total = sum(f.result() for f in as_completed([pool.submit(len, "x" * i) for i in range(20)]))
    print(total)
    errors, oks = [], []
    for f in as_completed([pool.submit(int, s) for s in ("1", "x", "3", "")]):
        try:
            oks.append(f.result())
        except ValueError as err:
            errors.append(str(err))
    print(sorted(oks), sorted(errors))
