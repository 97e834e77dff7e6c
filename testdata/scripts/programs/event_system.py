# An event bus: subscribe, priorities, wildcards, once, errors collected, weak typing of payloads.
from collections import defaultdict, namedtuple
from contextlib import contextmanager

Handler = namedtuple("Handler", "priority order fn once")


class EventError(ExceptionGroup):
    def derive(self, excs): return EventError(self.message, excs)


class Bus:
    def __init__(self):
        self._handlers = defaultdict(list)
        self._seq = 0
        self.history = []
        self._muted = set()

    def on(self, name, fn=None, *, priority=0, once=False):
        def add(f):
            self._seq += 1
            self._handlers[name].append(Handler(-priority, self._seq, f, once))
            self._handlers[name].sort(key=lambda h: h[:2])
            return f
        return add if fn is None else add(fn)

    def off(self, name, fn):
        before = len(self._handlers[name])
        self._handlers[name] = [h for h in self._handlers[name] if h.fn is not fn]
        return before - len(self._handlers[name])

    def _matching(self, name):
        parts = name.split(".")
        for i in range(len(parts), -1, -1):
            pattern = name if i == len(parts) else ".".join(parts[:i] + ["*"])
            yield from ((pattern, h) for h in self._handlers.get(pattern, ())[:])

    def emit(self, name, /, **data):
        if name in self._muted:
            return None
        self.history.append((name, data))
        results, errors = [], []
        for pattern, h in list(self._matching(name)):
            if h.once:
                self._handlers[pattern].remove(h)
            try:
                results.append(h.fn(name, **data))
            except Exception as e:
                e.add_note(f"in {h.fn.__name__} for {name}")
                errors.append(e)
        if errors:
            raise EventError(f"{len(errors)} handler(s) failed", errors)
        return results

    @contextmanager
    def muted(self, *names):
        self._muted |= set(names)
        try:
            yield self
        finally:
            self._muted -= set(names)


bus = Bus()


@bus.on("user.login")
def greet(event, name): return f"hello {name}"


@bus.on("user.login", priority=10)
def first(event, name): return "first!"


@bus.on("user.*")
def audit(event, **data): return f"audit {event} {sorted(data)}"


@bus.on("*")
def everything(event, **data): return f"any {event}"


once = bus.on("user.login", lambda event, **_: "only once", once=True)
print(bus.emit("user.login", name="ann"))
print(bus.emit("user.login", name="bob"))
print(bus.emit("user.logout", name="bob", why="tired"), bus.emit("tick"), bus.emit("a.b.c"))
print(bus.off("user.login", first), bus.off("user.login", first), bus.emit("user.login", name="cy"))


@bus.on("order.placed")
def stock(event, qty): return {1: "ok"}[qty]


@bus.on("order.placed")
def price(event, qty): return 100 // (qty - 2)


for qty in (1, 2, 3):
    try:
        print(qty, bus.emit("order.placed", qty=qty))
    except* KeyError as g:
        print(qty, "missing", [repr(e) for e in g.exceptions], g.exceptions[0].__notes__)
    except* ZeroDivisionError as g:
        print(qty, "arith", type(g).__name__, g.message, g.exceptions[0].__notes__)
try:
    bus.emit("order.placed")
except EventError as e:
    print(e, [str(x) for x in e.exceptions])
with bus.muted("tick", "user.login"):
    print(bus.emit("tick"), bus.emit("user.login", name="x"), bus.emit("other"))
print(bus.emit("tick"), len(bus.history), bus.history[-1])


class Observable:
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        cls.watched = [n for n, v in cls.__annotations__.items()]

    def __setattr__(self, name, value):
        old = getattr(self, name, None)
        super().__setattr__(name, value)
        if name in self.watched and old != value:
            bus.emit("changed." + name, old=old, new=value)


class Thermostat(Observable):
    target: int = 20
    mode: str

    def __init__(self, mode): self.mode, self.name = mode, "t"


changes = []
bus.on("changed.*", lambda event, old, new: changes.append((event, old, new)))
t = Thermostat("heat")
t.target = 22
t.target = 22
t.mode = "cool"
print(changes, Thermostat.watched)
names = [n for n, _ in bus.history]
print({n: names.count(n) for n in sorted(set(names))})
