# exit: 1
# An exception without a message shows only its name.
class Outer:
    class Problem(Exception):
        pass


for e in (ValueError(), ValueError(""), ValueError(None), KeyError(), KeyError("k"), OSError(2, "gone"), OSError(2, "gone", "f.txt")):
    print(type(e).__name__, repr(str(e)), repr(e))
raise Outer.Problem
