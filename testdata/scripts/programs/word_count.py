# Count words in a text file, as a first Python program does.
TEXT = """It is a truth universally acknowledged, that a single man in possession
of a good fortune, must be in want of a wife. However little known the feelings or
views of such a man may be on his first entering a neighbourhood, this truth is so
well fixed in the minds of the surrounding families, that he is considered as the
rightful property of some one or other of their daughters.
"""
from collections import Counter
import string

with open("book.txt", "w", encoding="utf-8") as f:
    f.write(TEXT)


def words(path):
    with open(path, encoding="utf-8") as f:
        for n, line in enumerate(f, start=1):
            for word in line.split():
                word = word.strip(string.punctuation).lower()
                if word:
                    yield n, word


counts = Counter(w for _, w in words("book.txt"))
print("%d words, %d different" % (sum(counts.values()), len(counts)))
width = max(len(w) for w, _ in counts.most_common(8))
for word, n in sorted(counts.most_common(8), key=lambda p: (-p[1], p[0])):
    print(f"{word:>{width}} {n:3d} {'*' * n}")
index = {}
for line, word in words("book.txt"):
    index.setdefault(word, set()).add(line)
for word in ("truth", "man", "the", "wife"):
    print(word, "->", ", ".join(map(str, sorted(index[word]))))
lengths = {}
for word in counts:
    lengths[len(word)] = lengths.get(len(word), 0) + 1
for n in sorted(lengths):
    print(f"{n:>2} letters: {lengths[n]:>2} {'#' * lengths[n]}")
longest = max(counts, key=lambda w: (len(w), w))
print("longest:", longest, len(longest))
lines = TEXT.splitlines()
print("lines:", len(lines), "chars:", len(TEXT), "mean word length: %.2f" % (sum(len(w) * c for w, c in counts.items()) / sum(counts.values())))
with open("report.csv", "w") as out:
    print("word,count", file=out)
    for word in sorted(counts):
        print(word, counts[word], sep=",", file=out)
with open("report.csv") as f:
    header, *rows = f.read().splitlines()
print(header, len(rows), rows[:3], rows[-1])
total = sum(int(r.split(",")[1]) for r in rows)
assert total == sum(counts.values()), "the report must add up"
print("letters:", Counter(c for c in TEXT.lower() if c.isalpha()).most_common(5))
