"""Back a folder up into a tar.gz with a list of checksums, restore it elsewhere, and verify every file.

    starpool tar_backup.py
"""

import hashlib
import io
import json
import tarfile
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path


def checksum(path):
    return hashlib.sha256(path.read_bytes()).hexdigest()


def backup(folder, target, pool):
    files = sorted(p for p in folder.rglob('*') if p.is_file())
    sums = dict(zip([p.relative_to(folder).as_posix() for p in files], pool.map(checksum, files)))
    with tarfile.open(target, 'w:gz') as archive:
        archive.add(folder, arcname='data')
        listing = json.dumps(sums, sort_keys=True).encode()
        info = tarfile.TarInfo('CHECKSUMS.json')
        info.size = len(listing)
        archive.addfile(info, io.BytesIO(listing))
    return len(files)


def verify(folder, pool):
    sums = json.loads((folder / 'CHECKSUMS.json').read_text())
    names = sorted(sums)

    def good(name):
        path = folder / 'data' / name
        return path.is_file() and checksum(path) == sums[name]
    return [name for name, ok in zip(names, pool.map(good, names)) if not ok]


def main():
    with tempfile.TemporaryDirectory() as top, ThreadPoolExecutor(4) as pool:
        top = Path(top)
        source, target = top / 'source', top / 'restored'
        for i in range(3):
            (source / f'd{i}').mkdir(parents=True)
            for j in range(4):
                (source / f'd{i}' / f'f{j}.bin').write_bytes(bytes([i, j]) * 5000)
        print('saved', backup(source, top / 'backup.tar.gz', pool), 'files')
        with tarfile.open(top / 'backup.tar.gz') as archive:
            archive.extractall(target, filter='data')
        print('bad after restoring:', verify(target, pool))
        (target / 'data/d1/f2.bin').write_bytes(b'damaged')
        (target / 'data/d0/f0.bin').unlink()
        print('bad after damage:', verify(target, pool))


if __name__ == '__main__':
    main()
