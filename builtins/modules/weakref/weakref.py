import atexit as _atexit
from collections.abc import MutableMapping as _MutableMapping, MutableSet as _MutableSet

__all__ = ['ref', 'proxy', 'getweakrefcount', 'getweakrefs', 'WeakKeyDictionary', 'ReferenceType', 'ProxyTypes',
           'WeakValueDictionary', 'WeakSet', 'WeakMethod', 'finalize']


class WeakMethod(ref):
    """A custom `weakref.ref` subclass which simulates a weak reference to a bound method."""

    def __new__(cls, meth, callback=None):
        try:
            owner, func = meth.__self__, meth.__func__
        except AttributeError:
            raise TypeError(f'argument should be a bound method, not {type(meth)}') from None
        self = ref.__new__(cls, owner) if callback is None else ref.__new__(cls, owner, lambda _: callback(self))
        self._func, self._type = func, type(meth)
        return self

    def __call__(self):
        owner = ref.__call__(self)
        return None if owner is None else self._type(self._func, owner)

    def __eq__(self, other):
        if not isinstance(other, WeakMethod):
            return NotImplemented
        a, b = ref.__call__(self), ref.__call__(other)
        if a is None or b is None:
            return self is other
        return a is b and self._func == other._func

    def __ne__(self, other):
        return not self == other

    def __hash__(self):
        return hash(self._func)


class _Entry(ref):
    """A reference that knows its key."""

    def __new__(cls, value, key):
        self = ref.__new__(cls, value)
        self.key = key
        return self


class WeakValueDictionary(_MutableMapping):
    """Mapping class that references values weakly."""

    def __init__(self, other=(), /, **kw):
        self.data = {}
        self.update(other, **kw)

    def _alive(self):
        """The entries whose values live; the others are forgotten."""
        out = []
        for key, entry in list(self.data.items()):
            value = entry()
            if value is None:
                self._drop(key, entry)
            else:
                out.append((key, value))
        return out

    def _drop(self, key, entry):
        if self.data.get(key) is entry:
            del self.data[key]

    def __getitem__(self, key):
        value = self.data[key]()
        if value is None:
            raise KeyError(key)
        return value

    def __delitem__(self, key):
        del self.data[key]

    def __len__(self):
        return len(self._alive())

    def __contains__(self, key):
        entry = self.data.get(key)
        return entry is not None and entry() is not None

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def __setitem__(self, key, value):
        self.data[key] = _Entry(value, key)

    def copy(self):
        new = WeakValueDictionary()
        for key, value in self._alive():
            new[key] = value
        return new

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy
        new = self.__class__()
        for key, value in self._alive():
            new[deepcopy(key, memo)] = value
        return new

    def get(self, key, default=None):
        entry = self.data.get(key)
        value = None if entry is None else entry()
        return default if value is None else value

    def items(self):
        yield from self._alive()

    def keys(self):
        for key, _ in self._alive():
            yield key

    __iter__ = keys

    def values(self):
        for _, value in self._alive():
            yield value

    def itervaluerefs(self):
        yield from list(self.data.values())

    def valuerefs(self):
        return list(self.data.values())

    def popitem(self):
        while self.data:
            key, entry = self.data.popitem()
            value = entry()
            if value is not None:
                return key, value
        raise KeyError('popitem(): dictionary is empty')

    def pop(self, key, *args):
        entry = self.data.pop(key, None)
        value = None if entry is None else entry()
        if value is None:
            if args:
                return args[0]
            raise KeyError(key)
        return value

    def setdefault(self, key, default=None):
        value = self.get(key)
        if value is None:
            self[key] = value = default
        return value

    def update(self, other=None, /, **kwargs):
        if other is not None:
            pairs = other.items() if hasattr(other, 'items') else dict(other).items()
            for key, value in pairs:
                self[key] = value
        for key, value in kwargs.items():
            self[key] = value

    def __ior__(self, other):
        self.update(other)
        return self

    def __or__(self, other):
        new = self.copy()
        new.update(other)
        return new


class WeakKeyDictionary(_MutableMapping):
    """Mapping class that references keys weakly."""

    def __init__(self, dict=None):
        self.data = {}
        if dict is not None:
            self.update(dict)

    def _alive(self):
        out, dead = [], []
        for entry, value in list(self.data.items()):
            key = entry()
            if key is None:
                dead.append(entry)
            else:
                out.append((key, value))
        if dead:
            # A dead reference cannot be found by its hash any more, unless it
            # had been asked for it: the rest is made anew.
            self.data = {ref(key): value for key, value in out}
        return out

    def __getitem__(self, key):
        return self.data[ref(key)]

    def __setitem__(self, key, value):
        self.data[ref(key)] = value

    def __delitem__(self, key):
        del self.data[ref(key)]

    def __len__(self):
        return len(self._alive())

    def __contains__(self, key):
        try:
            entry = ref(key)
        except TypeError:
            return False
        return entry in self.data

    def __repr__(self):
        return '<%s at %#x>' % (self.__class__.__name__, id(self))

    def copy(self):
        new = WeakKeyDictionary()
        for key, value in self._alive():
            new[key] = value
        return new

    __copy__ = copy

    def get(self, key, default=None):
        return self.data.get(ref(key), default)

    def items(self):
        yield from self._alive()

    def keys(self):
        for key, _ in self._alive():
            yield key

    __iter__ = keys

    def values(self):
        for _, value in self._alive():
            yield value

    def keyrefs(self):
        return list(self.data)

    def popitem(self):
        for key, value in self._alive():
            del self[key]
            return key, value
        raise KeyError('popitem(): dictionary is empty')

    def pop(self, key, *args):
        return self.data.pop(ref(key), *args)

    def setdefault(self, key, default=None):
        return self.data.setdefault(ref(key), default)

    def update(self, dict=None, /, **kwargs):
        if dict is not None:
            for key, value in (dict.items() if hasattr(dict, 'items') else dict):
                self[key] = value
        if kwargs:
            self.update(kwargs)


class WeakSet(_MutableSet):
    """A set that references its members weakly."""

    def __init__(self, data=None):
        self.data = {}
        if data is not None:
            self.update(data)

    def _alive(self):
        out, dead = [], False
        for entry in list(self.data):
            item = entry()
            if item is None:
                dead = True
            else:
                out.append(item)
        if dead:
            self.data = {ref(item): None for item in out}
        return out

    def __iter__(self):
        yield from self._alive()

    def __len__(self):
        return len(self._alive())

    def __contains__(self, item):
        try:
            entry = ref(item)
        except TypeError:
            return False
        return entry in self.data

    def add(self, item):
        self.data[ref(item)] = None

    def discard(self, item):
        self.data.pop(ref(item), None)

    def remove(self, item):
        del self.data[ref(item)]

    def clear(self):
        self.data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        for item in self._alive():
            self.discard(item)
            return item
        raise KeyError('pop from empty WeakSet')

    def update(self, other):
        for item in other:
            self.add(item)

    def union(self, other):
        new = self.copy()
        new.update(other)
        return new

    __or__ = union

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    __and__ = intersection

    def difference(self, other):
        other = set(other)
        return self.__class__(item for item in self if item not in other)

    __sub__ = difference

    def symmetric_difference(self, other):
        return self.difference(other).union(self.__class__(item for item in other if item not in self))

    __xor__ = symmetric_difference

    def issubset(self, other):
        return all(item in other for item in self)

    def issuperset(self, other):
        return all(item in self for item in other)

    def isdisjoint(self, other):
        return not any(item in self for item in other)

    def __eq__(self, other):
        if not isinstance(other, self.__class__):
            return NotImplemented
        return set(self) == set(other)

    def __repr__(self):
        return repr(set(self))


class finalize:
    """Class for finalization of weakrefable objects: a callback that runs once, when the object dies
    or the program ends, whichever comes first."""

    _registry = {}
    _count = 0
    _hooked = False

    def __init__(self, obj, func, /, *args, **kwargs):
        cls = type(self)
        if not finalize._hooked:
            finalize._hooked = True
            _atexit.register(finalize._exit)
        finalize._count += 1
        self._number = finalize._count
        finalize._registry[self._number] = (self, ref(obj, lambda _: self()), func, args, kwargs)
        self._at_exit = True

    def __call__(self, _=None):
        """If alive then mark as dead and return func(*args, **kwargs); otherwise return None"""
        found = finalize._registry.pop(self._number, None)
        if found is not None:
            return found[2](*found[3], **found[4])

    def detach(self):
        """If alive then mark as dead and return (obj, func, args, kwargs); otherwise return None"""
        found = self.peek()
        if found is not None:
            finalize._registry.pop(self._number, None)
        return found

    def peek(self):
        """If alive then return (obj, func, args, kwargs); otherwise return None"""
        found = finalize._registry.get(self._number)
        if found is None:
            return None
        obj = found[1]()
        return None if obj is None else (obj, found[2], found[3], found[4])

    @property
    def alive(self):
        """Whether finalizer is alive"""
        return self._number in finalize._registry

    @property
    def atexit(self):
        """Whether finalizer should be called at exit"""
        return self.alive and self._at_exit

    @atexit.setter
    def atexit(self, value):
        self._at_exit = bool(value)

    def __repr__(self):
        found = self.peek()
        if found is None:
            return '<%s object at %#x; dead>' % (type(self).__name__, id(self))
        return '<%s object at %#x; for %r at %#x>' % (type(self).__name__, id(self), type(found[0]).__name__, id(found[0]))

    @classmethod
    def _exit(cls):
        for number in sorted(finalize._registry, reverse=True):
            found = finalize._registry.get(number)
            if found is not None and found[0]._at_exit:
                found[0]()


def _forward(name):
    def method(self, *args, **kwargs):
        return getattr(_referent(self), name)(*args, **kwargs)
    method.__name__ = name
    return method


def _referent(proxy):
    obj = object.__getattribute__(proxy, '_ref')()
    if obj is None:
        raise ReferenceError('weakly-referenced object no longer exists')
    return obj


class ProxyType:
    """What proxy() returns: it behaves as its object, which it does not keep alive."""

    __slots__ = ('_ref',)
    __hash__ = None

    def __getattribute__(self, name):
        return getattr(_referent(self), name)

    def __setattr__(self, name, value):
        setattr(_referent(self), name, value)

    def __delattr__(self, name):
        delattr(_referent(self), name)

    def __str__(self):
        return str(_referent(self))

    def __repr__(self):
        obj = _referent(self)
        return '<weakproxy at %#x to %s at %#x>' % (id(self), type(obj).__name__, id(obj))

    def __bool__(self):
        return bool(_referent(self))

    def __eq__(self, other):
        return _referent(self) == other

    def __ne__(self, other):
        return _referent(self) != other

    def __lt__(self, other):
        return _referent(self) < other

    def __le__(self, other):
        return _referent(self) <= other

    def __gt__(self, other):
        return _referent(self) > other

    def __ge__(self, other):
        return _referent(self) >= other

    def __len__(self):
        return len(_referent(self))

    def __iter__(self):
        return iter(_referent(self))

    def __next__(self):
        return next(_referent(self))

    def __contains__(self, item):
        return item in _referent(self)

    def __getitem__(self, key):
        return _referent(self)[key]

    def __setitem__(self, key, value):
        _referent(self)[key] = value

    def __delitem__(self, key):
        del _referent(self)[key]


for _name in ('add sub mul truediv floordiv mod pow and or xor lshift rshift matmul').split():
    for _form in ('__%s__', '__r%s__'):
        setattr(ProxyType, _form % _name, _forward(_form % _name))
for _name in ('__neg__', '__pos__', '__abs__', '__invert__', '__int__', '__float__', '__index__', '__enter__', '__exit__'):
    setattr(ProxyType, _name, _forward(_name))
del _name, _form


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwargs):
        return _referent(self)(*args, **kwargs)


ProxyTypes = (ProxyType, CallableProxyType)


def proxy(object_, callback=None, /):
    """Create a proxy object that weakly references 'object'."""
    made = object.__new__(CallableProxyType if callable(object_) else ProxyType)
    if callback is None:
        object.__setattr__(made, '_ref', ref(object_))
    else:
        object.__setattr__(made, '_ref', ref(object_, lambda _: callback(made)))
    return made
