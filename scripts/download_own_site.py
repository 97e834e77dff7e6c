"""A downloader: serves a folder to itself and fetches all of it with a pool."""
import hashlib
import os
import tempfile
import threading
import urllib.error
import urllib.request
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer


class Quiet(SimpleHTTPRequestHandler):
    def log_message(self, *args):
        pass


def make_files(folder, count):
    names = []
    for i in range(count):
        name = f"part-{i:03}.bin"
        with open(os.path.join(folder, name), "wb") as f:
            f.write(bytes((i + j) % 256 for j in range(997)) * (i % 7 + 1))
        names.append(name)
    return names


def fetch(base, name):
    with urllib.request.urlopen(f"{base}/{name}", timeout=30) as response:
        data = response.read()
        if len(data) != int(response.headers["Content-Length"]):
            raise IOError(f"{name}: cut short")
    return len(data), hashlib.sha256(data).hexdigest()


def main():
    with tempfile.TemporaryDirectory() as folder:
        names = make_files(folder, 120)
        with ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=folder)) as server:
            threading.Thread(target=server.serve_forever, daemon=True).start()
            base = f"http://127.0.0.1:{server.server_port}"
            sizes, sums, failed = {}, {}, []
            with ThreadPoolExecutor(max_workers=16) as pool:
                futures = {pool.submit(fetch, base, name): name for name in names + ["missing.bin"]}
                for future in as_completed(futures):
                    name = futures[future]
                    try:
                        sizes[name], sums[name] = future.result()
                    except urllib.error.HTTPError as error:
                        failed.append(f"{name}: {error.code} {error.reason}")
            server.shutdown()
        for name in names:
            with open(os.path.join(folder, name), "rb") as f:
                assert hashlib.sha256(f.read()).hexdigest() == sums[name]
    print(f"{len(sizes)} files, {sum(sizes.values())} bytes, all with the right checksum")
    print("failed:", *failed)


if __name__ == "__main__":
    main()
