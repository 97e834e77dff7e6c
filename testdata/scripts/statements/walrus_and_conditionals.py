# Assignment expressions and conditional expressions, their scopes and evaluation order.
data = [4, 8, 15, 16, 23, 42]
if (n := len(data)) > 5:
    print("long:", n)
while (item := data.pop()) != 15:
    print("popped", item)
print(item, data)

print([y := 5, y ** 2, y + 1])
print([last := v for v in "abc"], last)
print(any((witness := v) > 3 for v in [1, 2, 5, 0]), witness)
squares = {k: (s := k * k) for k in range(4) if (half := k // 2) or True}
print(squares, s, half)


def fn():
    total = 0
    partial = [total := total + v for v in range(5)]
    return partial, total


print(fn())
print((z := 1, 2), z)
f = lambda v: (w := v + 1) * w
print(f(2))
print(f"{(q := 10)=} {q:>5} {(lambda: 3)()}")


def trace(name, value):
    print(name, end=" ")
    return value


print(trace("T", 1) if trace("cond", True) else trace("F", 2))
print(trace("T", 1) if trace("cond", 0) else trace("F", 2))
print("a" if 0 else "b" if "" else "c" if [] else "d")
grade = lambda s: "A" if s >= 90 else "B" if s >= 80 else "C"
print([grade(s) for s in (95, 85, 10)])

print(trace("l", 0) and trace("r", 1))
print(trace("l", "x") or trace("r", 1))
print(not trace("l", []) and 5)
print(1 and 2 and 3, 0 or "" or [], 1 or 1 / 0, not 0, not "a")
print([] and 1 / 0, None or {} or "end")


class Truth:
    def __init__(self, v): self.v = v
    def __bool__(self):
        print("bool", self.v, end=" ")
        return self.v


print((Truth(False) or Truth(True)).v)
print((Truth(False) and Truth(True)).v)
print(1 if Truth(True) and not Truth(False) else 2)
if (m := {"k": 1}.get("k")) is not None and (k := m + 1) == 2:
    print(m, k)
print([x for x in range(10) if (x % 2 if x < 5 else x % 3)])
def default(a, b=(bb := 7)): return a + b
print(default(1), bb)
