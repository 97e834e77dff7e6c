package decnum

// This file tests rounding, exactness and that results lie within their context.

import (
	"math/big"
	"math/rand/v2"
	"strings"
	"testing"
)

func standard(prec int64, mode Rounding) *Context {
	return &Context{Precision: prec, Emin: -999999, Emax: 999999, Rounding: mode}
}

func (d *Decimal) rat() *big.Rat {
	r := new(big.Rat).SetInt(&d.Coeff)
	p := new(big.Rat).SetInt(Ten(max(d.Exponent, -d.Exponent)))
	if d.Exponent < 0 {
		r.Quo(r, p)
	} else {
		r.Mul(r, p)
	}
	if d.Negative {
		r.Neg(r)
	}
	return r
}

func random(r *rand.Rand, digits int, spread int64) *Decimal {
	d := &Decimal{Negative: r.IntN(2) == 0, Exponent: r.Int64N(2*spread+1) - spread}
	s := make([]byte, 1+r.IntN(digits))
	for i := range s {
		s[i] = byte('0' + r.IntN(10))
	}
	d.Coeff.SetString(string(s), 10)
	return d
}

// checkRounded compares a result with the exact value: it is at most a unit of
// its last digit away, half a unit where the mode says so, and on the mode's side.
func checkRounded(t *testing.T, name string, c *Context, got *Decimal, what Condition, exact *big.Rat) {
	t.Helper()
	if got.NumDigits() > c.Precision {
		t.Fatalf("%s: %d digits of %d", name, got.NumDigits(), c.Precision)
	}
	off := new(big.Rat).Sub(got.rat(), exact)
	if (off.Sign() != 0) != (what&Inexact != 0) {
		t.Fatalf("%s: Inexact is wrong: %v, off by %s", name, what, off)
	}
	unit := (&Decimal{Coeff: *big.NewInt(1), Exponent: got.Exponent}).rat()
	size := new(big.Rat).Abs(off)
	if size.Cmp(unit) >= 0 {
		t.Fatalf("%s: off by more than a unit", name)
	}
	switch twice := size.Add(size, size); c.Rounding {
	case HalfEven, HalfUp, HalfDown:
		if cmp := twice.Cmp(unit); cmp > 0 || cmp == 0 && c.Rounding == HalfEven && got.Coeff.Bit(0) == 1 {
			t.Fatalf("%s: not the nearest", name)
		}
	case Ceiling:
		if off.Sign() < 0 {
			t.Fatalf("%s: below", name)
		}
	case Floor:
		if off.Sign() > 0 {
			t.Fatalf("%s: above", name)
		}
	case Down:
		if new(big.Rat).Abs(got.rat()).Cmp(new(big.Rat).Abs(exact)) > 0 {
			t.Fatalf("%s: away from zero", name)
		}
	case Up:
		if new(big.Rat).Abs(got.rat()).Cmp(new(big.Rat).Abs(exact)) < 0 {
			t.Fatalf("%s: towards zero", name)
		}
	}
}

func TestArithmeticIsRoundedOnce(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for range 5000 {
		c := standard(1+r.Int64N(40), Rounding(r.IntN(8)))
		x, y := random(r, 50, 60), random(r, 50, 60)
		a, b := x.rat(), y.rat()
		d, what := c.Add(x, y)
		checkRounded(t, "add", c, d, what, new(big.Rat).Add(a, b))
		d, what = c.Sub(x, y)
		checkRounded(t, "sub", c, d, what, new(big.Rat).Sub(a, b))
		d, what = c.Mul(x, y)
		checkRounded(t, "mul", c, d, what, new(big.Rat).Mul(a, b))
		d, what = c.FMA(x, y, x)
		checkRounded(t, "fma", c, d, what, new(big.Rat).Add(a, new(big.Rat).Mul(a, b)))
		if !y.IsZero() {
			d, what = c.Quo(x, y)
			checkRounded(t, "quo", c, d, what, new(big.Rat).Quo(a, b))
		}
		if x.Cmp(y) != a.Cmp(b) {
			t.Fatal("cmp")
		}
	}
}

func TestDigits(t *testing.T) {
	for n := int64(0); n < 700; n++ {
		p := Ten(n)
		if got := count(p); got != n+1 {
			t.Fatalf("10**%d has %d digits", n, got)
		}
		if got := count(new(big.Int).Sub(p, one)); got != max(n, 1) {
			t.Fatalf("10**%d-1 has %d digits", n, got)
		}
		d := &Decimal{Coeff: *new(big.Int).Mul(p, big.NewInt(1024))}
		if d.Strip(1 << 62); d.Exponent != n || d.Coeff.Int64() != 1024 {
			t.Fatalf("strip of 1024E%d: exponent %d", n, d.Exponent)
		}
	}
}

// A result with p digits is what one with many more digits rounds to.
func TestElementaryAgreesWithMoreDigits(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 4))
	for range 300 {
		mode := Rounding(r.IntN(8))
		c, wide := standard(1+r.Int64N(30), mode), standard(120, Down)
		x, y := random(r, 20, 8).Abs(), random(r, 5, 4)
		if x.IsZero() || y.IsZero() {
			continue
		}
		check := func(name string, f func(c *Context) (*Decimal, Condition), mode Rounding) {
			got, what := f(c)
			more, moreWhat := f(wide)
			if moreWhat&Inexact == 0 || got.Form != Finite || more.Form != Finite || (what|moreWhat)&Subnormal != 0 {
				return
			}
			if mode != HalfEven {
				more.sticky()
			}
			own := *c
			own.Rounding = mode
			want, _ := own.Round(more)
			if got.Cmp(want) != 0 && !more.nearTie(c.Precision) {
				t.Fatalf("%s of %s E%d, %s E%d to %d digits in mode %d: %s E%d, want %s E%d", name, &x.Coeff, x.Exponent, &y.Coeff, y.Exponent,
					c.Precision, mode, &got.Coeff, got.Exponent, &want.Coeff, want.Exponent)
			}
		}
		check("exp", func(c *Context) (*Decimal, Condition) { return c.Exp(y) }, HalfEven)
		check("ln", func(c *Context) (*Decimal, Condition) { return c.Ln(x) }, HalfEven)
		check("log10", func(c *Context) (*Decimal, Condition) { return c.Log10(x) }, HalfEven)
		check("pow", func(c *Context) (*Decimal, Condition) { return c.Pow(x, y) }, mode)
	}
}

// nearTie says that d is an exact root, with zeros after the precision.
func (d *Decimal) nearTie(prec int64) bool {
	s := d.Copy()
	if s.Coeff.Bit(0) == 1 { // the sticky digit
		q, _ := split(&s.Coeff, 1)
		s.Coeff = *q
	}
	s.Strip(1 << 62)
	return s.NumDigits() <= prec+1
}

// Cases that a fixed number of guard digits rounds wrongly.
func TestHardCases(t *testing.T) {
	parse := func(coeff string, exponent int64) *Decimal {
		d := &Decimal{Exponent: exponent}
		d.Coeff.SetString(coeff, 10)
		return d
	}
	zeros := func(n int) string { return strings.Repeat("0", n) }
	c := standard(10, Ceiling)
	// (1 + 10**-80) ** 0.5 is above 1 by what is far beyond ten digits.
	d, what := c.Pow(parse("1"+zeros(79)+"1", -80), parse("5", -1))
	if d.Coeff.String() != "1000000001" || what&Inexact == 0 {
		t.Errorf("root above 1: %s %v", &d.Coeff, what)
	}
	c.Rounding = Floor
	if d, _ = c.Pow(parse("1"+zeros(79)+"1", -80), parse("5", -1)); d.Coeff.String() != "1000000000" {
		t.Errorf("root above 1, down: %s", &d.Coeff)
	}
	// log10 of 10**6 and a little.
	c.Rounding = HalfEven
	if d, what = c.Log10(parse("1"+zeros(89)+"1", -84)); d.Coeff.String() != "6000000000" || what&Inexact == 0 {
		t.Errorf("log10: %s %v", &d.Coeff, what)
	}
	// e**x for an x whose power is half a unit and something.
	x, _ := standard(60, HalfEven).Ln(parse("12345678905", 0))
	if d, _ = c.Exp(x); d.Exponent != 1 || d.Coeff.String() != "1234567890" && d.Coeff.String() != "1234567891" {
		t.Errorf("exp: %s", &d.Coeff)
	}
	// Exact roots, in a mode that would show an estimate's error.
	c.Rounding = Up
	for _, r := range []struct{ x, y, want *Decimal }{
		{New(9, 0), New(5, -1), New(3, 0)}, {New(32, 0), New(2, -1), New(2, 0)}, {New(8, -3), New(-4, -1), nil}, {New(25, -2), New(-5, -1), New(2, 0)},
		{New(1, 10), New(1, -1), New(1, 1)}, {New(243, 5), New(6, -1), New(27, 3)}, {New(1024, 0), New(-3, -1), New(125, -3)},
	} {
		d, what := c.Pow(r.x, r.y)
		if r.want != nil && (d.Cmp(r.want) != 0 || d.NumDigits() != 10) || what&Inexact == 0 {
			t.Errorf("%s**%s E%d = %s E%d", &r.x.Coeff, &r.y.Coeff, r.y.Exponent, &d.Coeff, d.Exponent)
		}
	}
}

func TestMemoryIsGuarded(t *testing.T) {
	c := &Context{Precision: MaxPrecision, Emin: MinExponent, Emax: MaxExponent}
	for name, f := range map[string]func() (*Decimal, Condition){
		"add": func() (*Decimal, Condition) { return c.Add(New(1, 0), New(1, 1e15)) },
		"quo": func() (*Decimal, Condition) { return c.Quo(New(1, 0), New(3, 0)) },
		"ln":  func() (*Decimal, Condition) { return c.Ln(New(2, 0)) },
		"exp": func() (*Decimal, Condition) { return c.Exp(New(2, 0)) },
		"pow": func() (*Decimal, Condition) { return c.Pow(New(2, 0), New(5, -1)) },
		"max": func() (*Decimal, Condition) { return c.Largest(false) },
		"rem": func() (*Decimal, Condition) { return c.Rem(New(1, 1e15), New(3, 0)) },
	} {
		if _, what := f(); what&TooBig == 0 {
			t.Errorf("%s: %b", name, what)
		}
	}
	if d, what := c.Quo(New(1, 0), New(8, 0)); what != 0 || d.Cmp(New(125, -3)) != 0 {
		t.Error("an exact quotient needs no memory")
	}
}

func TestStop(t *testing.T) {
	c := standard(20000, HalfEven)
	asked := 0
	c.Stop = func() bool { asked++; return asked > 10 }
	if _, what := c.Exp(New(2, 0)); what&Stopped == 0 || asked > 20 {
		t.Errorf("%b after %d", what, asked)
	}
}

func FuzzResults(f *testing.F) {
	f.Add("12345", int64(-3), "7", int64(2), int64(9), uint8(3), int64(10), true)
	f.Add("99999999999999999999", int64(999999999999999999), "1", int64(-1), int64(3), uint8(1), int64(999999999999999999), false)
	f.Add("0", int64(5), "1000", int64(-900), int64(1), uint8(7), int64(0), true)
	f.Fuzz(func(t *testing.T, a string, ea int64, b string, eb int64, prec int64, mode uint8, edge int64, clamp bool) {
		c := &Context{Precision: 1 + (prec&0x7fffffff)%60, Rounding: Rounding(mode % 8), Clamp: clamp}
		c.Emax = (edge & (1<<62 - 1)) % (MaxExponent + 1)
		c.Emin = -c.Emax
		make := func(s string, e int64) *Decimal {
			d := &Decimal{Exponent: e % (MaxExponent + 1)}
			if len(s) > 200 {
				s = s[:200]
			}
			n, ok := new(big.Int).SetString(s, 10)
			if !ok {
				n = new(big.Int).SetBytes([]byte(s))
			}
			d.Negative = n.Sign() < 0
			d.Coeff.Abs(n)
			return d
		}
		x, y := make(a, ea), make(b, eb)
		for i, op := range []func(x, y *Decimal) (*Decimal, Condition){c.Add, c.Sub, c.Mul, c.Quo, c.QuoInt, c.Rem, c.RemNear, c.Pow} {
			d, what := op(x, y)
			within(t, i, c, d, what)
		}
		for i, op := range []func(x *Decimal) (*Decimal, Condition){c.Plus, c.Minus, c.Abs, c.Sqrt, c.Exp, c.Ln, c.Log10} {
			d, what := op(x)
			within(t, 10+i, c, d, what)
		}
	})
}

func within(t *testing.T, op int, c *Context, d *Decimal, what Condition) {
	t.Helper()
	if d.Form != Finite || what&Failed != 0 {
		return
	}
	if d.Coeff.Sign() < 0 || d.NumDigits() > c.Precision {
		t.Fatalf("operation %d: coefficient %s in %d digits", op, &d.Coeff, c.Precision)
	}
	if d.Exponent < c.Tiny() || !d.IsZero() && d.Adjusted() > c.Emax {
		t.Fatalf("operation %d: exponent %d in %+v", op, d.Exponent, c)
	}
}
