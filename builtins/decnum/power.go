package decnum

// This file defines powers. Operands are not NaN.

import (
	"math"
	"math/big"
)

// Pow is x ** y. Exact results of an integer power are returned as such; every
// other power is padded to the precision and Inexact, as in CPython, even where
// a root happens to be exact.
func (c *Context) Pow(x, y *Decimal) (*Decimal, Condition) {
	whole := y.IsInteger()
	negative := x.Negative && whole && y.odd()
	switch {
	case x.IsZero() && y.IsZero():
		return Nan(), InvalidOperation
	case x.IsZero() && y.Negative:
		return Inf(negative), 0
	case x.IsZero():
		return Zero(negative, 0), 0
	case x.Negative && !whole:
		return Nan(), InvalidOperation
	case y.Form == Infinite:
		return c.toInfinity(x, y.Negative)
	case x.Form == Infinite && y.IsZero(), y.IsZero():
		return New(1, 0), 0
	case x.Form == Infinite && y.Negative:
		return Zero(negative, 0), 0
	case x.Form == Infinite:
		return Inf(negative), 0
	}
	x = x.Abs()
	if whole {
		if d, what, ok := c.integerPower(x, y, negative); ok {
			return d, what
		}
	} else if d, what, ok := c.root(x, y); ok {
		return d, what
	}
	return c.realPower(x, y, negative)
}

// odd says whether a finite integer is odd.
func (y *Decimal) odd() bool {
	if y.Exponent > 0 || y.Coeff.Sign() == 0 {
		return false
	}
	n, _ := y.Int()
	return n.Bit(0) == 1
}

// toInfinity is x ** ±Infinity.
func (c *Context) toInfinity(x *Decimal, negative bool) (*Decimal, Condition) {
	cmp := x.Cmp(New(1, 0))
	switch {
	case cmp == 0:
		d := New(1, 0)
		return d, d.Pad(c.Precision) | Inexact | Rounded
	case (cmp > 0) == negative:
		return new(Decimal), 0
	}
	return Inf(false), 0
}

// exactDigits is up to how many digits a power is written out before it is
// rounded: those that could end where the precision does, or a tie beyond.
func (c *Context) exactDigits() int64 { return c.Precision + 2 }

// integerPower computes a power exactly if its digits, but for zeros at the end,
// are about as many as the precision.
func (c *Context) integerPower(x, y *Decimal, negative bool) (*Decimal, Condition, bool) {
	if y.Negative {
		if x = x.inverse(); x == nil {
			return nil, 0, false
		}
	}
	base := x.Copy()
	base.Strip(1 << 62)
	zeros := base.Exponent - x.Exponent
	if base.Exponent == 0 && base.Coeff.Cmp(one) == 0 {
		d, what := c.powerOfOne(zeros, y)
		d.Negative = negative
		return d, what, true
	}
	coeff := big.NewInt(1)
	if base.Coeff.Cmp(one) != 0 {
		if y.Adjusted() > 10 {
			return nil, 0, false
		}
		n, _ := y.Int()
		n.Abs(n)
		// A power of n bits is longer than (n-1) * y bits.
		if float64(n.Int64())*float64(base.Coeff.BitLen()-1) > float64(bitsOf(c.exactDigits())) {
			return nil, 0, false
		}
		coeff.Exp(&base.Coeff, n, nil)
	}
	if y.Adjusted() > 20 && base.Exponent != 0 { // 10**k with k beyond all exponents
		d, what := c.beyond(negative, sign(base.Exponent < 0))
		return d, what, true
	}
	n, _ := y.Int()
	if n == nil {
		return nil, 0, false
	}
	n.Abs(n)
	e := new(big.Int).Mul(n, big.NewInt(base.Exponent))
	if !e.IsInt64() || max(e.Int64(), -e.Int64()) > 4*MaxExponent {
		d, what := c.beyond(negative, e.Sign())
		return d, what, true
	}
	d := &Decimal{Negative: negative, Coeff: *coeff, Exponent: e.Int64()}
	trailing := n.Mul(n, big.NewInt(zeros))
	room := max(c.Precision+1-d.NumDigits(), 0)
	if trailing.IsInt64() {
		room = min(room, trailing.Int64())
	}
	if room > MaxDigits {
		return Nan(), TooBig, true
	}
	d.Coeff = *shifted(&d.Coeff, room)
	d.Exponent -= room
	return d, c.Finish(d), true
}

// powerOfOne is 1.00… ** y, with as many zeros as there is room for.
func (c *Context) powerOfOne(zeros int64, y *Decimal) (*Decimal, Condition) {
	d := New(1, 0)
	if y.Negative {
		return d, 0
	}
	var what Condition
	room := c.Precision - 1
	if zeros == 0 {
		room = 0
	} else if y.Adjusted() <= 20 {
		n, _ := y.Int()
		if n.Mul(n, big.NewInt(zeros)); n.Cmp(big.NewInt(room)) <= 0 {
			room = n.Int64()
		} else {
			what = Rounded
		}
	} else {
		what = Rounded
	}
	return d, what | d.Pad(room+1)
}

// inverse is 1 / x, nil if that has no end.
func (x *Decimal) inverse() *Decimal {
	base := x.Copy()
	base.Strip(1 << 62)
	n := &base.Coeff
	twos := int64(n.TrailingZeroBits())
	d := &Decimal{}
	if int64(n.BitLen()) == twos+1 { // 1 / 2**k = 5**k / 10**k
		d.Coeff.Exp(big.NewInt(5), big.NewInt(twos), nil)
		d.Exponent = -twos - base.Exponent
	} else if n.Bit(0) == 1 {
		fives := int64(math.Round(float64(n.BitLen()-1)/math.Log2(5) + 0.2))
		for k := max(fives-1, 1); k <= fives+1; k++ {
			if new(big.Int).Exp(big.NewInt(5), big.NewInt(k), nil).Cmp(n) == 0 {
				d.Coeff.Lsh(one, uint(k))
				d.Exponent = -k - base.Exponent
				d.Strip(-x.Exponent)
				return d
			}
		}
		return nil
	} else {
		return nil
	}
	d.Strip(-x.Exponent)
	return d
}

// root computes a power with a fraction if it is rational and not long: x ** (p/q)
// in lowest terms is, if x without the zeros at its end is the q-th power of an
// integer.
func (c *Context) root(x, y *Decimal) (*Decimal, Condition, bool) {
	if x.Cmp(New(1, 0)) == 0 {
		d := New(1, 0)
		what := d.Pad(c.Precision)
		return d, what | c.Finish(d) | Inexact | Rounded, true
	}
	if -y.Exponent > MaxDigits || y.Adjusted() > 20 {
		return nil, 0, false
	}
	base := x
	if y.Negative {
		if base = x.inverse(); base == nil {
			return nil, 0, false
		}
	}
	base = base.Copy()
	base.Strip(1 << 62)
	// y is p / (2**i * 5**j).
	p, twos, fives := new(big.Int).Set(&y.Coeff), -y.Exponent, -y.Exponent
	five, r := big.NewInt(5), new(big.Int)
	for ; twos > 0 && p.Bit(0) == 0; twos-- {
		p.Rsh(p, 1)
	}
	for ; fives > 0; fives-- {
		q, rest := new(big.Int).QuoRem(p, five, r)
		if rest.Sign() != 0 {
			break
		}
		p = q
	}
	coeff := &base.Coeff
	if coeff.Cmp(one) != 0 {
		if long := int64(coeff.BitLen()); twos > 64 || fives > 64 || int64(1)<<min(twos, 62) > long {
			return nil, 0, false
		}
		for range twos {
			if coeff = exactSqrt(coeff); coeff == nil {
				return nil, 0, false
			}
		}
		for range fives {
			if coeff = exactFifth(coeff); coeff == nil {
				return nil, 0, false
			}
			if coeff.Cmp(one) == 0 {
				return nil, 0, false
			}
		}
	}
	e := new(big.Int).Mul(p, big.NewInt(base.Exponent))
	if base.Exponent != 0 {
		if twos > 64 || fives > 64 { // more than any exponent divides
			return nil, 0, false
		}
		q := new(big.Int).Exp(five, big.NewInt(fives), nil)
		q.Lsh(q, uint(twos))
		if e.QuoRem(e, q, r); r.Sign() != 0 {
			return nil, 0, false
		}
	}
	if !e.IsInt64() || max(e.Int64(), -e.Int64()) > 4*MaxExponent {
		d, what := c.beyond(false, e.Sign())
		return d, what, true
	}
	d := &Decimal{Coeff: *big.NewInt(1), Exponent: e.Int64()}
	if coeff.Cmp(one) != 0 {
		if !p.IsInt64() || float64(p.Int64())*float64(coeff.BitLen()-1) > float64(bitsOf(c.exactDigits())) {
			return nil, 0, false
		}
		d.Coeff.Exp(coeff, p, nil)
	}
	what := d.Pad(c.Precision)
	if what != 0 {
		return Nan(), what, true
	}
	what = c.Finish(d) | Inexact | Rounded
	if what&Subnormal != 0 {
		what |= Underflow
	}
	return d, what, true
}

func exactSqrt(n *big.Int) *big.Int {
	s := new(big.Int).Sqrt(n)
	if new(big.Int).Mul(s, s).Cmp(n) != 0 {
		return nil
	}
	return s
}

// exactFifth is the fifth root, by Newton's rule from above.
func exactFifth(n *big.Int) *big.Int {
	five := big.NewInt(5)
	s := new(big.Int).Lsh(one, uint(n.BitLen()+4)/5)
	for {
		fourth := new(big.Int).Exp(s, big.NewInt(4), nil)
		next := new(big.Int).Quo(n, fourth)
		next.Add(next, new(big.Int).Lsh(s, 2)).Quo(next, five)
		if next.Cmp(s) >= 0 {
			break
		}
		s = next
	}
	if new(big.Int).Exp(s, five, nil).Cmp(n) != 0 {
		return nil
	}
	return s
}

// realPower is e ** (y * ln x) for a positive x other than 1, where the result
// is irrational or too long to end at the precision.
func (c *Context) realPower(x, y *Decimal, negative bool) (*Decimal, Condition) {
	above := x.Cmp(New(1, 0)) > 0
	direction := 1
	if above == y.Negative {
		direction = -1
	}
	zeros := x.smallness()
	// The size of y * ln x: ln x is at least 10**-(zeros+1), and at most about
	// 2.4 * 10**19.
	low := y.Adjusted() - zeros - 2
	high := y.Adjusted() + 1 - max(zeros-2, 0)
	if zeros == 0 {
		first := max(x.Adjusted(), -x.Adjusted())
		high += int64(len(big.NewInt(first).String())) + 1
	}
	switch {
	case low >= 19:
		return c.beyond(negative, direction)
	case high < -c.Precision-3:
		return c.near(negative, direction < 0)
	}
	size := bitsOf(max(y.Adjusted()+1, 0))
	gone := false
	d, what := c.converge(negative, func(digits int64) *estimate {
		p := bitsOf(digits) + 8
		w := p + 72
		l := c.naturalLog(x, w+size+4)
		if l == nil {
			return nil
		}
		l.Mul(l, &y.Coeff)
		if y.Exponent >= 0 {
			l.Mul(l, Ten(y.Exponent))
		} else {
			l.Quo(l, Ten(-y.Exponent))
		}
		if y.Negative {
			l.Neg(l)
		}
		l.Rsh(l, size+4)
		if l.BitLen() > int(w)+64 { // beyond all exponents
			gone = true
			return nil
		}
		return c.tenths(l, p, digits)
	})
	if gone {
		return c.beyond(negative, direction)
	}
	return d, what
}
