# Names that modules make when they are first used are there however one asks.
import calendar
import enum
import http
import http.client
import pickle
import re
import signal
import socket
import threading
import uuid

found = []
barrier = threading.Barrier(8)


def ask():
    barrier.wait()
    found.append(http.HTTPStatus)


threads = [threading.Thread(target=ask) for _ in range(8)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print(len(found), len(set(map(id, found))))

print('RegexFlag' in dir(re), 'AF_INET' in dir(socket), 'SIGINT' in dir(signal), 'NOT_FOUND' in dir(http.client))
print(vars(calendar)['MONDAY'] is calendar.Day.MONDAY, repr(vars(socket)['SOCK_STREAM']))
print(hasattr(http, 'HTTPMethod'), getattr(signal, 'SIGNOPE', 'none'))
for name in 'NOPE', '_hidden':
    try:
        getattr(re, name)
    except AttributeError as e:
        print(e)

print(repr(re.I | re.M), re.compile('a', re.I), re.compile('a').flags)
print(repr(http.HTTPStatus(404)), http.HTTPMethod.GET, http.client.responses[404], repr(http.client.OK))
print(repr(signal.SIGINT), signal.Signals(15), repr(signal.SIG_DFL), signal.getsignal(signal.SIGTERM) is signal.SIG_DFL)
print(repr(socket.AF_INET), repr(socket.socket().family), socket.AddressFamily.__module__)
print(repr(calendar.weekday(2024, 1, 1)), repr(calendar.FEBRUARY))
print(uuid.UUID(int=5).is_safe, uuid.UUID(int=5, is_safe=uuid.SafeUUID.safe).is_safe)
print(enum.UNIQUE, enum.bin(-5, 8), enum.show_flag_values(5), 'bin' in enum.__all__)
for x in re.I, http.HTTPStatus.OK, socket.AF_INET, signal.SIGTERM, uuid.UUID(int=7), uuid.SafeUUID.safe:
    print(type(x).__module__, pickle.loads(pickle.dumps(x)) == x)

# What a script has set stays.
re.NOFLAG = 'mine'
http.client.TEAPOT = 1
print(re.NOFLAG, http.client.TEAPOT)

from re import *
from socket import *
print(repr(X), repr(AF_UNIX), compile('x', S).flags)
