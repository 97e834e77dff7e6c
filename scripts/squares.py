"""Square some numbers on a pool of threads, and take the results as they complete."""
import time
from concurrent.futures import ThreadPoolExecutor, as_completed


def square(n):
    time.sleep(0.1 * (5 - n))
    return n * n


with ThreadPoolExecutor(max_workers=5) as pool:
    futures = {pool.submit(square, n): n for n in range(1, 5)}
    for future in as_completed(futures):
        print(f"{futures[future]} squared is {future.result()}")
