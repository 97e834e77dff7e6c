"""Breadth-first crawler over a site served by this very script."""
import html.parser
import http.server
import queue
import threading
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import FIRST_COMPLETED, ThreadPoolExecutor, wait

PAGES = {
    "/": '<title>Home</title><a href="/a">A</a> <a href=b.html>B</a> <a href="https://elsewhere.example/">x</a>',
    "/a": '<title>Page &amp; A</title><a href="/">home</a><a href="c?x=1&amp;y=2#frag">c</a><img src="/i.png">',
    "/b.html": "<TITLE>B &eacute;</TITLE><a HREF='/missing'>gone</a><a href='/moved'>moved</a><script>if (a<b) x='<a href=/no>'</script>",
    "/c?x=1&y=2": "<title>C</title><!-- <a href='/comment'> --><a href='/slow'>s</a><a href='mailto:x@y'>m</a><br/>",
    "/slow": "<title>Slow</title><a href='/boom'>boom</a>",
    "/target": "<title>Target</title>",
}


class Handler(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self):
        if self.path == "/moved":
            self.send_response(302)
            self.send_header("Location", "/target")
            self.send_header("Content-Length", "0")
            self.end_headers()
        elif self.path == "/boom":
            self.send_error(503, "No way")
        elif self.path in PAGES:
            body = PAGES[self.path].encode("utf-8")
            self.send_response(200)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)
        else:
            self.send_error(404)

    def log_message(self, format, *args):
        pass


class Links(html.parser.HTMLParser):
    def __init__(self, base):
        super().__init__(convert_charrefs=True)
        self.base, self.links, self.title, self._in = base, [], "", False

    def handle_starttag(self, tag, attrs):
        if tag == "title":
            self._in = True
        elif tag == "a":
            href = dict(attrs).get("href")
            if href:
                url, frag = urllib.parse.urldefrag(urllib.parse.urljoin(self.base, href))
                self.links.append(url)

    def handle_endtag(self, tag):
        if tag == "title":
            self._in = False

    def handle_data(self, data):
        if self._in:
            self.title += data


def visit(url):
    req = urllib.request.Request(url, headers={"User-Agent": "crawler/1.0"})
    with urllib.request.urlopen(req, timeout=5) as r:
        p = Links(r.geturl())
        p.feed(r.read().decode(r.headers.get_content_charset() or "latin-1"))
        p.close()
        return r.status, r.geturl(), p.title, p.links


def crawl(root, workers=4):
    seen, results, pending = {root}, {}, {}
    netloc = urllib.parse.urlsplit(root).netloc
    with ThreadPoolExecutor(workers) as ex:
        pending[ex.submit(visit, root)] = root
        while pending:
            done, _ = wait(pending, return_when=FIRST_COMPLETED)
            for f in done:
                url = pending.pop(f)
                try:
                    status, final, title, links = f.result()
                except urllib.error.HTTPError as e:
                    results[url] = (e.code, e.reason)
                    e.close()
                    continue
                except urllib.error.URLError as e:
                    results[url] = (0, e.reason)
                    continue
                results[url] = (status, title if final == url else title + " <- redirect")
                for link in links:
                    parts = urllib.parse.urlsplit(link)
                    if parts.scheme in ("http", "https") and parts.netloc == netloc and link not in seen:
                        seen.add(link)
                        pending[ex.submit(visit, link)] = link
    return results


if __name__ == "__main__":
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    t = threading.Thread(target=server.serve_forever, daemon=True)
    t.start()
    root = "http://%s:%d/" % server.server_address[:2]
    try:
        found = crawl(root)
    finally:
        server.shutdown()
        server.server_close()
        t.join()
    for url in sorted(found):
        code, what = found[url]
        print("%3d  /%-12s %s" % (code, url[len(root):], what))
    try:
        visit(root)
    except urllib.error.URLError as e:
        print(type(e).__name__, type(e.reason).__name__)
