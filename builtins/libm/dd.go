// Package libm computes the elementary functions of floats so that their digits
// agree with those of the C library that CPython calls.
//
// Package math's functions are off by a unit in the last place now and then,
// which repr shows. Here they are computed with about 100 bits, in pairs of
// floats ("double-double", dd.go), and rounded once: what comes out is the
// correctly rounded result in practice, and C libraries differ from that in a
// few cases of a thousand at most. For a few functions the common C libraries
// are less exact than that; these follow the arithmetic of the libraries
// (fdlibm.go), or of CPython itself (gamma.go).
//
//	Exp, Log, Pow and their kin   explog.go
//	Sin, Cos, Tan, Atan, …        trig.go
//	Sinh, Erf, …                  fdlibm.go
//	Cbrt, Hypot                   cbrt.go, hypot.go
//	Gamma, Lgamma                 gamma.go
package libm

// This file defines the arithmetic of double-doubles.

import "math"

// A dd is the unevaluated sum hi+lo with |lo| at most half a unit of hi.
type dd struct{ hi, lo float64 }

func sum(a, b float64) dd {
	s := a + b
	t := s - a
	return dd{s, (a - (s - t)) + (b - t)}
}

// norm is sum for |a| >= |b|.
func norm(a, b float64) dd {
	s := a + b
	return dd{s, b - (s - a)}
}

func prod(a, b float64) dd {
	p := a * b
	return dd{p, math.FMA(a, b, -p)}
}

func (x dd) add(y dd) dd {
	s, t := sum(x.hi, y.hi), sum(x.lo, y.lo)
	s = norm(s.hi, s.lo+t.hi)
	return norm(s.hi, s.lo+t.lo)
}

func (x dd) sub(y dd) dd { return x.add(y.neg()) }
func (x dd) neg() dd     { return dd{-x.hi, -x.lo} }

func (x dd) mul(y dd) dd {
	p := prod(x.hi, y.hi)
	return norm(p.hi, p.lo+math.FMA(x.hi, y.lo, x.lo*y.hi))
}

// times multiplies by a float.
func (x dd) times(y float64) dd {
	p := prod(x.hi, y)
	return norm(p.hi, math.FMA(x.lo, y, p.lo))
}

// scale multiplies by a power of two.
func (x dd) scale(p float64) dd { return dd{x.hi * p, x.lo * p} }

func (x dd) div(y dd) dd {
	q := x.hi / y.hi
	r := x.sub(y.times(q))
	q2 := r.hi / y.hi
	r = r.sub(y.times(q2))
	d := norm(q, q2)
	return d.add(dd{r.hi / y.hi, 0})
}

func (x dd) sqrt() dd {
	if x.hi <= 0 {
		return dd{}
	}
	s := math.Sqrt(x.hi)
	r := x.sub(prod(s, s))
	return norm(s, r.hi/(2*s))
}

func (x dd) float() float64 { return x.hi + x.lo }

// series computes the sum of c[i] * x**i.
func series(c []dd, x dd) dd {
	s := c[len(c)-1]
	for i := len(c) - 2; i >= 0; i-- {
		s = c[i].add(s.mul(x))
	}
	return s
}

// ldexp returns x * 2**k, rounded once also where that is subnormal.
func (x dd) ldexp(k int) float64 {
	_, e := math.Frexp(x.hi)
	if e+k > -1021 {
		return math.Ldexp(x.hi, k)
	}
	drop := -1021 - (e + k)
	if drop > 54 {
		return math.Copysign(0, x.hi)
	}
	unit := math.Ldexp(1, e-53+drop)
	q := math.Abs(x.hi) / unit
	lo := x.lo
	if x.hi < 0 {
		lo = -lo
	}
	f := math.Floor(q)
	switch rest := q - f; {
	case rest > 0.5, rest == 0.5 && lo > 0, rest == 0.5 && lo == 0 && math.Mod(f, 2) != 0:
		f++
	}
	return math.Copysign(math.Ldexp(f*unit, k), x.hi)
}
