# Generators: protocol, delegation, cleanup, iteration of everything.
import sys
def count(n):
    i = 0
    while i < n:
        got = yield i
        if got is not None: i = got
        else: i += 1
g = count(5); print(next(g), next(g), g.send(3), list(g))
def tree(t):
    if t:
        l, v, r = t
        yield from tree(l)
        yield v
        yield from tree(r)
print(list(tree(((None, 1, None), 2, (None, 3, None)))))
def deep(n):
    if n:
        yield n
        yield from deep(n - 1)
print(sum(deep(50)))
print(sum(x for x in range(10) if x % 2), max(len(w) for w in ["a", "bbb"]), any(x > 3 for x in [1, 5]), all(x for x in []), ",".join(str(i) for i in range(3)), sorted((-x for x in range(3))), dict((k, v) for k, v in [("a", 1)]), sorted(set(c for c in "aab")), tuple(x for x in "ab"))
ge = (x * y for x in range(3) for y in range(x))
print(ge.__name__, list(ge))
def fin():
    try:
        yield 1
        yield 2
    finally:
        print("cleanup")
for v in fin():
    print(v); break
print("after")
g = fin(); next(g); g.close(); print("closed")
def err():
    yield 1
    raise ValueError("boom")
try:
    for v in err(): print(v)
except ValueError as e: print("caught", e)
try: list(err())
except ValueError as e: print("caught", e)
def stopiter():
    yield 1
    raise StopIteration("x")
try: list(stopiter())
except RuntimeError as e: print(e, repr(e.__cause__))
def ret():
    return 5
    yield
def deleg():
    r = yield from ret()
    print("r", r)
    r = yield from [1, 2]
    print("r", r)
    r = yield from iter("ab")
print(list(deleg()))
a, b, *c = (i for i in range(5)); print(a, b, c)
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return self
    def __next__(self):
        if self.n == 0: raise StopIteration
        self.n -= 1
        return self.n
print(list(It(3)), [x for x in It(2)], 2 in It(4), *It(2))
class Gi:
    def __getitem__(self, i):
        if i > 2: raise IndexError
        return i * 10
print(list(Gi()), [x for x in Gi()])
class Tree:
    def __init__(self, *kids): self.kids = kids
    def __iter__(self):
        yield self
        for k in self.kids: yield from k
print(len(list(Tree(Tree(), Tree(Tree())))))
try:
    for x in 5: pass
except TypeError as e: print(e)
try:
    for a, b in [(1, 2), (3,)]: print(a, b)
except ValueError as e: print(e)
g = count(2)
print(next(g), next(g))
try: next(g)
except StopIteration as e: print("stop", e.value)
print(next(g, "dflt"))
def throwing():
    while True:
        try: yield
        except ValueError as e: print("got", e)
g = throwing(); next(g); g.throw(ValueError("v")); g.throw(ValueError("w"))
try: g.throw(KeyError("k"))
except KeyError as e: print("out", e)
d = {"a": 1}
try:
    for k in d: d[k + "x"] = 1
except RuntimeError as e: print(e)
l = [1, 2, 3]
for x in l:
    if x < 3: l.append(x + 10)
print(l)
lam = lambda: (yield 5)
print(list(lam()))
gen_in_class = [type(x).__name__ for x in (count(1), (i for i in []))]
print(gen_in_class)
def primes():
    n = 2
    seen = []
    while True:
        if all(n % p for p in seen):
            seen.append(n); yield n
        n += 1
import itertools
print(list(itertools.islice(primes(), 8)))
print(list(zip(primes(), "abc")))
def ctx():
    with open(__file__) as f:
        for line in f:
            yield line.strip()
print(next(ctx()))
it = (x for x in [1, 2, 3, 4]); print(any(x == 2 for x in it), list(it))
