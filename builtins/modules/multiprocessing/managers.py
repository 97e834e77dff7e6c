# Managers: dicts, lists and namespaces that processes share.


class _Referent(_Shared):
    # The proxy of a value that lives in the process that made it. What goes in and what comes out are copies.
    _typeid = 'object'

    def _call(self, method, *args, **kwargs):
        if self._target is None:
            return _ask(self._home, self._key, method, args, kwargs)
        args = [_private(a) for a in args]
        kwargs = {k: _private(v) for k, v in kwargs.items()}
        return _private(getattr(self._target, method)(*args, **kwargs))

    def __deepcopy__(self, memo):
        return self

    def __repr__(self):
        return '<' + self._kind() + ' object, typeid ' + repr(self._typeid) + ' at ' + hex(id(self)) + '>'

    def _kind(self):
        return type(self).__name__

    def __str__(self):
        return self._call('__repr__')


class _Proxy(_Referent):
    def _callmethod(self, methodname, args=(), kwds={}):
        return self._call(methodname, *args, **kwds)

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


class NamespaceProxy(_Referent):
    _typeid = 'Namespace'

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

    def __str__(self):
        return 'Namespace(' + ', '.join([k + '=' + repr(v) for k, v in sorted(self._call('all').items()) if not k.startswith('_')]) + ')'


class Namespace:
    def __init__(self, /, **kwds):
        self.__dict__.update(kwds)

    def __repr__(self):
        items = [k + '=' + repr(v) for k, v in sorted(self.__dict__.items()) if not k.startswith('_')]
        return type(self).__name__ + '(' + ', '.join(items) + ')'


class _Box:
    def __init__(self, typecode, value):
        self._typecode = typecode
        self._value = value

    def get(self):
        return self._value

    def set(self, value):
        self._value = value

    def __repr__(self):
        return 'Value(' + repr(self._typecode) + ', ' + repr(self._value) + ')'


class ValueProxy(_Referent):
    _typeid = 'Value'

    def __init__(self, typecode, value, lock=True):
        self._own(_Box(typecode, value))

    def get(self):
        return self._call('get')

    def set(self, value):
        self._call('set', value)

    value = property(get, set)


class _Items(list):
    def __init__(self, typecode, items):
        super().__init__([_fit(typecode, v) for v in items])
        self._typecode = typecode

    def __setitem__(self, i, value):
        list.__setitem__(self, i, [_fit(self._typecode, v) for v in value] if isinstance(i, slice) else _fit(self._typecode, value))

    def __getitem__(self, i):
        return list.__getitem__(self, i)

    def copy(self):
        return list(self)

    def __repr__(self):
        return 'array(' + repr(self._typecode) + (', ' + repr(list(self)) if self else '') + ')'


class ArrayProxy(_Proxy):
    _typeid = 'Array'

    def __init__(self, typecode, items, lock=True):
        self._own(_Items(_code(typecode), items))

    def __iter__(self):
        return iter(self.copy())


class _Managed:
    # What a proxy made by register stands for: an object, and which of its methods may be called.
    def __init__(self, obj, exposed, typeids, registry):
        self._obj = obj
        self._exposed = exposed
        self._typeids = typeids
        self._registry = registry

    def invoke(self, method, args, kwargs):
        if method not in self._exposed:
            raise AttributeError('method %r of %r object is not in exposed=%r' % (method, type(self._obj), self._exposed))
        result = getattr(self._obj, method)(*args, **kwargs)
        typeid = self._typeids.get(method)
        if typeid is None:
            return result
        make = self._registry[typeid][0]
        return _made(self._registry, typeid, make(result) if make else result)

    def value(self):
        return self._obj

    def text(self):
        return repr(self._obj)


def public_methods(obj):
    return [n for n in dir(obj) if n[0] != '_' and callable(getattr(obj, n))]


all_methods = public_methods


class BaseProxy(_Referent):
    _exposed_ = None

    def _over(self, target, typeid):
        self._own(target)
        self._typeid = typeid
        self._methods = tuple(target._exposed)

    def _callmethod(self, methodname, args=(), kwds={}):
        return self._call('invoke', methodname, tuple(args), dict(kwds))

    def _getvalue(self):
        return self._call('value')

    def __reduce__(self):
        rebuild, args = _Shared.__reduce__(self)
        return _rebuild_proxy, args + (self._typeid, self._methods)

    def __str__(self):
        return self._call('text')


def _rebuild_proxy(cls, home, key, typeid, methods):
    p = _rebuild(cls, home, key)
    if p._target is None:
        p._typeid, p._methods = typeid, methods
    return p


class AutoProxy(BaseProxy):
    def _kind(self):
        return 'AutoProxy[' + self._typeid + ']'

    def __getattr__(self, name):
        if name.startswith('__') or name not in self._methods:
            raise AttributeError(repr(self._kind()) + ' object has no attribute ' + repr(name))

        def method(*args, **kwds):
            return self._callmethod(name, args, kwds)
        return method


def _exposing(name):
    def method(self, /, *args, **kwds):
        return self._callmethod(name, args, kwds)
    method.__name__ = name
    return method


def MakeProxyType(name, exposed):
    return type(name, (BaseProxy,), dict({m: _exposing(m) for m in exposed}, _exposed_=tuple(exposed)))


def _made(registry, typeid, obj):
    callable_, proxytype, exposed, typeids = registry[typeid]
    proxytype = proxytype or AutoProxy
    if exposed is None:
        exposed = getattr(proxytype, '_exposed_', None) or public_methods(obj)
    if typeids is None:
        typeids = getattr(proxytype, '_method_to_typeid_', None) or {}
    if proxytype in (DictProxy, ListProxy):
        proxy = proxytype(obj)
    else:
        proxy = proxytype.__new__(proxytype)
        proxy._over(_Managed(obj, exposed, typeids, registry), typeid)
    return proxy


class BaseManager:
    _registry = {}

    def __init__(self, address=None, authkey=None, serializer='pickle', ctx=None, *, shutdown_timeout=1.0):
        self._state = 'INITIAL'
        self._address = address

    @classmethod
    def register(cls, typeid, callable=None, proxytype=None, exposed=None, method_to_typeid=None, create_method=True):
        if '_registry' not in cls.__dict__:
            cls._registry = dict(cls._registry)
        cls._registry[typeid] = (callable, proxytype, exposed, method_to_typeid)
        if create_method:
            def create(self, /, *args, **kwds):
                return self._create(typeid, args, kwds)
            create.__name__ = typeid
            setattr(cls, typeid, create)

    def _create(self, typeid, args, kwds):
        self._serving()
        make = self._registry[typeid][0]
        if make is None:
            raise ValueError('Without callable, must have one non-keyword argument') if len(args) != 1 or kwds else None
        obj = make(*[_private(a) for a in args], **kwds) if make else args[0]
        return _made(self._registry, typeid, obj)

    def _serving(self):
        if self._state != 'STARTED':
            raise AssertionError('server not yet started')

    def start(self, initializer=None, initargs=()):
        if self._state == 'STARTED':
            raise ProcessError('Already started server')
        if self._state == 'SHUTDOWN':
            raise ProcessError('Manager has shut down')
        if initializer is not None:
            if not callable(initializer):
                raise TypeError('initializer must be a callable')
            initializer(*initargs)
        self._state = 'STARTED'

    def connect(self):
        raise NotImplementedError('a manager of another program cannot be reached')

    def get_server(self):
        raise NotImplementedError('a manager serves the processes of its own program only')

    @property
    def address(self):
        return self._address

    def shutdown(self):
        self._state = 'SHUTDOWN'

    def join(self, timeout=None):
        pass

    def __enter__(self):
        if self._state == 'INITIAL':
            self.start()
        if self._state != 'STARTED':
            raise AssertionError
        return self

    def __exit__(self, exc_type, exc_val, exc_tb):
        self.shutdown()


class SyncManager(BaseManager):
    def dict(self, /, *args, **kwargs):
        self._serving()
        return DictProxy(*args, **kwargs)

    def list(self, *args):
        self._serving()
        return ListProxy(*args)

    def Namespace(self, /, **kwargs):
        self._serving()
        return NamespaceProxy(**kwargs)

    def Queue(self, maxsize=0):
        self._serving()
        return JoinableQueue(maxsize)

    def JoinableQueue(self, maxsize=0):
        self._serving()
        return JoinableQueue(maxsize)

    def Event(self):
        self._serving()
        return Event()

    def Lock(self):
        self._serving()
        return Lock()

    def RLock(self):
        self._serving()
        return RLock()

    def Condition(self, lock=None):
        self._serving()
        return Condition(lock)

    def Semaphore(self, value=1):
        self._serving()
        return Semaphore(value)

    def BoundedSemaphore(self, value=1):
        self._serving()
        return BoundedSemaphore(value)

    def Barrier(self, parties, action=None, timeout=None):
        self._serving()
        return Barrier(parties, action, timeout)

    def Value(self, typecode, value, lock=True):
        self._serving()
        return ValueProxy(typecode, value)

    def Array(self, typecode, sequence, lock=True):
        self._serving()
        return ArrayProxy(typecode, sequence)

    def Pool(self, *args, **kwargs):
        self._serving()
        return Pool(*args, **kwargs)


class SharedMemoryManager(BaseManager):
    # Its blocks of memory end with it.
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self._blocks = []

    def SharedMemory(self, size):
        from multiprocessing.shared_memory import SharedMemory
        self._serving()
        block = SharedMemory(None, create=True, size=size)
        self._blocks.append(block)
        return block

    def ShareableList(self, sequence):
        from multiprocessing.shared_memory import ShareableList
        self._serving()
        items = ShareableList(sequence)
        self._blocks.append(items.shm)
        return items

    def shutdown(self):
        super().shutdown()
        blocks, self._blocks = self._blocks, []
        for block in blocks:
            block.close()
            try:
                block.unlink()
            except FileNotFoundError:
                pass


def Manager():
    m = SyncManager()
    m.start()
    return m
