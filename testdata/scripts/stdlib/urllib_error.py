# The errors of urllib, which are answers too.
import io
from urllib.error import URLError, HTTPError, ContentTooShortError
from urllib.response import addinfourl, addclosehook, addinfo, addbase

e = URLError('no route')
print(e, repr(e), e.reason, e.args, isinstance(e, OSError), e.filename, e.errno)
e = URLError(OSError(111, 'Connection refused'), 'http://x/')
print(e, e.reason.errno, e.filename)
e = URLError(TimeoutError('timed out'))
print(e, isinstance(e.reason, TimeoutError))
h = HTTPError('http://x/y', 404, 'Not Found', {'A': 'b'}, io.BytesIO(b'body text'))
print(h, repr(h), h.code, h.status, h.reason, h.msg, h.url, h.geturl(), h.headers, h.hdrs, h.info(), h.filename, h.getcode())
print(h.read(4), h.read(), h.fp.closed, isinstance(h, URLError), isinstance(h, addinfourl))
h.close()
print(h.fp.closed)
h = HTTPError('u', 500, 'Oops', {}, None)
print(h.read(), h.headers, h)
h.headers = {'x': 'y'}
print(h.hdrs)
try:
    with HTTPError('u', 503, 'Busy', None, io.BytesIO(b'try later')) as h:
        print([line for line in h])
        raise h
except URLError as caught:
    print('caught', caught, caught.code)
c = ContentTooShortError('retrieval incomplete', ('file', {}))
print(c, c.content, c.reason)
for cls in (URLError, HTTPError, ContentTooShortError):
    print(cls.__name__, [b.__name__ for b in cls.__mro__ if b.__name__ in ('URLError', 'OSError', 'addinfourl')])

log = []
f = addclosehook(io.BytesIO(b'abc'), log.append, 'closed')
print(f.read(), f.closed)
f.close()
f.close()
print(log, f.closed)
a = addinfourl(io.BytesIO(b'1\n2\n'), {'h': 1}, 'http://z/', 200)
with a:
    print(a.readline(), a.read(), a.info(), a.geturl(), a.code, a.status, a.getcode(), a.url)
try:
    with a:
        pass
except ValueError as e:
    print(e)
