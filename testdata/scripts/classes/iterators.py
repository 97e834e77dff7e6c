# Iterators and generators inside classes; StopIteration rules; independent iteration.
class Countdown:
    def __init__(self, n): self.n = n
    def __iter__(self):
        n = self.n
        while n:
            yield n
            n -= 1


c = Countdown(3)
print(list(c), [(a, b) for a in c for b in c][:4], list(zip(c, c)), sum(c), 2 in c, sorted(c), max(c), *c)


class Once:
    def __init__(self, data): self.data, self.pos = data, 0
    def __iter__(self): return self
    def __next__(self):
        try:
            v = self.data[self.pos]
        except IndexError:
            raise StopIteration from None
        self.pos += 1
        return v


o = Once("abcd")
print(next(o), [x for x in o], [x for x in o], next(o, "done"), next(o, None))
o2 = Once([1, 2, 3, 4, 5])
for x in o2:
    if x == 2: break
print(list(o2))
first, *rest = Once("xyz")
print(first, rest)


class Node:
    def __init__(self, v, *kids): self.v, self.kids = v, kids

    def __iter__(self):
        yield self
        for k in self.kids:
            yield from k

    def depth_first(self):
        stack = [self]
        while stack:
            n = stack.pop()
            yield n.v
            stack.extend(reversed(n.kids))

    def breadth_first(self):
        queue = [self]
        for n in queue:
            yield n.v
            queue.extend(n.kids)


tree = Node("a", Node("b", Node("d"), Node("e")), Node("c", Node("f")))
print([n.v for n in tree], list(tree.depth_first()), list(tree.breadth_first()))


class Linked:
    class _Cell:
        __slots__ = ("value", "next")
        def __init__(self, value, nxt): self.value, self.next = value, nxt

    def __init__(self, items=()):
        self.head, self.size = None, 0
        for i in items: self.push(i)

    def push(self, v):
        self.head = self._Cell(v, self.head)
        self.size += 1
        return self

    def pop(self):
        if self.head is None: raise IndexError("pop from empty list")
        cell, self.head = self.head, self.head.next
        self.size -= 1
        return cell.value

    def reverse(self):
        prev, cur = None, self.head
        while cur: cur.next, prev, cur = prev, cur, cur.next
        self.head = prev
        return self

    def __iter__(self):
        cell = self.head
        while cell is not None:
            yield cell.value
            cell = cell.next

    def __len__(self): return self.size
    def __repr__(self): return "->".join(map(repr, self))


l = Linked("abc").push(1)
print(l, len(l), list(l), l.reverse(), l.pop(), l, "b" in l)
try:
    Linked().pop()
except IndexError as e:
    print(e)


class Bad:
    def __iter__(self): return [1]


class Next:
    def __next__(self): return 1


class Raises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("in next")


for f in (lambda: list(Bad()), lambda: list(Next()), lambda: list(Raises()), lambda: next(Next()), lambda: iter(Next()), lambda: next(Countdown(2)), lambda: next(5)):
    try:
        print(f())
    except (TypeError, ValueError) as e:
        print(type(e).__name__, e)


class Resume:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n % 3 == 0: raise StopIteration
        return self.n


r = Resume()
print(list(r), list(r), list(r))
class Batch:
    def __init__(self, src, n): self.src, self.n = iter(src), n
    def __iter__(self): return self
    def __next__(self):
        out = []
        for x in self.src:
            out.append(x)
            if len(out) == self.n: break
        if not out: raise StopIteration
        return out
print(list(Batch(range(7), 3)), list(Batch("", 2)))
