"""A word counter that runs on a thread pool, with the tests that hold it to its word.

    starpool scripts/tested_worker.py            run the tests
    starpool -m unittest scripts/tested_worker.py -v
"""
import collections
import threading
import unittest
from concurrent.futures import ThreadPoolExecutor, as_completed
from unittest import mock


class WordCounter:
    """Counts the words of documents that a function fetches by name."""

    def __init__(self, fetch, workers=4):
        self.fetch = fetch
        self.workers = workers
        self.failed = {}

    @staticmethod
    def count(text):
        return collections.Counter(word.strip('.,;:!?').lower() for word in text.split())

    def run(self, names):
        total = collections.Counter()
        with ThreadPoolExecutor(max_workers=self.workers, thread_name_prefix='count') as pool:
            futures = {pool.submit(lambda n: self.count(self.fetch(n)), name): name for name in names}
            for future in as_completed(futures):
                try:
                    total += future.result()
                except OSError as e:
                    self.failed[futures[future]] = str(e)
        return total


class CountTest(unittest.TestCase):
    def test_words(self):
        cases = {
            '': {},
            'one': {'one': 1},
            'One, one; ONE!': {'one': 3},
            'a b\na': {'a': 2, 'b': 1},
        }
        for text, expected in cases.items():
            with self.subTest(text=text):
                self.assertEqual(WordCounter.count(text), expected)


class RunTest(unittest.TestCase):
    documents = {'x': 'red green', 'y': 'green blue green', 'z': 'red'}

    def test_all_documents(self):
        counter = WordCounter(self.documents.__getitem__)
        self.assertEqual(counter.run(self.documents), {'red': 2, 'green': 3, 'blue': 1})
        self.assertEqual(counter.failed, {})

    def test_each_document_is_fetched_once(self):
        fetch = mock.Mock(side_effect=self.documents.get)
        WordCounter(fetch, workers=2).run(['x', 'y', 'z'])
        self.assertCountEqual(fetch.call_args_list, [mock.call('x'), mock.call('y'), mock.call('z')])

    def test_failure_does_not_stop_the_others(self):
        def fetch(name):
            if name == 'gone':
                raise FileNotFoundError(f'no document {name}')
            return self.documents[name]

        counter = WordCounter(fetch)
        self.assertEqual(counter.run(['x', 'gone', 'z']), {'red': 2, 'green': 1})
        self.assertEqual(counter.failed, {'gone': 'no document gone'})

    def test_programming_errors_come_through(self):
        with self.assertRaisesRegex(AttributeError, 'split'):
            WordCounter(lambda name: None).run(['x'])

    def test_fetches_overlap(self):
        barrier = threading.Barrier(3, timeout=10)

        def fetch(name):
            barrier.wait()  # passes only if three are under way at once
            return name

        self.assertEqual(sum(WordCounter(fetch, workers=3).run('abc').values()), 3)


if __name__ == '__main__':
    unittest.main()
