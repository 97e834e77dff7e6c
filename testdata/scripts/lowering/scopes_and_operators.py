# Which variable a name means, displays, calls and operators that the lowering treats specially.
x = "global"
def f1():
    def g(): return x
    x = "f1"
    return g()
print(f1())
def f2():
    x = "f2"
    def g():
        global x
        x = "changed"
        return x
    r = g()
    return r, x
print(f2(), x)
x = "global"
def f3():
    x = 1
    class C:
        y = x
        x = 5
        def m(self): return x
    return C.y, C.x, C().m()
try: print(f3())
except Exception as e: print(type(e).__name__, e)
def f4():
    x = 1
    class C:
        nonlocal x
        x = 7
        z = [x for _ in range(2)]
    return x, C.z, hasattr(C, "x")
print(f4())
class K:
    a = 3
    b = [a for _ in range(2)] if False else [i for i in range(a)]
    c = lambda self: self.a
    def open(self): return open.__name__
    def len(self, v): return len(v)
    len2 = len
print(K.b, K().c(), K().open(), K().len([1,2]), K().len2([1]))
def f5():
    fs = []
    for i in range(3):
        fs.append(lambda: i)
    gs = [lambda: j for j in range(3)]
    hs = [(lambda k=k: k) for k in range(3)]
    return [f() for f in fs], [g() for g in gs], [h() for h in hs]
print(f5())
def f6():
    out = []
    for k in range(2):
        out.append([lambda: i for i in range(k + 1)])
    return [[f() for f in l] for l in out]
print(f6())
def f7():
    try:
        y
    except NameError as e: print(e)
    try:
        z
        z = 1
    except UnboundLocalError as e: print(e)
    def g():
        return w
    try: g()
    except NameError as e: print(e)
    w = 1
    return g()
print(f7())
def outer():
    n = 0
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    inc(); inc(5)
    return n, get(), inc.__closure__ is not None
print(outer())
def deco(f):
    def w(*a, **k):
        return ("w", f(*a, **k))
    return w
@deco
def d1(a, /, b, *, c=3): return a, b, c
print(d1(1, b=2), d1(1, 2, c=4))
class P:
    def __init__(self): self._v = 0
    @property
    def v(self): return self._v
    @v.setter
    def v(self, x): self._v = x * 2
    @v.deleter
    def v(self): self._v = -1
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls): return cls.__name__
p = P(); p.v = 5; print(p.v); del p.v; print(p.v, P.s(1), P.c(), p.c())
class Priv:
    __x = 1
    def __init__(self): self.__y = 2
    def get(self): return self.__x + self.__y
    def __m(self): return "m"
    def call(self): return self.__m()
print(Priv().get(), Priv._Priv__x, Priv().call(), sorted(vars(Priv())))
for len_ in range(2): pass
print(len_)
def kw(*args, **kwargs): return args, kwargs
print(kw(*[1], 2, *(3, 4), a=1, **{"b": 2}, c=3))
print(kw(*"ab", **{"x": 1}))
def order():
    log = []
    def t(n): log.append(n); return n
    kw(t(1), *[t(2)], t(3), a=t(4), **{"b": t(5)}, c=t(6))
    return log
print(order())
a = b = c = [1]
print(a is b is c)
a, (b, *c), d = 1, (2, 3, 4), 5
print(a, b, c, d)
[a, b] = (b, a); print(a, b)
for i, (j, k) in enumerate([(1, 2), (3, 4)]): print(i, j, k)
print([(i, j, k) for i, (j, *k) in enumerate(["abc", "de"])])
d = {}
d["a"], d["b"] = 1, 2
print(d)
l = [1, 2, 3, 4, 5]
l[1:3] = ["x"]; print(l); del l[0], l[-1]; print(l); l[::2] = [0, 0] if len(l) > 2 else [9]; print(l)
l += "ab"; print(l); l *= 2; print(l)
t = (1,); t += (2,); print(t)
s = {1}; s2 = s; s |= {2}; print(s2, s is s2)
n = 5; n **= 2; n //= 2; n <<= 2; n >>= 1; n ^= 1; n |= 8; n &= 0xff; n %= 7; print(n)
class Acc:
    def __init__(self): self.l = []; self.n = True
    def add(self): self.l += [1]; self.n += 1; return self
ac = Acc().add().add(); print(ac.l, ac.n)
print(True + True, True * 3, -True, ~True, True & False, True | 1, 5 & True, True / 2, True // 1, True % 2, True ** 2, 1 << True, sum([True, True]))
print("a" "b" f"{1}" "c", rf"\{2}", b"x" b"y")
print(not 1 == 2, 1 < 2 > 0, 1 in [1] in [[1]])
if True: y1: int = 3
print(y1, __annotations__)
def ann(a: int, *b: "str", c: float = 1.0) -> list: return a
print(ann.__annotations__)
lam = lambda *a, k=2, **kw: (a, k, kw)
print(lam(1, 2, k=3, z=4))
assert 1, "no"
try: assert 0, "msg"
except AssertionError as e: print(e)
try: assert []
except AssertionError as e: print(repr(e))
print([*range(3), *"ab"], (*[1],), {*[1, 1]}, {**{"a": 1}, "a": 2, **{"b": 3}})
print({1: "a", 1: "b"}, {True: 1, 1: 2})
i = 10
while i:
    i -= 3
    if i < 0: break
else: print("never")
for q in []: pass
else: print("else")
print(f"{'nested ' + f'{1 + 1}'!r:>15}|{3.14159:{'.'}{2}f}|{x=}|{x!s:>10}")
print("%s %r %5.2f %%" % ("a", "b", 3.14159), "%d" % True, "%(k)s" % {"k": 1})
def ret(): return
print(ret())
print((lambda: (yield))().__class__.__name__)
print(f4.__name__, K.open.__qualname__, (lambda: 0).__name__, outer.__qualname__)
