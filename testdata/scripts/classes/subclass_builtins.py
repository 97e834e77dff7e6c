# Subclasses of list, dict, str, int, float, tuple, set, bytes and exceptions.
class Stack(list):
    limit = 3

    def append(self, x):
        if len(self) >= self.limit: raise OverflowError("stack full")
        super().append(x)

    def peek(self): return self[-1]

    def __getitem__(self, i):
        v = super().__getitem__(i)
        return Stack(v) if isinstance(i, slice) else v

    def __contains__(self, x): return x == "magic" or super().__contains__(x)


s = Stack([1, 2])
s.append(3)
try:
    s.append(4)
except OverflowError as e:
    print(e)
print(s, s.peek(), len(s), s == [1, 2, 3], isinstance(s, list), type(s[:2]).__name__, "magic" in s, s + [9], type(s + [9]).__name__, sorted(s, reverse=True), s.index(2), repr(s), bool(Stack()), [*s], s * 2, max(s), list(s) == s)
s.extra = "attr"
s.sort(reverse=True)
print(s, s.extra, s.__dict__, [x for x in s], s.copy(), type(s.copy()).__name__)


class Config(dict):
    def __init__(self, *a, **k):
        super().__init__(*a, **k)
        self.reads = 0

    def __getitem__(self, k):
        self.reads += 1
        return super().__getitem__(k)

    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getattr__(self, k):
        try: return self[k]
        except KeyError: raise AttributeError(k) from None


c = Config(a=1)
c["B"] = 2
c.update(C=3)
print(c, c["a"], c.b, c.get("a"), c.reads, c == {"a": 1, "b": 2, "C": 3}, isinstance(c, dict), len(c), {**c}, dict(c), "b" in c, list(c.items()), type(c | {}).__name__, c.setdefault("z", 5), c.pop("z"))
try:
    c.nope
except AttributeError as e:
    print(repr(e))


class Meters(float):
    def __new__(cls, v, unit="m"):
        self = super().__new__(cls, v)
        self.unit = unit
        return self
    def __str__(self): return f"{float(self):g}{self.unit}"
    def __add__(self, o): return Meters(float(self) + o, self.unit)


m = Meters("2.5") + 1
print(m, repr(m), m == 3.5, m * 2, type(m * 2).__name__, f"{m:.2f}", "%s" % m, m.unit, round(m), m > 3, hash(m) == hash(3.5), int(m), sum([m, m]))


class Even(int):
    def __new__(cls, v=0):
        if v % 2: raise ValueError(f"{v} is odd")
        return super().__new__(cls, v)
    def half(self): return int(self) // 2
    def __repr__(self): return f"Even({int(self)})"


e = Even(10)
print(e, e.half(), e + 1, type(e + 1).__name__, [e], e == 10, {10: "ten"}[e], range(e)[-1], [0] * Even(2), e << 1, f"{e:03d}", str(e), isinstance(e, int), bool(Even()), -e, divmod(e, 3), e.bit_length(), "abc"[Even(2)])
try:
    Even(3)
except ValueError as err:
    print(err)


class Flag(str):
    def __eq__(self, o): return str(self).lower() == str(o).lower()
    def __hash__(self): return hash(str(self).lower())


f = Flag("Yes")
print(f == "YES", f in ["yes"], {Flag("a"): 1}[Flag("A")], f + "!", type(f.upper()).__name__, len(f), f"{f}", f[0], "Y" in f)


class Pair(tuple):
    __slots__ = ()
    def __new__(cls, a, b): return tuple.__new__(cls, (a, b))
    @property
    def first(self): return self[0]
    def swap(self): return Pair(self[1], self[0])


p = Pair(1, "x")
a, b = p
print(p, p.first, p.swap(), a, b, p == (1, "x"), type(p[:1]).__name__, {p: 1}[(1, "x")], p + (2,), len(p))


class Tags(set):
    def add(self, x): super().add(x.strip())
    def __str__(self): return "#" + " #".join(sorted(self))


t = Tags(["b"])
t.add(" a ")
print(t, t == {"a", "b"}, sorted(t | {"c"}), type(t & {"a"}).__name__, len(t))


class Raw(bytes):
    def bits(self): return "".join(f"{b:08b}" for b in self)


print(Raw(b"A").bits(), Raw(b"x") + b"y", Raw([1, 2]), type(Raw(b"ab")[:1]).__name__)


class HttpError(RuntimeError):
    def __init__(self, status, *rest):
        super().__init__(status, *rest)
        self.status = status


class NotFound(HttpError):
    def __init__(self, path): super().__init__(404, path)
    def __str__(self): return f"not found: {self.args[1]}"


try:
    raise NotFound("/x")
except HttpError as err:
    print(err, err.status, repr(err), isinstance(err, RuntimeError))
for base in (bool, type(None), type(lambda: 0), range, slice, type(...)):
    try:
        type("X", (base,), {})
    except TypeError as err:
        print(err)
class Multi(Stack, dict.__base__): pass
try:
    class Clash(list, dict): pass
except TypeError as err:
    print(err)
print([k.__name__ for k in Stack.__mro__], Stack.__base__, isinstance(Multi([1]), list))
