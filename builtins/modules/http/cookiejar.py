# The module http.cookiejar: the cookies of a client, by RFC 6265.

import time as _time
import urllib.parse
from email.utils import parsedate_tz as _parsedate_tz, mktime_tz as _mktime_tz

__all__ = ['Cookie', 'CookieJar', 'CookiePolicy', 'DefaultCookiePolicy', 'FileCookieJar', 'LoadError', 'MozillaCookieJar',
           'LWPCookieJar']


class LoadError(OSError):
    pass


class Cookie:
    """A cookie: its name and value, and where it belongs."""

    def __init__(self, version, name, value, port, port_specified, domain, domain_specified, domain_initial_dot, path,
                 path_specified, secure, expires, discard, comment, comment_url, rest, rfc2109=False):
        self.version = None if version is None else int(version)
        self.name, self.value = name, value
        self.port, self.port_specified = port, port_specified
        self.domain, self.domain_specified, self.domain_initial_dot = domain.lower(), domain_specified, domain_initial_dot
        self.path, self.path_specified = path, path_specified
        self.secure = secure
        self.expires = None if expires is None else int(float(expires))
        self.discard, self.comment, self.comment_url, self.rfc2109 = discard, comment, comment_url, rfc2109
        self._rest = dict(rest)

    def has_nonstandard_attr(self, name):
        return name in self._rest

    def get_nonstandard_attr(self, name, default=None):
        return self._rest.get(name, default)

    def set_nonstandard_attr(self, name, value):
        self._rest[name] = value

    def is_expired(self, now=None):
        return self.expires is not None and self.expires <= (_time.time() if now is None else now)

    def __str__(self):
        port = '' if self.port is None else ':' + self.port
        pair = f'{self.name}={self.value}' if self.value is not None else self.name
        return f'<Cookie {pair} for {self.domain}{port}{self.path}>'

    def __repr__(self):
        names = ('version', 'name', 'value', 'port', 'port_specified', 'domain', 'domain_specified', 'domain_initial_dot', 'path',
                 'path_specified', 'secure', 'expires', 'discard', 'comment', 'comment_url')
        args = [f'{name}={getattr(self, name)!r}' for name in names] + [f'rest={self._rest!r}', f'rfc2109={self.rfc2109!r}']
        return f"{self.__class__.__name__}({', '.join(args)})"


class CookiePolicy:
    """Decides which cookies are taken and sent."""

    netscape = True
    rfc2965 = False
    hide_cookie2 = False

    def set_ok(self, cookie, request):
        raise NotImplementedError()

    def return_ok(self, cookie, request):
        raise NotImplementedError()

    def domain_return_ok(self, domain, request):
        return True

    def path_return_ok(self, path, request):
        return True


def _host(request):
    """The host of a request: one without a dot is a local one."""
    host = urllib.parse.urlsplit(request.get_full_url()).hostname or request.get_header('Host', '').partition(':')[0]
    host = host.lower()
    return host if '.' in host or ':' in host else host + '.local'


def _is_address(host):
    return ':' in host or all(part.isdigit() for part in host.split('.'))


def _path(request):
    path = urllib.parse.urlsplit(request.get_full_url()).path
    return path if path.startswith('/') else '/' + path


def _domain_matches(host, domain):
    """Whether a cookie of a domain, which begins with a dot if it is for hosts below, belongs to a host."""
    if not domain.startswith('.'):
        return host == domain
    return not _is_address(host) and ('.' + host).endswith(domain)


def _path_matches(path, cookie_path):
    return path == cookie_path or path.startswith(cookie_path) and (cookie_path.endswith('/') or path[len(cookie_path):][:1] == '/')


class DefaultCookiePolicy(CookiePolicy):
    """Takes and sends the cookies that browsers take and send."""

    DomainStrictNoDots = 1
    DomainStrictNonDomain = 2
    DomainRFC2965Match = 4
    DomainLiberal = 0
    DomainStrict = 3

    def __init__(self, blocked_domains=None, allowed_domains=None, netscape=True, rfc2965=False, rfc2109_as_netscape=None,
                 hide_cookie2=False, strict_domain=False, strict_rfc2965_unverifiable=True, strict_ns_unverifiable=False,
                 strict_ns_domain=0, strict_ns_set_initial_dollar=False, strict_ns_set_path=False, secure_protocols=('https', 'wss')):
        self.netscape = netscape
        self.rfc2965 = rfc2965
        self.strict_domain = strict_domain
        self.secure_protocols = secure_protocols
        self._blocked = tuple(blocked_domains or ())
        self._allowed = None if allowed_domains is None else tuple(allowed_domains)

    def blocked_domains(self):
        return self._blocked

    def set_blocked_domains(self, blocked_domains):
        self._blocked = tuple(blocked_domains)

    def is_blocked(self, domain):
        return any(_domain_matches(domain.lstrip('.'), b) or domain == b for b in self._blocked)

    def allowed_domains(self):
        return self._allowed

    def set_allowed_domains(self, allowed_domains):
        self._allowed = None if allowed_domains is None else tuple(allowed_domains)

    def is_not_allowed(self, domain):
        return self._allowed is not None and not any(_domain_matches(domain.lstrip('.'), a) or domain == a for a in self._allowed)

    def set_ok(self, cookie, request):
        if self.is_blocked(cookie.domain) or self.is_not_allowed(cookie.domain):
            return False
        host = _host(request)
        if cookie.domain_specified:
            # A cookie for a whole top-level domain would be everybody's.
            if '.' not in cookie.domain.strip('.') and cookie.domain != '.local':
                return False
            return _domain_matches(host, cookie.domain)
        return True

    def return_ok(self, cookie, request):
        if self.is_blocked(cookie.domain) or self.is_not_allowed(cookie.domain):
            return False
        if cookie.secure and request.type not in self.secure_protocols:
            return False
        return not cookie.is_expired() and _domain_matches(_host(request), cookie.domain) and _path_matches(_path(request), cookie.path)


class CookieJar:
    """A collection of cookies."""

    def __init__(self, policy=None):
        import threading
        self._policy = DefaultCookiePolicy() if policy is None else policy
        self._cookies_lock = threading.RLock()
        self._cookies = {}

    def set_policy(self, policy):
        self._policy = policy

    def _cookies_for_request(self, request):
        found = [cookie for cookie in self if self._policy.return_ok(cookie, request)]
        found.sort(key=lambda cookie: len(cookie.path), reverse=True)
        return found

    def add_cookie_header(self, request):
        """Add correct Cookie: header to request."""
        with self._cookies_lock:
            cookies = self._cookies_for_request(request)
            if cookies and not request.has_header('Cookie'):
                request.add_unredirected_header('Cookie', '; '.join(
                    c.name if c.value is None else f'{c.name}={c.value}' for c in cookies))
        self.clear_expired_cookies()

    def make_cookies(self, response, request):
        """Return sequence of Cookie objects extracted from response object."""
        cookies = []
        for header in response.info().get_all('Set-Cookie') or ():
            cookie = self._make(header, request)
            if cookie is not None:
                cookies.append(cookie)
        return cookies

    def _make(self, header, request):
        first, *rest = header.split(';')
        name, equals, value = first.partition('=')
        name = name.strip()
        if not name:
            return None
        value = value.strip() if equals else None
        attributes = {}
        for part in rest:
            key, equals, setting = part.partition('=')
            attributes[key.strip().lower()] = setting.strip() if equals else None
        domain, specified, dot = attributes.pop('domain', None), False, False
        if domain:
            dot = domain.startswith('.')
            domain = domain.lower() if dot or _is_address(domain) else '.' + domain.lower()
            specified = True
            if domain.strip('.') == _host(request) and _is_address(_host(request)):
                domain = domain.strip('.')
        else:
            domain = _host(request)
        path = attributes.pop('path', None)
        path_specified = bool(path) and path.startswith('/')
        if not path_specified:
            path = _path(request)
            path = path[:path.rfind('/')] or '/'
        expires = None
        age, date = attributes.pop('max-age', None), attributes.pop('expires', None)
        if age is not None:
            try:
                expires = _time.time() + int(age)
            except ValueError:
                pass
        elif date:
            expires = http2time(date)
        secure = 'secure' in attributes
        attributes.pop('secure', None)
        names = {'httponly': 'HttpOnly', 'samesite': 'SameSite'}
        cookie = Cookie(0, name, value, None, False, domain, specified, dot, path, path_specified, secure, expires, expires is None,
                        None, None, {names.get(k, k): v for k, v in attributes.items()})
        if expires is not None and expires <= _time.time():
            try:
                self.clear(cookie.domain, cookie.path, cookie.name)
            except KeyError:
                pass
            return None
        return cookie

    def set_cookie_if_ok(self, cookie, request):
        """Set a cookie if policy says it's OK to do so."""
        with self._cookies_lock:
            if self._policy.set_ok(cookie, request):
                self.set_cookie(cookie)

    def set_cookie(self, cookie):
        """Set a cookie, without checking whether or not it should be set."""
        with self._cookies_lock:
            self._cookies.setdefault(cookie.domain, {}).setdefault(cookie.path, {})[cookie.name] = cookie

    def extract_cookies(self, response, request):
        """Extract cookies from response, where allowable given the request."""
        with self._cookies_lock:
            for cookie in self.make_cookies(response, request):
                if self._policy.set_ok(cookie, request):
                    self.set_cookie(cookie)

    def clear(self, domain=None, path=None, name=None):
        """Clear some cookies; KeyError if there is none of that name."""
        if name is not None and (domain is None or path is None):
            raise ValueError('domain and path must be given to remove a cookie by name')
        if path is not None and domain is None:
            raise ValueError('domain must be given to remove cookies by path')
        steps = [step for step in (domain, path, name) if step is not None]
        if not steps:
            self._cookies = {}
            return
        held = self._cookies
        for step in steps[:-1]:
            held = held[step]
        del held[steps[-1]]

    def clear_session_cookies(self):
        with self._cookies_lock:
            for cookie in list(self):
                if cookie.discard:
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def clear_expired_cookies(self):
        with self._cookies_lock:
            now = _time.time()
            for cookie in list(self):
                if cookie.is_expired(now):
                    self.clear(cookie.domain, cookie.path, cookie.name)

    def __iter__(self):
        for paths in list(self._cookies.values()):
            for names in list(paths.values()):
                yield from list(names.values())

    def __len__(self):
        return sum(1 for _ in self)

    def __repr__(self):
        return f"<{self.__class__.__name__}[{', '.join(map(repr, self))}]>"

    def __str__(self):
        return f"<{self.__class__.__name__}[{', '.join(map(str, self))}]>"


class FileCookieJar(CookieJar):
    """CookieJar that can be loaded from and saved to a file."""

    def __init__(self, filename=None, delayload=False, policy=None):
        CookieJar.__init__(self, policy)
        if filename is not None:
            import os
            filename = os.fspath(filename)
        self.filename = filename
        self.delayload = bool(delayload)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        raise NotImplementedError()

    def _name(self, filename):
        filename = filename or self.filename
        if filename is None:
            raise ValueError('a filename was not supplied (nor was the CookieJar instance initialised with one)')
        return filename

    def load(self, filename=None, ignore_discard=False, ignore_expires=False):
        """Load cookies from a file."""
        filename = self._name(filename)
        with open(filename) as f:
            self._really_load(f, filename, ignore_discard, ignore_expires)

    def revert(self, filename=None, ignore_discard=False, ignore_expires=False):
        old = self._cookies
        self._cookies = {}
        try:
            self.load(filename, ignore_discard, ignore_expires)
        except OSError:
            self._cookies = old
            raise


class MozillaCookieJar(FileCookieJar):
    """Cookies in the file format that browsers once had and curl and wget have."""

    def _really_load(self, f, filename, ignore_discard, ignore_expires):
        first = f.readline()
        if not (first.startswith('# HTTP Cookie File') or first.startswith('# Netscape HTTP Cookie File')):
            raise LoadError('%r does not look like a Netscape format cookies file' % filename)
        now = _time.time()
        for line in f:
            rest = {}
            if line.startswith('#HttpOnly_'):
                rest['HTTPOnly'] = ''
                line = line[len('#HttpOnly_'):]
            line = line.removesuffix('\n')
            if not line.strip() or line.strip()[0] in '#$':
                continue
            fields = line.split('\t')
            if len(fields) != 7:
                raise LoadError('invalid Netscape format cookies file %r: %r' % (filename, line))
            domain, specified, path, secure, expires, name, value = fields
            if name == '':
                name, value = value, None
            discard = expires == ''
            cookie = Cookie(0, name, value, None, False, domain, specified == 'TRUE', domain.startswith('.'), path, False,
                            secure == 'TRUE', expires or None, discard, None, None, rest)
            if (ignore_discard or not discard) and (ignore_expires or not cookie.is_expired(now)):
                self.set_cookie(cookie)

    def save(self, filename=None, ignore_discard=False, ignore_expires=False):
        filename = self._name(filename)
        now = _time.time()
        with open(filename, 'w') as f:
            f.write('# Netscape HTTP Cookie File\n# http://curl.haxx.se/rfc/cookie_spec.html\n'
                    '# This is a generated file!  Do not edit.\n\n')
            for cookie in self:
                if cookie.discard and not ignore_discard or cookie.is_expired(now) and not ignore_expires:
                    continue
                domain = '#HttpOnly_' + cookie.domain if cookie.has_nonstandard_attr('HTTPOnly') or \
                    cookie.has_nonstandard_attr('HttpOnly') else cookie.domain
                name, value = ('', cookie.name) if cookie.value is None else (cookie.name, cookie.value)
                f.write('\t'.join([domain, 'TRUE' if cookie.domain.startswith('.') else 'FALSE', cookie.path,
                                   'TRUE' if cookie.secure else 'FALSE', '' if cookie.expires is None else str(cookie.expires),
                                   name, value]) + '\n')


class LWPCookieJar(MozillaCookieJar):
    """Cookies in a file; the format is that of MozillaCookieJar here."""


def time2isoz(t=None):
    """Return a string representing time in seconds since epoch, t: YYYY-MM-DD hh:mm:ssZ"""
    return _time.strftime('%Y-%m-%d %H:%M:%SZ', _time.gmtime(t))


def time2netscape(t=None):
    """Return a string representing time in seconds since epoch, t: Wed, DD-Mon-YYYY HH:MM:SS GMT"""
    return _time.strftime('%a, %d-%b-%Y %H:%M:%S GMT', _time.gmtime(t))


def http2time(text):
    """Returns time in seconds since epoch of time represented by a string, or None."""
    parts = _parsedate_tz(text)
    if parts is None:
        return None
    try:
        return float(_mktime_tz(parts))
    except (ValueError, OverflowError):
        return None
