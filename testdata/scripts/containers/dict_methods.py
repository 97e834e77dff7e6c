# Every dict method, order, and errors.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


d = {"b": 1, "a": 2}
d["c"] = 3
d["b"] = 10
print(d, list(d), d.keys(), d.values(), d.items(), len(d), "a" in d, 1 in d)
del d["b"]
d["b"] = 0
print(d, d.get("a"), d.get("z"), d.get("z", 5), d.setdefault("a", 9), d.setdefault("n"), d.setdefault("m", []), d)
d["m"].append(1)
print(d.pop("n"), d.pop("zz", "default"), d.popitem(), d.popitem(), d)
d.update({"x": 1})
d.update([("y", 2), ("x", 5)])
d.update(z=3, w=4)
d.update({"q": 1}, r=2)
d.update()
d.update(zip("mn", (7, 8)))
print(d, d.copy() == d, d.copy() is d, d.clear(), d, bool(d))
attempt(lambda: {}["k"])
attempt(lambda: {}[("t", 1)])
attempt(lambda: {1: 2}["1"])
attempt(lambda: {}.pop("k"))
attempt(lambda: {}.popitem())
attempt(lambda: {}.get())
attempt(lambda: {}.get("a", "b", "c"))
attempt(lambda: {}.update(5))
attempt(lambda: {}.update([1]))
attempt(lambda: {}.update([(1, 2, 3)]))
attempt(lambda: {}.setdefault())
attempt(lambda: {}.setdefault([], 1))
attempt(lambda: {}.get([]))
attempt(lambda: [] in {})
attempt(lambda: {[]: 1})
attempt(lambda: {}.nope)
attempt(lambda: {} + {})
attempt(lambda: {} | [])
attempt(lambda: {} < {})
attempt(lambda: hash({}))
attempt(lambda: {}.fromkeys(5))
attempt(lambda: {}.__delitem__("q"))
attempt(lambda: {}.pop())
attempt(lambda: {1: 2}[1:2])
attempt(lambda: {"a": 1}.a)
print({"a": 1} | {"b": 2, "a": 3}, {"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, {1: "int", 1.0: "float", True: "bool"}, {0: "a", False: "b"}, {"1": 1, 1: 2}, {None: 1, (): 2, (1, "a"): 3, frozenset(): 4}, {float("nan"): 1, float("inf"): 2})
e = {"a": 1}
e |= {"b": 2}
e |= [("c", 3)]
print(e, dict.fromkeys("aab", 0), {}.fromkeys([1, 2]), {k: v for v, k in enumerate("xyz")}, dict(e, d=4), {**e, "a": 0}, list(e.items())[0], sorted(e, reverse=True), max(e, key=e.get), list(reversed(e)), e.items() >= {("a", 1)})
k, v = e.popitem()
for k, v in e.items():
    e[k] = v * 10
print(k, v, e, [*e], {*e} == {"a", "b"}, sum(e.values()), "a" in e.keys(), 10 in e.values(), ("a", 10) in e.items(), ("a", 11) in e.items(), dict([[1, 2]]), e.__contains__("a"), e.__getitem__("a"), e.__len__(), dict.get(e, "a"))
for bad in ("add", "del", "clear"):
    m = {i: i for i in range(3)}
    try:
        for key in m:
            if bad == "add": m[key + 10] = 0
            elif bad == "del": del m[key]
            else: m.clear()
    except RuntimeError as err:
        print(bad, err)
inv = {}
for name, city in (("al", "X"), ("bo", "Y"), ("cy", "X")):
    inv.setdefault(city, []).append(name)
print(inv, {v: k for k, v in {"a": 1, "b": 2}.items()}, dict(sorted({"b": 1, "a": 2}.items())), dict(sorted({"b": 1, "a": 2}.items(), key=lambda kv: kv[1])))


class Key:
    def __init__(self, v): self.v = v
    def __hash__(self): return hash(self.v)
    def __eq__(self, o): return isinstance(o, Key) and o.v == self.v
    def __repr__(self): return f"Key({self.v})"


class Clash(Key):
    def __hash__(self): return 1


print({Key(1): "a", Key(1): "b"}, {Key(1): 1}.get(Key(1)), {Clash(i): i for i in range(3)}[Clash(2)], Key(1) in {Key(1)}, len({Clash(1), Clash(1), Clash(2)}))
