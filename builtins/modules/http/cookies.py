# The module http.cookies: cookies as a server sets them and reads them back.

import time as _time

__all__ = ['CookieError', 'BaseCookie', 'SimpleCookie']

_LEGAL = frozenset("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-.^_`|~:")
_UNQUOTED = _LEGAL | frozenset(' ()/<=>?@[]{}')
_DAYS = ('Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun')
_MONTHS = ('', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec')


class CookieError(Exception):
    pass


def _is_legal_key(key):
    return bool(key) and all(c in _LEGAL for c in key)


def _quote(text):
    """Quotes a value, unless it has legal characters only."""
    if text is None or _is_legal_key(text):
        return text
    out = []
    for c in text:
        if c == '"' or c == '\\':
            out.append('\\' + c)
        elif c in _UNQUOTED and c.isascii():
            out.append(c)
        elif ord(c) < 256:
            out.append('\\%03o' % ord(c))
        else:
            out.append(c)
    return '"' + ''.join(out) + '"'


def _unquote(text):
    if text is None or len(text) < 2 or text[0] != '"' or text[-1] != '"':
        return text
    text, out, i = text[1:-1], [], 0
    while i < len(text):
        if text[i] != '\\' or i + 1 == len(text):
            out.append(text[i])
            i += 1
        elif text[i + 1] in '0123' and len(text) >= i + 4 and all(c in '01234567' for c in text[i + 2:i + 4]):
            out.append(chr(int(text[i + 1:i + 4], 8)))
            i += 4
        else:
            out.append(text[i + 1])
            i += 2
    return ''.join(out)


def _date(after=0):
    """The time in so many seconds, as cookies write it."""
    t = _time.gmtime(_time.time() + after)
    return '%s, %02d %3s %4d %02d:%02d:%02d GMT' % (_DAYS[t[6]], t[2], _MONTHS[t[1]], t[0], t[3], t[4], t[5])


class Morsel(dict):
    """The value of a cookie and its attributes."""

    _reserved = {'expires': 'expires', 'path': 'Path', 'comment': 'Comment', 'domain': 'Domain', 'max-age': 'Max-Age', 'secure': 'Secure',
                 'httponly': 'HttpOnly', 'version': 'Version', 'samesite': 'SameSite'}
    _flags = {'secure', 'httponly'}

    def __init__(self):
        self._key = self._value = self._coded_value = None
        for name in self._reserved:
            dict.__setitem__(self, name, '')

    @property
    def key(self):
        return self._key

    @property
    def value(self):
        return self._value

    @property
    def coded_value(self):
        return self._coded_value

    def __setitem__(self, name, value):
        name = name.lower()
        if name not in self._reserved:
            raise CookieError('Invalid attribute %r' % (name,))
        dict.__setitem__(self, name, value)

    def setdefault(self, name, value=None):
        name = name.lower()
        if name not in self._reserved:
            raise CookieError('Invalid attribute %r' % (name,))
        return dict.setdefault(self, name, value)

    def update(self, values):
        for name, value in dict(values).items():
            self[name] = value

    def __eq__(self, other):
        if not isinstance(other, Morsel):
            return NotImplemented
        return (dict.__eq__(self, other) and self._value == other._value and self._key == other._key
                and self._coded_value == other._coded_value)

    __ne__ = object.__ne__

    def copy(self):
        other = Morsel()
        dict.update(other, self)
        other.__dict__.update(self.__dict__)
        return other

    def isReservedKey(self, name):
        return name.lower() in self._reserved

    def set(self, key, val, coded_val):
        if key.lower() in self._reserved:
            raise CookieError('Attempt to set a reserved key %r' % (key,))
        if not _is_legal_key(key):
            raise CookieError('Illegal key %r' % (key,))
        self._key, self._value, self._coded_value = key, val, coded_val

    def output(self, attrs=None, header='Set-Cookie:'):
        return '%s %s' % (header, self.OutputString(attrs))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, self.OutputString())

    def js_output(self, attrs=None):
        return """
        <script type="text/javascript">
        <!-- begin hiding
        document.cookie = \"%s\";
        // end hiding -->
        </script>
        """ % (self.OutputString(attrs).replace('"', r'\"'))

    def OutputString(self, attrs=None):
        parts = ['%s=%s' % (self._key, self._coded_value)]
        for name, value in sorted(self.items()):
            if value == '' or attrs is not None and name not in attrs:
                continue
            label = self._reserved[name]
            if name == 'expires' and isinstance(value, int):
                parts.append('%s=%s' % (label, _date(value)))
            elif name == 'max-age' and isinstance(value, int):
                parts.append('%s=%d' % (label, value))
            elif name == 'comment' and isinstance(value, str):
                parts.append('%s=%s' % (label, _quote(value)))
            elif name in self._flags:
                if value:
                    parts.append(label)
            else:
                parts.append('%s=%s' % (label, value))
        return '; '.join(parts)


def _pairs(text):
    """Yields the names and values of a Cookie header; a name without a value has None."""
    i, n = 0, len(text)
    while i < n:
        while i < n and text[i] in ' \t;,':
            i += 1
        start = i
        while i < n and (text[i] in _LEGAL or text[i] in '$,'):
            i += 1
        key = text[start:i]
        if not key:
            if i < n:
                yield None, None
            return
        while i < n and text[i] == ' ':
            i += 1
        value = None
        if i < n and text[i] == '=':
            i += 1
            while i < n and text[i] == ' ':
                i += 1
            start = i
            if i < n and text[i] == '"':
                i += 1
                while i < n and text[i] != '"':
                    i += 2 if text[i] == '\\' else 1
                i = min(i + 1, n)
            elif key.lower() == 'expires' and text[i + 3:i + 5] == ', ':
                while i < n and text[i] != ';':
                    i += 1
            else:
                while i < n and (text[i] in _LEGAL or text[i] in '/?@={}[]<>()\\,'):
                    i += 1
            value = text[start:i]
        if i < n and text[i] not in ' \t;':
            yield None, None
            return
        yield key, value


class BaseCookie(dict):
    """A container of cookies."""

    def value_decode(self, val):
        return val, val

    def value_encode(self, val):
        text = str(val)
        return text, text

    def __init__(self, input=None):
        if input:
            self.load(input)

    def _set(self, key, real_value, coded_value):
        morsel = self.get(key, Morsel())
        morsel.set(key, real_value, coded_value)
        dict.__setitem__(self, key, morsel)

    def __setitem__(self, key, value):
        if isinstance(value, Morsel):
            dict.__setitem__(self, key, value)
        else:
            real, coded = self.value_encode(value)
            self._set(key, real, coded)

    def output(self, attrs=None, header='Set-Cookie:', sep='\015\012'):
        return sep.join(morsel.output(attrs, header) for _, morsel in sorted(self.items()))

    __str__ = output

    def __repr__(self):
        return '<%s: %s>' % (self.__class__.__name__, ' '.join('%s=%r' % (key, morsel.value) for key, morsel in sorted(self.items())))

    def js_output(self, attrs=None):
        return ''.join(morsel.js_output(attrs) for _, morsel in sorted(self.items()))

    def load(self, rawdata):
        """Load cookies from a string or a dictionary."""
        if isinstance(rawdata, str):
            self._parse(rawdata)
        else:
            for key, value in rawdata.items():
                self[key] = value

    def _parse(self, text):
        found, morsel_seen = [], False
        for key, value in _pairs(text):
            if key is None:
                return  # what cannot be understood is not taken in parts
            if key[0] == '$':
                if not morsel_seen:
                    continue
                found.append((0, key[1:], value))
            elif key.lower() in Morsel._reserved:
                if not morsel_seen:
                    return
                if value is None:
                    if key.lower() not in Morsel._flags:
                        return
                    found.append((0, key, True))
                else:
                    found.append((0, key, _unquote(value)))
            elif value is not None:
                found.append((1, key, self.value_decode(value)))
                morsel_seen = True
            else:
                return
        morsel = None
        for kind, key, value in found:
            if kind == 0:
                morsel[key] = value
            else:
                self._set(key, *value)
                morsel = self[key]


class SimpleCookie(BaseCookie):
    """Cookies whose values are text."""

    def value_decode(self, val):
        return _unquote(val), val

    def value_encode(self, val):
        text = str(val)
        return text, _quote(text)
