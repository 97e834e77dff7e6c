"""Log in to a site with a form, keep its cookies in a session, and use the session from several threads."""
import secrets
import threading
from concurrent.futures import ThreadPoolExecutor
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import requests

sessions = {}
items = []
lock = threading.Lock()


class Shop(BaseHTTPRequestHandler):
    def user(self):
        cookie = SimpleCookie(self.headers.get('Cookie', ''))
        return sessions.get(cookie['session'].value) if 'session' in cookie else None

    def form(self):
        return {k: v[0] for k, v in parse_qs(self.rfile.read(int(self.headers['Content-Length'])).decode()).items()}

    def reply(self, status, text, **headers):
        body = text.encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name.replace('_', '-'), value)
        self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_GET(self):
        if self.path == '/login':
            self.reply(200, '<form>user, password</form>', Set_Cookie='seen=1; Path=/')
        elif user := self.user():
            self.reply(200, f'{user}: {len(items)} items', Content_Type='text/plain; charset=utf-8')
        else:
            self.reply(302, '', Location='/login')

    def do_POST(self):
        form = self.form()
        if self.path == '/login':
            if form != {'user': 'zoë', 'password': 'p&s=w?'}:
                return self.reply(403, 'wrong password')
            token = secrets.token_hex(8)
            sessions[token] = form['user']
            self.reply(303, '', Location='/basket', Set_Cookie=f'session={token}; Path=/; HttpOnly')
        elif self.path == '/basket' and self.user():
            with lock:
                items.append(form['item'])
            self.reply(201, 'added')
        elif self.path == '/logout':
            self.reply(200, 'bye', Set_Cookie='session=; Path=/; Max-Age=0')
        else:
            self.reply(401, 'log in first')

    def log_message(self, *args):
        pass


def main(base):
    s = requests.Session()
    r = s.get(base + '/basket')
    print(r.url.replace(base, ''), [h.status_code for h in r.history], s.cookies.get_dict())
    print(s.post(base + '/login', data={'user': 'zoë', 'password': 'guess'}).text)
    r = s.post(base + '/login', data={'user': 'zoë', 'password': 'p&s=w?'})
    print(r.request.method, r.url.replace(base, ''), r.text, sorted(s.cookies.keys()))
    with ThreadPoolExecutor(max_workers=8) as pool:
        answers = list(pool.map(lambda i: s.post(base + '/basket', data={'item': f'item {i}'}).status_code, range(40)))
    print(set(answers), s.get(base + '/basket').text)
    print(s.post(base + '/logout', data={'x': ''}).text, sorted(s.cookies.keys()))
    print(s.get(base + '/basket').url.replace(base, ''))
    r = requests.post(base + '/basket', data={'item': 'x'})
    try:
        r.raise_for_status()
    except requests.HTTPError as e:
        print(str(e).replace(base, ''))


if __name__ == '__main__':
    server = ThreadingHTTPServer(('127.0.0.1', 0), Shop)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    main(f'http://127.0.0.1:{server.server_port}')
    server.shutdown()
    server.server_close()
