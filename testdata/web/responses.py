# What comes back: attributes, text, JSON, streams, redirects.
import os
import pickle

import requests

base = os.environ['SERVER']

r = requests.get(base + '/json')
print(r, r.status_code, r.ok, bool(r), r.reason, r.encoding, r.url.replace(base, ''), r.history, r.is_redirect, r.is_permanent_redirect)
print(r.text, r.content, r.json(), r.json()['name'])
print(r.elapsed.total_seconds() > 0, type(r.elapsed).__name__, r.request, r.request.method, r.apparent_encoding)
print(r.headers['CONTENT-type'], 'content-TYPE' in r.headers, r.headers.get('nope'), r.headers.get('nope', 1))
print(type(r.headers).__name__, type(r.cookies).__name__, r.next, r.links)
print(list(r.iter_content(10)), list(r))
for code in [200, 204, 301, 304, 400, 404, 418, 500, 503]:
    r = requests.get(f'{base}/status/{code}', allow_redirects=False)
    try:
        r.raise_for_status()
        print(code, r.ok, r.reason, repr(r.text))
    except requests.HTTPError as e:
        print(code, r.ok, str(e).replace(base, ''), e.response is r, e.request is r.request, repr(e).replace(base, '')[:40])
print(requests.codes.ok, requests.codes.NOT_FOUND, requests.codes['teapot'], requests.codes.nope if hasattr(requests.codes, 'nope') else None,
      requests.codes, requests.codes.get('x'), requests.status_codes._codes[404])

r = requests.get(base + '/headers')
print(sorted((k, v) for k, v in r.headers.items()), r.links)
h = r.headers
h['NEW'] = 'x'
print(h.get('new'), len(h), dict(h.copy()) == dict(h), h == {k.upper(): v for k, v in h.items()}, list(h.lower_items())[0])
d = requests.structures.CaseInsensitiveDict({'A': 1, 'b': 2}, c=3)
d['a'] = 4
print(d, repr(d), list(d), d.pop('B'), len(d), d.setdefault('Z', 9), d == {'A': 4, 'C': 3, 'z': 9}, d != {})
try:
    d['nope']
except KeyError as e:
    print('KeyError', e)

for path in ['/gzip', '/deflate', '/chunks', '/bytes/5000']:
    r = requests.get(base + path)
    print(path, len(r.content), r.content[:30], r.headers.get('content-encoding'))
    r = requests.get(base + path, stream=True)
    print([len(c) for c in r.iter_content(2048)], r.raw.closed)
r = requests.get(base + '/chunks', stream=True)
print(list(r.iter_content(None)))
r = requests.get(base + '/chunks', stream=True)
print(list(r.iter_lines()))
r = requests.get(base + '/chunks', stream=True)
print(list(r.iter_lines(decode_unicode=True, delimiter='n')), r.encoding)
r = requests.get(base + '/gzip', stream=True)
print(r.raw.read(4), r.raw.tell(), r.raw.status, r.raw.reason, r.raw.version)
print(r.raw.read()[-4:])
r = requests.get(base + '/gzip', stream=True)
print(r.raw.read(3, decode_content=True))
try:
    r.raw.read(4)
except RuntimeError as e:
    print(e)
r.close()
r = requests.get(base + '/gzip', stream=True)
print(list(r.iter_content(4, decode_unicode=True)))
r = requests.get(base + '/bytes/100', stream=True)
first = next(r.iter_content(10))
print(first, len(r.raw.read()))
try:
    r.content
    r.content
    print(len(r.content))
except RuntimeError as e:
    print(e)
r = requests.get(base + '/bytes/100', stream=True)
list(r.iter_content(10))
for attempt in (lambda: list(r.iter_content(10)), lambda: r.content):
    try:
        attempt()
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)
try:
    requests.get(base + '/json').iter_content('x')
except TypeError as e:
    print(e)
with requests.get(base + '/bytes/100000', stream=True) as r:
    print(r.headers['Content-Length'], r.raw.tell())
    n = 0
    for chunk in r.iter_content(chunk_size=8192):
        n += len(chunk)
    print(n)

for name in ['utf-8', 'latin-1', 'none', 'nonsense', 'ascii']:
    r = requests.get(base + '/charset/' + name)
    print(name, r.encoding, repr(r.text))
    r.encoding = 'cp1252'
    print(repr(r.text))
for path in ['/echo', '/headers', '/status/404']:
    r = requests.get(base + path, params=None if path == '/echo' else {})
    try:
        print(path, type(r.json()).__name__)
    except requests.exceptions.JSONDecodeError as e:
        print(path, type(e).__name__, e, e.pos, isinstance(e, ValueError), isinstance(e, requests.RequestException))

r = requests.get(base + '/redirect/3')
print(r.status_code, r.url.replace(base, ''), [(x.status_code, x.url.replace(base, ''), x.headers['location']) for x in r.history], r.history[1].history)
r = requests.get(base + '/redirect/1', allow_redirects=False)
print(r.status_code, r.is_redirect, r.next, r.next.url.replace(base, ''), r.ok)
print(requests.head(base + '/redirect/1').status_code)
for method in ['GET', 'POST', 'HEAD', 'PUT']:
    for code in [301, 302, 303, 307, 308]:
        r = requests.request(method, f'{base}/redirect/1?code={code}', data='body' if method in ('POST', 'PUT') else None)
        print(method, code, r.status_code, r.json()['method'] if method != 'HEAD' else '', r.json()['body'] if method != 'HEAD' else '')
r = requests.get(base + '/goto', params={'to': base.replace('http:', '') + '/echo/x#new'})
print(r.url.replace(base, ''))
r = requests.get(base + '/goto?to=/echo/y#old')
print(r.url.replace(base, ''))
r = requests.get(base + '/goto', params={'to': 'echo/rel?a=b c'})
print(r.url.replace(base, ''))
r = requests.get(base + '/bad/redirectutf8')
print(r.url.replace(base, ''))
s = requests.Session()
s.max_redirects = 4
for url in ['/loop', '/redirect/5']:
    try:
        s.get(base + url)
    except requests.TooManyRedirects as e:
        print(e, e.response.status_code, len(e.response.history), e.request.method)
r = requests.get(base + '/goto', params={'to': base.replace('127.0.0.1', 'localhost') + '/echo'}, auth=('u', 'p'), headers={'X': 'y'})
print('Authorization' in r.json()['header'], r.json()['header']['X'])
r = requests.get(base + '/goto', params={'to': '/echo'}, auth=('u', 'p'))
print('Authorization' in r.json()['header'])

r = pickle.loads(pickle.dumps(requests.get(base + '/json')))
print(r, r.json(), r.headers['content-type'], r.raw)
