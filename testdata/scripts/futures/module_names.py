# The names of the module and its submodules.
import concurrent.futures
from concurrent import futures
from concurrent.futures import _base, thread
import concurrent.futures.thread
import concurrent.futures.process as process

for name in ("FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError", "BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ThreadPoolExecutor", "ProcessPoolExecutor"):
    v = getattr(futures, name)
    print(name, v if isinstance(v, str) else type(v).__name__, getattr(v, "__module__", None))
for f in (lambda: futures.Nope, lambda: futures.threadpoolexecutor, lambda: _base.NOPE, lambda: thread.Nope):
    try:
        f()
    except AttributeError as e:
        print(e)
try:
    from concurrent.futures import Nope
except ImportError as e:
    print(str(e).split(" (")[0])
print(_base.PENDING, _base.RUNNING, _base.CANCELLED, _base.CANCELLED_AND_NOTIFIED, _base.FINISHED)
print(thread.BrokenThreadPool.__mro__[1:3], process.BrokenProcessPool.__name__, _base.Error.__bases__, futures.CancelledError.__bases__, futures.InvalidStateError.__bases__)
print(concurrent.futures is futures, futures.Future is _base.Future, thread.ThreadPoolExecutor is futures.ThreadPoolExecutor, issubclass(futures.ThreadPoolExecutor, futures.Executor), futures.__name__, thread.__name__)
print(sorted(futures.__all__))


class Inline(futures.Executor):
    """An executor that runs everything at once in the caller's thread."""

    def __init__(self): self.log = []

    def submit(self, fn, /, *args, **kwargs):
        f = futures.Future()
        self.log.append(fn.__name__)
        try:
            f.set_result(fn(*args, **kwargs))
        except Exception as e:
            f.set_exception(e)
        return f

    def shutdown(self, wait=True, *, cancel_futures=False):
        self.log.append(("shutdown", wait))


with Inline() as ex:
    print(ex.submit(len, "abc").result(), list(ex.map(pow, [2, 3], [4, 5])), repr(ex.submit(int, "x").exception()))
print(ex.log, isinstance(ex, futures.Executor))
base = futures.Executor()
for f in (lambda: base.submit(len), lambda: list(base.map(len, ["a"])), lambda: base.shutdown()):
    try:
        print(f())
    except NotImplementedError as e:
        print(type(e).__name__, repr(str(e)))


class Logged(futures.ThreadPoolExecutor):
    def submit(self, fn, *args, **kw):
        f = super().submit(fn, *args, **kw)
        f.add_done_callback(lambda fut: finished.append(fut.result()))
        return f


finished = []
with Logged(max_workers=2) as pool:
    print(sorted(pool.map(abs, [-3, 2])), pool.submit(sum, [1, 2]).result())
print(sorted(finished), type(pool).__name__, Logged.__mro__[1].__name__)
