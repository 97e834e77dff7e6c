# The module urllib3.exceptions, and what makes one of them of a failed request.

from _requests import _address, _set_failure
from http.client import BadStatusLine, HTTPException, IncompleteRead as _IncompleteRead, LineTooLong, RemoteDisconnected


class HTTPError(Exception):
    """Base exception used by this module."""


class HTTPWarning(Warning):
    """Base warning used by this module."""


class PoolError(HTTPError):
    """Base exception for errors caused within a pool."""

    def __init__(self, pool, message):
        self.pool = pool
        self._message = message
        super().__init__(f'{pool}: {message}')

    def __reduce__(self):
        return self.__class__, (None, self._message)


class RequestError(PoolError):
    """Base exception for PoolErrors that have associated URLs."""

    def __init__(self, pool, url, message):
        self.url = url
        super().__init__(pool, message)

    def __reduce__(self):
        return self.__class__, (None, self.url, self._message)


class SSLError(HTTPError):
    """Raised when SSL certificate fails in an HTTPS connection."""


class ProxyError(HTTPError):
    """Raised when the connection to a proxy fails."""

    def __init__(self, message, error):
        super().__init__(message, error)
        self.original_error = error


class DecodeError(HTTPError):
    """Raised when automatic decoding based on Content-Type fails."""


class ProtocolError(HTTPError):
    """Raised when something unexpected happens mid-request/response."""


ConnectionError = ProtocolError


class MaxRetryError(RequestError):
    """Raised when the maximum number of retries is exceeded."""

    def __init__(self, pool, url, reason=None):
        self.reason = reason
        super().__init__(pool, url, f'Max retries exceeded with url: {url} (Caused by {reason!r})')

    def __reduce__(self):
        return self.__class__, (None, self.url, self.reason)


class HostChangedError(RequestError):
    """Raised when an existing pool gets a request for a foreign host."""

    def __init__(self, pool, url, retries=3):
        super().__init__(pool, url, f'Tried to open a foreign host with url: {url}')
        self.retries = retries


class TimeoutStateError(HTTPError):
    """Raised when passing an invalid state to a timeout"""


class TimeoutError(HTTPError):
    """Raised when a socket timeout error occurs."""


class ReadTimeoutError(TimeoutError, RequestError):
    """Raised when a socket timeout occurs while receiving data from a server"""


class ConnectTimeoutError(TimeoutError):
    """Raised when a socket timeout occurs while connecting to a server"""


class NewConnectionError(ConnectTimeoutError, HTTPError):
    """Raised when we fail to establish a new connection. Usually ECONNREFUSED."""

    def __init__(self, conn, message):
        self.conn = conn
        self._message = message
        super().__init__(f'{conn}: {message}')

    def __reduce__(self):
        return self.__class__, (None, self._message)

    @property
    def pool(self):
        return self.conn


class NameResolutionError(NewConnectionError):
    """Raised when host name resolution fails."""

    def __init__(self, host, conn, reason):
        self._host = host
        self._reason = reason
        super().__init__(conn, f"Failed to resolve '{host}' ({reason})")

    def __reduce__(self):
        return self.__class__, (self._host, None, self._reason)


class EmptyPoolError(PoolError):
    """Raised when a pool runs out of connections and no more are allowed."""


class FullPoolError(PoolError):
    """Raised when we try to add a connection to a full pool in blocking mode."""


class ClosedPoolError(PoolError):
    """Raised when a request enters a pool after the pool has been closed."""


class LocationValueError(ValueError, HTTPError):
    """Raised when there is something wrong with a given URL input."""


class LocationParseError(LocationValueError):
    """Raised when get_host or similar fails to parse the URL input."""

    def __init__(self, location):
        super().__init__(f'Failed to parse: {location}')
        self.location = location


class URLSchemeUnknown(LocationValueError):
    """Raised when a URL input has an unsupported scheme."""

    def __init__(self, scheme):
        super().__init__(f'Not supported URL scheme {scheme}')
        self.scheme = scheme


class ResponseError(HTTPError):
    """Used as a container for an error reason supplied in a MaxRetryError."""

    GENERIC_ERROR = 'too many error responses'
    SPECIFIC_ERROR = 'too many {status_code} error responses'


class SecurityWarning(HTTPWarning):
    """Warned when performing security reducing actions"""


class InsecureRequestWarning(SecurityWarning):
    """Warned when making an unverified HTTPS request."""


class NotOpenSSLWarning(SecurityWarning):
    """Warned when using unsupported SSL library"""


class SystemTimeWarning(SecurityWarning):
    """Warned when system time is suspected to be wrong"""


class InsecurePlatformWarning(SecurityWarning):
    """Warned when certain TLS/SSL configuration is not available on a platform."""


class DependencyWarning(HTTPWarning):
    """Warned when an attempt is made to import a module with missing optional dependencies."""


class ResponseNotChunked(ProtocolError, ValueError):
    """Response needs to be chunked in order to read it as chunks."""


class BodyNotHttplibCompatible(HTTPError):
    """Body should be http.client.HTTPResponse like for read_chunked()."""


class IncompleteRead(HTTPError, _IncompleteRead):
    """Response length doesn't match expected Content-Length"""

    def __init__(self, partial, expected):
        self.partial = partial
        self.expected = expected

    def __repr__(self):
        return f'IncompleteRead({self.partial} bytes read, {self.expected} more expected)'

    __str__ = __repr__


class InvalidChunkLength(HTTPError, _IncompleteRead):
    """Invalid chunk length in a chunked response."""

    def __init__(self, partial, length):
        self.partial = partial
        self.expected = None
        self.length = length

    def __repr__(self):
        return f'InvalidChunkLength(got length {self.length!r}, {self.partial} bytes read)'

    __str__ = __repr__


class InvalidHeader(HTTPError):
    """The header provided was somehow invalid."""


class ProxySchemeUnknown(AssertionError, URLSchemeUnknown):
    """ProxyManager does not support the supplied scheme"""

    def __init__(self, scheme):
        if scheme in (None, 'localhost'):
            message = 'Proxy URL had no scheme, should start with http:// or https://'
        else:
            message = f'Proxy URL had unsupported scheme {scheme}, should use http:// or https://'
        Exception.__init__(self, message)
        self.scheme = scheme


class ProxySchemeUnsupported(ValueError):
    """Fetching HTTPS resources through HTTPS proxies is unsupported"""


class HeaderParsingError(HTTPError):
    """Raised by assert_header_parsing, but we convert it to a log.warning statement."""

    def __init__(self, defects, unparsed_data):
        super().__init__(f"{defects or 'Unknown'}, unparsed data: {unparsed_data!r}")


class UnrewindableBodyError(HTTPError):
    """urllib3 encountered an error when trying to rewind a body"""


class _Failure(Exception):
    """A request that failed before there was a response; the adapter knows the rest."""

    def __init__(self, kind, error, proxy):
        self.kind = kind
        self.error = error
        self.proxy = proxy


def _ssl_error(number, text):
    try:
        import ssl
        cls = ssl.SSLCertVerificationError if 'CERTIFICATE_VERIFY_FAILED' in text else ssl.SSLEOFError if number == 8 else ssl.SSLError
        return cls(number, text)
    except (ImportError, AttributeError):
        return OSError(number, text)


def _gaierror(number, text):
    try:
        import socket
        return socket.gaierror(number, text)
    except (ImportError, AttributeError):
        return OSError(number, text)


class _Endpoint:
    """A host and a port as messages name them."""

    def __init__(self, name, host, port):
        self.host, self.port, self._name = host, port, name

    def __repr__(self):
        return f'{self._name}(host={self.host!r}, port={self.port})'


def _pool_of(url, proxy=None):
    secure, host, port, target, whole = _address(url)
    if proxy and not secure:
        host, port = _address(proxy)[1:3]
    return _Endpoint('HTTPSConnectionPool' if secure else 'HTTPConnectionPool', host, port)


def _aborted(error):
    return ProtocolError('Connection aborted.', error)


def _broken(error):
    return ProtocolError(f'Connection broken: {error!r}', error)


# The numbers are those of web.Kind.
def _make(kind, text, number, got, want, errno, reason, proxy, encoding, url):
    if url and kind in (6, 7):
        return ReadTimeoutError(_pool_of(url), None, 'Read timed out.')
    if url and kind == 18:
        return _broken(OSError(errno, reason))
    if kind == 1:
        error = _gaierror(errno, reason)
    elif kind == 2:
        error = OSError(errno, reason)
    elif kind in (3, 6, 7):
        error = None
    elif kind == 4:
        if number == 2:
            error = FileNotFoundError(errno, reason)
        else:
            error = _ssl_error(number, text)
    elif kind == 5:
        error = OSError(f'Tunnel connection failed: {number} {text}' if number else text)
    elif kind == 8:
        error = _aborted(RemoteDisconnected('Remote end closed connection without response'))
    elif kind == 9:
        error = _aborted(BadStatusLine(text))
    elif kind == 10:
        error = _aborted(LineTooLong(text))
    elif kind == 11:
        error = _aborted(HTTPException('got more than 100 headers'))
    elif kind == 12:
        error = ValueError(f'Invalid header {text!r}')
    elif kind == 13:
        return _broken(IncompleteRead(got, want))
    elif kind == 14:
        return _broken(InvalidChunkLength(0, text.encode('latin-1')))
    elif kind == 15:
        return ProtocolError('Response ended prematurely')
    elif kind == 16:
        import zlib
        return DecodeError(f'Received response with content-encoding: {encoding}, but failed to decode it.', zlib.error(text))
    elif kind == 17:
        return DecodeError(f'Received response with content that expands beyond all bounds ({got} bytes so far)')
    else:
        error = _aborted(OSError(errno, reason))
    return _Failure(kind, error, proxy)


_set_failure(_make)
