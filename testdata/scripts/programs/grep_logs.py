"""Search log files, plain and gzipped, with a regular expression and a pool of threads.

    starpool grep_logs.py PATTERN FILE...     (without arguments: a demonstration)
"""

import gzip
import re
import sys
import tempfile
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

LINE = re.compile(r'(?P<date>\d{4}-\d\d-\d\d) (?P<level>[A-Z]+) (?P<where>\w+): (?P<text>.*)')


def search(path, pattern):
    opener = gzip.open if path.suffix == '.gz' else open
    found = []
    with opener(path, 'rt', encoding='utf-8', errors='replace') as lines:
        for number, line in enumerate(lines, 1):
            if pattern.search(line):
                found.append((number, line.rstrip('\n')))
    return path, found


def main(pattern, paths):
    pattern = re.compile(pattern)
    levels = Counter()
    with ThreadPoolExecutor(4) as pool:
        for path, found in pool.map(lambda p: search(p, pattern), paths):
            for number, line in found:
                parts = LINE.match(line)
                levels[parts['level'] if parts else '?'] += 1
                print(f'{path.name}:{number}: {line}')
    print(dict(sorted(levels.items())))


def demonstration(folder):
    paths = []
    for day in range(1, 5):
        lines = [f'2024-03-{day:02} {level} worker{i % 3}: request {i} took {i * 37 % 1000} ms\n' for i, level in enumerate(['INFO', 'DEBUG', 'WARNING', 'ERROR'] * 10)]
        if day % 2:
            path = folder / f'day{day}.log.gz'
            with gzip.open(path, 'wt', encoding='utf-8') as f:
                f.writelines(lines)
        else:
            path = folder / f'day{day}.log'
            path.write_text(''.join(lines), encoding='utf-8')
        paths.append(path)
    main(r'(ERROR|WARNING).*took 9\d\d', paths)


if __name__ == '__main__':
    if len(sys.argv) > 2:
        main(sys.argv[1], [Path(p) for p in sys.argv[2:]])
    else:
        with tempfile.TemporaryDirectory() as made:
            demonstration(Path(made))
