# The mutable methods of bytearray, and those it shares with bytes.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


a = bytearray(b"hello world")
print(a.upper(), type(a.upper()).__name__, a.find(b"o"), a.split(), a.replace(b"l", b"L"), a.title(), a.count(108), a.startswith(b"he"), a.hex()[:6], a.decode())
a[0] = ord("J")
a[-5:] = b"there!"
print(a, len(a))
a[1:1] = b"___"
del a[1:3]
print(a)
a[::2] = b"x" * len(a[::2])
print(a)
a += bytearray(b"+tail")
a *= 2
print(len(a), a[-5:])
a.extend(b"ab")
a.extend([1, 2])
a.extend(iter((3,)))
print(a[-5:], a.pop(), a.pop(0), a.pop(-2))
a.clear()
a.append(65)
a.insert(0, 66)
a.insert(100, 67)
a.insert(-1, 68)
print(a, a.index(65), a.copy(), a.copy() is a, a.reverse(), a)
a.remove(68)
print(a, a == b"CAB", b"CAB" == a, a in [b"CAB"], a > b"A", 66 in a, b"AB" in a)
for bad in (lambda: a.remove(1), lambda: a.append(-1), lambda: a.append(256), lambda: a.append("x"), lambda: a.insert(0, 999), lambda: a.extend("text"), lambda: a.extend([300]), lambda: a.extend(5), lambda: a.pop(99), lambda: bytearray().pop(), lambda: a.__setitem__(0, "x"), lambda: a.__setitem__(9, 1), lambda: a.__setitem__(slice(0, 2), 5), lambda: a.__setitem__(slice(0, 3, 2), b"xyz"), lambda: a[9], lambda: hash(a), lambda: {a: 1}, lambda: a + "x", lambda: a.join(["a"]), lambda: a.index(b"zz"), lambda: a["x"]):
    attempt(bad)
print(a)
b = c = bytearray(b"shared")
b += b"!"
print(c, b is c)
view = bytes(b)
b[0] = 0
print(view, b, bytearray(b"%d") % 5, bytearray(b"a-b").partition(b"-"), bytearray(b",").join([b"x", b"y"]), bytearray(b" s ").strip(), [*bytearray(b"ab")], bytearray(b"abc")[::-1], bytearray(b"ab") * 0, bool(bytearray()), bytearray(range(3)))
print(repr(bytearray(b"'")), repr(bytearray(b'"\\\n')), str(bytearray(b"x")), f"{bytearray(b'y')}", isinstance(bytearray(), bytes), sorted(bytearray(b"cab")))
n = bytearray(4)
for i in range(4):
    n[i] = i ** 3
n[1], n[2] = n[2], n[1]
print(n, sum(n), list(enumerate(n)), n.translate(bytes(reversed(range(256)))))
