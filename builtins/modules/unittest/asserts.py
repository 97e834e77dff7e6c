# The module unittest: the assert methods.

DIFF_OMITTED = ('\nDiff is %s characters long. '
                'Set self.maxDiff to None to see it.')


def _name_of(expected):
    return getattr(expected, '__name__', None) or str(expected)


class _Expectation:
    # What assertRaises and its kin return: a context that expects something of its
    # block, or calls a function in itself.

    def __init__(self, test_case, expected, regex=None):
        self.test_case = test_case
        self.expected = expected
        self.expected_regex = None if regex is None else re.compile(regex)
        self.obj_name = None
        self.msg = None

    def handle(self, name, args, kwargs):
        kinds = self.expected if isinstance(self.expected, tuple) else (self.expected,)
        if not all(isinstance(k, type) and issubclass(k, self._base_type) for k in kinds):
            raise TypeError('%s() arg 1 must be %s' % (name, self._base_type_str))
        if not args:
            self.msg = kwargs.pop('msg', None)
            if kwargs:
                raise TypeError('%r is an invalid keyword argument for this function' % (next(iter(kwargs)),))
            return self
        function, *args = args
        self.obj_name = getattr(function, '__name__', None) or str(function)
        with self:
            function(*args, **kwargs)

    def _raiseFailure(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(self.msg, standard))

    def _missing(self, verb):
        by = " by %s" % self.obj_name if self.obj_name else ""
        self._raiseFailure("%s not %s%s" % (_name_of(self.expected), verb, by))

    def _mismatch(self, text):
        self._raiseFailure('"%s" does not match "%s"' % (self.expected_regex.pattern, text))


class _AssertRaisesContext(_Expectation):
    _base_type = BaseException
    _base_type_str = 'an exception type or tuple of exception types'

    def __enter__(self):
        return self

    def __exit__(self, kind, e, tb):
        if kind is None:
            self._missing('raised')
        if not issubclass(kind, self.expected):
            return False
        self.exception = e.with_traceback(None)
        if self.expected_regex is not None and not self.expected_regex.search(str(e)):
            self._mismatch(str(e))
        return True


class _AssertWarnsContext(_Expectation):
    _base_type = Warning
    _base_type_str = 'a warning type or tuple of warning types'

    def __enter__(self):
        self._catcher = warnings.catch_warnings(record=True)
        self.warnings = self._catcher.__enter__()
        for kind in self.expected if isinstance(self.expected, tuple) else (self.expected,):
            warnings.simplefilter("always", kind)
        return self

    def __exit__(self, kind, e, tb):
        self._catcher.__exit__(kind, e, tb)
        if kind is not None:
            return
        fitting = [m for m in self.warnings if isinstance(m.message, self.expected)]
        for m in fitting:
            if self.expected_regex is None or self.expected_regex.search(str(m.message)):
                self.warning, self.filename, self.lineno = m.message, m.filename, m.lineno
                return
        if fitting:
            self._mismatch(str(fitting[0].message))
        self._missing('triggered')


class _AssertNotWarnsContext(_AssertWarnsContext):
    def __exit__(self, kind, e, tb):
        self._catcher.__exit__(kind, e, tb)
        if kind is None and any(isinstance(m.message, self.expected) for m in self.warnings):
            self._raiseFailure(f"{_name_of(self.expected)} triggered")


_LoggingWatcher = collections.namedtuple("_LoggingWatcher", ["records", "output"])


class _AssertLogsContext:
    # Takes the place of a logger's handlers.

    LOGGING_FORMAT = "%(levelname)s:%(name)s:%(message)s"

    def __init__(self, test_case, logger, level, no_logs):
        import logging
        self._logging = logging
        self.test_case = test_case
        self.logger = logger if isinstance(logger, logging.Logger) else logging.getLogger(logger)
        self.level = logging.getLevelNamesMapping().get(level, level) if level else logging.INFO
        self.no_logs = no_logs

    def __enter__(self):
        logging, logger = self._logging, self.logger
        watcher = self.watcher = _LoggingWatcher([], [])

        class Capture(logging.Handler):
            def emit(self, record):
                watcher.records.append(record)
                watcher.output.append(self.format(record))

        handler = Capture(self.level)
        handler.setFormatter(logging.Formatter(self.LOGGING_FORMAT))
        self._before = logger.handlers[:], logger.level, logger.propagate
        logger.handlers = [handler]
        logger.setLevel(self.level)
        logger.propagate = False
        return None if self.no_logs else watcher

    def __exit__(self, kind, e, tb):
        handlers, level, propagate = self._before
        for h in self.logger.handlers:
            h.close()
        self.logger.handlers, self.logger.propagate = handlers, propagate
        self.logger.setLevel(level)
        if kind is not None:
            return False
        if self.no_logs:
            if self.watcher.records:
                self._fail("Unexpected logs found: {!r}".format(self.watcher.output))
        elif not self.watcher.records:
            self._fail("no logs of level {} or higher triggered on {}".format(
                self._logging.getLevelName(self.level), self.logger.name))

    def _fail(self, standard):
        raise self.test_case.failureException(self.test_case._formatMessage(None, standard))


class TestCase(_TestCaseRun):
    """A class whose instances are single test cases."""

    def fail(self, msg=None):
        """Fail immediately, with the given message."""
        raise self.failureException(msg)

    def _formatMessage(self, msg, standardMsg):
        if not self.longMessage:
            return msg or standardMsg
        return standardMsg if msg is None else '%s : %s' % (standardMsg, msg)

    def _unless(self, holds, msg, standard, *values):
        # Fail with the standard message, in which values stand by their repr.
        if not holds:
            raise self.failureException(self._formatMessage(msg, standard % tuple(safe_repr(v) for v in values)))

    def assertFalse(self, expr, msg=None):
        """Check that the expression is false."""
        self._unless(not expr, msg, "%s is not false", expr)

    def assertTrue(self, expr, msg=None):
        """Check that the expression is true."""
        self._unless(expr, msg, "%s is not true", expr)

    def assertRaises(self, expected_exception, *args, **kwargs):
        """Fail unless an exception of class expected_exception is raised by the callable or the block."""
        return _AssertRaisesContext(self, expected_exception).handle('assertRaises', args, kwargs)

    def assertRaisesRegex(self, expected_exception, expected_regex, *args, **kwargs):
        """Asserts that the message in a raised exception matches a regex."""
        return _AssertRaisesContext(self, expected_exception, expected_regex).handle('assertRaisesRegex', args, kwargs)

    def assertWarns(self, expected_warning, *args, **kwargs):
        """Fail unless a warning of class warnClass is triggered by the callable or the block."""
        return _AssertWarnsContext(self, expected_warning).handle('assertWarns', args, kwargs)

    def assertWarnsRegex(self, expected_warning, expected_regex, *args, **kwargs):
        """Asserts that the message in a triggered warning matches a regexp."""
        return _AssertWarnsContext(self, expected_warning, expected_regex).handle('assertWarnsRegex', args, kwargs)

    def _assertNotWarns(self, expected_warning, *args, **kwargs):
        return _AssertNotWarnsContext(self, expected_warning).handle('_assertNotWarns', args, kwargs)

    def assertLogs(self, logger=None, level=None):
        """Fail unless a log message of level *level* or higher is emitted on *logger_name* or its children."""
        return _AssertLogsContext(self, logger, level, False)

    def assertNoLogs(self, logger=None, level=None):
        """Fail if a log message of level *level* or higher is emitted on *logger_name* or its children."""
        return _AssertLogsContext(self, logger, level, True)

    # Equality.

    def _getAssertEqualityFunc(self, first, second):
        if type(first) is type(second):
            function = self._type_equality_funcs.get(type(first))
            if function is not None:
                return getattr(self, function) if isinstance(function, str) else function
        return self._baseAssertEqual

    def _baseAssertEqual(self, first, second, msg=None):
        if not first == second:
            raise self.failureException(self._formatMessage(msg, '%s != %s' % _common_shorten_repr(first, second)))

    def assertEqual(self, first, second, msg=None):
        """Fail if the two objects are unequal as determined by the '==' operator."""
        self._getAssertEqualityFunc(first, second)(first, second, msg=msg)

    def assertNotEqual(self, first, second, msg=None):
        """Fail if the two objects are equal as determined by the '!=' operator."""
        self._unless(first != second, msg, '%s == %s', first, second)

    def _close(self, first, second, places, delta):
        # Whether the two are close to each other, and their difference.
        if delta is not None and places is not None:
            raise TypeError("specify delta or places not both")
        difference = abs(first - second)
        if delta is not None:
            return difference <= delta, difference
        return round(difference, 7 if places is None else places) == 0, difference

    def assertAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two objects are unequal as determined by their difference."""
        if first == second:
            return
        close, difference = self._close(first, second, places, delta)
        if delta is not None:
            self._unless(close, msg, '%s != %s within %s delta (%s difference)', first, second, delta, difference)
        else:
            self._unless(close, msg, '%s != %s within %s places (%s difference)', first, second, 7 if places is None else places, difference)

    def assertNotAlmostEqual(self, first, second, places=None, msg=None, delta=None):
        """Fail if the two objects are equal as determined by their difference."""
        close, difference = self._close(first, second, places, delta)
        if delta is not None:
            self._unless(not (first == second or close), msg, '%s == %s within %s delta (%s difference)', first, second, delta, difference)
        else:
            self._unless(not (first == second or close), msg, '%s == %s within %s places', first, second, 7 if places is None else places)

    def _truncateMessage(self, message, diff):
        if self.maxDiff is None or len(diff) <= self.maxDiff:
            return message + diff
        return message + (DIFF_OMITTED % len(diff))

    def _pretty_diff(self, first, second):
        return '\n' + '\n'.join(difflib.ndiff(pprint.pformat(first).splitlines(), pprint.pformat(second).splitlines()))

    def assertSequenceEqual(self, seq1, seq2, msg=None, seq_type=None):
        """An equality assertion for ordered sequences (like lists and tuples)."""
        kind = "sequence"
        if seq_type is not None:
            kind = seq_type.__name__
            for which, seq in (('First', seq1), ('Second', seq2)):
                if not isinstance(seq, seq_type):
                    raise self.failureException('%s sequence is not a %s: %s' % (which, kind, safe_repr(seq)))
        lengths = []
        for which, seq in (('First', seq1), ('Second', seq2)):
            try:
                lengths.append(len(seq))
            except (TypeError, NotImplementedError):
                text = '%s %s has no length.    Non-sequence?' % (which, kind)
                break
        else:
            if seq1 == seq2:
                return
            text = self._describe_sequences(seq1, seq2, lengths[0], lengths[1], kind)
            if text is None and seq_type is None and type(seq1) != type(seq2) and lengths[0] == lengths[1]:
                return
            text = '%ss differ: %s != %s\n' % ((kind.capitalize(),) + _common_shorten_repr(seq1, seq2)) + (text or '')
        self.fail(self._formatMessage(msg, self._truncateMessage(text, self._pretty_diff(seq1, seq2))))

    def _describe_sequences(self, seq1, seq2, len1, len2, kind):
        # Where two sequences begin to differ, and what only one has; None if nothing.
        missing = (TypeError, IndexError, NotImplementedError)
        text = ''
        for i in range(min(len1, len2)):
            pair = []
            for which, seq in (('first', seq1), ('second', seq2)):
                try:
                    pair.append(seq[i])
                except missing:
                    text += '\nUnable to index element %d of %s %s\n' % (i, which, kind)
                    break
            if len(pair) < 2:
                break
            if pair[0] != pair[1]:
                text += '\nFirst differing element %d:\n%s\n%s\n' % ((i,) + _common_shorten_repr(*pair))
                break
        if len1 != len2:
            which, seq, more, less = ('First', seq1, len1, len2) if len1 > len2 else ('Second', seq2, len2, len1)
            text += '\n%s %s contains %d additional elements.\n' % (which, kind, more - less)
            try:
                text += 'First extra element %d:\n%s\n' % (less, safe_repr(seq[less]))
            except missing:
                text += 'Unable to index element %d of %s %s\n' % (less, which.lower(), kind)
        return text or None

    def assertListEqual(self, list1, list2, msg=None):
        """A list-specific equality assertion."""
        self.assertSequenceEqual(list1, list2, msg, seq_type=list)

    def assertTupleEqual(self, tuple1, tuple2, msg=None):
        """A tuple-specific equality assertion."""
        self.assertSequenceEqual(tuple1, tuple2, msg, seq_type=tuple)

    def assertSetEqual(self, set1, set2, msg=None):
        """A set-specific equality assertion."""
        only = []
        for which, a, b in (('first', set1, set2), ('second', set2, set1)):
            try:
                only.append(a.difference(b))
            except TypeError as e:
                self.fail('invalid type when attempting set difference: %s' % e)
            except AttributeError as e:
                self.fail('%s argument does not support set difference: %s' % (which, e))
        lines = []
        for items, title in zip(only, ('Items in the first set but not the second:', 'Items in the second set but not the first:')):
            if items:
                lines.append(title)
                lines.extend(map(repr, items))
        if lines:
            self.fail(self._formatMessage(msg, '\n'.join(lines)))

    def assertDictEqual(self, d1, d2, msg=None):
        """A dict-specific equality assertion."""
        self.assertIsInstance(d1, dict, 'First argument is not a dictionary')
        self.assertIsInstance(d2, dict, 'Second argument is not a dictionary')
        if d1 != d2:
            text = self._truncateMessage('%s != %s' % _common_shorten_repr(d1, d2), self._pretty_diff(d1, d2))
            self.fail(self._formatMessage(msg, text))

    def assertMultiLineEqual(self, first, second, msg=None):
        """Assert that two multi-line strings are equal."""
        self.assertIsInstance(first, str, "First argument is not a string")
        self.assertIsInstance(second, str, "Second argument is not a string")
        if first == second:
            return
        if max(len(first), len(second)) > self._diffThreshold:
            self._baseAssertEqual(first, second, msg)
        ends = [text.endswith('\n') for text in (first, second) if text]
        end = '' if all(ends) else '\n'  # the last lines of the diff need an end
        lines = [(text + end if text else text).splitlines(keepends=True) for text in (first, second)]
        text = self._truncateMessage('%s != %s' % _common_shorten_repr(first, second), '\n' + ''.join(difflib.ndiff(*lines)))
        self.fail(self._formatMessage(msg, text))

    def assertCountEqual(self, first, second, msg=None):
        """Asserts that two iterables have the same elements, the same number of times, without regard to order."""
        differences = _count_differences(list(first), list(second))
        if differences:
            lines = ['First has %d, Second has %d:  %r' % d for d in differences]
            text = self._truncateMessage('Element counts were not equal:\n', '\n'.join(lines))
            self.fail(self._formatMessage(msg, text))

    # Membership, identity, order, types.

    def assertIn(self, member, container, msg=None):
        """Just like self.assertTrue(a in b), but with a nicer default message."""
        self._unless(member in container, msg, '%s not found in %s', member, container)

    def assertNotIn(self, member, container, msg=None):
        """Just like self.assertTrue(a not in b), but with a nicer default message."""
        self._unless(member not in container, msg, '%s unexpectedly found in %s', member, container)

    def assertIs(self, expr1, expr2, msg=None):
        """Just like self.assertTrue(a is b), but with a nicer default message."""
        self._unless(expr1 is expr2, msg, '%s is not %s', expr1, expr2)

    def assertIsNot(self, expr1, expr2, msg=None):
        """Just like self.assertTrue(a is not b), but with a nicer default message."""
        self._unless(expr1 is not expr2, msg, 'unexpectedly identical: %s', expr1)

    def assertIsNone(self, obj, msg=None):
        """Same as self.assertTrue(obj is None), with a nicer default message."""
        self._unless(obj is None, msg, '%s is not None', obj)

    def assertIsNotNone(self, obj, msg=None):
        """Included for symmetry with assertIsNone."""
        self._unless(obj is not None, msg, 'unexpectedly None')

    def assertLess(self, a, b, msg=None):
        """Just like self.assertTrue(a < b), but with a nicer default message."""
        self._unless(a < b, msg, '%s not less than %s', a, b)

    def assertLessEqual(self, a, b, msg=None):
        """Just like self.assertTrue(a <= b), but with a nicer default message."""
        self._unless(a <= b, msg, '%s not less than or equal to %s', a, b)

    def assertGreater(self, a, b, msg=None):
        """Just like self.assertTrue(a > b), but with a nicer default message."""
        self._unless(a > b, msg, '%s not greater than %s', a, b)

    def assertGreaterEqual(self, a, b, msg=None):
        """Just like self.assertTrue(a >= b), but with a nicer default message."""
        self._unless(a >= b, msg, '%s not greater than or equal to %s', a, b)

    def assertIsInstance(self, obj, cls, msg=None):
        """Same as self.assertTrue(isinstance(obj, cls)), with a nicer default message."""
        if not isinstance(obj, cls):
            self.fail(self._formatMessage(msg, '%s is not an instance of %r' % (safe_repr(obj), cls)))

    def assertNotIsInstance(self, obj, cls, msg=None):
        """Included for symmetry with assertIsInstance."""
        if isinstance(obj, cls):
            self.fail(self._formatMessage(msg, '%s is an instance of %r' % (safe_repr(obj), cls)))

    def assertRegex(self, text, expected_regex, msg=None):
        """Fail the test unless the text matches the regular expression."""
        if isinstance(expected_regex, (str, bytes)):
            assert expected_regex, "expected_regex must not be empty."
            expected_regex = re.compile(expected_regex)
        if not expected_regex.search(text):
            self.fail(self._formatMessage(msg, "Regex didn't match: %r not found in %r" % (expected_regex.pattern, text)))

    def assertNotRegex(self, text, unexpected_regex, msg=None):
        """Fail the test if the text matches the regular expression."""
        if isinstance(unexpected_regex, (str, bytes)):
            unexpected_regex = re.compile(unexpected_regex)
        match = unexpected_regex.search(text)
        if match:
            self.fail(self._formatMessage(msg, 'Regex matched: %r matches %r in %r' % (match[0], unexpected_regex.pattern, text)))


class FunctionTestCase(TestCase):
    """A test case that wraps a test function."""

    def __init__(self, testFunc, setUp=None, tearDown=None, description=None):
        super().__init__()
        self._setUpFunc = setUp
        self._tearDownFunc = tearDown
        self._testFunc = testFunc
        self._description = description

    def setUp(self):
        if self._setUpFunc is not None:
            self._setUpFunc()

    def tearDown(self):
        if self._tearDownFunc is not None:
            self._tearDownFunc()

    def runTest(self):
        self._testFunc()

    def id(self):
        return self._testFunc.__name__

    def _key(self):
        return self._setUpFunc, self._tearDownFunc, self._testFunc, self._description

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return self._key() == other._key()

    def __hash__(self):
        return hash((type(self),) + self._key())

    def __str__(self):
        return "%s (%s)" % (strclass(self.__class__), self._testFunc.__name__)

    def __repr__(self):
        return "<%s tec=%s>" % (strclass(self.__class__), self._testFunc)

    def shortDescription(self):
        if self._description is not None:
            return self._description
        doc = self._testFunc.__doc__
        return doc and doc.split("\n")[0].strip() or None


class _SubTest(TestCase):
    # A part of a test case with its parameters, in a result.

    def __init__(self, test_case, message, params):
        super().__init__()
        self._message = message
        self.test_case = test_case
        self.params = params
        self.failureException = test_case.failureException

    def runTest(self):
        raise NotImplementedError("subtests cannot be run directly")

    def _subDescription(self):
        parts = []
        if self._message is not _no_message:
            parts.append("[{}]".format(self._message))
        if self.params:
            parts.append("({})".format(', '.join("{}={!r}".format(k, v) for k, v in self.params.items())))
        return " ".join(parts) or '(<subtest>)'

    def id(self):
        return "{} {}".format(self.test_case.id(), self._subDescription())

    def shortDescription(self):
        return self.test_case.shortDescription()

    def __str__(self):
        return "{} {}".format(self.test_case, self._subDescription())


class IsolatedAsyncioTestCase(TestCase):
    """Not supported: starpool has no asyncio."""

    def __init__(self, methodName='runTest'):
        raise NotImplementedError('IsolatedAsyncioTestCase needs asyncio, which starpool does not have')
