# Files: iteration with enumerate, print to files, nested with, reading in chunks, line ends, closed checks, encodings.
with open("data.txt", "w", encoding="utf-8") as f:
    for i in range(5):
        print(i, "line", "é" * i, file=f)
with open("data.txt", encoding="utf-8") as f:
    for n, line in enumerate(f, 1):
        if n == 3:
            break
    print(n, repr(line), repr(f.readline()), len(f.read()))
with open("data.txt", encoding="utf-8") as f:
    print([line.split()[0] for line in f if "é" in line], f.read() == "")
with open("data.txt", encoding="utf-8") as f:
    print(repr(f.read(3)), repr(f.read(0)), repr(f.readline()), len(f.readlines(1)), f.readable(), f.seekable(), f.isatty(), f.encoding.lower(), f.errors)
with open("data.txt", "rb") as f:
    print(f.readline(), f.tell(), f.read(3), sum(1 for _ in f))
lines = open("data.txt", encoding="utf-8").read().splitlines()
print(lines[-1], len(lines))
with open("data.txt", encoding="utf-8") as src, open("copy.txt", "w", encoding="utf-8") as dst:
    dst.writelines(reversed(src.readlines()))
print(open("copy.txt", encoding="utf-8").readline())
f = open("copy.txt", "a", encoding="utf-8")
print(f.write("appended"), f.closed, f.flush(), f.close(), f.closed)
for action in (f.read, f.readline, lambda: f.write("x"), f.flush, lambda: next(f), lambda: list(f), lambda: f.seek(0), f.tell, f.__enter__):
    try:
        action()
    except ValueError as e:
        print(e)
try:
    with open("data.txt", encoding="utf-8") as g:
        raise KeyError("inside")
except KeyError:
    print(g.closed)
with open("empty.txt", "w"): pass
print(repr(open("empty.txt").read()), open("empty.txt").readlines(), list(open("empty.txt")), repr(open("empty.txt").readline()))
with open("nl.txt", "wb") as f: f.write(b"a\r\nb\rc\n\nd")
print(open("nl.txt").readlines(), open("nl.txt", newline="\n").readlines(), open("nl.txt", newline="\r").readlines(), open("nl.txt", newline="").read().encode(), open("nl.txt", "rb").readlines())
with open("nl2.txt", "w", newline="") as f: f.write("x\ny\r\n")
print(open("nl2.txt", "rb").read())
for kw in ({"newline": "x"}, {"mode": "w", "buffering": 0}, {"mode": "z"}, {"mode": ""}, {"mode": "wr"}, {"mode": "r+w"}, {"mode": "b"}):
    try:
        open("data.txt", **kw)
    except ValueError as e:
        print(kw, e)
with open("utf16.txt", "w", encoding="utf-16") as f: f.write("hé")
print(len(open("utf16.txt", "rb").read()), open("utf16.txt", encoding="utf-16").read())
with open("esc.txt", "w", encoding="ascii", errors="backslashreplace") as f: f.write("é☃")
print(open("esc.txt").read())
with open("num.txt", "w+") as f:
    f.write("12\n30\n")
    f.seek(0)
    print(sum(map(int, f)), f.tell())
    f.seek(0, 2)
    f.write("8\n")
    f.seek(0)
    print(f.read().split(), max(map(int, open("num.txt").read().split() or [0])) if False else "")
class Log:
    def __init__(self, path): self.f = open(path, "w")
    def __enter__(self): return self
    def __exit__(self, *a): self.f.close()
    def __call__(self, *words): print(*words, sep="|", file=self.f)
with Log("log.txt") as log:
    log("a", 1)
    log("b")
print(open("log.txt").read(), log.f.closed)
