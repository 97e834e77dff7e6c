"""Find files with the same content: by size first, then by hash, in a pool.

    starpool find_duplicates.py [FOLDER]
"""

import hashlib
import os
import sys
import tempfile
from collections import defaultdict
from concurrent.futures import ThreadPoolExecutor


def digest(path):
    with open(path, 'rb') as f:
        return path, hashlib.file_digest(f, 'blake2b').hexdigest()


def duplicates(folder):
    by_size = defaultdict(list)
    for here, _, names in os.walk(folder):
        for name in names:
            path = os.path.join(here, name)
            by_size[os.path.getsize(path)].append(path)
    suspects = [path for group in by_size.values() if len(group) > 1 for path in group]
    by_hash = defaultdict(list)
    with ThreadPoolExecutor() as pool:
        for path, value in pool.map(digest, suspects):
            by_hash[value].append(path)
    return sorted(sorted(group) for group in by_hash.values() if len(group) > 1)


def main(folder):
    wasted = 0
    for group in duplicates(folder):
        size = os.path.getsize(group[0])
        wasted += size * (len(group) - 1)
        print(f'{size:>8} bytes, {len(group)} times')
        for path in group:
            print('        ', os.path.relpath(path, folder).replace(os.sep, '/'))
    print('could be saved:', wasted, 'bytes')


if __name__ == '__main__':
    if len(sys.argv) > 1:
        main(sys.argv[1])
    else:
        with tempfile.TemporaryDirectory() as made:
            os.mkdir(os.path.join(made, 'sub'))
            for name, text in {'a.txt': 'same' * 100, 'sub/b.txt': 'same' * 100, 'c.txt': 'diff' * 100, 'd.txt': 'x', 'sub/e.txt': 'x', 'f.txt': 'alone'}.items():
                with open(os.path.join(made, name), 'w', encoding='utf-8') as f:
                    f.write(text)
            main(made)
