# What of the module enum is rarely used: checks, and members as names of a module.

import builtins as _builtins
import sys as _sys
from enum import Flag, ReprEnum, StrEnum, _bits


def bin(num, max_bits=None):
    """Like built-in bin(), except negative values are represented in two's complement."""
    ceiling = 2 ** num.bit_length()
    if num >= 0:
        text = _builtins.bin(num + ceiling).replace('1', '0', 1)
    else:
        text = _builtins.bin(~num ^ (ceiling - 1) + ceiling)
    sign, digits = text[:3], text[3:]
    if max_bits is not None and len(digits) < max_bits:
        digits = (sign[-1] * max_bits + digits)[-max_bits:]
    return f'{sign} {digits}'


def show_flag_values(value):
    """The powers of two in a flag's value."""
    return list(_bits(value))


def unique(enumeration):
    """Class decorator for enumerations ensuring unique member values."""
    duplicates = [(name, m.name) for name, m in enumeration.__members__.items() if name != m.name]
    if duplicates:
        details = ', '.join(f'{alias} -> {name}' for alias, name in duplicates)
        raise ValueError(f'duplicate values found in {enumeration!r}: {details}')
    return enumeration


class EnumCheck(StrEnum):
    """Various conditions to check an enumeration for."""
    CONTINUOUS = 'no skipped integer values'
    NAMED_FLAGS = 'multi-flag aliases may not contain unnamed flags'
    UNIQUE = 'one name per value'


CONTINUOUS, NAMED_FLAGS, UNIQUE = EnumCheck


class verify:
    """Check an enumeration for various constraints."""

    def __init__(self, *checks):
        self.checks = checks

    def __call__(self, enumeration):
        name = enumeration.__name__
        for check in self.checks:
            if check is UNIQUE:
                duplicates = [(n, m.name) for n, m in enumeration.__members__.items() if n != m.name]
                if duplicates:
                    details = ', '.join(f'{alias} -> {n}' for alias, n in duplicates)
                    raise ValueError(f'aliases found in {enumeration!r}: {details}')
            elif check is CONTINUOUS:
                values = set(m.value for m in enumeration)
                if len(values) < 2:
                    continue
                low, high = min(values), max(values)
                if issubclass(enumeration, Flag):
                    missing = [2 ** i for i in range(low.bit_length(), high.bit_length()) if 2 ** i not in values]
                else:
                    missing = [i for i in range(low + 1, high) if i not in values]
                if missing:
                    kind = 'flag' if issubclass(enumeration, Flag) else 'enum'
                    raise ValueError(f"invalid {kind} {name!r}: missing values {', '.join(map(str, missing))}")
            elif check is NAMED_FLAGS:
                values = [m.value for m in enumeration]
                for alias, m in enumeration.__members__.items():
                    if m.value < 0 or m.value in values:
                        continue
                    missing = [v for v in _bits(m.value) if v not in values]
                    if missing:
                        raise ValueError(f'invalid Flag {name!r}: alias {alias} is missing combined values of {", ".join(map(hex, missing))} [use enum.show_flag_values(value) for details]')
        return enumeration


def global_enum_repr(self):
    """Use module.enum_name instead of class.enum_name."""
    return f"{self.__class__.__module__.split('.')[-1]}.{self._name_}"


def global_flag_repr(self):
    """Use module.flag_name instead of class.flag_name."""
    module = self.__class__.__module__.split('.')[-1]
    if self._name_ is None:
        return f'{module}.{self.__class__.__name__}({self._value_!r})'
    return '|'.join(f'{module}.{n}' for n in self._name_.split('|'))


def global_str(self):
    """Use enum_name instead of class.enum_name."""
    return self._name_ if self._name_ is not None else f'{self.__class__.__name__}({self._value_!r})'


def global_enum(cls, update_str=False):
    """Put the members of an enumeration into its module's namespace."""
    type.__setattr__(cls, '__repr__', global_flag_repr if issubclass(cls, Flag) else global_enum_repr)
    if not issubclass(cls, ReprEnum) or update_str:
        type.__setattr__(cls, '__str__', global_str)
    module = _sys.modules.get(cls.__module__)
    if module is not None:
        for name, m in cls.__members__.items():
            setattr(module, name, m)
    return cls
