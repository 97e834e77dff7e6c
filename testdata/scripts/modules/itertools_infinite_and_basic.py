# itertools, part one: count, cycle, repeat, accumulate, batched, chain, compress, dropwhile, filterfalse, groupby, islice, pairwise.
from itertools import *


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def take(n, it): return [x for _, x in zip(range(n), it)]


print(take(4, count()), take(3, count(5, -2)), take(3, count(0.5, 0.25)), take(2, count(10 ** 20)), repr(count(3)), repr(count(1, 2)))
print(take(7, cycle("abc")), list(cycle([])), take(3, repeat("x")), list(repeat(1, 3)), list(repeat(1, 0)), list(repeat(1, -5)), repr(repeat("r", 2)), repr(repeat(0)), list(map(pow, range(5), repeat(2))))
print(list(accumulate([1, 2, 3, 4])), list(accumulate([3, 1, 2], max)), list(accumulate("abc")), list(accumulate([1, 2, 3], lambda a, b: a * b, initial=10)), list(accumulate([])), list(accumulate([], initial=5)))
print(list(batched("abcdefg", 3)), list(batched([], 2)), list(batched(range(4), 2, strict=True)), list(chain("ab", [1], (), {"k": 0})), list(chain()), list(chain.from_iterable(["ab", "cd"])), list(compress("abcdef", [1, 0, 1, 0, 1])), list(dropwhile(lambda x: x < 3, [1, 4, 2, 5])), list(takewhile(lambda x: x < 3, [1, 2, 5, 1])), list(filterfalse(lambda x: x % 2, range(6))), list(filterfalse(None, [0, 1, "", "a"])))
print([(k, list(g)) for k, g in groupby("aaabbca")], [(k, [w for w in g]) for k, g in groupby(sorted(["apple", "bob", "cat", "ant", "bee"], key=lambda w: w[0]), key=lambda w: w[0])], [k for k, _ in groupby([1, 1, 2, 1])], list(groupby([])))
g = groupby([1, 1, 2, 2])
k1, g1 = next(g)
k2, g2 = next(g)
print(k1, list(g1), k2, list(g2))
print(list(islice("abcdef", 3)), list(islice("abcdef", 2, 4)), list(islice("abcdef", 1, None, 2)), list(islice(count(), 5, 10, 2)), list(islice("ab", 10)), list(islice([], 1)), list(islice("abc", None)), list(islice(range(10), 0)))
it = iter(range(10))
print(list(islice(it, 3)), list(islice(it, 2, 4)), list(it))
print(list(pairwise("abcd")), list(pairwise([1])), list(pairwise([])), list(starmap(pow, [(2, 3), (3, 2)])), list(starmap(lambda *a: sum(a), [(1,), (1, 2), ()])))
a, b, c = tee([1, 2, 3], 3)
print(next(a), list(b), list(a), list(c), len(tee([], 0)), [list(t) for t in tee("xy")])
src = iter(range(4))
t1, t2 = tee(src)
next(t1); next(t1)
print(list(t2), list(t1), list(src))
print(list(zip_longest("abc", [1])), list(zip_longest("ab", [1, 2, 3], (), fillvalue="-")), list(zip_longest()))
for f in (lambda: count("a"), lambda: cycle(5), lambda: repeat(), lambda: repeat(1, "x"), lambda: list(accumulate([1, "a"])), lambda: list(batched("ab", 0)), lambda: list(batched("abc", 2, strict=True)), lambda: chain(5) and list(chain(5)), lambda: islice("ab", -1), lambda: islice("ab", 1, 2, 0), lambda: islice("ab", "x"), lambda: islice("ab"), lambda: list(starmap(pow, [1])), lambda: tee([], -1), lambda: zip_longest([1], nope=2), lambda: list(compress("ab", 5)), lambda: pairwise(5), lambda: next(count.__new__(count)) if False else takewhile(None), lambda: list(takewhile(5, [1])), lambda: groupby(), lambda: accumulate(5), lambda: list(chain.from_iterable([1]))):
    attempt(f)
calls = []
lazy = chain.from_iterable((calls.append(i) or [i]) for i in range(3))
print(calls, next(lazy), calls, list(lazy), calls)
print(type(count()), type(chain()).__name__, iter(x := cycle([1])) is x, sum(islice(accumulate(repeat(2)), 10)), "".join(chain("a", map(str, range(2)))))
