package decnum

// This file defines how digits are counted, added and taken away.

import (
	"math/big"
	"math/bits"
	"sync/atomic"
)

var small = [20]uint64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19}

// tens keeps the powers of ten that have been asked for.
var tens [320]atomic.Pointer[big.Int]

// Ten returns 10**n, which must not be changed. n is not negative.
func Ten(n int64) *big.Int {
	if n >= int64(len(tens)) {
		return new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
	}
	if p := tens[n].Load(); p != nil {
		return p
	}
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(n), nil)
	tens[n].Store(p)
	return p
}

// NumDigits counts the digits of the coefficient. 0 has one.
func (d *Decimal) NumDigits() int64 { return count(&d.Coeff) }

func count(n *big.Int) int64 {
	b := n.BitLen()
	if b <= 64 {
		return countSmall(n.Uint64())
	}
	// log10(2) = 0.30102999566398…: the estimate is the number or one less.
	low := int64(uint64(b-1)*30102999566/100000000000) + 1
	if n.CmpAbs(Ten(low)) >= 0 {
		low++
	}
	return low
}

func countSmall(n uint64) int64 {
	if n == 0 {
		return 1
	}
	guess := bits.Len64(n) * 1233 >> 12
	if guess < len(small) && n >= small[guess] {
		guess++
	}
	return int64(guess)
}

// A rest is what taking digits away lost, compared with half a unit.
type rest uint8

const (
	nothing rest = iota
	belowHalf
	half
	aboveHalf
)

func restOf(cmp int) rest { return rest(cmp + int(half)) }

// split takes n > 0 digits off the end of a coefficient.
func split(coeff *big.Int, n int64) (*big.Int, rest) {
	q := new(big.Int)
	if coeff.Sign() == 0 {
		return q, nothing
	}
	if coeff.IsUint64() {
		if n > 19 { // half of 10**20 is more than 64 bits hold
			return q, belowHalf
		}
		unit := small[n]
		v := coeff.Uint64()
		r := v % unit
		q.SetUint64(v / unit)
		switch h := unit / 2; { // even: n > 0
		case r == 0:
			return q, nothing
		case r < h:
			return q, belowHalf
		case r == h:
			return q, half
		}
		return q, aboveHalf
	}
	if n > count(coeff) {
		return q, belowHalf
	}
	unit := Ten(n)
	r := new(big.Int)
	q.QuoRem(coeff, unit, r)
	if r.Sign() == 0 {
		return q, nothing
	}
	return q, restOf(r.Lsh(r, 1).Cmp(unit))
}

// shifted returns coeff * 10**n.
func shifted(coeff *big.Int, n int64) *big.Int {
	if n == 0 || coeff.Sign() == 0 {
		return coeff
	}
	if n < int64(len(small)) && coeff.IsUint64() {
		if hi, lo := bits.Mul64(coeff.Uint64(), small[n]); hi == 0 {
			return new(big.Int).SetUint64(lo)
		}
	}
	return new(big.Int).Mul(coeff, Ten(n))
}

// Strip takes away trailing zeros as long as the exponent stays at most top.
func (d *Decimal) Strip(top int64) {
	if d.Coeff.Sign() == 0 || d.Exponent >= top {
		return
	}
	// Zeros in the decimal end need as many in the binary one.
	most := min(int64(d.Coeff.TrailingZeroBits()), top-d.Exponent)
	if most == 0 {
		return
	}
	q := &d.Coeff
	step := int64(1)
	for step*2 <= most {
		step *= 2
	}
	for ; step > 0; step /= 2 {
		for most >= step {
			n, r := split(q, step)
			if r != nothing {
				break
			}
			q = n
			d.Exponent += step
			most -= step
		}
	}
	d.Coeff = *q
}

// Pad writes a finite number other than 0 with at least n digits.
func (d *Decimal) Pad(n int64) Condition {
	missing := n - d.NumDigits()
	if missing <= 0 || d.Form != Finite || d.Coeff.Sign() == 0 {
		return 0
	}
	if n > MaxDigits {
		return TooBig
	}
	d.Coeff = *shifted(&d.Coeff, missing)
	d.Exponent -= missing
	return 0
}
