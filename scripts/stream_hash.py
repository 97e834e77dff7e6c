"""Hash large downloads as they come, without keeping them, and resume one that broke off."""
import hashlib
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests

SIZE = 3 << 20
BLOCK = bytes(range(256)) * 64


def content(seed):
    return (BLOCK[seed:] + BLOCK[:seed]) * (SIZE // len(BLOCK))


class Mirror(BaseHTTPRequestHandler):
    def do_GET(self):
        data = content(int(self.path[1:]))
        start = 0
        if wanted := self.headers.get('Range'):
            start = int(wanted.removeprefix('bytes=').rstrip('-'))
        self.send_response(206 if wanted else 200)
        self.send_header('Content-Length', str(len(data) - start))
        self.end_headers()
        # The third file breaks off half way the first time.
        stop = len(data) // 2 if self.path == '/3' and not wanted else len(data)
        self.wfile.write(data[start:stop])
        self.close_connection = True

    def log_message(self, *args):
        pass


def digest(url):
    h, got, parts = hashlib.sha256(), 0, 0
    while True:
        headers = {'Range': f'bytes={got}-'} if got else {}
        parts += 1
        with requests.get(url, headers=headers, stream=True, timeout=10) as r:
            r.raise_for_status()
            try:
                for chunk in r.iter_content(64 << 10):
                    h.update(chunk)
                    got += len(chunk)
            except requests.exceptions.ChunkedEncodingError:
                continue
        return h.hexdigest(), got, parts


if __name__ == '__main__':
    server = ThreadingHTTPServer(('127.0.0.1', 0), Mirror)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    urls = [f'http://127.0.0.1:{server.server_port}/{n}' for n in range(1, 5)]
    with ThreadPoolExecutor(max_workers=4) as pool:
        for n, (name, size, parts) in enumerate(pool.map(digest, urls), 1):
            right = name == hashlib.sha256(content(n)).hexdigest()
            print(f"file {n}: {size} bytes in {parts} part{'s'[:parts > 1]}, {name[:16]}, {'right' if right else 'WRONG'}")
    server.shutdown()
    server.server_close()
