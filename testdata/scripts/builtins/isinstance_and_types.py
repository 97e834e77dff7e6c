# type, isinstance, issubclass with tuples and unions, and type objects as values.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


class A: pass
class B(A): pass
class M(list): pass


print(isinstance(B(), A), isinstance(A(), B), isinstance(5, (str, int)), isinstance(True, int), isinstance(5, bool), isinstance(M(), list), isinstance(None, type(None)), isinstance(int, type), isinstance(A, object), isinstance(5, ((str,), (float, (int,)))), isinstance([], ()), isinstance("x", str | None), isinstance(3.0, int | float))
print(issubclass(B, A), issubclass(A, A), issubclass(bool, int), issubclass(B, (str, A)), issubclass(int, object), issubclass(M, list | dict), issubclass(KeyError, LookupError), issubclass(type, object))
attempt(lambda: isinstance(1, 5))
attempt(lambda: isinstance(1, "int"))
attempt(lambda: isinstance(1, [int]))
attempt(lambda: isinstance(1))
attempt(lambda: issubclass(1, int))
attempt(lambda: issubclass(int, 5))
attempt(lambda: isinstance([], list[int]))
attempt(lambda: isinstance(1, (str, 5)))
attempt(lambda: isinstance(1, (int, 5)))
for v in (None, True, 1, 1.5, 1j, "s", b"b", bytearray(), [], (), {}, set(), frozenset(), range(1), slice(1), ..., NotImplemented, len, print, lambda: 0, A, A(), int, type, object(), (i for i in ()), zip(), map(str, ()), {}.keys(), {}.values(), {}.items(), iter([]), iter(()), iter(""), iter({}), iter(set()), iter(range(1)), iter(b""), enumerate(()), reversed([]), reversed(()), filter(None, ()), [].append, A().__init__, ValueError(), memoryview(b""), property(), staticmethod(len), classmethod(len), super(B, B()), iter(len, 1), type.__dict__ and {}.items().__iter__(), A.__dict__, int | str, list[int], globals):
    print(type(v), type(v).__name__, sep=" ", end="; ")
print()
print(type(1) is int, type(A()) is A, type(A) is type, type(type) is type, type(M()) == list, A.__class__, type(5)("7"), [t(3) for t in (int, str, float, bool, complex)])
types = {int: "integer", str: "text", type(None): "nothing"}
print([types[type(v)] for v in (1, "a", None)], int in types, {int, str} == {str, int}, int == int, int != str, sorted([str, int, list], key=lambda t: t.__name__))
print(int.__name__, int.__qualname__, int.__module__, A.__module__, int.__mro__, bool.__bases__, bool.__base__, object.__bases__, type.__mro__, A.__subclasses__(), int.__doc__[:10])
print(callable(int), str(int), f"{int}", repr(A), int is not float, bool(int))
New = type("New", (A,), {"x": 5, "get": lambda self: self.x})
print(New, New().get(), New.__name__, New.__bases__, issubclass(New, A), New.__module__)
attempt(lambda: type())
attempt(lambda: type(1, 2))
attempt(lambda: type("X", 5, {}))
attempt(lambda: type("X", (), []))
attempt(lambda: type(5, (), {}))
attempt(lambda: type("X", (bool,), {}))
attempt(lambda: type("X", (type(None),), {}))
attempt(lambda: type("X", (range,), {}))
attempt(lambda: type("X", (type(lambda: 0),), {}))
attempt(lambda: type(None)())
attempt(lambda: type(...)() is ...)
attempt(lambda: type(len)())
attempt(lambda: type(None)(1))
print(object() != object(), isinstance(object(), object), bool(object()))
attempt(lambda: object(1))
attempt(lambda: A(1))
attempt(lambda: object().x)
attempt(lambda: int.nope)
attempt(lambda: A.nope)
attempt(lambda: A().nope)
