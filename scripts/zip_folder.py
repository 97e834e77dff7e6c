"""Compress a folder's files with a pool of threads, then read the archive back and compare.

    starpool zip_folder.py [FOLDER]     (without one: a folder made for the purpose)
"""

import gzip
import sys
import tempfile
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def sample(folder):
    for i in range(8):
        (folder / f'part{i}').mkdir()
        for j in range(5):
            (folder / f'part{i}' / f'log{j}.txt').write_text(f'{i}.{j} something happened\n' * (50 * (i + 1)), encoding='utf-8')


def squeeze(path):
    data = path.read_bytes()
    return path, data, gzip.compress(data, mtime=0)


def main(folder):
    files = sorted(p for p in folder.rglob('*') if p.is_file())
    with tempfile.TemporaryDirectory() as out, ThreadPoolExecutor(4) as pool:
        archive = Path(out) / 'all.zip'
        before = after = 0
        with zipfile.ZipFile(archive, 'w', zipfile.ZIP_DEFLATED) as z:
            for path, data, packed in pool.map(squeeze, files):
                z.writestr(str(path.relative_to(folder)), data)
                before += len(data)
                after += len(packed)
        print(f'{len(files)} files, {before} bytes, {after} as gzip')

        with zipfile.ZipFile(archive) as z:
            print('damaged:', z.testzip())

            def same(path):
                return z.read(str(path.relative_to(folder))) == path.read_bytes()
            print('equal:', sum(pool.map(same, files)), 'of', len(files))


if __name__ == '__main__':
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]))
    else:
        with tempfile.TemporaryDirectory() as made:
            sample(Path(made))
            main(Path(made))
