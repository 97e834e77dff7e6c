# select and selectors on sockets.
import select
import selectors
import socket
import threading

a, b = socket.socketpair()
print(select.select([a, b], [], [], 0), [x is a for x in select.select([], [a], [], 0)[1]])
b.send(b'x')
r, w, x = select.select([a, b], [a, b], [a], 1)
print([s is a for s in r], len(w), x)
print(select.select([a.fileno()], [], [])[0] == [a.fileno()])
t = threading.Timer(0.02, lambda: a.send(b'later'))
t.start()
print(select.select([b], [], [], 5)[0] == [b], b.recv(10), a.recv(5))
t.join()
for fn in (lambda: select.select([-1], [], [], 0), lambda: select.select(['x'], [], [], 0), lambda: select.select([], [], [], -1), lambda: select.select(1, 2, 3)):
    try:
        print(fn())
    except (ValueError, TypeError) as e:
        print(type(e).__name__, e)
p = select.poll()
p.register(a, select.POLLIN)
p.register(b.fileno(), select.POLLIN | select.POLLOUT)
print(p.poll(0) == [(b.fileno(), select.POLLOUT)])
a.send(b'y')
print(dict(p.poll(100)) == {b.fileno(): select.POLLIN | select.POLLOUT})
p.modify(b, select.POLLIN)
print(p.poll() == [(b.fileno(), select.POLLIN)], b.recv(1))
p.unregister(b)
try:
    p.unregister(b)
except KeyError:
    print('KeyError')
b.close()
print(p.poll(100) == [(a.fileno(), select.POLLIN | select.POLLHUP)])
a.close()

# An echo server with one thread for all connections.
sel = selectors.DefaultSelector()
server = socket.create_server(('127.0.0.1', 0))
server.setblocking(False)
print(sel.register(server, selectors.EVENT_READ, data='accept').data, len(sel.get_map()), server in sel.get_map())


def talk(n, answers):
    with socket.create_connection(server.getsockname()) as c:
        for i in range(3):
            c.sendall(b'%d:%d' % (n, i))
            answers.append(c.recv(100).decode())


answers = []
threads = [threading.Thread(target=talk, args=(n, answers)) for n in range(5)]
for t in threads:
    t.start()
closed = 0
while closed < 5:
    for key, events in sel.select(timeout=5):
        if key.data == 'accept':
            conn, _ = key.fileobj.accept()
            conn.setblocking(False)
            sel.register(conn, selectors.EVENT_READ)
        else:
            data = key.fileobj.recv(100)
            if data:
                key.fileobj.sendall(b'echo ' + data)
            else:
                print(sel.unregister(key.fileobj).events)
                key.fileobj.close()
                closed += 1
for t in threads:
    t.join()
print(sorted(answers))
print(sel.select(0), sel.get_key(server).data, sel.modify(server, selectors.EVENT_READ | selectors.EVENT_WRITE, 'new').data)
for fn in (lambda: sel.register(server, selectors.EVENT_READ), lambda: sel.register(server, 99999), lambda: sel.unregister(0) if False else sel.get_key(1),
           lambda: sel.register(-1, 1), lambda: sel.register('x', 1)):
    try:
        print(fn())
    except (KeyError, ValueError) as e:
        print(type(e).__name__, str(e)[:14])
sel.unregister(server)
sel.close()
print(sel.get_map())
server.close()
with selectors.SelectSelector() as s:
    print(s.select(0.001), list(s.get_map()))
