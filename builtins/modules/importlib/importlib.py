import sys

__all__ = ['__import__', 'import_module', 'invalidate_caches', 'reload']

__import__ = __import__


def invalidate_caches():
    """Call the invalidate_caches() method on all meta path finders: there is nothing cached here."""


def _resolve(name, package, level):
    bits = package.rsplit('.', level - 1)
    if len(bits) < level:
        raise ImportError('attempted relative import beyond top-level package')
    return f'{bits[0]}.{name}' if name else bits[0]


def import_module(name, package=None):
    """Import a module.

    The 'package' argument is required when performing a relative import. It
    specifies the package to use as the anchor point from which to resolve the
    relative import to an absolute import.
    """
    level = 0
    if name.startswith('.'):
        if not package:
            raise TypeError(f"the 'package' argument is required to perform a relative import for {name!r}")
        level = len(name) - len(name.lstrip('.'))
        name = _resolve(name[level:], package, level)
    elif not name:
        raise ValueError('Empty module name')
    __import__(name)
    return sys.modules[name]


def reload(module):
    """Reload the module and return it.

    The module must have been successfully imported before.
    """
    name = getattr(module, '__name__', None)
    if type(module) is not type(sys):
        raise TypeError('reload() argument must be a module')
    if sys.modules.get(name) is not module:
        raise ImportError(f'module {name} not in sys.modules', name=name)
    from importlib.machinery import _locate, _offered, _run
    file = getattr(module, '__file__', None)
    if file is None:
        if _offered(name):
            return module
        raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
    parent = name.rpartition('.')[0]
    found = _locate(name, sys.modules[parent].__path__ if parent else None)
    if found is None:
        raise ModuleNotFoundError(f'spec not found for the module {name!r}', name=name)
    _run(module, found[0])
    return sys.modules[name]
