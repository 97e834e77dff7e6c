# The module base64.

import binascii

__all__ = ['encodebytes', 'decodebytes', 'b64encode', 'b64decode', 'b32encode', 'b32decode', 'b16encode', 'b16decode',
           'b32hexencode', 'b32hexdecode', 'a85encode', 'a85decode', 'b85encode', 'b85decode', 'z85encode', 'z85decode',
           'standard_b64encode', 'standard_b64decode', 'urlsafe_b64encode', 'urlsafe_b64decode', 'encode', 'decode']


def _bytes(s):
    if isinstance(s, str):
        try:
            return s.encode('ascii')
        except UnicodeEncodeError:
            raise ValueError('string argument should contain only ASCII characters')
    if isinstance(s, (bytes, bytearray)):
        return s
    try:
        return memoryview(s).tobytes()
    except TypeError:
        raise TypeError(f'argument should be a bytes-like object or ASCII string, not {s.__class__.__name__!r}') from None


def b64encode(s, altchars=None):
    """Encode the bytes-like object s using Base64 and return a bytes object."""
    encoded = binascii.b2a_base64(s, newline=False)
    if altchars is not None:
        encoded = encoded.translate(bytes.maketrans(b'+/', altchars))
    return encoded


def b64decode(s, altchars=None, validate=False):
    """Decode the Base64 encoded bytes-like object or ASCII string s."""
    s = _bytes(s)
    if altchars is not None:
        s = s.translate(bytes.maketrans(_bytes(altchars), b'+/'))
    return binascii.a2b_base64(s, strict_mode=validate)


def standard_b64encode(s):
    """Encode bytes-like object s using the standard Base64 alphabet."""
    return b64encode(s)


def standard_b64decode(s):
    """Decode bytes encoded with the standard Base64 alphabet."""
    return b64decode(s)


def urlsafe_b64encode(s):
    """Encode bytes using the URL- and filesystem-safe Base64 alphabet."""
    return b64encode(s, b'-_')


def urlsafe_b64decode(s):
    """Decode bytes using the URL- and filesystem-safe Base64 alphabet."""
    return b64decode(s, b'-_')


_B32 = b'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'


_B32HEX = b'0123456789ABCDEFGHIJKLMNOPQRSTUV'


def _b32encode(alphabet, s):
    s = bytes(_bytes(s))
    out = bytearray()
    for i in range(0, len(s), 5):
        part = s[i:i + 5]
        n = int.from_bytes(part + bytes(5 - len(part)))
        chars = bytes(alphabet[n >> shift & 31] for shift in range(35, -1, -5))
        keep = (len(part) * 8 + 4) // 5
        out += chars[:keep] + b'=' * (8 - keep)
    return bytes(out)


def _b32decode(alphabet, s, casefold=False, map01=None):
    s = bytes(_bytes(s))
    if len(s) % 8:
        raise binascii.Error('Incorrect padding')
    if map01 is not None:
        map01 = bytes(_bytes(map01))
        assert len(map01) == 1, repr(map01)
        s = s.translate(bytes.maketrans(b'01', b'O' + map01))
    if casefold:
        s = s.upper()
    body = s.rstrip(b'=')
    pads = len(s) - len(body)
    if pads not in (0, 1, 3, 4, 6):
        raise binascii.Error('Incorrect padding')
    bits, count, out = 0, 0, bytearray()
    for c in body:
        v = alphabet.find(c)
        if v < 0:
            raise binascii.Error('Non-base32 digit found')
        bits, count = bits << 5 | v, count + 5
        if count >= 8:
            count -= 8
            out.append(bits >> count & 255)
            bits &= (1 << count) - 1
    return bytes(out)


def b32encode(s):
    """Encode the bytes-like objects using base32 and return a bytes object."""
    return _b32encode(_B32, s)


def b32decode(s, casefold=False, map01=None):
    """Decode the Base32 encoded bytes-like object or ASCII string s."""
    return _b32decode(_B32, s, casefold, map01)


def b32hexencode(s):
    """Encode the bytes-like objects using base32hex and return a bytes object."""
    return _b32encode(_B32HEX, s)


def b32hexdecode(s, casefold=False):
    """Decode the Base32hex encoded bytes-like object or ASCII string s."""
    return _b32decode(_B32HEX, s, casefold)


def b16encode(s):
    """Encode the bytes-like object s using Base16 and return a bytes object."""
    return binascii.hexlify(s).upper()


def b16decode(s, casefold=False):
    """Decode the Base16 encoded bytes-like object or ASCII string s."""
    s = bytes(_bytes(s))
    if casefold:
        s = s.upper()
    if any(c not in b'0123456789ABCDEF' for c in s):
        raise binascii.Error('Non-base16 digit found')
    return binascii.unhexlify(s)


def encodebytes(s):
    """Encode a bytestring into a bytes object containing multiple lines of base-64 data."""
    return b''.join(binascii.b2a_base64(s[i:i + 57]) for i in range(0, len(s), 57))


def decodebytes(s):
    """Decode a bytestring of base-64 data into a bytes object."""
    return binascii.a2b_base64(s)


def encode(input, output):
    """Encode a file; input and output are binary files."""
    while s := input.read(57):
        output.write(binascii.b2a_base64(s))


def decode(input, output):
    """Decode a file; input and output are binary files."""
    while line := input.readline():
        output.write(binascii.a2b_base64(line))


_A85 = bytes(range(33, 118))
_B85 = b'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&()*+-;<=>?@^_`{|}~'
_Z85 = b'0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#'
_TO_Z85 = bytes.maketrans(_B85, _Z85)
# What z85 does not have is no digit in the other alphabet either.
_FROM_Z85 = bytes.maketrans(_Z85 + b';_`|~', _B85 + bytes(5))


def _words85(s, alphabet, zeros=None, spaces=None):
    """The groups of five digits for the groups of four bytes, and how many bytes the last lacks."""
    s = bytes(s) if isinstance(s, (bytes, bytearray)) else memoryview(s).tobytes()
    lack = -len(s) % 4
    s += bytes(lack)
    groups = []
    for i in range(0, len(s), 4):
        n = int.from_bytes(s[i:i + 4])
        if zeros and n == 0:
            groups.append(zeros)
        elif spaces and n == 0x20202020:
            groups.append(spaces)
        else:
            groups.append(bytes([alphabet[n // 85 ** k % 85] for k in (4, 3, 2, 1, 0)]))
    return groups, lack, alphabet[:1]


def _joined85(groups, lack, zero, pad):
    if lack and not pad:
        if len(groups[-1]) == 1:
            groups[-1] = zero * 5
        groups[-1] = groups[-1][:-lack]
    return b''.join(groups)


def a85encode(b, *, foldspaces=False, wrapcol=0, pad=False, adobe=False):
    """Encode bytes-like object b using Ascii85 and return a bytes object."""
    out = _joined85(*_words85(b, _A85, b'z', b'y' if foldspaces else None), pad)
    if adobe:
        out = b'<~' + out
    if wrapcol:
        wrapcol = max(2 if adobe else 1, wrapcol)
        lines = [out[i:i + wrapcol] for i in range(0, len(out), wrapcol)]
        if adobe and len(lines[-1]) + 2 > wrapcol:
            lines.append(b'')
        out = b'\n'.join(lines)
    return out + b'~>' if adobe else out


def a85decode(b, *, foldspaces=False, adobe=False, ignorechars=b' \t\n\r\x0b'):
    """Decode the Ascii85 encoded bytes-like object or ASCII string b."""
    b = bytes(_bytes(b))
    if adobe:
        if not b.endswith(b'~>'):
            raise ValueError('Ascii85 encoded byte sequences must end with {!r}'.format(b'~>'))
        b = b[2:-2] if b.startswith(b'<~') else b[:-2]
    out, digits = [], []
    for c in b + b'u' * 4:
        if 33 <= c <= 117:
            digits.append(c)
            if len(digits) == 5:
                n = 0
                for d in digits:
                    n = n * 85 + d - 33
                if n > 0xffffffff:
                    raise ValueError('Ascii85 overflow')
                out.append(n.to_bytes(4))
                digits = []
        elif c == 122:
            if digits:
                raise ValueError('z inside Ascii85 5-tuple')
            out.append(bytes(4))
        elif foldspaces and c == 121:
            if digits:
                raise ValueError('y inside Ascii85 5-tuple')
            out.append(b'    ')
        elif c not in ignorechars:
            raise ValueError('Non-Ascii85 digit found: %c' % c)
    result = b''.join(out)
    lack = 4 - len(digits)
    return result[:-lack] if lack else result


def b85encode(b, pad=False):
    """Encode bytes-like object b in base85 format and return a bytes object."""
    return _joined85(*_words85(b, _B85), pad)


def b85decode(b):
    """Decode the base85-encoded bytes-like object or ASCII string b"""
    b = bytes(_bytes(b))
    lack = -len(b) % 5
    b += b'~' * lack
    out = []
    for i in range(0, len(b), 5):
        n = 0
        for at, c in enumerate(b[i:i + 5]):
            v = _B85.find(c)
            if v < 0:
                raise ValueError('bad base85 character at position %d' % (i + at))
            n = n * 85 + v
        if n > 0xffffffff:
            raise ValueError('base85 overflow in hunk starting at byte %d' % i)
        out.append(n.to_bytes(4))
    result = b''.join(out)
    return result[:-lack] if lack else result


def z85encode(s):
    """Encode bytes-like object b in z85 format and return a bytes object."""
    return b85encode(s).translate(_TO_Z85)


def z85decode(s):
    """Decode the z85-encoded bytes-like object or ASCII string b"""
    try:
        return b85decode(bytes(_bytes(s)).translate(_FROM_Z85))
    except ValueError as e:
        raise ValueError(e.args[0].replace('base85', 'z85')) from None
