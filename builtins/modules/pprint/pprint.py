# The module pprint. Long strings stay in one piece.

import sys as _sys

__all__ = ['pprint', 'pformat', 'isreadable', 'isrecursive', 'saferepr', 'PrettyPrinter', 'pp']


class _Key:
    """Sorts what cannot be compared by the names of the types."""

    __slots__ = ('obj',)

    def __init__(self, obj):
        self.obj = obj

    def __lt__(self, other):
        try:
            return self.obj < other.obj
        except TypeError:
            return (str(type(self.obj)), id(self.obj)) < (str(type(other.obj)), id(other.obj))


class PrettyPrinter:
    """Handle pretty printing operations onto a stream using a set of configured parameters."""

    def __init__(self, indent=1, width=80, depth=None, stream=None, *, compact=False, sort_dicts=True,
                 underscore_numbers=False):
        if indent < 0:
            raise ValueError('indent must be >= 0')
        if depth is not None and depth <= 0:
            raise ValueError('depth must be > 0')
        if not width:
            raise ValueError('width must be != 0')
        self._indent = indent
        self._width = width
        self._depth = depth
        self._stream = _sys.stdout if stream is None else stream
        self._compact = compact
        self._sort = sort_dicts
        self._underscore = underscore_numbers

    def pprint(self, object):
        self._stream.write(self.pformat(object) + '\n')

    def pformat(self, object):
        return self._format(object, 0, 0, set(), 1)

    def isreadable(self, object):
        return '<Recursion on' not in self._plain(object, set(), 1) and '<' not in self._plain(object, set(), 1)

    def isrecursive(self, object):
        return '<Recursion on' in self._plain(object, set(), 1)

    def _items(self, d):
        return sorted(d.items(), key=lambda kv: _Key(kv[0])) if self._sort else d.items()

    def _plain(self, obj, seen, level):
        """The text on one line."""
        kind = type(obj)
        if kind is int and self._underscore:
            return f'{obj:_d}'
        if kind not in (dict, list, tuple, set, frozenset):
            return repr(obj)
        if not obj:
            return repr(obj)
        if self._depth is not None and level > self._depth:
            return {dict: '{...}', list: '[...]', tuple: '(...)'}.get(kind, '{...}')
        if id(obj) in seen:
            return f'<Recursion on {kind.__name__} with id={id(obj)}>'
        seen.add(id(obj))
        if kind is dict:
            text = '{' + ', '.join([f'{self._plain(k, seen, level + 1)}: {self._plain(v, seen, level + 1)}' for k, v in self._items(obj)]) + '}'
        elif kind in (set, frozenset):
            text = '{' + ', '.join([self._plain(v, seen, level + 1) for v in sorted(obj, key=_Key)]) + '}'
            if kind is frozenset:
                text = f'frozenset({text})'
        else:
            text = ', '.join([self._plain(v, seen, level + 1) for v in obj])
            text = f'[{text}]' if kind is list else f'({text},)' if len(obj) == 1 else f'({text})'
        seen.discard(id(obj))
        return text

    def _format(self, obj, indent, allowance, seen, level):
        text = self._plain(obj, set(seen), level)
        kind = type(obj)
        if len(text) <= self._width - indent - allowance or id(obj) in seen or self._depth is not None and level > self._depth:
            return text
        if hasattr(kind, '__dataclass_fields__') and kind.__dict__.get('__repr__') is not None:
            return self._dataclass(obj, indent, allowance, seen, level)
        if kind not in (dict, list, tuple, set, frozenset) or not obj:
            return text
        seen = seen | {id(obj)}
        if kind is dict:
            inner = indent + self._indent
            parts, items = [], list(self._items(obj))
            for i, (key, value) in enumerate(items):
                last = i == len(items) - 1
                name = self._plain(key, set(seen), level + 1)
                parts.append(f'{name}: ' + self._format(value, inner + len(name) + 2, allowance + 1 if last else 1, seen, level + 1))
            return '{' + ' ' * (self._indent - 1) + (',\n' + ' ' * inner).join(parts) + '}'
        opening, closing = {list: ('[', ']'), tuple: ('(', ')'), set: ('{', '}'), frozenset: ('frozenset({', '})')}[kind]
        items = sorted(obj, key=_Key) if kind in (set, frozenset) else list(obj)
        if kind is tuple and len(items) == 1:
            closing = ',)'
        inner = indent + self._indent + (len(opening) - 1)
        tail = allowance + len(closing)
        if self._compact:
            lines, line, room = [], '', self._width - inner
            for i, item in enumerate(items):
                last = i == len(items) - 1
                one = self._plain(item, set(seen), level + 1)
                need = len(one) + (tail if last else 1)
                if line and len(line) + 1 + need > room:
                    lines.append(line)
                    line = ''
                if not line and need > room:
                    one = self._format(item, inner, tail if last else 1, seen, level + 1)
                line = (line + ' ' if line else '') + one + ('' if last else ',')
            lines.append(line)
            body = ('\n' + ' ' * inner).join(lines)
        else:
            parts = [self._format(item, inner, tail if i == len(items) - 1 else 1, seen, level + 1) for i, item in enumerate(items)]
            body = (',\n' + ' ' * inner).join(parts)
        return opening + ' ' * (self._indent - 1) + body + closing

    def _dataclass(self, obj, indent, allowance, seen, level):
        name = type(obj).__name__
        inner = indent + len(name) + 1
        fields = [f.name for f in type(obj).__dataclass_fields__.values() if f.repr and f._field_type == '_FIELD']
        seen = seen | {id(obj)}
        parts = []
        for i, field in enumerate(fields):
            last = i == len(fields) - 1
            parts.append(f'{field}=' + self._format(getattr(obj, field), inner + len(field) + 1, allowance + 1 if last else 1, seen, level + 1))
        return f'{name}(' + (',\n' + ' ' * inner).join(parts) + ')'


def pprint(object, stream=None, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True,
           underscore_numbers=False):
    """Pretty-print a Python object to a stream [default is sys.stdout]."""
    PrettyPrinter(indent, width, depth, stream, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pprint(object)


def pformat(object, indent=1, width=80, depth=None, *, compact=False, sort_dicts=True, underscore_numbers=False):
    """Format a Python object into a pretty-printed representation."""
    return PrettyPrinter(indent, width, depth, compact=compact, sort_dicts=sort_dicts, underscore_numbers=underscore_numbers).pformat(object)


def pp(object, *args, sort_dicts=False, **kwargs):
    """Pretty-print a Python object"""
    pprint(object, *args, sort_dicts=sort_dicts, **kwargs)


def saferepr(object):
    """Version of repr() which can handle recursive data structures."""
    return PrettyPrinter()._plain(object, set(), 1)


def isreadable(object):
    """Determine if saferepr(object) is readable by eval()."""
    return PrettyPrinter().isreadable(object)


def isrecursive(object):
    """Determine if object requires a recursive representation."""
    return PrettyPrinter().isrecursive(object)
