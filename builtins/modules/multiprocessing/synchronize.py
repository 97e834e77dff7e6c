# Locks and what is built on them. Who holds one is told by process and thread.


def _me():
    return (os.getpid(), _threading.get_ident())


def _holder(owner):
    # How a lock's repr names who holds it.
    if owner is None:
        return 'None'
    if owner == _me():
        name = current_process().name
        if _threading.current_thread().name != 'MainThread':
            name += '|' + _threading.current_thread().name
        return name
    return 'SomeOtherThread' if owner[0] == os.getpid() else 'SomeOtherProcess'


class _Mutex:
    def __init__(self, recursive):
        self._changed = _threading.Condition(_threading.Lock())
        self._recursive = recursive
        self._owner = None
        self._count = 0

    def acquire(self, who, block, timeout):
        with self._changed:
            if self._count and not (self._recursive and self._owner == who):
                if not block:
                    return False
                if not self._changed.wait_for(lambda: self._count == 0, timeout):
                    return False
            self._owner = who
            self._count += 1
            return True

    def release(self, who):
        with self._changed:
            if self._recursive and self._owner != who:
                raise AssertionError('attempt to release recursive lock not owned by thread')
            if self._count == 0:
                raise ValueError('semaphore or lock released too many times')
            self._count -= 1
            if self._count == 0:
                self._owner = None
                self._changed.notify()

    def state(self):
        return (self._owner, self._count)

    def drop(self):
        # All of a lock that is held, for a wait that gives it up.
        with self._changed:
            count, self._count, self._owner = self._count, 0, None
            self._changed.notify()
            return count

    def restore(self, who, count):
        with self._changed:
            self._changed.wait_for(lambda: self._count == 0)
            self._owner, self._count = who, count


class _Lockable(_Shared):
    def acquire(self, block=True, timeout=None):
        return self._call('acquire', _me(), block, None if timeout is None else max(0, timeout))

    def release(self):
        self._call('release', _me())

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def _is_mine(self):
        return self._call('state')[0] == _me()


class Lock(_Lockable):
    def __init__(self, *, ctx=None):
        self._own(_Mutex(False))

    def locked(self):
        return self._call('state')[1] > 0

    def __repr__(self):
        return '<' + type(self).__name__ + '(owner=' + _holder(self._call('state')[0]) + ')>'


class RLock(_Lockable):
    def __init__(self, *, ctx=None):
        self._own(_Mutex(True))

    def __repr__(self):
        owner, count = self._call('state')
        mine = owner is None or owner == _me()
        return '<' + type(self).__name__ + '(' + _holder(owner) + ', ' + (str(count) if mine else 'nonzero') + ')>'


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

    def bound(self):
        return self._bound


class Semaphore(_Shared):
    def __init__(self, value=1, *, ctx=None):
        if value < 0:
            raise OSError(22, 'Invalid argument')
        self._own(_Counter(value, None))

    def acquire(self, block=True, timeout=None):
        return self._call('acquire', block, None if timeout is None else max(0, timeout))

    def release(self):
        self._call('release')

    def get_value(self):
        return self._call('value')

    def __enter__(self):
        return self.acquire()

    def __exit__(self, *exc):
        self.release()

    def __repr__(self):
        return '<' + type(self).__name__ + '(value=' + str(self.get_value()) + ')>'


class BoundedSemaphore(Semaphore):
    def __init__(self, value=1, *, ctx=None):
        self._own(_Counter(value, value))

    def __repr__(self):
        return '<' + type(self).__name__ + '(value=' + str(self.get_value()) + ', maxvalue=' + str(self._call('bound')) + ')>'


class Event(_Shared):
    def __init__(self, *, ctx=None):
        self._own(_threading.Event())

    def is_set(self):
        return self._call('is_set')

    def set(self):
        self._call('set')

    def clear(self):
        self._call('clear')

    def wait(self, timeout=None):
        return self._call('wait', timeout)

    def __repr__(self):
        return '<' + type(self).__name__ + ' at ' + hex(id(self)) + (' set' if self.is_set() else ' unset') + '>'


class _Sleepers:
    # Those who wait for a condition. A ticket is taken while the condition's lock is held, so that no notify is missed.
    def __init__(self):
        self._changed = _threading.Condition(_threading.Lock())
        self._waiting = []
        self._woken = set()
        self._last = 0

    def ticket(self):
        with self._changed:
            self._last += 1
            self._waiting.append(self._last)
            return self._last

    def sleep(self, ticket, timeout):
        with self._changed:
            woken = self._changed.wait_for(lambda: ticket in self._woken, timeout)
            self._woken.discard(ticket)
            if ticket in self._waiting:
                self._waiting.remove(ticket)
            return woken

    def wake(self, n):
        with self._changed:
            self._woken.update(self._waiting[:n])
            del self._waiting[:n]
            self._changed.notify_all()

    def count(self):
        return len(self._waiting)


class Condition(_Shared):
    def __init__(self, lock=None, *, ctx=None):
        self._own(_Sleepers())
        self._use(lock or RLock())

    def _use(self, lock):
        self._lock = lock
        self.acquire = lock.acquire
        self.release = lock.release

    def __reduce__(self):
        rebuild, args = _Shared.__reduce__(self)
        return _rebuild_condition, args + (self._lock,)

    def __enter__(self):
        return self._lock.__enter__()

    def __exit__(self, *exc):
        return self._lock.__exit__(*exc)

    def wait(self, timeout=None):
        if not self._lock._is_mine():
            raise AssertionError('must acquire() condition before using wait()')
        ticket = self._call('ticket')
        count = self._lock._call('drop')
        try:
            return self._call('sleep', ticket, timeout)
        finally:
            self._lock._call('restore', _me(), count)

    def wait_for(self, predicate, timeout=None):
        result = predicate()
        if result:
            return result
        end = None if timeout is None else _time.monotonic() + timeout
        while not result:
            left = None
            if end is not None:
                left = end - _time.monotonic()
                if left <= 0:
                    break
            self.wait(left)
            result = predicate()
        return result

    def notify(self, n=1):
        if not self._lock._is_mine():
            raise AssertionError('lock is not owned')
        self._call('wake', n)

    def notify_all(self):
        self.notify(sys.maxsize)

    def __repr__(self):
        return '<' + type(self).__name__ + '(' + repr(self._lock) + ', ' + str(self._call('count')) + ')>'


def _rebuild_condition(cls, home, key, lock):
    c = _rebuild(cls, home, key)
    if c._target is None:
        c._use(lock)
    return c


class Barrier(_Shared):
    def __init__(self, parties, action=None, timeout=None, *, ctx=None):
        self._own(_Gate(parties, action, timeout))

    def wait(self, timeout=None):
        return self._call('wait', timeout)

    def reset(self):
        self._call('reset')

    def abort(self):
        self._call('abort')

    @property
    def parties(self):
        return self._call('get', 'parties')

    @property
    def n_waiting(self):
        return self._call('get', 'n_waiting')

    @property
    def broken(self):
        return self._call('get', 'broken')


class _Gate(_threading.Barrier):
    def get(self, name):
        return getattr(self, name)
