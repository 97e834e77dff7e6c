# TLS: contexts, sockets on both sides, errors, and https with urllib.
import os
import socket
import ssl
import sys
import threading
import urllib.error
import urllib.request
import http.client
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
from _site import serve

CERT = os.path.join(here, '_localhost.pem')
EXPIRED = os.path.join(here, '_expired.pem')
for name in list(os.environ):
    if name.lower().endswith('_proxy') or name.startswith('SSL_'):
        del os.environ[name]

c = ssl.create_default_context()
print(c.check_hostname, repr(c.verify_mode), repr(c.protocol), c.minimum_version.name, isinstance(c, ssl.SSLContext))
try:
    c.verify_mode = ssl.CERT_NONE
except ValueError as e:
    print(e)
c.check_hostname = False
c.verify_mode = ssl.CERT_NONE
print(repr(c.verify_mode), ssl._create_unverified_context().verify_mode == ssl.CERT_NONE)
c.minimum_version = ssl.TLSVersion.TLSv1_3
print(c.minimum_version, repr(ssl.TLSVersion.TLSv1_2), repr(ssl.CERT_REQUIRED), ssl.PROTOCOL_TLS_CLIENT, repr(ssl.Purpose.SERVER_AUTH)[:30])
for fn in (lambda: c.load_cert_chain('/no/such'), lambda: c.load_verify_locations('/no/such'), lambda: c.load_verify_locations(),
           lambda: c.load_cert_chain(__file__), lambda: c.load_verify_locations(__file__), lambda: ssl.SSLContext(99), lambda: c.load_verify_locations(cadata='x'),
           lambda: ssl.SSLSocket(), lambda: ssl.create_default_context().wrap_socket(socket.socket())):
    try:
        fn()
    except (OSError, TypeError, ValueError) as e:
        print(type(e).__name__, e.errno if isinstance(e, OSError) and not isinstance(e, ssl.SSLError) else str(e).split('(_ssl')[0].replace('(ssl', '')[:70])

server_context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
server_context.load_cert_chain(CERT)
server_context.set_alpn_protocols(['http/1.1'])
listener = socket.create_server(('127.0.0.1', 0))
errors = []


def echo():
    while True:
        try:
            conn, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=answer, args=(conn,)).start()


def answer(conn):
    try:
        with server_context.wrap_socket(conn, server_side=True) as tls:
            while data := tls.recv(1024):
                if data == b'stall':
                    threading.Event().wait(0.3)
                tls.sendall(data.upper())
    except OSError as e:
        errors.append(type(e).__name__)


threading.Thread(target=echo, daemon=True).start()
address = listener.getsockname()
trusted = ssl.create_default_context(cafile=CERT)
trusted.set_alpn_protocols(['h2', 'http/1.1'])
print(trusted.cert_store_stats(), trusted.get_ca_certs()[0]['subject'])
with socket.create_connection(address) as plain:
    with trusted.wrap_socket(plain, server_hostname='localhost') as s:
        print(s.version(), s.server_hostname, s.server_side, s.selected_alpn_protocol(), isinstance(s, socket.socket), type(s.cipher()), plain.fileno())
        cert = s.getpeercert()
        print(cert, len(s.getpeercert(True)) > 300)
        s.sendall(b'hello')
        print(s.recv(3), s.recv(100), s.context is trusted)
        f = s.makefile('rwb')
        f.write(b'a line\n')
        f.flush()
        print(f.readline())
        print(s.send(b'x' * 100000) > 0)
        s.settimeout(0.05)
        total = b''
        try:
            while True:
                total += s.recv(65536)
        except TimeoutError as e:
            print(e, set(total))
        s.sendall(b'stall')
        try:
            s.recv(10)
        except TimeoutError as e:
            print(type(e).__name__, e)
        s.settimeout(None)
        print(s.recv(10))
        s.setblocking(False)
        try:
            s.recv(1)
        except ssl.SSLWantReadError as e:
            print(type(e).__name__, e.errno)
with socket.create_connection(address) as plain:
    with trusted.wrap_socket(plain, server_hostname='sub.example.test') as s:
        print(s.getpeercert()['notAfter'], ssl.PEM_cert_to_DER_cert(ssl.DER_cert_to_PEM_cert(s.getpeercert(True))) == s.getpeercert(True))
    print(s.fileno())
with socket.create_connection(address) as plain, trusted.wrap_socket(plain, server_hostname='127.0.0.1') as s:
    s.write(b'by address')
    print(s.read())
with trusted.wrap_socket(socket.socket(), server_hostname='localhost') as s:
    print(s.version())
    s.connect(address)
    s.sendall(b'late')
    print(s.recv(9))
unverified = ssl._create_unverified_context()
with socket.create_connection(address) as plain, unverified.wrap_socket(plain, server_hostname='whatever') as s:
    print(s.getpeercert(), s.version())


def fails(context, name):
    try:
        with socket.create_connection(address, timeout=5) as plain:
            context.wrap_socket(plain, server_hostname=name).close()
        print('?')
    except ssl.SSLCertVerificationError as e:
        print(type(e).__name__, str(e).split(' (_ssl')[0], e.reason, e.verify_code, e.verify_message, e.errno, isinstance(e, (ValueError, ssl.SSLError)))
    except ssl.SSLError as e:
        print(type(e).__name__, e.reason, str(e).split(' (_ssl')[0])


fails(ssl.create_default_context(), 'localhost')
fails(trusted, 'wrong.test')
fails(trusted, '127.0.0.2')
listener.close()

# A server that is not one, and one whose time is over.
listener = socket.create_server(('127.0.0.1', 0))
address = listener.getsockname()


def nonsense():
    conn, _ = listener.accept()
    conn.recv(10)
    conn.sendall(b'HTTP/1.0 400 no TLS here\r\n\r\n')
    conn.close()


threading.Thread(target=nonsense).start()
fails(trusted, 'localhost')
expired = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
expired.load_cert_chain(EXPIRED)
server_context = expired
threading.Thread(target=lambda: answer(listener.accept()[0])).start()
fails(ssl.create_default_context(cafile=EXPIRED), 'localhost')
listener.close()

# https.
with serve() as site:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERT, CERT)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    url = f'https://localhost:{site.server_port}'
    print(urllib.request.urlopen(url + '/lines/2', context=trusted).read())
    c = http.client.HTTPSConnection('localhost', site.server_port, context=trusted)
    c.request('GET', '/chunked/2')
    print(c.getresponse().read(), c.sock.version()[:5])
    c.close()
    try:
        urllib.request.urlopen(url)
    except urllib.error.URLError as e:
        print(str(e).split(' (_ssl')[0], type(e.reason).__name__)
    urllib.request.urlcleanup()
    ssl._create_default_https_context = ssl._create_unverified_context
    print(urllib.request.urlopen(url + '/lines/1').read())
print(set(errors) <= {'SSLError', 'SSLEOFError', 'ConnectionResetError', 'BrokenPipeError'}, ssl.HAS_SNI, ssl.CertificateError is ssl.SSLCertVerificationError)
print(str(ssl.SSLError(1, 'words')), ssl.SSLError('x'), issubclass(ssl.SSLError, OSError), ssl.SSLError(1, 'words').errno)
