package decimal

// This file defines the operations of one number, and those on digits.

import (
	"context"
	"strings"

	"starpool/builtins/decnum"
)

// unlocked applies op while other threads run.
func (c *settings) unlocked(t *thread, op operation, x []*decnum.Decimal) (value, error) {
	var d *decnum.Decimal
	var what decnum.Condition
	own := *c
	err := t.Block(func(ctx context.Context) error {
		own.Stop = func() bool { return ctx.Err() != nil }
		d, what = op(&own, x)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	if what&decnum.Failed != 0 {
		d = decnum.Nan()
	}
	return c.result(t, d, what)
}

func logb(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
	v := x[0]
	switch {
	case v.Form == decnum.Infinite:
		return decnum.Inf(false), 0
	case v.IsZero():
		return decnum.Inf(true), decnum.DivisionByZero
	}
	return c.Round(decnum.New(v.Adjusted(), 0))
}

// normalize takes away trailing zeros.
func normalize(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
	d, what := c.Round(x[0])
	if d.Form != decnum.Finite {
		return d, what
	}
	if d.IsZero() {
		return decnum.Zero(d.Negative, 0), what
	}
	top := c.Emax
	if c.Clamp {
		top = c.Top()
	}
	d.Strip(top)
	return d, what
}

// integral rounds to an integer; exact ones report what they lose.
func integral(exact bool) operation {
	return func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
		v := x[0]
		if v.Form == decnum.Infinite || v.Exponent >= 0 {
			return v, 0
		}
		d, what := decnum.Rescale(v, 0, c.Rounding)
		if !exact {
			what = 0
		}
		return d, what
	}
}

// next returns the nearest number above (1) or below (-1).
func next(direction int) operation {
	return func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
		v := x[0]
		up := direction > 0
		if v.Form == decnum.Infinite {
			if v.Negative != up {
				return v, 0
			}
			return c.Largest(v.Negative)
		}
		own := c.Context
		own.Rounding = decnum.Floor
		if up {
			own.Rounding = decnum.Ceiling
		}
		if d, what := own.Round(v); d.Cmp(v) != 0 {
			return d, what & decnum.TooBig
		}
		step := decnum.New(1, c.Tiny()-1)
		step.Negative = !up
		d, what := own.Add(v, step)
		return d, what & decnum.TooBig
	}
}

func nextToward(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
	cmp := x[0].Cmp(x[1])
	if cmp == 0 {
		d := x[0].Copy()
		d.Negative = x[1].Negative
		return d, 0
	}
	d, what := next(-cmp)(c, x[:1])
	switch {
	case d.Form == decnum.Infinite:
		what |= decnum.Overflow | decnum.Inexact | decnum.Rounded
	case d.Form == decnum.Finite && d.Adjusted() < c.Emin:
		what |= decnum.Underflow | decnum.Subnormal | decnum.Inexact | decnum.Rounded
		if d.IsZero() {
			what |= decnum.Clamped
		}
	}
	return d, what
}

// padded returns the last prec digits of a coefficient, with zeros in front.
func (c *settings) padded(d *decnum.Decimal) string {
	s := d.Coeff.String()
	if n := int(c.Precision); len(s) > n {
		return s[len(s)-n:]
	}
	return strings.Repeat("0", int(c.Precision)-len(s)) + s
}

func ofDigits(like *decnum.Decimal, s string) *decnum.Decimal {
	d := &decnum.Decimal{Negative: like.Negative, Exponent: like.Exponent}
	d.Coeff.SetString(s, 10)
	return d
}

// shift moves the digits of a coefficient, or rotates them within the precision.
func shift(rotate bool) operation {
	return func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
		if x[1].Form != decnum.Finite || x[1].Exponent != 0 || !x[1].Coeff.IsInt64() || x[1].Coeff.Int64() > c.Precision {
			return decnum.Nan(), decnum.InvalidOperation
		}
		if c.Precision > decnum.MaxDigits {
			return decnum.Nan(), decnum.TooBig
		}
		if x[0].Form == decnum.Infinite {
			return x[0], 0
		}
		n, s := int(x[1].Coeff.Int64()), c.padded(x[0])
		zeros := strings.Repeat("0", n)
		switch {
		case rotate && x[1].Negative:
			s = s[len(s)-n:] + s[:len(s)-n]
		case rotate:
			s = s[n:] + s[:n]
		case x[1].Negative:
			s = zeros + s[:len(s)-n]
		default:
			s = s[n:] + zeros
		}
		return ofDigits(x[0], s), 0
	}
}

// bits returns the digits of a logical operand: 0 and 1 only.
func (c *settings) bits(d *decnum.Decimal) (string, bool) {
	if d.Form != decnum.Finite || d.Negative || d.Exponent != 0 || d.NumDigits() > max(c.Precision, 1) && strings.Trim(d.Coeff.String(), "01") != "" {
		return "", false
	}
	s := c.padded(d)
	return s, strings.Trim(d.Coeff.String(), "01") == ""
}

func logical(op func(a, b bool) bool) operation {
	return func(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
		if c.Precision > decnum.MaxDigits {
			return decnum.Nan(), decnum.TooBig
		}
		a, ok := c.bits(x[0])
		b, ok2 := c.bits(x[1])
		if !ok || !ok2 {
			return decnum.Nan(), decnum.InvalidOperation
		}
		out := make([]byte, len(a))
		for i := range out {
			out[i] = '0'
			if op(a[i] == '1', b[i] == '1') {
				out[i] = '1'
			}
		}
		return ofDigits(&decnum.Decimal{}, string(out)), 0
	}
}

func invert(c *settings, x []*decnum.Decimal) (*decnum.Decimal, decnum.Condition) {
	if c.Precision > decnum.MaxDigits {
		return decnum.Nan(), decnum.TooBig
	}
	ones := ofDigits(&decnum.Decimal{}, strings.Repeat("1", int(c.Precision)))
	return logical(func(a, b bool) bool { return a != b })(c, []*decnum.Decimal{x[0], ones})
}
