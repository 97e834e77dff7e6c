package decimal

// This file defines the operations of one number, and those on digits.

import (
	"context"
	"math/big"
	"strings"

	"github.com/cockroachdb/apd/v3"
)

// unlocked applies op while other threads run.
func (c *settings) unlocked(t *thread, op operation, x []*apd.Decimal) (value, error) {
	var d *apd.Decimal
	var what apd.Condition
	own := *c
	err := t.Block(func(ctx context.Context) error {
		d, what = op(&own, x)
		return ctx.Err()
	})
	if err != nil {
		return nil, err
	}
	return c.result(t, c.settle(d, what), what)
}

func plus(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	d := new(apd.Decimal).Set(x[0])
	if d.IsZero() && d.Form == apd.Finite {
		d.Negative = d.Negative && c.rounding == "ROUND_FLOOR"
	}
	return d, c.round(d)
}

func negate(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	d := new(apd.Decimal).Set(x[0])
	d.Negative = !d.Negative
	return plus(c, []*apd.Decimal{d})
}

// sqrt is correctly rounded, half to even whatever the context says. An exact
// root has the ideal exponent.
func sqrt(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	v := x[0]
	if v.IsZero() && v.Form == apd.Finite {
		d := &apd.Decimal{Negative: v.Negative, Exponent: int32(floorHalf(int64(v.Exponent)))}
		return d, 0
	}
	if v.Negative {
		return nan(), apd.InvalidOperation
	}
	if v.Form == apd.Infinite {
		return v, 0
	}
	// The root of the coefficient scaled so that it has more digits than asked
	// for; a lost remainder is kept as a last digit that is not 0.
	ideal := floorHalf(int64(v.Exponent))
	n, e := new(big.Int).Set(coefficient(v)), int64(v.Exponent)
	if e&1 != 0 {
		n.Mul(n, big.NewInt(10))
		e--
	}
	if missing := c.prec + 2 - (v.NumDigits()+1)/2; missing > 0 {
		n.Mul(n, new(big.Int).Exp(big.NewInt(100), big.NewInt(missing), nil))
		e -= 2 * missing
	}
	root := new(big.Int).Sqrt(n)
	exact := new(big.Int).Mul(root, root).Cmp(n) == 0
	d := fromInt(root)
	d.Exponent = int32(e / 2)
	if exact {
		toward(d, ideal)
	} else {
		d.Coeff.SetMathBigInt(root.Mul(root, big.NewInt(10)).Add(root, big.NewInt(1)))
		d.Exponent--
	}
	even := *c
	even.rounding = "ROUND_HALF_EVEN"
	what := even.round(d)
	return d, what
}

func floorHalf(n int64) int64 { return n >> 1 }

func exp(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	v := x[0]
	switch {
	case v.Form == apd.Infinite && v.Negative:
		return new(apd.Decimal), 0
	case v.Form == apd.Infinite:
		return v, 0
	case v.IsZero():
		return apd.New(1, 0), 0
	}
	even := *c
	even.rounding = "ROUND_HALF_EVEN"
	d := new(apd.Decimal)
	what, err := even.apd(8).Exp(d, v)
	if d.Form != apd.Finite || err != nil && what&(apd.Overflow|apd.Underflow|apd.SystemOverflow|apd.SystemUnderflow) != 0 {
		return d, what
	}
	what = even.round(d)
	return pad(c, d), what | apd.Inexact | apd.Rounded
}

func logarithm(fn func(c *apd.Context, d, x *apd.Decimal) (apd.Condition, error)) operation {
	return func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
		v := x[0]
		switch {
		case v.IsZero() && v.Form == apd.Finite:
			return &apd.Decimal{Form: apd.Infinite, Negative: true}, 0
		case v.Negative:
			return nan(), apd.InvalidOperation
		case v.Form == apd.Infinite:
			return v, 0
		}
		even := *c
		even.rounding = "ROUND_HALF_EVEN"
		d := new(apd.Decimal)
		fn(even.apd(8), d, v)
		var integer, fraction apd.Decimal
		d.Modf(&integer, &fraction)
		// A logarithm is an integer only where it is exact: 1, and powers of ten
		// to the base ten.
		if exact, _ := new(apd.Decimal).Reduce(v); fraction.IsZero() && exact.Coeff.IsInt64() && exact.Coeff.Int64() == 1 {
			return fromInt(whole(&integer)), 0
		}
		what := even.round(d)
		return pad(c, d), what | apd.Inexact | apd.Rounded
	}
}

func logb(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	v := x[0]
	switch {
	case v.Form == apd.Infinite:
		return &apd.Decimal{Form: apd.Infinite}, 0
	case v.IsZero():
		return &apd.Decimal{Form: apd.Infinite, Negative: true}, apd.DivisionByZero
	}
	return fromInt(big.NewInt(adjusted(v))), 0
}

// normalize takes away trailing zeros.
func normalize(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	d := new(apd.Decimal).Set(x[0])
	what := c.round(d)
	if d.Form != apd.Finite {
		return d, what
	}
	if d.IsZero() {
		return &apd.Decimal{Negative: d.Negative}, what
	}
	toward(d, 1<<40)
	return d, what
}

// integral rounds to an integer; exact ones report what they lose.
func integral(exact bool) operation {
	return func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
		v := x[0]
		if v.Form == apd.Infinite || v.Exponent >= 0 {
			return v, 0
		}
		d, what := atDigit(v, 0, c.rounding)
		if !exact {
			what = 0
		}
		return d, what
	}
}

// next returns the nearest number above (1) or below (-1).
func next(direction int) operation {
	return func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
		v := x[0]
		up := direction > 0
		if v.Form == apd.Infinite {
			if v.Negative != up {
				return v, 0
			}
			return c.largest(v.Negative), 0
		}
		own := *c
		own.rounding = "ROUND_FLOOR"
		if up {
			own.rounding = "ROUND_CEILING"
		}
		d := new(apd.Decimal).Set(v)
		own.round(d)
		if d.Cmp(v) != 0 {
			return d, 0
		}
		step := apd.New(1, int32(max(c.emin-c.prec, -1<<30)))
		step.Negative = !up
		a := own.apd(0)
		r := new(apd.Decimal)
		// What is far below the last digit would be lost: add the smallest step
		// that rounding sees.
		if low := adjusted(d) - c.prec - 1; !d.IsZero() && low > int64(step.Exponent) {
			step.Exponent = int32(low)
		}
		a.Add(r, d, step)
		if r.IsZero() || d.IsZero() {
			r = apd.New(1, int32(max(c.emin-c.prec+1, -1<<30)))
			r.Negative = !up
		}
		return r, 0
	}
}

// largest is the largest finite number.
func (c *settings) largest(negative bool) *apd.Decimal {
	n := new(big.Int).Exp(big.NewInt(10), big.NewInt(c.prec), nil)
	d := fromInt(n.Sub(n, big.NewInt(1)))
	d.Exponent, d.Negative = int32(min(c.emax-c.prec+1, 1<<30)), negative
	return d
}

func nextToward(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	cmp := x[0].Cmp(x[1])
	if cmp == 0 {
		d := new(apd.Decimal).Set(x[0])
		d.Negative = x[1].Negative
		return d, 0
	}
	d, what := next(-cmp)(c, x[:1])
	if d.Form == apd.Infinite {
		what |= apd.Overflow | apd.Inexact | apd.Rounded
	}
	return d, what
}

// padded returns the last prec digits of a coefficient, with zeros in front.
func (c *settings) padded(d *apd.Decimal) string {
	s := d.Coeff.String()
	if n := int(c.prec); len(s) > n {
		return s[len(s)-n:]
	}
	return strings.Repeat("0", int(c.prec)-len(s)) + s
}

func ofDigits(like *apd.Decimal, s string) *apd.Decimal {
	d := &apd.Decimal{Negative: like.Negative, Exponent: like.Exponent}
	d.Coeff.SetString(s, 10)
	return d
}

// shift moves the digits of a coefficient, or rotates them within the precision.
func shift(rotate bool) operation {
	return func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
		if x[1].Form != apd.Finite || x[1].Exponent != 0 || !x[1].Coeff.IsInt64() || x[1].Coeff.Int64() > c.prec {
			return nan(), apd.InvalidOperation
		}
		if x[0].Form == apd.Infinite {
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
func (c *settings) bits(d *apd.Decimal) (string, bool) {
	if d.Form != apd.Finite || d.Negative || d.Exponent != 0 || d.NumDigits() > max(c.prec, 1) && strings.Trim(d.Coeff.String(), "01") != "" {
		return "", false
	}
	s := c.padded(d)
	return s, strings.Trim(d.Coeff.String(), "01") == ""
}

func logical(op func(a, b bool) bool) operation {
	return func(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
		a, ok := c.bits(x[0])
		b, ok2 := c.bits(x[1])
		if !ok || !ok2 {
			return nan(), apd.InvalidOperation
		}
		out := make([]byte, len(a))
		for i := range out {
			out[i] = '0'
			if op(a[i] == '1', b[i] == '1') {
				out[i] = '1'
			}
		}
		return ofDigits(&apd.Decimal{}, string(out)), 0
	}
}

func invert(c *settings, x []*apd.Decimal) (*apd.Decimal, apd.Condition) {
	ones := ofDigits(&apd.Decimal{}, strings.Repeat("1", int(c.prec)))
	return logical(func(a, b bool) bool { return a != b })(c, []*apd.Decimal{x[0], ones})
}
