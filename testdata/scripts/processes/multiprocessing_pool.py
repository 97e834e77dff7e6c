# Pool: results, callbacks, iterators, errors and the end.
import multiprocessing as mp
import os
import time
from multiprocessing.pool import Pool, ThreadPool

STATE = None


def begin(v):
    global STATE
    STATE = v


def state(_):
    return STATE


def square(x):
    return x * x


def add(a, b=10):
    return a + b


def bad(x):
    if x == 3:
        raise ValueError('bad %d' % x)
    return x


def nap(s):
    time.sleep(s)
    return s


def pid(_):
    return os.getpid()


def numbers(n):
    for i in range(n):
        yield i
    raise KeyError('source')


def common(pool):
    print(pool.map(square, range(10)), pool.map(square, []), pool.map(square, range(10), chunksize=4))
    print(pool.starmap(add, [(1, 2), (3,)]), pool.apply(add, (1,), {'b': 5}))
    seen = []
    r = pool.apply_async(add, (1, 2), callback=seen.append, error_callback=seen.append)
    print(r.get(), seen, r.ready(), r.successful())
    r = pool.apply_async(bad, (3,), callback=seen.append, error_callback=seen.append)
    r.wait()
    print(seen, r.ready(), r.successful())
    try:
        r.get()
    except ValueError as e:
        print('ValueError', e)
    r = pool.map_async(square, range(5), callback=seen.append)
    print(r.get(10), seen[2:])
    seen.clear()
    r = pool.map_async(bad, range(5), chunksize=1, error_callback=seen.append)
    try:
        r.get()
    except ValueError as e:
        print('ValueError', e, seen)
    print(pool.starmap_async(add, [(1, 1), (2, 2)]).get())
    r = pool.apply_async(nap, (0.1,))
    try:
        r.get(timeout=0.01)
    except mp.TimeoutError as e:
        print('TimeoutError', repr(str(e)), r.ready())
    try:
        r.successful()
    except ValueError as e:
        print(str(e).endswith('not ready'))
    print(r.get())
    it = pool.imap(square, iter(range(5)))
    print(next(it), it.next(), it.next(timeout=10), list(it), list(pool.imap(square, range(7), chunksize=3)))
    print(sorted(pool.imap_unordered(square, range(7), chunksize=2)))
    it = pool.imap(bad, range(6))
    out = []
    while True:
        try:
            out.append(next(it))
        except ValueError as e:
            out.append(str(e))
        except StopIteration:
            break
    print(out)
    it = pool.imap(square, numbers(2))
    print(next(it), next(it))
    try:
        next(it)
    except KeyError as e:
        print('KeyError', e)
    it = pool.imap(nap, [0.1])
    try:
        it.next(timeout=0.01)
    except mp.TimeoutError:
        print('late')
    print(it.next())
    for call in (lambda: pool.imap(square, [1], chunksize=0), pool.join):
        try:
            call()
        except ValueError as e:
            print(e)
    print(repr(pool).split(' ')[1:])
    pool.close()
    pool.join()
    for call in (lambda: pool.map(square, [1]), lambda: pool.apply_async(square, (1,)), pool.__enter__):
        try:
            call()
        except ValueError as e:
            print(e)


def main():
    common(Pool(2))
    common(ThreadPool(2))
    with mp.Pool(2, initializer=begin, initargs=('set',)) as pool:
        print(pool.map(state, range(3)))
    with ThreadPool(2, begin, ('thread',)) as pool:
        print(pool.map(state, range(3)), STATE)
    with mp.get_context('spawn').Pool(1, maxtasksperchild=1) as pool:
        print(len(set(pool.map(pid, range(3), chunksize=1))))
    for args in ({'processes': 0}, {'processes': 1, 'initializer': 3}, {'processes': 1, 'maxtasksperchild': 0}):
        try:
            Pool(**args)
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)
    pool = Pool(1)
    pool.apply_async(nap, (60,))
    pool.terminate()
    pool.join()
    print(repr(pool).split(' ')[1:])


if __name__ == '__main__':
    main()
