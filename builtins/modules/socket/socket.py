# The module socket: the class that scripts use, over _socket, and the functions
# that open connections and servers.

import _socket
from _socket import *

__all__ = ['fromfd', 'getfqdn', 'create_connection', 'create_server', 'has_dualstack_ipv6', 'AddressFamily', 'SocketKind',
           'getaddrinfo', 'socketpair', 'socket', 'SocketType', 'error', 'timeout']
__all__ += [name for name in dir(_socket) if not name.startswith('_') and name not in __all__]

# The members of enumerations are made when they are first used (names.py).
for _name in dir(_socket):
    if _name.startswith(('AF_', 'SOCK_', 'MSG_', 'AI_')):
        del globals()[_name]
del _name

error = OSError
timeout = TimeoutError


def _named(kind, number):
    """Returns the member of an enumeration for a number, or the number."""
    return kind._value2member_map_.get(number, number)


class socket(_socket.socket):
    """A subclass of _socket.socket adding the makefile() method and the enumerations."""

    def __init__(self, family=-1, type=-1, proto=-1, fileno=None):
        _socket.socket.__init__(self, family, type, proto, fileno)

    def __enter__(self):
        return self

    def __exit__(self, *args):
        if not self._closed:
            self.close()

    def __repr__(self):
        cls = self.__class__
        text = '<{}.{}{} fd={}'.format(cls.__module__, cls.__qualname__, ' [closed]' if self._closed else '', self.fileno())
        text += ', family={}, type={}, proto={}'.format(int(self.family), int(self.type), self.proto)
        if not self._closed:
            for label, ask in (('laddr', self.getsockname), ('raddr', self.getpeername)):
                try:
                    at = ask()
                    if at:
                        text += ', {}={}'.format(label, at)
                except (OSError, AttributeError):
                    pass
        return text + '>'

    def __getstate__(self):
        raise TypeError(f'cannot pickle {self.__class__.__name__!r} object')

    @property
    def family(self):
        """Read-only access to the address family for this socket."""
        from socket import AddressFamily
        return _named(AddressFamily, super().family)

    @property
    def type(self):
        """Read-only access to the socket type."""
        from socket import SocketKind
        return _named(SocketKind, super().type)

    def dup(self):
        """Return a new socket connected to the same system resource."""
        other = self.__class__.__new__(self.__class__)
        self._duplicate(other)
        return other

    def accept(self):
        """Wait for an incoming connection. Return a new socket and the address of the client."""
        other = socket.__new__(socket)
        return other, self._accept(other)

    def sendfile(self, file, offset=0, count=None):
        """Send a file until EOF is reached, and return the total number of bytes which were sent."""
        if 'b' not in getattr(file, 'mode', 'b'):
            raise ValueError('file should be opened in binary mode')
        if not self.type & _socket.SOCK_STREAM:
            raise ValueError('only SOCK_STREAM type sockets are supported')
        if count is not None:
            if not isinstance(count, int):
                raise TypeError(f'count must be a positive integer (got {count!r})')
            if count <= 0:
                raise ValueError(f'count must be a positive integer (got {count!r})')
        if self.gettimeout() == 0:
            raise ValueError('non-blocking sockets are not supported')
        if offset:
            file.seek(offset)
        total = 0
        while count is None or total < count:
            data = file.read(65536 if count is None else min(65536, count - total))
            if not data:
                break
            self.sendall(data)
            total += len(data)
        if total > 0 and hasattr(file, 'seek'):
            file.seek(offset + total)
        return total


SocketType = _socket.SocketType


def fromfd(fd, family, type, proto=0):
    """Create a socket object from a duplicate of the given file descriptor."""
    return socket(family, type, proto, fileno=dup(fd))


def socketpair(family=None, type=_socket.SOCK_STREAM, proto=0):
    """Create a pair of connected socket objects."""
    if family is None:
        family = _socket.AF_UNIX if hasattr(_socket, 'AF_UNIX') else _socket.AF_INET
    a, b = socket.__new__(socket), socket.__new__(socket)
    _socket._pair(family, type, proto, a, b)
    return a, b


def getaddrinfo(host, port, family=0, type=0, proto=0, flags=0):
    """Resolve host and port into list of address info entries."""
    from socket import AddressFamily, SocketKind
    return [(_named(AddressFamily, entry[0]), _named(SocketKind, entry[1])) + entry[2:]
            for entry in _socket._getaddrinfo(host, port, family, type, proto, flags)]


def getfqdn(name=''):
    """Get fully qualified domain name from name."""
    name = name.strip()
    if not name or name in ('0.0.0.0', '::'):
        name = gethostname()
    try:
        host, aliases, _ = gethostbyaddr(name)
    except OSError:
        return name
    for candidate in [host] + aliases:
        if '.' in candidate:
            return candidate
    return host


_default = object()


def create_connection(address, timeout=_default, source_address=None, *, all_errors=False):
    """Connect to *address* and return the socket object."""
    host, port = address
    problems = []
    for family, kind, proto, _, target in getaddrinfo(host, port, 0, _socket.SOCK_STREAM):
        connection = None
        try:
            connection = socket(family, kind, proto)
            if timeout is not _default:
                connection.settimeout(timeout)
            if source_address:
                connection.bind(source_address)
            connection.connect(target)
            return connection
        except OSError as problem:
            if connection is not None:
                connection.close()
            if not all_errors:
                problems.clear()
            problems.append(problem)
    try:
        if not problems:
            raise OSError('getaddrinfo returns an empty list')
        if all_errors:
            raise ExceptionGroup('create_connection failed', problems)
        raise problems[0]
    finally:
        problems = None


def has_dualstack_ipv6():
    """Return True if the platform supports creating a SOCK_STREAM socket which can handle both AF_INET and AF_INET6."""
    try:
        with socket(_socket.AF_INET6, _socket.SOCK_STREAM) as probe:
            probe.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0)
            return True
    except (OSError, AttributeError):
        return False


def create_server(address, *, family=_socket.AF_INET, backlog=None, reuse_port=False, dualstack_ipv6=False):
    """Convenience function which creates a SOCK_STREAM type socket bound to *address* and returns it."""
    if reuse_port and not hasattr(_socket, 'SO_REUSEPORT'):
        raise ValueError('SO_REUSEPORT not supported on this platform')
    if dualstack_ipv6:
        if not has_dualstack_ipv6():
            raise ValueError('dualstack_ipv6 not supported on this platform')
        if family != _socket.AF_INET6:
            raise ValueError('dualstack_ipv6 requires AF_INET6 family')
    server = socket(family, _socket.SOCK_STREAM)
    try:
        if family in (_socket.AF_INET, _socket.AF_INET6):
            server.setsockopt(SOL_SOCKET, SO_REUSEADDR, 1)
            if reuse_port:
                server.setsockopt(SOL_SOCKET, SO_REUSEPORT, 1)
        if family == _socket.AF_INET6:
            server.setsockopt(IPPROTO_IPV6, IPV6_V6ONLY, 0 if dualstack_ipv6 else 1)
        try:
            server.bind(address)
        except OSError as problem:
            raise OSError(problem.errno, f'{problem.strerror} (while attempting to bind on address {address!r})') from None
        server.listen(128 if backlog is None else backlog)
        return server
    except OSError:
        server.close()
        raise
