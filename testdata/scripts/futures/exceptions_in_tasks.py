# Exceptions from tasks: identity, chaining, BaseException, SystemExit, groups, tracebacks.
from concurrent.futures import ThreadPoolExecutor, wait, as_completed, TimeoutError


class Custom(Exception):
    def __init__(self, code, **info):
        super().__init__(code)
        self.code, self.info = code, info


def fail(kind):
    if kind == "custom": raise Custom(7, why="test")
    if kind == "chain":
        try:
            {}["k"]
        except KeyError as e:
            raise RuntimeError("chained") from e
    if kind == "context":
        try:
            1 / 0
        finally:
            [][0]
    if kind == "group": raise ExceptionGroup("g", [ValueError(1), TypeError(2)])
    if kind == "exit": raise SystemExit(3)
    if kind == "interrupt": raise KeyboardInterrupt
    if kind == "stop": raise StopIteration("s")
    if kind == "timeout": raise TimeoutError("mine")
    if kind == "noted":
        e = ValueError("noted")
        e.add_note("a note")
        raise e
    if kind == "base": raise BaseException("base")
    if kind == "genexit": raise GeneratorExit
    return kind


with ThreadPoolExecutor(2) as pool:
    fs = {k: pool.submit(fail, k) for k in "custom chain context group exit stop timeout noted base fine".split()}
    wait(fs.values())
    for k, f in fs.items():
        e = f.exception()
        print(k, type(e).__name__, repr(e), e is not None and [type(x).__name__ for x in (e.__cause__, e.__context__)])
    print(fs["custom"].exception().info, fs["noted"].exception().__notes__, fs["custom"].exception().__traceback__ is not None)
    for _ in range(3):
        try:
            fs["custom"].result()
        except Custom as e:
            print(e.code, e is fs["custom"].exception())
    try:
        fs["group"].result()
    except* ValueError as g:
        print("values", g.exceptions)
    except* TypeError as g:
        print("types", g.exceptions)
    try:
        fs["exit"].result()
    except SystemExit as e:
        print("exit", e.code)
    try:
        fs["stop"].result()
    except StopIteration as e:
        print("stop", e.value)
    print(pool.submit(lambda: "worker still alive").result())
    try:
        try:
            fs["chain"].result()
        except RuntimeError as e:
            raise LookupError("outer") from e
    except LookupError as e:
        print(repr(e.__cause__), repr(e.__cause__.__cause__))
    try:
        fs["timeout"].result()
    except TimeoutError as e:
        print("task's own timeout:", e)

    def inner(): return pool2.submit(fail, "custom").result()

    with ThreadPoolExecutor(1) as pool2:
        n = pool.submit(inner)
        print(repr(n.exception()), n.exception().code)

    def returns_exception(): return ValueError("a value, not raised")

    r = pool.submit(returns_exception)
    print(repr(r.result()), r.exception())
    errors = []
    for f in as_completed([pool.submit(divmod, 1, d) for d in (1, 0, 2)]):
        try:
            errors.append(f.result())
        except ZeroDivisionError as e:
            errors.append(str(e))
    print(sorted(errors, key=str))
    try:
        with ThreadPoolExecutor(1) as p3:
            p3.submit(fail, "custom").result()
    except Custom as e:
        print("left with", e.code)
