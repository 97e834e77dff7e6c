# Counts words by map and reduce over a pool of processes.
import re
from collections import Counter
from functools import reduce
from multiprocessing import Pool

TEXT = '''
the quick brown fox jumps over the lazy dog
the dog sleeps and the fox runs
a quick dog and a quick fox
never jump over a sleeping dog
'''.strip().splitlines()


def tokens(line):
    return re.findall(r'[a-z]+', line.lower())


def map_words(chunk):
    return Counter(word for line in chunk for word in tokens(line))


def merge(a, b):
    a.update(b)
    return a


def chunks(items, size):
    for i in range(0, len(items), size):
        yield items[i:i + size]


def main():
    lines = TEXT * 50
    with Pool(2) as pool:
        counted = pool.imap_unordered(map_words, chunks(lines, 16))
        total = reduce(merge, counted, Counter())
        longest = max(pool.map(len, lines, chunksize=20))
    for word, n in sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))[:8]:
        print(f'{word:<8}{n:>5}')
    print(sum(total.values()), len(total), longest, total == map_words(lines))


if __name__ == '__main__':
    main()
