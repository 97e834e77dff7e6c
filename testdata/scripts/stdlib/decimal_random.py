# Pseudo-random operations in many contexts, as digests of results and flags, with a sample.
import decimal
from decimal import Decimal as D, Context

MODES = [decimal.ROUND_UP, decimal.ROUND_DOWN, decimal.ROUND_CEILING, decimal.ROUND_FLOOR, decimal.ROUND_HALF_UP,
         decimal.ROUND_HALF_DOWN, decimal.ROUND_HALF_EVEN, decimal.ROUND_05UP]
FLAGS = [decimal.InvalidOperation, decimal.DivisionByZero, decimal.Overflow, decimal.Underflow, decimal.Subnormal,
         decimal.Inexact, decimal.Rounded, decimal.Clamped]
SPECIAL = ['0', '-0', '0E+10', '0E-12', '-0E+999999999', 'Infinity', '-Infinity', 'NaN', '-NaN123456789', 'sNaN', 'sNaN7', '1', '-1', '1.000',
           '10', '1E+3', '0.1', '9.99', '99999', '5', '0.5', '2', '-3', '1E-30', '1E+30', '9.9999999999999999999999999999999']


class Random:
    def __init__(self, seed):
        self.state = seed

    def below(self, n):
        self.state = (self.state * 6364136223846793005 + 1442695040888963407) % 2 ** 64
        return (self.state >> 33) % n


r = Random(2024)


def number(width, spread):
    if r.below(7) == 0:
        return D(SPECIAL[r.below(len(SPECIAL))])
    digits = ''.join(str(r.below(10)) for _ in range(1 + r.below(width)))
    if r.below(4) == 0:
        digits += '0' * r.below(6)
    return D(('-' if r.below(3) == 0 else '') + digits + 'E' + str(r.below(2 * spread + 1) - spread))


def context(wide):
    prec = [1, 2, 3, 5, 9, 16, 28, 50][r.below(8)]
    edge = 999999999999999999 if wide else [5, 20, 100, 425000][r.below(4)]
    return Context(prec=prec, rounding=MODES[r.below(8)], Emin=-edge, Emax=edge, clamp=r.below(2), traps=[])


def digest(h, s):
    for c in s:
        h = (h * 31 + ord(c)) % 1000000007
    return h


def outcome(c, f):
    try:
        v = f(c)
    except Exception as e:
        v = type(e).__name__ + ': ' + str(e)
    return str(v) + ' ' + ''.join('1' if c.flags[f] else '0' for f in FLAGS)


def run(name, operands, f, times=90, width=34, spread=40, keep=12, wide=lambda i: i % 9 == 0):
    h = 7
    sample = ''
    for i in range(times):
        far = wide(i)
        c = context(far)
        x = [number(width, 10 ** 18 - 1 if far and r.below(2) else spread) for _ in range(operands)]
        line = outcome(c, lambda c: f(c, *x))
        h = digest(h, line)
        if i % keep == 0:
            sample = line
    print(name, h, sample)


UNARY = ['abs', 'plus', 'minus', 'sqrt', 'logb', 'normalize', 'to_integral_value', 'to_integral_exact', 'next_plus', 'next_minus',
         'number_class', 'is_normal', 'is_subnormal', 'create_decimal', 'logical_invert', 'to_sci_string', 'to_eng_string']
BINARY = ['add', 'subtract', 'multiply', 'divide', 'divide_int', 'remainder', 'remainder_near', 'divmod', 'quantize', 'compare', 'compare_signal',
          'compare_total', 'compare_total_mag', 'max', 'min', 'max_mag', 'min_mag', 'next_toward', 'same_quantum', 'copy_sign', 'scaleb', 'shift',
          'rotate', 'logical_and', 'logical_or', 'logical_xor']
for name in UNARY:
    run(name, 1, lambda c, x: getattr(c, name)(x))
for name in BINARY:
    run(name, 2, lambda c, x, y: getattr(c, name)(x, y), times=150)
run('fma', 3, lambda c, x, y, z: c.fma(x, y, z), times=150)
for name, spread in (('exp', 4), ('ln', 40), ('log10', 40)):
    run(name, 1, lambda c, x: getattr(c, name)(x if name == 'exp' or r.below(5) else abs(x)), times=150, width=20, spread=spread)
    run(name + ' near', 1, lambda c, x: getattr(c, name)(1 + x / 10 ** 30 if x.is_finite() else x), times=60, width=5, spread=8, wide=lambda i: False)


def power(c, x, y):
    c.rounding = decimal.ROUND_HALF_EVEN
    return c.power(x, y)


run('power', 2, power, times=200, width=12, spread=3)
run('power of int', 1, lambda c, x: power(c, x, r.below(60) - 25), times=200, width=6, spread=4)
run('power of exact', 1, lambda c, x: power(c, x, r.below(9)), times=150, width=3, spread=4)
run('power mod', 0, lambda c: c.power(r.below(10 ** 6) - 10 ** 5, r.below(10 ** 9), r.below(2 ** 20) - 1000), times=60)
run('shift small', 1, lambda c, x: c.shift(x, r.below(2 * c.prec + 1) - c.prec))
run('rotate small', 1, lambda c, x: c.rotate(x, r.below(2 * c.prec + 1) - c.prec))
run('scaleb small', 1, lambda c, x: c.scaleb(x, r.below(61) - 30))
run('scaleb far', 1, lambda c, x: c.scaleb(x, r.below(4 * 10 ** 18) - 2 * 10 ** 18), wide=lambda i: True)
run('quantize near', 1, lambda c, x: c.quantize(x, D(1).scaleb(r.below(21) - 10)), spread=10, width=20)
run('bits', 0, lambda c: c.logical_xor(D(''.join(str(r.below(2)) for _ in range(1 + r.below(12)))), D(''.join(str(r.below(2)) for _ in range(9)))))
run('compared', 2, lambda c, x, y: [x == y, x != y] + [x.is_nan() or y.is_nan() or (x < y, x <= y, x > y, x >= y)] if not x.is_snan() and not y.is_snan() else 0, times=150)
run('hash', 1, lambda c, x: 0 if x.is_nan() else hash(x), times=150)
run('tuple', 1, lambda c, x: x.as_tuple())
run('float', 1, lambda c, x: float(x))
run('int', 1, lambda c, x: int(x), wide=lambda i: False)
run('ratio', 1, lambda c, x: x.as_integer_ratio(), wide=lambda i: False)
run('format', 1, lambda c, x: [format(x, s) for s in ('', '.3f', '.2e', 'g', '.4g', ',', '.0%')] if x.is_finite() and abs(x.adjusted()) < 300 and abs(x.as_tuple().exponent) < 300 else str(x))

EDGE = 999999999999999999
for prec in (3, 28):
    c = Context(prec=prec, Emin=-EDGE, Emax=EDGE, traps=[])
    big, tiny = D('9.99E+%d' % EDGE), D('1E-%d' % (EDGE + prec - 1))
    for f in (lambda c: c.multiply(big, big), lambda c: c.add(big, big), lambda c: c.multiply(tiny, tiny), lambda c: c.divide(tiny, 3), lambda c: c.divide(big, tiny),
              lambda c: c.exp(D('2.3E+18')), lambda c: c.exp(D('2.302585092994045684E+18')), lambda c: c.exp(D('2.302585092994045682E+18')), lambda c: c.exp(D('1E+19')),
              lambda c: c.exp(D('-2.302585092994045684E+18')), lambda c: c.exp(D('-1E+30')), lambda c: c.exp(tiny), lambda c: c.exp(-tiny), lambda c: c.ln(big), lambda c: c.ln(tiny), lambda c: c.log10(big),
              lambda c: c.log10(tiny), lambda c: c.sqrt(big), lambda c: c.sqrt(tiny), lambda c: c.power(big, 2), lambda c: c.power(tiny, 2), lambda c: c.power(D(10), EDGE),
              lambda c: c.power(D(10), -EDGE), lambda c: c.power(D(10), EDGE + 1), lambda c: c.power(D(2), EDGE), lambda c: c.power(D('1.5'), D('1E+16')), lambda c: c.power(big, D('0.5')),
              lambda c: c.power(tiny, D('0.5')), lambda c: c.power(D('0.5'), D('1E+30')), lambda c: c.power(D(2), D('1E-999999999')), lambda c: c.power(D('1.000'), 5),
              lambda c: c.power(D('1.000'), -5), lambda c: c.power(D(1), D('0.5')), lambda c: c.power(D('1.00'), D('Infinity')), lambda c: c.power(D(1), D('1E+50')),
              lambda c: c.power(D(-1), D('1E+50')), lambda c: c.power(D(-1), 10 ** 18 + 1), lambda c: c.power(D(10), D('1E+10')), lambda c: c.power(D(4), D('0.5')), lambda c: c.power(D(32), D('0.2')),
              lambda c: c.power(D('0.25'), D('-0.5')), lambda c: c.power(D('1E+10'), D('0.1')), lambda c: c.power(D(8), D('0.125')), lambda c: c.power(D('0.008'), D('-0.4')),
              lambda c: c.next_plus(big), lambda c: c.next_minus(tiny), lambda c: c.next_minus(D('-Infinity')), lambda c: c.next_toward(tiny, -1), lambda c: c.create_decimal('1E+99999999999999999999'),
              lambda c: c.create_decimal('1E-99999999999999999999'), lambda c: c.create_decimal('0E+99999999999999999999'), lambda c: c.create_decimal('NaN123456'),
              lambda c: c.remainder(big, 7), lambda c: c.remainder_near(D(10), 6), lambda c: c.remainder(D(7), big), lambda c: c.to_integral_value(tiny), lambda c: c.logb(big)):
        c.clear_flags()
        print(outcome(c, f))
for text in ('1E+1000000000000000000', '1E+999999999999999999', '1E-1999999999999999997', '1E-1999999999999999998', '0E+1000000000000000000', '10E+999999999999999999', '1E+99999999999999999999999'):
    for make in (lambda: D(text), lambda: D((0, (1,), int(text.split('E')[1])))):
        try:
            print(make())
        except Exception as e:
            print(type(e).__name__, e)
print(float(D('1E+999999999999999999')), float(D('-1E-999999999999999999')), int(D('1E-999999999999999999')), D('1E+999999999999999999') > D('1E+999999999999999998'),
      hash(D('1E+999999999999999999')), hash(D('3E-1999999999999999997')), D('1E+999999999999999999') == 5, D('1E-999999999999999999').as_tuple())
for f in (lambda: int(D('1E+999999999999999999')), lambda: Context(prec=decimal.MAX_PREC).divide(1, 3), lambda: Context(prec=decimal.MAX_PREC).sqrt(2)):
    try:
        print(f())
    except (MemoryError, decimal.InvalidOperation) as e:
        print(type(e).__name__)
