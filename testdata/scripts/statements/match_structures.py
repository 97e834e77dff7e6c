# match: sequences, mappings and class patterns, nested.
class Point:
    __match_args__ = ("x", "y")

    def __init__(self, x, y):
        self.x, self.y = x, y


class P3(Point):
    def __init__(self, x, y, z):
        super().__init__(x, y)
        self.z = z


def where(p):
    match p:
        case Point(0, 0):
            return "origin"
        case P3(x, y, z=0):
            return f"flat {x} {y}"
        case Point(x=0, y=y):
            return f"on y at {y}"
        case Point(x, 0):
            return f"on x at {x}"
        case Point(x, y) if x == y:
            return f"diagonal {x}"
        case Point():
            return "somewhere"
        case [Point(x=a), Point(x=b)] | (a, b):
            return f"two {a} {b}"
        case [first, *middle, last]:
            return f"{first} {middle} {last}"
        case {"type": "circle", "r": int() | float() as r, **rest}:
            return f"circle {r} {sorted(rest)}"
        case {"type": kind, "pos": [x, y, *_]}:
            return f"{kind} at {x},{y}"
        case {}:
            return "some mapping"
        case _:
            return "nothing"


tests = [Point(0, 0), Point(0, 5), Point(5, 0), Point(3, 3), Point(1, 2), P3(1, 2, 0), P3(1, 2, 3), [Point(1, 2), Point(3, 4)],
         (8, 9), [1, 2, 3, 4], [7], {"type": "circle", "r": 2, "fill": "red", "w": 1}, {"type": "circle", "r": "x"},
         {"type": "square", "pos": (1, 2, 3)}, {}, "text", b"bytes", 42, range(3), {1, 2}]
for t in tests:
    print(where(t))


def command(line):
    match line.split():
        case ["quit" | "exit"]:
            return "bye"
        case ["go", ("north" | "south") as d]:
            return "going " + d
        case ["take", *objs] if objs:
            return "taking " + ", ".join(objs)
        case [verb, _, _]:
            return verb + " something"
        case [] | [_]:
            return "short"
        case _:
            return "what?"


for line in ("quit", "go north", "go up", "take a b c", "take", "put x y", "", "a b c d e"):
    print(command(line))


def walk(tree):
    match tree:
        case ("+", l, r): return walk(l) + walk(r)
        case ("*", l, r): return walk(l) * walk(r)
        case ("neg", v): return -walk(v)
        case int() | float(): return tree
        case {"value": v, **none} if not none: return walk(v)


print(walk(("+", 1, ("*", 2, ("neg", {"value": 4})))))
match {"a": {"b": [1, {"c": "deep"}]}, "k": None}:
    case {"a": {"b": [_, {"c": str(found)}]}, "k": None, **extra}:
        print(found, extra)
for bad in (lambda: pm(1), lambda: pm(2)):
    def pm(n):
        match Point(1, 2):
            case Point(a, b, c) if n == 1: pass
    try:
        bad()
    except TypeError as e:
        print(e)
match (1, (2, [3, 4])):
    case (int(a), (b, [*c])): print(a, b, c)
match "x":
    case str(s) | bytes(s): print(s)
class NoArgs: pass
try:
    match NoArgs():
        case NoArgs(x): pass
except TypeError as e: print(e)
match {"x": 1}.get("y"):
    case None: print("none")
match bool(1), [], {}:
    case True, [], {}: print("tuple of kinds")
