# staticmethod, classmethod, bound methods as values, alternative constructors.
class Date:
    instances = 0
    fmt = "{:04d}-{:02d}-{:02d}"

    def __init__(self, y, m, d):
        self.y, self.m, self.d = y, m, d
        Date.instances += 1

    @classmethod
    def parse(cls, text): return cls(*map(int, text.split("-")))

    @classmethod
    def count(cls): return cls.instances

    @staticmethod
    def valid(text):
        parts = text.split("-")
        return len(parts) == 3 and all(p.isdigit() for p in parts)

    def __str__(self): return self.fmt.format(self.y, self.m, self.d)

    def replace(self, **kw): return type(self)(**{**self.__dict__, **kw})


class EuroDate(Date):
    fmt = "{2:02d}.{1:02d}.{0:04d}"

    @classmethod
    def parse(cls, text):
        d = super().parse("-".join(reversed(text.split("."))))
        d.parsed_by = cls.__name__
        return d


d, e = Date.parse("2024-02-29"), EuroDate.parse("01.12.1999")
print(d, e, type(e).__name__, e.parsed_by, Date.count(), EuroDate.count(), d.valid("x"), Date.valid("1-2-3"), e.parse("05.06.2007"), d.replace(y=1), type(e.replace.__self__).__name__ if hasattr(e.replace, "__self__") else "")
m = d.replace
print(m(m=12), m.__name__, m.__self__ is d, m.__func__ is Date.replace, m == d.replace, m == e.replace, callable(m), m.__qualname__, Date.parse.__self__ is Date, Date.parse.__func__.__name__, Date.valid.__name__)
print(type(Date.__dict__["parse"]).__name__, type(Date.__dict__["valid"]).__name__, type(Date.parse).__name__, type(Date.valid).__name__, type(Date.replace).__name__, type(d.replace).__name__, {m: 1}[d.replace], hash(m) == hash(d.replace))


class Tools:
    registry = {}
    upper = staticmethod(str.upper)
    length = len
    join = ", ".join

    def add(self, name, fn):
        self.registry[name] = fn
        return self

    @staticmethod
    def helper(*a, **k): return a, k

    @classmethod
    def chained(cls): return cls, cls().helper(1, k=2)

    def via_class(self): return self.__class__.helper("via"), type(self).chained()[1]

    later = classmethod(lambda cls: cls.__name__ + " later")
    calc = staticmethod(lambda x: x * 2)


t = Tools()
print(t.upper("up"), t.length([1, 2]), t.join("ab"), Tools.helper(1), t.helper(2, z=3), t.chained()[1], t.via_class(), t.later(), t.calc(21), Tools.calc(4))
t.add("n", t.calc).add("m", Tools.later)
print([t.registry[k](*a) for k, a in (("n", (5,)), ("m", ()))])
sm = staticmethod(lambda: "called directly")
print(sm(), sm.__func__(), [f(3) for f in map(t.__class__.__dict__.get, ["calc"])])
def free(self, x): return (type(self).__name__, x)
Tools.attached = free
t.own = free
print(t.attached(1), t.own(None, 2), Tools.attached("s", 3))
for f in (lambda: Date.replace(), lambda: Date.valid(), lambda: d.valid(), lambda: Date.parse(), lambda: d.count(1), lambda: Date.count.x, lambda: Tools.helper.y, lambda: Date.__str__()):
    try:
        print(f())
    except (TypeError, AttributeError) as err:
        print(err)
methods = [getattr(d, n) for n in dir(d) if callable(getattr(d, n)) and not n.startswith("_")]
print([f.__name__ for f in methods], sorted(n for n in vars(Date) if not n.startswith("__")))
