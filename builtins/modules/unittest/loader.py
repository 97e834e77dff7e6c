# The module unittest: finding tests.

_module_file = re.compile(r'[_a-z]\w*\.py$', 2)  # IGNORECASE: the member itself would make the class of flags at import


class _FailedTest(TestCase):
    # A test that stands for something that could not be loaded.

    _testMethodName = None

    def __init__(self, method_name, exception):
        self._exception = exception
        super().__init__(method_name)

    def __getattr__(self, name):
        if name != self._testMethodName:
            raise AttributeError(f"'{type(self).__name__}' object has no attribute '{name}'")

        def testFailure():
            raise self._exception
        return testFailure


def _is_test_class(obj):
    return (isinstance(obj, type) and issubclass(obj, TestCase)
            and obj not in (TestCase, FunctionTestCase, IsolatedAsyncioTestCase))


class TestLoader:
    """Loads tests according to various criteria and returns them wrapped in a TestSuite."""

    testMethodPrefix = 'test'
    sortTestMethodsUsing = staticmethod(three_way_cmp)
    testNamePatterns = None
    suiteClass = TestSuite
    _top_level_dir = None

    def __init__(self):
        self.errors = []
        self._loading_packages = set()

    def _failed(self, name, exception, message):
        self.errors.append(message)
        return self.suiteClass((_FailedTest(name, exception),))

    def _failed_import(self, name):
        message = 'Failed to import test module: %s\n%s' % (name, traceback.format_exc())
        return self._failed(name, ImportError(message), message)

    def _skipped(self, name, exception):
        @skip(str(exception))
        def testSkipped(self):
            pass
        cls = type("ModuleSkipped", (TestCase,), {name: testSkipped, '__module__': 'unittest.loader'})
        return self.suiteClass((cls(name),))

    def getTestCaseNames(self, testCaseClass):
        """Return a sorted sequence of method names found within testCaseClass"""
        def wanted(name):
            if not name.startswith(self.testMethodPrefix) or not callable(getattr(testCaseClass, name)):
                return False
            full = f'{testCaseClass.__module__}.{testCaseClass.__qualname__}.{name}'
            return self.testNamePatterns is None or any(fnmatchcase(full, p) for p in self.testNamePatterns)

        names = [name for name in dir(testCaseClass) if wanted(name)]
        if self.sortTestMethodsUsing:
            names.sort(key=functools.cmp_to_key(self.sortTestMethodsUsing))
        return names

    def loadTestsFromTestCase(self, testCaseClass):
        """Return a suite of all test cases contained in testCaseClass"""
        if issubclass(testCaseClass, TestSuite):
            raise TypeError("Test cases should not be derived from TestSuite. Maybe you meant to derive from TestCase?")
        names = []
        if testCaseClass not in (TestCase, FunctionTestCase):
            names = self.getTestCaseNames(testCaseClass)
            if not names and hasattr(testCaseClass, 'runTest'):
                names = ['runTest']
        return self.suiteClass(map(testCaseClass, names))

    def loadTestsFromModule(self, module, *, pattern=None):
        """Return a suite of all test cases contained in the given module"""
        found = [getattr(module, name) for name in dir(module)]
        tests = self.suiteClass([self.loadTestsFromTestCase(obj) for obj in found if _is_test_class(obj)])
        load_tests = getattr(module, 'load_tests', None)
        if load_tests is None:
            return tests
        try:
            return load_tests(self, tests, pattern)
        except Exception as e:
            return self._failed(module.__name__, e, 'Failed to call load_tests:\n%s' % traceback.format_exc())

    def loadTestsFromName(self, name, module=None):
        """Return a suite of all test cases given a string specifier."""
        parts = name.split('.')
        unimported = None
        if module is None:
            # The longest prefix that can be imported is the module.
            prefix = list(parts)
            while True:
                try:
                    module = __import__('.'.join(prefix))
                    break
                except ImportError:
                    missing = prefix.pop()
                    message = 'Failed to import test module: %s\n%s' % (missing, traceback.format_exc())
                    unimported = missing, ImportError(message), message
                    if not prefix:
                        return self._failed(*unimported)
            parts = parts[1:]
        parent, obj = None, module
        for part in parts:
            try:
                parent, obj = obj, getattr(obj, part)
            except AttributeError as e:
                if getattr(obj, '__path__', None) is not None and unimported:
                    return self._failed(*unimported)
                return self._failed(part, e, 'Failed to access attribute:\n%s' % traceback.format_exc())
        if isinstance(obj, types.ModuleType):
            return self.loadTestsFromModule(obj)
        if _is_test_class(obj):
            return self.loadTestsFromTestCase(obj)
        if isinstance(obj, types.FunctionType) and isinstance(parent, type) and issubclass(parent, TestCase):
            test = parent(parts[-1])
            if not isinstance(getattr(test, parts[-1]), types.FunctionType):
                return self.suiteClass([test])
        if isinstance(obj, TestSuite):
            return obj
        if not callable(obj):
            raise TypeError("don't know how to make test from: %s" % obj)
        test = obj()
        if isinstance(test, TestSuite):
            return test
        if isinstance(test, TestCase):
            return self.suiteClass([test])
        raise TypeError("calling %s returned %s, not a test" % (obj, test))

    def loadTestsFromNames(self, names, module=None):
        """Return a suite of all test cases found using the given sequence of string specifiers."""
        return self.suiteClass([self.loadTestsFromName(name, module) for name in names])

    def discover(self, start_dir, pattern='test*.py', top_level_dir=None):
        """Find and return all test modules from the specified start directory."""
        before = self._top_level_dir
        implicit = top_level_dir is None and before is None
        top = os.path.abspath(top_level_dir or before or start_dir)
        added = top not in sys.path
        if added:
            sys.path.insert(0, top)
        self._top_level_dir = top
        importable = True
        if os.path.isdir(os.path.abspath(start_dir)):
            start_dir = os.path.abspath(start_dir)
            if start_dir != top:
                importable = os.path.isfile(os.path.join(start_dir, '__init__.py'))
        else:
            # The name of a package.
            name = start_dir
            try:
                __import__(name)
            except ImportError:
                importable = False
            else:
                file = getattr(sys.modules[name], '__file__', None)
                if file is None:
                    raise TypeError(f"don't know how to discover from {sys.modules[name]!r}")
                start_dir = os.path.abspath(os.path.dirname(file))
                if implicit:
                    outermost = os.path.abspath(sys.modules[name.split('.')[0]].__file__)
                    if os.path.basename(outermost).lower().startswith('__init__.py'):
                        outermost = os.path.dirname(outermost)
                    self._top_level_dir = os.path.dirname(outermost)
                    if added:
                        sys.path.remove(top)
        if not importable:
            raise ImportError('Start directory is not importable: %r' % start_dir)
        tests = list(self._find_tests(start_dir, pattern))
        self._top_level_dir = before
        return self.suiteClass(tests)

    def _get_name_from_path(self, path):
        if path == self._top_level_dir:
            return '.'
        relative = os.path.relpath(os.path.splitext(os.path.normpath(path))[0], self._top_level_dir)
        assert not os.path.isabs(relative) and not relative.startswith('..'), "Path must be within the project"
        return relative.replace(os.path.sep, '.')

    def _match_path(self, path, full_path, pattern):
        return fnmatch(path, pattern)

    def _find_tests(self, folder, pattern):
        name = self._get_name_from_path(folder)
        if name != '.' and name not in self._loading_packages:
            tests, descend = self._find_test_path(folder, pattern)
            if tests is not None:
                yield tests
            if not descend:
                return
        for entry in sorted(os.listdir(folder)):
            path = os.path.join(folder, entry)
            tests, descend = self._find_test_path(path, pattern)
            if tests is not None:
                yield tests
            if descend:
                name = self._get_name_from_path(path)
                self._loading_packages.add(name)
                try:
                    yield from self._find_tests(path, pattern)
                finally:
                    self._loading_packages.discard(name)

    def _find_test_path(self, path, pattern):
        # The tests of a file or package, or None, and whether to look further below.
        base = os.path.basename(path)
        package = os.path.isdir(path)
        if package:
            if not os.path.isfile(os.path.join(path, '__init__.py')):
                return None, False
        elif not os.path.isfile(path) or not _module_file.match(base) or not self._match_path(base, path, pattern):
            return None, False
        name = self._get_name_from_path(path)
        try:
            __import__(name)
            module = sys.modules[name]
        except SkipTest as e:
            return self._skipped(name, e), False
        except BaseException as e:
            if isinstance(e, KeyboardInterrupt):
                raise
            return self._failed_import(name), False
        if package:
            self._loading_packages.add(name)
            try:
                return self.loadTestsFromModule(module, pattern=pattern), getattr(module, 'load_tests', None) is None
            finally:
                self._loading_packages.discard(name)
        got = os.path.splitext(os.path.realpath(os.path.abspath(getattr(module, '__file__', path))))[0]
        if got.lower() != os.path.splitext(os.path.realpath(path))[0].lower():
            raise ImportError("%r module incorrectly imported from %r. Expected %r. Is this module globally installed?" % (
                os.path.splitext(base)[0], os.path.dirname(got), os.path.dirname(path)))
        return self.loadTestsFromModule(module, pattern=pattern), False


defaultTestLoader = TestLoader()
