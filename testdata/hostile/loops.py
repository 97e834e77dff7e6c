# time
while True: pass
---
# time
while 1:
    try:
        while 1: pass
    except BaseException:
        continue
    finally:
        while 1: pass
---
# time
import itertools
for x in itertools.count(): pass
---
# time
import itertools
for x in itertools.cycle([1, 2]): pass
---
# time
import itertools
for x in itertools.repeat(0): pass
---
# time
import itertools
sum(itertools.repeat(0))
---
# time
import itertools
any(itertools.repeat(0))
---
# time
import itertools
all(itertools.repeat(1))
---
# time
import itertools
max(itertools.repeat(1))
---
# time
import itertools
min(itertools.cycle((1, 2, 3)))
---
# time, memory
import itertools
sorted(itertools.count())
---
# time, memory
import itertools
list(itertools.count())
---
# time, memory
import itertools
tuple(itertools.repeat('x'))
---
# time, memory, MemoryError
import itertools
set(itertools.count())
---
# time
import itertools
set(itertools.repeat(1))
---
# time
import itertools
frozenset(itertools.repeat(1))
---
# time, memory
import itertools
dict(zip(itertools.count(), itertools.count()))
---
# time
import itertools
dict(zip(itertools.repeat(1), itertools.count()))
---
# time, memory
import itertools
dict.fromkeys(itertools.count())
---
# time, memory
import itertools
','.join(itertools.repeat('x'))
---
# time, memory, MemoryError
import itertools
b','.join(itertools.repeat(b'x'))
---
# time, memory, MemoryError
import itertools
bytes(itertools.repeat(1))
---
# time, memory, MemoryError
import itertools
bytearray(itertools.repeat(1))
---
# time, memory
import itertools, collections
collections.deque(itertools.count())
---
# time
import itertools, collections
collections.deque(itertools.count(), maxlen=1)
---
# time, memory, MemoryError
import itertools, collections
collections.Counter(itertools.count())
---
# time
import itertools, collections
collections.Counter(itertools.repeat(1))
---
# time, memory
import itertools
[].extend(itertools.count())
---
# time, memory
import itertools
l = []
l += itertools.count()
---
# time, memory
import itertools
l = [0]
l[0:1] = itertools.count()
---
# time
import itertools
-1 in itertools.count()
---
# time, memory
import itertools
a, *b = itertools.count()
---
# time, memory
import itertools
print(*itertools.count())
---
# time, memory
import itertools
[*itertools.count()]
---
# time, memory
import itertools
[x for x in itertools.count()]
---
# time
import itertools
[x for x in itertools.count() if x < 0]
---
# time
import itertools
next(x for x in itertools.count() if x < 0)
---
# time
import itertools
list(filter(None, itertools.repeat(0)))
---
# time
import itertools
list(itertools.takewhile(lambda x: True, filter(lambda x: False, itertools.count())))
---
# time
import itertools
next(itertools.dropwhile(lambda x: True, itertools.count()))
---
# time
import itertools
next(itertools.dropwhile(bool, itertools.repeat(1)))
---
# time
import itertools
next(itertools.compress(itertools.count(), itertools.repeat(0)))
---
# time
import itertools
next(itertools.islice(itertools.count(), 10**18, None))
---
# time
import itertools
next(itertools.filterfalse(bool, itertools.repeat(1)))
---
# time
import itertools
next(itertools.starmap(lambda *a: [0 for _ in itertools.count() if False], [()]))
---
# time
import itertools, functools
functools.reduce(lambda a, b: a, itertools.count())
---
# time
import itertools, functools
functools.reduce(max, itertools.repeat(1))
---
# time
import itertools
next(itertools.chain.from_iterable(itertools.repeat(())))
---
# time
import itertools
[list(g) for k, g in itertools.groupby(itertools.repeat(1))]
---
# time, memory
import itertools
a, b = itertools.tee(itertools.count())
sum(a)
---
# time, memory
import itertools
list(itertools.permutations(range(20)))
---
# time, memory, MemoryError
import itertools
itertools.product(itertools.count(), repeat=2)
---
# time
import itertools
sum(1 for _ in itertools.product(range(1000), repeat=5))
---
# time
import itertools
sum(1 for _ in itertools.combinations(range(100), 20))
---
# time
sum(range(10**12))
---
# time
max(range(10**12))
---
# time, MemoryError
sorted(range(10**12))
---
# time
'x' in (str(i) for i in range(10**12))
---
# time
1.5 in range(10**12)
---
# time
class I:
    def __iter__(self): return self
    def __next__(self): return 1
sum(I())
---
# time
class I:
    def __getitem__(self, i): return 0
sum(I())
---
# time
for x in iter(int, 1): pass
---
# time
any(iter(int, 1))
---
# time
def g():
    while True: yield
for x in g(): pass
---
# time
def g():
    while True: yield 0
sum(g())
---
# time
def g():
    try:
        yield 1
    finally:
        while True: pass
for x in g(): break
del x
x = g(); next(x); x.close()
---
# time
def g():
    while True:
        try: yield 1
        except GeneratorExit: pass
x = g(); next(x)
while True:
    try: x.close()
    except RuntimeError: pass
---
# time
def g():
    yield from g2()
def g2():
    while True:
        try: yield 1
        except BaseException: pass
for x in g(): pass
---
# time, RecursionError
def g():
    yield from g()
next(g())
---
# time
l = [1]
for x in l: l[0] = x
l2 = iter(l)
while True: l2 = iter(l)
---
# time, memory
l = [1]
for x in l: l.append(x)
---
# time
class C:
    def __eq__(self, o):
        while True: pass
C() in [1, 2, 3, C()]
---
# time
class C:
    def __hash__(self):
        while True: pass
{C(): 1}
---
# time
class C:
    def __lt__(self, o):
        while True: pass
sorted([C(), C()])
---
# time
import heapq
class C:
    def __lt__(self, o):
        while True: pass
h = []
heapq.heappush(h, C()); heapq.heappush(h, C())
---
# time
import bisect
class C:
    def __lt__(self, o):
        while True: pass
bisect.bisect([C()] * 3, C())
---
# time
class C:
    def __getattr__(self, n):
        while True: pass
C().x
---
# time
class C:
    @property
    def x(self):
        while True: pass
C().x
---
# time
class D:
    def __get__(self, i, o):
        while True: pass
class C: x = D()
C.x
---
# time
class C:
    def __bool__(self):
        while True: pass
if C(): pass
---
# time
class C:
    def __len__(self):
        while True: pass
len(C())
---
# time
class C:
    def __str__(self):
        while True: pass
print(C())
---
# time
class C:
    def __del__(self):
        while True: pass
def f():
    import gc
    for i in range(1000000):
        C()
    gc.collect()
while True: f()
---
# time
class C:
    while True: pass
---
# time
def d(f):
    while True: pass
@d
def f(): pass
---
# time
class M(type):
    def __call__(cls):
        while True: pass
class C(metaclass=M): pass
C()
---
# time
class C:
    def __init_subclass__(cls):
        while True: pass
class D(C): pass
---
# time
class C:
    def __enter__(self): return self
    def __exit__(self, *a):
        while True: pass
with C():
    while True: pass
---
# time
class C:
    def __enter__(self): return self
    def __exit__(self, *a): return True
while True:
    with C():
        while True: pass
---
# time
import time
while True:
    try: time.sleep(100)
    except BaseException: pass
---
# time
import threading
e = threading.Event()
while True:
    try: e.wait()
    except BaseException: pass
---
# time
import threading
l = threading.Lock()
l.acquire()
l.acquire()
---
# time
import queue
queue.Queue().get()
---
# time
import contextlib
while True:
    with contextlib.suppress(BaseException):
        while True: pass
---
# time
exec('while True: pass')
---
# time
eval('[0 for x in iter(int, 1)]')
---
# time
match 1:
    case x if [0 for _ in iter(int, 1)]: pass
---
# time
assert [0 for _ in iter(int, 1)]
---
# time
lambda: 0
(lambda f: f(f))(lambda f: [0 for _ in iter(int, 1)])
---
# time
import atexit
def f():
    while True: pass
atexit.register(f)
---
# time
import sys
def hook(*a):
    while True: pass
sys.excepthook = hook
1/0
---
# time
import signal
def f(*a): pass
while True: signal.getsignal(2)
---
# time
x = f'{[0 for _ in iter(int, 1)]}'
---
# time
def f(x=[0 for _ in iter(int, 1)]): pass
---
# time
class C:
    def __missing__(self, k): return 1
class D(dict):
    def __missing__(self, k):
        while True: pass
D()[1]
---
# time
import re
re.sub('a', lambda m: [0 for _ in iter(int, 1)], 'aaa')
---
# time
import random
random.shuffle([1]*10, )
while random.random() < 2: pass
