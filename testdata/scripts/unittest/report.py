# Every assert method's message, skips, subtests, fixtures, as the report shows them.
import unittest, io, re, sys, warnings, logging

class Cases(unittest.TestCase):
    def test_list(self): self.assertEqual([1,2,3],[1,2,4])
    def test_list2(self): self.assertEqual(list(range(30)),list(range(31)))
    def test_dict(self): self.assertEqual({'a':1,'b':[1,2]},{'a':1,'b':[1,3], 'c':5})
    def test_str(self): self.assertEqual('a\nb\nc','a\nx\nc')
    def test_str2(self): self.assertEqual('x'*100+'a','x'*100+'b', 'my msg')
    def test_tuple(self): self.assertEqual((1,),(1,2))
    def test_set(self): self.assertEqual({1,2},{2,3})
    def test_int(self): self.assertEqual(1,2)
    def test_ok(self): "a doc\nmore"; self.assertTrue(True)
    def test_true(self): self.assertTrue(0, 'zero')
    def test_error(self): {}['k']
    def test_raises(self):
        with self.assertRaises(ValueError): pass
    def test_raises2(self): self.assertRaises(ValueError, int, '5')
    def test_raises3(self):
        with self.assertRaisesRegex(ValueError, 'abc'): int('x')
    def test_raises4(self):
        with self.assertRaises(ValueError) as cm: int('x')
        self.assertIn('invalid', str(cm.exception))
    def test_raises5(self):
        with self.assertRaises(ValueError): {}['x']
    def test_warns(self):
        with self.assertWarns(UserWarning): pass
    def test_warns2(self):
        with self.assertWarnsRegex(UserWarning, 'hey') as cm: warnings.warn('hey you')
        self.assertEqual(str(cm.warning), 'hey you')
    def test_logs(self):
        with self.assertLogs('foo', 'INFO') as cm: logging.getLogger('foo.bar').info('x')
        self.assertEqual(cm.output, ['INFO:foo.bar:x'])
    def test_logs3(self):
        try:
            with self.assertLogs('quiet', 'ERROR'): pass
        except AssertionError as e: self.assertEqual(str(e), 'no logs of level ERROR or higher triggered on quiet')
    def test_nologs(self):
        try:
            with self.assertNoLogs('noisy'): logging.getLogger('noisy').warning('uh')
        except AssertionError as e: self.assertEqual(str(e), "Unexpected logs found: ['WARNING:noisy:uh']")
    def test_almost(self): self.assertAlmostEqual(1.0, 1.00001)
    def test_almost2(self): self.assertAlmostEqual(1.0, 1.5, delta=0.1)
    def test_almost3(self): self.assertNotAlmostEqual(1.0, 1.0)
    def test_count(self): self.assertCountEqual([1,2,2],[2,1,1,3])
    def test_count2(self): self.assertCountEqual([[1],[2]],[[2],[3]])
    def test_regex(self): self.assertRegex('abc','x+')
    def test_nregex(self): self.assertNotRegex('abc','b')
    def test_is(self): self.assertIs([], [])
    def test_inst(self): self.assertIsInstance(1, str)
    def test_none(self): self.assertIsNone(1)
    def test_less(self): self.assertLess(2, 1)
    def test_in(self): self.assertIn(1, [2])
    def test_fail(self): self.fail('plain')
    def test_sub(self):
        for i in range(4):
            with self.subTest('odd', i=i):
                self.assertEqual(i % 2, 0)
                if i == 2: raise KeyError(i)
    @unittest.skip('no')
    def test_skip(self): pass
    @unittest.skipIf(1, 'cond')
    def test_skip2(self): pass
    def test_skip3(self): self.skipTest('inside')
    @unittest.expectedFailure
    def test_xfail(self): self.assertEqual(1,2)
    @unittest.expectedFailure
    def test_xpass(self): pass
    def test_chain(self):
        try: 1/0
        except ZeroDivisionError as e: raise AssertionError('from') from e
    def helper(self, x): self.assertEqual(x, 5)
    def test_helper(self): self.helper(4)
    def test_seq(self): self.assertSequenceEqual([1],(2,))
    def test_seq2(self): self.assertSequenceEqual(5,(2,))
    def test_multi(self): self.assertMultiLineEqual('a\nb\n','a\nb')
    def setUp(self): self.addCleanup(lambda: None)
class Fix(unittest.TestCase):
    @classmethod
    def setUpClass(cls): raise RuntimeError('class')
    def test_a(self): pass
class Fix2(unittest.TestCase):
    def setUp(self): raise RuntimeError('su')
    def tearDown(self): print('never')
    def test_a(self): pass
class Fix3(unittest.TestCase):
    def tearDown(self): raise RuntimeError('td')
    def test_a(self): self.addCleanup(lambda: 1/0)
@unittest.skip('all')
class Fix4(unittest.TestCase):
    def test_a(self): pass
for verbosity in (1, 2, 0):
    out = io.StringIO()
    suite = unittest.defaultTestLoader.loadTestsFromModule(sys.modules['__main__'])
    r = unittest.TextTestRunner(stream=out, verbosity=verbosity).run(suite)
    text = re.sub(r'in \d+\.\d+s', 'in X', out.getvalue())
    print(re.sub(r'File ".*[/\\](\w+\.py)"', r'File "\1"', text))
    print(r, r.wasSuccessful(), len(r.skipped), len(r.expectedFailures), len(r.unexpectedSuccesses))
