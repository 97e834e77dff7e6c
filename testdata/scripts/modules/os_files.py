# os: folders, files, stat, environment, walk, errors, in the working directory.
import os


def attempt(f):
    try:
        print(repr(f()))
    except OSError as e:
        print(type(e).__name__, e.errno, e.strerror, e.filename, "|", e)
    except Exception as e:
        print(type(e).__name__, e)


print(os.name, os.sep, os.linesep == "\n", os.pathsep, os.curdir, os.pardir, os.extsep, os.devnull, os.altsep)
print(os.listdir(), os.path.basename(os.getcwd()) != "", os.getcwd() == os.path.abspath("."), os.mkdir("d"), os.makedirs("a/b/c"), os.makedirs("a/b/c", exist_ok=True), sorted(os.listdir(".")), os.listdir("a"))
with open("d/f.txt", "w") as f: f.write("hello")
print(os.path.exists("d/f.txt"), os.path.getsize("d/f.txt"), os.stat("d/f.txt").st_size, os.path.isfile("d/f.txt"), os.path.isdir("d"), os.access("d/f.txt", os.R_OK))
attempt(lambda: os.mkdir("d"))
attempt(lambda: os.makedirs("a/b/c"))
attempt(lambda: os.rmdir("d"))
attempt(lambda: os.rmdir("none"))
attempt(lambda: os.remove("none.txt"))
attempt(lambda: os.remove("a"))
attempt(lambda: os.listdir("none"))
attempt(lambda: os.stat("none"))
attempt(lambda: os.rename("none", "x"))
attempt(lambda: os.chdir("none"))
attempt(lambda: os.listdir("d/f.txt"))
attempt(lambda: os.path.getsize("none"))
attempt(lambda: os.mkdir("x/y"))
attempt(lambda: os.scandir("none"))
attempt(lambda: open("d"))
os.rename("d/f.txt", "d/g.txt")
os.replace("d/g.txt", "a/h.txt")
print(os.listdir("d"), sorted(os.listdir("a")), open("a/h.txt").read())
os.chdir("a")
print(sorted(os.listdir()), os.path.exists("h.txt"), os.path.basename(os.getcwd()))
os.chdir("..")
for n in ("a/b/1.py", "a/b/c/2.txt", "d/3.py"):
    with open(n, "w") as f: f.write("x" * len(n))
for root, dirs, files in os.walk("."):
    dirs.sort()
    print(root, dirs, sorted(files))
print([(r, sorted(f)) for r, d, f in sorted(os.walk("a", topdown=False))], list(os.walk("none")))
with os.scandir("a") as it:
    print(sorted((e.name, e.is_dir(), e.is_file(), e.path) for e in it))
total = sum(os.path.getsize(os.path.join(r, n)) for r, _, fs in os.walk(".") for n in fs)
print(total, sorted(os.path.join(r, n) for r, _, fs in os.walk(".") for n in fs if n.endswith(".py")))
os.remove("a/h.txt"); os.unlink("a/b/1.py"); os.remove("a/b/c/2.txt")
os.removedirs("a/b/c")
print(os.listdir("."), os.path.exists("a"))
os.environ["STARPOOL_X"] = "1"
print(os.environ["STARPOOL_X"], os.environ.get("STARPOOL_NONE"), os.getenv("STARPOOL_X"), os.getenv("STARPOOL_NONE", "d"), "STARPOOL_X" in os.environ, os.environ.pop("STARPOOL_X"), "STARPOOL_X" in os.environ)
attempt(lambda: os.environ["STARPOOL_NONE"])
attempt(lambda: os.environ.__setitem__("X", 5))
os.putenv("PUT", "1")
print(isinstance(os.getpid(), int), os.cpu_count() >= 1, os.process_cpu_count() >= 1, os.fspath("x"), os.strerror(2), isinstance(os.urandom(4), bytes), len(os.urandom(3)), os.error is OSError)
attempt(lambda: os.fspath(5))
attempt(lambda: os.nope)
attempt(lambda: os.listdir(1.5))
fd = os.open("raw.bin", os.O_CREAT | os.O_WRONLY)
print(os.write(fd, b"raw"), os.close(fd), os.path.getsize("raw.bin"))
print(os.stat("raw.bin").st_mtime == os.path.getmtime("raw.bin"), os.path.samefile("raw.bin", "./raw.bin"))
os.truncate("raw.bin", 1)
print(open("raw.bin", "rb").read(), os.get_terminal_size if False else "", os.path.islink("raw.bin"))
os.symlink("raw.bin", "link")
print(os.readlink("link"), os.path.islink("link"), os.path.exists("link"), os.path.realpath("link") == os.path.realpath("raw.bin"), os.lstat("link").st_size)
