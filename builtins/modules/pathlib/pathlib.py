# The module pathlib, for POSIX paths.

import os
import io

__all__ = ['PurePath', 'PurePosixPath', 'PosixPath', 'Path', 'UnsupportedOperation']


class UnsupportedOperation(NotImplementedError):
    """An exception that is raised when an unsupported operation is attempted."""


def _split(text):
    """The root and the parts of a path."""
    root = ''
    if text.startswith('/'):
        root = '//' if text.startswith('//') and not text.startswith('///') else '/'
    return root, [p for p in text.split('/') if p and p != '.']


class PurePath:
    """Base class for manipulating paths without I/O."""

    def __new__(cls, *args, **kwargs):
        if cls is PurePath:
            cls = PurePosixPath
        return object.__new__(cls)

    def __init__(self, *args):
        text = ''
        for arg in args:
            if isinstance(arg, PurePath):
                piece = str(arg) if str(arg) != '.' else ''
            else:
                piece = os.fspath(arg) if hasattr(arg, '__fspath__') else arg
                if not isinstance(piece, str):
                    raise TypeError(f"argument should be a str or an os.PathLike object where __fspath__ returns a str, not {type(piece).__name__!r}")
            if piece.startswith('/'):
                text = piece
            elif piece:
                text = text + '/' + piece if text else piece
        self._root, self._tail = _split(text)

    def with_segments(self, *pathsegments):
        """Construct a new path object from any number of path-like objects."""
        return type(self)(*pathsegments)

    def _from(self, root, tail):
        return self.with_segments(root + '/'.join(tail))

    def __str__(self):
        return (self._root + '/'.join(self._tail)) or '.'

    def __fspath__(self):
        return str(self)

    def __repr__(self):
        return f'{type(self).__name__}({str(self)!r})'

    def __bytes__(self):
        return os.fsencode(str(self))

    def __hash__(self):
        return hash(str(self))

    def __eq__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return str(self) == str(other)

    def _key(self):
        return ([self._root] if self._root else []) + self._tail

    def __lt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() < other._key()

    def __le__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() <= other._key()

    def __gt__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() > other._key()

    def __ge__(self, other):
        if not isinstance(other, PurePath):
            return NotImplemented
        return self._key() >= other._key()

    def __truediv__(self, key):
        try:
            return self.with_segments(self, key)
        except TypeError:
            return NotImplemented

    def __rtruediv__(self, key):
        try:
            return self.with_segments(key, self)
        except TypeError:
            return NotImplemented

    def __reduce__(self):
        return self.__class__, tuple(self.parts)

    def joinpath(self, *pathsegments):
        """Combine this path with one or several arguments."""
        return self.with_segments(self, *pathsegments)

    def as_posix(self):
        """Return the string representation of the path with forward slashes."""
        return str(self)

    def as_uri(self):
        """Return the path as a URI."""
        if not self.is_absolute():
            raise ValueError("relative path can't be expressed as a file URI")
        out = ''
        for b in str(self).encode():
            c = chr(b)
            out += c if c.isascii() and (c.isalnum() or c in '/_.-~') else f'%{b:02X}'
        return 'file://' + out

    drive = ''

    @property
    def root(self):
        return self._root

    @property
    def anchor(self):
        return self._root

    @property
    def parts(self):
        """An object providing sequence-like access to the components in the filesystem path."""
        return tuple(self._key())

    @property
    def name(self):
        """The final path component, if any."""
        return self._tail[-1] if self._tail else ''

    @property
    def suffix(self):
        """The final component's last suffix, if any."""
        name = self.name
        i = name.rfind('.')
        return name[i:] if 0 < i < len(name) - 1 else ''

    @property
    def suffixes(self):
        """A list of the final component's suffixes, if any."""
        name = self.name
        if name.endswith('.'):
            return []
        return ['.' + s for s in name.lstrip('.').split('.')[1:]]

    @property
    def stem(self):
        """The final path component, minus its last suffix."""
        name = self.name
        i = name.rfind('.')
        return name[:i] if 0 < i < len(name) - 1 else name

    @property
    def parent(self):
        """The logical parent of the path."""
        if not self._tail:
            return self
        return self._from(self._root, self._tail[:-1])

    @property
    def parents(self):
        """A sequence of this path's logical parents."""
        return _Parents(self)

    def with_name(self, name):
        """Return a new path with the file name changed."""
        if not self.name:
            raise ValueError(f'{self!r} has an empty name')
        if not name or '/' in name or name == '.':
            raise ValueError(f'Invalid name {name!r}')
        return self._from(self._root, self._tail[:-1] + [name])

    def with_stem(self, stem):
        """Return a new path with the stem changed."""
        suffix = self.suffix
        if not suffix:
            return self.with_name(stem)
        if not stem:
            raise ValueError(f'{self!r} has a non-empty suffix')
        return self.with_name(stem + suffix)

    def with_suffix(self, suffix):
        """Return a new path with the file suffix changed."""
        if not self.stem:
            raise ValueError(f'{self!r} has an empty name')
        if suffix and (not suffix.startswith('.') or suffix == '.' or '/' in suffix):
            raise ValueError(f'Invalid suffix {suffix!r}')
        return self.with_name(self.stem + suffix)

    def relative_to(self, other, *_deprecated, walk_up=False):
        """Return the relative path to another path identified by the passed arguments."""
        other = self.with_segments(other, *_deprecated)
        for step, path in enumerate([other] + list(other.parents)):
            if path == self or path in self.parents:
                break
            if not walk_up:
                raise ValueError(f'{str(self)!r} is not in the subpath of {str(other)!r}')
            if path.name == '..':
                raise ValueError(f"'..' segment in {str(other)!r} cannot be walked")
        else:
            raise ValueError(f'{str(self)!r} and {str(other)!r} have different anchors')
        return self.with_segments(*(['..'] * step + self._tail[len(path._tail):]))

    def is_relative_to(self, other, *_deprecated):
        """Return True if the path is relative to another path or False."""
        other = self.with_segments(other, *_deprecated)
        return other == self or other in self.parents

    def is_absolute(self):
        """True if the path is absolute."""
        return bool(self._root)

    def is_reserved(self):
        """Return True if the path contains one of the special names reserved by the system, if any."""
        return False

    def match(self, path_pattern, *, case_sensitive=None):
        """Return True if this path matches the given pattern."""
        import fnmatch
        pattern = path_pattern if isinstance(path_pattern, PurePath) else self.with_segments(path_pattern)
        want, have = pattern._key(), self._key()
        if not want:
            raise ValueError('empty pattern')
        if len(have) < len(want) or pattern.is_absolute() and len(have) != len(want):
            return False
        have = have[len(have) - len(want):]
        if case_sensitive is False:
            want, have = [w.lower() for w in want], [h.lower() for h in have]
        return all(fnmatch.fnmatchcase(h, '*' if w == '**' else w) for h, w in zip(have, want))

    def full_match(self, pattern, *, case_sensitive=None):
        """Return True if this path matches the given glob-style pattern, recursive wildcards included."""
        import glob
        import re
        text = '' if str(self) == '.' else str(self)
        return re.match(glob.translate(str(pattern), recursive=True, include_hidden=True), text,
                        re.I if case_sensitive is False else 0) is not None


class _Parents:
    def __init__(self, path):
        self._path = path

    def __len__(self):
        return len(self._path._tail)

    def __getitem__(self, i):
        n = len(self)
        if isinstance(i, slice):
            return tuple(self[k] for k in range(*i.indices(n)))
        if i >= n or i < -n:
            raise IndexError(i)
        if i < 0:
            i += n
        return self._path._from(self._path._root, self._path._tail[:n - i - 1])

    def __iter__(self):
        return (self[i] for i in range(len(self)))

    def __repr__(self):
        return f'<{type(self._path).__name__}.parents>'


class PurePosixPath(PurePath):
    """PurePath subclass for non-Windows systems."""


class Path(PurePath):
    """PurePath subclass that can make system calls."""

    def __new__(cls, *args, **kwargs):
        if cls is Path:
            cls = PosixPath
        return object.__new__(cls)

    @classmethod
    def cwd(cls):
        """Return a new path pointing to the current working directory."""
        return cls(os.getcwd())

    @classmethod
    def home(cls):
        """Return a new path pointing to expanduser('~')."""
        return cls(os.path.expanduser('~'))

    @classmethod
    def from_uri(cls, uri):
        """Return a new path from the given 'file' URI."""
        if not uri.startswith('file:'):
            raise ValueError(f"URI does not start with 'file:': {uri!r}")
        text = uri[5:]
        if text.startswith('//localhost/'):
            text = text[11:]
        elif text.startswith('///'):
            text = text[2:]
        raw = bytearray()
        i = 0
        while i < len(text):
            if text[i] == '%':
                raw.append(int(text[i + 1:i + 3], 16))
                i += 3
            else:
                raw.extend(text[i].encode())
                i += 1
        path = cls(raw.decode())
        if not path.is_absolute():
            raise ValueError(f'URI is not absolute: {uri!r}')
        return path

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        pass

    def stat(self, *, follow_symlinks=True):
        """Return the result of the stat() system call on this path."""
        return os.stat(self, follow_symlinks=follow_symlinks)

    def lstat(self):
        """Like stat(), except if the path points to a symlink, the symlink's status is returned."""
        return os.lstat(self)

    def exists(self, *, follow_symlinks=True):
        """Whether this path exists."""
        return os.path.exists(self) if follow_symlinks else os.path.lexists(self)

    def is_dir(self, *, follow_symlinks=True):
        """Whether this path is a directory."""
        return os.path.isdir(self) and (follow_symlinks or not os.path.islink(self))

    def is_file(self, *, follow_symlinks=True):
        """Whether this path is a regular file."""
        return os.path.isfile(self) and (follow_symlinks or not os.path.islink(self))

    def is_symlink(self):
        """Whether this path is a symbolic link."""
        return os.path.islink(self)

    def is_mount(self):
        """Check if this path is a mount point"""
        return os.path.ismount(self)

    def is_junction(self):
        """Whether this path is a junction."""
        return False

    def _mode(self, kind):
        try:
            return os.stat(self).st_mode & 0o170000 == kind
        except (OSError, ValueError):
            return False

    def is_block_device(self):
        """Whether this path is a block device."""
        return self._mode(0o060000)

    def is_char_device(self):
        """Whether this path is a character device."""
        return self._mode(0o020000)

    def is_fifo(self):
        """Whether this path is a FIFO."""
        return self._mode(0o010000)

    def is_socket(self):
        """Whether this path is a socket."""
        return self._mode(0o140000)

    def samefile(self, other_path):
        """Return whether other_path is the same or not as this file"""
        return os.path.samefile(self, other_path)

    def open(self, mode='r', buffering=-1, encoding=None, errors=None, newline=None):
        """Open the file pointed to by this path and return a file object."""
        return io.open(self, mode, buffering, encoding, errors, newline)

    def read_bytes(self):
        """Open the file in bytes mode, read it, and close the file."""
        with open(self, 'rb') as f:
            return f.read()

    def read_text(self, encoding=None, errors=None, newline=None):
        """Open the file in text mode, read it, and close the file."""
        with open(self, 'r', encoding=encoding, errors=errors, newline=newline) as f:
            return f.read()

    def write_bytes(self, data):
        """Open the file in bytes mode, write to it, and close the file."""
        view = memoryview(data)
        with open(self, 'wb') as f:
            return f.write(view)

    def write_text(self, data, encoding=None, errors=None, newline=None):
        """Open the file in text mode, write to it, and close the file."""
        if not isinstance(data, str):
            raise TypeError(f'data must be str, not {data.__class__.__name__}')
        with open(self, 'w', encoding=encoding, errors=errors, newline=newline) as f:
            return f.write(data)

    def _child(self, name):
        return self._from(self._root, self._tail + [name])

    def iterdir(self):
        """Yield path objects of the directory contents."""
        names = os.listdir(self)
        return (self._child(name) for name in names)

    def glob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Iterate over this subtree and yield all existing files matching the given relative pattern."""
        text = os.fspath(pattern) if not isinstance(pattern, str) else pattern
        root, parts = _split(text)
        if root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        if not parts:
            raise ValueError(f'Unacceptable pattern: {text!r}')
        return self._select(parts, text.endswith('/'), case_sensitive, recurse_symlinks)

    def rglob(self, pattern, *, case_sensitive=None, recurse_symlinks=False):
        """Recursively yield all existing files matching the given relative pattern, anywhere in this subtree."""
        text = os.fspath(pattern) if not isinstance(pattern, str) else pattern
        root, parts = _split(text)
        if root:
            raise NotImplementedError('Non-relative patterns are unsupported')
        return self._select(['**'] + parts, text.endswith('/'), case_sensitive, recurse_symlinks)

    def _select(self, parts, only_folders, case_sensitive, symlinks):
        if not self.is_dir():
            return
        seen = set()
        for path in _matches(self, parts, case_sensitive, symlinks):
            if only_folders and not path.is_dir():
                continue
            key = str(path)
            if key not in seen:
                seen.add(key)
                yield path

    def walk(self, top_down=True, on_error=None, follow_symlinks=False):
        """Walk the directory tree from this directory, similar to os.walk()."""
        for folder, folders, files in os.walk(self, topdown=top_down, onerror=on_error, followlinks=follow_symlinks):
            yield self.with_segments(folder), folders, files

    def absolute(self):
        """Return an absolute version of this path."""
        if self.is_absolute():
            return self
        return self.with_segments(os.getcwd(), self)

    def resolve(self, strict=False):
        """Make the path absolute, resolving all symlinks on the way and also normalizing it."""
        if strict:
            os.stat(self)
        return self.with_segments(os.path.realpath(self))

    def expanduser(self):
        """Return a new path with expanded ~ and ~user constructs"""
        if self._tail and self._tail[0][:1] == '~' and not self._root:
            home = os.path.expanduser(self._tail[0])
            if home[:1] == '~':
                raise RuntimeError('Could not determine home directory.')
            return self.with_segments(home, *self._tail[1:])
        return self

    def readlink(self):
        """Return the path to which the symbolic link points."""
        return self.with_segments(os.readlink(self))

    def touch(self, mode=0o666, exist_ok=True):
        """Create this file with the given access mode, if it doesn't exist."""
        if exist_ok and os.path.exists(self):
            os.utime(self, None)
            return
        with open(self, 'a' if exist_ok else 'x'):
            pass

    def mkdir(self, mode=0o777, parents=False, exist_ok=False):
        """Create a new directory at this given path."""
        try:
            os.mkdir(self, mode)
        except OSError as failure:
            above = self.parent
            if isinstance(failure, FileNotFoundError):
                if not parents or above == self:
                    raise
                above.mkdir(parents=True, exist_ok=True)
                self.mkdir(mode, exist_ok=exist_ok)
            elif not (exist_ok and self.is_dir()):
                raise

    def chmod(self, mode, *, follow_symlinks=True):
        """Change the permissions of the path, like os.chmod()."""
        os.chmod(self, mode)

    def unlink(self, missing_ok=False):
        """Remove this file or link."""
        try:
            os.unlink(self)
        except FileNotFoundError:
            if not missing_ok:
                raise

    def rmdir(self):
        """Remove this directory. The directory must be empty."""
        os.rmdir(self)

    def rename(self, target):
        """Rename this path to the target path."""
        os.rename(self, target)
        return self.with_segments(target)

    def replace(self, target):
        """Rename this path to the target path, overwriting if that path exists."""
        os.replace(self, target)
        return self.with_segments(target)

    def symlink_to(self, target, target_is_directory=False):
        """Make this path a symlink pointing to the target path."""
        os.symlink(target, self)

    def hardlink_to(self, target):
        """Make this path a hard link pointing to the same file as *target*."""
        os.link(target, self)


class PosixPath(Path, PurePosixPath):
    """Path subclass for non-Windows systems."""


def _matches(path, parts, case_sensitive, symlinks):
    """The paths below path that the parts of a pattern select."""
    if not parts:
        yield path
        return
    part, rest = parts[0], parts[1:]
    if part == '**':
        while rest and rest[0] == '**':
            rest = rest[1:]
        yield from _matches(path, rest, case_sensitive, symlinks)
        for child in _children(path):
            if child.is_dir() and (symlinks or not child.is_symlink()):
                yield from _matches(child, parts, case_sensitive, symlinks)
            elif not rest:
                yield child
        return
    if part == '..' or not any(c in part for c in '*?[') and case_sensitive is not False:
        child = path._child(part)
        if os.path.lexists(child):
            yield from _matches(child, rest, case_sensitive, symlinks)
        return
    import fnmatch
    for child in _children(path):
        name = child.name
        if fnmatch.fnmatchcase(name, part) if case_sensitive is not False else fnmatch.fnmatchcase(name.lower(), part.lower()):
            if not rest or child.is_dir():
                yield from _matches(child, rest, case_sensitive, symlinks)


def _children(path):
    try:
        return [path._child(name) for name in os.listdir(path)]
    except OSError:
        return []
