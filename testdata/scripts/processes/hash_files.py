# Hashes the files of a folder in worker processes and finds the copies.
import hashlib
import os
import tempfile
from collections import defaultdict
from concurrent.futures import ProcessPoolExecutor, as_completed


def digest(path):
    h = hashlib.sha256()
    with open(path, 'rb') as f:
        while block := f.read(1 << 16):
            h.update(block)
    return os.path.basename(path), h.hexdigest(), os.path.getsize(path)


def make_files(folder):
    for i in range(24):
        with open(os.path.join(folder, f'file{i:02}.bin'), 'wb') as f:
            f.write(bytes([i % 7]) * (1000 * (i % 7 + 1)))


def main():
    with tempfile.TemporaryDirectory() as folder:
        make_files(folder)
        paths = [os.path.join(folder, name) for name in sorted(os.listdir(folder))]
        by_hash = defaultdict(list)
        with ProcessPoolExecutor(max_workers=2) as pool:
            futures = {pool.submit(digest, p): p for p in paths}
            for f in as_completed(futures):
                name, h, size = f.result()
                assert futures[f].endswith(name)
                by_hash[h, size].append(name)
            missing = pool.submit(digest, os.path.join(folder, 'none'))
            print(type(missing.exception()).__name__)
        for (h, size), names in sorted(by_hash.items(), key=lambda kv: kv[0][1]):
            print(h[:12], size, *sorted(names))


if __name__ == '__main__':
    main()
