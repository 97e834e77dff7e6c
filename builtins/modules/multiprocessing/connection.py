# multiprocessing.connection: pipes, and connections between programs over sockets.

import hashlib as _hashlib
import hmac as _hmac
import itertools as _itertools
import os
import pickle as _pickle
import socket as _socket
import struct as _struct
import tempfile as _tempfile
import time as _time
from multiprocessing import AuthenticationError, BufferTooShort, Pipe
from multiprocessing import Connection as _PipeConnection
from multiprocessing import _sentinels

__all__ = ['Client', 'Listener', 'Pipe', 'wait']

BUFSIZE = 8192
MESSAGE_LENGTH = 40
CONNECTION_TIMEOUT = 20.0
default_family = 'AF_INET'
families = ['AF_INET']
if hasattr(_socket, 'AF_UNIX'):
    default_family = 'AF_UNIX'
    families.append('AF_UNIX')
_longest = 0x7fffffff
_counter = _itertools.count()


def arbitrary_address(family):
    if family == 'AF_INET':
        return ('localhost', 0)
    if family == 'AF_UNIX':
        return _tempfile.mktemp(prefix='listener-' + str(os.getpid()) + '-' + str(next(_counter)) + '-')
    raise ValueError('unrecognized family')


def address_type(address):
    if type(address) is tuple:
        return 'AF_INET'
    if type(address) is str:
        return 'AF_UNIX'
    raise TypeError('address type of %r unrecognized' % (address,))


def _validate_family(family):
    if family not in ('AF_INET', 'AF_UNIX') or not hasattr(_socket, family):
        raise ValueError('Family %s is not recognized.' % family)


class Connection:
    # A connection over a socket: each message is its length and its bytes.
    def __init__(self, sock, readable=True, writable=True):
        self._socket = sock
        self._buffer = b''
        self._ended = False
        self.readable = readable
        self.writable = writable

    @property
    def closed(self):
        return self._socket is None

    def _open(self):
        if self._socket is None:
            raise OSError('handle is closed')

    def fileno(self):
        self._open()
        return self._socket.fileno()

    def close(self):
        if self._socket is not None:
            self._socket.close()
            self._socket = None

    def send_bytes(self, buf, offset=0, size=None):
        self._open()
        data = bytes(buf)
        if offset < 0:
            raise ValueError('offset is negative')
        if len(data) < offset:
            raise ValueError('buffer length < offset')
        if size is None:
            size = len(data) - offset
        elif size < 0:
            raise ValueError('size is negative')
        elif offset + size > len(data):
            raise ValueError('buffer length < offset + size')
        data = data[offset:offset + size]
        if size > _longest:
            header = _struct.pack('!i', -1) + _struct.pack('!Q', size)
        else:
            header = _struct.pack('!i', size)
        self._socket.sendall(header + data)

    def send(self, obj):
        self._open()
        self.send_bytes(_pickle.dumps(obj))

    def _take(self, n):
        parts, have = [self._buffer], len(self._buffer)
        while have < n:
            part = b'' if self._ended else self._socket.recv(min(1 << 20, max(BUFSIZE, n - have)))
            if not part:
                self._buffer = b''
                if have == 0:
                    raise EOFError
                raise OSError('got end of file during message')
            parts.append(part)
            have += len(part)
        data = b''.join(parts)
        self._buffer = data[n:]
        return data[:n]

    def recv_bytes(self, maxlength=None):
        self._open()
        if maxlength is not None and maxlength < 0:
            raise ValueError('negative maxlength')
        size, = _struct.unpack('!i', self._take(4))
        if size == -1:
            size, = _struct.unpack('!Q', self._take(8))
        if size < 0 or maxlength is not None and size > maxlength:
            self.close()
            raise OSError('bad message length')
        return self._take(size)

    def recv_bytes_into(self, buf, offset=0):
        view = memoryview(buf)
        if offset < 0:
            raise ValueError('negative offset')
        if offset > len(view):
            raise ValueError('offset too large')
        data = self.recv_bytes()
        if len(data) > len(view) - offset:
            raise BufferTooShort(data)
        view[offset:offset + len(data)] = data
        return len(data)

    def recv(self):
        return _pickle.loads(self.recv_bytes())

    def poll(self, timeout=0.0):
        self._open()
        if self._buffer or self._ended:
            return True
        self._socket.settimeout(timeout if timeout is None else max(0.0, timeout))
        try:
            self._buffer = self._socket.recv(BUFSIZE)
            self._ended = not self._buffer
            return True
        except (TimeoutError, BlockingIOError):
            return False
        finally:
            self._socket.settimeout(None)

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


class Listener:
    def __init__(self, address=None, family=None, backlog=1, authkey=None):
        family = family or (address and address_type(address)) or default_family
        address = address or arbitrary_address(family)
        _validate_family(family)
        if authkey is not None and not isinstance(authkey, bytes):
            raise TypeError('authkey should be a byte string')
        self._authkey = authkey
        self._family = family
        self._last = None
        self._socket = _socket.socket(getattr(_socket, family))
        try:
            if os.name == 'posix':
                self._socket.setsockopt(_socket.SOL_SOCKET, _socket.SO_REUSEADDR, 1)
            self._socket.bind(address)
            self._socket.listen(backlog)
        except OSError:
            self._socket.close()
            raise
        self._address = self._socket.getsockname()

    def accept(self):
        if self._socket is None:
            raise OSError('listener is closed')
        s, self._last = self._socket.accept()
        c = Connection(s)
        if self._authkey is not None:
            deliver_challenge(c, self._authkey)
            answer_challenge(c, self._authkey)
        return c

    def close(self):
        if self._socket is not None:
            self._socket.close()
            self._socket = None
            if self._family == 'AF_UNIX':
                try:
                    os.unlink(self._address)
                except FileNotFoundError:
                    pass

    @property
    def address(self):
        return self._address

    @property
    def last_accepted(self):
        return self._last

    def __enter__(self):
        return self

    def __exit__(self, exc_type, exc_value, exc_tb):
        self.close()


def Client(address, family=None, authkey=None):
    family = family or address_type(address)
    _validate_family(family)
    if authkey is not None and not isinstance(authkey, bytes):
        raise TypeError('authkey should be a byte string')
    s = _socket.socket(getattr(_socket, family))
    try:
        s.connect(address)
        c = Connection(s)
        if authkey is not None:
            answer_challenge(c, authkey)
            deliver_challenge(c, authkey)
    except BaseException:
        s.close()
        raise
    return c


_CHALLENGE = b'#CHALLENGE#'
_WELCOME = b'#WELCOME#'
_FAILURE = b'#FAILURE#'


def _digest(authkey, message):
    return b'{sha256}' + _hmac.new(authkey, message, _hashlib.sha256).digest()


def deliver_challenge(connection, authkey):
    message = b'{sha256}' + os.urandom(MESSAGE_LENGTH)
    connection.send_bytes(_CHALLENGE + message)
    if _hmac.compare_digest(connection.recv_bytes(256), _digest(authkey, message)):
        connection.send_bytes(_WELCOME)
    else:
        connection.send_bytes(_FAILURE)
        raise AuthenticationError('digest received was wrong')


def answer_challenge(connection, authkey):
    message = connection.recv_bytes(256)
    if not message.startswith(_CHALLENGE):
        raise AuthenticationError('Protocol error, expected challenge: message=%r' % (message,))
    message = message[len(_CHALLENGE):]
    if len(message) < 20:
        raise AuthenticationError('challenge too short: %d bytes' % (len(message),))
    connection.send_bytes(_digest(authkey, message))
    if connection.recv_bytes(256) != _WELCOME:
        raise AuthenticationError('digest sent was rejected')


def _ready(o):
    if isinstance(o, int):
        process = _sentinels.get(o)
        if process is None:
            raise OSError(9, 'Bad file descriptor')
        return not process.is_alive()
    if isinstance(o, (_PipeConnection, Connection)):
        return o.poll(0)
    raise TypeError("cannot wait for '" + type(o).__name__ + "' object")


def wait(object_list, timeout=None):
    # The connections, and the processes by their sentinels, that are ready.
    objects = list(object_list)
    end = None if timeout is None else _time.monotonic() + timeout
    pause = 0.0005
    while True:
        ready = [o for o in objects if _ready(o)]
        left = None if end is None else end - _time.monotonic()
        if ready or left is not None and left <= 0 or not objects:
            return ready
        _time.sleep(pause if left is None else min(pause, left))
        pause = min(0.02, pause * 2)
