# TypeErrors of wrong calls, with qualified names, for functions, methods, classes and built-ins.
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def d1(a, b=1): pass
def d2(a=1, b=2): pass
def va(a, *args): pass
def kw(a, **k): pass
def ko(*, a, b, c=1): pass
def po(a, b, /, c): pass
def pk(a, /, **k): return a, k
def outer():
    def inner(x): pass
    return inner


class K:
    def __init__(self, x): pass
    def m(self): pass
    def n(self, a, b=2, *, c): pass
    @classmethod
    def cm(cls, a): pass
    @staticmethod
    def sm(a): pass
    def __call__(self, q): pass
    def __getitem__(self): pass
    class Inner:
        def __init__(self, *, need): pass


class NoInit: pass
class WithNew:
    def __new__(cls, a): return super().__new__(cls)


k = K(1)
tests = [
    ('f0(1)', lambda: f0(1)),
    ('f0(1, 2)', lambda: f0(1, 2)),
    ('f0(x=1)', lambda: f0(x=1)),
    ('f1()', lambda: f1()),
    ('f1(1, 2)', lambda: f1(1, 2)),
    ('f1(b=1)', lambda: f1(b=1)),
    ('f1(1, a=2)', lambda: f1(1, a=2)),
    ('f1(1, b=2)', lambda: f1(1, b=2)),
    ('f2()', lambda: f2()),
    ('f2(1)', lambda: f2(1)),
    ('f2(b=1)', lambda: f2(b=1)),
    ('f2(1, 2, 3)', lambda: f2(1, 2, 3)),
    ('f2(*[1, 2, 3, 4])', lambda: f2(*[1, 2, 3, 4])),
    ('f3()', lambda: f3()),
    ('f3(1)', lambda: f3(1)),
    ('f3(1, c=2)', lambda: f3(1, c=2)),
    ('d1()', lambda: d1()),
    ('d1(1, 2, 3)', lambda: d1(1, 2, 3)),
    ('d2(1, 2, 3)', lambda: d2(1, 2, 3)),
    ('d2(c=1)', lambda: d2(c=1)),
    ('d2(1, a=1)', lambda: d2(1, a=1)),
    ('va()', lambda: va()),
    ('va(b=1)', lambda: va(b=1)),
    ('kw()', lambda: kw()),
    ('kw(1, 2)', lambda: kw(1, 2)),
    ('kw(1, a=2)', lambda: kw(1, a=2)),
    ('ko()', lambda: ko()),
    ('ko(a=1)', lambda: ko(a=1)),
    ('ko(1)', lambda: ko(1)),
    ('ko(1, 2, a=1, b=1)', lambda: ko(1, 2, a=1, b=1)),
    ('ko(a=1, b=1, d=1)', lambda: ko(a=1, b=1, d=1)),
    ('po()', lambda: po()),
    ('po(1)', lambda: po(1)),
    ('po(1, 2)', lambda: po(1, 2)),
    ('po(a=1, b=2, c=3)', lambda: po(a=1, b=2, c=3)),
    ('po(1, 2, 3, 4)', lambda: po(1, 2, 3, 4)),
    ('po(1, b=2, c=3)', lambda: po(1, b=2, c=3)),
    ('pk()', lambda: pk()),
    ('pk(a=1)', lambda: pk(a=1)),
    ('pk(1, a=2)', lambda: pk(1, a=2)),
    ('outer()()', lambda: outer()()),
    ('outer()(1, 2)', lambda: outer()(1, 2)),
    ('(lambda: 0)(1)', lambda: (lambda: 0)(1)),
    ('(lambda a, b: 0)(1)', lambda: (lambda a, b: 0)(1)),
    ('K()', lambda: K()),
    ('K(1, 2)', lambda: K(1, 2)),
    ('K(y=1)', lambda: K(y=1)),
    ('K.Inner()', lambda: K.Inner()),
    ('K.Inner(1)', lambda: K.Inner(1)),
    ('k.m(1)', lambda: k.m(1)),
    ('k.n()', lambda: k.n()),
    ('k.n(1)', lambda: k.n(1)),
    ('k.n(1, 2, 3, c=1)', lambda: k.n(1, 2, 3, c=1)),
    ('k.n(1, 2, 3)', lambda: k.n(1, 2, 3)),
    ('k.n(1, d=1, c=1)', lambda: k.n(1, d=1, c=1)),
    ('K.m()', lambda: K.m()),
    ('K.n(k)', lambda: K.n(k)),
    ('k.cm()', lambda: k.cm()),
    ('K.cm(1, 2)', lambda: K.cm(1, 2)),
    ('k.sm()', lambda: k.sm()),
    ('K.sm(1, 2)', lambda: K.sm(1, 2)),
    ('k()', lambda: k()),
    ('k(1, 2)', lambda: k(1, 2)),
    ('k[1]', lambda: k[1]),
    ('NoInit(1)', lambda: NoInit(1)),
    ('NoInit(x=1)', lambda: NoInit(x=1)),
    ('WithNew()', lambda: WithNew()),
    ('WithNew(1, 2)', lambda: WithNew(1, 2)),
    ('len()', lambda: len()),
    ('len(1, 2)', lambda: len(1, 2)),
    ('len(x=[])', lambda: len(x=[])),
    ('abs()', lambda: abs()),
    ('abs(1, 2)', lambda: abs(1, 2)),
    ('print(1, bad=2)', lambda: print(1, bad=2)),
    ('int(1, 2, 3)', lambda: int(1, 2, 3)),
    ('isinstance(1)', lambda: isinstance(1)),
    ('getattr(1)', lambda: getattr(1)),
    ('chr()', lambda: chr()),
    ('ord("ab")', lambda: ord("ab")),
    ('sorted()', lambda: sorted()),
    ('sorted([], bad=1)', lambda: sorted([], bad=1)),
    ('max()', lambda: max()),
    ('min(1)', lambda: min(1)),
    ('sum()', lambda: sum()),
    ('range()', lambda: range()),
    ('iter()', lambda: iter()),
    ('next()', lambda: next()),
    ('hash()', lambda: hash()),
    ('id()', lambda: id()),
    ('repr()', lambda: repr()),
    ('str(1, 2, 3, 4)', lambda: str(1, 2, 3, 4)),
    ('list(1, 2)', lambda: list(1, 2)),
    ('dict(1, 2)', lambda: dict(1, 2)),
    ('tuple(1, 2)', lambda: tuple(1, 2)),
    ('set(1, 2)', lambda: set(1, 2)),
    ('zip(1)', lambda: zip(1)),
    ('map(1)', lambda: map(1)),
    ('filter(1)', lambda: filter(1)),
    ('enumerate()', lambda: enumerate()),
    ('open()', lambda: open()),
    ('round()', lambda: round()),
    ('pow(1)', lambda: pow(1)),
    ('divmod(1)', lambda: divmod(1)),
    ('bool(1, 2)', lambda: bool(1, 2)),
    ('float(1, 2)', lambda: float(1, 2)),
    ('input(1, 2)', lambda: input(1, 2)),
    ('callable()', lambda: callable()),
    ('vars(1, 2)', lambda: vars(1, 2)),
    ('"a".join()', lambda: "a".join()),
    ('"a".upper(1)', lambda: "a".upper(1)),
    ('"a".split(1, 2, 3)', lambda: "a".split(1, 2, 3)),
    ('"a".replace("a")', lambda: "a".replace("a")),
    ('"a".startswith()', lambda: "a".startswith()),
    ('[].append()', lambda: [].append()),
    ('[].append(1, 2)', lambda: [].append(1, 2)),
    ('[].sort(1)', lambda: [].sort(1)),
    ('[].pop(1, 2)', lambda: [].pop(1, 2)),
    ('[].insert(1)', lambda: [].insert(1)),
    ('{}.get()', lambda: {}.get()),
    ('{}.pop()', lambda: {}.pop()),
    ('{}.keys(1)', lambda: {}.keys(1)),
    ('{}.update(1, 2)', lambda: {}.update(1, 2)),
    ('{1}.add()', lambda: {1}.add()),
    ('().count()', lambda: ().count()),
    ('(1).bit_length(1)', lambda: (1).bit_length(1)),
    ('object(1)', lambda: object(1)),
    ('ValueError(a=1)', lambda: ValueError(a=1)),
    ('type()', lambda: type()),
    ('super(1, 2, 3)', lambda: super(1, 2, 3)),
    ('f1(**5)', lambda: f1(**5)),
    ('f1(*5)', lambda: f1(*5)),
    ('f1(**{1: 2})', lambda: f1(**{1: 2})),
    ('f2(1, **{"a": 1})', lambda: f2(1, **{"a": 1})),
    ('f2(a=1, **{"a": 2})', lambda: f2(a=1, **{"a": 2})),
    ('kw(**{"a": 1}, **{"a": 2})', lambda: kw(**{"a": 1}, **{"a": 2})),
]
for text, f in tests:
    try:
        f()
        print(text, "-> ok")
    except Exception as e:
        print(text, "->", type(e).__name__ + ":", e)
