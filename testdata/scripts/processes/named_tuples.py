# Classes of named tuples with methods, docstrings and attributes of their own, in the processes of a pool.
from concurrent.futures import ProcessPoolExecutor
from collections import namedtuple
from typing import NamedTuple

class F(NamedTuple):
    """An F."""
    x: int
    y: int = 5
    def m(self): return self.x
    def twice(self): return F(self.x * 2, self.y)
    @property
    def total(self): return self.x + self.y + K
    @classmethod
    def of(cls, n): return cls(n)
    @staticmethod
    def st(n): return F(n)
    def __add__(self, o): return F(self.x + o.x)
    def __str__(self): return f'<{self.x}>'
    limit = 7
K = 100
class P(namedtuple('P', 'a b', defaults=[3])):
    __slots__ = ()
    def s(self): return P(self.a + self.b, 0)
    @property
    def t(self): return self.a * LIM
LIM = 9
Q = namedtuple('Q', 'a')
Q.__doc__ = 'doc of Q'
Q.a.__doc__ = 'doc of a'
Q.size = lambda self: len(self)
def isf(f): return type(f) is F, f.m(), F.__doc__, F.__annotations__, F.y.__doc__, F._field_defaults, F.__qualname__, F.__module__
def show(f): return f.m(), f.total, F.of(4), F.st(6), f + F(2), str(f), f.limit, F.limit
def isq(q): return Q.__doc__, Q.a.__doc__, q.size(), isinstance(q, Q)
def ident(x): return x
if __name__ == '__main__':
    with ProcessPoolExecutor(2) as ex:
        r = ex.submit(F.m, F(1)).result(); print(r)
        r = ex.submit(F.twice, F(1)).result(); print(r, type(r) is F, r.twice())
        print(ex.submit(isf, F(3)).result()); print(ex.submit(show, F(3)).result())
        r = ex.submit(P.s, P(1)).result(); print(r, type(r) is P, r.t)
        print(ex.submit(isq, Q(1)).result())
        r = list(ex.map(ident, [F(1), P(1), Q(1)])); print([type(x) for x in r], type(r[0]) is F, type(r[1]) is P, type(r[2]) is Q)
        r = list(ex.map(F.twice, map(F, range(10)))); print(set(map(type, r)) == {F}, r)
