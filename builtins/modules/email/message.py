# The module email.message: headers, and the payload that they describe.

__all__ = ['Message', 'EmailMessage']


def _split_params(text):
    """Splits a header's value at semicolons outside quotes."""
    parts, start, quoted = [], 0, False
    for i, c in enumerate(text):
        if c == '"' and text[i - 1:i] != '\\':
            quoted = not quoted
        elif c == ';' and not quoted:
            parts.append(text[start:i])
            start = i + 1
    parts.append(text[start:])
    params = []
    for part in parts:
        name, equals, value = part.partition('=')
        params.append((name.strip().lower() + '=' + value.strip()) if equals else part.strip())
    return params


def _unquote(text):
    if len(text) > 1 and text[0] == text[-1] == '"':
        return text[1:-1].replace('\\\\', '\\').replace('\\"', '"')
    if len(text) > 1 and text[0] == '<' and text[-1] == '>':
        return text[1:-1]
    return text


def _with_params(value, params):
    """Returns a header's value with parameters behind it."""
    parts = [] if value is None else [value]
    for name, setting in params.items():
        name = name.replace('_', '-')
        if setting is None:
            parts.append(name)
            continue
        if isinstance(setting, tuple):
            from urllib.parse import quote
            parts.append(f"{name}*={setting[0]}'{setting[1]}'{quote(setting[2], safe='', encoding=setting[0] or 'ascii')}")
            continue
        try:
            setting.encode('ascii')
        except UnicodeEncodeError:
            from urllib.parse import quote
            parts.append(f"{name}*=utf-8''{quote(setting, safe='')}")
            continue
        setting = setting.replace('\\', '\\\\').replace('"', '\\"')
        parts.append(f'{name}="{setting}"')
    return '; '.join(parts)


class Message:
    """Basic message object."""

    def __init__(self, policy=None):
        self.policy = policy
        self._headers = []
        self._unixfrom = None
        self._payload = None
        self._charset = None
        self.preamble = self.epilogue = None
        self.defects = []
        self._default_type = 'text/plain'

    # Headers, as a mapping that ignores case and keeps order and repetitions.

    def __len__(self):
        return len(self._headers)

    def __getitem__(self, name):
        return _find(self._headers, name, None)

    def __setitem__(self, name, val):
        self._headers.append((name, val))

    def __delitem__(self, name):
        name = name.lower()
        self._headers = [pair for pair in self._headers if pair[0].lower() != name]

    def __contains__(self, name):
        return bool(_find_all(self._headers, name))

    def __iter__(self):
        for name, _ in self._headers:
            yield name

    def keys(self):
        """Return a list of all the message's header field names."""
        return [name for name, _ in self._headers]

    def values(self):
        """Return a list of all the message's header values."""
        return [value for _, value in self._headers]

    def items(self):
        """Get all the message's header fields and values."""
        return self._headers[:]

    def get(self, name, failobj=None):
        """Get a header value."""
        return _find(self._headers, name, failobj)

    def set_raw(self, name, value):
        self._headers.append((name, value))

    def raw_items(self):
        return iter(self._headers.copy())

    def get_all(self, name, failobj=None):
        """Return a list of all the values for the named field."""
        return _find_all(self._headers, name) or failobj

    def add_header(self, _name, _value, **_params):
        """Extended header setting."""
        self[_name] = _with_params(_value, _params)

    def replace_header(self, _name, _value):
        """Replace a header."""
        lower = _name.lower()
        for i, (name, _) in enumerate(self._headers):
            if name.lower() == lower:
                self._headers[i] = (name, _value)
                return
        raise KeyError(_name)

    # What the headers say of the content.

    def get_content_type(self):
        """Return the message's content type."""
        value = _find(self._headers, 'content-type', None)
        if value is None:
            return self.get_default_type()
        kind = _split_params(value)[0].lower()
        return kind if kind.count('/') == 1 else 'text/plain'

    def get_content_maintype(self):
        """Return the message's main content type."""
        return self.get_content_type().split('/')[0]

    def get_content_subtype(self):
        """Returns the message's sub-content type."""
        return self.get_content_type().split('/')[1]

    def get_default_type(self):
        return self._default_type

    def set_default_type(self, ctype):
        self._default_type = ctype

    def _params(self, header):
        value = _find(self._headers, header, None)
        if value is None:
            return None
        pairs = []
        for part in _split_params(value):
            name, _, setting = part.partition('=')
            pairs.append((name.strip(), setting.strip()))
        return _decoded(pairs)

    def get_params(self, failobj=None, header='content-type', unquote=True):
        """Return the message's Content-Type parameters, as a list."""
        params = self._params(header)
        if params is None:
            return failobj
        return [(name, _unquote(value) if unquote and isinstance(value, str) else value) for name, value in params]

    def get_param(self, param, failobj=None, header='content-type', unquote=True):
        """Return the parameter value if found in the Content-Type header."""
        for name, value in self._params(header) or ():
            if name.lower() == param.lower():
                return _unquote(value) if unquote and isinstance(value, str) else value
        return failobj

    def set_param(self, param, value, header='Content-Type', requote=True, charset=None, language='', replace=False):
        """Set a parameter in the Content-Type header."""
        if charset:
            value = (charset, language, value)
        params = self.get_params(header=header)
        if params is None:
            self[header] = _with_params('text/plain' if header.lower() == 'content-type' else None, {param: value})
            return
        settings = {name: setting for name, setting in params[1:] if name.lower() != param.lower()}
        settings[param] = value
        self._set(header, _with_params(params[0][0], settings), replace)

    def del_param(self, param, header='content-type', requote=True):
        """Remove the given parameter completely from the Content-Type header."""
        params = self.get_params(header=header)
        if params is not None:
            settings = {name: setting for name, setting in params[1:] if name.lower() != param.lower()}
            self._set(header, _with_params(params[0][0], settings), True)

    def set_type(self, type, header='Content-Type', requote=True):
        """Set the main type and subtype for the Content-Type header."""
        if type.count('/') != 1:
            raise ValueError
        params = self.get_params(header=header) or []
        if header.lower() == 'content-type':
            del self['mime-version']
            self['MIME-Version'] = '1.0'
        self._set(header, _with_params(type, dict(params[1:])), False)

    def _set(self, header, value, replace):
        if replace and header in self:
            self.replace_header(header, value)
        else:
            del self[header]
            self[header] = value

    def get_filename(self, failobj=None):
        """Return the filename associated with the payload if present."""
        name = self.get_param('filename', None, 'content-disposition')
        if name is None:
            name = self.get_param('name', None)
        if name is None:
            return failobj
        return _collapse(name).strip()

    def get_boundary(self, failobj=None):
        """Return the boundary associated with the payload if present."""
        boundary = self.get_param('boundary')
        return failobj if boundary is None else _collapse(boundary).rstrip()

    def get_content_charset(self, failobj=None):
        """Return the charset parameter of the Content-Type header."""
        charset = self.get_param('charset')
        if charset is None:
            return failobj
        charset = _collapse(charset)
        try:
            charset.encode('us-ascii')
        except UnicodeError:
            return failobj
        return charset.lower()

    def get_charsets(self, failobj=None):
        return [part.get_content_charset(failobj) for part in self.walk()]

    def get_content_disposition(self):
        """Return the message's content-disposition if it exists, or None."""
        value = self.get('content-disposition')
        return None if value is None else _split_params(value)[0].lower()

    # The content.

    def is_multipart(self):
        return isinstance(self._payload, list)

    def get_unixfrom(self):
        return self._unixfrom

    def set_unixfrom(self, unixfrom):
        self._unixfrom = unixfrom

    def attach(self, payload):
        """Add the given payload to the current payload."""
        if self._payload is None:
            self._payload = [payload]
        elif isinstance(self._payload, list):
            self._payload.append(payload)
        else:
            raise TypeError('Attach is not valid on a message with a non-multipart payload')

    def get_payload(self, i=None, decode=False):
        """Return a reference to the payload."""
        if self.is_multipart():
            if decode:
                return None
            return self._payload if i is None else self._payload[i]
        if i is not None and not isinstance(self._payload, list):
            raise TypeError(f'Expected list, got {type(self._payload)}')
        if not decode or self._payload is None:
            return self._payload
        if isinstance(self._payload, bytes):
            data = self._payload
        else:
            try:
                data = self._payload.encode('ascii', 'surrogateescape')
            except UnicodeError:
                data = self._payload.encode('raw-unicode-escape')
        coding = str(self.get('content-transfer-encoding', '')).lower()
        if coding == 'base64':
            import binascii
            try:
                return binascii.a2b_base64(data)
            except binascii.Error:
                return data
        if coding == 'quoted-printable':
            return _quoted_printable(data)
        return data

    def set_payload(self, payload, charset=None):
        """Set the payload to the given value."""
        if hasattr(payload, 'encode') and charset is not None:
            payload = payload.encode(str(charset), 'surrogateescape').decode('ascii', 'surrogateescape')
        self._payload = payload
        if charset is not None:
            self.set_charset(charset)

    def set_charset(self, charset):
        """Set the charset of the payload."""
        self._charset = charset
        if charset is None:
            self.del_param('charset')
            return
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'
        if 'Content-Type' in self:
            self.set_param('charset', str(charset))
        else:
            self['Content-Type'] = _with_params('text/plain', {'charset': str(charset)})

    def get_charset(self):
        return self._charset

    def walk(self):
        """Walk over the message tree, yielding each subpart."""
        yield self
        if self.is_multipart():
            for part in self._payload:
                yield from part.walk()

    # The message as text.

    def as_string(self, unixfrom=False, maxheaderlen=0, policy=None):
        """Return the entire formatted message as a string."""
        lines = [str(self._unixfrom)] if unixfrom and self._unixfrom else []
        boundary = None
        if self.is_multipart():
            boundary = self.get_boundary()
            if boundary is None:
                import random
                boundary = '=' * 15 + ('%019d' % random.randrange(10 ** 19)) + '=='
                self.set_param('boundary', boundary)
        lines += [f'{name}: {value}' for name, value in self._headers]
        text = '\n'.join(lines) + '\n\n' if lines else '\n'
        if boundary is not None:
            parts = [part.as_string() for part in self._payload]
            return text + ''.join(f'--{boundary}\n{part}\n' for part in parts) + f'--{boundary}--\n'
        if self._payload is None:
            return text
        return text + (self._payload if isinstance(self._payload, str) else str(self._payload))

    def __str__(self):
        return self.as_string()

    def as_bytes(self, unixfrom=False, policy=None):
        """Return the entire formatted message as a bytes object."""
        return self.as_string(unixfrom).encode('ascii', 'surrogateescape')

    def __bytes__(self):
        return self.as_bytes()


class EmailMessage(Message):
    """A message with text, attachments and the like set by one call."""

    def set_content(self, content, subtype='plain', charset='utf-8', maintype=None):
        del self['content-type'], self['content-transfer-encoding']
        if isinstance(content, str):
            if not content.endswith('\n'):
                content += '\n'
            self['Content-Type'] = f'text/{subtype}; charset="{charset}"'
            ascii_only = content.isascii()
            self['Content-Transfer-Encoding'] = '7bit' if ascii_only else '8bit'
            self.set_payload(content)
        else:
            import base64
            self['Content-Type'] = f'{maintype}/{subtype}'
            self['Content-Transfer-Encoding'] = 'base64'
            self.set_payload(base64.encodebytes(content).decode('ascii'))
        if 'MIME-Version' not in self:
            self['MIME-Version'] = '1.0'

    def get_content(self):
        data = self.get_payload(decode=True)
        if self.get_content_maintype() == 'text':
            if isinstance(self._payload, str) and not self._payload.isascii():
                return self._payload
            return data.decode(self.get_content_charset('ascii'), 'replace')
        return data

    def get_body(self, preferencelist=('related', 'html', 'plain')):
        for wanted in preferencelist:
            for part in self.walk():
                if part.get_content_type() == 'text/' + wanted and part.get_content_disposition() != 'attachment':
                    return part
        return None

    def iter_attachments(self):
        for part in self.walk():
            if part.get_content_disposition() == 'attachment':
                yield part

    def iter_parts(self):
        if self.is_multipart():
            yield from self._payload


def _decoded(pairs):
    """Puts parameters together that RFC 2231 splits or encodes."""
    plain, pieces = [], {}
    for name, value in pairs:
        base, star, rest = name.partition('*')
        if not star or not value:
            plain.append((name, value))
            continue
        encoded = rest.endswith('*') or rest == ''
        number = rest.rstrip('*')
        pieces.setdefault(base, []).append((int(number) if number.isdigit() else 0, value, encoded))
    if not pieces:
        return plain
    from urllib.parse import unquote_to_bytes
    for name, parts in pieces.items():
        parts.sort()
        charset = language = None
        data = b''
        for i, (_, value, encoded) in enumerate(parts):
            value = _unquote(value)
            if encoded and i == 0 and value.count("'") >= 2:
                charset, language, value = value.split("'", 2)
            data += unquote_to_bytes(value) if encoded else value.encode('latin-1', 'replace')
        if charset is None:
            plain.append((name, data.decode('latin-1')))
        else:
            plain.append((name, (charset, language, data.decode('latin-1'))))
    return plain


def _collapse(value):
    """Returns a parameter as text."""
    if isinstance(value, tuple):
        charset, _, text = value
        try:
            return text.encode('latin-1').decode(charset or 'us-ascii', 'replace')
        except LookupError:
            return _unquote(text)
    return _unquote(value)


def _quoted_printable(data):
    out = bytearray()
    for line in data.splitlines(True):
        end = b''
        while line[-1:] in (b'\n', b'\r'):
            end = line[-1:] + end
            line = line[:-1]
        line = line.rstrip(b' \t')
        if line.endswith(b'='):
            line, end = line[:-1], b''
        i = 0
        while i < len(line):
            pair = line[i + 1:i + 3]
            if line[i] == 61 and len(pair) == 2 and all(c in b'0123456789abcdefABCDEF' for c in pair):
                out.append(int(pair, 16))
                i += 3
            else:
                out.append(line[i])
                i += 1
        out += end
    return bytes(out)
