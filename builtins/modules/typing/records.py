# The module typing: named tuples and typed dicts. It continues typing.py.

# Named tuples.

_PROHIBITED = {'__new__', '__init__', '__slots__', '__getnewargs__', '_fields', '_field_defaults', '_field_types',
               '_make', '_replace', '_asdict', '_source'}


def _make_namedtuple(name, types, module, defaults=()):
    import collections
    result = collections.namedtuple(name, [n for n, _ in types], defaults=defaults, module=module)
    result.__annotations__ = {n: _type(t) for n, t in types}
    return result


class _NamedTupleMeta(type):
    def __new__(cls, name, bases, namespace):
        if '_root' in namespace:
            return super().__new__(cls, name, bases, namespace)
        types = namespace.get('__annotations__', {})
        defaults = []
        for field in types:
            if field in namespace:
                defaults.append(field)
            elif defaults:
                plural = 's' if len(defaults) > 1 else ''
                raise TypeError(f"Non-default namedtuple field {field} cannot follow default field{plural} {', '.join(defaults)}")
        result = _make_namedtuple(name, types.items(), namespace['__module__'], [namespace[n] for n in defaults])
        for key, value in namespace.items():
            if key in _PROHIBITED:
                raise AttributeError('Cannot overwrite NamedTuple attribute ' + key)
            if key not in ('__module__', '__name__', '__annotations__', '__qualname__', '__orig_bases__', '__classcell__') and key not in result._fields:
                setattr(result, key, value)
        return result


class _NamedTupleRoot(metaclass=_NamedTupleMeta):
    _root = True


class _NamedTuple:
    def __call__(self, typename, fields=None, /, **kwargs):
        if fields is None:
            fields = kwargs.items()
        return _make_namedtuple(typename, [(n, t) for n, t in fields], _sys._getframemodulename(1) if hasattr(_sys, '_getframemodulename') else '__main__')

    def __mro_entries__(self, bases):
        return (_NamedTupleRoot,)

    def __repr__(self):
        return '<function NamedTuple>'


NamedTuple = _NamedTuple()


# Typed dicts.

class _TypedDictMeta(type):
    def __new__(cls, name, bases, namespace, total=True):
        if '_root' in namespace:
            return super().__new__(cls, name, bases, namespace)
        result = type.__new__(_TypedDictMeta, name, (dict,), dict(namespace))
        annotations, required, optional = {}, set(), set()
        for base in bases:
            annotations.update(base.__dict__.get('__annotations__', {}))
            required |= set(base.__dict__.get('__required_keys__', ()))
            optional |= set(base.__dict__.get('__optional_keys__', ()))
        for key, hint in namespace.get('__annotations__', {}).items():
            annotations[key] = _type(hint)
            special = hint._special if isinstance(hint, _Alias) else None
            need = special == 'Required' or total and special != 'NotRequired'
            (required if need else optional).add(key)
            (optional if need else required).discard(key)
        result.__annotations__ = annotations
        result.__required_keys__ = frozenset(required)
        result.__optional_keys__ = frozenset(optional)
        result.__total__ = total
        return result

    def __call__(cls, *args, **kwargs):
        return dict(*args, **kwargs)

    def __instancecheck__(cls, obj):
        raise TypeError('TypedDict does not support instance and class checks')

    def __subclasscheck__(cls, other):
        raise TypeError('TypedDict does not support instance and class checks')


class _TypedDictRoot(metaclass=_TypedDictMeta):
    _root = True


class _TypedDict:
    def __call__(self, typename, fields=None, /, *, total=True, **kwargs):
        return _TypedDictMeta(typename, (), {'__annotations__': dict(fields or kwargs), '__module__': '__main__'}, total=total)

    def __mro_entries__(self, bases):
        return (_TypedDictRoot,)

    def __repr__(self):
        return '<function TypedDict>'


TypedDict = _TypedDict()


def is_typeddict(tp):
    """Check if an annotation is a TypedDict class."""
    return type(tp) is _TypedDictMeta


class NewType(_Typed):
    """NewType creates simple unique types with almost zero runtime overhead."""

    def __init__(self, name, tp):
        self.__qualname__ = name
        self.__name__ = name.rpartition('.')[2]
        self.__supertype__ = tp
        self.__module__ = '__main__'

    def __call__(self, x):
        return x

    def __repr__(self):
        return f'{self.__module__}.{self.__qualname__}'
