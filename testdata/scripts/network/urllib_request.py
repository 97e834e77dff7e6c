# urllib.request against a server of our own.
import io
import json
import os
import sys
import tempfile
import urllib.error
import urllib.parse
import urllib.request
from concurrent.futures import ThreadPoolExecutor, as_completed
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from _site import serve

for name in list(os.environ):
    if name.lower().endswith('_proxy'):
        del os.environ[name]

with serve() as site:
    url = site.url
    port = str(site.server_port)

    def show(text):
        print(str(text).replace(port, 'PORT'))

    with urllib.request.urlopen(url + '/echo/x?y=z#frag') as r:
        show((r.status, r.code, r.getcode(), r.reason, r.msg, r.url, r.geturl(), type(r).__name__))
        show((r.headers['Content-Type'], r.info().get_content_type(), r.getheader('content-length') == str(r.length), r.headers.get_content_charset()))
        show(json.load(r))
        show((r.closed, r.read()))
    show(r.closed)
    r = urllib.request.urlopen(url + '/lines/3')
    print(r.headers.get_content_charset(), r.read().decode(r.headers.get_content_charset()), r.headers.items())
    print([line.decode().strip() for line in urllib.request.urlopen(url + '/chunked/3')])
    show(json.loads(urllib.request.urlopen(url + '/echo', data=urllib.parse.urlencode({'a': 1, 'b': 'c d'}).encode()).read()))
    show(json.loads(urllib.request.urlopen(url + '/echo', b'', timeout=5).read()))
    req = urllib.request.Request(url + '/echo', data=b'{"a": 1}', headers={'Content-Type': 'application/json', 'x-thing': 'T'}, method='PUT')
    req.add_header('user-AGENT', 'mine')
    req.add_unredirected_header('X-Un', 'u')
    show(json.loads(urllib.request.urlopen(req).read()))
    show((req.get_method(), req.full_url, req.host, req.selector, req.type, req.data, req.header_items(), req.has_header('X-thing'), req.get_header('User-agent')))
    show(json.loads(urllib.request.urlopen(urllib.request.Request(url + '/echo', data=io.BytesIO(b'stream'))).read()))
    with urllib.request.urlopen(urllib.request.Request(url + '/echo', method='HEAD')) as r:
        print(r.read(), r.status)

    for path in ('/status/404', '/status/500', '/status/403'):
        try:
            urllib.request.urlopen(url + path)
        except urllib.error.HTTPError as e:
            show((e, e.code, e.reason, e.url, e.headers['Server'], e.read(), isinstance(e, urllib.error.URLError), repr(e), e.filename))
    print(urllib.request.urlopen(url + '/status/204').read(), urllib.request.urlopen(url + '/status/201').status)
    for code in (301, 302, 303, 307, 308):
        r = urllib.request.urlopen(f'{url}/redirect?code={code}&to=/lines/1')
        show((code, r.status, r.url, r.read()))
    show(urllib.request.urlopen(url + '/redirect?to=' + urllib.parse.quote(url + '/echo/é space')).url)
    show(json.loads(urllib.request.urlopen(urllib.request.Request(url + '/redirect?to=/echo', b'data', {'X-A': 'b'})).read()))
    for where, data in (('/loop', None), ('/redirect?to=gopher://x/', None), ('/redirect?code=307&to=/echo', b'x'), ('/status/304', None)):
        try:
            urllib.request.urlopen(url + where, data)
        except urllib.error.HTTPError as e:
            show((e.code, str(e)))
    for bad in ('nothing', 'http://', 'x-y://z', 'unknown:thing', '', 'http://127.0.0.1:bad/', 'http://a b/', 5):
        try:
            urllib.request.urlopen(bad)
        except (urllib.error.URLError, ValueError, AttributeError, Exception) as e:
            print(repr(bad), type(e).__name__, e)
    try:
        urllib.request.urlopen(url + '/echo', 'text')
    except TypeError as e:
        print(e)
    try:
        urllib.request.urlopen(url + '/slow/0.2', timeout=0.05)
    except (TimeoutError, urllib.error.URLError) as e:
        print(type(e).__name__, e)
    try:
        urllib.request.urlopen(url + '/short/').read()
    except Exception as e:
        print(type(e).__name__, e)

    with tempfile.TemporaryDirectory() as folder:
        path = os.path.join(folder, 'got.txt')
        calls = []
        name, headers = urllib.request.urlretrieve(url + '/lines/2000', path, reporthook=lambda *a: calls.append(a))
        print(name == path, os.path.getsize(path), calls, headers['Content-Length'])
        name, headers = urllib.request.urlretrieve(url + '/lines/1')
        print(open(name).read(), os.path.exists(name))
        urllib.request.urlcleanup()
        print(os.path.exists(name))
        try:
            urllib.request.urlretrieve(url + '/short/', path)
        except urllib.error.ContentTooShortError as e:
            print(e, e.content[0] == path)
        with urllib.request.urlopen('file://' + path) as r:
            print(r.read(), r.headers['Content-length'], r.headers['Content-type'], r.status, r.url == 'file://' + path)
        try:
            urllib.request.urlopen('file://' + path + '.none')
        except urllib.error.URLError as e:
            print(type(e.reason).__name__, str(e).replace(folder, ''))
        print(urllib.request.pathname2url('/a b/é'), urllib.request.url2pathname('/a%20b'))
    for data in ('data:,hello%20world', 'data:text/html;base64,PGI+', 'data:text/plain;charset=utf-8,%C3%A9'):
        with urllib.request.urlopen(data) as r:
            print(r.read(), r.headers.items(), r.url)

    # Openers.
    opener = urllib.request.build_opener()
    opener.addheaders = [('User-Agent', 'Bot/1'), ('X-Extra', 'e')]
    show(json.loads(opener.open(url + '/echo').read())[2])
    urllib.request.install_opener(opener)
    show(json.loads(urllib.request.urlopen(url + '/echo').read())[2])
    urllib.request.install_opener(urllib.request.build_opener())
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    passwords.add_password(None, url, 'user', 'pass')
    opener = urllib.request.build_opener(urllib.request.HTTPBasicAuthHandler(passwords))
    print(opener.open(url + '/auth').read())
    try:
        urllib.request.urlopen(url + '/auth')
    except urllib.error.HTTPError as e:
        print(e, e.headers['WWW-Authenticate'])
    opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor())
    print(opener.open(url + '/cookie').read(), opener.open(url + '/cookie/a=1').read(), opener.open(url + '/cookie/b=2').read(), opener.open(url + '/cookie').read())

    class NoRedirect(urllib.request.HTTPRedirectHandler):
        def redirect_request(self, req, fp, code, msg, headers, newurl):
            return None

    class Teapot(urllib.request.BaseHandler):
        def http_error_418(self, req, fp, code, msg, hdrs):
            return io.BytesIO(b'tea')

        def tea_open(self, req):
            return io.BytesIO(b'opened ' + req.full_url.encode())

    try:
        urllib.request.build_opener(NoRedirect).open(url + '/redirect?to=/echo')
    except urllib.error.HTTPError as e:
        print(e.code, e.headers['Location'])
    opener = urllib.request.build_opener(Teapot, NoRedirect())
    print(opener.open(url + '/status/418').read(), opener.open('tea:pot').read())

    # A proxy is a server that is asked for whole addresses.
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({'http': url}))
    show(opener.open('http://example.test/some/page').status if False else 'proxy')
    try:
        opener.open('http://example.test/echo')
    except urllib.error.HTTPError as e:
        print(e.code)
    os.environ['http_proxy'] = url
    os.environ['no_proxy'] = 'localhost,.internal'
    show(urllib.request.getproxies())
    print(urllib.request.proxy_bypass('localhost'), urllib.request.proxy_bypass('a.internal:80'), urllib.request.proxy_bypass('example.com'))
    del os.environ['http_proxy'], os.environ['no_proxy']

    # Many at once.
    with ThreadPoolExecutor(20) as pool:
        futures = {pool.submit(lambda i: urllib.request.urlopen(f'{url}/lines/{i}', timeout=30).read(), i): i for i in range(100)}
        sizes = {futures[f]: len(f.result()) for f in as_completed(futures)}
    print(len(sizes), sum(sizes.values()))
    import urllib.robotparser
    rp = urllib.robotparser.RobotFileParser(url + '/robots.txt')
    rp.read()
    print(rp.can_fetch('me', url + '/page'), rp.can_fetch('me', url + '/private/x'), rp.can_fetch('bad', '/page'), rp.crawl_delay('me'), rp.crawl_delay('bad'))
    print(rp)
dead = f'http://127.0.0.1:{port}/'
try:
    urllib.request.urlopen(dead, timeout=2)
except urllib.error.URLError as e:
    print(e, type(e.reason).__name__, e.reason.errno)
