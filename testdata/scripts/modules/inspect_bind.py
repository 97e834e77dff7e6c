import inspect
def f(a, /, b, *, c=1): pass
def g(a, b=2, /): pass
def h(a, /, *args): pass
for fn in (f,g,h):
    s=inspect.signature(fn)
    for args,kw in [((),{}),((),{'a':1}),((),{'a':1,'b':2}),((1,),{'a':3,'b':3}),((1,2),{'b':3}),((1,),{'z':1}),((1,2,3,4),{}),((),{'b':1})]:
        for m in (s.bind,s.bind_partial):
            try: print(fn.__name__, args, kw, m(*args,**kw).arguments)
            except TypeError as e: print(fn.__name__, args, kw, e)
