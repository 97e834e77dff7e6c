# Views are live, set-like, iterable in order, and detect changes.
d = {"a": 1, "b": 2, "c": 3}
keys, values, items = d.keys(), d.values(), d.items()
print(keys, values, items, len(keys), len(values), len(items))
d["d"] = 4
del d["a"]
print(keys, values, items, list(keys), "d" in keys, 4 in values, ("d", 4) in items, ("d", 5) in items, "x" in items)
print(sorted(keys & {"b", "z"}), sorted(keys | {"z"}), sorted(keys - {"b"}), sorted(keys ^ {"b", "z"}), sorted({"b", "q"} & keys), sorted(items & {("b", 2)}), sorted(keys & ["c"]), type(keys & {"b"}))
print(keys == {"b", "c", "d"}, keys <= {"b", "c", "d", "e"}, keys < {"b"}, keys > {"b"}, keys.isdisjoint({"z"}), keys.isdisjoint(["b"]), items == {("b", 2), ("c", 3), ("d", 4)}, values == values, d.values() == d.values(), d.keys() == d.keys(), keys != {"q"})
print(list(reversed(keys)), list(reversed(values)), list(reversed(items)), next(iter(values)), list(zip(keys, values)) == list(items), max(values), sum(values), dict(items) == d, [k.upper() for k in keys], {v: k for k, v in items}, sorted(items, key=lambda kv: -kv[1])[0], *keys)


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: keys[0])
attempt(lambda: values + values)
attempt(lambda: keys.append(1))
attempt(lambda: hash(keys))
attempt(lambda: hash(items))
attempt(lambda: keys & 5)
attempt(lambda: values & {1})
attempt(lambda: keys < 5)
attempt(lambda: next(keys))
attempt(lambda: keys.nope)
attempt(lambda: {"x": []}.items() & {1})
attempt(lambda: keys.mapping["b"])
it = iter(d)
next(it)
d["new"] = 5
attempt(lambda: next(it))
it2 = iter(d.items())
print(next(it2))
d["b"] = 100
print(next(it2), items)
d.pop("c")
attempt(lambda: list(it2))
e = {i: i * i for i in range(5)}
for k in list(e):
    if k % 2:
        del e[k]
print(e, list(e.keys()), list(e.values()))
e.clear()
print(keys, e.keys(), e.values(), e.items(), list(e.items()), len(e.keys()), bool(e.keys()))
nested = {"n": d, "k": keys}
print(nested["n"] is d, list(nested["k"]), isinstance(keys, type({}.keys())), type(keys).__name__, type(values).__name__, type(items).__name__)
a, *b = {"x": 1, "y": 2, "z": 3}
(p, q), *r = {"x": 1, "y": 2}.items()
print(a, b, p, q, r, dict(enumerate({"k": 0})), sorted({3: "c", 1: "a"}), min({"b": 1, "a": 2}.items()), all({"": 1}), any({"": 1}.values()))
for i, (k, v) in enumerate({"one": 1, "two": 2}.items(), 1):
    print(i, k, v)
