# Every mix of where an exception starts and how the parts of try leave.
def run(where, how):
    trace = []

    def act(place):
        trace.append(place)
        if place == where:
            if how == "raise":
                raise LookupError(place)
            return True
        return False

    def body():
        for turn in range(2):
            try:
                if act("try"):
                    if how == "return": return "R-try"
                    if how == "break": break
                    if how == "continue": continue
                if where in ("except", "except-finally"):
                    raise KeyError("trigger")
            except KeyError as e:
                if act("except"):
                    if how == "return": return "R-except"
                    if how == "break": break
                    if how == "continue": continue
            else:
                if act("else"):
                    if how == "return": return "R-else"
                    if how == "break": break
                    if how == "continue": continue
            finally:
                if act("finally"):
                    if how == "return": return "R-finally"
                    if how == "break": break
                    if how == "continue": continue
            trace.append("after")
        else:
            trace.append("loop-else")
        return "end"

    try:
        result = body()
    except LookupError as e:
        result = "exc " + type(e).__name__ + " " + str(e)
    return result, trace


for where in ("try", "except", "else", "finally"):
    for how in ("pass", "return", "break", "continue", "raise"):
        print(where, how, *run(where, how))


def finally_sees(mode):
    status = "unset"
    try:
        try:
            if mode == 1:
                raise ValueError(mode)
            status = "set"
        finally:
            saved = status
    except ValueError:
        return saved, "caught"
    return saved, "ok"


print(finally_sees(0), finally_sees(1))


def chain_of_finally():
    out = []
    try:
        try:
            try:
                return out
            finally:
                out.append(1)
                raise KeyError("from finally 1")
        finally:
            out.append(2)
    except KeyError as e:
        out.append(str(e))
    finally:
        out.append(3)
    return out + ["fell out"]


print(chain_of_finally())
