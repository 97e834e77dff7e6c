

def _normal_inverse(p, mu, sigma):
    """The x below which lies the share p of a normal distribution: a rational start (Hastings) that
    Halley's method on erfc brings to full precision."""
    if p == 0.5:
        return mu + 0.0 * sigma
    tail = p if p < 0.5 else 1.0 - p
    s = _math.sqrt(-2.0 * _math.log(tail))
    z = s - (2.515517 + s * (0.802853 + s * 0.010328)) / (1.0 + s * (1.432788 + s * (0.189269 + s * 0.001308)))
    for _ in range(3):
        # The error of the tail above z, over the density there.
        e = 0.5 * _math.erfc(z / _math.sqrt(2.0)) - tail
        u = e * _math.sqrt(2.0 * _math.pi) * _math.exp(z * z / 2.0)
        z += u / (1.0 - u * z / 2.0)
    if p < 0.5:
        z = -z
    return mu + z * sigma


class NormalDist:
    """Normal distribution of a random variable."""

    __slots__ = {'_mu': 'Arithmetic mean of a normal distribution', '_sigma': 'Standard deviation of a normal distribution'}

    def __init__(self, mu=0.0, sigma=1.0):
        """NormalDist where mu is the mean and sigma is the standard deviation."""
        if sigma < 0.0:
            raise StatisticsError('sigma must be non-negative')
        self._mu = float(mu)
        self._sigma = float(sigma)

    @classmethod
    def from_samples(cls, data):
        """Make a normal distribution instance from sample data."""
        data = list(data)
        kind, total, squares, n = _sums(data)
        if n < 2:
            raise StatisticsError('stdev requires at least two data points')
        if not isinstance(total, _Fraction):
            return cls(float(total), _math.nan)
        return cls(float(total / n), _root((squares - total * total / n) / (n - 1), float))

    def samples(self, n, *, seed=None):
        """Generate n samples for a given mean and standard deviation."""
        import random
        rnd = random.random if seed is None else random.Random(seed).random
        return [_normal_inverse(rnd(), self._mu, self._sigma) for _ in range(n)]

    def pdf(self, x):
        """Probability density function."""
        v = self._sigma * self._sigma
        if not v:
            raise StatisticsError('pdf() not defined when sigma is zero')
        d = x - self._mu
        return _math.exp(d * d / (-2.0 * v)) / _math.sqrt(_math.tau * v)

    def cdf(self, x):
        """Cumulative distribution function.  P(X <= x)"""
        if not self._sigma:
            raise StatisticsError('cdf() not defined when sigma is zero')
        return 0.5 * _math.erfc((self._mu - x) / (self._sigma * _math.sqrt(2.0)))

    def inv_cdf(self, p):
        """Inverse cumulative distribution function.  x : P(X <= x) = p"""
        if p <= 0.0 or p >= 1.0:
            raise StatisticsError('p must be in the range 0.0 < p < 1.0')
        return _normal_inverse(p, self._mu, self._sigma)

    def quantiles(self, n=4):
        """Divide into n continuous intervals with equal probability."""
        return [self.inv_cdf(i / n) for i in range(1, n)]

    def overlap(self, other):
        """Compute the overlapping coefficient (OVL) between two normal distributions."""
        if not isinstance(other, NormalDist):
            raise TypeError('Expected another NormalDist instance')
        a, b = sorted((self, other), key=lambda d: (d._sigma, d._mu))
        va, vb = a.variance, b.variance
        if not va or not vb:
            raise StatisticsError('overlap() not defined when sigma is zero')
        dm = _math.fabs(b._mu - a._mu)
        dv = vb - va
        if not dv:
            return _math.erfc(dm / (2.0 * a._sigma * _math.sqrt(2.0)))
        # The densities cross at the roots of a quadratic.
        mid = a._mu * vb - b._mu * va
        reach = a._sigma * b._sigma * _math.sqrt(dm * dm + dv * _math.log(vb / va))
        x1, x2 = (mid + reach) / dv, (mid - reach) / dv
        return 1.0 - (_math.fabs(b.cdf(x1) - a.cdf(x1)) + _math.fabs(b.cdf(x2) - a.cdf(x2)))

    def zscore(self, x):
        """Compute the Standard Score.  (x - mean) / stdev"""
        if not self._sigma:
            raise StatisticsError('zscore() not defined when sigma is zero')
        return (x - self._mu) / self._sigma

    @property
    def mean(self):
        """Arithmetic mean of the normal distribution."""
        return self._mu

    @property
    def median(self):
        """Return the median of the normal distribution"""
        return self._mu

    @property
    def mode(self):
        """Return the mode of the normal distribution"""
        return self._mu

    @property
    def stdev(self):
        """Standard deviation of the normal distribution."""
        return self._sigma

    @property
    def variance(self):
        """Square of the standard deviation."""
        return self._sigma * self._sigma

    def __add__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu + other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu + other, self._sigma)

    def __sub__(self, other):
        if isinstance(other, NormalDist):
            return NormalDist(self._mu - other._mu, _math.hypot(self._sigma, other._sigma))
        return NormalDist(self._mu - other, self._sigma)

    def __mul__(self, factor):
        return NormalDist(self._mu * factor, self._sigma * _math.fabs(factor))

    def __truediv__(self, factor):
        return NormalDist(self._mu / factor, self._sigma / _math.fabs(factor))

    def __pos__(self):
        return NormalDist(self._mu, self._sigma)

    def __neg__(self):
        return NormalDist(-self._mu, self._sigma)

    def __rsub__(self, other):
        return -(self - other)

    __radd__ = __add__
    __rmul__ = __mul__

    def __eq__(self, other):
        if not isinstance(other, NormalDist):
            return NotImplemented
        return self._mu == other._mu and self._sigma == other._sigma

    def __hash__(self):
        return hash((self._mu, self._sigma))

    def __repr__(self):
        return f'{type(self).__name__}(mu={self._mu!r}, sigma={self._sigma!r})'

    def __getstate__(self):
        return self._mu, self._sigma

    def __setstate__(self, state):
        self._mu, self._sigma = state


# Kernels of kde(): density, distribution, half width (None: without end).
_KERNELS = {
    'normal': (lambda t: _math.exp(-0.5 * t * t) / _math.sqrt(_math.tau), lambda t: 0.5 * _math.erfc(-t / _math.sqrt(2.0)), None),
    'logistic': (lambda t: 0.5 / (1.0 + _math.cosh(t)), lambda t: 1.0 - 1.0 / (_math.exp(t) + 1.0), None),
    'sigmoid': (lambda t: 1.0 / _math.pi / _math.cosh(t), lambda t: 2.0 / _math.pi * _math.atan(_math.exp(t)), None),
    'rectangular': (lambda t: 0.5, lambda t: 0.5 * t + 0.5, 1.0),
    'triangular': (lambda t: 1.0 - abs(t), lambda t: t * t * (0.5 if t < 0.0 else -0.5) + t + 0.5, 1.0),
    'parabolic': (lambda t: 3 / 4 * (1.0 - t * t), lambda t: t * (-0.25 * t * t + 0.75) + 0.5, 1.0),
    'quartic': (lambda t: 15 / 16 * (1.0 - t * t) ** 2, lambda t: _math.sumprod((3 / 16, -5 / 8, 15 / 16, 1 / 2), (t ** 5, t ** 3, t, 1.0)), 1.0),
    'triweight': (lambda t: 35 / 32 * (1.0 - t * t) ** 3, lambda t: _math.sumprod((-5 / 32, 21 / 32, -35 / 32, 35 / 32, 1 / 2), (t ** 7, t ** 5, t ** 3, t, 1.0)), 1.0),
    'cosine': (lambda t: _math.pi / 4 * _math.cos(_math.pi / 2 * t), lambda t: 0.5 * _math.sin(_math.pi / 2 * t) + 0.5, 1.0),
}
for _name, _same in (('gauss', 'normal'), ('uniform', 'rectangular'), ('epanechnikov', 'parabolic'), ('biweight', 'quartic')):
    _KERNELS[_name] = _KERNELS[_same]
del _name, _same


def _kernel(data, h, kernel):
    if not len(data):
        raise StatisticsError('Empty data sequence')
    if not isinstance(data[0], (int, float)):
        raise TypeError('Data sequence must contain ints or floats')
    if h <= 0.0:
        raise StatisticsError(f'Bandwidth h must be positive, not {h=!r}')
    if kernel not in _KERNELS:
        raise StatisticsError(f'Unknown kernel name: {kernel!r}')
    return _KERNELS[kernel]


def kde(data, h, kernel='normal', *, cumulative=False):
    """Kernel Density Estimation:  Create a continuous probability density function or cumulative
    distribution function from discrete samples."""
    density, distribution, support = _kernel(data, h, kernel)
    data = sorted(data)
    n = len(data)

    def near(x):
        if support is None:
            return 0, n
        return _bisect_left(data, x - h * support), _bisect_right(data, x + h * support)

    if cumulative:
        def estimate(x):
            i, j = near(x)
            return sum((distribution((x - data[k]) / h) for k in range(i, j)), i) / n
        estimate.__doc__ = f'CDF estimate with {h=!r} and {kernel=!r}'
    else:
        def estimate(x):
            i, j = near(x)
            return sum(density((x - data[k]) / h) for k in range(i, j)) / (n * h)
        estimate.__doc__ = f'PDF estimate with {h=!r} and {kernel=!r}'
    return estimate


def kde_random(data, h, kernel='normal', *, seed=None):
    """Return a function that makes a random selection from the estimated probability density
    function created by kde(data, h, kernel)."""
    _, distribution, support = _kernel(data, h, kernel)
    import random
    source = random.Random(seed)
    data = list(data)

    def inverse(p):
        if kernel in ('normal', 'gauss'):
            return _normal_inverse(p, 0.0, 1.0) if p else -40.0
        lo, hi = (-support, support) if support else (-40.0, 40.0)
        for _ in range(60):
            mid = (lo + hi) / 2
            if distribution(mid) < p:
                lo = mid
            else:
                hi = mid
        return (lo + hi) / 2

    def rand():
        return source.choice(data) + h * inverse(source.random())
    rand.__doc__ = f'Random KDE selection with {h=!r} and {kernel=!r}'
    return rand
