# Names, addresses and numbers.
import socket
from socket import *

print(socket.inet_aton('127.0.0.1') if hasattr(socket, 'inet_aton') else inet_aton('127.0.0.1'))
for s in ['1.2.3.4', '255.255.255.255', '10.1', '0x7f.1', '1', '010.0.0.1']:
    print(s, inet_aton(s), inet_ntoa(inet_aton(s)))
for s in ['', 'a', '1.2.3.4.5', '256.1.1.1', '1.2.3.']:
    try:
        print(inet_aton(s))
    except OSError as e:
        print(repr(s), e)
print(inet_pton(AF_INET, '1.2.3.4'), inet_pton(AF_INET6, '::1'), inet_pton(AF_INET6, '2001:db8::ff00:42:8329'))
print(inet_ntop(AF_INET, b'\x01\x02\x03\x04'), inet_ntop(AF_INET6, bytes(15) + b'\x01'), inet_ntop(AF_INET6, bytes.fromhex('20010db8000000000000ff0000428329')))
for fn in (lambda: inet_pton(AF_INET, '1.2.3'), lambda: inet_pton(AF_INET6, 'zz'), lambda: inet_ntop(AF_INET, b'123'), lambda: inet_ntoa(b'12345'),
           lambda: inet_pton(99, '1.1.1.1'), lambda: inet_ntop(99, b'1234')):
    try:
        print(fn())
    except (OSError, ValueError) as e:
        print(type(e).__name__, e)
print(htons(80), ntohs(20480), htonl(1), ntohl(16777216))
for fn in (lambda: htons(70000), lambda: htons(-1), lambda: htonl(-1), lambda: htonl(1 << 40), lambda: htons('x')):
    try:
        print(fn())
    except (OverflowError, TypeError) as e:
        print(type(e).__name__, e)
print(getservbyname('http'), getservbyname('https', 'tcp'), getservbyname('ssh'), getservbyname('domain', 'udp'))
print(getservbyport(80), getservbyport(22, 'tcp'), getservbyport(443))
for fn in (lambda: getservbyname('no-such-service'), lambda: getservbyport(1)  if False else getservbyname('x', 'zz'), lambda: getprotobyname('nope')):
    try:
        print(fn())
    except OSError as e:
        print(e)
print(getprotobyname('tcp'), getprotobyname('udp'), getprotobyname('icmp'))
print(gethostbyname('127.0.0.1'), gethostbyname('localhost'), gethostbyname_ex('127.0.0.1'), gethostbyname(''))
print(getaddrinfo('127.0.0.1', 80))
print(getaddrinfo('127.0.0.1', 'http', type=SOCK_STREAM))
print(getaddrinfo('::1', 443, AF_INET6, SOCK_DGRAM))
print(getaddrinfo('127.0.0.1', '8080', proto=IPPROTO_TCP), getaddrinfo('127.0.0.1', None, AF_UNSPEC, SOCK_STREAM))
print(getaddrinfo(None, 0, AF_INET, SOCK_STREAM, 0, AI_PASSIVE), getaddrinfo(None, 0, AF_INET, SOCK_STREAM))
print(getaddrinfo(b'127.0.0.1', 80, AF_INET, SOCK_STREAM)[0][4], getaddrinfo('1.2.3.4', 5, flags=AI_NUMERICHOST)[0][4])
for fn in (lambda: getaddrinfo('127.0.0.1', 'no-such'), lambda: getaddrinfo('::1', 80, AF_INET), lambda: getaddrinfo('not.numeric', 80, flags=AI_NUMERICHOST),
           lambda: getaddrinfo('127.0.0.1', 80, 99), lambda: getaddrinfo(1, 2), lambda: gethostbyname('a\0b'), lambda: gethostbyname(5),
           lambda: gethostbyname('does-not-exist.invalid.')):
    try:
        print(fn())
    except gaierror as e:
        print('gaierror', e.errno in (-2, -3) and 'unknown' or e, isinstance(e, OSError))
    except (TypeError, ValueError, OSError) as e:
        print(type(e).__name__, e)
try:
    raise gaierror(-2, 'Name or service not known')
except OSError as e:
    print(e, e.errno, e.strerror, e.args, repr(e))
print(gaierror.__module__, herror.__mro__[1].__name__, error is OSError, timeout is TimeoutError, EAI_NONAME)
print(getdefaulttimeout())
setdefaulttimeout(2.5)
import socket as s
with s.socket() as x:
    print(getdefaulttimeout(), x.gettimeout())
setdefaulttimeout(None)
print(AF_INET, repr(AF_INET), repr(SOCK_STREAM), AddressFamily(2), AddressFamily.AF_INET6 == AF_INET6, int(SHUT_RDWR), IPPROTO_TCP)
print(s.has_ipv6, s.SO_REUSEADDR, s.SOL_SOCKET, s.TCP_NODELAY, s.SOMAXCONN, s.INADDR_ANY, s.MSG_PEEK, repr(s.MSG_PEEK))
print(isinstance(gethostname(), str), getfqdn('127.0.0.1') != '', getnameinfo(('127.0.0.1', 80), NI_NUMERICHOST | NI_NUMERICSERV))
print([n for n in ('socket', 'create_connection', 'create_server', 'getaddrinfo', 'gaierror', 'AF_INET', 'socketpair') if n not in s.__all__])
