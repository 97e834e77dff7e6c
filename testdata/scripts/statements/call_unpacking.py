# Evaluation order and several unpackings in calls and displays.
def show(*args, **kwargs):
    return args, kwargs


def t(x):
    print("eval", x)
    return x


print(show(t(1), *[t(2)], k=t(3), *[t(4)], **{"z": t(5)}))
print(show(*{}, **{}), show(*"ab", 1, *"cd"), show(**{"a": 1}, **{"b": 2}, c=3))
print(show(*(i * 2 for i in range(3))), show(*{"x": 1, "y": 2}), show(*b"hi"))
print(max(*[1, 5], 3, *(9, 2)), dict(**{"a": 1}, b=2), print(*[1, 2], sep="-", **{"end": "!\n"}))


class Keys:
    def keys(self): return ["one", "two"]
    def __getitem__(self, k): return k.upper()


print(show(**Keys()), {**Keys(), "three": 3}, dict(Keys()))


class Iter:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))


print(show(*Iter(3)), [*Iter(2), *Iter(1)], {*Iter(2)} == {0, 1}, (*Iter(2), "e"))
a, *b = Iter(4)
print(a, b)
first, (second, *rest), *others = 1, "xyz", 4, 5
print(first, second, rest, others)
print([*[*[1]], *()], {"a": 0, **{"a": 1}, "a": 2})


def returns(): return 1, *[2, 3]
def yields():
    yield 1, *"ab"


print(returns(), list(yields()))
for x in 1, *[2, 3]:
    print(x, end=" ")
print()
d = {}
d[1, *[2, 3]] = "tuple key"
print(d)
head, *_, tail = range(10)
print(head, tail, len(_))
for f in (lambda: [*None], lambda: {**1}, lambda: {*1}, lambda: show(*None), lambda: show(**3), lambda: show(1, **{"a": 1}, a=2), lambda: print(*3)):
    try:
        print(f())
    except TypeError as e:
        print(e)


def many(a, b=0, *c, d=0, **e):
    return f"{a} {b} {c} {d} {e}"


args, kw = [1, 2, 3], {"d": 4, "q": 5}
print(many(*args, **kw))
kw["d"] = 10
args.append(9)
print(many(*args, **kw), kw, many(*"z"))
def wrapper(*a, **k):
    a += (1,)
    k["new"] = 1
    return show(*a, **k)


print(wrapper(**kw), kw)
