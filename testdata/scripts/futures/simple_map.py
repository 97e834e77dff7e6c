# The second program: map.
from concurrent import futures
import time


def work(item):
    name, delay = item
    time.sleep(delay)
    return name.upper()


jobs = [("slow", 0.03), ("quick", 0.001), ("medium", 0.01)]
with futures.ThreadPoolExecutor() as pool:
    for result in pool.map(work, jobs):
        print(result)
    print(list(pool.map(lambda a, b: a + b, [1, 2, 3], [10, 20, 30])))
    print(dict(zip("abc", pool.map(ord, "abc"))))
print("done")
