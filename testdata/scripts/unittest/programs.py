# Loading, suites, main's arguments, fixtures of modules, results of one's own.
import io
import os
import re
import sys
import tempfile
import unittest

log = []


def setUpModule():
    log.append('setUpModule')
    unittest.addModuleCleanup(log.append, 'module cleanup')


def tearDownModule():
    log.append('tearDownModule')


class Order(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        log.append('setUpClass')
        cls.addClassCleanup(log.append, 'class cleanup')

    @classmethod
    def tearDownClass(cls):
        log.append('tearDownClass')

    def setUp(self):
        log.append('setUp ' + self._testMethodName)
        self.addCleanup(log.append, 'cleanup 1')
        self.addCleanup(log.append, 'cleanup 2')

    def tearDown(self):
        log.append('tearDown')

    def test_b(self):
        log.append('b')

    def test_a(self):
        """First line.

        More."""
        log.append('a')


class Context(unittest.TestCase):
    def test_enter(self):
        class CM:
            def __enter__(self):
                log.append('enter')
                return 5

            def __exit__(self, *exc):
                log.append('exit')

        self.assertEqual(self.enterContext(CM()), 5)
        with self.assertRaises(TypeError) as cm:
            self.enterContext(3)
        self.assertEqual(str(cm.exception), "'builtins.int' object does not support the context manager protocol")


def load_tests(loader, tests, pattern):
    log.append(f'load_tests {pattern} {tests.countTestCases()}')
    return tests


def report(text):
    print(re.sub(r'in \d+\.\d+s', 'in X', text))


def run(*argv, **kw):
    err = io.StringIO()
    old, sys.stderr = sys.stderr, err
    try:
        result = unittest.main(module=kw.pop('module', '__main__'), argv=['prog', *argv], exit=False, **kw).result
    except SystemExit as e:
        result = f'exit {e.code}'
    finally:
        sys.stderr = old
    report(err.getvalue())
    print(result)
    return result


run()
print(log)
log.clear()
run('-v')
run('-v', 'Order.test_a')
run('-q', 'Order', 'Context.test_enter')
run('-v', '-k', 'enter')
run('-k', '*Order*a')
run('Order.test_zzz')
run('--nonsense')
log.clear()

loader = unittest.TestLoader()
print(loader.getTestCaseNames(Order), loader.loadTestsFromTestCase(Order))
print(unittest.TestSuite([Order('test_a'), Order('test_b')]).countTestCases(), Order('test_a'), repr(Order('test_a')), Order('test_a').id(), Order('test_a').shortDescription())
print(Order('test_a') == Order('test_a'), Order('test_a') == Order('test_b'), Order('test_a') == 1)
try:
    Order('nope')
except ValueError as e:
    print(e)
for bad in (Order, 5, 'abc'):
    try:
        unittest.TestSuite().addTest(bad)
    except TypeError as e:
        print(e)
try:
    unittest.TestSuite().addTests('abc')
except TypeError as e:
    print(e)


class Mine(unittest.TestResult):
    def addSuccess(self, test):
        super().addSuccess(test)
        print('success', test.id())

    def addFailure(self, test, err):
        super().addFailure(test, err)
        print('failure', test.id(), err[0].__name__, err[1])


class Two(unittest.TestCase):
    def test_1(self):
        pass

    def test_2(self):
        self.fail('two')

    def test_3(self):
        self.fail('three')


result = Mine()
loader.loadTestsFromTestCase(Two).run(result)
print(result, result.testsRun, result.failures[0][1].splitlines()[-1])
result = Mine()
result.failfast = True
loader.loadTestsFromTestCase(Two).run(result)
print(result.testsRun, result.shouldStop)
one = Two('test_2').run()
print(one)
try:
    Two('test_2').debug()
except AssertionError as e:
    print('debug', e)
f = unittest.FunctionTestCase(lambda: log.append('function'), setUp=lambda: log.append('set up'), description='a function')
f.run()
print(log, f.shortDescription(), f.id())


class Out(unittest.TestCase):
    def test_prints(self):
        print('to stdout')
        self.fail('after output')

    def test_quiet(self):
        print('not shown')


out = io.StringIO()
real, sys.stdout = sys.stdout, io.StringIO()
r = unittest.TextTestRunner(stream=out, buffer=True).run(loader.loadTestsFromTestCase(Out))
mirrored, sys.stdout = sys.stdout.getvalue(), real
print(repr(mirrored), r.failures[0][1].splitlines()[-4:])


class Short(unittest.TestCase):
    longMessage = False
    maxDiff = 30

    def runTest(self):
        for what in (lambda: self.assertEqual(1, 2, 'only this'), lambda: self.assertEqual(1, 2),
                     lambda: self.assertEqual('a' * 50 + '\n', 'b' * 50 + '\n'), lambda: self.assertEqual([1] * 40, [1] * 39 + [2])):
            with self.assertRaises(AssertionError) as cm:
                what()
            print(cm.exception)
        self.assertRaises(TypeError, self.assertRaises, 5)
        with self.assertRaisesRegex(TypeError, 'arg 1 must be an exception type'):
            self.assertRaises('x')
        self.addTypeEqualityFunc(complex, lambda a, b, msg=None: self.fail('complex!'))
        with self.assertRaisesRegex(AssertionError, 'complex!'):
            self.assertEqual(1j, 2j)
        self.assertEqual(1j, 1)


print([text.splitlines()[2:] for _, text in Short().run().failures])

with tempfile.TemporaryDirectory() as d:
    os.makedirs(os.path.join(d, 'pkg', 'sub'))
    for name, text in {
        'test_one.py': 'import unittest\nclass A(unittest.TestCase):\n    def test_x(self): pass\n    def test_y(self): self.fail()\n',
        'test_broken.py': 'import nothing_like_this\n',
        'test_skipped.py': 'import unittest\nraise unittest.SkipTest("whole module")\n',
        'helper.py': 'raise RuntimeError("not a test")\n',
        'pkg/__init__.py': '', 'pkg/test_two.py': 'import unittest\nclass B(unittest.TestCase):\n    def test_z(self): pass\n',
        'pkg/sub/test_lost.py': 'raise RuntimeError("no package")\n',
        'pkg/check_three.py': 'import unittest\nclass C(unittest.TestCase):\n    def test_c(self): pass\n',
    }.items():
        with open(os.path.join(d, name), 'w') as file:
            file.write(text)
    suite = unittest.TestLoader().discover(d)
    print(suite.countTestCases())
    out = io.StringIO()
    r = unittest.TextTestRunner(stream=out, verbosity=2).run(suite)
    lines = out.getvalue().splitlines()
    print([x for x in lines if x.endswith(('ok', 'FAIL', 'ERROR')) or 'skipped' in x or x.startswith(('FAIL', 'ERROR', 'ImportError', 'ModuleNotFoundError'))])
    print(r)
    for t in unittest.TestLoader().discover(os.path.join(d), pattern='check_*.py'):
        print([list(x) for x in t])
