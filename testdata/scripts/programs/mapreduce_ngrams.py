#!/usr/bin/env python
# exit: 1
# Map/shuffle/reduce engine with combiner and partitioner, on processes; inverted index; TF; matrix mult as map/reduce
import collections
import functools
import hashlib
import heapq
import itertools
import operator
import re
import sys
import zlib
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor

TEXT = """the cat sat on the mat and the dog sat on the log while a fox ran over the mat
it was the best of times it was the worst of times it was the age of wisdom
to be or not to be that is the question whether tis nobler in the mind to suffer
the slings and arrows of outrageous fortune or to take arms against a sea of troubles""".splitlines()


class Job(object):
    partitions = 3

    def map(self, key, value):
        raise NotImplementedError

    def combine(self, key, values):
        return values

    def reduce(self, key, values):
        raise NotImplementedError

    def partition(self, key):
        return zlib.crc32(repr(key).encode()) % self.partitions


class WordCount(Job):
    def map(self, key, value):
        for w in value.split():
            yield w, 1

    def combine(self, key, values):
        return [sum(values)]

    def reduce(self, key, values):
        yield key, sum(values)


class InvertedIndex(Job):
    def map(self, key, value):
        for pos, w in enumerate(value.split()):
            if len(w) > 3:
                yield w, (key, pos)

    def reduce(self, key, values):
        yield key, sorted(values)


class NGrams(WordCount):
    def __init__(self, n):
        self.n = n

    def map(self, key, value):
        words = value.split()
        for gram in zip(*(words[i:] for i in range(self.n))):
            yield " ".join(gram), 1


class MatMul(Job):
    def __init__(self, n):
        self.n = n

    def map(self, key, value):
        name, rows = value
        for i, row in enumerate(rows):
            for j, x in enumerate(row):
                for k in range(self.n):
                    yield ((i, k), (name, j, x)) if name == "A" else ((k, j), (name, i, x))

    def reduce(self, key, values):
        sides = {"A": {}, "B": {}}
        for name, j, x in values:
            sides[name][j] = x
        yield key, sum(sides["A"][j] * sides["B"][j] for j in sides["A"])


def map_task(job, item):
    buckets = [collections.defaultdict(list) for _ in range(job.partitions)]
    for k, v in job.map(*item):
        buckets[job.partition(k)][k].append(v)
    return [{k: job.combine(k, vs) for k, vs in b.items()} for b in buckets]


def reduce_task(job, parts):
    merged = collections.defaultdict(list)
    for p in parts:
        for k, vs in p.items():
            merged[k].extend(vs)
    return [kv for k in sorted(merged) for kv in job.reduce(k, merged[k])]


def run(job, inputs, executor):
    mapped = list(executor.map(functools.partial(map_task, job), inputs))
    reduced = executor.map(functools.partial(reduce_task, job), zip(*mapped))
    return dict(sorted(itertools.chain.from_iterable(reduced)))


def main():
    inputs = list(enumerate(TEXT))
    a, b = [[1, 2], [3, 4]], [[5, 6], [7, 8]]
    results = []
    for cls in (ThreadPoolExecutor, ProcessPoolExecutor):
        with cls(max_workers=2) as ex:
            results.append((run(WordCount(), inputs, ex), run(InvertedIndex(), inputs, ex), run(NGrams(2), inputs, ex),
                            run(MatMul(2), [(0, ("A", a)), (1, ("B", b))], ex)))
    print(results[0] == results[1])
    wc, index, grams, prod = results[0]
    for w in heapq.nlargest(5, wc, key=lambda w: (wc[w], w)):
        print("%-6s %2d %s" % (w, wc[w], "#" * wc[w]))
    print({w: index[w] for w in ("times", "sat", "whether") if w in index}, sum(map(len, index.values())))
    print(sorted(grams.items(), key=lambda kv: (-kv[1], kv[0]))[:5])
    print(prod, [[sum(x * y for x, y in zip(r, c)) for c in zip(*b)] for r in a])
    with ProcessPoolExecutor(1) as ex:
        for bad in (Job(), NGrams("2"), lambda: 0):
            f = ex.submit(map_task, bad, (0, "a b"))
            e = f.exception()
            print(type(e).__name__, "|", str(e)[:60] if not callable(bad) else "")
    c = collections.Counter(wc); c.subtract({"the": 5, "new": 1})
    print(c["the"], +c == c, (c & collections.Counter(the=1, of=9)).most_common(), min(c.items(), key=operator.itemgetter(1)), c.total())
    print(re.sub(r"(\w+) (\w+)", r"\2 \1", "a b c d"), re.split(r"[,;]\s*", "a, b;c", maxsplit=1), re.findall(r"(\d)(\w)?", "1a2"), re.fullmatch(r"(?P<y>\d{4})-(?P<m>\d\d)", "2024-05").groupdict(), [m.span() for m in re.finditer("o", "foo")], re.escape("a.b*c"), re.compile("x", re.I | re.M).flags)
    return len(wc) % 2


if __name__ == "__main__":
    sys.exit(main())
