# The module sysconfig.

import os as _os
import platform as _platform
import sys as _sys

_names = ('stdlib', 'platstdlib', 'purelib', 'platlib', 'include', 'platinclude', 'scripts', 'data')


def get_python_version():
    """The version of the language."""
    return '%d.%d' % _sys.version_info[:2]


def get_platform():
    """The system and the machine."""
    return '%s-%s' % (_platform.system().lower(), _platform.machine())


def get_scheme_names():
    return ('starpool',)


def get_default_scheme():
    return 'starpool'


def get_path_names():
    return _names


def get_paths(scheme='starpool', vars=None, expand=True):
    """The folders of an installation: there is only the program's."""
    return {name: _os.path.dirname(_sys.executable) for name in _names}


def get_path(name, scheme='starpool', vars=None, expand=True):
    return get_paths(scheme)[name]


def get_config_vars(*args):
    """The variables of the build, of which few exist here."""
    known = {'py_version': '.'.join(map(str, _sys.version_info[:3])), 'py_version_short': get_python_version(),
             'EXT_SUFFIX': None, 'SOABI': None, 'Py_GIL_DISABLED': 0, 'Py_DEBUG': 0}
    return [known.get(name) for name in args] if args else known


def get_config_var(name):
    return get_config_vars().get(name)


def is_python_build(check_home=None):
    return False
