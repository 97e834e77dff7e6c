import importlib, importlib.util, importlib.machinery, sys, os, tempfile

m = importlib.import_module('os.path')
print(m is os.path, importlib.import_module('.path', 'os') is os.path)
for bad in [('.x',), ('',), ('no_such_thing',), ('..x', 'os'), ('sys.nope.x',)]:
    try:
        importlib.import_module(*bad)
    except Exception as e:
        print(type(e).__name__, e)

with tempfile.TemporaryDirectory() as folder:
    sys.path.insert(0, folder)
    path = os.path.join(folder, 'plug_in.py')
    with open(path, 'w') as f: f.write('x = 1\nold = 1\ndef get(): return x\ndef put(v):\n    global x\n    x = v\n')
    plug = importlib.import_module('plug_in')
    print(plug.x, plug.get(), plug.old)
    plug.put(5)
    print(plug.x, plug.get())
    with open(path, 'w') as f: f.write('# another text, of another length\nx = 2\ndef get(): return x * 10\n')
    importlib.invalidate_caches()
    print(importlib.reload(plug) is plug, plug.x, plug.get(), plug.old)
    spec = importlib.util.find_spec('plug_in')
    print(spec.name, spec.origin == path, spec.has_location, spec.parent == '', spec.submodule_search_locations)
    print(importlib.util.find_spec('no_such_thing'), importlib.util.find_spec('sys').origin)
    other = importlib.util.spec_from_file_location('other', path)
    module = importlib.util.module_from_spec(other)
    print(module.__name__, hasattr(module, 'x'), 'other' in sys.modules)
    other.loader.exec_module(module)
    print(module.x, module.get(), module.__file__ == path, module.__spec__ is other)
    os.mkdir(os.path.join(folder, 'pack'))
    with open(os.path.join(folder, 'pack', '__init__.py'), 'w') as f: f.write('import pack.part\n')
    with open(os.path.join(folder, 'pack', 'part.py'), 'w') as f: f.write('here = __name__\n')
    spec = importlib.util.find_spec('pack.part')
    print(spec.name, spec.parent, 'pack' in sys.modules)
    print(importlib.import_module('.part', 'pack').here, importlib.util.find_spec('pack').submodule_search_locations is not None)
    print(importlib.util.resolve_name('.a', 'b.c'), importlib.util.resolve_name('a', None))
    sys.path.remove(folder)

for bad in (3, type(sys)('made')):
    try:
        importlib.reload(bad)
    except Exception as e:
        print(type(e).__name__, e)
try:
    importlib.util.find_spec('sys.x')
except Exception as e:
    print(type(e).__name__, e)
try:
    import importlib.metadata
    importlib.metadata.version('no-such-package')
except importlib.metadata.PackageNotFoundError as e:
    print(e, e.name)
print(importlib.reload(sys) is sys)
