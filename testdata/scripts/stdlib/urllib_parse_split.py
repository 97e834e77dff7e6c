# Taking addresses apart and putting them together.
from urllib.parse import (urlparse, urlsplit, urlunparse, urlunsplit, urljoin, urldefrag, ParseResult, SplitResult,
                          DefragResult, ParseResultBytes)
import urllib.parse

URLS = [
    'http://user:pa%20ss@Example.COM:8080/a/b;type=c?q=1&r=#frag', 'https://example.com', 'HTTP://x/', '//host/path',
    'path/only;p', 'mailto:someone@example.com', 'file:///etc/passwd', 'http://[::1]:80/x', 'http://[fe80::1%25eth0]/',
    '', '?', '#', 'http:', 'a:b:c', '1a:b', 'http:///x', 'ftp://h/a;b/c;d', ' \t http://x/\ny ', 'http://h?q#f',
    'http://h#f?q', 'http://user@:99/', 'http://:pw@h/', 'http://a@b@c/', 'data:text/plain,hi', 'tel:1;p=2', 'x+y.z-1://h/p',
    '////a//b', 'http://h:/p', 'javascript:void(0)', '+a:b', 'http://é.example/ü?ß#ø', 'sip:a@b;c', '//[v1.x]/',
]
for url in URLS:
    p, s = urlparse(url), urlsplit(url)
    print(repr(url))
    print('  ', p)
    print('  ', tuple(s), s.username, s.password, s.hostname, s.port)
    print('  ', p.geturl(), s.geturl(), urlunparse(p), urlunsplit(s))
    print('  ', urldefrag(url))

for url in ['http://[::1', 'http://::1]/', 'http://[1.2.3.4]/', 'http://[zz]/', 'http://[v]/', 'http://ex℀mple/', '//[v1]/']:
    try:
        print(urlparse(url))
    except ValueError as e:
        print(url, type(e).__name__, e)
for url in ['http://h:abc/', 'http://h:70000/', 'http://h:٣/', 'http://h:-1/']:
    try:
        print(urlsplit(url).port)
    except ValueError as e:
        print(e)

print(urlparse('//h/p', 'https'), urlparse('h/p#x', allow_fragments=False), urlsplit('?a#b', 'ftp', False))
print(urlparse(b'http://h:8/p;x?q#f'), urlparse(b'http://U@h:8/p').hostname, urlparse(b'http://U:p@H/').username)
print(urlparse('http://h/p').encode(), urlparse(b'http://h/p').decode() == urlparse('http://h/p'))
print(type(urlparse(b'x')) is ParseResultBytes, urlparse(b'http://h/p').geturl(), urlunsplit((b'http', b'h', b'', b'', b'')))
print(urldefrag('http://h/p#f').url, urldefrag(b'x#y'), urldefrag('x').fragment == '', urldefrag('a#b').geturl())
p = urlparse('http://h/p?q')
print(p._replace(netloc='other', query='').geturl(), p[1], p[-2:], len(p), isinstance(p, tuple), p == tuple(p))
scheme, netloc, *rest = p
print(scheme, netloc, rest, p._fields, p._asdict())
print(ParseResult('a', 'b', 'c', 'd', 'e', 'f').geturl(), SplitResult('', '', '/x', '', '').geturl(), DefragResult('u', 'f'))
for a, b in [('x', b'y'), (b'x', 'y')]:
    try:
        urljoin(a, b)
    except TypeError as e:
        print(e)
try:
    urlparse('http://é/').encode()
except UnicodeEncodeError as e:
    print(e)
print(sorted(urllib.parse.__all__))

BASE = 'http://a/b/c/d;p?q'
for ref in ['g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', 'g?y#s', ';x', 'g;x', 'g;x?y#s', '', '.', './', '..',
            '../', '../g', '../..', '../../', '../../g', '../../../g', '../../../../g', '/./g', '/../g', 'g.', '.g', 'g..', '..g',
            './../g', './g/.', 'g/./h', 'g/../h', 'g;x=1/./y', 'g;x=1/../y', 'g?y/./x', 'g#s/../x', 'http:g', 'http://z', 'x//y']:
    print(f'{ref:12} {urljoin(BASE, ref)}')
for base, ref in [('http://a', 'b'), ('http://a/', '//b/c'), ('', 'x'), ('x', ''), ('http://a/b/', 'c'), ('a/b', 'c'), ('mailto:x', 'y'),
                  ('file:///a/b', '../c'), ('http://a/b?q', '#f'), ('http://a/b//c', 'd'), ('/a/b', 'c/../d'), ('http://a/b#f', '?q'),
                  ('ws://h/a', 'b'), ('svn+ssh://h/a/b', '../c'), ('https://h/x', 'http://i/y'), ('http://h', '?q'), ('a', '..')]:
    print(base, ref, '->', urljoin(base, ref))
print(urljoin(b'http://a/b', b'c'), urljoin('http://a/b', 'c#d', allow_fragments=False))
