# The name bound by `except … as` is deleted afterwards; tuples, order and re-raise.
def probe():
    try:
        raise KeyError("k")
    except (ValueError, KeyError) as problem:
        text = repr(problem)
    try:
        problem
    except NameError as e:
        return text, type(e).__name__, str(e)


print(probe())

err = "before"
try:
    raise TypeError("x")
except TypeError as err:
    print("inside", err)
try:
    print(err)
except NameError as e:
    print(e)

GROUP = (IndexError, (KeyError, ZeroDivisionError))
for action in (lambda: [][0], lambda: {}[1], lambda: 1 % 0):
    try:
        action()
    except (IndexError, KeyError, ZeroDivisionError) as e:
        print(type(e).__name__, "|", e)


def classify(exc):
    try:
        raise exc
    except ArithmeticError:
        return "arithmetic"
    except LookupError:
        return "lookup"
    except (OSError, RuntimeError):
        return "os or runtime"
    except Exception:
        return "other"
    except:
        return "base"


for exc in [OverflowError(), IndexError(), FileNotFoundError(), NotImplementedError(), ValueError, KeyboardInterrupt(), SystemExit]:
    print(classify(exc))


def reraise():
    try:
        try:
            raise LookupError("first")
        except LookupError:
            print("looking")
            raise
    except LookupError as e:
        return "again: " + str(e)


print(reraise())
try:
    raise
except RuntimeError as e:
    print(e)

try:
    try:
        raise ValueError("v")
    except "not a class":
        pass
except TypeError as e:
    print(e)

try:
    raise 42
except TypeError as e:
    print(e)
try:
    raise int
except TypeError as e:
    print(e)
