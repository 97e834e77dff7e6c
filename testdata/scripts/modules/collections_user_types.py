# UserDict, UserList, UserString and abstract behaviour through subclassing them.
from collections import UserDict, UserList, UserString


class Lower(UserDict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())


d = Lower(A=1, B=2)
d["C"] = 3
d.update({"D": 4})
print(d, d["a"], d["B"], d.data, len(d), sorted(d), d.get("C"), d.pop("d"), list(d.items()), d == {"a": 1, "b": 2, "c": 3}, "a" in d, d.copy(), d | {"E": 5}, isinstance(d, dict))
try:
    d["zz"]
except KeyError as e:
    print(e)
del d["a"]
print(d, d.setdefault("Q", 9), d)


class Missing(UserDict):
    def __missing__(self, k): return k * 2


print(Missing()["ab"], Missing(x=1)["x"])


class Sorted(UserList):
    def append(self, x):
        super().append(x)
        self.data.sort()


s = Sorted([3, 1])
s.append(2)
print(s, s[0], s[1:], type(s[1:]).__name__, s + [9], [0] + s, s * 2, len(s), 2 in s, s.index(3), s == [1, 2, 3], s.data, list(reversed(s)), s.count(1), s.pop(), s, isinstance(s, list))
s.extend([7, 5])
s.insert(0, 8)
s.remove(7)
s.reverse()
s += [6]
print(s, s.copy(), max(s), s < [9], s.clear(), s)


class Name(UserString):
    def shout(self): return self.upper() + "!"


n = Name("al bo")
print(n, n.shout(), type(n.shout()).__name__, n.split(), n + "x", n[0], n[::-1], len(n), "al" in n, n == "al bo", n.data, n.replace("a", "A"), n.title(), hash(n) == hash("al bo"), repr(n), n * 2, n.count("b"), n.find("bo"), n.isalpha(), str(n), int(UserString("5")), "%s" % n)
