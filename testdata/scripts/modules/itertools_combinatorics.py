# itertools, part two: product, permutations, combinations, and recipes.
from itertools import *
import operator


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


j = lambda it: ["".join(map(str, t)) for t in it]
print(j(product("ab", [1, 2])), j(product("ab", repeat=2)), list(product()), list(product([])), list(product("a", [])), len(list(product(range(3), repeat=3))), j(product("ab", "c", repeat=1)), list(product([1], repeat=0)))
print(j(permutations("abc")), j(permutations("abc", 2)), list(permutations([], 0)), list(permutations("ab", 3)), list(permutations([1, 1])), j(permutations(range(3), 1)), len(list(permutations(range(6)))))
print(j(combinations("abcd", 2)), list(combinations("ab", 3)), list(combinations("ab", 0)), j(combinations([3, 1, 2], 2)), len(list(combinations(range(10), 5))))
print(j(combinations_with_replacement("abc", 2)), list(combinations_with_replacement([], 2)), list(combinations_with_replacement([1], 3)), len(list(combinations_with_replacement(range(5), 3))))
for f in (lambda: combinations("ab", -1), lambda: combinations("ab"), lambda: permutations("ab", -1), lambda: permutations(5), lambda: product(1), lambda: product("a", repeat=-1), lambda: combinations("ab", "x"), lambda: combinations_with_replacement("a", -2), lambda: product("a", nope=1)):
    attempt(f)


def powerset(it):
    s = list(it)
    return chain.from_iterable(combinations(s, r) for r in range(len(s) + 1))


def sliding(it, n):
    its = tee(it, n)
    for i, t in enumerate(its):
        next(islice(t, i, i), None)
    return zip(*its)


def roundrobin(*its):
    pending = [iter(i) for i in its]
    while pending:
        alive = []
        for it in pending:
            try:
                yield next(it)
            except StopIteration:
                continue
            alive.append(it)
        pending = alive


def partition(pred, it):
    a, b = tee(it)
    return list(filterfalse(pred, a)), list(filter(pred, b))


def unique(it, key=None):
    seen = set()
    for x in it:
        k = x if key is None else key(x)
        if k not in seen:
            seen.add(k)
            yield x


print(list(powerset([1, 2, 3])), list(sliding("abcde", 3)), "".join(roundrobin("ABC", "D", "EF")), partition(lambda x: x > 2, range(5)), list(unique("AbaB", str.lower)))
print(list(accumulate(range(1, 6), operator.mul)), list(starmap(operator.sub, [(5, 2), (1, 1)])), sum(map(operator.mul, [1, 2, 3], [4, 5, 6])), next(dropwhile(lambda p: p[0] ** 2 + p[1] ** 2 != 25, product(range(1, 6), repeat=2))), [k * len(list(g)) for k, g in groupby("aabccc")])
triples = [(a, b, c) for a, b, c in combinations(range(1, 30), 3) if a * a + b * b == c * c]
print(triples, len(list(filter(lambda p: sum(p) == 10, product(range(1, 7), repeat=3)))))


def primes():
    yield 2
    composites = {}
    for n in count(3, 2):
        p = composites.pop(n, None)
        if p is None:
            composites[n * n] = n
            yield n
        else:
            m = n + 2 * p
            while m in composites:
                m += 2 * p
            composites[m] = p


print(list(islice(primes(), 15)), next(islice(primes(), 200, None)), list(takewhile(lambda p: p < 30, primes())))
lots = combinations(range(10 ** 5), 2)
print(next(lots), next(lots), next(permutations(range(100))) [:3], next(islice(product("01", repeat=20), 12345, None))[:3])
cities = {("a", "b"): 4, ("a", "c"): 2, ("b", "c"): 5, ("a", "d"): 7, ("b", "d"): 1, ("c", "d"): 8}
cost = lambda path: sum(cities[tuple(sorted(e))] for e in pairwise(path))
best = min(permutations("abcd"), key=cost)
print(best, cost(best), send_more := [p for p in permutations(range(1, 5)) if p[0] * 10 + p[1] + p[2] * 10 + p[3] == 55][:2])
print([list(b) for b in batched(sorted(chain("zyx", "abc")), 2)], list(zip(cycle("ab"), range(5))), list(map(lambda a, b: a * b, count(1), [5, 5, 5])), list(zip(*repeat(iter(range(6)), 3))))
