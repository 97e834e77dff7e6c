# Future(): set_result, set_exception, set_running_or_notify_cancel, invalid states.
from concurrent.futures import Future, InvalidStateError, CancelledError, TimeoutError
import logging


class Capture(logging.Handler):
    def emit(self, record):
        print("log", record.levelname, mask(record.getMessage()))


def mask(text):
    while " at 0x" in text:
        head, _, tail = text.partition(" at 0x")
        text = head + " @" + tail[tail.index(" "):]
    return " ".join("#" if w.isdigit() and len(w) > 6 else w for w in text.split(" "))


logging.getLogger("concurrent.futures").addHandler(Capture())
logging.getLogger("concurrent.futures").propagate = False


def attempt(f):
    try:
        print(f())
    except BaseException as e:
        print(type(e).__name__ + ":", mask(str(e)))


f = Future()
print(mask(repr(f)), f.done(), f.running(), f.cancelled())
attempt(lambda: f.result(timeout=0))
attempt(lambda: f.exception(timeout=0.01))
attempt(lambda: f.result(-1))
print(f.set_running_or_notify_cancel(), f.running(), f.cancel(), mask(repr(f)))
attempt(f.set_running_or_notify_cancel)
f.set_result("value")
print(f.result(), f.exception(), f.done(), f.cancel(), mask(repr(f)))
attempt(lambda: f.set_result("again"))
attempt(lambda: f.set_exception(ValueError()))
attempt(f.set_running_or_notify_cancel)
print(f.result())

f = Future()
print(f.cancel(), f.cancel(), f.cancelled(), f.done(), f.running(), f._state, mask(repr(f)))
attempt(f.result)
attempt(f.exception)
attempt(lambda: f.set_result(1))
print(f.set_running_or_notify_cancel(), f._state)
attempt(lambda: f.set_exception(KeyError()))
attempt(f.set_running_or_notify_cancel)
print(f.cancel(), f.cancelled())

f = Future()
f.set_exception(KeyError("k"))
print(repr(f.exception()), mask(repr(f)), f.done())
attempt(f.result)
f = Future()
f.set_result(None)
print(f.result(), mask(repr(f)))
f = Future()
f.set_exception(None)
print(f.result(), f.exception())


f = Future()
f._result, f._state = 5, "FINISHED"
print(f.result(), f._exception, f._state)
print(issubclass(CancelledError, Exception), issubclass(InvalidStateError, Exception), TimeoutError.__module__, CancelledError.__mro__[1].__name__, InvalidStateError.__mro__[1].__name__, CancelledError.__module__, Future.__module__)
attempt(lambda: Future(1))
attempt(lambda: f.set_result())
attempt(lambda: f.nope)
attempt(lambda: f.result(1, 2))
attempt(lambda: f.result("soon"))
for kind in (list, dict, int, type(None), Future):
    g = Future()
    g.set_result(kind() if kind is not Future else g)
    print(mask(repr(g)))
