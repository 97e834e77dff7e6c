package types

// This file defines sin, cos, atan2 and hypot of floats to the last bit, in the
// way of floatpow.go.

import (
	"math"
	"math/big"
	"sync"
)

// halfPi is pi/2 in four parts, the first three short enough that their product
// with a number below 2**20 is exact.
var halfPi = [4]float64{0x1.921fb544p+0, 0x1.0b4611a6p-34, 0x1.3198a2ep-69, 0x1.b839a252049c1p-104}

// reduce returns x - n*pi/2 with |r| at most about pi/4, and n mod 4.
func reduce(x float64) (r dd, quadrant int) {
	if math.Abs(x) >= 1<<20 {
		return reduceLarge(x)
	}
	n := math.RoundToEven(x * (2 / math.Pi))
	r = twoSum(x, -n*halfPi[0])
	r = r.add(dd{-n * halfPi[1], 0}).add(dd{-n * halfPi[2], 0}).add(twoProd(-n, halfPi[3]))
	return r, int(int64(n) & 3)
}

// bigHalfPi is pi/2 with enough bits to reduce any float, by Machin's formula.
var bigHalfPi = sync.OnceValue(func() *big.Float {
	const bits = 1400
	arctan := func(n int64) *big.Int { // arctan(1/n) * 2**bits
		term := new(big.Int).Div(new(big.Int).Lsh(big.NewInt(1), bits), big.NewInt(n))
		sum := new(big.Int).Set(term)
		square := big.NewInt(-n * n)
		for k := int64(3); term.Sign() != 0; k += 2 {
			term.Quo(term, square)
			sum.Add(sum, new(big.Int).Quo(term, big.NewInt(k)))
		}
		return sum
	}
	x := arctan(5)
	x.Mul(x, big.NewInt(8)).Sub(x, new(big.Int).Mul(arctan(239), big.NewInt(2)))
	f := new(big.Float).SetPrec(bits).SetInt(x)
	return f.SetMantExp(f, -bits)
})

func reduceLarge(x float64) (dd, int) {
	h := bigHalfPi()
	v := new(big.Float).SetPrec(h.Prec()).SetFloat64(x)
	q := new(big.Float).Quo(v, h)
	half := big.NewFloat(0.5)
	if x < 0 {
		half.Neg(half)
	}
	n, _ := q.Add(q, half).Int(nil)
	v.Sub(v, new(big.Float).SetPrec(h.Prec()).Mul(h, new(big.Float).SetPrec(h.Prec()).SetInt(n)))
	hi, _ := v.Float64()
	lo, _ := v.Sub(v, new(big.Float).SetFloat64(hi)).Float64()
	return dd{hi, lo}, int(new(big.Int).And(n, big.NewInt(3)).Int64())
}

// sinCos returns the sine and cosine of r, |r| at most about pi/4, by their
// series.
func sinCos(r dd) (sin, cos dd) {
	square := r.mul(r)
	if square.hi < 1e-36 {
		return r, dd{1, 0}
	}
	sin, cos = inverseFactorials[29], inverseFactorials[28]
	for n := 27; n >= 1; n -= 2 {
		sin = inverseFactorials[n].addSmall(sin.mul(square).neg())
		cos = inverseFactorials[n-1].addSmall(cos.mul(square).neg())
	}
	return sin.mul(r), cos
}

// sinCosDD returns the sine and cosine of x.
func sinCosDD(x float64) (sin, cos dd) {
	r, quadrant := reduce(x)
	s, c := sinCos(r)
	switch quadrant {
	case 1:
		return c, s.neg()
	case 2:
		return s.neg(), c.neg()
	case 3:
		return c.neg(), s
	}
	return s, c
}

func special(x float64) bool { return x == 0 || x != x || math.IsInf(x, 0) }

// FloatSin is sin(x), NaN for infinities.
func FloatSin(x float64) float64 {
	if special(x) || math.Abs(x) < 1e-8 {
		return math.Sin(x)
	}
	s, _ := sinCosDD(x)
	return s.hi
}

// FloatCos is cos(x), NaN for infinities.
func FloatCos(x float64) float64 {
	if special(x) {
		return math.Cos(x)
	}
	_, c := sinCosDD(x)
	return c.hi
}

// FloatTan is tan(x), NaN for infinities.
func FloatTan(x float64) float64 {
	if special(x) || math.Abs(x) < 1e-8 {
		return math.Tan(x)
	}
	s, c := sinCosDD(x)
	return s.div(c).hi
}

// FloatAtan2 is the angle of the point (x, y), with C's special cases.
func FloatAtan2(y, x float64) float64 {
	a := math.Atan2(y, x)
	if special(x) || special(y) || math.Abs(a) < 1e-300 {
		return a
	}
	// One step of Newton's method: sin(angle - a) = (y cos a - x sin a) / r.
	_, ex := math.Frexp(x)
	_, ey := math.Frexp(y)
	e := max(ex, ey)
	y, x = math.Ldexp(y, -e), math.Ldexp(x, -e)
	s, c := sinCosDD(a)
	d := c.scale(y).add(s.scale(x).neg())
	return dd{a, 0}.add(d.div(dd{math.Hypot(x, y), 0})).hi
}

// FloatHypot is the distance of the point (x, y) from the origin.
func FloatHypot(x, y float64) float64 {
	if special(x) || special(y) {
		return math.Hypot(x, y)
	}
	_, ex := math.Frexp(x)
	_, ey := math.Frexp(y)
	e := max(ex, ey)
	x, y = math.Ldexp(x, -e), math.Ldexp(y, -e)
	sum := twoProd(x, x).add(twoProd(y, y))
	h := math.Sqrt(sum.hi)
	rest := sum.add(twoProd(h, h).neg())
	return quickTwoSum(h, rest.hi/(2*h)).round(e)
}
