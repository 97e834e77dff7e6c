# __slots__ accepted and enforced, with and without __dict__; class and instance dictionaries.
class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y=0): self.x, self.y = x, y


p = Point(1)
p.y += 5
print(p.x, p.y, Point.__slots__)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: setattr(p, "z", 1))
attempt(lambda: p.z)
attempt(lambda: p.__dict__)
attempt(lambda: vars(p))
del p.x
attempt(lambda: p.x)
attempt(lambda: delattr(p, "x"))
p.x = 9
print(p.x, hasattr(p, "x"), hasattr(p, "w"), type(Point.x).__name__)


class Sub(Point):
    pass


s = Sub(1, 2)
s.extra = 3
print(s.x, s.extra, s.__dict__)


class Slotted(Point):
    __slots__ = ["z"]


t = Slotted(1, 2)
t.z = 3
attempt(lambda: setattr(t, "w", 1))
print(t.x, t.z)


class Single:
    __slots__ = "only"


o = Single()
o.only = 1
attempt(lambda: setattr(o, "o", 1))


class WithDict:
    __slots__ = ("a", "__dict__")


w = WithDict()
w.a, w.b = 1, 2
print(w.a, w.__dict__)


class Conflict: pass


attempt(lambda: type("C", (), {"__slots__": ("a",), "a": 1}))
attempt(lambda: type("C", (), {"__slots__": (5,)}))
attempt(lambda: type("C", (), {"__slots__": ("not ok",)}))


class Empty:
    __slots__ = ()


attempt(lambda: setattr(Empty(), "x", 1))


class Klass:
    a = 1
    def __init__(self): self.b = 2
    def m(self): pass


k = Klass()
print(k.__dict__, sorted(n for n in Klass.__dict__ if not n.startswith("__")), "a" in k.__dict__, k.a)
k.a = 10
print(k.__dict__, Klass.a)
del k.a
print(k.a)
Klass.c = 3
Klass.m2 = lambda self: self.c * 2
print(k.c, k.m2())
del Klass.c
attempt(lambda: k.c)
attempt(lambda: delattr(Klass, "zzz"))
attempt(lambda: Klass.__dict__.__setitem__("x", 1))
print(type(Klass.__dict__).__name__, Klass.__name__, Klass.__qualname__, Klass.__module__, Klass.__doc__, Klass.__weakref__ is not None if hasattr(Klass, "__weakref__") else "")
Klass.__name__ = "Renamed"
Klass.__doc__ = "new doc"
print(Klass, Klass.__name__, Klass.__doc__, type(k).__name__)
attempt(lambda: setattr(Klass, "__name__", 5))
k.__class__ = type("Swapped", (), {"hi": lambda self: ("hi", self.b)})
print(k.hi(), type(k).__name__)
attempt(lambda: setattr(k, "__class__", 5))
attempt(lambda: setattr(k, "__class__", int))
counts = {}
class Shared:
    items = []
    n = 0
    def add(self, x):
        self.items.append(x)
        self.n += 1
a, b = Shared(), Shared()
a.add(1); b.add(2); a.add(3)
print(a.items, b.items is a.items, a.n, b.n, Shared.n, vars(a))
