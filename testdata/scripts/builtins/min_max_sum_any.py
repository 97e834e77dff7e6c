# min, max, sum, any and all with keys, defaults, generators and objects.
words = ["pear", "fig", "banana", "kiwi"]
print(min(words), max(words), min(words, key=len), max(words, key=len), max(words, key=lambda w: w[-1]), min(words, key=lambda w: (len(w), w)), max("b", "a", "c"), min(3, 1.5, 2), max([1, 2], [1, 3]), max({"a": 3, "b": 1}), max({"a": 3, "b": 1}.items(), key=lambda kv: kv[1]), min("hello"), max((1, "a"), (1, "b")))
print(min([], default=None), max((), default=0), min((x for x in [] if x), default="none"), max([None], default=1), max([5], key=None), min([3, 1], key=lambda v: -v, default=9))
print(max([1, 1.0, True]), max([1.0, 1, True]), min([True, 1]), max("aA"), max(["a", "B"], key=str.lower), [max(a, b) for a, b in ((1, 2), (4, 3))])
print(sum([]), sum([1, 2, 3], 10), sum(x * x for x in range(4)), sum([0.1] * 3), sum([[1], [2, 3]], []), sum((True, False, True)), sum({1: "a", 2: "b"}), sum([1, 2.5, 3]), sum(range(101)), sum(map(len, words)), sum([10 ** 20, 1]), sum([(1,), (2,)], ()))
print(any([]), all([]), any([0, None, "x"]), all([1, "x", [0]]), any(w.startswith("f") for w in words), all(len(w) > 2 for w in words), any({0: 1}), all({"": 1}), any("") , all(""), any([[]]), all([[]]))
seen = []


def probe(v):
    seen.append(v)
    return v


print(any(probe(v) for v in (0, 2, 3)), seen)
seen.clear()
print(all(probe(v) for v in (1, 0, 3)), seen)


class V:
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __gt__(self, o): return self.n > o.n
    def __add__(self, o): return V(self.n + (o.n if isinstance(o, V) else o))
    __radd__ = __add__
    def __repr__(self): return f"V{self.n}"


vs = [V(3), V(1), V(2)]
print(min(vs), max(vs), sum(vs), sum(vs, V(10)), min(vs, key=lambda v: abs(v.n - 2)), max(*vs), sorted(vs))
for f in (lambda: min([]), lambda: max(()), lambda: min(), lambda: max(5), lambda: min(1, "a"), lambda: max([1, None]), lambda: sum(["a"]), lambda: sum("ab"), lambda: sum([1], "x"), lambda: sum([], b""), lambda: sum([[1], 2], []), lambda: any(5), lambda: all(None), lambda: any(), lambda: min(1, 2, default=3), lambda: max(1, 2, key=5), lambda: min([1, 2], keys=len), lambda: sum(1, 2), lambda: sum([1], 2, 3), lambda: max(iter([])), lambda: any([1], [2]), lambda: min({}), lambda: max([object(), object()]), lambda: max([1j, 2j])):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)
print(sum(v for v in (1, 2) if v > 1), max(range(10), key=lambda v: -(v - 4) ** 2), min(zip([3, 1], "ab")), max(map(abs, [-5, 3])), sorted(words, key=lambda w: (-len(w), w)), max(enumerate([5, 9, 2]), key=lambda p: p[1])[0])
