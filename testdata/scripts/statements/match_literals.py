# match: literals, captures, wildcards, or patterns, values by dotted name, guards.
class Color:
    RED = "red"
    GREEN = 2


def kind(x):
    match x:
        case 0:
            return "zero"
        case -1 | -1.5:
            return "negative"
        case 1 | 2 | 3 as small:
            return f"small {small}"
        case True:
            return "true (never, 1 matched)"
        case False:
            return "false (never)"
        case None:
            return "none"
        case "a" "b" | 'c':
            return "ab or c"
        case b"raw":
            return "bytes"
        case 1 + 2j:
            return "complex"
        case Color.RED:
            return "dotted red"
        case Color.GREEN:
            return "unreachable"
        case int(n) if n > 100:
            return f"big {n}"
        case float() | int():
            return "number"
        case str() as s if s.startswith("x"):
            return "x-string " + s
        case []:
            return "empty sequence"
        case other:
            return f"other {other!r}"


for v in (0, False, -1, -1.5, 2, True, None, "ab", "c", b"raw", 1 + 2j, "red", 101, 50, 2.5, "xyz", "q", [], (), {}, b"", 0.0, range(0)):
    print(repr(v), "->", kind(v))


def guard(p):
    match p:
        case (x, y) if x == y:
            return "diagonal"
        case (x, y) if (s := x + y) > 10:
            return f"sum {s}"
        case (x, y):
            return f"{x},{y}"
        case _:
            return "not a pair"


print(guard((1, 1)), guard([9, 2]), guard((1, 2)), guard("ab"), guard((1, 2, 3)), guard(5))
match = {"match": 1}
case = 5
print(match["match"], case)
match (1, 2):
    case (a, b): print(a, b)
match 1, 2:
    case 1, c: print(c)
match [1, 2, 3]:
    case [a, *_]: pass
    case _: a = None
print(a)
for n in range(4):
    match n:
        case 1: continue
        case 3: break
    print("loop", n)


def result(x):
    match x:
        case 1:
            pass
        case 2:
            y = "two"
    return locals().get("y", "unset")


print(result(1), result(2), result(3))
_ = "kept"
match 5:
    case _: print(_)
match x := 3:
    case 3: print("walrus", x)
