# The module requests.cookies: a jar of cookies that is also a dict. The rules are
# those of http.cookiejar with its default policy.

import threading
import time
from collections.abc import MutableMapping
from http import cookiejar as cookielib
from http.cookiejar import Cookie, CookieJar

from _requests import _cookie_host
from urllib3.util.retry import _http_date

_MISSING = object()


class CookieConflictError(RuntimeError):
    """There are two cookies that meet the criteria specified in the cookie jar."""


class RequestsCookieJar(CookieJar, MutableMapping):
    """A cookie jar with the interface of a dict."""

    # Each request makes some, so they share what none of them needs of its own.
    _policy = None
    _cookies_lock = threading.RLock()

    def __init__(self, policy=None):
        if policy is not None:
            self._policy = policy
        self._cookies = {}

    def get(self, name, default=None, domain=None, path=None):
        try:
            return self._find_no_duplicates(name, domain, path)
        except KeyError:
            return default

    def set(self, name, value, **kwargs):
        if value is None:
            remove_cookie_by_name(self, name, domain=kwargs.get('domain'), path=kwargs.get('path'))
            return None
        cookie = create_cookie(name, value, **kwargs)
        self.set_cookie(cookie)
        return cookie

    def iterkeys(self):
        for cookie in self:
            yield cookie.name

    def keys(self):
        return [cookie.name for cookie in self]

    def itervalues(self):
        for cookie in self:
            yield cookie.value

    def values(self):
        return [cookie.value for cookie in self]

    def iteritems(self):
        for cookie in self:
            yield cookie.name, cookie.value

    def items(self):
        return [(cookie.name, cookie.value) for cookie in self]

    def list_domains(self):
        return list(dict.fromkeys(cookie.domain for cookie in self))

    def list_paths(self):
        return list(dict.fromkeys(cookie.path for cookie in self))

    def multiple_domains(self):
        domains = [cookie.domain for cookie in self if cookie.domain is not None]
        return len(set(domains)) < len(domains)

    def get_dict(self, domain=None, path=None):
        return {c.name: c.value for c in self
                if (domain is None or c.domain == domain) and (path is None or c.path == path)}

    def __contains__(self, name):
        try:
            self._find_no_duplicates(name)
        except KeyError:
            return False
        except CookieConflictError:
            pass
        return True

    def __getitem__(self, name):
        return self._find_no_duplicates(name)

    def __setitem__(self, name, value):
        self.set(name, value)

    def __delitem__(self, name):
        remove_cookie_by_name(self, name)

    def __eq__(self, other):
        return self is other

    __hash__ = object.__hash__

    def pop(self, name, default=_MISSING):
        try:
            value = self[name]
        except KeyError:
            if default is _MISSING:
                raise
            return default
        del self[name]
        return value

    def set_cookie(self, cookie, *args, **kwargs):
        value = cookie.value
        if isinstance(value, str) and value.startswith('"') and value.endswith('"'):
            cookie.value = value.replace('\\"', '')
        super().set_cookie(cookie, *args, **kwargs)

    def update(self, other=(), **kwargs):
        if isinstance(other, CookieJar):
            for cookie in other:
                self.set_cookie(_copy_cookie(cookie))
        else:
            items = other.items() if hasattr(other, 'items') else other
            for name, value in items:
                self[name] = value
        for name, value in kwargs.items():
            self[name] = value

    def _find_no_duplicates(self, name, domain=None, path=None):
        found = _MISSING
        for cookie in self:
            if cookie.name == name and (domain is None or cookie.domain == domain) and (path is None or cookie.path == path):
                if found is not _MISSING:
                    raise CookieConflictError(f'There are multiple cookies with name, {name!r}')
                found = cookie.value
        # An empty value counts as none here, as in requests.
        if found is _MISSING or not found and found is not None and found != '':
            raise KeyError(f'name={name!r}, domain={domain!r}, path={path!r}')
        return found

    def copy(self):
        new = RequestsCookieJar(self._policy)
        new.update(self)
        return new

    def get_policy(self):
        """Return the CookiePolicy instance used."""
        if self._policy is None:
            self._policy = cookielib.DefaultCookiePolicy()
        return self._policy

    def __getstate__(self):
        return dict(self.__dict__)

    def __setstate__(self, state):
        self.__dict__.update(state)


def _copy_cookie(cookie):
    new = Cookie.__new__(type(cookie))
    new.__dict__.update(cookie.__dict__)
    return new


def _copy_cookie_jar(jar):
    if jar is None:
        return None
    if hasattr(jar, 'copy'):
        return jar.copy()
    new = CookieJar()
    for cookie in jar:
        new.set_cookie(_copy_cookie(cookie))
    return new


def remove_cookie_by_name(cookiejar, name, domain=None, path=None):
    """Unsets a cookie by name, by default over all domains and paths."""
    for cookie in list(cookiejar):
        if cookie.name == name and domain in (None, cookie.domain) and path in (None, cookie.path):
            cookiejar.clear(cookie.domain, cookie.path, cookie.name)


def create_cookie(name, value, **kwargs):
    """Make a cookie from underspecified parameters."""
    fields = {'version': 0, 'name': name, 'value': value, 'port': None, 'domain': '', 'path': '/', 'secure': False,
              'expires': None, 'discard': True, 'comment': None, 'comment_url': None, 'rest': {'HttpOnly': None},
              'rfc2109': False}
    wrong = set(kwargs) - set(fields)
    if wrong:
        raise TypeError(f'create_cookie() got unexpected keyword arguments: {list(wrong)}')
    fields.update(kwargs)
    fields['port_specified'] = bool(fields['port'])
    fields['domain_specified'] = bool(fields['domain'])
    fields['domain_initial_dot'] = fields['domain'].startswith('.')
    fields['path_specified'] = bool(fields['path'])
    return Cookie(**fields)


def cookiejar_from_dict(cookie_dict, cookiejar=None, overwrite=True):
    """Returns a CookieJar from a key/value dictionary."""
    if cookiejar is None:
        cookiejar = RequestsCookieJar()
    if cookie_dict is not None:
        there = {cookie.name for cookie in cookiejar}
        for name in cookie_dict:
            if overwrite or name not in there:
                cookiejar.set_cookie(create_cookie(name, cookie_dict[name]))
    return cookiejar


def merge_cookies(cookiejar, cookies):
    """Add cookies to cookiejar and returns a merged CookieJar."""
    if not isinstance(cookiejar, CookieJar):
        raise ValueError('You can only merge into CookieJar')
    if isinstance(cookies, CookieJar):
        if cookies._cookies:
            if isinstance(cookiejar, RequestsCookieJar):
                cookiejar.update(cookies)
            else:
                for cookie in cookies:
                    cookiejar.set_cookie(cookie)
    elif hasattr(cookies, '_cookies'):
        for cookie in cookies:
            cookiejar.set_cookie(cookie)
    elif isinstance(cookies, dict) or hasattr(cookies, 'keys'):
        cookiejar = cookiejar_from_dict(cookies, cookiejar=cookiejar, overwrite=False)
    return cookiejar


def _parse_set_cookie(header):
    """The name, the value, and the attributes by their names in lower case."""
    first, *rest = header.split(';')
    name, equals, value = first.strip().partition('=')
    name, value = name.strip(), value.strip()
    if not equals:
        name, value = name, None
    attributes, other = {}, {}
    for part in rest:
        key, equals, text = part.strip().partition('=')
        key = key.strip()
        text = text.strip() if equals else None
        low = key.lower()
        if low in ('domain', 'path', 'expires', 'max-age', 'secure', 'version', 'port', 'comment'):
            if low in ('expires', 'max-age') and text:
                text = text.strip('"')
            attributes[low] = text
        elif key:
            other[key] = text
    return name, value, attributes, other


def extract_cookies_to_jar(jar, request, response):
    """Put what a response sets into the jar."""
    if not getattr(response, '_sets_cookies', False):
        return
    secure, host, path = _cookie_host(request.url, request.headers.get('Host') or '')
    for header in response._all('Set-Cookie'):
        name, value, attributes, other = _parse_set_cookie(header)
        if not name:
            continue
        domain = attributes.get('domain')
        if domain:
            domain = domain.lower()
            dot = domain.startswith('.')
            if not dot:
                domain = '.' + domain
            if '.' not in domain[1:] and not host.endswith('.local') or not ('.' + host).endswith(domain):
                continue
            domain_specified = True
        else:
            domain, domain_specified, dot = host, False, False
        where = attributes.get('path')
        path_specified = bool(where) and where.startswith('/')
        if not path_specified:
            where = path[:path.rfind('/')] or '/'
        expires = None
        if attributes.get('max-age') is not None:
            try:
                expires = int(time.time()) + int(attributes['max-age'])
            except ValueError:
                pass
        elif attributes.get('expires'):
            expires = _http_date(attributes['expires'])
        if expires is not None and expires <= time.time():
            try:
                jar.clear(domain, where, name)
            except KeyError:
                pass
            continue
        jar.set_cookie(Cookie(0, name, value, None, False, domain, domain_specified, dot, where, path_specified,
                              'secure' in attributes, expires, expires is None, attributes.get('comment'), None, other))


def get_cookie_header(jar, request):
    """The Cookie header that a request should be sent with, or None."""
    cookies = jar._cookies
    if not cookies or 'Cookie' in request.headers:
        return None
    secure, host, path = _cookie_host(request.url, request.headers.get('Host') or '')
    now = time.time()
    chosen = []
    for domain, paths in cookies.items():
        dotted = domain if domain.startswith('.') or not domain else '.' + domain
        if not ('.' + host).endswith(dotted):
            continue
        for where, names in paths.items():
            if path != where and not (path.startswith(where) and (where.endswith('/') or path[len(where):len(where) + 1] == '/')):
                continue
            for cookie in names.values():
                if not (cookie.secure and not secure or cookie.is_expired(now)):
                    chosen.append(cookie)
    if not chosen:
        return None
    chosen.sort(key=lambda cookie: len(cookie.path), reverse=True)
    return '; '.join(c.name if c.value is None else f'{c.name}={c.value}' for c in chosen)
