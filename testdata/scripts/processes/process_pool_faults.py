# What breaks a ProcessPoolExecutor and what does not.
import multiprocessing as mp
import os
import signal
import sys
import threading
import time
from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, ThreadPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool


class Sticky:
    # Can be made here and cannot be read there.
    def __reduce__(self):
        return burst, ()


def burst():
    raise ValueError('cannot be read')


def identity(x):
    return x


def make_sticky():
    return Sticky()


def make_lock():
    return threading.Lock()


def begin(ok):
    sys.stderr = open(os.devnull, 'w')
    if not ok:
        raise RuntimeError('initializer')


def pid(_=None):
    return os.getpid()


def kill_me(number):
    os.kill(os.getpid(), number)
    time.sleep(60)


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__ + ':', e)
        return e


def main():
    print(issubclass(BrokenProcessPool, BrokenExecutor), BrokenProcessPool.__module__)
    with ProcessPoolExecutor() as ex:
        print(ex._max_workers == (os.process_cpu_count() or 1), ex._broken)
        print(ex.submit(pid).result() in ex._processes)
    show(ProcessPoolExecutor, 1, mp_context=mp.get_context('fork'), max_tasks_per_child=1)
    with ProcessPoolExecutor(1, mp_context=mp.get_context('spawn'), max_tasks_per_child=2) as ex:
        pids = [ex.submit(pid).result() for _ in range(5)]
        print(len(set(pids)), pids[0] == pids[1], pids[1] != pids[2], pids[2] == pids[3])
    with ProcessPoolExecutor(1) as ex:
        # A value that cannot travel fails its own future.
        e = show(ex.submit(make_lock).result)
        e = show(ex.submit(identity, threading.Lock()).result)
        print(ex.submit(identity, 'fine').result())
    ex = ProcessPoolExecutor(1, initializer=begin, initargs=(True,))
    print(ex.submit(identity, 1).result())
    ex.shutdown()
    ex = ProcessPoolExecutor(1, initializer=begin, initargs=(False,))
    show(ex.submit(identity, 1).result)
    e = show(ex.submit, identity, 2)
    print(isinstance(e, BrokenProcessPool), isinstance(e, RuntimeError))
    ex.shutdown()
    for end in (signal.SIGKILL, signal.SIGTERM):
        with ProcessPoolExecutor(2) as ex:
            fs = [ex.submit(kill_me, end)] + [ex.submit(time.sleep, 5) for _ in range(3)]
            done, pending = wait(fs, timeout=30)
            print(end.name, len(done), len(pending), {type(f.exception()).__name__ for f in fs})
    # An idle worker that dies breaks the pool too.
    with ProcessPoolExecutor(1) as ex:
        os.kill(ex.submit(pid).result(), signal.SIGKILL)
        for _ in range(1000):
            try:
                ex.submit(identity, 1).result()
            except BrokenProcessPool:
                print('broken')
                break
            time.sleep(0.01)
    # Pools in pools, and a pool used by threads.
    with ThreadPoolExecutor(4) as threads, ProcessPoolExecutor(2) as processes:
        print(list(threads.map(lambda n: processes.submit(identity, n).result(), range(20))) == list(range(20)))
    with ProcessPoolExecutor(1) as ex:
        print(ex.submit(nested, 3).result())
    seen = []
    with ProcessPoolExecutor(1) as ex:
        f = ex.submit(identity, 5)
        f.add_done_callback(lambda f: seen.append((f.result(), os.getpid() == parent)))
    print(seen)


def nested(n):
    with ProcessPoolExecutor(1) as ex:
        return list(ex.map(identity, range(n))), ex.submit(os.getppid).result() == os.getpid()


parent = os.getpid()

if __name__ == '__main__':
    main()
