B = 1 << 80
l = [1, 2, 3]
for f in ("[1][:1<<80]", "l[-B:B]", "l[B:]", "l[:-B]", "l[::B]", "l[::-B]", "'abc'[:B]", "'abc'[-B:2]", "(1,2)[B:-B:-1]", "b'abc'[:B]", "range(10)[:B]", "bytearray(b'xyz')[-B:]", "l[slice(None, B)]", "slice(None, B).indices(5)", "slice(-B, B, -B).indices(5)", "l.index(2, -B, B)", "'abc'.find('b', -B, B)", "'abc'.startswith('a', -B, B)", "(1,2).index(2, 0, B)", "l[B]", "l[-B]", "'abc'[B]", "(1,)[B]", "range(3)[B]", "b'a'[B]", "range(B)[:3]", "range(B)[B-1]", "memoryview(b'abc')[:B].tobytes()", "l * -B", "l * 0", "'abc'.count('a', 0, B)", "l.pop(B)", "'abc'[1<<31:]", "'abc'[:1<<31]", "'abc'[:1<<40]", "'abc'[:1<<62]", "'abc'[:1<<63]", "'abc'[-(1<<63):]","l[:True]", "'abc'[None:B]", "b'abc'.find(b'c', 0, B)", "bytearray(b'abc').rfind(b'c', -B)"):
    try: print(f, eval(f))
    except BaseException as e: print(f, type(e).__name__, e)
l[B:] = [4]; print(l)
l[-B:1] = [0]; print(l)
del l[2:B]; print(l)
l.insert(1, 5); 
try: l.insert(B, 5)
except BaseException as e: print(type(e).__name__, e)
x = "hello"
from collections import deque
try: print(deque([1,2]).index(2, 0, B))
except BaseException as e: print(type(e).__name__, e)
try: l.index(77, B)
except BaseException as e: print(type(e).__name__, e)
import itertools
try: print(list(itertools.islice([1,2], 0, B)))
except BaseException as e: print(type(e).__name__, e)
