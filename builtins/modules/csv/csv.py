# The module csv.

import io as _io

__all__ = ['QUOTE_MINIMAL', 'QUOTE_ALL', 'QUOTE_NONNUMERIC', 'QUOTE_NONE', 'QUOTE_STRINGS', 'QUOTE_NOTNULL', 'Error',
           'Dialect', 'excel', 'excel_tab', 'field_size_limit', 'reader', 'writer', 'register_dialect', 'get_dialect',
           'list_dialects', 'unregister_dialect', 'Sniffer', 'DictReader', 'DictWriter', 'unix_dialect']

QUOTE_MINIMAL, QUOTE_ALL, QUOTE_NONNUMERIC, QUOTE_NONE, QUOTE_STRINGS, QUOTE_NOTNULL = range(6)


class Error(Exception):
    pass


class Dialect:
    """Describe a CSV dialect."""

    delimiter = ','
    quotechar = '"'
    escapechar = None
    doublequote = True
    skipinitialspace = False
    lineterminator = '\r\n'
    quoting = QUOTE_MINIMAL
    strict = False


class excel(Dialect):
    """Describe the usual properties of Excel-generated CSV files."""


class excel_tab(excel):
    """Describe the usual properties of Excel-generated TAB-delimited files."""

    delimiter = '\t'


class unix_dialect(Dialect):
    """Describe the usual properties of Unix-generated CSV files."""

    lineterminator = '\n'
    quoting = QUOTE_ALL


_dialects = {'excel': excel, 'excel-tab': excel_tab, 'unix': unix_dialect}
_OPTIONS = ('delimiter', 'quotechar', 'escapechar', 'doublequote', 'skipinitialspace', 'lineterminator', 'quoting', 'strict')
_limit = [131072]


def field_size_limit(limit=None, /):
    """Sets an upper limit on parsed fields."""
    old = _limit[0]
    if limit is not None:
        if not isinstance(limit, int):
            raise TypeError('limit must be an integer')
        _limit[0] = limit
    return old


class _Settings:
    def __init__(self, dialect, options):
        base = get_dialect(dialect) if isinstance(dialect, str) else dialect
        for name in _OPTIONS:
            setattr(self, name, getattr(base, name, getattr(Dialect, name)))
        for name, value in options.items():
            if name not in _OPTIONS:
                raise TypeError(f"this function got an unexpected keyword argument '{name}'")
            setattr(self, name, value)
        if not isinstance(self.delimiter, str):
            raise TypeError(f'"delimiter" must be string, not {type(self.delimiter).__name__}')
        if len(self.delimiter) != 1:
            raise TypeError('"delimiter" must be a 1-character string')
        for name in ('quotechar', 'escapechar'):
            value = getattr(self, name)
            if value is not None and (not isinstance(value, str) or len(value) != 1):
                if not isinstance(value, str):
                    raise TypeError(f'"{name}" must be string or None, not {type(value).__name__}')
                raise TypeError(f'"{name}" must be a 1-character string')
        if self.quoting not in range(6):
            raise TypeError('bad "quoting" value')
        if self.quotechar is None and self.quoting != QUOTE_NONE:
            raise TypeError('quotechar must be set if quoting enabled')


def register_dialect(name, dialect=Dialect, /, **fmtparams):
    """Create a mapping from a string name to a dialect class."""
    if not isinstance(name, str):
        raise TypeError('dialect name must be a string')
    _dialects[name] = _Settings(dialect, fmtparams)


def unregister_dialect(name):
    """Delete the name/dialect mapping associated with a string name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    del _dialects[name]


def get_dialect(name):
    """Return the dialect instance associated with name."""
    if name not in _dialects:
        raise Error('unknown dialect')
    return _dialects[name]


def list_dialects():
    """Return a list of all known dialect names."""
    return list(_dialects)


class reader:
    """Read rows from an iterable of lines."""

    def __init__(self, csvfile, /, dialect='excel', **fmtparams):
        self._lines = iter(csvfile)
        self.dialect = _Settings(dialect, fmtparams)
        self.line_num = 0

    def __iter__(self):
        return self

    def __next__(self):
        d = self.dialect
        row, field = [], ''
        # Between fields, in a field, in quotes, behind a closing quote.
        START, PLAIN, QUOTED, CLOSED = 0, 1, 2, 3
        state, quoted, begun = START, False, False
        delimiter, quote, escape = d.delimiter, d.quotechar, d.escapechar
        quoting = d.quoting != QUOTE_NONE

        def done(text, was_quoted):
            if not was_quoted:
                if d.quoting in (QUOTE_NOTNULL, QUOTE_STRINGS) and text == '':
                    return None
                if d.quoting in (QUOTE_NONNUMERIC, QUOTE_STRINGS) and text != '':
                    return float(text)
            return text

        while True:
            try:
                line = next(self._lines)
            except StopIteration:
                if not begun:
                    raise
                if d.strict and state == QUOTED:
                    raise Error('unexpected end of data')
                row.append(done(field, quoted))
                return row
            if not isinstance(line, str):
                raise Error(f'iterator should return strings, not {type(line).__name__} (the file should be opened in text mode)')
            self.line_num += 1
            if state == START and not row and not quoted:
                stripped = line.rstrip('\r\n')
                if stripped == '':
                    return []
                # The usual line has neither quotes nor escapes.
                if (not quoting or quote not in stripped) and (escape is None or escape not in stripped) and not d.skipinitialspace and '\r' not in stripped and '\n' not in stripped and len(stripped) < _limit[0]:
                    return [done(f, False) for f in stripped.split(delimiter)]
            begun = True
            i, n = 0, len(line)
            ended = False
            while i < n:
                c = line[i]
                i += 1
                if state == QUOTED:
                    if escape is not None and c == escape and i < n:
                        field += line[i]
                        i += 1
                    elif c == quote:
                        if d.doublequote and i < n and line[i] == quote:
                            field += quote
                            i += 1
                        else:
                            state = CLOSED
                    else:
                        field += c
                    if len(field) > _limit[0]:
                        raise Error(f'field larger than field limit ({_limit[0]})')
                    continue
                if c in '\r\n':
                    if line[i - 1:].strip('\r\n'):
                        raise Error('new-line character seen in unquoted field - do you need to open the file with newline=\'\'?')
                    ended = True
                    break
                if c == delimiter:
                    row.append(done(field, quoted))
                    field, quoted, state = '', False, START
                elif escape is not None and c == escape:
                    if i < n:
                        field += line[i]
                        i += 1
                    state = PLAIN
                elif state == START and quoting and c == quote:
                    state, quoted = QUOTED, True
                elif state == START and c == ' ' and d.skipinitialspace:
                    pass
                elif state == CLOSED:
                    if d.strict:
                        raise Error(f"'{delimiter}' expected after '{quote}'")
                    field += c
                    state = PLAIN
                else:
                    field += c
                    state = PLAIN
                    if len(field) > _limit[0]:
                        raise Error(f'field larger than field limit ({_limit[0]})')
            if state != QUOTED:
                row.append(done(field, quoted))
                return row


class writer:
    """Write rows to a file-like object."""

    def __init__(self, csvfile, /, dialect='excel', **fmtparams):
        if not hasattr(csvfile, 'write'):
            raise TypeError('argument 1 must have a "write" method')
        self._write = csvfile.write
        self.dialect = _Settings(dialect, fmtparams)

    def _field(self, value, alone):
        d = self.dialect
        number = isinstance(value, (int, float)) and not isinstance(value, bool) or isinstance(value, bool)
        text = '' if value is None else value if isinstance(value, str) else str(value)
        quoting = d.quoting
        if quoting == QUOTE_ALL:
            quoted = True
        elif quoting == QUOTE_NONNUMERIC:
            quoted = not number
        elif quoting == QUOTE_STRINGS:
            quoted = isinstance(value, str)
        elif quoting == QUOTE_NOTNULL:
            quoted = value is not None
        else:
            quoted = False
        special = {d.delimiter, '\r', '\n'} | set(d.lineterminator)
        if d.quotechar is not None:
            special.add(d.quotechar)
        if d.escapechar is not None:
            special.add(d.escapechar)
        if not quoted and quoting != QUOTE_NONE:
            quoted = any(c in special for c in text) or d.skipinitialspace and text.startswith(' ')
            if alone and text == '':
                quoted = True
        if not quoted:
            if quoting == QUOTE_NONE:
                out = ''
                for c in text:
                    if c in special:
                        if d.escapechar is None:
                            raise Error('need to escape, but no escapechar set')
                        out += d.escapechar
                    out += c
                if alone and out == '':
                    raise Error('single empty field record must be quoted')
                return out
            return text
        if d.escapechar is not None:
            text = text.replace(d.escapechar, d.escapechar * 2)
        if d.doublequote:
            text = text.replace(d.quotechar, d.quotechar * 2)
        elif d.quotechar in text:
            if d.escapechar is None:
                raise Error('need to escape, but no escapechar set')
            text = text.replace(d.quotechar, d.escapechar + d.quotechar)
        return d.quotechar + text + d.quotechar

    def writerow(self, row, /):
        """Construct and write a CSV record from an iterable of fields."""
        try:
            row = list(row)
        except TypeError:
            raise Error(f'iterable expected, not {type(row).__name__}') from None
        alone = len(row) == 1
        return self._write(self.dialect.delimiter.join([self._field(v, alone) for v in row]) + self.dialect.lineterminator)

    def writerows(self, rows, /):
        """Construct and write a series of iterables to a csv file."""
        for row in rows:
            self.writerow(row)


class DictReader:
    """Rows as dicts."""

    def __init__(self, f, fieldnames=None, restkey=None, restval=None, dialect='excel', *args, **kwds):
        if fieldnames is not None and iter(fieldnames) is fieldnames:
            fieldnames = list(fieldnames)
        self._fieldnames = fieldnames
        self.restkey = restkey
        self.restval = restval
        self.reader = reader(f, dialect, *args, **kwds)
        self.dialect = dialect
        self.line_num = 0

    def __iter__(self):
        return self

    @property
    def fieldnames(self):
        if self._fieldnames is None:
            try:
                self._fieldnames = next(self.reader)
            except StopIteration:
                pass
        self.line_num = self.reader.line_num
        return self._fieldnames

    @fieldnames.setter
    def fieldnames(self, value):
        self._fieldnames = value

    def __next__(self):
        if self.line_num == 0:
            self.fieldnames
        row = next(self.reader)
        self.line_num = self.reader.line_num
        while row == []:
            row = next(self.reader)
        names = self.fieldnames
        out = dict(zip(names, row))
        if len(names) < len(row):
            out[self.restkey] = row[len(names):]
        elif len(names) > len(row):
            for key in names[len(row):]:
                out[key] = self.restval
        return out


class DictWriter:
    """Write dicts as rows."""

    def __init__(self, f, fieldnames, restval='', extrasaction='raise', dialect='excel', *args, **kwds):
        self.fieldnames = list(fieldnames) if iter(fieldnames) is fieldnames else fieldnames
        self.restval = restval
        extrasaction = extrasaction.lower()
        if extrasaction not in ('raise', 'ignore'):
            raise ValueError(f"extrasaction ({extrasaction}) must be 'raise' or 'ignore'")
        self.extrasaction = extrasaction
        self.writer = writer(f, dialect, *args, **kwds)

    def writeheader(self):
        return self.writerow(dict(zip(self.fieldnames, self.fieldnames)))

    def _row(self, rowdict):
        if self.extrasaction == 'raise':
            wrong = [k for k in rowdict if k not in self.fieldnames]
            if wrong:
                raise ValueError('dict contains fields not in fieldnames: ' + ', '.join([repr(x) for x in wrong]))
        return [rowdict.get(key, self.restval) for key in self.fieldnames]

    def writerow(self, rowdict):
        return self.writer.writerow(self._row(rowdict))

    def writerows(self, rowdicts):
        for row in rowdicts:
            self.writerow(row)


class Sniffer:
    """"Sniffs" the format of a CSV file (i.e. delimiter, quotechar)"""

    def __init__(self):
        self.preferred = [',', '\t', ';', ' ', ':']

    def sniff(self, sample, delimiters=None):
        """Returns a dialect (or None) corresponding to the sample"""
        quote, doubled, separator, skip = self._by_quotes(sample, delimiters)
        if not separator:
            separator, skip = self._by_counts(sample, delimiters)
        if not separator:
            raise Error('Could not determine delimiter')

        class dialect(Dialect):
            _name = 'sniffed'
            lineterminator = '\r\n'
            quoting = QUOTE_MINIMAL

        dialect.doublequote = doubled
        dialect.delimiter = separator
        dialect.quotechar = quote or '"'
        dialect.skipinitialspace = skip
        return dialect

    def _by_quotes(self, data, delimiters):
        """What stands around quoted texts, most often, is the delimiter."""
        import re
        separated, quoted = r'(?P<delim>[^\w\n"\'])(?P<space> ?)', r'(?P<quote>["\']).*?(?P=quote)'
        found = []
        for pattern in (separated + quoted + '(?P=delim)', r'(?:^|\n)' + quoted + separated, separated + quoted + r'(?:$|\n)', r'(?:^|\n)' + quoted + r'(?:$|\n)'):
            found = [m.groupdict() for m in re.finditer(pattern, data, re.DOTALL | re.MULTILINE)]
            if found:
                break
        if not found:
            return '', False, None, 0
        quotes, separators, spaces = {}, {}, 0
        for m in found:
            quotes[m['quote']] = quotes.get(m['quote'], 0) + 1
            if 'delim' not in m:
                continue
            d = m['delim']
            if d and (delimiters is None or d in delimiters):
                separators[d] = separators.get(d, 0) + 1
            if m['space']:
                spaces += 1
        quote = max(quotes, key=quotes.get)
        separator, skip = '', 0
        if separators:
            separator = max(separators, key=separators.get)
            skip = separators[separator] == spaces
            if separator == '\n':
                separator = ''
        d = re.escape(separator)
        inner = f'[^{d}\\n]*'
        doubled = re.compile(f'(({d})|^)\\W*{quote}{inner}{quote}{inner}{quote}\\W*(({d})|$)', re.MULTILINE)
        return quote, doubled.search(data) is not None, separator, skip

    def _by_counts(self, data, delimiters):
        """A character that stands equally often on nearly all lines is the delimiter."""
        data = [line for line in data.split('\n') if line]
        counts, modes, found = {}, {}, {}
        piece = min(10, len(data))
        start, end, rounds = 0, piece, 0
        skips = lambda d: data[0].count(d) == data[0].count(d + ' ')
        while start < len(data):
            rounds += 1
            for line in data[start:end]:
                for c in map(chr, range(127)):
                    of = counts.setdefault(c, {})
                    n = line.count(c)
                    of[n] = of.get(n, 0) + 1
            for c, of in counts.items():
                items = list(of.items())
                if len(items) == 1 and items[0][0] == 0:
                    continue
                mode = max(items, key=lambda item: item[1])
                modes[c] = mode[0], mode[1] - sum([item[1] for item in items if item is not mode])
            total = float(min(piece * rounds, len(data)))
            consistency = 1.0
            while not found and consistency >= 0.9:
                for c, (n, lines) in modes.items():
                    if n > 0 and lines > 0 and lines / total >= consistency and (delimiters is None or c in delimiters):
                        found[c] = n, lines
                consistency -= 0.01
            if len(found) == 1:
                separator = list(found)[0]
                return separator, skips(separator)
            start, end = end, end + piece
        if not found:
            return '', 0
        for separator in self.preferred if len(found) > 1 else ():
            if separator in found:
                return separator, skips(separator)
        separator = max([(v, k) for k, v in found.items()])[1]
        return separator, skips(separator)

    def has_header(self, sample):
        """Whether the first row is unlike the others, column by column."""
        rows = reader(_io.StringIO(sample), self.sniff(sample))
        header = next(rows)
        columns = len(header)
        kinds = dict.fromkeys(range(columns))
        for checked, row in enumerate(rows):
            if checked > 20:
                break
            if len(row) != columns:
                continue
            for col in list(kinds):
                kind = complex
                try:
                    complex(row[col])
                except (ValueError, OverflowError):
                    kind = len(row[col])
                if kind != kinds[col]:
                    if kinds[col] is None:
                        kinds[col] = kind
                    else:
                        del kinds[col]
        votes = 0
        for col, kind in kinds.items():
            if isinstance(kind, int):
                votes += 1 if len(header[col]) != kind else -1
            else:
                try:
                    kind(header[col])
                except (ValueError, TypeError):
                    votes += 1
                else:
                    votes -= 1
        return votes > 0
