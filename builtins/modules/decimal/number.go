package decimal

// This file defines the class Decimal: how numbers are made of other values,
// read from text, written as text, and hashed.

import (
	"math"
	"math/big"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/decnum"
	"starpool/builtins/object"
	"starpool/builtins/text"
)

var decimalClass = object.NewClass(object.Spec{Name: "Decimal", Module: "decimal", Doc: "Construct a new Decimal object. 'value' can be an integer, string, tuple, or another Decimal object. If no value is given, return Decimal('0')."})

func wrap(t *thread, d *decnum.Decimal) value { return object.Make(decimalClass, t, d) }

func number(v value) (*decnum.Decimal, bool) {
	x, ok := v.(*object.Instance)
	if !ok {
		return nil, false
	}
	d, ok := x.State.(*decnum.Decimal)
	return d, ok
}

// fromFloat returns the exact value of a float or an int.
func fromFloat(t *thread, v value) (*decnum.Decimal, error) {
	if n, ok := object.BigInt(v); ok {
		return decnum.FromInt(n), nil
	}
	f, ok := object.Base(v).(starlark.Float)
	if !ok {
		return nil, object.Raise(object.TypeError, "argument must be int or float")
	}
	return exactFloat(float64(f)), nil
}

func exactFloat(f float64) *decnum.Decimal {
	d := &decnum.Decimal{Negative: math.Signbit(f)}
	switch {
	case math.IsNaN(f):
		d.Form = decnum.NaN
	case math.IsInf(f, 0):
		d.Form = decnum.Infinite
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
			d.Exponent = int64(shift)
		}
		d.Coeff = *n
	}
	return d
}

// parse reads the text of a number, as the specification's to-number does, with
// underscores and any decimal digits.
func parse(s string) (*decnum.Decimal, bool) {
	s = strings.ReplaceAll(text.ASCIINumber(text.Strip(s)), "_", "")
	d := new(decnum.Decimal)
	if s != "" && (s[0] == '+' || s[0] == '-') {
		d.Negative = s[0] == '-'
		s = s[1:]
	}
	switch lower := strings.ToLower(s); {
	case lower == "inf" || lower == "infinity":
		d.Form = decnum.Infinite
		return d, true
	case strings.HasPrefix(lower, "nan") || strings.HasPrefix(lower, "snan"):
		d.Form = decnum.NaN
		rest := strings.TrimPrefix(lower, "nan")
		if lower[0] == 's' {
			d.Form = decnum.SignalingNaN
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
	d.Coeff.SetString(whole+fraction, 10)
	if exponent != "" {
		n, _ := new(big.Int).SetString(strings.TrimPrefix(exponent, "+"), 10)
		const far = 4 * decnum.MaxExponent // beyond all contexts
		switch {
		case n.IsInt64():
			d.Exponent = max(min(n.Int64(), far), -far)
		case n.Sign() > 0:
			d.Exponent = far
		default:
			d.Exponent = -far
		}
	}
	d.Exponent -= int64(len(fraction))
	return d, true
}

// outside says that an exact value has an exponent that no context has.
func outside(d *decnum.Decimal) bool {
	return d.Form == decnum.Finite && (d.Adjusted() > decnum.MaxExponent || d.Exponent < decnum.MinTiny)
}

func digits(s string) bool {
	for i := range len(s) {
		if s[i] < '0' || s[i] > '9' {
			return false
		}
	}
	return true
}

// cuts says that a NaN's payload has too many digits for the context.
func (c *settings) cuts(d *decnum.Decimal) bool {
	return d.IsNaN() && d.Coeff.Sign() != 0 && d.NumDigits() > c.Precision-c.clamp()
}

// read returns the exact value of what Decimal() takes. creating says that it is
// for create_decimal, which reads a string without stripping it.
func (c *settings) read(t *thread, v value, creating bool) (*decnum.Decimal, error) {
	if d, ok := number(v); ok {
		if creating && c.cuts(d) {
			return decnum.Nan(), c.raise(t, badSyntax)
		}
		return d, nil
	}
	if s, ok := object.Text(v); ok {
		d, ok := parse(s)
		if creating && s != text.Strip(s) {
			ok = false
		}
		if !ok || creating && c.cuts(d) {
			return decnum.Nan(), c.raise(t, badSyntax)
		}
		if !creating && outside(d) {
			return decnum.Nan(), c.raise(t, decnum.InvalidOperation)
		}
		return d, nil
	}
	if n, ok := object.BigInt(v); ok {
		return decnum.FromInt(n), nil
	}
	base := object.Base(v)
	if f, ok := base.(starlark.Float); ok {
		return exactFloat(float64(f)), c.raise(t, floatUsed)
	}
	switch base.(type) {
	case starlark.Tuple, *starlark.List:
		d, err := fromTuple(t, base)
		if err == nil && !creating && outside(d) {
			return decnum.Nan(), c.raise(t, decnum.InvalidOperation)
		}
		return d, err
	}
	return nil, object.Raise(object.TypeError, "conversion from %s to Decimal is not supported", object.TypeName(v))
}

func fromTuple(t *thread, v value) (*decnum.Decimal, error) {
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
	d := &decnum.Decimal{Negative: sign.Int64() == 1}
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
			d.Form = decnum.Infinite
			d.Coeff.SetInt64(0)
		case "n":
			d.Form = decnum.NaN
		case "N":
			d.Form = decnum.SignalingNaN
		default:
			return nil, object.Raise(object.ValueError, "string argument in the third position must be 'F', 'n' or 'N'")
		}
		return d, nil
	}
	e, ok := object.BigInt(parts[2])
	if !ok {
		return nil, object.Raise(object.ValueError, "exponent must be an integer")
	}
	if !e.IsInt64() {
		return nil, object.Raise(object.OverflowError, "Python int too large to convert to C ssize_t")
	}
	d.Exponent = max(min(e.Int64(), 4*decnum.MaxExponent), -4*decnum.MaxExponent)
	return d, nil
}

// scientific is to-scientific-string, and to-engineering-string if eng is set.
func scientific(d *decnum.Decimal, capitals, eng bool) string {
	sign := ""
	if d.Negative {
		sign = "-"
	}
	switch d.Form {
	case decnum.Infinite:
		return sign + "Infinity"
	case decnum.NaN, decnum.SignalingNaN:
		name := "NaN"
		if d.Form == decnum.SignalingNaN {
			name = "sNaN"
		}
		if d.Coeff.Sign() != 0 {
			name += d.Coeff.String()
		}
		return sign + name
	}
	digits := d.Coeff.String()
	left := d.Exponent + int64(len(digits)) // digits before the point
	point := int64(1)
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
		out = "0." + strings.Repeat("0", int(-point)) + digits
	case point >= int64(len(digits)):
		out = digits + strings.Repeat("0", int(point)-len(digits))
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

func signed(n int64) string {
	if n < 0 {
		return "-" + big.NewInt(-n).String()
	}
	return "+" + big.NewInt(n).String()
}

var hashPrime = big.NewInt(1<<61 - 1)

// hash is the hash of the int or float with the same value.
func hash(t *thread, self value, d *decnum.Decimal) (int64, error) {
	switch d.Form {
	case decnum.SignalingNaN:
		return 0, object.Raise(object.TypeError, "Cannot hash a signaling NaN value")
	case decnum.NaN:
		return int64(object.Address(self) >> 4), nil
	case decnum.Infinite:
		if d.Negative {
			return -314159, nil
		}
		return 314159, nil
	}
	ten := big.NewInt(10)
	if d.Exponent < 0 {
		ten.ModInverse(ten, hashPrime)
	}
	power := new(big.Int).Exp(ten, big.NewInt(max(d.Exponent, -d.Exponent)), hashPrime)
	h := new(big.Int).Mul(&d.Coeff, power)
	n := h.Mod(h, hashPrime).Int64()
	if d.Negative {
		n = -n
	}
	if n == -1 {
		n = -2
	}
	return n, nil
}

// ratio returns a finite number as a fraction in lowest terms.
func ratio(d *decnum.Decimal) (*big.Rat, error) {
	r := new(big.Rat)
	if d.Exponent >= 0 || d.IsZero() {
		n, ok := d.Int()
		if !ok {
			return nil, object.Raise(object.MemoryError, "")
		}
		return r.SetInt(n), nil
	}
	if -d.Exponent > decnum.MaxDigits {
		return nil, object.Raise(object.MemoryError, "")
	}
	r.SetFrac(&d.Coeff, decnum.Ten(-d.Exponent))
	if d.Negative {
		r.Neg(r)
	}
	return r, nil
}
