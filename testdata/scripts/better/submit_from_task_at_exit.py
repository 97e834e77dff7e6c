# A task that submits after the main program has ended: CPython drops what it submits.
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(2)


def later(n):
    time.sleep(0.02)
    print("task", n)
    if n < 3:
        pool.submit(later, n + 1)


pool.submit(later, 1)
print("main is done")
