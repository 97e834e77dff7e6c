# The module pstats: reports of profiles.

import os as _os
import re as _re
import sys as _sys
from enum import Enum as _Enum

__all__ = ["Stats", "SortKey"]


class SortKey(str, _Enum):
    CALLS = 'calls'
    CUMULATIVE = 'cumulative'
    FILENAME = 'filename'
    LINE = 'line'
    NAME = 'name'
    NFL = 'nfl'
    PCALLS = 'pcalls'
    STDNAME = 'stdname'
    TIME = 'time'


# What a report may be sorted by: (key of an item, its title, whether the most come first).
_orders = {
    'calls': (lambda f, s: s[1], 'call count', True),
    'pcalls': (lambda f, s: s[0], 'primitive call count', True),
    'cumulative': (lambda f, s: s[3], 'cumulative time', True),
    'time': (lambda f, s: s[2], 'internal time', True),
    'filename': (lambda f, s: f[0], 'file name', False),
    'line': (lambda f, s: f[1], 'line number', False),
    'name': (lambda f, s: f[2], 'function name', False),
    'nfl': (lambda f, s: (f[2], f[0], f[1]), 'name/file/line', False),
    'stdname': (lambda f, s: _place(f), 'standard name', False),
}
_names = {'ncalls': 'calls', 'cumtime': 'cumulative', 'tottime': 'time', 'module': 'filename'}
_numbers = {-1: 'stdname', 0: 'calls', 1: 'time', 2: 'cumulative'}


def _place(function):
    file, line, name = function
    return name if file == '~' else '%s:%d(%s)' % function


def _order(key):
    if isinstance(key, int) or isinstance(key, str) and key.lstrip('-').isdigit():
        return _numbers[int(key)]
    key = key.value if isinstance(key, SortKey) else key
    key = _names.get(key, key)
    if key in _orders:
        return key
    fitting = [name for name in list(_orders) + list(_names) if name.startswith(key)]
    if len({_names.get(name, name) for name in fitting}) != 1:
        raise KeyError(key)
    return _names.get(fitting[0], fitting[0])


class Stats:
    """A report of one or more profiles, each a Profile or the name of a file."""

    def __init__(self, *args, stream=None):
        self.stream = _sys.stdout if stream is None else stream
        self.stats = {}
        self.looks = 0
        self.total_tt = 0.0
        self.fcn_list = None
        self._titles = []
        self.add(*args)

    def add(self, *args):
        """Add further profiles to the report."""
        for arg in args:
            if isinstance(arg, (str, _os.PathLike)):
                import pickle
                with open(arg, 'rb') as f:
                    saved = pickle.load(f)
                looks, stats = saved['looks'], saved['stats']
            elif isinstance(arg, Stats):
                looks, stats = arg.looks, arg.stats
            else:
                arg.create_stats()
                looks, stats = arg._looks, arg.stats
            self.looks += looks
            for function, entry in stats.items():
                self._merge(function, entry)
        self.total_tt = sum(entry[2] for entry in self.stats.values())
        return self

    def _merge(self, function, entry):
        before = self.stats.get(function)
        if before is not None:
            entry = tuple(a + b for a, b in zip(before[:4], entry[:4])) + ({**before[4], **entry[4]},)
        self.stats[function] = entry

    def strip_dirs(self):
        """Leave the folders of files out."""
        def strip(function):
            return (_os.path.basename(function[0]),) + tuple(function[1:])
        stats, self.stats = self.stats, {}
        for function, entry in stats.items():
            self._merge(strip(function), entry[:4] + ({strip(c): v for c, v in entry[4].items()},))
        self.fcn_list = None
        return self

    def sort_stats(self, *field):
        """Sort the report by these keys."""
        if not field:
            self.fcn_list = None
            return self
        orders = [_order(key) for key in field]
        self._titles = [_orders[order][1] for order in orders]
        functions = sorted(self.stats, key=_place)
        for order in reversed(orders):
            key, _, most_first = _orders[order]
            functions.sort(key=lambda f: key(f, self.stats[f]), reverse=most_first)
        self.fcn_list = functions
        return self

    def reverse_order(self):
        """Turn the order round."""
        if self.fcn_list is not None:
            self.fcn_list.reverse()
        return self

    def get_print_list(self, sel_list):
        """The functions that a selection leaves: numbers, fractions and regular expressions."""
        functions = list(self.stats) if self.fcn_list is None else list(self.fcn_list)
        for selection in sel_list:
            if isinstance(selection, str):
                functions = [f for f in functions if _re.search(selection, _place(f))]
            elif isinstance(selection, float):
                functions = functions[:int(len(functions) * selection + 0.5)]
            else:
                functions = functions[:selection]
        return functions

    def print_stats(self, *amount):
        """Print the report, or the part of it that is selected."""
        out = self.stream
        calls = sum(entry[1] for entry in self.stats.values())
        print('         %d function calls seen in %d samples in %.3f seconds' % (calls, self.looks, self.total_tt), file=out)
        print(file=out)
        print('   Ordered by: ' + ', '.join(self._titles) if self._titles else '   Random listing order was used', file=out)
        functions = self.get_print_list(amount)
        if amount:
            print('   List reduced from %d to %d due to restriction <%s>' % (
                len(self.stats), len(functions), ', '.join(map(repr, amount))), file=out)
        print(file=out)
        print('   ncalls  tottime  percall  cumtime  percall filename:lineno(function)', file=out)
        for function in functions:
            _, n, own, whole, _ = self.stats[function]
            print('%9d %8.3f %8.3f %8.3f %8.3f %s' % (n, own, own / n if n else 0, whole, whole / n if n else 0, _place(function)), file=out)
        print(file=out)
        print(file=out)
        return self

    def print_callers(self, *amount):
        """Print who called each function."""
        print('Function was called by...', file=self.stream)
        for function in self.get_print_list(amount):
            callers = self.stats[function][4]
            for caller, (_, n, own, whole) in sorted(callers.items(), key=lambda item: -item[1][3]):
                print('%-45s <- %8.3f %8.3f  %s' % (_place(function), own, whole, _place(caller)), file=self.stream)
            if not callers:
                print('%-45s <-' % _place(function), file=self.stream)
        print(file=self.stream)
        return self

    def print_callees(self, *amount):
        """Print whom each function called."""
        callees = {}
        for function, entry in self.stats.items():
            for caller, numbers in entry[4].items():
                callees.setdefault(caller, {})[function] = numbers
        print('Function called...', file=self.stream)
        for function in self.get_print_list(amount):
            for callee, (_, n, own, whole) in sorted(callees.get(function, {}).items(), key=lambda item: -item[1][3]):
                print('%-45s -> %8.3f %8.3f  %s' % (_place(function), own, whole, _place(callee)), file=self.stream)
        print(file=self.stream)
        return self

    def dump_stats(self, filename):
        """Write the report's numbers to a file."""
        import pickle
        with open(filename, 'wb') as f:
            pickle.dump({'looks': self.looks, 'seconds': self.total_tt, 'stats': self.stats}, f)
