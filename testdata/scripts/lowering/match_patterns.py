# Patterns of match statements.
class Pt:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
import sys
class Color:
    RED = 1
def m(v):
    match v:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -1 | 1.5: return "neg"
        case "a" | b"b": return "str"
        case None | True | False: return "single"
        case Color.RED: return "red"
        case []: return "empty"
        case [x]: return f"one {x}"
        case [x, y] if x == y: return f"pair eq {x}"
        case [1, *rest]: return f"1+{rest}"
        case [*_, 9]: return "ends 9"
        case (a, b, *c): return f"{a} {b} {c}"
        case {"t": "p", "x": x, **rest}: return f"map {x} {rest}"
        case {}: return "mapping"
        case Pt(0, 0): return "origin"
        case Pt(x=0, y=yy): return f"on y {yy}"
        case Pt(a, b) as p if a == b: return f"diag {p.x}"
        case Pt(): return "pt"
        case int(n) | float(n): return f"num {n}"
        case str() as s: return f"s {s}"
        case _: return "other"
for v in [0, 2, -1, 1.5, "a", b"b", None, True, 1, [], [5], [4, 4], (1, 2, 3), [3, 9], [7, 8, 6], {"t": "p", "x": 1, "z": 2}, {"q": 1}, Pt(0, 0), Pt(0, 5), Pt(3, 3), Pt(1, 2), 42, 2.5, "hello", {1}, range(2), "xy"]:
    print(repr(v) if not isinstance(v, Pt) else "Pt", m(v))
def nested(cmd):
    match cmd.split():
        case ["go", ("north" | "south") as d]: return d
        case ["get", obj, *_] if (n := len(obj)) > 2: return obj, n
        case [first, *mid, last]: return first, mid, last
        case x: return x
for c in ["go north", "get key now", "get ab", "a b c d", "x", ""]: print(nested(c))
def loop():
    for i in range(5):
        match i:
            case 1: continue
            case 3: break
            case n: print(n)
    else: print("no")
loop()
match 5:
    case z: pass
print(z)
try:
    match Pt(1, 2):
        case Pt(1, 2, 3): pass
except TypeError as e: print(e)
