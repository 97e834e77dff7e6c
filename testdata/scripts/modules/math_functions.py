# math: every function with edge values and errors.
import math


def attempt(f):
    try:
        print(repr(f()))
    except Exception as e:
        print(type(e).__name__ + ":", e)


print(math.pi, math.e, math.tau, math.inf, math.nan)
print(math.ceil(1.2), math.floor(-1.2), math.trunc(-1.9), math.fabs(-2), math.copysign(3, -0.0), math.fmod(-7, 3), math.remainder(7, 4), math.modf(2.75), math.modf(-2.75), math.frexp(8.5), math.ldexp(0.75, 3))
print(math.sqrt(2), math.isqrt(99), round(math.cbrt(27), 12), math.pow(2, 0.5), math.exp(1), math.expm1(1e-9), math.exp2(10), math.log(10), math.log(8, 2), math.log2(1024), math.log10(1000), math.log1p(1e-9), math.log(10 ** 400))
print([round(f(0.5), 12) for f in (math.sin, math.cos, math.tan, math.asin, math.acos, math.atan, math.sinh, math.cosh, math.tanh, math.asinh, math.atanh, math.erf, math.erfc, math.gamma, math.lgamma)], round(math.acosh(2), 12), round(math.atan2(1, -1), 12), math.hypot(3, 4), math.hypot(1, 2, 2), math.dist((0, 0), (3, 4)), math.degrees(math.pi), round(math.radians(180), 12))
print(math.gcd(12, 18), math.gcd(), math.gcd(-4, 6, 8), math.lcm(4, 6), math.lcm(), math.lcm(0, 5), math.factorial(20), math.comb(5, 2), math.comb(2, 5), math.perm(5, 2), math.perm(4), math.prod([1, 2, 3]), math.prod([], start=5), math.prod([1.5, 2]), math.fsum([0.1] * 10), math.sumprod([1, 2], [3, 4]))
print(math.isnan(math.nan), math.isinf(-math.inf), math.isfinite(1), math.isclose(1, 1 + 1e-10), math.isclose(1, 1.1), math.isclose(1, 1.1, rel_tol=0.2), math.isclose(0, 1e-12), math.isclose(0, 1e-12, abs_tol=1e-9), math.nextafter(1, 2), math.ulp(1.0), math.fma(2, 3, 4))
print(math.floor(10 ** 30), math.ceil(5), type(math.floor(2.5)), math.sqrt(10 ** 40), math.isqrt(10 ** 40), math.log2(2 ** 200), math.gcd(2 ** 100, 2 ** 60), math.copysign(1, math.nan) in (1.0, -1.0), math.floor(True), math.sqrt(True))
for f in (lambda: math.sqrt(-1), lambda: math.log(0), lambda: math.log(-1), lambda: math.log(5, 1), lambda: math.asin(2), lambda: math.exp(1000), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.isqrt(-1), lambda: math.comb(-1, 1), lambda: math.pow(0, -1), lambda: math.fmod(1, 0), lambda: math.floor(math.inf), lambda: math.ceil(math.nan), lambda: math.gamma(0), lambda: math.sqrt("4"), lambda: math.floor("x"), lambda: math.gcd(1.5), lambda: math.sin(), lambda: math.sin(1, 2), lambda: math.prod(5), lambda: math.dist((1,), (1, 2)), lambda: math.atanh(1), lambda: math.acosh(0.5), lambda: math.log10(0), lambda: math.log2(-1), lambda: math.ldexp(1, 10000), lambda: math.remainder(1, 0), lambda: math.fsum(["a"]), lambda: math.perm(-1), lambda: math.isclose(1, 2, rel_tol=-1), lambda: math.sqrt(None), lambda: math.nope, lambda: math.cos(math.inf), lambda: math.hypot("a"), lambda: math.trunc("x"), lambda: math.sumprod([1], [1, 2]), lambda: math.lcm(1.0)):
    attempt(f)


class C:
    def __ceil__(self): return "ceil"
    def __floor__(self): return "floor"
    def __trunc__(self): return "trunc"
    def __float__(self): return 4.0
    def __index__(self): return 12


print(math.ceil(C()), math.floor(C()), math.trunc(C()), math.sqrt(C()), math.gcd(C(), 8), math.factorial(C()))
print(math.sin(0.0), math.cos(0), math.exp(0), math.log(1), math.sqrt(0), math.pow(math.inf, 0), math.pow(1, math.nan), math.fmod(5.5, 2), math.atan2(0, -1), math.atan2(-0.0, -1), math.hypot(math.inf, math.nan), math.exp(-1000))
