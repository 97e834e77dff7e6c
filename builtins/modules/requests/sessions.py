# The module requests.sessions: Session, and what follows redirects.

from collections import OrderedDict
from collections.abc import Mapping
from urllib.parse import urljoin, urlparse

from _requests import _adapter_for, _bundle_path, _environ_proxies, _merge_headers
from requests.adapters import HTTPAdapter
from requests.auth import _basic_auth_str
from requests.cookies import CookieJar, RequestsCookieJar, cookiejar_from_dict, extract_cookies_to_jar, merge_cookies
from requests.exceptions import ChunkedEncodingError, ContentDecodingError, InvalidSchema, TooManyRedirects
from requests.hooks import default_hooks, dispatch_hook
from requests.models import DEFAULT_REDIRECT_LIMIT, REDIRECT_STATI, PreparedRequest, Request
from requests.status_codes import codes
from requests.structures import CaseInsensitiveDict
from requests.utils import (
    DEFAULT_PORTS, default_headers, get_auth_from_url, get_environ_proxies, get_netrc_auth, requote_uri, resolve_proxies,
    rewind_body, to_key_val_list)


def merge_setting(request_setting, session_setting, dict_class=OrderedDict):
    """A request's setting over its session's; dicts are merged, and a None in the request's removes a key."""
    if session_setting is None:
        return request_setting
    if request_setting is None:
        return session_setting
    if not (isinstance(session_setting, Mapping) and isinstance(request_setting, Mapping)):
        return request_setting
    merged = dict_class(to_key_val_list(session_setting))
    merged.update(to_key_val_list(request_setting))
    for key in [key for key, value in merged.items() if value is None]:
        del merged[key]
    return merged


def merge_hooks(request_hooks, session_hooks, dict_class=OrderedDict):
    if session_hooks is None or session_hooks.get('response') == []:
        return request_hooks
    if request_hooks is None or request_hooks.get('response') == []:
        return session_hooks
    return merge_setting(request_hooks, session_hooks, dict_class)


class SessionRedirectMixin:
    def get_redirect_target(self, resp):
        """Receives a Response. Returns a redirect URI or None"""
        if resp.status_code in REDIRECT_STATI and resp.is_redirect:
            location = resp.headers['location']
            # Header fields are read as Latin 1, where servers mean UTF-8.
            return location.encode('latin1').decode('utf8')
        return None

    def should_strip_auth(self, old_url, new_url):
        """Decide whether Authorization header should be removed when redirecting"""
        old, new = urlparse(old_url), urlparse(new_url)
        if old.hostname != new.hostname:
            return True
        if old.scheme == 'http' and new.scheme == 'https' and old.port in (80, None) and new.port in (443, None):
            return False
        default = (DEFAULT_PORTS.get(old.scheme), None)
        if old.scheme == new.scheme and old.port in default and new.port in default:
            return False
        return old.port != new.port or old.scheme != new.scheme

    def resolve_redirects(self, resp, req, stream=False, timeout=None, verify=True, cert=None, proxies=None,
                          yield_requests=False, **adapter_kwargs):
        """Receives a Response. Returns a generator of Responses or Requests."""
        history = []
        url = self.get_redirect_target(resp)
        previous_fragment = urlparse(req.url).fragment
        while url:
            prepared_request = req.copy()
            resp.history = history[:]
            history.append(resp)
            try:
                resp.content
            except (ChunkedEncodingError, ContentDecodingError, RuntimeError):
                resp.raw.read(decode_content=False)
            if len(resp.history) >= self.max_redirects:
                raise TooManyRedirects(f'Exceeded {self.max_redirects} redirects.', response=resp)
            resp.close()

            if url.startswith('//'):
                url = urlparse(resp.url).scheme + ':' + url
            parsed = urlparse(url)
            if parsed.fragment == '' and previous_fragment:
                parsed = parsed._replace(fragment=previous_fragment)
            elif parsed.fragment:
                previous_fragment = parsed.fragment
            url = parsed.geturl()
            if parsed.netloc:
                url = requote_uri(url)
            else:
                url = urljoin(resp.url, requote_uri(url))
            prepared_request.url = url
            self.rebuild_method(prepared_request, resp)

            headers = prepared_request.headers
            if resp.status_code not in (307, 308):
                for header in ('Content-Length', 'Content-Type', 'Transfer-Encoding'):
                    headers.pop(header, None)
                prepared_request.body = None
            headers.pop('Cookie', None)
            extract_cookies_to_jar(prepared_request._cookies, req, resp.raw)
            merge_cookies(prepared_request._cookies, self.cookies)
            prepared_request.prepare_cookies(prepared_request._cookies)
            proxies = self.rebuild_proxies(prepared_request, proxies)
            self.rebuild_auth(prepared_request, resp)
            if prepared_request._body_position is not None and ('Content-Length' in headers or 'Transfer-Encoding' in headers):
                rewind_body(prepared_request)

            req = prepared_request
            if yield_requests:
                yield req
            else:
                resp = self.send(req, stream=stream, timeout=timeout, verify=verify, cert=cert, proxies=proxies,
                                 allow_redirects=False, **adapter_kwargs)
                extract_cookies_to_jar(self.cookies, prepared_request, resp.raw)
                url = self.get_redirect_target(resp)
                yield resp

    def rebuild_auth(self, prepared_request, response):
        """Take the credentials out of a request that goes elsewhere, and put in those that ~/.netrc has for there."""
        headers = prepared_request.headers
        if 'Authorization' in headers and self.should_strip_auth(response.request.url, prepared_request.url):
            del headers['Authorization']
        login = get_netrc_auth(prepared_request.url) if self.trust_env else None
        if login is not None:
            prepared_request.prepare_auth(login)

    def rebuild_proxies(self, prepared_request, proxies):
        """The proxies for the next request."""
        headers = prepared_request.headers
        scheme = urlparse(prepared_request.url).scheme
        proxies = resolve_proxies(prepared_request, proxies, self.trust_env)
        if 'Proxy-Authorization' in headers:
            del headers['Proxy-Authorization']
        if scheme in proxies:
            username, password = get_auth_from_url(proxies[scheme])
            if not scheme.startswith('https') and username and password:
                headers['Proxy-Authorization'] = _basic_auth_str(username, password)
        return proxies

    def rebuild_method(self, prepared_request, response):
        """The method of the next request: what browsers do."""
        method = prepared_request.method
        status = response.status_code
        if status in (302, 303) and method != 'HEAD' or status == 301 and method == 'POST':
            method = 'GET'
        prepared_request.method = method


class Session(SessionRedirectMixin):
    """A Requests session: cookies, connections and settings that requests have in common."""

    __attrs__ = ['headers', 'cookies', 'auth', 'proxies', 'hooks', 'params', 'verify', 'cert', 'adapters', 'stream',
                 'trust_env', 'max_redirects']
    auth = None
    stream = False
    verify = True
    cert = None
    max_redirects = DEFAULT_REDIRECT_LIMIT
    trust_env = True

    def __init__(self):
        self.headers = default_headers()
        self.proxies = {}
        self.hooks = {'response': []}
        self.params = {}
        self.cookies = RequestsCookieJar()
        self.adapters = OrderedDict()
        self.mount('https://', HTTPAdapter())
        self.mount('http://', HTTPAdapter())

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def prepare_request(self, request):
        """Constructs a PreparedRequest for transmission and returns it."""
        auth = request.auth
        if self.trust_env and not auth and not self.auth:
            auth = get_netrc_auth(request.url)
        p = PreparedRequest()
        headers = _merge_headers(self.headers, request.headers)
        if headers is None:
            headers = merge_setting(request.headers, self.headers, dict_class=CaseInsensitiveDict)
        cookies = request.cookies
        if not (cookies or self.cookies._cookies or auth or self.auth or self.params or request.data or request.files
                or request.json is not None or request.method.upper() != 'GET' or '@' in str(request.url)):
            # Most requests: prepare() without the steps that do nothing.
            p.method = 'GET'
            p.prepare_url(request.url, request.params)
            p.prepare_headers(headers)
            p.prepare_hooks(merge_hooks(request.hooks, self.hooks))
            return p
        jar = self.cookies
        if cookies or jar._cookies:
            if not isinstance(cookies, CookieJar):
                cookies = cookiejar_from_dict(cookies)
            jar = merge_cookies(merge_cookies(RequestsCookieJar(), jar), cookies)
        else:
            jar = RequestsCookieJar()
        p.prepare(
            method=request.method.upper(), url=request.url, files=request.files, data=request.data, json=request.json,
            headers=headers,
            params=merge_setting(request.params, self.params) if self.params else request.params,
            auth=merge_setting(auth, self.auth), cookies=jar,
            hooks=merge_hooks(request.hooks, self.hooks))
        return p

    def request(self, method, url, params=None, data=None, headers=None, cookies=None, files=None, auth=None, timeout=None,
                allow_redirects=True, proxies=None, hooks=None, stream=None, verify=None, cert=None, json=None):
        """Constructs a Request, prepares it and sends it. Returns Response object."""
        req = Request(method.upper(), url, headers, files, data, params, auth, cookies, hooks, json)
        prep = self.prepare_request(req)
        settings = self.merge_environment_settings(prep.url, proxies or {}, stream, verify, cert)
        return self.send(prep, timeout=timeout, allow_redirects=allow_redirects, **settings)

    def get(self, url, **kwargs):
        """Sends a GET request. Returns Response object."""
        kwargs.setdefault('allow_redirects', True)
        return self.request('GET', url, **kwargs)

    def options(self, url, **kwargs):
        """Sends a OPTIONS request. Returns Response object."""
        kwargs.setdefault('allow_redirects', True)
        return self.request('OPTIONS', url, **kwargs)

    def head(self, url, **kwargs):
        """Sends a HEAD request. Returns Response object."""
        kwargs.setdefault('allow_redirects', False)
        return self.request('HEAD', url, **kwargs)

    def post(self, url, data=None, json=None, **kwargs):
        """Sends a POST request. Returns Response object."""
        return self.request('POST', url, data=data, json=json, **kwargs)

    def put(self, url, data=None, **kwargs):
        """Sends a PUT request. Returns Response object."""
        return self.request('PUT', url, data=data, **kwargs)

    def patch(self, url, data=None, **kwargs):
        """Sends a PATCH request. Returns Response object."""
        return self.request('PATCH', url, data=data, **kwargs)

    def delete(self, url, **kwargs):
        """Sends a DELETE request. Returns Response object."""
        return self.request('DELETE', url, **kwargs)

    def send(self, request, **kwargs):
        """Send a given PreparedRequest."""
        if 'proxies' not in kwargs:
            kwargs['proxies'] = resolve_proxies(request, self.proxies, self.trust_env)
        if len(kwargs) < 6:
            kwargs.setdefault('stream', self.stream)
            kwargs.setdefault('verify', self.verify)
            kwargs.setdefault('cert', self.cert)
        if isinstance(request, Request):
            raise ValueError('You can only send PreparedRequests.')
        allow_redirects = kwargs.pop('allow_redirects', True)
        stream = kwargs.get('stream')
        hooks = request.hooks
        adapter = self.get_adapter(url=request.url)
        r = adapter.send(request, **kwargs)
        if hooks['response']:
            r = dispatch_hook('response', hooks, r, **kwargs)
        if r.history:
            for resp in r.history:
                extract_cookies_to_jar(self.cookies, resp.request, resp.raw)
        if getattr(r.raw, '_sets_cookies', False):
            extract_cookies_to_jar(self.cookies, request, r.raw)
        if allow_redirects:
            if self.get_redirect_target(r):
                history = [resp for resp in self.resolve_redirects(r, request, **kwargs)]
                if history:
                    history.insert(0, r)
                    r = history.pop()
                    r.history = history
        elif r.is_redirect:
            r._next = next(self.resolve_redirects(r, request, yield_requests=True, **kwargs), None)
        if not stream:
            r.content
        return r

    def merge_environment_settings(self, url, proxies, stream, verify, cert):
        """Merge the settings of a request with those of the session and the environment."""
        if self.trust_env:
            environ = _environ_proxies(url, proxies.get('no_proxy') if proxies else None)
            if environ:
                proxies = dict(proxies)
                for key, value in environ.items():
                    proxies.setdefault(key, value)
            if verify is True or verify is None:
                verify = _bundle_path() or verify
        return {
            'proxies': merge_setting(proxies, self.proxies) if proxies or self.proxies else {},
            'stream': self.stream if stream is None else stream,
            'verify': self.verify if verify is None else verify,
            'cert': self.cert if cert is None else cert,
        }

    def get_adapter(self, url):
        """Returns the appropriate connection adapter for the given URL."""
        adapter = _adapter_for(self.adapters, url)
        if adapter is not None:
            return adapter
        raise InvalidSchema(f'No connection adapters were found for {url!r}')

    def close(self):
        """Closes all adapters and as such the session"""
        for adapter in self.adapters.values():
            adapter.close()

    def mount(self, prefix, adapter):
        """Registers a connection adapter to a prefix, the longest first."""
        self.adapters[prefix] = adapter
        for key in [key for key in self.adapters if len(key) < len(prefix)]:
            self.adapters[key] = self.adapters.pop(key)

    def __getstate__(self):
        return {attr: getattr(self, attr, None) for attr in self.__attrs__}

    def __setstate__(self, state):
        for attr, value in state.items():
            setattr(self, attr, value)


def session():
    """Returns a Session for context-management."""
    return Session()
