# Positional-only, keyword-only, defaults, *args and **kwargs, and every kind of wrong call.
def full(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw


print(full(1, d=4))
print(full(1, 9, 8, 7, 6, d=4, e=0, a="kw a", z=1))
print(full(*(1, 2), *[3], **{"d": 4}, **dict(x=1)))


def pos(a, b, /): return a, b
def kwonly(*, a, b=1): return a, b
def mixed(a, /, b, *, c): return a, b, c
def star(*args): return args
def kws(**kw): return kw
def none(): pass
def defaults(a, b=[], *c): b.append(a); return b
def two(x, y): pass
def three(x, y, z=0): pass
def four(p, q, r, s): pass


def attempt(f):
    try:
        print(f())
    except TypeError as e:
        print(e)


attempt(lambda: pos(1, b=2))
attempt(lambda: pos(a=1, b=2))
attempt(lambda: kwonly(1))
attempt(lambda: kwonly())
attempt(lambda: kwonly(a=1, zz=2))
attempt(lambda: mixed(1, 2))
attempt(lambda: mixed(1, 2, 3))
attempt(lambda: mixed(1, c=2, b=3))
attempt(lambda: star(a=1))
attempt(lambda: kws(1))
attempt(lambda: kws(**{"not an identifier": 1, "": 2}))
attempt(lambda: kws(**{1: 2}))
attempt(lambda: none(1))
attempt(lambda: none(x=1))
attempt(lambda: two())
attempt(lambda: two(1))
attempt(lambda: two(1, 2, 3))
attempt(lambda: two(1, x=2))
attempt(lambda: two(1, 2, x=2))
attempt(lambda: three())
attempt(lambda: three(1, 2, 3, 4))
attempt(lambda: three(y=1))
attempt(lambda: four())
attempt(lambda: four(1, s=2))
attempt(lambda: four(1))
attempt(lambda: full(1))
attempt(lambda: full())
attempt(lambda: two(*5))
attempt(lambda: two(**[1]))
attempt(lambda: two(**{"x": 1}, **{"x": 2}))
attempt(lambda: two(*[1], y=2, **{"y": 3}))
attempt(lambda: (lambda q: q)())
attempt(lambda: (lambda: 0)(1))
attempt(lambda: (5)())
attempt(lambda: "text"(1))
attempt(lambda: None())
print(defaults(1), defaults(2), defaults(3, ["own"]))


class C:
    def m(self, a): return a
    @staticmethod
    def s(a): return a
    @classmethod
    def c(cls, a): return a
    def noself(): pass


for f in (lambda: C().m(), lambda: C.m(1), lambda: C().m(1, 2), lambda: C.s(), lambda: C.c(), lambda: C().noself(), lambda: C(1), lambda: C().m(b=1)):
    attempt(f)
print(full.__name__, star(*"ab", *range(2)), kws(**{"a": 1}, b=2, **{"c": 3}))
