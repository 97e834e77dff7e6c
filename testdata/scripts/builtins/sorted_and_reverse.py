# sorted, list.sort and reversed: stability, keys, reverse, errors.
data = [("bob", 3), ("al", 1), ("cy", 3), ("dee", 1), ("ed", 2)]
print(sorted(data, key=lambda p: p[1]))
print(sorted(data, key=lambda p: p[1], reverse=True))
print(sorted(data, key=lambda p: (-p[1], p[0])))
print(sorted("hello world"), sorted({"b": 1, "a": 2}), sorted({3, 1, 2}, reverse=True), sorted([]), sorted((2, 1)))
print(sorted(["b", "A", "a", "B"]), sorted(["b", "A", "a", "B"], key=str.lower), sorted([3, 1.5, True, -2]))
print(sorted([[2], [1, 5], []]), sorted(range(5), key=lambda v: v % 2), sorted(["10", "9", "1"], key=int))
words = "the quick brown fox jumps over the lazy dog".split()
words.sort(key=len)
print(words, words.sort())
words.sort(reverse=True)
print(words)
calls = []


def key(x):
    calls.append(x)
    return -x


print(sorted([1, 3, 2], key=key), calls)


class Card:
    compared = 0

    def __init__(self, r): self.r = r

    def __lt__(self, other):
        Card.compared += 1
        return self.r < other.r

    def __repr__(self): return f"C{self.r}"


print(sorted([Card(3), Card(1), Card(2)]), Card.compared > 0, sorted([Card(1), Card(2)], reverse=True), max([Card(1), Card(5)], key=lambda c: c.r))


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: sorted([1, "a"]))
attempt(lambda: sorted(["a", None]))
attempt(lambda: sorted(5))
attempt(lambda: sorted([1], lambda v: v))
attempt(lambda: sorted([2, 1], key=None))
attempt(lambda: sorted([2, 1], key=3))
attempt(lambda: sorted([2, 1], reverse="yes"))
attempt(lambda: sorted([1, 2], cmp=3))
attempt(lambda: sorted([{}, {}]))
attempt(lambda: sorted())


def modifying():
    lst = [3, 2, 1]

    def k(v):
        lst.append(0)
        return v
    lst.sort(key=k)


attempt(modifying)
partial = [3, "x", 1]
try:
    partial.sort(key=lambda v: 1 // (0 if v == "x" else 1))
except ZeroDivisionError:
    print(partial)
r = reversed([1, 2, 3])
print(next(r), list(r), list(r), list(reversed("abc")), list(reversed(range(0, 10, 3))), list(reversed({"a": 1, "b": 2})), list(reversed((1, 2))), list(reversed({"x": 5}.items())))
attempt(lambda: reversed({1, 2}))
attempt(lambda: reversed(5))
attempt(lambda: reversed(i for i in []))


class Rev:
    def __reversed__(self): return iter("custom")


class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10


print("".join(reversed(Rev())), list(reversed(Seq())))
big = sorted(((i * 7919) % 1000, i) for i in range(1000))
print(big[:3], big[-2:], all(big[i] <= big[i + 1] for i in range(999)))
