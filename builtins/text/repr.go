package text

import (
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// This file defines repr() and ascii() of text and bytes, and the shortest text
// of numbers.

const hexDigits = "0123456789abcdef"

// Repr is repr() of a str.
func Repr(s string) string {
	if plain(s) {
		return "'" + s + "'"
	}
	return string(AppendRepr(make([]byte, 0, len(s)+8), s))
}

// plain reports whether s is printable ASCII that repr shows unchanged between
// single quotes.
func plain(s string) bool {
	for i := 0; i < len(s); i++ {
		if c := s[i]; c < ' ' || c >= 0x7f || c == '\'' || c == '\\' {
			return false
		}
	}
	return true
}

// AppendRepr appends repr() of a str. The quotes are single ones unless s has
// a single quote and no double one. What str.isprintable denies is escaped, so
// are lone surrogates (\udc80).
func AppendRepr(dst []byte, s string) []byte {
	quote := reprQuote(s)
	dst = append(dst, quote)
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			dst = appendReprByte(dst, c, quote)
			i++
			continue
		}
		r, n := Decode(s[i:])
		if IsPrintable(r) {
			dst = append(dst, s[i:i+n]...)
		} else {
			dst = appendEscape(dst, r)
		}
		i += n
	}
	return append(dst, quote)
}

func reprQuote(s string) byte {
	if strings.IndexByte(s, '\'') >= 0 && strings.IndexByte(s, '"') < 0 {
		return '"'
	}
	return '\''
}

// appendReprByte appends an ASCII character as repr shows it.
func appendReprByte(dst []byte, c, quote byte) []byte {
	switch {
	case c == quote || c == '\\':
		return append(dst, '\\', c)
	case c == '\t':
		return append(dst, '\\', 't')
	case c == '\n':
		return append(dst, '\\', 'n')
	case c == '\r':
		return append(dst, '\\', 'r')
	case c < ' ' || c >= 0x7f:
		return append(dst, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
	}
	return append(dst, c)
}

// appendEscape appends r as \xhh, \uhhhh or \Uhhhhhhhh, the shortest that fits.
func appendEscape(dst []byte, r rune) []byte {
	digits := 8
	switch {
	case r <= 0xff:
		dst, digits = append(dst, '\\', 'x'), 2
	case r <= 0xffff:
		dst, digits = append(dst, '\\', 'u'), 4
	default:
		dst = append(dst, '\\', 'U')
	}
	for shift := (digits - 1) * 4; shift >= 0; shift -= 4 {
		dst = append(dst, hexDigits[(r>>shift)&15])
	}
	return dst
}

// EscapeNonASCII replaces what is not ASCII by \x, \u and \U escapes: ascii(x)
// is EscapeNonASCII of repr(x), for any x.
func EscapeNonASCII(repr string) string {
	if IsASCII(repr) {
		return repr
	}
	buf := make([]byte, 0, len(repr)*2)
	for _, r := range All(repr) {
		if r < utf8.RuneSelf {
			buf = append(buf, byte(r))
		} else {
			buf = appendEscape(buf, r)
		}
	}
	return string(buf)
}

// ASCII is ascii() of a str.
func ASCII(s string) string { return EscapeNonASCII(Repr(s)) }

// ReprBytes is repr() of a bytes value, b'…'; that of a bytearray is
// "bytearray(" + ReprBytes(b) + ")".
func ReprBytes(b string) string {
	dst := make([]byte, 0, len(b)+8)
	quote := reprQuote(b)
	dst = append(dst, 'b', quote)
	for i := 0; i < len(b); i++ {
		dst = appendReprByte(dst, b[i], quote)
	}
	return string(append(dst, quote))
}

// ReprFloat is repr() and str() of a float: the shortest text that reads back
// as f, with an exponent below 1e-4 and from 1e16 on.
func ReprFloat(f float64) string {
	var buf [32]byte
	return string(AppendFloat(buf[:0], f))
}

// AppendFloat appends ReprFloat(f).
func AppendFloat(dst []byte, f float64) []byte {
	n := len(dst)
	dst = appendShortest(dst, f)
	for _, c := range dst[n:] {
		if c != '-' && (c < '0' || c > '9') { // a point, an exponent, inf or nan
			return dst
		}
	}
	return append(dst, '.', '0')
}

// appendShortest is AppendFloat without the ".0" of whole numbers, as complex
// numbers show their parts.
func appendShortest(dst []byte, f float64) []byte {
	switch {
	case math.IsNaN(f):
		return append(dst, "nan"...)
	case math.IsInf(f, 1):
		return append(dst, "inf"...)
	case math.IsInf(f, -1):
		return append(dst, "-inf"...)
	}
	if a := math.Abs(f); a >= 1e16 || a < 1e-4 && a != 0 {
		return strconv.AppendFloat(dst, f, 'e', -1, 64)
	}
	return strconv.AppendFloat(dst, f, 'f', -1, 64)
}

// ReprComplex is repr() and str() of a complex.
func ReprComplex(c complex128) string {
	re, im := real(c), imag(c)
	dst := make([]byte, 0, 40)
	if re == 0 && !math.Signbit(re) {
		return string(append(appendShortest(dst, im), 'j'))
	}
	dst = appendShortest(append(dst, '('), re)
	if !math.Signbit(im) || math.IsNaN(im) {
		dst = append(dst, '+')
	}
	return string(append(appendShortest(dst, im), 'j', ')'))
}

// IntText is repr() and str() of an int. More decimal digits than lim allows
// are a ValueError.
func IntText(x *big.Int, lim Limits) (string, error) {
	if x.IsInt64() {
		return strconv.FormatInt(x.Int64(), 10), nil
	}
	limit := lim.maxDigits()
	if limit == 0 {
		return x.String(), nil
	}
	// A number of b bits has at least (b-1)*log10(2) digits: refuse what is
	// surely too long before the conversion, which costs more than linear time.
	if float64(x.BitLen()-1)*0.30102 > float64(limit) {
		return "", digitLimitError(limit)
	}
	s := x.String()
	n := len(s)
	if s[0] == '-' {
		n--
	}
	if n > limit {
		return "", digitLimitError(limit)
	}
	return s, nil
}

func digitLimitError(limit int) *Error {
	return valueError("Exceeds the limit (%d digits) for integer string conversion; "+
		"use sys.set_int_max_str_digits() to increase the limit", limit)
}
