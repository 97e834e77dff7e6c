"""An echo server with a thread for each connection, and clients to try it."""
import socketserver
import socket
import threading
from concurrent.futures import ThreadPoolExecutor


class Echo(socketserver.StreamRequestHandler):
    def handle(self):
        for line in self.rfile:
            words = line.decode().split()
            if words == ["quit"]:
                break
            with self.server.lock:
                self.server.lines += 1
            self.wfile.write(" ".join(reversed(words)).encode() + b"\n")


class Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    request_queue_size = 128
    lines = 0

    def __init__(self, *args):
        super().__init__(*args)
        self.lock = threading.Lock()


def client(address, number):
    with socket.create_connection(address) as s, s.makefile("rw", encoding="utf-8", newline="\n") as f:
        answers = []
        for i in range(5):
            print(f"client {number} line {i}", file=f, flush=True)
            answers.append(f.readline().strip())
        print("quit", file=f, flush=True)
        return answers


with Server(("127.0.0.1", 0), Echo) as server:
    serving = threading.Thread(target=server.serve_forever)
    serving.start()
    with ThreadPoolExecutor(max_workers=20) as pool:
        results = list(pool.map(lambda n: client(server.server_address, n), range(40)))
    server.shutdown()
    serving.join()

print(results[7])
print(len(results), "clients,", server.lines, "lines")
