# zipfile: writing, reading, extracting, bad archives.
import io
import os
import struct
import zipfile
from zipfile import ZipFile, ZipInfo

text = b'line of text\n' * 300
os.mkdir('src')
os.mkdir('src/sub')
for name in ('src/a.txt', 'src/sub/b.txt'):
    with open(name, 'wb') as f:
        f.write(text)
    os.utime(name, (1_000_000_000, 1_000_000_000))
    os.chmod(name, 0o644)
os.chmod('src/sub', 0o755)

with ZipFile('one.zip', 'w', zipfile.ZIP_DEFLATED) as z:
    z.write('src/a.txt')
    z.write('src/sub/b.txt', 'renamed.txt', zipfile.ZIP_STORED)
    z.write('src/sub')
    z.writestr('data/x.bin', bytes(range(256)))
    z.writestr(ZipInfo('old.txt', (1999, 12, 31, 23, 59, 58)), 'grün')
    info = ZipInfo('grün.txt', (2020, 2, 3, 4, 5, 6))
    info.compress_type = zipfile.ZIP_DEFLATED
    info.comment = b'about it'
    z.writestr(info, text, compresslevel=9)
    with z.open('stream.txt', 'w') as f:
        print(f.write(b'part one, '), f.write(b'part two'), f.name, f.writable())
    z.mkdir('empty')
    z.comment = b'the comment'
    print(z.mode, z.filename, len(z.filelist))

with ZipFile('one.zip') as z:
    print(z.namelist(), z.comment, z.testzip(), z)
    for i in z.infolist():
        i.date_time = (2000, 1, 1, 0, 0, 0) if i.filename not in ('old.txt', 'grün.txt') else i.date_time
        print(i, i.file_size, i.compress_size, i.CRC, i.is_dir(), oct(i.external_attr >> 16), i.flag_bits, i.comment, i.create_system, i.extract_version, i.orig_filename)
    z.printdir()
    print(z.read('src/a.txt') == text, z.read(z.getinfo('old.txt')).decode(), z.read('grün.txt') == text, z.read('stream.txt'), z.getinfo('grün.txt').date_time)
    with z.open('src/a.txt') as f:
        print(f, f.read(4), f.readline(), f.peek(3)[:3], f.read1(7), f.tell(), f.seek(-5, 2), f.read(), f.seek(13), f.readline(), f.seekable(), f.readable(), f.mode, f.name)
        print(len(f.readlines()), f.read())
    with z.open('src/a.txt') as f, z.open('renamed.txt') as g:
        print(f.read(5), g.read(5), f.read(5), g.read(5))
    print(f, [line for line in io.TextIOWrapper(z.open('old.txt'), encoding='utf-8')])
    z.extractall('out')
    print(z.extract('old.txt', 'out2'), z.extract(z.infolist()[0], 'out2'))
print(z)
found = []
for root, dirs, files in os.walk('out'):
    dirs.sort()
    found += [os.path.join(root, f) for f in sorted(files)] + [os.path.join(root, d) + '/' for d in dirs]
print(sorted(found))

with ZipFile('one.zip', 'a', compression=zipfile.ZIP_DEFLATED, compresslevel=1) as z:
    z.writestr('added.txt', text)
with ZipFile('one.zip') as z:
    print(z.namelist()[-1], z.read('added.txt') == text, z.comment, z.testzip())

memory = io.BytesIO()
with ZipFile(memory, 'x') as z:
    z.writestr('a', 'x' * 10)
print(zipfile.is_zipfile(memory), zipfile.is_zipfile('one.zip'), zipfile.is_zipfile('src/a.txt'), zipfile.is_zipfile('missing'), zipfile.is_zipfile(io.BytesIO(b'PK\5\6')))
moved = io.BytesIO(b'something before' + memory.getvalue())
print(ZipFile(moved).read('a'))


class Pipe(io.RawIOBase):
    def __init__(self):
        self.parts = []

    def writable(self):
        return True

    def write(self, b):
        self.parts.append(bytes(b))
        return len(b)


pipe = Pipe()
with ZipFile(pipe, 'w', zipfile.ZIP_DEFLATED) as z:
    z.writestr('p.txt', text)
with ZipFile(io.BytesIO(b''.join(pipe.parts))) as z:
    print(z.read('p.txt') == text, z.infolist()[0].flag_bits)

# Names that would leave the target.
evil = io.BytesIO()
with ZipFile(evil, 'w') as z:
    for name in ('../up.txt', '/abs.txt', 'a/../../b.txt', './c.txt', 'd//e.txt'):
        z.writestr(ZipInfo(name), 'x')
with ZipFile(evil) as z:
    print(sorted(os.path.relpath(z.extract(n, 'safe')) for n in z.namelist()))

good = memory.getvalue()
encrypted = bytearray(good)
encrypted[6] |= 1
encrypted[good.rfind(b'PK\1\2') + 8] |= 1
broken = bytearray(good)
broken[32] ^= 1
closed = ZipFile(io.BytesIO(good))
closed.close()
other = bytearray(good)
other[good.rfind(b'PK\1\2') + 10] = 99
two = io.BytesIO()
writer = ZipFile(two, 'w')
handle = writer.open('one', 'w')
for what, call in {
    'no zip': lambda: ZipFile('src/a.txt'), 'empty': lambda: ZipFile(io.BytesIO()), 'missing': lambda: ZipFile('missing.zip'), 'mode': lambda: ZipFile('one.zip', 'q'),
    'method': lambda: ZipFile(io.BytesIO(), 'w', 77), 'item': lambda: ZipFile('one.zip').read('none'), 'info': lambda: ZipFile('one.zip').getinfo('none'),
    'crc': lambda: ZipFile(io.BytesIO(bytes(broken))).read('a'), 'test': lambda: ZipFile(io.BytesIO(bytes(broken))).testzip(), 'cut': lambda: ZipFile(io.BytesIO(good[:-5])),
    'cut front': lambda: ZipFile(io.BytesIO(good[60:])), 'encrypted': lambda: ZipFile(io.BytesIO(bytes(encrypted))).read('a'),
    'password': lambda: ZipFile(io.BytesIO(bytes(encrypted))).read('a', b'wrong'), 'unknown': lambda: ZipFile(io.BytesIO(bytes(other))).read('a'),
    'closed': lambda: closed.read('a'), 'closed write': lambda: closed.writestr('x', 'y'), 'read only': lambda: ZipFile('one.zip').writestr('x', 'y'), 'open mode': lambda: ZipFile('one.zip').open('x', 'rb'),
    'two handles': lambda: writer.open('two', 'w'), 'close open': lambda: writer.close(), 'write open': lambda: writer.writestr('x', b'y'), 'read open': lambda: writer.read('one'),
    'pwd': lambda: ZipFile('one.zip').setpassword('text'), 'comment': lambda: setattr(ZipFile('one.zip'), 'comment', 'text'), 'date': lambda: ZipInfo('x', (1970, 1, 1, 0, 0, 0)),
    'dir': lambda: writer.mkdir(3), 'exists': lambda: ZipFile('one.zip', 'x'), 'data': lambda: handle.write('text'),
}.items():
    try:
        print(what, call())
    except Exception as e:
        print(what, type(e).__name__, e)
handle.close()
writer.close()
print(ZipFile(two).namelist())

p = zipfile.Path('one.zip')
print(p, repr(p), p.name, [str(x) for x in p.iterdir()], (p / 'src').is_dir(), (p / 'src' / 'a.txt').read_bytes() == text)
q = p / 'data' / 'x.bin'
print(q.exists(), q.is_file(), q.name, q.suffix, q.stem, q.parent, q.parent.parent, (p / 'nope').exists(), p.joinpath('old.txt').read_text(encoding='utf-8'))
print(sorted(str(x) for x in p.glob('*.txt')), sorted(str(x) for x in p.rglob('*.txt')))
with q.open('rb') as f:
    print(f.read(3))
for call in (lambda: (p / 'nope').read_text(), lambda: (p / 'src').open(), lambda: q.iterdir().__class__):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, e)
zipfile.main(['-l', 'x.zip'] if False else ['-c', 'cli.zip', 'src'])
zipfile.main(['-t', 'cli.zip'])
zipfile.main(['-e', 'cli.zip', 'cli'])
print(sorted(os.listdir('cli/src')), ZipFile('cli.zip').namelist())
print(zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA, zipfile.BadZipfile is zipfile.BadZipFile, zipfile.BadZipFile.__module__)
