"""Word frequencies, n-grams, TF-IDF, edit distance and Levenshtein suggestions over a corpus, map/reduce over processes."""
import bisect
import collections
import difflib
import functools
import itertools
import math
import re
import string
import unicodedata
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from operator import itemgetter

VOCAB = ("the quick brown fox jumps over lazy dog while concurrent futures execute callable objects "
         "asynchronously pool thread process naïve café Ærø result exception timeout cancel").split()


def corpus(n_docs=8, n_words=1500, seed=1):
    x = seed
    for d in range(n_docs):
        words = []
        for _ in range(n_words):
            x = (x * 69069 + 12345) % 2 ** 32
            w = VOCAB[(x >> 16) % len(VOCAB) * (1 + d % 2) // 2]
            words.append(w.upper() if x & 0x300000 == 0 else w.capitalize() if x & 0x400000 == 0 else w)
            if x & 0xE000000 == 0:
                words[-1] += "."
        yield "doc%d" % d, " ".join(words)


def strip_accents(s):
    return "".join(c for c in unicodedata.normalize("NFD", s) if not unicodedata.combining(c))


def tokens(text):
    for m in re.finditer(r"[^\W\d_]+(?:'[a-z]+)?", text):
        yield strip_accents(m.group().lower())


def map_doc(item):
    name, text = item
    words = list(tokens(text))
    return name, collections.Counter(words), collections.Counter(zip(words, words[1:])), text.count(".")


def reduce_counts(a, b):
    a.update(b)
    return a


@functools.lru_cache(maxsize=4096)
def distance(a, b):
    prev = list(range(len(b) + 1))
    for i, ca in enumerate(a, 1):
        cur = [i]
        for j, cb in enumerate(b, 1):
            cur.append(min(prev[j] + 1, cur[j - 1] + 1, prev[j - 1] + (ca != cb)))
        prev = cur
    return prev[-1]


def caesar(s, k):
    a = string.ascii_lowercase
    table = str.maketrans(a + a.upper(), a[k:] + a[:k] + a[k:].upper() + a[:k].upper())
    return s.translate(table)


def rle(s):
    return "".join(f"{len(list(g))}{k}" for k, g in itertools.groupby(s))


def main():
    docs = list(corpus())
    with ProcessPoolExecutor(2) as ex:
        mapped = list(ex.map(map_doc, docs, chunksize=2))
    total = functools.reduce(reduce_counts, (m[1] for m in mapped), collections.Counter())
    bigrams = functools.reduce(reduce_counts, (m[2] for m in mapped), collections.Counter())
    print(f"{sum(total.values()):,} tokens, {len(total)} types, {len(bigrams):_} bigrams, {sum(m[3] for m in mapped)} stops")
    for w, n in sorted(total.items(), key=lambda kv: (-kv[1], kv[0]))[:6]:
        print(f"{w:<15}{n:>7}{n / total.total():>9.2%} {'█' * round(n / 120)}")
    print(sorted(bigrams.items(), key=lambda kv: (-kv[1], kv[0]))[:3])
    df = collections.Counter(itertools.chain.from_iterable(m[1].keys() for m in mapped))
    for name, counts, *_ in mapped[:3]:
        size = sum(counts.values())
        scores = {w: c / size * math.log((1 + len(docs)) / (1 + df[w])) for w, c in counts.items()}
        top = sorted(scores.items(), key=itemgetter(1, 0), reverse=True)[:3]
        print(name, ", ".join("%s=%.5f" % t for t in top))
    words = sorted(total)
    with ThreadPoolExecutor(3) as ex:
        for typo, best in zip(["quikc", "tread", "procces"], ex.map(lambda t: min(words, key=lambda w: (distance(t, w), w)), ["quikc", "tread", "procces"])):
            print(typo, "->", best, distance(typo, best), difflib.get_close_matches(typo, words, 2), words[bisect.bisect(words, typo):][:1])
    print(distance.cache_info())
    print(caesar("Hello, World", 3), caesar(caesar("Hello, World", 3), -3 % 26), rle("aaabccd"))
    print("\n".join(difflib.unified_diff("a b c d".split(), "a x c d e".split(), "old", "new", lineterm="")))
    sm = difflib.SequenceMatcher(None, "concurrent", "currency")
    print(round(sm.ratio(), 4), sm.get_opcodes(), sm.find_longest_match())
    lens = collections.defaultdict(set)
    for w in words:
        lens[len(w)].add(w)
    print({k: sorted(v) for k, v in sorted(lens.items()) if k > 8}, max(words, key=len))
    print("ß".upper(), "İ".lower() == "i̇", "ﬁ".casefold(), "straße".title(), unicodedata.name("é"), unicodedata.category("€"), "a\tb".expandtabs(4), "x".center(5, "*"))
    print("one,two;three".replace(";", ",").split(","), "a--b--c".rsplit("--", 1), "k=v=w".partition("="), "  x ".strip().zfill(3), "%05.1f|%-6s|%+d|%x|%e" % (3.14159, "ab", 5, 255, 12345.678))


if __name__ == "__main__":
    main()
