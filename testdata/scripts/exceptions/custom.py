# Exceptions of one's own: args, __init__, __str__, attributes, hierarchies.
class AppError(Exception):
    """Base of the application's errors."""
    code = 1

    def __init__(self, message, *, detail=None):
        super().__init__(message)
        self.detail = detail

    def __str__(self):
        base = super().__str__()
        return f"{base} ({self.detail})" if self.detail else base


class NotFound(AppError, KeyError):
    code = 404


class NoInit(Exception): pass


class IgnoresArgs(Exception):
    def __init__(self, a, b):
        self.total = a + b


class ReprOnly(Exception):
    def __repr__(self): return "<ReprOnly>"


class Coded(ValueError):
    def __init__(self, n): super().__init__("coded %d" % n, n)


for e in (AppError("plain"), AppError("with", detail="more"), NotFound("missing", detail="k"), NoInit(), NoInit("one"), NoInit("one", 2), IgnoresArgs(1, 2), ReprOnly("x"), Coded(7)):
    try:
        raise e
    except Exception as caught:
        print(type(caught).__name__, "|", caught, "|", repr(caught), "|", caught.args, caught is e)
print(NotFound.__mro__[1:4], NotFound("x").code, isinstance(NotFound("x"), LookupError), AppError.__doc__, IgnoresArgs(5, 6).total, vars(AppError("v", detail=3)))
try:
    raise NotFound
except TypeError as e:
    print(e)
try:
    IgnoresArgs(1)
except TypeError as e:
    print(e)
try:
    raise NotFound("a")
except (IndexError, AppError) as e:
    print("caught as", type(e).__name__)
for cls in (AppError, KeyError, Exception, ValueError):
    try:
        try:
            raise NotFound("deep")
        except cls as e:
            print(cls.__name__, "catches", e)
    except AppError:
        print(cls.__name__, "does not catch")
e = AppError("m")
e.args = ("changed", 2)
print(e, e.args, repr(e))
e.args = "ab"
print(e.args)
try:
    e.args = 5
except TypeError as err:
    print(err)
e.extra = 1
print(e.extra, e.__dict__, e.__traceback__, e.with_traceback(None) is e)
try:
    raise e
except AppError as x:
    print(x.__traceback__ is not None, type(x.__traceback__).__name__)


class Falsy(Exception):
    def __bool__(self): return False
    def __len__(self): return 0
    def __eq__(self, o): return True


try:
    raise Falsy("still raised")
except Falsy as f:
    print("caught falsy", bool(f), f == 1)


class Stop(StopIteration): pass
class Exit(SystemExit): pass


try:
    raise Exit(4)
except SystemExit as x:
    print(x.code, repr(x))
try:
    next(iter(()))
except StopIteration as s:
    print(repr(s), s.value)
print(str(KeyError("k")), str(KeyError("a", "b")), str(KeyError(1)), str(KeyError()), str(LookupError("k")), str(KeyError("it's")))
print(ValueError("a") == ValueError("a"), hash(e) == hash(e), len({ValueError("a"), ValueError("a")}), Exception("x").__class__.__qualname__, issubclass(AppError, Exception))
