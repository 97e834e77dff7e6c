#!/usr/bin/env python
"""Chunked downloader with Range requests, resume and checksums (urllib), server in the same file."""
import argparse
import hashlib
import http.client
import http.server
import os
import random
import shutil
import sys
import tempfile
import threading
import urllib.request
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import lru_cache
from urllib.error import HTTPError
from urllib.parse import parse_qs, quote, unquote, urlencode, urlparse

CHUNK = 4096


@lru_cache(maxsize=None)
def payload(name):
    rnd = random.Random(name)
    return bytes(rnd.getrandbits(8) for _ in range(10000 + len(name) * 1000))


class RangeHandler(http.server.BaseHTTPRequestHandler):
    server_version = "Range/0.1"
    hits = []
    hits_lock = threading.Lock()

    def do_HEAD(self):
        self.answer(False)

    def do_GET(self):
        self.answer(True)

    def do_POST(self):
        n = int(self.headers["Content-Length"])
        form = parse_qs(self.rfile.read(n).decode())
        body = repr(sorted(form.items())).encode()
        self.send_response(201, "Made")
        self.send_header("X-Type", self.headers.get("Content-Type", ""))
        self.end_headers()
        self.wfile.write(body)

    def answer(self, body):
        u = urlparse(self.path)
        name = unquote(u.path.lstrip("/"))
        if not name.startswith("file"):
            return self.send_error(404, "File not found")
        data = payload(name)
        rng = self.headers.get("Range")
        with self.hits_lock:
            self.hits.append((self.command, name, rng))
        if rng:
            first, _, last = rng.partition("=")[2].partition("-")
            first, last = int(first), min(int(last or len(data) - 1), len(data) - 1)
            if first >= len(data):
                return self.send_error(416)
            self.send_response(206)
            self.send_header("Content-Range", "bytes %d-%d/%d" % (first, last, len(data)))
            data = data[first:last + 1]
        else:
            self.send_response(200)
            self.send_header("Accept-Ranges", "bytes")
        self.send_header("Content-Length", len(data))
        self.send_header("ETag", '"%s"' % hashlib.md5(data).hexdigest()[:8])
        self.end_headers()
        if body:
            self.wfile.write(data)

    def log_message(self, *a):
        return


def fetch_range(url, first, last):
    req = urllib.request.Request(url)
    req.add_header("Range", "bytes=%d-%d" % (first, last))
    with urllib.request.urlopen(req) as r:
        assert r.getcode() == 206, r.status
        return first, r.read()


def download(url, dest, pool):
    head = urllib.request.Request(url, method="HEAD")
    with urllib.request.urlopen(head) as r:
        size = int(r.headers["content-length"])
        etag = r.info().get("ETag")
    have = os.path.getsize(dest) if os.path.exists(dest) else 0
    mode = "r+b" if have else "wb"
    futs = [pool.submit(fetch_range, url, o, o + CHUNK - 1) for o in range(have, size, CHUNK)]
    with open(dest, mode) as f:
        for fut in as_completed(futs):
            off, data = fut.result()
            f.seek(off)
            f.write(data)
    return size, len(futs), have, etag


def main():
    ap = argparse.ArgumentParser()
    ap.add_argument("--workers", "-w", type=int, default=5)
    ns = ap.parse_args([])
    srv = http.server.ThreadingHTTPServer(("localhost", 0), RangeHandler)
    srv.daemon_threads = True
    threading.Thread(target=srv.serve_forever, daemon=True).start()
    base = "http://localhost:%d/" % srv.server_port
    tmp = tempfile.mkdtemp()
    try:
        names = ["file a.bin", "file-ü.bin", "filelong name.bin"]
        with ThreadPoolExecutor(ns.workers) as pool:
            for name in names:
                dest = os.path.join(tmp, name)
                if name.endswith("long name.bin"):
                    with open(dest, "wb") as f:
                        f.write(payload(name)[:9000])
                size, parts, had, etag = download(base + quote(name), dest, pool)
                ok = open(dest, "rb").read() == payload(name)
                print("%-18s %6d bytes in %d parts, had %5d %s %s" % (name, size, parts, had, etag, "OK" if ok else "CORRUPT"))
        print(len(RangeHandler.hits), sorted({h[0] for h in RangeHandler.hits}))
        for path in ("nope", "file?x=1"):
            req = urllib.request.Request(base + path, headers={"Range": "bytes=999999-"})
            try:
                urllib.request.urlopen(req)
            except HTTPError as e:
                print(e.code, e.reason, e, e.headers["Content-Type"], b"<html" in e.read().lower())
        r = urllib.request.urlopen(base + "form", data=urlencode({"q": "a b&c", "n": [1, 2]}, doseq=True).encode())
        print(r.status, r.reason, r.read().decode(), r.headers["x-type"])
        fn, hdrs = urllib.request.urlretrieve(base + "file", os.path.join(tmp, "got"))
        print(os.path.basename(fn), hdrs["Content-Length"], os.path.getsize(fn))
        c = http.client.HTTPConnection("localhost", srv.server_port, timeout=5)
        c.request("GET", "/file2", headers={"Range": "bytes=0-3"})
        resp = c.getresponse()
        print(resp.status, resp.version, resp.getheader("content-range"), len(resp.read()), resp.getheader("Server").split()[0])
        c.close()
        print(payload.cache_info().currsize)
    finally:
        srv.shutdown(); srv.server_close()
        shutil.rmtree(tmp)
    try:
        urllib.request.urlopen("ftpx://h/")
    except Exception as e:
        print(type(e).__name__, e)
    try:
        urllib.request.urlopen("nohost")
    except ValueError as e:
        print(e)
    return 0


if __name__ == "__main__":
    sys.exit(main())
