# for and while with else, break out of nests, changes to the loop variable and to the sequence.
def find(items, wanted):
    for i, item in enumerate(items):
        if item == wanted:
            print("found at", i)
            break
    else:
        print("no", wanted)
        return None
    return i


print(find("abc", "b"), find([], 1), find([3, 4], 4))

n = 10
while n > 0:
    n -= 3
    if n == 1:
        print("skip else")
        break
else:
    print("unreachable?")
n = 9
while n > 0:
    n -= 3
else:
    print("counted down to", n)

for n in range(2, 20):
    for d in range(2, n):
        if n % d == 0:
            break
    else:
        print(n, end=" ")
print()

for i in range(5):
    i *= 10
    print(i, end=",")
print(i)

items = [1, 2, 3]
for x in items:
    if x < 3:
        items.append(x + 10)
print(items)

items = list(range(6))
for x in items:
    if x % 2 == 0:
        items.remove(x)
print(items)

for a, (b, *c), d in [(1, "xyz", 2), (3, [4], 5)]:
    print(a, b, c, d)
data = {}
for data["i"] in range(3):
    pass
print(data)


class Obj: pass


o = Obj()
for o.pos, o.name in enumerate("hi"):
    pass
print(o.pos, o.name)

for x in ():
    pass
else:
    print("empty else")
for row in [[1, 2], [3, 4]]:
    for cell in row:
        if cell == 3:
            break
        print(cell)
    else:
        continue
    print("broke at", cell)
    break

for i in range(3): print(i, end=" ")
else: print("one-liners")
while False: pass
else: print("never entered")
try:
    for a, b in [(1, 2, 3)]: pass
except ValueError as e: print(e)
try:
    for a, b in [(1,)]: pass
except ValueError as e: print(e)
try:
    for a in 5: pass
except TypeError as e: print(e)
