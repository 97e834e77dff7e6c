# https through a proxy: CONNECT, its password, the certificate authority from the environment.
import os
import socket
import ssl
import sys
import threading
import urllib.request
here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, here)
from _site import serve

CERT = os.path.join(here, '_localhost.pem')
for name in list(os.environ):
    if name.lower().endswith('_proxy'):
        del os.environ[name]
seen = []


def pump(source, target):
    try:
        while data := source.recv(65536):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def handle(client, port):
    with client, client.makefile('rb') as f:
        method, where, _ = f.readline().decode().split()
        headers = list(iter(lambda: f.readline().decode().strip(), ''))
        seen.append((method, where, [h for h in headers if h.startswith('Proxy-A')]))
        if where.startswith('deny'):
            client.sendall(b'HTTP/1.1 403 Forbidden by proxy\r\n\r\n')
            return
        with socket.create_connection(('127.0.0.1', port)) as server:
            client.sendall(b'HTTP/1.1 200 Connection established\r\n\r\n')
            back = threading.Thread(target=pump, args=(server, client))
            back.start()
            pump(client, server)
            back.join()


def accept(listener, port):
    while True:
        try:
            client, _ = listener.accept()
        except OSError:
            return
        threading.Thread(target=handle, args=(client, port), daemon=True).start()


with serve() as site:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERT)
    site.socket = context.wrap_socket(site.socket, server_side=True)
    listener = socket.create_server(('127.0.0.1', 0))
    threading.Thread(target=accept, args=(listener, site.server_port), daemon=True).start()
    os.environ['https_proxy'] = 'http://user:pw@127.0.0.1:%d' % listener.getsockname()[1]
    os.environ['SSL_CERT_FILE'] = CERT
    with urllib.request.urlopen('https://sub.example.test/lines/2') as r:
        print(r.status, r.read(), r.url)
    with urllib.request.urlopen('https://localhost:444/echo', data=b'x') as r:
        print(r.status, r.read())
    for url in ('https://deny.test/', 'https://wrong.test/'):
        try:
            urllib.request.urlopen(url)
        except OSError as e:
            print(type(e).__name__, str(e).split(' (_ssl')[0])
    listener.close()
for line in seen:
    print(*line)
