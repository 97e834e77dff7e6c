package libm

// This file defines the exponential functions, the logarithms and powers.

import "math"

var (
	// ln2 in three parts, the first two short enough that their products with an
	// exponent are exact.
	ln2Parts = [3]float64{0x1.62e42fefap-1, 0x1.cf79abc9ep-40, 0x1.d9cc01f97b57ap-79}

	inverseFactorials = func() (t [30]dd) {
		t[0] = dd{1, 0}
		for n := 1; n < len(t); n++ {
			t[n] = t[n-1].div(dd{float64(n), 0})
		}
		return t
	}()
	oddInverses = func() (t [16]dd) {
		for n := range t {
			t[n] = dd{1, 0}.div(dd{float64(2*n + 1), 0})
		}
		return t
	}()
	ln2 = logDD(dd{2, 0})
)

func timesLn2(n float64) dd {
	return dd{n * ln2Parts[0], 0}.add(dd{n * ln2Parts[1], 0}).add(prod(n, ln2Parts[2]))
}

// expParts returns u and k with e**x = (1+u) * 2**k. If k is 0 even small u are
// exact in all their bits.
func expParts(x dd) (u dd, k int) {
	n := 0.0
	if math.Abs(x.hi) > math.Ln2/2 {
		n = math.RoundToEven(x.hi / math.Ln2)
		x = x.sub(timesLn2(n))
	}
	// The series of e**s - 1 for s = x/32, then five squarings that keep the 1
	// apart: (1+u)**2 - 1 = u*(2+u).
	s := x.scale(1.0 / 32)
	u = series(inverseFactorials[1:15], s).mul(s)
	for range 5 {
		u = u.mul(u.add(dd{2, 0}))
	}
	return u, int(n)
}

func expDD(x dd) (m dd, k int) {
	u, k := expParts(x)
	return dd{1, 0}.add(u), k
}

// logDD is the natural logarithm of a positive finite x.
func logDD(x dd) dd {
	if d := x.add(dd{-1, 0}); math.Abs(d.hi) < 1.0/16 {
		return log1pDD(d)
	}
	m, e := math.Frexp(x.hi)
	if m < math.Sqrt2/2 {
		m *= 2
		e--
	}
	r := x.scale(math.Ldexp(1, -e/2)).scale(math.Ldexp(1, -(e - e/2)))
	// One step of Newton's method: log r = y + log(r * e**-y).
	y := math.Log(m)
	em, k := expDD(dd{-y, 0})
	t := em.mul(r).scale(math.Ldexp(1, k)).add(dd{-1, 0})
	t = t.sub(t.mul(t).scale(0.5))
	return timesLn2(float64(e)).add(dd{y, 0}.add(t))
}

// log1pDD is log(1+d) for |d| < 1/16: twice the inverse hyperbolic tangent of
// d/(2+d).
func log1pDD(d dd) dd {
	z := d.div(d.add(dd{2, 0}))
	return series(oddInverses[:], z.mul(z)).mul(z).scale(2)
}

// Exp is e**x.
func Exp(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 0) || x > 710 || x < -746 || x == 0:
		return math.Exp(x)
	}
	m, k := expDD(dd{x, 0})
	return m.ldexp(k)
}

// Exp2 is 2**x.
func Exp2(x float64) float64 {
	switch {
	case x != x || x > 1024 || x < -1080 || x == 0:
		return math.Exp2(x)
	}
	n := math.RoundToEven(x)
	m, k := expDD(ln2.times(x - n))
	return m.ldexp(k + int(n))
}

func special(x float64) bool { return !(x > 0) || math.IsInf(x, 1) || x == 1 }

// Log is the natural logarithm.
func Log(x float64) float64 {
	if special(x) {
		return math.Log(x)
	}
	return logDD(dd{x, 0}).float()
}

// Log2 is the logarithm to base 2.
func Log2(x float64) float64 {
	if special(x) {
		return math.Log2(x)
	}
	if m, e := math.Frexp(x); m == 0.5 {
		return float64(e - 1)
	}
	return logDD(dd{x, 0}).div(ln2).float()
}

// Pow is C's pow(x, y), with the special cases of C99.
func Pow(x, y float64) float64 {
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
	if y == math.Floor(y) && math.Abs(y) <= 64 {
		return sign * powInteger(x, int(y))
	}
	l := logDD(dd{x, 0})
	switch p := l.hi * y; {
	case p > 710:
		return sign * math.Inf(1)
	case p < -746:
		return sign * 0
	}
	m, k := expDD(l.times(y))
	return sign * m.ldexp(k)
}

// powInteger multiplies: exact results come out exact.
func powInteger(x float64, n int) float64 {
	m, e := math.Frexp(x)
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
	return r.ldexp(e)
}
