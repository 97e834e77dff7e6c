# zlib: sizes, streams, limits, dictionaries, checksums and errors.
import copy
import zlib

text = b''.join(b'%d bottles of beer on the wall\n' % i for i in range(500))
for level in (-1, 1, 2, 3, 4, 5, 6, 7, 8, 9):
    z = zlib.compress(text, level)
    print(level, len(z), zlib.crc32(z), zlib.decompress(z) == text)
print(zlib.decompress(zlib.compress(text, 0)) == text, zlib.compress(b''), zlib.compress(b'a'), zlib.compress(data := b'hello' * 3, level=9))
print(zlib.compress(b'a', wbits=-15), zlib.compress(b'a', 9, wbits=31), zlib.decompress(zlib.compress(text, wbits=31), wbits=47) == text)
print(zlib.decompress(bytearray(zlib.compress(b'x'))), zlib.decompress(memoryview(zlib.compress(b'x')), bufsize=1), zlib.decompress(zlib.compress(b'x') + b'tail'))

print(zlib.crc32(b''), zlib.crc32(b'hello'), zlib.crc32(b'lo', zlib.crc32(b'hel')), zlib.crc32(b'x', -1), zlib.crc32(b'x', 2**40 + 5))
print(zlib.adler32(b''), zlib.adler32(b'hello'), zlib.adler32(b'lo', zlib.adler32(b'hel')), zlib.adler32(text * 30))

c = zlib.compressobj()
parts = [c.compress(text[:5000]), c.flush(zlib.Z_SYNC_FLUSH), c.compress(text[5000:]), c.flush(zlib.Z_FULL_FLUSH), c.flush(zlib.Z_NO_FLUSH), c.flush()]
print([len(p) for p in parts], zlib.decompress(b''.join(parts)) == text)
for strategy in (zlib.Z_DEFAULT_STRATEGY, zlib.Z_FILTERED, zlib.Z_HUFFMAN_ONLY, zlib.Z_RLE, zlib.Z_FIXED):
    c = zlib.compressobj(6, zlib.DEFLATED, -12, 5, strategy)
    z = c.compress(text) + c.flush()
    print(strategy, len(z), zlib.decompress(z, -12) == text)

c = zlib.compressobj(9)
start = c.compress(text[:8000])
d = c.copy()
e = copy.deepcopy(c)
a, b, f = (start + x.compress(y) + x.flush() for x, y in ((c, b'one'), (d, b'two'), (e, b'three')))
print([zlib.decompress(z)[8000:] for z in (a, b, f)])

z = zlib.compress(text) + b'rest'
d = zlib.decompressobj()
out = b''
for i in range(0, len(z), 100):
    out += d.decompress(z[i:i + 100])
print(out == text, d.eof, d.unused_data[:4], d.unconsumed_tail, d.decompress(b'more'), d.unused_data, d.flush())

d = zlib.decompressobj()
out, sizes = [], []
piece = z
while not d.eof:
    part = d.decompress(piece, 4000)
    sizes.append(len(part))
    out.append(part)
    piece = d.unconsumed_tail
print(sizes, b''.join(out) == text, d.unused_data)
d = zlib.decompressobj()
head = d.decompress(z, max_length=100)
print(head == text[:100], d.eof, len(d.unconsumed_tail) > 0, d.flush() == text[100:], d.eof, d.unused_data)
d = zlib.decompressobj()
d.decompress(z[:200])
twin = d.copy()
print(d.decompress(z[200:]) == twin.decompress(z[200:]), twin.eof)
bomb = zlib.compress(bytes(10_000_000), 9)
d = zlib.decompressobj()
print(len(bomb), len(d.decompress(bomb, 1000)), d.eof)

words = b'the quick brown fox jumps over the lazy dog'
c = zlib.compressobj(zdict=words)
z = c.compress(b'the lazy fox') + c.flush()
d = zlib.decompressobj(zdict=words)
print(len(z), d.decompress(z), d.eof)

good = zlib.compress(b'hello hello hello hello')
broken = bytes([good[0], good[1]]) + b'\xff' + good[3:]
d = zlib.decompressobj()
finished = zlib.compressobj()
finished.flush()
for what, call in {
    'header': lambda: zlib.decompress(b'abc'), 'truncated': lambda: zlib.decompress(good[:-2]), 'empty': lambda: zlib.decompress(b''),
    'check': lambda: zlib.decompress(good[:-1] + b'\0'), 'block': lambda: zlib.decompress(broken), 'gzip header': lambda: zlib.decompress(good, 31),
    'raw': lambda: zlib.decompress(b'\x00\x01\x00\x00\x00', -15), 'dict': lambda: zlib.decompress(z),
    'far': lambda: zlib.decompress(b'K\x4c\x04\x42\x00', -15),
    'object': lambda: zlib.decompressobj().decompress(b'\x78\x9c\xff'), 'wrong dict': lambda: zlib.decompressobj(zdict=b'x').decompress(z),
    'text': lambda: zlib.compress('x'), 'level': lambda: zlib.compress(b'x', 10), 'wbits': lambda: zlib.decompressobj(99),
    'wbits 2': lambda: zlib.decompress(good, 99), 'method': lambda: zlib.compressobj(6, 9), 'after': lambda: finished.compress(b'x'),
    'again': lambda: finished.flush(), 'copy': lambda: finished.copy(), 'negative': lambda: zlib.decompressobj().decompress(b'', -1), 'length': lambda: zlib.decompressobj().flush(0),
    'crc': lambda: zlib.crc32('x'), 'new': lambda: type(d)(), 'attr': lambda: d.nothing, 'set': lambda: setattr(d, 'eof', 1),
}.items():
    try:
        print(what, call())
    except Exception as err:
        print(what, type(err).__module__, type(err).__name__, err)
print(zlib.MAX_WBITS, zlib.DEF_BUF_SIZE, zlib.DEF_MEM_LEVEL, zlib.Z_BEST_COMPRESSION, zlib.Z_FINISH, issubclass(zlib.error, Exception))
