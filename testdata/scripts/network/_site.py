# What the scripts of this folder get their pages from.
import json
import socketserver
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit


class Site(BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'

    def log_message(self, *args):
        pass

    def version_string(self):
        return 'site'

    def date_time_string(self, timestamp=None):
        return 'now'

    def answer(self, body, status=200, **headers):
        self.send_response(status)
        self.send_header('Content-Length', str(len(body)))
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.end_headers()
        if self.command != 'HEAD':
            self.wfile.write(body)

    def do_GET(self):
        url = urlsplit(self.path)
        query = parse_qs(url.query)
        kind, _, rest = url.path[1:].partition('/')
        length = self.headers.get('Content-Length')
        if self.headers.get('Transfer-Encoding') == 'chunked':
            body = b''
            while size := int(self.rfile.readline(), 16):
                body += self.rfile.read(size)
                self.rfile.readline()
            self.rfile.readline()
        else:
            body = self.rfile.read(int(length)) if length else b''
        if kind == 'echo':
            said = {k: v for k, v in self.headers.items() if k not in ('Host', 'User-Agent', 'Content-Length')}
            self.answer(json.dumps([self.command, self.path, said, body.decode('latin-1')]).encode(), Content_Type='application/json')
        elif kind == 'status':
            code = int(rest)
            self.answer(b'' if code in (204, 304) else b'status %d\n' % code, code)
        elif kind == 'redirect':
            self.answer(b'moved', int(query.get('code', ['302'])[0]), Location=query['to'][0])
        elif kind == 'loop':
            self.answer(b'', 302, Location=self.path)
        elif kind == 'lines':
            self.answer(b''.join(b'line %d\n' % i for i in range(int(rest))), Content_Type='text/plain; charset=latin-1')
        elif kind == 'chunked':
            self.send_response(200)
            self.send_header('Transfer-Encoding', 'chunked')
            self.end_headers()
            for i in range(int(rest)):
                part = b'chunk %d\n' % i
                self.wfile.write(b'%x;ext=1\r\n%s\r\n' % (len(part), part))
            self.wfile.write(b'0\r\nTrailer: x\r\n\r\n')
        elif kind == 'close':
            self.close_connection = True
            self.send_response(200)
            self.send_header('Connection', 'close')
            self.end_headers()
            self.wfile.write(b'until the end')
        elif kind == 'short':
            self.close_connection = True
            self.send_response(200)
            self.send_header('Content-Length', '100')
            self.end_headers()
            self.wfile.write(b'too little')
        elif kind == 'slow':
            time.sleep(float(rest))
            self.answer(b'at last')
        elif kind == 'raw':
            self.close_connection = True
            self.wfile.write(query['bytes'][0].encode('latin-1'))
        elif kind == 'auth':
            if self.headers.get('Authorization') == 'Basic dXNlcjpwYXNz':
                self.answer(b'welcome')
            else:
                self.answer(b'who?', 401, WWW_Authenticate='Basic realm="the realm"')
        elif kind == 'cookie':
            if rest:
                self.answer(b'set', Set_Cookie=rest + '; Path=/')
            else:
                self.answer((self.headers.get('Cookie') or 'none').encode())
        elif kind == 'robots.txt':
            self.answer(b'User-agent: *\nDisallow: /private\nAllow: /\nCrawl-delay: 3\n\nUser-agent: bad\nDisallow: /\n')
        else:
            self.answer(b'not here', 404)

    do_POST = do_PUT = do_DELETE = do_HEAD = do_PATCH = do_GET


class Server(ThreadingHTTPServer):
    daemon_threads = True

    def __enter__(self):
        threading.Thread(target=self.serve_forever, daemon=True).start()
        self.url = 'http://127.0.0.1:%d' % self.server_port
        return self

    def __exit__(self, *args):
        self.shutdown()
        self.server_close()

    def handle_error(self, request, client_address):
        pass


def serve():
    return Server(('127.0.0.1', 0), Site)
