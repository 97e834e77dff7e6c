# property in all forms, and descriptors of one's own.
class Celsius:
    def __init__(self, t=0): self._t = t

    @property
    def temp(self):
        """The temperature."""
        return self._t

    @temp.setter
    def temp(self, v):
        if v < -273.15:
            raise ValueError(f"too cold: {v}")
        self._t = v

    @temp.deleter
    def temp(self):
        print("deleting")
        self._t = None

    @property
    def fahrenheit(self): return self._t * 9 / 5 + 32

    def _get(self): return "got"
    def _set(self, v): print("set", v)
    classic = property(_get, _set, None, "doc of classic")
    write_only = property(None, _set)


c = Celsius(25)
print(c.temp, c.fahrenheit, Celsius.temp.__doc__, Celsius.classic.__doc__, type(Celsius.temp), c.classic)
c.temp = 30
c.temp += 5
c.classic = 1
c.write_only = 2
print(c.temp)
del c.temp
print(c.temp)


def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__ + ":", e)


attempt(lambda: setattr(c, "temp", -300))
attempt(lambda: setattr(c, "fahrenheit", 1))
attempt(lambda: delattr(c, "fahrenheit"))
attempt(lambda: delattr(c, "classic"))
attempt(lambda: c.write_only)
print(Celsius.temp.fget(c), Celsius.fahrenheit.fset, callable(Celsius.temp.getter))


class Kelvin(Celsius):
    @property
    def temp(self): return super().temp or 0

    @temp.setter
    def temp(self, v): Celsius.temp.fset(self, v * 2)

    @Celsius.fahrenheit.getter
    def fahrenheit(self): return "overridden"


k = Kelvin(1)
k.temp = 4
print(k.temp, k.fahrenheit)


class Typed:
    def __init__(self, kind): self.kind = kind

    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name

    def __get__(self, obj, owner=None):
        if obj is None:
            return self
        return getattr(obj, self.name, f"<no {self.name}>")

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError(f"{self.name[1:]} must be {self.kind.__name__}")
        setattr(obj, self.name, value)

    def __delete__(self, obj):
        delattr(obj, self.name)


class NonData:
    def __get__(self, obj, owner): return "nondata" if obj is not None else owner.__name__


class Person:
    name = Typed(str)
    age = Typed(int)
    lazy = NonData()


p = Person()
print(p.name, type(Person.name).__name__, p.lazy, Person.lazy)
p.name, p.age = "Al", 5
p.__dict__["lazy"] = "from dict"
p.__dict__["age"] = "ignored"
print(p.name, p.age, p.lazy, vars(p))
attempt(lambda: setattr(p, "age", "x"))
del p.age
print(p.age)
attempt(lambda: delattr(p, "age"))


class cached:
    def __init__(self, fn): self.fn, self.__name__ = fn, fn.__name__

    def __get__(self, obj, owner):
        if obj is None: return self
        print("computing", self.__name__)
        v = obj.__dict__[self.__name__] = self.fn(obj)
        return v


class Data:
    def __init__(self, n): self.n = n
    @cached
    def square(self): return self.n ** 2


d = Data(7)
print(d.square, d.square, d.__dict__)


class Meth:
    def __init__(self, f): self.f = f
    def __get__(self, obj, owner):
        return lambda *a: ("bound to", obj is not None, self.f(*a))


class UsesMeth:
    m = Meth(lambda x: x + 1)


print(UsesMeth().m(1), UsesMeth.m(2))
def plain(self): return "plain bound", self is inst
class Bindable: pass
inst = Bindable()
inst.f = plain
Bindable.g = plain
print(inst.g(), plain.__get__(inst)(), plain.__get__(inst, Bindable)() == inst.g(), inst.g.__self__ is inst, inst.g.__func__ is plain, Bindable.g is plain)
attempt(lambda: inst.f())
