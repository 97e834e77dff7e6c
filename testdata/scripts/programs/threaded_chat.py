# A line-based chat server and three clients over loopback, with select, makefile, timeouts
import select
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing

HOST = ''
ENC = 'utf-8'


class ChatServer(object):
    def __init__(self):
        self.sock = socket.socket()
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.sock.bind(('127.0.0.1', 0))
        self.sock.listen(10)
        self.addr = self.sock.getsockname()
        self.clients = {}
        self.lock = threading.Lock()
        self.running = True
        self.log = []

    def broadcast(self, who, text):
        with self.lock:
            self.log.append('%s: %s' % (who, text))
            for name, s in list(self.clients.items()):
                if name != who:
                    try:
                        s.sendall(('%s> %s\n' % (who, text)).encode(ENC))
                    except socket.error:
                        del self.clients[name]

    def serve_client(self, conn):
        f = conn.makefile('r', encoding=ENC, newline='\n')
        name = f.readline().strip()
        if not name:
            conn.close()
            return
        with self.lock:
            self.clients[name] = conn
        conn.sendall(b'welcome %s\n' % name.encode(ENC))
        for line in f:
            line = line.rstrip('\n')
            if line == '/quit':
                break
            if line == '/who':
                with self.lock:
                    conn.sendall((','.join(sorted(self.clients)) + '\n').encode())
                continue
            self.broadcast(name, line)
        with self.lock:
            self.clients.pop(name, None)
        f.close()
        try:
            conn.shutdown(socket.SHUT_RDWR)
        except OSError:
            pass
        conn.close()

    def run(self, pool):
        while self.running:
            r, w, x = select.select([self.sock], [], [], 0.02)
            if r:
                conn, peer = self.sock.accept()
                pool.submit(self.serve_client, conn)
        self.sock.close()


class Client:
    def __init__(self, addr, name):
        self.s = socket.create_connection(addr, timeout=5)
        self.f = self.s.makefile('rw', encoding=ENC)
        self.name = name
        self.send(name)
        self.hello = self.recv()

    def send(self, text):
        print(text, file=self.f)
        self.f.flush()

    def recv(self):
        return self.f.readline().rstrip('\n')

    def close(self):
        self.send('/quit')
        self.f.close()
        self.s.close()


def main():
    srv = ChatServer()
    pool = ThreadPoolExecutor(max_workers=6)
    t = threading.Thread(target=srv.run, args=(pool,))
    t.start()
    ann, bob, zoe = [Client(srv.addr, n) for n in ('ann', 'bob', 'zoë')]
    print(ann.hello, '|', zoe.hello)
    ann.send('/who')
    print(ann.recv())
    ann.send('hi all')
    print(bob.recv(), '|', zoe.recv())
    zoe.send('grüß dich')
    print(ann.recv(), '|', bob.recv())
    bob.s.settimeout(0.05)
    try:
        bob.s.recv(10)
    except socket.timeout as e:
        print('timeout:', e, isinstance(e, TimeoutError))
    raw = socket.create_connection(srv.addr)
    raw.close()
    for c in (ann, bob, zoe):
        c.close()
    srv.running = False
    t.join()
    pool.shutdown()
    print(srv.log, srv.clients)
    a, b = socket.socketpair()
    with closing(a), closing(b):
        a.setblocking(False)
        try:
            a.recv(1)
        except BlockingIOError as e:
            print(type(e).__name__, e.strerror)
        b.send(b'xyz')
        print(select.select([a], [], [], 1)[0] == [a], a.recv(2, socket.MSG_PEEK), a.recv(10))
    u1, u2 = [socket.socket(socket.AF_INET, socket.SOCK_DGRAM) for _ in 'ab']
    for u in (u1, u2):
        u.bind(('127.0.0.1', 0)); u.settimeout(2)
    u1.sendto(b'ping', u2.getsockname())
    data, peer = u2.recvfrom(100)
    print(data, peer == u1.getsockname(), u1.type == socket.SOCK_DGRAM, u1.fileno() > 0)
    u1.close(); u2.close()
    print(u1.fileno(), socket.inet_ntoa(b'\x7f\0\0\1'), socket.inet_aton('1.2.3.4'), socket.htons(1), socket.ntohl(1), socket.gethostbyname('127.0.0.1'))
    for fn in (lambda: socket.create_connection(srv.addr, timeout=1), lambda: u1.send(b'x'), lambda: socket.inet_aton('x'), lambda: socket.getservbyname('nosuchservice'),
               lambda: socket.socket().connect(('127.0.0.1', 99999)), lambda: socket.getaddrinfo('nosuch.invalid', 80)):
        try:
            fn()
        except Exception as e:
            print(type(e).__name__, e if not isinstance(e, socket.gaierror) else '')


if __name__ == '__main__':
    main()
