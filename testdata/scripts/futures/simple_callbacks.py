# The fifth program: callbacks that collect results.
from concurrent.futures import ThreadPoolExecutor

results, errors = [], []


def collect(future):
    if future.exception():
        errors.append(str(future.exception()))
    else:
        results.append(future.result())


with ThreadPoolExecutor(2) as pool:
    for text in ("1", "2", "x", "4"):
        pool.submit(int, text).add_done_callback(collect)
print(sorted(results))
print(errors)
