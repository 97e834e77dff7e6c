# Logging from tasks and from callbacks through handlers that write to standard output.
import logging
import sys
import threading
from concurrent.futures import Future, ThreadPoolExecutor

handler = logging.StreamHandler(sys.stdout)
handler.setFormatter(logging.Formatter("%(threadName)s %(levelname)s %(name)s: %(message)s"))
app = logging.getLogger("app.worker")
app.addHandler(handler)
app.setLevel(logging.DEBUG)
app.propagate = False


def work(n):
    app.info("start %d", n)
    if n == 2:
        app.error("cannot do %d", n)
        raise ValueError(n)
    app.debug("done %d", n)
    return n


with ThreadPoolExecutor(1, thread_name_prefix="wk") as pool:
    fs = [pool.submit(work, n) for n in range(4)]
for f in fs:
    app.info("%s", f.exception() or f.result())


class Short(logging.Formatter):
    def formatException(self, info):
        return "traceback of " + info[0].__name__ + ": " + str(info[1])

    def format(self, record):
        text = super().format(record)
        while " at 0x" in text:
            i = text.index(" at 0x")
            text = text[:i] + text[text.index(" ", i + 4):]
        return " ".join("#" if w.isdigit() else w for w in text.split(" "))


h2 = logging.StreamHandler(sys.stdout)
h2.setFormatter(Short("%(name)s|%(levelname)s|%(message)s"))
cf = logging.getLogger("concurrent.futures")
cf.addHandler(h2)
cf.propagate = False
f = Future()
f.add_done_callback(lambda _: 1 / 0)
f.add_done_callback(lambda _: {}["x"])
f.set_result(None)
g = Future()
g.set_running_or_notify_cancel()
try:
    g.set_running_or_notify_cancel()
except RuntimeError as e:
    print(type(e).__name__, e)


def bad_init():
    raise OSError("no disk")


with ThreadPoolExecutor(1, initializer=bad_init) as pool:
    try:
        pool.submit(len, "x").result()
    except RuntimeError as e:
        print(type(e).__name__, e)
cf.setLevel(logging.CRITICAL)
h = Future()
h.add_done_callback(lambda _: 1 / 0)
h.set_result(0)
print("errors below the level are not shown")
print(cf.getEffectiveLevel(), cf.name, cf.parent.name, threading.current_thread().name)
