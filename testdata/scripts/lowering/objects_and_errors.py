# Parameters, metaclasses, descriptors, operator methods, augmented items, errors' words.
# more exotic
import sys
def f(*, a, b=2): return a, b
try: f(1)
except TypeError as e: print(e)
try: f(b=1)
except TypeError as e: print(e)
def g(a, /, b): return a, b
for args, kw in [((1,), {}), ((), {"a": 1, "b": 2}), ((1, 2, 3), {}), ((1,), {"b": 1, "c": 2}), ((1, 2), {"b": 3})]:
    try: print(g(*args, **kw))
    except TypeError as e: print(e)
class Meta(type):
    def __new__(m, n, b, d, **k):
        d["added"] = k.get("extra")
        return super().__new__(m, n, b, d)
    def __init__(c, n, b, d, **k): super().__init__(n, b, d)
    def __call__(c, *a): return ("called", super().__call__(*a))
    @property
    def mp(c): return c.__name__
class A(metaclass=Meta, extra=5):
    def __init__(self, v=0): self.v = v
    def __repr__(self): return f"A{self.v}"
print(A.added, A(3), A.mp)
class Sub:
    subs = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.subs.append((cls.__name__, tag))
class S1(Sub, tag="x"): pass
class S2(S1): pass
print(Sub.subs)
class Desc:
    def __set_name__(self, o, n): self.n = n
    def __get__(self, i, o): return (self.n, i is None)
    def __set__(self, i, v): print("set", v)
class HD: d = Desc()
h = HD(); print(h.d, HD.d); h.d = 4
class Op:
    def __init__(self, v): self.v = v
    def __add__(self, o): return Op(self.v + (o.v if isinstance(o, Op) else o))
    __radd__ = __add__
    def __iadd__(self, o): self.v += 100; return self
    def __eq__(self, o): return "eq" if isinstance(o, Op) else NotImplemented
    def __lt__(self, o): return "lt"
    def __getitem__(self, k): return k
    def __contains__(self, k): return k == 1
    def __len__(self): return 3
    def __bool__(self): return False
    def __neg__(self): return "neg"
    def __call__(self, *a, **k): return a, k
    def __hash__(self): return 5
    def __matmul__(self, o): return "mm"
    def __pow__(self, o): return "pow"
    def __rpow__(self, o): return "rpow"
    def __mod__(self, o): return "mod"
    def __rmod__(self, o): return "rmod"
    def __floordiv__(self, o): return "fd"
    def __rfloordiv__(self, o): return "rfd"
    def __lshift__(self, o): return "ls"
    def __rlshift__(self, o): return "rls"
    def __and__(self, o): return "and"
    def __rand__(self, o): return "rand"
    def __index__(self): return 2
o = Op(1)
print((o + 1).v, (1 + o).v, sum([o, o]).v, o == Op(2), o == 1, o != Op(2), o < 1, o > 1 if False else "", o[1:2, ...], o[5], 1 in o, 2 in o, len(o), bool(o), not o, -o, o(1, k=2), o @ 1, o ** 2, 2 ** o, o % 2, 5 % o, o // 2, 5 // o, o << 1, 1 << o, o & 1, 1 & o, [10, 20, 30][o], "abc"[o], [1, 2, 3][:o])
o2 = o; o += 1; print(o is o2, o.v)
class Box: pass
b = Box(); b.o = Op(1); b.o += 1; print(b.o.v)
d = {"k": Op(1), "l": [1], "b": True}; d["k"] += 1; d["l"] += (2,); d["b"] += 1; print(d["k"].v, d["l"], d["b"])
l = [[1], "a", True]; l[0] += [2]; l[1] += "b"; l[2] += 1; l[-1] *= 5; print(l)
x = y = 5; x += y; print(x)
def defaults(a=[], *, k={}): a.append(1); k[len(a)] = 1; return a, k
defaults(); print(defaults())
def shadow():
    len = lambda x: 42
    range = [1, 2]
    for i in range: print(i, len("a"))
shadow()
print = print
print("shadow ok")
def outer():
    def inner():
        return outer.__name__, inner.__qualname__
    return inner()
print(outer())
t = (1, 2)
try: t[0] = 5
except TypeError as e: print(e)
try: "abc"[5]
except IndexError as e: print(e)
try: [1][1.5]
except TypeError as e: print(e)
try: {}[[]]
except TypeError as e: print(e)
try: 5()
except TypeError as e: print(e)
try: None.foo
except AttributeError as e: print(e)
try: 1 + "a"
except TypeError as e: print(e)
try: [] < 1
except TypeError as e: print(e)
try: a, b = 1
except TypeError as e: print(e)
try: int("x")
except ValueError as e: print(e)
try: raise ValueError("a") from KeyError("b")
except ValueError as e: print(repr(e.__cause__), e.__suppress_context__)
try: del undefined_thing
except NameError as e: print(e)
try: f.nope
except AttributeError as e: print(e)
f.attr = 1; print(f.attr, vars(f))
print([i for i in range(3) if i % 2 == 0 or i > 1], {i: j for i, j in zip("ab", range(2))}, [[j for j in range(i)] for i in range(3)])
print(*[1, 2], sep="-"); print(*map(str, range(3)))
lst = [3, 1, 2]; lst.sort(key=lambda v: -v); print(lst, sorted(lst), lst[::-1], lst[-2:])
s = "héllo"; print(s[1], s[::-1], len(s), s[1:3], [c for c in s], s.upper(), "é" in s)
w = 0
while w < 3:
    w += 1
    if w == 2: continue
    print(w, end=" ")
print()
def multi(): return 1, 2, *[3, 4]
print(multi())
print((yield_ := 3), [z := 1, z + 1], z)
class Cm:
    def __enter__(self): return 1, 2
    def __exit__(self, *a): return True
with Cm() as (p, q), Cm() as [r, s2]: print(p, q, r, s2); raise ValueError
with (Cm() as z1, Cm()): pass
print(z1)
lam = [lambda x, i=i: x * i for i in range(3)]; print([f2(2) for f2 in lam])
global_list = []
def ap():
    global_list.append(1)
    global cnt
    cnt = len(global_list)
ap(); ap(); print(cnt)
try:
    try: raise ValueError(1)
    finally: print("f")
except ValueError: print("outer")
def ff():
    for i in range(3):
        try: continue
        finally: print("c", i)
    while True:
        try: break
        finally: print("b")
    try: return "r"
    finally: print("ret")
print(ff())
def nest():
    try:
        try: 1 / 0
        except ZeroDivisionError as e: raise KeyError("k") from e
    except KeyError as k: return repr(k.__cause__)
print(nest())
print(type(lambda: 0).__name__, type(f).__name__, type((i for i in [])).__name__, f.__module__, f.__defaults__, f.__kwdefaults__)
def dd(a, b=1, *c, d, e=2, **g): pass
