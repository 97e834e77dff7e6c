# multiprocessing.shared_memory: blocks of memory with a name, mapped into each process that opens them.

import secrets as _secrets
import struct as _struct

__all__ = ['SharedMemory', 'ShareableList']


class SharedMemory:
    _buf = None
    _base = None

    def __init__(self, name=None, create=False, size=0, *, track=True):
        if not size >= 0:
            raise ValueError("'size' must be a positive integer")
        if create and size == 0:
            raise ValueError("'size' must be a positive number different from zero")
        if name is None and not create:
            raise ValueError("'name' can only be None if create=True")
        if name is None:
            while True:
                name = 'psm_' + _secrets.token_hex(4)
                try:
                    self._base, self._size = _open(name, True, size)
                    break
                except FileExistsError:
                    continue
        else:
            self._base, self._size = _open(name, bool(create), size)
        self._name = name[1:] if name.startswith('/') else name
        self._buf = memoryview(self._base)

    @property
    def buf(self):
        return self._buf

    @property
    def name(self):
        return self._name

    @property
    def size(self):
        return self._size

    def close(self):
        if self._buf is not None:
            self._buf.release()
            self._buf = None
        if self._base is not None:
            _close(self._base)
            self._base = None

    def unlink(self):
        _unlink(self._name)

    def __reduce__(self):
        return SharedMemory, (self._name, False, self._size)

    def __repr__(self):
        return 'SharedMemory(' + repr(self._name) + ', size=' + str(self._size) + ')'


class ShareableList:
    # The block holds the number of items; the offset of each and of the end, counted from where the items begin; the items; eight bytes
    # with each item's format; and a byte that says how to make the item of what is stored.
    def __init__(self, sequence=None, *, name=None):
        if name is not None and sequence is None:
            self.shm = SharedMemory(name)
            self._len, = _struct.unpack_from('q', self.shm.buf, 0)
            return
        items = [] if sequence is None else list(sequence)
        self._len = len(items)
        formats = [_format_of(x) for x in items]
        offsets = [0]
        for x, f in zip(items, formats):
            width = _struct.calcsize(f)
            offsets.append(offsets[-1] + (width if f[-1] == 's' else 8))
        size = 8 * (2 + self._len) + offsets[-1] + 8 * self._len + self._len
        self.shm = SharedMemory(name, create=True, size=max(1, size))
        _struct.pack_into('q', self.shm.buf, 0, self._len)
        for i, offset in enumerate(offsets):
            _struct.pack_into('q', self.shm.buf, 8 * (1 + i), offset)
        for i, x in enumerate(items):
            self._store(i, x, formats[i])

    def _begin(self):
        return 8 * (2 + self._len)

    def _offset(self, i):
        return _struct.unpack_from('q', self.shm.buf, 8 * (1 + i))[0]

    def _at(self, position):
        position = position if position >= 0 else position + self._len
        if position >= self._len or position < 0:
            raise IndexError('index out of range')
        return position

    def _format_place(self, i):
        return self._begin() + self._offset(self._len) + 8 * i

    def _kind_place(self, i):
        return self._begin() + self._offset(self._len) + 8 * self._len + i

    def _store(self, i, value, form):
        data = value.encode('utf-8') if isinstance(value, str) else value
        _struct.pack_into(form, self.shm.buf, self._begin() + self._offset(i), _NONE if value is None else data)
        _struct.pack_into('8s', self.shm.buf, self._format_place(i), form.encode())
        kind = 1 if isinstance(value, str) else 2 if isinstance(value, bytes) else 3 if value is None else 0
        _struct.pack_into('b', self.shm.buf, self._kind_place(i), kind)

    def _stored_format(self, i):
        return _struct.unpack_from('8s', self.shm.buf, self._format_place(i))[0].rstrip(b'\x00').decode()

    def __getitem__(self, position):
        i = self._at(position)
        value, = _struct.unpack_from(self._stored_format(i), self.shm.buf, self._begin() + self._offset(i))
        kind, = _struct.unpack_from('b', self.shm.buf, self._kind_place(i))
        if kind == 1:
            return value.rstrip(b'\x00').decode('utf-8')
        if kind == 2:
            return value.rstrip(b'\x00')
        return None if kind == 3 else value

    def __setitem__(self, position, value):
        try:
            i = self._at(position)
        except IndexError:
            raise IndexError('assignment index out of range') from None
        if isinstance(value, (str, bytes)):
            room = self._offset(i + 1) - self._offset(i)
            data = value.encode('utf-8') if isinstance(value, str) else value
            if len(data) > room:
                raise ValueError('bytes/str item exceeds available storage')
            form = self._stored_format(i)
            if form[-1] != 's':
                form = str(room) + 's'
        else:
            form = _format_of(value)
        self._store(i, value, form)

    def __len__(self):
        return self._len

    def __iter__(self):
        for i in range(self._len):
            yield self[i]

    def __contains__(self, value):
        return any(v == value for v in self)

    def __reduce__(self):
        return _attach_list, (self.shm.name,)

    def __repr__(self):
        return 'ShareableList(' + repr(list(self)) + ', name=' + repr(self.shm.name) + ')'

    @property
    def format(self):
        return ''.join([self._stored_format(i) for i in range(self._len)])

    def count(self, value):
        return sum([1 for v in self if v == value])

    def index(self, value):
        for i, v in enumerate(self):
            if v == value:
                return i
        raise ValueError(repr(value) + ' not in this container')


_NONE = b'\xff'


def _attach_list(name):
    return ShareableList(name=name)


def _format_of(value):
    if isinstance(value, bool):
        return 'xxxxxxx?'
    if isinstance(value, int):
        return 'q'
    if isinstance(value, float):
        return 'd'
    if value is None:
        return 'xxxxxx?x'
    if not isinstance(value, (str, bytes)):
        raise KeyError(type(value))
    n = len(value.encode('utf-8') if isinstance(value, str) else value)
    return str(8 * (n // 8 + 1)) + 's'
