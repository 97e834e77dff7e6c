"""A fan-out of 2,000 gets over 100 threads on the loopback interface.

The server is a process of its own: `go run ./testdata/bench/webserver` prints its
address, which is this script's argument. The ways: a session that all threads
share, as downloaders have it, and requests.get, as most scripts have it.
"""
import sys
import time
from concurrent.futures import ThreadPoolExecutor

import requests

COUNT, THREADS = 2000, 100


def fan_out(name, get, url):
    best = None
    for _ in range(3):
        start, cpu = time.perf_counter(), time.process_time()
        with ThreadPoolExecutor(THREADS) as pool:
            total = sum(len(r.content) for r in pool.map(get, [f'{url}/item?id={i}' for i in range(COUNT)]))
        took, used = time.perf_counter() - start, time.process_time() - cpu
        assert total > COUNT * 1000
        if best is None or took < best[0]:
            best = took, used
    print(f'{name}: {best[0]:.2f} s, {best[0] / COUNT * 1e6:.0f} us a get, processor {best[1]:.2f} s')


if __name__ == '__main__':
    url = sys.argv[1]
    session = requests.Session()
    session.mount('http://', requests.adapters.HTTPAdapter(pool_maxsize=THREADS))
    fan_out('one session', session.get, url)
    fan_out('requests.get', requests.get, url)
