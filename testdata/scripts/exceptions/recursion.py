# RecursionError is catchable, leaves things consistent, and deep but finite recursion works.
import sys


def forever(n):
    return forever(n + 1)


def count(n=0):
    try:
        return count(n + 1)
    except RecursionError:
        return n


try:
    forever(0)
except RecursionError as e:
    print(type(e).__name__, str(e).split(" (")[0], isinstance(e, RuntimeError))
depth = count()
print(depth > 300, depth < 100000)


class Attr:
    def __getattr__(self, name): return getattr(self, name + "x")


class Rep:
    def __repr__(self): return repr(self)


class Eq:
    def __eq__(self, o): return o == self


class It:
    def __iter__(self): return iter(self)


class Add:
    def __add__(self, o): return self + o


class Prop:
    @property
    def p(self): return self.p


def mutual_a(): return mutual_b()
def mutual_b(): return mutual_a()


def gen():
    yield from gen()


for name, f in (("attr", lambda: Attr().x), ("repr", lambda: repr(Rep())), ("eq", lambda: Eq() == Eq()), ("iter", lambda: list(It())), ("add", lambda: Add() + 1), ("prop", lambda: Prop().p), ("mutual", mutual_a), ("gen", lambda: next(gen())), ("sort key", lambda: sorted([1], key=lambda v: forever(v))), ("map", lambda: list(map(forever, [1]))), ("lambda", lambda: (lambda f: f(f))(lambda f: f(f)))):
    try:
        f()
        print(name, "finished?")
    except RecursionError:
        print(name, "RecursionError")


def with_cleanup(n):
    try:
        return with_cleanup(n + 1)
    finally:
        cleaned[0] += 1


cleaned = [0]
try:
    with_cleanup(0)
except RecursionError:
    print("cleaned", cleaned[0] > 100)


def ok(n): return 0 if n == 0 else 1 + ok(n - 1)


print(ok(300), sys.getrecursionlimit() >= 1000)


def ackermann(m, n):
    if m == 0: return n + 1
    if n == 0: return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print(ackermann(2, 3), ackermann(1, 50))
memo = {}


def collatz(n):
    if n == 1: return 1
    if n not in memo:
        memo[n] = 1 + collatz(n // 2 if n % 2 == 0 else 3 * n + 1)
    return memo[n]


print(collatz(27), max(range(1, 200), key=collatz))


def flood(grid, r, c):
    if not (0 <= r < len(grid) and 0 <= c < len(grid[0])) or grid[r][c] != ".":
        return 0
    grid[r][c] = "#"
    return 1 + sum(flood(grid, r + dr, c + dc) for dr, dc in ((0, 1), (1, 0), (0, -1), (-1, 0)))


print(flood([list("..#.."), list(".##.."), list(".....")], 0, 0))
