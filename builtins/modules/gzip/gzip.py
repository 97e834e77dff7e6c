# The module gzip.

import errno
import io
import os
import struct
import sys
import time
import zlib
from builtins import open as _open
from _compression import Reader as _Reader

__all__ = ['BadGzipFile', 'GzipFile', 'open', 'compress', 'decompress']

FTEXT, FHCRC, FEXTRA, FNAME, FCOMMENT = 1, 2, 4, 8, 16
READ, WRITE = 'rb', 'wb'
READ_BUFFER_SIZE = 128 * 1024
_COMPRESS_LEVEL_FAST, _COMPRESS_LEVEL_TRADEOFF, _COMPRESS_LEVEL_BEST = 1, 6, 9
_ENDED = 'Compressed file ended before the end-of-stream marker was reached'


class BadGzipFile(OSError):
    """Exception raised in some cases for invalid gzip files."""


def open(filename, mode='rb', compresslevel=9, encoding=None, errors=None, newline=None):
    """Open a gzip-compressed file in binary or text mode."""
    if 't' in mode:
        if 'b' in mode:
            raise ValueError('Invalid mode: %r' % (mode,))
    else:
        for name, given in (('encoding', encoding), ('errors', errors), ('newline', newline)):
            if given is not None:
                raise ValueError(f"Argument '{name}' not supported in binary mode")
    plain = mode.replace('t', '')
    if isinstance(filename, (str, bytes, os.PathLike)):
        file = GzipFile(filename, plain, compresslevel)
    elif hasattr(filename, 'read') or hasattr(filename, 'write'):
        file = GzipFile(None, plain, compresslevel, filename)
    else:
        raise TypeError('filename must be a str or bytes object, or a file')
    if 't' in mode:
        return io.TextIOWrapper(file, io.text_encoding(encoding), errors, newline)
    return file


class _Source:
    """A file that is read ahead, of which a part can be given back."""

    def __init__(self, file):
        self.file = file
        self.ahead = b''

    def read(self, n):
        ahead = self.ahead
        if ahead:
            self.ahead = ahead[n:]
            return ahead[:n]
        return self.file.read(n)

    def exactly(self, n):
        data = self.read(n)
        while len(data) < n:
            part = self.read(n - len(data))
            if not part:
                raise EOFError(_ENDED)
            data += part
        return data

    def until_zero(self):
        while self.read(1) not in (b'', b'\0'):
            pass

    def header(self):
        """Read a member's header; None at the end of the file, else the time in it."""
        magic = self.read(2)
        if magic == b'':
            return None
        if magic != b'\x1f\x8b':
            raise BadGzipFile('Not a gzipped file (%r)' % magic)
        method, flags, mtime = struct.unpack('<BBIxx', self.exactly(8))
        if method != 8:
            raise BadGzipFile('Unknown compression method')
        if flags & FEXTRA:
            self.exactly(struct.unpack('<H', self.exactly(2))[0])
        if flags & FNAME:
            self.until_zero()
        if flags & FCOMMENT:
            self.until_zero()
        if flags & FHCRC:
            self.exactly(2)
        return mtime


class GzipFile(_Reader):
    """The GzipFile class simulates most of the methods of a file object with the exception of the truncate() method."""

    fileobj = None
    myfileobj = None

    def __init__(self, filename=None, mode=None, compresslevel=9, fileobj=None, mtime=None):
        if mode and ('t' in mode or 'U' in mode):
            raise ValueError('Invalid mode: {!r}'.format(mode))
        if mode and 'b' not in mode:
            mode += 'b'
        opened = None
        if fileobj is None:
            fileobj = opened = _open(filename, mode or 'rb')
        if filename is None:
            filename = getattr(fileobj, 'name', '')
            if not isinstance(filename, (str, bytes)):
                filename = ''
        else:
            filename = os.fspath(filename)
        given = mode
        if mode is None:
            mode = getattr(fileobj, 'mode', 'rb')
        self.name = filename
        if mode.startswith('r'):
            self.mode = READ
            self._source = _Source(fileobj)
            self._stream = None
            self._mtime = None
            self._begin()
        elif mode.startswith(('w', 'a', 'x')):
            if given is None:
                import warnings
                warnings.warn('GzipFile was opened for writing, but this will change in future Python releases.  '
                              'Specify the mode argument for opening it for writing.', FutureWarning, 2)
            self.mode = WRITE
            self._compress = zlib.compressobj(compresslevel, zlib.DEFLATED, -zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, 0)
            self._crc = zlib.crc32(b'')
            self._size = 0
            self._waiting = []
            self._waiting_size = 0
            self._mtime = mtime
        else:
            raise ValueError('Invalid mode: {!r}'.format(mode))
        self.fileobj, self.myfileobj = fileobj, opened
        if self.mode == WRITE:
            self._write_header(compresslevel)

    @property
    def mtime(self):
        """Last modification time read from stream, or None"""
        return self._mtime if self.mode == READ else None

    def __repr__(self):
        return '<gzip ' + repr(self.fileobj)[1:-1] + ' ' + hex(id(self)) + '>'

    def _write_header(self, level):
        name = os.path.basename(self.name)
        try:
            if isinstance(name, str):
                name = name.encode('latin-1')
            if name.endswith(b'.gz'):
                name = name[:-3]
        except UnicodeEncodeError:
            name = b''
        mtime = time.time() if self._mtime is None else self._mtime
        extra = {_COMPRESS_LEVEL_BEST: 2, _COMPRESS_LEVEL_FAST: 4}.get(level, 0)
        header = struct.pack('<2sBBLBB', b'\x1f\x8b', 8, FNAME if name else 0, int(mtime), extra, 255)
        self.fileobj.write(header + (name + b'\0' if name else b''))

    def _open_for(self, mode, what):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file')
        if self.mode != mode:
            raise OSError(errno.EBADF, f'{what}() on {"write" if mode == READ else "read"}-only GzipFile object')

    # Writing.

    def write(self, data):
        self._open_for(WRITE, 'write')
        if isinstance(data, (bytes, bytearray)):
            n = len(data)
        elif isinstance(data, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        else:
            data = memoryview(data)
            n = data.nbytes
        if n:
            self._waiting.append(bytes(data))
            self._waiting_size += n
            if self._waiting_size >= READ_BUFFER_SIZE:
                self._compress_waiting()
        return n

    def _compress_waiting(self):
        if self._waiting:
            data = b''.join(self._waiting)
            self._waiting, self._waiting_size = [], 0
            self._crc = zlib.crc32(data, self._crc)
            self._size += len(data)
            self.fileobj.write(self._compress.compress(data))

    def flush(self, zlib_mode=zlib.Z_SYNC_FLUSH):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file')
        if self.mode == WRITE:
            self._compress_waiting()
            self.fileobj.write(self._compress.flush(zlib_mode))
            self.fileobj.flush()

    def close(self):
        file = self.fileobj
        if file is None:
            return
        try:
            if self.mode == WRITE:
                self._compress_waiting()
                file.write(self._compress.flush() + struct.pack('<LL', self._crc, self._size & 0xffffffff))
        finally:
            self.fileobj = None
            opened, self.myfileobj = self.myfileobj, None
            if opened is not None:
                opened.close()

    @property
    def closed(self):
        return self.fileobj is None

    # Reading.

    def more(self):
        while True:
            if self._stream is None:
                mtime = self._source.header()
                if mtime is None:
                    return b''
                self._mtime = mtime
                self._stream = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
                self._crc, self._size = zlib.crc32(b''), 0
                self._tail = b''
            stream = self._stream
            data = self._tail or self._source.read(READ_BUFFER_SIZE)
            out = stream.decompress(data, io.DEFAULT_BUFFER_SIZE * 32)
            self._tail = stream.unconsumed_tail
            if out:
                self._crc = zlib.crc32(out, self._crc)
                self._size += len(out)
            if stream.eof:
                self._source.ahead = stream.unused_data + self._source.ahead
                self._stream = None
                self._trailer()
            elif not out and not data:
                raise EOFError(_ENDED)
            if out:
                return out

    def _trailer(self):
        crc, size = struct.unpack('<II', self._source.exactly(8))
        if crc != self._crc:
            raise BadGzipFile('CRC check failed %s != %s' % (hex(crc), hex(self._crc)))
        if size != self._size & 0xffffffff:
            raise BadGzipFile('Incorrect length of data produced')
        zero = b'\0'
        while zero == b'\0':
            zero = self._source.read(1)
        self._source.ahead = zero + self._source.ahead

    def restart(self):
        self._source.file.seek(0)
        self._source.ahead = b''
        self._stream = None

    def read(self, size=-1):
        self._open_for(READ, 'read')
        return self._read(size)

    def read1(self, size=-1):
        """Implements BufferedIOBase.read1()"""
        self._open_for(READ, 'read1')
        return self._read1(size)

    def peek(self, n):
        self._open_for(READ, 'peek')
        return self._peek()

    def readline(self, size=-1):
        self._open_for(READ, 'readline')
        return self._readline(size)

    def tell(self):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file')
        return self._position if self.mode == READ else self._size + self._waiting_size

    def fileno(self):
        """Invoke the underlying file object's fileno() method."""
        return self.fileobj.fileno()

    def rewind(self):
        """Return the uncompressed stream file position indicator to the beginning of the file"""
        if self.mode != READ:
            raise OSError("Can't rewind in write mode")
        self._seek(0, 0)

    def readable(self):
        return self.mode == READ

    def writable(self):
        return self.mode == WRITE

    def seekable(self):
        return True

    def seek(self, offset, whence=0):
        if self.fileobj is None:
            raise ValueError('I/O operation on closed file')
        if self.mode == READ:
            return self._seek(offset, whence)
        position = self.tell()
        if whence == 1:
            offset += position
        elif whence:
            raise ValueError('Seek from end not supported')
        if offset < position:
            raise OSError('Negative seek in write mode')
        zeros = bytes(min(READ_BUFFER_SIZE, offset - position))
        while position < offset:
            position += self.write(zeros[:offset - position])
        return position


def compress(data, compresslevel=9, *, mtime=None):
    """Compress data in one shot and return the compressed string."""
    done = zlib.compress(data, level=compresslevel, wbits=31)
    if mtime is None:
        mtime = time.time()
    return done[:4] + struct.pack('<LBB', int(mtime), done[8], 255) + done[10:]


def decompress(data):
    """Decompress a gzip compressed string in one shot."""
    parts = []
    while True:
        source = _Source(io.BytesIO(data))
        if source.header() is None:
            return b''.join(parts)
        stream = zlib.decompressobj(wbits=-zlib.MAX_WBITS)
        out = stream.decompress(source.file.read())
        rest = stream.unused_data
        if not stream.eof or len(rest) < 8:
            raise EOFError(_ENDED)
        crc, size = struct.unpack('<II', rest[:8])
        if crc != zlib.crc32(out):
            raise BadGzipFile('CRC check failed')
        if size != len(out) & 0xffffffff:
            raise BadGzipFile('Incorrect length of data produced')
        parts.append(out)
        data = rest[8:].lstrip(b'\0')


def main():
    from argparse import ArgumentParser
    parser = ArgumentParser(description='A simple command line interface for the gzip module: act like gzip, '
                                        'but do not delete the input file.')
    group = parser.add_mutually_exclusive_group()
    group.add_argument('--fast', action='store_true', help='compress faster')
    group.add_argument('--best', action='store_true', help='compress better')
    group.add_argument('-d', '--decompress', action='store_true', help='act like gunzip instead of gzip')
    parser.add_argument('args', nargs='*', default=['-'], metavar='file')
    options = parser.parse_args()
    level = _COMPRESS_LEVEL_FAST if options.fast else _COMPRESS_LEVEL_BEST if options.best else _COMPRESS_LEVEL_TRADEOFF
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    for name in options.args:
        if options.decompress:
            if name != '-' and not name.endswith('.gz'):
                sys.exit(f"filename doesn't end in .gz: {name!r}")
            source = GzipFile('', 'rb', fileobj=stdin) if name == '-' else open(name, 'rb')
            target = stdout if name == '-' else _open(name[:-3], 'wb')
        else:
            source = stdin if name == '-' else _open(name, 'rb')
            target = GzipFile('', 'wb', level, stdout) if name == '-' else open(name + '.gz', 'wb', level)
        while True:
            part = source.read(READ_BUFFER_SIZE)
            if not part:
                break
            target.write(part)
        if target is not stdout:
            target.close()
        if source is not stdin:
            source.close()


if __name__ == '__main__':
    main()
