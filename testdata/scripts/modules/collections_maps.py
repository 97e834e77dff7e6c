# defaultdict, OrderedDict, ChainMap, UserDict-free maps.
from collections import defaultdict, OrderedDict, ChainMap


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


d = defaultdict(list)
for k, v in [("a", 1), ("b", 2), ("a", 3)]:
    d[k].append(v)
print(d, d["new"], "new" in d, d.get("zz"), "zz" in d, dict(d), d == {"a": [1, 3], "b": [2], "new": []}, d.default_factory, len(d))
n = defaultdict(int, x=5)
n["x"] += 1
n["y"] += 1
s = defaultdict(set)
s["k"].add(1)
nest = defaultdict(lambda: defaultdict(int))
nest["a"]["b"] += 2
print(n, s, nest["a"]["b"], sorted(nest), defaultdict(None, {"a": 1}), defaultdict(), n | {"z": 1}, type(n | {}).__name__, n.copy(), type(n.copy()).__name__, repr(defaultdict(str, {1: "a"})))
attempt(lambda: defaultdict()["k"])
attempt(lambda: defaultdict(5))
attempt(lambda: defaultdict(list)[[]])
attempt(lambda: defaultdict(lambda: 1 / 0)["x"])
attempt(lambda: defaultdict(int).pop("q"))
tree = lambda: defaultdict(tree)
t = tree()
t["x"]["y"]["z"] = 1
print(list(t), list(t["x"]), t["x"]["y"]["z"], n.__missing__("via"), n)
n.default_factory = None
attempt(lambda: n["gone"])
o = OrderedDict([("b", 1), ("a", 2)])
o["c"] = 3
o.move_to_end("b")
print(o, list(o), o.popitem(), o.popitem(last=False), o, OrderedDict(), OrderedDict(x=1, y=2))
o = OrderedDict.fromkeys("abcd", 0)
o.move_to_end("d", last=False)
o["a"] = 9
del o["b"]
print(o, list(reversed(o)), o == OrderedDict(d=0, a=9, c=0), o == OrderedDict(a=9, d=0, c=0), o == {"a": 9, "c": 0, "d": 0}, o.keys(), list(o.items()), o | {"z": 1}, o.copy(), isinstance(o, dict), OrderedDict({"k": 1}).pop("k"), o.setdefault("q", 5), o.get("zz"), len(o))
attempt(lambda: o.move_to_end("nope"))
attempt(lambda: OrderedDict().popitem())
attempt(lambda: o["nope"])
attempt(lambda: OrderedDict(5))


class LRU(OrderedDict):
    def __init__(self, size): super().__init__(); self.size = size
    def __getitem__(self, k):
        self.move_to_end(k)
        return super().__getitem__(k)
    def __setitem__(self, k, v):
        super().__setitem__(k, v)
        if len(self) > self.size:
            self.popitem(last=False)


l = LRU(2)
l["a"], l["b"] = 1, 2
l["a"]
l["c"] = 3
print(list(l), l["a"], list(l), l)
base, user, cli = {"color": "red", "debug": False}, {"color": "blue"}, {}
c = ChainMap(cli, user, base)
cli["debug"] = True
c["new"] = 1
print(c["color"], c["debug"], c, list(c), len(c), "new" in c, cli, c.maps[1] is user, dict(c), c.get("zz", "d"), c.parents["debug"], c.new_child({"color": "green"})["color"], sorted(c.items()), c == {"color": "blue", "debug": True, "new": 1})
c.pop("new")
del c["debug"]
print(c["debug"], cli, ChainMap(), ChainMap({"a": 1}) | {"b": 2}, bool(ChainMap({}, {})), list(ChainMap({"x": 1}, {"y": 2, "x": 0})))
attempt(lambda: c["zz"])
attempt(lambda: c.pop("color"))
attempt(lambda: c.__delitem__("color"))
attempt(lambda: ChainMap().popitem())
child = c.new_child()
child["color"] = "only here"
print(child["color"], c["color"], child.parents["color"], len(child.maps), c.new_child(x=1)["x"], repr(child))
scope = ChainMap({"x": 1})
def enter(): return scope.new_child()
inner = enter()
inner["x"], inner["y"] = 2, 3
print(scope, inner["x"], sorted(inner), [m for m in inner.maps])
words = "apple ant bee bear cat".split()
index = defaultdict(lambda: defaultdict(list))
for w in words:
    index[w[0]][len(w)].append(w)
print({k: dict(v) for k, v in index.items()})
