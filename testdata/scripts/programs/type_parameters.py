"""Typing-heavy code as in a library of today."""
import functools
import inspect
import typing
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from typing import (Annotated, Any, ClassVar, Final, Literal, NewType, NotRequired, ParamSpec, Required, Self, TypeAlias,
                    TypedDict, TypeGuard, assert_never, cast, get_args, get_origin, get_type_hints, overload, override)

type Tree[T] = T | list[Tree[T]]
UserId = NewType("UserId", int)
Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | None"
MODE: Final = "fast"
P = ParamSpec("P")


class Movie(TypedDict, total=False):
    title: Required[str]
    year: int
    rating: NotRequired[float]


class Stack[T]:
    count: ClassVar[int] = 0

    def __init__(self, items: Iterable[T] = ()) -> None:
        self._items: list[T] = [*items]
        Stack.count += 1

    def push(self, item: T) -> Self:
        self._items.append(item)
        return self

    def pop(self) -> T:
        return self._items.pop()

    def __iter__(self) -> Iterator[T]:
        yield from reversed(self._items)

    def map[U](self, fn: Callable[[T], U], pool: Executor | None = None) -> "Stack[U]":
        m = pool.map if pool else map
        return Stack(m(fn, self._items))


class Base:
    def run(self) -> str:
        return "base"


class Derived(Base):
    @override
    def run(self) -> str:
        return "derived/" + super().run()


def traced[**Q, R](fn: Callable[Q, R]) -> Callable[Q, R]:
    @functools.wraps(fn)
    def inner(*args: Q.args, **kwargs: Q.kwargs) -> R:
        bound = inspect.signature(fn).bind(*args, **kwargs)
        bound.apply_defaults()
        print("call", fn.__name__, dict(bound.arguments))
        return fn(*args, **kwargs)
    return inner


@overload
def double(x: int) -> int: ...
@overload
def double(x: str) -> str: ...
def double(x):
    return x * 2


@traced
def area(w: float, h: float = 2.0, /, *, unit: Literal["cm", "m"] = "m") -> str:
    return f"{w * h:g} {unit}²"


def first[T: (int, str)](xs: Sequence[T], default: T | None = None) -> T | None:
    return xs[0] if xs else default


def is_strs(xs: list[Any]) -> TypeGuard[list[str]]:
    return all(isinstance(x, str) for x in xs)


def flatten[T](tree: Tree[T]) -> Iterator[T]:
    match tree:
        case [*children]:
            for c in children:
                yield from flatten(c)
        case leaf:
            yield leaf


def kind(v: int | str | list) -> str:
    match v:
        case int(): return "int"
        case str(): return "str"
        case list(): return "list"
        case _: assert_never(v)


def main() -> None:
    with ThreadPoolExecutor(2) as pool:
        s = Stack([1, 2, 3]).push(4).map(lambda n: n ** 2, pool)
        fut: Future[int] = pool.submit(s.pop)
        print(fut.result(), list(s), Stack.count)
    m: Movie = {"title": "Alien", "year": 1979}
    print(m, Movie.__required_keys__ == {"title"}, sorted(Movie.__optional_keys__), Movie.__total__)
    print(get_type_hints(Movie)["year"], Stack.__type_params__, Stack[int])
    print(area(3), area(1.5, 4.0, unit="cm"))
    print(inspect.signature(area.__wrapped__))
    try:
        area(w=3)
    except TypeError as e:
        print("TypeError:", e)
    print(double(4), double("ab"), first([]), first("xyz"), UserId(5), UserId.__name__)
    print(list(flatten([1, [2, [3, [4]], 5]])), is_strs(["a"]), [kind(v) for v in (1, "", [])])
    try:
        kind(1.5)
    except AssertionError as e:
        print("AssertionError:", e)
    print(get_origin(dict[str, int]), get_args(Annotated[int, "meta"]), get_args(Literal["a", 2]), get_args(int | None))
    print(Derived().run(), Derived.run.__override__, cast(int, "not"), MODE)
    print(Tree.__name__, Tree.__type_params__, type(Tree).__name__, Callable[[int], str], Mapping[str, int])
    print(typing.Optional[int], typing.Union[int, str, None], list[int] | None, typing.Callable[..., int])
    print(isinstance(3, int | str), issubclass(bool, int | str), double.__annotations__, flatten.__annotations__)


if __name__ == "__main__":
    main()
