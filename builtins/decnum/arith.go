package decnum

// This file defines sums and products. Operands are not NaN.

import (
	"math/big"
	"math/bits"
)

// Round rounds x.
func (c *Context) Round(x *Decimal) (*Decimal, Condition) {
	d := x.Copy()
	return d, c.Finish(d)
}

// Plus is 0 + x.
func (c *Context) Plus(x *Decimal) (*Decimal, Condition) {
	d := x.Copy()
	if d.IsZero() {
		d.Negative = d.Negative && c.Rounding == Floor
	}
	return d, c.Finish(d)
}

// Minus is 0 - x.
func (c *Context) Minus(x *Decimal) (*Decimal, Condition) {
	d := x.Copy()
	d.Negative = !d.Negative
	return c.Plus(d)
}

// Abs is |x|.
func (c *Context) Abs(x *Decimal) (*Decimal, Condition) {
	d := x.Abs()
	return d, c.Finish(d)
}

// Add is x + y.
func (c *Context) Add(x, y *Decimal) (*Decimal, Condition) { return c.add(x, y, y.Negative) }

// Sub is x - y.
func (c *Context) Sub(x, y *Decimal) (*Decimal, Condition) { return c.add(x, y, !y.Negative) }

// add is x + y with a sign given for y.
func (c *Context) add(x, y *Decimal, negative bool) (*Decimal, Condition) {
	switch {
	case x.Form == Infinite && y.Form == Infinite && x.Negative != negative:
		return Nan(), InvalidOperation
	case x.Form == Infinite:
		return Inf(x.Negative), 0
	case y.Form == Infinite:
		return Inf(negative), 0
	}
	d := new(Decimal)
	a, b := &x.Coeff, &y.Coeff
	d.Exponent = x.Exponent
	if x.Exponent != y.Exponent {
		var ok bool
		if x.Exponent > y.Exponent {
			a, b, d.Exponent, ok = c.align(x, y)
		} else {
			b, a, d.Exponent, ok = c.align(y, x)
		}
		if !ok {
			return Nan(), TooBig
		}
	}
	if x.Negative == negative {
		d.Negative = negative
		if a.IsUint64() && b.IsUint64() {
			if sum, carry := bits.Add64(a.Uint64(), b.Uint64(), 0); carry == 0 {
				d.Coeff.SetUint64(sum)
				return d, c.Finish(d)
			}
		}
		d.Coeff.Add(a, b)
		return d, c.Finish(d)
	}
	switch a.CmpAbs(b) {
	case 0:
		d.Negative = c.Rounding == Floor
	case 1:
		d.Negative = x.Negative
		d.Coeff.Sub(a, b)
	default:
		d.Negative = negative
		d.Coeff.Sub(b, a)
	}
	return d, c.Finish(d)
}

// align returns the coefficients of x, whose exponent is larger, and y in a
// common exponent. A y that is far below x's last digit is replaced by the
// smallest number that rounds in the same way.
func (c *Context) align(x, y *Decimal) (a, b *big.Int, exponent int64, ok bool) {
	if x.Coeff.Sign() == 0 {
		return &x.Coeff, &y.Coeff, y.Exponent, true
	}
	b, exponent = &y.Coeff, y.Exponent
	below := x.Exponent - 1
	if digits := x.NumDigits(); digits <= c.Precision {
		below += digits - c.Precision - 1
	}
	if y.Adjusted() < below {
		exponent = below
		if b.Sign() != 0 {
			b = one
		}
	}
	n := x.Exponent - exponent
	if n > MaxDigits {
		return nil, nil, 0, false
	}
	return shifted(&x.Coeff, n), b, exponent, true
}

// Mul is x * y.
func (c *Context) Mul(x, y *Decimal) (*Decimal, Condition) {
	d, what := product(x, y)
	return d, what | c.Finish(d)
}

// product is x * y, exactly.
func product(x, y *Decimal) (*Decimal, Condition) {
	negative := x.Negative != y.Negative
	if x.Form == Infinite || y.Form == Infinite {
		if x.IsZero() || y.IsZero() {
			return Nan(), InvalidOperation
		}
		return Inf(negative), 0
	}
	d := &Decimal{Negative: negative, Exponent: x.Exponent + y.Exponent}
	if x.Coeff.IsUint64() && y.Coeff.IsUint64() {
		if hi, lo := bits.Mul64(x.Coeff.Uint64(), y.Coeff.Uint64()); hi == 0 {
			d.Coeff.SetUint64(lo)
			return d, 0
		}
	} else if x.Coeff.BitLen()+y.Coeff.BitLen() > 4*MaxDigits {
		return Nan(), TooBig
	}
	d.Coeff.Mul(&x.Coeff, &y.Coeff)
	return d, 0
}

// FMA is x * y + z, rounded once.
func (c *Context) FMA(x, y, z *Decimal) (*Decimal, Condition) {
	p, what := product(x, y)
	if what != 0 {
		return p, what
	}
	return c.Add(p, z)
}
