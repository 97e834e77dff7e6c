// Package decnum computes with the numbers of the General Decimal Arithmetic
// Specification (https://speleotrove.com/decimal/): a sign, a coefficient of any
// length and an exponent, rounded to a context, with conditions that say what
// happened on the way.
//
//	Decimal, Context, conditions      decnum.go
//	digits and powers of ten          digits.go
//	rounding into a context           round.go
//	order                             compare.go
//	sums, products                    arith.go
//	quotients, roots                  quotient.go
//	exp, ln, log10                    elementary.go
//	constants and series in binary    series.go
//	powers                            power.go
//
// Operations return a new number and never change an operand. The words of a
// coefficient are not changed once it is set, so numbers may share them.
//
// Exp, Ln, Log10 and Pow are correctly rounded: they are computed with guard
// digits, and again with twice as many as long as what is not known of the
// result could change its rounding.
package decnum

import "math/big"

// A Form tells numbers from what is not a number.
type Form uint8

const (
	Finite Form = iota
	Infinite
	NaN
	SignalingNaN
)

// A Decimal is (-1)**Negative * Coeff * 10**Exponent. The coefficient of a NaN
// is its payload. The zero value is 0.
type Decimal struct {
	Form     Form
	Negative bool
	Coeff    big.Int // never negative
	Exponent int64
}

// A Rounding is a way to round.
type Rounding uint8

const (
	HalfEven Rounding = iota
	Up                // away from zero
	Down              // towards zero
	Ceiling
	Floor
	HalfUp
	HalfDown
	ZeroFiveUp // away from zero if the last digit would be 0 or 5
)

// A Context says to what results are rounded.
type Context struct {
	Precision  int64 // digits, at least 1
	Emin, Emax int64 // of the exponent of a normal number's first digit
	Rounding   Rounding
	Clamp      bool // exponents are at most Etop

	// Stop, if not nil, is asked now and then in long computations; once it
	// answers true they end with Stopped.
	Stop func() bool
}

// Limits of what a Context may hold.
const (
	MaxPrecision = 999999999999999999
	MaxExponent  = 999999999999999999
	MinExponent  = -MaxExponent
	MinTiny      = MinExponent - MaxPrecision + 1
)

// MaxDigits is how many digits a result may be written out with: an operation
// that needs more ends with TooBig.
const MaxDigits = 50_000_000

// Tiny is the exponent of the smallest subnormal number.
func (c *Context) Tiny() int64 { return c.Emin - c.Precision + 1 }

// Top is the largest exponent of a number with all digits of the precision.
func (c *Context) Top() int64 { return c.Emax - c.Precision + 1 }

// exact is a context that rounds nothing which fits the memory.
func exact() *Context {
	return &Context{Precision: MaxPrecision, Emin: MinExponent * 8, Emax: MaxExponent * 8}
}

// A Condition is a set of things that happened.
type Condition uint32

const (
	InvalidOperation Condition = 1 << iota
	DivisionImpossible
	DivisionUndefined
	DivisionByZero
	Overflow
	Underflow
	Subnormal
	Inexact
	Rounded
	Clamped
	TooBig  // the result would not fit the memory
	Stopped // Context.Stop said so
)

// Failed are the conditions after which there is no result but NaN.
const Failed = InvalidOperation | DivisionImpossible | DivisionUndefined | TooBig | Stopped

// New returns n * 10**exponent.
func New(n, exponent int64) *Decimal {
	d := &Decimal{Negative: n < 0, Exponent: exponent}
	d.Coeff.SetInt64(n)
	d.Coeff.Abs(&d.Coeff)
	return d
}

// FromInt returns n.
func FromInt(n *big.Int) *Decimal {
	d := &Decimal{Negative: n.Sign() < 0}
	d.Coeff.Abs(n)
	return d
}

// Nan returns NaN, the result of an invalid operation.
func Nan() *Decimal { return &Decimal{Form: NaN} }

// Inf returns an infinity.
func Inf(negative bool) *Decimal { return &Decimal{Form: Infinite, Negative: negative} }

// Zero returns 0 with a sign and an exponent.
func Zero(negative bool, exponent int64) *Decimal {
	return &Decimal{Negative: negative, Exponent: exponent}
}

// Copy returns a copy that may be changed by setting its fields.
func (d *Decimal) Copy() *Decimal { c := *d; return &c }

// Abs returns the number without its sign.
func (d *Decimal) Abs() *Decimal { c := *d; c.Negative = false; return &c }

// IsZero says whether the number is a finite 0.
func (d *Decimal) IsZero() bool { return d.Form == Finite && d.Coeff.Sign() == 0 }

// IsNaN says whether it is a NaN, signaling or not.
func (d *Decimal) IsNaN() bool { return d.Form >= NaN }

// Adjusted is the exponent of the first digit.
func (d *Decimal) Adjusted() int64 { return d.Exponent + d.NumDigits() - 1 }

// IsInteger says whether a finite number has no fraction.
func (d *Decimal) IsInteger() bool {
	if d.Form != Finite {
		return false
	}
	if d.Exponent >= 0 || d.Coeff.Sign() == 0 {
		return true
	}
	if -d.Exponent >= d.NumDigits() {
		return false
	}
	_, rest := split(&d.Coeff, -d.Exponent)
	return rest == nothing
}

// Int returns a finite number without its fraction. It fails if that has more
// than MaxDigits digits.
func (d *Decimal) Int() (*big.Int, bool) {
	n := new(big.Int)
	switch {
	case d.Coeff.Sign() == 0:
		return n, true
	case d.Exponent < 0:
		q, _ := split(&d.Coeff, -d.Exponent)
		n.Set(q)
	case d.Adjusted() >= MaxDigits:
		return nil, false
	default:
		n.Mul(&d.Coeff, Ten(d.Exponent))
	}
	if d.Negative {
		n.Neg(n)
	}
	return n, true
}
