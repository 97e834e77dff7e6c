# __call__, closures versus objects, method references, operators on classes, class decorators.
class Adder:
    def __init__(self, n): self.n, self.calls = n, 0

    def __call__(self, x, *, times=1):
        self.calls += 1
        return x + self.n * times


a = Adder(5)
print(a(1), a(1, times=3), list(map(a, range(3))), a.calls, callable(a), callable(Adder), sorted([3, 1], key=Adder(0)), a.__call__(2))
try:
    a()
except TypeError as e:
    print(e)
try:
    Adder(1)(1, 2)
except TypeError as e:
    print(e)


class Pipeline:
    def __init__(self, *steps): self.steps = steps
    def __or__(self, step): return Pipeline(*self.steps, step)
    def __ror__(self, value): return self(value)
    def __call__(self, v):
        for s in self.steps: v = s(v)
        return v


p = Pipeline() | str.strip | str.split | len
print(p("  a b c "), "x y" | p)


def add_repr(cls):
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{k}={v!r}' for k, v in vars(self).items())})"
    return cls


def singleton(cls):
    instances = {}
    def get(*args):
        if cls not in instances: instances[cls] = cls(*args)
        return instances[cls]
    return get


@add_repr
class User:
    def __init__(self, name, age): self.name, self.age = name, age


@singleton
class Settings:
    def __init__(self, v): self.v = v


print(User("al", 3), Settings(1) is Settings(2), Settings(9).v)


class Event:
    def __init__(self): self.handlers = []
    def __iadd__(self, h):
        self.handlers.append(h)
        return self
    def __isub__(self, h):
        self.handlers.remove(h)
        return self
    def __call__(self, *a):
        return [h(*a) for h in self.handlers]


class Button:
    def __init__(self): self.clicked, self.log = Event(), []
    def handler(self, x): self.log.append(x); return len(self.log)


b = Button()
b.clicked += b.handler
b.clicked += lambda x: x.upper()
print(b.clicked("one"), b.clicked("two"), b.log)
b.clicked -= b.handler
print(b.clicked("three"), b.log)


class Curry:
    def __init__(self, f, n, args=()): self.f, self.n, self.args = f, n, args
    def __call__(self, *a):
        args = self.args + a
        return self.f(*args) if len(args) >= self.n else Curry(self.f, self.n, args)


add3 = Curry(lambda a, b, c: a + b + c, 3)
print(add3(1)(2)(3), add3(1, 2)(3), add3(1)(2, 3))


class Fluent:
    def __init__(self): self.ops = []
    def __getattr__(self, name):
        if name.startswith("__"): raise AttributeError(name)
        def op(*args):
            self.ops.append((name, args))
            return self
        return op
    def __str__(self): return ".".join(f"{n}({', '.join(map(repr, a))})" for n, a in self.ops)


print(Fluent().select("a", "b").where(1).limit())


class Memo:
    def __init__(self, f): self.f, self.cache, self.__name__ = f, {}, f.__name__
    def __call__(self, *a):
        if a not in self.cache: self.cache[a] = self.f(*a)
        return self.cache[a]
    def __get__(self, obj, owner):
        return self if obj is None else lambda *a: self(obj, *a)


@Memo
def slow(n): print("computing", n); return n * n


class Calc:
    @Memo
    def sq(self, n): print("method computing", n); return n * n


print(slow(4), slow(4), slow.__name__, len(slow.cache))
c = Calc()
print(c.sq(3), c.sq(3))
dispatch = {int: lambda v: f"int {v}", str: lambda v: f"str {v!r}", list: lambda v: [dispatch[type(x)](x) for x in v]}
print(dispatch[list]([1, "a", [2]]), [t.__name__ for t in dispatch], (lambda cls: cls("7"))(int), [f() for f in (list, dict, str, int, User.__mro__[1].__name__.upper)])
ops = {"+": int.__add__, "-": int.__sub__, "cmp": int.__lt__, "len": list.__len__, "up": str.upper}
print(ops["+"](2, 3), ops["-"](2, 3), ops["cmp"](1, 2), ops["len"]([1]), ops["up"]("x"))
