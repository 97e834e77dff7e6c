# set and frozenset: methods, operators, errors; sorted before printing.
def attempt(f):
    try:
        r = f()
        print(sorted(r, key=str) if isinstance(r, (set, frozenset)) else repr(r))
    except Exception as e:
        print(type(e).__name__ + ":", e)


s = {3, 1, 2}
f = frozenset([2, 3, 4])
print(s.add(5), sorted(s), s.discard(99), s.discard(1), s.remove(2), sorted(s), s.update([7, 8], (9,)), sorted(s), len(s))
a, b = {1, 2, 3}, {2, 3, 4}
for op in ("union", "intersection", "difference", "symmetric_difference"):
    print(op, sorted(getattr(a, op)(b)), sorted(getattr(f, op)(a)), type(getattr(f, op)(a)).__name__, sorted(getattr(a, op)([3, 9])))
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(a ^ b), type(a | f).__name__, type(f | a).__name__, sorted(a.union([5], (6,), {7: 0})), sorted(a.union()), sorted(a.intersection([1, 2], [2])), sorted(a.difference([1], [2])))
print(a.issubset([1, 2, 3, 4]), a.issuperset([1]), a.isdisjoint([9]), a <= b, a < {1, 2, 3, 4}, a >= {1}, a > a, a == {3, 2, 1}, a != b, a == f, f == {2, 3, 4}, {1} < {2}, {2} < {1}, set() <= a, a == [1, 2, 3], hash(f) == hash(frozenset({4, 3, 2})), {f: 1}[frozenset([2, 3, 4])])
c = a.copy()
c |= {10}
c &= {1, 2, 10}
c -= {1}
c ^= {2, 20}
print(sorted(c), c.intersection_update([10, 20, 30]), sorted(c), c.difference_update([10]), sorted(c), c.symmetric_difference_update([20, 21]), sorted(c), c.pop(), c, c.clear(), c, bool(c))
g = f
g |= {99}
print(sorted(g), sorted(f), g is f, 2 in f, [2] not in [[2]], sorted(f.copy()), f.copy() is f, frozenset(f) is f)
attempt(lambda: {1}.remove(2))
attempt(lambda: {"a"}.remove("b"))
attempt(lambda: set().pop())
attempt(lambda: {1}.add([]))
attempt(lambda: {[]})
attempt(lambda: {{}})
attempt(lambda: [] in {1})
attempt(lambda: {1} in {frozenset({1})})
attempt(lambda: {1}.discard({2}))
attempt(lambda: {1} | [2])
attempt(lambda: {1} + {2})
attempt(lambda: {1} - [1])
attempt(lambda: {1} < [1])
attempt(lambda: {1}[0])
attempt(lambda: {1}.union(5))
attempt(lambda: f.add(1))
attempt(lambda: f.nope)
attempt(lambda: hash({1}))
attempt(lambda: {1}.add())
attempt(lambda: {1}.add(1, 2))
attempt(lambda: {1}.update(None))
attempt(lambda: {1, "a"}.issubset(3))
attempt(lambda: set([1, 2]) * 2)
attempt(lambda: {1}.nope())
try:
    for x in (m := {1, 2, 3}):
        m.add(x + 10)
except RuntimeError as e:
    print(e)
print(repr(set()), repr(frozenset()), {1}, frozenset({"x"}), {(1, 2)}, [set()], {frozenset()}, str({"q"}), f"{ {1} }", len({1, 1.0, True, 1 + 0j}), {0, False, 0.0} == {0}, sorted({x % 3 for x in range(10)}), sorted({*"hello"}), {*()} == set())
print(sorted(set("abc") & set("bcd")), max({3, 9, 4}), sum({1, 2, 3}), sorted(map(sorted, [{2, 1}, {4, 3}])), any({0}), list({7}), tuple({8}), {1: 2}.keys() | {5} == {1, 5}, sorted({"a": 1} | {"b": 1}), set(range(1000)) == set(reversed(range(1000))))


class S(set):
    def add(self, x):
        super().add(x * 2)


t = S([1])
t.add(4)
print(sorted(t), type(t | {1}).__name__, t == {1, 8}, isinstance(t, set), repr(S()), repr(S([5])))
primes = set(range(2, 50))
for i in range(2, 8):
    primes -= set(range(i * i, 50, i))
print(sorted(primes), len(primes))
seen, dups = set(), []
for v in [3, 1, 3, 2, 1]:
    if v in seen:
        dups.append(v)
    seen.add(v)
print(dups, sorted(seen))
