"""Download many files at once, with progress and retries.

The server that it downloads from is its own: one file is missing, another comes
only at the third attempt.
"""
import os
import sys
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor, as_completed
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests
from requests.adapters import HTTPAdapter
from urllib3.util.retry import Retry

FILES = {f'/report-{n}.csv': b'id,value\n' * n for n in range(1, 21)}
failures = {'/report-7.csv': 2}
lock = threading.Lock()


class Files(BaseHTTPRequestHandler):
    def do_GET(self):
        with lock:
            fails = failures.get(self.path, 0)
            failures[self.path] = fails - 1
        if fails > 0:
            self.send_error(503)
        elif self.path in FILES:
            self.send_response(200)
            self.send_header('Content-Type', 'text/csv')
            self.send_header('Content-Length', str(len(FILES[self.path])))
            self.end_headers()
            self.wfile.write(FILES[self.path])
        else:
            self.send_error(404)

    def log_message(self, *args):
        pass


def download(session, url, folder):
    path = os.path.join(folder, url.rsplit('/', 1)[1])
    with session.get(url, stream=True, timeout=10) as r:
        r.raise_for_status()
        with open(path, 'wb') as f:
            for chunk in r.iter_content(8192):
                f.write(chunk)
    return os.path.getsize(path)


def main(base, folder):
    session = requests.Session()
    session.mount('http://', HTTPAdapter(pool_maxsize=8, max_retries=Retry(total=3, backoff_factor=0.01, status_forcelist=[503])))
    urls = [base + path for path in FILES] + [base + '/missing.csv']
    total, failed = 0, []
    with ThreadPoolExecutor(max_workers=8) as pool:
        jobs = {pool.submit(download, session, url, folder): url for url in urls}
        for done, job in enumerate(as_completed(jobs), 1):
            print(f'\r{done}/{len(jobs)}', end='', file=sys.stderr, flush=True)
            try:
                total += job.result()
            except requests.HTTPError as e:
                failed.append((jobs[job].rsplit('/', 1)[1], e.response.status_code))
    print(file=sys.stderr)
    print(f'{len(os.listdir(folder))} files, {total} bytes')
    for name, status in failed:
        print(f'{name}: status {status}')


if __name__ == '__main__':
    server = ThreadingHTTPServer(('127.0.0.1', 0), Files)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    with tempfile.TemporaryDirectory() as folder:
        main(f'http://127.0.0.1:{server.server_port}', folder)
    server.shutdown()
    server.server_close()
