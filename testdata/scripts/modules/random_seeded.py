# random: the generator's numbers for given seeds, and every distribution.
import random

random.seed(1)
print([random.random() for _ in range(3)])
print([random.randint(1, 100) for _ in range(8)], [random.randrange(10) for _ in range(5)], [random.randrange(0, 100, 7) for _ in range(5)], random.randrange(5, 6), random.randint(3, 3))
print([random.getrandbits(n) for n in (1, 8, 32, 33, 64, 100)], random.getrandbits(0), random.randbytes(5))
print(random.choice("abcdef"), random.choice([1, 2, 3]), random.choices("abc", k=6), random.choices([1, 2, 3], weights=[1, 0, 5], k=5), random.choices("xy", cum_weights=[1, 4], k=4))
items = list(range(10))
random.shuffle(items)
print(items, random.sample(range(100), 5), random.sample("abcdefgh", 3), random.sample([1, 2], counts=[3, 2], k=4), random.sample(range(10 ** 9), 3))
print(random.uniform(1, 10), random.triangular(), random.triangular(0, 10, 2), random.betavariate(2, 3), random.expovariate(0.5), random.gammavariate(2, 1), random.gammavariate(0.5, 2), random.gammavariate(1, 3))
print(random.gauss(0, 1), random.gauss(10, 2), random.normalvariate(0, 1), random.normalvariate(mu=5, sigma=0.1), random.lognormvariate(0, 1), random.vonmisesvariate(0, 4), random.paretovariate(3), random.weibullvariate(1, 1.5), random.binomialvariate(10, 0.3), random.binomialvariate(100, 0.5))
for seed in (0, 42, -5, 2 ** 70, "text", "", b"bytes", bytearray(b"ba"), 3.14, True, "é"):
    random.seed(seed)
    print(repr(seed), random.random(), random.randint(0, 1000), random.getrandbits(16))
random.seed("v1", version=1)
print(random.random())
state = random.getstate()
a = [random.random() for _ in range(3)], random.gauss(0, 1)
random.setstate(state)
print(a == ([random.random() for _ in range(3)], random.gauss(0, 1)), state[0], len(state[1]), state[2])
random.seed(5)
random.gauss(0, 1)
s2 = random.getstate()
x = random.gauss(0, 1)
random.setstate(s2)
print(random.gauss(0, 1) == x, s2[2] is not None)
r1, r2 = random.Random(7), random.Random(7)
print([r1.random() for _ in range(2)] == [r2.random() for _ in range(2)], r1.randint(1, 6), r1.choice("xyz"), r1.sample(range(5), 5), type(r1).__name__)
random.seed(7)
print(random.random(), random.Random("s").random(), isinstance(random.SystemRandom().random(), float), 0 <= random.SystemRandom().randint(1, 6) <= 6)


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for f in (lambda: random.choice([]), lambda: random.randint(5, 1), lambda: random.randrange(0), lambda: random.randrange(5, 5), lambda: random.randrange(1, 10, 0), lambda: random.randrange(1.5), lambda: random.sample([1, 2], 3), lambda: random.sample([1], -1), lambda: random.sample({1, 2}, 1), lambda: random.choices([], k=1), lambda: random.choices([1], weights=[0]), lambda: random.choices([1, 2], weights=[1]), lambda: random.choices([1], weights=[1], cum_weights=[1]), lambda: random.shuffle((1, 2)), lambda: random.getrandbits(-1), lambda: random.seed([1]), lambda: random.setstate((1, 2, 3)), lambda: random.choice({"a": 1}), lambda: random.randint("a", 2), lambda: random.sample("ab", counts=[1], k=1), lambda: random.choice(5), lambda: random.expovariate(0), lambda: random.randint(1)):
    attempt(f)
