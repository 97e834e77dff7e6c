# The module urllib.parse: result classes and the functions that scripts call.
# Text is taken apart in Go (parse.go); addresses given as bytes are ASCII.

from collections import namedtuple as _namedtuple

__all__ = ['urlparse', 'urlunparse', 'urljoin', 'urldefrag', 'urlsplit', 'urlunsplit', 'urlencode', 'parse_qs', 'parse_qsl',
           'quote', 'quote_plus', 'quote_from_bytes', 'unquote', 'unquote_plus', 'unquote_to_bytes', 'DefragResult',
           'ParseResult', 'SplitResult', 'DefragResultBytes', 'ParseResultBytes', 'SplitResultBytes']

uses_relative = ['', 'ftp', 'http', 'gopher', 'nntp', 'imap', 'wais', 'file', 'https', 'shttp', 'mms', 'prospero', 'rtsp',
                 'rtsps', 'rtspu', 'sftp', 'svn', 'svn+ssh', 'ws', 'wss']
uses_netloc = ['', 'ftp', 'http', 'gopher', 'nntp', 'telnet', 'imap', 'wais', 'file', 'mms', 'https', 'shttp', 'snews',
               'prospero', 'rtsp', 'rtsps', 'rtspu', 'rsync', 'svn', 'svn+ssh', 'sftp', 'nfs', 'git', 'git+ssh', 'ws', 'wss',
               'itms-services']
uses_params = ['', 'ftp', 'hdl', 'prospero', 'http', 'imap', 'https', 'shttp', 'rtsp', 'rtsps', 'rtspu', 'sip', 'sips', 'mms',
               'sftp', 'tel']
scheme_chars = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+-.'


class _Located:
    """What the results with a netloc know of it."""

    __slots__ = ()

    def _account(self):
        at, colon = ('@', ':') if isinstance(self.netloc, str) else (b'@', b':')
        account, found, _ = self.netloc.rpartition(at)
        if not found:
            return None, None
        name, found, password = account.partition(colon)
        return name, password if found else None

    def _place(self):
        at, colon, opens, closes = ('@', ':', '[', ']') if isinstance(self.netloc, str) else (b'@', b':', b'[', b']')
        place = self.netloc.rpartition(at)[2]
        _, bracket, literal = place.partition(opens)
        if bracket:
            host, _, rest = literal.partition(closes)
            port = rest.partition(colon)[2]
        else:
            host, _, port = place.partition(colon)
        return host, port or None

    @property
    def username(self):
        return self._account()[0]

    @property
    def password(self):
        return self._account()[1]

    @property
    def hostname(self):
        host = self._place()[0]
        if not host:
            return None
        # The zone of an IPv6 address keeps its case.
        name, percent, zone = host.partition('%' if isinstance(host, str) else b'%')
        return name.lower() + percent + zone

    @property
    def port(self):
        port = self._place()[1]
        if port is None:
            return None
        if not (port.isdigit() and port.isascii()):
            raise ValueError(f'Port could not be cast to integer value as {port!r}')
        number = int(port)
        if number > 65535:
            raise ValueError('Port out of range 0-65535')
        return number


class _Text:
    __slots__ = ()

    def encode(self, encoding='ascii', errors='strict'):
        return self._encoded_counterpart(*(part.encode(encoding, errors) for part in self))


class _Bytes:
    __slots__ = ()

    def decode(self, encoding='ascii', errors='strict'):
        return self._decoded_counterpart(*(part.decode(encoding, errors) for part in self))


class DefragResult(_namedtuple('DefragResult', 'url fragment'), _Text):
    """DefragResult(url, fragment)"""

    __slots__ = ()

    def geturl(self):
        return self.url + '#' + self.fragment if self.fragment else self.url


class SplitResult(_namedtuple('SplitResult', 'scheme netloc path query fragment'), _Located, _Text):
    """SplitResult(scheme, netloc, path, query, fragment)"""

    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResult(_namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Located, _Text):
    """ParseResult(scheme, netloc, path, params, query, fragment)"""

    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


class DefragResultBytes(_namedtuple('DefragResult', 'url fragment'), _Bytes):
    __slots__ = ()

    def geturl(self):
        return self.url + b'#' + self.fragment if self.fragment else self.url


class SplitResultBytes(_namedtuple('SplitResult', 'scheme netloc path query fragment'), _Located, _Bytes):
    __slots__ = ()

    def geturl(self):
        return urlunsplit(self)


class ParseResultBytes(_namedtuple('ParseResult', 'scheme netloc path params query fragment'), _Located, _Bytes):
    __slots__ = ()

    def geturl(self):
        return urlunparse(self)


for _text, _bytes in ((DefragResult, DefragResultBytes), (SplitResult, SplitResultBytes), (ParseResult, ParseResultBytes)):
    _text._encoded_counterpart = _bytes
    _bytes._decoded_counterpart = _text
del _text, _bytes


def _texts(parts):
    """Returns whether parts are text, and the parts as text."""
    text = isinstance(parts[0], str)
    for part in parts:
        if part and isinstance(part, str) != text:
            raise TypeError('Cannot mix str and non-str arguments')
    if text:
        return True, [part or '' for part in parts]
    return False, [part.decode('ascii', 'strict') if part else '' for part in parts]


def urlsplit(url, scheme='', allow_fragments=True):
    """Parse a URL into 5 components: <scheme>://<netloc>/<path>?<query>#<fragment>"""
    if type(url) is str and type(scheme) is str:
        return SplitResult(*_split(url, scheme, bool(allow_fragments)))
    text, (url, scheme) = _texts((url, scheme))
    result = SplitResult(*_split(url, scheme, bool(allow_fragments)))
    return result if text else result.encode()


def urlparse(url, scheme='', allow_fragments=True):
    """Parse a URL into 6 components: <scheme>://<netloc>/<path>;<params>?<query>#<fragment>"""
    if type(url) is str and type(scheme) is str:
        return ParseResult(*_parse(url, scheme, bool(allow_fragments)))
    text, (url, scheme) = _texts((url, scheme))
    result = ParseResult(*_parse(url, scheme, bool(allow_fragments)))
    return result if text else result.encode()


def urlunparse(components):
    """Put a parsed URL back together again."""
    text, (scheme, netloc, url, params, query, fragment) = _texts(tuple(components))
    url = _unparse(scheme, netloc, url, params, query, fragment)
    return url if text else url.encode('ascii')


def urlunsplit(components):
    """Combine the elements of a tuple as returned by urlsplit() into a complete URL as a string."""
    text, (scheme, netloc, url, query, fragment) = _texts(tuple(components))
    url = _unparse(scheme, netloc, url, '', query, fragment)
    return url if text else url.encode('ascii')


def urljoin(base, url, allow_fragments=True):
    """Join a base URL and a possibly relative URL to form an absolute interpretation of the latter."""
    if not base:
        return url
    if not url:
        return base
    text, (base, url) = _texts((base, url))
    url = _join(base, url, bool(allow_fragments))
    return url if text else url.encode('ascii')


def urldefrag(url):
    """Removes any existing fragment from URL."""
    text, (plain,) = _texts((url,))
    fragment = ''
    if '#' in plain:
        *parts, fragment = _parse(plain, '', True)
        plain = _unparse(*parts, '')
    result = DefragResult(plain, fragment)
    return result if text else result.encode()


def unquote_to_bytes(string):
    """unquote_to_bytes('abc%20def') -> b'abc def'."""
    if not isinstance(string, (str, bytes, bytearray)):
        string.split
    return _unquote_bytes(string)


def unquote(string, encoding='utf-8', errors='replace'):
    """Replace %xx escapes by their single-character equivalent."""
    if isinstance(string, str):
        if '%' not in string:
            return string
        return _unquote_text(string, 'utf-8' if encoding is None else encoding, 'replace' if errors is None else errors)
    if isinstance(string, bytes):
        return _unquote_bytes(string).decode(encoding, errors)
    if '%' not in string:
        string.split
    return string


def unquote_plus(string, encoding='utf-8', errors='replace'):
    """Like unquote(), but also replace plus signs by spaces."""
    return unquote(string.replace('+', ' '), encoding, errors)


def quote(string, safe='/', encoding=None, errors=None):
    """quote('abc def') -> 'abc%20def'"""
    if isinstance(string, str):
        if encoding is None and errors is None and isinstance(safe, (str, bytes)):
            return _quote_text(string, safe)
        string = string.encode(encoding or 'utf-8', errors or 'strict')
    else:
        if encoding is not None:
            raise TypeError("quote() doesn't support 'encoding' for bytes")
        if errors is not None:
            raise TypeError("quote() doesn't support 'errors' for bytes")
    return quote_from_bytes(string, safe)


def quote_from_bytes(bs, safe='/'):
    """Like quote(), but accepts a bytes object rather than a str."""
    if not isinstance(bs, (bytes, bytearray)):
        raise TypeError('quote_from_bytes() expected bytes')
    if not isinstance(safe, (str, bytes)):
        safe = bytes([c for c in safe if c < 128])
    return _quote(bs, safe)


def quote_plus(string, safe='', encoding=None, errors=None):
    """Like quote(), but also replace ' ' with '+'."""
    if (' ' if isinstance(string, str) else b' ') not in string:
        return quote(string, safe, encoding, errors)
    return quote(string, safe + (' ' if isinstance(safe, str) else b' '), encoding, errors).replace(' ', '+')


def urlencode(query, doseq=False, safe='', encoding=None, errors=None, quote_via=quote_plus):
    """Encode a dict or sequence of two-element tuples into a URL query string."""
    if hasattr(query, 'items'):
        query = query.items()
    else:
        try:
            if len(query) and not isinstance(query[0], tuple):
                raise TypeError
        except TypeError as err:
            raise TypeError('not a valid non-string sequence or mapping object') from err

    def quoted(part):
        if isinstance(part, bytes):
            return quote_via(part, safe)
        return quote_via(str(part), safe, encoding, errors)

    pairs = []
    for name, value in query:
        name = quoted(name)
        if doseq and not isinstance(value, (str, bytes)) and hasattr(type(value), '__len__'):
            for item in value:
                pairs.append(name + '=' + quoted(item))
        else:
            pairs.append(name + '=' + quoted(value))
    return '&'.join(pairs)


def parse_qsl(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
              separator='&'):
    """Parse a query given as a string argument into a list of name, value pairs."""
    if not separator or not isinstance(separator, (str, bytes)):
        raise ValueError('Separator must be of type string or bytes.')
    if isinstance(qs, str):
        equals = '='
        if not isinstance(separator, str):
            separator = str(separator, 'ascii')
    else:
        if not qs:
            return []
        qs = bytes(memoryview(qs))
        equals = b'='
        if isinstance(separator, str):
            separator = bytes(separator, 'ascii')
    if not qs:
        return []
    fields = qs.split(separator)
    if max_num_fields is not None and max_num_fields < len(fields):
        raise ValueError('Max number of fields exceeded')
    pairs = []
    for field in fields:
        if not field and not strict_parsing:
            continue
        name, found, value = field.partition(equals)
        if not found and strict_parsing:
            raise ValueError(f'bad query field: {field!r}')
        if value or keep_blank_values:
            if equals == '=':
                pairs.append((unquote_plus(name, encoding, errors), unquote_plus(value, encoding, errors)))
            else:
                pairs.append((_unquote_bytes(name.replace(b'+', b' ')), _unquote_bytes(value.replace(b'+', b' '))))
    return pairs


def parse_qs(qs, keep_blank_values=False, strict_parsing=False, encoding='utf-8', errors='replace', max_num_fields=None,
             separator='&'):
    """Parse a query given as a string argument into a dict of lists."""
    result = {}
    for name, value in parse_qsl(qs, keep_blank_values, strict_parsing, encoding, errors, max_num_fields, separator):
        result.setdefault(name, []).append(value)
    return result


def unwrap(url):
    """Transform a string like '<URL:scheme://host/path>' into 'scheme://host/path'."""
    url = str(url).strip()
    if url[:1] == '<' and url[-1:] == '>':
        url = url[1:-1].strip()
    return url.removeprefix('URL:').strip() if url[:4] == 'URL:' else url


def clear_cache():
    """Nothing is cached."""
