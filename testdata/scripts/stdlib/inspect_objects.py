import inspect, functools, collections, sys
from dataclasses import dataclass
def tryit(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'
# a comment
# on f
def f(a: int, /, b=1, *c, d='x', e, **k) -> str:
    "doc of f"
    # inner
    return ("a"
  "b")

class C(dict):
    """Doc of C

       indented
    """
    x: int = 1
    def __init__(self, p, q=2): pass
    def m(self, z, *, w=3):
        pass
    @staticmethod
    def s(u): pass
    @classmethod
    def c(cls, v): pass
    @property
    def pr(self): return 1
    def __call__(self, t): pass
class D(C):
    def m(self, z): pass
def gen(n):
    yield n
lam = lambda x, y=2: x
@functools.wraps(f)
def wrapped(*a, **k): return f(*a, **k)
@dataclass
class P:
    x: int
    y: str = 'q'
NT = collections.namedtuple('NT','a b')
for o in (f, lam, wrapped, C.m, C(1).m, C.s, C.c, C(1), C, D, P, functools.partial(f,1,b=5), functools.partial(lam,1), gen, NT):
    print(tryit(lambda: str(inspect.signature(o))))
print(inspect.signature(len), inspect.signature(print), tryit(lambda: inspect.signature(5)))
s=inspect.signature(f)
for p in s.parameters.values(): print(p.name, p.kind, p.kind.description, p.default is p.empty, p.annotation, repr(p), str(p))
print(s.return_annotation, repr(s), list(s.parameters), s==inspect.signature(f), s.parameters['b'].default)
b=s.bind(1,2,3,4,e=5,z=6); print(b, b.args, b.kwargs, b.arguments)
b=s.bind_partial(1); b.apply_defaults(); print(b)
for a,k in (((),{}),((1,),{}),((1,),{'e':1,'a':2}),((1,2),{'b':3,'e':1})):
    print(tryit(lambda: s.bind(*a,**k)))
print(tryit(lambda: inspect.signature(lam).bind(1,2,3)), tryit(lambda: inspect.signature(lam).bind(1,q=3)), tryit(lambda: inspect.signature(lam).bind()))
print(s.replace(return_annotation=int), inspect.Signature([inspect.Parameter('q', inspect.Parameter.KEYWORD_ONLY, default=3)]))
print(tryit(lambda: inspect.Parameter('1x', 0)), tryit(lambda: inspect.Signature([inspect.Parameter('a',3), inspect.Parameter('b',0)])))
print(inspect.getfullargspec(f)); print(inspect.getfullargspec(C(1).m))
print(inspect.isfunction(f), inspect.isfunction(len), inspect.isbuiltin(len), inspect.ismethod(C(1).m), inspect.ismethod(C.m), inspect.isclass(C), inspect.ismodule(sys), inspect.isgeneratorfunction(gen), inspect.isgenerator(gen(1)), inspect.isroutine(len), inspect.isabstract(C), inspect.iscoroutinefunction(f), inspect.isdatadescriptor(C.__dict__['pr']))
print(inspect.getdoc(C)); print(inspect.getdoc(f), inspect.getdoc(D.m), inspect.cleandoc("  a\n    b\n      c\n\n"))
print(inspect.getsource(f)); print(inspect.getsource(C.m)); print(inspect.getsource(C)); print(inspect.getsourcelines(gen)); print(inspect.getsource(lam), inspect.getcomments(f))
print([n for n,_ in inspect.getmembers(C, inspect.isfunction)], inspect.getmro(D)[:2], inspect.getmodule(f).__name__, inspect.getmodulename('/a/b.py'))
def outer():
    return inner()
def inner():
    fr=inspect.currentframe(); st=inspect.stack()
    return fr.f_code.co_name, [x.function for x in st], st[0].lineno, st[1].code_context, st[1][3], inspect.getframeinfo(fr).function
print(outer())
def mk():
    v=5
    def h(): return v+len([])+undefined_name
    return h
print(inspect.getclosurevars(mk()))
print(inspect.unwrap(wrapped) is f, inspect.getattr_static(C,'pr') is C.__dict__['pr'], tryit(lambda: inspect.getattr_static(C,'nope')), inspect.getattr_static(C,'nope',7))
print(inspect.get_annotations(f), inspect.get_annotations(C), tryit(lambda: inspect.getsource(len)), tryit(lambda: inspect.getfile(sys)))
try: 1/0
except ZeroDivisionError: print([x.function for x in inspect.trace()])
