import unittest, sys, io, re
class Basic(unittest.TestCase):
    @classmethod
    def setUpClass(cls): print('setUpClass')
    def setUp(self): self.x = [1, 2]; self.addCleanup(print, 'cleanup')
    def tearDown(self): print('tearDown')
    def test_ok(self): self.assertEqual(sum(self.x), 3); self.assertIn(1, self.x); self.assertTrue(True); self.assertIsNone(None); self.assertAlmostEqual(0.1 + 0.2, 0.3); self.assertRaises(ValueError, int, 'x'); self.assertIsInstance(1, int); self.assertGreater(2, 1); self.assertCountEqual([1, 2], [2, 1]); self.assertRegex('abc', 'b')
    def test_fail(self): self.assertEqual([1, 2, 3], [1, 2, 4], 'lists differ')
    def test_error(self): raise KeyError('k')
    @unittest.skip('not now')
    def test_skip(self): pass
    @unittest.expectedFailure
    def test_xfail(self): self.fail('expected')
    def test_sub(self):
        for i in range(3):
            with self.subTest(i=i): self.assertNotEqual(i, 1)
    def test_raises(self):
        with self.assertRaisesRegex(ZeroDivisionError, 'division') as cm: 1 / 0
        self.assertEqual(str(cm.exception), 'division by zero')
        with self.assertRaises(TypeError): pass
    def test_text(self): self.assertMultiLineEqual('a\nb\n', 'a\nc\n')
    def test_dict(self): self.assertDictEqual({'a': 1}, {'a': 2})
    def test_log(self):
        import logging
        with self.assertLogs('x', 'INFO') as cm: logging.getLogger('x').info('hey')
        self.assertEqual(cm.output, ['INFO:x:hey'])
    def test_set(self): self.assertEqual({1, 2}, {1, 3})
class Other(unittest.TestCase):
    "Doc."
    def test_one(self):
        "One line."
        self.skipTest('dynamic')
s = io.StringIO(); suite = unittest.TestSuite([unittest.defaultTestLoader.loadTestsFromTestCase(Basic), unittest.defaultTestLoader.loadTestsFromTestCase(Other)])
r = unittest.TextTestRunner(s, verbosity=2).run(suite); text = re.sub(r'in [\d.]+s', 'in Xs', s.getvalue()); print(re.sub(r'File ".*/', 'File "', text)); print(r, r.wasSuccessful(), len(r.failures), suite.countTestCases())
sys.stderr = sys.stdout
def normal(self): pass
class Last(unittest.TestCase):
    test_it = normal
res = unittest.main(exit=False, argv=['x', 'Last'], verbosity=0, testRunner=unittest.TextTestRunner(stream=io.StringIO())).result; print(res.testsRun, res)
