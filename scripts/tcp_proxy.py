"""A TCP proxy that counts what goes through it, between clients and a server."""
import socket
import threading
from concurrent.futures import ThreadPoolExecutor


class Counter:
    def __init__(self):
        self.lock = threading.Lock()
        self.up = self.down = self.connections = 0

    def add(self, **amounts):
        with self.lock:
            for name, n in amounts.items():
                setattr(self, name, getattr(self, name) + n)


def pump(source, target, count):
    """Copies until the source ends, and passes the end on."""
    while data := source.recv(65536):
        target.sendall(data)
        count(len(data))
    target.shutdown(socket.SHUT_WR)


def forward(client, upstream, counter):
    with client, socket.create_connection(upstream) as server:
        counter.add(connections=1)
        back = threading.Thread(target=pump, args=(server, client, lambda n: counter.add(down=n)))
        back.start()
        pump(client, server, lambda n: counter.add(up=n))
        back.join()


def serve(listener, handle):
    """Accepts connections until the listener is closed."""
    while True:
        try:
            connection, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=handle, args=(connection,)).start()


def shout(connection):
    with connection:
        while data := connection.recv(4096):
            connection.sendall(data.upper() * 2)
        connection.sendall(b"bye")


def ask(address, text):
    with socket.create_connection(address) as s:
        s.sendall(text)
        s.shutdown(socket.SHUT_WR)
        return b"".join(iter(lambda: s.recv(1000), b""))


counter = Counter()
upstream, proxy = (socket.create_server(("127.0.0.1", 0), backlog=64) for _ in range(2))
threading.Thread(target=serve, args=(upstream, shout), daemon=True).start()
threading.Thread(target=serve, args=(proxy, lambda c: forward(c, upstream.getsockname(), counter)), daemon=True).start()

texts = [bytes([97 + i % 26]) * (i + 1) for i in range(50)]
with ThreadPoolExecutor(max_workers=10) as pool:
    replies = list(pool.map(lambda text: ask(proxy.getsockname(), text), texts))

print(all(reply == text.upper() * 2 + b"bye" for text, reply in zip(texts, replies)))
print(f"{counter.connections} connections, {counter.up} bytes up, {counter.down} bytes down")
