# Members of an archive: their description and the streams that read them.

import os
import stat
import struct
import time
import zlib
from _compression import Reader as _Reader

ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2, ZIP_LZMA = 0, 8, 12, 14
ZIP64_LIMIT = (1 << 31) - 1
NAMES = {
    0: 'store', 1: 'shrink', 2: 'reduce', 3: 'reduce', 4: 'reduce', 5: 'reduce', 6: 'implode', 7: 'tokenize', 8: 'deflate',
    9: 'deflate64', 10: 'implode', 12: 'bzip2', 14: 'lzma', 18: 'terse', 19: 'lz77', 97: 'wavpack', 98: 'ppmd',
}
LOCAL, LOCAL_MAGIC = '<4sBBHHHHLLLHH', b'PK\3\4'
ENCRYPTED, DESCRIPTOR, UTF8 = 1, 8, 0x800


class BadZipFile(Exception):
    pass


class LargeZipFile(Exception):
    """Raised when writing a zipfile, the zipfile requires ZIP64 extensions and those extensions are disabled."""


def need(method):
    """Check that a compression method can be used, and import what it needs."""
    if method == ZIP_BZIP2:
        import bz2
        return bz2
    if method == ZIP_LZMA:
        import lzma
        return lzma
    if method not in (ZIP_STORED, ZIP_DEFLATED):
        raise NotImplementedError('That compression method is not supported')


def compressor(method, level):
    if method == ZIP_DEFLATED:
        return zlib.compressobj(zlib.Z_DEFAULT_COMPRESSION if level is None else level, zlib.DEFLATED, -15)
    if method == ZIP_BZIP2:
        return need(method).BZ2Compressor(9 if level is None else level)
    if method == ZIP_LZMA:
        return need(method)._ZipCompressor()
    return None


def decompressor(method):
    if method == ZIP_STORED:
        return None
    if method == ZIP_DEFLATED:
        return zlib.decompressobj(-15)
    if method == ZIP_BZIP2:
        return need(method).BZ2Decompressor()
    if method == ZIP_LZMA:
        return need(method)._ZipDecompressor()
    return need(method)


def clean(name):
    """The name up to a null byte, with slashes."""
    end = name.find('\0')
    if end >= 0:
        name = name[:end]
    for sep in (os.sep, os.altsep):
        if sep and sep != '/':
            name = name.replace(sep, '/')
    return name


def dos_time(when):
    return (when[0] - 1980) << 9 | when[1] << 5 | when[2], when[3] << 11 | when[4] << 5 | when[5] // 2


class ZipInfo:
    """Class with attributes describing each file in the ZIP archive."""

    compress_level = None
    _end_offset = None

    def __init__(self, filename='NoName', date_time=(1980, 1, 1, 0, 0, 0)):
        self.orig_filename = filename
        self.filename = clean(filename)
        self.date_time = date_time
        if date_time[0] < 1980:
            raise ValueError('ZIP does not support timestamps before 1980')
        self.compress_type = ZIP_STORED
        self.compress_level = None
        self.comment = b''
        self.extra = b''
        self.create_system = 0 if os.name == 'nt' else 3
        self.create_version = self.extract_version = 20
        self.reserved = self.flag_bits = self.volume = 0
        self.internal_attr = self.external_attr = 0
        self.compress_size = self.file_size = 0

    @property
    def _compresslevel(self):
        return self.compress_level

    @_compresslevel.setter
    def _compresslevel(self, value):
        self.compress_level = value

    def __repr__(self):
        parts = [f'<{type(self).__name__} filename={self.filename!r}']
        if self.compress_type != ZIP_STORED:
            parts.append(f'compress_type={NAMES.get(self.compress_type, self.compress_type)}')
        mode, low = self.external_attr >> 16, self.external_attr & 0xffff
        if mode:
            parts.append(f'filemode={stat.filemode(mode)!r}')
        if low:
            parts.append(f'external_attr={low:#x}')
        folder = self.is_dir()
        if not folder or self.file_size:
            parts.append(f'file_size={self.file_size!r}')
        if (not folder or self.compress_size) and (self.compress_type != ZIP_STORED or self.file_size != self.compress_size):
            parts.append(f'compress_size={self.compress_size!r}')
        return ' '.join(parts) + '>'

    def _encoded_name(self):
        try:
            return self.filename.encode('ascii'), self.flag_bits
        except UnicodeEncodeError:
            return self.filename.encode('utf-8'), self.flag_bits | UTF8

    def _versions(self, large):
        least = {ZIP_BZIP2: 46, ZIP_LZMA: 63}.get(self.compress_type, 45 if large else 0)
        return max(least, self.create_version), max(least, self.extract_version)

    def FileHeader(self, zip64=None):
        """Return the per-file header as a bytes object."""
        if self.flag_bits & DESCRIPTOR:
            crc = packed = size = 0
        else:
            crc, packed, size = self.CRC, self.compress_size, self.file_size
        extra = self.extra
        if zip64 is None:
            zip64 = size > ZIP64_LIMIT or packed > ZIP64_LIMIT
        if zip64:
            extra += struct.pack('<HHQQ', 1, 16, size, packed)
            size = packed = 0xffffffff
        self.create_version, self.extract_version = self._versions(zip64)
        name, flags = self._encoded_name()
        date, clock = dos_time(self.date_time)
        return struct.pack(LOCAL, LOCAL_MAGIC, self.extract_version, self.reserved, flags, self.compress_type, clock, date, crc,
                           packed, size, len(name), len(extra)) + name + extra

    def _read_extra(self, name_crc):
        extra = self.extra
        while len(extra) >= 4:
            kind, size = struct.unpack('<HH', extra[:4])
            if size + 4 > len(extra):
                raise BadZipFile('Corrupt extra field %04x (size=%d)' % (kind, size))
            data, extra = extra[4:size + 4], extra[size + 4:]
            if kind == 1:
                self._read_large(data)
            elif kind == 0x7075:
                self._read_unicode_name(data, name_crc)

    def _read_large(self, data):
        at = 0
        for name, what, unknown in (('file_size', 'File size', (0xffffffff, 0xffffffffffffffff)), ('compress_size', 'Compress size', (0xffffffff,)),
                                    ('header_offset', 'Header offset', (0xffffffff,))):
            if getattr(self, name) in unknown:
                if len(data) - at < 8:
                    raise BadZipFile(f'Corrupt zip64 extra field. {what} not found.')
                setattr(self, name, int.from_bytes(data[at:at + 8], 'little'))
                at += 8

    def _read_unicode_name(self, data, name_crc):
        try:
            version, crc = struct.unpack('<BL', data[:5])
            if version == 1 and crc == name_crc:
                name = data[5:].decode('utf-8')
                if name:
                    self.filename = clean(name)
                else:
                    import warnings
                    warnings.warn('Empty unicode path extra field (0x7075)', stacklevel=2)
        except struct.error as e:
            raise BadZipFile('Corrupt unicode path extra field (0x7075)') from e
        except UnicodeDecodeError as e:
            raise BadZipFile('Corrupt unicode path extra field (0x7075): invalid utf-8 bytes') from e

    @classmethod
    def from_file(cls, filename, arcname=None, *, strict_timestamps=True):
        """Construct an appropriate ZipInfo for a file on the filesystem."""
        filename = os.fspath(filename)
        st = os.stat(filename)
        when = tuple(time.localtime(st.st_mtime)[:6])
        if not strict_timestamps:
            when = max(min(when, (2107, 12, 31, 23, 59, 59)), (1980, 1, 1, 0, 0, 0))
        name = os.path.normpath(os.path.splitdrive(filename if arcname is None else arcname)[1])
        while name[0] in (os.sep, os.altsep):
            name = name[1:]
        folder = stat.S_ISDIR(st.st_mode)
        info = cls(name + '/' if folder else name, when)
        info.external_attr = (st.st_mode & 0xffff) << 16
        if folder:
            info.file_size = 0
            info.external_attr |= 0x10
        else:
            info.file_size = st.st_size
        return info

    def is_dir(self):
        """Return True if this archive member is a directory."""
        return self.filename.endswith('/') or bool(os.altsep and self.filename.endswith((os.path.sep, os.altsep)))


def _crc_table():
    table = []
    for crc in range(256):
        for _ in range(8):
            crc = (crc >> 1) ^ 0xedb88320 if crc & 1 else crc >> 1
        table.append(crc)
    return table


class Decrypter:
    """The old cipher of ZIP files."""

    table = None

    def __init__(self, password):
        if Decrypter.table is None:
            Decrypter.table = _crc_table()
        self.keys = 0x12345678, 0x23456789, 0x34567890
        for c in password:
            self._mix(c)

    def _mix(self, c):
        k0, k1, k2 = self.keys
        table = self.table
        k0 = (k0 >> 8) ^ table[(k0 ^ c) & 0xff]
        k1 = ((k1 + (k0 & 0xff)) * 134775813 + 1) & 0xffffffff
        k2 = (k2 >> 8) ^ table[(k2 ^ (k1 >> 24)) & 0xff]
        self.keys = k0, k1, k2

    def __call__(self, data):
        out = bytearray()
        for c in data:
            k = self.keys[2] | 2
            c ^= ((k * (k ^ 1)) >> 8) & 0xff
            self._mix(c)
            out.append(c)
        return bytes(out)


class Part:
    """A piece of the archive's file: others read elsewhere in it meanwhile."""

    def __init__(self, archive, at, size):
        self.archive = archive
        self.file = archive.fp
        self.start = self.at = at
        self.end = at + size

    def read(self, n):
        n = min(n, self.end - self.at)
        if n <= 0:
            return b''
        with self.archive._lock:
            if self.archive._writing:
                raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.")
            self.file.seek(self.at)
            data = self.file.read(n)
            self.at = self.file.tell()
        return data


class ZipExtFile(_Reader):
    """File-like object for reading an archive member."""

    def __init__(self, part, mode, zipinfo, pwd=None, release=None):
        self._part = part
        self._info = zipinfo
        self._release = release
        self._method = zipinfo.compress_type
        self._password = pwd
        self.name = zipinfo.filename
        self.mode = 'rb'
        self.newlines = None
        self._skip = 12 if zipinfo.flag_bits & ENCRYPTED else 0
        self._begin()
        self.restart()

    def restart(self):
        info, part = self._info, self._part
        part.at = part.start
        self._decompress = decompressor(self._method)
        self._left, self._packed = info.file_size, info.compress_size
        self._crc = zlib.crc32(b'')
        self._tail = b''
        self._decrypt = None
        if self._skip:
            self._decrypt = Decrypter(self._password)
            head = self._decrypt(part.read(12))
            expected = (info._raw_time if info.flag_bits & DESCRIPTOR else info.CRC >> 16) >> 8 & 0xff
            if len(head) < 12 or head[11] != expected:
                raise RuntimeError('Bad password for file %r' % info.orig_filename)
            self._packed -= 12

    def _source(self):
        if self._packed <= 0:
            return b''
        data = self._part.read(min(self._packed, 1 << 17))
        self._packed -= len(data)
        if not data:
            raise EOFError
        return self._decrypt(data) if self._decrypt else data

    def more(self):
        if self._left <= 0:
            return b''
        while True:
            if self._decompress is None:
                out = self._source()
                ended = self._packed <= 0
            else:
                d = self._decompress
                deflate = self._method == ZIP_DEFLATED
                data = self._tail or (self._source() if deflate or d.needs_input else b'')
                out = d.decompress(data, 1 << 18)
                self._tail = d.unconsumed_tail if deflate else b''
                ended = d.eof or not out and not self._tail and self._packed <= 0
                if ended and not d.eof and deflate:
                    out += d.flush()
            out = out[:self._left]
            self._left -= len(out)
            self._crc = zlib.crc32(out, self._crc)
            if ended or self._left <= 0:
                self._left = 0
                if self._crc != self._info.CRC:
                    raise BadZipFile('Bad CRC-32 for file %r' % self.name)
            if out or ended:
                return out

    def __repr__(self):
        parts = [f'<{type(self).__module__}.{type(self).__qualname__}']
        if self.closed:
            parts.append('[closed]')
        else:
            parts.append(f'name={self.name!r}')
            if self._method != ZIP_STORED:
                parts.append(f'compress_type={NAMES.get(self._method, self._method)}')
        return ' '.join(parts) + '>'

    def _open(self, words):
        if self.closed:
            raise ValueError(words)

    def readable(self):
        self._open('I/O operation on closed file.')
        return True

    def seekable(self):
        self._open('I/O operation on closed file.')
        return True

    def read(self, n=-1):
        """Read and return up to n bytes."""
        self._open('read from closed file.')
        return self._read(n)

    def read1(self, n=-1):
        """Read up to n bytes with at most one read() system call."""
        self._open('read from closed file.')
        return self._read1(n)

    def readline(self, limit=-1):
        """Read and return a line from the stream."""
        self._open('read from closed file.')
        return self._readline(limit)

    def peek(self, n=1):
        """Returns buffered bytes without advancing the position."""
        return self._peek()

    def seek(self, offset, whence=0):
        self._open('seek on closed file.')
        if whence not in (0, 1, 2):
            raise ValueError('whence must be os.SEEK_SET (0), os.SEEK_CUR (1), or os.SEEK_END (2)')
        self._length = self._info.file_size
        if whence == 1:
            offset += self._position
        elif whence == 2:
            offset += self._length
        return self._seek(min(offset, self._length), 0)

    def tell(self):
        self._open('tell on closed file.')
        return self._position

    def close(self):
        if not self.closed and self._release:
            self._release()
        super().close()
