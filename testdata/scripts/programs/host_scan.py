#!/usr/bin/env python
# Scan a handful of local ports and grab banners, the old way.
import argparse
import contextlib
import errno
import socket
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed

print_lock = threading.Lock()
BANNERS = [b"SSH-2.0-OpenSSH_9.6\r\n", b"220 mail.example.org ESMTP\r\n", b"", b"+OK POP3 ready\r\n"]


class FakeService(threading.Thread):
    """Accepts connections and sends a banner until stopped."""

    def __init__(self, banner):
        threading.Thread.__init__(self)
        self.daemon = True
        self.banner = banner
        self.sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        self.sock.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self.sock.bind(("127.0.0.1", 0))
        self.sock.listen(5)
        self.port = self.sock.getsockname()[1]
        self._halt = threading.Event()

    def run(self):
        self.sock.settimeout(0.05)
        while not self._halt.is_set():
            try:
                conn, addr = self.sock.accept()
            except socket.timeout:
                continue
            except OSError:
                break
            with conn:
                if self.banner:
                    conn.sendall(self.banner)
        self.sock.close()

    def stop(self):
        self._halt.set()
        self.join()


def free_port():
    s = socket.socket()
    s.bind(("127.0.0.1", 0))
    try:
        return s.getsockname()[1]
    finally:
        s.close()


def scan(host, port, timeout=1.0):
    s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    s.settimeout(timeout)
    code = s.connect_ex((host, port))
    if code != 0:
        s.close()
        return port, errno.errorcode[code], None
    try:
        banner = s.recv(1024)
    except:
        banner = b"?"
    finally:
        s.close()
    return port, "open", banner.decode("ascii", "replace").strip()


def main(argv=None):
    parser = argparse.ArgumentParser(prog="host_scan", description="Scan ports of a host")
    parser.add_argument("-t", "--threads", type=int, default=8, metavar="N")
    parser.add_argument("--timeout", type=float, default=1.0)
    parser.add_argument("host", nargs="?", default="127.0.0.1")
    args = parser.parse_args(argv)
    services = [FakeService(b) for b in BANNERS]
    for s in services:
        s.start()
    names = {s.port: "svc%d" % i for i, s in enumerate(services)}
    closed = [free_port() for _ in range(3)]
    for i, p in enumerate(closed):
        names[p] = "closed%d" % i
    rows = []
    start = time.time()
    with ThreadPoolExecutor(max_workers=args.threads) as ex:
        fs = {ex.submit(scan, args.host, p, args.timeout): p for p in names}
        for f in as_completed(fs):
            port, state, banner = f.result()
            with print_lock:
                rows.append((names[port], state, banner))
    elapsed = time.time() - start
    rows.sort()
    print("%-10s %-15s %s" % ("NAME", "STATE", "BANNER"))
    print("-" * 40)
    for row in rows:
        print("%-10s %-15s %r" % row)
    n_open = sum(1 for r in rows if r[1] == "open")
    print("%d open of %d, in time: %s" % (n_open, len(rows), elapsed < 5))
    for s in services:
        s.stop()
    return 0 if n_open == len(services) else 2


if __name__ == '__main__':
    try:
        with contextlib.redirect_stderr(sys.stdout):
            main(["--threads", "x"])
    except SystemExit as e:
        print("usage error:", e.code)
    sys.exit(main([]))
