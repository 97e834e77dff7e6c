# operator, heapq, bisect, copy.
import operator as O, heapq as H, bisect as B, copy as C


def show(f):
    try:
        text = repr(f())
    except Exception as e:
        text = f"{type(e).__name__}: {e}"
    parts = text.split("0x")
    print("0x".join(parts[:1] + [p.lstrip("0123456789abcdef") for p in parts[1:]]))




show(lambda: O.itemgetter())
show(lambda: O.itemgetter(1))
show(lambda: O.itemgetter(1,'a'))
show(lambda: O.itemgetter(1)([5]))
show(lambda: O.itemgetter(1,0)([5,6]))
show(lambda: O.itemgetter(1)())
show(lambda: O.itemgetter(x=1))
show(lambda: O.itemgetter(1)(1,2))
show(lambda: O.itemgetter(1)([1],x=2))
show(lambda: O.attrgetter())
show(lambda: O.attrgetter('a','b.c'))
show(lambda: O.attrgetter(1))
show(lambda: O.attrgetter('__class__.__name__')(5))
show(lambda: O.attrgetter('a')(5))
show(lambda: O.attrgetter('real','imag')(5))
show(lambda: O.attrgetter('a')())
show(lambda: O.methodcaller())
show(lambda: O.methodcaller('upper'))
show(lambda: O.methodcaller('split',',',maxsplit=1))
show(lambda: O.methodcaller('split',',',maxsplit=1)('a,b,c'))
show(lambda: O.methodcaller(1))
show(lambda: O.methodcaller('x')(5))
show(lambda: O.methodcaller('x')())
show(lambda: O.methodcaller('a').__reduce__())
show(lambda: O.itemgetter(1,2).__reduce__())
show(lambda: O.attrgetter('a').__reduce__())
show(lambda: O.methodcaller('a',1,x=2).__reduce__())
h=[5,3,8,1]; H.heapify(h); print(h); H.heappush(h,0); print(h,H.heappop(h),h,H.heapreplace(h,9),h,H.heappushpop(h,2),h)
show(lambda: H.heappop([]))
show(lambda: H.heapify((1,)))
show(lambda: H.heappush(5,1))
show(lambda: H.heapreplace([],1))
show(lambda: H.heapify([1,'a']))
show(lambda: H.nlargest(2,[1,5,3]))
show(lambda: H.nsmallest(2,[1,5,3],key=lambda x:-x))
show(lambda: H.nlargest(0,[1]))
show(lambda: H.nlargest(-1,[1]))
show(lambda: H.nlargest(5,'abc'))
show(lambda: H.nlargest('a',[1]))
show(lambda: H.nsmallest(1,[]))
show(lambda: list(H.merge([1,3],[2,4])))
show(lambda: list(H.merge([3,1],[4,2],reverse=True)))
show(lambda: list(H.merge(['a','ccc'],['bb'],key=len)))
show(lambda: H.merge([1]))
show(lambda: list(H.merge([1],5)))
show(lambda: H.heappush([1]))
show(lambda: H.nlargest(2,[(1,'a'),(1,'b'),(0,'c')],key=lambda t:t[0]))
show(lambda: H.nsmallest(2,5))
show(lambda: H.heappop)
show(lambda: list(H.merge()))
show(lambda: H.nsmallest(3,iter([5,2,8,1,9,0])))
show(lambda: H.heappushpop([],1))
show(lambda: sorted(H.__all__))
L=[1,3,3,5]
show(lambda: [B.bisect(L,3),B.bisect_left(L,3),B.bisect_right(L,3,0,2),B.bisect_left(L,3,lo=2)])
show(lambda: B.bisect(L,3,-1))
show(lambda: B.insort(L,4)); print(L)
show(lambda: B.insort_left(L,3)); print(L)
show(lambda: B.bisect(L,'a'))
show(lambda: B.bisect(5,1))
show(lambda: B.bisect())
show(lambda: B.bisect(L,10,key=lambda x:x*2))
show(lambda: B.insort(L,9,key=lambda x:-x))
show(lambda: B.bisect)
show(lambda: B.bisect_left(L,3,hi=None))
show(lambda: B.insort((1,2),1))
show(lambda: B.bisect(L,1,0,99))
show(lambda: B.bisect(L,1,1,2,3))
show(lambda: B.bisect_left([1,2],3,hi=1))
show(lambda: B.bisect('abc','b'))
class X:
    def __init__(s,v): s.v=v
    def __repr__(s): return f'X({s.v!r})'
x=X([1]); y=C.copy(x); z=C.deepcopy(x); print(y,z,y.v is x.v,z.v is x.v)
l=[1]; l.append(l); m=C.deepcopy(l); print(m,m[1] is m)
d={'a':[1],'b':(1,[2])}; e=C.deepcopy(d); print(e,e['a'] is d['a'],e['b'] is d['b']); t=(1,2); print(C.deepcopy(t) is t, C.copy(t) is t)
class Y:
    def __copy__(s): return 'copied'
    def __deepcopy__(s,memo): return 'deep',type(memo).__name__
print(C.copy(Y()),C.deepcopy([Y()]))
class W:
    def __init__(s): s.a=1; s.b=2
    def __getstate__(s): return {'a':s.a}
    def __setstate__(s,st): s.__dict__.update(st); s.r='restored'
w=C.copy(W()); print(sorted(w.__dict__.items()))
class R:
    def __reduce__(s): return (list,((1,2),))
print(C.copy(R()),C.deepcopy(R()))
class D(dict): pass
q=D(a=[1]); q.z=5; r=C.deepcopy(q); print(r,type(r).__name__,r.z,r['a'] is q['a']); s=C.copy(q); print(s,type(s).__name__,s.z)
class Li(list): pass
q=Li([[1]]); q.k=3; r=C.deepcopy(q); print(r,type(r).__name__,r.k,r[0] is q[0]); r=C.copy(q); print(r,type(r).__name__,r.k)
class T(tuple): pass
r=C.deepcopy(T([[1]])); print(r,type(r).__name__)
from collections import *
P=namedtuple('P','a b'); p=P([1],2); r=C.deepcopy(p); print(r,r.a is p.a,C.copy(p)); dd=defaultdict(list,{1:[2]}); print(C.deepcopy(dd),C.copy(dd)); print(C.deepcopy(OrderedDict(a=[1])),C.deepcopy(Counter('aab')),C.deepcopy(deque([[1]],3)),C.copy(deque([1])))
print(C.deepcopy({1,2}),C.copy({1}),C.deepcopy(frozenset([1])),C.copy(bytearray(b'a')),C.deepcopy(bytearray(b'a')),C.copy(5),C.deepcopy(None),C.deepcopy(len) is len,C.copy(X) is X,C.deepcopy(lambda:1).__name__,C.copy(range(3)),C.deepcopy(slice(1,2)),C.deepcopy(1.5),C.deepcopy('x'))
import threading
show(lambda: C.deepcopy(threading.Lock()))
show(lambda: C.copy(threading.Lock()))
show(lambda: C.copy((i for i in [1])))
show(lambda: C.Error)
show(lambda: C.error is C.Error)
show(lambda: C.deepcopy(ValueError('x',[1])).args)
show(lambda: C.replace(p,a=1))
show(lambda: C.replace(5,a=1))
show(lambda: C.copy(X([1]).__init__).__name__)
class S:
    __slots__=('a','b')
s=S(); s.a=[1]; r=C.deepcopy(s); print(r.a, r.a is s.a, hasattr(r,'b'), C.copy(s).a)
memo={}; u=[1]; v=C.deepcopy([u,u],memo); print(v[0] is v[1], len(memo)>0)
o=X(None); o.v=o; r=C.deepcopy(o); print(r.v is r)
class Bad:
    def __reduce__(s): return 5
show(lambda: C.copy(Bad()))
class Bad:
    def __reduce__(s): return 'glob'
b=Bad()
show(lambda: C.copy(b) is b)
from functools import partial
r=C.deepcopy(partial(print,[1])); print(r.args)
import random
g=random.Random(3); k=C.deepcopy(g); print(g.random()==k.random())
def deep(n):
    l=[]
    for _ in range(n): l=[l]
    return l
show(lambda: len(C.deepcopy(deep(200))))

