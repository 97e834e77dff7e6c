# Graphs: Dijkstra with a heap of one's own, topological order, components, spanning tree, colouring.
from collections import defaultdict, deque


class Heap:
    def __init__(self, items=()):
        self.a = []
        for x in items: self.push(x)

    def push(self, x):
        a = self.a
        a.append(x)
        i = len(a) - 1
        while i > 0 and a[i] < a[p := (i - 1) >> 1]:
            a[i], a[p] = a[p], a[i]
            i = p

    def pop(self):
        a = self.a
        top, last = a[0], a.pop()
        if a:
            a[0], i = last, 0
            while (c := 2 * i + 1) < len(a):
                if c + 1 < len(a) and a[c + 1] < a[c]: c += 1
                if a[i] <= a[c]: break
                a[i], a[c] = a[c], a[i]
                i = c
        return top

    def __bool__(self): return bool(self.a)


class Graph:
    def __init__(self, directed=False): self.adj, self.directed = defaultdict(dict), directed

    def add(self, u, v, w=1):
        self.adj[u][v] = w
        self.adj[v]
        if not self.directed: self.adj[v][u] = w
        return self

    @classmethod
    def parse(cls, text, **kw):
        g = cls(**kw)
        for part in text.replace("\n", ",").split(","):
            if part.strip():
                u, v, *w = part.split()
                g.add(u, v, *map(int, w))
        return g

    def dijkstra(self, src):
        dist, prev, heap = {src: 0}, {}, Heap([(0, src)])
        while heap:
            d, u = heap.pop()
            if d > dist[u]: continue
            for v, w in self.adj[u].items():
                if (nd := d + w) < dist.get(v, float("inf")):
                    dist[v], prev[v] = nd, u
                    heap.push((nd, v))
        return dist, prev

    def path(self, src, dst):
        _, prev = self.dijkstra(src)
        out = [dst]
        while out[-1] != src:
            if out[-1] not in prev: return None
            out.append(prev[out[-1]])
        return out[::-1]

    def topological(self):
        indeg = {u: 0 for u in self.adj}
        for vs in self.adj.values():
            for v in vs: indeg[v] += 1
        ready, order = deque(sorted(u for u in indeg if not indeg[u])), []
        while ready:
            order.append(u := ready.popleft())
            for v in sorted(self.adj[u]):
                indeg[v] -= 1
                if not indeg[v]: ready.append(v)
        if len(order) != len(indeg):
            raise ValueError("cycle among " + ", ".join(sorted(set(indeg) - set(order))))
        return order

    def components(self):
        seen = set()
        for u in sorted(self.adj):
            if u in seen: continue
            stack, comp = [u], []
            while stack:
                x = stack.pop()
                if x in seen: continue
                seen.add(x)
                comp.append(x)
                stack.extend(self.adj[x])
            yield sorted(comp)

    def spanning_tree(self):
        parent = {u: u for u in self.adj}
        def find(x):
            while parent[x] != x:
                parent[x] = x = parent[parent[x]]
            return x
        total, tree = 0, []
        for w, u, v in sorted((w, u, v) for u, vs in self.adj.items() for v, w in vs.items() if u < v):
            if (a := find(u)) != (b := find(v)):
                parent[a] = b
                tree.append(u + v)
                total += w
        return total, tree

    def color(self):
        colors = {}
        for u in sorted(self.adj, key=lambda n: (-len(self.adj[n]), n)):
            used = {colors.get(v) for v in self.adj[u]}
            colors[u] = next(c for c in range(len(self.adj)) if c not in used)
        return colors


g = Graph.parse("a b 7, a c 9, a f 14, b c 10, b d 15, c d 11, c f 2, d e 6, e f 9, x y 1")
dist, _ = g.dijkstra("a")
print(dict(sorted(dist.items())), g.path("a", "e"), g.path("a", "x"), list(g.components()), g.spanning_tree(), g.color(), sep="\n")
deps = Graph.parse("shirt tie, tie jacket, trousers shoes, trousers belt, belt jacket, socks shoes", directed=True)
print(deps.topological())
try:
    deps.add("jacket", "shirt").topological()
except ValueError as e:
    print(e)
h = Heap([5, 3, 8, 1, 9, 2])
print([h.pop() for _ in range(6)], bool(h))
maze = ["S.#.....", "..#.###.", "....#...", ".##...#E"]
cells = {(r, c): ch for r, row in enumerate(maze) for c, ch in enumerate(row) if ch != "#"}
m = Graph()
for r, c in cells:
    for n in ((r + 1, c), (r, c + 1)):
        if n in cells: m.add((r, c), n)
start, end = (next(p for p, ch in cells.items() if ch == k) for k in "SE")
route = m.path(start, end)
print(len(route), "\n".join("".join("*" if (r, c) in route else ch for c, ch in enumerate(row)) for r, row in enumerate(maze)), sep="\n")
