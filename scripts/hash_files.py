"""Hashes the files of a folder on a thread pool, with a progress bar in bytes.

    starpool scripts/hash_files.py [FOLDER] [--algorithm NAME]
"""
import argparse
import hashlib
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor, as_completed
from pathlib import Path

from tqdm import tqdm

CHUNK = 1 << 16


def digest(path, algorithm, bar):
    h = hashlib.new(algorithm)
    with open(path, 'rb') as f:
        while chunk := f.read(CHUNK):
            h.update(chunk)
            bar.update(len(chunk))
    return h.hexdigest()


def hash_folder(folder, algorithm):
    files = sorted(p for p in folder.rglob('*') if p.is_file())
    total = sum(p.stat().st_size for p in files)
    sums = {}
    with tqdm(total=total, unit='B', unit_scale=True, unit_divisor=1024, desc=algorithm) as bar:
        with ThreadPoolExecutor() as pool:
            futures = {pool.submit(digest, p, algorithm, bar): p for p in files}
            for future in as_completed(futures):
                path = futures[future].relative_to(folder).as_posix()
                try:
                    sums[path] = future.result()
                except OSError as e:
                    tqdm.write(f'{path}: {e.strerror}', file=sys.stderr)
                bar.set_postfix(files=len(sums), refresh=False)
    return sums


def sample(folder):
    for k in range(6):
        sub = folder / f'part{k % 2}'
        sub.mkdir(exist_ok=True)
        (sub / f'file{k}.bin').write_bytes(bytes(range(256)) * (k * 300))


def main():
    parser = argparse.ArgumentParser(description='Hash the files of a folder.')
    parser.add_argument('folder', nargs='?', type=Path, help='default: a few files made for the purpose')
    parser.add_argument('--algorithm', default='sha256', choices=sorted({'md5', 'sha1', 'sha256', 'blake2b'}))
    args = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = args.folder
        if folder is None:
            folder = Path(made)
            sample(folder)
        for path, value in sorted(hash_folder(folder, args.algorithm).items()):
            print(value[:16], path)


if __name__ == '__main__':
    main()
