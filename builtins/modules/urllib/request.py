# The module urllib.request: openers, and the handlers that they are made of.

import base64 as _base64
import http.client
import io as _io
import os as _os
import socket
import sys as _sys
import time as _time
from email.message import Message as _Message
from urllib.error import URLError, HTTPError, ContentTooShortError
from urllib.parse import (urlparse, urlsplit, urljoin, unwrap, quote, unquote, unquote_to_bytes, urldefrag as _urldefrag,
                          urlunparse as _urlunparse)
from urllib.response import addinfourl, addclosehook

__all__ = ['Request', 'OpenerDirector', 'BaseHandler', 'HTTPDefaultErrorHandler', 'HTTPRedirectHandler', 'HTTPCookieProcessor',
           'ProxyHandler', 'HTTPPasswordMgr', 'HTTPPasswordMgrWithDefaultRealm', 'HTTPPasswordMgrWithPriorAuth',
           'AbstractBasicAuthHandler', 'HTTPBasicAuthHandler', 'ProxyBasicAuthHandler', 'HTTPHandler', 'HTTPSHandler', 'FileHandler',
           'DataHandler', 'UnknownHandler', 'HTTPErrorProcessor', 'urlopen', 'install_opener', 'build_opener', 'pathname2url',
           'url2pathname', 'getproxies', 'urlretrieve', 'urlcleanup']

__version__ = '%d.%d' % _sys.version_info[:2]
_default = socket._default
_opener = None


def urlopen(url, data=None, timeout=_default, *, context=None):
    """Open the URL url, which can be either a string or a Request object."""
    global _opener
    if context is not None:
        opener = build_opener(HTTPSHandler(context=context))
    elif _opener is None:
        _opener = opener = build_opener()
    else:
        opener = _opener
    return opener.open(url, data, timeout)


def install_opener(opener):
    """Make urlopen use this opener."""
    global _opener
    _opener = opener


_temporary = []


def urlretrieve(url, filename=None, reporthook=None, data=None):
    """Retrieve a URL into a temporary location on disk, or into filename."""
    kind, path = _split_type(url)
    with urlopen(url, data) as source:
        headers = source.info()
        if kind == 'file' and not filename:
            return _os.path.normpath(path), headers
        if filename:
            target = open(filename, 'wb')
        else:
            import tempfile
            target = tempfile.NamedTemporaryFile(delete=False)
            filename = target.name
            _temporary.append(filename)
        with target:
            result = filename, headers
            block = 8192
            size, read, count = -1, 0, 0
            if 'content-length' in headers:
                size = int(headers['Content-Length'])
            if reporthook:
                reporthook(count, block, size)
            while data := source.read(block):
                read += len(data)
                target.write(data)
                count += 1
                if reporthook:
                    reporthook(count, block, size)
    if size >= 0 and read < size:
        raise ContentTooShortError('retrieval incomplete: got only %i out of %i bytes' % (read, size), result)
    return result


def urlcleanup():
    """Clean up temporary files from urlretrieve calls."""
    global _opener
    for name in _temporary:
        try:
            _os.unlink(name)
        except OSError:
            pass
    _temporary.clear()
    _opener = None


def _split_type(url):
    """Splits 'type:rest'; the type is None if there is none."""
    kind, colon, rest = url.partition(':')
    if not colon or not kind or '/' in kind:
        return None, url
    return kind.lower(), rest


def _split_host(url):
    """Splits '//host[:port]/path'."""
    if not url.startswith('//'):
        return None, url
    rest = url[2:]
    end = min((i for i in (rest.find('/'), rest.find('?'), rest.find('#')) if i >= 0), default=len(rest))
    path = rest[end:]
    return rest[:end], path if not path or path[0] == '/' else '/' + path


def request_host(request):
    """Return request-host, as defined by RFC 2965."""
    host = urlparse(request.full_url)[1]
    if host == '':
        host = request.get_header('Host', '')
    name, colon, port = host.rpartition(':')
    if colon and port.isdigit():
        host = name
    return host.lower()


class Request:
    """A request: an address, with data, headers and a method."""

    def __init__(self, url, data=None, headers={}, origin_req_host=None, unverifiable=False, method=None):
        self.full_url = url
        self.headers = {}
        self.unredirected_hdrs = {}
        self._data = None
        self.data = data
        self._tunnel_host = None
        for key, value in headers.items():
            self.add_header(key, value)
        self.origin_req_host = request_host(self) if origin_req_host is None else origin_req_host
        self.unverifiable = unverifiable
        if method:
            self.method = method

    @property
    def full_url(self):
        return f'{self._full_url}#{self.fragment}' if self.fragment else self._full_url

    @full_url.setter
    def full_url(self, url):
        url = unwrap(url)
        self._full_url, hash, fragment = url.partition('#')
        self.fragment = fragment if hash else None
        self.type, rest = _split_type(self._full_url)
        if self.type is None:
            raise ValueError('unknown url type: %r' % self.full_url)
        self.host, self.selector = _split_host(rest)
        if self.host:
            self.host = unquote(self.host)

    @full_url.deleter
    def full_url(self):
        self._full_url = None
        self.fragment = None
        self.selector = ''

    @property
    def data(self):
        return self._data

    @data.setter
    def data(self, data):
        if data is not self._data:
            # A length that was computed for other data would be wrong.
            if self._data is not None and self.has_header('Content-length'):
                self.remove_header('Content-length')
            self._data = data

    @data.deleter
    def data(self):
        self.data = None

    def get_method(self):
        """Return a string indicating the HTTP request method."""
        return getattr(self, 'method', 'GET' if self.data is None else 'POST')

    def get_full_url(self):
        return self.full_url

    def set_proxy(self, host, type):
        if self.type == 'https' and not self._tunnel_host:
            self._tunnel_host = self.host
        else:
            self.type = type
            self.selector = self.full_url
        self.host = host

    def has_proxy(self):
        return self.selector == self.full_url

    def add_header(self, key, val):
        self.headers[key.capitalize()] = val

    def add_unredirected_header(self, key, val):
        self.unredirected_hdrs[key.capitalize()] = val

    def has_header(self, header_name):
        return header_name in self.headers or header_name in self.unredirected_hdrs

    def get_header(self, header_name, default=None):
        return self.headers.get(header_name, self.unredirected_hdrs.get(header_name, default))

    def remove_header(self, header_name):
        self.headers.pop(header_name, None)
        self.unredirected_hdrs.pop(header_name, None)

    def header_items(self):
        return list({**self.unredirected_hdrs, **self.headers}.items())


class OpenerDirector:
    """Opens addresses by asking its handlers in turn."""

    def __init__(self):
        self.addheaders = [('User-agent', f'Python-urllib/{__version__}')]
        self.handlers = []
        self.handle_open = {}
        self.handle_error = {}
        self.process_response = {}
        self.process_request = {}

    def add_handler(self, handler):
        if not hasattr(handler, 'add_parent'):
            raise TypeError('expected BaseHandler instance, got %r' % type(handler))
        added = False
        for name in dir(handler):
            if name in ('redirect_request', 'do_open', 'proxy_open'):
                continue  # what only looks like one
            protocol, _, condition = name.partition('_')
            if condition.startswith('error'):
                kind = condition.partition('_')[2]
                table, kind = self.handle_error.setdefault(protocol, {}), int(kind) if kind.isdigit() else kind
            elif condition == 'open':
                table, kind = self.handle_open, protocol
            elif condition == 'response':
                table, kind = self.process_response, protocol
            elif condition == 'request':
                table, kind = self.process_request, protocol
            else:
                continue
            chain = table.setdefault(kind, [])
            chain.append(handler)
            chain.sort(key=lambda h: h.handler_order)
            added = True
        if added:
            self.handlers.append(handler)
            self.handlers.sort(key=lambda h: h.handler_order)
            handler.add_parent(self)

    def close(self):
        pass

    def _call_chain(self, chain, kind, name, *args):
        for handler in chain.get(kind, ()):
            result = getattr(handler, name)(*args)
            if result is not None:
                return result

    def open(self, fullurl, data=None, timeout=_default):
        """Open an address or a Request, and return the response."""
        if isinstance(fullurl, str):
            request = Request(fullurl, data)
        else:
            request = fullurl
            if data is not None:
                request.data = data
        request.timeout = timeout
        protocol = request.type
        for processor in self.process_request.get(protocol, ()):
            request = getattr(processor, protocol + '_request')(request)
        response = self._open(request, data)
        for processor in self.process_response.get(protocol, ()):
            response = getattr(processor, protocol + '_response')(request, response)
        return response

    def _open(self, req, data=None):
        for kind, name in (('default', 'default_open'), (req.type, req.type + '_open'), ('unknown', 'unknown_open')):
            result = self._call_chain(self.handle_open, kind, name, req)
            if result:
                return result

    def error(self, proto, *args):
        """Ask the handlers what to do about an error."""
        if proto in ('http', 'https'):
            table = self.handle_error.get('http', {})
            kind = args[2]
            result = self._call_chain(table, kind, f'http_error_{kind}', *args)
            if result:
                return result
            return self._call_chain(table, 'default', 'http_error_default', *args)
        return self._call_chain(self.handle_error, proto, proto + '_error', *args)


def build_opener(*handlers):
    """Create an opener object from a list of handlers."""
    opener = OpenerDirector()
    standard = [ProxyHandler, UnknownHandler, HTTPHandler, HTTPDefaultErrorHandler, HTTPRedirectHandler, FileHandler,
                HTTPErrorProcessor, DataHandler, HTTPSHandler]
    for cls in list(standard):
        for given in handlers:
            if issubclass(given, cls) if isinstance(given, type) else isinstance(given, cls):
                standard.remove(cls)
                break
    for handler in [*standard, *handlers]:
        opener.add_handler(handler() if isinstance(handler, type) else handler)
    return opener


class BaseHandler:
    handler_order = 500

    def add_parent(self, parent):
        self.parent = parent

    def close(self):
        pass

    def __lt__(self, other):
        if not hasattr(other, 'handler_order'):
            return True
        return self.handler_order < other.handler_order


class HTTPErrorProcessor(BaseHandler):
    """Process HTTP error responses."""

    handler_order = 1000

    def http_response(self, request, response):
        if not 200 <= response.code < 300:
            response = self.parent.error('http', request, response, response.code, response.msg, response.info())
        return response

    https_response = http_response


class HTTPDefaultErrorHandler(BaseHandler):
    def http_error_default(self, req, fp, code, msg, hdrs):
        raise HTTPError(req.full_url, code, msg, hdrs, fp)


class HTTPRedirectHandler(BaseHandler):
    max_repeats = 4
    max_redirections = 10
    inf_msg = ('The HTTP server returned a redirect error that would lead to an infinite loop.\n'
               'The last 30x error message was:\n')

    def redirect_request(self, req, fp, code, msg, headers, newurl):
        """Return a Request or None in response to a redirect."""
        method = req.get_method()
        if not (code in (301, 302, 303, 307, 308) and method in ('GET', 'HEAD') or code in (301, 302, 303) and method == 'POST'):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        kept = {k: v for k, v in req.headers.items() if k.lower() not in ('content-length', 'content-type')}
        return Request(newurl.replace(' ', '%20'), method='HEAD' if method == 'HEAD' else 'GET', headers=kept,
                       origin_req_host=req.origin_req_host, unverifiable=True)

    def http_error_302(self, req, fp, code, msg, headers):
        newurl = headers.get('location') or headers.get('uri')
        if newurl is None:
            return
        parts = urlparse(newurl)
        if parts.scheme not in ('http', 'https', 'ftp', ''):
            raise HTTPError(newurl, code, f"{msg} - Redirection to url '{newurl}' is not allowed", headers, fp)
        if not parts.path and parts.netloc:
            parts = parts._replace(path='/')
        newurl = quote(_urlunparse(parts), encoding='iso-8859-1', safe='!"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~')
        newurl = urljoin(req.full_url, newurl)
        new = self.redirect_request(req, fp, code, msg, headers, newurl)
        if new is None:
            return
        visited = new.redirect_dict = getattr(req, 'redirect_dict', {})
        req.redirect_dict = visited
        if visited.get(newurl, 0) >= self.max_repeats or len(visited) >= self.max_redirections:
            raise HTTPError(req.full_url, code, self.inf_msg + msg, headers, fp)
        visited[newurl] = visited.get(newurl, 0) + 1
        fp.read()
        fp.close()
        return self.parent.open(new, timeout=req.timeout)

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302


def _parse_proxy(proxy):
    """Return (scheme, user, password, host/port) given a URL or an authority."""
    scheme, rest = _split_type(proxy)
    if not rest.startswith('/'):
        scheme, authority = None, proxy
    else:
        if not rest.startswith('//'):
            raise ValueError('proxy URL with no authority: %r' % proxy)
        end = rest.find('/', 2)
        authority = rest[2:end] if end >= 0 else rest[2:]
    account, at, hostport = authority.rpartition('@')
    user = password = None
    if at:
        user, colon, password = account.partition(':')
        if not colon:
            password = None
    return scheme, user, password, hostport


class ProxyHandler(BaseHandler):
    # Before the handlers that connect.
    handler_order = 100

    def __init__(self, proxies=None):
        if proxies is None:
            proxies = getproxies()
        assert hasattr(proxies, 'keys'), 'proxies must be a mapping'
        self.proxies = proxies
        for kind, url in proxies.items():
            kind = kind.lower()
            setattr(self, kind + '_open', lambda r, proxy=url, type=kind: self.proxy_open(r, proxy, type))

    def proxy_open(self, req, proxy, type):
        original = req.type
        proxy_type, user, password, hostport = _parse_proxy(proxy)
        if proxy_type is None:
            proxy_type = original
        if req.host and proxy_bypass(req.host):
            return None
        if user and password:
            account = f'{unquote(user)}:{unquote(password)}'
            req.add_header('Proxy-authorization', 'Basic ' + _base64.b64encode(account.encode()).decode('ascii'))
        req.set_proxy(unquote(hostport), proxy_type)
        if original == proxy_type or original == 'https':
            return None  # the handler of the protocol goes on
        return self.parent.open(req, timeout=req.timeout)


class AbstractHTTPHandler(BaseHandler):
    def __init__(self, debuglevel=None):
        self._debuglevel = http.client.HTTPConnection.debuglevel if debuglevel is None else debuglevel

    def set_http_debuglevel(self, level):
        self._debuglevel = level

    def do_request_(self, request):
        if not request.host:
            raise URLError('no host given')
        data = request.data
        if data is not None:
            if isinstance(data, str):
                raise TypeError('POST data should be bytes, an iterable of bytes, or a file object. It cannot be of type str.')
            if not request.has_header('Content-type'):
                request.add_unredirected_header('Content-type', 'application/x-www-form-urlencoded')
            if not request.has_header('Content-length') and not request.has_header('Transfer-encoding'):
                length = http.client.HTTPConnection._get_content_length(data, request.get_method())
                if length is not None:
                    request.add_unredirected_header('Content-length', str(length))
                else:
                    request.add_unredirected_header('Transfer-encoding', 'chunked')
        host = request.host
        if request.has_proxy():
            host = _split_host(_split_type(request.selector)[1])[0]
        if not request.has_header('Host'):
            request.add_unredirected_header('Host', host)
        for name, value in self.parent.addheaders:
            name = name.capitalize()
            if not request.has_header(name):
                request.add_unredirected_header(name, value)
        return request

    def do_open(self, http_class, req, **http_conn_args):
        """Return an HTTPResponse object for the request, using http_class."""
        host = req.host
        if not host:
            raise URLError('no host given')
        connection = http_class(host, timeout=req.timeout, **http_conn_args)
        connection.set_debuglevel(self._debuglevel)
        headers = {**req.unredirected_hdrs, **{k: v for k, v in req.headers.items() if k not in req.unredirected_hdrs}}
        headers['Connection'] = 'close'
        headers = {name.title(): value for name, value in headers.items()}
        if req._tunnel_host:
            tunnel_headers = {}
            if 'Proxy-Authorization' in headers:
                tunnel_headers['Proxy-Authorization'] = headers.pop('Proxy-Authorization')
            connection.set_tunnel(req._tunnel_host, headers=tunnel_headers)
        try:
            try:
                connection.request(req.get_method(), req.selector, req.data, headers,
                                   encode_chunked=req.has_header('Transfer-encoding'))
            except OSError as err:
                raise URLError(err)
            response = connection.getresponse()
        except:
            connection.close()
            raise
        if connection.sock:
            connection.sock.close()
            connection.sock = None
        response.url = req.get_full_url()
        response.msg = response.reason
        return response


class HTTPHandler(AbstractHTTPHandler):
    def http_open(self, req):
        return self.do_open(http.client.HTTPConnection, req)

    http_request = AbstractHTTPHandler.do_request_


class HTTPSHandler(AbstractHTTPHandler):
    def __init__(self, debuglevel=None, context=None, check_hostname=None):
        super().__init__(debuglevel)
        if context is not None and check_hostname is not None:
            context.check_hostname = check_hostname
        self._context = context

    def https_open(self, req):
        if self._context is None:
            import ssl
            self._context = ssl._create_default_https_context()
        return self.do_open(http.client.HTTPSConnection, req, context=self._context)

    https_request = AbstractHTTPHandler.do_request_


class HTTPCookieProcessor(BaseHandler):
    def __init__(self, cookiejar=None):
        if cookiejar is None:
            import http.cookiejar
            cookiejar = http.cookiejar.CookieJar()
        self.cookiejar = cookiejar

    def http_request(self, request):
        self.cookiejar.add_cookie_header(request)
        return request

    def http_response(self, request, response):
        self.cookiejar.extract_cookies(response, request)
        return response

    https_request = http_request
    https_response = http_response


class UnknownHandler(BaseHandler):
    def unknown_open(self, req):
        raise URLError('unknown url type: %s' % req.type)


def parse_keqv_list(l):
    """Parse list of key=value strings where keys are not duplicated."""
    parsed = {}
    for item in l:
        key, value = item.split('=', 1)
        if value[0] == '"' and value[-1] == '"':
            value = value[1:-1]
        parsed[key] = value
    return parsed


def parse_http_list(s):
    """Parse lists as described by RFC 2068 Section 2."""
    parts, part, quoted, escaped = [], '', False, False
    for c in s:
        if escaped:
            part += c
            escaped = False
        elif quoted and c == '\\':
            escaped = True
        elif c == ',' and not quoted:
            parts.append(part)
            part = ''
        else:
            if c == '"':
                quoted = not quoted
            part += c
    if part:
        parts.append(part)
    return [part.strip() for part in parts]


def _headers(pairs):
    message = _Message()
    message._headers = pairs
    message._payload = ''
    return message


class FileHandler(BaseHandler):
    def file_open(self, req):
        if req.selector[:2] == '//' and req.selector[2:3] != '/' and req.host and req.host != 'localhost':
            raise URLError('file:// scheme is supported only on localhost')
        return self.open_local_file(req)

    def open_local_file(self, req):
        import email.utils
        import mimetypes
        host, name = req.host, req.selector
        path = url2pathname(name)
        try:
            status = _os.stat(path)
            kind = mimetypes.guess_type(name)[0]
            headers = _headers([('Content-type', kind or 'text/plain'), ('Content-length', str(status.st_size)),
                                ('Last-modified', email.utils.formatdate(status.st_mtime, usegmt=True))])
            if not host or host in ('localhost', '127.0.0.1'):
                return addinfourl(open(path, 'rb'), headers, 'file://' + (host or '') + name)
        except OSError as exp:
            raise URLError(exp)
        raise URLError('file not on local host')


class DataHandler(BaseHandler):
    def data_open(self, req):
        _, _, rest = req.full_url.partition(':')
        kind, comma, data = rest.partition(',')
        if not comma:
            raise ValueError('not enough values to unpack (expected 2, got 1)')
        data = unquote_to_bytes(data)
        if kind.endswith(';base64'):
            data = _base64.decodebytes(data)
            kind = kind[:-7]
        if not kind:
            kind = 'text/plain;charset=US-ASCII'
        headers = _headers([('Content-type', kind), ('Content-length', str(len(data)))])
        return addinfourl(_io.BytesIO(data), headers, req.full_url)


def url2pathname(pathname):
    """OS-specific conversion from a relative URL of the 'file' scheme to a file system path."""
    if _os.name == 'nt':
        path = unquote(pathname)
        if path[:1] == '/' and path[2:3] in (':', '|'):
            path = path[1] + ':' + path[3:]
        return path.replace('/', '\\')
    return unquote(pathname)


def pathname2url(pathname):
    """OS-specific conversion from a file system path to a relative URL of the 'file' scheme."""
    if _os.name == 'nt':
        drive, rest = _os.path.splitdrive(pathname)
        return ('///' + drive if drive else '') + quote(rest.replace('\\', '/'))
    return quote(pathname)


def getproxies_environment():
    """Return a dictionary of scheme -> proxy server URL mappings."""
    return _proxies(dict(_os.environ))


getproxies = getproxies_environment


def proxy_bypass_environment(host, proxies=None):
    """Test if proxies should not be used for a particular host."""
    if proxies is None:
        proxies = getproxies_environment()
    name, colon, port = host.rpartition(':')
    if not colon or not port.isdigit():
        name, port = host, ''
    return _bypass(proxies.get('no', ''), name, port)


proxy_bypass = proxy_bypass_environment
