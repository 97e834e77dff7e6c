# A BaseException in a callback: CPython's worker dies of it, and later tasks hang.
from concurrent.futures import ThreadPoolExecutor


def bad(f):
    raise KeyboardInterrupt("in a callback")


with ThreadPoolExecutor(1) as pool:
    a = pool.submit(int, "1")
    a.add_done_callback(bad)
    a.add_done_callback(lambda f: print("next callback", f.result()))
    print([pool.submit(int, str(n)).result(timeout=5) for n in range(3)])
