# A server and its clients in one program: what goes over the wire, byte by byte.
import http.client
import io
import re
import socket
import sys
import threading
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer

log = sys.stderr = io.StringIO()


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path.startswith('/echo'):
            body = f'{self.command} {self.path} {self.request_version} {self.headers["X-Test"]}\n'.encode()
            self.send_response(200)
            self.send_header('Content-Type', 'text/plain')
            self.send_header('Content-Length', str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        elif self.path == '/missing':
            self.send_error(404)
        elif self.path == '/custom':
            self.send_error(HTTPStatus.FORBIDDEN, 'No <way>', 'because & so')
        elif self.path == '/unknown':
            self.send_error(799)
        elif self.path == '/empty':
            self.send_response(204)
            self.end_headers()
        else:
            raise ValueError('boom')

    do_HEAD = do_GET

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get('Content-Length', 0)))
        self.send_response(HTTPStatus.CREATED, 'Made')
        self.send_header('X-Many', 'a')
        self.send_header('X-Many', 'b')
        self.end_headers()
        self.wfile.write(body[::-1])

    def version_string(self):
        return 'test'

    def date_time_string(self, timestamp=None):
        return 'now'


class Persistent(Handler):
    protocol_version = 'HTTP/1.1'


def raw(address, data, wait=True):
    with socket.create_connection(address, timeout=5) as s:
        s.sendall(data)
        s.shutdown(socket.SHUT_WR)
        return s.makefile('rb').read()


def show(reply):
    for line in reply.decode('latin-1').split('\n'):
        print('   ', repr(line))


requests = [
    b'GET /echo HTTP/1.0\r\nX-Test: 1\r\n\r\n', b'GET /echo?q HTTP/1.1\r\nHost: x\r\nx-tEst:  two words \r\n\r\n', b'HEAD /echo HTTP/1.0\r\n\r\n',
    b'GET /missing HTTP/1.0\r\n\r\n', b'GET /custom HTTP/1.0\r\n\r\n', b'GET /unknown HTTP/1.0\r\n\r\n', b'GET /empty HTTP/1.0\r\n\r\n',
    b'HEAD /missing HTTP/1.0\r\n\r\n', b'POST / HTTP/1.0\r\nContent-Length: 3\r\n\r\nabc', b'PUT / HTTP/1.0\r\n\r\n', b'GET /echo\r\n\r\n', b'POST /x\r\n\r\n',
    b'GET / HTTP/x\r\n\r\n', b'GET / HTTP/1\r\n\r\n', b'GET / FTP/1.0\r\n\r\n', b'GET / HTTP/2.0\r\n\r\n', b'GET\r\n\r\n', b'GET a b c\r\n\r\n',
    b'GET a b HTTP/1.0\r\n\r\n', b'\r\n', b'', b'GET //echo//x HTTP/1.0\r\n\r\n', b'GET /' + b'x' * 65536 + b' HTTP/1.0\r\n\r\n',
    b'GET /echo HTTP/1.0\r\n' + b'A: b\r\n' * 101 + b'\r\n', b'GET /echo HTTP/1.0\r\nA: ' + b'x' * 65536 + b'\r\n\r\n',
    b'GET /echo HTTP/1.0\nX-Test: lf\n\n', b'GET /echo HTTP/1.0\r\nX-Test: folded\r\n  line\r\nBroken\r\nX: y\r\n\r\n', b'GET /\xff HTTP/1.0\r\n\r\n',
]
with HTTPServer(('127.0.0.1', 0), Handler) as server:
    print(server.server_name, server.server_port == server.server_address[1])
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    for request in requests:
        print(request[:60])
        show(raw(server.server_address, request))
    server.shutdown()
    thread.join()

with ThreadingHTTPServer(('127.0.0.1', 0), Persistent) as server:
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    print('-- keep-alive')
    show(raw(server.server_address, b'GET /echo/1 HTTP/1.1\r\nX-Test: a\r\n\r\nGET /echo/2 HTTP/1.1\r\n\r\nGET /echo/3 HTTP/1.0\r\n\r\nGET /no HTTP/1.0\r\n\r\n'))
    show(raw(server.server_address, b'GET /echo/1 HTTP/1.1\r\nConnection: close\r\n\r\nGET /no HTTP/1.1\r\n\r\n'))
    show(raw(server.server_address, b'GET /echo/1 HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\nGET /missing HTTP/1.1\r\n\r\nGET /no HTTP/1.1\r\n\r\n'))
    show(raw(server.server_address, b'POST / HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi'))
    server.shutdown()

print('-- log')
for line in log.getvalue().splitlines():
    line = re.sub(r'\[\d\d/\w\w\w/\d{4} \d\d:\d\d:\d\d\]', '[date]', line)
    if 'File "' not in line and '^' not in line and not line.startswith('    '):
        print(line[:100].replace(str(server.server_port), 'PORT') if 'processing' not in line else 'Exception occurred')
