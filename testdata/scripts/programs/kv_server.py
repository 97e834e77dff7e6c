"""A length-prefixed binary key-value protocol over TCP, with socketserver and a client pool."""
import contextlib
import enum
import queue
import socket
import socketserver
import struct
import threading
import zlib
from concurrent.futures import ThreadPoolExecutor

HEADER = struct.Struct("!2sBBIL")        # magic, version, op, length, crc
MAGIC = b"KV"


class Op(enum.IntEnum):
    GET = 1
    SET = 2
    INCR = 3
    STATS = 4
    OK = 0x80
    ERR = 0x81


class ProtocolError(Exception):
    """Malformed message."""


def recv_exact(sock, n):
    chunks = bytearray()
    view = memoryview(bytearray(n))
    got = 0
    while got < n:
        k = sock.recv_into(view[got:], n - got)
        if not k:
            raise ConnectionError("peer closed after %d of %d bytes" % (got, n))
        got += k
    chunks += view
    return bytes(chunks)


def send_msg(sock, op, payload=b""):
    sock.sendall(HEADER.pack(MAGIC, 1, op, len(payload), zlib.crc32(payload)) + payload)


def recv_msg(sock):
    magic, version, op, length, crc = HEADER.unpack(recv_exact(sock, HEADER.size))
    if magic != MAGIC:
        raise ProtocolError("bad magic %r" % magic)
    payload = recv_exact(sock, length) if length else b""
    if zlib.crc32(payload) != crc:
        raise ProtocolError("bad crc")
    return Op(op), payload


def pack_strs(*items):
    return b"".join(struct.pack(">H%ds" % len(b), len(b), b) for b in (i.encode() for i in items))


def unpack_strs(data):
    out, pos = [], 0
    while pos < len(data):
        (n,) = struct.unpack_from(">H", data, pos)
        out.append(data[pos + 2:pos + 2 + n].decode())
        pos += 2 + n
    return out


class Handler(socketserver.BaseRequestHandler):
    def handle(self):
        while True:
            try:
                op, payload = recv_msg(self.request)
            except ConnectionError:
                return
            except ProtocolError as e:
                send_msg(self.request, Op.ERR, str(e).encode())
                return
            try:
                send_msg(self.request, Op.OK, self.dispatch(op, payload))
            except Exception as e:
                send_msg(self.request, Op.ERR, ("%s: %s" % (e.__class__.__name__, e)).encode())

    def dispatch(self, op, payload):
        store, lock = self.server.store, self.server.lock
        if op == Op.GET:
            return store[payload.decode()].encode()
        elif op == Op.SET:
            k, v = unpack_strs(payload)
            store[k] = v
            return b""
        elif op == Op.INCR:
            key, by = struct.unpack("<8sq", payload)
            key = key.rstrip(b"\0").decode()
            with lock:
                store[key] = str(int(store.get(key, 0)) + by)
                return store[key].encode()
        raise NotImplementedError(op.name)


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.store, self.lock = {}, threading.Lock()


class Pool:
    def __init__(self, address, size):
        self.free = queue.LifoQueue()
        self.size = size
        for _ in range(size):
            self.free.put(socket.create_connection(address, timeout=5))

    @contextlib.contextmanager
    def connection(self):
        sock = self.free.get(timeout=5)
        try:
            yield sock
        finally:
            self.free.put(sock)

    def call(self, op, payload=b""):
        with self.connection() as s:
            send_msg(s, op, payload)
            status, data = recv_msg(s)
        if status is Op.ERR:
            raise RuntimeError(data.decode())
        return data.decode()

    def close(self):
        with contextlib.suppress(queue.Empty):
            while True:
                self.free.get_nowait().close()


def main():
    with Server() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()
        pool = Pool(server.server_address, 3)
        with ThreadPoolExecutor(8) as ex:
            list(ex.map(lambda i: pool.call(Op.SET, pack_strs("k%d" % i, "välue-%d" % i)), range(20)))
            print(list(ex.map(lambda i: pool.call(Op.GET, b"k%d" % i), range(0, 20, 6))))
            list(ex.map(lambda i: pool.call(Op.INCR, struct.pack("<8sq", b"hits", i)), range(-5, 50)))
        print(server.store["hits"], sum(range(-5, 50)), len(server.store))
        for op, payload in ((Op.GET, b"nokey"), (Op.STATS, b""), (Op.SET, pack_strs("only")), (Op.INCR, b"short"), (Op.GET, b"\xff")):
            try:
                pool.call(op, payload)
            except RuntimeError as e:
                print(op.name, "->", e)
        with pool.connection() as s:
            s.sendall(b"XX" + b"\0" * 10)
            print(recv_msg(s), repr(s.recv(10)))
        try:
            HEADER.unpack(b"abc")
        except struct.error as e:
            print("struct.error:", e)
        try:
            struct.pack("!B", 300)
        except struct.error as e:
            print("struct.error:", e)
        pool.close()
        server.shutdown()
    print(HEADER.size, HEADER.format, Op(0x80)._name_, struct.calcsize("@iq"), list(struct.iter_unpack("<hb", b"\1\0\2\3\0\4")))


if __name__ == "__main__":
    main()
