# ZeroDivisionError, OverflowError and their exact words.
def show(f):
    try:
        print("ok", f())
    except Exception as e:
        print(type(e).__name__, "|", e)


import math
for f in (lambda: 1 / 0, lambda: 1 // 0, lambda: 1 % 0, lambda: 1.0 / 0, lambda: 1.0 // 0, lambda: 1.0 % 0, lambda: 1 / 0.0, lambda: 1 // 0.0, lambda: 1 % 0.0, lambda: divmod(1, 0), lambda: divmod(1.0, 0), lambda: 0 ** -1, lambda: 0.0 ** -1, lambda: 0 ** -1.5, lambda: pow(2, 3, 0), lambda: 1j / 0, lambda: 0j ** -1, lambda: True / False, lambda: 10 ** 30 // 0, lambda: 10 ** 30 % 0, lambda: 10 ** 30 / 0):
    show(f)
for f in (lambda: 10.0 ** 400, lambda: float(10 ** 400), lambda: 10 ** 400 + 1.0, lambda: 10 ** 400 / 3, lambda: 10 ** 400 / 10 ** 399, lambda: int(float("inf")), lambda: int(float("nan")), lambda: round(float("inf")), lambda: math.exp(1000), lambda: math.floor(float("inf")), lambda: math.factorial(-1), lambda: math.sqrt(-1), lambda: math.log(0), lambda: 1 << -1, lambda: 1 >> -1, lambda: 1 << 10 ** 20, lambda: 0 << 10 ** 20, lambda: 5 >> 10 ** 20, lambda: 1.5e308 * 10, lambda: -1.5e308 * 10, lambda: (-1) ** 0.5, lambda: (256).to_bytes(1, "big"), lambda: (-1).to_bytes(1, "big"), lambda: chr(10 ** 20), lambda: bytes(10 ** 20), lambda: "a" * 10 ** 20, lambda: range(10 ** 20).__len__(), lambda: [1][10 ** 20], lambda: float("1e999"), lambda: 2 ** 0.5 ** 1000, lambda: 1e200 ** 2, lambda: int("1" * 5000), lambda: pow(2, -1, 4), lambda: math.comb(-1, 2), lambda: math.pow(10, 400), lambda: math.gamma(200), lambda: math.acos(2)):
    show(f)


def integers(n):
    try:
        return 10 // n
    except ZeroDivisionError as e:
        return str(e)
    except TypeError as e:
        return "type: " + str(e)
    else:
        return "else"


print([integers(n) for n in (3, 0, 0.0, "a", True, False, None)])
total = 0
for d in (1, 0, 2, 0):
    try:
        total += 10 / d
    except ArithmeticError as e:
        total -= 1
        print(type(e).__mro__[1].__name__)
print(total)


def mean(values):
    assert isinstance(values, list), "need a list"
    return sum(values) / len(values)


for v in ([1, 2], [], (1,), ["a"]):
    show(lambda: mean(v))
def aug():
    x = 5
    x //= 0
def aug_mod():
    x = 5.5
    x %= 0
def aug_div():
    x = [1]
    x[0] /= 0
for f in (aug, aug_mod, aug_div):
    show(f)
