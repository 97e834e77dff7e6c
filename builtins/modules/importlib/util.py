import sys

from importlib import _resolve
from importlib.machinery import BuiltinImporter, ModuleSpec, SourceFileLoader, _locate, _module, _offered


def resolve_name(name, package):
    """Resolve a relative module name to an absolute one."""
    if not name.startswith('.'):
        return name
    if not package:
        raise ImportError(f'no package specified for {name!r} (required for relative module names)')
    level = len(name) - len(name.lstrip('.'))
    return _resolve(name[level:], package, level)


def find_spec(name, package=None):
    """Return the spec for the specified module, or None if it is not there."""
    fullname = resolve_name(name, package) if name.startswith('.') else name
    parent = fullname.rpartition('.')[0]
    path = None
    if parent:
        module = __import__(parent, fromlist=['__path__'])
        path = getattr(module, '__path__', None)
        if path is None:
            raise ModuleNotFoundError(f"__path__ attribute not found on {parent!r} while trying to find {fullname!r}", name=fullname)
    if _offered(fullname):
        return ModuleSpec(fullname, BuiltinImporter, origin='built-in')
    found = _locate(fullname, path)
    if found is not None:
        return spec_from_file_location(fullname, found[0])
    if fullname in sys.modules:
        return ModuleSpec(fullname, None)
    return None


def spec_from_file_location(name, location=None, *, loader=None, submodule_search_locations=None):
    """Return a module spec based on a file location."""
    location = str(location)
    if loader is None:
        if not location.endswith(('.py', '.star')):
            return None
        loader = SourceFileLoader(name, location)
    spec = ModuleSpec(name, loader, origin=location)
    spec.has_location = True
    if submodule_search_locations is not None:
        spec.submodule_search_locations = submodule_search_locations
    elif loader.is_package(name):
        spec.submodule_search_locations = [location.replace('\\', '/').rpartition('/')[0]]
    return spec


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    """Return a module spec based on various loader methods."""
    return ModuleSpec(name, loader, origin=origin, is_package=is_package)


def module_from_spec(spec):
    """Create a module based on the provided spec."""
    module = spec.loader.create_module(spec)
    if module is None:
        module = _module(spec.name)
        module.__name__ = spec.name
        module.__loader__ = spec.loader
        module.__package__ = spec.parent
        module.__spec__ = spec
        module.__doc__ = None
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        if spec.has_location:
            module.__file__ = spec.origin
    return module
