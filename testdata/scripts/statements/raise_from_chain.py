# raise … from, implicit context, from None, and walking the chain.
def chain(e):
    out = []
    while e is not None:
        out.append(type(e).__name__ + "(" + ", ".join(map(repr, e.args)) + ")")
        if e.__cause__ is not None:
            out.append("because")
            e = e.__cause__
        elif e.__context__ is not None and not e.__suppress_context__:
            out.append("while")
            e = e.__context__
        else:
            e = None
    return " ".join(out)


def parse(text):
    try:
        return int(text)
    except ValueError as e:
        raise RuntimeError("bad config") from e


try:
    parse("seven")
except RuntimeError as e:
    print(chain(e))
    print(e.__cause__ is e.__context__, e.__suppress_context__)

try:
    try:
        {}["a"]
    except KeyError:
        1 / 0
except ZeroDivisionError as e:
    print(chain(e), e.__suppress_context__)

try:
    try:
        {}["a"]
    except KeyError:
        raise LookupError("hidden") from None
except LookupError as e:
    print(chain(e), e.__cause__, repr(e.__context__), e.__suppress_context__)

try:
    raise OSError("io") from ValueError
except OSError as e:
    print(chain(e))

try:
    raise OSError("io") from "text"
except TypeError as e:
    print(e)

try:
    try:
        try:
            raise KeyError(1)
        finally:
            [][5]
    except IndexError:
        raise AttributeError("third")
except AttributeError as e:
    print(chain(e))


def cleanup():
    try:
        raise ValueError("in cleanup")
    except ValueError:
        pass


try:
    try:
        raise KeyError("main")
    except KeyError:
        cleanup()
        raise
except KeyError as e:
    print(chain(e), e.__context__)

e1 = ValueError("one")
e1.__cause__ = KeyError("set by hand")
try:
    raise e1
except ValueError as e:
    print(chain(e), e.__suppress_context__)
try:
    e1.__cause__ = 3
except TypeError as e:
    print(e)
