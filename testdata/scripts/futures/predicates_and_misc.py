# Small behaviours: repr of results, done order, truth of futures, comparison, subclassing Future.
from concurrent.futures import Future, ThreadPoolExecutor, wait, as_completed


def mask(text):
    head, _, tail = text.partition(" at 0x")
    return head + tail[tail.index(" "):]


class Point: pass
class MyError(Exception): pass


for value in (1, "s", None, [1], Point(), Point, 1.5, True, {}, (i for i in ()), len, ...):
    f = Future()
    f.set_result(value)
    print(mask(repr(f)))
for exc in (ValueError("x"), MyError(), KeyboardInterrupt(), OSError(2, "x"), ExceptionGroup("g", [MyError()])):
    f = Future()
    f.set_exception(exc)
    print(mask(repr(f)))
f = Future()
print(bool(f), f == Future(), f != Future(), isinstance(f, Future), type(f).__name__, Future.__name__, callable(f))
for bad in (lambda: f < f, lambda: f + 1, lambda: len(f), lambda: f(), lambda: iter(f), lambda: f[0]):
    try:
        bad()
    except TypeError as e:
        print(e)
f.note = "own attribute"
print(f.note, f._result, f._exception, f._state, [n for n in ("cancel", "cancelled", "running", "done", "result", "exception", "add_done_callback", "set_result", "set_exception", "set_running_or_notify_cancel") if callable(getattr(f, n))] == [n for n in ("cancel", "cancelled", "running", "done", "result", "exception", "add_done_callback", "set_result", "set_exception", "set_running_or_notify_cancel")])


class Tagged(Future):
    def __init__(self, tag):
        super().__init__()
        self.tag = tag

    def result(self, timeout=None):
        return self.tag, super().result(timeout)


t = Tagged("T")
t.set_result(5)
print(t.result(), mask(repr(t)), len(wait([t]).done), [x.tag for x in as_completed([t])])
with ThreadPoolExecutor(2) as a, ThreadPoolExecutor(2) as b:
    fs = [a.submit(pow, 2, 3), b.submit(pow, 3, 2)]
    print(sorted(x.result() for x in as_completed(fs)), len(wait(fs).done), wait(fs).not_done)
    by_name = {"p": a.submit(len, "pp"), "q": b.submit(len, "qqq")}
    print({k: v.result() for k, v in by_name.items()})
    futs = set()
    for n in range(5):
        futs.add(a.submit(n.__add__, 10))
    print(sorted(x.result() for x in futs), len(futs))
    d, nd = wait(futs)
    print(d == futs, nd == set(), d is futs)
    (x,), rest = wait([fs[0]])
    print(x is fs[0], rest)
    done = wait(fs, timeout=1)
    print(done == (set(fs), set()), done[0] == set(fs), done._asdict().keys() == {"done", "not_done"}, len(done))
    r = a.submit(lambda: b.submit(lambda: "inner"))
    print(type(r.result()).__name__, r.result().result())
    print(max([a.submit(abs, n) for n in (-3, 2)], key=lambda q: q.result()).result(), any(q.result() for q in [a.submit(int), b.submit(int, 1)]))
    big = a.submit(lambda: "x" * 10 ** 6)
    print(len(big.result()), mask(repr(big)))
