# What goes over the wire: parameters, bodies, headers, files.
import json
import os
import re

import requests

base = os.environ['SERVER']


def show(r):
    d = r.json()
    h = {k: v for k, v in sorted(d['header'].items())}
    body = d['body']
    for boundary in re.findall('boundary=([0-9a-f]+)', h.get('Content-Type', '')):
        h['Content-Type'] = h['Content-Type'].replace(boundary, 'BOUNDARY')
        body = body.replace(boundary, 'BOUNDARY')
    print(d['method'], d['target'], d['length'], d['chunked'], h, repr(body))


echo = base + '/echo'
show(requests.get(echo))
show(requests.get(echo, params={'a': 1, 'b': 'x y', 'c': [1, 2], 'd': None, 'e': 'é&='}))
show(requests.get(echo + '?z=1', params=[('a', 'b'), ('a', 'c')]))
show(requests.get(echo, params='raw=1&x=%20'))
show(requests.get(echo, params=b'raw'))
show(requests.get(echo, params={}))
show(requests.get(echo + '/a b/é/%7Eq/%zz?q=ü#frag'))
show(requests.get(echo + '/./x/../y//z'))
show(requests.get('  ' + echo.upper().replace('HTTP', 'http').replace('/ECHO', '/echo/UP')))
show(requests.post(echo, data={'a': 1, 'b': ['x', 'y'], 'ü': 'é'}))
show(requests.post(echo, data=[('k', 'v 1'), ('k', 'v+2')]))
show(requests.post(echo, data='text é'))
show(requests.post(echo, data=b'\x00bytes'.replace(b'\x00', b'')))
show(requests.post(echo, json={'a': [1, 2.5, None, True], 'é': 'ü'}))
show(requests.post(echo, json=[]))
show(requests.post(echo, data={}, json={}))
show(requests.post(echo))
show(requests.put(echo, data='x'))
show(requests.patch(echo, json=1))
show(requests.delete(echo))
show(requests.delete(echo, data='y'))
show(requests.options(echo))
show(requests.request('report', echo))
r = requests.head(echo)
print(r.status_code, r.text == '', r.headers['content-type'])
show(requests.get(echo, headers={'X-A': 'b', 'User-Agent': 'me', 'Accept': None, 'x-bytes': b'yes'}))
show(requests.post(echo, data='x', headers={'Content-Type': 'text/weird'}))
show(requests.post(echo, data=(part for part in [b'one', b'two', b'three'])))
show(requests.post(echo, data=iter([])))
with open('upload.txt', 'wb') as f:
    f.write(b'file content\n' * 3)
with open('upload.txt', 'rb') as f:
    show(requests.post(echo, data=f))
with open('upload.txt', 'rb') as f:
    f.read(5)
    show(requests.post(echo, data=f))
with open('upload.txt', 'rb') as f:
    show(requests.post(echo, files={'file': f}))
with open('upload.txt', 'rb') as f:
    show(requests.post(echo, files={'file': ('other "name".txt', f, 'text/plain', {'X-Part': '1'})}, data={'a': 'b', 'c': ['d', 'e']}))
show(requests.post(echo, files={'x': ('a.bin', b'abc'), 'y': 'text'}))
show(requests.post(echo, files=[('x', ('a', 'b')), ('x', ('c', 'd'))]))
os.remove('upload.txt')
show(requests.get(echo, auth=('user', 'pässword')))
show(requests.get(echo.replace('//', '//user:p%40ss@')))
show(requests.get(echo, cookies={'a': 'b', 'c': 'd'}))

req = requests.Request('POST', echo, data={'x': '1'}, headers={'H': 'v'}, params={'p': 'q'})
print(req)
p = req.prepare()
print(p, p.method, p.url.replace(base, ''), p.path_url, p.body, dict(p.headers), p.hooks)
s = requests.Session()
s.headers.update({'X-Session': 's'})
s.params = {'sp': '1'}
s.auth = ('u', 'p')
q = s.prepare_request(requests.Request('GET', echo, params={'a': 'b'}, headers={'X-Session': None}))
print(q.path_url, sorted(q.headers.items()))
show(s.send(q))
show(s.get(echo, headers={'X-More': 'm'}))
del s.headers['Accept-Encoding']
show(s.get(echo))

for url in ['x', '', 'http://', '//x/y', 'http:///path', 'http://*.x.y/', 'http://.x/', 'http://a:b/', 'http://a:99999/', 'ftp://x/y',
            'mailto:a@b', 'http://[::1', 'http://exa mple/', 'localhost:80/x', 5]:
    try:
        requests.get(url)
    except requests.RequestException as e:
        print(url, type(e).__name__, e, [c.__name__ for c in type(e).__mro__[1:3]])
for headers in [{'a b\n': 'c'}, {'a': 'b\r\nc'}, {'a': 1}, {' a': 'b'}, {'a': ' b'}, {'': 'x'}, {'a:b': 'c'}]:
    try:
        requests.get(echo, headers=headers)
        print('sent', headers)
    except requests.exceptions.InvalidHeader as e:
        print(e)
for timeout in [(1, 2, 3), 0, -1, 'x', True]:
    try:
        requests.get(echo, timeout=timeout)
    except ValueError as e:
        print(type(e).__name__, e)
try:
    requests.post(echo, json=float('nan'))
except requests.exceptions.InvalidJSONError as e:
    print(type(e).__name__, e)
try:
    requests.post(echo, data='text', files={'a': 'b'})
except ValueError as e:
    print(e)
