# multiprocessing.dummy: the same names over threads.
import multiprocessing.dummy as mp
import threading
from multiprocessing.dummy import Manager, Pool, Process, Queue, Lock


def work(q, lock, total, n):
    with lock:
        total.value += n
    q.put((n, mp.current_process() is threading.current_thread()))


def square(x):
    return x * x


def main():
    q, lock, total = Queue(), Lock(), mp.Value('i', 0)
    ps = [Process(target=work, args=(q, lock, total, n)) for n in range(4)]
    print([p.exitcode for p in ps], isinstance(ps[0], threading.Thread))
    for p in ps:
        p.start()
    for p in ps:
        p.join()
    print(sorted(q.get() for _ in ps), total, [p.exitcode for p in ps], mp.active_children())
    with Pool(3) as pool:
        print(pool.map(square, range(6)), type(pool).__name__, pool.apply_async(square, (9,)).get())
    a, b = mp.Pipe()
    a.send('x')
    print(b.poll(), b.recv(), b.poll(0.01))
    m = Manager()
    d, items, ns = m.dict(a=1), m.list([1]), m.Namespace(x=2)
    print(d, items, ns, mp.Event().is_set(), mp.JoinableQueue().empty())


if __name__ == '__main__':
    mp.freeze_support()
    main()
