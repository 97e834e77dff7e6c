# tarfile and shutil's archives.
import io
import os
import shutil
import tarfile

text = b'line of text\n' * 300
os.makedirs('src/sub/deep')
for name in ('src/a.txt', 'src/sub/b.txt', 'src/sub/deep/' + 'long' * 24):
    with open(name, 'wb') as f:
        f.write(text)
    os.chmod(name, 0o640)
    os.utime(name, (1_000_000_000, 1_000_000_000))
os.symlink('a.txt', 'src/link')
os.link('src/a.txt', 'src/hard')


def plain(info):
    info.uid = info.gid = 7
    info.uname, info.gname = 'me', 'us'
    if info.isdir():
        info.mtime, info.mode = 1_000_000_000, 0o755
    info.mtime = int(info.mtime) if not info.issym() else 1_000_000_000
    return info


for mode, format in (('w', tarfile.USTAR_FORMAT), ('w:gz', tarfile.GNU_FORMAT), ('w', tarfile.PAX_FORMAT), ('w|gz', tarfile.GNU_FORMAT), ('x:', None)):
    name = f'{mode[:1]}{mode[2:]}{format}.tar'
    with tarfile.open(name, mode, format=format) as t:
        t.add('src', filter=plain)
        info = tarfile.TarInfo('grün.txt')
        info.size, info.mtime = 5, 12345
        t.addfile(info, io.BytesIO(b'12345 and more'))
        t.addfile(tarfile.TarInfo('empty'))
    with tarfile.open(name) as t:
        print(name, t.getnames() == [m.name for m in t], len(t.getmembers()), tarfile.is_tarfile(name), os.path.getsize(name) if mode == 'w' else '')
        for m in t:
            print(m.name[-30:], m.type, oct(m.mode), m.size, m.mtime, m.uid, m.uname, m.linkname, m.isreg(), m.isfile(), m.isdir(), m.issym(), m.islnk(), m.isdev(), m.offset, m.offset_data, sorted(m.pax_headers))
        f = t.extractfile('src/a.txt')
        print(f.read(7), f.readline(), f.tell(), f.seek(-3, 2), f.read(), f.seek(0), len(f.read()), f.name, t.extractfile('src'))
        print(t.extractfile('src/link').read(4), t.extractfile('src/hard').read(4), t.extractfile(t.getmember('grün.txt')).read())
        t.list(verbose=False)

with tarfile.open('wNone.tar' if os.path.exists('wNone.tar') else 'w2.tar') as t:
    t.extractall('out', filter='data')
    t.extract('empty', 'one', filter='tar')
print(sorted(os.listdir('out/src')), os.readlink('out/src/link'), oct(os.stat('out/src/a.txt').st_mode), os.stat('out/src/a.txt').st_mtime, open('out/src/a.txt', 'rb').read() == text, os.listdir('one'))
with tarfile.open('w2.tar', 'a') as t:
    t.addfile(tarfile.TarInfo('appended'))
with tarfile.open('w2.tar', 'r:') as t:
    print(t.next().name, t.next().name, t.getnames()[-1])
with open('wgz1.tar', 'rb') as raw, tarfile.open(fileobj=raw, mode='r|*') as t:
    print([m.name[:10] for m in t])

memory = io.BytesIO()
with tarfile.open(fileobj=memory, mode='w') as t:
    for name, kind, link in (('../up', tarfile.REGTYPE, ''), ('/abs', tarfile.REGTYPE, ''), ('l', tarfile.SYMTYPE, '../../x'), ('m', tarfile.SYMTYPE, '/etc'), ('fifo', tarfile.FIFOTYPE, '')):
        info = tarfile.TarInfo(name)
        info.type, info.linkname = kind, link
        t.addfile(info)
memory.seek(0)
with tarfile.open(fileobj=memory) as t:
    for m in t.getmembers():
        try:
            t.extract(m, 'safe', filter='data')
            print(m.name, 'extracted')
        except tarfile.FilterError as e:
            print(m.name, type(e).__name__, str(e).replace(os.getcwd(), '.').replace(os.path.dirname(os.getcwd()), '..'), e.tarinfo.name)
    print(t.getmember('/abs').replace(name='x', mode=0o600).name, t.getmember('fifo').get_info())

good = memory.getvalue()
t = tarfile.open(fileobj=io.BytesIO(good))
closed = tarfile.open(fileobj=io.BytesIO(good))
closed.close()
writer = tarfile.open(fileobj=io.BytesIO(), mode='w')
for what, call in {
    'empty': lambda: tarfile.open(fileobj=io.BytesIO(), mode='r:'), 'no tar': lambda: tarfile.open(fileobj=io.BytesIO(b'x' * 1000), mode='r:'), 'short': lambda: tarfile.open(fileobj=io.BytesIO(b'xyz'), mode='r:'),
    'gz': lambda: tarfile.open(fileobj=io.BytesIO(good), mode='r:gz'), 'kind': lambda: tarfile.open('x', 'r:zz'), 'mode': lambda: tarfile.open('x', 'q'), 'nothing': lambda: tarfile.open(),
    'member': lambda: t.getmember('none'), 'write': lambda: t.addfile(tarfile.TarInfo('x')), 'read': lambda: writer.extractfile('x'), 'closed': lambda: closed.getmembers(), 'size': lambda: writer.addfile(plain_sized()),
    'missing': lambda: tarfile.open('missing.tar'), 'filter': lambda: t.extractall('o', filter='nope'), 'data': lambda: writer.addfile(plain_sized(), io.BytesIO(b'1')), 'long': lambda: tarfile.TarInfo('x' * 300).tobuf(tarfile.USTAR_FORMAT),
    'number': lambda: negative().tobuf(tarfile.USTAR_FORMAT), 'add': lambda: writer.add('missing'), 'none': lambda: tarfile.TarInfo('x').replace(mode=None).tobuf(),
}.items():
    def plain_sized():
        info = tarfile.TarInfo('x')
        info.size = 10
        return info

    def negative():
        info = tarfile.TarInfo('x')
        info.mtime = -5
        return info
    try:
        print(what, call())
    except Exception as e:
        print(what, type(e).__module__, type(e).__name__, str(e).replace(os.getcwd(), '.'))
print(tarfile.TarInfo('x').tobuf(tarfile.GNU_FORMAT)[:160], negative().tobuf(tarfile.GNU_FORMAT)[136:148], negative().tobuf()[512:530])

for format in ('zip', 'tar', 'gztar'):
    name = shutil.make_archive('made', format, 'src')
    print(os.path.basename(name), shutil.unpack_archive(name, 'un' + format), sorted(os.listdir('un' + format)), open(f'un{format}/sub/b.txt', 'rb').read() == text)
print(os.path.basename(shutil.make_archive('deep/er', 'zip', root_dir='.', base_dir='src')), shutil.get_archive_formats(), shutil.get_unpack_formats())
for call in (lambda: shutil.make_archive('x', 'rar'), lambda: shutil.unpack_archive('x.rar'), lambda: shutil.unpack_archive('src/a.txt', format='zip'), lambda: shutil.unpack_archive('src/a.txt', format='tar'),
             lambda: shutil.unpack_archive('x', format='q'), lambda: shutil.make_archive('x', 'zip', 'src/a.txt'), lambda: shutil.make_archive('x', 'zip', 'missing')):
    try:
        print(call())
    except Exception as e:
        print(type(e).__name__, str(e).replace(os.getcwd(), '.'))
