# Containers of one's own: __getitem__, __setitem__, __delitem__, __len__, __contains__, __iter__, __reversed__, __missing__.
class Ring:
    def __init__(self, *items): self.items = list(items)
    def __len__(self): return len(self.items)

    def __getitem__(self, i):
        if isinstance(i, slice):
            return Ring(*self.items[i])
        if not self.items:
            raise IndexError("empty ring")
        return self.items[i % len(self.items)]

    def __setitem__(self, i, v):
        if isinstance(i, slice): self.items[i] = v
        else: self.items[i % len(self.items)] = v

    def __delitem__(self, i): del self.items[i % len(self.items) if isinstance(i, int) else i]
    def __contains__(self, x): return x in self.items
    def __iter__(self): return iter(self.items)
    def __reversed__(self): return (x for x in self.items[::-1])
    def __repr__(self): return "Ring" + repr(tuple(self.items))
    def __concat__(self, o): return None
    def __add__(self, o): return Ring(*self, *o)


r = Ring("a", "b", "c")
print(r[0], r[4], r[-1], r[1:], len(r), "b" in r, "z" not in r, list(r), list(reversed(r)), r + [1], [*r], max(r), sorted(r, reverse=True), ",".join(r), dict(enumerate(r)), bool(r), bool(Ring()))
r[3] = "A"
r[1:2] = "xyz"
del r[0]
del r[:2]
print(r)
x, *y = r
print(x, y)
try:
    Ring()[0]
except IndexError as e:
    print(e)


class OnlyGetitem:
    def __getitem__(self, i):
        if i >= 4: raise IndexError(i)
        return i ** 2


o = OnlyGetitem()
print(list(o), 9 in o, 10 in o, [a + b for a, b in zip(o, o)], tuple(o), iter(o).__next__(), max(o))
for f in (lambda: len(o), lambda: list(reversed(o)), lambda: o.__setitem__(0, 1)):
    try:
        print(f())
    except (TypeError, AttributeError) as e:
        print(e)


class Keyed:
    def __getitem__(self, key): return key
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"


k = Keyed()
print(k[1], k["a"], k[1, 2], k[1:2], k[::], k[..., 1:], k[()], k[None], k[(1, 2), 3], k[-1], Keyed[int], Keyed["T", 5])


class Matrix:
    def __init__(self, rows): self.rows = rows
    def __getitem__(self, key):
        i, j = key
        return [row[j] for row in self.rows[i]] if isinstance(i, slice) else self.rows[i][j]
    def __setitem__(self, key, v):
        i, j = key
        self.rows[i][j] = v
    def __matmul__(self, o): return Matrix([[sum(a * b for a, b in zip(r, c)) for c in zip(*o.rows)] for r in self.rows])
    def __len__(self): return len(self.rows)
    def __iter__(self):
        for row in self.rows:
            yield from row


m = Matrix([[1, 2], [3, 4]])
m[0, 1] += 10
print(m[0, 1], m[:, 0], (m @ m).rows, list(m), len(m), 12 in m)


class Default(dict):
    def __missing__(self, key):
        v = self[key] = f"made {key}"
        return v


d = Default(a=1)
print(d["a"], d["b"], d, d.get("c"), "c" in d)


class CountIter:
    def __init__(self, n): self.n = n
    def __iter__(self):
        self.i = 0
        return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i


c = CountIter(3)
print(list(c), list(c), sum(c), 2 in c, [next(c)], list(zip(c, "abcdef")))
class LenHint:
    def __init__(self): self.n = 3
    def __length_hint__(self): return 10
    def __iter__(self): return iter("xyz")
print(list(LenHint()), {*LenHint()} == set("xyz"))
class Empty:
    def __len__(self): return 0
    def __iter__(self): return iter(())
print("truthy" if Empty() else "falsy", list(Empty()), all(Empty()))
class Bad:
    def __getitem__(self, i): raise KeyError(i)
    def __contains__(self, x): raise ValueError("contains")
for f in (lambda: list(Bad()), lambda: 1 in Bad(), lambda: Bad()["x"], lambda: [i for i in Bad()]):
    try:
        f()
    except (KeyError, ValueError) as e:
        print(repr(e))
