# Generator functions and expressions in use: pipelines, infinite sequences, laziness, early stop.
import itertools


def naturals(start=1):
    while True:
        yield start
        start += 1


def take(n, it):
    for _, x in zip(range(n), it):
        yield x


def primes():
    found = []
    for n in naturals(2):
        if all(n % p for p in found):
            found.append(n)
            yield n


print(list(take(10, primes())))
lines = (line.strip() for line in ["  a=1 ", "# no", "", "b = 2", "bad"])
real = (l for l in lines if l and not l.startswith("#"))
pairs = (l.split("=") for l in real)
print({k.strip(): int(v) for k, v in (p for p in pairs if len(p) == 2)})
print(sum(x * x for x in range(10) if x % 2), "".join(c for c in "h-e-y" if c != "-"))
print(max((abs(x) for x in [-5, 3]), default=0), sorted((x % 3, x) for x in range(5)))
print(tuple(i for i in range(3)), set(i % 2 for i in range(9)) == {0, 1}, dict((c, ord(c)) for c in "ab"))
events = []


def source():
    for i in range(5):
        events.append("produce %d" % i)
        yield i
    events.append("source ends")


for x in (v * 10 for v in source()):
    events.append("consume %d" % x)
    if x == 20:
        break
print(events)
print(3 in naturals(), any(x > 4 for x in naturals()), next(x for x in naturals(100) if x % 7 == 0))


def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


print(list(itertools.takewhile(lambda v: v < 100, fib())), next(itertools.islice(fib(), 100, None)))


def windows(seq, n):
    buf = []
    for x in seq:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf)
            buf.pop(0)


print(list(windows("abcde", 3)))


def permutations(items):
    if not items:
        yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [x] + rest


print(["".join(p) for p in permutations("abc")])


def noop():
    return
    yield


def only_return():
    return 5
    yield


print(list(noop()), list(only_return()))
a, b, *c = (i for i in range(5))
print(a, b, c)
gs = [(lambda g=g: next(g))() for g in [naturals(i) for i in (1, 10)]]
print(gs)


def interleave(*its):
    its = [iter(i) for i in its]
    while its:
        for it in its[:]:
            try:
                yield next(it)
            except StopIteration:
                its.remove(it)


print("".join(interleave("abc", "1", "xyzw")))
g = (x for x in [1, 2])
print(type(g).__name__, g.__name__, list(g), list(g))
try:
    len(x for x in [])
except TypeError as e:
    print(e)
try:
    g[0]
except TypeError as e:
    print(e)
