# InterpreterPoolExecutor, which Python has from 3.14 on: threads with an interpreter each.
import logging
import os
import threading
import time
from concurrent.futures import BrokenExecutor, InterpreterPoolExecutor, ThreadPoolExecutor, as_completed, wait
from concurrent.futures.interpreter import BrokenInterpreterPool
from concurrent.futures.thread import BrokenThreadPool

STATE = ['main']


def who():
    return threading.current_thread().name, os.getpid()


def note(x):
    STATE.append(x)
    return list(STATE)


def begin(v):
    global STATE
    STATE = v


def fail(x):
    raise LookupError(x)


class Point:
    def __init__(self, x):
        self.x = x

    def __eq__(self, other):
        return self.x == other.x


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__ + ':', e)
        return e


def main():
    print(issubclass(InterpreterPoolExecutor, ThreadPoolExecutor), issubclass(BrokenInterpreterPool, BrokenThreadPool),
          issubclass(BrokenInterpreterPool, BrokenExecutor))
    for kwargs in ({'max_workers': 0}, {'initializer': 3}):
        show(InterpreterPoolExecutor, **kwargs)
    with InterpreterPoolExecutor(1) as ex:
        name, pid = ex.submit(who).result()
        print(name, pid == os.getpid(), ex._max_workers)
        # The worker's data are its own.
        print(ex.submit(note, 'a').result(), ex.submit(note, 'b').result(), STATE)
        e = show(ex.submit(fail, 'key').result)
        print(type(e.__cause__).__name__, 'LookupError: key' in str(e.__cause__))
        p = ex.submit(lambda x: Point(x), 3).result()
        print(isinstance(p, Point), p == Point(3))
        show(ex.submit(threading.Lock).result)
        print(list(ex.map(pow, range(5), [2] * 5)), list(ex.map(str, range(5), chunksize=2)))
    show(ex.submit, who)
    with InterpreterPoolExecutor(2, thread_name_prefix='mine', initializer=begin, initargs=([1],)) as ex:
        print(ex.submit(note, 2).result(), ex.submit(who).result()[0][:5], STATE)
        fs = [ex.submit(pow, n, 2) for n in range(10)]
        print(sorted(f.result() for f in as_completed(fs)), len(wait(fs).not_done))
    print(InterpreterPoolExecutor(1).submit(who).result()[0])
    logging.getLogger('concurrent.futures').disabled = True
    ex = InterpreterPoolExecutor(1, initializer=fail, initargs=('at the start',))
    show(ex.submit(who).result)
    show(ex.submit, who)
    with InterpreterPoolExecutor(1) as ex:
        first, second = ex.submit(time.sleep, 0.2), ex.submit(who)
        print(second.cancel(), second.cancelled(), first.result())


main()
