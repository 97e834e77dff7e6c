# Where the lowering supposes what a value is: first parameters, calls of classes and built-ins, floats.
class A:
    @staticmethod
    def first(text): return text[0], text.split("é"), text == "x", len(text)
    @staticmethod
    def s2(self): return self.upper()[1], self + "x"
    def deco(f):
        def w(self, *a): return (f.__name__, f(self, *a))
        return w
    @deco
    def m(self, x): return x
    def nums(n): return n % 2, n < 3, True + n
    nums = staticmethod(nums)
print(A.first("éaéb"), A.s2("éab"), A().m(3), A.nums(True), A.nums(2.5))
r = range(1, 10, 2); print(r.start, r.stop, r.index(3), r[1], r[-1], r[1:3], 3 in r, r.count(9))
s = slice(1, 5); print(s.start, s.stop, s.indices(3))
f = frozenset([1, 2]); print(f.union([3]), f | {4}, 1 in f)
b = bytearray(b"ab"); b.append(99); print(b, b[0], b[1:], b.decode()); b[0] = 65; b += b"z"; print(b, len(b))
c = complex(1, 2); print(c.real, c.conjugate(), c * 2, abs(complex(3, 4)))
e = enumerate("ab"); print(next(e), list(e)); z = zip([1], [2]); print(next(z))
class Fac:
    def __new__(cls): return "a string"
print(Fac().upper().title(), Fac()[2])
class Base:
    def __new__(cls, *a): return [1, 2] if not a else object.__new__(cls)
class Der(Base): pass
x = Der(); x.sort(reverse=True); print(x)
o = object(); print(type(o).__name__)
by = b"abc"; print(by[0], by[1:], by + b"d", by * 2, by == b"abc", by.upper(), [i for i in by], b"b" in by, 98 in by, by % () if False else "")
m = map(str, [1, 2]); print(list(m)); it = iter([1, 2, 3]); next(it); print(list(it)); print(list(reversed([1, 2])), sum(r), max(r), sorted(r, reverse=True))
import math
print(math.pi > 3, math.floor(2.7), math.inf > 10**400, -math.inf < 0, math.nan == math.nan, math.nan != math.nan)
n = float("nan"); i = 5
print(n < i, n > i, n == n, i < n, i >= n, [n] == [n], n in [n], max(1.5, n) is not None)
