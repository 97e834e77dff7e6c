# The module enum.

from types import DynamicClassAttribute, MappingProxyType

__all__ = ['EnumType', 'EnumMeta', 'EnumDict', 'Enum', 'IntEnum', 'StrEnum', 'Flag', 'IntFlag', 'ReprEnum', 'auto',
           'unique', 'property', 'verify', 'member', 'nonmember', 'FlagBoundary', 'STRICT', 'CONFORM', 'EJECT', 'KEEP',
           'global_flag_repr', 'global_enum_repr', 'global_str', 'global_enum', 'EnumCheck', 'CONTINUOUS',
           'NAMED_FLAGS', 'UNIQUE', 'pickle_by_global_name', 'pickle_by_enum_name']

_property = property
_bin = bin


class nonmember:
    """Protects item from becoming an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class member:
    """Forces item to become an Enum member during class creation."""

    def __init__(self, value):
        self.value = value


class property(DynamicClassAttribute):
    """An attribute of members that lets a member of the same name be reached through the class."""

    def __set_name__(self, owner, name):
        self.name = name
        self.clsname = owner.__name__

    def __get__(self, instance, ownerclass=None):
        if instance is None:
            found = ownerclass.__dict__.get('_member_map_', {}).get(self.name)
            if found is not None:
                return found
            raise AttributeError(f'{ownerclass!r} has no attribute {self.name!r}')
        if self.fget is None:
            raise AttributeError(f'{type(instance)!r} has no attribute {self.name!r}')
        return self.fget(instance)

    def __set__(self, instance, value):
        if self.fset is None:
            raise AttributeError(f'<enum {self.clsname!r}> cannot set attribute {self.name!r}')
        self.fset(instance, value)


_auto_null = object()


class auto:
    """Instances are replaced with an appropriate value in Enum class suites."""

    def __init__(self, value=_auto_null):
        self.value = value

    def __repr__(self):
        return f'auto({self.value!r})'


class FlagBoundary(str):
    """How Flag deals with values out of range."""

    def __repr__(self):
        return f"<FlagBoundary.{self.upper()}: {str(self)!r}>"


STRICT = FlagBoundary('strict')
CONFORM = FlagBoundary('conform')
EJECT = FlagBoundary('eject')
KEEP = FlagBoundary('keep')


_SUNDER = ('_order_', '_generate_next_value_', '_numeric_repr_', '_missing_', '_ignore_', '_iter_member_',
           '_iter_member_by_value_', '_iter_member_by_def_', '_add_alias_', '_add_value_alias_', '_value_repr_',
           '_use_args_', '_member_type_', '_new_member_', '_value_', '_boundary_', '_simple')


class EnumDict(dict):
    """The namespace of an enumeration's body: it notes members and fills in auto()."""

    def __init__(self, cls_name=None):
        super().__init__()
        self._member_names = {}
        self._last_values = []
        self._ignore = []
        self._auto_called = False
        self._generate_next_value = None
        self._cls_name = cls_name

    @_property
    def member_names(self):
        return list(self._member_names)

    def __setitem__(self, key, value):
        kind = _kind(self._cls_name, key)
        if kind == 'private':
            pass
        elif kind == 'sunder':
            if key not in _SUNDER and key not in ('_name_', '_sort_order_'):
                raise ValueError(f'_sunder_ names, such as {key!r}, are reserved for future Enum use')
            if key == '_generate_next_value_':
                if self._auto_called:
                    raise TypeError('_generate_next_value_ must be defined before members')
                self._generate_next_value = value.__func__ if isinstance(value, staticmethod) else value
            elif key == '_ignore_':
                value = value.replace(',', ' ').split() if isinstance(value, str) else list(value)
                self._ignore = value
                taken = set(value) & set(self._member_names)
                if taken:
                    raise ValueError(f'_ignore_ cannot specify already set names: {taken!r}')
        elif kind == 'dunder':
            if key == '__order__':
                key = '_order_'
        elif key in self._member_names:
            raise TypeError(f'{key!r} already defined as {self[key]!r}')
        elif key in self._ignore:
            pass
        elif isinstance(value, nonmember):
            value = value.value
        elif isinstance(value, member) or not _is_descriptor(value) and not isinstance(value, (property, _property, type)):
            if isinstance(value, member):
                value = value.value
            elif key in self:
                raise TypeError(f'{key!r} already defined as {self[key]!r}')
            value = self._auto(key, value)
            self._member_names[key] = None
            self._last_values.append(value)
        elif isinstance(value, type):
            # A class in the body is a member, as it is in CPython up to 3.14.
            self._member_names[key] = None
            self._last_values.append(value)
        super().__setitem__(key, value)

    def _auto(self, key, value):
        if isinstance(value, auto):
            if value.value is _auto_null:
                self._auto_called = True
                value.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
            return value.value
        if type(value) is tuple and any(isinstance(v, auto) for v in value):
            out = []
            for v in value:
                if isinstance(v, auto):
                    if v.value is _auto_null:
                        self._auto_called = True
                        v.value = self._generate_next_value(key, 1, len(self._member_names), self._last_values[:])
                    v = v.value
                out.append(v)
            return tuple(out)
        return value

    def update(self, members, **more):
        items = members.items() if hasattr(members, 'items') else members
        for name, value in items:
            self[name] = value
        for name, value in more.items():
            self[name] = value


def _bits(value):
    """The powers of two in value, the smallest first."""
    while value:
        bit = value & (~value + 1)
        yield bit
        value ^= bit


def _is_single_bit(value):
    return value > 0 and value & (value - 1) == 0


class EnumType(type):
    """Metaclass for Enum."""

    @classmethod
    def __prepare__(metacls, cls, bases, **kwds):
        metacls._check_for_existing_members_(cls, bases)
        space = EnumDict(cls)
        _, first_enum = metacls._get_mixins_(cls, bases)
        if first_enum is not None:
            space['_generate_next_value_'] = getattr(first_enum, '_generate_next_value_', None)
        return space

    def __new__(metacls, cls, bases, classdict, *, boundary=None, _simple=False, **kwds):
        if not isinstance(classdict, EnumDict):
            return type.__new__(metacls, cls, bases, classdict, **kwds)
        names = classdict._member_names
        for name in names:
            if name in ('mro', ''):
                raise ValueError(f'invalid enum member name(s) {name!r}')
        ignore = classdict._ignore
        order = classdict.get('_order_')
        values = {name: classdict[name] for name in names}
        space = {}
        for key, value in classdict.items():
            if key not in values and key not in ignore and key not in ('_ignore_', '_order_'):
                space[key] = value
        if isinstance(space.get('_generate_next_value_'), (staticmethod, classmethod)) is False and callable(space.get('_generate_next_value_')):
            space['_generate_next_value_'] = staticmethod(space['_generate_next_value_'])
        member_type, first_enum = metacls._get_mixins_(cls, bases)
        new_member, save_new, use_args = metacls._find_new_(space, member_type, first_enum)
        space['_new_member_'] = new_member
        space['_use_args_'] = use_args
        space['_member_names_'] = []
        space['_member_map_'] = {}
        space['_value2member_map_'] = {}
        space['_unhashable_values_'] = []
        space['_hashable_values_'] = []
        space['_member_type_'] = member_type
        space['_boundary_'] = boundary or getattr(first_enum, '_boundary_', None)
        space['_flag_mask_'] = 0
        space['_singles_mask_'] = 0
        space['_all_bits_'] = 0
        space['_inverted_'] = None
        own_new = space.get('__new__')
        enum_class = type.__new__(metacls, cls, bases, space, **kwds)
        if member_type is not object and first_enum is not None:
            # A data type mixed in keeps Enum's own repr, str and format unless it is a ReprEnum.
            for name in ('__repr__', '__str__', '__format__', '__reduce_ex__'):
                if name in space:
                    continue
                enum_method = getattr(first_enum, name, None)
                found = getattr(enum_class, name, None)
                data_method = getattr(member_type, name, None)
                object_method = getattr(object, name, None)
                if found in (data_method, object_method) and enum_method is not None:
                    type.__setattr__(enum_class, name, first_enum.__dict__.get(name, enum_method))
        if member_type is not object and ReprEnum is not None and ReprEnum in bases:
            for name in ('__format__', '__str__'):
                if name not in space:
                    type.__setattr__(enum_class, name, getattr(member_type, name))
        if Flag is not None and issubclass(enum_class, Flag):
            for name in ('__or__', '__and__', '__xor__', '__ror__', '__rand__', '__rxor__', '__invert__'):
                if name not in space:
                    method = getattr(Flag, name)
                    if getattr(enum_class, name) is not method:
                        type.__setattr__(enum_class, name, method)
        enum_class._make_members(values, use_args, new_member, member_type)
        if save_new:
            type.__setattr__(enum_class, '__new_member__', own_new)
        if Flag is not None and first_enum is not None and issubclass(enum_class, Flag):
            enum_class._finish_flag()
        if order is not None:
            order = order.replace(',', ' ').split() if isinstance(order, str) else list(order)
            wanted = [n for n in order if n in enum_class._member_map_ and enum_class._member_map_[n]._name_ == n]
            if list(enum_class._member_names_) != wanted:
                raise TypeError(f'member order does not match _order_:\n  {enum_class._member_names_!r}\n  {wanted!r}')
        return enum_class

    def __init__(cls, name, bases, classdict, **kwds):
        pass

    def _make_members(cls, values, use_args, new_member, member_type):
        is_flag = Flag is not None and issubclass(cls, Flag)
        own_init = cls._has_init()
        members, names, by_value = cls._member_map_, cls._member_names_, cls._value2member_map_
        bind = type.__setattr__
        for name, value in values.items():
            args = value if isinstance(value, tuple) else (value,)
            if member_type is tuple:
                args = (args,)
            m = new_member(cls, *args) if use_args else new_member(cls)
            if '_value_' not in m.__dict__:
                if member_type is object:
                    m._value_ = value
                else:
                    try:
                        m._value_ = member_type(*args)
                    except Exception as exc:
                        error = TypeError('_value_ not set in __new__, unable to create it')
                        raise error from exc
            value = m._value_
            m._name_ = name
            m.__objclass__ = cls
            m._sort_order_ = len(names)
            if own_init:
                m.__init__(*args)
            # An equal value makes an alias.
            found = None
            try:
                found = by_value.get(value)
            except TypeError:
                for other in members.values():
                    if other._value_ == value:
                        found = other
                        break
            if found is not None:
                m = found
            elif not is_flag or not isinstance(value, int) or _is_single_bit(value):
                names.append(name)
            if is_flag and isinstance(value, int):
                bind(cls, '_flag_mask_', cls._flag_mask_ | value)
                if _is_single_bit(value):
                    bind(cls, '_singles_mask_', cls._singles_mask_ | value)
                bind(cls, '_all_bits_', 2 ** cls._flag_mask_.bit_length() - 1)
            existing = _inherited(cls, name)
            if isinstance(existing, property):
                # value and name as member names: the class finds them by the property.
                redirect = property(existing.fget, existing.fset, existing.fdel)
                redirect.name, redirect.clsname = name, cls.__name__
                bind(cls, name, redirect)
            else:
                bind(cls, name, m)
            members[name] = m
            try:
                by_value.setdefault(value, m)
                cls._hashable_values_.append(value)
            except TypeError:
                cls._unhashable_values_.append(value)

    def _has_init(cls):
        for base in cls.__mro__:
            if base is Enum or base is object or base is cls._member_type_:
                break
            if '__init__' in base.__dict__:
                return True
        return False

    def _finish_flag(cls):
        if cls._boundary_ is None:
            type.__setattr__(cls, '_boundary_', STRICT)
        if cls._boundary_ is STRICT or cls._boundary_ is CONFORM:
            missing = []
            for name, m in cls._member_map_.items():
                if not isinstance(m._value_, int):
                    raise TypeError(f'flag value {m._value_!r} of {name} is not an int')
                if m._name_ == name and m._value_ < 0 and cls._boundary_ is STRICT:
                    missing.append(name)
        # Members come in the order of their values.
        names = cls._member_names_
        if [m._value_ for m in cls] != sorted(m._value_ for m in cls):
            names.sort(key=lambda n: cls._member_map_[n]._value_)

    def __bool__(cls):
        return True

    def __call__(cls, value=_auto_null, names=_auto_null, *more, module=None, qualname=None, type=None, start=1, boundary=None):
        if names is _auto_null:
            found = _find(cls, value)
            if found is not None:
                return found
        if cls._member_map_:
            if names is not _auto_null:
                value = (value, names) + more
            if value is _auto_null:
                raise TypeError("EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls._lookup(value)
        if names is _auto_null and type is None:
            if value is _auto_null:
                raise TypeError(f"EnumType.__call__() missing 1 required positional argument: 'value'")
            return cls._lookup(value)
        return cls._create_(value, None if names is _auto_null else names, module=module, qualname=qualname, type=type,
                            start=start, boundary=boundary)

    def _lookup(cls, value):
        found = _find(cls, value)
        if found is not None:
            return found
        if cls._unhashable_values_:
            try:
                hash(value)
            except TypeError:
                for m in cls._member_map_.values():
                    if m._value_ == value:
                        return m
        if not cls._member_map_ and not (Flag is not None and issubclass(cls, Flag)):
            raise TypeError(f'{cls!r} has no members')
        error = None
        try:
            result = cls._missing_(value)
        except Exception as e:
            error = e
            result = None
        if isinstance(result, cls):
            return result
        if Flag is not None and issubclass(cls, Flag) and cls._boundary_ is EJECT and isinstance(result, int) and error is None:
            return result
        problem = ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        if result is None and error is None:
            raise problem
        if error is None:
            error = TypeError(f'error in {cls.__name__}._missing_: returned {result!r} instead of None or a valid member')
        if not isinstance(error, ValueError):
            error.__context__ = problem
        raise error

    def _create_(cls, class_name, names, *, module=None, qualname=None, type=None, start=1, boundary=None):
        metacls = cls.__class__
        bases = (cls,) if type is None else (type, cls)
        classdict = metacls.__prepare__(class_name, bases)
        if isinstance(names, str):
            names = names.replace(',', ' ').split()
        if isinstance(names, (tuple, list)) and names and isinstance(names[0], str):
            original, names, last = names, [], []
            for count, name in enumerate(original):
                value = cls._generate_next_value_(name, start, count, last[:])
                last.append(value)
                names.append((name, value))
        if names is None:
            names = ()
        for item in names:
            if isinstance(item, str):
                name, value = item, names[item]
            else:
                name, value = item
            classdict[name] = value
        classdict['__module__'] = module or '__main__'
        if qualname is not None:
            classdict['__qualname__'] = qualname
        return metacls.__new__(metacls, class_name, bases, classdict, boundary=boundary)

    def __contains__(cls, value):
        if isinstance(value, cls):
            return True
        if Flag is not None and issubclass(cls, Flag):
            try:
                return isinstance(cls._missing_(value) if value not in cls._value2member_map_ else cls(value), cls)
            except (ValueError, TypeError):
                return False
        try:
            return value in cls._value2member_map_
        except TypeError:
            return value in cls._unhashable_values_

    def __delattr__(cls, attr):
        if attr in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'{cls.__name__!r} cannot delete member {attr!r}.')
        super().__delattr__(attr)

    def __setattr__(cls, name, value):
        if name in cls.__dict__.get('_member_map_', {}):
            raise AttributeError(f'cannot reassign member {name!r}')
        super().__setattr__(name, value)

    def __dir__(cls):
        names = {'__class__', '__contains__', '__doc__', '__getitem__', '__iter__', '__len__', '__members__',
                 '__module__', '__name__', '__qualname__', '__init_subclass__'} | set(cls._member_names_)
        return sorted(names)

    def __getitem__(cls, name):
        return cls._member_map_[name]

    def __iter__(cls):
        return (cls._member_map_[name] for name in cls._member_names_)

    def __len__(cls):
        return len(cls._member_names_)

    def __reversed__(cls):
        return (cls._member_map_[name] for name in reversed(cls._member_names_))

    @_property
    def __members__(cls):
        return MappingProxyType(cls._member_map_)

    def __repr__(cls):
        if Flag is not None and issubclass(cls, Flag):
            return f'<flag {cls.__name__!r}>'
        return f'<enum {cls.__name__!r}>'

    @classmethod
    def _check_for_existing_members_(mcls, class_name, bases):
        for chain in bases:
            for base in chain.__mro__:
                if isinstance(base, EnumType) and base.__dict__.get('_member_names_'):
                    raise TypeError(f'<enum {class_name!r}> cannot extend {base!r}')

    @classmethod
    def _get_mixins_(mcls, class_name, bases):
        if not bases:
            return object, None
        first_enum = bases[-1]
        if not isinstance(first_enum, EnumType):
            raise TypeError('new enumerations should be created as `EnumName([mixin_type, ...] [data_type,] enum_type)`')
        return mcls._find_data_type_(class_name, bases) or object, first_enum

    @classmethod
    def _find_data_type_(mcls, class_name, bases):
        types, bases_seen = [], set()
        for chain in bases:
            candidate = None
            for base in chain.__mro__:
                if base is object:
                    continue
                if isinstance(base, EnumType):
                    if base.__dict__.get('_member_type_', object) is not object:
                        if base._member_type_ not in types:
                            types.append(base._member_type_)
                        break
                elif '__new__' in base.__dict__ or '__dataclass_fields__' in base.__dict__ or base in (int, str, float, bytes, tuple, complex, list, dict, set, frozenset):
                    if (candidate or base) not in types:
                        types.append(candidate or base)
                    break
                else:
                    candidate = candidate or base
        if len(types) > 1:
            raise TypeError(f'too many data types for {class_name!r}: {set(types)!r}')
        return types[0] if types else None

    @classmethod
    def _find_new_(mcls, classdict, member_type, first_enum):
        new = classdict.get('__new__')
        save_new = first_enum is not None and new is not None
        if new is not None:
            classdict['__new_member__'] = new
            del classdict['__new__']
        if new is None:
            for name in ('__new_member__', '__new__'):
                for target in (member_type, first_enum):
                    method = getattr(target, name, None)
                    if method is not None and name == '__new_member__':
                        new = method
                        break
                if new is not None:
                    break
            else:
                new = None
        if new is None:
            if member_type is object:
                return object.__new__, False, False
            return member_type.__new__, False, True
        if isinstance(new, staticmethod):
            new = new.__func__
        return new, save_new, True


EnumMeta = EnumType
Enum = IntEnum = StrEnum = Flag = ReprEnum = None


class Enum(metaclass=EnumType):
    """Create a collection of name/value pairs."""

    def __init__(self, *args, **kwds):
        pass

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start
        try:
            last = sorted(last_values).pop()
        except TypeError:
            raise TypeError('unable to sort non-numeric values') from None
        try:
            return last + 1
        except TypeError:
            raise TypeError(f'unable to increment {last!r}') from None

    @classmethod
    def _missing_(cls, value):
        return None

    def __repr__(self):
        return f'<{self.__class__.__name__}.{self._name_}: {self._show_value()}>'

    def _show_value(self):
        # The value's own repr, even where the member's class has another.
        return repr(self._value_)

    def __str__(self):
        return f'{self.__class__.__name__}.{self._name_}'

    def __dir__(self):
        return ['__class__', '__doc__', '__eq__', '__hash__', '__module__', 'name', 'value']

    def __format__(self, format_spec):
        return str.__format__(str(self), format_spec)

    def __hash__(self):
        return hash(self._name_)

    def __reduce_ex__(self, proto):
        return self.__class__, (self._value_,)

    def __deepcopy__(self, memo):
        return self

    def __copy__(self):
        return self

    @property
    def name(self):
        """The name of the Enum member."""
        return self._name_

    @property
    def value(self):
        """The value of the Enum member."""
        return self._value_

    def _add_alias_(self, name):
        self.__class__._member_map_[name] = self
        type.__setattr__(self.__class__, name, self)

    def _add_value_alias_(self, value):
        self.__class__._value2member_map_[value] = self


class ReprEnum(Enum):
    """Only changes the repr(), leaving str() and format() to the mixed-in type."""


class IntEnum(int, ReprEnum):
    """Enum where members are also (and must be) ints."""

    __str__ = int.__repr__
    __format__ = int.__format__
    __hash__ = int.__hash__


class StrEnum(str, ReprEnum):
    """Enum where members are also (and must be) strings."""

    def __new__(cls, *values):
        if len(values) > 3:
            raise TypeError(f'too many arguments for str(): {values!r}')
        if len(values) == 1 and not isinstance(values[0], str):
            raise TypeError(f'{values[0]!r} is not a string')
        if len(values) >= 2 and not isinstance(values[1], str):
            raise TypeError(f'encoding must be a string, not {values[1]!r}')
        if len(values) == 3 and not isinstance(values[2], str):
            raise TypeError(f'errors must be a string, not {values[2]!r}')
        value = str(*values)
        m = str.__new__(cls, value)
        m._value_ = value
        return m

    __str__ = str.__str__
    __format__ = str.__format__
    __hash__ = str.__hash__

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        return name.lower()


def pickle_by_global_name(self, proto):
    return self.name


def pickle_by_enum_name(self, proto):
    return getattr, (self.__class__, self._name_)


class Flag(Enum, boundary=STRICT):
    """Support for flags."""

    _numeric_repr_ = repr

    @staticmethod
    def _generate_next_value_(name, start, count, last_values):
        if not last_values:
            return start if start is not None else 1
        last = max(last_values)
        try:
            return 2 ** last.bit_length()
        except Exception:
            raise TypeError(f'invalid flag value {last!r}') from None

    @classmethod
    def _iter_member_(cls, value):
        for bit in _bits(value & cls._flag_mask_):
            found = cls._value2member_map_.get(bit)
            if found is not None:
                yield found

    @classmethod
    def _missing_(cls, value):
        if not isinstance(value, int):
            raise ValueError(f'{value!r} is not a valid {cls.__qualname__}')
        mask, singles, every = cls._flag_mask_, cls._singles_mask_, cls._all_bits_
        if not ~every <= value <= every or value & (every ^ mask):
            if cls._boundary_ is STRICT:
                from enum import bin
                width = max(value.bit_length(), mask.bit_length())
                raise ValueError(f'{cls!r} invalid value {value!r}\n    given {bin(value, width)}\n  allowed {bin(mask, width)}')
            elif cls._boundary_ is CONFORM:
                value = value & mask
            elif cls._boundary_ is EJECT:
                return value
            elif value < 0:
                value = max(every + 1, 2 ** value.bit_length()) + value
        if value < 0:
            value = every + 1 + value if cls._boundary_ is KEEP else mask & value
        found = cls._value2member_map_.get(value)
        if found is not None:
            return found
        unknown = value & ~mask
        aliases = value & ~singles
        if unknown and cls._boundary_ is not KEEP:
            raise ValueError(f'{cls.__name__}({value!r}) -->  unknown values {unknown!r} [{_bin(unknown)}]')
        if cls._member_type_ is object:
            m = object.__new__(cls)
        else:
            m = cls._member_type_.__new__(cls, value)
        m._value_ = value
        members, seen = [], 0
        for known in cls._iter_member_(value):
            members.append(known)
            seen |= known._value_
        if value & ~seen:
            for other in cls._member_map_.values():
                v = other._value_
                if v and v & value == v and not any(other is k for k in members):
                    members.append(other)
                    seen |= v
        rest = value & ~seen
        if members:
            m._name_ = '|'.join(k._name_ for k in members)
            if rest:
                m._name_ += f'|{cls._numeric_repr_(rest)}'
        else:
            m._name_ = None
        m.__objclass__ = cls
        m._sort_order_ = len(cls._member_names_)
        cls._value2member_map_[value] = m
        return m

    def __contains__(self, other):
        if not isinstance(other, self.__class__):
            raise TypeError(f'unsupported operand type(s) for \'in\': {type(other).__qualname__!r} and {self.__class__.__qualname__!r}')
        return other._value_ & self._value_ == other._value_

    def __iter__(self):
        yield from self._iter_member_(self._value_)

    def __len__(self):
        return self._value_.bit_count()

    def __repr__(self):
        value = self._numeric_repr_(int(self._value_)) if self._numeric_repr_ is not repr else repr(self._value_)
        if self._name_ is None:
            return f'<{self.__class__.__name__}: {value}>'
        return f'<{self.__class__.__name__}.{self._name_}: {value}>'

    def __str__(self):
        if self._name_ is None:
            return f'{self.__class__.__name__}({self._value_!r})'
        return f'{self.__class__.__name__}.{self._name_}'

    def __bool__(self):
        return bool(self._value_)

    def _raw(self, other):
        if isinstance(other, self.__class__):
            return other._value_
        if self._member_type_ is not object and isinstance(other, self._member_type_):
            return other
        return NotImplemented

    def __or__(self, other):
        value = self._raw(other)
        return value if value is NotImplemented else self.__class__(self._value_ | value)

    def __and__(self, other):
        value = self._raw(other)
        return value if value is NotImplemented else self.__class__(self._value_ & value)

    def __xor__(self, other):
        value = self._raw(other)
        return value if value is NotImplemented else self.__class__(self._value_ ^ value)

    def __invert__(self):
        cls = self.__class__
        if cls._boundary_ in (EJECT, KEEP):
            return cls(~self._value_)
        return cls(cls._singles_mask_ & ~self._value_)

    __rand__ = __and__
    __ror__ = __or__
    __rxor__ = __xor__

    def __hash__(self):
        return hash(self._value_)


class IntFlag(int, ReprEnum, Flag, boundary=KEEP):
    """Support for integer-based flags."""

    __str__ = int.__repr__
    __format__ = int.__format__
    __hash__ = int.__hash__
