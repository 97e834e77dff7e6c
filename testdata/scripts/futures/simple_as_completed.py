# The third program: as_completed with a dictionary of futures, and an error among them.
from concurrent.futures import ThreadPoolExecutor, as_completed
import time

DELAYS = {"a": 0.03, "b": 0.001, "c": 0.015}


def job(name):
    time.sleep(DELAYS[name])
    return len(DELAYS), name


with ThreadPoolExecutor(max_workers=4) as pool:
    names = {pool.submit(job, n): n for n in ("a", "b", "c", "nope")}
    lines = []
    for f in as_completed(names):
        try:
            lines.append(f"{names[f]} -> {f.result()}")
        except KeyError as e:
            lines.append(f"{names[f]} failed: {e}")
print("\n".join(sorted(lines)))
