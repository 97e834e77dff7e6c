# format() and __format__ for every built-in kind.
def attempt(v, spec):
    try:
        print(repr(format(v, spec)))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for spec in ("", "d", "5", "<5", "^5", "05", "+", " ", "x", "X", "#x", "#o", "#b", "b", "c", ",", "_", "_x", "e", ".2f", "%", "n", "g", "=+6", "*^9,", "#010x", "010,", "-d", "z"):
    attempt(65, spec)
for spec in ("", "f", ".0f", ".3", "e", ".2E", "g", ".3g", "G", "%", ".1%", "+.2f", "08.2f", ",.2f", "_.2f", "n", "10", "<10", "^10.1f", "#.0f", "z.1f", "F", "x", "d", "#g", "=10", "s", ".1,f"):
    attempt(-1234.5678, spec)
for spec in ("", "s", "10", ">10", "*^10", ".2", "5.1", "<3", "d", "=5", "+", ",", "010", "x>5s", "#s"):
    attempt("héy", spec)
for v in (0.0, -0.0, float("inf"), float("-inf"), float("nan")):
    print([format(v, s) for s in ("", "f", "e", "g", "+", "08", "%", "z.0f")])
for v in (1e10, 123456.0, 0.00012345, 1e-10, 100000.0, 1000000.0, 1.5, 2 / 3):
    print([format(v, s) for s in ("g", ".3g", "e", "f", "", ".10", "#.3g")])
print(format(True), format(True, "d"), format(True, "5"), format(False, "s") if False else "", format(None), format([1]), format(10 ** 25, ","), format(2 ** 64, "x"), format(-255, "#x"), format(-5, "b"), format(-5, "08b"), format(1234567, "15_d"), format(0, ",d"))
attempt(None, "5")
attempt([1], "5")
attempt({}, "x")
attempt(len, ">3")
attempt(1j, ".2f")
attempt(3 - 4j, "")
attempt(5, 5)
attempt(1, "1" * 30)
attempt(1, ".")
attempt(1.5, ".")
attempt(1, "{}")
attempt(1, "5 ")
attempt(300, "c")
attempt(0x110000, "c")
attempt(3, ",c")
attempt(3, "+c")
attempt(3, ".2d")
attempt(3.5, ",_")
attempt(object(), "x") if False else None


class Temp:
    def __init__(self, c): self.c = c
    def __format__(self, spec):
        if spec.endswith("F"): return format(self.c * 9 / 5 + 32, spec[:-1] or ".1f") + "F"
        if not spec: return str(self)
        return format(self.c, spec) + "C"
    def __str__(self): return f"Temp({self.c})"


t = Temp(21.55)
print(format(t), format(t, "F"), format(t, ".0f"), "{:8.1f}|{!s:>12}|{:F}".format(t, t, t), f"{t:.2F}")


class Bad:
    def __format__(self, spec): return 5


attempt(Bad(), "")
attempt(Bad, "")
