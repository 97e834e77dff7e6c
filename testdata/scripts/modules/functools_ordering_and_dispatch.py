# A total order, dispatch on type, caches with methods, and partial application in programs.
import functools


@functools.total_ordering
class Version:
    def __init__(self, text):
        self.text = text
        self.key = tuple(int(p) if p.isdigit() else p for p in text.split("."))

    def __eq__(self, other):
        return self.key == other.key if isinstance(other, Version) else NotImplemented

    def __lt__(self, other):
        return self.key < other.key if isinstance(other, Version) else NotImplemented

    def __hash__(self): return hash(self.key)
    def __repr__(self): return self.text


vs = [Version(v) for v in ("1.10", "1.9", "1.9.1", "0.1")]
print(sorted(vs), max(vs), vs[0] >= vs[1], vs[0] <= vs[1], Version("1.9") == vs[1], Version("1.9") in set(vs), vs[0] != vs[1])
for other in (5, "1.9"):
    try:
        print(vs[0] > other)
    except TypeError as e:
        print(e)


@functools.singledispatch
def to_text(v): raise TypeError(f"no rule for {type(v).__name__}")


@to_text.register(int)
@to_text.register(float)
def _(v): return f"{v:,}"


@to_text.register
def _(v: str): return f'"{v}"'


@to_text.register(dict)
def _(v): return "{" + "; ".join(f"{k}={to_text(x)}" for k, x in v.items()) + "}"


@to_text.register(list | tuple)
def _(v): return "<" + " ".join(map(to_text, v)) + ">"


class MyInt(int): pass


print(to_text({"n": 1234567, "s": "x", "l": [1.5, (2, MyInt(3)), True]}))
try:
    to_text({1, 2})
except TypeError as e:
    print(e)
print(to_text.dispatch(MyInt) is to_text.dispatch(int), to_text.dispatch(set) is to_text.dispatch(object))


class Grid:
    def __init__(self, n): self.n, self.computed = n, []

    @functools.lru_cache(maxsize=None)
    def paths(self, r, c):
        self.computed.append((r, c))
        return 1 if r == 0 or c == 0 else self.paths(r - 1, c) + self.paths(r, c - 1)

    @functools.cached_property
    def diagonal(self): return [self.paths(i, i) for i in range(self.n)]


g = Grid(6)
print(g.diagonal, len(g.computed), g.diagonal is g.diagonal, "diagonal" in g.__dict__, Grid.paths.cache_info().misses)
log = functools.partial(print, "[log]", sep=" ")
log("hello", 5)
info = functools.partial(log, "info:")
info("nested", end="!\n")
print(info.args, info.keywords, sorted(["b10", "a9", "a10"], key=functools.cmp_to_key(lambda a, b: (a > b) - (a < b))), functools.reduce(lambda f, g: lambda x: g(f(x)), [str.strip, str.title, len])("  ab c "), functools.reduce(lambda d, kv: {**d, kv[0]: d.get(kv[0], 0) + kv[1]}, [("a", 1), ("b", 2), ("a", 3)], {}))
