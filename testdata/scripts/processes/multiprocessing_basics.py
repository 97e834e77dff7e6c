# multiprocessing: processes and what they share.
import multiprocessing as mp
import os
import queue
import sys
import time


def put_square(q, n):
    q.put((n, n * n))


def leave(code):
    sys.exit(code)


def count(value, listed, n):
    for _ in range(n):
        with value.get_lock():
            value.value += 1
        listed.append(n)


def tally(lock, d, key):
    with lock:
        d[key] = d.get(key, 0) + 1
        d['all'] = d.get('all', 0) + 1


def square(x):
    return x * x


def add(a, b):
    return a + b


def bad(x):
    raise ValueError(x)


def talk(conn):
    conn.send(['hello', conn.recv()])
    conn.close()


def wait_for(event, q):
    event.wait()
    q.put('set')


def fill(array):
    for i in range(len(array)):
        array[i] = i * 1.5


class Named(mp.Process):
    def __init__(self, q):
        super().__init__(name='my-process')
        self.q = q

    def run(self):
        self.q.put((mp.current_process().name, os.getpid() == self.pid or True))


def run(target, *args):
    p = mp.Process(target=target, args=args)
    p.start()
    p.join()
    return p


def main():
    q = mp.Queue()
    processes = [mp.Process(target=put_square, args=(q, i)) for i in range(3)]
    print([p.exitcode for p in processes], [p.is_alive() for p in processes], [p.pid for p in processes])
    for p in processes:
        p.start()
    print(sorted(q.get() for _ in processes))
    for p in processes:
        p.join()
    print([p.exitcode for p in processes], q.empty())
    try:
        q.get(timeout=0.01)
    except queue.Empty:
        print('empty')
    print(run(leave, 7).exitcode, run(leave, None).exitcode, run(print, 'from a child').exitcode)
    value, manager = mp.Value('i', 0), mp.Manager()
    listed, d, lock = manager.list(), manager.dict(), mp.Lock()
    processes = [mp.Process(target=count, args=(value, listed, 5)) for _ in range(3)]
    processes += [mp.Process(target=tally, args=(lock, d, k)) for k in 'ab']
    for p in processes:
        p.start()
    for p in processes:
        p.join()
    print(value.value, len(listed), list(listed)[:2], sorted(d.items()), 'a' in d, len(d))
    a, b = mp.Pipe()
    p = mp.Process(target=talk, args=(b,))
    p.start()
    a.send('you')
    print(a.recv())
    p.join()
    sq = mp.SimpleQueue()
    p = Named(sq)
    p.start()
    p.join()
    print(sq.get(), p.name)
    e, q = mp.Event(), mp.Queue()
    p = mp.Process(target=wait_for, args=(e, q))
    p.start()
    print(e.is_set())
    e.set()
    print(q.get())
    p.join()
    array = mp.Array('d', 3)
    run(fill, array)
    print(list(array), len(array), array[1])
    with mp.Pool(2) as pool:
        print(pool.map(square, range(8)), pool.apply(add, (1, 2)), pool.starmap(add, [(1, 2), (3, 4)]))
        print(list(pool.imap(square, range(4))), sorted(pool.imap_unordered(square, range(4))))
        r = pool.apply_async(square, (9,))
        print(r.get(timeout=10), r.ready(), r.successful())
        try:
            pool.map(bad, [3])
        except ValueError as e:
            print('ValueError', e)
        print(pool.map_async(square, [1, 2, 3]).get())
    try:
        pool.map(square, [1])
    except ValueError as e:
        print(e)
    p = mp.Process(target=time.sleep, args=(60,))
    p.start()
    p.terminate()
    p.join()
    print(p.exitcode)
    p = mp.Process(target=time.sleep, args=(60,))
    p.start()
    p.kill()
    p.join()
    print(p.exitcode, p.is_alive())
    s = mp.Semaphore(2)
    print(s.acquire(), s.acquire(), s.acquire(False))
    context = mp.get_context('spawn')
    print(context.get_start_method(), mp.current_process().name, mp.parent_process(), mp.cpu_count() == os.cpu_count())
    try:
        mp.get_context('nope')
    except ValueError as e:
        print(e)


if __name__ == '__main__':
    mp.freeze_support()
    main()
