# Nanoseconds of processor time that operations on objects take, the best of three rounds each, loop included.
# usage: classes.py [PREFIX of the names to run]
import sys
import time
from collections import deque, namedtuple, Counter
import heapq
from dataclasses import dataclass

N = 200000

def timed(name, f, n=N):
    if len(sys.argv) > 1 and not name.startswith(sys.argv[1]):
        return
    best = None
    for _ in range(3):
        t0 = time.process_time()
        f(n)
        d = time.process_time() - t0
        if best is None or d < best:
            best = d
    print('%s\t%.1f' % (name, best / n * 1e9))

def deque_append(n):
    d = deque()
    for i in range(n):
        d.append(i)

def deque_popleft(n):
    d = deque(range(n))
    for i in range(n):
        d.popleft()

def heap(n):
    h = []
    push = heapq.heappush
    pop = heapq.heappop
    for i in range(n):
        push(h, (i * 7919) % 1000)
        if i & 1:
            pop(h)

P = namedtuple('P', 'x y')

def nt_access(n):
    p = P(1, 2)
    for i in range(n):
        p.x

def nt_make(n):
    for i in range(n):
        P(i, 2)

def counter(n):
    c = Counter()
    for i in range(n):
        c[i & 255] += 1

class S(str):
    pass

def str_sub(n):
    s = S('Hello')
    for i in range(n):
        s.lower()

@dataclass
class D:
    x: int
    y: int
    z: int = 0

def dc_make(n):
    for i in range(n):
        D(i, 2)

def dc_make_kw(n):
    for i in range(n):
        D(x=i, y=2)

def dc_attr(n):
    d = D(1, 2)
    for i in range(n):
        d.x

def dc_set(n):
    d = D(1, 2)
    for i in range(n):
        d.x = i

def dc_eq(n):
    d = D(1, 2)
    e = D(1, 2)
    for i in range(n):
        d == e

def dc_repr(n):
    d = D(1, 2)
    for i in range(n):
        repr(d)

class C:
    def __init__(self, x, y):
        self.x = x
        self.y = y
    @property
    def p(self):
        return self.x
    def m(self, a):
        return a
    def __add__(self, o):
        return self
    def __getitem__(self, i):
        return i
    def __len__(self):
        return 3

class C2(C):
    def m2(self):
        return super().m(1)

class Sl:
    __slots__ = ('a', 'b')
    def __init__(self):
        self.a = 1

def prop(n):
    c = C(1, 2)
    for i in range(n):
        c.p

def method(n):
    c = C(1, 2)
    for i in range(n):
        c.m(i)

def method_inh(n):
    c = C2(1, 2)
    for i in range(n):
        c.m(i)

def supercall(n):
    c = C2(1, 2)
    for i in range(n):
        c.m2()

def cls_make(n):
    for i in range(n):
        C(i, 2)

def attr(n):
    c = C(1, 2)
    for i in range(n):
        c.x

def attr_set(n):
    c = C(1, 2)
    for i in range(n):
        c.x = i

def slot_attr(n):
    c = Sl()
    for i in range(n):
        c.a

def op_add(n):
    c = C(1, 2)
    for i in range(n):
        c + c

def op_item(n):
    c = C(1, 2)
    for i in range(n):
        c[i]

def op_len(n):
    c = C(1, 2)
    for i in range(n):
        len(c)

def cls_isinst(n):
    c = C2(1, 2)
    for i in range(n):
        isinstance(c, C)

def list_append(n):
    l = []
    for i in range(n):
        l.append(i)

def empty(n):
    for i in range(n):
        pass

timed('deque_append', deque_append)
timed('deque_popleft', deque_popleft)
timed('heap', heap)
timed('nt_access', nt_access)
timed('nt_make', nt_make)
timed('counter', counter)
timed('str_sub', str_sub)
timed('dc_make', dc_make)
timed('dc_make_kw', dc_make_kw)
timed('dc_attr', dc_attr)
timed('dc_set', dc_set)
timed('dc_eq', dc_eq)
timed('dc_repr', dc_repr)
timed('prop', prop)
timed('method', method)
timed('method_inh', method_inh)
timed('supercall', supercall)
timed('cls_make', cls_make)
timed('attr', attr)
timed('attr_set', attr_set)
timed('slot_attr', slot_attr)
timed('op_add', op_add)
timed('op_item', op_item)
timed('op_len', op_len)
timed('cls_isinst', cls_isinst)
timed('list_append', list_append)
timed('empty', empty)
