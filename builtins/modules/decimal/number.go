package decimal

// This file defines the class Decimal: how numbers are made of other values,
// read from text, written as text, and hashed.

import (
	"math"
	"math/big"
	"strings"

	"github.com/cockroachdb/apd/v3"
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/text"
)

var decimalClass = object.NewClass(object.Spec{Name: "Decimal", Module: "decimal", Doc: "Construct a new Decimal object. 'value' can be an integer, string, tuple, or another Decimal object. If no value is given, return Decimal('0')."})

func wrap(t *thread, d *apd.Decimal) value { return object.Make(decimalClass, t, d) }

func number(v value) (*apd.Decimal, bool) {
	x, ok := v.(*object.Instance)
	if !ok {
		return nil, false
	}
	d, ok := x.State.(*apd.Decimal)
	return d, ok
}

// nan returns NaN, the result of an invalid operation.
func nan() *apd.Decimal { return &apd.Decimal{Form: apd.NaN} }

// fromInt returns n exactly.
func fromInt(n *big.Int) *apd.Decimal {
	d := new(apd.Decimal)
	d.Coeff.SetMathBigInt(n)
	d.Negative = n.Sign() < 0
	d.Coeff.Abs(&d.Coeff)
	return d
}

// coefficient returns the digits as a big.Int.
func coefficient(d *apd.Decimal) *big.Int { return d.Coeff.MathBigInt() }

// fromFloat returns the exact value of a float or an int.
func fromFloat(t *thread, v value) (*apd.Decimal, error) {
	if n, ok := object.BigInt(v); ok {
		return fromInt(n), nil
	}
	f, ok := object.Base(v).(starlark.Float)
	if !ok {
		return nil, object.Raise(object.TypeError, "argument must be int or float")
	}
	return exactFloat(float64(f)), nil
}

func exactFloat(f float64) *apd.Decimal {
	d := &apd.Decimal{Negative: math.Signbit(f)}
	switch {
	case math.IsNaN(f):
		d.Form = apd.NaN
	case math.IsInf(f, 0):
		d.Form = apd.Infinite
	case f != 0:
		m, e := math.Frexp(math.Abs(f))
		n, shift := big.NewInt(int64(m*(1<<53))), e-53
		for shift < 0 && n.Bit(0) == 0 {
			n.Rsh(n, 1)
			shift++
		}
		if shift >= 0 {
			n.Lsh(n, uint(shift))
		} else { // n / 2**k = n * 5**k / 10**k
			n.Mul(n, new(big.Int).Exp(big.NewInt(5), big.NewInt(int64(-shift)), nil))
			d.Exponent = int32(shift)
		}
		d.Coeff.SetMathBigInt(n)
	}
	return d
}

// parse reads the text of a number, as the specification's to-number does, with
// underscores and any decimal digits.
func parse(s string) (*apd.Decimal, bool) {
	s = strings.ReplaceAll(text.ASCIINumber(text.Strip(s)), "_", "")
	d := new(apd.Decimal)
	if s != "" && (s[0] == '+' || s[0] == '-') {
		d.Negative = s[0] == '-'
		s = s[1:]
	}
	switch lower := strings.ToLower(s); {
	case lower == "inf" || lower == "infinity":
		d.Form = apd.Infinite
		return d, true
	case strings.HasPrefix(lower, "nan") || strings.HasPrefix(lower, "snan"):
		d.Form = apd.NaN
		rest := strings.TrimPrefix(lower, "nan")
		if lower[0] == 's' {
			d.Form = apd.NaNSignaling
			rest = lower[4:]
		}
		rest = strings.TrimLeft(rest, "0")
		if rest == "" {
			return d, true
		}
		if !digits(rest) {
			return nil, false
		}
		d.Coeff.SetString(rest, 10)
		return d, true
	}
	mantissa, exponent := s, ""
	if i := strings.IndexAny(s, "eE"); i >= 0 {
		mantissa, exponent = s[:i], s[i+1:]
		if unsigned := strings.TrimLeft(exponent, "+-"); len(exponent)-len(unsigned) > 1 || unsigned == "" || !digits(unsigned) {
			return nil, false
		}
	}
	whole, fraction, _ := strings.Cut(mantissa, ".")
	if whole+fraction == "" || !digits(whole+fraction) {
		return nil, false
	}
	e := int64(0)
	if exponent != "" {
		n, _ := new(big.Int).SetString(strings.TrimPrefix(exponent, "+"), 10)
		if !n.IsInt64() || n.Int64() > math.MaxInt32 || n.Int64() < math.MinInt32/2 {
			return nil, false
		}
		e = n.Int64()
	}
	e -= int64(len(fraction))
	d.Coeff.SetString(whole+fraction, 10)
	if e > math.MaxInt32 || e < math.MinInt32 {
		return nil, false
	}
	d.Exponent = int32(e)
	return d, true
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// read returns the exact value of what Decimal() takes. creating says that it is
// for create_decimal, which reads a string without stripping it.
func (c *settings) read(t *thread, v value, creating bool) (*apd.Decimal, error) {
	if d, ok := number(v); ok {
		return d, nil
	}
	if s, ok := object.Text(v); ok {
		d, ok := parse(s)
		if creating && s != text.Strip(s) {
			ok = false
		}
		if !ok {
			return nan(), c.raise(t, badSyntax)
		}
		return d, nil
	}
	if n, ok := object.BigInt(v); ok {
		return fromInt(n), nil
	}
	base := object.Base(v)
	if f, ok := base.(starlark.Float); ok {
		return exactFloat(float64(f)), c.raise(t, floatUsed)
	}
	switch base.(type) {
	case starlark.Tuple, *starlark.List:
		return fromTuple(t, base)
	}
	return nil, object.Raise(object.TypeError, "conversion from %s to Decimal is not supported", object.TypeName(v))
}

func fromTuple(t *thread, v value) (*apd.Decimal, error) {
	parts, err := object.Slice(t, v)
	if err != nil {
		return nil, err
	}
	if len(parts) != 3 {
		return nil, object.Raise(object.ValueError, "argument must be a sequence of length 3")
	}
	sign, ok := object.BigInt(parts[0])
	if !ok || !sign.IsInt64() || sign.Int64() != 0 && sign.Int64() != 1 {
		return nil, object.Raise(object.ValueError, "sign must be an integer with the value 0 or 1")
	}
	d := &apd.Decimal{Negative: sign.Int64() == 1}
	ds, err := object.Slice(t, parts[1])
	if err != nil {
		return nil, object.Raise(object.ValueError, "coefficient must be a tuple of digits")
	}
	coeff := make([]byte, 0, len(ds))
	for _, v := range ds {
		n, ok := object.BigInt(v)
		if !ok || !n.IsInt64() || n.Int64() < 0 || n.Int64() > 9 {
			return nil, object.Raise(object.ValueError, "coefficient must be a tuple of digits")
		}
		coeff = append(coeff, byte('0'+n.Int64()))
	}
	if len(coeff) > 0 {
		d.Coeff.SetString(string(coeff), 10)
	}
	if s, ok := object.Text(parts[2]); ok {
		switch s {
		case "F":
			d.Form = apd.Infinite
			d.Coeff.SetInt64(0)
		case "n":
			d.Form = apd.NaN
		case "N":
			d.Form = apd.NaNSignaling
		default:
			return nil, object.Raise(object.ValueError, "string argument in the third position must be 'F', 'n' or 'N'")
		}
		return d, nil
	}
	e, ok := object.BigInt(parts[2])
	if !ok || !e.IsInt64() || e.Int64() > math.MaxInt32 || e.Int64() < math.MinInt32 {
		return nil, object.Raise(object.ValueError, "exponent must be an integer")
	}
	d.Exponent = int32(e.Int64())
	return d, nil
}

// adjusted is the exponent of the first digit.
func adjusted(d *apd.Decimal) int64 { return int64(d.Exponent) + d.NumDigits() - 1 }

// scientific is to-scientific-string, and to-engineering-string if eng is set.
func scientific(d *apd.Decimal, capitals, eng bool) string {
	sign := ""
	if d.Negative {
		sign = "-"
	}
	switch d.Form {
	case apd.Infinite:
		return sign + "Infinity"
	case apd.NaN, apd.NaNSignaling:
		name := "NaN"
		if d.Form == apd.NaNSignaling {
			name = "sNaN"
		}
		if d.Coeff.Sign() != 0 {
			name += d.Coeff.String()
		}
		return sign + name
	}
	digits := d.Coeff.String()
	left := int(d.Exponent) + len(digits) // digits before the point
	point := 1
	switch {
	case d.Exponent <= 0 && left > -6:
		point = left
	case eng && digits == "0":
		point = (left+1)%3 - 1
		if (left+1)%3 < 0 {
			point += 3
		}
	case eng:
		point = (left - 1) % 3
		if point < 0 {
			point += 3
		}
		point++
	}
	var out string
	switch {
	case point <= 0:
		out = "0." + strings.Repeat("0", -point) + digits
	case point >= len(digits):
		out = digits + strings.Repeat("0", point-len(digits))
	default:
		out = digits[:point] + "." + digits[point:]
	}
	if left != point {
		e := "E"
		if !capitals {
			e = "e"
		}
		out += e + signed(left-point)
	}
	return sign + out
}

func signed(n int) string {
	if n < 0 {
		return "-" + big.NewInt(int64(-n)).String()
	}
	return "+" + big.NewInt(int64(n)).String()
}

var hashPrime = big.NewInt(1<<61 - 1)

// hash is the hash of the int or float with the same value.
func hash(t *thread, self value, d *apd.Decimal) (int64, error) {
	switch d.Form {
	case apd.NaNSignaling:
		return 0, object.Raise(object.TypeError, "Cannot hash a signaling NaN value")
	case apd.NaN:
		return int64(object.Address(self) >> 4), nil
	case apd.Infinite:
		if d.Negative {
			return -314159, nil
		}
		return 314159, nil
	}
	ten := big.NewInt(10)
	if d.Exponent < 0 {
		ten.ModInverse(ten, hashPrime)
	}
	power := new(big.Int).Exp(ten, big.NewInt(max(int64(d.Exponent), -int64(d.Exponent))), hashPrime)
	h := new(big.Int).Mul(coefficient(d), power)
	n := h.Mod(h, hashPrime).Int64()
	if d.Negative {
		n = -n
	}
	if n == -1 {
		n = -2
	}
	return n, nil
}

// whole returns a finite number as an int, without its fraction.
func whole(d *apd.Decimal) *big.Int {
	n := new(big.Int).Set(coefficient(d))
	p := new(big.Int).Exp(big.NewInt(10), big.NewInt(max(int64(d.Exponent), -int64(d.Exponent))), nil)
	if d.Exponent >= 0 {
		n.Mul(n, p)
	} else {
		n.Quo(n, p)
	}
	if d.Negative {
		n.Neg(n)
	}
	return n
}

// ratio returns a finite number as a fraction in lowest terms.
func ratio(d *apd.Decimal) *big.Rat {
	r := new(big.Rat)
	if d.Exponent >= 0 {
		return r.SetInt(whole(d))
	}
	r.SetFrac(coefficient(d), new(big.Int).Exp(big.NewInt(10), big.NewInt(-int64(d.Exponent)), nil))
	if d.Negative {
		r.Neg(r)
	}
	return r
}

// tooLong refuses to write out a number whose digits would fill the memory.
func tooLong(d *apd.Decimal) error {
	if d.Exponent > 50_000_000 {
		return object.Raise(object.MemoryError, "")
	}
	return nil
}
