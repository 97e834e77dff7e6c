# except*: splitting groups, re-raising the rest, nesting, and the value bound.
def run(*excs):
    try:
        try:
            raise ExceptionGroup("eg", list(excs))
        except* ValueError as g:
            print("values", type(g).__name__, [str(e) for e in g.exceptions])
        except* (KeyError, IndexError) as g:
            print("lookups", [repr(e) for e in g.exceptions])
        else:
            print("else")
        finally:
            print("finally")
    except ExceptionGroup as rest:
        print("rest:", rest, [type(e).__name__ for e in rest.exceptions])


run(ValueError("a"), KeyError("k"), ValueError("b"))
run(IndexError("i"), TypeError("t"), OSError("o"))
run(TypeError("only"))

try:
    try:
        raise ValueError("naked")
    except* ValueError as g:
        print(repr(g), g.message == "", g.exceptions)
finally:
    print("done")

try:
    pass
except* ValueError:
    print("no")
else:
    print("else runs")

nested = ExceptionGroup("outer", [
    ExceptionGroup("inner", [ValueError(1), TypeError(2)]),
    ValueError(3),
    KeyError(4),
])
try:
    try:
        raise nested
    except* ValueError as g:
        print(g.message, len(g.exceptions), g.exceptions[0].exceptions)
except ExceptionGroup as rest:
    print(rest.message, rest.exceptions)

try:
    try:
        raise ExceptionGroup("eg", [ValueError(1), TypeError(2)])
    except* ValueError:
        raise KeyError("new")
except ExceptionGroup as g:
    print(repr(g.message), [type(e).__name__ for e in g.exceptions])
    for e in g.exceptions:
        print("  ", repr(e))


def loop():
    seen = []
    for i in range(3):
        try:
            raise ExceptionGroup("g", [ValueError(i)])
        except* ValueError as g:
            seen.append(g.exceptions[0].args[0])
    return seen


print(loop())
try:
    try:
        raise ExceptionGroup("g", [ValueError(1)])
    except* ExceptionGroup:
        pass
except TypeError as e:
    print(e)
