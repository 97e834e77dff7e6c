# AssertionError texts, KeyboardInterrupt and SystemExit among handlers, bare except.
def run(action):
    try:
        action()
    except AssertionError as e:
        return "assert", str(e)
    except Exception as e:
        return "exception", repr(e)
    except BaseException as e:
        return "base", repr(e)
    else:
        return "nothing"
    finally:
        log.append(action.__name__)


log = []
def ok(): assert (1, "always true tuple")
def plain(): assert not 1
def text(): assert len([1]) == 2, f"length is {len([1])}"
def interrupt(): raise KeyboardInterrupt
def leave(): raise SystemExit("bye")
def genexit(): raise GeneratorExit
def value(): raise ValueError("v", 2)
def base(): raise BaseException("b")


for f in (ok, plain, text, interrupt, leave, genexit, value, base):
    print(f.__name__, run(f))
print(log)
try:
    raise KeyboardInterrupt("with text")
except:
    print("bare except catches it")
try:
    try:
        raise SystemExit(2)
    except Exception:
        print("never")
    finally:
        print("finally first")
except SystemExit as e:
    print("code", e.code)
for cls in (KeyboardInterrupt, SystemExit, GeneratorExit, Exception, BaseException):
    print(cls.__name__, issubclass(cls, Exception), cls.__bases__[0].__name__, cls() .args, repr(cls("m", 1)))
try:
    assert False, AssertionError("nested")
except AssertionError as e:
    print(type(e.args[0]).__name__, e)
try:
    raise AssertionError
except AssertionError as e:
    print(repr(e), e.args)
