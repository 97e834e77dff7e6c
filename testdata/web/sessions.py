# Sessions: cookies, authentication, hooks, adapters, retries, threads.
import os
from concurrent.futures import ThreadPoolExecutor

import requests
from requests.adapters import HTTPAdapter
from requests.auth import AuthBase, HTTPBasicAuth, HTTPDigestAuth
from requests.cookies import RequestsCookieJar, cookiejar_from_dict, create_cookie
from urllib3.util.retry import Retry

base = os.environ['SERVER']
s = requests.Session()
s.get(base + '/cookies/set?a=1;+Path=/&b="two";+HttpOnly&c=3;+Path=/cookies/deep&d=4;+Domain=example.com&e=5;+Max-Age=0&f=6;+Secure')
print(sorted(s.cookies.items()), s.cookies['a'], s.cookies.get('zz'), 'b' in s.cookies, 'zz' in s.cookies, len(s.cookies))
print(s.get(base + '/cookies').text)
print(s.get(base + '/cookies/deep/x').text)
print(s.get(base + '/cookies', cookies={'a': 'mine', 'extra': 'x'}).text)
print(s.get(base + '/cookies', headers={'Cookie': 'own=1'}).text)
r = s.get(base + '/cookies/set?gone=1;+Path=/')
print(r.cookies.get_dict(), r.cookies)
for c in r.cookies:
    print(c, c.name, c.value, c.domain, c.path, c.expires, c.secure, c.discard)
r = s.get(base + '/cookies/set?gone=;+Path=/;+Expires=Thu,+01+Jan+1970+00:00:00+GMT')
print('gone' in s.cookies, s.cookies.get_dict())
s.cookies.set('manual', 'yes', domain='127.0.0.1', path='/')
s.cookies['plain'] = 'p'
print(s.get(base + '/cookies').text)
del s.cookies['manual']
print(s.cookies.keys(), s.cookies.values(), s.cookies.list_domains(), s.cookies.list_paths())
s.cookies.clear()
print(s.cookies, len(s.cookies))
r = s.get(base + '/cookies/set?via=redirect;+Path=/', headers={'X-Then': '/cookies'})
print(r.text, r.history[0].cookies.get_dict(), s.cookies.get_dict())
jar = RequestsCookieJar()
jar.set('x', '1', domain='a.com', path='/')
jar.set('x', '2', domain='b.com', path='/p')
print(jar, repr(jar)[:120], jar.multiple_domains())
try:
    jar['x']
except Exception as e:
    print(type(e).__name__, e)
print(jar.get('x', domain='b.com'), jar.get_dict(domain='a.com'))
try:
    jar['q']
except KeyError as e:
    print('KeyError', e)
print(cookiejar_from_dict({'k': 'v'}).get_dict(), create_cookie('n', 'v'))
print(requests.utils.dict_from_cookiejar(jar))

from http.cookiejar import CookieJar, MozillaCookieJar

plain = CookieJar()
s = requests.Session()
s.cookies = plain
s.get(base + '/cookies/set?a=1;+Path=/&b=2;+Path=/;+Max-Age=9999')
print(s.get(base + '/cookies').text, len(plain), isinstance(requests.Session().cookies, CookieJar))
mozilla = MozillaCookieJar('cookies.txt')
requests.get(base + '/cookies/set?kept=1;+Path=/;+Max-Age=9999', cookies=mozilla)
s.cookies = mozilla
s.get(base + '/cookies/set?kept=1;+Path=/;+Max-Age=9999')
mozilla.save()
again = MozillaCookieJar('cookies.txt')
again.load()
print([(c.name, c.value, c.domain) for c in again], requests.get(base + '/cookies', cookies=again).text)
os.remove('cookies.txt')

print(requests.get(base + '/basic').status_code, requests.get(base + '/basic', auth=('user', 'pass:word')).text)
print(requests.get(base + '/basic', auth=HTTPBasicAuth('user', 'no')).status_code, HTTPBasicAuth('a', 'b') == HTTPBasicAuth('a', 'b'))
auth = HTTPDigestAuth('user', 'pass')
r = requests.get(base + '/digest', auth=auth)
print(r.status_code, r.text, [x.status_code for x in r.history])
r = requests.get(base + '/digest?q=1', auth=auth)
print(r.status_code, r.text, [x.status_code for x in r.history])
print(requests.get(base + '/digest', auth=HTTPDigestAuth('user', 'wrong')).status_code)


class Token(AuthBase):
    def __call__(self, r):
        r.headers['X-Token'] = 't'
        return r


print(requests.get(base + '/echo', auth=Token()).json()['header']['X-Token'])


def hook(r, *args, **kwargs):
    print('hook', r.status_code, sorted(kwargs))
    r.seen = True


r = requests.get(base + '/redirect/1', hooks={'response': hook})
print(r.seen)
s = requests.Session()
s.hooks['response'].append(lambda r, **kw: print('session hook', r.status_code))
s.get(base + '/json')


class Logged(HTTPAdapter):
    def send(self, request, **kwargs):
        print('adapter', request.method, request.path_url, sorted(kwargs))
        return super().send(request, **kwargs)


s = requests.Session()
s.mount(base + '/echo', Logged(pool_connections=3, pool_maxsize=4, max_retries=2))
print([k.replace(base, '') for k in s.adapters])
print(s.get(base + '/echo/1').status_code, s.get(base + '/json').status_code)
s.close()
print(s.get(base + '/json').status_code)

s = requests.Session()
retry = Retry(total=2, status_forcelist=[500, 503], backoff_factor=0.01)
print(retry, retry.total, retry.get_backoff_time())
s.mount('http://', HTTPAdapter(max_retries=retry))
try:
    s.get(base + '/status/500')
except requests.exceptions.RetryError as e:
    print(type(e).__name__, e, type(e.args[0]).__name__, e.request.method)
print(s.get(base + '/status/404').status_code, s.post(base + '/status/500').status_code)
s.mount('http://', HTTPAdapter(max_retries=Retry(total=1, status_forcelist=[500], raise_on_status=False)))
print(s.get(base + '/status/500').status_code)
s.mount('http://', HTTPAdapter(max_retries=1))
try:
    s.get('http://127.0.0.1:1/x')
except requests.ConnectionError as e:
    print(e)
try:
    s.get(base + '/bad/nothing')
except requests.ConnectionError as e:
    print(e)
s.mount('http://', HTTPAdapter(max_retries=Retry(total=1)))
try:
    s.get(base + '/bad/nothing')
except requests.ConnectionError as e:
    print(e)

with requests.Session() as s:
    with ThreadPoolExecutor(20) as pool:
        print(sum(r.json()['ok'] for r in pool.map(lambda i: s.get(base + '/json', params={'i': i}), range(200))))
    with ThreadPoolExecutor(20) as pool:
        print(sorted(set(pool.map(lambda i: requests.get(base + f'/bytes/{i}').content[-1], range(1, 100)))) == list(range(99)))
try:
    s.send(requests.Request('GET', base))
except ValueError as e:
    print(e)
try:
    requests.Session().get('nope://x')
except requests.exceptions.InvalidSchema as e:
    print(e)
print(requests.__version__.count('.'), requests.utils.default_user_agent().split('/')[0], type(requests.session()).__name__)
requests.packages.urllib3.disable_warnings()
from requests.packages.urllib3.exceptions import InsecureRequestWarning
import urllib3
print(InsecureRequestWarning is urllib3.exceptions.InsecureRequestWarning)
urllib3.disable_warnings(InsecureRequestWarning)
print(requests.utils.quote('a b/c'), requests.utils.unquote('a%20b'), requests.utils.urlparse('http://a/b').netloc, requests.compat.urljoin('http://a/b', 'c'))
