# The module tqdm.std: bars on a terminal, and several of them.

import os as _os
import sys
from contextlib import contextmanager as _contextmanager
from threading import RLock as _RLock

__all__ = ['tqdm', 'trange', 'TqdmTypeError', 'TqdmKeyError', 'TqdmWarning', 'TqdmExperimentalWarning',
           'TqdmDeprecationWarning', 'TqdmMonitorWarning']


class TqdmTypeError(TypeError):
    pass


class TqdmKeyError(KeyError):
    pass


class TqdmWarning(Warning):
    """The base of all warnings of tqdm."""

    def __init__(self, msg, fp_write=None, *a, **k):
        if fp_write is not None:
            fp_write("\n" + self.__class__.__name__ + ": " + str(msg).rstrip() + '\n')
        else:
            super().__init__(msg, *a, **k)


class TqdmExperimentalWarning(TqdmWarning, FutureWarning):
    pass


class TqdmDeprecationWarning(TqdmWarning, DeprecationWarning):
    pass


class TqdmMonitorWarning(TqdmWarning, RuntimeWarning):
    pass


class _Bars:
    # The bars that are shown, oldest first. Bars compare by position, so they are
    # told apart by identity here.

    def __init__(self):
        self._by_id = {}

    def add(self, bar):
        self._by_id[id(bar)] = bar

    def discard(self, bar):
        self._by_id.pop(id(bar), None)

    def remove(self, bar):
        if self._by_id.pop(id(bar), None) is None:
            raise KeyError(bar)

    def clear(self):
        self._by_id.clear()

    def copy(self):
        return list(self._by_id.values())

    def __iter__(self):
        return iter(list(self._by_id.values()))

    def __len__(self):
        return len(self._by_id)

    def __contains__(self, bar):
        return id(bar) in self._by_id


class TqdmDefaultWriteLock:
    """The lock that bars share."""
    th_lock = _RLock()

    def __init__(self):
        self.locks = [self.th_lock]

    def acquire(self, *a, **k):
        return self.th_lock.acquire(*a, **k)

    def release(self):
        self.th_lock.release()

    def __enter__(self):
        self.th_lock.acquire()

    def __exit__(self, *exc):
        self.th_lock.release()


def _speaks_unicode(file):
    # Whether the file can take block characters: asked of its encoding.
    encoding = getattr(file, 'encoding', None)
    if not isinstance(encoding, str):
        return False
    try:
        '\u2588\u2589'.encode(encoding)
    except UnicodeEncodeError:
        return False
    except Exception:
        return encoding.lower().startswith('utf-') or encoding == 'U8'
    return True


class _Sink:
    # A file whose end is no reason to stop counting: a bar whose file is closed or
    # gone goes silent.

    def __init__(self, file, bar):
        self._file = file
        self._bar = bar

    def write(self, text):
        try:
            return self._file.write(text)
        except (OSError, ValueError) as e:
            self._failed(e)

    def flush(self):
        flush = getattr(self._file, 'flush', None)
        if flush is not None:
            try:
                flush()
            except (OSError, ValueError) as e:
                self._failed(e)

    def _failed(self, e):
        if e.errno != 5 if isinstance(e, OSError) else 'closed' not in str(e):
            raise e
        self._bar.miniters = float('inf')

    def __getattr__(self, name):
        return getattr(self._file, name)

    def __eq__(self, other):
        return self._file == getattr(other, '_file', other)

    def __hash__(self):
        return hash(self._file)


class _Bytes:
    # Encodes what is written to a binary file.

    def __init__(self, file):
        self._file = file
        self.encoding = getattr(file, 'encoding', None) or 'utf-8'

    def write(self, text):
        return self._file.write(text.encode(self.encoding))

    def __getattr__(self, name):
        return getattr(self._file, name)


def _environment():
    # Defaults from variables like TQDM_MININTERVAL, read when the module is.
    kinds = {'leave': bool, 'mininterval': float, 'maxinterval': float, 'disable': bool, 'unit': str,
             'unit_scale': bool, 'dynamic_ncols': bool, 'smoothing': float, 'initial': int, 'unit_divisor': int,
             'write_bytes': bool, 'delay': float, 'gui': bool, 'total': float, 'ncols': int, 'miniters': float,
             'position': int, 'nrows': int, 'desc': str, 'ascii': str, 'bar_format': str, 'postfix': str,
             'colour': str}
    found = {}
    for key, text in _os.environ.items():
        if key.startswith('TQDM_') and key[5:].lower() in kinds:
            name = key[5:].lower()
            found[name] = kinds[name](text)
    return found


_defaults = _environment()
_given = object()


class tqdm(_Counter):
    """Wraps an iterable, or counts by hand, and shows how far it is."""

    monitor_interval = 10
    monitor = None
    _instances = _Bars()

    format_meter = staticmethod(format_meter)
    format_sizeof = staticmethod(format_sizeof)
    format_interval = staticmethod(format_interval)
    format_num = staticmethod(format_num)

    def __init__(self, iterable=None, desc=None, total=None, leave=True, file=None, ncols=None, mininterval=0.1,
                 maxinterval=10.0, miniters=None, ascii=None, disable=False, unit='it', unit_scale=False,
                 dynamic_ncols=False, smoothing=0.3, bar_format=None, initial=0, position=None, postfix=None,
                 unit_divisor=1000, write_bytes=False, lock_args=None, nrows=None, colour=None, delay=0.0, gui=False,
                 **kwargs):
        if _defaults:
            env = _defaults.get
            desc = env('desc') if desc is None else desc
            total = env('total') if total is None else total
            leave = env('leave', leave) if leave is True else leave
            ncols = env('ncols') if ncols is None else ncols
            mininterval = env('mininterval', mininterval) if mininterval == 0.1 else mininterval
            maxinterval = env('maxinterval', maxinterval) if maxinterval == 10.0 else maxinterval
            miniters = env('miniters') if miniters is None else miniters
            ascii = env('ascii') if ascii is None else ascii
            disable = env('disable', disable) if disable is False else disable
            unit = env('unit', unit) if unit == 'it' else unit
            unit_scale = env('unit_scale', unit_scale) if unit_scale is False else unit_scale
            dynamic_ncols = env('dynamic_ncols', dynamic_ncols) if dynamic_ncols is False else dynamic_ncols
            smoothing = env('smoothing', smoothing) if smoothing == 0.3 else smoothing
            bar_format = env('bar_format') if bar_format is None else bar_format
            initial = env('initial', initial) if initial == 0 else initial
            position = env('position') if position is None else position
            postfix = env('postfix') if postfix is None else postfix
            unit_divisor = env('unit_divisor', unit_divisor) if unit_divisor == 1000 else unit_divisor
            nrows = env('nrows') if nrows is None else nrows
            colour = env('colour') if colour is None else colour
            delay = env('delay', delay) if delay == 0.0 else delay
        lock = self.get_lock()
        self._instances.add(self)
        if file is None:
            file = sys.stderr
        if write_bytes:
            file = _Bytes(file)
        if disable is None and hasattr(file, 'isatty') and not file.isatty():
            disable = True
        if total is None and iterable is not None:
            try:
                total = len(iterable)
            except (TypeError, AttributeError):
                pass
        if total == float('inf'):
            total = None
        if disable or kwargs:
            with lock:
                self.pos = self._get_free_pos(self)
                self._instances.discard(self)
        if disable:
            self.iterable = iterable
            self.disable = disable
            self.n = initial
            self.total = total
            self.leave = leave
            return
        if kwargs:
            if 'nested' in kwargs:
                raise TqdmDeprecationWarning("`nested` is deprecated and automated.\n"
                                             "Use `position` instead for manual control.\n", fp_write=file.write)
            raise TqdmKeyError("Unknown argument(s): " + str(kwargs))
        if dynamic_ncols:
            dynamic_ncols = _screen
            ncols, nrows = _screen(file)
        elif (ncols is None or nrows is None) and (file is sys.stderr or file is sys.stdout):
            columns, rows = _screen(file)
            ncols = columns if ncols is None else ncols
            nrows = rows if nrows is None else nrows
        if ascii is None:
            ascii = not _speaks_unicode(file)

        self.iterable = iterable
        self.desc = desc or ''
        self.total = total
        self.leave = leave
        self.fp = _Sink(file, self)
        self.ncols = ncols
        self.nrows = nrows
        self.mininterval = mininterval or 0
        self.maxinterval = maxinterval or 0
        self.miniters = miniters or 0
        self.dynamic_miniters = miniters is None
        self.ascii = ascii
        self.disable = disable
        self.unit = unit
        self.unit_scale = unit_scale
        self.unit_divisor = unit_divisor
        self.initial = initial
        self.lock_args = lock_args
        self.delay = delay
        self.gui = gui
        self.dynamic_ncols = dynamic_ncols
        self.smoothing = smoothing or 0
        self.bar_format = bar_format
        self.postfix = None
        self.colour = colour
        if postfix:
            try:
                self.set_postfix(refresh=False, **postfix)
            except TypeError:
                self.postfix = postfix
        self.last_print_n = initial
        self.n = initial
        with lock:
            # A position that was asked for is kept negative: such a bar stays there.
            self.pos = self._get_free_pos(self) if position is None else -position
        self.sp = self.status_printer(self.fp)
        if delay <= 0:
            self.refresh(lock_args=lock_args)
        self._restart(self._time())

    # Several bars.

    @classmethod
    def _get_free_pos(cls, instance=None):
        taken = {abs(bar.pos) for bar in cls._instances if bar is not instance and hasattr(bar, 'pos')}
        free = 0
        while free in taken:
            free += 1
        return free

    @classmethod
    def _decr_instances(cls, instance):
        with cls.get_lock():
            cls._instances.discard(instance)
            # A bar that had no room on the screen takes the place that is free now.
            last = (getattr(instance, 'nrows', None) or 20) - 1
            hidden = [bar for bar in cls._instances if hasattr(bar, 'pos') and bar.pos >= last]
            if hidden:
                bar = min(hidden, key=lambda bar: bar.pos)
                bar.clear(nolock=True)
                bar.pos = abs(instance.pos)

    @classmethod
    def set_lock(cls, lock):
        """Set the lock that bars share."""
        cls._lock = lock

    @classmethod
    def get_lock(cls):
        """Return the lock that bars share, making it if there is none."""
        lock = getattr(cls, '_lock', None)
        if lock is None:
            lock = cls._lock = TqdmDefaultWriteLock()
        return lock

    @classmethod
    def write(cls, s, file=None, end="\n", nolock=False):
        """Print a message above the bars."""
        out = sys.stdout if file is None else file
        if out is None:
            return
        with cls.external_write_mode(file=file, nolock=nolock):
            out.write(s)
            out.write(end)

    @classmethod
    @_contextmanager
    def external_write_mode(cls, file=None, nolock=False):
        """Take the bars away while something else is written to their file."""
        out = sys.stdout if file is None else file
        if out is None:
            yield
            return
        lock = cls.get_lock()
        if not nolock:
            lock.acquire()
        try:
            standard = (sys.stdout, sys.stderr)
            cleared = []
            for bar in cls._instances:
                if not hasattr(bar, 'fp'):
                    continue
                # On a terminal both standard streams are one.
                if bar.fp == out or any(out is f for f in standard) and any(bar.fp == f for f in standard):
                    bar.clear(nolock=True)
                    cleared.append(bar)
            yield
            for bar in cleared:
                bar.refresh(nolock=True)
        finally:
            if not nolock:
                lock.release()

    # Drawing.

    @staticmethod
    def status_printer(file):
        """Return a function that writes a line over the one that it wrote before."""
        if file == sys.stderr or file == sys.stdout:
            for stream in (sys.stderr, sys.stdout):
                getattr(stream, 'flush', lambda: None)()
        flush = getattr(file, 'flush', lambda: None)
        width = 0

        def print_status(s):
            nonlocal width
            columns = _columns(s)
            file.write('\r' + s + ' ' * (width - columns))
            flush()
            width = columns

        return print_status

    def moveto(self, n):
        self.fp.write('\n' * n + '\x1b[A' * -n)
        self.fp.flush()

    def display(self, msg=None, pos=None):
        """Draw the bar, or msg in its place."""
        if pos is None:
            pos = abs(self.pos)
        rows = self.nrows or 20
        if pos >= rows:
            return False
        if pos == rows - 1 and msg != '':
            msg = " ... (more hidden) ..."
        if pos:
            self.moveto(pos)
        self.sp(self.__str__() if msg is None else msg)
        if pos:
            self.moveto(-pos)
        return True

    def _redraw(self):
        self.refresh(lock_args=self.lock_args)

    def refresh(self, nolock=False, lock_args=None):
        """Draw the bar now."""
        if self.disable:
            return
        if nolock:
            self.display()
            return True
        lock = self.get_lock()
        if not lock.acquire(*(lock_args or ())) and lock_args:
            return False
        try:
            self.display()
        finally:
            lock.release()
        return True

    def clear(self, nolock=False):
        """Take the bar off the screen; the next drawing brings it back."""
        if self.disable:
            return
        if not nolock:
            with self.get_lock():
                self.clear(nolock=True)
            return
        pos = abs(self.pos)
        if pos < (self.nrows or 20):
            self.moveto(pos)
            self.sp('')
            self.fp.write('\r')
            self.moveto(-pos)

    def close(self):
        """End the bar: leave its last state on the screen, or clear it."""
        if self.disable:
            return
        self.disable = True
        pos = abs(self.pos)
        self._decr_instances(self)
        if self.last_print_t < self.start_t + self.delay or getattr(self, 'sp', None) is None:
            return  # it was never shown
        try:
            self.fp._file.write('')
        except ValueError as e:
            if 'closed' in str(e):
                return
            raise
        leave = pos == 0 if self.leave is None else self.leave
        with self.get_lock():
            if leave:
                self._unsmooth()
                self.display(pos=0)
                self.fp.write('\n')
            elif self.display(msg='', pos=pos) and not pos:
                self.fp.write('\r')
        self.fp.flush()

    def unpause(self):
        """Go on after a pause, which does not count as time taken."""
        if self.disable:
            return
        now = self._time()
        self.start_t += now - self.last_print_t
        self.last_print_t = now

    def reset(self, total=None):
        """Begin again at 0."""
        self.n = 0
        if total is not None:
            self.total = total
        if self.disable:
            return
        self.last_print_n = 0
        self._restart(self._time())
        self.refresh()

    def set_description(self, desc=None, refresh=True):
        """Set what stands before the bar; a colon is added."""
        self.desc = desc + ': ' if desc else ''
        if refresh:
            self.refresh()

    def set_description_str(self, desc=None, refresh=True):
        """Set what stands before the bar as it is."""
        self.desc = desc or ''
        if refresh:
            self.refresh()

    def set_postfix(self, ordered_dict=None, refresh=True, **kwargs):
        """Set what stands after the bar: names and values."""
        stats = dict([] if ordered_dict is None else ordered_dict)
        for key in sorted(kwargs):
            stats[key] = kwargs[key]
        parts = []
        for key, value in stats.items():
            if not isinstance(value, str):
                value = self.format_num(value) if _is_number(value) else str(value)
            parts.append(key + '=' + value.strip())
        self.postfix = ', '.join(parts)
        if refresh:
            self.refresh()

    def set_postfix_str(self, s='', refresh=True):
        """Set what stands after the bar as it is."""
        self.postfix = str(s)
        if refresh:
            self.refresh()

    @property
    def format_dict(self):
        """What format_meter is called with."""
        if self.disable and not hasattr(self, 'unit'):
            from collections import defaultdict
            return defaultdict(lambda: None, {'n': self.n, 'total': self.total, 'elapsed': 0, 'unit': 'it'})
        if self.dynamic_ncols:
            self.ncols, self.nrows = self.dynamic_ncols(self.fp)
        return {'n': self.n, 'total': self.total, 'elapsed': self._elapsed(), 'ncols': self.ncols, 'nrows': self.nrows,
                'prefix': self.desc, 'ascii': self.ascii, 'unit': self.unit, 'unit_scale': self.unit_scale,
                'rate': self._rate(), 'bar_format': self.bar_format, 'postfix': self.postfix,
                'unit_divisor': self.unit_divisor, 'initial': self.initial, 'colour': self.colour}

    def __str__(self):
        return self.format_meter(**self.format_dict)

    def __repr__(self):
        return self.__str__()

    # The wrapped iterable shows through.

    def __bool__(self):
        if self.total is not None:
            return self.total > 0
        if self.iterable is None:
            raise TypeError('bool() undefined when iterable == total == None')
        return bool(self.iterable)

    def __len__(self):
        it = self.iterable
        if it is None:
            return self.total
        if hasattr(it, '__len__'):
            return len(it)
        if hasattr(it, '__length_hint__'):
            return it.__length_hint__()
        return self.total

    def __reversed__(self):
        if not hasattr(self, 'iterable'):
            raise TypeError("'tqdm' object is not reversible")
        forward = self.iterable
        self.iterable = reversed(forward)
        try:
            return self.__iter__()
        finally:
            self.iterable = forward

    def __contains__(self, item):
        contains = getattr(self.iterable, '__contains__', None)
        return contains(item) if contains is not None else item in self.__iter__()

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, traceback):
        self.close()

    def __del__(self):
        self.close()

    # Bars compare by their place on the screen.

    @property
    def _comparable(self):
        return abs(getattr(self, 'pos', 1 << 31))

    def __lt__(self, other):
        return self._comparable < other._comparable

    def __le__(self, other):
        return self._comparable <= other._comparable

    def __eq__(self, other):
        return self._comparable == other._comparable

    def __ne__(self, other):
        return self._comparable != other._comparable

    def __gt__(self, other):
        return self._comparable > other._comparable

    def __ge__(self, other):
        return self._comparable >= other._comparable

    def __hash__(self):
        return id(self)

    @classmethod
    @_contextmanager
    def wrapattr(cls, stream, method, total=None, bytes=True, **tqdm_kwargs):
        """Show how much a file's read or write method moves."""
        with cls(total=total, **tqdm_kwargs) as bar:
            if bytes:
                bar.unit = "B"
                bar.unit_scale = True
                bar.unit_divisor = 1024
            yield CallbackIOWrapper(bar.update, stream, method)


class CallbackIOWrapper:
    """A file that reports the sizes of what is read from or written to it."""

    def __init__(self, callback, stream, method="read"):
        inner = getattr(stream, method)
        if method == "write":
            def write(data, *args, **kwargs):
                result = inner(data, *args, **kwargs)
                callback(len(data))
                return result
            self.write = write
        elif method == "read":
            def read(*args, **kwargs):
                data = inner(*args, **kwargs)
                callback(len(data))
                return data
            self.read = read
        else:
            raise KeyError("Can only wrap read/write methods")
        self._wrapped = stream

    def __getattr__(self, name):
        return getattr(self._wrapped, name)

    def __iter__(self):
        return iter(self._wrapped)


def _is_number(value):
    if isinstance(value, (int, float, complex)):
        return True
    try:
        from numbers import Number
    except ImportError:
        return False
    return isinstance(value, Number)


def _close_all():
    for bar in tqdm._instances.copy():
        bar.close()


def trange(*args, **kwargs):
    """Shorthand for tqdm(range(*args), **kwargs)."""
    return tqdm(range(*args), **kwargs)
