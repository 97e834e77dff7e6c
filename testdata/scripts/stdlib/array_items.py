# array.array whole.
import array
import copy
import hashlib
import io
import pickle
import struct
from array import array as A

print(array.typecodes, array.ArrayType is A)
for code in 'bBhHiIlLqQfd':
    a = A(code, [1, 2, 3])
    print(a, a.typecode, a.itemsize, len(a), a.tobytes()[:9], a[0], a[-1], sum(a), bool(A(code)))
a = A('i', range(10))
print(a[2:5], a[::-2], a[:], a[100:], list(a)[:3], 5 in a, 50 in a, a.index(7), a.index(3, 2, 5), a.count(3), a.tolist() == list(range(10)))
a.append(10)
a.extend([11, 12])
a.extend(A('i', [13]))
a.insert(0, -1)
a.insert(-1, 99)
print(a, a.pop(), a.pop(0), a.pop(-2))
a.remove(5)
a.reverse()
a[0] = 1000
a[1:3] = A('i', [7, 7, 7])
a[::4] = A('i', [0] * len(a[::4]))
del a[1], a[-2:], a[::3]
print(a, a + A('i', [1]), a * 2 == 2 * a, a == A('i', a), a == A('d', a), a != a, A('i', [1, 2]) < A('i', [1, 3]), a == list(a))
a += A('i', [5])
a *= 2
print(a, A('b', b'\x01\xff'), A('H', b'\x01\x00\x02\x00'), A('B', bytearray(b'ab')), A('d', (1, 2.5)), A('f', [0.1])[0], A('i', A('h', [3])), A('u', 'héllo'), A('w', 'ab').tounicode(), A('u'))
b = A('h', [1, 256])
b.byteswap()
print(b, b.buffer_info()[1], copy.copy(b) == b, copy.deepcopy(b) is b, pickle.loads(pickle.dumps(b)) == b)
c = A('I')
c.frombytes(b'\x01\0\0\0')
c.fromlist([2, 3])
f = io.BytesIO()
c.tofile(f)
f.seek(0)
d = A('I')
d.fromfile(f, 2)
print(c, d, bytes(c), bytearray(c), hashlib.md5(c).hexdigest(), struct.unpack('<3I', c), b''.join([c, b'x']), memoryview(A('B', [1, 2]))[1])
u = A('u', 'ab')
u.fromunicode('cd')
print(u, u.tounicode(), u[1], list(u))
m = A('B', b'12345')
print(io.BytesIO(b'abc').readinto(m), m, m.tobytes().decode())
with open('arr.bin', 'wb') as out:
    print(out.write(A('i', [1, 2])))
e = A('b', [1])
c.clear() if hasattr(c, 'clear') else None
print(len(c), iter(e).__next__(), [x for x in e], max(A('d', [1, 5, 2])), sorted(A('i', [3, 1])), A[int])


class Sub(A):
    def total(self):
        return sum(self)


print(Sub('i', [1, 2]).total(), isinstance(Sub('i'), A))
for call in (lambda: A(), lambda: A('x'), lambda: A('ii'), lambda: A(3), lambda: A('b', [200]), lambda: A('b', [-200]), lambda: A('B', [-1]), lambda: A('B', [256]), lambda: A('h', [40000]), lambda: A('H', [-1]), lambda: A('H', [70000]), lambda: A('i', [2**31]),
             lambda: A('i', [2**70]), lambda: A('I', [-1]), lambda: A('I', [2**32]), lambda: A('l', [2**63]), lambda: A('L', [-1]), lambda: A('Q', [2**64]), lambda: A('q', [2**63]), lambda: A('i', ['x']), lambda: A('i', [1.5]), lambda: A('d', ['x']), lambda: A('i', 'text'), lambda: A('u', [1]),
             lambda: A('i', b'abc'), lambda: A('i', 5), lambda: a[100], lambda: a.pop(100), lambda: A('i').pop(), lambda: a.remove(12345), lambda: a.index(12345), lambda: a['x'], lambda: a.__setitem__(100, 1), lambda: a.__setitem__(slice(0, 1), [1]),
             lambda: a + [1], lambda: a + A('d'), lambda: a.extend(A('d', [1])), lambda: a.__iadd__([1]), lambda: a.fromlist((1,)), lambda: d.fromfile(io.BytesIO(b'1234'), 5), lambda: a.tounicode(), lambda: hash(a), lambda: a.frombytes('x'), lambda: A('u', 'ab')[5], lambda: A('w', ['ab']),
             lambda: a.__setitem__(slice(0, 4, 2), A('i', [1, 2, 3])), lambda: A('i', [1], 2), lambda: A('i', x=1)):
    try:
        print(call())
    except Exception as err:
        print(type(err).__name__, err)
