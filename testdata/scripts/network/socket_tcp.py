# Sockets over TCP on the loopback: one process talks to itself.
import socket
import threading

server = socket.create_server(('127.0.0.1', 0))
host, port = server.getsockname()
print(host, port > 0, server.family, server.type, server.proto, repr(server.family), repr(server.type))
print(server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR) != 0, server.gettimeout(), server.getblocking())


def serve():
    while True:
        conn, addr = server.accept()
        with conn:
            data = conn.recv(1024)
            if data == b'quit':
                return
            while data:
                conn.sendall(data.upper())
                data = conn.recv(1024)


thread = threading.Thread(target=serve)
thread.start()

with socket.create_connection((host, port), timeout=5) as c:
    print(c.gettimeout(), c.getpeername() == (host, port), c.getsockname()[0])
    print(c.send(b'hello'), c.recv(3), c.recv(100))
    c.sendall(bytearray(b'bytearray'))
    print(c.recv(100))
    c.sendall(memoryview(b'view'))
    buf = bytearray(10)
    print(c.recv_into(buf), buf)
    c.sendall(b'xyz')
    view = memoryview(bytearray(8))
    print(c.recv_into(view, 2), bytes(view), c.recv(1))
    c.sendall(b'peek')
    print(c.recv(4, socket.MSG_PEEK), c.recv(4))
    c.sendall(b'from')
    print(c.recvfrom(10))
    c.shutdown(socket.SHUT_WR)
    print(c.recv(10), c.recv(10))
    try:
        c.send(b'x')
    except BrokenPipeError as e:
        print(type(e).__name__, e)
print(c.fileno(), c._closed, repr(c))
for fn in (lambda: c.recv(1), lambda: c.send(b''), lambda: c.getsockname(), lambda: c.settimeout(1), lambda: c.listen()):
    try:
        fn()
    except OSError as e:
        print(type(e).__name__, e, e.errno)
c.close()

# Large transfers in both directions.
with socket.create_connection((host, port)) as c:
    blob = bytes(range(256)) * 4096
    got = []

    def reader():
        n = 0
        while n < len(blob):
            part = c.recv(65536)
            n += len(part)
            got.append(part)

    r = threading.Thread(target=reader)
    r.start()
    c.sendall(blob)
    r.join()
    print(b''.join(got) == blob.upper())

with socket.create_connection((host, port)) as c:
    c.sendall(b'quit')
thread.join()

# Timeouts and non-blocking sockets.
c = socket.socket()
c.connect((host, port))
c.settimeout(0.05)
try:
    c.recv(1)
except socket.timeout as e:
    print(type(e).__name__, e, e.errno, isinstance(e, OSError), socket.timeout is TimeoutError)
c.setblocking(False)
print(c.gettimeout(), c.getblocking(), c.timeout)
try:
    c.recv(1)
except BlockingIOError as e:
    print(type(e).__name__, e)
conn, peer = server.accept()
print(peer == c.getsockname(), conn.gettimeout())
conn.close()
c.settimeout(None)
print(c.gettimeout(), c.recv(1))
c.close()
server.settimeout(0.02)
try:
    server.accept()
except TimeoutError as e:
    print(e)
server.setblocking(False)
try:
    server.accept()
except BlockingIOError as e:
    print(e)
server.close()

# Refused connections.
s = socket.socket()
print(s.connect_ex((host, port)))
s.close()
try:
    socket.create_connection((host, port))
except ConnectionRefusedError as e:
    print(type(e).__name__, e, e.errno)
try:
    socket.create_connection((host, port), all_errors=True)
except ExceptionGroup as e:
    print(e, e.exceptions)

# An address that is in use.
a = socket.create_server(('127.0.0.1', 0))
b = socket.socket()
try:
    b.bind(a.getsockname())
except OSError as e:
    print(e, e.errno)
try:
    socket.create_server(a.getsockname())
except OSError as e:
    print(str(e).replace(str(a.getsockname()[1]), 'PORT'))
a.close()
b.close()

# A reset by the peer.
server = socket.create_server(('127.0.0.1', 0))
c = socket.create_connection(server.getsockname())
conn, _ = server.accept()
import struct
conn.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
print(conn.getsockopt(socket.SOL_SOCKET, socket.SO_LINGER, 8) == struct.pack('ii', 1, 0))
conn.close()
try:
    c.recv(1)
except ConnectionResetError as e:
    print(type(e).__name__, e)
c.close()
server.close()

# Wrong calls.
s = socket.socket()
for fn in (lambda: s.connect('x'), lambda: s.connect(('h',)), lambda: s.connect(('127.0.0.1', 70000)), lambda: s.connect((1, 2)),
           lambda: s.send('text'), lambda: s.recv(-1), lambda: s.settimeout(-1), lambda: s.settimeout('x'), lambda: s.bind(('127.0.0.1', -1)),
           lambda: s.recv_into(b'x'), lambda: s.connect(('127.0.0.1', '80')), lambda: s.makefile('x'), lambda: s.getpeername(),
           lambda: s.send(b'x'), lambda: s.recv(1), lambda: s.shutdown(socket.SHUT_RD), lambda: s.setsockopt(1, 2, 'x')):
    try:
        print('?', fn())
    except (OSError, TypeError, ValueError, OverflowError) as e:
        print(type(e).__name__, e)
s.close()
try:
    socket.socket(99)
except OSError as e:
    print(e)
