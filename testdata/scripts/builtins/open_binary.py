# Binary files: read sizes, seek from all ends, readinto-free copying, append, and exclusive creation.
data = bytes(range(256))
with open("d.bin", "wb") as f:
    print(f.write(data), f.tell(), f.write(bytearray(b"tail")), f.mode, f.name)
with open("d.bin", "rb") as f:
    print(f.read(4), f.tell(), f.seek(10), f.read(2), f.seek(-4, 2), f.read(), f.seek(0, 1), f.read(), f.seek(-3, 1), f.read(1))
    f.seek(0)
    total = 0
    while chunk := f.read(100):
        total += len(chunk)
    print(total, f.seekable(), f.readable(), f.writable())
with open("d.bin", "r+b") as f:
    f.seek(2)
    f.write(b"XX")
    f.seek(0)
    print(f.read(6))
with open("d.bin", "ab") as f:
    f.write(b"!")
print(len(open("d.bin", "rb").read()))
with open("lines.bin", "wb") as f:
    f.writelines([b"one\n", b"two\r\n", b"three"])
with open("lines.bin", "rb") as f:
    print(f.readline(), list(f))
with open("lines.bin", "rb") as f:
    print(f.readlines(), f.read(0))
with open("copy.bin", "wb") as dst, open("d.bin", "rb") as src:
    for part in iter(lambda: src.read(64), b""):
        dst.write(part)
print(open("copy.bin", "rb").read() == open("d.bin", "rb").read())


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: open("d.bin", "rb").write(b"x"))
attempt(lambda: open("n.bin", "wb").read())
attempt(lambda: open("n.bin", "wb").write("text"))
attempt(lambda: open("d.bin", "rb").seek(-1))
attempt(lambda: open("d.bin", "xb"))
f = open("d.bin", "rb")
f.close()
f.close()
attempt(lambda: f.read())
attempt(lambda: f.seek(0))


def with_closed():
    with f:
        pass


attempt(with_closed)
buf = bytearray(5)
with open("d.bin", "rb") as f:
    print(f.readinto(buf), buf, f.read1(2) if hasattr(f, "read1") else b"")
with open("rec.bin", "w+b") as f:
    for i in range(3):
        f.write(i.to_bytes(2, "big") + b"rec%d" % i)
    f.seek(6)
    rec = f.read(6)
    print(int.from_bytes(rec[:2], "big"), rec[2:], f.truncate(6), f.seek(0), len(f.read()))


class Tee:
    def __init__(self, *files): self.files = files
    def write(self, s):
        for f in self.files: f.write(s)


with open("1.txt", "w") as a, open("2.txt", "w") as b:
    print("both", "files", file=Tee(a, b))
print(open("1.txt").read() == open("2.txt").read() == "both files\n")
