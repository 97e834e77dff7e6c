import os as _os
import subprocess as _subprocess


def _status(code):
    """The wait status of a return code of subprocess."""
    return -code if code < 0 else code << 8


def system(command):
    return _status(_subprocess.call(command, shell=True))


class _Pipe:
    """What popen() returns: the program's stream, whose close() tells how it ended."""

    def __init__(self, stream, proc):
        self._stream, self._proc = stream, proc

    def close(self):
        self._stream.close()
        code = self._proc.wait()
        return _status(code) if code else None

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()

    def __getattr__(self, name):
        return getattr(self._stream, name)

    def __iter__(self):
        return iter(self._stream)


def popen(cmd, mode='r', buffering=-1):
    if not isinstance(cmd, str):
        raise TypeError('invalid cmd type (%s, expected string)' % type(cmd))
    if mode not in ('r', 'w'):
        raise ValueError('invalid mode %r' % mode)
    if buffering == 0 or buffering is None:
        raise ValueError('popen() does not support unbuffered streams')
    pipe = _subprocess.PIPE
    if mode == 'r':
        proc = _subprocess.Popen(cmd, shell=True, text=True, stdout=pipe)
        return _Pipe(proc.stdout, proc)
    proc = _subprocess.Popen(cmd, shell=True, text=True, stdin=pipe)
    return _Pipe(proc.stdin, proc)


def _replace(path, args, env=None):
    args = list(args)
    if not args:
        raise ValueError('execv() arg 2 must not be empty')
    if not args[0]:
        raise ValueError('execv() arg 2 first element cannot be empty')
    _os._exec(path, args, ['%s=%s' % pair for pair in (_os.environ if env is None else env).items()])


def _along_path(file):
    if _os.path.dirname(file):
        return file
    import shutil
    found = shutil.which(file)
    if found is None:
        raise FileNotFoundError(2, 'No such file or directory')
    return found


def execv(path, argv):
    _replace(path, argv)


def execve(path, argv, env):
    _replace(path, argv, env)


def execvp(file, args):
    _replace(_along_path(file), args)


def execl(file, *args):
    _replace(file, args)


def execlp(file, *args):
    _replace(_along_path(file), args)


def spawnv(mode, file, args):
    proc = _subprocess.Popen(list(args), executable=file)
    if mode == _os.P_WAIT:
        return proc.wait()
    if mode == _os.P_NOWAIT:
        return proc.pid
    raise ValueError('invalid mode')


def spawnl(mode, file, *args):
    return spawnv(mode, file, args)


def spawnvp(mode, file, args):
    return spawnv(mode, _along_path(file), args)


def spawnlp(mode, file, *args):
    return spawnv(mode, _along_path(file), args)
