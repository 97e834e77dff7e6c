# A cycle of waits: CPython hangs for ever, here the wait that closes it fails.
import threading
from concurrent.futures import ThreadPoolExecutor, wait

ready = threading.Event()
futures = {}


def waits_for(name):
    ready.wait()
    return futures[name].result()


with ThreadPoolExecutor(3) as pool:
    futures["a"] = pool.submit(waits_for, "b")
    futures["b"] = pool.submit(waits_for, "c")
    futures["c"] = pool.submit(waits_for, "a")
    ready.set()
    wait(futures.values())
    kinds = {type(f.exception()).__name__ for f in futures.values()}
    print(kinds)
    text = str(futures["a"].exception())
    print(text.count("waits_for"), text.count("deadlock_cycle.py:"), "can ever finish" in text)
    print(issubclass(type(futures["a"].exception()), RuntimeError))

own = {}


def myself():
    gate.wait()
    try:
        return own["f"].result()
    except RuntimeError as e:
        return type(e).__name__ + ": its own result" if "its own result" in str(e) else str(e)


gate = threading.Event()
with ThreadPoolExecutor() as pool:
    own["f"] = pool.submit(myself)
    gate.set()
print(own["f"].result())
