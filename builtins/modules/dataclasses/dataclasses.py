# The module dataclasses. Methods are closures over the fields, not generated text.

import sys as _sys
from types import GenericAlias as _GenericAlias, MappingProxyType as _MappingProxyType, FunctionType as _FunctionType

__all__ = ['dataclass', 'field', 'Field', 'FrozenInstanceError', 'InitVar', 'KW_ONLY', 'MISSING', 'fields', 'asdict',
           'astuple', 'make_dataclass', 'replace', 'is_dataclass']


class FrozenInstanceError(AttributeError):
    """Raised when a field of a frozen dataclass is assigned."""


class _MissingType:
    def __repr__(self):
        return '<dataclasses._MISSING_TYPE object>'


MISSING = _MissingType()


class _DefaultFactory:
    def __repr__(self):
        return '<factory>'


_FACTORY = _DefaultFactory()


class _KwOnlyType:
    def __repr__(self):
        return 'KW_ONLY'


KW_ONLY = _KwOnlyType()


class InitVar:
    """A pseudo-field that __init__ takes and hands to __post_init__."""

    __slots__ = ('type',)

    def __init__(self, type):
        self.type = type

    def __repr__(self):
        name = self.type.__name__ if isinstance(self.type, type) else repr(self.type)
        return f'dataclasses.InitVar[{name}]'

    def __class_getitem__(cls, type):
        return InitVar(type)


class Field:
    """A field of a dataclass."""

    __slots__ = ('name', 'type', 'default', 'default_factory', 'repr', 'hash', 'init', 'compare', 'metadata',
                 'kw_only', '_field_type')

    def __init__(self, default, default_factory, init, repr, hash, compare, metadata, kw_only):
        self.name = None
        self.type = None
        self.default = default
        self.default_factory = default_factory
        self.init = init
        self.repr = repr
        self.hash = hash
        self.compare = compare
        self.metadata = _MappingProxyType({} if metadata is None else metadata)
        self.kw_only = kw_only
        self._field_type = None

    def __repr__(self):
        return (f'Field(name={self.name!r},type={self.type!r},default={self.default!r},'
                f'default_factory={self.default_factory!r},init={self.init!r},repr={self.repr!r},hash={self.hash!r},'
                f'compare={self.compare!r},metadata={self.metadata!r},kw_only={self.kw_only!r},'
                f'_field_type={self._field_type})')

    def __set_name__(self, owner, name):
        func = getattr(type(self.default), '__set_name__', None)
        if func:
            func(self.default, owner, name)

    __class_getitem__ = classmethod(_GenericAlias)


def field(*, default=MISSING, default_factory=MISSING, init=True, repr=True, hash=None, compare=True, metadata=None,
          kw_only=MISSING):
    """Return an object to identify dataclass fields."""
    if default is not MISSING and default_factory is not MISSING:
        raise ValueError('cannot specify both default and default_factory')
    return Field(default, default_factory, init, repr, hash, compare, metadata, kw_only)


_FIELD, _CLASSVAR, _INITVAR = '_FIELD', '_FIELD_CLASSVAR', '_FIELD_INITVAR'
_FIELDS = '__dataclass_fields__'
_PARAMS = '__dataclass_params__'


class _Params:
    def __init__(self, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
        self.init = init
        self.repr = repr
        self.eq = eq
        self.order = order
        self.unsafe_hash = unsafe_hash
        self.frozen = frozen
        self.match_args = match_args
        self.kw_only = kw_only
        self.slots = slots
        self.weakref_slot = weakref_slot

    def __repr__(self):
        return '_DataclassParams(' + ','.join(f'{k}={v!r}' for k, v in self.__dict__.items()) + ')'


def _hint(annotation):
    """ClassVar, InitVar, KW_ONLY or None, for annotations that are text too."""
    if isinstance(annotation, str):
        name = annotation.split('[')[0].strip().rpartition('.')[2]
        return name if name in ('ClassVar', 'InitVar', 'KW_ONLY') else None
    if annotation is KW_ONLY:
        return 'KW_ONLY'
    if annotation is InitVar or type(annotation) is InitVar:
        return 'InitVar'
    typing = _sys.modules.get('typing')
    if typing is not None:
        if annotation is typing.ClassVar or typing.get_origin(annotation) is typing.ClassVar:
            return 'ClassVar'
    return None


def _make_field(cls, name, annotation, kw_only):
    default = getattr(cls, name, MISSING)
    if isinstance(default, Field):
        f = default
    else:
        if name in cls.__dict__ and type(default).__name__ in ('member_descriptor',):
            default = MISSING
        f = field(default=default)
    f.name = name
    f.type = annotation
    f._field_type = _FIELD
    kind = _hint(annotation)
    if kind == 'ClassVar':
        f._field_type = _CLASSVAR
    elif kind == 'InitVar':
        f._field_type = _INITVAR
    if f._field_type in (_CLASSVAR, _INITVAR) and f.default_factory is not MISSING:
        raise TypeError(f'field {name} cannot have a default factory')
    if f._field_type in (_FIELD, _INITVAR):
        if f.kw_only is MISSING:
            f.kw_only = kw_only
    elif f.kw_only is not MISSING:
        raise TypeError(f'field {name} is a ClassVar but specifies kw_only')
    if f._field_type is _FIELD and f.default.__class__.__hash__ is None:
        raise ValueError(f'mutable default {type(f.default)} for field {name} is not allowed: use default_factory')
    return f


def _set(cls, name, value):
    """Bind a method unless the class has one; whether it had."""
    if name in cls.__dict__:
        return True
    if isinstance(value, _FunctionType):
        value.__qualname__ = f'{cls.__qualname__}.{name}'
        value.__name__ = name
        value.__module__ = cls.__module__
    setattr(cls, name, value)
    return False


def _type_text(hint):
    if isinstance(hint, type) and not isinstance(hint, _GenericAlias):
        return hint.__qualname__ if hint.__module__ in ('builtins', '__main__') else f'{hint.__module__}.{hint.__qualname__}'
    return repr(hint).replace('typing.', '')


def _plural(names):
    quoted = [repr(n) for n in names]
    if len(quoted) == 1:
        return quoted[0]
    if len(quoted) == 2:
        return ' and '.join(quoted)
    return ', '.join(quoted[:-1]) + ', and ' + quoted[-1]


def _make_init(cls, all_fields, frozen, has_post, slots):
    params = [f for f in all_fields if f.init and f._field_type in (_FIELD, _INITVAR)]
    positional = [f for f in params if not f.kw_only]
    keyword = [f for f in params if f.kw_only]
    seen = None
    for f in positional:
        if f.default is MISSING and f.default_factory is MISSING:
            if seen is not None:
                raise TypeError(f'non-default argument {f.name!r} follows default argument {seen.name!r}')
        else:
            seen = f
    ordered = [f for f in all_fields if f._field_type is _FIELD]
    initvars = [f.name for f in all_fields if f._field_type is _INITVAR]
    names = [f.name for f in positional]
    accepted = {f.name for f in params}
    required = [f.name for f in positional if f.default is MISSING and f.default_factory is MISSING]
    required_kw = [f.name for f in keyword if f.default is MISSING and f.default_factory is MISSING]
    count = len(names)
    qualname = f'{cls.__qualname__}.__init__'
    steps = [(f.name, f.default, f.default_factory, f.init) for f in ordered]
    defaults = {f.name: f.default for f in params}
    setter = object.__setattr__
    places = [f.name for f in positional + keyword]
    # What _init does by itself when a call is plain; the rest is for others, and for their errors.
    plan = (MISSING, count, tuple((f.name, f.default, f.default_factory) for f in positional + keyword),
            tuple((f.name, places.index(f.name) if f.init else -1, MISSING if not f.init and not slots else f.default,
                   f.default_factory) for f in ordered),
            tuple(places.index(n) for n in initvars if n in places), frozen, has_post)
    if any(n not in places for n in initvars):
        plan = None

    def __init__(self, /, *args, **kwargs):
        if _init(__init__, plan, self, args, kwargs):
            return
        if len(args) > count:
            low = len(required)
            takes = f'from {low + 1} to {count + 1}' if low != count else f'{count + 1}'
            plural = '' if count == 0 and low == count else 's'
            raise TypeError(f'{qualname}() takes {takes} positional argument{plural} but {len(args) + 1} were given')
        given = dict(zip(names, args))
        for name, value in kwargs.items():
            if name not in accepted:
                raise TypeError(f"{qualname}() got an unexpected keyword argument '{name}'")
            if name in given:
                raise TypeError(f"{qualname}() got multiple values for argument '{name}'")
            given[name] = value
        missing = [n for n in required if n not in given]
        if missing:
            raise TypeError(f"{qualname}() missing {len(missing)} required positional argument{'' if len(missing) == 1 else 's'}: {_plural(missing)}")
        missing = [n for n in required_kw if n not in given]
        if missing:
            raise TypeError(f"{qualname}() missing {len(missing)} required keyword-only argument{'' if len(missing) == 1 else 's'}: {_plural(missing)}")
        for name, default, factory, init in steps:
            if init and name in given:
                value = given[name]
            elif factory is not MISSING:
                value = factory()
            elif default is not MISSING:
                if not init and not slots:
                    continue
                value = default
            else:
                continue
            if frozen:
                setter(self, name, value)
            else:
                setattr(self, name, value)
        if has_post:
            self.__post_init__(*[given[n] if n in given else defaults[n] for n in initvars])

    def describe():
        try:
            parts = []
            for f in positional + keyword:
                if f.kw_only and (not parts or '*' not in parts) and f is keyword[0]:
                    parts.append('*')
                text = f'{f.name}: {_type_text(f.type)}'
                if f.default is not MISSING:
                    text += f' = {f.default!r}'
                elif f.default_factory is not MISSING:
                    text += ' = <factory>'
                parts.append(text)
            return '(' + ', '.join(parts) + ')'
        except Exception:
            return '(...)'

    __init__.__annotations__ = {f.name: f.type for f in params}
    __init__.__annotations__['return'] = None
    return __init__, describe


def _make_repr(names):
    names = tuple(names)

    def __repr__(self):
        return _show(self, names)
    return __repr__


def _make_eq(names):
    names = tuple(names)

    def __eq__(self, other):
        return _equal(self, other, names)
    return __eq__


def _make_order(names):
    names = tuple(names)

    def __lt__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) < _values(other, names)
        return NotImplemented

    def __le__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) <= _values(other, names)
        return NotImplemented

    def __gt__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) > _values(other, names)
        return NotImplemented

    def __ge__(self, other):
        if other.__class__ is self.__class__:
            return _values(self, names) >= _values(other, names)
        return NotImplemented
    return {'__lt__': __lt__, '__le__': __le__, '__gt__': __gt__, '__ge__': __ge__}


def _make_hash(names):
    names = tuple(names)

    def __hash__(self):
        return hash(_values(self, names))
    return __hash__


def _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot):
    fields = {}
    any_frozen, has_bases, all_frozen = False, False, None
    for base in cls.__mro__[-1:0:-1]:
        base_fields = getattr(base, _FIELDS, None)
        if base_fields is not None and _PARAMS in base.__dict__:
            has_bases = True
            for f in base_fields.values():
                fields[f.name] = f
            if all_frozen is None:
                all_frozen = True
            all_frozen = all_frozen and getattr(base, _PARAMS).frozen
            any_frozen = any_frozen or getattr(base, _PARAMS).frozen
    own = []
    now_kw_only, kw_seen = kw_only, False
    for name, annotation in cls.__dict__.get('__annotations__', {}).items():
        if _hint(annotation) == 'KW_ONLY':
            if kw_seen:
                raise TypeError(f'{name!r} is KW_ONLY, but KW_ONLY has already been specified')
            kw_seen = now_kw_only = True
        else:
            own.append(_make_field(cls, name, annotation, now_kw_only))
    for f in own:
        fields[f.name] = f
        if isinstance(getattr(cls, f.name, None), Field):
            if f.default is MISSING:
                delattr(cls, f.name)
            else:
                setattr(cls, f.name, f.default)
    for name, value in cls.__dict__.items():
        if isinstance(value, Field) and name not in cls.__dict__.get('__annotations__', {}):
            raise TypeError(f'{name!r} is a field but has no type annotation')
    if has_bases:
        if any_frozen and not frozen:
            raise TypeError('cannot inherit non-frozen dataclass from a frozen one')
        if all_frozen is False and frozen:
            raise TypeError('cannot inherit frozen dataclass from a non-frozen one')
    setattr(cls, _FIELDS, fields)
    setattr(cls, _PARAMS, _Params(init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot))
    explicit_hash = cls.__dict__.get('__hash__', MISSING)
    has_hash = not (explicit_hash is MISSING or explicit_hash is None and '__eq__' in cls.__dict__)
    if order and not eq:
        raise ValueError('eq must be true if order is true')
    all_fields = list(fields.values())
    instance = [f for f in all_fields if f._field_type is _FIELD]
    doc = None
    made, doc = _make_init(cls, all_fields, frozen, hasattr(cls, '__post_init__'), slots)
    if init:
        _set(cls, '__init__', made)
    _set(cls, '__replace__', _replace)
    if repr:
        _set(cls, '__repr__', _make_repr([f.name for f in instance if f.repr]))
    compared = [f.name for f in instance if f.compare]
    if eq:
        _set(cls, '__eq__', _make_eq(compared))
    if order:
        for name, method in _make_order(compared).items():
            if _set(cls, name, method):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}. Consider using functools.total_ordering')
    if frozen:
        names = {f.name for f in instance}
        owner = [cls]

        def __setattr__(self, name, value):
            if type(self) is owner[0] or name in names:
                raise FrozenInstanceError(f'cannot assign to field {name!r}')
            super(owner[0], self).__setattr__(name, value)

        def __delattr__(self, name):
            if type(self) is owner[0] or name in names:
                raise FrozenInstanceError(f'cannot delete field {name!r}')
            super(owner[0], self).__delattr__(name)

        for name, method in (('__setattr__', __setattr__), ('__delattr__', __delattr__)):
            if _set(cls, name, method):
                raise TypeError(f'Cannot overwrite attribute {name} in class {cls.__name__}')
    hashed = [f.name for f in instance if (f.compare if f.hash is None else f.hash)]
    if unsafe_hash:
        if has_hash:
            raise TypeError(f'Cannot overwrite attribute __hash__ in class {cls.__name__}')
        cls.__hash__ = _make_hash(hashed)
    elif eq and not has_hash:
        cls.__hash__ = _make_hash(hashed) if frozen else None
    if not getattr(cls, '__doc__'):
        cls.__doc__ = cls.__name__ + doc()
    if match_args:
        _set(cls, '__match_args__', tuple(f.name for f in all_fields if f.init and not f.kw_only and f._field_type in (_FIELD, _INITVAR)))
    if slots:
        cls = _add_slots(cls, instance, weakref_slot)
        if frozen:
            owner[0] = cls
    elif weakref_slot:
        raise TypeError('weakref_slot is True but slots is False')
    return cls


def _add_slots(cls, instance, weakref_slot):
    if '__slots__' in cls.__dict__:
        raise TypeError(f'{cls.__name__} already specifies __slots__')
    space = dict(cls.__dict__)
    names = [f.name for f in instance]
    inherited = set()
    for base in cls.__mro__[1:-1]:
        slots = base.__dict__.get('__slots__', ())
        inherited.update((slots,) if isinstance(slots, str) else slots)
    space['__slots__'] = tuple(n for n in names if n not in inherited) + (('__weakref__',) if weakref_slot else ())
    for name in names:
        space.pop(name, None)
    space.pop('__dict__', None)
    space.pop('__weakref__', None)
    qualname = cls.__qualname__
    new = type(cls)(cls.__name__, cls.__bases__, space)
    new.__qualname__ = qualname
    return new


def dataclass(cls=None, /, *, init=True, repr=True, eq=True, order=False, unsafe_hash=False, frozen=False,
              match_args=True, kw_only=False, slots=False, weakref_slot=False):
    """Add dunder methods based on the fields defined in the class."""
    def wrap(cls):
        return _process(cls, init, repr, eq, order, unsafe_hash, frozen, match_args, kw_only, slots, weakref_slot)
    if cls is None:
        return wrap
    return wrap(cls)


def fields(class_or_instance):
    """Return a tuple describing the fields of this dataclass."""
    try:
        found = getattr(class_or_instance, _FIELDS)
    except AttributeError:
        raise TypeError('must be called with a dataclass type or instance') from None
    return tuple(f for f in found.values() if f._field_type is _FIELD)


def is_dataclass(obj):
    """Returns True if obj is a dataclass or an instance of a dataclass."""
    return hasattr(obj if isinstance(obj, type) else type(obj), _FIELDS)


_ATOMS = (int, str, float, bool, type(None), bytes, complex, type(...), type(NotImplemented), type, range, _FunctionType)


def _convert(obj, inner, names):
    if type(obj) in _ATOMS:
        return obj
    if hasattr(type(obj), _FIELDS):
        return inner(obj)
    if isinstance(obj, tuple) and hasattr(obj, '_fields'):
        return type(obj)(*[_convert(v, inner, names) for v in obj])
    if isinstance(obj, (list, tuple)):
        return type(obj)([_convert(v, inner, names) for v in obj])
    if isinstance(obj, dict):
        if hasattr(type(obj), 'default_factory'):
            result = type(obj)(getattr(obj, 'default_factory'))
            for k, v in obj.items():
                result[_convert(k, inner, names)] = _convert(v, inner, names)
            return result
        return type(obj)([(_convert(k, inner, names), _convert(v, inner, names)) for k, v in obj.items()])
    import copy
    return copy.deepcopy(obj)


def asdict(obj, *, dict_factory=dict):
    """Return the fields of a dataclass instance as a new dictionary mapping field names to field values."""
    if isinstance(obj, type) or not hasattr(type(obj), _FIELDS):
        raise TypeError('asdict() should be called on dataclass instances')

    def inner(o):
        return dict_factory([(f.name, _convert(getattr(o, f.name), inner, None)) for f in fields(o)])
    return inner(obj)


def astuple(obj, *, tuple_factory=tuple):
    """Return the fields of a dataclass instance as a new tuple of field values."""
    if isinstance(obj, type) or not hasattr(type(obj), _FIELDS):
        raise TypeError('astuple() should be called on dataclass instances')

    def inner(o):
        return tuple_factory([_convert(getattr(o, f.name), inner, None) for f in fields(o)])
    return inner(obj)


def make_dataclass(cls_name, fields, *, bases=(), namespace=None, init=True, repr=True, eq=True, order=False,
                   unsafe_hash=False, frozen=False, match_args=True, kw_only=False, slots=False, weakref_slot=False,
                   module=None):
    """Return a new dynamically created dataclass."""
    namespace = dict(namespace or {})
    seen, annotations, defaults = set(), {}, {}
    for item in fields:
        if isinstance(item, str):
            name, hint = item, 'typing.Any'
        elif len(item) == 2:
            name, hint = item
        elif len(item) == 3:
            name, hint, default = item
            defaults[name] = default
        else:
            raise TypeError(f'Invalid field: {item!r}')
        if not isinstance(name, str) or not name.isidentifier():
            raise TypeError(f'Field names must be valid identifiers: {name!r}')
        import keyword
        if keyword.iskeyword(name):
            raise TypeError(f'Field names must not be keywords: {name!r}')
        if name in seen:
            raise TypeError(f'Field name duplicated: {name!r}')
        seen.add(name)
        annotations[name] = hint
    space = dict(namespace)
    space.update(defaults)
    space['__annotations__'] = annotations
    space.setdefault('__module__', module or 'types')
    cls = type(bases[0])(cls_name, bases, space) if bases else type(cls_name, (), space)
    return dataclass(cls, init=init, repr=repr, eq=eq, order=order, unsafe_hash=unsafe_hash, frozen=frozen,
                     match_args=match_args, kw_only=kw_only, slots=slots, weakref_slot=weakref_slot)


def replace(obj, /, **changes):
    """Return a new object replacing specified fields with new values."""
    if isinstance(obj, type) or not hasattr(type(obj), _FIELDS):
        raise TypeError('replace() should be called on dataclass instances')
    return _replace(obj, **changes)


def _replace(self, /, **changes):
    for f in getattr(self, _FIELDS).values():
        if f._field_type is _CLASSVAR:
            continue
        if not f.init:
            if f.name in changes:
                raise TypeError(f'field {f.name} is declared with init=False, it cannot be specified with replace()')
            continue
        if f.name not in changes:
            if f._field_type is _INITVAR and f.default is MISSING:
                raise TypeError(f'InitVar {f.name!r} must be specified with replace()')
            changes[f.name] = getattr(self, f.name)
    return self.__class__(**changes)
