# The module typing: functions, and what they tell of hints. It continues records.py.


def cast(typ, val):
    """Cast a value to a type."""
    return val


def assert_type(val, typ, /):
    """Ask a static type checker to confirm that the value is of the given type."""
    return val


def assert_never(arg, /):
    """Statically assert that a line of code is unreachable."""
    text = repr(arg)
    if len(text) > 100:
        text = text[:100] + '...'
    raise AssertionError(f'Expected code to be unreachable, but got: {text}')


def reveal_type(obj, /):
    """Ask a static type checker to reveal the inferred type of an expression."""
    print(f'Runtime type is {type(obj).__name__!r}', file=_sys.stderr)
    return obj


_overloads = {}


def overload(func):
    """Decorator for overloaded functions."""
    _overloads.setdefault((func.__module__, func.__qualname__), []).append(func)

    def stub(*args, **kwargs):
        raise NotImplementedError('You should not call an overloaded function. A series of @overload-decorated '
                                  'functions outside a stub module should always be followed by an implementation '
                                  'that is not @overload-ed.')
    return stub


def get_overloads(func):
    """Return all defined overloads for *func* as a sequence."""
    return list(_overloads.get((func.__module__, func.__qualname__), []))


def clear_overloads():
    """Clear all overloads in the registry."""
    _overloads.clear()


def final(f):
    """Decorator to indicate final methods and final classes."""
    try:
        f.__final__ = True
    except (AttributeError, TypeError):
        pass
    return f


def override(method, /):
    """Indicate that a method is intended to override a method in a base class."""
    try:
        method.__override__ = True
    except (AttributeError, TypeError):
        pass
    return method


def no_type_check(arg):
    """Decorator to indicate that annotations are not type hints."""
    try:
        arg.__no_type_check__ = True
    except (AttributeError, TypeError):
        pass
    return arg


def no_type_check_decorator(decorator):
    """Decorator to give another decorator the @no_type_check effect."""
    def wrapped(*args, **kwargs):
        return no_type_check(decorator(*args, **kwargs))
    return wrapped


def dataclass_transform(*, eq_default=True, order_default=False, kw_only_default=False, frozen_default=False,
                        field_specifiers=(), **kwargs):
    """Decorator to mark an object as providing dataclass-like behaviour."""
    def decorator(cls_or_fn):
        cls_or_fn.__dataclass_transform__ = {
            'eq_default': eq_default, 'order_default': order_default, 'kw_only_default': kw_only_default,
            'frozen_default': frozen_default, 'field_specifiers': field_specifiers, 'kwargs': kwargs}
        return cls_or_fn
    return decorator


def get_origin(tp):
    """Get the unsubscripted version of a type."""
    if isinstance(tp, _Alias):
        if tp._special == 'Annotated':
            return Annotated
        return tp.__origin__
    if isinstance(tp, (_GenericAlias, _Generic, ParamSpecArgs, ParamSpecKwargs)):
        return tp.__origin__
    if tp is Generic:
        return Generic
    if isinstance(tp, _UnionType):
        return _UnionType
    return None


def get_args(tp):
    """Get type arguments with all substitutions performed."""
    if isinstance(tp, _Alias):
        if tp._special == 'Annotated':
            return (tp.__origin__,) + tp.__metadata__
        if isinstance(tp, _CallableForm) and not (len(tp.__args__) == 2 and (tp.__args__[0] is ... or isinstance(tp.__args__[0], ParamSpec))):
            return (list(tp.__args__[:-1]), tp.__args__[-1])
        return tp.__args__
    if isinstance(tp, _GenericAlias):
        return tp.__args__
    if isinstance(tp, _UnionType):
        return tp.__args__
    return ()


def _resolve(hint, globalns, localns, extras):
    if hint is None:
        return _NoneType
    if isinstance(hint, str):
        hint = eval(hint, globalns, localns)
        return _resolve(hint, globalns, localns, extras)
    if isinstance(hint, ForwardRef):
        return _resolve(eval(hint.__forward_arg__, globalns, localns), globalns, localns, extras)
    if isinstance(hint, _Alias):
        if hint._special == 'Annotated' and not extras:
            return _resolve(hint.__origin__, globalns, localns, extras)
        if hint._special in ('Required', 'NotRequired', 'ReadOnly') and not extras:
            return _resolve(hint.__args__[0], globalns, localns, extras)
        if hint._special == 'Literal':
            return hint
        args = [_resolve(a, globalns, localns, extras) if isinstance(a, (str, ForwardRef, _Alias)) else a for a in hint.__args__]
        if any(a is not b for a, b in zip(args, hint.__args__)):
            if hint._special == 'Union':
                return Union[tuple(args)]
            copy = type(hint)(hint.__origin__, args, hint._name, hint._special, getattr(hint, '__metadata__', ()))
            return copy
    return hint


def get_type_hints(obj, globalns=None, localns=None, include_extras=False):
    """Return type hints for an object."""
    if getattr(obj, '__no_type_check__', None):
        return {}
    if isinstance(obj, type):
        hints = {}
        for base in reversed(obj.__mro__):
            space = globalns
            if space is None:
                module = _sys.modules.get(base.__module__)
                space = dict(getattr(module, '__dict__', {}))
                space.setdefault(base.__name__, base)
            names = dict(vars(base)) if localns is None else localns
            for name, hint in base.__dict__.get('__annotations__', {}).items():
                hints[name] = _resolve(hint, space, names, include_extras)
        return hints
    hints = getattr(obj, '__annotations__', None)
    if hints is None:
        raise TypeError(f'{obj!r} is not a module, class, method, or function.')
    if globalns is None:
        target = obj
        while hasattr(target, '__wrapped__'):
            target = target.__wrapped__
        globalns = getattr(target, '__globals__', None)
        if globalns is None:
            globalns = getattr(obj, '__dict__', {})
    if localns is None:
        localns = globalns
    return {name: _resolve(hint, globalns, localns, include_extras) for name, hint in hints.items()}
