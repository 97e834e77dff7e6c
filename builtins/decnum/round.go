package decnum

// This file defines how a result is rounded into a context.

import "math/big"

var one = big.NewInt(1)

// away says whether a coefficient that lost a rest goes one up.
func (r Rounding) away(negative bool, q *big.Int, lost rest) bool {
	if lost == nothing {
		return false
	}
	switch r {
	case Up:
		return true
	case Ceiling:
		return !negative
	case Floor:
		return negative
	case HalfUp:
		return lost >= half
	case HalfDown:
		return lost > half
	case HalfEven:
		return lost > half || lost == half && q.Bit(0) == 1
	case ZeroFiveUp:
		if q.IsUint64() {
			return q.Uint64()%5 == 0
		}
		return new(big.Int).Rem(q, big.NewInt(5)).Sign() == 0
	}
	return false
}

// Finish rounds d, in place, to the precision and the exponents of the context.
func (c *Context) Finish(d *Decimal) Condition {
	switch d.Form {
	case Infinite:
		return 0
	case NaN, SignalingNaN:
		c.cutPayload(d)
		return 0
	}
	if d.Coeff.Sign() == 0 {
		return c.finishZero(d)
	}
	digits := d.NumDigits()
	first := d.Exponent + digits - 1
	if first > c.Emax {
		return c.overflow(d)
	}
	var what Condition
	drop := digits - c.Precision
	if first < c.Emin {
		what = Subnormal
		drop = max(drop, c.Tiny()-d.Exponent)
	}
	if drop <= 0 {
		if c.Clamp && d.Exponent > c.Top() {
			return what | c.fold(d)
		}
		return what
	}
	q, lost := split(&d.Coeff, drop)
	d.Exponent += drop
	what |= Rounded
	if lost != nothing {
		what |= Inexact
		if what&Subnormal != 0 {
			what |= Underflow
		}
		if c.Rounding.away(d.Negative, q, lost) {
			q.Add(q, one)
			if digits-drop == c.Precision && count(q) > c.Precision {
				q, _ = split(q, 1)
				d.Exponent++
				if d.Exponent > c.Top() {
					return what | c.overflow(d)
				}
			}
		}
		if q.Sign() == 0 {
			what |= Clamped
		}
	}
	d.Coeff = *q
	return what
}

func (c *Context) finishZero(d *Decimal) Condition {
	top := c.Emax
	if c.Clamp {
		top = c.Top()
	}
	switch tiny := c.Tiny(); {
	case d.Exponent > top:
		d.Exponent = top
	case d.Exponent < tiny:
		d.Exponent = tiny
	default:
		return 0
	}
	return Clamped
}

// fold lowers an exponent above the top by adding zeros.
func (c *Context) fold(d *Decimal) Condition {
	n := d.Exponent - c.Top()
	if n > MaxDigits {
		*d = *Nan()
		return TooBig
	}
	d.Coeff = *shifted(&d.Coeff, n)
	d.Exponent -= n
	return Clamped
}

// overflow makes d an infinity, or the largest number if the rounding mode does
// not reach one.
func (c *Context) overflow(d *Decimal) Condition {
	finite := false
	switch c.Rounding {
	case Down, ZeroFiveUp:
		finite = true
	case Ceiling:
		finite = d.Negative
	case Floor:
		finite = !d.Negative
	}
	if !finite {
		*d = *Inf(d.Negative)
		return Overflow | Inexact | Rounded
	}
	big, what := c.Largest(d.Negative)
	*d = *big
	return Overflow | Inexact | Rounded | what
}

// Largest returns the largest finite number of the context.
func (c *Context) Largest(negative bool) (*Decimal, Condition) {
	if c.Precision > MaxDigits {
		return Nan(), TooBig
	}
	d := &Decimal{Negative: negative, Exponent: c.Top()}
	d.Coeff.Sub(Ten(c.Precision), one)
	return d, 0
}

// cutPayload keeps the last digits of a NaN's payload that fit.
func (c *Context) cutPayload(d *Decimal) {
	room := c.Precision
	if c.Clamp {
		room--
	}
	if d.Coeff.Sign() != 0 && d.NumDigits() > room {
		d.Coeff = *new(big.Int).Rem(&d.Coeff, Ten(room))
	}
}

// Rescale writes a finite number with an exponent, rounded where digits are lost.
func Rescale(x *Decimal, exponent int64, mode Rounding) (*Decimal, Condition) {
	d := &Decimal{Negative: x.Negative, Exponent: exponent}
	if x.Coeff.Sign() == 0 {
		return d, 0
	}
	lose := exponent - x.Exponent
	if lose <= 0 {
		if -lose > MaxDigits {
			return Nan(), TooBig
		}
		d.Coeff = *shifted(&x.Coeff, -lose)
		return d, 0
	}
	q, lost := split(&x.Coeff, lose)
	what := Rounded
	if lost != nothing {
		what |= Inexact
	}
	if mode.away(x.Negative, q, lost) {
		q.Add(q, one)
	}
	d.Coeff = *q
	return d, what
}
