# exit: 1
# An exception in the main program while tasks run: they finish, then the program ends with it.
from concurrent.futures import ThreadPoolExecutor
import time


def slow(n):
    time.sleep(0.02)
    print("task", n, "finished")
    return n


with ThreadPoolExecutor(1) as pool:
    pool.submit(slow, 1)
    pool.submit(slow, 2)
    raise RuntimeError("main failed")
