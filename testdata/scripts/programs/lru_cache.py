# An LRU cache with a doubly linked list, compared with one on an OrderedDict and functools.lru_cache.
from collections import OrderedDict
from functools import lru_cache
import random


class Node:
    __slots__ = ("key", "value", "prev", "next")

    def __init__(self, key=None, value=None):
        self.key, self.value = key, value
        self.prev = self.next = None


class LRUCache:
    """Least recently used entries leave first."""

    def __init__(self, capacity):
        if capacity <= 0:
            raise ValueError("capacity must be positive")
        self.capacity = capacity
        self.table = {}
        self.head, self.tail = Node(), Node()
        self.head.next, self.tail.prev = self.tail, self.head
        self.hits = self.misses = 0

    def _unlink(self, node):
        node.prev.next, node.next.prev = node.next, node.prev

    def _front(self, node):
        node.prev, node.next = self.head, self.head.next
        self.head.next.prev = node
        self.head.next = node

    def __getitem__(self, key):
        try:
            node = self.table[key]
        except KeyError:
            self.misses += 1
            raise
        self.hits += 1
        self._unlink(node)
        self._front(node)
        return node.value

    def __setitem__(self, key, value):
        if key in self.table:
            node = self.table[key]
            node.value = value
            self._unlink(node)
        else:
            if len(self.table) == self.capacity:
                last = self.tail.prev
                self._unlink(last)
                del self.table[last.key]
            node = self.table[key] = Node(key, value)
        self._front(node)

    def get(self, key, default=None):
        try:
            return self[key]
        except KeyError:
            return default

    def __contains__(self, key): return key in self.table
    def __len__(self): return len(self.table)

    def __iter__(self):
        node = self.head.next
        while node is not self.tail:
            yield node.key
            node = node.next

    def __repr__(self): return f"LRUCache({', '.join(f'{k!r}: {self.table[k].value!r}' for k in self)})"


class OrderedLRU(OrderedDict):
    def __init__(self, capacity):
        super().__init__()
        self.capacity = capacity

    def get(self, key, default=None):
        if key in self:
            self.move_to_end(key)
            return self[key]
        return default

    def __setitem__(self, key, value):
        super().__setitem__(key, value)
        self.move_to_end(key)
        if len(self) > self.capacity:
            self.popitem(last=False)


c = LRUCache(3)
for i, k in enumerate("abc"):
    c[k] = i
print(c, c["a"], list(c))
c["d"] = 3
print(c, "b" in c, c.get("b"), c.get("b", -1), len(c), c.hits, c.misses)
c["c"] = 99
print(list(c))
try:
    LRUCache(0)
except ValueError as e:
    print(e)
try:
    c["zz"]
except KeyError as e:
    print("missing", e)

rng = random.Random(1)
mine, theirs = LRUCache(8), OrderedLRU(8)
same = True
for _ in range(2000):
    key = rng.randrange(16)
    if rng.random() < 0.5:
        value = rng.randrange(100)
        mine[key] = value
        theirs[key] = value
    else:
        same &= mine.get(key) == theirs.get(key)
print(same, list(mine) == list(reversed(theirs)), mine.hits > mine.misses, mine.hits + mine.misses)


@lru_cache(maxsize=32)
def ways(n, coins=(1, 2, 5, 10, 20, 50)):
    if n == 0: return 1
    if n < 0 or not coins: return 0
    return ways(n - coins[-1], coins) + ways(n, coins[:-1])


print([ways(n) for n in (1, 5, 10, 50)], ways.cache_info().misses > 0, ways.cache_info().maxsize)
