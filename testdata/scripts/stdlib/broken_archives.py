# Archives with random damage: each is read, or fails with one of the errors that its module promises.
import gzip
import io
import random
import tarfile
import warnings
import xml.etree.ElementTree as ET
import zipfile
import zlib

warnings.simplefilter('ignore')
text = b''.join(b'line %d of some text\n' % i for i in range(40))


def make_zip():
    out = io.BytesIO()
    with zipfile.ZipFile(out, 'w', zipfile.ZIP_DEFLATED) as z:
        z.writestr(zipfile.ZipInfo('a.txt'), text)
        z.writestr(zipfile.ZipInfo('b/c.txt'), b'short')
    return out.getvalue()


def make_tar():
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode='w') as t:
        for name in ('a.txt', 'long' * 40):
            info = tarfile.TarInfo(name)
            info.size = len(text)
            t.addfile(info, io.BytesIO(text))
    return out.getvalue()[:4096]


def read_zip(data):
    with zipfile.ZipFile(io.BytesIO(data)) as z:
        return [z.read(i) for i in z.infolist()]


def read_tar(data):
    with tarfile.open(fileobj=io.BytesIO(data), mode='r:') as t:
        return [t.extractfile(m).read() for m in t if m.isfile()]


def read_xml(data):
    return [e.tag for e in ET.fromstring(data).iter()]


xml = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY e "x">]><a k="v" xmlns:p="u"><b>t &amp; &e;<!-- c --></b><p:c/><![CDATA[d]]></a>'
formats = {
    'zip': (make_zip(), read_zip, (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, RuntimeError, UnicodeDecodeError, ValueError, KeyError, OSError, ImportError)),
    'gzip': (gzip.compress(text, mtime=0), gzip.decompress, (gzip.BadGzipFile, zlib.error, EOFError)),
    'tar': (make_tar(), read_tar, (tarfile.TarError, KeyError, OSError, ValueError)),
    'xml': (xml, read_xml, (ET.ParseError, ValueError, LookupError)),
}
for name, (good, read, errors) in formats.items():
    r = random.Random(name)
    print(name, len(read(good)))
    for i in range(250):
        data = bytearray(good)
        for _ in range(r.randrange(1, 4)):
            at = r.randrange(len(data))
            kind = r.randrange(4)
            if kind == 0:
                data[at] = r.randrange(256)
            elif kind == 1:
                data[at] ^= 1 << r.randrange(8)
            elif kind == 2:
                del data[at:at + r.randrange(20)]
            else:
                data[at:at] = bytes([r.randrange(256)] * r.randrange(1, 5))
            data = data or bytearray(b'x')
        try:
            read(bytes(data))
        except errors:
            pass
        except Exception as e:
            print(name, i, type(e).__name__, e)
print('done')
