# The module tomllib: TOML 1.0.

import re as _re
from datetime import date as _date, datetime as _datetime, time as _time, timedelta as _timedelta, timezone as _timezone

__all__ = ('loads', 'load', 'TOMLDecodeError')


class TOMLDecodeError(ValueError):
    """An error raised if a document is not valid TOML."""


_BARE = frozenset('ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_')
_CONTROL = frozenset([chr(i) for i in range(32)] + [chr(127)])
_ILLEGAL = _CONTROL - frozenset('\t')
_ILLEGAL_LINES = _CONTROL - frozenset('\t\n')
_ESCAPES = {'b': '\b', 't': '\t', 'n': '\n', 'f': '\f', 'r': '\r', '"': '"', '\\': '\\'}
_TIME = r'([01][0-9]|2[0-3]):([0-5][0-9]):([0-5][0-9])(?:\.([0-9]{1,6})[0-9]*)?'
_NUMBER = _re.compile(r'0(?:x[0-9A-Fa-f](?:_?[0-9A-Fa-f])*|b[01](?:_?[01])*|o[0-7](?:_?[0-7])*)|[+-]?(?:0|[1-9](?:_?[0-9])*)'
                      r'(?P<float>(?:\.[0-9](?:_?[0-9])*)?(?:[eE][+-]?[0-9](?:_?[0-9])*)?)')
_LOCALTIME = _re.compile(_TIME)
_DATETIME = _re.compile(r'([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])(?:[Tt ]' + _TIME + r'(?:([Zz])|([+-])([01][0-9]|2[0-3]):([0-5][0-9]))?)?')


def load(fp, /, *, parse_float=float):
    """Parse TOML from a binary file object."""
    data = fp.read()
    try:
        text = data.decode()
    except AttributeError:
        raise TypeError("File must be opened in binary mode, e.g. use `open('foo.toml', 'rb')`") from None
    return loads(text, parse_float=parse_float)


def loads(s, /, *, parse_float=float):
    """Parse TOML from a string."""
    try:
        text = s.replace('\r\n', '\n')
    except AttributeError:
        raise TypeError(f"Expected str object, not '{type(s).__qualname__}'") from None
    return _Document(text, _checked(parse_float)).parse()


def _checked(parse_float):
    if parse_float is float:
        return float

    def convert(text):
        value = parse_float(text)
        if isinstance(value, (dict, list)):
            raise ValueError('parse_float must not return dicts or lists')
        return value
    return convert


class _Flags:
    """What a key may still become: a frozen one nothing may be added to, an explicit one has had its own header."""

    def __init__(self):
        self.tree = {}
        self.pending = []

    def _node(self, key, make=False):
        level = self.tree
        node = None
        for part in key:
            if part not in level:
                if not make:
                    return None
                level[part] = {'flags': set(), 'deep': set(), 'nested': {}}
            node = level[part]
            level = node['nested']
        return node

    def set(self, key, flag, deep=False):
        self._node(key, True)['deep' if deep else 'flags'].add(flag)

    def unset_all(self, key):
        parent = self._node(key[:-1]) if key[:-1] else None
        level = parent['nested'] if parent else self.tree
        level.pop(key[-1], None)

    def has(self, key, flag):
        if not key:
            return False
        level = self.tree
        for part in key[:-1]:
            if part not in level:
                return False
            node = level[part]
            if flag in node['deep']:
                return True
            level = node['nested']
        node = level.get(key[-1])
        return node is not None and (flag in node['flags'] or flag in node['deep'])

    def finalize(self):
        for key, flag in self.pending:
            self.set(key, flag)
        self.pending = []


_FROZEN, _EXPLICIT = 0, 1


class _Document:
    def __init__(self, text, parse_float):
        self.text = text
        self.parse_float = parse_float
        self.root = {}
        self.flags = _Flags()
        self.depth = 0

    def error(self, pos, message):
        text = self.text
        if pos >= len(text):
            where = 'end of document'
        else:
            line = text.count('\n', 0, pos) + 1
            column = pos + 1 if line == 1 else pos - text.rindex('\n', 0, pos)
            where = f'line {line}, column {column}'
        return TOMLDecodeError(f'{message} (at {where})')

    def parse(self):
        text, pos, header = self.text, 0, ()
        while True:
            pos = self.blanks(pos)
            c = text[pos:pos + 1]
            if not c:
                break
            if c == '\n':
                pos += 1
                continue
            if c in _BARE or c in '"\'':
                pos = self.blanks(self.pair(pos, header))
            elif c == '[':
                self.flags.finalize()
                pos, header = self.list_header(pos) if text.startswith('[[', pos) else self.table_header(pos)
                pos = self.blanks(pos)
            elif c != '#':
                raise self.error(pos, 'Invalid statement')
            pos = self.comment(pos)
            c = text[pos:pos + 1]
            if not c:
                break
            if c != '\n':
                raise self.error(pos, 'Expected newline or end of document after a statement')
            pos += 1
        return self.root

    def blanks(self, pos, chars=' \t'):
        text, n = self.text, len(self.text)
        while pos < n and text[pos] in chars:
            pos += 1
        return pos

    def until(self, pos, expect, illegal, end_is_error):
        new = self.text.find(expect, pos)
        if new < 0:
            new = len(self.text)
            if end_is_error:
                raise self.error(new, f'Expected {expect!r}')
        for i in range(pos, new):
            if self.text[i] in illegal:
                raise self.error(i, f'Found invalid character {self.text[i]!r}')
        return new

    def comment(self, pos):
        if self.text[pos:pos + 1] == '#':
            return self.until(pos + 1, '\n', _ILLEGAL, False)
        return pos

    def blanks_and_comments(self, pos):
        while True:
            start = pos
            pos = self.comment(self.blanks(pos, ' \t\n'))
            if pos == start:
                return pos

    def get_or_create(self, key, access_lists=True):
        level = self.root
        for part in key:
            level = level.setdefault(part, {})
            if access_lists and isinstance(level, list):
                level = level[-1]
            if not isinstance(level, dict):
                raise KeyError('There is no nest behind this key')
        return level

    def table_header(self, pos):
        pos, key = self.key(self.blanks(pos + 1))
        if self.flags.has(key, _EXPLICIT) or self.flags.has(key, _FROZEN):
            raise self.error(pos, f'Cannot declare {key} twice')
        self.flags.set(key, _EXPLICIT)
        try:
            self.get_or_create(key)
        except KeyError:
            raise self.error(pos, 'Cannot overwrite a value') from None
        if not self.text.startswith(']', pos):
            raise self.error(pos, "Expected ']' at the end of a table declaration")
        return pos + 1, key

    def list_header(self, pos):
        pos, key = self.key(self.blanks(pos + 2))
        if self.flags.has(key, _FROZEN):
            raise self.error(pos, f'Cannot mutate immutable namespace {key}')
        self.flags.unset_all(key)
        self.flags.set(key, _EXPLICIT)
        try:
            parent = self.get_or_create(key[:-1])
            last = key[-1]
            if last in parent:
                if not isinstance(parent[last], list):
                    raise KeyError('An object other than list found behind this key')
                parent[last].append({})
            else:
                parent[last] = [{}]
        except KeyError:
            raise self.error(pos, 'Cannot overwrite a value') from None
        if not self.text.startswith(']]', pos):
            raise self.error(pos, "Expected ']]' at the end of an array declaration")
        return pos + 2, key

    def pair(self, pos, header):
        pos, key, value = self.key_value(pos)
        parent, last = key[:-1], key[-1]
        whole = header + parent
        for i in range(1, len(key)):
            part = header + key[:i]
            if self.flags.has(part, _EXPLICIT):
                raise self.error(pos, f'Cannot redefine namespace {part}')
            self.flags.pending.append((part, _EXPLICIT))
        if self.flags.has(whole, _FROZEN):
            raise self.error(pos, f'Cannot mutate immutable namespace {whole}')
        try:
            level = self.get_or_create(whole)
        except KeyError:
            raise self.error(pos, 'Cannot overwrite a value') from None
        if last in level:
            raise self.error(pos, 'Cannot overwrite a value')
        if isinstance(value, (dict, list)):
            self.flags.set(header + key, _FROZEN, True)
        level[last] = value
        return pos

    def key_value(self, pos):
        pos, key = self.key(pos)
        if self.text[pos:pos + 1] != '=':
            raise self.error(pos, "Expected '=' after a key in a key/value pair")
        pos, value = self.value(self.blanks(pos + 1))
        return pos, key, value

    def key(self, pos):
        pos, part = self.key_part(pos)
        key = (part,)
        pos = self.blanks(pos)
        while self.text[pos:pos + 1] == '.':
            pos, part = self.key_part(self.blanks(pos + 1))
            key += (part,)
            pos = self.blanks(pos)
        return pos, key

    def key_part(self, pos):
        c = self.text[pos:pos + 1]
        if c and c in _BARE:
            start = pos
            while self.text[pos:pos + 1] in _BARE and pos < len(self.text):
                pos += 1
            return pos, self.text[start:pos]
        if c == "'":
            return self.literal(pos)
        if c == '"':
            return self.basic(pos + 1, False)
        raise self.error(pos, 'Invalid initial character for a key part')

    def literal(self, pos):
        end = self.until(pos + 1, "'", _ILLEGAL, True)
        return end + 1, self.text[pos + 1:end]

    def multiline(self, pos, literal):
        text = self.text
        pos += 3
        if text.startswith('\n', pos):
            pos += 1
        if literal:
            end = self.until(pos, "'''", _ILLEGAL_LINES, True)
            result, pos, mark = text[pos:end], end + 3, "'"
        else:
            pos, result = self.basic(pos, True)
            mark = '"'
        for _ in range(2):
            if not text.startswith(mark, pos):
                break
            pos += 1
            result += mark
        return pos, result

    def basic(self, pos, lines):
        text = self.text
        illegal = _ILLEGAL_LINES if lines else _ILLEGAL
        parts = []
        start = pos
        while True:
            c = text[pos:pos + 1]
            if not c:
                raise self.error(pos, 'Unterminated string')
            if c == '"':
                if not lines:
                    parts.append(text[start:pos])
                    return pos + 1, ''.join(parts)
                if text.startswith('"""', pos):
                    parts.append(text[start:pos])
                    return pos + 3, ''.join(parts)
                pos += 1
            elif c == '\\':
                parts.append(text[start:pos])
                pos, part = self.escape(pos, lines)
                parts.append(part)
                start = pos
            elif c in illegal:
                raise self.error(pos, f'Illegal character {c!r}')
            else:
                pos += 1

    def escape(self, pos, lines):
        text = self.text
        kind = text[pos + 1:pos + 2]
        pos += 2
        if lines and kind in (' ', '\t', '\n'):
            if kind != '\n':
                pos = self.blanks(pos)
                c = text[pos:pos + 1]
                if not c:
                    return pos, ''
                if c != '\n':
                    raise self.error(pos, "Unescaped '\\' in a string")
                pos += 1
            return self.blanks(pos, ' \t\n'), ''
        if kind in ('u', 'U'):
            n = 4 if kind == 'u' else 8
            digits = text[pos:pos + n]
            if len(digits) != n or not all([c in '0123456789abcdefABCDEF' for c in digits]):
                raise self.error(pos, 'Invalid hex value')
            pos += n
            code = int(digits, 16)
            if not (code <= 0xd7ff or 0xe000 <= code <= 0x10ffff):
                raise self.error(pos, 'Escaped character is not a Unicode scalar value')
            return pos, chr(code)
        if kind not in _ESCAPES or not kind:
            raise self.error(pos, "Unescaped '\\' in a string")
        return pos, _ESCAPES[kind]

    def array(self, pos):
        found = []
        pos = self.blanks_and_comments(pos + 1)
        if self.text.startswith(']', pos):
            return pos + 1, found
        while True:
            pos, value = self.value(pos)
            found.append(value)
            pos = self.blanks_and_comments(pos)
            c = self.text[pos:pos + 1]
            if c == ']':
                return pos + 1, found
            if c != ',':
                raise self.error(pos, 'Unclosed array')
            pos = self.blanks_and_comments(pos + 1)
            if self.text.startswith(']', pos):
                return pos + 1, found

    def inline_table(self, pos):
        table, flags = {}, _Flags()
        pos = self.blanks(pos + 1)
        if self.text.startswith('}', pos):
            return pos + 1, table
        while True:
            pos, key, value = self.key_value(pos)
            parent, last = key[:-1], key[-1]
            if flags.has(key, _FROZEN):
                raise self.error(pos, f'Cannot mutate immutable namespace {key}')
            level = table
            for part in parent:
                level = level.setdefault(part, {})
                if not isinstance(level, dict):
                    raise self.error(pos, 'Cannot overwrite a value')
            if last in level:
                raise self.error(pos, f'Duplicate inline table key {last!r}')
            level[last] = value
            pos = self.blanks(pos)
            c = self.text[pos:pos + 1]
            if c == '}':
                return pos + 1, table
            if c != ',':
                raise self.error(pos, 'Unclosed inline table')
            if isinstance(value, (dict, list)):
                flags.set(key, _FROZEN, True)
            pos = self.blanks(pos + 1)

    def value(self, pos):
        text = self.text
        c = text[pos:pos + 1]
        if c == '"':
            return self.multiline(pos, False) if text.startswith('"""', pos) else self.basic(pos + 1, False)
        if c == "'":
            return self.multiline(pos, True) if text.startswith("'''", pos) else self.literal(pos)
        if text.startswith('true', pos):
            return pos + 4, True
        if text.startswith('false', pos):
            return pos + 5, False
        if c in ('[', '{'):
            self.depth += 1
            if self.depth > 400:
                raise RecursionError('TOML inline arrays/tables are nested more than the allowed 400 levels')
            found = self.array(pos) if c == '[' else self.inline_table(pos)
            self.depth -= 1
            return found
        found = _DATETIME.match(text, pos)
        if found:
            try:
                return found.end(), _moment(found)
            except ValueError as e:
                raise self.error(pos, 'Invalid date or datetime') from e
        found = _LOCALTIME.match(text, pos)
        if found:
            hour, minute, second, micro = found.groups()
            return found.end(), _time(int(hour), int(minute), int(second), int(micro.ljust(6, '0')) if micro else 0)
        found = _NUMBER.match(text, pos)
        if found:
            return found.end(), self.parse_float(found.group()) if found.group('float') else int(found.group(), 0)
        for length, names in ((3, ('inf', 'nan')), (4, ('-inf', '+inf', '-nan', '+nan'))):
            word = text[pos:pos + length]
            if word in names:
                return pos + length, self.parse_float(word)
        raise self.error(pos, 'Invalid value')


def _moment(found):
    year, month, day, hour, minute, second, micro, zulu, sign, zone_hour, zone_minute = found.groups()
    year, month, day = int(year), int(month), int(day)
    if hour is None:
        return _date(year, month, day)
    tz = None
    if sign:
        offset = _timedelta(hours=int(zone_hour), minutes=int(zone_minute))
        tz = _timezone(offset if sign == '+' else -offset)
    elif zulu:
        tz = _timezone.utc
    return _datetime(year, month, day, int(hour), int(minute), int(second), int(micro.ljust(6, '0')) if micro else 0, tzinfo=tz)
