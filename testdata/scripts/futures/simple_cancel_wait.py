# The fourth program: wait with a timeout, cancel what has not started.
import threading
from concurrent.futures import ThreadPoolExecutor, wait, FIRST_COMPLETED, ALL_COMPLETED

go = threading.Event()
pool = ThreadPoolExecutor(max_workers=1)
first = pool.submit(go.wait, 5)
rest = [pool.submit(pow, 2, n) for n in range(3)]
done, not_done = wait([first] + rest, timeout=0.01)
print(len(done), len(not_done))
print(rest[-1].cancel(), rest[-1].cancelled(), rest[-1].done())
go.set()
done, not_done = wait([first] + rest[:2], return_when=ALL_COMPLETED)
print(len(done), len(not_done), [f.result() for f in rest[:2]])
one = wait([first], return_when=FIRST_COMPLETED)
print(one.done == {first}, one.not_done)
pool.shutdown()
try:
    pool.submit(print)
except RuntimeError as e:
    print(e)
