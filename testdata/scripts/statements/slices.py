# Slicing, slice assignment and slice deletion on lists, and slices of text, bytes, tuples and ranges.
a = list(range(10))
print(a[2:5], a[:3], a[7:], a[::3], a[::-1], a[8:2:-2], a[-3:], a[:-7], a[5:2], a[100:], a[-100:2])
s = "héllo wörld"
print(s[1:4], s[::-1], s[-5:-1], s[::4], s[20:], repr(s[3:3]))
print(b"bytes"[1:3], b"bytes"[1], b"bytes"[::-1], (1, 2, 3)[:-1], range(20)[3:15:4], range(10)[::-2])

a[2:5] = ["x"]
print(a)
a[1:1] = [7, 7, 7]
print(a)
a[:0] = "ab"
a[len(a):] = (1,)
print(a)
a[::2] = range(len(a[::2]))
print(a)
a[-2:] = []
print(a)
a[3:1] = ["ins"]
print(a)
a[:] = [1, 2, 3, 4]
a[1:3] = a
print(a)
a[::-1] = sorted(a)
print(a)
del a[1:3]
del a[::2]
print(a)

for f in (lambda: a.__setitem__(slice(None, None, 2), [1, 2, 3, 4]), lambda: a.__setitem__(slice(0, 1), 5),
          lambda: a["1"], lambda: a[1.0], lambda: a[::0], lambda: "abc"["a":], lambda: (1, 2)[None], lambda: s[1.5],
          lambda: b"x"["y"], lambda: range(3)["a"], lambda: {}[1:2], lambda: {1, 2}[0], lambda: a[1, 2]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)

sl = slice(1, None, 2)
print(sl, sl.start, sl.stop, sl.step, sl.indices(7), slice(3), slice(None) == slice(None, None, None))
print(slice(-3, -1).indices(5), slice(None, None, -1).indices(4), slice(10, 0, -3).indices(6))
print([10, 20, 30, 40][sl], "abcdef"[slice(-3, None)])


class Probe:
    def __getitem__(self, key): return key
    def __setitem__(self, key, value): print("set", key, value)


p = Probe()
print(p[1], p[1:2], p[:, 1], p[::2, ...], p["a":"b":"c"], p[()], p[1,], p[*[1, 2], 3])
p[1:2] = 3
p[..., 0] = 4


class Index:
    def __init__(self, i): self.i = i
    def __index__(self): return self.i


print([0, 1, 2, 3][Index(1):Index(3)], "xyz"[Index(-1)], range(10)[Index(5)])
m = [1] * 3
m[1:2] *= 3
print(m)
nested = [[0] * 2 for _ in range(2)]
nested[0][:] = [9, 9]
nested[1][1:] += [4, 4]
print(nested)
t = bytearray(b"0123456789")
t[2:4] = b"AB"
t[::5] = b"XY"
del t[-3:]
t[1:1] = [33, 34]
print(t)
