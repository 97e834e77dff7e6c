# The module requests.adapters: what sends a prepared request.

import os
from _requests import _address, _drain, _exchange, _fill_response, _new_pool, _shared_pool
from requests.auth import _basic_auth_str
from requests.cookies import extract_cookies_to_jar
from requests.exceptions import (
    ConnectionError, ConnectTimeout, InvalidHeader, InvalidProxyURL, InvalidSchema, InvalidURL, ProxyError, ReadTimeout,
    RetryError, SSLError)
from requests.models import Response
from requests.structures import CaseInsensitiveDict
from requests.utils import get_auth_from_url, get_encoding_from_headers, prepend_scheme_if_needed, select_proxy, urldefragauth
from urllib3.exceptions import (
    ConnectTimeoutError, MaxRetryError, NameResolutionError, NewConnectionError, ProtocolError, ReadTimeoutError,
    ResponseError, _Endpoint, _Failure, _pool_of)
from urllib3.exceptions import HTTPError as _HTTPError
from urllib3.exceptions import InvalidHeader as _InvalidHeader
from urllib3.exceptions import ProxyError as _ProxyError
from urllib3.exceptions import SSLError as _SSLError
from urllib3.util.retry import Retry
from urllib3.util.timeout import Timeout as TimeoutSauce

DEFAULT_POOLBLOCK = False
DEFAULT_POOLSIZE = 10
DEFAULT_RETRIES = 0
DEFAULT_POOL_TIMEOUT = None

_NO_RETRIES = Retry(0, read=False)


class BaseAdapter:
    """The Base Transport Adapter"""

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        raise NotImplementedError

    def close(self):
        raise NotImplementedError


def _timeouts(timeout):
    """Seconds to connect and seconds between bytes, either may be None."""
    if timeout is None:
        return None, None
    if isinstance(timeout, tuple):
        try:
            connect, read = timeout
        except ValueError:
            raise ValueError(f'Invalid timeout {timeout}. Pass a (connect, read) timeout tuple, or a single float to set '
                             'both timeouts to the same value.')
        timeout = TimeoutSauce(connect=connect, read=read)
    elif type(timeout) in (int, float) and timeout > 0:
        return timeout, timeout
    elif not isinstance(timeout, TimeoutSauce):
        timeout = TimeoutSauce(connect=timeout, read=timeout)
    connect = timeout.connect_timeout
    if connect is TimeoutSauce.DEFAULT_TIMEOUT:
        connect = None
    return connect, timeout.read_timeout


class HTTPAdapter(BaseAdapter):
    """The built-in HTTP Adapter."""

    __attrs__ = ['max_retries', 'config', '_pool_connections', '_pool_maxsize', '_pool_block']
    _pool = None
    _shared = False

    def __init__(self, pool_connections=DEFAULT_POOLSIZE, pool_maxsize=DEFAULT_POOLSIZE, max_retries=DEFAULT_RETRIES,
                 pool_block=DEFAULT_POOLBLOCK):
        if max_retries is DEFAULT_RETRIES or max_retries == 0 and not isinstance(max_retries, Retry):
            self.max_retries = _NO_RETRIES
        else:
            self.max_retries = Retry.from_int(max_retries)
        self._pool_connections = pool_connections
        self._pool_maxsize = pool_maxsize
        self._pool_block = pool_block
        if type(self).init_poolmanager is not HTTPAdapter.init_poolmanager:
            self.init_poolmanager(pool_connections, pool_maxsize, block=pool_block)

    def __getstate__(self):
        return {'max_retries': self.max_retries, '_pool_connections': self._pool_connections,
                '_pool_maxsize': self._pool_maxsize, '_pool_block': self._pool_block}

    def init_poolmanager(self, connections, maxsize, block=DEFAULT_POOLBLOCK, **pool_kwargs):
        """Set how many connections are kept."""
        self._pool_connections, self._pool_maxsize, self._pool_block = connections, maxsize, block

    def proxy_headers(self, proxy):
        """The headers to add to any request sent through a proxy."""
        username, password = get_auth_from_url(proxy)
        return {'Proxy-Authorization': _basic_auth_str(username, password)} if username else {}

    def request_url(self, request, proxies):
        """Obtain the url to use when making the final request."""
        proxy = select_proxy(request.url, proxies)
        if proxy and not request.url.startswith('https:'):
            return urldefragauth(request.url)
        return request.path_url

    def add_headers(self, request, **kwargs):
        """Add any headers needed by the connection. Subclasses may."""

    def close(self):
        """Close the idle connections."""
        if self._pool is not None and not self._shared:
            _drain(self._pool)

    def build_response(self, req, resp):
        """Builds a Response from what came over the connection."""
        response = Response.__new__(Response)
        if not _fill_response(response, resp, req, self):
            response.status_code = getattr(resp, 'status', None)
            response.headers = CaseInsensitiveDict(getattr(resp, 'headers', {}))
            response.encoding = get_encoding_from_headers(response.headers)
            response.raw = resp
            response.reason = resp.reason
            response.url = req.url
            response.history = []
            response.request = req
            response.connection = self
        elif resp._sets_cookies:
            extract_cookies_to_jar(response.cookies, req, resp)
        return response

    def send(self, request, stream=False, timeout=None, verify=True, cert=None, proxies=None):
        """Sends PreparedRequest object. Returns Response object."""
        url = request.url
        proxy = None
        if proxies:
            proxy = select_proxy(url, proxies)
            if proxy:
                proxy = _checked_proxy(proxy)
        if url[:6] == 'https:':
            _check_trust(verify, cert)
        self.add_headers(request, stream=stream, timeout=timeout, verify=verify, cert=cert, proxies=proxies)
        pool = self._pool
        if pool is None:
            pool = self._pool = _shared_pool() if self._shared else _new_pool(self._pool_maxsize)
        connect, read = _timeouts(timeout)
        body = request.body
        headers = request.headers
        chunked = body is not None and 'Content-Length' not in headers
        retries = self.max_retries
        position = None
        while True:
            try:
                if retries is not _NO_RETRIES and body is not None:
                    position = _rewind(body, position)
                resp = _exchange(pool, request.method, url, headers, body, chunked, connect, read, proxy, verify, cert,
                                 not stream)
                if verify is False and url[:6] == 'https:':
                    _warn_insecure(url, proxy)
                if retries is not _NO_RETRIES:
                    after = 'Retry-After' in resp.headers
                    if retries.is_retry(request.method, resp.status, after):
                        try:
                            retries = retries.increment(request.method, _target(url, proxy), response=resp, _pool=_pool_of(url, proxy))
                        except MaxRetryError:
                            if retries.raise_on_status:
                                resp.drain_conn()
                                raise
                        else:
                            resp.drain_conn()
                            retries.sleep(resp)
                            continue
                break
            except _Failure as failure:
                error = _describe(failure, url, proxy, connect, read)
                try:
                    retries = retries.increment(request.method, _target(url, proxy), error=error, _pool=_pool_of(url, proxy))
                except _HTTPError as e:
                    raise _translate(e, request) from None
                retries.sleep()
            except MaxRetryError as e:
                raise RetryError(e, request=request)
        return self.build_response(request, resp)


def _check_trust(verify, cert):
    """Whether what the script says about certificates can be used."""
    if verify and verify is not True and not os.path.exists(verify):
        raise OSError(f'Could not find a suitable TLS CA certificate bundle, invalid path: {verify}')
    if cert:
        cert_file, key_file = (cert, None) if isinstance(cert, (str, bytes)) else cert
        if cert_file and not os.path.exists(cert_file):
            raise OSError(f'Could not find the TLS certificate file, invalid path: {cert_file}')
        if key_file and not os.path.exists(key_file):
            raise OSError(f'Could not find the TLS key file, invalid path: {key_file}')


def _warn_insecure(url, proxy):
    import warnings
    from urllib3.exceptions import InsecureRequestWarning
    host = _address(proxy or url)[1]
    warnings.warn(f"Unverified HTTPS request is being made to host '{host}'. Adding certificate verification is "
                  'strongly advised. See: https://urllib3.readthedocs.io/en/latest/advanced-usage.html#tls-warnings',
                  InsecureRequestWarning, stacklevel=6)


def _rewind(body, position):
    """Remember where a file stands at the first attempt, and go back there at others."""
    if isinstance(body, (str, bytes)) or not hasattr(body, 'tell'):
        return position
    if position is None:
        try:
            return body.tell()
        except OSError:
            return None
    body.seek(position)
    return position


def _checked_proxy(proxy):
    proxy = prepend_scheme_if_needed(proxy, 'http')
    scheme = proxy.partition('://')[0].lower()
    if scheme.startswith('socks'):
        raise InvalidSchema('Missing dependencies for SOCKS support.')
    if scheme not in ('http', 'https'):
        from urllib3.exceptions import ProxySchemeUnknown
        raise InvalidURL(ProxySchemeUnknown(scheme))
    if _address(proxy) is None:
        raise InvalidProxyURL('Please check proxy URL. It is malformed and could be missing the host.')
    return proxy


def _target(url, proxy):
    secure, host, port, target, whole = _address(url)
    return whole if proxy and not secure else target


def _describe(failure, url, proxy, connect, read):
    """urllib3's exception for a request that failed."""
    secure, host, port, target, whole = _address(url)
    kind = failure.kind
    if kind in (6, 7):
        return ReadTimeoutError(_pool_of(url, proxy), _target(url, proxy), f'Read timed out. (read timeout={read})')
    if proxy and (failure.proxy or not secure) and kind < 6:
        host, port = _address(proxy)[1:3]
    conn = _Endpoint('HTTPSConnection' if secure else 'HTTPConnection', host, port)
    error = failure.error
    if kind == 1:
        error = NameResolutionError(host, conn, error)
    elif kind == 2:
        error = NewConnectionError(conn, f'Failed to establish a new connection: {error}')
    elif kind == 3:
        error = ConnectTimeoutError(conn, f'Connection to {host} timed out. (connect timeout={connect})')
    elif kind == 4:
        if isinstance(error, FileNotFoundError):
            raise error
        error = _SSLError(error)
    elif kind == 12:
        error = _InvalidHeader(str(error))
    if proxy and (failure.proxy or not secure) and kind < 6:
        if kind == 5:
            return _ProxyError('Unable to connect to proxy', error)
        return _ProxyError('Unable to connect to proxy', error)
    return error


def _translate(e, request):
    """requests' exception for urllib3's."""
    if isinstance(e, ProtocolError):
        return ConnectionError(e, request=request)
    if isinstance(e, MaxRetryError):
        reason = e.reason
        if isinstance(reason, ConnectTimeoutError) and not isinstance(reason, NewConnectionError):
            return ConnectTimeout(e, request=request)
        if isinstance(reason, ResponseError):
            return RetryError(e, request=request)
        if isinstance(reason, _ProxyError):
            return ProxyError(e, request=request)
        if isinstance(reason, _SSLError):
            return SSLError(e, request=request)
        return ConnectionError(e, request=request)
    if isinstance(e, _ProxyError):
        return ProxyError(e)
    if isinstance(e, _SSLError):
        return SSLError(e, request=request)
    if isinstance(e, ReadTimeoutError):
        return ReadTimeout(e, request=request)
    if isinstance(e, _InvalidHeader):
        return InvalidHeader(e, request=request)
    return e
