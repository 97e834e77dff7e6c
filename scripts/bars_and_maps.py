"""tqdm's thread_map and process_map: a map over a pool with a bar on top.

    starpool scripts/bars_and_maps.py
"""
import math
import time

from tqdm import tqdm, trange
from tqdm.contrib.concurrent import process_map, thread_map


def fetch(n):
    time.sleep(0.01 * (n % 3))  # stands for something on the network
    return f'page {n}'


def largest_factor(n):
    best = 1
    while n % 2 == 0:
        best, n = 2, n // 2
    f = 3
    while f * f <= n:
        while n % f == 0:
            best, n = f, n // f
        f += 2
    return max(best, n)


def main():
    pages = thread_map(fetch, range(20), max_workers=8, desc='fetch')
    print(pages[:3], '...', pages[-1])

    numbers = [math.factorial(k) + 1 for k in range(2, 14)]
    factors = process_map(largest_factor, numbers, max_workers=2, chunksize=3, desc='factor')
    print(dict(zip(numbers, factors)))

    total = 0
    with tqdm(total=3, desc='rounds') as outer:
        for round in range(3):
            for i in trange(50, desc=f'round {round}', leave=False, position=1):
                total += i
            outer.update()
    print('total', total)


if __name__ == '__main__':
    main()
