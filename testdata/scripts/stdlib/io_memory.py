# StringIO, BytesIO and text layers over them.
import io

s = io.StringIO()
print(s.write("héllo\n"), s.write("wörld"), s.tell(), repr(s.getvalue()))
s.seek(0)
print(s.readline(), s.read(3), s.read(), repr(s.read()))
s.seek(1)
s.write("E")
print(repr(s.getvalue()), s.truncate(4), repr(s.getvalue()))
s.seek(0, 2)
print("printed", 1, 2, file=s)
print(repr(s.getvalue()))
with io.StringIO("a\nb\r\nc\n") as t:
    print(list(t))
print(t.closed)
try:
    t.read()
except ValueError as e:
    print(e)
print(io.StringIO("a\nb\nc").readlines(), [*io.StringIO("x\ny")])
print(io.StringIO("a\r\nb\rc", newline=None).read().encode())
b = io.BytesIO(b"abc\ndef\n")
print(b.read(2), b.readline(), b.read(), b.read(), b.tell())
b.seek(-3, 2)
print(b.read())
b.seek(0)
print([line for line in b])
b.write(b"more")
print(b.getvalue(), b.seekable(), b.readable(), b.writable())
buf = bytearray(4)
b.seek(0)
print(b.readinto(buf), buf)
w = io.TextIOWrapper(io.BytesIO("grüße\nzwei\n".encode()), encoding="utf-8")
print(w.readline().rstrip(), w.read())
raw = io.BytesIO()
w = io.TextIOWrapper(raw, encoding="latin-1", newline="\r\n")
w.write("ü\n")
w.flush()
print(raw.getvalue())
print(isinstance(s, io.TextIOBase), isinstance(b, io.BufferedIOBase), isinstance(b, io.IOBase), isinstance(b, io.StringIO))
for bad in (lambda: io.StringIO(3), lambda: io.BytesIO("x"), lambda: io.StringIO().write(b"x"), lambda: io.BytesIO().write("x"),
            lambda: io.StringIO().fileno(), lambda: io.StringIO().seek(-1), lambda: io.StringIO("abc").seek(1, 1)):
    try:
        bad()
        print("no error")
    except Exception as e:
        print(type(e).__name__, e)


class Tee(io.StringIO):
    def __init__(self):
        super().__init__()
        self.calls = 0

    def write(self, text):
        self.calls += 1
        return super().write(text.upper())


tee = Tee()
print("hello", file=tee)
print(tee.getvalue(), tee.calls)
print(io.SEEK_SET, io.SEEK_CUR, io.SEEK_END, issubclass(io.UnsupportedOperation, OSError))
with io.open("f.txt", "w") as f:
    f.write("x\n")
print(io.open("f.txt").read(), type(io.open("f.txt", "rb")).__name__)
