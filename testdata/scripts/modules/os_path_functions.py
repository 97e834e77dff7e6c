# os.path: pure functions on POSIX paths.
import os
from os import path

for p in ("/a/b/c.txt", "a/b", "a/", "/", "", "c.tar.gz", ".hidden", "dir.d/file", "//x", "a//b", "..", "/a/../b", "x/.bashrc", "no.ext/"):
    print(repr(p), path.split(p), path.splitext(p), path.basename(p), path.dirname(p), path.normpath(p), path.isabs(p), path.splitroot(p), path.splitdrive(p))
print(path.join("a", "b", "c"), path.join("a/", "b"), path.join("a", "/b"), path.join("", "a"), path.join("a", ""), path.join("a"), path.join("a", "", "b"), path.join("/", "x"), path.join(b"a", b"b"))
for p in ("a/./b", "a/b/../c", "../x", "/..", "a//b///c", "./", "a/..", "../../a/../b", "/a/b/../../..", "///a"):
    print(p, "->", path.normpath(p), end="; ")
print()
print(path.abspath("x") == path.join(os.getcwd(), "x"), path.abspath("/a/../b"), path.relpath("/a/b/c", "/a"), path.relpath("/a", "/a/b/c"), path.relpath("/a/b", "/a/b"), path.relpath("/x/y", "/a/b"), path.commonpath(["/a/b/c", "/a/b/d", "/a/b"]), path.commonpath(["a/b", "a/c"]), path.commonprefix(["abcd", "abxy"]), path.commonprefix([]), path.commonprefix(["/usr/lib", "/usr/local"]))
print(path.exists("nope"), path.isfile("nope"), path.isdir("."), path.islink("nope"), path.lexists("nope"), path.ismount("/"), path.normcase("A/B"), path.sep, path.pardir, path.curdir, path.extsep, path.pathsep)
os.environ["HOME"] = "/home/me"
os.environ["VAR"] = "value"
print(path.expanduser("~/x"), path.expanduser("~"), path.expanduser("a~"), path.expandvars("$VAR/${VAR}x/$NOPE/$"), path.expandvars("plain"))


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)


for f in (lambda: path.join(), lambda: path.join("a", 5), lambda: path.join("a", b"b"), lambda: path.split(5), lambda: path.commonpath([]), lambda: path.commonpath(["/a", "b"]), lambda: path.relpath(""), lambda: path.basename(None), lambda: path.getsize("nope"), lambda: path.getmtime("nope"), lambda: path.nope, lambda: path.exists(1.5), lambda: path.splitext(b"a.b"), lambda: path.isdir("a\0b")):
    attempt(f)


class P:
    def __init__(self, p): self.p = p
    def __fspath__(self): return self.p


print(path.join(P("a"), "b"), path.basename(P("x/y")), path.exists(P(".")), os.fspath(P("q")), os.fspath(b"b"))
with open(P("made.txt"), "w") as f: f.write("1")
print(path.isfile("made.txt"), path.getsize(P("made.txt")))


def tree(paths):
    root = {}
    for p in paths:
        node = root
        for part in path.normpath(p).split(os.sep):
            node = node.setdefault(part, {})
    return root


def show(node, indent=""):
    for name in sorted(node):
        print(indent + name)
        show(node[name], indent + "  ")


show(tree(["a/b/c.txt", "a/d.txt", "a/b/../e/f", "./g"]))
by_ext = {}
for name in ("x.py", "y.PY", "z", "w.tar.gz", "v.py"):
    by_ext.setdefault(path.splitext(name)[1].lower(), []).append(name)
print(by_ext, ["/".join(p) for p in (("a", "b"),)], path.join(*"abc"), path.sep.join(["q", "r"]))
