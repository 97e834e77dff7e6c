# Decorators: order, arguments, classes as decorators, on classes and methods, stateful.
from functools import wraps


def tag(name):
    print("make", name)

    def deco(fn):
        print("apply", name, "to", fn.__name__)

        @wraps(fn)
        def inner(*args, **kw):
            return f"<{name}>{fn(*args, **kw)}</{name}>"
        return inner
    return deco


@tag("b")
@tag("i")
def greet(who, *, mark="!"):
    """Says hello."""
    return "hi " + who + mark


print(greet("bob", mark="?"))
print(greet.__name__, greet.__doc__, greet.__wrapped__.__name__)


class CountCalls:
    def __init__(self, fn):
        self.fn, self.count = fn, 0

    def __call__(self, *args):
        self.count += 1
        return self.fn(*args)


@CountCalls
def square(x): return x * x


print(square(3), square(4), square.count)


def register(cls):
    registry[cls.__name__] = cls
    cls.registered = True
    return cls


registry = {}


@register
class Plugin:
    @staticmethod
    def run(): return "running"

    @classmethod
    def make(cls): return cls()

    @property
    def name(self): return type(self).__name__.lower()

    @name.setter
    def name(self, v): print("rename to", v)

    @tag("m")
    def method(self, x): return f"{self.name}:{x}"


p = Plugin.make()
p.name = "zz"
print(registry["Plugin"].registered, p.run(), p.name, p.method(3))


@lambda f: f()
def value(): return 42


print(value)
handlers = {"a": [tag]}


@handlers["a"][0]("sub")
def odd(): return "subscripted"


print(odd())


def memo(fn):
    cache = {}

    def inner(n):
        if n not in cache:
            cache[n] = fn(n)
        return cache[n]
    inner.cache = cache
    return inner


@memo
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


print(fib(80), len(fib.cache))
try:
    @5
    def nope(): pass
except TypeError as e:
    print(e)
try:
    @undefined_decorator
    def nope2(): pass
except NameError as e:
    print(e)
@print
class Shown: pass
print(Shown)
