# repr, equality and hashing of containers that hold themselves, and deep nests.
a = []
a.append(a)
d = {}
d["d"] = d
t = ([],)
t[0].append(t)
m = [1, {"k": [2]}]
m[1]["k"].append(m)
print(a, d, t, m, [a], (d,), {"x": a})
print(a == a, a[0] is a, a[0][0][0] is a, a in a, len(a), d["d"]["d"] is d)
a.append(1)
print(a, str(a), f"{a}", "%s" % [a])
b = []
c = [b]
b.append(c)
print(b, c)
try:
    print(b == c)
except RecursionError as e:
    print("RecursionError")


class Node:
    def __init__(self, name): self.name, self.children = name, []
    def __repr__(self): return f"Node({self.name!r}, {self.children!r})"


n = Node("root")
n.children.append(Node("leaf"))
print(n)
n.children.append(n)
try:
    repr(n)
except RecursionError:
    print("RecursionError from repr")


class L(list):
    pass


l = L()
l.append(l)
print(l, L([1, L()]))


class D(dict):
    def __repr__(self): return "D:" + super().__repr__()


e = D(a=1)
print(e, [e], {"k": e})
from collections import deque, OrderedDict, defaultdict, Counter, ChainMap
q = deque([1])
q.append(q)
o = OrderedDict(a=1)
o["self"] = o
f = defaultdict(list)
f["me"] = f
print(q, o)
print(str(f))
deep = []
for _ in range(100):
    deep = [deep]
print(repr(deep).count("["), repr(deep)[:5])
for _ in range(100000):
    deep = [deep]
for action in (repr, lambda v: v == [v], str):
    try:
        action(deep)
        print("fine")
    except RecursionError:
        print("RecursionError")
tup = ()
for _ in range(100000):
    tup = (tup,)
try:
    hash(tup)
except RecursionError:
    pass
print("survived hashing")
while deep:
    deep = deep[0]
while tup:
    tup = tup[0]
s = set()
s.add(frozenset({frozenset()}))
print(s, {(): [(), {}]}, [None, ..., NotImplemented], [int, str], [True, 1.0, 1e20, "q", b"b", range(2)])
