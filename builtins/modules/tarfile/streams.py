# The module tarfile: the files of members, and streams that cannot be sought. Headers are in headers.py.

import io
import os
import shutil
import stat
import struct
import sys
import time
import warnings
from builtins import open as bltn_open
from _tarheaders import *
import copy
from _tarheaders import BLOCK as BLOCKSIZE, FILTERS as _FILTERS, NUL, blocks as _blocks, _KEEP

for _value in list(globals().values()):
    if isinstance(_value, type) and _value.__module__ == '_tarheaders':
        _value.__module__ = 'tarfile'

__all__ = ['TarFile', 'TarInfo', 'is_tarfile', 'TarError', 'ReadError', 'CompressionError', 'StreamError', 'ExtractError', 'HeaderError',
           'ENCODING', 'USTAR_FORMAT', 'GNU_FORMAT', 'PAX_FORMAT', 'DEFAULT_FORMAT', 'open', 'fully_trusted_filter', 'data_filter', 'tar_filter',
           'FilterError', 'AbsoluteLinkError', 'OutsideDestinationError', 'SpecialFileError', 'AbsolutePathError', 'LinkOutsideDestinationError']

RECORDSIZE = BLOCKSIZE * 20
ENCODING = 'utf-8'

try:
    import grp
    import pwd
except ImportError:
    grp = pwd = None


def copyfileobj(src, dst, length=None, exception=OSError, bufsize=None):
    """Copy length bytes from fileobj src to fileobj dst."""
    if length is None:
        shutil.copyfileobj(src, dst, bufsize or 1 << 18)
        return
    while length > 0:
        data = src.read(min(length, bufsize or 1 << 18))
        if not data:
            raise exception('unexpected end of data')
        dst.write(data)
        length -= len(data)


class _Member(io.RawIOBase):
    """The content of a member, within the archive's file."""

    def __init__(self, archive, info):
        self.fileobj = archive.fileobj
        self.start, self.size, self.position = info.offset_data, info.size, 0
        self.name = info.name

    def readable(self):
        return True

    def seekable(self):
        return self.fileobj.seekable() if hasattr(self.fileobj, 'seekable') else True

    def tell(self):
        return self.position

    def seek(self, position, whence=0):
        if whence == 1:
            position += self.position
        elif whence == 2:
            position += self.size
        elif whence:
            raise ValueError('Invalid argument')
        self.position = min(max(position, 0), self.size)
        return self.position

    def read(self, size=-1):
        left = self.size - self.position
        n = left if size is None or size < 0 else min(size, left)
        if not n:
            return b''
        self.fileobj.seek(self.start + self.position)
        data = self.fileobj.read(n)
        if not data:
            raise ReadError('unexpected end of data')
        self.position += len(data)
        return data

    def readall(self):
        parts = []
        while self.position < self.size:
            parts.append(self.read())
        return b''.join(parts)

    def readinto(self, b):
        data = self.read(len(b))
        b[:len(data)] = data
        return len(data)


class ExFileObject(io.BufferedReader):
    def __init__(self, archive, info):
        super().__init__(_Member(archive, info))


class _Stream:
    """A file that only goes forward: the modes with |."""

    def __init__(self, fileobj, close):
        self.fileobj, self._close = fileobj, close
        self.position = 0

    def read(self, size=-1):
        parts, n = [], 0
        while size < 0 or n < size:
            data = self.fileobj.read(1 << 16 if size < 0 else size - n)
            if not data:
                break
            parts.append(data)
            n += len(data)
        self.position += n
        return b''.join(parts)

    def write(self, data):
        self.fileobj.write(data)
        self.position += len(data)

    def tell(self):
        return self.position

    def seek(self, position, whence=0):
        if position < self.position:
            raise StreamError('seeking backwards is not allowed')
        while self.position < position and self.read(min(position - self.position, 1 << 16)):
            pass
        return self.position

    def seekable(self):
        return False

    def close(self):
        self._close()
