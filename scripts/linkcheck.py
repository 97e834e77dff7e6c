"""Check every link of a site: follow the pages, ask for the rest, report what is broken."""
import re
import threading
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urldefrag, urljoin, urlparse

import requests

PAGES = {
    '/': '<a href="/a.html">a</a> <a href="b.html#top">b</a> <a href="/old">moved</a>',
    '/a.html': '<a href="/">home</a> <a href="/gone.html">gone</a> <a href="mailto:me@example.com">mail</a>',
    '/b.html': '<a href="a.html">a</a> <a href="/loop">loop</a> <a href="http://127.0.0.1:1/">nobody listens</a>',
    '/new': 'here it is now',
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path in ('/old', '/loop'):
            self.send_response(301)
            self.send_header('Location', '/new' if self.path == '/old' else '/loop')
            self.end_headers()
            return
        page = PAGES.get(self.path)
        self.send_response(200 if page is not None else 404)
        self.send_header('Content-Type', 'text/html; charset=utf-8')
        self.end_headers()
        self.wfile.write((page or 'nothing here').encode())

    def log_message(self, *args):
        pass


def check(url):
    """What is wrong with a link, or None, and the links on its page."""
    try:
        r = requests.get(url, timeout=5)
        r.raise_for_status()
    except requests.HTTPError as e:
        return f'{e.response.status_code} {e.response.reason}', []
    except requests.TooManyRedirects:
        return 'redirects in circles', []
    except requests.ConnectionError:
        return 'cannot connect', []
    note = 'moved to ' + urlparse(r.url).path if r.history else None
    return note, [urldefrag(urljoin(r.url, link)).url for link in re.findall(r'href="([^"]*)"', r.text)]


def crawl(start):
    seen, report = {start}, {}
    with ThreadPoolExecutor(max_workers=4) as pool:
        running = {pool.submit(check, start): start}
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for job in done:
                url = running.pop(job)
                report[url], links = job.result()
                if urlparse(url).netloc != urlparse(start).netloc:
                    continue
                for link in links:
                    if link not in seen and urlparse(link).scheme in ('http', 'https'):
                        seen.add(link)
                        running[pool.submit(check, link)] = link
    return report


if __name__ == '__main__':
    server = ThreadingHTTPServer(('127.0.0.1', 0), Site)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    base = f'http://127.0.0.1:{server.server_port}'
    for url, note in sorted(crawl(base + '/').items()):
        print(f"{url.replace(base, ''):24} {note or 'ok'}")
    server.shutdown()
    server.server_close()
