# ExceptionGroup: construction, split, subgroup, derive, nesting, messages.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


g = ExceptionGroup("top", [ValueError(1), ExceptionGroup("mid", [KeyError("k"), ValueError(2)]), OSError("o")])
print(g, "|", repr(g), "|", g.message, g.exceptions, g.args == ("top", list(g.exceptions)))
print(str(ExceptionGroup("one", [ValueError()])), str(BaseExceptionGroup("b", [KeyboardInterrupt()])), type(BaseExceptionGroup("b", [ValueError()])).__name__, type(BaseExceptionGroup("b", [SystemExit()])).__name__)
attempt(lambda: ExceptionGroup("x", []))
attempt(lambda: ExceptionGroup("x", [1]))
attempt(lambda: ExceptionGroup("x", [ValueError]))
attempt(lambda: ExceptionGroup("x", [KeyboardInterrupt()]))
attempt(lambda: ExceptionGroup("x", 5))
attempt(lambda: ExceptionGroup(5, [ValueError()]))
attempt(lambda: ExceptionGroup("x"))
attempt(lambda: ExceptionGroup())


def shape(x):
    if x is None: return None
    if isinstance(x, BaseExceptionGroup): return [x.message] + [shape(e) for e in x.exceptions]
    return f"{type(x).__name__}{x.args}"


print(shape(g.subgroup(ValueError)), shape(g.subgroup(TypeError)), shape(g.subgroup((KeyError, OSError))), shape(g.subgroup(lambda e: isinstance(e, ValueError) and e.args[0] == 2)))
match_, rest = g.split(ValueError)
print(shape(match_), shape(rest), shape(g.split(Exception)[0]), g.split(TypeError)[0], shape(g.split(lambda e: isinstance(e, ExceptionGroup) and e.message == "mid")[0]))
attempt(lambda: g.split(5))
attempt(lambda: g.subgroup("x"))


class Mine(ExceptionGroup):
    def __new__(cls, message, excs, code=0):
        self = super().__new__(cls, message, excs)
        self.code = code
        return self

    def derive(self, excs):
        return Mine(self.message + "*", excs, self.code + 1)


m = Mine("mine", [ValueError("a"), TypeError("b")], 5)
sub = m.subgroup(TypeError)
print(type(sub).__name__, sub.code, sub.message, shape(sub), repr(m), isinstance(m, ExceptionGroup))
try:
    try:
        raise m
    except* ValueError as part:
        print("star", type(part).__name__, part.code, shape(part))
except Mine as left:
    print("left", left.code, shape(left))
try:
    raise ExceptionGroup("plain except", [KeyError("x")])
except ExceptionGroup as e:
    print("caught whole", shape(e))
try:
    raise g
except (ValueError, OSError):
    print("never")
except Exception as e:
    print("as Exception", type(e).__name__)


def run_all(tasks):
    errors, results = [], []
    for t in tasks:
        try:
            results.append(t())
        except Exception as e:
            errors.append(e)
    if errors:
        raise ExceptionGroup(f"{len(errors)} of {len(tasks)} failed", errors)
    return results


def total(tasks):
    counts = {}
    try:
        return run_all(tasks)
    except* ArithmeticError as a:
        counts["arith"] = [type(e).__name__ for e in a.exceptions]
    except* LookupError as l:
        counts["lookup"] = len(l.exceptions)
    return counts


print(total([lambda: 1, lambda: 2]), total([lambda: 1 / 0, lambda: [][1], lambda: {}["x"], lambda: 3]))
n = ExceptionGroup("noted", [ValueError()])
n.add_note("a note")
print(n.__notes__, n.subgroup(ValueError).__notes__, n.exceptions[0].__context__)
attempt(lambda: setattr(n, "exceptions", ()))
try:
    try:
        raise ExceptionGroup("eg", [ValueError("x")])
    except* ValueError:
        raise
except ExceptionGroup as e:
    print("reraised", shape(e))
try:
    try:
        1 / 0
    except* ZeroDivisionError as eg:
        raise RuntimeError("new") from eg
except Exception as e:
    print(shape(e), shape(e.__cause__))
