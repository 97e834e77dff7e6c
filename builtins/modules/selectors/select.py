# The module select.

from _socket import _poll

__all__ = ['select', 'poll', 'error', 'POLLIN', 'POLLPRI', 'POLLOUT', 'POLLERR', 'POLLHUP', 'POLLNVAL', 'POLLRDNORM', 'POLLWRNORM',
           'POLLRDHUP', 'epoll', 'EPOLLIN', 'EPOLLOUT', 'EPOLLERR', 'EPOLLHUP', 'EPOLLPRI', 'EPOLLRDHUP', 'EPOLLET', 'EPOLLONESHOT']

error = OSError
POLLIN, POLLPRI, POLLOUT, POLLERR, POLLHUP, POLLNVAL = 1, 2, 4, 8, 16, 32
POLLRDNORM, POLLWRNORM, POLLRDHUP = 64, 256, 8192
EPOLLIN, EPOLLPRI, EPOLLOUT, EPOLLERR, EPOLLHUP, EPOLLRDHUP = 1, 2, 4, 8, 16, 8192
EPOLLET, EPOLLONESHOT = 1 << 31, 1 << 30
PIPE_BUF = 4096


def _number(fileobj):
    """The descriptor of a file object, or of itself."""
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        ask = getattr(fileobj, 'fileno', None)
        if ask is None:
            raise TypeError('argument must be an int, or have a fileno() method.')
        fd = ask()
        if not isinstance(fd, int):
            raise TypeError('fileno() returned a non-integer')
    if fd < 0:
        raise ValueError(f'file descriptor cannot be a negative integer ({fd})')
    return fd


def select(rlist, wlist, xlist, timeout=None, /):
    """Wait until one or more file descriptors are ready for some kind of I/O."""
    if timeout is not None:
        if not isinstance(timeout, (int, float)):
            raise TypeError('timeout must be a float or None')
        if timeout < 0:
            raise ValueError('timeout must be non-negative')
    wanted = {}
    lists = []
    for objects, events in ((rlist, POLLIN), (wlist, POLLOUT), (xlist, POLLPRI)):
        try:
            objects = [(obj, _number(obj)) for obj in objects]
        except TypeError as problem:
            if not hasattr(objects, '__iter__'):
                raise TypeError('arguments 1-3 must be sequences') from None
            raise
        lists.append(objects)
        for _, fd in objects:
            wanted[fd] = wanted.get(fd, 0) | events
    ready = dict(_poll(list(wanted.items()), timeout))
    if any(events & POLLNVAL for events in ready.values()):
        raise OSError(9, 'Bad file descriptor')
    masks = (POLLIN | POLLHUP | POLLERR, POLLOUT | POLLERR, POLLPRI)
    return tuple([obj for obj, fd in objects if ready.get(fd, 0) & mask] for objects, mask in zip(lists, masks))


class poll:
    """Waits for the descriptors that were registered."""

    def __init__(self):
        self._events = {}

    def register(self, fd, eventmask=POLLIN | POLLPRI | POLLOUT, /):
        self._events[_number(fd)] = eventmask

    def modify(self, fd, eventmask, /):
        fd = _number(fd)
        if fd not in self._events:
            raise FileNotFoundError(2, 'No such file or directory')
        self._events[fd] = eventmask

    def unregister(self, fd, /):
        del self._events[_number(fd)]

    def poll(self, timeout=None, /):
        """Polls, for so many milliseconds, and returns (fd, event) pairs."""
        return _poll(list(self._events.items()), None if timeout is None or timeout < 0 else timeout / 1000)


class epoll(poll):
    """poll with epoll's names; edges are not told from levels."""

    def __init__(self, sizehint=-1, flags=0):
        poll.__init__(self)
        self.closed = False

    def register(self, fd, eventmask=EPOLLIN | EPOLLPRI | EPOLLOUT):
        fd = _number(fd)
        if fd in self._events:
            raise FileExistsError(17, 'File exists')
        self._events[fd] = eventmask & 0xffff

    def modify(self, fd, eventmask):
        poll.modify(self, fd, eventmask & 0xffff)

    def unregister(self, fd):
        fd = _number(fd)
        if fd not in self._events:
            raise FileNotFoundError(2, 'No such file or directory')
        del self._events[fd]

    def poll(self, timeout=None, maxevents=-1):
        ready = _poll(list(self._events.items()), None if timeout is None or timeout < 0 else timeout)
        return ready if maxevents < 0 else ready[:maxevents]

    def close(self):
        self.closed = True
        self._events.clear()

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()
