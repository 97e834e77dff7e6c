# The module codecs. Error handlers of a script's own cannot be registered.

import io as _io
from builtins import open as _open

__all__ = ['open', 'EncodedFile', 'BOM', 'BOM_BE', 'BOM_LE', 'BOM32_BE', 'BOM32_LE', 'BOM64_BE', 'BOM64_LE', 'BOM_UTF8', 'BOM_UTF16', 'BOM_UTF16_LE',
           'BOM_UTF16_BE', 'BOM_UTF32', 'BOM_UTF32_LE', 'BOM_UTF32_BE', 'CodecInfo', 'Codec', 'IncrementalEncoder', 'IncrementalDecoder', 'StreamReader',
           'StreamWriter', 'StreamReaderWriter', 'getencoder', 'getdecoder', 'getincrementalencoder', 'getincrementaldecoder', 'getreader', 'getwriter',
           'encode', 'decode', 'iterencode', 'iterdecode', 'lookup', 'utf_8_encode', 'utf_8_decode', 'ascii_encode', 'ascii_decode', 'latin_1_encode',
           'latin_1_decode']

BOM_UTF8 = b'\xef\xbb\xbf'
BOM_LE = BOM_UTF16_LE = BOM = BOM_UTF16 = BOM32_LE = b'\xff\xfe'
BOM_BE = BOM_UTF16_BE = BOM32_BE = b'\xfe\xff'
BOM_UTF32_LE = BOM_UTF32 = BOM64_LE = b'\xff\xfe\x00\x00'
BOM_UTF32_BE = BOM64_BE = b'\x00\x00\xfe\xff'


class Codec:
    """Defines the interface for stateless encoders/decoders."""

    def encode(self, input, errors='strict'):
        raise NotImplementedError

    def decode(self, input, errors='strict'):
        raise NotImplementedError


class CodecInfo(tuple):
    """Codec details when looking up the codec registry"""

    def __new__(cls, encode, decode, streamreader=None, streamwriter=None, incrementalencoder=None, incrementaldecoder=None, name=None, *, _is_text_encoding=None):
        self = tuple.__new__(cls, (encode, decode, streamreader, streamwriter))
        self.name = name
        self.encode, self.decode = encode, decode
        self.streamreader, self.streamwriter = streamreader, streamwriter
        self.incrementalencoder, self.incrementaldecoder = incrementalencoder, incrementaldecoder
        self._is_text_encoding = _is_text_encoding is not False
        return self

    def __repr__(self):
        return '<%s.%s object for encoding %s at %#x>' % (self.__class__.__module__, self.__class__.__qualname__, self.name, id(self))


class IncrementalEncoder:
    """An IncrementalEncoder encodes an input in multiple steps."""

    _encoding = None

    def __init__(self, errors='strict'):
        self.errors = errors
        self._begun = False

    def encode(self, input, final=False):
        done = input.encode(self._encoding, self.errors)
        if self._begun:
            # Only the first piece has a mark.
            for name, bom in (('utf-16', BOM_UTF16), ('utf-32', BOM_UTF32), ('utf-8-sig', BOM_UTF8)):
                if self._encoding == name:
                    done = done.removeprefix(bom)
        self._begun = not final
        return done

    def reset(self):
        self._begun = False

    def getstate(self):
        return int(self._begun)

    def setstate(self, state):
        self._begun = bool(state)


class IncrementalDecoder:
    """An IncrementalDecoder decodes an input in multiple steps."""

    _encoding = None

    def __init__(self, errors='strict'):
        self.errors = errors
        self._decoder = _decoder(self._encoding, errors)

    def decode(self, input, final=False):
        return self._decoder.decode(input, final)

    def reset(self):
        self._decoder.reset()

    def getstate(self):
        return self._decoder.pending(), 0

    def setstate(self, state):
        self._decoder.reset()
        self._decoder.decode(state[0])


class _Stream:
    _encoding = None

    def __init__(self, stream, errors='strict'):
        self.stream, self.errors = stream, errors

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.stream.close()


class StreamWriter(_Stream):
    def __init__(self, stream, errors='strict'):
        _Stream.__init__(self, stream, errors)
        self._encoder = getincrementalencoder(self._encoding)(errors)

    def write(self, object):
        """Writes the object's contents encoded to self.stream."""
        self.stream.write(self._encoder.encode(object))

    def writelines(self, list):
        self.write(''.join(list))

    def reset(self):
        self._encoder.reset()


class StreamReader(_Stream):
    def __init__(self, stream, errors='strict'):
        _Stream.__init__(self, stream, errors)
        self._decoder = _decoder(self._encoding, errors)
        self._ahead = ''

    def _more(self, n):
        data = self.stream.read(n)
        self._ahead += self._decoder.decode(data, not data)
        return bool(data)

    def read(self, size=-1, chars=-1, firstline=False):
        """Decodes data from the stream self.stream and returns the resulting object."""
        want = chars if chars >= 0 else size
        if want < 0:
            while self._more(-1):
                pass
            text, self._ahead = self._ahead, ''
            return text
        while len(self._ahead) < want and self._more(max(want, 72)):
            pass
        text, self._ahead = self._ahead[:want], self._ahead[want:]
        return text

    def readline(self, size=None, keepends=True):
        """Read one line from the input stream and return the decoded data."""
        while True:
            lines = self._ahead.splitlines(True)
            if len(lines) > 1 or not self._more(72):
                break
        line = lines[0] if lines else ''
        self._ahead = self._ahead[len(line):]
        return line if keepends else line.splitlines()[0] if line else line

    def readlines(self, sizehint=None, keepends=True):
        return self.read().splitlines(keepends)

    def __iter__(self):
        return self

    def __next__(self):
        line = self.readline()
        if line:
            return line
        raise StopIteration

    def reset(self):
        self._decoder.reset()
        self._ahead = ''

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reset()


class StreamReaderWriter:
    """StreamReaderWriter instances allow wrapping streams which work in both read and write modes."""

    encoding = 'unknown'

    def __init__(self, stream, Reader, Writer, errors='strict'):
        self.stream, self.errors = stream, errors
        self.reader, self.writer = Reader(stream, errors), Writer(stream, errors)

    def read(self, size=-1):
        return self.reader.read(size)

    def readline(self, size=None, keepends=True):
        return self.reader.readline(size, keepends)

    def readlines(self, sizehint=None):
        return self.reader.readlines(sizehint)

    def __next__(self):
        return next(self.reader)

    def __iter__(self):
        return self

    def write(self, data):
        return self.writer.write(data)

    def writelines(self, list):
        return self.writer.writelines(list)

    def reset(self):
        self.reader.reset()
        self.writer.reset()

    def seek(self, offset, whence=0):
        self.stream.seek(offset, whence)
        self.reader.reset()
        if whence == 0 and offset == 0:
            self.writer.reset()

    def __getattr__(self, name):
        return getattr(self.stream, name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.stream.close()


def _rot13(text, errors='strict'):
    import string
    a, b = string.ascii_lowercase, string.ascii_uppercase
    return text.translate(str.maketrans(a + b, a[13:] + a[:13] + b[13:] + b[:13])), len(text)


def _binary(name):
    """Encoder and decoder of the codecs that turn bytes into bytes."""
    if name == 'hex':
        import binascii
        return binascii.hexlify, binascii.unhexlify
    if name == 'base64':
        import base64
        return base64.encodebytes, base64.decodebytes
    if name == 'zlib':
        import zlib
        return zlib.compress, zlib.decompress
    if name == 'bz2':
        import bz2
        return bz2.compress, bz2.decompress
    import quopri
    return quopri.encodestring, quopri.decodestring


_ALIASES = {'hex': 'hex', 'hex_codec': 'hex', 'base64': 'base64', 'base_64': 'base64', 'base64_codec': 'base64', 'zip': 'zlib', 'zlib': 'zlib', 'zlib_codec': 'zlib', 'bz2': 'bz2', 'bz2_codec': 'bz2'}
_known = {}


def lookup(encoding, /):
    """Looks up a codec tuple in the Python codec registry and returns a CodecInfo object."""
    if not isinstance(encoding, str):
        raise TypeError('lookup() argument must be str, not ' + type(encoding).__name__)
    key = encoding.lower().replace('-', '_').replace(' ', '_')
    if key in _known:
        return _known[key]
    if key in ('rot13', 'rot_13'):
        info = CodecInfo(_rot13, _rot13, name='rot-13', _is_text_encoding=False)
    elif key in _ALIASES:
        kind = _ALIASES[key]

        def encode(input, errors='strict'):
            return _binary(kind)[0](input), len(input)

        def decode(input, errors='strict'):
            return _binary(kind)[1](input), len(input)
        info = CodecInfo(encode, decode, name=kind, _is_text_encoding=False)
    else:
        name = _name(encoding)

        def encode(input, errors='strict'):
            return input.encode(name, errors), len(input)

        def decode(input, errors='strict'):
            return bytes(input).decode(name, errors), len(input)
        made = [type(base.__name__, (base,), {'_encoding': name}) for base in (StreamReader, StreamWriter, IncrementalEncoder, IncrementalDecoder)]
        info = CodecInfo(encode, decode, *made, name=name)
    _known[key] = info
    return info


def encode(obj, encoding='utf-8', errors='strict'):
    """Encodes obj using the codec registered for encoding."""
    info = lookup(encoding)
    return obj.encode(info.name, errors) if info._is_text_encoding and isinstance(obj, str) else info.encode(obj, errors)[0]


def decode(obj, encoding='utf-8', errors='strict'):
    """Decodes obj using the codec registered for encoding."""
    return lookup(encoding).decode(obj, errors)[0]


def getencoder(encoding):
    """Lookup up the codec for the given encoding and return its encoder function."""
    return lookup(encoding).encode


def getdecoder(encoding):
    """Lookup up the codec for the given encoding and return its decoder function."""
    return lookup(encoding).decode


def getincrementalencoder(encoding):
    """Lookup up the codec for the given encoding and return its IncrementalEncoder class or factory function."""
    found = lookup(encoding).incrementalencoder
    if found is None:
        raise LookupError(encoding)
    return found


def getincrementaldecoder(encoding):
    """Lookup up the codec for the given encoding and return its IncrementalDecoder class or factory function."""
    found = lookup(encoding).incrementaldecoder
    if found is None:
        raise LookupError(encoding)
    return found


def getreader(encoding):
    """Lookup up the codec for the given encoding and return its StreamReader class or factory function."""
    return lookup(encoding).streamreader


def getwriter(encoding):
    """Lookup up the codec for the given encoding and return its StreamWriter class or factory function."""
    return lookup(encoding).streamwriter


def _pushed(step, items, end):
    """What a step makes of each item, and of the end of them; nothing empty."""
    yield from filter(None, map(step, items))
    rest = step(end, True)
    if rest:
        yield rest


def iterencode(iterator, encoding, errors='strict', **kwargs):
    """Encoding iterator."""
    yield from _pushed(getincrementalencoder(encoding)(errors, **kwargs).encode, iterator, '')


def iterdecode(iterator, encoding, errors='strict', **kwargs):
    """Decoding iterator."""
    yield from _pushed(getincrementaldecoder(encoding)(errors, **kwargs).decode, iterator, b'')


def open(filename, mode='r', encoding=None, errors='strict', buffering=-1):
    """Open an encoded file using the given mode and return a wrapped version providing transparent encoding/decoding."""
    if encoding is not None and 'b' not in mode:
        mode += 'b'
    file = _open(filename, mode, buffering)
    if encoding is None:
        return file
    try:
        info = lookup(encoding)
        made = StreamReaderWriter(file, info.streamreader, info.streamwriter, errors)
        made.encoding = encoding
        return made
    except:
        file.close()
        raise


def EncodedFile(file, data_encoding, file_encoding=None, errors='strict'):
    """Return a wrapped version of file which provides transparent encoding translation."""
    return _Recoder(file, data_encoding, file_encoding or data_encoding, errors)


class _Recoder:
    def __init__(self, file, data, of, errors):
        self.stream, self.data_encoding, self.file_encoding, self.errors = file, data, of, errors

    def read(self, size=-1):
        return self.stream.read(size).decode(self.file_encoding, self.errors).encode(self.data_encoding, self.errors)

    def write(self, data):
        return self.stream.write(data.decode(self.data_encoding, self.errors).encode(self.file_encoding, self.errors))

    def __getattr__(self, name):
        return getattr(self.stream, name)


def _pair(name):
    info = lookup(name)
    return info.encode, lambda data, errors='strict', final=False: info.decode(data, errors)


utf_8_encode, utf_8_decode = _pair('utf-8')
ascii_encode, ascii_decode = _pair('ascii')
latin_1_encode, latin_1_decode = _pair('latin-1')
