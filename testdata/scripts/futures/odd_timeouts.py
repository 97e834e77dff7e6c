# Timeouts that are no plain numbers of seconds: how each wait takes them.
import concurrent.futures
import threading


def tell(wait, timeout):
    try:
        print(repr(timeout), wait(timeout))
    except Exception as e:
        print(repr(timeout), type(e).__name__, e)


for timeout in (float("nan"), 0, -1, -1e300, 1e10, 10**30, float("inf"), "1", [], True - 1):
    tell(threading.Event().wait, timeout)
    tell(concurrent.futures.Future().result, timeout)
    tell(lambda t: concurrent.futures.wait([concurrent.futures.Future()], t), timeout) if timeout == "1" else None
    tell(lambda t: threading.Lock().acquire(timeout=t), timeout) if timeout in (-1, 1e10) else None
