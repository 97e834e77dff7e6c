# Arithmetic operators, reflected and in place, NotImplemented, comparison.
class Vec:
    def __init__(self, *xs): self.xs = xs
    def __repr__(self): return f"Vec{self.xs}"
    def __add__(self, o): return Vec(*(a + b for a, b in zip(self.xs, o.xs))) if isinstance(o, Vec) else NotImplemented
    def __radd__(self, o): return self if o == 0 else NotImplemented
    def __sub__(self, o): return self + -o
    def __rsub__(self, o): return ("rsub", o)
    def __mul__(self, k): return Vec(*(a * k for a in self.xs)) if isinstance(k, (int, float)) else NotImplemented
    __rmul__ = __mul__
    def __matmul__(self, o): return sum(a * b for a, b in zip(self.xs, o.xs))
    def __neg__(self): return self * -1
    def __pos__(self): return Vec(*map(abs, self.xs))
    def __abs__(self): return (self @ self) ** 0.5
    def __invert__(self): return Vec(*self.xs[::-1])
    def __eq__(self, o): return isinstance(o, Vec) and self.xs == o.xs
    def __bool__(self): return any(self.xs)
    def __iadd__(self, o):
        self.xs += o.xs if isinstance(o, Vec) else (o,)
        return self


v, w = Vec(1, 2), Vec(3, 4)
print(v + w, v - w, v * 2, 2 * v, v @ w, -v, +Vec(-1, 1), abs(w), ~v, sum([v, w]), v == Vec(1, 2), v != w, bool(Vec(0, 0)), 5 - v)
alias = v
v += w
v += 9
print(v, alias is v)
v *= 2
print(v, alias)


class Log:
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n


names = "add sub mul truediv floordiv mod pow lshift rshift and or xor matmul".split()
for name in names:
    for pre in ("", "r", "i"):
        setattr(Log, f"__{pre}{name}__", lambda self, o, m=None, n=pre + name: f"{n}({self},{o})")
setattr(Log, "__divmod__", lambda s, o: f"divmod({s},{o})")
setattr(Log, "__rdivmod__", lambda s, o: f"rdivmod({s},{o})")
a = Log("a")
print(a + 1, a - 1, a * 1, a / 1, a // 1, a % 1, a ** 1, a << 1, a >> 1, a & 1, a | 1, a ^ 1, a @ 1, divmod(a, 1))
print(1 + a, 1 - a, 1 * a, 1 / a, 1 // a, 1 % a, 1 ** a, 1 << a, 1 >> a, 1 & a, 1 | a, 1 ^ a, 1 @ a, divmod(1, a))
print("s" + a, "%s" % a, [1] + a, [1] * a, (1,) + a, {1} | a, {} | a, 1.5 * a, None + a, True & a)
x = a; x += 1; print(x)
x = a; x -= 1; print(x, end=" ")
x = a; x *= 1; print(x, end=" ")
x = a; x /= 1; print(x, end=" ")
x = a; x //= 1; print(x, end=" ")
x = a; x %= 1; print(x, end=" ")
x = a; x **= 1; print(x, end=" ")
x = a; x <<= 1; print(x, end=" ")
x = a; x >>= 1; print(x, end=" ")
x = a; x &= 1; print(x, end=" ")
x = a; x |= 1; print(x, end=" ")
x = a; x ^= 1; print(x, end=" ")
x = a; x @= 1; print(x)


class P:
    def __add__(self, o): calls.append("P.add"); return NotImplemented
    def __radd__(self, o): calls.append("P.radd"); return "P.radd result"
    def __eq__(self, o): calls.append("P.eq"); return NotImplemented
    def __lt__(self, o): calls.append("P.lt"); return NotImplemented
    def __gt__(self, o): calls.append("P.gt"); return True


class Q(P):
    def __radd__(self, o): calls.append("Q.radd"); return "Q.radd result"
    def __gt__(self, o): calls.append("Q.gt"); return "Q"


calls = []
for f in (lambda: P() + Q(), lambda: Q() + P(), lambda: P() + 1, lambda: 1 + P(), lambda: P() + P(), lambda: P() == Q(), lambda: P() == 5, lambda: P() < Q(), lambda: P() < 5, lambda: 5 < P(), lambda: 5 > P(), lambda: P() != P()):
    calls.clear()
    try:
        print(f(), calls)
    except TypeError as e:
        print(e, calls)


class OnlyIadd:
    def __iadd__(self, o): return NotImplemented
    def __add__(self, o): return "fell back"


y = OnlyIadd()
y += 1
print(y)
d = {"k": 1}
class Holder: n = 1
h = Holder()
h.n += 5
d["k"] += h.n
print(h.n, Holder.n, d)
