# Locks, conditions, barriers and queues between processes.
import multiprocessing as mp
import queue
import threading


def hold(lock, q):
    with lock:
        q.put(repr(lock))


def wait_turn(cond, turn, mine, q):
    with cond:
        cond.wait_for(lambda: turn.value == mine)
        q.put(mine)
        turn.value += 1
        cond.notify_all()


def sleeper(cond, ready, q):
    with cond:
        ready.release()
        q.put(('woken', cond.wait(10)))


def meet(barrier, q):
    q.put(barrier.wait() in (0, 1, 2))


def consume(q, done):
    while True:
        item = q.get()
        if item is None:
            q.task_done()
            return
        done.put(item * 2)
        q.task_done()


def nested(rlock, q):
    with rlock:
        with rlock:
            q.put(repr(rlock))


def start(target, *args):
    p = mp.Process(target=target, args=args, name=target.__name__)
    p.start()
    return p


def main():
    q = mp.Queue()
    lock, rlock = mp.Lock(), mp.RLock()
    print(lock, rlock, mp.Semaphore(3), mp.BoundedSemaphore(2), mp.Condition())
    with lock:
        print(lock, lock.acquire(False), lock.acquire(timeout=0.01))
    with rlock:
        print(rlock, rlock.acquire(), rlock)
        rlock.release()
    start(hold, lock, q).join()
    print(q.get())
    start(nested, rlock, q).join()
    print(q.get())
    for wrong in (lock, rlock, mp.BoundedSemaphore(1)):
        try:
            wrong.release()
        except (ValueError, AssertionError) as e:
            print(type(e).__name__, e)

    cond, turn = mp.Condition(), mp.Value('i', 0)
    ps = [start(wait_turn, cond, turn, i, q) for i in (2, 0, 1)]
    print([q.get() for _ in ps])
    for p in ps:
        p.join()
    ready = mp.Semaphore(0)
    ps = [start(sleeper, cond, ready, q) for _ in range(3)]
    for _ in ps:
        ready.acquire()
    with cond:
        cond.notify()
    print(q.get())
    with cond:
        cond.notify(2)
    print(q.get(), q.get())
    for p in ps:
        p.join()
    with cond:
        print(cond.wait(0.01), cond.wait_for(lambda: False, timeout=0.01), cond.wait_for(lambda: 'yes'))
    for call in (cond.wait, cond.notify):
        try:
            call()
        except (AssertionError, RuntimeError) as e:
            print(type(e).__name__, e)

    barrier = mp.Barrier(3)
    ps = [start(meet, barrier, q) for _ in range(2)]
    print(barrier.wait() in (0, 1, 2), q.get(), q.get(), barrier.parties, barrier.broken, barrier.n_waiting)
    for p in ps:
        p.join()
    barrier.abort()
    try:
        barrier.wait()
    except threading.BrokenBarrierError as e:
        print('broken', barrier.broken)

    jobs, done = mp.JoinableQueue(), mp.Queue()
    ps = [start(consume, jobs, done) for _ in range(2)]
    for i in range(6):
        jobs.put(i)
    jobs.join()
    print(sorted(done.get() for _ in range(6)))
    for _ in ps:
        jobs.put(None)
    jobs.join()
    for p in ps:
        p.join()
    try:
        jobs.task_done()
    except ValueError as e:
        print(e)

    small = mp.Queue(1)
    small.put('a')
    try:
        small.put('b', timeout=0.01)
    except queue.Full:
        print('full', small.full())
    print(small.get())
    try:
        small.get_nowait()
    except queue.Empty:
        print('empty')
    small.close()
    small.join_thread()
    try:
        small.put('c')
    except ValueError as e:
        print(str(e).endswith('is closed'))
    event = mp.Event()
    print(event.is_set(), event.wait(0.01), repr(event).endswith('unset>'))
    event.set()
    print(event.wait(), event.is_set())


if __name__ == '__main__':
    main()
