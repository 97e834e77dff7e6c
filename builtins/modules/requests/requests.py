# The package requests itself, and requests.api.

from requests import exceptions, structures, status_codes, hooks, cookies, utils, auth, models, adapters, sessions
from requests.exceptions import (
    ConnectionError, ConnectTimeout, FileModeWarning, HTTPError, JSONDecodeError, ReadTimeout, RequestException, Timeout,
    TooManyRedirects, URLRequired)
from requests.models import PreparedRequest, Request, Response
from requests.sessions import Session, session
from requests.status_codes import codes

__title__ = 'requests'
__description__ = 'Python HTTP for Humans.'
__version__ = '2.34.2'
__build__ = 0x023402


_shared_adapter = adapters.HTTPAdapter()
_shared_adapter._shared = True


class _Once(Session):
    """The session of a single request. Its connection is kept for the next such request, for a moment."""

    proxies = {}
    hooks = {'response': []}
    params = {}
    adapters = {'https://': _shared_adapter, 'http://': _shared_adapter}

    def __init__(self):
        self.headers = utils.default_headers()
        self.cookies = cookies.RequestsCookieJar()

    def close(self):
        pass


def request(method, url, **kwargs):
    """Constructs and sends a Request."""
    with _Once() as session:
        return session.request(method=method, url=url, **kwargs)


def get(url, params=None, **kwargs):
    """Sends a GET request."""
    return request('get', url, params=params, **kwargs)


def options(url, **kwargs):
    """Sends an OPTIONS request."""
    return request('options', url, **kwargs)


def head(url, **kwargs):
    """Sends a HEAD request."""
    kwargs.setdefault('allow_redirects', False)
    return request('head', url, **kwargs)


def post(url, data=None, json=None, **kwargs):
    """Sends a POST request."""
    return request('post', url, data=data, json=json, **kwargs)


def put(url, data=None, **kwargs):
    """Sends a PUT request."""
    return request('put', url, data=data, **kwargs)


def patch(url, data=None, **kwargs):
    """Sends a PATCH request."""
    return request('patch', url, data=data, **kwargs)


def delete(url, **kwargs):
    """Sends a DELETE request."""
    return request('delete', url, **kwargs)


from requests import packages, compat, certs, api
