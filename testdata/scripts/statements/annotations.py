# Annotations are evaluated where Python 3.13 evaluates them, and kept where it keeps them.
log = []


def ann(value):
    log.append(value)
    return value


def f(a: ann("a"), b: ann("b") = 1, *args: ann("args"), c: ann("c") = 2, **kw: ann("kw")) -> ann("return"):
    local: ann("never evaluated") = 5
    other: undefined_name
    return a, b, args, c, kw, local


print(log)
print(f(1, 2, 3, c=4, d=5))
print(log, sorted(f.__annotations__))
print(f.__annotations__["return"], f.__annotations__["args"])


class Point:
    x: int
    y: int = 0
    label: "str" = "p"
    tags: list[str]
    opt: int | None = None

    def move(self, dx: float, dy: "float") -> "Point":
        return self


print(Point.__annotations__)
print(hasattr(Point, "x"), Point.y, Point.move.__annotations__)
print(Point().move(1, 2).opt)

x: int = 5
y: str
z: dict[str, list[int]] = {}
print(x, z, "y" in globals(), sorted(k for k in __annotations__))
print(int | str, int | None, list[int], dict[str, int], tuple[int, ...], type[int], list[list[str]])
print(isinstance(3, int | str), isinstance(None, int | None), isinstance(2.0, int | str), issubclass(bool, int | str))
print(list[int]() == [], dict[str, int](a=1), list[int].__origin__, dict[str, int].__args__)
print((int | str) == (str | int), (int | str).__args__, int | int, (int | str) | None)
obj = Point()
obj.attr: int = 3
(paren): int = 4
obj.never: int
print(obj.attr, paren, hasattr(obj, "never"), "paren" in __annotations__)


def gen(n: int) -> "Iterator[int]":
    total: int = 0
    for i in range(n):
        total += i
        yield total


print(list(gen(4)), gen.__annotations__)
lam = lambda a, b=2: a
print(lam.__annotations__, f.__defaults__, f.__kwdefaults__, lam.__defaults__)


def only_annotated():
    v: int
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)


only_annotated()


def generic(a: list["Missing"], b: "also missing" = None, /, c: None = None): return c


print(generic.__annotations__)
