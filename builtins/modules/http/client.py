# The module http.client.

import http
import io
import socket
from email.message import Message as _Message, _read_headers
from urllib.parse import urlsplit as _urlsplit

__all__ = ['HTTPResponse', 'HTTPConnection', 'HTTPException', 'NotConnected', 'UnknownProtocol', 'UnknownTransferEncoding',
           'UnimplementedFileMode', 'IncompleteRead', 'InvalidURL', 'ImproperConnectionState', 'CannotSendRequest',
           'CannotSendHeader', 'ResponseNotReady', 'BadStatusLine', 'LineTooLong', 'RemoteDisconnected', 'error', 'responses',
           'HTTPSConnection']

HTTP_PORT = 80
HTTPS_PORT = 443

_IDLE = 'Idle'
_STARTED = 'Request-started'
_SENT = 'Request-sent'

_MAXLINE = 65536
_MAXHEADERS = 100
_default = socket._default


class HTTPException(Exception):
    """The base class of the errors of this module."""


class NotConnected(HTTPException):
    pass


class InvalidURL(HTTPException):
    pass


class UnknownProtocol(HTTPException):
    def __init__(self, version):
        self.args = (version,)
        self.version = version


class UnknownTransferEncoding(HTTPException):
    pass


class UnimplementedFileMode(HTTPException):
    pass


class IncompleteRead(HTTPException):
    """A body that ended before its time."""

    def __init__(self, partial, expected=None):
        self.args = (partial,)
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        more = '' if self.expected is None else f', {self.expected} more expected'
        return f'{self.__class__.__name__}({len(self.partial)} bytes read{more})'

    __str__ = object.__str__


class ImproperConnectionState(HTTPException):
    pass


class CannotSendRequest(ImproperConnectionState):
    pass


class CannotSendHeader(ImproperConnectionState):
    pass


class ResponseNotReady(ImproperConnectionState):
    pass


class BadStatusLine(HTTPException):
    def __init__(self, line):
        if not line:
            line = repr(line)
        self.args = (line,)
        self.line = line


class LineTooLong(HTTPException):
    def __init__(self, line_type):
        HTTPException.__init__(self, f'got more than {_MAXLINE} bytes when reading {line_type}')


class RemoteDisconnected(ConnectionResetError, BadStatusLine):
    def __init__(self, *pos, **kw):
        BadStatusLine.__init__(self, '')
        ConnectionResetError.__init__(self, *pos, **kw)


error = HTTPException


class HTTPMessage(_Message):
    """The headers of a request or a response."""

    def getallmatchingheaders(self, name):
        """Find all header lines matching a given header name."""
        return [f'{n}: {v}' for n, v in self._headers if n.lower() == name.lower()]


def parse_headers(fp, _class=HTTPMessage):
    """Parses only RFC2822 headers from a file pointer."""
    how, fields = _read_headers(fp, _MAXLINE, _MAXHEADERS)
    if how:
        if how == 1:
            raise LineTooLong('header line')
        raise HTTPException(f'got more than {_MAXHEADERS} headers')
    message = _class()
    message._headers = fields
    message._payload = ''
    return message


class HTTPResponse(io.BufferedIOBase):
    """What came back: a file of the body, with a status and headers."""

    def __init__(self, sock, debuglevel=0, method=None, url=None):
        self.fp = sock.makefile('rb', 16384)
        self.debuglevel = debuglevel
        self._method = method
        self.headers = self.msg = None
        self.version = self.status = self.reason = None
        self.chunked = False
        self.chunk_left = None
        self.length = None
        self.will_close = True

    def _read_status(self):
        line = str(self.fp.readline(_MAXLINE + 1), 'iso-8859-1')
        if len(line) > _MAXLINE:
            raise LineTooLong('status line')
        if self.debuglevel > 0:
            print('reply:', repr(line))
        if not line:
            raise RemoteDisconnected('Remote end closed connection without response')
        version, code, reason = (line.split(None, 2) + ['', ''])[:3]
        if not version.startswith('HTTP/'):
            self._close_conn()
            raise BadStatusLine(line)
        try:
            status = int(code)
        except ValueError:
            status = 0
        if status not in range(100, 1000):
            raise BadStatusLine(line)
        return version, status, reason

    def begin(self):
        """Reads the status line and the headers."""
        if self.headers is not None:
            return
        while True:
            version, status, reason = self._read_status()
            if status != 100:
                break
            _read_headers(self.fp, _MAXLINE, _MAXHEADERS)
        self.code = self.status = status
        self.reason = reason.strip()
        if version in ('HTTP/1.0', 'HTTP/0.9'):
            self.version = 10
        elif version.startswith('HTTP/1.'):
            self.version = 11
        else:
            raise UnknownProtocol(version)
        headers = self.headers = self.msg = parse_headers(self.fp)
        if self.debuglevel > 0:
            for name, value in headers.items():
                print('header:', name + ':', value)
        self.chunked = (headers.get('transfer-encoding') or '').lower() == 'chunked'
        self.chunk_left = None
        self.will_close = self._check_close()
        self.length = None
        length = headers.get('content-length')
        if length and not self.chunked:
            try:
                self.length = int(length)
            except ValueError:
                pass
            else:
                if self.length < 0:
                    self.length = None
        if status == 204 or status == 304 or 100 <= status < 200 or self._method == 'HEAD':
            self.length = 0
        if not self.will_close and not self.chunked and self.length is None:
            self.will_close = True

    def _check_close(self):
        connection = self.headers.get('connection')
        if self.version == 11:
            return bool(connection and 'close' in connection.lower())
        if self.headers.get('keep-alive') or connection and 'keep-alive' in connection.lower():
            return False
        proxy = self.headers.get('proxy-connection')
        return not (proxy and 'keep-alive' in proxy.lower())

    def _close_conn(self):
        fp, self.fp = self.fp, None
        if fp is not None:
            fp.close()

    _shut = False

    def close(self):
        self._shut = True
        if self.fp:
            self._close_conn()

    @property
    def closed(self):
        return self._shut

    def flush(self):
        if self.fp:
            self.fp.flush()

    def readable(self):
        return True

    def writable(self):
        return False

    def seekable(self):
        return False

    def isclosed(self):
        """True if the connection is closed."""
        return self.fp is None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def read(self, amt=None):
        """Read and return the response body, or up to the next amt bytes."""
        if self.fp is None:
            return b''
        if self._method == 'HEAD':
            self._close_conn()
            return b''
        if self.chunked:
            return self._read_chunked(None if amt is not None and amt < 0 else amt)
        if amt is not None and amt >= 0:
            if self.length is not None and amt > self.length:
                amt = self.length
            data = self.fp.read(amt)
            if not data and amt:
                self._close_conn()
            elif self.length is not None:
                self.length -= len(data)
                if not self.length:
                    self._close_conn()
            return data
        if self.length is None:
            data = self.fp.read()
        else:
            try:
                data = self._safe_read(self.length)
            except IncompleteRead:
                self._close_conn()
                raise
            self.length = 0
        self._close_conn()
        return data

    def readinto(self, b):
        """Read up to len(b) bytes into bytearray b and return the number of bytes read."""
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)

    def readinto1(self, b):
        data = self.read1(len(b))
        b[:len(data)] = data
        return len(data)

    def _safe_read(self, amt):
        data = self.fp.read(amt)
        if len(data) < amt:
            raise IncompleteRead(data, amt - len(data))
        return data

    def _next_chunk(self):
        """Reads up to the next chunk; its length is in chunk_left, None at the end."""
        if self.chunk_left == 0:
            self._safe_read(2)
            self.chunk_left = None
        if self.chunk_left is None:
            line = self.fp.readline(_MAXLINE + 1)
            if len(line) > _MAXLINE:
                raise LineTooLong('chunk size')
            try:
                left = int(line.split(b';', 1)[0], 16)
                if left < 0:
                    raise ValueError
            except ValueError:
                self._close_conn()
                raise IncompleteRead(b'')
            if left == 0:
                while True:
                    line = self.fp.readline(_MAXLINE + 1)
                    if len(line) > _MAXLINE:
                        raise LineTooLong('trailer line')
                    if not line or line in (b'\r\n', b'\n'):
                        break
                self._close_conn()
                left = None
            self.chunk_left = left
        return self.chunk_left

    def _read_chunked(self, amt=None):
        parts = []
        try:
            while (left := self._next_chunk()) is not None:
                if amt is not None and amt <= left:
                    parts.append(self._safe_read(amt))
                    self.chunk_left = left - amt
                    break
                parts.append(self._safe_read(left))
                if amt is not None:
                    amt -= left
                self.chunk_left = 0
            return b''.join(parts)
        except IncompleteRead as exc:
            raise IncompleteRead(b''.join(parts)) from exc

    def read1(self, n=-1):
        """Read with at most one underlying system call."""
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            left = self._next_chunk()
            if left is None or n == 0:
                return b''
            data = self.fp.read1(left if n < 0 else min(n, left))
            self.chunk_left -= len(data)
            if not data:
                raise IncompleteRead(b'')
            return data
        if self.length is not None and (n < 0 or n > self.length):
            n = self.length
        data = self.fp.read1(n)
        if not data and n:
            self._close_conn()
        elif self.length is not None:
            self.length -= len(data)
        return data

    def peek(self, n=-1):
        if self.fp is None or self._method == 'HEAD':
            return b''
        if self.chunked:
            left = self._next_chunk()
            return b'' if left is None else self.fp.peek(left)[:left]
        data = self.fp.peek(n)
        return data if self.length is None else data[:self.length]

    def readline(self, limit=-1):
        """Read and return a line of the body."""
        if limit is None:
            limit = -1
        if self.fp is None or self._method == 'HEAD':
            return b''
        if not self.chunked:
            if self.length is not None and (limit < 0 or limit > self.length):
                limit = self.length
            line = self.fp.readline(limit)
            if not line and limit:
                self._close_conn()
            elif self.length is not None:
                self.length -= len(line)
                if not self.length:
                    self._close_conn()
            return line
        parts = []
        while limit:
            left = self._next_chunk()
            if left is None:
                break
            line = self.fp.readline(left if limit < 0 else min(limit, left))
            if not line:
                raise IncompleteRead(b''.join(parts))
            self.chunk_left -= len(line)
            parts.append(line)
            if limit > 0:
                limit -= len(line)
            if line.endswith(b'\n'):
                break
        return b''.join(parts)

    def readlines(self, hint=-1):
        lines, size = [], 0
        for line in self:
            lines.append(line)
            size += len(line)
            if hint is not None and 0 < hint <= size:
                break
        return lines

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def fileno(self):
        return self.fp.fileno()

    def getheader(self, name, default=None):
        """Returns the value of the header matching *name*."""
        if self.headers is None:
            raise ResponseNotReady()
        values = self.headers.get_all(name) or default
        if isinstance(values, str) or not hasattr(values, '__iter__'):
            return values
        return ', '.join(values)

    def getheaders(self):
        """Return list of (header, value) tuples."""
        if self.headers is None:
            raise ResponseNotReady()
        return list(self.headers.items())

    def info(self):
        """Returns the headers."""
        return self.headers

    def geturl(self):
        """Return the real URL of the page."""
        return self.url

    def getcode(self):
        """Return the HTTP status code."""
        return self.status


class HTTPConnection:
    """One connection to a server, for one request at a time."""

    _http_vsn = 11
    _http_vsn_str = 'HTTP/1.1'
    response_class = HTTPResponse
    default_port = HTTP_PORT
    auto_open = 1
    debuglevel = 0

    def __init__(self, host, port=None, timeout=_default, source_address=None, blocksize=8192):
        self.timeout = timeout
        self.source_address = source_address
        self.blocksize = blocksize
        self.sock = None
        self._buffer = []
        self._response = None
        self._state = _IDLE
        self._method = None
        self._tunnel_host = None
        self._tunnel_port = None
        self._tunnel_headers = {}
        self._proxy_headers = None
        self.host, self.port = self._get_hostport(host, port)
        bad = _control(self.host)
        if bad >= 0:
            raise InvalidURL(f"URL can't contain control characters. {self.host!r} (found at least {self.host[bad]!r})")
        self._create_connection = socket.create_connection

    def set_tunnel(self, host, port=None, headers=None):
        """Set up host and port for HTTP CONNECT tunnelling."""
        if self.sock:
            raise RuntimeError("Can't set up tunnel for established connection")
        self._tunnel_host, self._tunnel_port = self._get_hostport(host, port)
        self._tunnel_headers = dict(headers or {})
        if not any(name.lower() == 'host' for name in self._tunnel_headers):
            shown = f'[{self._tunnel_host}]' if ':' in self._tunnel_host else self._tunnel_host
            self._tunnel_headers['Host'] = f'{shown}:{self._tunnel_port}'

    def _get_hostport(self, host, port):
        if port is None:
            i = host.rfind(':')
            if i > host.rfind(']'):
                try:
                    port = int(host[i + 1:])
                except ValueError:
                    if host[i + 1:]:
                        raise InvalidURL(f"nonnumeric port: '{host[i + 1:]}'")
                    port = self.default_port
                host = host[:i]
            else:
                port = self.default_port
        if host and host[0] == '[' and host[-1] == ']':
            host = host[1:-1]
        return host, port

    def set_debuglevel(self, level):
        self.debuglevel = level

    def _tunnel(self):
        lines = [f'CONNECT {self._tunnel_headers["Host"]} {self._http_vsn_str}']
        lines += [f'{name}: {value}' for name, value in self._tunnel_headers.items()]
        self.send(('\r\n'.join(lines) + '\r\n\r\n').encode('latin-1'))
        response = self.response_class(self.sock, method=self._method)
        try:
            version, code, message = response._read_status()
            self._proxy_headers = parse_headers(response.fp)
            if code != 200:
                self.close()
                raise OSError(f'Tunnel connection failed: {code} {message.strip()}')
        finally:
            response.close()

    def get_proxy_response_headers(self):
        """Returns the headers of the proxy's answer, or None."""
        return self._proxy_headers

    def connect(self):
        """Connect to the host and port specified in __init__."""
        self.sock = self._create_connection((self.host, self.port), self.timeout, self.source_address)
        try:
            self.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        except OSError:
            pass
        if self._tunnel_host:
            self._tunnel()

    def close(self):
        """Close the connection to the HTTP server."""
        self._state = _IDLE
        sock, self.sock = self.sock, None
        response, self._response = self._response, None
        try:
            if sock:
                sock.close()
        finally:
            if response:
                response.close()

    def send(self, data):
        """Send `data' to the server: bytes, a file object, or an iterable of bytes."""
        if self.sock is None:
            if not self.auto_open:
                raise NotConnected()
            self.connect()
        if self.debuglevel > 0:
            print('send:', repr(data))
        if hasattr(data, 'read'):
            for block in self._blocks(data):
                self.sock.sendall(block)
            return
        try:
            self.sock.sendall(data)
        except TypeError:
            if not hasattr(data, '__iter__') or isinstance(data, str):
                raise TypeError(f'data should be a bytes-like object or an iterable, got {type(data)!r}')
            for block in data:
                self.sock.sendall(block)

    def _blocks(self, file):
        text = isinstance(file, io.TextIOBase)
        while block := file.read(self.blocksize):
            yield block.encode('iso-8859-1') if text else block

    def _output(self, line):
        self._buffer.append(line)

    def _send_output(self, body=None, encode_chunked=False):
        head = b'\r\n'.join(self._buffer) + b'\r\n\r\n'
        self._buffer = []
        if body is None or body == b'':
            self.send(head)
            return
        if isinstance(body, (bytes, bytearray)) and not encode_chunked:
            if len(body) <= 65536:
                self.send(head + body)
            else:
                self.send(head)
                self.send(body)
            return
        self.send(head)
        if hasattr(body, 'read'):
            blocks = self._blocks(body)
        else:
            try:
                memoryview(body)
                blocks = (body,)
            except TypeError:
                try:
                    blocks = iter(body)
                except TypeError:
                    raise TypeError('message_body should be a bytes-like object or an iterable, got %r' % type(body))
        for block in blocks:
            if not block:
                continue
            if encode_chunked and self._http_vsn == 11:
                block = f'{len(block):X}\r\n'.encode('ascii') + block + b'\r\n'
            self.send(block)
        if encode_chunked and self._http_vsn == 11:
            self.send(b'0\r\n\r\n')

    def putrequest(self, method, url, skip_host=False, skip_accept_encoding=False):
        """Send a request to the server."""
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _IDLE:
            raise CannotSendRequest(self._state)
        self._state = _STARTED
        self._method = method
        url = url or '/'
        bad = _control(method, False)
        if bad >= 0:
            raise ValueError(f"method can't contain control characters. {method!r} (found at least {method[bad]!r})")
        bad = _control(url)
        if bad >= 0:
            raise InvalidURL(f"URL can't contain control characters. {url!r} (found at least {url[bad]!r})")
        self._output(f'{method} {url} {self._http_vsn_str}'.encode('ascii'))
        if self._http_vsn != 11:
            return
        if not skip_host:
            netloc = _urlsplit(url).netloc if url.startswith('http') else ''
            if netloc:
                self.putheader('Host', netloc.encode('ascii', 'replace') if netloc.isascii() else netloc.encode('idna'))
            else:
                host, port = (self._tunnel_host, self._tunnel_port) if self._tunnel_host else (self.host, self.port)
                shown = host if host.isascii() else host.encode('idna').decode('ascii')
                if ':' in shown:
                    shown = f'[{shown}]'
                self.putheader('Host', shown if port == self.default_port else f'{shown}:{port}')
        if not skip_accept_encoding:
            self.putheader('Accept-Encoding', 'identity')

    def putheader(self, header, *values):
        """Send a request header line to the server."""
        if self._state != _STARTED:
            raise CannotSendHeader()
        name = header.encode('ascii') if hasattr(header, 'encode') else header
        parts = []
        for value in values:
            if hasattr(value, 'encode'):
                value = value.encode('latin-1')
            elif isinstance(value, int):
                value = str(value).encode('ascii')
            parts.append(value)
        problem = _check_header(name, parts)
        if problem is not None:
            raise ValueError('Invalid header name %r' % (name,) if problem < 0 else 'Invalid header value %r' % (parts[problem],))
        self._output(name + b': ' + b'\r\n\t'.join(parts))

    def endheaders(self, message_body=None, *, encode_chunked=False):
        """Indicate that the last header line has been sent to the server."""
        if self._state != _STARTED:
            raise CannotSendHeader()
        self._state = _SENT
        self._send_output(message_body, encode_chunked)

    def request(self, method, url, body=None, headers={}, *, encode_chunked=False):
        """Send a complete request to the server."""
        names = frozenset(name.lower() for name in headers)
        self.putrequest(method, url, skip_host='host' in names, skip_accept_encoding='accept-encoding' in names)
        if 'content-length' not in names:
            if 'transfer-encoding' not in names:
                encode_chunked = False
                length = self._get_content_length(body, method)
                if length is not None:
                    self.putheader('Content-Length', str(length))
                elif body is not None:
                    encode_chunked = True
                    self.putheader('Transfer-Encoding', 'chunked')
        else:
            encode_chunked = False
        for name, value in headers.items():
            self.putheader(name, value)
        if isinstance(body, str):
            body = _encode(body)
        self.endheaders(body, encode_chunked=encode_chunked)

    @staticmethod
    def _get_content_length(body, method):
        if body is None:
            return 0 if method.upper() in ('PATCH', 'POST', 'PUT') else None
        if hasattr(body, 'read'):
            return None
        try:
            return memoryview(body).nbytes
        except TypeError:
            return len(body) if isinstance(body, str) else None

    def getresponse(self):
        """Get the response from the server."""
        if self._response and self._response.isclosed():
            self._response = None
        if self._state != _SENT or self._response:
            raise ResponseNotReady(self._state)
        response = self.response_class(self.sock, self.debuglevel, method=self._method)
        try:
            try:
                response.begin()
            except ConnectionError:
                self.close()
                raise
            self._state = _IDLE
            if response.will_close:
                self.close()
            else:
                self._response = response
            return response
        except:
            response.close()
            raise


def _encode(body):
    try:
        return body.encode('latin-1')
    except UnicodeEncodeError as err:
        raise UnicodeEncodeError(
            err.encoding, err.object, err.start, err.end,
            f"body ({body[err.start:err.end]!r:.20}) is not valid Latin-1. Use body.encode('utf-8') if you want to send it "
            'encoded in UTF-8.') from None


class HTTPSConnection(HTTPConnection):
    """HTTP over TLS."""

    default_port = HTTPS_PORT

    def __init__(self, host, port=None, *, timeout=_default, source_address=None, context=None, blocksize=8192):
        super().__init__(host, port, timeout, source_address, blocksize=blocksize)
        if context is None:
            import ssl
            context = ssl._create_default_https_context()
        self._context = context

    def connect(self):
        """Connect to a host on a given (SSL) port."""
        super().connect()
        try:
            self.sock = self._context.wrap_socket(self.sock, server_hostname=self._tunnel_host or self.host)
        except BaseException:
            self.sock.close()
            raise
