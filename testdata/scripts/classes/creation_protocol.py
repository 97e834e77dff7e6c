# __new__, __init__, __init_subclass__, __set_name__, __class_getitem__, type() with three arguments, metaclasses.
class Single:
    _inst = None

    def __new__(cls, *args, **kw):
        print("new", cls.__name__, args, kw)
        if cls._inst is None:
            cls._inst = super().__new__(cls)
        return cls._inst

    def __init__(self, v=None, **kw):
        print("init", v)
        self.v = v


a, b = Single(1), Single(2, k=3)
print(a is b, a.v)


class Other:
    def __new__(cls, v):
        return v if v else super().__new__(cls)
    def __init__(self, v): print("init Other", v)


print(Other(5), type(Other(0)).__name__)


class Plugin:
    plugins = {}

    def __init_subclass__(cls, /, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.name = name or cls.__name__.lower()
        Plugin.plugins[cls.name] = cls


class Csv(Plugin): pass
class Js(Plugin, name="json"): pass
class Deep(Js, name="deep"): pass


print({k: v.__name__ for k, v in Plugin.plugins.items()}, Plugin.plugins["json"]().name)
for f in (lambda: type("Bad", (Plugin,), {}, wrong=1), lambda: type("Bad2", (), {}, k=1)):
    try:
        f()
    except TypeError as e:
        print(e)


class Field:
    def __set_name__(self, owner, name):
        self.name = name
        owner.fields = getattr(owner, "fields", []) + [name]
    def __get__(self, obj, owner): return self if obj is None else obj.__dict__.get(self.name, "unset")


class Form:
    user = Field()
    email = Field()


f = Form()
f.__dict__["user"] = "al"
print(Form.fields, f.user, f.email)


class Generic:
    def __class_getitem__(cls, item): return (cls.__name__, item)


print(Generic[int], Generic[int, "x"])
try:
    Form[int]
except TypeError as e:
    print(e)


class Meta(type):
    def __new__(mcls, name, bases, ns, **kw):
        print("Meta.__new__", name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith("__")), kw)
        ns["added"] = "by meta"
        return super().__new__(mcls, name, bases, ns)

    def __init__(cls, name, bases, ns, **kw):
        super().__init__(name, bases, ns)
        cls.order = len(Meta.made)
        Meta.made.append(cls)

    def __call__(cls, *a, **k):
        obj = super().__call__(*a, **k)
        obj.called = True
        return obj

    def __iter__(cls): return iter(["iter of", cls.__name__])
    def __len__(cls): return 42
    def __contains__(cls, x): return x == "in class"
    def __getitem__(cls, k): return f"{cls.__name__}<{k}>"
    def __repr__(cls): return f"<Meta {cls.__name__}>"
    def hello(cls): return "hello from " + cls.__name__
    @property
    def prop(cls): return "meta prop"
    made = []


class M1(metaclass=Meta, opt=1):
    x = 1
    def m(self): pass


class M2(M1): y = 2


print(M1.added, M2.order, M1().called, list(M1), len(M2), "in class" in M1, M1["k"], M1, M2.hello(), M1.prop, type(M2).__name__, isinstance(M1, Meta), Meta.made, type(M1()) is M1)
try:
    M1().hello()
except AttributeError as e:
    print(e)
T = type("T", (M1,), {"z": lambda self: self.x + 1, "__doc__": "made by type"})
T2 = Meta("T2", (), {"q": 1})
print(type(T).__name__, T().z(), T.__doc__, T2.q, T2.added)
class NoMeta: pass
class OtherMeta(type): pass
try:
    class Conflict(M1, metaclass=OtherMeta): pass
except TypeError as e:
    print(str(e)[:50])
def func_meta(name, bases, ns): return (name, bases, sorted(k for k in ns if k[0] != "_"))
class Odd(metaclass=func_meta): a = 1; b = 2
print(Odd)
class Prep(type):
    @classmethod
    def __prepare__(mcls, name, bases): return {"injected": "from prepare"}
class P(metaclass=Prep): copy = injected + "!"
print(P.copy, P.injected)
class InstCheck(type):
    def __instancecheck__(cls, o): return o == 5
    def __subclasscheck__(cls, c): return c is int
class Five(metaclass=InstCheck): pass
print(isinstance(5, Five), isinstance(6, Five), issubclass(int, Five), issubclass(str, Five), isinstance(5, (str, Five)))
obj = object.__new__(Form)
print(type(obj).__name__, obj.user)
for bad in (lambda: object.__new__(5), lambda: object.__new__(), lambda: NoMeta.__new__(NoMeta, 1), lambda: int.__new__(str)):
    try:
        print(type(bad()).__name__)
    except TypeError as e:
        print(e)
class RetNone:
    def __init__(self): return 5
try:
    RetNone()
except TypeError as e:
    print(e)
