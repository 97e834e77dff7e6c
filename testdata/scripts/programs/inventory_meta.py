"""Class hierarchy with metaclass, descriptors, slots, ABC, operator overloading; processed by a pool."""
import abc
import copy
import functools
import operator
import pickle
import sys
import threading
import weakref
from collections import OrderedDict, UserDict, ChainMap
from collections.abc import MutableMapping, Sequence
from concurrent.futures import ThreadPoolExecutor


class Field(object):
    def __init__(self, type_, default=None, check=None):
        self.type, self.default, self.check = type_, default, check

    def __set_name__(self, owner, name):
        self.name = name
        self.slot = "_" + name

    def __get__(self, obj, objtype=None):
        if obj is None:
            return self
        return obj.__dict__.get(self.slot, self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.type):
            raise TypeError("%s.%s must be %s, not %s" % (type(obj).__name__, self.name, self.type.__name__, type(value).__name__))
        if self.check and not self.check(value):
            raise ValueError("%s=%r rejected" % (self.name, value))
        obj.__dict__[self.slot] = value

    def __delete__(self, obj):
        obj.__dict__.pop(self.slot, None)


class ModelMeta(abc.ABCMeta):
    registry = weakref.WeakValueDictionary()

    @classmethod
    def __prepare__(mcs, name, bases, **kw):
        return OrderedDict()

    def __new__(mcs, name, bases, ns, table=None, **kw):
        cls = super().__new__(mcs, name, bases, dict(ns), **kw)
        cls._fields = [k for b in reversed(cls.__mro__) for k, v in vars(b).items() if isinstance(v, Field)]
        cls._table = table or name.lower() + "s"
        mcs.registry[cls._table] = cls
        return cls

    def __call__(cls, *args, **kw):
        obj = super().__call__(*args, **kw)
        cls._made = getattr(cls, "_made", 0) + 1
        return obj

    def __iter__(cls):
        return iter(cls._fields)

    def __repr__(cls):
        return "<model %s>" % cls.__name__


@functools.total_ordering
class Model(metaclass=ModelMeta):
    def __init__(self, **kw):
        for k, v in kw.items():
            if k not in self._fields:
                raise AttributeError(k)
            setattr(self, k, v)

    @abc.abstractmethod
    def value(self):
        ...

    def __eq__(self, other):
        return self.value() == other.value() if isinstance(other, Model) else NotImplemented

    def __lt__(self, other):
        return self.value() < other.value() if isinstance(other, Model) else NotImplemented

    __hash__ = None

    def __repr__(self):
        return "%s(%s)" % (type(self).__name__, ", ".join("%s=%r" % (f, getattr(self, f)) for f in type(self)))


class Item(Model):
    name = Field(str, "?")
    qty = Field(int, 0, lambda q: q >= 0)
    price = Field(float, 0.0)

    def value(self):
        return self.qty * self.price

    def __add__(self, n):
        new = copy.copy(self)
        new.qty += n
        return new

    __radd__ = __add__

    def __iadd__(self, n):
        self.qty += n
        return self


class Perishable(Item, table="fresh"):
    days = Field(int, 7)

    def value(self):
        return super().value() * (0.5 if self.days < 2 else 1)


class Point:
    __slots__ = ("x", "y")

    def __init__(self, x, y):
        object.__setattr__(self, "x", x)
        object.__setattr__(self, "y", y)

    def __setattr__(self, k, v):
        raise AttributeError("Point is immutable")

    def __iter__(self):
        yield from (self.x, self.y)

    def __getstate__(self):
        return tuple(self)

    def __setstate__(self, st):
        for k, v in zip(self.__slots__, st):
            object.__setattr__(self, k, v)

    def __matmul__(self, o):
        return sum(map(operator.mul, self, o))

    __rmatmul__ = __matmul__
    __bool__ = lambda self: any(self)
    __format__ = lambda self, spec: "<%s>" % ", ".join(format(v, spec) for v in self)


class Shelf(MutableMapping):
    def __init__(self, *a, **k):
        self._d, self._lock = {}, threading.RLock()
        self.update(*a, **k)

    def __getitem__(self, k):
        with self._lock:
            return self._d[k]

    def __setitem__(self, k, v):
        with self._lock:
            self._d[k] = v

    def __delitem__(self, k):
        del self._d[k]

    def __iter__(self):
        return iter(sorted(self._d))

    def __len__(self):
        return len(self._d)

    def __missing__(self, k):
        return None


if __name__ == "__main__":
    items = [Item(name="nut", qty=10, price=.25), Perishable(name="milk", qty=4, price=1.5, days=1), Item(name="saw", qty=1, price=20.0)]
    with ThreadPoolExecutor(3) as ex:
        print(list(ex.map(Model.value, items)), max(items), sorted(items)[0].name)
    print(list(Perishable), Item, Item._made, Perishable._made, dict(sorted((k, repr(v)) for k, v in ModelMeta.registry.items())))
    for bad in (lambda: Item(qty="3"), lambda: Item(qty=-1), lambda: Item(nope=1), lambda: Model(), lambda: hash(items[0]),
                lambda: items[0] < 3, lambda: setattr(Point(1, 2), "x", 3), lambda: Point(1, 2).z, lambda: Point(1)):
        try:
            bad()
        except Exception as e:
            print(type(e).__name__ + ":", e)
    a = items[0]; b = 5 + a; a += 1
    print(a.qty, b.qty, a is items[0], Item.price.name, vars(a))
    del a.qty
    print(a.qty, a)
    p = pickle.loads(pickle.dumps(Point(3, 4)))
    print(f"{p:.2f} {p @ (1, 2)} {(1, 2) @ p} {bool(Point(0, 0))} {[*p]}")
    s = Shelf(b=2, a=1)
    s.setdefault("c", []).append(3)
    print(dict(s), s.pop("a"), "a" in s, s.get("zz"), list(s.items()), isinstance(s, MutableMapping), len(s))
    print(ChainMap({"x": 1}, {"x": 2, "y": 3})["y"], operator.itemgetter(1, 2)("abc"), operator.methodcaller("split", ",")("a,b"))
    d = copy.deepcopy(items)
    d[0].qty = 99
    print(items[0].qty, d[0].qty, issubclass(Perishable, Item), Perishable.__mro__[1:3], type(Item).__name__)
    tmp = type("Tmp", (Item,), {"value": lambda self: 1})
    print(tmp().value(), tmp.__qualname__, "tmps" in ModelMeta.registry)
