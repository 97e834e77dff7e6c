import math as _math
import numbers as _numbers
from bisect import bisect_left as _bisect_left, bisect_right as _bisect_right
from collections import Counter as _Counter, namedtuple as _namedtuple
from decimal import Decimal as _Decimal
from fractions import Fraction as _Fraction
from functools import reduce as _reduce
from itertools import repeat as _repeat
from operator import itemgetter as _itemgetter

__all__ = ['NormalDist', 'StatisticsError', 'correlation', 'covariance', 'fmean', 'geometric_mean', 'harmonic_mean',
           'kde', 'kde_random', 'linear_regression', 'mean', 'median', 'median_grouped', 'median_high', 'median_low',
           'mode', 'multimode', 'pstdev', 'pvariance', 'quantiles', 'stdev', 'variance']


class StatisticsError(ValueError):
    pass


# Sums are exact fractions, with the type that a result of the data has: the
# widest of int, then Fraction or Decimal, then float.

def _wider(a, b):
    if a is b or issubclass(b, int) or b is bool:
        return a
    if issubclass(a, int):
        return b
    if issubclass(a, b):
        return a
    if issubclass(b, a):
        return b
    if issubclass(a, _Fraction) and issubclass(b, float):
        return b
    if issubclass(a, float) and issubclass(b, _Fraction):
        return a
    raise TypeError("don't know how to coerce %s and %s" % (a.__name__, b.__name__))


def _ratio(x):
    """x as a Fraction; None if it is infinite or not a number."""
    try:
        return _Fraction(*x.as_integer_ratio())
    except AttributeError:
        pass
    except (OverflowError, ValueError):
        return None
    try:
        return _Fraction(x.numerator, x.denominator)
    except AttributeError:
        raise TypeError(f"can't convert type '{type(x).__name__}' to numerator/denominator") from None


def _sums(data):
    """(type, sum, sum of squares, count) of a list. The sums are fractions, or what is not finite."""
    found = _exact(data)
    if found is not None:
        floats, total, squares, unit = found
        return float if floats else int, _Fraction(total, unit), _Fraction(squares, unit * unit), len(data)
    kind, total, squares, odd = int, _Fraction(0), _Fraction(0), None
    for x in data:
        kind = _wider(kind, type(x))
        r = _ratio(x)
        if r is None:
            odd = x if odd is None else odd + x
        else:
            total += r
            squares += r * r
    if odd is not None:
        return kind, odd, odd * odd if odd > 0 or odd < 0 else odd, len(data)
    return kind, total, squares, len(data)


def _as(value, kind):
    """An exact result in the type of its data."""
    if type(value) is kind:
        return value
    if issubclass(kind, int) and isinstance(value, _Fraction) and value.denominator != 1:
        kind = float
    if issubclass(kind, _Decimal) and isinstance(value, _Fraction):
        return kind(value.numerator) / value.denominator
    return kind(value)


def _over(total, n):
    return total / n if isinstance(total, _Fraction) else total


def _root(value, kind):
    """The square root of a fraction, rounded once."""
    if isinstance(value, _Fraction):
        if value <= 0:
            return kind(0) if issubclass(kind, _Decimal) else 0.0
        n, d = value.numerator, value.denominator
        if issubclass(kind, _Decimal):
            return (kind(n) / kind(d)).sqrt()
        # An integer root of more bits than a float has; a remainder makes its
        # last bit 1, so that the division below rounds the right way.
        k = max(0, 130 + d.bit_length() - n.bit_length()) // 2
        scaled = n << 2 * k
        r = _math.isqrt(scaled // d)
        if r * r * d != scaled:
            r = r << 1 | 1
            k += 1
        return r / (1 << k)
    return _math.sqrt(value)


def _listed(data, message='%s requires at least one data point', name='mean'):
    data = list(data)
    if not data:
        raise StatisticsError(message % name)
    return data


def mean(data):
    """Return the sample arithmetic mean of data."""
    kind, total, _, n = _sums(_listed(data))
    return _as(_over(total, n), kind)


def fmean(data, weights=None):
    """Convert data to floats and compute the arithmetic mean."""
    if weights is None:
        try:
            n = len(data)
        except TypeError:
            data = list(data)
            n = len(data)
        if not n:
            raise StatisticsError('fmean requires at least one data point')
        return _math.fsum(data) / n
    if not isinstance(weights, (list, tuple)):
        weights = list(weights)
    if not isinstance(data, (list, tuple)):
        data = list(data)
    try:
        num = _math.sumprod(data, weights)
    except ValueError:
        raise StatisticsError('data and weights must be the same length')
    den = _math.fsum(weights)
    if not den:
        raise StatisticsError('sum of weights must be non-zero')
    return num / den


def geometric_mean(data):
    """Convert data to floats and compute the geometric mean."""
    n, zero, total = 0, False, []
    for n, x in enumerate(data, start=1):
        if x > 0.0 or _math.isnan(x):
            total.append(_math.log(x))
        elif x == 0.0:
            zero = True
        else:
            raise StatisticsError('No negative inputs allowed', x)
    if not n:
        raise StatisticsError('Must have a non-empty dataset')
    total = _math.fsum(total)
    if _math.isnan(total):
        return _math.nan
    if zero:
        return _math.nan if total == _math.inf else 0.0
    return _math.exp(total / n)


def harmonic_mean(data, weights=None):
    """Return the harmonic mean of data."""
    data = list(data)
    message = 'harmonic mean does not support negative values'
    n = len(data)
    if n < 1:
        raise StatisticsError('harmonic_mean requires at least one data point')
    if n == 1 and weights is None:
        x = data[0]
        if not isinstance(x, (_numbers.Real, _Decimal)):
            raise TypeError('unsupported type')
        if x < 0:
            raise StatisticsError(message)
        return x
    if weights is None:
        weights, whole = [1] * n, n
    else:
        weights = list(weights)
        if len(weights) != n:
            raise StatisticsError('Number of weights does not match data size')
        whole = _sums([_nonnegative(w, message) for w in weights])[1]
    try:
        kind, total, _, _ = _sums([w / x if w else 0 for w, x in zip(weights, [_nonnegative(x, message) for x in data])])
    except ZeroDivisionError:
        return 0
    if total <= 0:
        raise StatisticsError('Weighted sum must be positive')
    return _as(whole / total, kind)


def _nonnegative(x, message):
    if x < 0:
        raise StatisticsError(message)
    return x


def _sorted(data, name):
    data = sorted(data)
    if not data:
        raise StatisticsError('no %s for empty data' % name)
    return data


def median(data):
    """Return the median (middle value) of numeric data."""
    data = _sorted(data, 'median')
    half = len(data) // 2
    return data[half] if len(data) % 2 else (data[half - 1] + data[half]) / 2


def median_low(data):
    """Return the low median of numeric data."""
    data = _sorted(data, 'median')
    return data[(len(data) - 1) // 2]


def median_high(data):
    """Return the high median of data."""
    data = _sorted(data, 'median')
    return data[len(data) // 2]


def median_grouped(data, interval=1.0):
    """Estimates the median for numeric data binned around the midpoints of consecutive, fixed-width intervals."""
    data = _sorted(data, 'median')
    n = len(data)
    x = data[n // 2]
    before = _bisect_left(data, x)
    count = _bisect_right(data, x, lo=before) - before
    try:
        interval, x = float(interval), float(x)
    except ValueError:
        raise TypeError('Value cannot be converted to a float')
    return x - interval / 2.0 + interval * (n / 2 - before) / count


def mode(data):
    """Return the most common data point from discrete or nominal data."""
    pairs = _Counter(iter(data)).most_common(1)
    if not pairs:
        raise StatisticsError('no mode for empty data')
    return pairs[0][0]


def multimode(data):
    """Return a list of the most frequently occurring values."""
    counts = _Counter(iter(data))
    most = max(counts.values(), default=0)
    return [value for value, count in counts.items() if count == most]


def quantiles(data, *, n=4, method='exclusive'):
    """Divide data into n continuous intervals with equal probability."""
    if n < 1:
        raise StatisticsError('n must be at least 1')
    data = sorted(data)
    size = len(data)
    if size < 2:
        if size == 1:
            return data * (n - 1)
        raise StatisticsError('must have at least one data point')
    if method == 'inclusive':
        gaps, first = size - 1, 0
    elif method == 'exclusive':
        gaps, first = size + 1, 1
    else:
        raise ValueError(f'Unknown method: {method!r}')
    cuts = []
    for i in range(1, n):
        at = i * gaps // n - first
        at = min(max(at, 0), size - 2)
        right = i * gaps - (at + first) * n
        cuts.append((data[at] * (n - right) + data[at + 1] * right) / n)
    return cuts


def _deviation(data, center):
    """(type, sum of squared deviations, count)."""
    data = list(data)
    if center is not None:
        deviations = [x - center for x in data]
        kind, total, _, n = _sums([d * d for d in deviations])
        return kind, total, n
    kind, total, squares, n = _sums(data)
    if n == 0:
        return kind, _Fraction(0), 0
    if not isinstance(total, _Fraction):
        return kind, _math.nan, n
    return kind, squares - total * total / n, n


def variance(data, xbar=None):
    """Return the sample variance of data."""
    kind, total, n = _deviation(data, xbar)
    if n < 2:
        raise StatisticsError('variance requires at least two data points')
    return _as(_over(total, n - 1), kind)


def pvariance(data, mu=None):
    """Return the population variance of data."""
    kind, total, n = _deviation(data, mu)
    if n < 1:
        raise StatisticsError('pvariance requires at least one data point')
    return _as(_over(total, n), kind)


def stdev(data, xbar=None):
    """Return the square root of the sample variance."""
    kind, total, n = _deviation(data, xbar)
    if n < 2:
        raise StatisticsError('stdev requires at least two data points')
    return _root(_over(total, n - 1), kind)


def pstdev(data, mu=None):
    """Return the square root of the population variance."""
    kind, total, n = _deviation(data, mu)
    if n < 1:
        raise StatisticsError('pstdev requires at least one data point')
    return _root(_over(total, n), kind)


def covariance(x, y, /):
    """Return the sample covariance of two inputs x and y."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError('covariance requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('covariance requires at least two data points')
    xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
    return _math.sumprod([xi - xbar for xi in x], [yi - ybar for yi in y]) / (n - 1)


def _ranks(data):
    """Average ranks, centred on 0."""
    order = sorted(range(len(data)), key=data.__getitem__)
    ranks, i = [0.0] * len(data), 0
    while i < len(order):
        j = i
        while j + 1 < len(order) and data[order[j + 1]] == data[order[i]]:
            j += 1
        for k in order[i:j + 1]:
            ranks[k] = (i + j) / 2 - (len(data) - 1) / 2
        i = j + 1
    return ranks


def correlation(x, y, /, *, method='linear'):
    """Pearson's correlation coefficient; method='ranked' is Spearman's."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError('correlation requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('correlation requires at least two data points')
    if method not in ('linear', 'ranked'):
        raise ValueError(f'Unknown method: {method!r}')
    if method == 'ranked':
        x, y = _ranks(x), _ranks(y)
    else:
        xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
        x, y = [xi - xbar for xi in x], [yi - ybar for yi in y]
    sxy, sxx, syy = _math.sumprod(x, y), _math.sumprod(x, x), _math.sumprod(y, y)
    try:
        return sxy / _root(_Fraction(sxx) * _Fraction(syy), float)
    except ZeroDivisionError:
        raise StatisticsError('at least one of the inputs is constant')


LinearRegression = _namedtuple('LinearRegression', ('slope', 'intercept'))


def linear_regression(x, y, /, *, proportional=False):
    """Slope and intercept for simple linear regression."""
    n = len(x)
    if len(y) != n:
        raise StatisticsError('linear regression requires that both inputs have same number of data points')
    if n < 2:
        raise StatisticsError('linear regression requires at least two data points')
    if not proportional:
        xbar, ybar = _math.fsum(x) / n, _math.fsum(y) / n
        x, y = [xi - xbar for xi in x], [yi - ybar for yi in y]
    sxy, sxx = _math.sumprod(x, y) + 0.0, _math.sumprod(x, x)
    try:
        slope = sxy / sxx
    except ZeroDivisionError:
        raise StatisticsError('x is constant')
    return LinearRegression(slope=slope, intercept=0.0 if proportional else ybar - slope * xbar)
