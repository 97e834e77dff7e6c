package text

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// This file defines int(), float() and complex() of text.

// toASCII turns the decimal digits of every script into 0 to 9 and white space
// into ' ', as CPython does before it reads a number; what is neither ends the
// text with a '?', which no number has.
func toASCII(s string) string {
	if IsASCII(s) {
		return s
	}
	buf := make([]byte, 0, len(s))
	for _, r := range All(s) {
		switch {
		case r < utf8.RuneSelf:
			buf = append(buf, byte(r))
		case IsSpace(r):
			buf = append(buf, ' ')
		default:
			d := DecimalValue(r)
			if d < 0 {
				return string(append(buf, '?'))
			}
			buf = append(buf, '0'+byte(d))
		}
	}
	return string(buf)
}

// stripASCII strips the white space of ASCII that C's isspace knows.
func stripASCII(s string) string { return BytesStrip(s) }

// reprLimit is how many characters of a text the message of int() shows.
const reprLimit = 200

// ParseInt is int(s, base) of a str, with white space, a sign, underscores
// between digits, digits of every script, and prefixes for base 0, 2, 8 and 16.
// The result is small when large is nil. A base out of range, what is no
// number, and more decimal digits than the limits allow are ValueErrors.
func ParseInt(s string, base int, lim Limits) (small int64, large *big.Int, err error) {
	return parseInt(toASCII(s), base, lim, func() string { return Repr(s) })
}

// ParseIntBytes is int(b, base) of bytes.
func ParseIntBytes(b string, base int, lim Limits) (small int64, large *big.Int, err error) {
	return parseInt(b, base, lim, func() string { return ReprBytes(b) })
}

func parseInt(s string, base int, lim Limits, repr func() string) (int64, *big.Int, error) {
	if base != 0 && (base < 2 || base > 36) {
		return 0, nil, valueError("int() base must be >= 2 and <= 36, or 0")
	}
	bad := func() (int64, *big.Int, error) {
		shown := repr()
		if len(shown) > reprLimit {
			shown = shown[:ByteOffset(shown, reprLimit)]
		}
		return 0, nil, valueError("invalid literal for int() with base %d: %s", base, shown)
	}
	sign, t := splitSign(stripASCII(s))
	radix, onlyZero := base, false
	if len(t) >= 2 && t[0] == '0' {
		prefix := 0
		switch t[1] {
		case 'x', 'X':
			prefix = 16
		case 'o', 'O':
			prefix = 8
		case 'b', 'B':
			prefix = 2
		}
		if prefix != 0 && (base == 0 || base == prefix) {
			radix = prefix
			// One underscore may follow the prefix.
			t = strings.TrimPrefix(t[2:], "_")
		} else if base == 0 {
			// An old octal, such as 010, is refused; 00 is not.
			onlyZero = true
		}
	}
	if radix == 0 {
		radix = 10
	}
	digits, ok := checkDigits(t, radix)
	if !ok {
		return bad()
	}
	if onlyZero && strings.Trim(digits, "0") != "" {
		return bad()
	}
	if limit := lim.maxDigits(); limit > 0 && len(digits) > limit && radix&(radix-1) != 0 {
		return 0, nil, valueError("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit", limit, len(digits))
	}
	if sign == '-' {
		digits = "-" + digits
	}
	if v, err := strconv.ParseInt(digits, radix, 64); err == nil {
		return v, nil, nil
	}
	if radix&(radix-1) == 0 {
		return 0, parsePowerOfTwo(strings.TrimPrefix(digits, "-"), radix, sign == '-'), nil
	}
	x, ok := new(big.Int).SetString(digits, radix)
	if !ok {
		return bad()
	}
	return 0, x, nil
}

// checkDigits returns t without underscores, if it holds digits below radix with
// at most one underscore between two.
func checkDigits(t string, radix int) (string, bool) {
	if t == "" || t[0] == '_' || t[len(t)-1] == '_' {
		return "", false
	}
	under := false
	for i := 0; i < len(t); i++ {
		if t[i] == '_' {
			if t[i-1] == '_' {
				return "", false
			}
			under = true
		} else if d := digitValue(t[i]); d < 0 || d >= radix {
			return "", false
		}
	}
	if under {
		t = strings.ReplaceAll(t, "_", "")
	}
	return t, true
}

func digitValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'z':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'Z':
		return int(c-'A') + 10
	}
	return -1
}

// parsePowerOfTwo reads digits in a base of 2, 4, 8, 16 or 32 in linear time,
// which matters as their number has no limit.
func parsePowerOfTwo(digits string, radix int, neg bool) *big.Int {
	bits := uint(0)
	for 1<<bits < radix {
		bits++
	}
	out := make([]byte, (len(digits)*int(bits)+7)/8)
	at := len(out) - 1
	var acc, have uint
	for i := len(digits) - 1; i >= 0; i-- {
		acc |= uint(digitValue(digits[i])) << have
		for have += bits; have >= 8; have -= 8 {
			out[at] = byte(acc)
			acc >>= 8
			at--
		}
	}
	if have > 0 && at >= 0 {
		out[at] = byte(acc)
	}
	x := new(big.Int).SetBytes(out)
	if neg {
		x.Neg(x)
	}
	return x
}

// scanSpecial reads inf, infinity or nan with a sign at the start of s, in any
// case, and returns how many bytes it has, 0 for none.
func scanSpecial(s string) (float64, int) {
	sign, t := splitSign(s)
	n := len(s) - len(t)
	v := 0.0
	switch {
	case hasFold(t, "infinity"):
		v, n = math.Inf(1), n+8
	case hasFold(t, "inf"):
		v, n = math.Inf(1), n+3
	case hasFold(t, "nan"):
		v, n = math.NaN(), n+3
	default:
		return 0, 0
	}
	if sign == '-' {
		v = math.Copysign(v, -1)
	}
	return v, n
}

// hasFold reports whether s starts with the lower-case word, in any case.
func hasFold(s, word string) bool {
	if len(s) < len(word) {
		return false
	}
	for i := 0; i < len(word); i++ {
		if lowerByte(s[i]) != word[i] {
			return false
		}
	}
	return true
}

// scanFloat reads the longest decimal float at the start of s and returns how
// many bytes it has, 0 for none. What is too large is infinite.
func scanFloat(s string) (float64, int) {
	if v, n := scanSpecial(s); n > 0 {
		return v, n
	}
	i := 0
	if s != "" && (s[0] == '+' || s[0] == '-') {
		i++
	}
	digits := 0
	for ; i < len(s) && isByteDigit(s[i]); i++ {
		digits++
	}
	if i < len(s) && s[i] == '.' {
		for i++; i < len(s) && isByteDigit(s[i]); i++ {
			digits++
		}
	}
	if digits == 0 {
		return 0, 0
	}
	if i < len(s) && (s[i] == 'e' || s[i] == 'E') {
		_, t := splitSign(s[i+1:])
		n := 0
		for n < len(t) && isByteDigit(t[n]) {
			n++
		}
		if n > 0 {
			i = len(s) - len(t) + n
		}
	}
	v, _ := strconv.ParseFloat(s[:i], 64) // a range error leaves an infinity
	return v, i
}

// dropUnderscores removes underscores that stand between two digits; ok is
// false if one stands elsewhere.
func dropUnderscores(s string) (string, bool) {
	if strings.IndexByte(s, '_') < 0 {
		return s, true
	}
	buf := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		if s[i] != '_' {
			buf = append(buf, s[i])
			continue
		}
		if i == 0 || i == len(s)-1 || !isByteDigit(s[i-1]) || !isByteDigit(s[i+1]) {
			return "", false
		}
	}
	return string(buf), true
}

// ParseFloat is float(s) of a str: a decimal float with underscores between
// digits, or inf, infinity, nan, with white space around it. Anything else is a
// ValueError.
func ParseFloat(s string) (float64, error) {
	if v, ok := parseFloat(toASCII(s)); ok {
		return v, nil
	}
	return 0, valueError("could not convert string to float: %s", Repr(s))
}

// ParseFloatBytes is float(b) of bytes.
func ParseFloatBytes(b string) (float64, error) {
	if v, ok := parseFloat(b); ok {
		return v, nil
	}
	return 0, valueError("could not convert string to float: %s", ReprBytes(b))
}

func parseFloat(s string) (float64, bool) {
	t, ok := dropUnderscores(stripASCII(s))
	if !ok {
		return 0, false
	}
	v, n := scanFloat(t)
	return v, n > 0 && n == len(t)
}

// ParseComplex is complex(s) of a str: a real part, an imaginary part with j, or
// both, also in parentheses. Anything else is a ValueError.
func ParseComplex(s string) (complex128, error) {
	t, ok := dropUnderscores(stripASCII(toASCII(s)))
	if !ok {
		return 0, valueError("could not convert string to complex: %s", Repr(s))
	}
	if v, ok := parseComplex(t); ok {
		return v, nil
	}
	return 0, valueError("complex() arg is a malformed string")
}

func parseComplex(s string) (complex128, bool) {
	if strings.HasPrefix(s, "(") {
		if !strings.HasSuffix(s, ")") {
			return 0, false
		}
		s = stripASCII(s[1 : len(s)-1])
	}
	isJ := func(s string) bool { return s == "j" || s == "J" }
	signOnly := func(s string) (float64, string) {
		sign, rest := splitSign(s)
		if sign == '-' {
			return -1, rest
		}
		return 1, rest
	}
	x, n := scanFloat(s)
	if n == 0 {
		y, rest := signOnly(s)
		return complex(0, y), isJ(rest)
	}
	s = s[n:]
	switch {
	case s == "":
		return complex(x, 0), true
	case isJ(s):
		return complex(0, x), true
	case s[0] != '+' && s[0] != '-':
		return 0, false
	}
	y, n := scanFloat(s)
	if n == 0 {
		var rest string
		y, rest = signOnly(s)
		return complex(x, y), isJ(rest)
	}
	return complex(x, y), isJ(s[n:])
}

// ASCIINumber returns s with the decimal digits of every script as 0 to 9; it
// ends with a '?' at a character that no number has.
func ASCIINumber(s string) string { return toASCII(s) }
