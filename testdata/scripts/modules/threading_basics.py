# Thread: arguments, names, join, daemon, alive, subclasses, current_thread, errors.
import threading
import time

out = []


def work(a, b=0, *rest, k=None):
    out.append((a, b, rest, k, threading.current_thread().name))


t = threading.Thread(target=work, args=(1, 2, 3), kwargs={"k": "v"}, name="worker-a")
print(t.name, t.daemon, t.is_alive(), t.ident)
t.start()
t.join()
print(out, t.is_alive(), isinstance(t.ident, int), t.native_id is not None)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(t.start)
attempt(lambda: threading.Thread(target=work).join())
attempt(lambda: threading.current_thread().join())
attempt(lambda: threading.Thread(5))
attempt(lambda: setattr(t, "daemon", True) or t.daemon)


class Counter(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"counter-{n}")
        self.n, self.total = n, 0

    def run(self):
        for i in range(self.n):
            self.total += i


ts = [Counter(n) for n in (5, 10, 100)]
for t in ts: t.start()
for t in ts: t.join()
print([t.total for t in ts], [t.name for t in ts], repr(ts[0]).split(",")[0])
main = threading.main_thread()
print(main.name, threading.current_thread() is main, threading.get_ident() == main.ident, threading.active_count(), [t.name for t in threading.enumerate()], main.is_alive(), main.daemon)
gate = threading.Event()
held = [threading.Thread(target=gate.wait, args=(5,), name=f"h{i}", daemon=True) for i in range(3)]
for t in held: t.start()
print(threading.active_count(), sorted(t.name for t in threading.enumerate()), all(t.is_alive() for t in held), held[0].daemon)
held[0].join(timeout=0.01)
print(held[0].is_alive())
gate.set()
for t in held: t.join(5)
print(threading.active_count())
first = threading.Thread(target=print)
second = threading.Thread(target=work)
n1, n2 = first.name, second.name
print(n1.startswith("Thread-"), n1.endswith(" (print)"), n2.endswith(" (work)"), int(n2.split("-")[1].split()[0]) - int(n1.split("-")[1].split()[0]))
first.name = "renamed"
print(first.name, first)
ids = set()
lock = threading.Lock()


def ident():
    with lock:
        ids.add(threading.get_ident())
    time.sleep(0.01)


ts = [threading.Thread(target=ident) for _ in range(4)]
[t.start() for t in ts]
[t.join() for t in ts]
print(len(ids))
errors = []
threading.excepthook = lambda args: errors.append((args.exc_type.__name__, str(args.exc_value), args.thread.name))
bad = threading.Thread(target=lambda: 1 / 0, name="bad")
bad.start()
bad.join()
quiet = threading.Thread(target=lambda: exit(3), name="quiet")
quiet.start()
quiet.join()
print(errors, bad.is_alive())


class Result(threading.Thread):
    def __init__(self, fn, *args):
        super().__init__()
        self.fn, self.args, self.value, self.error = fn, args, None, None

    def run(self):
        try:
            self.value = self.fn(*self.args)
        except Exception as e:
            self.error = e

    def get(self):
        self.join()
        if self.error: raise self.error
        return self.value


r, b = Result(pow, 2, 8), Result(int, "x")
r.start(); b.start()
print(r.get())
attempt(b.get)
d = threading.local()
d.x = "main"
seen = []
t = threading.Thread(target=lambda: (seen.append(hasattr(d, "x")), setattr(d, "x", "thread"), seen.append(d.x)))
t.start(); t.join()
print(seen, d.x, d.__dict__)
class Local(threading.local):
    def __init__(self, start): self.items = [start]
l = Local("s")
l.items.append(1)
t = threading.Thread(target=lambda: seen.append(l.items)); t.start(); t.join()
print(seen[-1], l.items)
threading.Thread(target=lambda: (time.sleep(0.02), print("the program waits for me"))).start()
print("main is done")
