# Managers: dicts, lists and namespaces that processes share.


class _Proxy(_Shared):
    _typeid = 'object'

    def __repr__(self):
        return '<' + type(self).__name__ + ' object, typeid ' + repr(self._typeid) + ' at ' + hex(id(self)) + '>'

    def __str__(self):
        return self._call('__repr__')

    def _getvalue(self):
        return self._call('copy')

    def __len__(self):
        return self._call('__len__')

    def __getitem__(self, key):
        return self._call('__getitem__', key)

    def __setitem__(self, key, value):
        self._call('__setitem__', key, value)

    def __delitem__(self, key):
        self._call('__delitem__', key)

    def __contains__(self, key):
        return self._call('__contains__', key)

    def copy(self):
        return self._call('copy')

    def clear(self):
        self._call('clear')


class _Dict(dict):
    # Views do not travel.
    def listed(self, what):
        return list(getattr(self, what)())


class DictProxy(_Proxy):
    _typeid = 'dict'

    def __init__(self, *args, **kwargs):
        self._own(_Dict(*args, **kwargs))

    def __iter__(self):
        return iter(self.keys())

    def __str__(self):
        return str(self.copy())

    def copy(self):
        return dict(self.items())

    def keys(self):
        return self._call('listed', 'keys')

    def values(self):
        return self._call('listed', 'values')

    def items(self):
        return self._call('listed', 'items')

    def get(self, key, default=None):
        return self._call('get', key, default)

    def pop(self, key, *default):
        return self._call('pop', key, *default)

    def popitem(self):
        return self._call('popitem')

    def setdefault(self, key, default=None):
        return self._call('setdefault', key, default)

    def update(self, *args, **kwargs):
        self._call('update', *[dict(a) for a in args], **kwargs)


class ListProxy(_Proxy):
    _typeid = 'list'

    def __init__(self, items=()):
        self._own(list(items))

    def __iter__(self):
        return iter(self.copy())

    def __str__(self):
        return str(self.copy())

    def __add__(self, other):
        return self.copy() + list(other)

    def __iadd__(self, other):
        self._call('extend', list(other))
        return self

    def append(self, item):
        self._call('append', item)

    def extend(self, items):
        self._call('extend', list(items))

    def insert(self, i, item):
        self._call('insert', i, item)

    def pop(self, i=-1):
        return self._call('pop', i)

    def remove(self, item):
        self._call('remove', item)

    def index(self, *args):
        return self._call('index', *args)

    def count(self, item):
        return self._call('count', item)

    def reverse(self):
        self._call('reverse')

    def sort(self, *, key=None, reverse=False):
        self._call('sort', key=key, reverse=reverse)


class _Attributes:
    def __init__(self, values):
        self.values = values

    def get(self, name):
        if name not in self.values:
            raise AttributeError("'Namespace' object has no attribute " + repr(name))
        return self.values[name]

    def set(self, name, value):
        self.values[name] = value

    def delete(self, name):
        self.get(name)
        del self.values[name]

    def all(self):
        return dict(self.values)


class Namespace(_Shared):
    def __init__(self, **kwargs):
        self._own(_Attributes(dict(kwargs)))

    def __getattr__(self, name):
        if name.startswith('_'):
            raise AttributeError(name)
        return self._call('get', name)

    def __setattr__(self, name, value):
        if name.startswith('_'):
            object.__setattr__(self, name, value)
        else:
            self._call('set', name, value)

    def __delattr__(self, name):
        self._call('delete', name)

    def __repr__(self):
        return 'Namespace(' + ', '.join([k + '=' + repr(v) for k, v in self._call('all').items()]) + ')'


class SyncManager:
    def start(self, initializer=None, initargs=()):
        if initializer is not None:
            initializer(*initargs)

    def shutdown(self):
        pass

    def join(self, timeout=None):
        pass

    def __enter__(self):
        return self

    def __exit__(self, *exc):
        self.shutdown()

    def dict(self, *args, **kwargs):
        return DictProxy(*args, **kwargs)

    def list(self, *args):
        return ListProxy(*args)

    def Namespace(self, **kwargs):
        return Namespace(**kwargs)

    def Queue(self, maxsize=0):
        return JoinableQueue(maxsize)

    def JoinableQueue(self, maxsize=0):
        return JoinableQueue(maxsize)

    def Event(self):
        return Event()

    def Lock(self):
        return Lock()

    def RLock(self):
        return RLock()

    def Semaphore(self, value=1):
        return Semaphore(value)

    def BoundedSemaphore(self, value=1):
        return BoundedSemaphore(value)

    def Barrier(self, parties, action=None, timeout=None):
        return Barrier(parties, action, timeout)

    def Value(self, typecode, value, lock=True):
        return Value(typecode, value)

    def Array(self, typecode, sequence, lock=True):
        return Array(typecode, sequence)


def Manager():
    m = SyncManager()
    m.start()
    return m
