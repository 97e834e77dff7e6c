# The module platform.

import collections as _collections
import os as _os
import sys as _sys

uname_result = _collections.namedtuple('uname_result', 'system node release version machine')
uname_result.__module__ = 'platform'
_known = []


def _file(path):
    try:
        with open(path) as f:
            return f.read().strip()
    except OSError:
        return ''


def uname():
    """Fairly portable uname interface."""
    if not _known:
        if hasattr(_os, 'uname'):
            u = _os.uname()
            _known.append(uname_result(*tuple(u)[:5]))
        else:
            names = {'linux': 'Linux', 'darwin': 'Darwin', 'win32': 'Windows'}
            _known.append(uname_result(names.get(_sys.platform, _sys.platform), _file('/proc/sys/kernel/hostname'),
                                       _file('/proc/sys/kernel/osrelease'), _file('/proc/sys/kernel/version'), _arch))
    return _known[0]


def system():
    """Returns the system/OS name, e.g. 'Linux', 'Windows' or 'Darwin'."""
    return uname().system


def node():
    """Returns the computer's network name."""
    return uname().node


def release():
    """Returns the system's release."""
    return uname().release


def version():
    """Returns the system's release version."""
    return uname().version


def machine():
    """Returns the machine type, e.g. 'x86_64'."""
    return uname().machine


def processor():
    """Returns the (true) processor name."""
    return ''


def architecture(executable='', bits='', linkage=''):
    """Queries the given executable for various architecture information."""
    return ('64bit' if _sys.maxsize > 2 ** 32 else '32bit', 'ELF' if _sys.platform == 'linux' else '')


def platform(aliased=False, terse=False):
    """Returns a single string identifying the underlying platform."""
    u = uname()
    return f'{u.system}-{u.release}' + ('' if terse else f'-{u.machine}')


def python_version():
    """Returns the Python version as string 'major.minor.patchlevel'."""
    return '.'.join(map(str, _sys.version_info[:3]))


def python_version_tuple():
    """Returns the Python version as tuple (major, minor, patchlevel) of strings."""
    return tuple(map(str, _sys.version_info[:3]))


def python_implementation():
    """Returns a string identifying the Python implementation."""
    return _sys.implementation.name.capitalize() if hasattr(_sys, 'implementation') else 'Starpool'


def python_compiler():
    """Return a string identifying the compiler used."""
    return 'Go'


def python_build():
    """Returns a tuple (buildno, builddate)."""
    return ('', '')


def python_branch():
    return ''


def python_revision():
    return ''


def libc_ver(executable=None, lib='', version='', chunksize=16384):
    return (lib, version)
