# Servers that break, lie and stall: each failure is the exception of requests.
import os
import re

import requests

base = os.environ['SERVER']


def attempt(url, **kwargs):
    try:
        r = requests.get(base + url if url.startswith('/') else url, **kwargs)
        print(url, r.status_code, r.reason, r.content[:40], len(r.content))
    except requests.RequestException as e:
        print(url, type(e).__name__, e)
        print('   ', [type(a).__name__ for a in e.args], e.request is not None, e.response, [c.__name__ for c in type(e).__mro__[1:-4]])


for name in ['nothing', 'status', 'number', 'short', 'long', 'badlength', 'chunk', 'shortchunk', 'nochunk', 'gzip', 'deflate',
             'halfgzip', 'fields', 'longline', 'noreason', 'http10', 'latin', 'redirectbroken']:
    attempt('/bad/' + name)
attempt('http://127.0.0.1:1/refused?x=1')
attempt('http://no-such-host.invalid/')
for name in ['stall', 'stallhead', 'stallbody', 'stallchunk']:
    attempt('/bad/' + name, timeout=0.1)
attempt('/bad/stall', timeout=(5, 0.05))
attempt('/slow?ms=1', timeout=5)
attempt('/loop')

for name, error in [('short', requests.exceptions.ChunkedEncodingError), ('chunk', requests.exceptions.ChunkedEncodingError),
                    ('gzip', requests.exceptions.ContentDecodingError), ('stallbody', requests.ConnectionError)]:
    r = requests.get(base + '/bad/' + name, stream=True, timeout=0.1)
    got = b''
    try:
        for chunk in r.iter_content(3):
            got += chunk
        print('whole')
    except error as e:
        print(name, got, type(e).__name__, e)

e = requests.exceptions
for c in [e.RequestException, e.HTTPError, e.ConnectionError, e.ProxyError, e.SSLError, e.Timeout, e.ConnectTimeout, e.ReadTimeout,
          e.URLRequired, e.TooManyRedirects, e.MissingSchema, e.InvalidSchema, e.InvalidURL, e.InvalidHeader, e.InvalidProxyURL,
          e.ChunkedEncodingError, e.ContentDecodingError, e.StreamConsumedError, e.RetryError, e.UnrewindableBodyError,
          e.InvalidJSONError, e.JSONDecodeError, e.RequestsWarning, e.FileModeWarning]:
    print(c.__name__, [b.__name__ for b in c.__bases__], issubclass(c, OSError), issubclass(c, ValueError))
try:
    requests.get(base, proxies={'http': 'http://127.0.0.1:1'})
except requests.exceptions.ProxyError as x:
    print('proxy', x)
