# collections.abc: abstract classes and what they give.
import collections.abc as c, abc


def show(f):
    try:
        text = repr(f())
    except Exception as e:
        text = f"{type(e).__name__}: {e}"
    parts = text.split("0x")
    print("0x".join(parts[:1] + [p.lstrip("0123456789abcdef") for p in parts[1:]]))


class M(c.Mapping): pass
show(lambda: M())
class K(c.MutableMapping):
    def __init__(s): s.d={'a':1}
    def __getitem__(s,k): return s.d[k]
    def __setitem__(s,k,v): s.d[k]=v
    def __delitem__(s,k): del s.d[k]
    def __iter__(s): return iter(s.d)
    def __len__(s): return len(s.d)
k=K()
show(lambda: k.keys())
show(lambda: k.items())
show(lambda: k.values())
show(lambda: k.pop('z'))
show(lambda: k.popitem())
show(lambda: k.popitem())
show(lambda: k=={})
show(lambda: k==K())
show(lambda: k.update(1))
show(lambda: reversed(k))
show(lambda: hash(k))
class S(c.MutableSequence):
    def __init__(s): s.l=[1,2]
    def __getitem__(s,i): return s.l[i]
    def __setitem__(s,k,v): s.l[k]=v
    def __delitem__(s,k): del s.l[k]
    def __len__(s): return len(s.l)
    def insert(s,i,v): s.l.insert(i,v)
s=S()
show(lambda: s.index(9))
show(lambda: s.remove(9))
show(lambda: s.pop(7))
show(lambda: list(reversed(s)))
show(lambda: isinstance(5,c.Iterable))
show(lambda: c.Callable[[int],str])
show(lambda: c.Iterable[int])
show(lambda: issubclass(1,c.Iterable))
show(lambda: c.Iterable.register(5))
show(lambda: c.Hashable())
show(lambda: c.Iterable)
show(lambda: c.Set.__and__)
class Q(c.Set):
    def __init__(s,it): s.s=list(dict.fromkeys(it))
    def __contains__(s,x): return x in s.s
    def __iter__(s): return iter(s.s)
    def __len__(s): return len(s.s)
show(lambda: list(Q('ab')&'bc'))
show(lambda: Q('a')<=1)
show(lambda: Q('a')|1)
show(lambda: Q('a')=={'a'})
show(lambda: Q('a')<{'a','b'})
show(lambda: {'a'}-Q('a'))
class G(c.Generator):
    def send(s,v): return 1
    def throw(s,*a): raise StopIteration
show(lambda: next(G()))
show(lambda: G().close())

