# Typical list work: rotate, chunk, flatten, unique, transpose, binary search, sorting algorithms.
def chunk(seq, n): return [seq[i:i + n] for i in range(0, len(seq), n)]
def rotate(seq, k): return seq[k % len(seq):] + seq[:k % len(seq)]
def unique(seq): return list(dict.fromkeys(seq))
def flatten(v): return [y for x in v for y in (flatten(x) if isinstance(x, list) else [x])]


a = list(range(10))
print(chunk(a, 3), chunk("abcdefg", 4), rotate(a, 3), rotate(a, -1), unique("mississippi"), flatten([1, [2, [3, [4, []]]], 5]))
print([sum(a[max(0, i - 1):i + 2]) for i in range(len(a))], [x - y for x, y in zip(a[1:], a)], list(zip(a[::2], a[1::2])), a[-3:] + a[:-3])


def bubble(v):
    v = v[:]
    for i in range(len(v)):
        for j in range(len(v) - 1 - i):
            if v[j] > v[j + 1]:
                v[j], v[j + 1] = v[j + 1], v[j]
    return v


def quick(v):
    if len(v) <= 1: return v
    p, *rest = v
    return quick([x for x in rest if x < p]) + [p] + quick([x for x in rest if x >= p])


def merge_sort(v):
    if len(v) < 2: return v
    m = len(v) // 2
    l, r, out = merge_sort(v[:m]), merge_sort(v[m:]), []
    while l and r:
        out.append((l if l[0] <= r[0] else r).pop(0))
    return out + l + r


def insertion(v):
    v = list(v)
    for i in range(1, len(v)):
        x, j = v[i], i - 1
        while j >= 0 and v[j] > x:
            v[j + 1] = v[j]
            j -= 1
        v[j + 1] = x
    return v


def heap_sort(v):
    heap = []
    for x in v:
        heap.append(x)
        i = len(heap) - 1
        while i and heap[(i - 1) // 2] > heap[i]:
            heap[(i - 1) // 2], heap[i] = heap[i], heap[(i - 1) // 2]
            i = (i - 1) // 2
    out = []
    while heap:
        heap[0], heap[-1] = heap[-1], heap[0]
        out.append(heap.pop())
        i = 0
        while True:
            kids = [k for k in (2 * i + 1, 2 * i + 2) if k < len(heap)]
            if not kids or heap[k := min(kids, key=heap.__getitem__)] >= heap[i]:
                break
            heap[i], heap[k] = heap[k], heap[i]
            i = k
    return out


data = [(i * 37 + 11) % 53 for i in range(30)]
for sort in (bubble, quick, merge_sort, insertion, heap_sort):
    print(sort.__name__, sort(data) == sorted(data), sort(data)[:5])


def search(v, x):
    lo, hi = 0, len(v)
    while lo < hi:
        mid = (lo + hi) // 2
        if v[mid] < x: lo = mid + 1
        else: hi = mid
    return lo if lo < len(v) and v[lo] == x else -1


s = sorted(data)
print([search(s, x) for x in (s[0], s[-1], 1000, s[10])] == [0, 29, -1, s.index(s[10])])
board = [["." for _ in range(8)] for _ in range(8)]


def queens(n, row=0, cols=(), found=None):
    found = [] if found is None else found
    if row == n:
        found.append(cols)
    for c in range(n):
        if all(c != cc and abs(c - cc) != row - r for r, cc in enumerate(cols)):
            queens(n, row + 1, cols + (c,), found)
    return found


print(len(queens(6)), queens(6)[0], queens(4))
pascal = [[1]]
for _ in range(6):
    pascal.append([1] + [x + y for x, y in zip(pascal[-1], pascal[-1][1:])] + [1])
for row in pascal:
    print(" ".join(map(str, row)).center(20))
sieve = [True] * 60
sieve[:2] = [False] * 2
for i in range(2, 8):
    if sieve[i]:
        sieve[i * i::i] = [False] * len(sieve[i * i::i])
print([i for i, p in enumerate(sieve) if p])
