# The module string: constants, capwords, Template and Formatter.

__all__ = ["ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits",
           "octdigits", "printable", "punctuation", "whitespace", "Formatter", "Template"]

whitespace = ' \t\n\r\v\f'
ascii_lowercase = 'abcdefghijklmnopqrstuvwxyz'
ascii_uppercase = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
ascii_letters = ascii_lowercase + ascii_uppercase
digits = '0123456789'
hexdigits = digits + 'abcdef' + 'ABCDEF'
octdigits = '01234567'
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Split the argument into words, capitalize each and join them."""
    return (sep or ' ').join(map(str.capitalize, s.split(sep)))


_start = '_' + ascii_letters
_part = _start + digits


class _Chain:
    # The keyword arguments of substitute before its mapping.
    def __init__(self, first, second):
        self.first, self.second = first, second

    def __getitem__(self, key):
        if key in self.first:
            return self.first[key]
        return self.second[key]


class Template:
    """A string class for supporting $-substitutions."""

    delimiter = '$'

    def __init__(self, template):
        self.template = template

    def _scan(self):
        # Yields (text, name, raw, position): a stretch of text and then, unless
        # raw is '', a placeholder: its name, '' for an escaped delimiter, None
        # for an invalid one.
        s, d = self.template, self.delimiter
        start = 0
        while True:
            i = s.find(d, start)
            if i < 0:
                yield s[start:], None, '', -1
                return
            text, j = s[start:i], i + len(d)
            if s.startswith(d, j):
                yield text, '', s[i:j + len(d)], i
                start = j + len(d)
                continue
            braced = s[j:j + 1] == '{'
            k = j + 1 if braced else j
            end = k
            if s[end:end + 1] and s[end] in _start:
                end += 1
                while end < len(s) and s[end] in _part:
                    end += 1
            name = s[k:end]
            if name and (not braced or s[end:end + 1] == '}'):
                if braced:
                    end += 1
                yield text, name, s[i:end], i
                start = end
            else:
                yield text, None, d, i
                start = j

    def _invalid(self, i):
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno, lineno = 1, 1
        else:
            colno = i - len(''.join(lines[:-1])) + 1
            lineno = len(lines)
            if lines[-1].endswith('\n'):
                colno, lineno = 1, lineno + 1
        raise ValueError('Invalid placeholder in string: line %d, col %d' % (lineno, colno))

    def _mapping(self, args, kws):
        if not args:
            return kws
        if kws:
            return _Chain(kws, args[0])
        return args[0]

    def substitute(self, mapping=None, /, **kws):
        mapping = self._mapping(() if mapping is None else (mapping,), kws)
        out = []
        for text, name, raw, i in self._scan():
            out.append(text)
            if not raw:
                break
            if name is None:
                self._invalid(i)
            out.append(str(mapping[name]) if name else self.delimiter)
        return ''.join(out)

    def safe_substitute(self, mapping=None, /, **kws):
        mapping = self._mapping(() if mapping is None else (mapping,), kws)
        out = []
        for text, name, raw, i in self._scan():
            out.append(text)
            if not raw:
                break
            if name is None:
                out.append(raw)
            elif not name:
                out.append(self.delimiter)
            else:
                try:
                    out.append(str(mapping[name]))
                except KeyError:
                    out.append(raw)
        return ''.join(out)

    def is_valid(self):
        return all(name is not None or not raw for _, name, raw, _ in self._scan())

    def get_identifiers(self):
        ids = []
        for _, name, raw, _ in self._scan():
            if name and name not in ids:
                ids.append(name)
        return ids


class Formatter:
    """The class behind str.format, for those who want it to behave otherwise."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError('Max string recursion exceeded')
        result = []
        for literal_text, field_name, format_spec, conversion in self.parse(format_string):
            if literal_text:
                result.append(literal_text)
            if field_name is None:
                continue
            field_first, _ = _field_name_split(field_name)
            if field_first == '':
                if auto_arg_index is False:
                    raise ValueError('cannot switch from manual field specification to automatic field numbering')
                field_name = str(auto_arg_index) + field_name
                auto_arg_index += 1
            elif isinstance(field_first, int):
                if auto_arg_index:
                    raise ValueError('cannot switch from automatic field numbering to manual field specification')
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(
                format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index=auto_arg_index)
            result.append(self.format_field(obj, format_spec))
        return ''.join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        if isinstance(key, int):
            return args[key]
        return kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == 's':
            return str(value)
        if conversion == 'r':
            return repr(value)
        if conversion == 'a':
            return ascii(value)
        raise ValueError("Unknown conversion specifier {0!s}".format(conversion))

    def parse(self, format_string):
        return _formatter_parser(format_string)

    def get_field(self, field_name, args, kwargs):
        first, rest = _field_name_split(field_name)
        obj = self.get_value(first, args, kwargs)
        for is_attr, i in rest:
            obj = getattr(obj, i) if is_attr else obj[i]
        return obj, first
