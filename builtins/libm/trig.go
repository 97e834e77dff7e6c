package libm

// This file defines the trigonometric functions and their inverses.

import (
	"math"
	"math/big"
	"sync"
)

// halfPi in four parts, the first three of 33 bits so that their products with
// counts below 2**20 are exact.
var halfPi = [4]float64{0x1.921fb544p+0, 0x1.0b4611a6p-34, 0x1.3198a2e0p-69, 0x1.b839a252049c1p-104}

var halfPiDD = dd{0x1.921fb54442d18p+0, 0x1.1a62633145c07p-54}

// bigHalfPi is pi/2 to 1300 bits, for arguments of any size.
var bigHalfPi = sync.OnceValue(func() *big.Float {
	const bits = 1400
	one := new(big.Int).Lsh(big.NewInt(1), bits)
	atanInverse := func(n int64) *big.Int {
		term := new(big.Int).Quo(one, big.NewInt(n))
		total := new(big.Int).Set(term)
		square := big.NewInt(n * n)
		for k := int64(3); term.Sign() != 0; k += 2 {
			term.Quo(term, square)
			part := new(big.Int).Quo(term, big.NewInt(k))
			if k%4 == 3 {
				total.Sub(total, part)
			} else {
				total.Add(total, part)
			}
		}
		return total
	}
	// Machin: pi/4 = 4 atan(1/5) - atan(1/239).
	pi := new(big.Int).Lsh(atanInverse(5), 2)
	pi.Sub(pi, atanInverse(239))
	f := new(big.Float).SetPrec(bits).SetInt(pi)
	return f.SetMantExp(f, 1-bits)
})

// reduce returns r = x - n*pi/2 with |r| at most about pi/4, and n modulo 4.
func reduce(x float64) (r dd, quadrant int) {
	if math.Abs(x) <= math.Pi/4 {
		return dd{x, 0}, 0
	}
	n := math.RoundToEven(x / (math.Pi / 2))
	if math.Abs(n) < 1<<20 {
		r = sum(x, -n*halfPi[0])
		r = r.add(dd{-n * halfPi[1], 0}).add(dd{-n * halfPi[2], 0}).add(prod(-n, halfPi[3]))
		return r, int(n) & 3
	}
	h := bigHalfPi()
	v := new(big.Float).SetPrec(1400).SetFloat64(x)
	q := new(big.Float).SetPrec(1400).Quo(v, h)
	q.Add(q, big.NewFloat(math.Copysign(0.5, x)))
	whole, _ := q.Int(nil)
	v.Sub(v, new(big.Float).SetPrec(1400).Mul(new(big.Float).SetPrec(1400).SetInt(whole), h))
	hi, _ := v.Float64()
	lo, _ := v.Sub(v, new(big.Float).SetFloat64(hi)).Float64()
	four := new(big.Int).And(whole, big.NewInt(3))
	return dd{hi, lo}, int(four.Int64())
}

var sinTerms, cosTerms = func() (s, c []dd) {
	sign := 1.0
	for n := 0; n+1 < len(inverseFactorials) && n < 28; n += 2 {
		c = append(c, inverseFactorials[n].scale(sign))
		s = append(s, inverseFactorials[n+1].scale(sign))
		sign = -sign
	}
	return s, c
}()

// sinCos is for |r| up to about pi/4.
func sinCos(r dd) (s, c dd) {
	r2 := r.mul(r)
	return series(sinTerms, r2).mul(r), series(cosTerms, r2)
}

// sinCosAny is for any finite x.
func sinCosAny(x float64) (s, c dd) {
	r, q := reduce(x)
	s, c = sinCos(r)
	switch q {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

func tiny(x float64) bool { return x != x || math.Abs(x) < 0x1p-30 }

// Sin is the sine.
func Sin(x float64) float64 {
	if math.IsInf(x, 0) {
		return math.NaN()
	}
	if tiny(x) {
		if math.Abs(x) > 0x1p-500 {
			return math.FMA(x*x*x, -1.0/6, x)
		}
		return x
	}
	s, _ := sinCosAny(x)
	return s.float()
}

// Cos is the cosine.
func Cos(x float64) float64 {
	if x != x || math.IsInf(x, 0) {
		return math.NaN()
	}
	_, c := sinCosAny(x)
	return c.float()
}

// Tan is the tangent.
func Tan(x float64) float64 {
	if math.IsInf(x, 0) {
		return math.NaN()
	}
	if tiny(x) {
		if math.Abs(x) > 0x1p-300 {
			return math.FMA(x*x*x, 1.0/3, x)
		}
		return x
	}
	s, c := sinCosAny(x)
	return s.div(c).float()
}

// atanDD refines package math's result: with s and c the sine and cosine of y,
// the rest is the arc tangent of (x*c-s)/(c+x*s), which is tiny.
func atanDD(x dd) dd {
	y := math.Atan(x.hi)
	s, c := sinCosAny(y)
	return dd{y, 0}.add(x.mul(c).sub(s).div(c.add(x.mul(s))))
}

// Atan is the arc tangent.
func Atan(x float64) float64 {
	switch {
	case x != x || math.IsInf(x, 0):
		return math.Atan(x)
	case math.Abs(x) < 0x1p-30:
		if math.Abs(x) > 0x1p-300 {
			return math.FMA(x*x*x, -1.0/3, x)
		}
		return x
	case math.Abs(x) > 0x1p60:
		return math.Copysign(math.Pi/2, x)
	}
	return atanDD(dd{x, 0}).float()
}

// Atan2 is the angle of the point (x, y).
func Atan2(y, x float64) float64 {
	switch {
	case x != x || y != y || x == 0 || y == 0 || math.IsInf(x, 0) || math.IsInf(y, 0):
		return math.Atan2(y, x)
	}
	_, ex := math.Frexp(x)
	_, ey := math.Frexp(y)
	switch {
	case ey-ex > 100:
		return math.Copysign(math.Pi/2, y)
	case ey-ex < -100 && x < 0:
		return math.Copysign(math.Pi, y)
	case ey-ex < -1000:
		return y / x
	}
	q := dd{math.Ldexp(math.Abs(y), -ey), 0}.div(dd{math.Ldexp(math.Abs(x), -ex), 0})
	var a dd
	switch d := ey - ex; {
	case d > 30: // near the vertical
		a = halfPiDD.sub(dd{1, 0}.div(q.scale(math.Ldexp(1, d))))
	case d < -40:
		a = q.scale(math.Ldexp(1, d))
	default:
		a = atanDD(q.scale(math.Ldexp(1, d)))
	}
	if x < 0 {
		a = halfPiDD.scale(2).sub(a)
	}
	return math.Copysign(a.float(), y)
}

// Asin is the arc sine.
func Asin(x float64) float64 {
	switch {
	case !(math.Abs(x) < 1):
		return math.Asin(x)
	case math.Abs(x) < 0x1p-30:
		if math.Abs(x) > 0x1p-300 {
			return math.FMA(x*x*x, 1.0/6, x)
		}
		return x
	}
	// asin x = atan(x / sqrt((1-x)(1+x)))
	return angle(dd{x, 0}, sum(1, -x).mul(sum(1, x)).sqrt()).float()
}

// Acos is the arc cosine.
func Acos(x float64) float64 {
	if !(math.Abs(x) < 1) || x == 0 {
		return math.Acos(x)
	}
	if math.Abs(x) < 0x1p-30 {
		return halfPiDD.sub(dd{x, 0}).float()
	}
	a := angle(sum(1, -x).mul(sum(1, x)).sqrt(), dd{math.Abs(x), 0})
	if x < 0 {
		a = halfPiDD.scale(2).sub(a)
	}
	return a.float()
}

// angle is the arc tangent of y/x for x > 0.
func angle(y, x dd) dd {
	if math.Abs(y.hi) > x.hi {
		a := halfPiDD
		if y.hi < 0 {
			a = a.neg()
		}
		return a.sub(atanDD(x.div(y)))
	}
	return atanDD(y.div(x))
}
