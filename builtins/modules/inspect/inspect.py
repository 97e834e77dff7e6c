import builtins as _builtins
import collections as _collections
import collections.abc as _abc
import enum as _enum
import functools as _functools
import os as _os
import sys as _sys
import types as _types

CO_OPTIMIZED, CO_NEWLOCALS, CO_VARARGS, CO_VARKEYWORDS = 1, 2, 4, 8
CO_NESTED, CO_GENERATOR, CO_COROUTINE, CO_ITERABLE_COROUTINE, CO_ASYNC_GENERATOR = 16, 32, 128, 256, 512
GEN_CREATED, GEN_RUNNING, GEN_SUSPENDED, GEN_CLOSED = 'GEN_CREATED', 'GEN_RUNNING', 'GEN_SUSPENDED', 'GEN_CLOSED'


def ismodule(object):
    """Return true if the object is a module."""
    return isinstance(object, _types.ModuleType)


def isclass(object):
    """Return true if the object is a class."""
    return isinstance(object, type)


def ismethod(object):
    """Return true if the object is an instance method."""
    return isinstance(object, _types.MethodType)


def isfunction(object):
    """Return true if the object is a user-defined function."""
    return isinstance(object, _types.FunctionType)


def isbuiltin(object):
    """Return true if the object is a built-in function or method."""
    return isinstance(object, _types.BuiltinFunctionType)


def isroutine(object):
    """Return true if the object is any kind of function or method."""
    return isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object)


def ismethoddescriptor(object):
    """Return true if the object is a method descriptor, but not if ismethod() or isclass() or isfunction() are true."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__get__') and not hasattr(kind, '__set__') and not hasattr(kind, '__delete__')


def isdatadescriptor(object):
    """Return true if the object is a data descriptor."""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    kind = type(object)
    return hasattr(kind, '__set__') or hasattr(kind, '__delete__')


def isgetsetdescriptor(object):
    """Return true if the object is a getset descriptor."""
    return isinstance(object, _types.GetSetDescriptorType)


def ismemberdescriptor(object):
    """Return true if the object is a member descriptor."""
    return isinstance(object, getattr(_types, 'MemberDescriptorType', _types.GetSetDescriptorType))


def _flagged(f, flag):
    while ismethod(f):
        f = f.__func__
    while isinstance(f, _functools.partial):
        f = f.func
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    """Return true if the object is a user-defined generator function."""
    return _flagged(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    """Return true if the object is a coroutine function: there are none."""
    return False


def isasyncgenfunction(obj):
    """Return true if the object is an asynchronous generator function: there are none."""
    return False


def iscoroutine(object):
    return False


def isawaitable(object):
    """Return true if object can be passed to an await expression."""
    return isinstance(object, _abc.Awaitable) if hasattr(_abc, 'Awaitable') else False


def isasyncgen(object):
    return False


def markcoroutinefunction(func):
    return func


def isgenerator(object):
    """Return true if the object is a generator."""
    return isinstance(object, _types.GeneratorType)


def istraceback(object):
    """Return true if the object is a traceback."""
    return isinstance(object, _types.TracebackType)


def isframe(object):
    """Return true if the object is a frame object."""
    return isinstance(object, _types.FrameType)


def iscode(object):
    """Return true if the object is a code object."""
    return isinstance(object, _types.CodeType)


def isabstract(object):
    """Return true if the object is an abstract base class (ABC)."""
    return isclass(object) and bool(getattr(object, '__abstractmethods__', ()))


def _members(object, predicate, getter):
    names = dir(object)
    if isclass(object):
        for base in object.__mro__:
            for name, value in list(vars(base).items()):
                if isinstance(value, _types.DynamicClassAttribute) and name not in names:
                    names.append(name)
    results = []
    for name in names:
        try:
            value = getter(object, name)
        except AttributeError:
            for base in getattr(object, '__mro__', ()):
                if name in vars(base):
                    value = vars(base)[name]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((name, value))
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name. Optionally, only return members that satisfy a given predicate."""
    return _members(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    """Return all members of an object as (name, value) pairs sorted by name without triggering dynamic lookup via the descriptor protocol."""
    return _members(object, predicate, getattr_static)


_sentinel = object()


def getattr_static(obj, attr, default=_sentinel):
    """Retrieve attributes without triggering dynamic lookup via the descriptor protocol, __getattr__ or __getattribute__."""
    if not isclass(obj):
        own = getattr(obj, '__dict__', {})
        for base in type(obj).__mro__:
            if attr in vars(base):
                found = vars(base)[attr]
                if isdatadescriptor(found) or attr not in own:
                    return found
        if attr in own:
            return own[attr]
    else:
        for base in obj.__mro__:
            if attr in vars(base):
                return vars(base)[attr]
        for base in type(obj).__mro__:
            if attr in vars(base):
                return vars(base)[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


def getmro(cls):
    """Return tuple of base classes (including cls) in method resolution order."""
    return cls.__mro__


def unwrap(func, *, stop=None):
    """Get the object wrapped by *func*, following the chain of __wrapped__ attributes."""
    seen = {id(func)}
    first = func
    while not isclass(func) and hasattr(func, '__wrapped__'):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in seen:
            raise ValueError('wrapper loop when unwrapping {!r}'.format(first))
        seen.add(id(func))
    return func


def cleandoc(doc):
    """Clean up indentation from docstrings."""
    lines = doc.expandtabs().split('\n')
    margin = min((len(line) - len(line.lstrip(' ')) for line in lines[1:] if line.strip(' ')), default=0)
    lines = [lines[0].lstrip(' ')] + [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return '\n'.join(lines)


def getdoc(object):
    """Get the documentation string for an object. All tabs are expanded to spaces."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        doc = _inherited_doc(object)
    return cleandoc(doc) if isinstance(doc, str) else None


def _inherited_doc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object and getattr(base, '__doc__', None) is not None:
                return base.__doc__
        return None
    name = getattr(obj, '__name__', None)
    if ismethod(obj):
        owner = obj.__self__ if isclass(obj.__self__) else type(obj.__self__)
    elif isfunction(obj):
        owner = getattr(_sys.modules.get(obj.__module__), obj.__qualname__.partition('.')[0], None)
    else:
        return None
    for base in getattr(owner, '__mro__', ()):
        doc = vars(base)[name].__doc__ if name in vars(base) else None
        if doc is not None:
            return doc
    return None


def getcomments(object):
    """Get lines of comments immediately preceding an object's source code, or None."""
    try:
        lines, first = findsource(object)
    except (OSError, TypeError):
        return None
    if ismodule(object):
        first = 1 if lines and lines[0].startswith('#!') else 0
        out = []
        while first < len(lines) and lines[first].strip() in ('', '#'):
            first += 1
        while first < len(lines) and lines[first].startswith('#'):
            out.append(lines[first].expandtabs())
            first += 1
        return ''.join(out) or None
    out, indent, i = [], _indent(lines[first]), first - 1
    while i >= 0 and lines[i].lstrip().startswith('#') and _indent(lines[i]) == indent:
        out.insert(0, lines[i].expandtabs().lstrip())
        i -= 1
    return ''.join(out) or None


# Where code comes from.

def _code(object):
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        return object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        return object.f_code
    if iscode(object):
        return object
    return None


def getfile(object):
    """Work out which source or compiled file an object was defined in."""
    if ismodule(object):
        if getattr(object, '__file__', None):
            return object.__file__
        raise TypeError('{!r} is a built-in module'.format(object))
    if isclass(object):
        module = _sys.modules.get(object.__module__)
        if getattr(module, '__file__', None):
            return module.__file__
        if object.__module__ == '__main__':
            raise OSError('source code not available')
        raise TypeError('{!r} is a built-in class'.format(object))
    code = _code(object)
    if code is None:
        raise TypeError('module, class, method, function, traceback, frame, or code object was expected, got {}'.format(type(object).__name__))
    return code.co_filename


getsourcefile = getfile


def getabsfile(object, _filename=None):
    """Return an absolute path to the source or compiled file for an object."""
    return _os.path.normcase(_os.path.abspath(_filename or getfile(object)))


def getmodulename(path):
    """Return the module name for a given file, or None."""
    name = _os.path.basename(path)
    for suffix in ('.py', '.star', '.pyc'):
        if name.endswith(suffix):
            return name[:-len(suffix)]
    return None


def getmodule(object, _filename=None):
    """Return the module an object was defined in, or None if not found."""
    if ismodule(object):
        return object
    if hasattr(object, '__module__'):
        return _sys.modules.get(object.__module__)
    try:
        file = getabsfile(object)
    except (TypeError, OSError):
        return None
    for module in list(_sys.modules.values()):
        if getattr(module, '__file__', None) and _os.path.abspath(module.__file__) == file:
            return module
    return None


def _indent(line):
    line = line.expandtabs()
    return len(line) - len(line.lstrip())


def findsource(object):
    """Return the entire source file and starting line number for an object."""
    file = getfile(object)
    lines = _source(file)
    if lines is None:
        raise OSError('could not get source code')
    if ismodule(object):
        return lines, 0
    if isclass(object):
        name = object.__qualname__.split('.')[-1]
        first = getattr(object, '__firstlineno__', None)
        if first:
            return lines, first - 1
        found = [i for i, line in enumerate(lines) if _defines(line, 'class', name)]
        if not found:
            raise OSError('could not find class definition')
        i = found[0]
        while i > 0 and lines[i - 1].lstrip().startswith('@'):
            i -= 1
        return lines, i
    i = _code(object).co_firstlineno - 1
    if i >= len(lines):
        raise OSError('lineno is out of bounds')
    return lines, i


def _defines(line, keyword, name):
    words = line.replace('(', ' ').replace(':', ' ').split()
    return words[:2] == [keyword, name]


def getblock(lines):
    """Extract the block of code at the top of the given list of lines."""
    end, depth, quote, header = 0, 0, None, False
    margin = _indent(lines[0])
    for i, line in enumerate(lines):
        text = line.strip()
        if header and depth == 0 and quote is None:
            if not text or text.startswith('#'):
                continue
            if _indent(line) <= margin:
                break
        depth, quote, colon = _scan(line, depth, quote)
        if depth == 0 and quote is None:
            if not header and not text.startswith('@'):
                header = True
                if not colon:  # a block of one line
                    return lines[:i + 1]
        end = i + 1
    return lines[:end]


def _scan(line, depth, quote):
    """Follows brackets and quotes through a line: (depth, open quote, does it end with a colon)."""
    i, last = 0, ''
    while i < len(line):
        c = line[i]
        if quote is not None:
            if c == '\\':
                i += 1
            elif line.startswith(quote, i):
                i += len(quote) - 1
                quote = None
        elif c in '"\'':
            quote = c * 3 if line.startswith(c * 3, i) else c
            i += len(quote) - 1
            last = c
        elif c == '#':
            break
        else:
            if c in '([{':
                depth += 1
            elif c in ')]}':
                depth -= 1
            if not c.isspace():
                last = c
        i += 1
    if quote is not None and len(quote) == 1:
        quote = None
    return depth, quote, last == ':'


def getsourcelines(object):
    """Return a list of source lines and starting line number for an object."""
    object = unwrap(object)
    lines, first = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == '<module>'):
        return lines, 0
    return getblock(lines[first:]), first + 1


def getsource(object):
    """Return the text of the source code for an object."""
    lines, _ = getsourcelines(object)
    return ''.join(lines)


# Frames.

Traceback = _collections.namedtuple('Traceback', 'filename lineno function code_context index')
FrameInfo = _collections.namedtuple('FrameInfo', 'frame filename lineno function code_context index')
ArgInfo = _collections.namedtuple('ArgInfo', 'args varargs keywords locals')
ClosureVars = _collections.namedtuple('ClosureVars', 'nonlocals globals builtins unbound')


def currentframe():
    """Return the frame of the caller."""
    return _sys._getframe(1)


def getframeinfo(frame, context=1):
    """Get information about a frame or traceback object."""
    if istraceback(frame):
        line, frame = frame.tb_lineno, frame.tb_frame
    else:
        line = frame.f_lineno
    filename = frame.f_code.co_filename
    lines = _source(filename) if context > 0 else None
    code, index = None, None
    if lines:
        start = max(0, min(line - 1 - context // 2, len(lines) - context))
        code, index = lines[start:start + context], line - 1 - start
    return Traceback(filename, line, frame.f_code.co_name, code, index)


def getouterframes(frame, context=1):
    """Get a list of records for a frame and all higher (calling) frames."""
    out = []
    while frame is not None:
        out.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return out


def getinnerframes(tb, context=1):
    """Get a list of records for a traceback's frame and all lower frames."""
    out = []
    while tb is not None:
        out.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return out


def stack(context=1):
    """Return a list of records for the stack above the caller's frame."""
    return getouterframes(_sys._getframe(1), context)


def trace(context=1):
    """Return a list of records for the stack below the current exception."""
    exc = _sys.exception()
    return [] if exc is None else getinnerframes(exc.__traceback__, context)


def getlineno(frame):
    """Get the line number from a frame object."""
    return frame.f_lineno


def getgeneratorstate(generator):
    """Get current state of a generator-iterator."""
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_frame is None:
        return GEN_CLOSED
    return GEN_SUSPENDED if getattr(generator, 'gi_suspended', True) else GEN_CREATED


def getclosurevars(func):
    """Get the mapping of free variables to their current values."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError('{!r} is not a Python function'.format(func))
    code = func.__code__
    nonlocals = {} if func.__closure__ is None else {n: c.cell_contents for n, c in zip(code.co_freevars, func.__closure__)}
    found, built, unbound = {}, {}, set()
    for name in code.co_names:
        if name in func.__globals__:
            found[name] = func.__globals__[name]
        elif hasattr(_builtins, name):
            built[name] = getattr(_builtins, name)
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, found, built, unbound)
