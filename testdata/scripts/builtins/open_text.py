# Text files: modes, iteration, newline, encodings, errors, seek/tell, with.
with open("a.txt", "w") as f:
    print(f.write("line one\nline two\n"), f.write("é ü\n"), f.writable(), f.readable(), f.name, f.mode, f.closed)
    f.writelines(["x\n", "y"])
print(f.closed)
with open("a.txt") as f:
    print([line for line in f])
with open("a.txt", "r", encoding="utf-8") as f:
    print(repr(f.readline()), repr(f.readline(3)), repr(f.read(4)), f.readlines(), repr(f.read()), repr(f.readline()))
with open("a.txt", "a") as f:
    f.write("\nappended")
print(open("a.txt").read().split("\n"))
with open("a.txt", "r+") as f:
    f.write("LINE")
    f.seek(0)
    print(f.readline(), end="")
with open("win.txt", "w", newline="\r\n") as f:
    f.write("a\nb\n")
print(open("win.txt", "rb").read(), repr(open("win.txt").read()), repr(open("win.txt", newline="").read()), open("win.txt", newline="").readlines())
with open("latin.txt", "w", encoding="latin-1") as f:
    f.write("café")
print(open("latin.txt", "rb").read(), open("latin.txt", encoding="latin-1").read(), repr(open("latin.txt", errors="replace").read()), repr(open("latin.txt", encoding="utf-8", errors="ignore").read()))


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: open("latin.txt", encoding="utf-8").read())
attempt(lambda: open("missing.txt"))
attempt(lambda: open("no/such/dir.txt", "w"))
attempt(lambda: open("a.txt", "x"))
attempt(lambda: open("a.txt", "q"))
attempt(lambda: open("a.txt", "rw"))
attempt(lambda: open("a.txt", "rb", encoding="utf-8"))
attempt(lambda: open("a.txt", "rbt"))
attempt(lambda: open("a.txt", encoding="no-such-codec"))
attempt(lambda: open("."))
attempt(lambda: open("a.txt").write("x"))
attempt(lambda: open("b.txt", "w").read())
attempt(lambda: open("b.txt", "w").write(b"bytes"))
attempt(lambda: open("b.txt", "w").write(5))
attempt(lambda: f.read())
attempt(lambda: open("asc.txt", "w", encoding="ascii").write("é"))
attempt(lambda: open())
attempt(lambda: open("a.txt", "", -1))
try:
    open("missing.txt")
except OSError as e:
    print(e.errno, e.strerror, e.filename, e.args, isinstance(e, FileNotFoundError))
with open("x.txt", "x") as f:
    f.write("new")
with open("x.txt") as f:
    print(f.tell(), f.read(1), f.seek(0), f.read(), next(f, "end"))
    for line in f:
        print("never")
with open("p.txt", "w") as out, open("a.txt") as src:
    for n, line in enumerate(src, 1):
        out.write(f"{n}: {line}")
print(open("p.txt").read())
with open("bom.txt", "wb") as f:
    f.write(b"\xef\xbb\xbfbom\n")
print(repr(open("bom.txt", encoding="utf-8").read()), repr(open("bom.txt", encoding="utf-8-sig").read()))
with open("trunc.txt", "w+") as f:
    f.write("0123456789")
    f.seek(4)
    print(f.truncate(), f.seek(0), f.read())
