# The module selectors.

from abc import ABCMeta as _ABCMeta, abstractmethod as _abstractmethod
from collections import namedtuple as _namedtuple
from _socket import _poll

EVENT_READ = 1
EVENT_WRITE = 2

SelectorKey = _namedtuple('SelectorKey', ['fileobj', 'fd', 'events', 'data'])


def _number(fileobj):
    if isinstance(fileobj, int):
        fd = fileobj
    else:
        try:
            fd = int(fileobj.fileno())
        except (AttributeError, TypeError, ValueError):
            raise ValueError(f'Invalid file object: {fileobj!r}') from None
    if fd < 0:
        raise ValueError(f'Invalid file descriptor: {fd}')
    return fd


class BaseSelector(metaclass=_ABCMeta):
    """Selector abstract base class."""

    @_abstractmethod
    def register(self, fileobj, events, data=None):
        raise NotImplementedError

    @_abstractmethod
    def unregister(self, fileobj):
        raise NotImplementedError

    def modify(self, fileobj, events, data=None):
        self.unregister(fileobj)
        return self.register(fileobj, events, data)

    @_abstractmethod
    def select(self, timeout=None):
        raise NotImplementedError

    def close(self):
        pass

    def get_key(self, fileobj):
        mapping = self.get_map()
        if mapping is None:
            raise RuntimeError('Selector is closed')
        try:
            return mapping[fileobj]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    @_abstractmethod
    def get_map(self):
        raise NotImplementedError

    def __enter__(self):
        return self

    def __exit__(self, *args):
        self.close()


class _Map:
    """The registered file objects and their keys."""

    def __init__(self, selector):
        self._selector = selector

    def __len__(self):
        return len(self._selector._keys)

    def __iter__(self):
        return iter([key.fileobj for key in self._selector._keys.values()])

    def __getitem__(self, fileobj):
        fd = self._selector._find(fileobj)
        key = self._selector._keys.get(fd)
        if key is None:
            raise KeyError(f'{fileobj!r} is not registered')
        return key

    def __contains__(self, fileobj):
        return self._selector._find(fileobj) in self._selector._keys

    def get(self, fileobj, default=None):
        return self._selector._keys.get(self._selector._find(fileobj), default)

    def keys(self):
        return list(self)

    def values(self):
        return list(self._selector._keys.values())

    def items(self):
        return [(key.fileobj, key) for key in self._selector._keys.values()]


class SelectSelector(BaseSelector):
    """Waits for the file objects that were registered."""

    def __init__(self):
        self._keys = {}
        self._map = _Map(self)

    def _find(self, fileobj):
        """The descriptor of a file object, also of one that was closed meanwhile."""
        try:
            return _number(fileobj)
        except ValueError:
            for key in self._keys.values():
                if key.fileobj is fileobj:
                    return key.fd
            raise

    def register(self, fileobj, events, data=None):
        """Register a file object for EVENT_READ, EVENT_WRITE or both."""
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f'Invalid events: {events!r}')
        key = SelectorKey(fileobj, _number(fileobj), events, data)
        if key.fd in self._keys:
            raise KeyError(f'{fileobj!r} (FD {key.fd}) is already registered')
        self._keys[key.fd] = key
        return key

    def unregister(self, fileobj):
        """Unregister a file object and return its key."""
        try:
            return self._keys.pop(self._find(fileobj))
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None

    def modify(self, fileobj, events, data=None):
        """Change the events or the data of a registered file object."""
        if not events or events & ~(EVENT_READ | EVENT_WRITE):
            raise ValueError(f'Invalid events: {events!r}')
        try:
            key = self._keys[self._find(fileobj)]
        except KeyError:
            raise KeyError(f'{fileobj!r} is not registered') from None
        key = self._keys[key.fd] = key._replace(events=events, data=data)
        return key

    def select(self, timeout=None):
        """Wait until something is ready; returns a list of (key, events)."""
        wanted = [(fd, (1 if key.events & EVENT_READ else 0) | (4 if key.events & EVENT_WRITE else 0))
                  for fd, key in self._keys.items()]
        ready = []
        for fd, found in _poll(wanted, timeout):
            events = (EVENT_READ if found & ~4 else 0) | (EVENT_WRITE if found & ~1 else 0)
            key = self._keys.get(fd)
            if key and events & key.events:
                ready.append((key, events & key.events))
        return ready

    def close(self):
        self._keys.clear()
        self._map = None

    def get_map(self):
        return self._map


class PollSelector(SelectSelector):
    pass


class EpollSelector(SelectSelector):
    def fileno(self):
        raise OSError(95, 'Operation not supported')


DefaultSelector = EpollSelector
