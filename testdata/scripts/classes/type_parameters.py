class Stack[T]:
    pass
for f in [lambda: Stack[int], lambda: Stack.__type_params__, lambda: Stack.__parameters__, lambda: Stack.__mro__, lambda: Stack.__orig_bases__]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
type Tree[T] = T | list[Tree[T]]
type X = int | str
def f[T: (int,str), **P, *Ts, U=int](x: T, *a: P.args) -> T: return x
for f in [lambda: Tree.__name__, lambda: Tree.__type_params__, lambda: Tree.__value__, lambda: X.__value__, lambda: Tree[int], lambda: f.__type_params__, lambda:f.__type_params__[0].__constraints__, lambda:f.__type_params__[0].__bound__, lambda:f.__type_params__[3].__default__, lambda: f.__annotations__, lambda: f(3)]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
import typing
print(type(Stack.__type_params__[0]) is typing.TypeVar)
def g[T](x: T | None) -> list[T]: return [x]
print(g.__annotations__, isinstance(3, X.__value__))
