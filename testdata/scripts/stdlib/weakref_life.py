import weakref, gc
class A:
    def __init__(self,n): self.n=n
    def m(self): return self.n
    def __call__(self, x): return x+self.n
    def __len__(self): return 3
def tryit(f):
    try: return f()
    except Exception as e: return f'{type(e).__name__}: {e}'
a=A(1); r=weakref.ref(a)
print(r() is a, r is weakref.ref(a), r==weakref.ref(a), hash(r)==hash(a), weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), repr(r)[:9], type(r), r.__callback__)
for v in (1,'s',None,(),[],{},1.5,b'x'):
    print(tryit(lambda: weakref.ref(v)))
print(weakref.ref(len)() is len, weakref.ref(A)() is A, weakref.ref(tryit)() is tryit, weakref.ref({1})is not None)
def make():
    d=[]
    x=A(5)
    rr=weakref.ref(x, lambda w: d.append(('dead', w() is None)))
    return rr,d
rr,d=make()
gc.collect()
print(rr(), d, 'dead' in repr(rr))
wv=weakref.WeakValueDictionary(); wk=weakref.WeakKeyDictionary(); ws=weakref.WeakSet()
keep=A(9)
def fill():
    for i in range(5):
        x=A(i); wv[i]=x; wk[x]=i; ws.add(x)
    wv['k']=keep; wk[keep]='k'; ws.add(keep)
fill(); gc.collect()
def dig(n):
    return n if n==0 else dig(n-1)
dig(50); gc.collect()
print(len(wv), len(wk), len(ws), list(wv.keys()), list(wk.values()), 'k' in wv, keep in wk, keep in ws, wv['k'].n, wk[keep], tryit(lambda: wv[0]), wv.get(0,'none'), dict(wv.items())=={'k':keep})
p=weakref.proxy(a)
print(p.n, p(4), len(p), bool(p), p==a, str(type(p)))
p.n=8; print(a.n)
m=weakref.WeakMethod(a.m); print(m()(), m==weakref.WeakMethod(a.m))
def mk():
    x=A(3); return weakref.proxy(x)
p=mk(); gc.collect(); print(tryit(lambda: p.n))
f=weakref.finalize(a, print, 'finalized', sep='-')
print(f.alive, f.peek()[1] is print, f.atexit)
f2=weakref.finalize(keep, print, 'exit')
print(f(), f.alive, f())
class S(weakref.ref): pass
s=S(a); s.extra=1; print(s().n, s.extra, isinstance(s, weakref.ref))
