# http.client: requests and responses by hand.
import http.client
import io
import os
import sys
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from _site import serve

with serve() as site:
    host = '127.0.0.1'
    port = site.server_port
    c = http.client.HTTPConnection(host, port, timeout=10)
    c.request('GET', '/echo/a?b=c', headers={'X-One': '1', 'X-Int': 5, 'X-Bytes': b'by'})
    r = c.getresponse()
    print(r.status, r.reason, r.version, r.getheader('content-type'), r.getheader('none'), r.getheader('none', 'default'), r.will_close)
    print(r.getheaders(), r.msg is r.headers, type(r.headers).__name__, r.length, r.chunked, r.isclosed())
    print(r.read(10), r.length, r.read(), r.read(), r.isclosed(), r.closed)
    c.request('POST', '/echo', body='text é', headers={'Content-Type': 'text/plain'})
    print(c.getresponse().read())
    c.request('PUT', '/echo', body=b'bytes')
    print(c.getresponse().read())
    c.request('POST', '/echo', body=io.BytesIO(b'from a file' * 3))
    print(c.getresponse().read())
    c.request('POST', '/echo', body=iter([b'a', b'', b'bc']))
    print(c.getresponse().read())
    c.request('POST', '/echo')
    print(c.getresponse().read())
    c.request('DELETE', '/echo')
    print(c.getresponse().read())
    c.request('HEAD', '/lines/3')
    r = c.getresponse()
    print(r.status, r.getheader('Content-Length'), r.read())
    for path in ('/lines/4', '/chunked/4'):
        c.request('GET', path)
        r = c.getresponse()
        print(r.readline(), r.read(3), r.readline(), r.readline(4), r.read1(2), [line for line in r], r.isclosed())
        c.request('GET', path)
        print(list(c.getresponse()))
        c.request('GET', path)
        r = c.getresponse()
        b = bytearray(12)
        print(r.readinto(b), b, r.peek(3)[:3], r.read())
        c.request('GET', path)
        r = c.getresponse()
        print(r.read(0), r.read(1000), r.read(5), r.readlines())
    for code in (204, 304, 404, 500):
        c.request('GET', f'/status/{code}')
        r = c.getresponse()
        print(r.status, r.reason, r.read())
    c.request('GET', '/close/')
    with c.getresponse() as r:
        print(r.will_close, r.read(5), r.read(), c.sock is None)
    c.request('GET', '/echo')
    for fn in (lambda: c.request('GET', '/'), lambda: c.putheader('a', 'b')):
        try:
            fn()
        except http.client.HTTPException as e:
            print(type(e).__name__, e)
    c.getresponse().read()
    try:
        c.getresponse()
    except http.client.ResponseNotReady as e:
        print(type(e).__name__, e)
    c.close()

    c = http.client.HTTPConnection(f'{host}:{port}')
    c.putrequest('POST', '/echo', skip_accept_encoding=True)
    c.putheader('X-Multi', 'one', 'two')
    c.putheader('Content-Length', 4)
    c.endheaders()
    c.send(b'ab')
    c.send(io.BytesIO(b'cd'))
    r = c.getresponse()
    print(r.status, r.read())
    c.request('GET', '/short/')
    try:
        c.getresponse().read()
    except http.client.IncompleteRead as e:
        print(e, repr(e), e.partial, e.expected)
    from urllib.parse import quote
    for reply in ('nonsense\r\n\r\n', 'HTTP/1.1 abc X\r\n\r\n', 'HTTP/1.1 99 X\r\n\r\n', 'HTTP/3.0 200 X\r\n\r\n', '', 'HTTP/1.1 200\r\n\r\nbody',
                  'HTTP/1.0 200 OK\nA: b\n\nrest', 'HTTP/1.1 200 OK\r\n' + 'A: b\r\n' * 101 + '\r\n', 'HTTP/1.1 200 ' + 'x' * 65536 + '\r\n\r\n',
                  'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc',
                  'HTTP/1.1 100 Continue\r\nX: y\r\n\r\nHTTP/1.1 200 Late\r\nX: a\r\nX: b\r\nContent-Length: 2\r\n\r\nhi there',
                  'HTTP/1.1 200 OK\r\nContent-Length: x\r\nFolded: a\r\n b\r\n\r\nall'):
        c = http.client.HTTPConnection(host, port)
        try:
            if len(reply) > 5000:
                import socket
                import threading
                s = socket.create_server((host, 0))

                def answer(s=s, reply=reply):
                    conn, _ = s.accept()
                    conn.recv(1000)
                    conn.sendall(reply.encode())
                    conn.close()
                    s.close()

                threading.Thread(target=answer).start()
                c = http.client.HTTPConnection(host, s.getsockname()[1])
                c.request('GET', '/')
            else:
                c.request('GET', '/raw/?bytes=' + quote(reply) if reply else '/raw/?bytes=%20'[:0] + '/raw/')
            r = c.getresponse()
            print(r.status, repr(r.reason), r.headers.items(), r.getheader('X'), r.read())
        except (http.client.HTTPException, ConnectionError) as e:
            print(type(e).__name__, str(e)[:60])
        c.close()

for fn in (lambda: http.client.HTTPConnection('h:x'), lambda: http.client.HTTPConnection('a b'), lambda: c.request('GET', '/a b'),
           lambda: http.client.HTTPConnection('h').putrequest('G\nT', '/'), lambda: http.client.HTTPConnection('127.0.0.1', port).request('GET', '/')):
    try:
        fn()
    except (http.client.InvalidURL, ValueError, OSError) as e:
        print(type(e).__name__, e)
c = http.client.HTTPConnection('h')
c.putrequest('GET', '/')
for name, value in (('a b', 'c'), ('a\n', 'b'), ('', 'x'), ('a:', 'b'), ('ok', 'bad\nvalue'), ('ok', 'bad\rvalue'), ('ok', 'fold\n ed')):
    try:
        c.putheader(name, value)
        print('ok', repr(name), repr(value))
    except ValueError as e:
        print(e)
for h in ('h', 'h:', 'h:81', '[::1]', '[::1]:82', '::1'):
    try:
        c = http.client.HTTPConnection(h)
        print(h, c.host, c.port)
    except http.client.InvalidURL as e:
        print(h, e)
print(http.client.HTTPConnection('h').default_port, http.client.HTTPS_PORT, http.client.responses[404], http.client.NOT_FOUND, http.client.OK == 200)
print([c.__name__ for c in http.client.RemoteDisconnected.__mro__ if c.__name__ in ('ConnectionResetError', 'BadStatusLine', 'HTTPException')])
print(repr(http.client.BadStatusLine('')), http.client.BadStatusLine('x'), http.client.IncompleteRead(b'abc'), http.client.LineTooLong('x'))

from http.client import parse_headers
m = parse_headers(io.BytesIO(b'Content-Type: text/html; charset="UTF-8"; q=1\r\nA: 1\r\na: 2\r\nB:  spaced  \r\n\r\nrest'))
print(m['content-type'], m.get_content_type(), m.get_content_charset(), m.get_content_maintype(), m.get_content_subtype(), m.get_param('q'), m.get_params())
print(m.get_all('A'), m.get('zz'), m.get('zz', 5), 'b' in m, 'x' in m, len(m), m.keys(), m.values(), m.items(), list(m), repr(m['B']))
print(str(m).split('\n'))
m['New'] = 'v'
del m['A']
m.replace_header('b', 'replaced')
m.add_header('Content-Disposition', 'attachment', filename='a "b".txt')
print(m.items(), m.get_filename())
