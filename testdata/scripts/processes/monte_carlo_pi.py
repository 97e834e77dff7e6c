# Estimates pi by throwing darts in worker processes, each with a seed of its own.
import math
import random
from concurrent.futures import ProcessPoolExecutor


def hits(seed, n):
    rng = random.Random(seed)
    inside = 0
    for _ in range(n):
        x, y = rng.random(), rng.random()
        if x * x + y * y <= 1.0:
            inside += 1
    return inside


def main():
    n, parts = 5000, 8
    with ProcessPoolExecutor(2) as pool:
        counts = list(pool.map(hits, range(parts), [n] * parts))
    estimate = 4 * sum(counts) / (n * parts)
    print(counts)
    print(f'{estimate:.4f}', abs(estimate - math.pi) < 0.05, counts == [hits(s, n) for s in range(parts)])


if __name__ == '__main__':
    main()
