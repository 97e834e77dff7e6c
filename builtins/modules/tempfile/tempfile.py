# The module tempfile.

import io as _io
import os as _os

__all__ = ['NamedTemporaryFile', 'TemporaryFile', 'SpooledTemporaryFile', 'TemporaryDirectory', 'mkstemp', 'mkdtemp',
           'mktemp', 'TMP_MAX', 'gettempprefix', 'tempdir', 'gettempdir', 'gettempprefixb', 'gettempdirb']

TMP_MAX = 10000
template = 'tmp'
tempdir = None

_LETTERS = 'abcdefghijklmnopqrstuvwxyz0123456789_'


def _random_name():
    return ''.join([_LETTERS[b % 37] for b in _os.urandom(8)])


def gettempprefix():
    """The default prefix for temporary directories as string."""
    return template


def gettempprefixb():
    """The default prefix for temporary directories as bytes."""
    return template.encode()


def gettempdir():
    """Returns tempfile.tempdir as str."""
    global tempdir
    if tempdir is None:
        candidates, refused = [], None
        for find in [_os._seen(n) for n in ('TMPDIR', 'TEMP', 'TMP')] + ['/tmp', '/var/tmp', '/usr/tmp', _os.getcwd]:
            try:
                folder = find() if callable(find) else find
            except PermissionError:
                continue
            if not folder:
                continue
            candidates.append(folder)
            try:
                if _os.path.isdir(folder) and _os.access(folder, 2):
                    tempdir = _os.path.abspath(folder)
                    return tempdir
            except PermissionError as e:
                refused = refused or e
        if refused:
            folder = candidates[0]
            raise PermissionError(13, f'putting temporary files into {folder!r} is not allowed here; host.WithRead("{folder}") and '
                                  f'host.WithWrite("{folder}") or --allow-read={folder} --allow-write={folder} would allow it') from refused
        raise FileNotFoundError(2, f'No usable temporary directory found in {candidates}')
    return tempdir


def gettempdirb():
    """Returns tempfile.tempdir as bytes."""
    return gettempdir().encode()


def _defaults(prefix, suffix, dir):
    return (template if prefix is None else prefix, '' if suffix is None else suffix,
            gettempdir() if dir is None else _os.fspath(dir))


def mkdtemp(suffix=None, prefix=None, dir=None):
    """User-callable function to create and return a unique temporary directory."""
    prefix, suffix, dir = _defaults(prefix, suffix, dir)
    for _ in range(TMP_MAX):
        path = _os.path.join(dir, prefix + _random_name() + suffix)
        try:
            _os.mkdir(path, 0o700)
        except FileExistsError:
            continue
        return _os.path.abspath(path)
    raise FileExistsError(17, 'No usable temporary directory name found')


def _create(suffix, prefix, dir):
    prefix, suffix, dir = _defaults(prefix, suffix, dir)
    for _ in range(TMP_MAX):
        path = _os.path.abspath(_os.path.join(dir, prefix + _random_name() + suffix))
        try:
            fd = _os.open(path, _os.O_RDWR | _os.O_CREAT | _os.O_EXCL, 0o600)
        except FileExistsError:
            continue
        return fd, path
    raise FileExistsError(17, 'No usable temporary file name found')


def mkstemp(suffix=None, prefix=None, dir=None, text=False):
    """User-callable function to create and return a unique temporary file."""
    return _create(suffix, prefix, dir)


def mktemp(suffix='', prefix=template, dir=None):
    """User-callable function to return a unique temporary file name."""
    prefix, suffix, dir = _defaults(prefix, suffix, dir)
    while True:
        path = _os.path.join(dir, prefix + _random_name() + suffix)
        if not _os.path.lexists(path):
            return _os.path.abspath(path)


class _TemporaryFileWrapper:
    """A file that is removed when it is closed."""

    def __init__(self, file, name, delete=True, delete_on_close=True):
        self.file = file
        self.name = name
        self._delete = delete
        self._delete_on_close = delete_on_close
        self._removed = False

    def __getattr__(self, name):
        return getattr(self.__dict__['file'], name)

    def __enter__(self):
        self.file.__enter__()
        return self

    def __exit__(self, exc, value, tb):
        self.file.__exit__(exc, value, tb)
        self._cleanup()

    def close(self):
        """Close the temporary file, possibly deleting it."""
        self.file.close()
        if self._delete_on_close:
            self._cleanup()

    def _cleanup(self):
        if self._delete and not self._removed:
            self._removed = True
            try:
                _os.unlink(self.name)
            except FileNotFoundError:
                pass

    def __iter__(self):
        for line in self.file:
            yield line

    def __repr__(self):
        return f'<tempfile._TemporaryFileWrapper object, file={self.file!r}>'


_open_files = []


def NamedTemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None,
                       delete=True, *, errors=None, delete_on_close=True):
    """Create and return a temporary file."""
    fd, path = _create(suffix, prefix, dir)
    _os.close(fd)
    try:
        file = open(path, mode.replace('x', 'w'), buffering=buffering, newline=newline, encoding=encoding, errors=errors)
    except:
        _os.unlink(path)
        raise
    wrapper = _TemporaryFileWrapper(file, path, delete, delete_on_close)
    if delete:
        _remember(wrapper)
    return wrapper


def _remember(thing):
    import atexit
    if not _open_files:
        atexit.register(_at_exit)
    _open_files[:] = [t for t in _open_files if not t._removed]
    _open_files.append(thing)


def _at_exit():
    for thing in _open_files:
        thing._cleanup()


def TemporaryFile(mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None, dir=None, *,
                  errors=None):
    """Create and return a temporary file that has no name."""
    fd, path = _create(suffix, prefix, dir)
    _os.close(fd)
    try:
        return open(path, mode.replace('x', 'w'), buffering=buffering, newline=newline, encoding=encoding, errors=errors)
    finally:
        _os.unlink(path)


class SpooledTemporaryFile:
    """Temporary file wrapper, specialized to switch from memory to a real file when it exceeds some size."""

    def __init__(self, max_size=0, mode='w+b', buffering=-1, encoding=None, newline=None, suffix=None, prefix=None,
                 dir=None, *, errors=None):
        self._file = _io.BytesIO() if 'b' in mode else _io.StringIO()
        self._max_size = max_size
        self._rolled = False
        self._args = dict(mode=mode, buffering=buffering, encoding=encoding, newline=newline, suffix=suffix,
                          prefix=prefix, dir=dir, errors=errors)

    def __getattr__(self, name):
        return getattr(self.__dict__['_file'], name)

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self._file.close()

    def __iter__(self):
        return iter(self._file)

    def rollover(self):
        if self._rolled:
            return
        data, pos = self._file.getvalue(), self._file.tell()
        self._file = TemporaryFile(**self._args)
        self._file.write(data)
        self._file.seek(pos)
        self._rolled = True

    def write(self, data):
        n = self._file.write(data)
        if not self._rolled and self._max_size and self._file.tell() > self._max_size:
            self.rollover()
        return n

    @property
    def closed(self):
        return self._file.closed


class TemporaryDirectory:
    """Create and return a temporary directory."""

    def __init__(self, suffix=None, prefix=None, dir=None, ignore_cleanup_errors=False, *, delete=True):
        self.name = mkdtemp(suffix, prefix, dir)
        self._ignore = ignore_cleanup_errors
        self._delete = delete
        self._removed = False
        if delete:
            _remember(self)

    def __repr__(self):
        return f'<TemporaryDirectory {self.name!r}>'

    def __enter__(self):
        return self.name

    def __exit__(self, exc, value, tb):
        if self._delete:
            self.cleanup()

    def _cleanup(self):
        try:
            self.cleanup()
        except OSError:
            pass

    def cleanup(self):
        """Remove the directory with everything in it."""
        import shutil
        if not self._removed:
            self._removed = True
            if _os.path.exists(self.name):
                shutil.rmtree(self.name, ignore_errors=self._ignore)
