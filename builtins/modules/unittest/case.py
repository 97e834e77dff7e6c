# The module unittest: how a test runs.

_no_message = object()


class SkipTest(Exception):
    """Raise this exception in a test to skip it."""


class _ShouldStop(Exception):
    # The rest of the test is not worth running.
    pass


class _Outcome:
    # How the parts of a test went so far.

    def __init__(self, result=None):
        self.expecting_failure = False
        self.result = result
        self.result_supports_subtests = hasattr(result, 'addSubTest')
        self.success = True
        self.expectedFailure = None

    def attempt(self, test, part, *args, **kwargs):
        """Run a part of the test; its failure goes to the result."""
        before, self.success = self.success, True
        try:
            part(*args, **kwargs)
        except KeyboardInterrupt:
            raise
        except BaseException as e:
            self.failed(test, e)
        finally:
            self.success = self.success and before

    def failed(self, test, e):
        if isinstance(e, SkipTest):
            self.success = False
            _addSkip(self.result, test, str(e))
        elif isinstance(e, _ShouldStop):
            pass
        elif self.expecting_failure:
            self.expectedFailure = (type(e), e, e.__traceback__)
        else:
            self.success = False
            info = (type(e), e, e.__traceback__)
            if isinstance(test, _SubTest):
                self.result.addSubTest(test.test_case, test, info)
            elif self.result is not None:
                add = self.result.addFailure if issubclass(info[0], test.failureException) else self.result.addError
                add(test, info)


def _addSkip(result, test, reason):
    add = getattr(result, 'addSkip', None)
    if add is not None:
        add(test, reason)
    else:
        warnings.warn("TestResult has no addSkip method, skips not reported", RuntimeWarning, 2)
        result.addSuccess(test)


def _enter_context(cm, addcleanup):
    cls = type(cm)
    try:
        enter, leave = cls.__enter__, cls.__exit__
    except AttributeError:
        raise TypeError(f"'{cls.__module__}.{cls.__qualname__}' object does "
                        f"not support the context manager protocol") from None
    entered = enter(cm)
    addcleanup(leave, cm, None, None, None)
    return entered


_module_cleanups = []


def addModuleCleanup(function, /, *args, **kwargs):
    """Same as addCleanup, except the cleanup items are called even if setUpModule fails."""
    _module_cleanups.append((function, args, kwargs))


def enterModuleContext(cm):
    """Same as enterContext, but module-wide."""
    return _enter_context(cm, addModuleCleanup)


def doModuleCleanups():
    """Execute all module cleanup functions."""
    first = None
    while _module_cleanups:
        function, args, kwargs = _module_cleanups.pop()
        try:
            function(*args, **kwargs)
        except Exception as e:
            first = first or e
    if first is not None:
        raise first


def skip(reason):
    """Unconditionally skip a test."""
    if isinstance(reason, types.FunctionType):
        return _skipped(reason, '')
    return functools.partial(_skipped, reason=reason)


def _skipped(test_item, reason):
    """Marks a test class, or makes of a function one that only skips."""
    skipping = test_item
    if not isinstance(test_item, type):
        def skipping(*args, **kwargs):
            raise SkipTest(reason)
        functools.update_wrapper(skipping, test_item)
    skipping.__unittest_skip__, skipping.__unittest_skip_why__ = True, reason
    return skipping


def skipIf(condition, reason):
    """Skip a test if the condition is true."""
    return skip(reason) if condition else lambda test_item: test_item


def skipUnless(condition, reason):
    """Skip a test unless the condition is true."""
    return skipIf(not condition, reason)


def expectedFailure(test_item):
    """Mark a test as one that fails."""
    test_item.__unittest_expecting_failure__ = True
    return test_item


def _skip_reason(test, method):
    # Why the test is to be skipped, or None.
    for item in (test.__class__, method):
        if getattr(item, '__unittest_skip__', False):
            return getattr(test.__class__, '__unittest_skip_why__', '') or getattr(method, '__unittest_skip_why__', '')
    return None


class _SubTestContext:
    # What `with self.subTest(…)` enters.

    def __init__(self, test, msg, params):
        self.test, self.msg, self.params = test, msg, params

    def __enter__(self):
        test = self.test
        outcome = self.outcome = test._outcome
        if outcome is None or not outcome.result_supports_subtests:
            self.outcome = None
            return
        self.parent = test._subtest
        params = self.params
        if self.parent is not None:
            # The innermost come first.
            params = {**params, **{k: v for k, v in self.parent.params.items() if k not in params}}
        self.sub = test._subtest = _SubTest(test, self.msg, params)
        self.before, outcome.success = outcome.success, True

    def __exit__(self, kind, e, tb):
        outcome = self.outcome
        if outcome is None or kind is KeyboardInterrupt:
            return False
        self.test._subtest = self.parent
        if e is None:
            if outcome.success:
                outcome.result.addSubTest(self.test, self.sub, None)
        else:
            outcome.failed(self.sub, e)
        outcome.success = outcome.success and self.before
        if outcome.expectedFailure if outcome.success else outcome.result is not None and outcome.result.failfast:
            raise _ShouldStop
        return True


class _TestCaseRun:
    # What a test case is apart from its assertions.

    failureException = AssertionError
    longMessage = True
    maxDiff = 80 * 8
    _diffThreshold = 2 ** 16

    _classSetupFailed = False
    _class_cleanups = []

    def __init_subclass__(cls, *args, **kwargs):
        cls._classSetupFailed = False
        cls._class_cleanups = []
        super().__init_subclass__(*args, **kwargs)

    def __init__(self, methodName='runTest'):
        self._testMethodName = methodName
        self._outcome = None
        self._testMethodDoc = 'No test'
        try:
            self._testMethodDoc = getattr(self, methodName).__doc__
        except AttributeError:
            if methodName != 'runTest':
                raise ValueError("no such test method in %s: %s" % (self.__class__, methodName))
        self._cleanups = []
        self._subtest = None
        self._type_equality_funcs = {
            dict: 'assertDictEqual', list: 'assertListEqual', tuple: 'assertTupleEqual', set: 'assertSetEqual',
            frozenset: 'assertSetEqual', str: 'assertMultiLineEqual',
        }

    def addTypeEqualityFunc(self, typeobj, function):
        """Add a type specific assertEqual style function to compare a type."""
        self._type_equality_funcs[typeobj] = function

    def addCleanup(self, function, /, *args, **kwargs):
        """Add a function, with arguments, to be called when the test is completed."""
        self._cleanups.append((function, args, kwargs))

    def enterContext(self, cm):
        """Enters the supplied context manager; it is left when the test is completed."""
        return _enter_context(cm, self.addCleanup)

    @classmethod
    def addClassCleanup(cls, function, /, *args, **kwargs):
        """Same as addCleanup, except the cleanup items are called even if setUpClass fails."""
        cls._class_cleanups.append((function, args, kwargs))

    @classmethod
    def enterClassContext(cls, cm):
        """Same as enterContext, but class-wide."""
        return _enter_context(cm, cls.addClassCleanup)

    def setUp(self):
        "Hook method for setting up the test fixture before exercising it."

    def tearDown(self):
        "Hook method for deconstructing the test fixture after testing it."

    @classmethod
    def setUpClass(cls):
        "Hook method for setting up class fixture before running tests in the class."

    @classmethod
    def tearDownClass(cls):
        "Hook method for deconstructing the class fixture after running all tests in the class."

    def countTestCases(self):
        return 1

    def defaultTestResult(self):
        return TestResult()

    def shortDescription(self):
        """Returns a one-line description of the test, or None if no description has been provided."""
        doc = self._testMethodDoc
        return doc.strip().split("\n")[0].strip() if doc else None

    def id(self):
        return "%s.%s" % (strclass(self.__class__), self._testMethodName)

    def __eq__(self, other):
        if type(self) is not type(other):
            return NotImplemented
        return self._testMethodName == other._testMethodName

    def __hash__(self):
        return hash((type(self), self._testMethodName))

    def __str__(self):
        return "%s (%s.%s)" % (self._testMethodName, strclass(self.__class__), self._testMethodName)

    def __repr__(self):
        return "<%s testMethod=%s>" % (strclass(self.__class__), self._testMethodName)

    def subTest(self, msg=_no_message, **params):
        """Return a context manager that will return the enclosed block of code in a subtest."""
        return _SubTestContext(self, msg, params)

    def _callSetUp(self):
        self.setUp()

    def _callTestMethod(self, method):
        if method() is not None:
            warnings.warn(f'It is deprecated to return a value that is not None from a '
                          f'test case ({method})', DeprecationWarning, stacklevel=3)

    def _callTearDown(self):
        self.tearDown()

    def _callCleanup(self, function, /, *args, **kwargs):
        function(*args, **kwargs)

    def run(self, result=None):
        stop_run = None
        if result is None:
            result = self.defaultTestResult()
            getattr(result, 'startTestRun', lambda: None)()
            stop_run = getattr(result, 'stopTestRun', None)
        result.startTest(self)
        try:
            self._run(result)
            return result
        finally:
            result.stopTest(self)
            if stop_run is not None:
                stop_run()

    def _run(self, result):
        method = getattr(self, self._testMethodName)
        reason = _skip_reason(self, method)
        if reason is not None:
            _addSkip(result, self, reason)
            return
        expecting = (getattr(self, '__unittest_expecting_failure__', False)
                     or getattr(method, '__unittest_expecting_failure__', False))
        outcome = self._outcome = _Outcome(result)
        began = time.perf_counter()
        try:
            outcome.attempt(self, self._callSetUp)
            if outcome.success:
                outcome.expecting_failure = expecting
                outcome.attempt(self, self._callTestMethod, method)
                outcome.expecting_failure = False
                outcome.attempt(self, self._callTearDown)
            self.doCleanups()
            add_duration = getattr(result, 'addDuration', None)
            if add_duration is not None:
                add_duration(self, time.perf_counter() - began)
            if not outcome.success:
                return
            if not expecting:
                result.addSuccess(self)
            elif outcome.expectedFailure:
                result.addExpectedFailure(self, outcome.expectedFailure)
            else:
                result.addUnexpectedSuccess(self)
        finally:
            self._outcome = None

    def doCleanups(self):
        """Execute all cleanup functions. Normally called for you after tearDown."""
        outcome = self._outcome or _Outcome()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            outcome.attempt(self, self._callCleanup, function, *args, **kwargs)
        return outcome.success

    @classmethod
    def doClassCleanups(cls):
        """Execute all class cleanup functions. Normally called for you after tearDownClass."""
        cls.tearDown_exceptions = []
        while cls._class_cleanups:
            function, args, kwargs = cls._class_cleanups.pop()
            try:
                function(*args, **kwargs)
            except Exception:
                cls.tearDown_exceptions.append(sys.exc_info())

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the test without collecting errors in a TestResult"""
        method = getattr(self, self._testMethodName)
        reason = _skip_reason(self, method)
        if reason is not None:
            raise SkipTest(reason)
        self._callSetUp()
        self._callTestMethod(method)
        self._callTearDown()
        while self._cleanups:
            function, args, kwargs = self._cleanups.pop()
            self._callCleanup(function, *args, **kwargs)

    def skipTest(self, reason):
        """Skip this test."""
        raise SkipTest(reason)
