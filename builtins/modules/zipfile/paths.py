# zipfile.Path, and the command line of the module.

import fnmatch
import io
import os
import pathlib
import sys
import zipfile


def _folder(name):
    return name.rpartition('/')[0]


def _join(*parts):
    """Names in an archive have slashes on every system."""
    whole = ''
    for part in parts:
        whole = part if part.startswith('/') or not whole else whole + part if whole.endswith('/') else whole + '/' + part
    return whole


def _implied(names):
    """Folders that names need but no entry describes."""
    known = set(names)
    found = {}
    for name in names:
        parent = _folder(name.rstrip('/'))
        while parent:
            if parent + '/' not in known:
                found[parent + '/'] = None
            parent = _folder(parent)
    return list(found)


class CompleteDirs(zipfile.ZipFile):
    """A ZipFile subclass that ensures that implied directories are always included in the namelist."""

    def namelist(self):
        names = super().namelist()
        return names + _implied(names)

    def getinfo(self, name):
        try:
            return super().getinfo(name)
        except KeyError:
            if not name.endswith('/') or name not in self.namelist():
                raise
            return zipfile.ZipInfo(filename=name)

    @classmethod
    def make(cls, source):
        """Given a source (filename or zipfile), return an appropriate CompleteDirs subclass."""
        if isinstance(source, CompleteDirs):
            return source
        if isinstance(source, zipfile.ZipFile):
            source.__class__ = cls
            return source
        return cls(source)


class Path:
    """A pathlib-compatible interface for zip files."""

    def __init__(self, root, at=''):
        self.root = CompleteDirs.make(root)
        self.at = at

    def __eq__(self, other):
        if self.__class__ is not other.__class__:
            return NotImplemented
        return (self.root, self.at) == (other.root, other.at)

    def __hash__(self):
        return hash((self.root, self.at))

    def open(self, mode='r', *args, pwd=None, **kwargs):
        """Open this entry as text or binary following the semantics of ``pathlib.Path.open()``."""
        if self.is_dir():
            raise IsADirectoryError(self)
        kind = mode[0]
        if not self.exists() and kind == 'r':
            raise FileNotFoundError(self)
        stream = self.root.open(self.at, kind, pwd=pwd)
        if 'b' in mode:
            if args or kwargs:
                raise ValueError('encoding args invalid for binary operation')
            return stream
        return io.TextIOWrapper(stream, *args, **kwargs)

    def _as_path(self):
        return pathlib.PurePosixPath(self.at or self.filename.name)

    @property
    def name(self):
        return self._as_path().name

    @property
    def suffix(self):
        return self._as_path().suffix

    @property
    def suffixes(self):
        return self._as_path().suffixes

    @property
    def stem(self):
        return self._as_path().stem

    @property
    def filename(self):
        return pathlib.Path(self.root.filename).joinpath(self.at)

    @property
    def parent(self):
        if not self.at:
            return self.filename.parent
        parent = _folder(self.at.rstrip('/'))
        return self._next(parent + '/' if parent else parent)

    def read_text(self, *args, **kwargs):
        with self.open('r', *args, **kwargs) as f:
            return f.read()

    def read_bytes(self):
        with self.open('rb') as f:
            return f.read()

    def _next(self, at):
        return self.__class__(self.root, at)

    def is_dir(self):
        return not self.at or self.at.endswith('/')

    def is_file(self):
        return self.exists() and not self.is_dir()

    def exists(self):
        return self.at in self.root.namelist()

    def is_symlink(self):
        """Return whether this path is a symlink."""
        return self.root.getinfo(self.at).external_attr >> 28 == 0o12

    def iterdir(self):
        if not self.is_dir():
            raise ValueError("Can't listdir a file")
        here = self.at.rstrip('/')
        return [self._next(name) for name in self.root.namelist() if _folder(name.rstrip('/')) == here]

    def match(self, path_pattern):
        return pathlib.PurePosixPath(self.at).match(path_pattern)

    def glob(self, pattern):
        if not pattern:
            raise ValueError(f'Unacceptable pattern: {pattern!r}')
        wanted = self.at.rstrip('/')
        parts = ([p for p in wanted.split('/') if p]) + pattern.split('/')
        for name in self.root.namelist():
            if _matches(parts, name.rstrip('/').split('/')):
                yield self._next(name)

    def rglob(self, pattern):
        return self.glob(f'**/{pattern}')

    def relative_to(self, other, *extra):
        return os.path.relpath(str(self), str(other.joinpath(*extra)))

    def __str__(self):
        return str(self.root.filename) + '/' + self.at

    def __repr__(self):
        return f'{self.__class__.__name__}({str(self.root.filename)!r}, {self.at!r})'

    def joinpath(self, *other):
        at = _join(self.at, *other)
        names = self.root.namelist()
        return self._next(at + '/' if at not in names and at + '/' in names else at)

    __truediv__ = joinpath


Path.__module__ = CompleteDirs.__module__ = 'zipfile._path'


def _matches(patterns, names):
    if not patterns:
        return not names
    if patterns[0] == '**':
        return any([_matches(patterns[1:], names[i:]) for i in range(1, len(names) + 1)])
    return bool(names) and fnmatch.fnmatchcase(names[0], patterns[0]) and _matches(patterns[1:], names[1:])


def _add(archive, path, name):
    if os.path.isfile(path):
        archive.write(path, name, zipfile.ZIP_DEFLATED)
    elif os.path.isdir(path):
        if name:
            archive.write(path, name)
        for entry in sorted(os.listdir(path)):
            _add(archive, os.path.join(path, entry), os.path.join(name, entry))


def main(args=None):
    import argparse
    parser = argparse.ArgumentParser(description='A simple command-line interface for zipfile module.')
    group = parser.add_mutually_exclusive_group(required=True)
    group.add_argument('-l', '--list', metavar='<zipfile>', help='Show listing of a zipfile')
    group.add_argument('-e', '--extract', nargs=2, metavar=('<zipfile>', '<output_dir>'), help='Extract zipfile into target dir')
    group.add_argument('-c', '--create', nargs='+', metavar=('<name>', '<file>'), help='Create zipfile from sources')
    group.add_argument('-t', '--test', metavar='<zipfile>', help='Test if a zipfile is valid')
    parser.add_argument('--metadata-encoding', metavar='<encoding>', help='Specify encoding of member names for -l, -e and -t')
    args = parser.parse_args(args)
    encoding = args.metadata_encoding
    if args.test is not None:
        with zipfile.ZipFile(args.test, 'r', metadata_encoding=encoding) as archive:
            bad = archive.testzip()
        if bad:
            print('The following enclosed file is corrupted: {!r}'.format(bad))
        print('Done testing')
    elif args.list is not None:
        with zipfile.ZipFile(args.list, 'r', metadata_encoding=encoding) as archive:
            archive.printdir()
    elif args.extract is not None:
        with zipfile.ZipFile(args.extract[0], 'r', metadata_encoding=encoding) as archive:
            archive.extractall(args.extract[1])
    else:
        if encoding:
            print('Non-conforming encodings not supported with -c.', file=sys.stderr)
            sys.exit(1)
        with zipfile.ZipFile(args.create[0], 'w') as archive:
            for path in args.create[1:]:
                name = os.path.basename(path) or os.path.basename(os.path.dirname(path))
                _add(archive, path, '' if name in ('', os.curdir, os.pardir) else name)
