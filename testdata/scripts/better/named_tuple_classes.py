# Named tuples of classes made in functions or used by a lambda go to other processes and interpreters: CPython cannot pickle them.
from collections import namedtuple
from concurrent.futures import InterpreterPoolExecutor, ProcessPoolExecutor
from typing import NamedTuple


class F(NamedTuple):
    x: int

    def m(self):
        return self.x


def make():
    class L(NamedTuple):
        v: int
        step: int = 1

        def up(self):
            return L(self.v + self.step)

    return L


L = make()
Q = namedtuple('Q', 'a b', defaults=[F(7)])
Q.total = property(lambda self: self.a + self.b.m())
Q.first = Q(0)


def two(a, b):
    return a.up(), type(a) is type(b)


def main():
    for pool in ProcessPoolExecutor, InterpreterPoolExecutor:
        with pool(2) as ex:
            print(ex.submit(lambda f: f.m(), F(1)).result())
            r = ex.submit(lambda: F(2)).result()
            print(r, isinstance(r, F))
            r, same = ex.submit(two, L(1), L(2)).result()
            print(r, same, type(r) is L, r.up())
            print(ex.submit(make).result()(4).up())
            print(ex.submit(lambda: make()(3)).result().up())
            print(ex.submit(lambda: L).result() is L)
            print(ex.submit(lambda q: (q.total, q.first, type(q.first) is Q), Q(1)).result())


if __name__ == '__main__':
    main()
