# What 3.14 has and what starpool adds: ending a pool's workers, and why a pool broke.
import os
import re
import signal
import time
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool


class Sticky:
    def __init__(self):
        self.here = os.getpid()

    def __reduce__(self):
        return only_in, (self.here,)


def only_in(pid):
    if pid != os.getpid():
        raise ValueError('cannot be read here')
    return Sticky()


def sleep(s):
    time.sleep(s)


def hide(text):
    return re.sub(r'\d{2,}', 'N', str(text))


for end in ('terminate_workers', 'kill_workers'):
    ex = ProcessPoolExecutor(1)
    running, queued = ex.submit(sleep, 60), ex.submit(sleep, 60)
    while not ex._processes:
        time.sleep(0.001)
    time.sleep(0.1)
    started = time.monotonic()
    getattr(ex, end)()
    print(type(running.exception(timeout=20)).__name__, queued.cancelled(), time.monotonic() - started < 20)
    try:
        ex.submit(sleep, 1)
    except RuntimeError as e:
        print(type(e).__name__, e)

for how in (lambda: os._exit(3), lambda: os.kill(os.getpid(), signal.SIGKILL), lambda: os.kill(os.getpid(), signal.SIGTERM) or time.sleep(60)):
    with ProcessPoolExecutor(1) as ex:
        try:
            ex.submit(how).result()
        except BrokenProcessPool as e:
            print(e)
            print(hide(e.__cause__).strip())

# A result that cannot be read fails its own future only, without a guard for the main program, with closures.
n = 40
with ProcessPoolExecutor(1) as ex:
    try:
        ex.submit(Sticky).result()
    except ValueError as e:
        print('ValueError', e)
    print(ex.submit(lambda x: x + n, 2).result())
