# add_done_callback: order, threads, immediate calls, errors that are logged.
import logging
import threading
from concurrent.futures import Future, ThreadPoolExecutor


class Capture(logging.Handler):
    def emit(self, record):
        kind = record.exc_info[0].__name__ if record.exc_info else None
        text = record.getMessage()
        print("log:", record.name, record.levelname, text[:text.index(" at 0x")] + " ..." + text[text.index(" state="):], kind, record.exc_info[1])


log = logging.getLogger("concurrent.futures")
log.addHandler(Capture())
log.propagate = False

f = Future()
f.add_done_callback(lambda fut: print("first", fut.result(), fut is f))
f.add_done_callback(lambda fut: print("second"))
f.add_done_callback(lambda fut: 1 / 0)
f.add_done_callback(lambda fut: print("fourth still runs"))
f.add_done_callback(lambda: None)
print(f.set_result(42))
print(f.add_done_callback(lambda fut: print("at once", fut.done())))
f.add_done_callback(lambda fut: {}["late"])
print("after late error")

g = Future()
order = []
for i in range(5):
    g.add_done_callback(lambda fut, i=i: order.append(i))
same = lambda fut: order.append("same")
g.add_done_callback(same)
g.add_done_callback(same)
g.set_exception(ValueError("v"))
print(order, g.exception())

c = Future()
c.add_done_callback(lambda fut: print("cancelled?", fut.cancelled(), threading.current_thread().name))
print(c.cancel(), c.cancel())
c.add_done_callback(lambda fut: print("already cancelled"))


def bad(fut):
    raise KeyError("in callback")


d = Future()
d.add_done_callback(bad)
d.cancel()

hold = threading.Event()
names = []
with ThreadPoolExecutor(1, thread_name_prefix="cb") as pool:
    h = pool.submit(hold.wait, 5)
    h.add_done_callback(lambda fut: names.append(threading.current_thread().name))
    q = pool.submit(print, "task runs after the callback")
    q.add_done_callback(lambda fut: names.append("q"))
    x = pool.submit(print, "never")
    x.add_done_callback(lambda fut: names.append(("x", fut.cancelled(), threading.current_thread().name)))
    print(x.cancel(), names)
    hold.set()
print(names)

chain = Future()
out = Future()
chain.add_done_callback(lambda fut: out.set_result(fut.result() + 1))
out.add_done_callback(lambda fut: print("chained", fut.result()))
chain.set_result(1)


class Obj:
    def __init__(self): self.seen = []
    def done(self, fut): self.seen.append(fut.result())


o = Obj()
k = Future()
k.add_done_callback(o.done)
k.add_done_callback(o.seen.append)
k.set_result("x")
print(o.seen[0], o.seen[1] is k)
e = Future()
e.add_done_callback(lambda fut: fut.add_done_callback(lambda f2: print("added inside")))
e.set_result(0)
try:
    e.add_done_callback()
except TypeError as err:
    print(err)
