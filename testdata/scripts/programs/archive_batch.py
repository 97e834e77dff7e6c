#!/usr/bin/env python3
"""Batch compress/extract: gzip, bz2/lzma if there, zip, tar; thread pool; integrity checks and bad archives."""
import base64
import binascii
import contextlib
import gzip
import hashlib
import io
import os
import pathlib
import random
import shutil
import struct
import tarfile
import tempfile
import zipfile
import zlib
from concurrent.futures import ThreadPoolExecutor, as_completed
from functools import partial
from pathlib import Path, PurePosixPath


def sample(seed, n):
    r = random.Random(seed)
    words = ["alpha", "beta", "gamma", "delta\n"]
    return " ".join(r.choices(words, k=n)).encode()


def gz(path: Path, level=6):
    target = path.with_name(path.name + ".gz")
    with path.open("rb") as src, gzip.open(target, "wb", compresslevel=level) as dst:
        shutil.copyfileobj(src, dst, 1024)
    return target, target.stat().st_size < path.stat().st_size


def crc(path):
    v = 0
    with open(path, "rb") as f:
        while chunk := f.read(777):
            v = zlib.crc32(chunk, v)
    return v


def zip_tree(root: Path, dest: Path, compression):
    with zipfile.ZipFile(dest, "w", compression) as z:
        for p in sorted(root.rglob("*")):
            if p.is_file():
                z.write(p, p.relative_to(root))
        z.comment = b"made by archive_batch"
    return dest


def check_member(zpath, info):
    with zipfile.ZipFile(zpath) as z, z.open(info) as f:
        return info.filename, info.file_size, hashlib.sha1(f.read()).hexdigest()[:8], info.is_dir()


def main():
    tmp = Path(tempfile.mkdtemp())
    try:
        root = tmp / "tree"
        for i in range(4):
            p = root / ("d%d" % (i % 2)) / f"file{i}.txt"
            p.parent.mkdir(parents=True, exist_ok=True)
            p.write_bytes(sample(i, 300 * (i + 1)))
        (root / "empty").touch()
        files = sorted(p for p in root.rglob("*.txt"))
        print([p.relative_to(root).as_posix() for p in files], [p.stem + "|" + p.suffix for p in files][:1])
        with ThreadPoolExecutor(3) as ex:
            for t, smaller in ex.map(gz, files):
                with gzip.open(t, "rt") as f:
                    print(t.name, t.suffixes, smaller, sum(1 for _ in f))
            print([("%08x" % c) for c in ex.map(crc, files)])
        zp = zip_tree(root, tmp / "all.zip", zipfile.ZIP_DEFLATED)
        with zipfile.ZipFile(zp) as z:
            infos = z.infolist()
            print(len(infos), z.comment, z.testzip())
        with ThreadPoolExecutor() as ex:
            futs = [ex.submit(check_member, zp, i) for i in infos if i.filename.endswith(".txt")]
            for row in sorted(f.result() for f in as_completed(futs)):
                print(*row)
        tgz = tmp / "all.tar.gz"
        with tarfile.open(tgz, "w:gz") as t:
            t.add(root, arcname="pkg", filter=lambda ti: None if ti.name.endswith(".gz") else ti)
            ti = tarfile.TarInfo("pkg/extra.bin"); ti.size = 3
            t.addfile(ti, io.BytesIO(b"\0\1\2"))
        with tarfile.open(tgz) as t:
            print(sorted(t.getnames()), t.extractfile("pkg/extra.bin").read(), t.getmember("pkg/d0").isdir())
            t.extractall(tmp / "out", filter="data")
        print((tmp / "out/pkg/d1/file1.txt").read_bytes() == (root / "d1/file1.txt").read_bytes())
        data = sample(9, 500)
        d = zlib.decompressobj()
        c = zlib.compressobj(9)
        packed = b"".join([c.compress(data[:1000]), c.compress(data[1000:]), c.flush()])
        print(d.decompress(packed[:20]) + d.decompress(packed[20:]) == data, d.eof, d.unused_data, zlib.adler32(data) == zlib.adler32(data[5:], zlib.adler32(data[:5])))
        print(len(base64.b64encode(data)) % 4, base64.urlsafe_b64encode(b"\xff\xfe\xfd"), binascii.hexlify(b"ab", ":"), base64.b32encode(b"hi"), bytes.fromhex("de ad").hex("-"))
        bad = bytearray(zp.read_bytes()); bad[60] ^= 0xFF
        bz = tmp / "bad.zip"; bz.write_bytes(bad)
        g = gzip.compress(b"hello" * 100)
        for name, fn in [("zip crc", lambda: zipfile.ZipFile(bz).testzip()), ("gz cut", lambda: gzip.decompress(g[:-4])), ("gz crc", lambda: gzip.decompress(g[:-8] + b"\0" * 8)),
                         ("gz magic", lambda: gzip.decompress(b"nope")), ("zlib", lambda: zlib.decompress(b"x\x9cbad")), ("zlib cut", lambda: zlib.decompress(packed[:-5])),
                         ("b64", lambda: base64.b64decode("abc")), ("b64 v", lambda: base64.b64decode("a$b=", validate=True)), ("hex", lambda: bytes.fromhex("zz")),
                         ("nofile", lambda: zipfile.ZipFile(tmp / "none.zip")), ("isdir", lambda: open(root))]:
            try:
                print(name, fn())
            except Exception as e:
                print(f"{name}: {type(e).__module__}.{type(e).__name__}: {str(e).replace(str(tmp), 'TMP')}")
        p = PurePosixPath("/a/b/../c.tar.gz")
        print(p.parts, p.suffixes, p.with_suffix(".zip"), p.parent.parent, p / "x", p.match("*.gz"), p.is_relative_to("/a"), PurePosixPath("a") < PurePosixPath("b"))
        with contextlib.chdir(root):
            print(sorted(map(str, Path().glob("**/*1*"))), Path("d0").resolve() == root.resolve() / "d0")
    finally:
        shutil.rmtree(tmp)


if __name__ == "__main__":
    main()
