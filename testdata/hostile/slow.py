# time, MemoryError
pow(3, 10**2000000 + 1, 10**2000000 + 3)
---
# time, MemoryError
x = 7 ** 1000000
while True: x // 3 ** 500000
---
# time, MemoryError
x = 7 ** 1000000
while True: str(x) if False else hash(x)
---
# time, MemoryError
import math
x = 7 ** 2000000
while True: math.isqrt(x)
---
# time, MemoryError
import math
x, y = 7 ** 1000000, 11 ** 900000
while True: math.gcd(x, y)
---
# time
l = list(range(10**6))
while True: -1 in l
---
# time
l = list(range(10**6))
while True:
    try: l.index(-1)
    except ValueError: pass
---
# time
l = list(range(10**6))
while True: l.count(-1)
---
# time
l = list(range(10**6))
while True: l.reverse()
---
# time
l = list(range(10**6))
while True: l.sort(key=lambda x: -x); l.reverse()
---
# time
l = [[i] for i in range(10**5)]
while True: sorted(l, reverse=True)
---
# time
l = list(range(10**6)); m = list(range(10**6))
while True: l == m
---
# time
l = list(range(10**6)); m = list(range(10**6))
while True: l < m
---
# time
l = tuple(range(10**6))
while True: hash(l)
---
# time
l = list(range(10**6))
while True: l.insert(0, 1); l.pop(0)
---
# time
s = 'a' * 10**6
while True: s.count('b')
---
# time
s = 'a' * 10**7
while True: s.replace('b', 'c')
---
# time
s = 'a' * 10**7
while True: 'ab' in s
---
# time
s = 'a' * 10**6 
t = 'a' * 10**5 + 'b' + 'a' * 10**5
while True: s.find(t)
---
# time
s = 'é' * 10**6
while True: s[500000]
---
# time
s = 'é' * 10**6
while True: len(s)
---
# time
s = ('a ' * 10**6)
while True: s.split()
---
# time
import re
re.match('(a*)*b', 'a' * 100)
---
# time
import re
re.search('(.*)*(.*)*(.*)*x', 'a' * 1000)
---
# time
import re
re.match(r'(\w+\s?)*$', 'aaaa ' * 20 + '!')
---
# time
import re
re.sub('(a+)+$', '', 'a' * 100 + 'b')
---
# time
import re
re.findall('(x+x+)+y', 'x' * 200)
---
# time
import re
re.split('(x+x+)+y', 'x' * 200)
---
# time, ok, RecursionError, error, PatternError, OverflowError, MemoryError, memory
import re
re.compile('(' * 10000 + ')' * 10000)
---
# time, ok, error, PatternError, memory, RecursionError, MemoryError, OverflowError
import re
re.compile('((((((a{1,1000}){1,1000}){1,1000}){1,1000}){1,1000}){1,1000})')
---
# time, ok, memory, MemoryError, ok
import re
re.compile('|'.join(['a' * 100] * 10000))
---
# time, ok, error, PatternError, memory, MemoryError
import re
re.compile('a' * 10**7)
---
# time, memory, MemoryError
import fnmatch
while True: fnmatch.fnmatch('a' * 100, '*a' * 50 + 'b')
---
# time, memory
import difflib
difflib.SequenceMatcher(None, 'ab' * 50000, 'ba' * 50000, autojunk=False).ratio()
---
# time
import time
time.sleep(10**9)
---
# time
import hashlib
hashlib.pbkdf2_hmac('sha256', b'a', b'b', 10**9)
---
# time
import hashlib
while True: hashlib.sha256(b'a' * 10**7)
---
# time, MemoryError
import zlib
while True: zlib.crc32(b'a' * 10**7)
---
# time
import random
while True: random.sample(range(10**9), 10**5)
---
# time
import itertools
next(itertools.islice(itertools.permutations(range(100), 50), 10**12, None))
---
# time, MemoryError, ok
import statistics
statistics.mean(range(10**10))
---
# time
import math
math.fsum(0.1 for _ in range(10**10))
---
# time
import math
math.prod(1 for _ in range(10**10))
---
# time
import math
math.prod(itertools.repeat(1)) if False else math.prod(iter(lambda: 1, 2))
---
# time
import collections
collections.deque(iter(lambda: 1, 2), maxlen=0)
---
# time
import heapq
heapq.nlargest(3, iter(lambda: 1, 2))
---
# time
import heapq, itertools
list(heapq.merge(itertools.repeat(1), itertools.repeat(1), key=lambda x: x)) if False else sum(1 for _ in heapq.merge(itertools.repeat(1), itertools.repeat(1)))
---
# time
class C:
    def __iter__(self):
        while True: yield 1
import statistics
max(C())
---
# time
range(10**18)[::7].index(3.5) if False else [0 for i in range(10**18)[::7] if i < 0]
---
# time
range(10**18).count(3.5)
---
# time, ok, ValueError
range(10**18).index(-1.5)
---
# time
def f(n): return n if n < 2 else f(n - 1) + f(n - 2)
f(80)
---
# time
import sys
sys.stdin.read() and 0
while True: pass
---
# time
import textwrap
while True: textwrap.wrap('a ' * 50000)
---
# time
import csv
while True: list(csv.reader(['a,' * 100000] * 10))
---
# time
import datetime
while True: datetime.datetime.strptime('2020', '%Y')
---
# time
import fractions
x = fractions.Fraction(1, 3)
while True: x = x * x + x
---
# time
float('1' * 10**7) if False else float('0.' + '1' * 10**7)
while True: float('0.' + '1' * 10**6)
---
# time, memory
from collections import namedtuple
namedtuple('x', ['a%d' % i for i in range(10**6)])
---
# time, memory
from collections import namedtuple
names = ['a%d' % i for i in range(30000)]
while True: namedtuple('x', names)
