

# Signatures (PEP 362).

class _empty:
    """Marker object for Signature.empty and Parameter.empty."""


class _ParameterKind(_enum.IntEnum):
    POSITIONAL_ONLY = 0
    POSITIONAL_OR_KEYWORD = 1
    VAR_POSITIONAL = 2
    KEYWORD_ONLY = 3
    VAR_KEYWORD = 4

    def __str__(self):
        return self.name

    @property
    def description(self):
        return ('positional-only', 'positional or keyword', 'variadic positional', 'keyword-only', 'variadic keyword')[self]


_POSITIONAL_ONLY = _ParameterKind.POSITIONAL_ONLY
_POSITIONAL_OR_KEYWORD = _ParameterKind.POSITIONAL_OR_KEYWORD
_VAR_POSITIONAL = _ParameterKind.VAR_POSITIONAL
_KEYWORD_ONLY = _ParameterKind.KEYWORD_ONLY
_VAR_KEYWORD = _ParameterKind.VAR_KEYWORD


def formatannotation(annotation, base_module=None, *, quote_annotation_strings=True):
    if not quote_annotation_strings and isinstance(annotation, str):
        return annotation
    if getattr(annotation, '__module__', None) == 'typing':
        return repr(annotation).replace('typing.', '')
    if isinstance(annotation, _types.GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ('builtins', base_module):
            return annotation.__qualname__
        return annotation.__module__ + '.' + annotation.__qualname__
    return repr(annotation)


class Parameter:
    """Represents a parameter in a function signature."""

    __slots__ = ('_name', '_kind', '_default', '_annotation')

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        try:
            self._kind = _ParameterKind(kind)
        except ValueError:
            raise ValueError(f'value {kind!r} is not a valid Parameter.kind')
        if default is not _empty and self._kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f'{self._kind.description} parameters cannot have default values')
        if name is _empty:
            raise ValueError('name is a required attribute for Parameter')
        if not isinstance(name, str):
            raise TypeError(f'name must be a str, not a {type(name).__name__}')
        if not name.isidentifier():
            raise ValueError('{!r} is not a valid parameter name'.format(name))
        self._name, self._default, self._annotation = name, default, annotation

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def replace(self, *, name=_sentinel, kind=_sentinel, annotation=_sentinel, default=_sentinel):
        """Creates a customized copy of the Parameter."""
        return type(self)(self._name if name is _sentinel else name, self._kind if kind is _sentinel else kind,
                          default=self._default if default is _sentinel else default,
                          annotation=self._annotation if annotation is _sentinel else annotation)

    __replace__ = replace

    def __str__(self):
        return self._format()

    def _format(self, *, quote_annotation_strings=True):
        text = self._name
        if self._annotation is not _empty:
            text += ': ' + formatannotation(self._annotation, quote_annotation_strings=quote_annotation_strings)
        if self._default is not _empty:
            text += (' = ' if self._annotation is not _empty else '=') + repr(self._default)
        if self._kind == _VAR_POSITIONAL:
            return '*' + text
        if self._kind == _VAR_KEYWORD:
            return '**' + text
        return text

    def __repr__(self):
        return '<{} "{}">'.format(self.__class__.__name__, self)

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if not isinstance(other, Parameter):
            return NotImplemented
        return (self._name, self._kind, self._default, self._annotation) == (other._name, other._kind, other._default, other._annotation)


class BoundArguments:
    """Result of `Signature.bind` call. Holds the mapping of arguments to the function's parameters."""

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs, by_name = {}, False
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                by_name = True
            elif name not in self.arguments:
                by_name = True
                continue
            if not by_name or name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            else:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Set default values for missing arguments."""
        full = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                full[name] = self.arguments[name]
            elif param.default is not _empty:
                full[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                full[name] = ()
            elif param.kind is _VAR_KEYWORD:
                full[name] = {}
        self.arguments = full

    def __eq__(self, other):
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self._signature == other._signature and self.arguments == other.arguments

    def __repr__(self):
        args = ['{}={!r}'.format(name, value) for name, value in self.arguments.items()]
        return '<{} ({})>'.format(self.__class__.__name__, ', '.join(args))


class Signature:
    """A Signature object represents the overall signature of a function."""

    __slots__ = ('_return_annotation', '_parameters')

    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params, top, defaults = {}, _POSITIONAL_ONLY, False
        for param in parameters or ():
            if __validate_parameters__:
                kind, name = param.kind, param.name
                if kind < top:
                    raise ValueError(f'wrong parameter order: {top.description} parameter before {kind.description} parameter')
                if kind > top:
                    top = kind
                if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                    if param.default is _empty:
                        if defaults:
                            raise ValueError('non-default argument follows default argument')
                    else:
                        defaults = True
                if name in params:
                    raise ValueError('duplicate parameter name: {!r}'.format(name))
            params[param.name] = param
        self._parameters = _types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        """Constructs Signature for the given callable object."""
        return _signature(obj, follow_wrapped, cls)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_sentinel, return_annotation=_sentinel):
        """Creates a customized copy of the Signature."""
        return type(self)(self.parameters.values() if parameters is _sentinel else parameters,
                          return_annotation=self._return_annotation if return_annotation is _sentinel else return_annotation)

    __replace__ = replace

    def __hash__(self):
        return hash((tuple(self.parameters.values()), self._return_annotation))

    def __eq__(self, other):
        if not isinstance(other, Signature):
            return NotImplemented
        mine, theirs = [], []
        for sig, out in ((self, mine), (other, theirs)):
            params = sig.parameters.values()
            out.append(tuple(p for p in params if p.kind != _KEYWORD_ONLY))
            out.append({p.name: p for p in params if p.kind == _KEYWORD_ONLY})
            out.append(sig._return_annotation)
        return mine == theirs

    def _bind(self, args, kwargs, *, partial=False):
        arguments, args, left = {}, list(args), dict(kwargs)
        rest, not_by_name = None, []
        in_turn = True  # parameters are still filled from the left
        for param in self.parameters.values():
            name, kind = param.name, param.kind
            if in_turn and args:
                if kind is _KEYWORD_ONLY or kind is _VAR_KEYWORD:
                    break
                if kind is _VAR_POSITIONAL:
                    arguments[name] = tuple(args)
                    args, in_turn = [], False
                    continue
                if name in left and kind is not _POSITIONAL_ONLY:
                    raise TypeError('multiple values for argument {arg!r}'.format(arg=name))
                arguments[name] = args.pop(0)
                continue
            if in_turn and kind is _POSITIONAL_ONLY and name in left:
                not_by_name.append(name)
                continue
            if kind is _VAR_KEYWORD:
                rest = name
            elif kind is not _VAR_POSITIONAL:
                if name in left:
                    arguments[name] = left.pop(name)
                elif param.default is _empty and not partial:
                    what = ' keyword-only' if in_turn and kind is _KEYWORD_ONLY else ''
                    raise TypeError('missing a required{what} argument: {arg!r}'.format(what=what, arg=name))
            in_turn = False
        if args:
            raise TypeError('too many positional arguments')
        if left:
            if rest is not None:
                arguments[rest] = left
            elif not_by_name:
                raise TypeError('got some positional-only arguments passed as keyword arguments: {arg!r}'.format(arg=', '.join(not_by_name)))
            else:
                raise TypeError('got an unexpected keyword argument {arg!r}'.format(arg=next(iter(left))))
        return BoundArguments(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Get a BoundArguments object, that maps the passed args and kwargs to the function's signature."""
        return self._bind(args, kwargs)

    def bind_partial(self, /, *args, **kwargs):
        """Get a BoundArguments object, that partially maps the passed args and kwargs to the function's signature."""
        return self._bind(args, kwargs, partial=True)

    def __reduce__(self):
        return (type(self), (tuple(self._parameters.values()),), {'_return_annotation': self._return_annotation})

    def __setstate__(self, state):
        self._return_annotation = state['_return_annotation']

    def __repr__(self):
        return '<{} {}>'.format(self.__class__.__name__, self)

    def __str__(self):
        return self.format()

    def format(self, *, max_width=None, quote_annotation_strings=True):
        """Create a string representation of the Signature object."""
        result, slash, star = [], False, True
        for param in self.parameters.values():
            if param.kind == _POSITIONAL_ONLY:
                slash = True
            elif slash:
                result.append('/')
                slash = False
            if param.kind == _VAR_POSITIONAL:
                star = False
            elif param.kind == _KEYWORD_ONLY and star:
                result.append('*')
                star = False
            result.append(param._format(quote_annotation_strings=quote_annotation_strings))
        if slash:
            result.append('/')
        text = '({})'.format(', '.join(result))
        if max_width is not None and len(text) > max_width:
            text = '(\n    {}\n)'.format(',\n    '.join(result))
        if self._return_annotation is not _empty:
            text += ' -> ' + formatannotation(self._return_annotation, quote_annotation_strings=quote_annotation_strings)
        return text


def _of_function(func, cls):
    code = func.__code__
    names, count = code.co_varnames, code.co_argcount
    defaults, notes = func.__defaults__ or (), func.__annotations__
    keyword_defaults = func.__kwdefaults__ or {}
    params = []
    for i, name in enumerate(names[:count]):
        kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        at = i - (count - len(defaults))
        params.append(Parameter(name, kind, default=defaults[at] if at >= 0 else _empty, annotation=notes.get(name, _empty)))
    at = count + code.co_kwonlyargcount
    if code.co_flags & CO_VARARGS:
        params.append(Parameter(names[at], _VAR_POSITIONAL, annotation=notes.get(names[at], _empty)))
        at += 1
    for name in names[count:count + code.co_kwonlyargcount]:
        params.append(Parameter(name, _KEYWORD_ONLY, default=keyword_defaults.get(name, _empty), annotation=notes.get(name, _empty)))
    if code.co_flags & CO_VARKEYWORDS:
        params.append(Parameter(names[at], _VAR_KEYWORD, annotation=notes.get(names[at], _empty)))
    return cls(params, return_annotation=notes.get('return', _empty))


def _of_text(text, cls, bound):
    """The signature that a built-in function shows."""
    made = {}
    exec('def f' + text.replace('=...', '=None') + ': pass', made)
    sig = _of_function(made['f'], cls)
    return _without_first(sig) if bound else sig


def _without_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError('invalid method signature')
    if params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(wrapped, partial):
    params = dict(wrapped.parameters)
    try:
        bound = wrapped.bind_partial(*partial.args, **(partial.keywords or {}))
    except TypeError as exc:
        raise ValueError('partial object {!r} has incorrect arguments'.format(partial)) from exc
    by_name = False
    for name, param in list(params.items()):
        if name in bound.arguments:
            if param.kind is _POSITIONAL_ONLY:
                del params[name]
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in (partial.keywords or {}):
                    by_name = True
                    params[name] = param.replace(default=bound.arguments[name])
                else:
                    del params[name]
                    continue
            if param.kind is _KEYWORD_ONLY:
                params[name] = param.replace(default=bound.arguments[name])
        if by_name:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                params[name] = params[name].replace(kind=_KEYWORD_ONLY)
            elif param.kind is _VAR_POSITIONAL:
                del params[name]
    ordered = sorted(params.values(), key=lambda p: p.kind)
    return wrapped.replace(parameters=ordered)


class _Factory:
    def __repr__(self):
        return '<factory>'


def _of_fields(obj, cls):
    """The signature of a class that is made of fields: a dataclass, a named tuple."""
    fields = getattr(obj, '__dataclass_fields__', None)
    if fields is None:
        defaults = obj._field_defaults
        return cls([Parameter(name, _POSITIONAL_OR_KEYWORD, default=defaults.get(name, _empty)) for name in obj._fields])
    from dataclasses import MISSING
    params = []
    for f in fields.values():
        if not f.init or f._field_type == '_FIELD_CLASSVAR':
            continue
        default = _empty
        if f.default is not MISSING:
            default = f.default
        elif f.default_factory is not MISSING:
            default = _Factory()
        params.append(Parameter(f.name, _KEYWORD_ONLY if f.kw_only else _POSITIONAL_OR_KEYWORD, default=default, annotation=f.type))
    params.sort(key=lambda p: p.kind)
    return cls(params, return_annotation=None)


def _has_fields(obj):
    """Whether a class is called with its fields."""
    if '__dataclass_fields__' in vars(obj):
        return obj.__dataclass_params__.init
    own = vars(obj)
    return issubclass(obj, tuple) and '_fields' in own and '_field_defaults' in own


def _own(cls, name):
    """The class attribute of that name that a script wrote, or None."""
    for base in cls.__mro__:
        if base is object or base is type:
            continue
        if name in vars(base):
            found = vars(base)[name]
            return getattr(found, '__func__', found)
    return None


def _signature(obj, follow_wrapped, cls):
    if not callable(obj):
        raise TypeError('{!r} is not a callable object'.format(obj))
    if ismethod(obj):
        return _without_first(_signature(obj.__func__, follow_wrapped, cls))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, '__signature__') or ismethod(f))
        if ismethod(obj):
            return _signature(obj, follow_wrapped, cls)
    given = getattr(obj, '__signature__', None) if not isclass(obj) else vars(obj).get('__signature__')
    if given is not None:
        if not isinstance(given, Signature):
            raise TypeError('unexpected object {!r} in __signature__ attribute'.format(given))
        return given
    if isfunction(obj) and hasattr(obj, '__code__'):
        return _of_function(obj, cls)
    if isinstance(obj, _functools.partial):
        return _of_partial(_signature(obj.func, follow_wrapped, cls), obj)
    if isclass(obj):
        if issubclass(obj, _enum.Enum):
            return cls([Parameter('values', _VAR_POSITIONAL)] if not len(obj) else [
                Parameter('value', _POSITIONAL_OR_KEYWORD), Parameter('names', _POSITIONAL_OR_KEYWORD, default=None)])
        if _has_fields(obj):
            return _of_fields(obj, cls)
        call = _own(type(obj), '__call__') if type(obj) is not type else None
        for found in (call, _own(obj, '__new__'), _own(obj, '__init__')):
            if found is not None and (isfunction(found) or hasattr(found, '__wrapped__')):
                return _without_first(_signature(found, follow_wrapped, cls))
        text = getattr(obj, '__text_signature__', None)
        if text:
            return _of_text(text, cls, False)
        if all(base.__module__ not in ('builtins',) for base in obj.__mro__[:-1]):
            return cls(())
        raise ValueError('no signature found for builtin type {!r}'.format(obj))
    text = getattr(obj, '__text_signature__', None)
    if text:
        return _of_text(text, cls, getattr(obj, '__self__', None) is not None and not ismodule(obj.__self__))
    call = getattr(type(obj), '__call__', None)
    if isfunction(call):
        return _without_first(_signature(call, follow_wrapped, cls))
    raise ValueError('no signature found for builtin {!r}'.format(obj))


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """Get a signature object for the passed callable."""
    return _signature(obj, follow_wrapped, Signature)


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """Compute the annotations dict for an object."""
    if isclass(obj):
        notes = vars(obj).get('__annotations__')
    elif ismodule(obj) or callable(obj):
        notes = getattr(obj, '__annotations__', None)
    else:
        raise TypeError(f'{obj!r} is not a module, class, or callable.')
    notes = dict(notes or {})
    if eval_str:
        where = globals if globals is not None else getattr(obj, '__globals__', None) or vars(_sys.modules.get(getattr(obj, '__module__', ''), _builtins))
        notes = {k: eval(v, dict(where), dict(locals or {})) if isinstance(v, str) else v for k, v in notes.items()}
    return notes


FullArgSpec = _collections.namedtuple('FullArgSpec', 'args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations')
Arguments = _collections.namedtuple('Arguments', 'args, varargs, varkw')


def getfullargspec(func):
    """Get the names and default values of a callable object's parameters."""
    try:
        sig = _signature(func.__func__ if ismethod(func) else func, False, Signature)
    except Exception as exc:
        raise TypeError('unsupported callable') from exc
    args, only, defaults, keyword_defaults, notes, varargs, varkw = [], [], [], {}, {}, None, None
    if sig.return_annotation is not _empty:
        notes['return'] = sig.return_annotation
    for p in sig.parameters.values():
        if p.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(p.name)
            if p.default is not _empty:
                defaults.append(p.default)
        elif p.kind is _VAR_POSITIONAL:
            varargs = p.name
        elif p.kind is _KEYWORD_ONLY:
            only.append(p.name)
            if p.default is not _empty:
                keyword_defaults[p.name] = p.default
        else:
            varkw = p.name
        if p.annotation is not _empty:
            notes[p.name] = p.annotation
    return FullArgSpec(args, varargs, varkw, tuple(defaults) or None, only, keyword_defaults or None, notes)


def getargs(co):
    """Get information about the arguments accepted by a code object."""
    names, count = co.co_varnames, co.co_argcount + co.co_kwonlyargcount
    varargs = varkw = None
    if co.co_flags & CO_VARARGS:
        varargs, count_ = names[count], count + 1
    else:
        count_ = count
    if co.co_flags & CO_VARKEYWORDS:
        varkw = names[count_]
    return Arguments(list(names[:count]), varargs, varkw)


def getcallargs(func, /, *positional, **named):
    """Get the mapping of arguments to values."""
    if ismethod(func) and func.__self__ is not None:
        positional, func = (func.__self__,) + positional, func.__func__
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    return dict(bound.arguments)
