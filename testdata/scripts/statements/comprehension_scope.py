# Comprehensions: their own scope, nesting, several fors and ifs, and class bodies.
x = "outer"
print([x for x in range(3)], x)
print({x: -x for x in range(3)}, {x % 2 for x in range(5)} == {0, 1}, x)
print([(i, j) for i in range(4) if i % 2 for j in range(i) if j != 1])
print([[r * c for c in range(1, 4)] for r in range(1, 4)])
print([c for row in ["ab", "cd"] for c in row if c not in "bd"])
print({k: v for k, v in zip("abc", range(3)) if v} | {"z": 26})
print([a + b for a, *b in ["xyz"] for b in b])
print([x for x in (y for y in [3, 1, 2] if y > 1)])
print(sum(i * i for i in range(10)), max((len(w), w) for w in "the quick brown".split()))
gen = (print("lazy", i) or i for i in range(3))
print("before")
print(next(gen), list(gen))

n = 3
adders = [lambda v: v + n + i for i in range(3)]
print([f(10) for f in adders])
n = 100
print([f(10) for f in adders])


def source():
    print("source evaluated")
    return [1, 2]


g = (v for v in source())
print("made")
print(list(g))


class K:
    size = 3
    items = [i for i in range(size)]
    pairs = [(i, j) for i in range(size) for j in range(i)]
    try:
        bad = [size for _ in range(2)]
    except NameError as e:
        message = str(e)
    own = (lambda: [size_ for size_ in "ab"])()


print(K.items, K.pairs, K.message, K.own)
matrix = [[1, 2, 3], [4, 5, 6]]
print([[row[i] for row in matrix] for i in range(3)], list(map(list, zip(*matrix))))


def fn(seq):
    total = 0
    cache = {}
    out = [cache.setdefault(s, len(cache)) for s in seq]
    return out, cache, [total for total in seq][-1], total


print(fn("abcab"))
print([*range(3), *"ab", *[x for x in (9,)]], {*(), *[1]}, (*"xy",), {**{"a": 1}, "b": 2, **{"a": 3}})
try:
    [z for _ in range(1)]
except NameError as e:
    print(e)
try:
    [i for i in 3]
except TypeError as e:
    print(e)
try:
    (i for i in None)
except TypeError as e:
    print(e)
print([i if i % 2 else -i for i in range(5)], [(lambda q: q * 2)(i) for i in range(3)])
print({(a, b) for a in "x" for b in "y"}, [_ for _ in [None] * 2], [[]for _ in range(2)])
