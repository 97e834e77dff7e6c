# Classes derived from io's, and buffers and text layers over them.
import io


class Raw(io.RawIOBase):
    def __init__(self, data):
        self.data = data
        self.at = 0
        self.log = []

    def readable(self):
        return True

    def readinto(self, b):
        part = self.data[self.at:self.at + min(len(b), 5)]
        b[:len(part)] = part
        self.at += len(part)
        return len(part)


r = Raw(b'hello\nworld\nmore text here\n')
print(r.read(3), r.readline(), r.read(100), r.readall(), r.read(5), r.closed, r.writable(), r.seekable(), r.isatty())
r.close()
print(r.closed)
for call in (r.readline, r.fileno, r.flush, r.__enter__, lambda: r.truncate(), r.readlines, r.tell):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
print(Raw(b'a\nb\nc').readlines(), list(Raw(b'x\ny\n')))
with Raw(b'in with') as r:
    print(r.read())
print(r.closed)

b = io.BufferedReader(Raw(b'hello\nworld\nmore text here\n'))
print(b.readline(), b.peek(2)[:2], b.read(4), b.read1(100), b.read(), b.read())
t = io.TextIOWrapper(io.BufferedReader(Raw('grün\r\nrot\n'.encode())), encoding='utf-8')
print([line for line in t])


class Upper(io.BufferedIOBase):
    """A stream that changes what goes through it."""

    def __init__(self):
        self.parts = []
        self.flushed = 0

    def writable(self):
        return True

    def write(self, data):
        self.parts.append(bytes(data).upper())
        return len(data)

    def flush(self):
        self.flushed += 1


u = Upper()
with io.TextIOWrapper(u, encoding='ascii', write_through=True) as t:
    print('some words', file=t)
    t.write('and more')
print(b''.join(u.parts), u.closed)
u = Upper()
u.writelines([b'a', b'b'])
print(u.parts, u.readable())
for call in (u.read, u.read1, u.detach, lambda: u.readinto(bytearray(3))):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)


class Lines(io.TextIOBase):
    def __init__(self, lines):
        self.lines = list(lines)
        self.name = 'lines'

    def readline(self, size=-1):
        return self.lines.pop(0) if self.lines else ''


print(list(Lines(['a\n', 'b\n', 'c'])), Lines([]).encoding, Lines([]).name)
for bad in (lambda: Lines([]).write('x'), lambda: Lines([]).read(), lambda: io.TextIOWrapper(3), lambda: io.BufferedWriter(Raw(b'')), lambda: io.BufferedReader(Upper()),
            lambda: io.BufferedReader(Raw(b''), -1), lambda: io.IOBase().seek(0)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)


class Tee(io.StringIO):
    def write(self, s):
        return super().write(s * 2)


t = Tee()
print('x', end='', file=t)
print(t.getvalue(), hasattr(t, 'name'), hasattr(io.BytesIO(), 'mode'))
t.name = 'given'
print(t.name)
x = io.BytesIO(b'one\ntwo\n')
x.name = 'memory'
print(x.name, io.TextIOWrapper(x).read())
with open('f.bin', 'wb') as f:
    f.write(b'0123456789')
f = io.FileIO('f.bin')
print(f.read(3), f.mode, f.name, f.readable(), io.BufferedReader(f).read(2))
f.close()
with io.FileIO('f.bin', 'r+') as f:
    f.seek(0, 2)
    f.write(b'ab')
print(open('f.bin', 'rb').read())
print(isinstance(r, io.IOBase), issubclass(io.BytesIO, io.BufferedIOBase), isinstance(open('f.bin'), io.TextIOBase), isinstance(u, io.RawIOBase))
