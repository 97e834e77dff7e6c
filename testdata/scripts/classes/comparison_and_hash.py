# __eq__, __hash__, ordering methods, total ordering, use in sets and dicts.
import functools


class Money:
    def __init__(self, amount, cur="EUR"): self.amount, self.cur = amount, cur

    def __eq__(self, o):
        if not isinstance(o, Money): return NotImplemented
        return (self.amount, self.cur) == (o.amount, o.cur)

    def __hash__(self): return hash((self.amount, self.cur))

    def __lt__(self, o):
        if not isinstance(o, Money): return NotImplemented
        if o.cur != self.cur: raise ValueError("different currencies")
        return self.amount < o.amount

    def __le__(self, o): return self < o or self == o

    def __repr__(self): return f"{self.amount}{self.cur}"


a, b, c = Money(1), Money(2), Money(1)
print(a == c, a != c, a == b, a is c, a < b, b > a, a <= c, b >= a, a == 1, a != 1, 1 == a)
print({a, b, c} == {a, b}, {a: "x"}[c], a in [c], [b, a].index(c), sorted([b, a, Money(0)]), max(a, b), min([b, a]), len({a, c}))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: a < 1)
attempt(lambda: 1 >= a)
attempt(lambda: a < Money(1, "USD"))
attempt(lambda: sorted([a, Money(5, "USD")]))


class EqOnly:
    def __eq__(self, o): return True


attempt(lambda: hash(EqOnly()))
attempt(lambda: {EqOnly()})
attempt(lambda: {EqOnly(): 1})
print(EqOnly.__hash__, EqOnly() == 5, EqOnly() != 5, 5 == EqOnly())


class Sub(EqOnly):
    __hash__ = object.__hash__


print(isinstance(hash(Sub()), int))


class NoHash:
    __hash__ = None


attempt(lambda: hash(NoHash()))


class Inherits(Money): pass


print(hash(Inherits(1)) == hash(a), Inherits(1) == a, a == Inherits(1), isinstance(Inherits(1), Money))


@functools.total_ordering
class Ver:
    def __init__(self, s): self.parts = tuple(map(int, s.split(".")))
    def __eq__(self, o): return self.parts == o.parts
    def __lt__(self, o): return self.parts < o.parts
    def __repr__(self): return ".".join(map(str, self.parts))


v = [Ver(s) for s in ("1.10", "1.2", "1.2.1", "0.9")]
print(sorted(v), max(v), v[0] >= v[1], v[0] > v[1], v[1] <= v[2], v[3] != v[2], not v[0] < v[3])


class Plain: pass


p, q = Plain(), Plain()
print(p == p, p == q, p != q, hash(p) == hash(p), len({p, q, p}), p in {p}, {p: 1}.get(q))
attempt(lambda: p < q)
attempt(lambda: sorted([p, q]))


class Rev:
    def __init__(self, v): self.v = v
    def __lt__(self, o): return o.v < self.v


print([r.v for r in sorted(map(Rev, [1, 3, 2]))], sorted([("a", 2), ("b", 2), ("a", 1)], key=lambda t: (Rev(t[1]), t[0])) if False else "")


class Odd:
    def __eq__(self, o): return "eq!"
    def __ne__(self, o): return "ne!"
    def __lt__(self, o): return []
    def __ge__(self, o): return None


o = Odd()
print(o == 1, o != 1, o < 1, o >= 1, 1 > o, 1 <= o, not (o == 1), o == o == o)


class HashBad:
    def __hash__(self): return "x"


class HashBig:
    def __hash__(self): return 10 ** 30


class HashNeg:
    def __hash__(self): return -1


attempt(lambda: hash(HashBad()))
print(hash(HashBig()) == hash(10 ** 30), hash(HashNeg()), hash(True), hash(-1), hash(-2), hash(0.0), hash(2.0 ** 70) == hash(2 ** 70), hash(1 + 0j))
class CallsCount:
    n = 0
    def __init__(self, k): self.k = k
    def __hash__(self): return 7
    def __eq__(self, o):
        CallsCount.n += 1
        return self.k == o.k
d = {CallsCount(i): i for i in range(3)}
print(d[CallsCount(1)], CallsCount.n > 0, CallsCount(9) in d, len(d))
