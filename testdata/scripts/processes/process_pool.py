# ProcessPoolExecutor as CPython has it.
import os
import time
from concurrent.futures import CancelledError, ProcessPoolExecutor, as_completed, wait
from concurrent.futures.process import BrokenProcessPool


class Shape:
    def __init__(self, name):
        self.name = name

    def area(self):
        return len(self.name)

    def __eq__(self, other):
        return self.name == other.name


class Custom(Exception):
    def __init__(self, a, b):
        super().__init__(a, b)
        self.a = a
        self.b = b


STATE = 'unset'


def initialize(v):
    global STATE
    STATE = v


def read_state(_):
    return STATE


def square(x):
    return x * x


def add(a, b=10, *, c=0):
    return a + b + c


def fail(kind):
    raise kind


def die(code):
    os._exit(code)


def identity(x):
    return x


def pid(_):
    time.sleep(0.01)
    return os.getpid()


def show(f, *args, **kwargs):
    try:
        print(f(*args, **kwargs))
    except BaseException as e:
        print(type(e).__name__ + ':', e)
        return e


def main():
    for kwargs in [{'max_workers': 0}, {'max_workers': -1}, {'initializer': 5}, {'max_tasks_per_child': 'x'}, {'max_tasks_per_child': 0}]:
        show(ProcessPoolExecutor, **kwargs)
    with ProcessPoolExecutor(2) as ex:
        print(ex._max_workers, ex.submit(square, 7).result(), ex.submit(add, 1, c=5).result())
        print(list(ex.map(square, range(6))))
        print(list(ex.map(add, [1, 2, 3], [10, 20, 30], chunksize=2)))
        show(ex.map, square, [1], chunksize=0)
        s = ex.submit(identity, Shape('abc')).result()
        print(type(s) is Shape, s.area(), s == Shape('abc'))
        e = show(ex.submit(fail, Custom(1, 'two')).result)
        print(e.a, e.b, type(e.__cause__).__name__, str(e.__cause__).startswith('\n"""\nTraceback (most recent call last):\n'))
        e = show(ex.submit(fail, KeyError('k')).result)
        print(str(e.__cause__).endswith('KeyError: \'k\'\n"""'))
        show(ex.submit(identity, (i for i in ())).result)
        show(ex.submit(lambda_free, 1).result)
        show(ex.submit(5).result)
        show(ex.submit(fail, SystemExit(3)).result)
        fs = [ex.submit(square, i) for i in range(4)]
        print(sorted(f.result() for f in as_completed(fs)))
        done, not_done = wait(fs)
        print(len(done), len(not_done))
        print(ex.submit(os.getpid).result() != os.getpid())
        print(sorted(ex._processes) == sorted(p.pid for p in ex._processes.values()), all(p.is_alive() for p in ex._processes.values()))
    show(ex.submit, square, 1)
    with ProcessPoolExecutor(2, initializer=initialize, initargs=('ready',)) as ex:
        print(set(ex.map(read_state, range(8))), STATE)
    with ProcessPoolExecutor(1) as ex:
        f = ex.submit(die, 3)
        g = [ex.submit(square, i) for i in range(3)]
        show(f.result)
        for x in g:
            print(type(x.exception()).__name__)
        e = show(ex.submit, square, 1)
        print(isinstance(e, BrokenProcessPool), isinstance(e, RuntimeError))
    with ProcessPoolExecutor(1) as ex:
        fs = [ex.submit(time.sleep, 0.3) for _ in range(5)]
        time.sleep(0.1)
        print(fs[4].cancel(), fs[4].cancelled(), fs[0].cancel())
        show(fs[4].result)
    with ProcessPoolExecutor(1) as ex:
        f = ex.submit(time.sleep, 0.2)
        try:
            f.result(timeout=0.01)
        except TimeoutError as e:
            print('timeout', repr(str(e)))
    ex = ProcessPoolExecutor(1)
    fs = [ex.submit(time.sleep, 0.1) for _ in range(6)]
    time.sleep(0.05)
    ex.shutdown(cancel_futures=True)
    print(fs[0].done(), fs[5].cancelled())
    it = ProcessPoolExecutor(2).map(square, range(5))
    print(type(it).__name__, next(it), list(it))


def lambda_free(x):
    return [i + x for i in range(3)], {k: v for k, v in zip('ab', (1, 2))}, sum(j for j in range(x + 3))


if __name__ == '__main__':
    main()
