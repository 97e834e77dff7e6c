# The module unittest: texts of values for messages.

import collections
import difflib
import functools
import io
import os
import pprint
import re
import sys
import time
import traceback
import types
import warnings
from fnmatch import fnmatch, fnmatchcase

__all__ = ['IsolatedAsyncioTestCase', 'TestResult', 'TestCase', 'TestSuite', 'TextTestRunner', 'TestLoader',
           'FunctionTestCase', 'main', 'defaultTestLoader', 'SkipTest', 'skip', 'skipIf', 'skipUnless',
           'expectedFailure', 'TextTestResult', 'installHandler', 'registerResult', 'removeResult', 'removeHandler',
           'addModuleCleanup', 'doModuleCleanups', 'enterModuleContext']

_MAX_LENGTH = 80        # of a value in a message
_ELLIPSIS_LENGTH = 12   # what "[123 chars]" is taken to need
_ENDS_LENGTH = 5        # what is shown at least of a beginning or an end
_DIFFERING_LENGTH = _MAX_LENGTH - 3 * _ENDS_LENGTH - 2 * _ELLIPSIS_LENGTH


def safe_repr(obj, short=False):
    """repr() that does not fail."""
    try:
        text = repr(obj)
    except Exception:
        text = object.__repr__(obj)
    if short and len(text) >= _MAX_LENGTH:
        return text[:_MAX_LENGTH] + ' [truncated]...'
    return text


def strclass(cls):
    return "%s.%s" % (cls.__module__, cls.__qualname__)


def three_way_cmp(x, y):
    """Return -1 if x < y, 0 if x == y and 1 if x > y"""
    return (x > y) - (x < y)


def _shorten(text, first, last):
    left_out = len(text) - first - last
    if left_out <= _ELLIPSIS_LENGTH:
        return text
    return '%s[%d chars]%s' % (text[:first], left_out, text[len(text) - last:])


def _common_shorten_repr(*values):
    # The texts of values, shortened so that where they differ is seen.
    texts = tuple(safe_repr(v) for v in values)
    longest = max(len(t) for t in texts)
    if longest <= _MAX_LENGTH:
        return texts
    common = os.path.commonprefix(texts)
    n = len(common)
    room = _MAX_LENGTH - (longest - n + _ENDS_LENGTH + _ELLIPSIS_LENGTH)
    if room > _ENDS_LENGTH:
        common = _shorten(common, _ENDS_LENGTH, room)
        return tuple(common + t[n:] for t in texts)
    common = _shorten(common, _ENDS_LENGTH, _ENDS_LENGTH)
    return tuple(common + _shorten(t[n:], _DIFFERING_LENGTH, _ENDS_LENGTH) for t in texts)


def _count_differences(first, second):
    # (count in first, count in second, item) where the counts differ. Items that
    # cannot be hashed are compared one by one.
    try:
        ours, theirs = collections.Counter(first), collections.Counter(second)
    except TypeError:
        pairs = []
        for place, items in enumerate((first, second)):
            for item in items:
                for pair in pairs:
                    if pair[2] == item:
                        pair[place] += 1
                        break
                else:
                    pairs.append([1 - place, place, item])
        return [(a, b, item) for a, b, item in pairs if a != b]
    found = [(n, theirs[item], item) for item, n in ours.items() if n != theirs[item]]
    return found + [(0, n, item) for item, n in theirs.items() if item not in ours]


def sorted_list_difference(expected, actual):
    """What only the first and what only the second of two sorted lists holds."""
    def without_repeats(items):
        return [item for i, item in enumerate(items) if i == 0 or items[i - 1] != item]
    return ([x for x in without_repeats(expected) if x not in actual],
            [x for x in without_repeats(actual) if x not in expected])


def unorderable_list_difference(expected, actual):
    """What only the first and what is left of the second of two lists; both are used up."""
    missing = []
    for item in reversed(expected):
        if item in actual:
            actual.remove(item)
        else:
            missing.append(item)
    expected.clear()
    return missing, actual
