# getattr, setattr, hasattr, delattr, dir, vars, callable, id, hash.
class Thing:
    shared = "class"

    def __init__(self): self.own = 1

    @property
    def computed(self): return self.own * 10

    @property
    def broken(self): raise ValueError("broken property")

    @property
    def missing(self): raise AttributeError("from property")

    def method(self): return "called"


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


t = Thing()
print(getattr(t, "own"), getattr(t, "shared"), getattr(t, "computed"), getattr(t, "nope", "default"), getattr(t, "method")(), getattr(t, "missing", "d2"))
attempt(lambda: getattr(t, "nope"))
attempt(lambda: getattr(t, "broken", 1))
attempt(lambda: getattr(t, 5))
attempt(lambda: getattr(t))
attempt(lambda: getattr(Thing, "nope"))
attempt(lambda: getattr(5, "nope"))
attempt(lambda: getattr(None, "x"))
print(hasattr(t, "own"), hasattr(t, "nope"), hasattr(t, "missing"), hasattr(5, "real"), hasattr([], "append"), hasattr(Thing, "own"))
attempt(lambda: hasattr(t, "broken"))
attempt(lambda: hasattr(t, 1))
setattr(t, "own", 5)
setattr(t, "not valid name", 6)
setattr(Thing, "shared", "changed")
print(vars(t), t.shared, getattr(t, "not valid name"))
attempt(lambda: setattr(t, "computed", 1))
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr("s", "upper", 1))
attempt(lambda: setattr([], "x", 1))
attempt(lambda: setattr(None, "x", 1))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: setattr(len, "x", 1))
delattr(t, "own")
attempt(lambda: t.own)
attempt(lambda: delattr(t, "own"))
attempt(lambda: delattr(t, "method"))
attempt(lambda: delattr(t, "computed"))
print([n for n in dir(t) if not n.startswith("__")], [n for n in dir(Thing) if n[0] != "_"], "append" in dir([]), "upper" in dir("") and "__len__" in dir(""))


class Custom:
    def __dir__(self): return ["z", "a", "m"]


print(dir(Custom()), vars(Thing)["shared"], type(vars(Thing)).__name__, t.__dict__ is vars(t))
attempt(lambda: vars(5))
attempt(lambda: vars([]))
t.__dict__["via_dict"] = 8
t.__dict__.update(a=1)
print(t.via_dict, t.a, t.__class__ is Thing, t.__class__.__name__, t.__module__)


def scope(a, b=2):
    c = a + b
    return sorted(locals()), sorted(vars()), dir()


print(scope(1), "Thing" in globals(), "scope" in dir(), globals()["__name__"])
globals()["injected"] = 99
print(injected, callable(t), callable(Thing), callable(t.method), callable(len), callable("x"))
print(id(t) == id(t), id(t) == id(Thing()), hash("a") == hash("a"), hash(1) == hash(1.0) == hash(True), hash((1, 2)) == hash((1, 2)), hash(-1), hash(2 ** 61 - 1), hash(0), hash(10 ** 18), hash(-5), isinstance(hash("x"), int))
for bad in ([], {}, set(), (1, []), bytearray(), slice(1, []), [1, 2], {1: 2}):
    attempt(lambda: hash(bad))
