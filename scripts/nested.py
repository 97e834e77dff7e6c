"""Tasks that submit to their own pool and wait: a merge sort on two workers. In CPython this hangs."""
import random
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(max_workers=2)


def merge(left, right):
    out = []
    while left and right:
        out.append((left if left[0] <= right[0] else right).pop(0))
    return out + left + right


def sort(items):
    if len(items) < 2:
        return items
    middle = len(items) // 2
    halves = [pool.submit(sort, part) for part in (items[:middle], items[middle:])]
    return merge(*(h.result() for h in halves))


numbers = list(range(40))
random.seed(1)
random.shuffle(numbers)
print(pool.submit(sort, numbers).result() == list(range(40)))
