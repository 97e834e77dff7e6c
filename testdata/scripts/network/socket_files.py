# Socket pairs, files on sockets, datagrams and Unix sockets.
import os
import socket
import tempfile
import threading

a, b = socket.socketpair()
print(a.family == socket.AF_UNIX, a.type is socket.SOCK_STREAM)
w = a.makefile('w', encoding='utf-8', newline='\n')
r = b.makefile('r', encoding='utf-8')
print('first', file=w)
w.write('sécond\nthird\nrest')
w.flush()
print(repr(r.readline()), repr(r.readline()))
w.close()
a.close()
print(r.read().split('\n'), r.readline() == '')
r.close()
print(r.closed, b.fileno() >= 0)
b.close()

a, b = socket.socketpair()
f = a.makefile('rwb')
g = b.makefile('rwb', buffering=0)
f.write(b'line 1\nline 2\n')
f.flush()
print(g.readline(), g.readline(), f.readable(), f.writable(), f.seekable())
print(g.write(b'answer\n'), f.readline())
f.write(b'more\n')
f.flush()
print(g.readline())
a.close()
print(a.fileno() >= 0)
f.close()
print(a.fileno(), g.read(5))
g.close()
b.close()

a, b = socket.socketpair()
with a, b:
    t = a.makefile('rw', encoding='ascii')
    u = b.makefile('rw', encoding='ascii')
    t.write('ping\n')
    t.flush()
    print(repr(u.readline()))
    u.write('pong\nagain\n')
    u.flush()
    print([next(t), next(t)])
    b.settimeout(0.02)
    try:
        u.readline()
    except TimeoutError as e:
        print(e)
    try:
        u.readline()
    except OSError as e:
        print(e)

a, b = socket.socketpair(type=socket.SOCK_DGRAM)
a.send(b'one')
a.send(b'two')
print(b.recv(2), b.recv(100))
a.close()
b.close()

# Datagrams.
server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind(('127.0.0.1', 0))
client = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
print(client.sendto(b'hello', server.getsockname()))
data, addr = server.recvfrom(1024)
print(data, addr[0], addr[1] == client.getsockname()[1])
server.sendto(b'back', 0, addr)
print(client.recvfrom(10)[0])
client.connect(server.getsockname())
client.send(b'connected')
buf = bytearray(20)
n, addr = server.recvfrom_into(buf)
print(n, bytes(buf[:n]), client.getpeername() == server.getsockname())
client.send(b'')
print(server.recv(10))
client.settimeout(0.02)
try:
    client.recv(1)
except TimeoutError as e:
    print('timeout', e)
server.close()
client.close()

# Unix sockets.
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, 'socket')
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(path)
        server.listen(1)
        print(server.getsockname() == path, os.path.exists(path))
        with socket.socket(socket.AF_UNIX) as c:
            c.connect(path)
            conn, addr = server.accept()
            print(repr(addr), c.getpeername() == path)
            conn.sendall(b'unix')
            conn.close()
            print(c.recv(10), c.recv(10))
    try:
        with socket.socket(socket.AF_UNIX) as c:
            c.connect(path)
    except ConnectionRefusedError as e:
        print(e)
    try:
        with socket.socket(socket.AF_UNIX) as c:
            c.connect(os.path.join(folder, 'none'))
    except FileNotFoundError as e:
        print(e, e.filename)

# Copies.
a, b = socket.socketpair()
c = a.dup()
a.close()
c.sendall(b'dup')
print(b.recv(9), type(c) is socket.socket)
d = socket.fromfd(b.fileno(), b.family, b.type)
c.sendall(b'fromfd')
print(d.recv(9))
e = socket.socket(fileno=c.detach())
print(c.fileno(), e.family == socket.AF_UNIX, e.type == socket.SOCK_STREAM)
e.sendall(b'detached')
print(b.recv(9))
for s in (b, d, e):
    s.close()


class Named(socket.socket):
    label = 'mine'


with Named() as n:
    print(n.label, isinstance(n, socket.socket), n.proto)

# sendfile, and a thread that waits for a line while the main one writes.
a, b = socket.socketpair()
with tempfile.TemporaryFile() as f:
    f.write(b'0123456789' * 10)
    f.flush()
    print(a.sendfile(f, offset=5, count=12), f.tell(), b.recv(100))
lines = []
thread = threading.Thread(target=lambda: lines.extend(b.makefile('r')))
thread.start()
a.sendall(b'x\ny')
a.sendall(b'y\n')
a.close()
thread.join()
print(lines)
b.close()
