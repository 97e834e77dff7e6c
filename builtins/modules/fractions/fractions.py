import math as _math
import numbers as _numbers
import operator as _operator
import re as _re
import sys as _sys

__all__ = ['Fraction']

# The digits of a number, in groups that single underscores part.
_DIGITS = _re.compile(r'\d+(?:_\d+)*')

_SPEC = _re.compile(r"""
    (?:(?P<fill>.)?(?P<align>[<>=^]))?
    (?P<sign>[-+ ]?)
    (?P<no_neg_zero>z)?
    (?P<alt>\#)?
    (?P<zeropad>0(?=[0-9]))?
    (?P<width>[0-9]+)?
    (?P<sep>[,_])?
    (?:\.(?P<precision>[0-9]+))?
    (?P<kind>[eEfFgG%]?)
""", 64 | 16)  # VERBOSE | DOTALL: the members themselves would make the class of flags at import

_hash = _sys.hash_info


def _half_even(n, d):
    """n / d rounded to an int, ties to even; d > 0."""
    q, r = divmod(n, d)
    if r * 2 > d or (r * 2 == d and q & 1):
        q += 1
    return q


def _scaled(n, d, exponent):
    """The digits of n / d in units of 10**exponent, rounded half to even."""
    if exponent >= 0:
        return _half_even(n, d * 10 ** exponent)
    return _half_even(n * 10 ** -exponent, d)


def _significant(n, d, figures):
    """(digits, exponent) with n / d ~ digits * 10**exponent and as many figures as asked for; n >= 0."""
    if n == 0:
        return 0, 1 - figures
    size = len(str(n)) - len(str(d))
    if size >= 0:
        m = size + (d * 10 ** size <= n)
    else:
        m = size + (d <= n * 10 ** -size)
    exponent = m - figures
    digits = _scaled(n, d, exponent)
    if len(str(digits)) == figures + 1:
        digits //= 10
        exponent += 1
    return digits, exponent


class Fraction(_numbers.Rational):
    """A rational number: Fraction(n, d), Fraction('n/d'), Fraction(0.25), Fraction(Decimal('1.5'))."""
    __slots__ = ('_numerator', '_denominator')

    def __new__(cls, numerator=0, denominator=None):
        self = super(Fraction, cls).__new__(cls)
        if denominator is None:
            if type(numerator) is int:
                n, d = numerator, 1
            elif isinstance(numerator, _numbers.Rational):
                n, d = numerator.numerator, numerator.denominator
            elif isinstance(numerator, str):
                n, d = cls._read(numerator)
            elif not isinstance(numerator, type) and hasattr(numerator, 'as_integer_ratio'):
                n, d = numerator.as_integer_ratio()
            else:
                raise TypeError("argument should be a string or a Rational instance or have the as_integer_ratio() method")
            self._numerator, self._denominator = n, d
            return self
        if type(numerator) is int and type(denominator) is int:
            n, d = numerator, denominator
        elif isinstance(numerator, _numbers.Rational) and isinstance(denominator, _numbers.Rational):
            n = numerator.numerator * denominator.denominator
            d = denominator.numerator * numerator.denominator
        else:
            raise TypeError("both arguments should be Rational instances")
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
        g = _math.gcd(n, d)
        if d < 0:
            g = -g
        self._numerator, self._denominator = n // g, d // g
        return self

    @staticmethod
    def _read(text):
        """Numerator and denominator of a text: an integer, 'n/d', or a decimal number."""
        invalid = ValueError('Invalid literal for Fraction: %r' % text)

        def whole(digits):
            if not _DIGITS.fullmatch(digits):
                raise invalid
            return int(digits)

        rest = text.strip()
        negative = rest[:1] == '-'
        if rest[:1] in ('-', '+'):
            rest = rest[1:]
        over, slash, under = rest.partition('/')
        if slash:
            n, d = whole(over.rstrip()), whole(under.lstrip())
        else:
            mantissa, e, exponent = rest.replace('E', 'e').partition('e')
            before, point, after = mantissa.partition('.')
            if not before and not after:
                raise invalid
            n = whole(before) if before else 0
            d = 1
            if after:
                places = after.replace('_', '')
                d = 10 ** len(places)
                n = n * d + whole(after)
            if e:
                lower = exponent[:1] == '-'
                power = 10 ** whole(exponent[1:] if exponent[:1] in ('-', '+') else exponent)
                n, d = (n, d * power) if lower else (n * power, d)
        if negative:
            n = -n
        if d == 0:
            raise ZeroDivisionError(f'Fraction({n}, 0)')
        g = _math.gcd(n, d)
        return n // g, d // g

    @classmethod
    def _reduced(cls, n, d):
        """The fraction n / d, which is in lowest terms with d > 0."""
        self = super(Fraction, cls).__new__(cls)
        self._numerator, self._denominator = n, d
        return self

    @classmethod
    def from_float(cls, f):
        """Converts a finite float to a rational number, exactly."""
        if isinstance(f, _numbers.Integral):
            return cls(f)
        if not isinstance(f, float):
            raise TypeError("%s.from_float() only takes floats, not %r (%s)" % (cls.__name__, f, type(f).__name__))
        return cls(*f.as_integer_ratio())

    @classmethod
    def from_decimal(cls, dec):
        """Converts a finite Decimal instance to a rational number, exactly."""
        from decimal import Decimal
        if isinstance(dec, _numbers.Integral):
            dec = Decimal(int(dec))
        elif not isinstance(dec, Decimal):
            raise TypeError("%s.from_decimal() only takes Decimals, not %r (%s)" % (cls.__name__, dec, type(dec).__name__))
        return cls(*dec.as_integer_ratio())

    def is_integer(self):
        """Return True if the Fraction is an integer."""
        return self._denominator == 1

    def as_integer_ratio(self):
        """Return a pair of integers, whose ratio is equal to the original Fraction."""
        return (self._numerator, self._denominator)

    def limit_denominator(self, max_denominator=1000000):
        """Closest Fraction to self with denominator at most max_denominator."""
        if max_denominator < 1:
            raise ValueError("max_denominator should be at least 1")
        if self._denominator <= max_denominator:
            return Fraction(self)
        # Of the continued fraction: the last convergent that fits, and the best semiconvergent behind it.
        before, last = (0, 1), (1, 0)
        rest = self._numerator, self._denominator
        while True:
            whole, left = divmod(*rest)
            after = before[0] + whole * last[0], before[1] + whole * last[1]
            if after[1] > max_denominator:
                break
            before, last, rest = last, after, (rest[1], left)
        steps = (max_denominator - before[1]) // last[1]
        half = before[0] + steps * last[0], before[1] + steps * last[1]
        nearer = last if 2 * rest[1] * half[1] <= self._denominator else half
        return Fraction._reduced(*nearer)

    @property
    def numerator(self):
        return self._numerator

    @property
    def denominator(self):
        return self._denominator

    def __repr__(self):
        return '%s(%s, %s)' % (self.__class__.__name__, self._numerator, self._denominator)

    def __str__(self):
        if self._denominator == 1:
            return str(self._numerator)
        return '%s/%s' % (self._numerator, self._denominator)

    def __format__(self, spec):
        m = _SPEC.fullmatch(spec)
        if m is None or (m['align'] and m['zeropad']):
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        if m['kind']:
            sign, body = self._format_float(m)
        elif m['precision'] is not None or m['zeropad'] or m['no_neg_zero']:
            raise ValueError(f"Invalid format specifier {spec!r} for object of type {type(self).__name__!r}")
        else:
            body = f"{abs(self._numerator):{m['sep'] or ''}}"
            if m['alt'] or self._denominator > 1:
                body += f"/{self._denominator:{m['sep'] or ''}}"
            sign = '-' if self._numerator < 0 else '' if m['sign'] == '-' else m['sign']
        fill, align, width = m['fill'] or ' ', m['align'] or '>', int(m['width'] or '0')
        gap = fill * (width - len(sign) - len(body))
        if align == '>':
            return gap + sign + body
        if align == '<':
            return sign + body + gap
        if align == '^':
            half = len(gap) // 2
            return gap[:half] + sign + body + gap[half:]
        return sign + gap + body

    def _format_float(self, m):
        kind = m['kind']
        precision = int(m['precision'] or '6')
        n, d = self._numerator, self._denominator
        fixed = kind in 'fF%'
        if fixed:
            exponent = -precision
            if kind == '%':
                exponent -= 2
            digits = _scaled(abs(n), d, exponent)
            places = precision
        else:
            figures = max(precision, 1) if kind in 'gG' else precision + 1
            digits, exponent = _significant(abs(n), d, figures)
            fixed = kind in 'gG' and -5 < exponent + figures - 1 < figures
            places = -exponent if fixed else figures - 1
        negative = n < 0
        if m['no_neg_zero'] and digits == 0:
            negative = False
        trim = kind in 'gG' and not m['alt']
        if fixed:
            suffix = '%' if kind == '%' else ''
        else:
            power = exponent + len(str(digits)) - 1 if digits else 0
            suffix = f"{'E' if kind in 'EG' else 'e'}{power:+03d}"
        text = str(digits).zfill(places + 1)
        lead = text[:len(text) - places]
        tail = text[len(text) - places:]
        if trim:
            tail = tail.rstrip('0')
        point = '.' if tail or m['alt'] else ''
        tail = point + tail + suffix
        sign = '-' if negative else '' if m['sign'] == '-' else m['sign']
        sep = m['sep'] or ''
        if m['zeropad']:
            room = int(m['width']) - len(sign) - len(tail)
            count = len(lead)
            while count + ((count - 1) // 3 if sep else 0) < room:
                count += 1
            lead = lead.zfill(count)
        if sep:
            first = 1 + (len(lead) - 1) % 3
            lead = lead[:first] + ''.join(sep + lead[i:i + 3] for i in range(first, len(lead), 3))
        return sign, lead + tail

    # Arithmetic. An operand is a Fraction or an int (exact), a float or a
    # complex (then the fraction is converted), or any other Rational on the
    # left.

    def _arith(self, other, exact, general):
        if isinstance(other, Fraction):
            return exact(self, other)
        if isinstance(other, int):
            return exact(self, Fraction._reduced(int(other), 1))
        if isinstance(other, float):
            return general(float(self), other)
        if isinstance(other, complex):
            return general(float(self), other)
        return NotImplemented

    def _rarith(self, other, exact, general):
        if isinstance(other, _numbers.Rational):
            return exact(Fraction(other), self)
        if isinstance(other, _numbers.Real):
            return general(float(other), float(self))
        if isinstance(other, _numbers.Complex):
            return general(complex(other), float(self))
        return NotImplemented

    @staticmethod
    def _sum(a, b):
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g = _math.gcd(da, db)
        if g == 1:
            return Fraction._reduced(na * db + da * nb, da * db)
        s = da // g
        t = na * (db // g) + nb * s
        g2 = _math.gcd(t, g)
        return Fraction._reduced(t // g2, s * (db // g2))

    @staticmethod
    def _product(a, b):
        na, da, nb, db = a._numerator, a._denominator, b._numerator, b._denominator
        g1, g2 = _math.gcd(na, db), _math.gcd(nb, da)
        return Fraction._reduced((na // g1) * (nb // g2), (da // g2) * (db // g1))

    @staticmethod
    def _quotient(a, b):
        n, d = b._numerator, b._denominator
        if n == 0:
            raise ZeroDivisionError('Fraction(%s, 0)' % d)
        if n < 0:
            n, d = -n, -d
        return Fraction._product(a, Fraction._reduced(d, n))

    def __add__(self, other):
        """a + b"""
        return self._arith(other, Fraction._sum, _operator.add)

    def __radd__(self, other):
        """a + b"""
        return self._rarith(other, Fraction._sum, _operator.add)

    def __sub__(self, other):
        """a - b"""
        return self._arith(other, lambda a, b: Fraction._sum(a, -b), _operator.sub)

    def __rsub__(self, other):
        """a - b"""
        return self._rarith(other, lambda a, b: Fraction._sum(a, -b), _operator.sub)

    def __mul__(self, other):
        """a * b"""
        return self._arith(other, Fraction._product, _operator.mul)

    def __rmul__(self, other):
        """a * b"""
        return self._rarith(other, Fraction._product, _operator.mul)

    def __truediv__(self, other):
        """a / b"""
        return self._arith(other, Fraction._quotient, _operator.truediv)

    def __rtruediv__(self, other):
        """a / b"""
        return self._rarith(other, Fraction._quotient, _operator.truediv)

    @staticmethod
    def _floordiv(a, b):
        return (a._numerator * b._denominator) // (a._denominator * b._numerator)

    @staticmethod
    def _divmod(a, b):
        da, db = a._denominator, b._denominator
        div, rest = divmod(a._numerator * db, da * b._numerator)
        return div, Fraction(rest, da * db)

    @staticmethod
    def _mod(a, b):
        da, db = a._denominator, b._denominator
        return Fraction((a._numerator * db) % (b._numerator * da), da * db)

    def __floordiv__(self, other):
        """a // b"""
        return self._arith(other, Fraction._floordiv, _operator.floordiv)

    def __rfloordiv__(self, other):
        """a // b"""
        return self._rarith(other, Fraction._floordiv, _operator.floordiv)

    def __divmod__(self, other):
        """(a // b, a % b)"""
        return self._arith(other, Fraction._divmod, divmod)

    def __rdivmod__(self, other):
        """(a // b, a % b)"""
        return self._rarith(other, Fraction._divmod, divmod)

    def __mod__(self, other):
        """a % b"""
        return self._arith(other, Fraction._mod, _operator.mod)

    def __rmod__(self, other):
        """a % b"""
        return self._rarith(other, Fraction._mod, _operator.mod)

    def __pow__(self, other):
        """a ** b: a Fraction if b is an integer, otherwise a float or complex."""
        if isinstance(other, _numbers.Rational):
            if other.denominator != 1:
                return float(self) ** float(other)
            power, n, d = other.numerator, self._numerator, self._denominator
            if power >= 0:
                return Fraction._reduced(n ** power, d ** power)
            if n > 0:
                return Fraction._reduced(d ** -power, n ** -power)
            if n == 0:
                raise ZeroDivisionError('Fraction(%s, 0)' % d ** -power)
            return Fraction._reduced((-d) ** -power, (-n) ** -power)
        if isinstance(other, (float, complex)):
            return float(self) ** other
        return NotImplemented

    def __rpow__(self, base):
        """a ** b"""
        if self._denominator == 1 and self._numerator >= 0:
            return base ** self._numerator
        if isinstance(base, _numbers.Rational):
            return Fraction(base.numerator, base.denominator) ** self
        if self._denominator == 1:
            return base ** self._numerator
        return base ** float(self)

    def __pos__(self):
        """+a: coerces a subclass to Fraction."""
        return Fraction._reduced(self._numerator, self._denominator)

    def __neg__(self):
        """-a"""
        return Fraction._reduced(-self._numerator, self._denominator)

    def __abs__(self):
        """abs(a)"""
        return Fraction._reduced(abs(self._numerator), self._denominator)

    def __int__(self):
        """int(a)"""
        return self.__trunc__()

    def __trunc__(self):
        """math.trunc(a)"""
        if self._numerator < 0:
            return -(-self._numerator // self._denominator)
        return self._numerator // self._denominator

    def __floor__(self):
        """math.floor(a)"""
        return self._numerator // self._denominator

    def __ceil__(self):
        """math.ceil(a)"""
        return -(-self._numerator // self._denominator)

    def __round__(self, ndigits=None):
        """round(self, ndigits): rounds half toward even."""
        if ndigits is None:
            return _half_even(self._numerator, self._denominator)
        shift = 10 ** abs(ndigits)
        if ndigits > 0:
            return Fraction(round(self * shift), shift)
        return Fraction(round(self / shift) * shift)

    def __hash__(self):
        """hash(self): equal to that of the int or float with the same value."""
        try:
            inverse = pow(self._denominator, -1, _hash.modulus)
        except ValueError:
            h = _hash.inf
        else:
            h = hash(hash(abs(self._numerator)) * inverse)
        h = h if self._numerator >= 0 else -h
        return -2 if h == -1 else h

    def __eq__(self, other):
        """a == b"""
        if type(other) is int:
            return self._numerator == other and self._denominator == 1
        if isinstance(other, _numbers.Rational):
            return self._numerator == other.numerator and self._denominator == other.denominator
        if isinstance(other, _numbers.Complex) and other.imag == 0:
            other = other.real
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return 0.0 == other
            return self == self.from_float(other)
        return NotImplemented

    def _compare(self, other, op):
        if isinstance(other, _numbers.Rational):
            return op(self._numerator * other.denominator, self._denominator * other.numerator)
        if isinstance(other, float):
            if _math.isnan(other) or _math.isinf(other):
                return op(0.0, other)
            return op(self, self.from_float(other))
        return NotImplemented

    def __lt__(self, other):
        """a < b"""
        return self._compare(other, _operator.lt)

    def __gt__(self, other):
        """a > b"""
        return self._compare(other, _operator.gt)

    def __le__(self, other):
        """a <= b"""
        return self._compare(other, _operator.le)

    def __ge__(self, other):
        """a >= b"""
        return self._compare(other, _operator.ge)

    def __bool__(self):
        """a != 0"""
        return bool(self._numerator)

    def __reduce__(self):
        return (self.__class__, (self._numerator, self._denominator))

    def __copy__(self):
        if type(self) is Fraction:
            return self
        return self.__class__(self._numerator, self._denominator)

    def __deepcopy__(self, memo):
        return self.__copy__()
