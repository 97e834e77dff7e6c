# The module unittest: the command line.

_NO_TESTS_EXITCODE = 5

MAIN_EXAMPLES = """\
Examples:
  %(prog)s test_module               - run tests from test_module
  %(prog)s module.TestClass          - run tests from module.TestClass
  %(prog)s module.Class.test_method  - run specified test method
  %(prog)s path/to/test_file.py      - run tests from test_file.py
"""

MODULE_EXAMPLES = """\
Examples:
  %(prog)s                           - run default set of tests
  %(prog)s MyTestSuite               - run suite 'MyTestSuite'
  %(prog)s MyTestCase.testSomething  - run MyTestCase.testSomething
  %(prog)s MyTestCase                - run all 'test*' test methods
                                       in MyTestCase
"""


def _module_name(name):
    # A path to a file stands for the module that is there.
    if not os.path.isfile(name) or not name.lower().endswith('.py'):
        return name
    if os.path.isabs(name):
        relative = os.path.relpath(name, os.getcwd())
        if os.path.isabs(relative) or relative.startswith(os.pardir):
            return name
        name = relative
    return os.path.normpath(name)[:-3].replace('\\', '.').replace('/', '.')


class TestProgram:
    """A command-line program that runs a set of tests; this is primarily for making test modules conveniently executable."""

    module = None
    verbosity = 1
    failfast = catchbreak = buffer = progName = warnings = testNamePatterns = None
    _discovery_parser = None

    def __init__(self, module='__main__', defaultTest=None, argv=None, testRunner=None, testLoader=defaultTestLoader,
                 exit=True, verbosity=1, failfast=None, catchbreak=None, buffer=None, warnings=None, *,
                 tb_locals=False, durations=None):
        if isinstance(module, str):
            __import__(module)
            module = sys.modules[module]
        self.module = module
        argv = sys.argv if argv is None else argv
        self.exit = exit
        self.failfast = failfast
        self.catchbreak = catchbreak
        self.verbosity = verbosity
        self.buffer = buffer
        self.tb_locals = tb_locals
        self.durations = durations
        # Deprecations are shown unless somebody has decided about warnings.
        self.warnings = 'default' if warnings is None and not getattr(sys, 'warnoptions', None) else warnings
        self.defaultTest = defaultTest
        self.testRunner = testRunner
        self.testLoader = testLoader
        self.progName = os.path.basename(argv[0])
        self.parseArgs(argv)
        self.runTests()

    def _print_help(self, *args, **kwargs):
        print(self._main_parser.format_help())
        if self.module is None:
            print(MAIN_EXAMPLES % {'prog': self.progName})
            self._discovery_parser.print_help()
        else:
            print(MODULE_EXAMPLES % {'prog': self.progName})

    def parseArgs(self, argv):
        self._initArgParsers()
        if self.module is None and len(argv) > 1 and argv[1].lower() == 'discover':
            self._do_discovery(argv[2:])
            return
        self._main_parser.parse_args(argv[1:], self)
        if self.tests:
            self.testNames = [_module_name(name) for name in self.tests]
        elif self.module is None:
            self._do_discovery([])
            return
        elif self.defaultTest is None or not isinstance(self.defaultTest, str):
            self.testNames = None if self.defaultTest is None else list(self.defaultTest)
        else:
            self.testNames = (self.defaultTest,)
        self.createTests()

    def createTests(self, from_discovery=False, Loader=None):
        if self.testNamePatterns:
            self.testLoader.testNamePatterns = self.testNamePatterns
        if from_discovery:
            loader = self.testLoader if Loader is None else Loader()
            self.test = loader.discover(self.start, self.pattern, self.top)
        elif self.testNames is None:
            self.test = self.testLoader.loadTestsFromModule(self.module)
        else:
            self.test = self.testLoader.loadTestsFromNames(self.testNames, self.module)

    def _initArgParsers(self):
        import argparse
        common = argparse.ArgumentParser(add_help=False)
        common.add_argument('-v', '--verbose', dest='verbosity', action='store_const', const=2, help='Verbose output')
        common.add_argument('-q', '--quiet', dest='verbosity', action='store_const', const=0, help='Quiet output')
        common.add_argument('--locals', dest='tb_locals', action='store_true', help='Show local variables in tracebacks')
        common.add_argument('--durations', dest='durations', type=int, default=None, metavar="N",
                            help='Show the N slowest test cases (N=0 for all)')
        for name, short, long, text in (
                ('failfast', '-f', '--failfast', 'Stop on first fail or error'),
                ('catchbreak', '-c', '--catch', 'Catch Ctrl-C and display results so far'),
                ('buffer', '-b', '--buffer', 'Buffer stdout and stderr during tests')):
            if getattr(self, name) is None:
                common.add_argument(short, long, dest=name, action='store_true', help=text)
                setattr(self, name, False)
        if self.testNamePatterns is None:
            common.add_argument('-k', dest='testNamePatterns', action='append',
                                type=lambda text: text if '*' in text else '*%s*' % text,
                                help='Only run tests which match the given substring')
            self.testNamePatterns = []

        parser = self._main_parser = argparse.ArgumentParser(parents=[common])
        parser.prog = self.progName
        parser.print_help = self._print_help
        parser.add_argument('tests', nargs='*', help='a list of any number of test modules, classes and test methods.')

        parser = self._discovery_parser = argparse.ArgumentParser(parents=[common])
        parser.prog = '%s discover' % self.progName
        parser.epilog = 'For test discovery all test modules must be importable from the top level directory of the project.'
        parser.add_argument('-s', '--start-directory', dest='start', help="Directory to start discovery ('.' default)")
        parser.add_argument('-p', '--pattern', dest='pattern', help="Pattern to match tests ('test*.py' default)")
        parser.add_argument('-t', '--top-level-directory', dest='top',
                            help='Top level directory of project (defaults to start directory)')
        for name in ('start', 'pattern', 'top'):
            parser.add_argument(name, nargs='?', default=argparse.SUPPRESS, help=argparse.SUPPRESS)

    def _do_discovery(self, argv, Loader=None):
        self.start = '.'
        self.pattern = 'test*.py'
        self.top = None
        if argv is not None:
            self._discovery_parser.parse_args(argv, self)
        self.createTests(from_discovery=True, Loader=Loader)

    def runTests(self):
        if self.catchbreak:
            installHandler()
        runner = TextTestRunner if self.testRunner is None else self.testRunner
        if isinstance(runner, type):
            # A runner of the script's own may know fewer settings.
            settings = dict(verbosity=self.verbosity, failfast=self.failfast, buffer=self.buffer, warnings=self.warnings)
            for kwargs in ({**settings, 'tb_locals': self.tb_locals, 'durations': self.durations}, settings, {}):
                try:
                    runner = runner(**kwargs)
                    break
                except TypeError:
                    if not kwargs:
                        raise
        self.testRunner = runner
        self.result = runner.run(self.test)
        if self.exit:
            if self.result.testsRun == 0 and not self.result.skipped:
                sys.exit(_NO_TESTS_EXITCODE)
            sys.exit(0 if self.result.wasSuccessful() else 1)


main = TestProgram


# The modules of which CPython's package is made, as they stand in the names of classes.
for _module, _classes in (
        ('case', (SkipTest, TestCase, FunctionTestCase, _SubTest)), ('result', (TestResult,)),
        ('suite', (BaseTestSuite, TestSuite)), ('loader', (TestLoader, _FailedTest)),
        ('runner', (TextTestResult, TextTestRunner)), ('main', (TestProgram,))):
    for _class in _classes:
        _class.__module__ = 'unittest.' + _module
