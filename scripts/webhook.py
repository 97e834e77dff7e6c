"""A small service and its clients in one file: uploads arrive in chunks, events are streamed line by line."""
import json
import threading
from concurrent.futures import ThreadPoolExecutor
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import requests


class Hooks(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def do_POST(self):
        body = b''
        if self.headers.get('Transfer-Encoding') == 'chunked':
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(self.headers['Content-Length']))
        events = [json.loads(line) for line in body.splitlines()]
        answer = json.dumps({'received': len(events), 'sum': sum(e['n'] for e in events)}).encode()
        self.send_response(202)
        self.send_header('Content-Type', 'application/json')
        self.send_header('Content-Length', str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def do_GET(self):
        self.send_response(200)
        self.send_header('Content-Type', 'text/event-stream; charset=utf-8')
        self.send_header('Transfer-Encoding', 'chunked')
        self.end_headers()
        for n in range(5):
            line = f'data: {{"n": {n}, "name": "événement"}}\n\n'.encode()
            self.wfile.write(b'%x\r\n%s\r\n' % (len(line), line))
        self.wfile.write(b'0\r\n\r\n')

    def log_message(self, *args):
        pass


def lines(source, count):
    for n in range(count):
        yield json.dumps({'source': source, 'n': n}).encode() + b'\n'


def send(base, source):
    return requests.post(f'{base}/{source}', data=lines(source, source * 10), timeout=10).json()


def main(base):
    with ThreadPoolExecutor(max_workers=4) as pool:
        for source, answer in enumerate(pool.map(lambda n: send(base, n), range(1, 6)), 1):
            print(source, answer)
    print(requests.post(base, json={'n': 7}).json())
    with requests.get(base + '/events', stream=True, timeout=10) as r:
        for line in r.iter_lines(decode_unicode=True):
            if line.startswith('data: '):
                event = json.loads(line.removeprefix('data: '))
                print(event['n'], event['name'])


if __name__ == '__main__':
    server = ThreadingHTTPServer(('127.0.0.1', 0), Hooks)
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, daemon=True).start()
    main(f'http://127.0.0.1:{server.server_port}')
    server.shutdown()
    server.server_close()
