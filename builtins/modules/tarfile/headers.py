# Members of a tar archive: TarInfo, its headers in the three formats, and the
# filters of extraction.

import copy
import os
import re
import stat

BLOCK = 512
NUL = b'\0'
GNU_MAGIC, POSIX_MAGIC = b'ustar  \0', b'ustar\x0000'
USTAR_FORMAT, GNU_FORMAT, PAX_FORMAT = 0, 1, 2
DEFAULT_FORMAT = PAX_FORMAT
REGTYPE, AREGTYPE, LNKTYPE, SYMTYPE, CHRTYPE, BLKTYPE, DIRTYPE, FIFOTYPE, CONTTYPE = b'0', b'\0', b'1', b'2', b'3', b'4', b'5', b'6', b'7'
GNU_LONGNAME, GNU_LONGLINK, GNU_SPARSE, XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE = b'L', b'K', b'S', b'x', b'g', b'X'
REGULAR = (REGTYPE, AREGTYPE, CONTTYPE, GNU_SPARSE)
PAX_FIELDS = ('path', 'linkpath', 'size', 'mtime', 'uid', 'gid', 'uname', 'gname')
PAX_NUMBERS = {'atime': float, 'ctime': float, 'mtime': float, 'uid': int, 'gid': int, 'size': int}


class TarError(Exception):
    """Base exception."""


class ExtractError(TarError):
    """General exception for extract errors."""


class ReadError(TarError):
    """Exception for unreadable tar archives."""


class CompressionError(TarError):
    """Exception for unavailable compression methods."""


class StreamError(TarError):
    """Exception for unsupported operations on stream-like TarFiles."""


class HeaderError(TarError):
    """Base exception for header errors."""


class EmptyHeaderError(HeaderError):
    """Exception for empty headers."""


class TruncatedHeaderError(HeaderError):
    """Exception for truncated headers."""


class EOFHeaderError(HeaderError):
    """Exception for end of file headers."""


class InvalidHeaderError(HeaderError):
    """Exception for invalid headers."""


class SubsequentHeaderError(HeaderError):
    """Exception for missing and invalid extended headers."""


class FilterError(TarError):
    pass


class AbsolutePathError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'member {tarinfo.name!r} has an absolute path')


class OutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo = tarinfo
        self._path = path
        super().__init__(f'{tarinfo.name!r} would be extracted to {path!r}, which is outside the destination')


class SpecialFileError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a special file')


class AbsoluteLinkError(FilterError):
    def __init__(self, tarinfo):
        self.tarinfo = tarinfo
        super().__init__(f'{tarinfo.name!r} is a link to an absolute path')


class LinkOutsideDestinationError(FilterError):
    def __init__(self, tarinfo, path):
        self.tarinfo = tarinfo
        self._path = path
        super().__init__(f'{tarinfo.name!r} would link to {path!r}, which is outside the destination')


def _within(path, folder):
    return os.path.commonpath([path, folder]) == folder


def _safe(member, folder, data):
    """What has to change in a member so that extracting it does no harm."""
    changes = {}
    folder = os.path.realpath(folder)
    name = member.name
    if name.startswith(('/', os.sep)):
        name = changes['name'] = member.name.lstrip('/' + os.sep)
    if os.path.isabs(name):
        raise AbsolutePathError(member)
    target = os.path.realpath(os.path.join(folder, name))
    if not _within(target, folder):
        raise OutsideDestinationError(member, target)
    mode = member.mode
    if mode is not None:
        mode &= 0o755
        if data:
            if member.isreg() or member.islnk():
                if not mode & 0o100:
                    mode &= ~0o111
                mode |= 0o600
            elif member.isdir() or member.issym():
                mode = None
            else:
                raise SpecialFileError(member)
        if mode != member.mode:
            changes['mode'] = mode
    if data:
        for field in ('uid', 'gid', 'uname', 'gname'):
            if getattr(member, field) is not None:
                changes[field] = None
        if member.islnk() or member.issym():
            if os.path.isabs(member.linkname):
                raise AbsoluteLinkError(member)
            base = os.path.join(folder, os.path.dirname(name)) if member.issym() else folder
            target = os.path.realpath(os.path.join(base, member.linkname))
            if not _within(target, folder):
                raise LinkOutsideDestinationError(member, target)
    return changes


def fully_trusted_filter(member, dest_path):
    return member


def tar_filter(member, dest_path):
    changes = _safe(member, dest_path, False)
    return member.replace(**changes, deep=False) if changes else member


def data_filter(member, dest_path):
    changes = _safe(member, dest_path, True)
    return member.replace(**changes, deep=False) if changes else member


FILTERS = {'fully_trusted': fully_trusted_filter, 'tar': tar_filter, 'data': data_filter}


def text(raw, encoding, errors):
    """The text of a field: up to its null byte."""
    return raw.partition(NUL)[0].decode(encoding, errors)


def field(s, length, encoding, errors):
    if s is None:
        raise ValueError('metadata cannot contain None')
    raw = s.encode(encoding, errors)
    return raw[:length] + NUL * (length - len(raw))


def number(raw):
    """The number in a header: octal, or base 256."""
    if raw[0] in (0o200, 0o377):
        n = int.from_bytes(raw[1:], 'big')
        return n - 256 ** (len(raw) - 1) if raw[0] == 0o377 else n
    try:
        return int(text(raw, 'ascii', 'strict').strip() or '0', 8)
    except ValueError:
        raise InvalidHeaderError('invalid header') from None


def number_field(n, digits, format):
    n = int(n)
    if 0 <= n < 8 ** (digits - 1):
        return b'%0*o' % (digits - 1, n) + NUL
    if format == GNU_FORMAT and -256 ** (digits - 1) <= n < 256 ** (digits - 1):
        if n >= 0:
            return b'\x80' + n.to_bytes(digits - 1, 'big')
        return b'\xff' + (256 ** digits + n).to_bytes(digits, 'big')[1:]
    raise ValueError('overflow in number field')


def checksums(block):
    """The sum of a header with blanks for its own field, unsigned and signed."""
    rest = block[:148] + block[156:512]
    unsigned = 256 + sum(rest)
    return unsigned, unsigned - 256 * len([c for c in rest if c > 127])


def blocks(n):
    return (n + BLOCK - 1) // BLOCK * BLOCK


def padded(payload):
    return payload + NUL * (blocks(len(payload)) - len(payload))


_KEEP = object()


class TarInfo:
    """Informational class which holds the details about an archive member given by a tar header block."""

    tarfile = None
    sparse = None

    def __init__(self, name=''):
        self.name = name
        self.mode = 0o644
        self.uid = self.gid = self.size = self.mtime = self.chksum = 0
        self.type = REGTYPE
        self.linkname = self.uname = self.gname = ''
        self.devmajor = self.devminor = self.offset = self.offset_data = 0
        self.pax_headers = {}

    @property
    def path(self):
        """In pax headers, "name" is called "path"."""
        return self.name

    @path.setter
    def path(self, name):
        self.name = name

    @property
    def linkpath(self):
        """In pax headers, "linkname" is called "linkpath"."""
        return self.linkname

    @linkpath.setter
    def linkpath(self, linkname):
        self.linkname = linkname

    def __repr__(self):
        return '<%s %r at %#x>' % (type(self).__name__, self.name, id(self))

    def replace(self, *, name=_KEEP, mtime=_KEEP, mode=_KEEP, linkname=_KEEP, uid=_KEEP, gid=_KEEP, uname=_KEEP, gname=_KEEP, deep=True):
        """Return a deep copy of self with the given attributes replaced."""
        result = copy.copy(self)
        if deep:
            result.pax_headers = copy.deepcopy(self.pax_headers)
        given = {'name': name, 'mtime': mtime, 'mode': mode, 'linkname': linkname, 'uid': uid, 'gid': gid, 'uname': uname, 'gname': gname}
        for key, value in given.items():
            if value is not _KEEP:
                setattr(result, key, value)
        return result

    def get_info(self):
        """Return the TarInfo's attributes as a dictionary."""
        mode = None if self.mode is None else self.mode & 0o7777
        info = {'name': self.name, 'mode': mode, 'uid': self.uid, 'gid': self.gid, 'size': self.size, 'mtime': self.mtime, 'chksum': self.chksum,
                'type': self.type, 'linkname': self.linkname, 'uname': self.uname, 'gname': self.gname, 'devmajor': self.devmajor, 'devminor': self.devminor}
        if info['type'] == DIRTYPE and not info['name'].endswith('/'):
            info['name'] += '/'
        return info

    def tobuf(self, format=DEFAULT_FORMAT, encoding='utf-8', errors='surrogateescape'):
        """Return a tar header as a string of 512 byte blocks."""
        info = self.get_info()
        for name, value in info.items():
            if value is None:
                raise ValueError('%s may not be None' % name)
        if format == USTAR_FORMAT:
            return self._ustar(info, encoding, errors)
        if format == GNU_FORMAT:
            return self._gnu(info, encoding, errors)
        if format == PAX_FORMAT:
            return self._pax(info, encoding)
        raise ValueError('invalid format')

    def _ustar(self, info, encoding, errors):
        info['magic'] = POSIX_MAGIC
        if len(info['linkname'].encode(encoding, errors)) > 100:
            raise ValueError('linkname is too long')
        if len(info['name'].encode(encoding, errors)) > 100:
            info['prefix'], info['name'] = self._split_name(info['name'], encoding, errors)
        return self._header(info, USTAR_FORMAT, encoding, errors)

    def _split_name(self, name, encoding, errors):
        parts = name.split('/')
        for i in range(1, len(parts)):
            prefix, rest = '/'.join(parts[:i]), '/'.join(parts[i:])
            if len(prefix.encode(encoding, errors)) <= 155 and len(rest.encode(encoding, errors)) <= 100:
                return prefix, rest
        raise ValueError('name is too long')

    def _gnu(self, info, encoding, errors):
        info['magic'] = GNU_MAGIC
        head = b''
        for key, kind in (('linkname', GNU_LONGLINK), ('name', GNU_LONGNAME)):
            raw = info[key].encode(encoding, errors)
            if len(raw) > 100:
                long = {'name': '././@LongLink', 'type': kind, 'size': len(raw) + 1, 'magic': GNU_MAGIC}
                head += self._header(long, USTAR_FORMAT, encoding, errors) + padded(raw + NUL)
        return head + self._header(info, GNU_FORMAT, encoding, errors)

    def _pax(self, info, encoding):
        info['magic'] = POSIX_MAGIC
        records = self.pax_headers.copy()
        for key, record, length in (('name', 'path', 100), ('linkname', 'linkpath', 100), ('uname', 'uname', 32), ('gname', 'gname', 32)):
            if record in records:
                continue
            try:
                info[key].encode('ascii', 'strict')
            except UnicodeEncodeError:
                records[record] = info[key]
                continue
            if len(info[key]) > length:
                records[record] = info[key]
        for key, digits in (('uid', 8), ('gid', 8), ('size', 12), ('mtime', 12)):
            value = info[key]
            whole = isinstance(value, int)
            n = value if whole else round(value)
            wanted = None
            if not 0 <= n < 8 ** (digits - 1):
                info[key] = 0
                wanted = str(value)
            elif not whole:
                info[key] = n
                wanted = str(value)
            if wanted is not None and key not in records:
                records[key] = wanted
        head = self._records(records, XHDTYPE, encoding) if records else b''
        return head + self._header(info, USTAR_FORMAT, 'ascii', 'replace')

    @classmethod
    def create_pax_global_header(cls, pax_headers):
        """Return the object as a pax global header block sequence."""
        return cls._records(pax_headers, XGLTYPE, 'utf-8')

    @classmethod
    def _records(cls, records, kind, encoding):
        binary = False
        for value in records.values():
            try:
                value.encode('utf-8', 'strict')
            except UnicodeEncodeError:
                binary = True
        lines = b'21 hdrcharset=BINARY\n' if binary else b''
        for key, value in records.items():
            key = key.encode('utf-8')
            value = value.encode(encoding, 'surrogateescape') if binary else value.encode('utf-8')
            size = len(key) + len(value) + 3
            n = p = 0
            while True:
                n = size + len(str(p))
                if n == p:
                    break
                p = n
            lines += b'%d %s=%s\n' % (p, key, value)
        info = {'name': '././@PaxHeader', 'type': kind, 'size': len(lines), 'magic': POSIX_MAGIC}
        return cls._header(info, USTAR_FORMAT, 'ascii', 'replace') + padded(lines)

    @staticmethod
    def _header(info, format, encoding, errors):
        device = info.get('type') in (CHRTYPE, BLKTYPE)
        devices = number_field(info.get('devmajor', 0), 8, format) + number_field(info.get('devminor', 0), 8, format) if device else NUL * 16
        kind = info.get('type', REGTYPE)
        if kind is None:
            raise ValueError('TarInfo.type must not be None')
        block = b''.join([
            field(info.get('name', ''), 100, encoding, errors), number_field(info.get('mode', 0) & 0o7777, 8, format),
            number_field(info.get('uid', 0), 8, format), number_field(info.get('gid', 0), 8, format),
            number_field(info.get('size', 0), 12, format), number_field(info.get('mtime', 0), 12, format), b' ' * 8, kind,
            field(info.get('linkname', ''), 100, encoding, errors), info.get('magic', POSIX_MAGIC),
            field(info.get('uname', ''), 32, encoding, errors), field(info.get('gname', ''), 32, encoding, errors), devices,
            field(info.get('prefix', ''), 155, encoding, errors)])
        block += NUL * (BLOCK - len(block))
        return block[:148] + b'%06o\0 ' % checksums(block)[0] + block[156:]

    @classmethod
    def frombuf(cls, buf, encoding, errors):
        """Construct a TarInfo object from a 512 byte bytes object."""
        if len(buf) == 0:
            raise EmptyHeaderError('empty header')
        if len(buf) != BLOCK:
            raise TruncatedHeaderError('truncated header')
        if buf.count(NUL) == BLOCK:
            raise EOFHeaderError('end of file header')
        chksum = number(buf[148:156])
        if chksum not in checksums(buf):
            raise InvalidHeaderError('bad checksum')
        info = cls()
        info.name = text(buf[:100], encoding, errors)
        info.mode, info.uid, info.gid = number(buf[100:108]), number(buf[108:116]), number(buf[116:124])
        info.size, info.mtime, info.chksum = number(buf[124:136]), number(buf[136:148]), chksum
        info.type = buf[156:157]
        info.linkname = text(buf[157:257], encoding, errors)
        info.uname, info.gname = text(buf[265:297], encoding, errors), text(buf[297:329], encoding, errors)
        info.devmajor, info.devminor = number(buf[329:337]), number(buf[337:345])
        if info.type == AREGTYPE and info.name.endswith('/'):
            info.type = DIRTYPE
        if info.isdir():
            info.name = info.name.rstrip('/')
        prefix = text(buf[345:500], encoding, errors)
        if prefix and info.type not in (GNU_LONGNAME, GNU_LONGLINK, GNU_SPARSE):
            info.name = prefix + '/' + info.name
        return info

    @classmethod
    def fromtarfile(cls, tarfile):
        """Return the next TarInfo object from TarFile object tarfile."""
        info = cls.frombuf(tarfile.fileobj.read(BLOCK), tarfile.encoding, tarfile.errors)
        info.offset = tarfile.fileobj.tell() - BLOCK
        return info._complete(tarfile)

    def _complete(self, tarfile):
        """Read what belongs to this header: the member that a header before it extends, if it is such a one."""
        if self.type in (GNU_LONGNAME, GNU_LONGLINK):
            value = text(tarfile.fileobj.read(blocks(self.size)), tarfile.encoding, tarfile.errors)
            info = self._following(tarfile)
            if self.type == GNU_LONGNAME:
                info.name = value.removesuffix('/') if info.isdir() else value
            else:
                info.linkname = value
            info.offset = self.offset
            return info
        if self.type in (XHDTYPE, XGLTYPE, SOLARIS_XHDTYPE):
            return self._extended(tarfile)
        if self.type == GNU_SPARSE:
            raise InvalidHeaderError('sparse files are not supported')
        self.offset_data = offset = tarfile.fileobj.tell()
        known = self.type in REGULAR or self.type in (LNKTYPE, SYMTYPE, DIRTYPE, FIFOTYPE, CHRTYPE, BLKTYPE)
        if self.isreg() or not known:
            offset += blocks(self.size)
        tarfile.offset = offset
        self._apply(tarfile.pax_headers, tarfile)
        if self.isdir():
            self.name = self.name.rstrip('/')
        return self

    def _following(self, tarfile):
        try:
            return self.fromtarfile(tarfile)
        except HeaderError as e:
            raise SubsequentHeaderError(str(e)) from None

    def _extended(self, tarfile):
        buf = tarfile.fileobj.read(blocks(self.size))
        headers = tarfile.pax_headers if self.type == XGLTYPE else tarfile.pax_headers.copy()
        at, raw = 0, []
        charset = None
        while at < len(buf) and buf[at]:
            found = re.compile(rb'([0-9]{1,20}) ').match(buf, at)
            if not found:
                raise InvalidHeaderError('invalid header')
            length = int(found.group(1))
            if length < 5 or at + length > len(buf):
                raise InvalidHeaderError('invalid header')
            key, equals, value = buf[found.end():at + length - 1].partition(b'=')
            if not key or equals != b'=' or buf[at + length - 1] != 10:
                raise InvalidHeaderError('invalid header')
            if key == b'hdrcharset':
                charset = value
            raw.append((key, value))
            at += length
        encoding = tarfile.encoding if charset == b'BINARY' else 'utf-8'
        for key, value in raw:
            key = key.decode('utf-8', tarfile.errors)
            headers[key] = value.decode(encoding if key in ('path', 'linkpath', 'uname', 'gname') else 'utf-8', tarfile.errors)
        info = self._following(tarfile)
        if self.type in (XHDTYPE, SOLARIS_XHDTYPE):
            info._apply(headers, tarfile)
            info.offset = self.offset
            if 'size' in headers:
                offset = info.offset_data
                if info.isreg():
                    offset += blocks(info.size)
                tarfile.offset = offset
        return info

    def _apply(self, headers, tarfile):
        for key, value in headers.items():
            if key not in PAX_FIELDS:
                continue
            if key in PAX_NUMBERS:
                try:
                    value = PAX_NUMBERS[key](value)
                except ValueError:
                    value = 0
            elif key == 'path':
                value = value.rstrip('/')
            setattr(self, key, value)
        self.pax_headers = headers.copy()

    def isreg(self):
        """Return True if the Tarinfo object is a regular file."""
        return self.type in REGULAR

    isfile = isreg

    def isdir(self):
        """Return True if it is a directory."""
        return self.type == DIRTYPE

    def issym(self):
        """Return True if it is a symbolic link."""
        return self.type == SYMTYPE

    def islnk(self):
        """Return True if it is a hard link."""
        return self.type == LNKTYPE

    def ischr(self):
        """Return True if it is a character device."""
        return self.type == CHRTYPE

    def isblk(self):
        """Return True if it is a block device."""
        return self.type == BLKTYPE

    def isfifo(self):
        """Return True if it is a FIFO."""
        return self.type == FIFOTYPE

    def issparse(self):
        return False

    def isdev(self):
        """Return True if it is one of character device, block device or FIFO."""
        return self.type in (CHRTYPE, BLKTYPE, FIFOTYPE)
