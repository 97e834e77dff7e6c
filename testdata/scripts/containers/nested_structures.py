# Nested data: access, update, copying, comparing, printing.
import functools


def deep_copy(v):
    match v:
        case dict(): return {k: deep_copy(x) for k, x in v.items()}
        case list(): return [deep_copy(x) for x in v]
        case tuple(): return tuple(deep_copy(x) for x in v)
        case set(): return set(v)
    return v


config = {
    "server": {"host": "localhost", "ports": [80, 443], "tls": None},
    "users": [{"name": "al", "roles": {"admin"}}, {"name": "bo", "roles": set()}],
    ("tuple", 1): {1: {2: {3: "deep"}}},
}
twin = deep_copy(config)
print(twin == config, twin is config, config)
twin["server"]["ports"][0] += 8000
twin["users"][1]["roles"].add("guest")
twin["users"].append({"name": "cy"})
del twin["server"]["tls"]
twin["tuple", 1][1][2][3] *= 2
print(config["server"], config["users"][1], len(config["users"]), config["tuple", 1][1][2][3])
print(twin)


def walk(v, path=""):
    if isinstance(v, dict):
        for k, x in v.items():
            yield from walk(x, f"{path}/{k}")
    elif isinstance(v, (list, tuple)):
        for i, x in enumerate(v):
            yield from walk(x, f"{path}[{i}]")
    else:
        yield path, v


for p, v in walk(config):
    print(p, "=", v)


def dig(v, *keys, default=None):
    try:
        return functools.reduce(lambda acc, k: acc[k], keys, v)
    except (KeyError, IndexError, TypeError) as e:
        return default if default is not None else type(e).__name__


print(dig(config, "server", "ports", 1), dig(config, "server", "nope"), dig(config, "users", 9), dig(config, "server", "tls", "x"), dig(config, "users", 0, "name", 1, default="?"))


def merge(a, b):
    out = dict(a)
    for k, v in b.items():
        out[k] = merge(out[k], v) if isinstance(v, dict) and isinstance(out.get(k), dict) else v
    return out


print(merge({"a": {"x": 1, "y": {"z": 2}}, "b": 1}, {"a": {"y": {"w": 3}, "x": 9}, "c": []}))


def pretty(v, indent=0):
    pad = "  " * indent
    if isinstance(v, dict):
        return "{\n" + "".join(f"{pad}  {k!r}: {pretty(x, indent + 1)},\n" for k, x in v.items()) + pad + "}"
    if isinstance(v, list):
        return "[\n" + "".join(f"{pad}  {pretty(x, indent + 1)},\n" for x in v) + pad + "]"
    return repr(v)


print(pretty({"a": [1, {"b": ()}], "c": {}}))
grid = [[(r, c) for c in range(3)] for r in range(2)]
grid[0][1], grid[1][2] = grid[1][2], grid[0][1]
print(grid, [list(col) for col in zip(*grid)], [row[::-1] for row in grid[::-1]], sum((row for row in grid), [])[:2])
table = {}
for word in ["tree", "trie", "try", "tea"]:
    node = table
    for ch in word:
        node = node.setdefault(ch, {})
    node["$"] = word
print(table)
print([1, [2, [3, [4]]]] < [1, [2, [3, [5]]]], {"a": [1, {"b": (2,)}]} == {"a": [1, {"b": (2,)}]}, [[1, 2], [3]] == [[1, 2], [4]], ([1], {"k": 2}) == ([1], {"k": 2.0}))
