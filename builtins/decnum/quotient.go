package decnum

// This file defines quotients, remainders and square roots. Operands are not
// NaN.

import "math/big"

// Quo is x / y. An exact quotient has the exponent nearest to x's less y's.
func (c *Context) Quo(x, y *Decimal) (*Decimal, Condition) {
	negative := x.Negative != y.Negative
	switch {
	case x.Form == Infinite && y.Form == Infinite:
		return Nan(), InvalidOperation
	case x.Form == Infinite:
		return Inf(negative), 0
	case y.Form == Infinite:
		return Zero(negative, c.Tiny()), Clamped
	case y.IsZero() && x.IsZero():
		return Nan(), DivisionUndefined
	case y.IsZero():
		return Inf(negative), DivisionByZero
	}
	ideal := x.Exponent - y.Exponent
	d := &Decimal{Negative: negative, Exponent: ideal}
	if x.IsZero() {
		return d, c.Finish(d)
	}
	if x.Coeff.IsUint64() && y.Coeff.IsUint64() {
		if a, b := x.Coeff.Uint64(), y.Coeff.Uint64(); a%b == 0 {
			d.Coeff.SetUint64(a / b)
			return d, c.Finish(d)
		}
	}
	prec := c.Precision
	if prec > MaxDigits { // only an exact quotient can be written out
		prec = min(x.NumDigits()+4*y.NumDigits(), MaxDigits)
	}
	a := &x.Coeff
	if n := y.NumDigits() - x.NumDigits() + prec + 1; n > 0 {
		if n > 2*MaxDigits {
			return Nan(), TooBig
		}
		a = shifted(a, n)
		d.Exponent -= n
	}
	r := new(big.Int)
	d.Coeff.QuoRem(a, &y.Coeff, r)
	if r.Sign() == 0 {
		d.Strip(ideal)
		return d, c.Finish(d)
	}
	if prec < c.Precision {
		return Nan(), TooBig
	}
	d.sticky()
	return d, c.Finish(d)
}

// sticky makes the last digit tell that something non-zero follows.
func (d *Decimal) sticky() {
	q := new(big.Int).Mul(&d.Coeff, big.NewInt(10))
	d.Coeff = *q.Add(q, one)
	d.Exponent--
}

// QuoRem returns x / y without its fraction, and the rest of x, both exactly.
// They are for the caller to finish.
func (c *Context) QuoRem(x, y *Decimal) (q, r *Decimal, what Condition) {
	negative := x.Negative != y.Negative
	switch {
	case x.Form == Infinite && y.Form == Infinite:
		return Nan(), Nan(), InvalidOperation
	case x.Form == Infinite:
		return Inf(negative), Nan(), 0
	case y.Form == Infinite:
		return Zero(negative, 0), x.Copy(), 0
	case y.IsZero() && x.IsZero():
		return Nan(), Nan(), DivisionUndefined
	case y.IsZero():
		return Inf(negative), Nan(), DivisionByZero
	}
	e := min(x.Exponent, y.Exponent)
	if x.IsZero() {
		return Zero(negative, 0), Zero(x.Negative, e), 0
	}
	apart := x.Adjusted() - y.Adjusted()
	if apart > c.Precision {
		return Nan(), Nan(), DivisionImpossible
	}
	if x.Exponent-e > MaxDigits || apart >= 0 && y.Exponent-e > MaxDigits {
		return Nan(), Nan(), TooBig
	}
	n := shifted(&x.Coeff, x.Exponent-e)
	if apart < 0 {
		return Zero(negative, 0), &Decimal{Negative: x.Negative, Coeff: *n, Exponent: e}, 0
	}
	q, r = &Decimal{Negative: negative}, &Decimal{Negative: x.Negative, Exponent: e}
	q.Coeff.QuoRem(n, shifted(&y.Coeff, y.Exponent-e), &r.Coeff)
	if q.NumDigits() > c.Precision {
		return Nan(), Nan(), DivisionImpossible
	}
	return q, r, 0
}

// QuoInt is x / y without its fraction.
func (c *Context) QuoInt(x, y *Decimal) (*Decimal, Condition) {
	q, _, what := c.QuoRem(x, y)
	return q, what | c.Finish(q)
}

// Rem is x - y * QuoInt(x, y).
func (c *Context) Rem(x, y *Decimal) (*Decimal, Condition) {
	_, r, what := c.QuoRem(x, y)
	if x.Form == Infinite || what&DivisionByZero != 0 {
		return Nan(), InvalidOperation
	}
	return r, what | c.Finish(r)
}

// RemNear is x - y * n for the integer n nearest to x / y.
func (c *Context) RemNear(x, y *Decimal) (*Decimal, Condition) {
	q, r, what := c.QuoRem(x, y)
	if x.Form == Infinite || what&DivisionByZero != 0 {
		return Nan(), InvalidOperation
	}
	if what != 0 || y.Form == Infinite {
		return r, what | c.Finish(r)
	}
	twice := &Decimal{Exponent: r.Exponent}
	twice.Coeff.Lsh(&r.Coeff, 1)
	if cmp := twice.cmpAbs(y); cmp > 0 || cmp == 0 && q.Coeff.Bit(0) == 1 {
		q.Coeff.Add(&q.Coeff, one)
		if q.NumDigits() > c.Precision {
			return Nan(), DivisionImpossible
		}
		negative := y.Negative
		if r.Negative == y.Negative {
			negative = !negative
		}
		// The remainder keeps x's sign where nothing is left of it.
		was := r.Negative
		if r, what = exact().add(r, y, negative); what&Failed != 0 {
			return r, what
		}
		if r.IsZero() {
			r.Negative = was
		}
	}
	return r, c.Finish(r)
}

// Sqrt is the square root, rounded half even.
func (c *Context) Sqrt(x *Decimal) (*Decimal, Condition) {
	even := *c
	even.Rounding = HalfEven
	ideal := x.Exponent >> 1
	if x.IsZero() {
		d := Zero(x.Negative, ideal)
		return d, even.Finish(d)
	}
	if x.Negative {
		return Nan(), InvalidOperation
	}
	if x.Form == Infinite {
		return Inf(false), 0
	}
	if c.Precision > MaxDigits {
		return Nan(), TooBig
	}
	n, e := &x.Coeff, x.Exponent
	if e&1 != 0 {
		n = shifted(n, 1)
		e--
	}
	if missing := c.Precision + 2 - (x.NumDigits()+1)/2; missing > 0 {
		n = shifted(n, 2*missing)
		e -= 2 * missing
	}
	root := new(big.Int).Sqrt(n)
	d := &Decimal{Coeff: *root, Exponent: e / 2}
	if new(big.Int).Mul(root, root).Cmp(n) == 0 {
		d.Strip(ideal)
	} else {
		d.sticky()
	}
	return d, even.Finish(d)
}
