package decnum

// This file defines exp, ln and log10, and the loop that rounds correctly what
// is only known to lie between two numbers. Operands are not NaN.

import "math/big"

// An estimate is coeff * 10**exponent; the true value differs by less than
// err * 10**exponent.
type estimate struct {
	coeff    *big.Int
	exponent int64
}

const estimateError = 4

// bitsOf is how many bits hold that many digits.
func bitsOf(digits int64) uint { return uint(max(digits, 0)*33219281/10000000) + 2 }

// converge rounds an irrational number: compute estimates it with at least so
// many digits, more and more until the rounding is certain. It returns nil to
// say that it was stopped.
func (c *Context) converge(negative bool, compute func(digits int64) *estimate) (*Decimal, Condition) {
	for guard := int64(6); ; guard *= 2 {
		digits := c.Precision + guard
		if digits > MaxDigits {
			return Nan(), TooBig
		}
		if c.stopped() {
			return Nan(), Stopped
		}
		e := compute(digits)
		if e == nil {
			return Nan(), Stopped
		}
		d := &Decimal{Negative: negative, Coeff: *e.coeff, Exponent: e.exponent}
		if d.Coeff.Sign() <= 0 || !c.decided(d) {
			continue
		}
		// No digit of an irrational number is the last.
		d.sticky()
		return d, c.Finish(d) | Inexact | Rounded
	}
}

// decided says that all numbers within estimateError of d round alike.
func (c *Context) decided(d *Decimal) bool {
	digits := d.NumDigits()
	drop := digits - c.Precision
	if first := d.Exponent + digits - 1; first < c.Emin {
		drop = max(drop, c.Tiny()-d.Exponent)
	}
	if drop <= 1 {
		return false
	}
	if drop > digits+1 {
		return true
	}
	unit := Ten(drop)
	low := new(big.Int).Rem(&d.Coeff, unit)
	far := big.NewInt(estimateError)
	if low.Cmp(far) <= 0 || new(big.Int).Sub(unit, low).Cmp(far) <= 0 {
		return false
	}
	low.Lsh(low, 1).Sub(low, unit)
	return low.CmpAbs(big.NewInt(2*estimateError)) > 0
}

// near rounds 1 plus (or minus) something smaller than the last guard digit.
func (c *Context) near(negative, below bool) (*Decimal, Condition) {
	if c.Precision > MaxDigits {
		return Nan(), TooBig
	}
	n := c.Precision + 3
	d := &Decimal{Negative: negative, Exponent: -n}
	if below {
		d.Coeff.Sub(Ten(n), one)
	} else {
		d.Coeff.Add(Ten(n), one)
	}
	return d, c.Finish(d)
}

// beyond is a result above all exponents (sign 1) or below (-1).
func (c *Context) beyond(negative bool, sign int) (*Decimal, Condition) {
	d := &Decimal{Negative: negative, Exponent: c.Emax + 1}
	if sign < 0 {
		d.Exponent = c.Tiny() - 2
	}
	d.Coeff.SetInt64(1)
	return d, c.Finish(d)
}

// Exp is e**x, rounded half even.
func (c *Context) Exp(x *Decimal) (*Decimal, Condition) {
	switch {
	case x.Form == Infinite && x.Negative:
		return new(Decimal), 0
	case x.Form == Infinite:
		return Inf(false), 0
	case x.IsZero():
		return New(1, 0), 0
	}
	even := *c
	even.Rounding = HalfEven
	switch first := x.Adjusted(); {
	case first >= 19: // more than twice 10**18 * ln 10, and the exponents end there
		return even.beyond(false, sign(x.Negative))
	case first < -c.Precision-2:
		return even.near(false, x.Negative)
	}
	return even.converge(false, func(digits int64) *estimate {
		p := bitsOf(digits) + 8
		return even.tenths(x.fixed(p+72), p, digits)
	})
}

// fixed returns x * 2**p, rounded down in magnitude.
func (x *Decimal) fixed(p uint) *big.Int {
	n := new(big.Int).Lsh(&x.Coeff, p)
	if x.Exponent >= 0 {
		n.Mul(n, Ten(x.Exponent))
	} else if -x.Exponent > x.NumDigits()+int64(p) {
		n.SetInt64(0)
	} else {
		n.Quo(n, Ten(-x.Exponent))
	}
	if x.Negative {
		n.Neg(n)
	}
	return n
}

// tenths estimates e**(x / 2**(p+72)) with the given digits, for which p bits
// are enough. x is at most two units off.
func (c *Context) tenths(x *big.Int, p uint, digits int64) *estimate {
	const more = 72 // a multiple of ln 10 costs as many bits as the power of ten has
	_, ten := c.logs(p + more)
	if ten == nil {
		return nil
	}
	k, r := new(big.Int).DivMod(x, ten, new(big.Int))
	e := c.exponential(r.Rsh(r, more), p)
	if e == nil {
		return nil
	}
	e.Mul(e, Ten(digits-1))
	return &estimate{e.Rsh(e, p), k.Int64() - (digits - 1)}
}

// naturalLog returns ln(x) * 2**p for a positive x, at most two units off; nil if
// stopped.
func (c *Context) naturalLog(x *Decimal, p uint) *big.Int {
	w := p + 72
	n := x.Coeff.BitLen() - 1
	f := new(big.Int)
	if uint(n) <= w {
		f.Lsh(&x.Coeff, w-uint(n))
	} else {
		f.Rsh(&x.Coeff, uint(n)-w)
	}
	y := c.logarithm(f, w)
	two, ten := c.logs(w)
	if y == nil || two == nil {
		return nil
	}
	y.Add(y, two.Mul(two, big.NewInt(int64(n))))
	y.Add(y, ten.Mul(ten, big.NewInt(x.Exponent)))
	return y.Rsh(y, 72)
}

// smallness is how many zeros follow the point in ln x: those of x - 1.
func (x *Decimal) smallness() int64 {
	if first := x.Adjusted(); first > 0 || first < -1 {
		return 0
	}
	t, _ := exact().Sub(x, New(1, 0))
	return max(-t.Adjusted(), 0) + 1
}

// Ln is the natural logarithm, rounded half even.
func (c *Context) Ln(x *Decimal) (*Decimal, Condition) { return c.log(x, false) }

// Log10 is the logarithm to the base ten, rounded half even.
func (c *Context) Log10(x *Decimal) (*Decimal, Condition) { return c.log(x, true) }

func (c *Context) log(x *Decimal, base10 bool) (*Decimal, Condition) {
	even := *c
	even.Rounding = HalfEven
	switch {
	case x.IsZero():
		return Inf(true), 0
	case x.Negative:
		return Nan(), InvalidOperation
	case x.Form == Infinite:
		return Inf(false), 0
	}
	if k, ok := x.powerOfTen(); ok && (base10 || k == 0) {
		d := New(k, 0)
		if !base10 {
			return d, 0
		}
		return d, even.Finish(d)
	}
	zeros := x.smallness()
	return even.converge(x.Cmp(New(1, 0)) < 0, func(digits int64) *estimate {
		p := bitsOf(digits+zeros) + 12
		y := even.naturalLog(x, p)
		if y == nil {
			return nil
		}
		if base10 {
			w := p + 70
			_, ten := even.logs(w)
			if ten == nil {
				return nil
			}
			y.Lsh(y, w)
			y.Quo(y, ten)
		}
		y.Abs(y)
		y.Mul(y, Ten(digits+zeros))
		return &estimate{y.Rsh(y, p), -(digits + zeros)}
	})
}

// powerOfTen returns k if x is 10**k.
func (x *Decimal) powerOfTen() (int64, bool) {
	n := x.NumDigits() - 1
	if x.Coeff.Cmp(Ten(n)) != 0 {
		return 0, false
	}
	return x.Exponent + n, true
}
