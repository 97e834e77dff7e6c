"""A port scanner: hundreds of threads knock on ports of this machine."""
import socket
from concurrent.futures import ThreadPoolExecutor

HOST = "127.0.0.1"
TIMEOUT = 2.0


def free_port():
    """A port that nobody listens on: it was ours a moment ago."""
    with socket.socket() as s:
        s.bind((HOST, 0))
        return s.getsockname()[1]


def knock(port):
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as s:
        s.settimeout(TIMEOUT)
        if s.connect_ex((HOST, port)) != 0:
            return port, None
        try:
            return port, s.recv(64).decode().strip()
        except TimeoutError:
            return port, ""


def main():
    banners = ["SSH-2.0-demo", "220 mail ready", "HELLO"]
    servers = [socket.create_server((HOST, 0), backlog=300) for _ in banners]
    ports = [s.getsockname()[1] for s in servers]

    closed = sorted({free_port() for _ in range(200)} - set(ports))
    with ThreadPoolExecutor(max_workers=3) as greeters, ThreadPoolExecutor(max_workers=100) as pool:
        def greet(server, banner):
            conn, _ = server.accept()
            with conn:
                conn.sendall(banner.encode() + b"\r\n")

        for server, banner in zip(servers, banners):
            greeters.submit(greet, server, banner)
        results = dict(pool.map(knock, closed + ports))

    found = [results[port] for port in ports]
    print(f"{len(found)} open: {', '.join(found)}")
    print(f"closed ones among {len(closed) > 100 and 'more than 100'} others: {all(results[p] is None for p in closed)}")
    for server in servers:
        server.close()


if __name__ == "__main__":
    main()
