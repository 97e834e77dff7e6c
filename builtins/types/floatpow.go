package types

// This file defines pow, exp and log of floats to the last bit: package math's
// are off by one unit now and then, which repr would show. They are computed
// with about 100 bits (pairs of floats, "double-double") and rounded once, so
// that they agree with the correctly rounded result, as the C library that
// CPython calls nearly always does.

import "math"

// A dd is the unevaluated sum of two floats, |lo| at most half a unit of hi.
type dd struct{ hi, lo float64 }

func twoSum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

func quickTwoSum(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

func twoProd(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (x dd) add(y dd) dd {
	s, t := twoSum(x.hi, y.hi), twoSum(x.lo, y.lo)
	s = quickTwoSum(s.hi, s.lo+t.hi)
	return quickTwoSum(s.hi, s.lo+t.lo)
}

// addSmall is x + y for a y that is not larger than x.
func (x dd) addSmall(y dd) dd {
	s := quickTwoSum(x.hi, y.hi)
	return quickTwoSum(s.hi, s.lo+(x.lo+y.lo))
}

func (x dd) mul(y dd) dd {
	p := twoProd(x.hi, y.hi)
	return quickTwoSum(p.hi, p.lo+math.FMA(x.hi, y.lo, x.lo*y.hi))
}

func (x dd) scale(y float64) dd { return x.mul(dd{y, 0}) }

func (x dd) neg() dd { return dd{-x.hi, -x.lo} }

// div is x / y by three steps of long division.
func (x dd) div(y dd) dd {
	q1 := x.hi / y.hi
	r := x.add(y.scale(q1).neg())
	q2 := r.hi / y.hi
	r = r.add(y.scale(q2).neg())
	q3 := r.hi / y.hi
	return quickTwoSum(q1, q2).add(dd{q3, 0})
}

// ln2Parts is log(2) in three parts, the first two short enough that their
// product with an exponent is exact.
var ln2Parts = [3]float64{0x1.62e42fefap-1, 0x1.cf79abc9ep-40, 0x1.d9cc01f97b57ap-79}

// oddInverses[n] is 1/(2n+1), inverseFactorials[n] is 1/n!.
var (
	oddInverses = func() (t [7]dd) {
		for n := range t {
			t[n] = dd{1, 0}.div(dd{float64(2*n + 1), 0})
		}
		return t
	}()
	inverseFactorials = func() (t [30]dd) {
		t[0] = dd{1, 0}
		for n := 1; n < len(t); n++ {
			t[n] = t[n-1].div(dd{float64(n), 0})
		}
		return t
	}()
)

// expDD returns e**x as m * 2**k.
func expDD(x dd) (m dd, k int) {
	n := math.RoundToEven(x.hi / math.Ln2)
	r := x.add(dd{-n * ln2Parts[0], 0}).add(dd{-n * ln2Parts[1], 0}).add(twoProd(-n, ln2Parts[2]))
	// The series of (e**s)-1 for s = r/256, then eight squarings of it, each of
	// which keeps the small part apart: (1+u)**2 - 1 = u*(2+u).
	s := dd{r.hi / 256, r.lo / 256}
	u := inverseFactorials[10]
	for i := 9; i >= 1; i-- {
		u = inverseFactorials[i].addSmall(u.mul(s))
	}
	u = u.mul(s)
	for range 8 {
		u = u.mul(u.add(dd{2, 0}))
	}
	return u.add(dd{1, 0}), int(n)
}

// logDD returns the natural logarithm of x, which is positive and finite.
func logDD(x float64) dd {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	l := logMantissa(m)
	if e == 0 {
		return l
	}
	n := float64(e)
	big := dd{n * ln2Parts[0], 0}.add(dd{n * ln2Parts[1], 0}).add(twoProd(n, ln2Parts[2]))
	return big.add(l)
}

// logMantissa is logDD for m between sqrt(1/2) and sqrt(2).
func logMantissa(m float64) dd {
	if m == 1 {
		return dd{}
	}
	if math.Abs(m-1) < 1.0/512 {
		// Near 1 the relative error counts: log m = 2 atanh((m-1)/(m+1)).
		z := dd{m - 1, 0}.div(twoSum(m, 1))
		z2 := z.mul(z)
		s := dd{}
		for i := len(oddInverses) - 1; i >= 1; i-- {
			s = s.add(oddInverses[i]).mul(z2)
		}
		s = s.add(dd{1, 0}).mul(z)
		return dd{2 * s.hi, 2 * s.lo}
	}
	// One step of Newton's method from the float: log m = y + log(m * e**-y).
	y := math.Log(m)
	em, k := expDD(dd{-y, 0})
	t := em.scale(math.Ldexp(m, k)).add(dd{-1, 0})
	t = t.add(t.mul(t).scale(-0.5))
	return dd{y, 0}.add(t)
}

// round returns x * 2**k as a float, rounded once.
func (x dd) round(k int) float64 {
	_, e := math.Frexp(x.hi)
	if e+k > -1021 {
		return math.Ldexp(x.hi, k)
	}
	// A subnormal result: cut x.hi to the bits that are left with the tail in
	// view.
	drop := -1021 - (e + k)
	if drop > 54 {
		return math.Copysign(0, x.hi)
	}
	unit := math.Ldexp(1, e-53+drop)
	q := x.hi / unit // exact: a division by a power of two
	f := math.Floor(q)
	switch rest := q - f; {
	case rest > 0.5, rest == 0.5 && x.lo > 0, rest == 0.5 && x.lo == 0 && math.Mod(f, 2) != 0:
		f++
	}
	return math.Ldexp(f*unit, k)
}

// FloatExp is e**x, +Inf if that is too large.
func FloatExp(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 0) || x > 710 || x < -746 || x == 0:
		return math.Exp(x)
	}
	m, k := expDD(dd{x, 0})
	return m.round(k)
}

// FloatLog is the natural logarithm, with math.Log's special cases.
func FloatLog(x float64) float64 {
	if !(x > 0) || math.IsInf(x, 0) {
		return math.Log(x)
	}
	return logDD(x).hi
}

// FloatPow is C's pow(x, y): x**y for floats, +-Inf if that is too large, with
// the special cases of C99.
func FloatPow(x, y float64) float64 {
	switch {
	case x == 0 || x == 1 || x != x || y != y || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Pow(x, y)
	case y == 0:
		return 1
	case y == 1:
		return x
	case y == 2:
		return x * x
	case y == -1:
		return 1 / x
	case y == 0.5 && x > 0:
		return math.Sqrt(x)
	}
	sign := 1.0
	if x < 0 {
		if y != math.Floor(y) {
			return math.NaN()
		}
		if math.Mod(y, 2) != 0 {
			sign = -1
		}
		x = -x
	}
	if y == math.Floor(y) && math.Abs(y) <= 1024 {
		return sign * powInteger(x, int(y))
	}
	p := logDD(x)
	if l := p.hi * y; l > 710 || math.IsInf(l, 0) && l > 0 {
		return sign * math.Inf(1)
	} else if l < -746 {
		return sign * 0
	}
	m, k := expDD(p.scale(y))
	return sign * m.round(k)
}

// powInteger is x**n for a positive finite x by repeated squaring.
func powInteger(x float64, n int) float64 {
	m, e := math.Frexp(x)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	neg := n < 0
	if neg {
		n = -n
	}
	e *= n
	r, p := dd{1, 0}, dd{m, 0}
	for ; n > 0; n >>= 1 {
		if n&1 == 1 {
			r = r.mul(p)
		}
		p = p.mul(p)
	}
	if neg {
		r, e = dd{1, 0}.div(r), -e
	}
	return r.round(e)
}
