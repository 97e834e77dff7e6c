# Float arithmetic, printing, special values and rounding.
values = [0.0, -0.0, 1.0, -1.5, 0.1, 1 / 3, 1e16, 1e15 + 0.3, 1.7976931348623157e308, 5e-324, 2.2250738585072014e-308, 1e-5, 1e-4, 123456.789, 1e21, 1e22, 1e23, 4.35, 0.3, 2.675, 100.0, 1e5, 3.141592653589793, float("inf"), float("-inf"), float("nan")]
for v in values:
    print(v, repr(v), f"{v:.3f}", f"{v:g}", f"{v:e}", f"{v:.0f}", str(v).upper(), v == v, v > 0, bool(v), "%.2f" % v, "%g" % v)
print(0.1 + 0.2, 0.1 * 3, 1 - 0.9, 1e16 + 1, 1e308 * 10, -1e308 * 10, 5e-324 / 2, 0.1 + 0.7, 1.1 * 1.1, 4.35 * 100, 1.0 / 3 * 3)
for a, b in ((7.5, 2), (-7.5, 2), (7.5, -2), (-7.5, -2), (1e20, 3), (0.0, 5), (-0.0, 5), (5, float("inf")), (-5, float("inf")), (0.3, 0.1), (1, 0.1)):
    print(a, b, a // b, a % b, divmod(a, b), a / b, a * b, a - b)
inf, nan = float("inf"), float("nan")
print(inf - inf, inf * 0, inf / inf, inf // 1, inf % 5, 5 % inf, nan + 1, max(nan, 1), max(1, nan), min(1, nan), sorted([3, 1, 2.5, -inf, inf]), inf == inf, inf > 10 ** 1000, -inf < -10 ** 1000, nan != nan, 1 ** nan, nan ** 0, inf ** 0, (-1) ** inf if False else "", 0 * inf, abs(-inf), -nan != -nan)
print(2.0 ** 10, 2.0 ** -1, (-2.0) ** 3, 4 ** 0.5, (-8) ** (1 / 3), 0.0 ** 0, 2 ** 0.5 * 2 ** 0.5, 1e-200 ** 2, 10 ** -3, (-2) ** -3, 9.0 ** 0.5)
print([round(x) for x in (0.5, 1.5, 2.5, -0.5, -1.5, 2.4999, 1e20, -2.7)], [round(x, 1) for x in (0.25, 0.35, 0.45, -0.25, 1.05, 123.456)], round(1234.567, -2), round(1e300, -299), round(0.1 + 0.2, 15), round(2.5, 0), round(-0.4), type(round(1.0)), type(round(1.0, 0)), round(5e-324, 400), round(1.5e308, -400))
print(int(3.99), int(-3.99), int(1e20), int(1e300) % 1000, float(10 ** 15), float(2 ** 60 + 1), float("1e-400"), float("  -1.5e+3  "), 3.0 == 3, hash(3.0) == hash(3), 0.5 in [0.5], {0.5: "half"}[1 / 2], {1.0: "a", 1: "b"}, 3.0 .is_integer(), (3.5).is_integer(), (-2.5).as_integer_ratio(), (1e-3).as_integer_ratio(), (255.5).hex(), (-0.1).hex(), (0.0).hex(), inf.hex(), float.fromhex("0x1p-2"), float.fromhex("inf"))
print(sum([0.1] * 10), sum([1e16, 1, -1e16]), sum([0.1, 0.2, 0.3, -0.6]), sum([1, 0.5, True]), sum([10 ** 400, 1]) > 0)


def mean(xs): return sum(xs) / len(xs)
def std(xs):
    m = mean(xs)
    return (sum((x - m) ** 2 for x in xs) / (len(xs) - 1)) ** 0.5


def newton(f, df, x, tol=1e-12):
    steps = 0
    while abs(f(x)) > tol and steps < 100:
        x -= f(x) / df(x)
        steps += 1
    return x, steps


def simpson(f, a, b, n=100):
    h = (b - a) / n
    return h / 3 * sum((1 if i in (0, n) else 4 if i % 2 else 2) * f(a + i * h) for i in range(n + 1))


data = [2, 4, 4, 4, 5, 5, 7, 9]
print(mean(data), std(data), newton(lambda x: x * x - 2, lambda x: 2 * x, 1.0), simpson(lambda x: x ** 3, 0, 2), [x / 10 for x in range(5)], [i * 0.1 for i in range(6)], 0.1 * 3 == 0.3, abs(0.1 * 3 - 0.3) < 1e-9)
x = 1.0
for _ in range(60): x /= 3
print(x, x * 3 ** 60, 1e16 - 1, 9007199254740993, 9007199254740993.0, 1.0 + 2 ** -53, 1.0 + 2 ** -52, 123456789 * 1e-9, 1e2, 1E2, 1_000.5, .5e-3)
