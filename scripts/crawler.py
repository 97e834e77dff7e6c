"""A crawler: follows the links of a small site that it serves itself."""
import re
import threading
import urllib.error
import urllib.request
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urldefrag, urljoin, urlparse

PAGES = {
    "/": '<title>Home</title><a href="a.html">A</a> <a href="/docs/">Docs</a> <a href="/moved">old</a>',
    "/a.html": '<title>A</title><a href="/#top">home</a> <a href="docs/two.html">two</a> <a href="http://elsewhere.invalid/">out</a>',
    "/docs/": '<title>Docs</title><a href="one.html">1</a> <a href="two.html">2</a> <a href="../broken.html">?</a>',
    "/docs/one.html": '<title>One</title><a href="two.html">next</a>',
    "/docs/two.html": '<title>Two</title><a href="./one.html">back</a> <a href="/a.html?x=1#y">A</a>',
}


class Site(BaseHTTPRequestHandler):
    def do_GET(self):
        if self.path == "/moved":
            self.send_response(301)
            self.send_header("Location", "/docs/one.html")
            self.end_headers()
            return
        page = PAGES.get(urlparse(self.path).path)
        if page is None:
            self.send_error(404)
            return
        self.send_response(200)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.end_headers()
        self.wfile.write(page.encode())

    def log_message(self, *args):
        pass


def visit(url):
    with urllib.request.urlopen(url, timeout=30) as response:
        text = response.read().decode(response.headers.get_content_charset())
    title = re.search("<title>(.*?)</title>", text)[1]
    links = [urldefrag(urljoin(response.url, link)).url for link in re.findall('href="(.*?)"', text)]
    return title, links


def crawl(start, workers=8):
    site = urlparse(start).netloc
    seen, titles, broken = {start}, {}, {}
    with ThreadPoolExecutor(max_workers=workers) as pool:
        pending = {pool.submit(visit, start): start}
        while pending:
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for future in done:
                url = pending.pop(future)
                try:
                    titles[url], links = future.result()
                except urllib.error.HTTPError as error:
                    broken[url] = error.code
                    continue
                for link in links:
                    if link not in seen and urlparse(link).netloc == site:
                        seen.add(link)
                        pending[pool.submit(visit, link)] = link
    return titles, broken


with ThreadingHTTPServer(("127.0.0.1", 0), Site) as server:
    threading.Thread(target=server.serve_forever, daemon=True).start()
    start = f"http://127.0.0.1:{server.server_port}/"
    titles, broken = crawl(start)
    server.shutdown()

for url, title in sorted(titles.items()):
    print(f"{urlparse(url)._replace(scheme='', netloc='').geturl():20} {title}")
for url, code in broken.items():
    print(f"broken: {urlparse(url).path} ({code})")
