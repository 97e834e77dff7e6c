# Chained, augmented, annotated and starred assignment.
a = b = c = []
a.append(1)
print(a is b is c, c)

x, y = 1, 2
x, y = y, x
print(x, y)
(p, q), [r, *s] = "pq", range(4)
print(p, q, r, s)
*init, last = "hello"
first, *mid, end = [1, 2]
print(init, last, first, mid, end)
*all_, = (1, 2)
print(all_)
[u, v] = {"k1": 1, "k2": 2}
print(u, v)

i = 0
arr = [0, 0, 0]
i, arr[i] = 2, "set"
print(i, arr)
i = arr[i] = 1
print(i, arr)

total = 10
total += 5; total -= 1; total *= 3; total //= 4; total **= 2; total %= 37
print(total)
f = 7
f /= 2
print(f)
bits = 0b1100
bits |= 3; bits &= ~4; bits ^= 0xF0; bits <<= 2; bits >>= 1
print(bin(bits))
text = "ab"
text *= 2
text += "!"
print(text)
alias = lst = [1]
lst += (2, 3)
lst *= 2
print(alias, alias is lst)
tup = (1,)
old = tup
tup += (2,)
print(old, tup)
s1 = s2 = {1, 2}
s1 |= {3}
s1 -= {1}
s1 &= {2, 3, 4}
s1 ^= {4}
print(sorted(s2), s1 is s2)
d = {"a": 1}
d |= {"b": 2}
print(d)

t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)

count: int = 3
name: str
label: "a forward reference" = "x"
pair: tuple[int, str] = 1, "one"
print(count, label, pair)
try:
    name
except NameError as e:
    print(e)
arr[0]: int = 42
print(arr)
print(__annotations__)


def calls(log):
    def get(n, v):
        log.append(n)
        return v
    get("target list", [0, 0])[get("index", 1)] = get("value", 5)
    get("d", {})[get("k", 1)] = get("e", [9])[get("j", 0)]
    return log


print(calls([]))
for bad in (lambda: unpack2([1]), lambda: unpack2([1, 2, 3]), lambda: unpack2(7), lambda: star([1])):
    def unpack2(v): m, n = v
    def star(v): m, n, *rest = v
    try:
        bad()
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
