"""A JSON REST client with paging, auth, session object and retries; the API is served by the script itself."""
from __future__ import annotations
import base64
import json
import threading
import time
import urllib.parse
import urllib.request
from abc import ABC, abstractmethod
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from http import HTTPStatus
from http.cookies import SimpleCookie
from http.server import BaseHTTPRequestHandler, HTTPServer, ThreadingHTTPServer
from typing import Any
from urllib.error import HTTPError, URLError

USERS = [{"id": i, "name": "user%d" % i, "tags": ["t%d" % (i % 3)]} for i in range(1, 26)]
flaky: dict[str, int] = {}
lock = threading.Lock()


class Api(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def reply(self, status: int, doc: Any = None, **headers: str) -> None:
        body = b"" if doc is None else json.dumps(doc).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        for k, v in headers.items():
            self.send_header(k.replace("_", "-"), v)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def route(self) -> None:
        url = urllib.parse.urlsplit(self.path)
        q = dict(urllib.parse.parse_qsl(url.query))
        if self.headers.get("Authorization") != "Basic " + base64.b64encode(b"me:secret").decode():
            return self.reply(HTTPStatus.UNAUTHORIZED, {"error": "who are you"}, WWW_Authenticate='Basic realm="api"')
        match [self.command, *url.path.strip("/").split("/")]:
            case ["GET", "users"]:
                page, per = int(q.get("page", 1)), int(q.get("per", 10))
                chunk = USERS[(page - 1) * per:page * per]
                more = {"Link": '</users?page=%d&per=%d>; rel="next"' % (page + 1, per)} if page * per < len(USERS) else {}
                self.reply(200, chunk, **more)
            case ["GET", "users", num] if num.isdigit() and 0 < int(num) <= len(USERS):
                with lock:
                    flaky[num] = flaky.get(num, 0) + 1
                    bad = int(num) % 5 == 0 and flaky[num] < 3
                self.reply(503, {"error": "busy"}, Retry_After="0") if bad else self.reply(200, USERS[int(num) - 1], ETag='"%s"' % num)
            case ["POST", "users"]:
                try:
                    doc = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
                    self.reply(201, {"id": 99, **doc}, Set_Cookie="sid=abc; Path=/; HttpOnly")
                except json.JSONDecodeError as e:
                    self.reply(400, {"error": str(e)})
            case ["DELETE", *_]:
                self.reply(204)
            case _:
                self.reply(404, {"error": "no " + url.path})

    do_GET = do_POST = do_DELETE = do_PUT = route

    def log_message(self, fmt, *args):
        pass


class ApiError(Exception):
    def __init__(self, status: HTTPStatus, detail: str):
        super().__init__(f"{status.value} {status.phrase}: {detail}")
        self.status = status


class Transport(ABC):
    @abstractmethod
    def send(self, method: str, url: str, body: bytes | None, headers: dict[str, str]) -> tuple[int, dict, bytes]: ...


class UrllibTransport(Transport):
    def send(self, method, url, body, headers):
        req = urllib.request.Request(url, data=body, headers=headers, method=method)
        try:
            with urllib.request.urlopen(req, timeout=5) as r:
                return r.status, dict(r.headers), r.read()
        except HTTPError as e:
            with e:
                return e.code, dict(e.headers), e.read()


@dataclass
class Client:
    base: str
    auth: tuple[str, str] | None = None
    transport: Transport = field(default_factory=UrllibTransport, repr=False)
    retries: int = 3
    cookies: SimpleCookie = field(default_factory=SimpleCookie, repr=False)

    def request(self, method: str, path: str, params: dict | None = None, data: Any = None) -> tuple[Any, dict]:
        url = urllib.parse.urljoin(self.base, path) + ("?" + urllib.parse.urlencode(params) if params else "")
        headers = {"Accept": "application/json"}
        if self.auth:
            headers["Authorization"] = "Basic " + base64.b64encode(":".join(self.auth).encode()).decode("ascii")
        body = json.dumps(data).encode() if isinstance(data, (dict, list)) else data
        for attempt in range(self.retries):
            status, hdrs, raw = self.transport.send(method, url, body, headers)
            if status != 503:
                break
            time.sleep(float(hdrs.get("Retry-After", 1)))
        if "Set-Cookie" in hdrs:
            self.cookies.load(hdrs["Set-Cookie"])
        doc = json.loads(raw) if raw else None
        if status >= 400:
            raise ApiError(HTTPStatus(status), doc["error"])
        return doc, hdrs

    def pages(self, path: str, **params) -> Iterator[dict]:
        while path:
            doc, hdrs = self.request("GET", path, params)
            yield from doc
            link = hdrs.get("Link", "")
            path, params = (link[link.find("<") + 1:link.find(">")], None) if 'rel="next"' in link else (None, None)


def main() -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Api)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    c = Client(f"http://127.0.0.1:{server.server_port}/", ("me", "secret"))
    try:
        ids = [u["id"] for u in c.pages("users", per=7, page=1)]
        print(len(ids), ids[-3:])
        with ThreadPoolExecutor(max_workers=6) as pool:
            users = list(pool.map(lambda i: c.request("GET", f"/users/{i}")[0], ids))
        print(users == USERS, sorted((k, v) for k, v in flaky.items() if v > 1))
        print(c.request("POST", "users", data={"name": "Zoë"})[0], c.cookies["sid"].value, c.cookies.output())
        print(c.request("DELETE", "users/1")[0], c.request("GET", "users/3")[1]["ETag"])
        for args, client in ((("GET", "nothing"), c), (("POST", "users", None, b"{bad"), c), (("GET", "users"), Client(c.base)), (("PUT", "users"), c)):
            try:
                client.request(*args)
            except ApiError as e:
                print(e, "|", e.status.name, e.status.is_client_error)
        try:
            Transport()
        except TypeError as e:
            print(e)
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
    try:
        c.request("GET", "users")
    except URLError as e:
        print(type(e).__name__, e.reason.errno is not None)
    print(HTTPStatus(404).phrase, HTTPStatus.OK == 200, HTTPStatus.TEAPOT if hasattr(HTTPStatus, "TEAPOT") else "", repr(HTTPStatus.FOUND), urllib.parse.quote("a/b c?é"), urllib.parse.urlunsplit(("http", "h", "/p", "q=1", "f")))


if __name__ == "__main__":
    main()
