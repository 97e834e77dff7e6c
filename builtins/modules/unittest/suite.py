# The module unittest: suites, and the fixtures of classes and modules.

class BaseTestSuite:
    """A simple test suite that doesn't provide class or module shared fixtures."""

    _cleanup = True

    def __init__(self, tests=()):
        self._tests = []
        self._removed_tests = 0
        self.addTests(tests)

    def __repr__(self):
        return "<%s tests=%s>" % (strclass(self.__class__), list(self))

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return list(self) == list(other)

    def __iter__(self):
        return iter(self._tests)

    def countTestCases(self):
        return self._removed_tests + sum(test.countTestCases() for test in self if test)

    def addTest(self, test):
        if not callable(test):
            raise TypeError("{} is not callable".format(repr(test)))
        if isinstance(test, type) and issubclass(test, (TestCase, TestSuite)):
            raise TypeError("TestCases and TestSuites must be instantiated before passing them to addTest()")
        self._tests.append(test)

    def addTests(self, tests):
        if isinstance(tests, str):
            raise TypeError("tests must be an iterable of tests, not a string")
        for test in tests:
            self.addTest(test)

    def _before(self, test, result):
        # What comes before a test; whether the test is to run.
        return True

    def run(self, result, debug=False):
        for index, test in enumerate(self):
            if result.shouldStop:
                break
            if not self._before(test, result):
                continue
            if debug:
                test.debug()
            else:
                test(result)
            if self._cleanup:
                self._removeTestAtIndex(index)
        return result

    def _removeTestAtIndex(self, index):
        # A test that has run is not kept: it may hold much.
        test = self._tests[index]
        if hasattr(test, 'countTestCases'):
            self._removed_tests += test.countTestCases()
        self._tests[index] = None

    def __call__(self, *args, **kwds):
        return self.run(*args, **kwds)

    def debug(self):
        """Run the tests without collecting errors in a TestResult"""
        for test in self:
            test.debug()


class TestSuite(BaseTestSuite):
    """A test suite is a composite test consisting of a number of TestCases."""

    def run(self, result, debug=False):
        outermost = not getattr(result, '_testRunEntered', False)
        if outermost:
            result._testRunEntered = True
        super().run(result, debug)
        if outermost:
            self._leave_class(None, result)
            self._leave_module(result)
            result._testRunEntered = False
        return result

    def debug(self):
        """Run the tests without collecting errors in a TestResult"""
        self.run(_DebugResult(), True)

    def _before(self, test, result):
        try:
            iter(test)
            return True  # a suite looks after its own tests
        except TypeError:
            pass
        self._leave_class(test, result)
        self._enter_module(test, result)
        self._enter_class(test, result)
        result._previousTestClass = test.__class__
        return not (getattr(test.__class__, '_classSetupFailed', False) or getattr(result, '_moduleSetUpFailed', False))

    def _fixture(self, result, name, parent, function):
        # Run a fixture; its failure goes to the result. Returns whether it went well.
        try:
            function()
            return True
        except Exception as e:
            if isinstance(result, _DebugResult):
                raise
            self._fixture_failed(result, name, parent, e)
            return False

    def _fixture_failed(self, result, name, parent, e):
        holder = _ErrorHolder(f'{name} ({parent})')
        if isinstance(e, SkipTest) and hasattr(result, 'addSkip'):
            result.addSkip(holder, str(e))
        else:
            result.addError(holder, (type(e), e, e.__traceback__))

    def _captured(self, result, do):
        getattr(result, '_setupStdout', lambda: None)()
        try:
            do()
        finally:
            getattr(result, '_restoreStdout', lambda: None)()

    def _clean_class(self, result, name, cls):
        clean = getattr(cls, 'doClassCleanups', None)
        if clean is None:
            return
        clean()
        for info in cls.tearDown_exceptions:
            if isinstance(result, _DebugResult):
                raise info[1]
            self._fixture_failed(result, name, strclass(cls), info[1])

    def _enter_class(self, test, result):
        cls = test.__class__
        if cls == getattr(result, '_previousTestClass', None) or result._moduleSetUpFailed or getattr(cls, '__unittest_skip__', False):
            return
        try:
            cls._classSetupFailed = False
        except TypeError:
            pass
        set_up = getattr(cls, 'setUpClass', None)
        if set_up is None:
            return

        def do():
            if not self._fixture(result, 'setUpClass', strclass(cls), set_up):
                try:
                    cls._classSetupFailed = True
                except TypeError:
                    pass
                self._clean_class(result, 'setUpClass', cls)

        self._captured(result, do)

    def _leave_class(self, test, result):
        cls = getattr(result, '_previousTestClass', None)
        if (cls is None or test is not None and cls == test.__class__ or getattr(cls, '_classSetupFailed', False)
                or getattr(result, '_moduleSetUpFailed', False) or getattr(cls, '__unittest_skip__', False)):
            return

        def do():
            tear_down = getattr(cls, 'tearDownClass', None)
            if tear_down is not None:
                self._fixture(result, 'tearDownClass', strclass(cls), tear_down)
            self._clean_class(result, 'tearDownClass', cls)

        self._captured(result, do)

    def _previous_module(self, result):
        cls = getattr(result, '_previousTestClass', None)
        return None if cls is None else cls.__module__

    def _enter_module(self, test, result):
        name = test.__class__.__module__
        if name == self._previous_module(result):
            return
        self._leave_module(result)
        result._moduleSetUpFailed = False
        set_up = getattr(sys.modules.get(name), 'setUpModule', None)
        if set_up is None:
            return

        def do():
            if not self._fixture(result, 'setUpModule', name, set_up):
                result._moduleSetUpFailed = True
                self._fixture(result, 'setUpModule', name, doModuleCleanups)

        self._captured(result, do)

    def _leave_module(self, result):
        name = self._previous_module(result)
        if name is None or result._moduleSetUpFailed or name not in sys.modules:
            return

        def do():
            tear_down = getattr(sys.modules[name], 'tearDownModule', None)
            if tear_down is not None:
                self._fixture(result, 'tearDownModule', name, tear_down)
            self._fixture(result, 'tearDownModule', name, doModuleCleanups)

        self._captured(result, do)


class _ErrorHolder:
    # Stands for a fixture in a result.

    failureException = None

    def __init__(self, description):
        self.description = description

    def id(self):
        return self.description

    def shortDescription(self):
        return None

    def __repr__(self):
        return "<ErrorHolder description=%r>" % (self.description,)

    def __str__(self):
        return self.id()

    def run(self, result):
        pass

    def __call__(self, result):
        return self.run(result)

    def countTestCases(self):
        return 0


class _DebugResult:
    # Lets exceptions through.

    _previousTestClass = None
    _moduleSetUpFailed = False
    shouldStop = False
