# Numbers that processes share.


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
