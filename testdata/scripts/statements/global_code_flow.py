# Code at module level with every compound statement, no functions.
total = 0
for i in range(10):
    if i == 2:
        continue
    elif i == 8:
        break
    else:
        total += i
else:
    print("not printed")
print(total, i)
while total > 20:
    total //= 2
    if total == 16: pass
else:
    print("halved to", total)
try:
    value = {"k": [1, 2]}["k"][5]
except (KeyError, IndexError) as error:
    print(type(error).__name__, error)
    value = None
else:
    print("never")
finally:
    print("value is", value)
with open("x.txt", "w") as out:
    out.write("1\n2\n3\n")
with open("x.txt") as src:
    numbers = [int(n) for n in src]
print(numbers)
match numbers:
    case [first, *rest]:
        print(first, rest)
squares = {n: n * n for n in numbers if n % 2}
evens = (n for n in numbers if n % 2 == 0)
print(squares, list(evens), "error" in globals(), "n" in globals())
a, b, *c = numbers + [4]
a, b = b, a
del c[0]
x = y = 0
x += 1
assert x == 1 and y == 0, "chained targets are separate"
if (m := max(numbers)) > 2 and not m > 3 or False:
    print("max", m)
label = "odd" if m % 2 else "even"
print(label, a, b, c, sep="/")
for k, (v, w) in zip("ab", [(1, 2), (3, 4)]):
    print(k, v, w)
result = []
for outer in range(3):
    for inner in range(3):
        if inner == outer:
            break
        result.append((outer, inner))
    else:
        result.append("full")
print(result)
i = 5
while True:
    i -= 1
    if i % 2: continue
    if not i: break
    try:
        if i == 2: break
        print("i", i)
    finally:
        print("finally", i)
print("end", i)
print([k for k in ("total", "value", "numbers", "undefined") if k in globals()])
