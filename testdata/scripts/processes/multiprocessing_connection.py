# Connections: pipes, and sockets between a listener and its clients.
import multiprocessing as mp
import os
import tempfile
import threading
from multiprocessing.connection import Client, Connection, Listener, Pipe, wait


def talk(conn):
    while True:
        try:
            x = conn.recv()
        except EOFError:
            break
        conn.send(('got', x))
        if x == 'bye':
            break
    conn.close()


def serve(listener):
    with listener.accept() as c:
        for x in iter(c.recv, 'stop'):
            c.send([x, x])
        c.send_bytes(b'raw bytes')


def call(address, authkey, q):
    with Client(address, authkey=authkey) as c:
        c.send({'a': 1})
        c.send((1.5, None))
        q.put(c.recv())
        q.put(c.recv())
        c.send('stop')
        q.put(c.recv_bytes())
        try:
            c.recv()
        except EOFError:
            q.put('end')


def main():
    a, b = Pipe()
    p = mp.Process(target=talk, args=(b,))
    p.start()
    b.close()
    for x in (1, 'two', [3], {'four': 4}, 'bye'):
        a.send(x)
        print(a.recv())
    a.close()
    p.join(20)
    print(p.exitcode)
    try:
        a.send(1)
    except OSError as e:
        print(e)
    r, w = Pipe(duplex=False)
    for call_ in (lambda: r.send(1), w.recv):
        try:
            call_()
        except OSError as e:
            print(e)
    w.send_bytes(b'0123456789', 2, 3)
    print(r.recv_bytes())
    w.send_bytes(b'abc')
    buf = bytearray(5)
    print(r.recv_bytes_into(buf, 1), buf)
    w.send_bytes(b'too long for it')
    try:
        r.recv_bytes_into(bytearray(3))
    except mp.BufferTooShort as e:
        print('BufferTooShort', e.args)
    for bad in (lambda: w.send_bytes(b'abc', 4), lambda: w.send_bytes(b'abc', -1), lambda: w.send_bytes(b'abc', 1, 5)):
        try:
            bad()
        except ValueError as e:
            print(e)
    w.send('x')
    print(wait([r], timeout=10) == [r], r.recv(), wait([r], timeout=0.01))
    w.close()
    try:
        r.recv()
    except EOFError:
        print('EOFError')
    print(r.closed, w.closed)

    folder = tempfile.mkdtemp()
    for address in (('localhost', 0), os.path.join(folder, 'socket')):
        for authkey in (None, b'secret'):
            with Listener(address, authkey=authkey) as listener:
                t = threading.Thread(target=serve, args=(listener,))
                t.start()
                q = mp.Queue()
                p = mp.Process(target=call, args=(listener.address, authkey, q))
                p.start()
                print([q.get() for _ in range(4)])
                p.join()
                t.join()
        print(isinstance(address, tuple) or os.path.exists(address))
    os.rmdir(folder)
    with Listener(('localhost', 0), authkey=b'right') as listener:
        failures = []

        def refuse():
            try:
                listener.accept()
            except mp.AuthenticationError as e:
                failures.append(str(e))
        t = threading.Thread(target=refuse)
        t.start()
        try:
            Client(listener.address, authkey=b'wrong')
        except mp.AuthenticationError as e:
            print(e)
        t.join()
        print(failures)
    for bad in (lambda: Client(3),):
        try:
            bad()
        except (ValueError, TypeError) as e:
            print(type(e).__name__, e)


if __name__ == '__main__':
    main()
