# The module traceback.

import sys

__all__ = ['FrameSummary', 'StackSummary', 'TracebackException', 'clear_frames', 'extract_stack', 'extract_tb',
           'format_exc', 'format_exception', 'format_exception_only', 'format_list', 'format_stack', 'format_tb',
           'print_exc', 'print_exception', 'print_last', 'print_list', 'print_stack', 'print_tb', 'walk_tb']

_given = object()


def _chunks(text):
    """The pieces of a traceback's text as format_exception lists them."""
    out = []
    link = False
    for line in text.splitlines(True):
        if out and out[-1].startswith('  File "') and line.startswith('    '):
            out[-1] += line
        elif link:
            out[-1] += line
            link = len(out[-1]) < 3 or not out[-1].endswith('\n\n')
        elif line == '\n':
            out.append(line)
            link = True
        else:
            out.append(line)
    return out


def _exception(exc, value):
    if value is _given:
        return exc
    return value


def format_exception(exc, /, value=_given, tb=_given, limit=None, chain=True, **kwargs):
    """Format a stack trace and the exception information."""
    exc = _exception(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    if tb is not _given and tb is not exc.__traceback__:
        head = []
        if tb is not None:
            head = ['Traceback (most recent call last):\n'] + format_tb(tb, limit)
        return head + format_exception_only(exc)
    return _chunks(_text(exc, limit, chain))


def format_exception_only(exc, /, value=_given, *, show_group=False, **kwargs):
    """Format the exception part of a traceback."""
    exc = _exception(exc, value)
    if exc is None:
        return ['NoneType: None\n']
    if isinstance(exc, SyntaxError):
        return _chunks(_only(exc))
    text = _only(exc)
    notes = getattr(exc, '__notes__', None)
    if not notes:
        return [text]
    tail = []
    for note in notes:
        tail.extend(line + '\n' for line in str(note).split('\n'))
    end = ''.join(tail)
    if not text.endswith(end):
        return _chunks(text)
    return [text[:len(text) - len(end)]] + tail


def _file(file):
    return sys.stderr if file is None else file


def print_exception(exc, /, value=_given, tb=_given, limit=None, file=None, chain=True, **kwargs):
    """Print exception up to 'limit' stack trace entries from 'tb' to 'file'."""
    print(''.join(format_exception(exc, value, tb, limit, chain)), file=_file(file), end='')


def format_exc(limit=None, chain=True):
    """Like print_exc() but return a string."""
    return ''.join(format_exception(sys.exception(), limit=limit, chain=chain))


def print_exc(limit=None, file=None, chain=True):
    """Shorthand for 'print_exception(sys.exception(), limit=limit, file=file, chain=chain)'."""
    print_exception(sys.exception(), limit=limit, file=file, chain=chain)


def print_last(limit=None, file=None, chain=True):
    """Print the exception that ended the last statement of an interactive session."""
    exc = getattr(sys, 'last_exc', None)
    if exc is None:
        raise ValueError("no last exception")
    print_exception(exc, limit=limit, file=file, chain=chain)


class FrameSummary:
    """Information about a single frame from a traceback."""

    __slots__ = ('filename', 'lineno', 'end_lineno', 'colno', 'end_colno', 'name', '_line', 'locals', '_text')

    def __init__(self, filename, lineno, name, *, lookup_line=True, locals=None, line=None,
                 end_lineno=None, colno=None, end_colno=None):
        self.filename = filename
        self.lineno = lineno
        self.name = name
        self._line = line
        self.locals = {k: repr(v) for k, v in locals.items()} if locals else None
        self.end_lineno = lineno if end_lineno is None else end_lineno
        self.colno = colno
        self.end_colno = end_colno
        self._text = None

    @property
    def line(self):
        return None if self._line is None else self._line.strip()

    def __eq__(self, other):
        if isinstance(other, FrameSummary):
            return tuple(self) == tuple(other)
        if isinstance(other, tuple):
            return tuple(self) == other
        return NotImplemented

    def __getitem__(self, pos):
        return (self.filename, self.lineno, self.name, self.line)[pos]

    def __iter__(self):
        return iter([self.filename, self.lineno, self.name, self.line])

    def __len__(self):
        return 4

    def __repr__(self):
        return f"<FrameSummary file {self.filename}, line {self.lineno} in {self.name}>"


class StackSummary(list):
    """A list of FrameSummary objects, representing a stack of frames."""

    @classmethod
    def from_list(cls, a_list):
        result = cls()
        for frame in a_list:
            if not isinstance(frame, FrameSummary):
                filename, lineno, name, line = frame
                frame = FrameSummary(filename, lineno, name, line=line)
            result.append(frame)
        return result

    def format_frame_summary(self, frame_summary, **kwargs):
        if frame_summary._text is not None:
            return frame_summary._text
        text = f'  File "{frame_summary.filename}", line {frame_summary.lineno}, in {frame_summary.name}\n'
        if frame_summary.line:
            text += f'    {frame_summary.line}\n'
        return text

    def format(self, **kwargs):
        return [self.format_frame_summary(f) for f in self]


def _limited(entries, limit):
    if limit is None:
        limit = getattr(sys, 'tracebacklimit', None)
    if limit is None:
        return entries
    if limit >= 0:
        return entries[:limit]
    return entries[limit:]


def extract_tb(tb, limit=None):
    """Return a StackSummary of the entries of a traceback object."""
    result = StackSummary()
    texts = _lines(tb)
    for (filename, lineno, name, line), text in zip(_entries(tb), texts):
        frame = FrameSummary(filename, lineno, name, line=line)
        frame._text = text
        result.append(frame)
    return StackSummary(_limited(list(result), limit))


def format_tb(tb, limit=None):
    """A shorthand for 'format_list(extract_tb(tb, limit))'."""
    return extract_tb(tb, limit=limit).format()


def print_tb(tb, limit=None, file=None):
    """Print up to 'limit' stack trace entries from the traceback 'tb'."""
    print(''.join(format_tb(tb, limit)), file=_file(file), end='')


def walk_tb(tb):
    """Walk a traceback yielding the frame and line number for each frame."""
    while tb is not None:
        yield tb.tb_frame, tb.tb_lineno
        tb = tb.tb_next


def _callers():
    # Without this function and the one that called it, both of this module.
    frames = [f for f in _stack()]
    here = frames[-1][0]
    while frames and frames[-1][0] == here:
        frames.pop()
    return frames


def extract_stack(f=None, limit=None):
    """Extract the raw traceback from the current stack frame."""
    frames = _callers()
    if limit is not None:
        frames = frames[-limit:] if limit >= 0 else frames[:-limit]
    return StackSummary.from_list([(a, b, c, d) for a, b, c, d in frames])


def format_stack(f=None, limit=None):
    """Shorthand for 'format_list(extract_stack(f, limit))'."""
    return extract_stack(limit=limit).format()


def print_stack(f=None, limit=None, file=None):
    """Print a stack trace from its invocation point."""
    print(''.join(format_stack(limit=limit)), file=_file(file), end='')


def format_list(extracted_list):
    """Format a list of tuples or FrameSummary objects for printing."""
    return StackSummary.from_list(extracted_list).format()


def print_list(extracted_list, file=None):
    """Print the list of tuples as returned by extract_tb() or extract_stack() to a file."""
    print(''.join(format_list(extracted_list)), file=_file(file), end='')


def clear_frames(tb):
    """Clear all references to local variables in the frames of a traceback."""


class TracebackException:
    """An exception ready for rendering."""

    def __init__(self, exc_type, exc_value, exc_traceback, *, limit=None, **kwargs):
        self._exc = exc_value
        self._limit = limit
        self._tb = exc_traceback
        self.exc_type = exc_type
        self.exc_type_str = exc_type.__qualname__ if exc_type else None
        self.stack = extract_tb(exc_traceback, limit=limit)
        self.__notes__ = getattr(exc_value, '__notes__', None)
        self.__suppress_context__ = exc_value.__suppress_context__ if exc_value is not None else False
        self.__cause__ = self._linked(exc_value and exc_value.__cause__)
        self.__context__ = self._linked(exc_value and exc_value.__context__)
        self.exceptions = None
        if isinstance(exc_value, BaseExceptionGroup):
            self.exceptions = [TracebackException.from_exception(e) for e in exc_value.exceptions]

    @staticmethod
    def _linked(exc):
        return None if exc is None else TracebackException.from_exception(exc)

    @classmethod
    def from_exception(cls, exc, *args, **kwargs):
        return cls(type(exc), exc, exc.__traceback__, *args, **kwargs)

    def format(self, *, chain=True, **kwargs):
        yield from format_exception(self.exc_type, self._exc, self._tb, self._limit, chain)

    def format_exception_only(self, *, show_group=False, **kwargs):
        yield from format_exception_only(self._exc)

    def print(self, *, file=None, chain=True, **kwargs):
        for line in self.format(chain=chain):
            print(line, file=_file(file), end='')

    def __eq__(self, other):
        if isinstance(other, TracebackException):
            return self.__dict__ == other.__dict__
        return NotImplemented

    def __str__(self):
        return str(self._exc)
