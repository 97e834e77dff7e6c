# exit: 1
from concurrent.futures import ThreadPoolExecutor


def work(n):
    return 10 // n


with ThreadPoolExecutor(2) as pool:
    fs = [pool.submit(work, n) for n in (5, 0)]
    print(fs[0].result())
    fs[1].result()
print("not reached")
