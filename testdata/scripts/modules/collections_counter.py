# Counter: construction, arithmetic, most_common, elements, updates.
from collections import Counter


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


c = Counter("abracadabra")
print(c, c["a"], c["z"], "z" in c, len(c), c.total(), c.most_common(2), c.most_common(), c.most_common(0), c.most_common()[:-3:-1])
print(Counter(), Counter(a=2, b=1), Counter({"x": 3}), Counter([1, 1.0, True]), Counter({"a": 1}, a=5, b=2), Counter(["b", "a", "b"]).most_common(1), sorted(Counter("hello").elements()), list(Counter(a=2, b=0, c=-1).elements()), Counter(x for x in "aab"))
c.update("aaz")
c.update({"q": 5}, r=1)
c.subtract("ab")
c["new"] += 3
c["b"] = 0
del c["r"]
print(c, sum(c.values()), sorted(c), dict(c) == c)
a, b = Counter(a=3, b=1, d=-2), Counter(a=1, b=2, c=4)
print(a + b, a - b, a & b, a | b, +a, -a, a == b, Counter(a=1) == Counter(a=1, b=0), Counter(a=1) <= Counter(a=2), Counter(a=3) >= b, a != b, Counter(a=1) < Counter(a=2))
x = Counter("aab")
x += Counter("bcc")
print(x, end=" ")
x -= Counter("ab")
print(x, end=" ")
x |= Counter(z=9)
print(x, end=" ")
x &= Counter(z=1, c=1)
print(x)
print(Counter(a=1).copy(), type(Counter("a").copy()).__name__, Counter("ab").keys(), sorted(Counter("ab").items()), Counter("a").get("q"), Counter("a").pop("a"), repr(Counter({"a": 1, "b": 3, "c": 2})), Counter([("t", 1), ("t", 1)]), isinstance(c, dict), bool(Counter()), Counter(a="x") if False else "")
attempt(lambda: Counter(5))
attempt(lambda: Counter([[]]))
attempt(lambda: Counter("a") + {"a": 1})
attempt(lambda: Counter.fromkeys("ab"))
attempt(lambda: Counter("a").most_common("x"))
attempt(lambda: Counter("a", "b"))
attempt(lambda: Counter("a").pop("z"))
attempt(lambda: Counter(a=1).nope)
text = "the quick the lazy the dog a quick fox"
words = Counter(text.split())
for word, n in words.most_common(3):
    print(f"{word:<6}{n:>3} {'#' * n}")
print({n: sorted(w for w in words if words[w] == n) for n in sorted(set(words.values()))}, max(words, key=words.get), Counter(map(len, words)), Counter(words.values()).most_common(1))
print(not Counter("listen") - Counter("silent"), Counter("ab") == Counter("ba"), (Counter("aab") - Counter("ab")).total(), sum((Counter(w) for w in ("ab", "bc")), Counter()), Counter(i % 3 for i in range(10)))
class Bag(Counter):
    def __missing__(self, k): return -1
print(Bag("a")["zz"], Bag("aab"), type(Bag("a") + Bag("b")).__name__)
c.clear()
print(c, Counter(b=1, a=1), Counter({1: 2, "x": 2}), Counter(None), list(Counter("ba")))
