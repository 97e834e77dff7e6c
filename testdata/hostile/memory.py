# memory, MemoryError, time
x = 'a'
while True: x += x
---
# memory, MemoryError, time
x = 'a' * 1000
while True: x = x + x
---
# memory, MemoryError, time
x = 'a'
while True: x *= 2
---
# memory, MemoryError, time
x = b'a'
while True: x += x
---
# memory, MemoryError, time
x = bytearray(b'a')
while True: x += x
---
# memory, MemoryError, time
x = [0]
while True: x += x
---
# memory, MemoryError, time
x = [0]
while True: x = x + x
---
# memory, MemoryError, time
x = [0]
while True: x.extend(x)
---
# memory, MemoryError, time
x = (0,)
while True: x += x
---
# memory, MemoryError, time
x = (0,)
while True: x = x * 2
---
# MemoryError
x = 1
while True: x *= x + 1
---
# MemoryError
x = 3
while True: x **= 2
---
# MemoryError
x = 1
while True: x <<= 100000
---
# MemoryError
x = 1 << (1 << 40)
---
# MemoryError
x = 10 ** 10 ** 10
---
# MemoryError
x = 'a' * 10**10
---
# MemoryError
x = 10**9 * 'abc'
---
# MemoryError
x = [0] * 10**9
---
# MemoryError
x = 10**8 * (1, 2)
---
# MemoryError
x = b'a' * 10**9
---
# MemoryError
bytes(10**9)
---
# MemoryError
bytearray(10**9)
---
# MemoryError
'%1000000000d' % 1
---
# MemoryError
'%*d' % (10**9, 1)
---
# MemoryError, ValueError
'%.1000000000f' % 1.5
---
# MemoryError
f'{1:>999999999}'
---
# MemoryError
format('a', '>999999999')
---
# MemoryError
'{:>{}}'.format(1, 10**9)
---
# MemoryError
'a'.ljust(10**9)
---
# MemoryError
'a'.zfill(10**9)
---
# MemoryError
'a'.center(10**9)
---
# MemoryError
'\t'.expandtabs(10**9)
---
# MemoryError
('a' * 10**6).join(['b'] * 10**4)
---
# MemoryError
('a' * 10**6).replace('a', 'b' * 10**4)
---
# MemoryError
('a' * 10**6).translate({97: 'b' * 10**4})
---
# MemoryError, memory
import re
re.sub('a', 'b' * 10**4, 'a' * 10**6)
---
# MemoryError, memory
import re
re.sub('a', lambda m: 'b' * 10**4, 'a' * 10**6)
---
# MemoryError, memory, time
import re
re.findall('(?=(a*))', 'a' * 10**6)
---
# MemoryError, memory
l = []
while True: l.append('a' * 10000)
---
# memory, MemoryError, time
l = []
while True: l.append([])
---
# memory, MemoryError, time
l = []
while True: l = [l]
---
# memory, MemoryError, time
l = ()
while True: l = (l,)
---
# memory, MemoryError, time
d = {}
while True: d[len(d)] = d
---
# memory, MemoryError, time
s = set()
while True: s.add(len(s))
---
# memory, MemoryError, time
class C: pass
l = []
while True:
    c = C(); c.x = 1; l.append(c)
---
# memory, MemoryError, time
l = []
while True: l.append(lambda: l)
---
# memory, MemoryError, time
def f(g): return lambda: g()
g = lambda: 0
while True: g = f(g)
---
# memory, MemoryError, time
def g():
    x = yield
l = []
while True:
    i = g(); next(i); l.append(i)
---
# memory, MemoryError, time
l = []
while True: l.append((x for x in l))
---
# memory, MemoryError, time
i = 0
while True:
    exec(f'x{i} = "a" * 1000'); i += 1
---
# memory, MemoryError, time
i = 0
while True:
    globals()[f'x{i}'] = i; i += 1
---
# memory, MemoryError, time
class C: pass
i = 0
while True:
    setattr(C, f'x{i}', i); i += 1
---
# memory, MemoryError, time
C = object
while True:
    class C(C): pass
---
# memory, MemoryError, time
l = []
while True:
    class C: pass
    l.append(C)
---
# memory, MemoryError, time
l = []
while True: l.append(type('C', (), {}))
---
# memory, MemoryError, time
[[0] * 10**6 for _ in range(10**6)]
---
# memory, MemoryError, time
l = [0] * 10**6
x = []
while True: x.append(l[:])
---
# memory, MemoryError, time
l = [0] * 10**6
x = []
while True: x.append(l + l)
---
# memory, MemoryError, time
l = [0] * 10**6
x = []
while True: x.append(list(l))
---
# memory, MemoryError, time
l = [0] * 10**6
x = []
while True: x.append(tuple(l))
---
# memory, MemoryError, time
l = [0] * 10**6
x = []
while True: x.append(sorted(l))
---
# memory, MemoryError, time
l = [0] * 10**6
x = []
while True: x.append(l.copy())
---
# memory, MemoryError, time
l = [0] * 10**6
x = []
while True: x.append(list(reversed(l)))
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append(s + 'c')
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append(s.upper())
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append(s[::-1])
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append((s + 'é').encode())
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append(s.split('a'))
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append(list(s))
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append(s.title())
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append(f'{s}{s}')
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append('%s%s' % (s, s))
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append('{}{}'.format(s, s))
---
# memory, MemoryError, time
s = 'ab' * 10**6
x = []
while True: x.append(repr(s))
---
# memory, MemoryError, time
d = {i: i for i in range(10**5)}
x = []
while True: x.append(dict(d))
---
# memory, MemoryError, time
d = {i: i for i in range(10**5)}
x = []
while True: x.append(d | d)
---
# memory, MemoryError, time
d = {i: i for i in range(10**5)}
x = []
while True: x.append({**d})
---
# memory, MemoryError, time
d = {i: i for i in range(10**5)}
x = []
while True: x.append(d.copy())
---
# memory, MemoryError, time
d = set(range(10**5))
x = []
while True: x.append(d | d)
---
# memory, MemoryError, time
d = set(range(10**5))
x = []
while True: x.append(d - {1})
---
# memory, MemoryError, time
import copy
d = [[i] for i in range(10**4)]
x = []
while True: x.append(copy.deepcopy(d))
---
# memory, MemoryError, time
import pickle
d = ['a' * 10**6]
x = []
while True: x.append(pickle.dumps(d))
---
# memory, MemoryError, time
import json
d = ['a' * 10**6] * 50
x = []
while True: x.append(json.dumps(d))
---
# memory, MemoryError, time
import json
s = '[' + '1,' * 10**6 + '1]'
x = []
while True: x.append(json.loads(s))
---
# memory, MemoryError, time
import base64
s = b'a' * 10**7
x = []
while True: x.append(base64.b64encode(s))
---
# memory, MemoryError, time
import io
f = io.StringIO()
while True: f.write('a' * 10**6)
---
# memory, MemoryError, time
import io
f = io.BytesIO()
while True: f.write(b'a' * 10**6)
---
# memory, MemoryError, time
import io
f = io.BytesIO()
f.seek(10**12)
f.write(b'a')
---
# memory, MemoryError, time
import collections
d = collections.deque()
while True: d.append('a' * 1000)
---
# memory, MemoryError, time
import collections
d = collections.deque([0])
while True: d.extend(d.copy())
---
# memory, MemoryError, time
import collections
d = collections.deque([0]) * 10**9
---
# memory, MemoryError, time
import queue
q = queue.Queue()
while True: q.put('a' * 1000)
---
# memory, MemoryError, time
import heapq
q = []
while True: heapq.heappush(q, 1)
---
# memory, MemoryError, time
import itertools
x = [list(itertools.permutations(range(9))) for _ in range(100)]
---
# memory, MemoryError, time, ok
import itertools
itertools.product(range(10**6), repeat=100)
---
# memory, MemoryError, time
import itertools
list(map(lambda i: 'x' * 1000, itertools.count()))
---
# memory, MemoryError, time
import itertools
','.join(map(lambda i: 'x' * 1000, itertools.count()))
---
# memory, time, MemoryError
def f():
    for x in [0] * 10**5: f()
f()
---
# memory, time, RecursionError, MemoryError
def f(*a): f(*a)
f(*[0] * 10**5)
---
# memory, time, RecursionError, MemoryError
def f(**a): f(**a)
f(**{f'x{i}': i for i in range(10**4)})
---
# memory, MemoryError, ValueError
int('9' * 10**7)
---
# memory, MemoryError, ValueError
import sys
sys.set_int_max_str_digits(0)
int('9' * 10**7)
---
# memory, MemoryError, ValueError
import sys
sys.set_int_max_str_digits(0)
str(10 ** 10**7)
---
# memory, MemoryError, time
int.from_bytes(b'a' * 10**8)
---
# memory, MemoryError, time
(1).to_bytes(10**10)
---
# memory, MemoryError, time
import math
math.factorial(10**7)
---
# memory, MemoryError, time
import math
math.comb(10**8, 10**7)
---
# memory, MemoryError, time
import math
math.perm(10**8, 10**7)
---
# memory, MemoryError, time
import math
math.prod(range(1, 10**7))
---
# memory, MemoryError, time
import functools
functools.reduce(lambda a, b: a * b, range(1, 10**9))
---
# memory, MemoryError, time
import functools
functools.reduce(lambda a, b: a + b, [[0] * 1000] * 10**6, [])
---
# memory, MemoryError, time
sum([[0] * 1000] * 10**5, [])
---
# memory, MemoryError, time
import functools
@functools.lru_cache(None)
def f(x): return 'a' * 1000
i = 0
while True: f(i); i += 1
---
# memory, MemoryError, time
import random
random.choices([1], k=10**9)
---
# memory, MemoryError, time
import random
random.randbytes(10**9)
---
# memory, MemoryError, time
import random
random.getrandbits(10**10)
---
# memory, MemoryError, time
import os
os.urandom(10**9)
---
# memory, MemoryError, time
import secrets
secrets.token_hex(10**9)
---
# memory, MemoryError, time
import struct
struct.pack('1000000000x')
---
# memory, MemoryError, time
import hashlib
hashlib.pbkdf2_hmac('sha256', b'a', b'b', 1, 10**10)
---
# memory, MemoryError, time
import textwrap
textwrap.indent('a\n' * 10**6, 'b' * 1000)
---
# memory, MemoryError, time
import string
string.Template('$a' * 10**5).substitute(a='b' * 10**4)
---
# memory, MemoryError, time
exec('y = [' + '1,' * 10**7 + ']')
---
# memory, MemoryError, time
compile('x = 1\n' * 10**7, 'a', 'exec')
---
# memory, MemoryError, time
l = []
while True: l.append(compile('x = 1\n' * 1000, 'a', 'exec'))
---
# memory, MemoryError, time
print('a' * 10**9)
---
# memory, MemoryError, time
print(*['a' * 10**6] * 10**5)
---
# memory, MemoryError, output, time
print(['a' * 10**6] * 10**5)
---
# memory, MemoryError, time
x = ['a' * 10**6] * 10**5
str(x)
---
# memory, MemoryError, time
x = []
for i in range(40): x = [x, x]
repr(x)
---
# memory, MemoryError, time
x = []
for i in range(40): x = [x, x]
import json
json.dumps(x)
---
# memory, MemoryError, time
x = ()
for i in range(40): x = (x, x)
hash(x)
---
# memory, MemoryError, time
x = y = ()
for i in range(40): x = (x, x); y = (y, y)
x == y
---
# memory, MemoryError, time, RecursionError
x = []
for i in range(40): x = [x, x]
import copy
copy.deepcopy(x)
import pprint
pprint.pformat(x)
---
# memory, MemoryError, time
import logging
class H(logging.Handler):
    l = []
    def emit(self, r): self.l.append(r)
log = logging.getLogger(); log.addHandler(H())
while True: log.error('a' * 1000)
---
# memory, time, MemoryError
import zlib
d = zlib.compress(b'\0' * 10**7)
x = []
while True: x.append(zlib.decompress(d))
---
# memory, time, MemoryError
x = slice(0, 10**12)
list(range(10**12)[x])
---
# TypeError, ok
x = [1][:1 << 80]
---
# memory, time, MemoryError
a = list(range(1000)); 
a[::1] = range(10**10)
---
# memory, time, MemoryError
a, *b = range(10**10)
---
# memory, time, MemoryError
import difflib
list(difflib.ndiff(['a' * 1000] * 10000, ['b' * 1000] * 10000))
---
# memory, time, MemoryError
open('/dev/zero').read()
---
# memory, time, MemoryError
open('/dev/zero', 'rb').read()
---
# memory, time, MemoryError
open('/dev/zero', 'rb').read(10**12)
---
# memory, time, MemoryError
open('/dev/zero', 'rb').readline()
---
# memory, time, MemoryError
import subprocess
subprocess.run(['cat', '/dev/zero'], capture_output=True)
