# The module typing: names for annotations. Nothing here checks a type.

import sys as _sys
from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
from types import GenericAlias as _GenericAlias, NoneType as _NoneType, UnionType as _UnionType

__all__ = ['Annotated', 'Any', 'Callable', 'ClassVar', 'Concatenate', 'Final', 'ForwardRef', 'Generic', 'Literal',
           'Optional', 'ParamSpec', 'Protocol', 'Tuple', 'Type', 'TypeVar', 'TypeVarTuple', 'Union', 'AbstractSet',
           'ByteString', 'Container', 'ContextManager', 'Hashable', 'ItemsView', 'Iterable', 'Iterator', 'KeysView',
           'Mapping', 'MappingView', 'MutableMapping', 'MutableSequence', 'MutableSet', 'Sequence', 'Sized',
           'ValuesView', 'Awaitable', 'AsyncIterator', 'AsyncIterable', 'Coroutine', 'Collection', 'AsyncGenerator',
           'AsyncContextManager', 'Reversible', 'SupportsAbs', 'SupportsBytes', 'SupportsComplex', 'SupportsFloat',
           'SupportsIndex', 'SupportsInt', 'SupportsRound', 'ChainMap', 'Counter', 'Deque', 'Dict', 'DefaultDict',
           'List', 'OrderedDict', 'Set', 'FrozenSet', 'NamedTuple', 'TypedDict', 'Generator', 'BinaryIO', 'IO',
           'Match', 'Pattern', 'TextIO', 'AnyStr', 'assert_type', 'assert_never', 'cast', 'clear_overloads',
           'dataclass_transform', 'final', 'get_args', 'get_origin', 'get_overloads', 'get_protocol_members',
           'get_type_hints', 'is_protocol', 'is_typeddict', 'LiteralString', 'Never', 'NewType', 'no_type_check',
           'no_type_check_decorator', 'NoDefault', 'NoReturn', 'NotRequired', 'overload', 'override',
           'ParamSpecArgs', 'ParamSpecKwargs', 'ReadOnly', 'Required', 'reveal_type', 'runtime_checkable', 'Self',
           'Text', 'TYPE_CHECKING', 'TypeAlias', 'TypeGuard', 'TypeIs', 'TypeAliasType', 'Unpack']

TYPE_CHECKING = False
Text = str


def _show(arg):
    """The text of a type inside another's."""
    if arg is ...:
        return '...'
    if arg is None:
        return 'None'
    if isinstance(arg, type) and not isinstance(arg, _GenericAlias):
        return arg.__qualname__ if arg.__module__ == 'builtins' else f'{arg.__module__}.{arg.__qualname__}'
    if isinstance(arg, (list, tuple)):
        return '[' + ', '.join(_show(a) for a in arg) + ']'
    return repr(arg)


def _type(arg):
    if arg is None:
        return _NoneType
    if isinstance(arg, str):
        return ForwardRef(arg)
    return arg


def _params(args):
    """The type variables among the arguments."""
    found = []
    for arg in args:
        if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
            more = (arg,)
        elif isinstance(arg, (list, tuple)):
            more = _params(arg)
        else:
            more = () if isinstance(arg, type) else getattr(arg, '__parameters__', ())
        for p in more:
            if not any(p is f for f in found):
                found.append(p)
    return tuple(found)


class _Typed:
    """What all forms have in common: X | Y."""

    def __or__(self, other):
        return Union[self, other]

    def __ror__(self, other):
        return Union[other, self]

    def __mro_entries__(self, bases):
        raise TypeError(f'Cannot subclass {self!r}')


class _Alias(_Typed):
    """A subscripted type: List[int], Union[int, str]."""

    def __init__(self, origin, args, name=None, special=None, metadata=()):
        self.__origin__ = origin
        self.__args__ = tuple(args)
        self.__parameters__ = _params(args)
        self._name = name
        self._special = special
        if special == 'Annotated':
            self.__metadata__ = metadata

    def __repr__(self):
        args = self.__args__
        if self._special == 'Union':
            if len(args) == 2 and _NoneType in args:
                other = args[0] if args[1] is _NoneType else args[1]
                return f'typing.Optional[{_show(other)}]'
        elif self._special == 'Literal':
            return f"typing.Literal[{', '.join(repr(a) for a in args)}]"
        elif self._special == 'Annotated':
            return f"typing.Annotated[{', '.join([_show(args[0])] + [repr(m) for m in self.__metadata__])}]"
        name = self._name or _show(self.__origin__)
        if not args:
            return f'{name}[()]'
        return f"{name}[{', '.join(_show(a) for a in args)}]"

    def _key(self):
        if self._special in ('Union', 'Literal'):
            return frozenset(self.__args__)
        return self.__args__, getattr(self, '__metadata__', ())

    def __eq__(self, other):
        if not isinstance(other, _Alias):
            return NotImplemented
        return self.__origin__ == other.__origin__ and self._special == other._special and self._key() == other._key()

    def __hash__(self):
        return hash((id(self.__origin__), self._key()))

    def __call__(self, *args, **kwargs):
        if self._special or not callable(self.__origin__):
            raise TypeError(f'Cannot instantiate {self!r}')
        if self._name and self.__origin__ in (list, dict, set, frozenset, tuple, type):
            raise TypeError(f'Type {self._name[7:]} cannot be instantiated; use {self.__origin__.__name__}() instead')
        result = self.__origin__(*args, **kwargs)
        try:
            result.__orig_class__ = self
        except Exception:
            pass
        return result

    def __getitem__(self, args):
        if not self.__parameters__:
            raise TypeError(f'{self!r} is not a generic class')
        if not isinstance(args, tuple):
            args = (args,)
        if len(args) != len(self.__parameters__) and not any(isinstance(p, (ParamSpec, TypeVarTuple)) for p in self.__parameters__):
            few = 'few' if len(args) < len(self.__parameters__) else 'many'
            raise TypeError(f'Too {few} arguments for {self!r}; actual {len(args)}, expected {len(self.__parameters__)}')
        given = dict(zip(self.__parameters__, map(_type, args)))

        def fill(arg):
            if isinstance(arg, (TypeVar, ParamSpec, TypeVarTuple)):
                return given.get(arg, arg)
            if isinstance(arg, (_Alias, _GenericAlias)) and arg.__parameters__:
                return arg[tuple(given.get(p, p) for p in arg.__parameters__)]
            return arg

        filled = [fill(a) for a in self.__args__]
        if self._special == 'Union':
            return Union[tuple(filled)]
        return _Alias(self.__origin__, filled, self._name, self._special, getattr(self, '__metadata__', ()))

    def __mro_entries__(self, bases):
        if self._special == 'Annotated':
            return (self.__origin__,)
        if self._special:
            raise TypeError(f'Cannot subclass {self!r}')
        origin = self.__origin__
        if origin is Generic:
            for b in bases:
                if b is not self and (isinstance(b, type) and issubclass(b, Generic) or isinstance(b, _Alias) and isinstance(b.__origin__, type) and b.__origin__ is not Generic and issubclass(b.__origin__, Generic)):
                    return ()
        out = (origin,)
        if self._name and self._name.startswith('typing.') and origin is not Generic and origin is not Protocol:
            if Generic not in bases and not any(isinstance(b, _Alias) and b is not self and b.__origin__ in (Generic, Protocol) for b in bases):
                out += (Generic,)
        return out

    def __instancecheck__(self, obj):
        return self.__subclasscheck__(type(obj))

    def __subclasscheck__(self, cls):
        if self._special == 'Union':
            return any(issubclass(cls, a) for a in self.__args__)
        raise TypeError('Subscripted generics cannot be used with class and instance checks')

    def __getattr__(self, name):
        if name.startswith('__') and name.endswith('__') or '__origin__' not in self.__dict__:
            raise AttributeError(f'{type(self).__name__!r} object has no attribute {name!r}')
        return getattr(self.__origin__, name)

    def __iter__(self):
        yield Unpack[self]


class _Generic(_Typed):
    """An unsubscripted alias of a class: List, Iterable."""

    def __init__(self, name, module, attr, count=1):
        self._name = name
        self._module = module
        self._attr = attr
        self._count = count
        self.__name__ = name
        self.__module__ = 'typing'

    def __getattr__(self, name):
        if name == '__origin__':
            if self._module == 'builtins':
                import builtins
                origin = getattr(builtins, self._attr)
            elif self._module == 'collections':
                import collections
                origin = getattr(collections, self._attr)
            elif self._module == 'contextlib':
                import contextlib
                origin = getattr(contextlib, self._attr)
            elif self._module == 're':
                import re
                origin = getattr(re, self._attr)
            else:
                import collections.abc as abc
                origin = getattr(abc, self._attr)
            self.__origin__ = origin
            return origin
        if name.startswith('__') and name.endswith('__'):
            raise AttributeError(name)
        return getattr(self.__origin__, name)

    def __getitem__(self, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type(a) for a in args)
        if self._count > 0 and len(args) != self._count and not any(isinstance(a, _Alias) for a in args) and self._name != 'Generator':
            few = 'few' if len(args) < self._count else 'many'
            raise TypeError(f'Too {few} arguments for {self!r}; actual {len(args)}, expected {self._count}')
        return _Alias(self.__origin__, args, f'typing.{self._name}')

    def __call__(self, *args, **kwargs):
        if self._module == 'builtins':
            raise TypeError(f'Type {self._name} cannot be instantiated; use {self._attr}() instead')
        return self.__origin__(*args, **kwargs)

    def __mro_entries__(self, bases):
        out = (self.__origin__,)
        if not any(b is Generic or isinstance(b, _Alias) and b.__origin__ in (Generic, Protocol) for b in bases):
            out += (Generic,)
        return out

    def __instancecheck__(self, obj):
        return isinstance(obj, self.__origin__)

    def __subclasscheck__(self, cls):
        return issubclass(cls, self.__origin__)

    def __repr__(self):
        return f'typing.{self._name}'


List = _Generic('List', 'builtins', 'list')
Dict = _Generic('Dict', 'builtins', 'dict', 2)
Set = _Generic('Set', 'builtins', 'set')
FrozenSet = _Generic('FrozenSet', 'builtins', 'frozenset')
Type = _Generic('Type', 'builtins', 'type')
Deque = _Generic('Deque', 'collections', 'deque')
DefaultDict = _Generic('DefaultDict', 'collections', 'defaultdict', 2)
OrderedDict = _Generic('OrderedDict', 'collections', 'OrderedDict', 2)
Counter = _Generic('Counter', 'collections', 'Counter')
ChainMap = _Generic('ChainMap', 'collections', 'ChainMap', 2)
ContextManager = _Generic('ContextManager', 'contextlib', 'AbstractContextManager', -1)
AsyncContextManager = _Generic('AsyncContextManager', 'contextlib', 'AbstractAsyncContextManager', -1)
Pattern = _Generic('Pattern', 're', 'Pattern')
Match = _Generic('Match', 're', 'Match')
AbstractSet = _Generic('AbstractSet', 'abc', 'Set')
ByteString = _Generic('ByteString', 'abc', 'ByteString', 0)
Container = _Generic('Container', 'abc', 'Container')
Hashable = _Generic('Hashable', 'abc', 'Hashable', 0)
ItemsView = _Generic('ItemsView', 'abc', 'ItemsView', 2)
Iterable = _Generic('Iterable', 'abc', 'Iterable')
Iterator = _Generic('Iterator', 'abc', 'Iterator')
KeysView = _Generic('KeysView', 'abc', 'KeysView')
Mapping = _Generic('Mapping', 'abc', 'Mapping', 2)
MappingView = _Generic('MappingView', 'abc', 'MappingView')
MutableMapping = _Generic('MutableMapping', 'abc', 'MutableMapping', 2)
MutableSequence = _Generic('MutableSequence', 'abc', 'MutableSequence')
MutableSet = _Generic('MutableSet', 'abc', 'MutableSet')
Sequence = _Generic('Sequence', 'abc', 'Sequence')
Sized = _Generic('Sized', 'abc', 'Sized', 0)
ValuesView = _Generic('ValuesView', 'abc', 'ValuesView')
Awaitable = _Generic('Awaitable', 'abc', 'Awaitable')
AsyncIterator = _Generic('AsyncIterator', 'abc', 'AsyncIterator')
AsyncIterable = _Generic('AsyncIterable', 'abc', 'AsyncIterable')
Coroutine = _Generic('Coroutine', 'abc', 'Coroutine', 3)
Collection = _Generic('Collection', 'abc', 'Collection')
AsyncGenerator = _Generic('AsyncGenerator', 'abc', 'AsyncGenerator', -1)
Reversible = _Generic('Reversible', 'abc', 'Reversible')
Generator = _Generic('Generator', 'abc', 'Generator', -1)


class _Tuple(_Generic):
    def __getitem__(self, args):
        if args == ():
            return _Alias(tuple, (), 'typing.Tuple')
        if not isinstance(args, tuple):
            args = (args,)
        return _Alias(tuple, [_type(a) for a in args], 'typing.Tuple')


class _Callable(_Generic):
    def __getitem__(self, args):
        if not isinstance(args, tuple) or len(args) != 2:
            raise TypeError('Callable must be used as Callable[[arg, ...], result].')
        params, result = args
        if isinstance(params, (list, tuple)):
            flat = [_type(p) for p in params]
        else:
            flat = [params]
        return _CallableForm(self.__origin__, flat + [_type(result)], 'typing.Callable')


class _CallableForm(_Alias):
    def __repr__(self):
        args = self.__args__
        if len(args) == 2 and (args[0] is ... or isinstance(args[0], ParamSpec)):
            return f'typing.Callable[{_show(args[0])}, {_show(args[1])}]'
        return f"typing.Callable[[{', '.join(_show(a) for a in args[:-1])}], {_show(args[-1])}]"


Tuple = _Tuple('Tuple', 'builtins', 'tuple', -1)
Callable = _Callable('Callable', 'abc', 'Callable', 2)


class _AnyMeta(type):
    def __instancecheck__(self, obj):
        if self is Any:
            raise TypeError('typing.Any cannot be used with isinstance()')
        return super().__instancecheck__(obj)

    def __repr__(self):
        if self is Any:
            return 'typing.Any'
        return super().__repr__()


class Any(metaclass=_AnyMeta):
    """Special type indicating an unconstrained type."""

    def __new__(cls, *args, **kwargs):
        if cls is Any:
            raise TypeError('Any cannot be instantiated')
        return super().__new__(cls)


class _Form(_Typed):
    """A special form: Union, ClassVar, Self."""

    def __init__(self, name, build=None):
        self._name = name
        self.__name__ = name
        self.__module__ = 'typing'
        self._build = build

    def __repr__(self):
        return f'typing.{self._name}'

    def __call__(self, *args, **kwargs):
        raise TypeError(f'Cannot instantiate {self!r}')

    def __getitem__(self, args):
        if self._build is None:
            raise TypeError(f'{self!r} is not subscriptable')
        return self._build(self, args)

    def __instancecheck__(self, obj):
        raise TypeError(f'{self!r} cannot be used with isinstance()')

    def __subclasscheck__(self, cls):
        raise TypeError(f'{self!r} cannot be used with issubclass()')


def _one(form, arg):
    if isinstance(arg, tuple):
        raise TypeError(f'{form!r} accepts only single type. Got {arg!r}.')
    return _Alias(form, [_type(arg)], repr(form), form._name)


def _union(form, args):
    if args == ():
        raise TypeError('Cannot take a Union of no types.')
    if not isinstance(args, tuple):
        args = (args,)
    flat = []
    for arg in args:
        arg = _type(arg)
        if isinstance(arg, _Alias) and arg._special == 'Union' or isinstance(arg, _UnionType):
            more = arg.__args__
        else:
            more = (arg,)
        for a in more:
            if a not in flat:
                flat.append(a)
    if len(flat) == 1:
        return flat[0]
    return _Alias(form, flat, 'typing.Union', 'Union')


def _literal(form, args):
    if not isinstance(args, tuple):
        args = (args,)
    flat = []
    for arg in args:
        more = arg.__args__ if isinstance(arg, _Alias) and arg._special == 'Literal' else (arg,)
        for a in more:
            if not any(type(a) is type(f) and a == f for f in flat):
                flat.append(a)
    return _Alias(form, flat, 'typing.Literal', 'Literal')


def _annotated(form, args):
    if not isinstance(args, tuple) or len(args) < 2:
        raise TypeError('Annotated[...] should be used with at least two arguments (a type and an annotation).')
    origin, metadata = _type(args[0]), args[1:]
    if isinstance(origin, _Alias) and origin._special == 'Annotated':
        metadata = origin.__metadata__ + metadata
        origin = origin.__origin__
    return _Alias(origin, [origin], 'typing.Annotated', 'Annotated', metadata)


def _concatenate(form, args):
    return _Alias(form, [_type(a) for a in (args if isinstance(args, tuple) else (args,))], 'typing.Concatenate', 'Concatenate')


Union = _Form('Union', _union)
Optional = _Form('Optional', lambda form, arg: Union[arg, None])
Literal = _Form('Literal', _literal)
Annotated = _Form('Annotated', _annotated)
Concatenate = _Form('Concatenate', _concatenate)
ClassVar = _Form('ClassVar', _one)
Final = _Form('Final', _one)
Required = _Form('Required', _one)
NotRequired = _Form('NotRequired', _one)
ReadOnly = _Form('ReadOnly', _one)
TypeGuard = _Form('TypeGuard', _one)
TypeIs = _Form('TypeIs', _one)
Unpack = _Form('Unpack', _one)
Self = _Form('Self')
Never = _Form('Never')
NoReturn = _Form('NoReturn')
LiteralString = _Form('LiteralString')
TypeAlias = _Form('TypeAlias')


class _NoDefault:
    def __repr__(self):
        return 'typing.NoDefault'


NoDefault = _NoDefault()


class ForwardRef(_Typed):
    """Internal wrapper to hold a forward reference."""

    def __init__(self, arg, is_argument=True, module=None, *, is_class=False):
        if not isinstance(arg, str):
            raise TypeError(f'Forward reference must be a string -- got {arg!r}')
        self.__forward_arg__ = arg
        self.__forward_module__ = module

    def __eq__(self, other):
        if not isinstance(other, ForwardRef):
            return NotImplemented
        return self.__forward_arg__ == other.__forward_arg__

    def __hash__(self):
        return hash(self.__forward_arg__)

    def __repr__(self):
        return f'ForwardRef({self.__forward_arg__!r})'


class _Lazy(_Typed):
    """What is computed when it is first asked for: bound, default and value of
    what the type parameter syntax and the type statement declare."""

    def __getattr__(self, name):
        lazy = self.__dict__.get('_lazy')
        if lazy is None or name not in lazy:
            raise AttributeError(f"'typing.{type(self).__name__}' object has no attribute '{name}'")
        value = lazy[name]()
        if name == '__bound__' and isinstance(self, TypeVar):
            constraints = tuple(map(_type, value)) if isinstance(value, tuple) else ()
            self.__dict__['__constraints__'] = constraints
            self.__dict__['__bound__'] = None if constraints else _type(value)
            return self.__bound__
        if name == '__constraints__':
            self.__bound__
            return self.__constraints__
        self.__dict__[name] = value
        return value


class _Variable(_Lazy):
    def __repr__(self):
        if self.__infer_variance__:
            return self.__name__
        if self.__covariant__:
            return f'+{self.__name__}'
        if self.__contravariant__:
            return f'-{self.__name__}'
        return f'~{self.__name__}'

    def has_default(self):
        return self.__default__ is not NoDefault


class TypeVar(_Variable):
    """Type variable."""

    def __init__(self, name, *constraints, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        if covariant and contravariant:
            raise ValueError('Bivariant types are not supported.')
        if len(constraints) == 1:
            raise TypeError('A single constraint is not allowed')
        if constraints and bound is not None:
            raise TypeError('Constraints cannot be combined with bound=...')
        self.__name__ = name
        self.__constraints__ = tuple(_type(c) for c in constraints)
        self.__bound__ = None if bound is None else _type(bound)
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default


class ParamSpecArgs(_Typed):
    """The args for a ParamSpec object."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.args'


class ParamSpecKwargs(_Typed):
    """The kwargs for a ParamSpec object."""

    def __init__(self, origin):
        self.__origin__ = origin

    def __repr__(self):
        return f'{self.__origin__.__name__}.kwargs'


class ParamSpec(_Variable):
    """Parameter specification."""

    def __init__(self, name, *, bound=None, covariant=False, contravariant=False, default=NoDefault,
                 infer_variance=False):
        self.__name__ = name
        self.__bound__ = bound
        self.__covariant__ = bool(covariant)
        self.__contravariant__ = bool(contravariant)
        self.__infer_variance__ = bool(infer_variance)
        self.__default__ = default

    @property
    def args(self):
        return ParamSpecArgs(self)

    @property
    def kwargs(self):
        return ParamSpecKwargs(self)


class TypeVarTuple(_Lazy):
    """Type variable tuple."""

    def __init__(self, name, *, default=NoDefault):
        self.__name__ = name
        self.__default__ = default

    def __iter__(self):
        yield Unpack[self]

    def __repr__(self):
        return self.__name__


class TypeAliasType(_Lazy):
    """A type alias made by name."""

    def __init__(self, name, value, *, type_params=()):
        self.__name__ = name
        self.__value__ = value
        self.__type_params__ = self.__parameters__ = type_params

    def __repr__(self):
        return self.__name__

    def __getitem__(self, args):
        return _Alias(self, args if isinstance(args, tuple) else (args,), self.__name__)


AnyStr = TypeVar('AnyStr', bytes, str)


def _declared(kind, name, bound, default):
    """A type parameter of a def, class or type statement."""
    if kind == 'TypeVar':
        param = TypeVar(name, infer_variance=True)
    elif kind == 'ParamSpec':
        param = ParamSpec(name, infer_variance=True)
    else:
        param = TypeVarTuple(name)
    lazy = {}
    if bound is not None:
        lazy['__bound__'] = lazy['__constraints__'] = bound
    if default is not None:
        lazy['__default__'] = default
    for attr in lazy:
        del param.__dict__[attr]
    param.__dict__['_lazy'] = lazy
    return param


def _declared_alias(name, value, *params):
    alias = TypeAliasType(name, None, type_params=params)
    del alias.__dict__['__value__']
    alias.__dict__['_lazy'] = {'__value__': value}
    return alias


def _declared_bases(bases, *params):
    return (*bases, Generic[tuple(Unpack[p] if isinstance(p, TypeVarTuple) else p for p in params)])


class Generic:
    """Abstract base class for generic types."""

    __slots__ = ()

    def __class_getitem__(cls, args):
        if not isinstance(args, tuple):
            args = (args,)
        args = tuple(_type(a) for a in args)
        if cls is Generic or cls is Protocol:
            if not args:
                raise TypeError(f'Parameter list to {cls.__qualname__}[...] cannot be empty')
            return _Alias(cls, args, f'typing.{cls.__name__}')
        params = getattr(cls, '__parameters__', ())
        if not params and not any(isinstance(b, _Alias) for b in getattr(cls, '__orig_bases__', ())) and not hasattr(cls, '__type_params__'):
            raise TypeError(f'{cls!r} is not a generic class')
        return _Alias(cls, args)

    def __init_subclass__(cls, *args, **kwargs):
        super().__init_subclass__(*args, **kwargs)
        bases = cls.__dict__.get('__orig_bases__', ())
        found = []
        for b in bases:
            if isinstance(b, _Alias) and b.__origin__ in (Generic, Protocol):
                found = list(b.__parameters__)
                break
            for p in getattr(b, '__parameters__', ()) if isinstance(b, (_Alias, _GenericAlias)) else ():
                if not any(p is f for f in found):
                    found.append(p)
        cls.__parameters__ = tuple(found)


_PROTOCOL_OWN = {'__abstractmethods__', '__annotations__', '__dict__', '__doc__', '__init__', '__module__', '__new__',
                 '__slots__', '__subclasshook__', '__weakref__', '__class_getitem__', '__match_args__',
                 '__static_attributes__', '__firstlineno__', '__parameters__', '__orig_bases__', '__orig_class__',
                 '_is_protocol', '_is_runtime_protocol', '__protocol_attrs__', '__non_callable_proto_members__',
                 '__type_params__', '_abc_impl', '__hash__', '__qualname__', '__init_subclass__'}


def _members(cls):
    names = set()
    for base in cls.__mro__[:-1]:
        if base.__name__ in ('Protocol', 'Generic'):
            continue
        for name in list(base.__dict__) + list(base.__dict__.get('__annotations__', {})):
            if not name.startswith('_abc_') and name not in _PROTOCOL_OWN:
                names.add(name)
    return names


class _ProtocolMeta(_ABCMeta):
    def __init__(cls, name, bases, namespace, **kwargs):
        super().__init__(name, bases, namespace)
        cls._is_protocol = any(b.__name__ == 'Protocol' and b.__module__ == 'typing' for b in bases)

    def __call__(cls, *args, **kwargs):
        if cls._is_protocol or cls.__name__ == 'Protocol' and cls.__module__ == 'typing':
            raise TypeError('Protocols cannot be instantiated')
        return super().__call__(*args, **kwargs)

    def __instancecheck__(cls, instance):
        if not getattr(cls, '_is_protocol', False):
            return super().__instancecheck__(instance)
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        if super().__instancecheck__(instance):
            return True
        for name in _members(cls):
            try:
                value = getattr(instance, name)
            except AttributeError:
                return False
            if value is None and callable(getattr(cls, name, None)):
                return False
        return True

    def __subclasscheck__(cls, other):
        if not getattr(cls, '_is_protocol', False):
            return super().__subclasscheck__(other)
        if not isinstance(other, type):
            raise TypeError('issubclass() arg 1 must be a class')
        if not getattr(cls, '_is_runtime_protocol', False):
            raise TypeError('Instance and class checks can only be used with @runtime_checkable protocols')
        odd = sorted(n for n in _members(cls) if not callable(getattr(cls, n, None)))
        if odd:
            raise TypeError(f"Protocols with non-method members don't support issubclass(). Non-method members: {str(odd)[1:-1]}.")
        if super().__subclasscheck__(other):
            return True
        for name in _members(cls):
            for base in other.__mro__:
                if name in base.__dict__:
                    if base.__dict__[name] is None:
                        return False
                    break
            else:
                return False
        return True


class Protocol(Generic, metaclass=_ProtocolMeta):
    """Base class for protocol classes."""

    __slots__ = ()
    _is_protocol = True
    _is_runtime_protocol = False


def runtime_checkable(cls):
    """Mark a protocol class as a runtime protocol."""
    if not getattr(cls, '_is_protocol', False):
        raise TypeError(f'@runtime_checkable can be only applied to protocol classes, got {cls!r}')
    cls._is_runtime_protocol = True
    return cls


def is_protocol(tp, /):
    """Return True if the given type is a Protocol."""
    return isinstance(tp, type) and getattr(tp, '_is_protocol', False) and tp is not Protocol


def get_protocol_members(tp, /):
    """Return the set of members defined in a Protocol."""
    if not is_protocol(tp):
        raise TypeError(f'{tp!r} is not a Protocol')
    return frozenset(_members(tp))


@runtime_checkable
class SupportsInt(Protocol):
    """An ABC with one abstract method __int__."""

    @_abstractmethod
    def __int__(self):
        pass


@runtime_checkable
class SupportsFloat(Protocol):
    """An ABC with one abstract method __float__."""

    @_abstractmethod
    def __float__(self):
        pass


@runtime_checkable
class SupportsComplex(Protocol):
    """An ABC with one abstract method __complex__."""

    @_abstractmethod
    def __complex__(self):
        pass


@runtime_checkable
class SupportsBytes(Protocol):
    """An ABC with one abstract method __bytes__."""

    @_abstractmethod
    def __bytes__(self):
        pass


@runtime_checkable
class SupportsIndex(Protocol):
    """An ABC with one abstract method __index__."""

    @_abstractmethod
    def __index__(self):
        pass


@runtime_checkable
class SupportsAbs(Protocol):
    """An ABC with one abstract method __abs__."""

    @_abstractmethod
    def __abs__(self):
        pass


@runtime_checkable
class SupportsRound(Protocol):
    """An ABC with one abstract method __round__."""

    @_abstractmethod
    def __round__(self, ndigits=0):
        pass


class IO(Generic[AnyStr]):
    """Generic base class for TextIO and BinaryIO."""

    __slots__ = ()


class BinaryIO(IO[bytes]):
    """Typed version of the return of open() in binary mode."""

    __slots__ = ()


class TextIO(IO[str]):
    """Typed version of the return of open() in text mode."""

    __slots__ = ()
