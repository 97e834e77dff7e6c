"""Sums up web server logs with a thread pool: requests, errors and bytes by path.

    starpool scripts/log_analyser.py [FILE ...]

Without files it writes a few of its own first, so that there is something to see.
"""
import collections
import logging
import os
import re
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

LINE = re.compile(r'(?P<host>\S+) \S+ \S+ \[(?P<time>[^]]+)\] "(?P<method>[A-Z]+) (?P<path>\S+) [^"]*" (?P<status>\d{3}) (?P<size>\d+|-)')
log = logging.getLogger('analyser')


class Summary:
    def __init__(self):
        self.requests = collections.Counter()
        self.errors = collections.Counter()
        self.sizes = collections.Counter()
        self.unreadable = 0

    def add_line(self, line):
        m = LINE.match(line)
        if m is None:
            self.unreadable += 1
            return
        path = m['path'].partition('?')[0]
        self.requests[path] += 1
        if m['status'] >= '400':
            self.errors[path] += 1
        if m['size'] != '-':
            self.sizes[path] += int(m['size'])

    def merge(self, other):
        self.requests += other.requests
        self.errors += other.errors
        self.sizes += other.sizes
        self.unreadable += other.unreadable
        return self


def analyse(path):
    summary = Summary()
    try:
        with open(path, encoding='utf-8', errors='replace') as f:
            for line in f:
                summary.add_line(line)
    except OSError as e:
        log.error('%s: %s', os.path.basename(path), e.strerror)
    else:
        log.info('%s: %d requests', os.path.basename(path), sum(summary.requests.values()))
    return summary


def make_logs(folder):
    """Write three logs; return their paths, and one that is not there."""
    paths = []
    for k in range(3):
        path = os.path.join(folder, f'access{k}.log')
        with open(path, 'w', encoding='utf-8') as f:
            for i in range(200):
                page = ('/', '/about', f'/item?id={i}', '/missing')[i % 4]
                status = 404 if page == '/missing' else 500 if i % 50 == 2 and k == 1 else 200
                size = '-' if status >= 400 else 100 * (k + 1) + i
                f.write(f'10.0.0.{i % 9} - - [01/Jan/2025:00:{i % 60:02d}:00 +0000] "GET {page} HTTP/1.1" {status} {size}\n')
            f.write('not a log line\n')
        paths.append(path)
    return paths + [os.path.join(folder, 'access3.log')]


def report(paths):
    total = Summary()
    with ThreadPoolExecutor(max_workers=4) as pool:
        for summary in pool.map(analyse, paths):
            total.merge(summary)
    print(f'{"path":<10}{"requests":>10}{"errors":>8}{"bytes":>10}')
    for path, n in sorted(total.requests.items(), key=lambda item: (-item[1], item[0])):
        print(f'{path:<10}{n:>10}{total.errors[path]:>8}{total.sizes[path]:>10}')
    print(f'{sum(total.requests.values())} requests, {total.unreadable} lines that are none')


if __name__ == '__main__':
    logging.basicConfig(level=logging.WARNING, format='%(levelname)s %(name)s: %(message)s', stream=sys.stdout)
    if len(sys.argv) > 1:
        report(sys.argv[1:])
    else:
        with tempfile.TemporaryDirectory() as folder:
            report(make_logs(folder))
