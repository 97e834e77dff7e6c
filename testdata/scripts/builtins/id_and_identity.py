# Identity: is, id, aliasing, defaults, interned constants, small rules that do not depend on memory.
a = [1]
b = a
c = a[:]
print(a is b, a is c, a == c, id(a) == id(b), id(a) == id(c), a is not c)
b.append(2)
print(a, c)
t = None
print(t is None, None is None, True is True, (1 > 0) is True, ... is ..., NotImplemented is NotImplemented, int is type(1), print is print)


def default(x, acc=[]):
    acc.append(x)
    return acc


print(default(1) is default(2), default(3), default(4, []))
d = dict.fromkeys("ab", [])
print(d["a"] is d["b"])
row = [0]
grid = [row] * 3
print(all(r is row for r in grid), [[0] for _ in range(2)][0] is row)
x = y = {}
x["k"] = 1
print(y, x is y)
s = frozenset([1])
print(frozenset(s) is s, tuple((t2 := (1, 2))) is t2, str(st := "abc") is st, list(a) is a, dict(x) is x, int(n := 10 ** 20) is n, bytes(bt := b"x") is bt, (t2[:]) is t2, st[:] is st)
def f(): pass
class K:
    def m(self): pass
k = K()
print(f is f, k.m is k.m, k.m == k.m, K.m is K.m, k.m.__func__ is K.m, type(k) is K, k.__class__ is K)
old = a
a += [3]
print(a is old)
tup = (1,)
old = tup
tup += (2,)
print(tup is old, old)
text = "x"
old = text
text += "y"
print(text is old, old)
e = ValueError("v")
try:
    raise e
except ValueError as caught:
    print(caught is e)
it = iter([1])
print(iter(it) is it, iter([1]) is it, reversed([1]) is not it)
gen = (i for i in ())
print(iter(gen) is gen, id(gen) == id(gen), isinstance(id(gen), int), hash(k) == hash(k), k == k, k != K())
cache = {}
def intern(v): return cache.setdefault(v, v)
p, q = intern("".join(["a", "b"])), intern("".join(["a", "b"]))
print(p is q, [v is None for v in (0, None, False)], [v is False for v in (0, False)], (lambda v: v)(a) is a, max([a, [0]]) is a, sorted([k], key=id)[0] is k)
