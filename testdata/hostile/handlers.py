# time
def f():
    try: f2()
    finally: f()
def f2():
    while True: pass
while True:
    try: f()
    except BaseException: pass
---
# steps, time, memory
while True:
    try:
        while True: pass
    except BaseException:
        pass
---
# steps, time, memory
try:
    while True: pass
finally:
    while True: pass
---
# steps, time, memory
def g():
    try:
        while True: yield
    except BaseException:
        while True: pass
for x in g(): pass
---
# steps, time, memory
class C:
    def __enter__(self): return self
    def __exit__(self, *a):
        while True: pass
with C():
    while True: pass
---
# steps, time, memory
import concurrent.futures as cf
with cf.ThreadPoolExecutor(4) as ex:
    def f():
        try:
            while True: pass
        except BaseException:
            while True: pass
    fs = [ex.submit(f) for _ in range(8)]
    while True:
        try:
            for x in fs: x.result()
        except BaseException: pass
---
# steps, time, memory
import threading
def f():
    while True:
        try:
            while True: pass
        except BaseException: pass
ts = [threading.Thread(target=f) for _ in range(5)]
for t in ts: t.start()
for t in ts: t.join()
---
# steps, time, memory
def gen(n):
    for i in range(n): yield i
while True: sum(gen(10))
---
# steps, time, memory
def gen():
    yield 1
while True:
    for x in gen(): pass
---
# steps, time, memory
import sys
sys.setrecursionlimit(5000)
def f(n):
    try: return f(n + 1)
    except RecursionError: return f(n)
f(0)
---
# steps, time, memory
def f():
    try: f()
    finally: f()
f()
---
# steps, time, memory
class E(Exception):
    def __init__(self):
        while True: pass
try: raise E
except BaseException: pass
---
# memory, steps, time
e = Exception()
while True:
    try: raise Exception() from e
    except Exception as x: e = x
---
# memory, steps, time
e = Exception()
while True: e.add_note('x' * 1000)
---
# steps, time, memory
import contextlib
with contextlib.ExitStack() as s:
    for i in range(1000): s.callback(lambda: [0 for _ in iter(int, 1)])
---
# steps, time, memory
def f():
    for i in range(3):
        try: continue
        finally:
            while True:
                try:
                    while True: pass
                except: pass
f()
---
# steps, time, memory
while True:
    try: exec("while True: pass")
    except: pass
---
# steps, time, memory
while True:
    try: raise ExceptionGroup('x', [ValueError()])
    except* ValueError: pass
---
# steps, time, memory
class C:
    def __del__(self):
        C()
C()
while True: C()
---
# steps, time, memory
import sys
def h(*a):
    while True: pass
sys.unraisablehook = h
while True:
    try: 1/0
    except: pass
---
# output, time
while True: print('spam' * 100)
---
# output, time
import sys
while True:
    try: sys.stderr.write('x' * 1000)
    except BaseException: pass
---
# output, time
import sys
while True:
    try:
        sys.stdout.write('x' * 1000); sys.stdout.flush()
    except BaseException: pass
---
# output, time
import logging
while True: logging.error('x' * 1000)
---
# output, time
import warnings
warnings.simplefilter('always')
while True: warnings.warn('x' * 1000)
---
# output, time
import traceback
while True:
    try: 1/0
    except: traceback.print_exc()
