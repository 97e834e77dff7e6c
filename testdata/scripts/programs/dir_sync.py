# Mirror a tree with threads: os.walk, shutil, filecmp-ish hashing, fnmatch ignore rules
import filecmp
import fnmatch
import hashlib
import os
import shutil
import stat
import sys
import tempfile
from concurrent import futures
from functools import partial
from os.path import join, relpath

IGNORE = ["*.pyc", ".git", "*~", "cache[0-9]"]
BUFSIZE = 8 * 1024


def touch_tree(root, spec, prefix=""):
    for name, content in spec.items():
        p = join(root, name)
        if isinstance(content, dict):
            os.makedirs(p)
            touch_tree(p, content)
        else:
            with open(p, "wb") as fh:
                fh.write(content if isinstance(content, bytes) else content.encode())


def ignored(name):
    return any(fnmatch.fnmatch(name, pat) for pat in IGNORE)


def digest(path, algo="sha1"):
    h = hashlib.new(algo)
    f = open(path, "rb")
    try:
        while True:
            block = f.read(BUFSIZE)
            if not block:
                break
            h.update(block)
    finally:
        f.close()
    return h.hexdigest()


def scan(root):
    files = {}
    for dirpath, dirnames, filenames in os.walk(root):
        dirnames[:] = sorted(d for d in dirnames if not ignored(d))
        for fn in sorted(filenames):
            if ignored(fn):
                continue
            p = join(dirpath, fn)
            files[relpath(p, root).replace(os.sep, "/")] = os.stat(p)
    return files


def copy_one(src, dst, rel):
    s, d = join(src, rel), join(dst, rel)
    parent = os.path.dirname(d)
    if not os.path.isdir(parent):
        os.makedirs(parent, exist_ok=True)
    if os.path.exists(d) and digest(s) == digest(d):
        return rel, "same", 0
    verb = "update" if os.path.exists(d) else "create"
    shutil.copy2(s, d)
    return rel, verb, os.path.getsize(d)


def sync(src, dst, delete=False):
    left, right = scan(src), scan(dst)
    result = []
    with futures.ThreadPoolExecutor(max_workers=4) as pool:
        for r in pool.map(partial(copy_one, src, dst), sorted(left)):
            result.append(r)
    extra = sorted(set(right).difference(left))
    for rel in extra:
        if delete:
            os.unlink(join(dst, rel))
        result.append((rel, "delete" if delete else "extra", 0))
    return result


def show(title, rows):
    print("== %s" % title)
    for rel, verb, size in rows:
        print("  %-7s %-20s %5d" % (verb, rel, size))


def main():
    tmp = tempfile.mkdtemp(prefix="sync")
    try:
        src, dst = join(tmp, "src"), join(tmp, "dst")
        os.mkdir(src); os.mkdir(dst)
        touch_tree(src, {"a.txt": "alpha\n" * 3, "b.bin": bytes(range(256)) * 40, "x.pyc": "no", ".git": {"HEAD": "ref"},
                         "sub": {"c.txt": "c", "deep": {"d~": "", "é.txt": "ü"}, "cache1": {"q": "q"}}})
        show("first", sync(src, dst))
        with open(join(src, "a.txt"), "a") as f:
            print("more", file=f)
        os.remove(join(src, "sub", "c.txt"))
        show("second", sync(src, dst))
        show("third", sync(src, dst, delete=True))
        os.chmod(join(dst, "b.bin"), 0o440)
        mode = os.stat(join(dst, "b.bin")).st_mode
        print(oct(stat.S_IMODE(mode)), stat.filemode(mode), filecmp.cmp(join(src, "b.bin"), join(dst, "b.bin"), shallow=False))
        cmp = filecmp.dircmp(src, dst)
        print(sorted(cmp.left_only), sorted(cmp.same_files), sorted(cmp.common_dirs))
        shutil.move(join(dst, "a.txt"), join(dst, "sub"))
        print(sorted(os.listdir(join(dst, "sub"))), sum(e.is_file() for e in os.scandir(dst)))
        archive = shutil.make_archive(join(tmp, "backup"), "zip", dst)
        print(os.path.basename(archive), os.path.splitext(archive)[1])
        for bad in (join(tmp, "none"), join(src, "a.txt", "x")):
            try:
                os.listdir(bad)
            except OSError as e:
                print(type(e).__name__, e.errno, e.strerror, os.path.basename(e.filename))
        try:
            shutil.copytree(src, dst)
        except FileExistsError as e:
            print("exists:", os.path.basename(e.filename))
        try:
            os.rmdir(src)
        except OSError as e:
            print(e.strerror)
    finally:
        shutil.rmtree(tmp, ignore_errors=True)
    print(os.path.exists(tmp))


if __name__ == '__main__':
    sys.exit(main())
