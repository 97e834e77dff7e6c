package text

import (
	"math"
	"math/big"
	"strconv"
	"strings"
)

// This file defines format() of float and complex, and round(). Digits come
// from package strconv, whose conversions are correctly rounded, half to even,
// for every precision, as CPython's dtoa is.

// FormatFloat is format(d, spec) for a float, or a subclass named typeName.
// What the specifier must not have is a ValueError, a result beyond the limits
// a MemoryError.
func FormatFloat(d float64, spec, typeName string, lim Limits) (string, error) {
	if spec == "" {
		return ReprFloat(d), nil
	}
	// The one specifier that is in nearly every program.
	if len(spec) == 3 && spec[0] == '.' && isByteDigit(spec[1]) && spec[2] == 'f' &&
		!math.IsNaN(d) && !math.IsInf(d, 0) {
		var buf [32]byte
		return string(strconv.AppendFloat(buf[:0], d, 'f', int(spec[1]-'0'), 64)), nil
	}
	f, err := ParseSpec(spec, 0, '>', typeName)
	if err != nil {
		return "", err
	}
	switch f.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n', '%':
		return f.formatFloat(d, lim)
	}
	return "", unknownType(f.Type, typeName)
}

// formatFloat formats d by a specifier whose type is one for floats.
func (f *Spec) formatFloat(d float64, lim Limits) (string, error) {
	flags, conv, prec := floatFlags{alt: f.Alt, noNegZero: f.NoNegZero}, byte(f.Type), f.Precision
	if prec > math.MaxInt32 {
		return "", valueError("precision too big")
	}
	switch conv {
	case 0:
		// As repr, or with a precision as 'g', but showing a point always.
		flags.dot0 = true
		if conv = 'g'; prec < 0 {
			conv, prec = 'r', 0
		}
	case 'n':
		conv = 'g'
	case '%':
		d *= 100
		conv = 'f'
	}
	if prec < 0 {
		prec = 6
	}
	s, err := doubleText(d, conv, prec, flags, lim)
	if err != nil {
		return "", err
	}
	if f.Type == '%' {
		s += "%"
	}
	return f.layout(splitNumber(s), lim)
}

// splitNumber cuts the text of a float into its parts.
func splitNumber(s string) (n number) {
	if s != "" && s[0] == '-' {
		n.neg = true
		s = s[1:]
	}
	i := 0
	for i < len(s) && isByteDigit(s[i]) {
		i++
	}
	n.digits, n.tail = s[:i], s[i:]
	return n
}

// floatFlags are those of CPython's PyOS_double_to_string.
type floatFlags struct {
	alt       bool // '#': keep the point and, with g, trailing zeros
	dot0      bool // show ".0" where there would be neither point nor exponent
	noNegZero bool // 'z': what rounds to zero has no sign
}

// doubleText is PyOS_double_to_string: d by one of the conversions e f g r, the
// capital letter for a capital exponent, INF and NAN.
func doubleText(d float64, conv byte, prec int, flags floatFlags, lim Limits) (string, error) {
	upper := conv >= 'A' && conv <= 'Z'
	conv = lowerByte(conv)
	var s string
	switch {
	case math.IsNaN(d):
		s = "nan"
	case math.IsInf(d, 1):
		s = "inf"
	case math.IsInf(d, -1):
		s = "-inf"
	case conv == 'r':
		if flags.dot0 {
			s = ReprFloat(d)
		} else {
			var buf [32]byte
			s = string(appendShortest(buf[:0], d))
		}
		if flags.alt && !strings.Contains(s, ".") {
			s = insertPoint(s)
		}
	case conv == 'f', conv == 'e':
		if err := lim.check(addSat(prec, 320)); err != nil {
			return "", err
		}
		s = strconv.FormatFloat(d, conv, min(prec, exactDigits), 64)
		s = padFraction(s, prec-exactDigits)
		if flags.alt && prec == 0 {
			s = insertPoint(s)
		}
	default:
		if flags.alt {
			if err := lim.check(addSat(prec, 320)); err != nil {
				return "", err
			}
		}
		s = generalText(d, prec, flags)
	}
	if flags.noNegZero && s[0] == '-' && isZeroText(s) {
		s = s[1:]
	}
	if upper {
		s = mapASCII(s, upperByte)
	}
	return s, nil
}

// exactDigits is a precision that shows every double exactly: the smallest
// has 1074 decimal places. Beyond it there are only zeros.
const exactDigits = 1100

// padFraction adds n zeros to the fraction of s, before its exponent.
func padFraction(s string, n int) string {
	if n <= 0 {
		return s
	}
	i := strings.IndexByte(s, 'e')
	if i < 0 {
		i = len(s)
	}
	return s[:i] + strings.Repeat("0", n) + s[i:]
}

// insertPoint puts a point after the digits that s starts with.
func insertPoint(s string) string {
	i := 0
	for i < len(s) && (s[i] == '-' || isByteDigit(s[i])) {
		i++
	}
	return s[:i] + "." + s[i:]
}

// isZeroText reports whether the mantissa of s has no digit but 0.
func isZeroText(s string) bool {
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == 'e':
			return true
		case c >= '1' && c <= '9', c == 'n', c == 'i':
			return false
		}
	}
	return true
}

// generalText is the conversion g: prec significant digits, with an exponent if
// it is less than -4 or not less than prec.
func generalText(d float64, prec int, flags floatFlags) string {
	if prec == 0 {
		prec = 1
	}
	shown := min(prec, exactDigits)
	e := strconv.FormatFloat(d, 'e', shown-1, 64)
	neg := ""
	if e[0] == '-' {
		neg, e = "-", e[1:]
	}
	mantissa, exponent, _ := strings.Cut(e, "e")
	exp, _ := strconv.Atoi(exponent)
	digits := mantissa[:1]
	if len(mantissa) > 1 {
		digits += mantissa[2:]
	}
	if d == 0 {
		exp = 0
	}
	if flags.alt {
		digits += strings.Repeat("0", prec-shown)
	} else {
		digits = strings.TrimRight(digits, "0")
	}
	limit := prec
	if flags.dot0 {
		limit--
	}
	if exp < -4 || exp >= limit {
		if digits == "" {
			digits = "0"
		}
		s := neg + digits[:1]
		if len(digits) > 1 || flags.alt {
			s += "." + digits[1:]
		}
		return s + "e" + exponent
	}
	var whole, fraction string
	switch {
	case exp < 0:
		whole, fraction = "0", strings.Repeat("0", -exp-1)+digits
	case len(digits) > exp+1:
		whole, fraction = digits[:exp+1], digits[exp+1:]
	default:
		whole = digits + strings.Repeat("0", exp+1-len(digits))
	}
	switch {
	case fraction != "":
		return neg + whole + "." + fraction
	case flags.dot0:
		return neg + whole + ".0"
	case flags.alt:
		return neg + whole + "."
	}
	return neg + whole
}

// FormatComplex is format(c, spec) for a complex, or a subclass named typeName;
// errors are as in FormatFloat.
func FormatComplex(c complex128, spec, typeName string, lim Limits) (string, error) {
	if spec == "" {
		return ReprComplex(c), nil
	}
	f, err := ParseSpec(spec, 0, '>', typeName)
	if err != nil {
		return "", err
	}
	switch f.Type {
	case 0, 'e', 'E', 'f', 'F', 'g', 'G', 'n':
	default:
		return "", unknownType(f.Type, typeName)
	}
	if f.Precision > math.MaxInt32 {
		return "", valueError("precision too big")
	}
	if f.Fill == '0' {
		return "", valueError("Zero padding is not allowed in complex format specifier")
	}
	if f.Align == '=' {
		return "", valueError("'=' alignment flag is not allowed in complex format specifier")
	}
	conv, prec := byte(f.Type), f.Precision
	skipReal, parens := false, false
	switch conv {
	case 0:
		skipReal = real(c) == 0 && !math.Signbit(real(c))
		parens = !skipReal
		if conv = 'g'; prec < 0 {
			conv, prec = 'r', 0
		}
	case 'n':
		conv = 'g'
	}
	if prec < 0 {
		prec = 6
	}
	flags := floatFlags{alt: f.Alt, noNegZero: f.NoNegZero}
	part := f
	part.Width = -1
	var body string
	if !skipReal {
		s, err := doubleText(real(c), conv, prec, flags, lim)
		if err != nil {
			return "", err
		}
		if body, err = part.layout(splitNumber(s), lim); err != nil {
			return "", err
		}
		part.Sign = '+'
	}
	s, err := doubleText(imag(c), conv, prec, flags, lim)
	if err != nil {
		return "", err
	}
	im, err := part.layout(splitNumber(s), lim)
	if err != nil {
		return "", err
	}
	body += im + "j"
	if parens {
		body = "(" + body + ")"
	}
	if err := lim.check(len(body)); err != nil {
		return "", err
	}
	left, right := f.margins(len(body))
	return pad(body, left, right, runeString(f.Fill), lim)
}

// RoundFloat is round(d, ndigits): the float nearest to the decimal that d's
// exact value rounds to, half to even. A result beyond float's range is an
// OverflowError.
func RoundFloat(d float64, ndigits int) (float64, error) {
	if d == 0 || math.IsNaN(d) || math.IsInf(d, 0) {
		return d, nil
	}
	// The bounds of CPython's float___round___impl: past them d has no such
	// digits, or nothing but them.
	if ndigits > 323 {
		return d, nil
	}
	if ndigits < -308 {
		return math.Copysign(0, d), nil
	}
	if ndigits >= 0 {
		var buf [400]byte
		text := strconv.AppendFloat(buf[:0], d, 'f', ndigits, 64)
		r, err := strconv.ParseFloat(string(text), 64)
		if err != nil {
			return 0, overflowError("rounded value too large to represent")
		}
		return r, nil
	}
	// Whole numbers: the part left of the rounding place, exactly.
	x, _ := new(big.Float).SetFloat64(math.Abs(d)).Int(nil)
	frac := math.Trunc(d) != d
	r := roundBig(x, -ndigits, frac)
	out, _ := new(big.Float).SetInt(r).Float64()
	if math.IsInf(out, 0) {
		return 0, overflowError("rounded value too large to represent")
	}
	return math.Copysign(out, d), nil
}

// RoundInt is round(x, -places) for an int: x to a multiple of 10**places, half
// to even. A places of 0 or less gives x.
func RoundInt(x *big.Int, places int) *big.Int {
	if places <= 0 || x.Sign() == 0 {
		return x
	}
	// With more places than digits the result is 0, and 10**places too large.
	if float64(places) > float64(x.BitLen())*0.30103+2 {
		return new(big.Int)
	}
	r := roundBig(new(big.Int).Abs(x), places, false)
	if x.Sign() < 0 {
		r.Neg(r)
	}
	return r
}

// roundBig rounds the non-negative x to a multiple of 10**places, half to even;
// more says that the true value is a little above x.
func roundBig(x *big.Int, places int, more bool) *big.Int {
	unit := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(places)), nil)
	q, rem := new(big.Int).QuoRem(x, unit, new(big.Int))
	switch c := rem.Lsh(rem, 1).Cmp(unit); {
	case c > 0, c == 0 && (more || q.Bit(0) == 1):
		q.Add(q, big.NewInt(1))
	}
	return q.Mul(q, unit)
}

// RoundToInt is round(d) and int(round-half-even of d). A nan is a ValueError,
// an infinity an OverflowError.
func RoundToInt(d float64) (*big.Int, error) {
	return floatToInt(math.RoundToEven(d))
}

// FloatToInt is int(d): d without its fraction. A nan is a ValueError, an
// infinity an OverflowError.
func FloatToInt(d float64) (*big.Int, error) {
	return floatToInt(math.Trunc(d))
}

func floatToInt(d float64) (*big.Int, error) {
	switch {
	case math.IsNaN(d):
		return nil, valueError("cannot convert float NaN to integer")
	case math.IsInf(d, 0):
		return nil, overflowError("cannot convert float infinity to integer")
	}
	if math.Abs(d) < 1<<62 {
		return big.NewInt(int64(d)), nil
	}
	x, _ := new(big.Float).SetFloat64(d).Int(nil)
	return x, nil
}
