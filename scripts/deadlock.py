"""Two tasks that wait for each other. CPython hangs; here the error says who waits for whom."""
import threading
from concurrent.futures import ThreadPoolExecutor

both = threading.Barrier(2)


def heads():
    both.wait()
    return tails_future.result()


def tails():
    both.wait()
    return heads_future.result()


with ThreadPoolExecutor(max_workers=2) as pool:
    heads_future = pool.submit(heads)
    tails_future = pool.submit(tails)

for future in (heads_future, tails_future):
    print(f"{type(future.exception()).__name__}: {future.exception()}")
    print()
