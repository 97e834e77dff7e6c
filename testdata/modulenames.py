"""Records the public names of CPython's modules, for docs/modules.md.

    python3.13 modulenames.py NAME... > modulenames.json

A module's public names are those of __all__ and those that dir() shows without
an underscore in front, modules excepted.
"""
import importlib
import json
import sys
import types


def names(name):
    module = importlib.import_module(name)
    found = set(getattr(module, '__all__', ()))
    for n in dir(module):
        if not n.startswith('_') and not isinstance(getattr(module, n, None), types.ModuleType):
            value = getattr(module, n, None)
            # What the module only imports for itself is not its own.
            if getattr(value, '__module__', name) in (name, None) or not hasattr(value, '__module__') or n in found:
                found.add(n)
    return sorted(n for n in found if not n.startswith('_'))


def main():
    out = {}
    for name in sys.argv[1:]:
        try:
            out[name] = names(name)
        except ImportError:
            pass
    json.dump(out, sys.stdout, indent=0, sort_keys=True)
    print()


main()
