# The module requests.utils.

import io
import os
import re
from urllib.parse import quote, unquote, urljoin, urlparse, urlunparse

from _requests import _decode_stream, _encoding_of, _environ_proxies, _netrc_path, _requote, _split_auth, _bypass
from requests.cookies import cookiejar_from_dict
from requests.exceptions import InvalidHeader, InvalidURL, UnrewindableBodyError
from requests.structures import CaseInsensitiveDict

DEFAULT_ACCEPT_ENCODING = 'gzip, deflate'
DEFAULT_PORTS = {'http': 80, 'https': 443}
DEFAULT_CA_BUNDLE_PATH = ''
NETRC_FILES = ('.netrc', '_netrc')
VERSION = '2.34.2'


def default_user_agent(name='python-requests'):
    """Return a string representing the default user agent."""
    return f'{name}/{VERSION}'


_DEFAULT_HEADERS = CaseInsensitiveDict({
    'User-Agent': default_user_agent(), 'Accept-Encoding': DEFAULT_ACCEPT_ENCODING, 'Accept': '*/*',
    'Connection': 'keep-alive'})


def default_headers():
    return _DEFAULT_HEADERS.copy()


def to_key_val_list(value):
    """The items of a mapping, or a list of pairs, as a list."""
    if value is None:
        return None
    if isinstance(value, (str, bytes, bool, int)):
        raise ValueError('cannot encode objects that are not 2-tuples')
    if hasattr(value, 'items'):
        value = value.items()
    return list(value)


def from_key_val_list(value):
    if value is None:
        return None
    if isinstance(value, (str, bytes, bool, int)):
        raise ValueError('cannot encode objects that are not 2-tuples')
    from collections import OrderedDict
    return OrderedDict(value)


def dict_to_sequence(d):
    return d.items() if hasattr(d, 'items') else d


def super_len(o):
    """How many bytes are left in a body: a string, a file, or anything that tells."""
    total = None
    current = 0
    if isinstance(o, str):
        return len(o.encode('utf-8'))
    if hasattr(o, '__len__'):
        total = len(o)
    elif hasattr(o, 'len'):
        total = o.len
    elif hasattr(o, 'fileno'):
        try:
            total = os.fstat(o.fileno()).st_size
        except (io.UnsupportedOperation, AttributeError):
            pass
        else:
            if 'b' not in getattr(o, 'mode', 'b'):
                import warnings
                from requests.exceptions import FileModeWarning
                warnings.warn(
                    'Requests has determined the content-length for this request using the binary size of the file: '
                    'however, the file has been opened in text mode (i.e. without the \'b\' flag in the mode). This '
                    'may lead to an incorrect content-length. In Requests 3.0, support will be removed for files in '
                    'text mode.', FileModeWarning)
    if hasattr(o, 'tell'):
        try:
            current = o.tell()
        except OSError:
            if total is not None:
                current = total
        else:
            if hasattr(o, 'seek') and total is None:
                try:
                    o.seek(0, 2)
                    total = o.tell()
                    o.seek(current or 0)
                except OSError:
                    total = 0
    return max(0, (total or 0) - current)


def rewind_body(prepared_request):
    """Move the file pointer back to where the body began, so that it can be sent again."""
    seek = getattr(prepared_request.body, 'seek', None)
    if seek is None or not isinstance(prepared_request._body_position, int):
        raise UnrewindableBodyError('Unable to rewind request body for redirect.')
    try:
        seek(prepared_request._body_position)
    except OSError:
        raise UnrewindableBodyError('An error occurred when rewinding request body for redirect.')


def get_netrc_auth(url, raise_errors=False):
    """The login that ~/.netrc has for a URL's host, or None."""
    path = _netrc_path()
    if path is None:
        return None
    return _netrc_login(path, urlparse(url).hostname)


def _netrc_login(path, host):
    try:
        with open(path) as f:
            words = re.findall(r'"(?:[^"\\]|\\.)*"|[^\s"]+', re.sub(r'(?m)^\s*#.*$', '', f.read()))
    except OSError:
        return None
    found, default, entry = None, None, None
    i = 0
    while i < len(words):
        word = words[i]
        value = words[i + 1].strip('"') if i + 1 < len(words) else ''
        if word == 'machine':
            entry = {}
            if value == host and found is None:
                found = entry
            i += 1
        elif word == 'default':
            entry = default = {}
        elif word in ('login', 'user', 'account', 'password') and entry is not None:
            entry['login' if word == 'user' else word] = value
            i += 1
        i += 1
    entry = found if found is not None else default
    if entry:
        return entry.get('login') or entry.get('account', ''), entry.get('password', '')
    return None


def guess_filename(obj):
    """Tries to guess the filename of the given object."""
    name = getattr(obj, 'name', None)
    if name and isinstance(name, (str, bytes)) and name[0] != '<' and name[-1] != '>':
        return os.path.basename(name)
    return None


def parse_list_header(value):
    """The elements of a comma-separated list, quotes taken off."""
    out = []
    for part in re.findall(r'\s*((?:"(?:[^"\\]|\\.)*"|[^,"])+)', value):
        part = part.strip()
        if part[:1] == part[-1:] == '"' and len(part) > 1:
            part = unquote_header_value(part)
        if part:
            out.append(part)
    return out


def parse_dict_header(value):
    """The pairs of a comma-separated list of key=value."""
    out = {}
    for item in re.findall(r'\s*((?:"(?:[^"\\]|\\.)*"|[^,"])+)', value):
        name, equals, text = item.strip().partition('=')
        if not equals:
            out[name] = None
            continue
        if text[:1] == text[-1:] == '"':
            text = unquote_header_value(text)
        out[name] = text
    return out


def unquote_header_value(value, is_filename=False):
    if value and value[0] == value[-1] == '"':
        value = value[1:-1]
        if not is_filename or value[:2] != '\\\\':
            return value.replace('\\\\', '\\').replace('\\"', '"')
    return value


def dict_from_cookiejar(cj):
    return {cookie.name: cookie.value for cookie in cj}


def add_dict_to_cookiejar(cj, cookie_dict):
    return cookiejar_from_dict(cookie_dict, cj)


def get_encodings_from_content(content):
    """Encodings that an HTML or XML text claims."""
    return (re.findall(r'<meta.*?charset=["\']*(.+?)["\'>]', content, flags=re.I)
            + re.findall(r'<meta.*?content=["\']*;?charset=(.+?)["\'>]', content, flags=re.I)
            + re.findall(r'^<\?xml.*?encoding=["\']*(.+?)["\'>]', content))


def _parse_content_type_header(header):
    kind, *params = header.split(';')
    out = {}
    for param in params:
        param = param.strip()
        if param:
            name, equals, value = param.partition('=')
            out[name.strip('"\' ').lower()] = value.strip('"\' ') if equals else True
    return kind.strip(), out


def get_encoding_from_headers(headers):
    """The encoding that the Content-Type header names or implies, or None."""
    content_type = headers.get('content-type')
    if not content_type:
        return None
    return _encoding_of(content_type)


def stream_decode_response_unicode(iterator, r):
    """Decode what an iterator yields in the response's encoding."""
    return iter(iterator) if r.encoding is None else _decode_stream(iterator, r.encoding)


def iter_slices(string, slice_length):
    """Iterate over slices of a string."""
    if slice_length is None or slice_length <= 0:
        slice_length = len(string)
    for i in range(0, len(string), slice_length or 1):
        yield string[i:i + slice_length]


def get_unicode_from_response(r):
    encoding = get_encoding_from_headers(r.headers)
    if encoding:
        try:
            return str(r.content, encoding)
        except UnicodeError:
            pass
    try:
        return str(r.content, encoding, errors='replace')
    except TypeError:
        return r.content


def unquote_unreserved(uri):
    """Undo the escapes of characters that need none."""
    def undo(m):
        c = chr(int(m.group(1), 16))
        return c if c.isascii() and (c.isalnum() or c in '-._~') else m.group(0)
    bad = re.search(r'%(?![0-9a-fA-F]{2})([0-9a-zA-Z]{2})', uri)
    if bad:
        raise InvalidURL(f"Invalid percent-escape sequence: '{bad.group(1)}'")
    return re.sub('%([0-9a-fA-F]{2})', undo, uri)


def requote_uri(uri):
    """Escape what has to be escaped in a URL, and nothing twice."""
    return _requote(uri)


def address_in_network(ip, net):
    """Whether an IPv4 address lies in a network."""
    return _bypass(net, ip, '')


def dotted_netmask(mask):
    bits = 0xffffffff ^ (1 << 32 - mask) - 1
    return '.'.join(str(bits >> shift & 255) for shift in (24, 16, 8, 0))


def is_ipv4_address(string_ip):
    parts = string_ip.split('.')
    return len(parts) == 4 and all(p.isascii() and p.isdigit() and int(p) < 256 for p in parts)


def is_valid_cidr(string_network):
    address, slash, bits = string_network.partition('/')
    return bool(slash) and '/' not in bits and bits.isdigit() and 1 <= int(bits) <= 32 and is_ipv4_address(address)


class set_environ:
    """Set an environment variable for the length of a with statement."""

    def __init__(self, env_name, value):
        self._name, self._value = env_name, value

    def __enter__(self):
        self._old = os.environ.get(self._name)
        if self._value is not None:
            os.environ[self._name] = self._value

    def __exit__(self, *exc):
        if self._value is not None:
            if self._old is None:
                del os.environ[self._name]
            else:
                os.environ[self._name] = self._old


def should_bypass_proxies(url, no_proxy):
    """Whether a URL is to be reached without a proxy."""
    if no_proxy is None:
        no_proxy = os._seen('no_proxy') or os._seen('NO_PROXY') or ''
    parsed = urlparse(url)
    if parsed.hostname is None:
        return True
    return _bypass(no_proxy, parsed.hostname, str(parsed.port or ''))


def get_environ_proxies(url, no_proxy=None):
    """The proxies of the environment for a URL."""
    return _environ_proxies(url, no_proxy)


def getproxies():
    return _environ_proxies(None, None)


def select_proxy(url, proxies):
    """The proxy of a dict for a URL, or None."""
    if not proxies:
        return None
    parts = urlparse(url)
    host = parts.hostname
    if host is None:
        return proxies.get(parts.scheme, proxies.get('all'))
    for key in (parts.scheme + '://' + host, parts.scheme, 'all://' + host, 'all'):
        if key in proxies:
            return proxies[key]
    return None


def resolve_proxies(request, proxies, trust_env=True):
    """The proxies of a request, with those of the environment."""
    proxies = dict(proxies) if proxies is not None else {}
    url = request.url
    no_proxy = proxies.get('no_proxy')
    if trust_env and not should_bypass_proxies(url, no_proxy):
        environ = get_environ_proxies(url, no_proxy)
        scheme = urlparse(url).scheme
        proxy = environ.get(scheme, environ.get('all'))
        if proxy:
            proxies.setdefault(scheme, proxy)
    return proxies


def parse_header_links(value):
    """The links of a Link header, each a dict with its url and parameters."""
    links = []
    strip = ' \'"'
    value = value.strip(strip)
    if not value:
        return links
    for part in re.split(', *<', value):
        url, semicolon, params = part.partition(';')
        link = {'url': url.strip('<> \'"')}
        for param in params.split(';'):
            key, equals, text = param.partition('=')
            if not equals or '=' in text:
                break
            link[key.strip(strip)] = text.strip(strip)
        links.append(link)
    return links


def guess_json_utf(data):
    """Which of the UTF encodings JSON data is in, or None."""
    sample = data[:4]
    if sample in (b'\xff\xfe\x00\x00', b'\x00\x00\xfe\xff'):
        return 'utf-32'
    if sample[:3] == b'\xef\xbb\xbf':
        return 'utf-8-sig'
    if sample[:2] in (b'\xff\xfe', b'\xfe\xff'):
        return 'utf-16'
    nulls = sample.count(b'\x00')
    if nulls == 0:
        return 'utf-8'
    if nulls == 2:
        if sample[::2] == b'\x00\x00':
            return 'utf-16-be'
        if sample[1::2] == b'\x00\x00':
            return 'utf-16-le'
    if nulls == 3:
        if sample[:3] == b'\x00\x00\x00':
            return 'utf-32-be'
        if sample[1:] == b'\x00\x00\x00':
            return 'utf-32-le'
    return None


def prepend_scheme_if_needed(url, new_scheme):
    """Give a URL a scheme unless it has one."""
    if re.match(r'[a-zA-Z][a-zA-Z0-9+.-]*://', url):
        return url
    return new_scheme + '://' + url.lstrip('/')


def get_auth_from_url(url):
    """User and password of a URL, unquoted; two empty strings if it has none."""
    return _split_auth(url)


_HEADER_NAME = re.compile(r'^[^:\s][^:\r\n]*$')
_HEADER_VALUE = re.compile(r'^\S[^\r\n]*$|^$')


def check_header_validity(header):
    """Verifies that header parts don't contain leading whitespace, reserved characters, or return characters."""
    for part, pattern, kind in zip(header, (_HEADER_NAME, _HEADER_VALUE), ('name', 'value')):
        if isinstance(part, bytes):
            text = part.decode('latin-1')
        elif isinstance(part, str):
            text = part
        else:
            raise InvalidHeader(f'Header part ({part!r}) from {header!r} must be of type str or bytes, not {type(part)}')
        if not pattern.match(text) or text.endswith('\n'):
            raise InvalidHeader('Invalid leading whitespace, reserved character(s), or return character(s) in header '
                                f'{kind}: {part!r}')


def urldefragauth(url):
    """A URL without its fragment and its authentication."""
    parsed = urlparse(url)
    netloc, path = parsed.netloc, parsed.path
    if not netloc:
        netloc, path = path, netloc
    return urlunparse((parsed.scheme, netloc.rsplit('@', 1)[-1], path, parsed.params, parsed.query, ''))


def to_native_string(string, encoding='ascii'):
    return string if isinstance(string, str) else string.decode(encoding)


def unicode_is_ascii(u_string):
    return u_string.isascii()
