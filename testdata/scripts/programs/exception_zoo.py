"""What happens to exceptions in pools: chaining, notes, groups, tracebacks, cancellation, custom classes, exit codes."""
# exit: 1
import builtins
import concurrent.futures as cf
import contextlib
import io
import os
import sys
import threading
import traceback
import warnings
from concurrent.futures import CancelledError, InvalidStateError, ThreadPoolExecutor


class AppError(Exception):
    code = 1

    def __init__(self, msg, *, hint=None, **ctx):
        super().__init__(msg)
        self.hint, self.ctx = hint, ctx

    def __str__(self):
        s = super().__str__()
        return f"{s} (hint: {self.hint})" if self.hint else s


class NotFound(AppError, KeyError):
    code = 44


class Retry(AppError):
    def __init__(self, cause, n):
        AppError.__init__(self, "gave up after %d" % n)
        self.__cause__ = cause


@contextlib.contextmanager
def wrapping(exc, to, **kw):
    try:
        yield
    except exc as e:
        raise to(f"wrapped {type(e).__name__}", **kw) from e


def attempt(n):
    last = None
    for i in range(n):
        try:
            return [][i]
        except IndexError as e:
            last = e
    raise Retry(last, n)


def lookup(d, k):
    with wrapping(KeyError, NotFound, hint="look elsewhere", key=k):
        return d[k]


def implicit():
    try:
        int("x1")
    except ValueError:
        undefined_name


def suppressed():
    try:
        {}["a"]
    except KeyError:
        raise AppError("hidden context") from None


def with_notes():
    try:
        open("/no/such/file")
    except OSError as e:
        e.add_note("while reading config")
        e.add_note("second note")
        raise


def in_finally():
    try:
        raise ValueError("first")
    finally:
        raise TypeError("second")


def group():
    raise ExceptionGroup("many", [ValueError(1), ExceptionGroup("inner", [KeyError("k"), OSError(2, "No such")])])


def stop():
    raise StopIteration(5)


def quits():
    sys.exit(3)


def recurse(n=0):
    return recurse(n + 1) + 1


def swallowed():
    for i in range(3):
        try:
            if i == 1:
                continue
            return "returned %d" % i
        finally:
            if i == 0:
                break
    return "broke out"


def chain(e, seen=()):
    out = []
    while e is not None:
        out.append("%s(%s)" % (type(e).__name__, e))
        nxt = e.__cause__ or (None if e.__suppress_context__ else e.__context__)
        if nxt is not None:
            out.append("<=" if e.__cause__ else "<-")
        e = nxt
    return " ".join(out)


def main():
    fns = [lambda: attempt(2), lambda: lookup({}, "q"), implicit, suppressed, with_notes, in_finally, group, stop, quits, recurse, swallowed,
           lambda: 1 / 0, lambda: "a" + 1, lambda: None.x, lambda: [1][5], lambda: int("z"), lambda: {}["k"], lambda: len(3), lambda: (lambda a: a)(), lambda: iter(1),
           lambda: "%d" % "x", lambda: b"a" + "a", lambda: [3, "a"].sort(), lambda: "abc".index("z"), lambda: next(iter([])), lambda: float("nanx"), lambda: {[]: 1}, lambda: "{} {}".format(1), lambda: "é".encode("ascii"), lambda: b"\xff".decode(), lambda: chr(-1), lambda: os.stat("/nope"), lambda: max([]), lambda: [].pop(), lambda: range(1, 2, 0), lambda: (1, 2) + [3], lambda: abs("x"), lambda: 2 ** "a", lambda: [1, 2][:"a"], lambda: print(1, foo=2), lambda: sum(["a"]), lambda: zip([1], [1, 2], strict=True).__next__() and list(zip([1], [1, 2], strict=True)), lambda: "x" * 10 ** 20, lambda: object().a, lambda: setattr(3, "a", 1), lambda: int.nope, lambda: sorted([1, None])]
    with ThreadPoolExecutor(4) as ex:
        for i, f in enumerate([ex.submit(fn) for fn in fns]):
            try:
                print(i, "->", f.result())
            except SystemExit as e:
                print(i, "SystemExit", e.code)
            except BaseException as e:
                print(i, chain(e), getattr(e, "__notes__", ""))
        f = ex.submit(lookup, {}, "zz")
        try:
            f.result()
        except AppError as e:
            print(e.code, e.hint, e.ctx, isinstance(e, LookupError), e.args, repr(e), e.__traceback__ is not None)
            tb = traceback.extract_tb(e.__traceback__)
            print([fr.name for fr in tb][-2:], tb[-1].line)
    try:
        group()
    except* ValueError as eg:
        print("values", eg.exceptions)
    except* (KeyError, OSError) as eg:
        print("rest", eg.exceptions, eg.message, eg.split(OSError)[0])
    f = cf.Future()
    print(f.cancel(), f.cancelled(), f.done())
    for fn in (f.result, f.exception, lambda: f.set_result(1)):
        try:
            fn()
        except (CancelledError, InvalidStateError) as e:
            print(type(e).__name__)
    caught = []
    threading.excepthook = lambda a: caught.append((a.exc_type.__name__, str(a.exc_value), a.thread.name))
    t = threading.Thread(target=attempt, args=(1,), name="T")
    t.start(); t.join()
    print(caught)
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter("always")
        warnings.warn("old", DeprecationWarning)
        print(w[0].category.__name__, w[0].message)
    buf = io.StringIO()
    with contextlib.redirect_stdout(buf), contextlib.suppress(ZeroDivisionError):
        print("captured")
        1 / 0
    print(repr(buf.getvalue()), traceback.format_exception_only(ValueError("a\nb")))
    try:
        assert 1 == 2, "math works"
    except AssertionError as e:
        err = e
    print(repr(err), sys.exc_info(), [c.__name__ for c in NotFound.__mro__])
    raise NotFound("final", hint="exit 1") from err


if __name__ == "__main__":
    main()
