# The module zipfile: archives. Members are in members.py, Path in paths.py.

import io
import os
import shutil
import stat
import struct
import sys
import threading
import time
from builtins import open as _open_file
from zlib import crc32
from zipfile._members import (
    BadZipFile, Decrypter as _Decrypter, LargeZipFile, NAMES as compressor_names, Part as _Part, ZIP64_LIMIT, ZIP_BZIP2,
    ZIP_DEFLATED, ZIP_LZMA, ZIP_STORED, ZipExtFile, ZipInfo, compressor as _compressor, dos_time as _dos_time,
    need as _check_compression)

for _class in (BadZipFile, LargeZipFile, ZipInfo, ZipExtFile):
    _class.__module__ = 'zipfile'

__all__ = ['BadZipFile', 'BadZipfile', 'error', 'ZIP_STORED', 'ZIP_DEFLATED', 'ZIP_BZIP2', 'ZIP_LZMA', 'is_zipfile', 'ZipInfo', 'ZipFile',
           'LargeZipFile', 'Path']

error = BadZipfile = BadZipFile
ZIP_FILECOUNT_LIMIT = ZIP_MAX_COMMENT = 0xffff

_END, _END_MAGIC = '<4s4H2LH', b'PK\5\6'
_CENTRAL, _CENTRAL_MAGIC = '<4s4B4HL2L5H2L', b'PK\1\2'
_LOCAL, _LOCAL_MAGIC, _LOCAL_SIZE = '<4sBBHHHHLLLHH', b'PK\3\4', 30
_END64, _END64_MAGIC = '<4sQ2H2L4Q', b'PK\6\6'
_LOCATOR64, _LOCATOR64_MAGIC = '<4sLQL', b'PK\6\7'
_END_SIZE, _CENTRAL_SIZE, _END64_SIZE, _LOCATOR64_SIZE = 22, 46, 56, 20


def is_zipfile(filename):
    """Quickly see if a file is a ZIP file by checking the magic number."""
    try:
        if hasattr(filename, 'read'):
            at = filename.tell()
            found = _find_end(filename) is not None
            filename.seek(at)
            return found
        with _open_file(filename, 'rb') as file:
            return _find_end(file) is not None
    except (OSError, BadZipFile):
        return False


def _find_end(file):
    """The end record as (offset of the record, entries' size, their offset, comment, zip64), or None."""
    size = file.seek(0, 2)
    if size < _END_SIZE:
        return None
    file.seek(max(size - _END_SIZE, 0))
    data = file.read()
    if len(data) == _END_SIZE and data[:4] == _END_MAGIC and data[-2:] == b'\0\0':
        at, comment = size - _END_SIZE, b''
    else:
        first = max(size - 65536 - _END_SIZE, 0)
        file.seek(first)
        data = file.read()
        found = data.rfind(_END_MAGIC)
        if found < 0 or len(data) - found < _END_SIZE:
            return None
        at = first + found
        n = int.from_bytes(data[found + 20:found + 22], 'little')
        comment = data[found + _END_SIZE:found + _END_SIZE + n]
        data = data[found:found + _END_SIZE]
    _, _, _, _, _, length, offset, _ = struct.unpack(_END, data)
    if at >= _LOCATOR64_SIZE:
        file.seek(at - _LOCATOR64_SIZE)
        data = file.read(_LOCATOR64_SIZE)
        magic, disk, _, disks = struct.unpack(_LOCATOR64, data) if len(data) == _LOCATOR64_SIZE else (b'', 0, 0, 0)
        if magic == _LOCATOR64_MAGIC:
            if disk != 0 or disks > 1:
                raise BadZipFile('zipfiles that span multiple disks are not supported')
            if at >= _LOCATOR64_SIZE + _END64_SIZE:
                file.seek(at - _LOCATOR64_SIZE - _END64_SIZE)
                data = file.read(_END64_SIZE)
                if len(data) == _END64_SIZE and data[:4] == _END64_MAGIC:
                    length, offset = struct.unpack(_END64, data)[8:]
                    return at, length, offset, comment, True
    return at, length, offset, comment, False


class _Tellable:
    """A file that cannot seek, of which the position is counted."""

    def __init__(self, fp):
        self.fp = fp
        self.offset = 0

    def write(self, data):
        n = self.fp.write(data)
        self.offset += n
        return n

    def tell(self):
        return self.offset

    def flush(self):
        self.fp.flush()

    def close(self):
        self.fp.close()


class _ZipWriteFile(io.BufferedIOBase):
    mode = 'wb'

    def __init__(self, archive, info, zip64):
        self._archive = archive
        self._info = info
        self._zip64 = zip64
        self._compress = _compressor(info.compress_type, info.compress_level)
        self._size = self._packed = 0
        self._crc = crc32(b'')

    @property
    def name(self):
        return self._info.filename

    def writable(self):
        return True

    def write(self, data):
        if self.closed:
            raise ValueError('I/O operation on closed file.')
        if not isinstance(data, (bytes, bytearray)):
            data = bytes(memoryview(data))
        n = len(data)
        self._size += n
        self._crc = crc32(data, self._crc)
        if self._compress:
            data = self._compress.compress(data)
            self._packed += len(data)
        self._archive.fp.write(data)
        return n

    def close(self):
        if self.closed:
            return
        archive, info = self._archive, self._info
        try:
            super().close()
            file = archive.fp
            if self._compress:
                data = self._compress.flush()
                self._packed += len(data)
                file.write(data)
            else:
                self._packed = self._size
            info.compress_size, info.file_size, info.CRC = self._packed, self._size, self._crc
            if not self._zip64:
                for what, n in (('File', self._size), ('Compressed', self._packed)):
                    if n > ZIP64_LIMIT:
                        raise RuntimeError(f'{what} size too large, try using force_zip64')
            if info.flag_bits & 8:
                file.write(struct.pack('<LLQQ' if self._zip64 else '<LLLL', 0x08074b50, info.CRC, info.compress_size, info.file_size))
                archive.start_dir = file.tell()
            else:
                archive.start_dir = file.tell()
                file.seek(info.header_offset)
                file.write(info.FileHeader(self._zip64))
                file.seek(archive.start_dir)
            archive.filelist.append(info)
            archive.NameToInfo[info.filename] = info
        finally:
            archive._writing = False


class ZipFile:
    """Class with methods to open, read, write, close, list zip files."""

    fp = None
    _windows_illegal_name_trans_table = None

    def __init__(self, file, mode='r', compression=ZIP_STORED, allowZip64=True, compresslevel=None, *, strict_timestamps=True,
                 metadata_encoding=None):
        if mode not in ('r', 'w', 'x', 'a'):
            raise ValueError("ZipFile requires mode 'r', 'w', 'x', or 'a'")
        _check_compression(compression)
        self._allowZip64 = allowZip64
        self._didModify = False
        self.debug = 0
        self.NameToInfo = {}
        self.filelist = []
        self.compression = compression
        self.compresslevel = compresslevel
        self.mode = mode
        self.pwd = None
        self._comment = b''
        self._strict_timestamps = strict_timestamps
        self.metadata_encoding = metadata_encoding
        if metadata_encoding and mode != 'r':
            raise ValueError('metadata_encoding is only supported for reading files')
        if isinstance(file, os.PathLike):
            file = os.fspath(file)
        if isinstance(file, str):
            self._opened = True
            self.filename = file
            if mode == 'a':
                try:
                    self.fp = _open_file(file, 'r+b')
                except OSError:
                    self.fp = _open_file(file, 'w+b')
            else:
                self.fp = _open_file(file, {'r': 'rb', 'w': 'w+b', 'x': 'x+b'}[mode])
        else:
            self._opened = False
            self.fp = file
            self.filename = getattr(file, 'name', None)
        self._users = 1
        self._lock = threading.RLock()
        self._seekable = True
        self._writing = False
        try:
            if mode == 'r':
                self._read_directory()
            elif mode == 'a':
                try:
                    self._read_directory()
                    self.fp.seek(self.start_dir)
                except BadZipFile:
                    self.fp.seek(0, 2)
                    self._didModify = True
                    self.start_dir = self.fp.tell()
            else:
                self._didModify = True
                try:
                    self.start_dir = self.fp.tell()
                except (AttributeError, OSError):
                    self.fp = _Tellable(self.fp)
                    self.start_dir = 0
                    self._seekable = False
                else:
                    try:
                        self.fp.seek(self.start_dir)
                    except (AttributeError, OSError):
                        self._seekable = False
        except:
            fp, self.fp = self.fp, None
            self._unuse(fp)
            raise

    def __enter__(self):
        return self

    def __exit__(self, type, value, traceback):
        self.close()

    def __repr__(self):
        parts = [f'<{type(self).__module__}.{type(self).__qualname__}']
        if self.fp is None:
            parts.append('[closed]')
        else:
            if self._opened:
                parts.append(f'filename={self.filename!r}')
            else:
                parts.append(f'file={self.fp!r}')
                if self.filename is not None:
                    parts.append(f'filename={self.filename!r}')
            parts.append(f'mode={self.mode!r}')
        return ' '.join(parts) + '>'

    def _read_directory(self):
        file = self.fp
        try:
            end = _find_end(file)
        except OSError:
            raise BadZipFile('File is not a zip file')
        if not end:
            raise BadZipFile('File is not a zip file')
        at, size, offset, self._comment, zip64 = end
        # What stands before the archive moves all offsets.
        moved = at - size - offset - (_END64_SIZE + _LOCATOR64_SIZE if zip64 else 0)
        self.start_dir = offset + moved
        if self.start_dir < 0:
            raise BadZipFile('Bad offset for central directory')
        file.seek(self.start_dir)
        data = file.read(size)
        at = 0
        while at < size:
            entry = data[at:at + _CENTRAL_SIZE]
            if len(entry) != _CENTRAL_SIZE:
                raise BadZipFile('Truncated central directory')
            entry = struct.unpack(_CENTRAL, entry)
            if entry[0] != _CENTRAL_MAGIC:
                raise BadZipFile('Bad magic number for central directory')
            at += _CENTRAL_SIZE
            parts = []
            for n in entry[12:15]:
                parts.append(data[at:at + n])
                at += n
            raw_name, extra, comment = parts
            flags = entry[5]
            name = raw_name.decode('utf-8' if flags & 0x800 else self.metadata_encoding or 'cp437')
            info = ZipInfo(name)
            info.extra, info.comment = extra, comment
            (info.create_version, info.create_system, info.extract_version, info.reserved, info.flag_bits, info.compress_type,
             clock, date, info.CRC, info.compress_size, info.file_size) = entry[1:12]
            if info.extract_version > 63:
                raise NotImplementedError('zip file version %.1f' % (info.extract_version / 10))
            info.volume, info.internal_attr, info.external_attr, info.header_offset = entry[15:]
            info._raw_time = clock
            info.date_time = ((date >> 9) + 1980, date >> 5 & 15, date & 31, clock >> 11, clock >> 5 & 63, (clock & 31) * 2)
            info._read_extra(crc32(raw_name))
            info.header_offset += moved
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
        end = self.start_dir
        for info in sorted(self.filelist, key=lambda info: info.header_offset, reverse=True):
            info._end_offset = end
            end = info.header_offset

    def namelist(self):
        """Return a list of file names in the archive."""
        return [info.filename for info in self.filelist]

    def infolist(self):
        """Return a list of class ZipInfo instances for files in the archive."""
        return self.filelist

    def printdir(self, file=None):
        """Print a table of contents for the zip file."""
        print('%-46s %19s %12s' % ('File Name', 'Modified    ', 'Size'), file=file)
        for info in self.filelist:
            print('%-46s %s %12d' % (info.filename, '%d-%02d-%02d %02d:%02d:%02d' % info.date_time[:6], info.file_size), file=file)

    def testzip(self):
        """Read all the files and check the CRC. Return the name of the first bad one, or None."""
        for info in self.filelist:
            try:
                with self.open(info.filename, 'r') as f:
                    while f.read(1 << 20):
                        pass
            except BadZipFile:
                return info.filename

    def getinfo(self, name):
        """Return the instance of ZipInfo given 'name'."""
        info = self.NameToInfo.get(name)
        if info is None:
            raise KeyError('There is no item named %r in the archive' % name)
        return info

    def setpassword(self, pwd):
        """Set default password for encrypted files."""
        if pwd and not isinstance(pwd, bytes):
            raise TypeError('pwd: expected bytes, got %s' % type(pwd).__name__)
        self.pwd = pwd or None

    @property
    def comment(self):
        """The comment text associated with the ZIP file."""
        return self._comment

    @comment.setter
    def comment(self, comment):
        if not isinstance(comment, bytes):
            raise TypeError('comment: expected bytes, got %s' % type(comment).__name__)
        if len(comment) > ZIP_MAX_COMMENT:
            import warnings
            warnings.warn('Archive comment is too long; truncating to %d bytes' % ZIP_MAX_COMMENT, stacklevel=2)
            comment = comment[:ZIP_MAX_COMMENT]
        self._comment = comment
        self._didModify = True

    def read(self, name, pwd=None):
        """Return file bytes for name."""
        with self.open(name, 'r', pwd) as f:
            return f.read()

    def open(self, name, mode='r', pwd=None, *, force_zip64=False):
        """Return file-like object for 'name'."""
        if mode not in {'r', 'w'}:
            raise ValueError('open() requires mode "r" or "w"')
        if pwd and mode == 'w':
            raise ValueError('pwd is only supported for reading files')
        if not self.fp:
            raise ValueError('Attempt to use ZIP archive that was already closed')
        if isinstance(name, ZipInfo):
            info = name
        elif mode == 'w':
            info = ZipInfo(name)
            info.compress_type, info.compress_level = self.compression, self.compresslevel
        else:
            info = self.getinfo(name)
        if mode == 'w':
            return self._open_to_write(info, force_zip64)
        if self._writing:
            raise ValueError("Can't read from the ZIP file while there is an open writing handle on it. Close the writing handle before trying to read.")
        with self._lock:
            file = self.fp
            file.seek(info.header_offset)
            header = file.read(_LOCAL_SIZE)
            if len(header) != _LOCAL_SIZE:
                raise BadZipFile('Truncated file header')
            header = struct.unpack(_LOCAL, header)
            if header[0] != _LOCAL_MAGIC:
                raise BadZipFile('Bad magic number for file header')
            raw_name = file.read(header[10])
            start = info.header_offset + _LOCAL_SIZE + header[10] + header[11]
            self._users += 1
        try:
            if info.flag_bits & 0x20:
                raise NotImplementedError('compressed patched data (flag bit 5)')
            if info.flag_bits & 0x40:
                raise NotImplementedError('strong encryption (flag bit 6)')
            local = raw_name.decode('utf-8' if header[3] & 0x800 else self.metadata_encoding or 'cp437')
            if local != info.orig_filename:
                raise BadZipFile('File name in directory %r and header %r differ.' % (info.orig_filename, raw_name))
            if info._end_offset is not None and start + info.compress_size > info._end_offset:
                raise BadZipFile(f'Overlapped entries: {info.orig_filename!r} (possible zip bomb)')
            if info.flag_bits & 1:
                pwd = pwd or self.pwd
                if pwd and not isinstance(pwd, bytes):
                    raise TypeError('pwd: expected bytes, got %s' % type(pwd).__name__)
                if not pwd:
                    raise RuntimeError('File %r is encrypted, password required for extraction' % name)
            else:
                pwd = None
            return ZipExtFile(_Part(self, start, info.compress_size), mode, info, pwd, lambda: self._unuse(file))
        except:
            self._unuse(file)
            raise

    def _open_to_write(self, info, force_zip64=False):
        if force_zip64 and not self._allowZip64:
            raise ValueError('force_zip64 is True, but allowZip64 was False when opening the ZIP file.')
        if self._writing:
            raise ValueError("Can't write to the ZIP file while there is another write handle open on it. Close the first handle before opening another.")
        info.compress_size = info.CRC = 0
        info.flag_bits = (2 if info.compress_type == ZIP_LZMA else 0) | (0 if self._seekable else 8)
        if not info.external_attr:
            info.external_attr = 0o600 << 16
        zip64 = force_zip64 or info.file_size * 1.05 > ZIP64_LIMIT
        if not self._allowZip64 and zip64:
            raise LargeZipFile('Filesize would require ZIP64 extensions')
        if self._seekable:
            self.fp.seek(self.start_dir)
        info.header_offset = self.fp.tell()
        self._writecheck(info)
        self._didModify = True
        self.fp.write(info.FileHeader(zip64))
        self._writing = True
        return _ZipWriteFile(self, info, zip64)

    def extract(self, member, path=None, pwd=None):
        """Extract a member from the archive to the current working directory, using its full name."""
        return self._extract_member(member, os.getcwd() if path is None else os.fspath(path), pwd)

    def extractall(self, path=None, members=None, pwd=None):
        """Extract all members from the archive to the current working directory."""
        path = os.getcwd() if path is None else os.fspath(path)
        for member in self.namelist() if members is None else members:
            self._extract_member(member, path, pwd)

    @classmethod
    def _sanitize_windows_name(cls, arcname, pathsep):
        """Replace bad characters and remove trailing dots from parts."""
        arcname = ''.join(['_' if c in ':<>|"?*' else c for c in arcname])
        parts = [part.rstrip(' .') for part in arcname.split(pathsep)]
        return pathsep.join([part for part in parts if part])

    def _extract_member(self, member, target, pwd):
        info = member if isinstance(member, ZipInfo) else self.getinfo(member)
        name = info.filename.replace('/', os.path.sep)
        if os.path.altsep:
            name = name.replace(os.path.altsep, os.path.sep)
        # An archive cannot name what lies outside of the target.
        name = os.path.splitdrive(name)[1]
        name = os.path.sep.join([part for part in name.split(os.path.sep) if part not in ('', os.path.curdir, os.path.pardir)])
        if os.path.sep == '\\':
            name = self._sanitize_windows_name(name, os.path.sep)
        if not name and not info.is_dir():
            raise ValueError('Empty filename.')
        target = os.path.normpath(os.path.join(target, name))
        folder = os.path.dirname(target)
        if folder and not os.path.exists(folder):
            os.makedirs(folder, exist_ok=True)
        if info.is_dir():
            if not os.path.isdir(target):
                try:
                    os.mkdir(target)
                except FileExistsError:
                    if not os.path.isdir(target):
                        raise
            return target
        with self.open(member, pwd=pwd) as source, _open_file(target, 'wb') as file:
            shutil.copyfileobj(source, file, 1 << 18)
        return target

    def _writecheck(self, info):
        if info.filename in self.NameToInfo:
            import warnings
            warnings.warn('Duplicate name: %r' % info.filename, stacklevel=3)
        if self.mode not in ('w', 'x', 'a'):
            raise ValueError("write() requires mode 'w', 'x', or 'a'")
        if not self.fp:
            raise ValueError('Attempt to write ZIP archive that was already closed')
        _check_compression(info.compress_type)
        if not self._allowZip64:
            what = None
            if len(self.filelist) >= ZIP_FILECOUNT_LIMIT:
                what = 'Files count'
            elif info.file_size > ZIP64_LIMIT:
                what = 'Filesize'
            elif info.header_offset > ZIP64_LIMIT:
                what = 'Zipfile size'
            if what:
                raise LargeZipFile(what + ' would require ZIP64 extensions')

    def _writable(self, dot):
        if not self.fp:
            raise ValueError('Attempt to write to ZIP archive that was already closed')
        if self._writing:
            raise ValueError("Can't write to ZIP archive while an open writing handle exists" + dot)

    def write(self, filename, arcname=None, compress_type=None, compresslevel=None):
        """Put the bytes from filename into the archive under the name arcname."""
        self._writable('')
        info = ZipInfo.from_file(filename, arcname, strict_timestamps=self._strict_timestamps)
        if info.is_dir():
            info.compress_size = info.CRC = 0
            self.mkdir(info)
            return
        info.compress_type = self.compression if compress_type is None else compress_type
        info.compress_level = self.compresslevel if compresslevel is None else compresslevel
        with _open_file(filename, 'rb') as source, self.open(info, 'w') as target:
            shutil.copyfileobj(source, target, 1 << 18)

    def writestr(self, zinfo_or_arcname, data, compress_type=None, compresslevel=None):
        """Write a file into the archive. The contents is 'data', which may be either a 'str' or a 'bytes' instance."""
        if isinstance(data, str):
            data = data.encode('utf-8')
        if isinstance(zinfo_or_arcname, ZipInfo):
            info = zinfo_or_arcname
        else:
            info = ZipInfo(zinfo_or_arcname, tuple(time.localtime(time.time())[:6]))
            info.compress_type, info.compress_level = self.compression, self.compresslevel
            if info.filename.endswith('/'):
                info.external_attr = 0o40775 << 16 | 0x10
            else:
                info.external_attr = 0o600 << 16
        self._writable('.')
        if compress_type is not None:
            info.compress_type = compress_type
        if compresslevel is not None:
            info.compress_level = compresslevel
        info.file_size = len(data)
        with self._lock:
            with self.open(info, 'w') as target:
                target.write(data)

    def mkdir(self, zinfo_or_directory_name, mode=511):
        """Creates a directory inside the zip archive."""
        if isinstance(zinfo_or_directory_name, ZipInfo):
            info = zinfo_or_directory_name
            if not info.is_dir():
                raise ValueError('The given ZipInfo does not describe a directory')
        elif isinstance(zinfo_or_directory_name, str):
            name = zinfo_or_directory_name
            info = ZipInfo(name if name.endswith('/') else name + '/')
            info.compress_size = info.CRC = 0
            info.external_attr = ((0o40000 | mode) & 0xffff) << 16 | 0x10
            info.file_size = 0
        else:
            raise TypeError('Expected type str or ZipInfo')
        with self._lock:
            if self._seekable:
                self.fp.seek(self.start_dir)
            info.header_offset = self.fp.tell()
            if info.compress_type == ZIP_LZMA:
                info.flag_bits |= 2
            self._writecheck(info)
            self._didModify = True
            self.filelist.append(info)
            self.NameToInfo[info.filename] = info
            self.fp.write(info.FileHeader(False))
            self.start_dir = self.fp.tell()

    def __del__(self):
        self.close()

    def close(self):
        """Close the file, and for mode 'w', 'x' and 'a' write the ending records."""
        if self.fp is None:
            return
        if self._writing:
            raise ValueError("Can't close the ZIP file while there is an open writing handle on it. Close the writing handle before closing the zip.")
        try:
            if self.mode in ('w', 'x', 'a') and self._didModify:
                with self._lock:
                    if self._seekable:
                        self.fp.seek(self.start_dir)
                    self._write_directory()
        finally:
            fp, self.fp = self.fp, None
            self._unuse(fp)

    def _write_directory(self):
        file = self.fp
        for info in self.filelist:
            size, packed, offset, extra = info.file_size, info.compress_size, info.header_offset, info.extra
            large = []
            if size > ZIP64_LIMIT or packed > ZIP64_LIMIT:
                large += [size, packed]
                size = packed = 0xffffffff
            if offset > ZIP64_LIMIT:
                large.append(offset)
                offset = 0xffffffff
            if large:
                extra = struct.pack('<HH%dQ' % len(large), 1, 8 * len(large), *large) + _without_zip64(extra)
            created, needed = info._versions(bool(large))
            name, flags = info._encoded_name()
            date, clock = _dos_time(info.date_time)
            file.write(struct.pack(_CENTRAL, _CENTRAL_MAGIC, created, info.create_system, needed, info.reserved, flags, info.compress_type,
                                   clock, date, info.CRC, packed, size, len(name), len(extra), len(info.comment), 0, info.internal_attr,
                                   info.external_attr, offset) + name + extra + info.comment)
        end = file.tell()
        count, size, offset = len(self.filelist), end - self.start_dir, self.start_dir
        what = None
        if count > ZIP_FILECOUNT_LIMIT:
            what = 'Files count'
        elif offset > ZIP64_LIMIT:
            what = 'Central directory offset'
        elif size > ZIP64_LIMIT:
            what = 'Central directory size'
        if what:
            if not self._allowZip64:
                raise LargeZipFile(what + ' would require ZIP64 extensions')
            file.write(struct.pack(_END64, _END64_MAGIC, 44, 45, 45, 0, 0, count, count, size, offset))
            file.write(struct.pack(_LOCATOR64, _LOCATOR64_MAGIC, 0, end, 1))
            count, size, offset = min(count, 0xffff), min(size, 0xffffffff), min(offset, 0xffffffff)
        file.write(struct.pack(_END, _END_MAGIC, 0, 0, count, count, size, offset, len(self._comment)) + self._comment)
        if self.mode == 'a':
            file.truncate()
        file.flush()

    def _unuse(self, fp):
        self._users -= 1
        if not self._users and self._opened:
            fp.close()


def _without_zip64(extra):
    kept = b''
    while len(extra) >= 4:
        kind, n = struct.unpack('<HH', extra[:4])
        if kind != 1:
            kept += extra[:n + 4]
        extra = extra[n + 4:]
    return kept + extra


if __name__ == '__main__':
    from zipfile._path import main
    main()
