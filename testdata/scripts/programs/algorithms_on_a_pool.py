"""Path finding (heapq), interval scheduling (bisect), knapsack, union-find, game of life, sudoku; each job on a pool."""
import bisect
import heapq
import itertools
import math
import random
from array import array
from collections import defaultdict, deque, namedtuple
from concurrent.futures import ThreadPoolExecutor, wait, ALL_COMPLETED, FIRST_EXCEPTION

Edge = namedtuple("Edge", "to cost")
Interval = namedtuple("Interval", ("start", "end", "weight"))


def make_grid(w, h, seed):
    r = random.Random(seed)
    return ["".join(r.choice("...#123") for _ in range(w)) for _ in range(h)]


def neighbours(grid, y, x):
    for dy, dx in ((0, 1), (1, 0), (0, -1), (-1, 0)):
        ny, nx = y + dy, x + dx
        if 0 <= ny < len(grid) and 0 <= nx < len(grid[0]) and grid[ny][nx] != "#":
            yield Edge((ny, nx), int(grid[ny][nx]) if grid[ny][nx].isdigit() else 1)


def dijkstra(grid, src, dst):
    dist, prev, heap = defaultdict(lambda: math.inf, {src: 0}), {}, [(0, src)]
    while heap:
        d, u = heapq.heappop(heap)
        if u == dst:
            path = [u]
            while u in prev:
                u = prev[u]
                path.append(u)
            return d, path[::-1]
        if d > dist[u]:
            continue
        for v, c in neighbours(grid, *u):
            if d + c < dist[v]:
                dist[v], prev[v] = d + c, u
                heapq.heappush(heap, (d + c, v))
    raise ValueError("no path from %s to %s" % (src, dst))


def schedule(jobs):
    jobs = sorted(jobs, key=lambda j: j.end)
    ends = [j.end for j in jobs]
    best = [0] * (len(jobs) + 1)
    for i, j in enumerate(jobs, 1):
        k = bisect.bisect_right(ends, j.start, hi=i - 1)
        best[i] = max(best[i - 1], best[k] + j.weight)
    return best[-1]


def knapsack(items, cap):
    table = array("l", [0]) * (cap + 1)
    for w, v in items:
        for c in range(cap, w - 1, -1):
            table[c] = max(table[c], table[c - w] + v)
    return table[cap]


class DSU:
    def __init__(self, n):
        self.p, self.size = list(range(n)), [1] * n

    def find(self, x):
        while self.p[x] != x:
            self.p[x] = x = self.p[self.p[x]]
        return x

    def union(self, a, b):
        a, b = self.find(a), self.find(b)
        if a == b:
            return False
        if self.size[a] < self.size[b]:
            a, b = b, a
        self.p[b] = a
        self.size[a] += self.size[b]
        return True


def kruskal(n, edges):
    dsu = DSU(n)
    return sum(c for c, a, b in sorted(edges) if dsu.union(a, b)), max(dsu.size)


def life(cells, n):
    for _ in range(n):
        counts = defaultdict(int)
        for x, y in cells:
            for dx, dy in itertools.product((-1, 0, 1), repeat=2):
                if dx or dy:
                    counts[x + dx, y + dy] += 1
        cells = {c for c, k in counts.items() if k == 3 or (k == 2 and c in cells)}
    return sorted(cells)


def sudoku(text):
    board = [int(c) if c.isdigit() else 0 for c in text]

    def candidates(i):
        r, c = divmod(i, 9)
        used = set(board[r * 9:r * 9 + 9]) | set(board[c::9])
        br, bc = r // 3 * 3, c // 3 * 3
        for k in range(3):
            used.update(board[(br + k) * 9 + bc:(br + k) * 9 + bc + 3])
        return [d for d in range(1, 10) if d not in used]

    def solve():
        holes = [(len(cs), i, cs) for i in range(81) if not board[i] for cs in [candidates(i)]]
        if not holes:
            return True
        _, i, cs = min(holes)
        for d in cs:
            board[i] = d
            if solve():
                return True
        board[i] = 0
        return False
    if not solve():
        raise RuntimeError("unsolvable")
    return "".join(map(str, board))


def merge_streams(k):
    streams = [((i * s) % 1009 for i in range(5)) for s in range(1, k)]
    return list(itertools.islice(heapq.merge(*map(sorted, streams), reverse=False), 8)), heapq.nlargest(3, range(100), key=lambda x: x % 17), heapq.nsmallest(2, "hello")


def main():
    rnd = random.Random(5)
    grid = make_grid(24, 10, 3)
    jobs = [Interval(s, s + rnd.randint(1, 9), rnd.randint(1, 50)) for s in (rnd.randrange(60) for _ in range(25))]
    items = [(rnd.randint(1, 12), rnd.randint(5, 60)) for _ in range(15)]
    edges = [(rnd.randint(1, 99), a, b) for a in range(12) for b in range(a)]
    puzzle = "530070000600195000098000060800060003400803001700020006060000280000419005000080079"
    with ThreadPoolExecutor(max_workers=3) as ex:
        fs = {"path": ex.submit(dijkstra, grid, (0, 0), (9, 23)), "blocked": ex.submit(dijkstra, ["#."], (0, 1), (5, 5)), "schedule": ex.submit(schedule, jobs),
              "knapsack": ex.submit(knapsack, items, 40), "mst": ex.submit(kruskal, 12, edges), "life": ex.submit(life, {(1, 0), (2, 1), (0, 2), (1, 2), (2, 2)}, 12),
              "sudoku": ex.submit(sudoku, puzzle), "merge": ex.submit(merge_streams, 5), "bad": ex.submit(schedule, [1])}
        done, pending = wait(fs.values(), return_when=ALL_COMPLETED)
        print(len(done), len(pending), wait(fs.values(), timeout=0, return_when=FIRST_EXCEPTION).not_done)
    path = set()
    for name, f in fs.items():
        e = f.exception()
        if e:
            print("%-9s %s: %s" % (name, type(e).__name__, e))
        elif name == "path":
            cost, steps = f.result()
            path = set(steps)
            print("%-9s cost %d, %d steps" % (name, cost, len(steps)))
        else:
            print("%-9s %s" % (name, f.result()))
    for y, row in enumerate(grid):
        print("".join("*" if (y, x) in path else c for x, c in enumerate(row)))
    a = array("d", [1.5, 2]); a.extend([3]); b = bytearray(b"abc"); b[1:2] = b"XY"
    m = memoryview(b); m[0] = 90
    print(a, a.itemsize, a.tobytes()[:4], b, m[1:3].tobytes(), array("i", range(3)).tolist(), rnd.sample(range(10), 3), rnd.shuffle(x := list("abc")), x, round(rnd.gauss(0, 1), 6), rnd.choices("ab", [1, 3], k=4), rnd.uniform(1, 2).__round__(5))


if __name__ == "__main__":
    main()
