# __getattr__, __getattribute__, __setattr__, __delattr__, __dir__, __dict__.
class Dynamic:
    real = "class attr"

    def __init__(self): self.x = 1

    def __getattr__(self, name):
        if name.startswith("dyn_"):
            return name[4:].upper()
        raise AttributeError(f"no {name!r} here")


d = Dynamic()
print(d.x, d.real, d.dyn_hello, getattr(d, "nope", "default"), hasattr(d, "dyn_x"), hasattr(d, "zzz"))
try:
    d.zzz
except AttributeError as e:
    print(e)


class Spy:
    def __init__(self):
        object.__setattr__(self, "log", [])
        self.a = 1

    def __getattribute__(self, name):
        if name not in ("log", "__dict__", "__class__"):
            object.__getattribute__(self, "log").append("get " + name)
        return super().__getattribute__(name)

    def __setattr__(self, name, value):
        self.log.append(f"set {name}={value}")
        super().__setattr__(name, value)

    def __delattr__(self, name):
        self.log.append("del " + name)
        super().__delattr__(name)

    def method(self): return self.a


s = Spy()
s.b = s.a + 1
s.method()
del s.b
hasattr(s, "gone")
s.a += 10
print(s.log)


class Both:
    def __getattribute__(self, name):
        if name == "blocked":
            raise AttributeError("blocked")
        return super().__getattribute__(name)

    def __getattr__(self, name): return "fallback " + name


b = Both()
b.own = 5
print(b.own, b.blocked, b.other)


class Frozen:
    def __init__(self, **kw): self.__dict__.update(kw)
    def __setattr__(self, name, value): raise AttributeError(f"{type(self).__name__} is frozen, cannot set {name}")
    def __delattr__(self, name): raise TypeError("cannot delete " + name)


f = Frozen(a=1, b=2)
print(f.a, f.__dict__)
for action in (lambda: setattr(f, "a", 2), lambda: delattr(f, "a"), lambda: f.__dict__.__setitem__("a", 99)):
    try:
        print(action(), f.a)
    except (AttributeError, TypeError) as e:
        print(type(e).__name__, e)


class Record:
    def __init__(self, data): self._data = data
    def __getattr__(self, name):
        try:
            v = self._data[name]
        except KeyError:
            raise AttributeError(name) from None
        return Record(v) if isinstance(v, dict) else v
    def __dir__(self): return sorted(self._data)


r = Record({"user": {"name": "al", "tags": [1]}, "n": 3})
print(r.user.name, r.n, r.user.tags[0], dir(r), dir(r.user))
try:
    r.user.email
except AttributeError as e:
    print(repr(e), e.__cause__)


class Proxy:
    def __init__(self, target): object.__setattr__(self, "_t", target)
    def __getattr__(self, n): return getattr(self._t, n)
    def __setattr__(self, n, v): setattr(self._t, n, v)
    def __len__(self): return len(self._t.items)
    def __iter__(self): return iter(self._t.items)


class Target:
    items = [1, 2]
    def total(self): return sum(self.items)


t = Target()
p = Proxy(t)
p.items = [5, 6, 7]
print(p.total(), t.items, len(p), list(p), p._t is t)
print(t.__dict__, Target.items, vars(t) is t.__dict__)
t.__dict__ = {"items": [100], "fresh": True}
print(t.total(), t.fresh)
try:
    t.__dict__ = 5
except TypeError as e:
    print(e)
t.__class__ = Frozen
print(type(t).__name__, isinstance(t, Frozen))
class Lookup:
    def __len__(self): return 5
l = Lookup()
l.__len__ = lambda: 99
print(len(l), l.__len__())
class WithGetattr:
    def __getattr__(self, n): return lambda *a: (n, a)
w = WithGetattr()
print(w.anything(1, 2), w.__len__() if False else "dunder lookups skip instances")
try:
    len(w)
except TypeError as e:
    print(e)
try:
    w + 1
except TypeError as e:
    print(e)
class Meta(type):
    def __getattr__(cls, name): return f"{cls.__name__}.{name}"
class Uses(metaclass=Meta): here = 1
print(Uses.here, Uses.missing)
try:
    Uses().missing
except AttributeError as e:
    print(e)
