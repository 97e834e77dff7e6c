# The module requests.models: Request, PreparedRequest and Response.

import json as _json
from urllib.parse import urlparse, urlsplit

from _requests import _content, _detect, _encode_form, _prepare_headers, _prepare_url
import requests.exceptions as _exceptions
from requests.auth import HTTPBasicAuth
from requests.cookies import CookieJar, RequestsCookieJar, _copy_cookie_jar, cookiejar_from_dict, get_cookie_header
from requests.exceptions import (
    ChunkedEncodingError, ConnectionError, ContentDecodingError, HTTPError, InvalidJSONError, InvalidURL, MissingSchema,
    StreamConsumedError)
from requests.exceptions import JSONDecodeError as RequestsJSONDecodeError
from requests.exceptions import SSLError as RequestsSSLError
from requests.hooks import default_hooks
from requests.status_codes import codes
from requests.structures import CaseInsensitiveDict
from requests.utils import (
    check_header_validity, get_auth_from_url, guess_filename, guess_json_utf, iter_slices, parse_header_links,
    stream_decode_response_unicode, super_len, to_key_val_list, to_native_string)
from urllib3.exceptions import DecodeError, ProtocolError, ReadTimeoutError, SSLError

REDIRECT_STATI = (301, 302, 303, 307, 308)
DEFAULT_REDIRECT_LIMIT = 30
CONTENT_CHUNK_SIZE = 10 * 1024
ITER_CHUNK_SIZE = 512


class RequestEncodingMixin:
    @property
    def path_url(self):
        """Build the path URL to use."""
        parts = urlsplit(self.url)
        return (parts.path or '/') + ('?' + parts.query if parts.query else '')

    @staticmethod
    def _encode_params(data):
        """Parameters as a query; what is text, or is read from a file, is left alone."""
        if isinstance(data, (str, bytes)) or hasattr(data, 'read'):
            return data
        if hasattr(data, '__iter__'):
            return _encode_form(data)
        return data

    @staticmethod
    def _encode_files(files, data):
        """The body of a multipart/form-data request, and its content type."""
        if not files:
            raise ValueError('Files must be provided.')
        if isinstance(data, str):
            raise ValueError('Data must not be a string.')
        fields = []
        for name, values in to_key_val_list(data or {}):
            if isinstance(values, (str, bytes)) or not hasattr(values, '__iter__'):
                values = [values]
            for value in values:
                if value is not None:
                    name = name.decode('utf-8') if isinstance(name, bytes) else name
                    fields.append((name, None, value if isinstance(value, bytes) else str(value).encode('utf-8'), None, None))
        for name, given in to_key_val_list(files or {}):
            content_type, headers = None, None
            if isinstance(given, (tuple, list)):
                filename, content, *more = given
                content_type = more[0] if more else None
                headers = more[1] if len(more) > 1 else None
            else:
                filename, content = guess_filename(given) or name, given
            if hasattr(content, 'read'):
                content = content.read()
            elif content is None:
                continue
            if isinstance(content, str):
                content = content.encode('utf-8')
            fields.append((name, filename, bytes(content), content_type, headers))
        return _encode_multipart(fields)


def _quoted(name, value):
    if isinstance(value, bytes):
        value = value.decode('utf-8')
    return '%s="%s"' % (name, value.replace('"', '%22').replace('\r', '%0D').replace('\n', '%0A'))


def _encode_multipart(fields):
    import os
    boundary = os.urandom(16).hex()
    parts = []
    for name, filename, content, content_type, headers in fields:
        disposition = 'Content-Disposition: form-data; ' + _quoted('name', name)
        if filename is not None:
            disposition += '; ' + _quoted('filename', filename)
        lines = [f'--{boundary}', disposition]
        if content_type:
            lines.append(f'Content-Type: {content_type}')
        if headers:
            lines.extend(f'{key}: {value}' for key, value in headers.items())
        parts.append('\r\n'.join(lines).encode('utf-8') + b'\r\n\r\n' + content + b'\r\n')
    parts.append(f'--{boundary}--\r\n'.encode())
    return b''.join(parts), f'multipart/form-data; boundary={boundary}'


class RequestHooksMixin:
    def register_hook(self, event, hook):
        """Properly register a hook."""
        if event not in self.hooks:
            raise ValueError(f'Unsupported event specified, with event name "{event}"')
        if callable(hook):
            self.hooks[event].append(hook)
        elif hasattr(hook, '__iter__'):
            self.hooks[event].extend(h for h in hook if callable(h))

    def deregister_hook(self, event, hook):
        """Deregister a previously registered hook."""
        try:
            self.hooks[event].remove(hook)
            return True
        except ValueError:
            return False


class Request(RequestHooksMixin):
    """A user-created Request object."""

    json = None
    auth = None
    cookies = None

    def __init__(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                 hooks=None, json=None):
        self.method = method
        self.url = url
        self.headers = {} if headers is None else headers
        self.files = [] if files is None else files
        self.data = [] if data is None else data
        self.params = {} if params is None else params
        if json is not None:
            self.json = json
        if auth is not None:
            self.auth = auth
        if cookies is not None:
            self.cookies = cookies
        self.hooks = {'response': []}
        if hooks:
            for event, hook in hooks.items():
                self.register_hook(event, hook)

    def __repr__(self):
        return f'<Request [{self.method}]>'

    def prepare(self):
        """Constructs a PreparedRequest for transmission and returns it."""
        p = PreparedRequest()
        p.prepare(method=self.method, url=self.url, headers=self.headers, files=self.files, data=self.data, json=self.json,
                  params=self.params, auth=self.auth, cookies=self.cookies, hooks=self.hooks)
        return p


class PreparedRequest(RequestEncodingMixin, RequestHooksMixin):
    """The fully mutable PreparedRequest object, containing the exact bytes that will be sent to the server."""

    method = None
    url = None
    headers = None
    _jar = None
    body = None
    _body_position = None

    @property
    def _cookies(self):
        """The cookies that the Cookie header was made of; none were needed if there is no jar yet."""
        if self._jar is None:
            self._jar = RequestsCookieJar()
        return self._jar

    @_cookies.setter
    def _cookies(self, jar):
        self._jar = jar

    def __init__(self):
        self.hooks = {'response': []}

    def prepare(self, method=None, url=None, headers=None, files=None, data=None, params=None, auth=None, cookies=None,
                hooks=None, json=None):
        """Prepares the entire request with the given parameters."""
        self.prepare_method(method)
        self.prepare_url(url, params)
        self.prepare_headers(headers)
        self.prepare_cookies(cookies)
        self.prepare_body(data, files, json)
        self.prepare_auth(auth, url)
        # Authenticators may add a hook.
        self.prepare_hooks(hooks)

    def __repr__(self):
        return f'<PreparedRequest [{self.method}]>'

    def copy(self):
        p = PreparedRequest()
        p.method = self.method
        p.url = self.url
        p.headers = self.headers.copy() if self.headers is not None else None
        p._jar = _copy_cookie_jar(self._jar)
        p.body = self.body
        p.hooks = self.hooks
        p._body_position = self._body_position
        return p

    def prepare_method(self, method):
        """Prepares the given HTTP method."""
        self.method = method
        if method is not None:
            self.method = to_native_string(method.upper())

    def prepare_url(self, url, params):
        """Prepares the given HTTP URL."""
        if isinstance(url, bytes):
            url = url.decode('utf8')
        elif not isinstance(url, str):
            url = str(url)
        if params:
            params = to_native_string(self._encode_params(params))
        result = _prepare_url(url, params or '')
        if isinstance(result, tuple):
            raise getattr(_exceptions, result[0])(result[1])
        self.url = result

    def prepare_headers(self, headers):
        """Prepares the given HTTP headers."""
        self.headers = _prepare_headers(headers)
        if self.headers is None:
            for header in headers.items():
                check_header_validity(header)
            self.headers = CaseInsensitiveDict((to_native_string(name), value) for name, value in headers.items())

    def prepare_body(self, data, files, json=None):
        """Prepares the given HTTP body data."""
        body = None
        content_type = None
        if not data and json is not None:
            content_type = 'application/json'
            try:
                body = _json.dumps(json, allow_nan=False)
            except ValueError as ve:
                raise InvalidJSONError(ve, request=self)
            if not isinstance(body, bytes):
                body = body.encode('utf-8')
        if data is not None and not isinstance(data, (str, bytes, list, tuple, dict)) and hasattr(data, '__iter__') and not hasattr(data, 'items'):
            try:
                length = super_len(data)
            except (TypeError, AttributeError, OSError):
                length = None
            body = data
            if getattr(body, 'tell', None) is not None:
                try:
                    self._body_position = body.tell()
                except OSError:
                    # It cannot be sent twice: a later rewind says so.
                    self._body_position = object()
            if files:
                raise NotImplementedError('Streamed bodies and files are mutually exclusive.')
            if length:
                self.headers['Content-Length'] = str(length)
            else:
                self.headers['Transfer-Encoding'] = 'chunked'
        else:
            if files:
                body, content_type = self._encode_files(files, data)
            elif data:
                body = self._encode_params(data)
                if not isinstance(data, (str, bytes)) and not hasattr(data, 'read'):
                    content_type = 'application/x-www-form-urlencoded'
            self.prepare_content_length(body)
            if content_type and 'content-type' not in self.headers:
                self.headers['Content-Type'] = content_type
        self.body = body

    def prepare_content_length(self, body):
        """Prepare Content-Length header based on request method and body"""
        if body is not None:
            length = super_len(body)
            if length:
                self.headers['Content-Length'] = str(length)
        elif self.method not in ('GET', 'HEAD') and self.headers.get('Content-Length') is None:
            self.headers['Content-Length'] = '0'

    def prepare_auth(self, auth, url=''):
        """Prepares the given HTTP auth data."""
        if auth is None:
            if '@' not in self.url:
                return
            login = get_auth_from_url(self.url)
            auth = login if any(login) else None
        if auth:
            if isinstance(auth, tuple) and len(auth) == 2:
                auth = HTTPBasicAuth(*auth)
            r = auth(self)
            if r is not self:
                self.__dict__.update(r.__dict__)
            self.prepare_content_length(self.body)

    def prepare_cookies(self, cookies):
        """Prepares the given HTTP cookie data."""
        if not isinstance(cookies, CookieJar):
            cookies = cookiejar_from_dict(cookies)
        self._cookies = cookies
        if cookies._cookies:
            header = get_cookie_header(cookies, self)
            if header is not None:
                self.headers['Cookie'] = header

    def prepare_hooks(self, hooks):
        """Prepares the given hooks."""
        for event in hooks or ():
            self.register_hook(event, hooks[event])


class Response:
    """The Response object, which contains a server's response to an HTTP request."""

    __attrs__ = ['_content', 'status_code', 'headers', 'url', 'history', 'encoding', 'reason', 'cookies', 'elapsed', 'request']

    _content = False
    _content_consumed = False
    _next = None
    status_code = None
    raw = None
    url = None
    encoding = None
    reason = None
    request = None
    connection = None
    _elapsed = None
    _jar = None

    def __init__(self):
        self.headers = CaseInsensitiveDict()
        self.history = []

    @property
    def cookies(self):
        """The cookies that the server sent."""
        if self._jar is None:
            self._jar = RequestsCookieJar()
        return self._jar

    @cookies.setter
    def cookies(self, jar):
        self._jar = jar

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getstate__(self):
        if not self._content_consumed:
            self.content
        return {attr: getattr(self, attr, None) for attr in self.__attrs__}

    def __setstate__(self, state):
        for name, value in state.items():
            setattr(self, name, value)
        self._content_consumed = True
        self.raw = None

    def __repr__(self):
        return f'<Response [{self.status_code}]>'

    def __bool__(self):
        return self.ok

    def __iter__(self):
        return self.iter_content(128)

    @property
    def elapsed(self):
        """The time between sending the request and the arrival of the response's head."""
        import datetime
        if self._elapsed is None:
            return datetime.timedelta(seconds=getattr(self.raw, '_elapsed', 0))
        return self._elapsed

    @elapsed.setter
    def elapsed(self, value):
        self._elapsed = value

    @property
    def ok(self):
        """Returns True if status_code is less than 400, False if not."""
        try:
            self.raise_for_status()
        except HTTPError:
            return False
        return True

    @property
    def is_redirect(self):
        """True if this Response is a well-formed HTTP redirect that could have been processed automatically."""
        return self.status_code in REDIRECT_STATI and 'location' in self.headers

    @property
    def is_permanent_redirect(self):
        """True if this Response one of the permanent versions of redirect."""
        return self.status_code in (301, 308) and 'location' in self.headers

    @property
    def next(self):
        """Returns a PreparedRequest for the next request in a redirect chain, if there is one."""
        return self._next

    @property
    def apparent_encoding(self):
        """The encoding that the content seems to be in."""
        return _detect(self.content)

    def _chunks(self, chunk_size):
        raw = self.raw
        if hasattr(raw, 'stream'):
            try:
                yield from raw.stream(chunk_size, decode_content=True)
            except ProtocolError as e:
                raise ChunkedEncodingError(e)
            except DecodeError as e:
                raise ContentDecodingError(e)
            except ReadTimeoutError as e:
                raise ConnectionError(e)
            except SSLError as e:
                raise RequestsSSLError(e)
        else:
            while chunk := raw.read(chunk_size):
                yield chunk
        self._content_consumed = True

    def iter_content(self, chunk_size=1, decode_unicode=False):
        """Iterates over the response data."""
        if self._content_consumed and isinstance(self._content, bool):
            raise StreamConsumedError()
        if chunk_size is not None and not isinstance(chunk_size, int):
            raise TypeError(f'chunk_size must be an int, it is instead a {type(chunk_size)}.')
        if self._content_consumed:
            chunks = iter_slices(self._content, chunk_size)
        else:
            chunks = self._chunks(chunk_size)
        if decode_unicode:
            chunks = stream_decode_response_unicode(chunks, self)
        return chunks

    def iter_lines(self, chunk_size=ITER_CHUNK_SIZE, decode_unicode=False, delimiter=None):
        """Iterates over the response data, one line at a time."""
        pending = None
        for chunk in self.iter_content(chunk_size=chunk_size, decode_unicode=decode_unicode):
            if pending is not None:
                chunk = pending + chunk
            lines = chunk.split(delimiter) if delimiter else chunk.splitlines()
            # A line that the chunk does not end is continued by the next.
            if lines and lines[-1] and chunk and lines[-1][-1] == chunk[-1]:
                pending = lines.pop()
            else:
                pending = None
            yield from lines
        if pending is not None:
            yield pending

    @property
    def content(self):
        """Content of the response, in bytes."""
        if self._content is False:
            if self._content_consumed:
                raise RuntimeError('The content for this response was already consumed')
            raw = self.raw
            if self.status_code == 0 or raw is None:
                self._content = None
            else:
                content = _content(raw)
                self._content = content if content is not None else b''.join(self.iter_content(CONTENT_CHUNK_SIZE)) or b''
        self._content_consumed = True
        return self._content

    @property
    def text(self):
        """Content of the response, in unicode."""
        content = self.content
        if not content:
            return ''
        encoding = self.encoding
        if encoding is None:
            encoding = self.apparent_encoding
        try:
            return str(content, encoding or 'utf-8', errors='replace')
        except (LookupError, TypeError):
            return str(content, errors='replace')

    def json(self, **kwargs):
        """Decodes the JSON response body (if any) as a Python object."""
        content = self.content
        if not self.encoding and content and len(content) > 3:
            # RFC 8259 has JSON in one of the UTF encodings.
            encoding = guess_json_utf(content)
            if encoding is not None:
                try:
                    return _json.loads(content.decode(encoding), **kwargs)
                except UnicodeDecodeError:
                    pass
                except _json.JSONDecodeError as e:
                    raise RequestsJSONDecodeError(e.msg, e.doc, e.pos)
        try:
            return _json.loads(self.text, **kwargs)
        except _json.JSONDecodeError as e:
            raise RequestsJSONDecodeError(e.msg, e.doc, e.pos)

    @property
    def links(self):
        """Returns the parsed header links of the response, if any."""
        header = self.headers.get('link')
        found = {}
        if header:
            for link in parse_header_links(header):
                key = link.get('rel') or link.get('url')
                if key is not None:
                    found[key] = link
        return found

    def raise_for_status(self):
        """Raises HTTPError, if one occurred."""
        status = self.status_code
        if status < 400 or status >= 600:
            return
        reason = self.reason
        if isinstance(reason, bytes):
            try:
                reason = reason.decode('utf-8')
            except UnicodeDecodeError:
                reason = reason.decode('iso-8859-1')
        side = 'Client' if status < 500 else 'Server'
        raise HTTPError(f'{status} {side} Error: {reason} for url: {self.url}', response=self)

    def close(self):
        """Releases the connection back to the pool."""
        if not self._content_consumed:
            self.raw.close()
        release = getattr(self.raw, 'release_conn', None)
        if release is not None:
            release()
