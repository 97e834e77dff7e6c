# Long sequences under fixed seeds, in the ways that programs use them.
import random

rng = random.Random(2024)
print(sum(rng.random() for _ in range(1000)), sum(rng.randint(1, 6) for _ in range(1000)), sum(rng.gauss(0, 1) for _ in range(101)), rng.random())
deck = [f"{r}{s}" for s in "SHDC" for r in "A23456789TJQK"]
rng.shuffle(deck)
print(" ".join(deck[:13]), len(set(deck)))
hands = [sorted(deck[i::4][:5]) for i in range(4)]
print(hands)


def monte_carlo(n, seed):
    r = random.Random(seed)
    inside = sum(r.random() ** 2 + r.random() ** 2 <= 1 for _ in range(n))
    return 4 * inside / n


print(monte_carlo(2000, 1), monte_carlo(2000, 2))
r = random.Random(99)
walk, pos = [], 0
for _ in range(20):
    pos += r.choice((-1, 1))
    walk.append(pos)
print(walk)
weights = {"common": 70, "rare": 25, "epic": 5}
loot = random.Random(3).choices(list(weights), weights=weights.values(), k=200)
print({k: loot.count(k) for k in weights})
r.seed(10)
print([round(r.uniform(-1, 1), 6) for _ in range(5)], [r.randrange(-10, 10) for _ in range(8)], [r.randrange(10 ** 20) for _ in range(2)], r.getrandbits(130))
text = "".join(r.choice("abcdefghijklmnopqrstuvwxyz") for _ in range(24))
print(text, "".join(r.sample(text, 8)))
for k in (1, 5, 20, 21, 22, 60):
    print(k, r.sample(range(60), k)[:6])
print([r.betavariate(0.5, 0.5) for _ in range(2)], [r.gammavariate(a, 2) for a in (0.3, 1, 5)], [r.vonmisesvariate(1, k) for k in (0, 1e-7, 2)], [r.triangular(1, 3, m) for m in (1, 2, 3)])
print([r.binomialvariate(n, p) for n, p in ((1, 0.5), (5, 0), (5, 1), (20, 0.1), (50, 0.4), (1000, 0.9))], r.expovariate(), r.expovariate(-1) < 0)


class Dice(random.Random):
    def roll(self, n=2): return [self.randint(1, 6) for _ in range(n)]


d = Dice(8)
print(d.roll(), d.roll(5), sum(d.roll(100)))
class Fixed(random.Random):
    def random(self): return 0.5
f = Fixed()
print(f.random(), f.uniform(0, 10), f.choice([1, 2, 3]), f.randrange(10), f.gauss(0, 1) is not None)
random.seed(123)
m = [[random.randint(0, 9) for _ in range(4)] for _ in range(3)]
print(m, max(map(max, m)), random.sample(m, 2))
s = random.getstate()
one = [random.random() for _ in range(700)]
random.setstate(s)
print(one == [random.random() for _ in range(700)], one[-1])
