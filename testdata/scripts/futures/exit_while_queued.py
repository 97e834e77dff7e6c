# exit: 4
# sys.exit waits for queued work of a pool that nobody shut down.
import sys
import time
from concurrent.futures import ThreadPoolExecutor

pool = ThreadPoolExecutor(1)
for n in range(3):
    pool.submit(lambda n=n: (time.sleep(0.005), print("ran", n)))
print("leaving")
sys.exit(4)
