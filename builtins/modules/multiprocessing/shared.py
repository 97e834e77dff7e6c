# The classes of multiprocessing, in files that are run as one. What processes share lives in the process that
# made it (a target); elsewhere there are proxies that ask it.

import os
import queue as _queue
import sys
import threading as _threading
import time as _time
import traceback as _traceback
import functools as _functools
from concurrent import futures as _futures


class ProcessError(Exception):
    pass


class BufferTooShort(ProcessError):
    pass


class TimeoutError(ProcessError):
    pass


class AuthenticationError(ProcessError):
    pass


_table = {}


class _Shared:
    def _own(self, target):
        self._target = target
        self._home = None
        self._key = None

    def _call(self, method, *args, **kwargs):
        if self._target is not None:
            return getattr(self._target, method)(*args, **kwargs)
        return _ask(self._home, self._key, method, args, kwargs)

    def __reduce__(self):
        if self._home is None:
            self._home = _home()
            self._key = len(_table) + 1
            _table[self._key] = self
        return _rebuild, (type(self), self._home, self._key)


def _rebuild(cls, home, key):
    if home == _home():
        return _table[key]
    proxy = cls.__new__(cls)
    proxy._target = None
    proxy._home = home
    proxy._key = key
    return proxy


def _answer(home, key, method, args, kwargs):
    if home != _home():
        return _ask(home, key, method, args, kwargs)
    return getattr(_table[key]._target, method)(*args, **kwargs)


class Queue(_Shared):
    def __init__(self, maxsize=0):
        self._own(_queue.Queue(maxsize))

    def put(self, obj, block=True, timeout=None):
        self._call('put', obj, block, timeout)

    def get(self, block=True, timeout=None):
        return self._call('get', block, timeout)

    def put_nowait(self, obj):
        self._call('put', obj, False)

    def get_nowait(self):
        return self._call('get', False)

    def qsize(self):
        return self._call('qsize')

    def empty(self):
        return self._call('empty')

    def full(self):
        return self._call('full')

    def close(self):
        pass

    def join_thread(self):
        pass

    def cancel_join_thread(self):
        pass


class JoinableQueue(Queue):
    def task_done(self):
        self._call('task_done')

    def join(self):
        self._call('join')


class SimpleQueue(_Shared):
    def __init__(self):
        self._own(_queue.SimpleQueue())

    def put(self, obj):
        self._call('put', obj)

    def get(self):
        return self._call('get')

    def empty(self):
        return self._call('empty')

    def close(self):
        pass


class _Lockable(_Shared):
    def acquire(self, block=True, timeout=None):
        if timeout is None:
            return self._call('acquire', block)
        return self._call('acquire', block, max(0, timeout) if block else -1)

    def release(self):
        try:
            self._call('release')
        except RuntimeError:
            raise ValueError('semaphore or lock released too many times') from None

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class Lock(_Lockable):
    def __init__(self):
        self._own(_threading.Lock())

    def locked(self):
        return self._call('locked')


class _Recursive:
    def __init__(self):
        self._changed = _threading.Condition(_threading.Lock())
        self._owner = None
        self._count = 0

    def acquire(self, who, block, timeout):
        with self._changed:
            if self._owner != who:
                if self._owner is not None:
                    if not block:
                        return False
                    if not self._changed.wait_for(lambda: self._owner is None, timeout):
                        return False
                self._owner = who
            self._count += 1
            return True

    def release(self, who):
        with self._changed:
            if self._owner != who:
                raise AssertionError('attempt to release recursive lock not owned by thread')
            self._count -= 1
            if self._count == 0:
                self._owner = None
                self._changed.notify()


class RLock(_Shared):
    def __init__(self):
        self._own(_Recursive())

    def _who(self):
        return (os.getpid(), _threading.get_ident())

    def acquire(self, block=True, timeout=None):
        return self._call('acquire', self._who(), block, timeout)

    def release(self):
        self._call('release', self._who())

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class _Counter:
    # A semaphore whose value can be read.
    def __init__(self, value, bound):
        self._changed = _threading.Condition(_threading.Lock())
        self._value = value
        self._bound = bound

    def acquire(self, block=True, timeout=None):
        with self._changed:
            if self._value == 0:
                if not block:
                    return False
                if not self._changed.wait_for(lambda: self._value > 0, timeout):
                    return False
            self._value -= 1
            return True

    def release(self):
        with self._changed:
            if self._bound is not None and self._value >= self._bound:
                raise ValueError('semaphore or lock released too many times')
            self._value += 1
            self._changed.notify()

    def value(self):
        return self._value


class Semaphore(_Shared):
    def __init__(self, value=1):
        self._own(_Counter(value, None))

    def acquire(self, block=True, timeout=None):
        return self._call('acquire', block, timeout)

    def release(self):
        self._call('release')

    def get_value(self):
        return self._call('value')

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1):
        self._own(_Counter(value, value))


class Event(_Shared):
    def __init__(self):
        self._own(_threading.Event())

    def is_set(self):
        return self._call('is_set')

    def set(self):
        self._call('set')

    def clear(self):
        self._call('clear')

    def wait(self, timeout=None):
        return self._call('wait', timeout)


class Barrier(_Shared):
    def __init__(self, parties, action=None, timeout=None):
        self._own(_threading.Barrier(parties, action, timeout))

    def wait(self, timeout=None):
        return self._call('wait', timeout)

    def reset(self):
        self._call('reset')

    def abort(self):
        self._call('abort')


_FLOATS = ('f', 'd')
_ZERO = {'f': 0.0, 'd': 0.0, 'c': b'\x00', 'u': '\x00'}


def _fit(typecode, value):
    if typecode in _FLOATS:
        if not isinstance(value, (int, float)):
            raise TypeError('must be real number, not ' + type(value).__name__)
        return float(value)
    if typecode == 'c':
        if not isinstance(value, bytes) or len(value) != 1:
            raise TypeError('one character bytes, bytearray, or an integer in range(256) expected')
        return value
    if typecode == 'u':
        return value
    if not isinstance(value, int):
        raise TypeError("'" + type(value).__name__ + "' object cannot be interpreted as an integer")
    return int(value)


def _code(typecode):
    name = typecode if isinstance(typecode, str) else typecode.__name__
    if len(name) != 1 or name not in 'bBhHiIlLqQfdcu':
        raise TypeError('this type has no storage')
    return name


class _Storage:
    def __init__(self, typecode, items):
        self.typecode = typecode
        self.items = items

    def get(self, i):
        return self.items[i]

    def set(self, i, value):
        if isinstance(i, slice):
            new = [_fit(self.typecode, v) for v in value]
            if len(new) != len(self.items[i]):
                raise ValueError('Can only assign sequence of same size')
            self.items[i] = new
        else:
            self.items[i] = _fit(self.typecode, value)

    def size(self):
        return len(self.items)


class _Locked(_Shared):
    # The lock is an attribute that travels with the object.
    def _lock_with(self, lock):
        if lock is True or lock is None:
            lock = RLock()
        self._lock = lock or None

    def get_lock(self):
        return self._lock

    def get_obj(self):
        return self

    def acquire(self, *args, **kwargs):
        return self._lock.acquire(*args, **kwargs)

    def release(self):
        self._lock.release()

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def __reduce__(self):
        rebuild, args = _Shared.__reduce__(self)
        return _rebuild_locked, args + (self._lock,)


def _rebuild_locked(cls, home, key, lock):
    proxy = _rebuild(cls, home, key)
    if proxy._target is None:
        proxy._lock = lock
    return proxy


class _Value(_Locked):
    def __init__(self, typecode, value, lock):
        self._own(_Storage(typecode, [_fit(typecode, value)]))
        self._lock_with(lock)

    @property
    def value(self):
        return self._call('get', 0)

    @value.setter
    def value(self, v):
        self._call('set', 0, v)

    def __repr__(self):
        return '<Synchronized wrapper for ' + repr(self.value) + '>'


class _Array(_Locked):
    def __init__(self, typecode, items, lock):
        self._own(_Storage(typecode, [_fit(typecode, v) for v in items]))
        self._lock_with(lock)

    def __len__(self):
        return self._call('size')

    def __getitem__(self, i):
        return self._call('get', i)

    def __setitem__(self, i, value):
        self._call('set', i, value)

    def __iter__(self):
        return iter(self._call('get', slice(None)))


def Value(typecode_or_type, *args, lock=True):
    code = _code(typecode_or_type)
    return _Value(code, args[0] if args else _ZERO.get(code, 0), lock)


def Array(typecode_or_type, size_or_initializer, *, lock=True):
    code = _code(typecode_or_type)
    if isinstance(size_or_initializer, int):
        items = [_ZERO.get(code, 0)] * size_or_initializer
    elif code == 'c':
        items = [bytes([b]) for b in size_or_initializer]
    else:
        items = list(size_or_initializer)
    return _Array(code, items, lock)


def RawValue(typecode_or_type, *args):
    return Value(typecode_or_type, *args, lock=False)


def RawArray(typecode_or_type, size_or_initializer):
    return Array(typecode_or_type, size_or_initializer, lock=False)
