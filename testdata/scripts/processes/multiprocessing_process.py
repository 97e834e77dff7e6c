# Process objects: names, states, exit codes and errors.
import multiprocessing as mp
import os
import re
import signal
import sys
import time


def tell(q):
    me = mp.current_process()
    q.put((me.name, me.daemon, me.pid == os.getpid(), mp.parent_process().pid == os.getppid(), mp.parent_process().name))


def leave(code):
    sys.stderr = open(os.devnull, 'w')
    sys.exit(code)


def fail():
    sys.stderr = open(os.devnull, 'w')
    raise ValueError('no')


def child_of_daemon(q):
    try:
        mp.Process(target=print).start()
    except AssertionError as e:
        q.put(str(e))


def grandchild(q):
    p = mp.Process(target=tell, args=(q,))
    p.start()
    p.join()
    q.put((p.name, p.exitcode))


class Counter(mp.Process):
    def __init__(self, n, q):
        super().__init__()
        self.n = n
        self.q = q

    def run(self):
        self.q.put((self.name, sum(range(self.n))))


def hide(text):
    return re.sub(r'\d{2,}', 'N', text)


def main():
    q = mp.Queue()
    p = mp.Process(target=tell, args=(q,))
    print(hide(repr(p)), p.name, p.daemon, p.exitcode, p.pid, p.is_alive())
    p.start()
    print(q.get())
    p.join()
    print(hide(repr(p)), p.exitcode, p.is_alive(), p.pid > 0, p.pid == p.ident)
    try:
        p.start()
    except AssertionError as e:
        print(e)
    try:
        mp.Process(target=tell).join()
    except AssertionError as e:
        print(e)
    try:
        mp.Process('group')
    except AssertionError as e:
        print(e)
    try:
        mp.Process(target=tell).sentinel
    except ValueError as e:
        print(e)
    p.close()
    print(hide(repr(p)))
    for name in ('pid', 'exitcode', 'sentinel'):
        try:
            getattr(p, name)
        except ValueError as e:
            print(name, e)

    p = mp.Process(target=tell, args=(q,), name='other', daemon=True)
    p.start()
    print(q.get(), p.daemon, p.name)
    p.join()
    try:
        p.daemon = False
    except AssertionError as e:
        print(e)
    p = mp.Process(target=child_of_daemon, args=(q,), daemon=True)
    p.start()
    print(q.get())
    p.join()
    p = mp.Process(target=grandchild, args=(q,))
    p.start()
    print(q.get()[0], q.get())
    p.join()
    for code in (0, 3, 256 + 7, None, True, 'text'):
        p = mp.Process(target=leave, args=(code,))
        p.start()
        p.join()
        print(repr(code), p.exitcode)
    p = mp.Process(target=fail)
    p.start()
    p.join()
    print(p.exitcode)
    p = mp.Process(target=time.sleep, args=(60,), name='sleeper')
    p.start()
    print(mp.active_children() == [p], p.is_alive(), p.exitcode, hide(repr(p)))
    try:
        p.close()
    except ValueError as e:
        print(e)
    print(p.join(0.01), p.is_alive())
    p.terminate()
    p.join()
    print(p.exitcode == -signal.SIGTERM, hide(repr(p)), mp.active_children())
    p = mp.Process(target=time.sleep, args=(60,), name='sleeper')
    p.start()
    p.kill()
    p.join()
    print(p.exitcode, hide(repr(p)))
    counters = [Counter(n, q) for n in (10, 100)]
    for c in counters:
        c.start()
    print(sorted(q.get() for _ in counters))
    for c in counters:
        c.join()
    done = mp.Process(target=leave, args=(0,))
    slow = mp.Process(target=time.sleep, args=(60,))
    done.start()
    slow.start()
    from multiprocessing.connection import wait
    print(wait([done.sentinel, slow.sentinel], timeout=20) == [done.sentinel], wait([slow.sentinel], timeout=0.01))
    slow.kill()
    slow.join()
    done.join()
    print(mp.current_process(), mp.parent_process(), mp.current_process().daemon)


if __name__ == '__main__':
    main()
