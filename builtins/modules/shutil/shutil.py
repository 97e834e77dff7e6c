# The module shutil.

import collections as _collections
import fnmatch as _fnmatch
import os as _os
import stat as _stat
import sys as _sys

__all__ = ['copyfileobj', 'copyfile', 'copymode', 'copystat', 'copy', 'copy2', 'copytree', 'move', 'rmtree', 'Error',
           'SpecialFileError', 'ExecError', 'ignore_patterns', 'chown', 'which', 'get_terminal_size', 'SameFileError',
           'disk_usage', 'get_archive_formats', 'register_archive_format', 'unregister_archive_format', 'make_archive',
           'get_unpack_formats', 'register_unpack_format', 'unregister_unpack_format', 'unpack_archive', 'ReadError',
           'RegistryError']

COPY_BUFSIZE = 256 * 1024


class Error(OSError):
    pass


class SameFileError(Error):
    """Raised when source and destination are the same file."""


class SpecialFileError(OSError):
    """Raised when trying to do a kind of operation (e.g. copying) which is not supported on a special file."""


class ExecError(OSError):
    """Raised when a command could not be executed"""


def copyfileobj(fsrc, fdst, length=0):
    """copy data from file-like object fsrc to file-like object fdst"""
    length = length or COPY_BUFSIZE
    while data := fsrc.read(length):
        fdst.write(data)


def _samefile(src, dst):
    try:
        return _os.path.samefile(src, dst)
    except OSError:
        return False


def copyfile(src, dst, *, follow_symlinks=True):
    """Copy data from src to dst in the most efficient way possible."""
    if _samefile(src, dst):
        raise SameFileError(f'{src!r} and {dst!r} are the same file')
    if not follow_symlinks and _os.path.islink(src):
        _os.symlink(_os.readlink(src), dst)
        return dst
    with open(src, 'rb') as fsrc:
        try:
            with open(dst, 'wb') as fdst:
                copyfileobj(fsrc, fdst)
        except IsADirectoryError as e:
            if not _os.path.exists(dst):
                raise FileNotFoundError(f'Directory does not exist: {dst}') from e
            raise
    return dst


def copymode(src, dst, *, follow_symlinks=True):
    """Copy mode bits from src to dst."""
    _os.chmod(dst, _stat.S_IMODE(_os.stat(src).st_mode))


def copystat(src, dst, *, follow_symlinks=True):
    """Copy file metadata"""
    if not follow_symlinks and _os.path.islink(src) and _os.path.islink(dst):
        return
    st = _os.stat(src)
    _os.utime(dst, ns=(st.st_atime_ns, st.st_mtime_ns))
    _os.chmod(dst, _stat.S_IMODE(st.st_mode))


def copy(src, dst, *, follow_symlinks=True):
    """Copy data and mode bits ("cp src dst"). Return the file's destination."""
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    if follow_symlinks or not _os.path.islink(src):
        copymode(src, dst)
    return dst


def copy2(src, dst, *, follow_symlinks=True):
    """Copy data and metadata. Return the file's destination."""
    if _os.path.isdir(dst):
        dst = _os.path.join(dst, _os.path.basename(src))
    copyfile(src, dst, follow_symlinks=follow_symlinks)
    copystat(src, dst, follow_symlinks=follow_symlinks)
    return dst


def ignore_patterns(*patterns):
    """Function that can be used as copytree() ignore parameter."""
    def ignore(path, names):
        found = []
        for pattern in patterns:
            found.extend(_fnmatch.filter(names, pattern))
        return set(found)
    return ignore


def copytree(src, dst, symlinks=False, ignore=None, copy_function=copy2, ignore_dangling_symlinks=False,
             dirs_exist_ok=False):
    """Recursively copy a directory tree and return the destination directory."""
    src, dst = _os.fspath(src), _os.fspath(dst)
    names = sorted(_os.listdir(src))
    skipped = ignore(src, names) if ignore is not None else ()
    _os.makedirs(dst, exist_ok=dirs_exist_ok)
    errors = []
    for name in names:
        if name in skipped:
            continue
        a, b = _os.path.join(src, name), _os.path.join(dst, name)
        try:
            if _os.path.islink(a):
                if symlinks:
                    _os.symlink(_os.readlink(a), b)
                    continue
                if not _os.path.exists(a) and ignore_dangling_symlinks:
                    continue
            if _os.path.isdir(a):
                copytree(a, b, symlinks, ignore, copy_function, ignore_dangling_symlinks, dirs_exist_ok)
            else:
                copy_function(a, b)
        except Error as e:
            errors.extend(e.args[0])
        except OSError as e:
            errors.append((a, b, str(e)))
    try:
        copystat(src, dst)
    except OSError as e:
        errors.append((src, dst, str(e)))
    if errors:
        raise Error(errors)
    return dst


def rmtree(path, ignore_errors=False, onerror=None, *, onexc=None, dir_fd=None):
    """Recursively delete a directory tree."""
    if ignore_errors:
        def report(func, path, exc):
            pass
    elif onexc is not None:
        report = onexc
    elif onerror is not None:
        def report(func, path, exc):
            onerror(func, path, (type(exc), exc, exc.__traceback__))
    else:
        def report(func, path, exc):
            raise exc
    try:
        if _os.path.islink(path):
            raise OSError('Cannot call rmtree on a symbolic link')
    except OSError as e:
        report(_os.path.islink, path, e)
        return
    _remove(path, report)


def _remove(path, report):
    try:
        names = _os.listdir(path)
    except OSError as e:
        report(_os.scandir if hasattr(_os, 'scandir') else _os.listdir, path, e)
        if isinstance(e, (FileNotFoundError, NotADirectoryError)):
            return
        names = []
    for name in names:
        full = _os.path.join(path, name)
        if _os.path.isdir(full) and not _os.path.islink(full):
            _remove(full, report)
            continue
        try:
            _os.unlink(full)
        except FileNotFoundError:
            pass
        except OSError as e:
            report(_os.unlink, full, e)
    try:
        _os.rmdir(path)
    except FileNotFoundError:
        pass
    except OSError as e:
        report(_os.rmdir, path, e)


rmtree.avoids_symlink_attacks = False


def move(src, dst, copy_function=copy2):
    """Recursively move a file or directory to another location. Return the destination."""
    real = dst
    if _os.path.isdir(dst):
        if _samefile(src, dst) and not _os.path.islink(src):
            _os.rename(src, dst)
            return None
        real = _os.path.join(dst, _os.path.basename(_os.fspath(src).rstrip('/')))
        if _os.path.exists(real):
            raise Error(f"Destination path '{real}' already exists")
    try:
        _os.rename(src, real)
    except OSError:
        if _os.path.islink(src):
            _os.symlink(_os.readlink(src), real)
            _os.unlink(src)
        elif _os.path.isdir(src):
            inside = _os.path.abspath(dst) + _os.sep
            if inside.startswith(_os.path.abspath(src) + _os.sep):
                raise Error(f"Cannot move a directory '{src}' into itself '{dst}'.")
            copytree(src, real, copy_function=copy_function, symlinks=True)
            rmtree(src)
        else:
            copy_function(src, real)
            _os.unlink(src)
    return real


_Usage = _collections.namedtuple('usage', 'total used free')
_Usage.__module__ = 'shutil'


def disk_usage(path):
    """Return disk usage statistics about the given path."""
    return _Usage(*_disk_usage(_os.fspath(path)))


def chown(path, user=None, group=None, *, dir_fd=None, follow_symlinks=True):
    """Change owner user and group of the given path."""
    if user is None and group is None:
        raise ValueError('user and/or group must be set')
    for name in (user, group):
        if isinstance(name, str):
            raise LookupError(f'no such user or group: {name!r}')
    _os.chown(path, -1 if user is None else user, -1 if group is None else group)


def get_terminal_size(fallback=(80, 24)):
    """Get the size of the terminal window."""
    def number(name):
        try:
            return int(_os._seen(name) or 0)
        except ValueError:
            return 0
    columns, lines = number('COLUMNS'), number('LINES')
    if columns <= 0 or lines <= 0:
        try:
            size = tuple(_os.get_terminal_size(1))
        except (AttributeError, ValueError, OSError):
            size = fallback
        columns = columns if columns > 0 else size[0] or fallback[0]
        lines = lines if lines > 0 else size[1] or fallback[1]
    return _Size(columns, lines)


_Size = getattr(_os, 'terminal_size', None)
if _Size is None:
    _Size = _collections.namedtuple('terminal_size', 'columns lines')
    _Size.__module__ = 'os'
else:
    _make_size = _Size

    def _Size(columns, lines):
        return _make_size((columns, lines))


def which(cmd, mode=1, path=None):
    """Given a command, mode, and a PATH string, return the path which conforms to the given mode on the PATH."""
    def fits(file):
        return _os.path.exists(file) and _os.access(file, mode) and not _os.path.isdir(file)
    if _os.path.dirname(cmd):
        return cmd if fits(cmd) else None
    if path is None:
        path = _os.environ.get('PATH') or '/bin:/usr/bin'
    if not path:
        return None
    seen = set()
    for folder in _os.fspath(path).split(_os.pathsep):
        if folder not in seen:
            seen.add(folder)
            name = _os.path.join(folder, cmd)
            if fits(name):
                return name
    return None
