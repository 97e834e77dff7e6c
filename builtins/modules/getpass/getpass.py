# The module getpass.

import os as _os
import sys as _sys
import warnings as _warnings

__all__ = ["getpass", "getuser", "GetPassWarning"]


class GetPassWarning(UserWarning):
    pass


def getpass(prompt='Password: ', stream=None):
    """Prompt for a password, with echo turned off where there is a terminal."""
    stream = _sys.stderr if stream is None else stream
    hidden, fd = False, None
    try:
        fd = _sys.stdin.fileno()
        hidden = _echo(fd, False)
    except (AttributeError, ValueError, OSError):
        pass
    if not hidden:
        _warnings.warn("Can not control echo on the terminal.", GetPassWarning, stacklevel=2)
        print("Warning: Password input may be echoed.", file=stream)
    try:
        stream.write(prompt)
        stream.flush()
        line = _sys.stdin.readline()
    finally:
        if hidden:
            _echo(fd, True)
            stream.write('\n')
            stream.flush()
    if not line:
        raise EOFError
    return line.removesuffix('\n')


def getuser():
    """Get the username from the environment."""
    for name in ('LOGNAME', 'USER', 'LNAME', 'USERNAME'):
        user = _os.environ.get(name)
        if user:
            return user
    raise OSError('No username set in the environment')
