# functools: partial, reduce, lru_cache, cache, wraps, cmp_to_key, total_ordering, singledispatch, cached_property, partialmethod.
import functools
from functools import partial, reduce, lru_cache, cache, wraps, cmp_to_key, total_ordering, singledispatch, cached_property, partialmethod, update_wrapper


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


def show(*a, **k): return a, k


p = partial(show, 1, x=2)
print(p(3, y=4), p(x=9), p.func is show, p.args, p.keywords, partial(p, 5, z=6)(7), partial(int, base=2)("101"), list(map(partial(pow, 2), range(4))), partial(p, 8).args)
attempt(lambda: partial())
attempt(lambda: partial(5))
attempt(lambda: partial(lambda a: a)())
print(reduce(lambda a, b: a + b, [1, 2, 3]), reduce(lambda a, b: a * b, [], 5), reduce(max, [3, 9, 2]), reduce(lambda a, b: [b] + a, "abc", []), reduce(show, [1]))
attempt(lambda: reduce(max, []))
attempt(lambda: reduce(max, 5))
calls = []


@lru_cache(maxsize=2)
def square(n, verbose=False):
    "Squares."
    calls.append(n)
    return n * n


print([square(n) for n in (1, 2, 1, 3, 1, 2)], calls, square.cache_info(), square.__name__, square.__doc__, square.cache_parameters(), square.__wrapped__(5))
square.cache_clear()
print(square.cache_info(), square(2), square(n=2), square(2.0), square.cache_info().hits, square.cache_info().currsize)
attempt(lambda: square([]))


@cache
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)


@lru_cache
def bare(x): return object()


@lru_cache(maxsize=None, typed=True)
def typed(x): return type(x).__name__


print(fib(90), fib.cache_info(), bare(1) is bare(1), typed(1), typed(1.0), typed(True), typed.cache_info())


@lru_cache(maxsize=0)
def uncached(x): return calls.append("u") or x


uncached(1), uncached(1)
print(calls[-2:], uncached.cache_info())
attempt(lambda: lru_cache(maxsize="x")(len))


def deco(f):
    @wraps(f)
    def inner(*a):
        "inner doc"
        return f(*a)
    return inner


@deco
def documented(a: int) -> str:
    "outer doc"
    return str(a)


documented_plain = update_wrapper(lambda: 0, documented)
print(documented.__name__, documented.__doc__, documented.__wrapped__(3), documented.__annotations__, documented.__qualname__, documented_plain.__name__)
print(sorted(["bb", "a", "ccc"], key=cmp_to_key(lambda a, b: len(b) - len(a))), sorted([3, 1, 2], key=cmp_to_key(lambda a, b: (a > b) - (a < b))), max([1, 5, 3], key=cmp_to_key(lambda a, b: b - a)))


@total_ordering
class V:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return self.n == o.n
    def __gt__(self, o): return self.n > o.n


print(V(1) < V(2), V(1) <= V(1), V(2) >= V(3), V(2) != V(2))
attempt(lambda: total_ordering(type("Empty", (), {})))


@singledispatch
def describe(x): return f"object {x!r}"


@describe.register
def _(x: int): return f"int {x}"


@describe.register(list)
@describe.register(tuple)
def _(x): return "seq " + ", ".join(describe(i) for i in x)


@describe.register(type(None))
def none(x): return "nothing"


print(describe(5), describe(True), describe([1, "a", None]), describe((2,)), describe(1.5), describe.dispatch(bool).__name__, sorted(t.__name__ for t in describe.registry))
attempt(lambda: describe())


class Shape:
    def __init__(self, w): self.w, self.computed = w, 0

    @cached_property
    def area(self):
        "The area."
        self.computed += 1
        return self.w ** 2

    def scale(self, k, plus=0): return self.w * k + plus
    double = partialmethod(scale, 2)
    tripled = partialmethod(scale, 3, plus=1)

    @functools.singledispatchmethod
    def accept(self, v): return "any"

    @accept.register
    def _(self, v: str): return "str " + v


s = Shape(3)
print(s.area, s.area, s.computed, s.__dict__, s.double(), s.tripled(), s.tripled(plus=5), s.accept(1), s.accept("x"), Shape.area.__doc__)
del s.area
s.w = 10
print(s.area, s.computed)
