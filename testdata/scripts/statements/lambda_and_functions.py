# Functions as values: attributes, defaults evaluated once, nested functions, recursion, lambdas.
counter = iter(range(100))


def f(a, b=next(counter), *, c=next(counter)):
    "Doc of f."
    return a, b, c


print(f(1), f(1), f.__defaults__, f.__kwdefaults__, f.__doc__, f.__name__, f.__qualname__, f.__module__)
f.note = "attached"
f.__doc__ = "changed"
print(f.note, f.__doc__, f.__dict__)
f.__defaults__ = (99,)
print(f(0))
f.__name__ = "renamed"
print(f.__name__)

ops = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "neg": lambda a: -a, "id": lambda *a, **k: (a, k)}
print(ops["+"](1, 2), ops["-"](5, 3), ops["neg"](4), ops["id"](1, x=2))
print((lambda: None)(), (lambda x, /, y=2, *z, k, **m: (x, y, z, k, m))(1, k=3, q=4))
print((lambda: (yield))().__class__.__name__, (lambda a: lambda b: a * b)(6)(7))
compose = lambda *fs: lambda x: x if not fs else compose(*fs[1:])(fs[0](x))
print(compose(str, len, lambda n: n * 10)(12345))
print((lambda f: f(f, 5))(lambda self, n: 1 if n < 2 else n * self(self, n - 1)))


def outer():
    def inner():
        def innermost(): pass
        return innermost
    return inner


print(outer().__qualname__, outer()().__qualname__, (lambda: 0).__name__, (lambda: 0).__qualname__)


def hanoi(n, a="A", b="B", c="C"):
    return 0 if n == 0 else hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)


print(hanoi(8))


def is_even(n): return n == 0 or is_odd(n - 1)
def is_odd(n): return n != 0 and is_even(n - 1)


print(is_even(50), is_odd(7))
print(callable(f), callable(5), callable(int), callable(print), f == f, f != outer, f in [f], {f: 1}[f])
print(type(f), type(lambda: 0) is type(f), type(len), type([].append), type(outer()) is type(f))
try:
    f.missing
except AttributeError as e:
    print(e)
try:
    (lambda: 0).x.y
except AttributeError as e:
    print(e)


def deep(n):
    return 0 if n == 0 else 1 + deep(n - 1)


print(deep(500))


def many_returns(x):
    if x: return
    for _ in range(1): return "loop"


print(many_returns(1), many_returns(0))


def redefine(): return 1


saved = redefine
def redefine(): return saved() + 1
print(redefine(), saved())
