# The module mimetypes.

import os as _os

__all__ = ['MimeTypes', 'guess_type', 'guess_file_type', 'guess_all_extensions', 'guess_extension', 'add_type', 'init', 'read_mime_types',
           'knownfiles', 'inited', 'suffix_map', 'encodings_map', 'types_map', 'common_types']

inited = False
knownfiles = []
suffix_map = {'.svgz': '.svg.gz', '.tgz': '.tar.gz', '.taz': '.tar.gz', '.tz': '.tar.gz', '.tbz2': '.tar.bz2', '.txz': '.tar.xz'}
encodings_map = {'.gz': 'gzip', '.Z': 'compress', '.bz2': 'bzip2', '.xz': 'xz', '.br': 'br'}
types_map = {extension: kind for kind, *extensions in map(str.split, _table.splitlines()) for extension in extensions}
common_types = {'.rtf': 'application/rtf', '.midi': 'audio/midi', '.mid': 'audio/midi', '.jpg': 'image/jpg', '.pict': 'image/pict',
                '.pct': 'image/pict', '.pic': 'image/pict', '.xul': 'text/xul'}


class MimeTypes:
    """A database of MIME types."""

    def __init__(self, filenames=(), strict=True):
        self.encodings_map = encodings_map.copy()
        self.suffix_map = suffix_map.copy()
        self.types_map = (common_types.copy(), types_map.copy())
        for name in filenames:
            self.read(name, strict)

    def add_type(self, type, ext, strict=True):
        """Add a mapping between a type and an extension."""
        self.types_map[bool(strict)][ext] = type

    def guess_type(self, url, strict=True):
        """Guess the type of a file which is either a URL or a path-like object."""
        from urllib.parse import urlparse
        url = _os.fspath(url)
        if isinstance(url, str):
            parts = urlparse(url)
            if parts.scheme and len(parts.scheme) > 1:
                scheme = parts.scheme
                if scheme == 'data':
                    head, comma, _ = url[5:].partition(',')
                    if not comma:
                        return None, None
                    kind = head.split(';', 1)[0]
                    return (kind if '=' not in kind and '/' in kind else 'text/plain'), None
                return self._guess(parts.path, strict, _os.path.splitext)
        return self.guess_file_type(url, strict=strict)

    def guess_file_type(self, path, *, strict=True):
        """Guess the type of a file based on its path."""
        path = _os.fsdecode(_os.fspath(path))
        return self._guess(path, strict, _os.path.splitext)

    def _guess(self, path, strict, splitext):
        base, ext = splitext(path)
        while ext.lower() in self.suffix_map:
            base, ext = splitext(base + self.suffix_map[ext.lower()])
        encoding = self.encodings_map.get(ext)
        if encoding:
            base, ext = splitext(base)
        ext = ext.lower()
        kind = self.types_map[True].get(ext)
        if kind is None and not strict:
            kind = self.types_map[False].get(ext)
        return kind, encoding

    def guess_all_extensions(self, type, strict=True):
        """Guess the extensions for a file based on its MIME type."""
        type = type.lower()
        found = [ext for ext, kind in self.types_map[True].items() if kind == type]
        if not strict:
            found += [ext for ext, kind in self.types_map[False].items() if kind == type and ext not in found]
        return found

    def guess_extension(self, type, strict=True):
        """Guess the extension for a file based on its MIME type."""
        found = self.guess_all_extensions(type, strict)
        return found[0] if found else None

    def read(self, filename, strict=True):
        """Read a single mime.types-format file, specified by pathname."""
        with open(filename, encoding='utf-8') as fp:
            self.readfp(fp, strict)

    def readfp(self, fp, strict=True):
        for line in fp:
            kind, *extensions = line.partition('#')[0].split() or ['']
            for ext in extensions:
                self.add_type(kind, '.' + ext, strict)


_db = None


def init(files=None):
    """Make the database anew."""
    global _db, inited
    _db = MimeTypes(files or ())
    inited = True


def _base():
    if _db is None:
        init()
    return _db


def guess_type(url, strict=True):
    """Guess the type of a file based on its URL: (type, encoding)."""
    return _base().guess_type(url, strict)


def guess_file_type(path, *, strict=True):
    """Guess the type of a file based on its path: (type, encoding)."""
    return _base().guess_file_type(path, strict=strict)


def guess_all_extensions(type, strict=True):
    """Guess the extensions for a file based on its MIME type."""
    return _base().guess_all_extensions(type, strict)


def guess_extension(type, strict=True):
    """Guess the extension for a file based on its MIME type."""
    return _base().guess_extension(type, strict)


def add_type(type, ext, strict=True):
    """Add a mapping between a type and an extension."""
    types_map[ext] = type
    return _base().add_type(type, ext, strict)


def read_mime_types(file):
    try:
        db = MimeTypes()
        db.read(file, True)
        return db.types_map[True]
    except OSError:
        return None
