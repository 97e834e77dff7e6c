# Names for annotations do nothing wrong.
import typing
from typing import (Any, Callable, ClassVar, Dict, Generic, Iterable, List, Literal, NamedTuple, NewType, Optional, Protocol, Tuple,
                    TypedDict, TypeVar, Union, cast, get_args, get_origin, get_type_hints, overload, runtime_checkable, Annotated, Final,
                    Sequence, Mapping, Iterator, Set, Type, NoReturn, TYPE_CHECKING)

print(all(hasattr(typing, n) for n in typing.__all__), TYPE_CHECKING)
print(List[int], Dict[str, List[int]], Optional[int], Union[int, str, None], Tuple[int, ...], Callable[[int, str], bool], Callable[..., Any])
print(Literal["a", 1], Iterable[str], ClassVar[int], Annotated[int, "meta", 3], Type[int], Union[int], Optional[None] is type(None), Tuple[()])
print(List, Any, Union, Iterable, NoReturn, Callable, Optional)
print(get_origin(List[int]), get_args(Dict[str, int]), get_origin(Union[int, str]), get_args(Callable[[int], str]), get_origin(list[int]), get_args(int | str), get_origin(int), get_args(Optional[str]))
print(List[int] == List[int], Union[int, str] == Union[str, int], List[int] != List[str], hash(List[int]) == hash(List[int]))
print(isinstance([], List), isinstance({}, Mapping), isinstance(3, Iterable), issubclass(list, Sequence))
T = TypeVar("T")
K = TypeVar("K", bound=int)
print(T, K, T.__name__, K.__bound__, List[T], Dict[T, K][str, int])


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: List[T] = []

    def push(self, item: T) -> "Stack[T]":
        self.items.append(item)
        return self


s = Stack[int]()
print(s.push(1).push(2).items, isinstance(s, Stack), Stack[int].__origin__ is Stack, Stack.__parameters__)


class IntStack(Stack[int]):
    pass


print(IntStack().push(3).items, IntStack.__mro__[1] is Stack)


class Point(NamedTuple):
    """A point."""
    x: int
    y: int = 0

    def norm(self):
        return abs(self.x) + abs(self.y)

    @property
    def double(self):
        return Point(self.x * 2, self.y * 2)


p = Point(3)
print(p, p.norm(), p.double, p._asdict(), Point._fields, Point._field_defaults, p == (3, 0), p._replace(y=9), Point.__doc__, isinstance(p, tuple))
try:
    Point()
except TypeError as e:
    print(e)
try:
    class Bad(NamedTuple):
        a: int = 1
        b: int
except TypeError as e:
    print(e)
Emp = NamedTuple("Emp", [("name", str), ("id", int)])
print(Emp("a", 1), Emp.__annotations__)


class Movie(TypedDict, total=False):
    name: str
    year: int


m: Movie = {"name": "x"}
print(m, Movie(name="y", year=3), Movie.__annotations__, Movie.__total__, sorted(Movie.__optional_keys__))


@runtime_checkable
class Closer(Protocol):
    def close(self) -> None: ...


class Res:
    def close(self):
        pass


print(isinstance(Res(), Closer), isinstance(3, Closer), issubclass(Res, Closer))
try:
    Closer()
except TypeError as e:
    print(e)


class Sized2(Protocol):
    size: int


try:
    isinstance(3, Sized2)
except TypeError as e:
    print(e)


class Impl(Closer):
    def close(self):
        return "closed"


print(Impl().close())
UserId = NewType("UserId", int)
print(UserId(5) + 1, UserId.__supertype__)


@overload
def f(x: int) -> int: ...
@overload
def f(x: str) -> str: ...
def f(x):
    return x


print(f(1), f("a"), cast(int, "x"))


def g(a: int, b: "List[str]", c: Optional["Point"] = None, *, d: Final[int] = 3) -> None: ...


print(get_type_hints(g))


class H:
    a: int
    b: "H"
    c: Optional[List["Point"]] = None


print(get_type_hints(H))
print(typing.get_type_hints(Point), typing.NamedTuple is NamedTuple)
for bad in (lambda: Any(), lambda: Union[()], lambda: List[int]("x") and isinstance([], List[int]), lambda: Callable[int], lambda: Dict[int]):
    try:
        bad()
        print("fine")
    except TypeError as e:
        print(e)


@typing.final
class Z:
    @typing.override
    def m(self): ...


print(Z.__final__, typing.Text is str)


class Sub(List[int]):
    pass


print(Sub([1, 2]), Sub.__mro__[1])
class D(Dict[str, int]): ...
print(D(a=1))
