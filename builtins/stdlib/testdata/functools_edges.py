# functools: wordings and odd uses.
import functools as F


def show(f):
    try:
        text = repr(f())
    except Exception as e:
        text = f"{type(e).__name__}: {e}"
    parts = text.split("0x")
    print("0x".join(parts[:1] + [p.lstrip("0123456789abcdef") for p in parts[1:]]))


show(lambda: F.partial())
show(lambda: F.partial(5))
show(lambda: F.reduce(max,[]))
show(lambda: F.reduce(max,5))
show(lambda: F.reduce(max))
show(lambda: F.reduce())
p=F.partial(print,1,x=2); p.foo=5
show(lambda: p)
show(lambda: p.__dict__)
show(lambda: p.__reduce__())
show(lambda: F.partial)
show(lambda: setattr(p,'func',1))
show(lambda: p.zzz)
show(lambda: F.partial(print).__name__)
@F.lru_cache
def f(x): 'd'; return x
show(lambda: f)
show(lambda: f.cache_info())
show(lambda: f.cache_parameters())
show(lambda: F.lru_cache('x'))
show(lambda: f([]))
show(lambda: f.__dict__.keys())
show(lambda: f())
show(lambda: type(f))
show(lambda: F.lru_cache(5)(6))
show(lambda: f.cache_info(1))
show(lambda: f.nope)
k=F.cmp_to_key(lambda a,b:1)
show(lambda: k)
show(lambda: k(1))
show(lambda: k(1).obj)
show(lambda: hash(k(1)))
show(lambda: k(1)<2)
show(lambda: k(1)==k(1))
show(lambda: F.cmp_to_key(1))
show(lambda: F.cmp_to_key(1)(1)<F.cmp_to_key(1)(2))
show(lambda: k(1,2))
class C:
    @F.cached_property
    def p(self): 'doc'; return 1
    x=F.partialmethod(print,1)
    @F.singledispatchmethod
    def m(self,a): return 0
show(lambda: C.p)
show(lambda: C.p.func)
show(lambda: C.p.attrname)
show(lambda: C.x)
show(lambda: C.__dict__['x'])
show(lambda: C.m)
show(lambda: C().m)
show(lambda: C.__dict__['m'])
show(lambda: C().m())
class S:
    __slots__=()
    @F.cached_property
    def p(self): return 1
show(lambda: S().p)
@F.singledispatch
def g(x): return 1
show(lambda: g)
show(lambda: g())
show(lambda: g.registry)
show(lambda: g.register(5))
show(lambda: g.register(lambda x:1))
show(lambda: g.register(5,6))
show(lambda: g.dispatch(int))
show(lambda: F.singledispatch(5))
show(lambda: F.singledispatchmethod(5))
show(lambda: F.partialmethod(5))
show(lambda: g.__wrapped__)
def h(x:'int'): return 'h'
show(lambda: g.register(h))
show(lambda: g(5))
def h(x:5): return 'h'
show(lambda: g.register(h))
show(lambda: F.total_ordering(type('X',(),{})))
show(lambda: F.update_wrapper)
show(lambda: F.wraps(len))
show(lambda: F.WRAPPER_ASSIGNMENTS)
show(lambda: F.WRAPPER_UPDATES)
show(lambda: F.cached_property(5).__get__(C(),C))
show(lambda: sorted(F.__all__))
show(lambda: F.wraps(len)(lambda:1).__name__)
@F.total_ordering
class T:
    def __lt__(self,o): return NotImplemented
show(lambda: T()<=T())
show(lambda: T()>T())
show(lambda: isinstance(F.partial(print), F.partial))
show(lambda: F.partial(F.partial(print,1),2).args)
class P2(F.partial): pass
show(lambda: P2(print,1))
show(lambda: F.cache(len))
show(lambda: F.cache(5))

