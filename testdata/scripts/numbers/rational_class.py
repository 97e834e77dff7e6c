# A Fraction class of one's own: every numeric hook, mixed arithmetic, formatting, hashing.
from math import gcd


class Frac:
    __slots__ = ("n", "d")

    def __init__(self, n=0, d=1):
        if isinstance(n, str):
            n, _, d = n.partition("/")
            n, d = int(n), int(d or 1)
        if d == 0:
            raise ZeroDivisionError(f"Frac({n}, 0)")
        g = gcd(n, d) * (1 if d > 0 else -1)
        self.n, self.d = n // g, d // g

    @staticmethod
    def lift(x): return x if isinstance(x, Frac) else Frac(x) if isinstance(x, int) else None

    def _op(f):
        def fwd(self, other):
            if isinstance(other, float): return f(float(self), other)
            o = Frac.lift(other)
            return NotImplemented if o is None else f(self, o)

        def rev(self, other):
            if isinstance(other, float): return f(other, float(self))
            o = Frac.lift(other)
            return NotImplemented if o is None else f(o, self)
        return fwd, rev

    __add__, __radd__ = _op(lambda a, b: Frac(a.n * b.d + b.n * a.d, a.d * b.d) if isinstance(a, Frac) else a + b)
    __sub__, __rsub__ = _op(lambda a, b: Frac(a.n * b.d - b.n * a.d, a.d * b.d) if isinstance(a, Frac) else a - b)
    __mul__, __rmul__ = _op(lambda a, b: Frac(a.n * b.n, a.d * b.d) if isinstance(a, Frac) else a * b)
    __truediv__, __rtruediv__ = _op(lambda a, b: Frac(a.n * b.d, a.d * b.n) if isinstance(a, Frac) else a / b)
    __floordiv__, __rfloordiv__ = _op(lambda a, b: (a.n * b.d) // (a.d * b.n) if isinstance(a, Frac) else a // b)
    __mod__, __rmod__ = _op(lambda a, b: a - b * (a // b))
    del _op

    def __divmod__(self, o): return self // o, self % o
    def __pow__(self, k): return Frac(self.n ** k, self.d ** k) if k >= 0 else Frac(self.d ** -k, self.n ** -k)
    def __neg__(self): return Frac(-self.n, self.d)
    def __pos__(self): return self
    def __abs__(self): return Frac(abs(self.n), self.d)
    def __eq__(self, o):
        if isinstance(o, float): return float(self) == o
        o = Frac.lift(o)
        return NotImplemented if o is None else (self.n, self.d) == (o.n, o.d)
    def __lt__(self, o):
        if isinstance(o, float): return float(self) < o
        o = Frac.lift(o)
        return NotImplemented if o is None else self.n * o.d < o.n * self.d
    def __le__(self, o): return self < o or self == o
    def __gt__(self, o): return not self <= o
    def __ge__(self, o): return not self < o
    def __hash__(self): return hash(self.n) if self.d == 1 else hash((self.n, self.d))
    def __bool__(self): return self.n != 0
    def __float__(self): return self.n / self.d
    def __int__(self): return self.n // self.d if self.n >= 0 else -(-self.n // self.d)
    __trunc__ = __int__
    def __floor__(self): return self.n // self.d
    def __ceil__(self): return -(-self.n // self.d)
    def __round__(self, k=None):
        if k is None:
            q, r = divmod(self.n, self.d)
            return q + (2 * r > self.d or 2 * r == self.d and q % 2)
        return Frac(round(self * 10 ** k), 10 ** k)
    def __repr__(self): return f"Frac({self.n}, {self.d})"
    def __str__(self): return f"{self.n}/{self.d}" if self.d != 1 else str(self.n)
    def __format__(self, spec): return format(float(self), spec) if spec and spec[-1] in "fe%" else format(str(self), spec)


h, t = Frac(1, 2), Frac(1, 3)
print(h + t, h - t, h * t, h / t, h // t, h % t, divmod(h, t), h ** 3, h ** -2, -h, +h, abs(-h), h + 1, 1 - h, 2 * h, 1 / t, 7 // t, 1 % t, h + 0.25, 0.5 - t, 3 * h)
print(h == Frac(2, 4), h == 0.5, h != t, h > t, h >= 0.5, t < 1, 1 > t, sorted([h, t, Frac(0), 1, 0.4]), max(h, t), Frac(4, 2) == 2, hash(Frac(4, 2)) == hash(2), {Frac(2): "two"}[2], h in [0.5], bool(Frac(0)), sum([h, t, Frac("1/6")]), sum([h] * 4, Frac(0)))
import math
print(float(t), int(Frac(-7, 2)), math.floor(Frac(-7, 2)), math.ceil(Frac(-7, 2)), math.trunc(Frac(7, 2)), round(Frac(5, 2)), round(Frac(7, 2)), round(Frac(22, 7), 2), f"{t:.4f} {t:>8} {t:%} {h!r} {h}", "%s %.2f %d" % (t, t, Frac(9, 2)), Frac("-6/8"), Frac("5"), [h, t], str([h]))
for f in (lambda: Frac(1, 0), lambda: h / 0, lambda: h // 0, lambda: h + "x", lambda: "x" * h, lambda: h < "x", lambda: Frac("a/b"), lambda: h ** "x", lambda: Frac(0) ** -1, lambda: h.z, lambda: setattr(h, "z", 1), lambda: [1, 2][h], lambda: range(h), lambda: math.sqrt(-h), lambda: h @ t, lambda: h << 1, lambda: round(h, "x")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
x = Frac(1)
for n in range(1, 8): x += Frac(1, n)
print(x, float(x), x.n.bit_length())
def cf(x, n=8):
    out = []
    while n:
        out.append(math.floor(x))
        if x == out[-1]: break
        x, n = 1 / (x - out[-1]), n - 1
    return out
print(cf(Frac(415, 93)), cf(Frac(355, 113)))
