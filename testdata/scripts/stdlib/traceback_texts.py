# Texts and entries of tracebacks.
import sys
import traceback


def f(n):
    if n == 0:
        raise ValueError("bad thing")
    f(n - 1)


def hide(s):
    return s.replace(__file__, "FILE")


try:
    f(2)
except ValueError as e:
    print(hide(traceback.format_exc()))
    print([hide(x) for x in traceback.format_exception(e)])
    print(traceback.format_exception_only(e), traceback.format_exception_only(type(e), e))
    for fr in traceback.extract_tb(e.__traceback__):
        print(fr.lineno, fr.name, fr.line, len(fr), fr[1])
    print(len(traceback.format_tb(e.__traceback__)))
    print(hide(''.join(traceback.format_tb(e.__traceback__, 2))))


def g():
    return traceback.extract_stack()


def h():
    return g()


for fr in h():
    print(fr.name, fr.lineno, fr.line)
print(hide(''.join(traceback.format_stack())), end="")

try:
    try:
        {}["k"]
    except KeyError as e:
        raise RuntimeError("outer") from e
except RuntimeError as e:
    print([hide(p) for p in traceback.format_exception(e)])
    print(hide(''.join(traceback.format_exception(e, chain=False))))
    te = traceback.TracebackException.from_exception(e)
    print(str(te), len(te.stack), te.__cause__ is not None)
    print(''.join(te.format_exception_only()))

e = ValueError("no tb")
e.add_note("note 1")
print(traceback.format_exception(e), traceback.format_exception_only(e))
print(traceback.format_exc())
print(traceback.format_list([("a.none", 3, "fn", "x = 1")]))
traceback.print_exception(e, file=sys.stdout)
