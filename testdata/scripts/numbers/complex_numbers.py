# Complex numbers: arithmetic, printing, comparison, functions.
a, b = 3 + 4j, 1 - 2j
print(a + b, a - b, a * b, a / b, a ** 2, a ** 0.5, a ** b, -a, +a, abs(a), a.real, a.imag, a.conjugate(), a == 3 + 4j, a != b, hash(3 + 0j) == hash(3), complex(3) == 3, 2 + a, 2.5 * a, a - 1, 1 / a, bool(0j), bool(1j), a == "x")
for z in (0j, 1j, -1j, 1 + 0j, -0.0 + 0j, complex(0, -0.0), 1.5 - 2.5j, 1e20 + 1e-20j, complex("inf"), complex(float("nan"), float("-inf")), 1e16j, complex(-0.0, -0.0)):
    print(z, repr(z), str(z), f"{z}", [z], z * 2, z.imag)
print(complex("1+2j"), complex(" -3.5j "), complex("(1-2j)"), complex("1e3+1e-3j"), complex("inf-nanj"), complex(1.5, 2), complex(1j, 2j), complex(real=1, imag=2), complex(True), complex("j"), complex("+J"))
for f in (lambda: a < b, lambda: complex("1 + 2j"), lambda: complex("x"), lambda: complex([]), lambda: complex("1", 2), lambda: int(a), lambda: float(a), lambda: a // b, lambda: a % b, lambda: divmod(a, b), lambda: round(a), lambda: 1 / 0j, lambda: 0j ** -1, lambda: 0j ** 1j, lambda: max(a, b), lambda: [1][0j], lambda: a & 1, lambda: ~a, lambda: a > 1, lambda: setattr(a, "real", 5), lambda: complex(1, "2"), lambda: f"{a:d}", lambda: f"{a:010}", lambda: range(1j), lambda: "%d" % a, lambda: 1e308j * 10, lambda: pow(1j, 2, 3), lambda: complex(), lambda: complex(1, 2, 3), lambda: math_floor(a), lambda: sorted([1j, 2])):
    def math_floor(z):
        import math
        return math.floor(z)
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
print(f"{a:.1f} {a:+.2e} {a:>12} {a:<12}| {a:^12} {a:g} {1234567j:,} {a!r:>10}", "%s" % a, "{:.3f}".format(a / 7), format(a, ""), [1j] * 2, (1j,), {1j: 1}, sum([1j, 2, 0.5]), 1j ** 2 == -1, 1j * 1j, (1 + 1j) ** 8, 2 ** 1j == complex(2) ** 1j, isinstance(1j, complex), type(1j + 1), type(1j * 0), complex.conjugate(a), 3 + 4j in [a], 0j == 0, 0j == False)


def mandel(c, limit=30):
    z = 0
    for n in range(limit):
        if abs(z) > 2: return n
        z = z * z + c
    return limit


for y in range(6, -7, -2):
    print("".join(" .:-=+*#%@"[mandel(complex(x / 12, y / 6)) // 3 - 1] for x in range(-26, 9)))


def roots(a, b, c):
    d = (b * b - 4 * a * c) ** 0.5 if b * b >= 4 * a * c else complex(0, (4 * a * c - b * b) ** 0.5)
    return (-b + d) / (2 * a), (-b - d) / (2 * a)


print(roots(1, -3, 2), roots(1, 2, 5), roots(1, 0, 1))


class C(complex):
    def __abs__(self): return "abs"


print(C(1, 2), abs(C(3, 4)), C(1) + 1, type(C(1) + 1).__name__, a.__class__, (1j).__add__(1), complex(C(5, 6)))
class HasComplex:
    def __complex__(self): return 1 + 1j
class HasFloat:
    def __float__(self): return 2.5
print(complex(HasComplex()), complex(HasFloat()), complex(HasFloat(), 1))
