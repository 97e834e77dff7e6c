# threads
import threading, time
while True: threading.Thread(target=time.sleep, args=(100,)).start()
---
# threads
import threading, time
ts = [threading.Thread(target=time.sleep, args=(100,)) for _ in range(1000)]
for t in ts:
    try: t.start()
    except BaseException: pass
---
# threads
from concurrent.futures import ThreadPoolExecutor
import time
with ThreadPoolExecutor(10**6) as ex:
    for i in range(10**6): ex.submit(time.sleep, 100)
---
# threads
from concurrent.futures import ThreadPoolExecutor
def f():
    with ThreadPoolExecutor(1) as ex: return ex.submit(f).result()
f()
---
# threads
import threading
def f():
    t = threading.Thread(target=f)
    t.start(); t.join()
f()
---
# threads
import threading
def f():
    while True:
        try: threading.Timer(0, f).start()
        except BaseException: pass
f()
---
# queued tasks, memory, time
from concurrent.futures import ThreadPoolExecutor
import time
ex = ThreadPoolExecutor(1)
for i in range(10**7): ex.submit(time.sleep, 100)
---
# queued tasks, memory, time
from concurrent.futures import ThreadPoolExecutor
import time
ex = ThreadPoolExecutor(1)
while True:
    try: list(ex.map(time.sleep, range(10**6)))
    except BaseException: pass
---
# queued tasks, memory, time
from concurrent.futures import ThreadPoolExecutor
ex = ThreadPoolExecutor(1)
def f():
    ex.submit(f); ex.submit(f)
    return f
f()
---
# time
from concurrent.futures import ThreadPoolExecutor
def f():
    while True: pass
with ThreadPoolExecutor(4) as ex:
    for i in range(8): ex.submit(f)
---
# time
from concurrent.futures import ThreadPoolExecutor
ex = ThreadPoolExecutor(1)
f = ex.submit(lambda: 1)
def again(f): f.add_done_callback(again)
while True:
    f.add_done_callback(again)
---
# workers, threads
from concurrent.futures import InterpreterPoolExecutor
def f():
    with InterpreterPoolExecutor(1) as ex: return ex.submit(f).result()
f()
---
# workers, threads
from concurrent.futures import InterpreterPoolExecutor
import time
with InterpreterPoolExecutor(50) as ex:
    for i in range(50): ex.submit(time.sleep, 100)
---
# steps, time
from concurrent.futures import InterpreterPoolExecutor
def f():
    while True:
        try:
            while True: pass
        except BaseException: pass
with InterpreterPoolExecutor(2) as ex:
    fs = [ex.submit(f) for _ in range(4)]
    for x in fs: x.result()
---
# memory, MemoryError, time
from concurrent.futures import InterpreterPoolExecutor
def f():
    l = []
    while True: l.append('a' * 10000)
with InterpreterPoolExecutor(2) as ex:
    fs = [ex.submit(f) for _ in range(4)]
    for x in fs: x.result()
---
# output, time
from concurrent.futures import InterpreterPoolExecutor
def f():
    while True: print('a' * 1000)
with InterpreterPoolExecutor(2) as ex:
    fs = [ex.submit(f) for _ in range(4)]
    for x in fs: x.result()
---
# workers, threads, time
from concurrent.futures import ProcessPoolExecutor
def f():
    with ProcessPoolExecutor(1) as ex: return ex.submit(f).result()
f()
---
# workers, threads, time
from concurrent.futures import ProcessPoolExecutor
import time
with ProcessPoolExecutor(50) as ex:
    for i in range(50): ex.submit(time.sleep, 100)
---
# workers, time
import multiprocessing, time
ps = [multiprocessing.Process(target=time.sleep, args=(100,)) for _ in range(50)]
for p in ps: p.start()
---
# steps, time
from concurrent.futures import ProcessPoolExecutor
def f():
    while True:
        try:
            while True: pass
        except BaseException: pass
with ProcessPoolExecutor(2) as ex:
    fs = [ex.submit(f) for _ in range(4)]
    for x in fs: x.result()
---
# time
from concurrent.futures import ProcessPoolExecutor
def f():
    while True: pass
with ProcessPoolExecutor(2) as ex:
    while True:
        try: ex.submit(f).result()
        except BaseException: pass
---
# memory, MemoryError, time
from concurrent.futures import ProcessPoolExecutor
def f():
    l = []
    while True: l.append('a' * 10000)
with ProcessPoolExecutor(2) as ex:
    fs = [ex.submit(f) for _ in range(4)]
    for x in fs: x.result()
---
# memory, MemoryError, time
from concurrent.futures import ProcessPoolExecutor
def f(): return ['a' * 10**6] * 100
with ProcessPoolExecutor(2) as ex:
    x = [ex.submit(f).result() for _ in range(100)]
---
# output, time
from concurrent.futures import ProcessPoolExecutor
def f():
    while True: print('a' * 1000)
with ProcessPoolExecutor(2) as ex:
    fs = [ex.submit(f) for _ in range(4)]
    for x in fs: x.result()
---
# concurrent.futures.process.BrokenProcessPool, time
from concurrent.futures import ProcessPoolExecutor
import os
with ProcessPoolExecutor(2) as ex:
    ex.submit(os._exit, 1).result()
---
# concurrent.futures.process.BrokenProcessPool, time
from concurrent.futures import ProcessPoolExecutor
import os, signal
def f(): os.kill(os.getpid(), signal.SIGKILL)
with ProcessPoolExecutor(2) as ex:
    ex.submit(f).result()
---
# depth, memory, time
from concurrent.futures import ProcessPoolExecutor
import sys
def f():
    sys.setrecursionlimit(10**9)
    def g(): g()
    g()
with ProcessPoolExecutor(1) as ex: ex.submit(f).result()
---
# DeadlockError, RuntimeError, ok, time
from concurrent.futures import ThreadPoolExecutor
ex = ThreadPoolExecutor(1)
f = ex.submit(lambda: f.result())
f.result()
---
# time
import queue, threading
q = queue.Queue()
threading.Thread(target=q.get).start()
q.join() if False else q.get()
---
# time
import threading
a, b = threading.Lock(), threading.Lock()
def f(x, y):
    with x:
        import time; time.sleep(0.05)
        with y: pass
t = threading.Thread(target=f, args=(a, b)); t.start()
f(b, a)
