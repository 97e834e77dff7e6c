package text

import (
	"encoding/hex"
	"fmt"
	"math"
	"strconv"
	"strings"
)

// This file defines the hexadecimal texts of float and bytes.

// FloatHex is float.hex.
func FloatHex(f float64) string {
	switch {
	case math.IsNaN(f):
		return "nan"
	case math.IsInf(f, 0):
		return ReprFloat(f)
	}
	sign := ""
	if math.Signbit(f) {
		sign, f = "-", -f
	}
	bits := math.Float64bits(f)
	mantissa, exp, lead := bits&(1<<52-1), int(bits>>52), 1
	switch {
	case bits == 0:
		return sign + "0x0.0p+0"
	case exp == 0: // subnormal
		lead, exp = 0, 1
	}
	return fmt.Sprintf("%s0x%d.%013xp%+d", sign, lead, mantissa, exp-1023)
}

// FloatFromHex is float.fromhex. What is no hexadecimal float is a ValueError,
// one beyond the range an OverflowError.
func FloatFromHex(s string) (float64, error) {
	bad := valueError("invalid hexadecimal floating-point string")
	s = stripASCII(s)
	if f, n := scanSpecial(s); n > 0 {
		if n != len(s) {
			return 0, bad
		}
		return f, nil
	}
	neg := false
	if s != "" && (s[0] == '+' || s[0] == '-') {
		neg = s[0] == '-'
		s = s[1:]
	}
	if len(s) >= 2 && s[0] == '0' && (s[1] == 'x' || s[1] == 'X') {
		s = s[2:]
	}
	i := 0
	for i < len(s) && hexValue(s[i]) >= 0 {
		i++
	}
	digits, fraction := s[:i], 0
	if i < len(s) && s[i] == '.' {
		j := i + 1
		for j < len(s) && hexValue(s[j]) >= 0 {
			j++
		}
		digits += s[i+1 : j]
		fraction = j - i - 1
		i = j
	}
	if digits == "" {
		return 0, bad
	}
	exp := int64(0)
	if i < len(s) && (s[i] == 'p' || s[i] == 'P') {
		text := s[i+1:]
		if _, tail := splitSign(text); tail == "" || strings.Trim(tail, "0123456789") != "" {
			return 0, bad
		}
		e, err := strconv.ParseInt(text, 10, 64)
		if err != nil || e > 1<<40 || e < -1<<40 { // no digits that fit in memory make up for it
			e = 1 << 40
			if text[0] == '-' {
				e = -e
			}
		}
		exp = e
		i = len(s)
	}
	if i != len(s) {
		return 0, bad
	}
	// Bring it to 0.ddd × 2**exp, so that no exponent is too large for strconv.
	zeros := len(digits) - len(strings.TrimLeft(digits, "0"))
	digits = digits[zeros:]
	var f float64
	if digits != "" {
		exp += 4 * int64(len(digits)-fraction)
		exp = min(max(exp, -9000), 9000)
		var err error
		f, err = strconv.ParseFloat("0x0."+digits+"p"+strconv.FormatInt(exp, 10), 64)
		if err != nil {
			return 0, overflowError("hexadecimal value too large to represent as a float")
		}
	}
	if neg {
		f = -f
	}
	return f, nil
}

// splitSign cuts one sign off s.
func splitSign(s string) (sign byte, rest string) {
	if s != "" && (s[0] == '+' || s[0] == '-') {
		return s[0], s[1:]
	}
	return 0, s
}

func hexValue(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c >= 'a' && c <= 'f':
		return int(c-'a') + 10
	case c >= 'A' && c <= 'F':
		return int(c-'A') + 10
	}
	return -1
}

// BytesFromHex is bytes.fromhex of a str: pairs of hex digits with ASCII white
// space between pairs. Anything else is a ValueError.
func BytesFromHex(s string) (string, error) {
	buf := make([]byte, 0, len(s)/2)
	for i := 0; i < len(s); {
		if isByteSpace(s[i]) {
			i++
			continue
		}
		hi := hexValue(s[i])
		if hi < 0 {
			return "", fromHexError(s, i)
		}
		if i+1 >= len(s) || hexValue(s[i+1]) < 0 {
			return "", fromHexError(s, i+1)
		}
		buf = append(buf, byte(hi<<4|hexValue(s[i+1])))
		i += 2
	}
	return string(buf), nil
}

func fromHexError(s string, at int) *Error {
	return valueError("non-hexadecimal number found in fromhex() arg at position %d", RuneOffset(s, at))
}

// BytesHex is bytes.hex without a separator.
func BytesHex(b string) string { return hex.EncodeToString([]byte(b)) }

// BytesHexSep is bytes.hex with a separator between groups of group bytes,
// counted from the right if group is positive and from the left if negative;
// none if group is 0. A sep that is not one ASCII character is a ValueError, a
// result beyond the limits a MemoryError.
func BytesHexSep(b, sep string, group int, lim Limits) (string, error) {
	if Len(sep) != 1 {
		return "", valueError("sep must be length 1.")
	}
	if !IsASCII(sep) {
		return "", valueError("sep must be ASCII.")
	}
	if err := lim.check(mulSat(len(b), 3)); err != nil {
		return "", err
	}
	size := group
	if size < 0 {
		size = -size
	}
	if size <= 0 || size >= len(b) {
		return BytesHex(b), nil
	}
	buf := make([]byte, 0, len(b)*3)
	for i := 0; i < len(b); i++ {
		if i > 0 && (group > 0 && (len(b)-i)%size == 0 || group < 0 && i%size == 0) {
			buf = append(buf, sep[0])
		}
		buf = append(buf, hexDigits[b[i]>>4], hexDigits[b[i]&15])
	}
	return string(buf), nil
}
