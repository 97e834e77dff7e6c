# The module requests.auth.

import hashlib
import os
import re
import threading
import time
from base64 import b64encode
from urllib.parse import urlparse

from requests.cookies import extract_cookies_to_jar

CONTENT_TYPE_FORM_URLENCODED = 'application/x-www-form-urlencoded'
CONTENT_TYPE_MULTI_PART = 'multipart/form-data'


def _octets(text):
    if isinstance(text, bytes):
        return text
    return str(text).encode('latin1')


def _basic_auth_str(username, password):
    """Returns a Basic Auth string."""
    return 'Basic ' + b64encode(_octets(username) + b':' + _octets(password)).strip().decode('ascii')


class AuthBase:
    """Base class that all auth implementations derive from"""

    def __call__(self, r):
        raise NotImplementedError('Auth hooks must be callable.')


class HTTPBasicAuth(AuthBase):
    """Attaches HTTP Basic Authentication to the given Request object."""

    def __init__(self, username, password):
        self.username = username
        self.password = password

    def __eq__(self, other):
        return self.username == getattr(other, 'username', None) and self.password == getattr(other, 'password', None)

    def __ne__(self, other):
        return not self == other

    def __call__(self, r):
        r.headers['Authorization'] = _basic_auth_str(self.username, self.password)
        return r


class HTTPProxyAuth(HTTPBasicAuth):
    """Attaches HTTP Proxy Authentication to a given Request object."""

    def __call__(self, r):
        r.headers['Proxy-Authorization'] = _basic_auth_str(self.username, self.password)
        return r


_PAIR = re.compile(r'([\w-]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^,\s]*))')


def _challenge(header):
    """The parameters of a WWW-Authenticate header."""
    out = {}
    for m in _PAIR.finditer(header):
        name, quoted, bare = m.groups()
        out[name] = bare if quoted is None else re.sub(r'\\(.)', r'\1', quoted)
    return out


class HTTPDigestAuth(AuthBase):
    """Attaches HTTP Digest Authentication to the given Request object."""

    def __init__(self, username, password):
        self.username = username
        self.password = password
        self._thread_local = threading.local()

    def init_per_thread_state(self):
        state = self._thread_local
        if not hasattr(state, 'init'):
            state.init = True
            state.last_nonce = ''
            state.nonce_count = 0
            state.chal = {}
            state.pos = None
            state.num_401_calls = None

    def build_digest_header(self, method, url):
        state = self._thread_local
        chal = state.chal
        realm, nonce = chal['realm'], chal['nonce']
        qop, algorithm, opaque = chal.get('qop'), chal.get('algorithm'), chal.get('opaque')
        name = 'MD5' if algorithm is None else algorithm.upper()
        functions = {'MD5': hashlib.md5, 'MD5-SESS': hashlib.md5, 'SHA': hashlib.sha1,
                     'SHA-256': hashlib.sha256, 'SHA-512': hashlib.sha512}
        if name not in functions:
            return None

        def digest(text):
            return functions[name](text.encode('utf-8') if isinstance(text, str) else text).hexdigest()

        parsed = urlparse(url)
        path = parsed.path or '/'
        if parsed.query:
            path += f'?{parsed.query}'
        ha1 = digest(f'{self.username}:{realm}:{self.password}')
        ha2 = digest(f'{method}:{path}')
        if nonce == state.last_nonce:
            state.nonce_count += 1
        else:
            state.nonce_count = 1
        count = f'{state.nonce_count:08x}'
        seed = str(state.nonce_count).encode() + nonce.encode() + time.ctime().encode() + os.urandom(8)
        cnonce = hashlib.sha1(seed).hexdigest()[:16]
        if name == 'MD5-SESS':
            ha1 = digest(f'{ha1}:{nonce}:{cnonce}')
        if not qop:
            answer = digest(f'{ha1}:{nonce}:{ha2}')
        elif qop == 'auth' or 'auth' in qop.split(','):
            answer = digest(f'{ha1}:{nonce}:{count}:{cnonce}:auth:{ha2}')
        else:
            return None
        state.last_nonce = nonce
        fields = f'username="{self.username}", realm="{realm}", nonce="{nonce}", uri="{path}", response="{answer}"'
        if opaque:
            fields += f', opaque="{opaque}"'
        if algorithm:
            fields += f', algorithm="{algorithm}"'
        if qop:
            fields += f', qop="auth", nc={count}, cnonce="{cnonce}"'
        return f'Digest {fields}'

    def handle_redirect(self, r, **kwargs):
        if r.is_redirect:
            self._thread_local.num_401_calls = 1

    def handle_401(self, r, **kwargs):
        state = self._thread_local
        if not 400 <= r.status_code < 500:
            state.num_401_calls = 1
            return r
        if state.pos is not None:
            r.request.body.seek(state.pos)
        header = r.headers.get('www-authenticate', '')
        if 'digest' in header.lower() and state.num_401_calls < 2:
            state.num_401_calls += 1
            state.chal = _challenge(re.sub('digest ', '', header, count=1, flags=re.IGNORECASE))
            r.content
            r.close()
            request = r.request.copy()
            extract_cookies_to_jar(request._cookies, r.request, r.raw)
            request.prepare_cookies(request._cookies)
            request.headers['Authorization'] = self.build_digest_header(request.method, request.url)
            again = r.connection.send(request, **kwargs)
            again.history.append(r)
            again.request = request
            return again
        state.num_401_calls = 1
        return r

    def __call__(self, r):
        self.init_per_thread_state()
        state = self._thread_local
        if state.last_nonce:
            r.headers['Authorization'] = self.build_digest_header(r.method, r.url)
        try:
            state.pos = r.body.tell()
        except AttributeError:
            state.pos = None
        r.register_hook('response', self.handle_401)
        r.register_hook('response', self.handle_redirect)
        state.num_401_calls = 1
        return r

    def __eq__(self, other):
        return self.username == getattr(other, 'username', None) and self.password == getattr(other, 'password', None)

    def __ne__(self, other):
        return not self == other
