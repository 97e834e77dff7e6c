# codecs: encode, decode, lookup, incremental, streams, files.
import codecs
import io

print(codecs.encode('grün'), codecs.encode('grün', 'latin-1'), codecs.decode(b'gr\xc3\xbcn'), codecs.decode(b'gr\xfcn', 'latin1'), codecs.encode('é', 'ascii', 'replace'), codecs.decode(b'\xff', 'utf-8', 'replace'))
print(codecs.encode(b'abc', 'hex'), codecs.decode(b'616263', 'hex'), codecs.encode('Hello', 'rot13'), codecs.encode(b'abc', 'base64'), codecs.decode(codecs.encode(b'zz' * 50, 'zlib'), 'zlib') == b'zz' * 50)
for name in ('utf8', 'UTF-8', 'latin-1', 'cp1252', 'ascii', 'utf-16', 'utf_8_sig', 'hex', 'rot13'):
    print(name, codecs.lookup(name).name)
info = codecs.lookup('utf-8')
print(info.encode('ü'), info.decode(b'\xc3\xbc'), len(info), codecs.getencoder('ascii')('abc'), codecs.getdecoder('ascii')(b'abc'))
d = codecs.getincrementaldecoder('utf-8')()
print([d.decode(bytes([b])) for b in 'aü€'.encode()], repr(d.decode(b'', True)))
e = codecs.getincrementalencoder('utf-16')()
print(e.encode('a'), e.encode('b'))
d = codecs.getincrementaldecoder('utf-8')('replace')
print(d.decode(b'\xe2\x82'), d.getstate(), repr(d.decode(b'', final=True)))
d.reset()
print(list(codecs.iterencode(['a', 'ü'], 'utf-8')), list(codecs.iterdecode([b'a', b'\xc3', b'\xbc'], 'utf-8')))
with codecs.open('f.txt', 'w', encoding='utf-16') as f:
    f.write('line ü\n')
    f.writelines(['second\n', 'third'])
print(open('f.txt', 'rb').read()[:6])
with codecs.open('f.txt', encoding='utf-16') as f:
    print(repr(f.readline()), f.read(3), f.readlines())
with codecs.open('f.txt', 'r', 'utf-16') as f:
    print([line for line in f], f.encoding)
w = codecs.getwriter('utf-8')(raw := io.BytesIO())
w.write('ü')
print(raw.getvalue(), codecs.getreader('latin-1')(io.BytesIO(b'\xfc')).read())
print(codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.utf_8_decode(b'\xc3\xbc'), codecs.latin_1_encode('ü'))
for call in (lambda: codecs.lookup('nope'), lambda: codecs.decode(b'\xff'), lambda: codecs.encode('é', 'ascii'), lambda: codecs.open('x', encoding='nope'), lambda: codecs.open('missing', encoding='utf-8'), lambda: codecs.getincrementaldecoder('utf-8')().decode(b'\xc3', True)):
    try:
        print(call())
    except Exception as err:
        print(type(err).__name__, err)
