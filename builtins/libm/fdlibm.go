package libm

// This file defines the functions that C libraries compute from exp, expm1, log
// and log1p in a few steps of float arithmetic. The steps are those of Sun's
// fdlibm, which the libraries descend from, so that the last digits agree;
// rounding correctly instead would differ in up to a quarter of the cases. The
// conversions keep compilers from fusing products and sums.

import "math"

// Expm1 is e**x - 1, and Log1p log(1+x): package math's come from fdlibm.
func Expm1(x float64) float64 { return math.Expm1(x) }

// Log1p is log(1+x).
func Log1p(x float64) float64 { return math.Log1p(x) }

// Log10 is the logarithm to base 10.
func Log10(x float64) float64 {
	if special(x) {
		return math.Log10(x)
	}
	const (
		log10e   = 4.34294481903251816668e-01
		log10of2 = 3.01029995663611771306e-01 // short, so that multiples are exact
		tail     = 3.69423907715893078616e-13
	)
	m, e := math.Frexp(x) // m in [0.5, 1)
	k := e - 1
	m *= 2
	if k < 0 {
		k++
		m /= 2
	}
	y := float64(k)
	z := float64(y*tail) + float64(log10e*Log(m))
	return z + float64(y*log10of2)
}

// Sinh is the hyperbolic sine.
func Sinh(x float64) float64 {
	a := math.Abs(x)
	h := math.Copysign(0.5, x)
	switch {
	case x != x || math.IsInf(x, 0) || a < 0x1p-28:
		return x
	case a < 1:
		t := Expm1(a)
		return h * (2*t - float64(t*t)/(t+1))
	case a < 22:
		t := Expm1(a)
		return h * (t + t/(t+1))
	case a < 709.78:
		return h * Exp(a)
	}
	w := Exp(0.5 * a)
	return h * w * w
}

// Cosh is the hyperbolic cosine.
func Cosh(x float64) float64 {
	a := math.Abs(x)
	switch {
	case x != x || math.IsInf(x, 0):
		return a
	case a < 0.5*math.Ln2:
		t := Expm1(a)
		w := 1 + t
		return 1 + float64(t*t)/(w+w)
	case a < 22:
		t := Exp(a)
		return float64(0.5*t) + 0.5/t
	case a < 709.78:
		return 0.5 * Exp(a)
	}
	w := Exp(0.5 * a)
	return 0.5 * w * w
}

// Tanh is the hyperbolic tangent.
func Tanh(x float64) float64 {
	a := math.Abs(x)
	var z float64
	switch {
	case x != x || a < 0x1p-55:
		return x
	case a >= 22:
		z = 1
	case a >= 1:
		z = 1 - 2/(Expm1(2*a)+2)
	default:
		t := Expm1(-2 * a)
		z = -t / (t + 2)
	}
	return math.Copysign(z, x)
}

// Asinh is the inverse hyperbolic sine.
func Asinh(x float64) float64 {
	a := math.Abs(x)
	var w float64
	switch {
	case x != x || math.IsInf(x, 0) || a < 0x1p-28:
		return x
	case a > 0x1p28:
		w = Log(a) + math.Ln2
	case a > 2:
		w = Log(2*a + 1/(math.Sqrt(float64(a*a)+1)+a))
	default:
		t := x * x
		w = Log1p(a + t/(1+math.Sqrt(1+t)))
	}
	return math.Copysign(w, x)
}

// Acosh is the inverse hyperbolic cosine.
func Acosh(x float64) float64 {
	switch {
	case !(x > 1) || math.IsInf(x, 1):
		return math.Acosh(x)
	case x > 0x1p28:
		return Log(x) + math.Ln2
	case x > 2:
		return Log(2*x - 1/(x+math.Sqrt(float64(x*x)-1)))
	}
	t := x - 1
	return Log1p(t + math.Sqrt(2*t+float64(t*t)))
}

// Atanh is the inverse hyperbolic tangent.
func Atanh(x float64) float64 {
	a := math.Abs(x)
	var t float64
	switch {
	case !(a < 1) || a < 0x1p-28:
		return math.Atanh(x)
	case a < 0.5:
		t = a + a
		t = 0.5 * Log1p(t+float64(t*a)/(1-a))
	default:
		t = 0.5 * Log1p((a+a)/(1-a))
	}
	return math.Copysign(t, x)
}

// Erf is the error function.
func Erf(x float64) float64 { return math.Erf(x) }

// Erfc is its complement.
func Erfc(x float64) float64 { return math.Erfc(x) }
