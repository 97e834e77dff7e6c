# http.cookies.
from http.cookies import SimpleCookie, CookieError, Morsel, BaseCookie

c = SimpleCookie()
c['name'] = 'value'
c['quoted'] = 'a b;c"d\\e\n\u00e9'
c['num'] = 5
c['name']['path'] = '/'
c['name']['max-age'] = 3600
c['name']['secure'] = True
c['name']['httponly'] = True
c['name']['samesite'] = 'Lax'
c['num']['Domain'] = 'example.com'
c['num']['expires'] = 'Thu, 01 Jan 1970 00:00:00 GMT'
print(c)
print(c.output(header='Cookie:', sep=' | '), c.output(['path'], header=''))
print(repr(c), c['name'].value, c['name'].key, c['num'].value, c['quoted'].coded_value, c['name'].OutputString())
print(repr(c['num']), str(c['num']), c['name']['path'], c['name']['domain'] == '', sorted(c), len(c), 'name' in c)
for text in ['a=1; b=2', 'a="x y"; b="\\303\\251\\"q"', 'session=abc123; Path=/; HttpOnly', 'a=1; expires=Wed, 09 Jun 2021 10:18:14 GMT; Secure', '',
             'bad', 'a=1; bad; b=2', '$Version=1; a=b; $Path=/x', 'a=b=c', 'k=v;x=y', 'a={"j":1}', 'k=\u00e9', 'a=1, b=2', 'Path=/; a=1', 'a = spaced ; b=2',
             'a=1; a=2', 'x[1]=y', 'empty=; b=1', '=novalue']:
    c = SimpleCookie(text)
    print(repr(text), {k: (m.value, {n: v for n, v in m.items() if v}) for k, m in c.items()})
c = SimpleCookie({'a': 'b', 'n': 1})
print(c, c['a'] == SimpleCookie('a=b')['a'])
for fn in (lambda: c.__setitem__('bad key', 1), lambda: c['a'].__setitem__('nope', 1), lambda: c.__setitem__('path', 1), lambda: c.__setitem__('', 1)):
    try:
        fn()
    except CookieError as e:
        print(type(e).__name__, e)
m = Morsel()
m.set('k', 'v', 'v')
m.update({'path': '/x', 'Comment': 'a b'})
print(m, m.isReservedKey('Path'), m.isReservedKey('z'), m.copy() == m, dict(m)['path'])
b = BaseCookie()
b['a'] = 'b c'
print(b, b.js_output().split())
