# Futures that a shutdown cancels: CPython's wait and as_completed hang on them.
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

gate = threading.Event()
pool = ThreadPoolExecutor(1)
first = pool.submit(gate.wait)
rest = [pool.submit(int, "7") for _ in range(3)]
pool.shutdown(wait=False, cancel_futures=True)
done, not_done = wait(rest, timeout=5)
print(len(done), len(not_done))
print([f.cancelled() for f in as_completed(rest, timeout=5)])
gate.set()
print(first.result())
