# gzip: files, text, members, seeking, errors.
import gzip
import io
import os
import zlib

data = b'some line of text\n' * 1000
z = gzip.compress(data, mtime=0)
print(len(z), z[:10], gzip.decompress(z) == data, gzip.compress(b'', 1, mtime=5), gzip.compress(b'x', compresslevel=6, mtime=1.7))
print(gzip.decompress(z + z + b'\0\0') == data * 2, gzip.decompress(b''), zlib.decompress(z, 31) == data)

with gzip.open('a.gz', 'wb') as f:
    print(f.write(data), f.write(b''), f.write(bytearray(b'tail')), f.tell(), f.mode, f.name, f.writable(), f.readable(), f.seekable(), f.closed)
print(f.closed)
with gzip.open('a.gz') as f:
    print(f.read(10), f.readline(), f.tell(), f.peek(4)[:4], f.read1(5), len(f.read()), f.read(), f.read1())
    print(f.seek(18), f.readline(), f.seek(-4, 2), f.read(), f.seek(5, 0), f.seek(3, 1), f.read(3), f.mtime is not None)
    f.rewind()
    print(f.readline(4), f.readlines(40), len(list(f)), isinstance(f, io.BufferedIOBase))
    b = bytearray(6)
    f.seek(0)
    print(f.readinto(b), b, f.mode, f.name, f.fileno() > 2)
with gzip.open('t.gz', 'wt', encoding='utf-8', newline='\r\n') as f:
    f.write('grün\n')
    print('naïve', 'text', file=f)
print(gzip.open('t.gz').read())
with gzip.open('t.gz', 'rt', encoding='utf-8') as f:
    print([line for line in f], f.encoding)
with gzip.open('t.gz', 'at', encoding='utf-8') as f:
    f.write('more')
with gzip.open('t.gz', mode='rt', encoding='utf-8') as f:
    print(f.read())
with open('t.gz', 'rb') as raw, gzip.GzipFile(fileobj=raw) as f:
    print(f.name, f.readline())
print(raw.closed)

memory = io.BytesIO()
with gzip.GzipFile(filename='given.txt', mode='wb', fileobj=memory, mtime=42) as f:
    f.write(b'abc')
    f.flush()
    f.seek(6)
    f.write(b'd')
print(memory.getvalue()[:20], gzip.decompress(memory.getvalue()))
memory.seek(0)
with gzip.open(memory) as f:
    print(f.read(), f.mtime)
with gzip.open('x.gz', 'xb', compresslevel=1) as f:
    f.write(b'new')
print(os.path.getsize('x.gz') > 0)

bad_crc = z[:-8] + b'\0\0\0\0' + z[-4:]
bad_size = z[:-4] + b'\0\0\0\0'


def reading(data):
    return gzip.GzipFile(fileobj=io.BytesIO(data)).read()


closed = gzip.open('a.gz')
closed.close()
writer = gzip.open('y.gz', 'w')
for what, call in {
    'magic': lambda: gzip.decompress(b'no gzip'), 'magic file': lambda: reading(b'no gzip'), 'method': lambda: gzip.decompress(b'\x1f\x8b\x07' + bytes(10)),
    'short': lambda: gzip.decompress(z[:-3]), 'short file': lambda: reading(z[:-3]), 'short header': lambda: gzip.decompress(z[:5]), 'cut': lambda: reading(z[:30]),
    'crc': lambda: gzip.decompress(bad_crc), 'crc file': lambda: reading(bad_crc), 'size': lambda: reading(bad_size), 'size 2': lambda: gzip.decompress(bad_size),
    'deflate': lambda: gzip.decompress(z[:10] + b'\xff' * 20), 'deflate file': lambda: reading(z[:10] + b'\xff' * 20), 'garbage': lambda: gzip.decompress(z + b'garbage'),
    'mode': lambda: gzip.open('a.gz', 'rbt'), 'mode 2': lambda: gzip.open('a.gz', 'z'), 'encoding': lambda: gzip.open('a.gz', encoding='utf-8'), 'newline': lambda: gzip.open('a.gz', newline=''),
    'type': lambda: gzip.open(3), 'missing': lambda: gzip.open('missing.gz'), 'exists': lambda: gzip.open('a.gz', 'x'), 'closed': lambda: closed.read(),
    'write': lambda: gzip.open('a.gz').write(b'x'), 'read': lambda: writer.read(), 'text': lambda: writer.write('x'),
    'back': lambda: writer.rewind(), 'from end': lambda: writer.seek(0, 2), 'compress': lambda: gzip.compress('x'), 'level': lambda: gzip.compress(b'x', 11),
}.items():
    try:
        print(what, call())
    except Exception as e:
        print(what, type(e).__name__, e)
writer.close()
print(issubclass(gzip.BadGzipFile, OSError))
