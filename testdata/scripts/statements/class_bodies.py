# What runs in a class body, nested classes, conditional methods and name mangling.
print("before")


class Config:
    print("in body", __name__, __qualname__)
    defaults = {}
    for key in ("a", "b"):
        defaults[key] = key * 2
    if len(defaults) > 1:
        def describe(self): return "many"
    else:
        def describe(self): return "few"
    _count = 0
    __secret = "mangled"

    class Inner:
        depth = 2

        class Innermost:
            pass

        def where(self): return __class__.__qualname__

    def reveal(self):
        return self.__secret, __class__.__name__

    def __private(self): return "private"

    def call(self): return self.__private()

    @classmethod
    def bump(cls):
        cls._count += 1
        return cls._count

    alias = describe
    square = lambda self, n: n * n
    total = sum(len(v) for v in defaults.values())


c = Config()
print(c.describe(), c.alias(), c.square(4), c.total, Config.key)
print(c.reveal(), c.call(), c._Config__private(), Config._Config__secret)
try:
    c.__secret
except AttributeError as e:
    print(e)
print(Config.Inner().where(), Config.Inner.Innermost.__qualname__, Config.bump(), Config.bump(), Config._count)


def make(base, **attrs):
    class Local(base):
        extra = attrs

        def get(self): return base.__name__, self.extra
    return Local


L = make(Config, z=1)
print(L().get(), L.__qualname__, L.__name__, L.__bases__, L().describe())


class Counter:
    instances = []

    def __init__(self):
        self.instances.append(len(self.instances))
        self.own = []


Counter(), Counter()
print(Counter.instances, Counter().own)
x = "global"


class Shadow:
    x = x + "+class"
    y = [x for x in "ab"]
    del y
    def get(self): return x


print(Shadow.x, hasattr(Shadow, "y"), Shadow().get())


class Kw(Config, metaclass=type): pass
bases = (Config,)
class Star(*bases, **{}): pass
print(Kw.__mro__[1].__name__, Star.__base__.__name__, [k for k in vars(Star) if not k.startswith("__")])
try:
    class Bad(5): pass
except TypeError as e:
    print(str(e)[:40])
try:
    class Fails:
        partial = 1
        raise ValueError("class body failed")
except ValueError as e:
    print(e, "Fails" in globals())


def in_function():
    v = 10

    class Uses:
        w = v + 1
        def m(self): return v, self.w
    return Uses().m()


print(in_function())
class OneLine: a = 1; b = a + 1
print(OneLine.b)
class WithDoc:
    """The documentation."""
print(WithDoc.__doc__, Config.__doc__, WithDoc.__module__)
