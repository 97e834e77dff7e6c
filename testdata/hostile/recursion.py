# RecursionError, time
def f(): f()
f()
---
# RecursionError, time
def f(): return [f() for _ in (1,)]
f()
---
# RecursionError, time
f = lambda: f()
f()
---
# RecursionError, time
class C:
    def __repr__(self): return repr(self)
repr(C())
---
# RecursionError, time
class C:
    def __str__(self): return str(self)
print(C())
---
# RecursionError, time
class C:
    def __format__(self, s): return f'{self}'
f'{C()}'
---
# RecursionError, time
class C:
    def __eq__(self, o): return self == o
C() == C()
---
# RecursionError, time
class C:
    def __ne__(self, o): return self != o
C() != C()
---
# RecursionError, time
class C:
    def __lt__(self, o): return self < o
C() < C()
---
# RecursionError, time
class C:
    def __hash__(self): return hash(self)
{C()}
---
# RecursionError, time
class C:
    def __hash__(self): return 1
    def __eq__(self, o): return {self: 1} == {o: 1}
C() == C()
---
# RecursionError, time
class C:
    def __getattr__(self, n): return getattr(self, n)
C().x
---
# RecursionError, time
class C:
    def __getattribute__(self, n): return self.x
C().x
---
# RecursionError, time
class C:
    def __setattr__(self, n, v): self.x = v
C().x = 1
---
# RecursionError, time
class C:
    def __delattr__(self, n): del self.x
del C().x
---
# RecursionError, time
class C:
    def __getitem__(self, i): return self[i]
C()[1]
---
# RecursionError, time
class C:
    def __setitem__(self, i, v): self[i] = v
C()[1] = 1
---
# RecursionError, time
class C:
    def __contains__(self, i): return i in self
1 in C()
---
# RecursionError, time
class C:
    def __iter__(self): return iter(self)
list(C())
---
# RecursionError, time
class C:
    def __iter__(self): return self
    def __next__(self): return next(self)
list(C())
---
# RecursionError, time
class C:
    def __iter__(self):
        yield from self
list(C())
---
# RecursionError, time
class C:
    def __iter__(self):
        for x in self: yield x
list(C())
---
# RecursionError, time
class C:
    def __call__(self): return self()
C()()
---
# RecursionError, time
class C:
    def __bool__(self): return bool(self)
if C(): pass
---
# RecursionError, time
class C:
    def __bool__(self): return not self
not C()
---
# RecursionError, time
class C:
    def __len__(self): return len(self)
len(C())
---
# RecursionError, time
class C:
    def __len__(self): return len(self)
if C(): pass
---
# RecursionError, time
class C:
    def __add__(self, o): return self + o
C() + 1
---
# RecursionError, time
class C:
    def __radd__(self, o): return o + self
1 + C()
---
# RecursionError, time
class C:
    def __iadd__(self, o):
        self += o
c = C()
c += 1
---
# RecursionError, time
class C:
    def __neg__(self): return -self
-C()
---
# RecursionError, time
class C:
    def __index__(self): return [1][self]
[1][C()]
---
# RecursionError, time
class C:
    def __int__(self): return int(self)
int(C())
---
# RecursionError, time
class C:
    def __float__(self): return float(self)
float(C())
---
# RecursionError, time
class C:
    def __round__(self, n=0): return round(self)
round(C())
---
# RecursionError, time
class C:
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
with C(): pass
---
# RecursionError, time
class C:
    def __init__(self): C()
C()
---
# RecursionError, time
class C:
    def __new__(cls): return C()
C()
---
# RecursionError, time, steps, memory, ok
class C:
    def __del__(self): C()
C()
---
# RecursionError, time
class C:
    def __init_subclass__(cls):
        class D(cls): pass
class D(C): pass
---
# RecursionError, time
class M(type):
    def __call__(cls): return cls()
class C(metaclass=M): pass
C()
---
# RecursionError, time
class M(type):
    def __new__(m, n, b, d): return m(n, b, d)
class C(metaclass=M): pass
---
# RecursionError, time
class M(type):
    def __instancecheck__(cls, o): return isinstance(o, cls)
class C(metaclass=M): pass
isinstance(1, C)
---
# RecursionError, time
class M(type):
    def __subclasscheck__(cls, o): return issubclass(o, cls)
class C(metaclass=M): pass
issubclass(int, C)
---
# RecursionError, time
class C:
    @property
    def x(self): return self.x
C().x
---
# RecursionError, time
class D:
    def __get__(self, i, o): return o.x
class C: x = D()
C.x
---
# RecursionError, time
class D:
    def __set__(self, i, v): i.x = v
class C: x = D()
C().x = 1
---
# RecursionError, time
class C(dict):
    def __missing__(self, k): return self[k]
C()[1]
---
# RecursionError, time
class C:
    def __reduce__(self):
        import copy
        return copy.copy(self)
import copy
copy.copy(C())
---
# RecursionError, time
class C:
    def __deepcopy__(self, m):
        import copy
        return copy.deepcopy(self)
import copy
copy.deepcopy(C())
---
# RecursionError, time
class C:
    def __copy__(self):
        import copy
        return copy.copy(self)
import copy
copy.copy(C())
---
# RecursionError, time
import json
class C: pass
json.dumps(C(), default=lambda o: [C()], check_circular=False)
---
# RecursionError, time
import json
class C: pass
def d(o): return json.dumps(o, default=d)
json.dumps(C(), default=d)
---
# RecursionError, time
sorted([1], key=lambda x: sorted([1], key=f)) if False else 0
f = lambda x: sorted([1], key=f)
f(1)
---
# RecursionError, time
f = lambda *a: list(map(f, [1]))
f(1)
---
# RecursionError, time
f = lambda *a: list(filter(f, [1]))
f(1)
---
# RecursionError, time
f = lambda *a: max([1], key=f)
f(1)
---
# RecursionError, time
import functools
f = lambda *a: functools.reduce(f, [1, 2])
f(1)
---
# RecursionError, time
import functools
f = functools.lru_cache()(lambda x: f(x + 1))
f(1)
---
# RecursionError, time
import functools
f = lambda: functools.partial(f)()
f()
---
# RecursionError, time
import functools
x = print
for i in range(100000): x = functools.partial(x)
x = lambda: y()
y = functools.partial(x)
y()
---
# RecursionError, time
import re
f = lambda m: re.sub('a', f, 'a')
f(1)
---
# RecursionError, time
def f(): exec('f()')
f()
---
# RecursionError, time
def f(): return eval('f()')
f()
---
# RecursionError, time
def f():
    try: f()
    finally: pass
f()
---
# RecursionError, time
def f():
    with open('/dev/null'): f()
f()
---
# RecursionError, time
import contextlib
@contextlib.contextmanager
def c():
    with c(): yield
with c(): pass
---
# RecursionError, time
def g():
    for x in g(): yield x
list(g())
---
# RecursionError, time
def g(): yield from g()
list(g())
---
# RecursionError, time
def f(): return (x for x in f())
list(f())
---
# RecursionError, time
def f(x=None): return f'{f()}'
f()
---
# RecursionError, time
class C:
    def __format__(self, s): return format(self, s)
'{:>3}'.format(C())
---
# RecursionError, time
class C:
    def __repr__(self): return '%r' % self
'%r' % C()
---
# RecursionError, time
class C:
    def __lt__(self, o): return sorted([self, o])
sorted([C(), C()])
---
# RecursionError, time
import heapq
class C:
    def __lt__(self, o): return heapq.heapify([self, o])
heapq.heapify([C(), C()])
---
# RecursionError, ok, time
l = []
l.append(l)
repr(l)
l == l
m = []; m.append(m)
l == m
---
# RecursionError, ok, time
d = {}
d[1] = d
repr(d)
e = {}; e[1] = e
d == e
---
# RecursionError, time
l = []
l.append(l)
import json
try: json.dumps(l)
except ValueError: raise RecursionError('x')
---
# RecursionError, time
l = []
for i in range(3 * 10**5): l = [l]
repr(l)
---
# RecursionError, time
l = []; m = []
for i in range(3 * 10**5): l = [l]; m = [m]
l == m
---
# RecursionError, time
l = ()
for i in range(3 * 10**5): l = (l,)
hash(l)
---
# RecursionError, time
l = ()
for i in range(3 * 10**5): l = (l,)
{l: 1}
---
# RecursionError, time
l = ()
for i in range(3 * 10**5): l = (l,)
{l}
---
# RecursionError, time
l = ()
for i in range(3 * 10**5): l = (l,)
l in {}
---
# RecursionError, time
l = ()
for i in range(3 * 10**5): l = (l,)
d = dict(); d[l] = 1
---
# RecursionError, time
l = (); m = ()
for i in range(3 * 10**5): l = (l,); m = (m,)
l == m
---
# RecursionError, time
l = (); m = ()
for i in range(3 * 10**5): l = (l,); m = (m,)
l < m
---
# RecursionError, time
l = ()
for i in range(3 * 10**5): l = (l,)
str(l)
---
# RecursionError, time, ok
l = ()
for i in range(3 * 10**5): l = (l,)
import functools
f = functools.lru_cache(lambda x: x)
f(l)
---
# RecursionError, time
l = []
for i in range(3 * 10**5): l = [l]
import copy
copy.deepcopy(l)
---
# RecursionError, time
l = []
for i in range(3 * 10**5): l = [l]
import json
json.dumps(l)
---
# RecursionError, time
import json
json.loads('[' * 10**6)
---
# RecursionError, time
l = []
for i in range(3 * 10**5): l = [l]
import pickle
pickle.dumps(l)
---
# RecursionError, time
l = []
for i in range(3 * 10**5): l = [l]
import pprint
pprint.pprint(l)
---
# RecursionError, time
l = frozenset()
for i in range(10**5): l = frozenset([l])
repr(l)
---
# RecursionError, MemoryError, SyntaxError, time
eval('(' * 10**5 + ')' * 10**5)
---
# RecursionError, MemoryError, SyntaxError, time, ok
eval('-' * 10**6 + '1')
---
# RecursionError, MemoryError, SyntaxError, time, ok
eval('1' + '+1' * 10**6)
---
# RecursionError, MemoryError, SyntaxError, time, ok
eval('1' + ' and 1' * 10**6)
---
# RecursionError, MemoryError, SyntaxError, time, ok
eval('not ' * 10**6 + '1')
---
# RecursionError, MemoryError, SyntaxError, time, ok
eval('x' + '.x' * 10**6) if False else eval('1' + '<1' * 10**5)
---
# RecursionError, MemoryError, SyntaxError, time, AttributeError, NameError
eval('x' + '.x' * 10**6)
---
# RecursionError, MemoryError, SyntaxError, time, NameError
eval('x' + '()' * 10**6)
---
# RecursionError, MemoryError, SyntaxError, time, NameError
eval('x' + '[0]' * 10**6)
---
# RecursionError, MemoryError, SyntaxError, time
eval('[' * 10**6 + ']' * 10**6)
---
# RecursionError, MemoryError, SyntaxError, time, memory, time
eval('lambda: ' * 10**6 + '1')
---
# RecursionError, MemoryError, SyntaxError, time, memory, time
eval('1 if 1 else ' * 10**6 + '1')
---
# RecursionError, MemoryError, SyntaxError, time, IndentationError
exec(''.join(' ' * i + 'if 1:\n' for i in range(3000)) + ' ' * 3000 + 'pass')
---
# RecursionError, MemoryError, SyntaxError, time, ok
exec('if 1: pass\n' + 'elif 1: pass\n' * 10**5)
---
# RecursionError, MemoryError, SyntaxError, time, ok
exec('@x\n' * 10**5 + 'def f(): pass') if False else exec('x = ' * 10**5 + '1')
---
# RecursionError, MemoryError, SyntaxError, time, memory, time
exec('match 1:\n case ' + '[' * 10**5 + ']' * 10**5 + ': pass')
---
# depth, memory, time, RecursionError
import sys
sys.setrecursionlimit(10**9)
def f(): f()
f()
---
# depth, memory, time, RecursionError
import sys
sys.setrecursionlimit(10**9)
class C:
    def __repr__(self): return repr(self)
repr(C())
---
# depth, memory, time, RecursionError
import sys
sys.setrecursionlimit(10**9)
class C:
    def __eq__(self, o): return [self] == [o]
C() == C()
---
# depth, memory, time, RecursionError
import sys
sys.setrecursionlimit(10**9)
f = lambda *a: list(map(f, [1]))
f(1)
---
# depth, memory, time, RecursionError
import sys
sys.setrecursionlimit(10**9)
def g():
    for x in g(): yield x
list(g())
---
# RecursionError, ok, time
class C: pass
for i in range(500):
    class C(C): pass
C()
---
# RecursionError, ok, time
e = None
for i in range(10**4):
    x = Exception(); x.__context__ = e; e = x
raise RecursionError() from e
