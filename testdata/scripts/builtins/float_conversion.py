# float(): text, objects, methods, special values and messages.
def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


for text in ("1.5", " 2 ", "-.5", "5.", "1e3", "1E-3", "1_0.5", "inf", "-Infinity", "nan", "+NaN", "٣.٥", "1e400", "0x10", "", "abc", "1.2.3", "1e", "--1", "1 2", "infinit", "1_", None, [], 10 ** 400, b"2.5", True, 2 ** 60 + 1):
    attempt(lambda: float(text))
attempt(float)
attempt(lambda: float(x=1))
attempt(lambda: float(1, 2))
attempt(lambda: float(1j))


class F:
    def __float__(self): return 1.25


class X:
    def __index__(self): return 9


class Bad:
    def __float__(self): return 3


attempt(lambda: float(F()))
attempt(lambda: float(X()))
attempt(lambda: float(Bad()))
print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (0.1).hex(), float.fromhex("0x1.8p1"), float.fromhex("-0x.8"), (2.5).real, (2.5).imag, (2.5).conjugate())
attempt(lambda: float("inf").as_integer_ratio())
attempt(lambda: float("nan").as_integer_ratio())
attempt(lambda: float.fromhex("zz"))
for x in (0.1, 1 / 3, 1e16, 1e15, 123456789012345680.0, 1e-5, 0.0001, 1e21, 1.0, -0.0, 100.0, 1e300 * 10, 2.5e-310, 0.1 + 0.2, 1234567.891, 9007199254740993.0):
    print(x, end=" ")
print()
print(1e308 * 10, -1e308 * 10, float("inf") - float("inf"), 0.0 == -0.0, str(float("-inf")))
attempt(lambda: 1.0 / 0)
attempt(lambda: 1.0 // 0)
attempt(lambda: 1.0 % 0)
attempt(lambda: 0.0 ** -1)
attempt(lambda: 10.0 ** 400)
attempt(lambda: (-8.0) ** (1 / 3))
attempt(lambda: round(float("nan")))
attempt(lambda: round(float("inf")))
attempt(lambda: int(float("-inf")))
attempt(lambda: divmod(1.0, 0.0))
print(5.5 // 2, -5.5 // 2, 5.5 % -2, divmod(-5.5, 2), 2.0 ** 0.5, 1e3 // 7, -0.0 + 0, 3.0 * 2, 7 / 2.0)
print(hash(1.0) == hash(1), hash(2.5) == hash(2.5), {1: "a"}[1.0], float("inf") > 10 ** 400, 1.5 in [1, 1.5])
print(sum([0.1] * 10), max(1, 1.0), max(1.0, 1), min(float("nan"), 1), abs(-2.5), float(3).__class__.__name__)
