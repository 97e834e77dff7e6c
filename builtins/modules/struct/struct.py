# The module struct.

__all__ = ['calcsize', 'pack', 'pack_into', 'unpack', 'unpack_from', 'iter_unpack', 'Struct', 'error']


class error(Exception):
    pass


_SIZES = {'b': 1, 'B': 1, 'h': 2, 'H': 2, 'i': 4, 'I': 4, 'l': 4, 'L': 4, 'q': 8, 'Q': 8, 'e': 2, 'f': 4, 'd': 8,
          '?': 1, 'c': 1, 's': 1, 'p': 1, 'x': 1}
_NATIVE = dict(_SIZES, l=8, L=8, n=8, N=8, P=8)
_cache = {}


class Struct:
    """Struct(fmt) --> compiled struct object"""

    def __init__(self, format):
        if isinstance(format, bytes):
            format = format.decode('ascii')
        self.format = format
        text, native, order = format, True, 'little'
        if text[:1] in ('@', '=', '<', '>', '!'):
            native = text[0] == '@'
            order = 'big' if text[0] in '>!' else 'little'
            text = text[1:]
        sizes = _NATIVE if native else _SIZES
        self._order = order
        self._items = []
        offset, i = 0, 0
        while i < len(text):
            c = text[i]
            i += 1
            if c.isspace():
                continue
            count = None
            if c.isdigit():
                start = i - 1
                while i < len(text) and text[i].isdigit():
                    i += 1
                if i >= len(text):
                    raise error('repeat count given without format specifier')
                count = int(text[start:i])
                c = text[i]
                i += 1
            if c not in sizes:
                raise error('bad char in struct format')
            size = sizes[c]
            if native and c not in 'xspc?bB':
                offset += -offset % size
            n = 1 if count is None else count
            if c in 'sp':
                self._items.append((c, offset, n))
                offset += n
            elif c == 'x':
                offset += n
            else:
                for _ in range(n):
                    self._items.append((c, offset, size))
                    offset += size
        self.size = offset

    def pack(self, *values):
        """Return a bytes object containing values v1, v2, ... packed according to the format string."""
        if len(values) != len(self._items):
            raise error(f'pack expected {len(self._items)} items for packing (got {len(values)})')
        out = bytearray(self.size)
        for (c, offset, size), value in zip(self._items, values):
            out[offset:offset + size] = self._bytes(c, size, value)
        return bytes(out)

    def _bytes(self, c, size, value):
        if c == 's' or c == 'p':
            if not isinstance(value, (bytes, bytearray)):
                raise error(f"argument for '{c}' must be a bytes object")
            data = bytes(value)
            if c == 'p':
                data = bytes([min(len(data), size - 1, 255)]) + data[:size - 1] if size else b''
            return data[:size] + bytes(size - len(data[:size]))
        if c == 'c':
            if not isinstance(value, (bytes, bytearray)) or len(value) != 1:
                raise error('char format requires a bytes object of length 1')
            return bytes(value)
        if c == '?':
            return b'\x01' if value else b'\x00'
        if c in 'efd':
            if not isinstance(value, (int, float)):
                if not hasattr(value, '__float__'):
                    raise error('required argument is not a float')
            return _pack_float(float(value), size, self._order == 'big')
        if not isinstance(value, int):
            if not hasattr(value, '__index__'):
                raise error('required argument is not an integer')
            value = value.__index__()
        signed = c in 'bhilqn'
        low = -(1 << size * 8 - 1) if signed else 0
        high = (1 << size * 8 - (1 if signed else 0)) - 1
        if not low <= value <= high:
            raise error(f"'{c}' format requires {low} <= number <= {high}")
        return value.to_bytes(size, self._order, signed=signed)

    def unpack(self, buffer):
        """Return a tuple containing unpacked values."""
        data = bytes(buffer)
        if len(data) != self.size:
            raise error(f'unpack requires a buffer of {self.size} bytes')
        return self._values(data, 0)

    def _values(self, data, base):
        out = []
        order = self._order
        for c, offset, size in self._items:
            part = data[base + offset:base + offset + size]
            if c == 's' or c == 'c':
                out.append(part)
            elif c == 'p':
                out.append(part[1:1 + part[0]] if part else b'')
            elif c == '?':
                out.append(part != b'\x00')
            elif c in 'efd':
                out.append(_unpack_float(part, order == 'big'))
            else:
                out.append(int.from_bytes(part, order, signed=c in 'bhilqn'))
        return tuple(out)

    def unpack_from(self, buffer, offset=0):
        """Return a tuple containing unpacked values, from an offset on."""
        data = bytes(buffer)
        if offset < 0:
            if offset + len(data) < 0:
                raise error(f'offset {offset} out of range for {len(data)}-byte buffer')
            offset += len(data)
        if len(data) - offset < self.size:
            raise error(f'unpack_from requires a buffer of at least {offset + self.size} bytes for unpacking {self.size} bytes at offset {offset} (actual buffer size is {len(data)})')
        return self._values(data, offset)

    def pack_into(self, buffer, offset, *values):
        """Pack the values and write them into the writable buffer."""
        data = self.pack(*values)
        if offset < 0:
            offset += len(buffer)
        if len(buffer) - offset < self.size:
            raise error(f'pack_into requires a buffer of at least {offset + self.size} bytes for packing {self.size} bytes at offset {offset} (actual buffer size is {len(buffer)})')
        buffer[offset:offset + self.size] = data

    def iter_unpack(self, buffer):
        """Return an iterator yielding tuples."""
        data = bytes(buffer)
        if not self.size:
            raise error('cannot iteratively unpack with a struct of length 0')
        if len(data) % self.size:
            raise error(f'iterative unpacking requires a buffer of a multiple of {self.size} bytes')
        return (self._values(data, i) for i in range(0, len(data), self.size))

    def __repr__(self):
        return f'_struct.Struct({self.format!r})'


def _get(format):
    found = _cache.get(format)
    if found is None:
        if len(_cache) > 100:
            _cache.clear()
        found = _cache[format] = Struct(format)
    return found


def calcsize(format):
    """Return size in bytes of the struct described by the format string."""
    return _get(format).size


def pack(format, *values):
    """Return a bytes object containing the values packed according to the format string."""
    return _get(format).pack(*values)


def unpack(format, buffer):
    """Return a tuple containing values unpacked according to the format string."""
    return _get(format).unpack(buffer)


def unpack_from(format, buffer, offset=0):
    """Return a tuple containing values unpacked according to the format string."""
    return _get(format).unpack_from(buffer, offset)


def pack_into(format, buffer, offset, *values):
    """Pack the values and write the packed bytes into the writable buffer."""
    _get(format).pack_into(buffer, offset, *values)


def iter_unpack(format, buffer):
    """Return an iterator yielding tuples unpacked from the given bytes source."""
    return _get(format).iter_unpack(buffer)
