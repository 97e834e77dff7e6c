# deque: both ends, rotation, maxlen, indexing, errors.
from collections import deque


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


d = deque([1, 2, 3])
d.append(4)
d.appendleft(0)
d.extend("ab")
d.extendleft("xy")
print(d, len(d), d[0], d[-1], d[2], d.pop(), d.popleft(), d.count(1), d.index(3), 4 in d, "q" in d, list(d), list(reversed(d)), d.maxlen)
d.rotate(2)
print(d)
d.rotate(-3)
print(d)
d.remove("a")
d.insert(1, "ins")
d.insert(-1, "pre")
d.reverse()
d[0] = "first"
del d[1]
print(d, d.copy() == d, d.copy() is d, d + deque([9]), d * 2 == deque(list(d) * 2), d == deque(d), d == list(d), deque([1, 2]) < deque([1, 3]), bool(deque()), deque("abc"), deque(), deque([deque()]))
m = deque(maxlen=3)
for i in range(5):
    m.append(i)
print(m, m.maxlen, deque(range(10), 4), deque("abc", maxlen=2), deque([1], maxlen=0))
m.appendleft("L")
m.extend([7, 8])
m.extendleft([9])
print(m, m.copy().maxlen, m + m, deque([1, 2], maxlen=2) * 2)
d += [1, 2]
d *= 1
print(len(d), d.clear(), d, repr(deque([1, "a"], 5)))
attempt(lambda: deque().pop())
attempt(lambda: deque().popleft())
attempt(lambda: deque([1])[5])
attempt(lambda: deque([1]).remove(9))
attempt(lambda: deque([1]).index(9))
attempt(lambda: deque([1, 2])[0:1])
attempt(lambda: deque(5))
attempt(lambda: deque([1], maxlen=-1))
attempt(lambda: deque([1], "x"))
attempt(lambda: deque([1]) + [2])
attempt(lambda: deque([1], 1).insert(0, 2))
attempt(lambda: hash(deque()))
attempt(lambda: deque([1]).rotate("x"))
attempt(lambda: setattr(deque(), "maxlen", 3))
attempt(lambda: deque([1]) < [1])
attempt(lambda: deque().append())
attempt(lambda: deque()["a"])


def bfs(graph, start, goal):
    queue, seen = deque([(start, [start])]), {start}
    while queue:
        node, path = queue.popleft()
        if node == goal:
            return path
        for n in graph.get(node, []):
            if n not in seen:
                seen.add(n)
                queue.append((n, path + [n]))


print(bfs({"a": "bc", "b": "d", "c": "de", "d": "f", "e": "f"}, "a", "f"), bfs({}, "a", "z"))


def moving_average(it, n):
    win, total = deque(maxlen=n), 0
    for x in it:
        if len(win) == n:
            total -= win[0]
        win.append(x)
        total += x
        if len(win) == n:
            yield total / n


print(list(moving_average([40, 30, 50, 46, 39, 44], 3)), deque(enumerate("abcd"), maxlen=1)[0], deque(iter("tail"), 2))


def josephus(n, k):
    ring = deque(range(1, n + 1))
    out = []
    while ring:
        ring.rotate(1 - k)
        out.append(ring.popleft())
    return out


print(josephus(7, 3), [deque([1, 2, 3, 4]).rotate(n) for n in (1,)], *deque("xyz"))
class Stack(deque):
    push = deque.append
    def peek(self): return self[-1]
s = Stack("ab")
s.push("c")
print(s, s.peek(), isinstance(s, deque), max(deque([3, 1])), sorted(deque("cab")), sum(deque([1, 2])), dict.fromkeys(deque("ab")))
