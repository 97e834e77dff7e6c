# Copying, moving and removing; glob, fnmatch, tempfile, stat, atexit.
import atexit
import fnmatch
import glob
import os
import shutil
import stat
import tempfile

atexit.register(print, "last", sep="")
atexit.register(lambda: print("first of the exits"))
os.makedirs("tree/sub/deep")
for name in ("tree/a.txt", "tree/b.py", "tree/sub/c.txt", "tree/sub/deep/d.txt", "tree/.hidden"):
    with open(name, "w") as f:
        f.write(name)
print(shutil.copy("tree/a.txt", "copy.txt"), open("copy.txt").read(), shutil.copyfile("tree/a.txt", "x.txt"), shutil.copy2("tree/b.py", "tree/sub"))
print(shutil.copytree("tree", "tree2", ignore=shutil.ignore_patterns("*.py")), sorted(os.listdir("tree2")), sorted(os.listdir("tree2/sub")))
print(shutil.move("x.txt", "moved.txt"), shutil.move("moved.txt", "tree2"), os.path.exists("tree2/moved.txt"))
print(sorted(glob.glob("tree/*")), sorted(glob.glob("**/*.txt", recursive=True)), glob.glob("no*"), sorted(glob.glob("tree/**/", recursive=True)), sorted(glob.glob("tree/[ab].*")), glob.glob("*.txt", root_dir="tree"), glob.escape("a[b]*"))
for bad in (lambda: shutil.copy("none", "y"), lambda: shutil.copyfile("copy.txt", "copy.txt"), lambda: shutil.copytree("tree", "tree2"), lambda: shutil.rmtree("nothere"), lambda: shutil.move("tree/a.txt", "tree2")):
    try:
        bad()
    except OSError as e:
        print(type(e).__name__, e)
shutil.rmtree("nothere", ignore_errors=True)
shutil.rmtree("tree2")
print(os.path.exists("tree2"), shutil.which("sh") is not None, shutil.which("no-such"), shutil.disk_usage(".").total > 0, shutil.get_terminal_size((90, 20)).columns > 0)
print(fnmatch.fnmatch("a.txt", "*.txt"), fnmatch.filter(["a1", "b2", "a3"], "a?"), fnmatch.fnmatchcase("A", "a"), fnmatch.fnmatch("x", "[!a-c]"), fnmatch.fnmatch("[", "["), fnmatch.fnmatch("a.b", "a.?"))
with tempfile.TemporaryDirectory() as d:
    path = os.path.join(d, "f")
    with open(path, "w") as f:
        f.write("x")
    print(os.path.isdir(d), os.listdir(d))
print(os.path.exists(d))
with tempfile.NamedTemporaryFile("w+", suffix=".txt") as f:
    f.write("hello")
    f.flush()
    f.seek(0)
    print(f.read(), f.name.endswith(".txt"), os.path.exists(f.name))
print(os.path.exists(f.name))
with tempfile.TemporaryFile() as f:
    f.write(b"data")
    f.seek(0)
    print(f.read())
fd, name = tempfile.mkstemp(prefix="pre", dir=".")
os.write(fd, b"q")
os.close(fd)
print(os.path.basename(name).startswith("pre"), open(name).read())
e = tempfile.mkdtemp()
os.rmdir(e)
s = tempfile.SpooledTemporaryFile(max_size=4, mode="w+")
s.write("abcdef")
s.seek(0)
print(s.read(), stat.filemode(0o100644), stat.filemode(0o40755), stat.S_ISDIR(os.stat(".").st_mode), oct(stat.S_IMODE(0o100755)))
print("end of script")
