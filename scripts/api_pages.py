"""Fetch all pages of an API at once, follow its limits, and put the records together."""
import collections
import json
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import requests

RECORDS = [{'id': i, 'city': ['Oslo', 'Lima', 'Pune'][i % 3], 'size': i * i % 17} for i in range(95)]
PER_PAGE = 10
limited = collections.Counter()


class Api(BaseHTTPRequestHandler):
    def do_GET(self):
        query = parse_qs(urlsplit(self.path).query)
        page = int(query.get('page', ['1'])[0])
        if self.headers.get('Authorization') != 'Bearer secret':
            return self.answer(401, {'error': 'who are you?'})
        limited[page] += 1
        if page == 4 and limited[page] == 1:
            return self.answer(429, {'error': 'not so fast'}, {'Retry-After': '0.01'})
        rows = RECORDS[(page - 1) * PER_PAGE:page * PER_PAGE]
        self.answer(200, {'page': page, 'pages': -(-len(RECORDS) // PER_PAGE), 'records': rows})

    def answer(self, status, data, headers={}):
        body = json.dumps(data).encode()
        self.send_response(status)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(body)))
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args):
        pass


def fetch(session, url, page):
    for attempt in range(3):
        r = session.get(url, params={'page': page, 'sort': 'id'}, timeout=10)
        if r.status_code != 429:
            r.raise_for_status()
            return r.json()
        time.sleep(float(r.headers['Retry-After']))
    raise RuntimeError(f'page {page} stays limited')


def main(url):
    print(requests.get(url).json())
    with requests.Session() as session:
        session.headers['Authorization'] = 'Bearer secret'
        first = fetch(session, url, 1)
        with ThreadPoolExecutor(max_workers=5) as pool:
            rest = list(pool.map(lambda n: fetch(session, url, n), range(2, first['pages'] + 1)))
    records = [row for page in [first, *rest] for row in page['records']]
    sizes = collections.defaultdict(int)
    for row in records:
        sizes[row['city']] += row['size']
    print(f"{first['pages']} pages, {len(records)} records, in order: {records == RECORDS}")
    for city, size in sorted(sizes.items()):
        print(f'{city:6}{size:5}')


if __name__ == '__main__':
    server = ThreadingHTTPServer(('127.0.0.1', 0), Api)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    main(f'http://127.0.0.1:{server.server_port}/records')
    server.shutdown()
    server.server_close()
