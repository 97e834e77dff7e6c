# Timeouts of result, exception, wait, as_completed and map; what happens afterwards.
import threading
import time
import concurrent.futures as cf

print(cf.TimeoutError is TimeoutError, issubclass(TimeoutError, OSError))
gate = threading.Event()
with cf.ThreadPoolExecutor(2) as pool:
    f = pool.submit(gate.wait, 5)
    for call in (lambda: f.result(timeout=0.01), lambda: f.exception(timeout=0.01), lambda: f.result(0), lambda: f.result(-5), lambda: next(cf.as_completed([f], timeout=0.01)), lambda: list(cf.as_completed([f, f], 0)), lambda: f.result(timeout=1e-9)):
        try:
            call()
        except TimeoutError as e:
            print(type(e).__name__, repr(str(e)), e.args)
    print(f.running(), f.done(), f.cancelled())
    start = time.monotonic()
    done, not_done = cf.wait([f], timeout=0.05)
    took = time.monotonic() - start
    print(len(done), len(not_done), 0.04 < took < 30)
    start = time.monotonic()
    done, not_done = cf.wait([f], timeout=0)
    print(len(done), len(not_done), time.monotonic() - start < 30)
    gate.set()
    print(f.result(timeout=5), f.result(timeout=0), f.exception(0))
    g = pool.submit(time.sleep, 0.01)
    print(g.result(timeout=None), g.result(1e6), g.exception(timeout=10 ** 5))
    fast = pool.submit(lambda: "fast")
    slow_gate = threading.Event()
    slow = pool.submit(slow_gate.wait, 5)
    got = []
    try:
        for x in cf.as_completed([slow, fast], timeout=0.4):
            got.append(x.result())
    except TimeoutError as e:
        print(got, e)
    slow_gate.set()
    print([x.result() for x in cf.as_completed([slow], timeout=5)])

    hold = threading.Event()
    m = pool.map(lambda v: hold.wait(5) and v if v else v, [0, 1], timeout=0.4)
    print(next(m))
    try:
        next(m)
    except TimeoutError as e:
        print("map", repr(str(e)))
    print(list(m))
    hold.set()

    def poll(fut, tries):
        for n in range(tries):
            try:
                return n > 0, fut.result(timeout=0.01)
            except TimeoutError:
                continue
        return "gave up"

    h = pool.submit(time.sleep, 0.05)
    print(poll(h, 200))
    t0 = time.monotonic()
    many = [pool.submit(time.sleep, 0.01) for _ in range(4)]
    print(all(x.result(timeout=30) is None for x in many), time.monotonic() - t0 < 30)


def with_deadline(fs, seconds):
    deadline = time.monotonic() + seconds
    for x in fs:
        try:
            yield x.result(timeout=deadline - time.monotonic())
        except TimeoutError:
            yield "late"


with cf.ThreadPoolExecutor(3) as pool:
    e = threading.Event()
    fs = [pool.submit(lambda: 1), pool.submit(e.wait, 5), pool.submit(lambda: 3)]
    cf.wait([fs[0], fs[2]])
    print(list(with_deadline(fs, 0.05)))
    e.set()
