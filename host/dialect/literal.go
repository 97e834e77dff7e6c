// This file defines the values of literals: numbers, and strings with their
// escapes.

package dialect

import (
	"fmt"
	"math"
	"math/big"
	"strconv"
	"strings"
	"unicode/utf8"
)

// maxIntDigits is CPython's limit for decimal integers: their conversion
// takes quadratic time.
const maxIntDigits = 4300

// parseNumber sets c to the number that text writes. It returns a message if
// the number is too large.
func parseNumber(text string, c *Constant) string {
	text = strings.ReplaceAll(text, "_", "")
	if len(text) > 1 && text[0] == '0' {
		switch text[1] | 0x20 {
		case 'x', 'o', 'b':
			setInt(c, text)
			return ""
		}
	}
	if last := text[len(text)-1]; last|0x20 == 'j' {
		c.Kind = ImagConst
		c.Float = parseFloat(text[:len(text)-1])
		return ""
	}
	if strings.ContainsAny(text, ".eE") {
		c.Kind = FloatConst
		c.Float = parseFloat(text)
		return ""
	}
	digits := strings.TrimLeft(text, "0")
	if digits == "" {
		digits = "0"
	}
	if len(digits) > maxIntDigits {
		return fmt.Sprintf("Exceeds the limit (%d digits) for integer string conversion: value has %d digits; "+
			"use sys.set_int_max_str_digits() to increase the limit - Consider hexadecimal for huge integer literals "+
			"to avoid decimal conversion limits.", maxIntDigits, len(digits))
	}
	setInt(c, digits)
	return ""
}

func setInt(c *Constant, text string) {
	c.Kind = IntConst
	if n, err := strconv.ParseInt(text, 0, 64); err == nil {
		c.Int = n
		return
	}
	c.Big, _ = new(big.Int).SetString(text, 0)
}

func parseFloat(text string) float64 {
	f, err := strconv.ParseFloat(text, 64)
	if err != nil && !math.IsInf(f, 0) && f != 0 {
		return 0
	}
	return f
}

// splitLiteral cuts a string token into its lower-case prefix and its body.
func splitLiteral(text string) (prefix, body string) {
	i := strings.IndexAny(text, `"'`)
	prefix = strings.ToLower(text[:i])
	body = text[i:]
	n := 1
	if len(body) >= 6 && body[1] == body[0] && body[2] == body[0] {
		n = 3
	}
	return prefix, body[n : len(body)-n]
}

// unescape replaces the escapes in the body of a string. It returns a message
// when one is malformed.
func unescape(body string, isBytes bool) (string, string) {
	i := strings.IndexByte(body, '\\')
	if i < 0 {
		return body, ""
	}
	var b strings.Builder
	b.Grow(len(body))
	// pos counts what CPython's decoder has before i: it sees non-ASCII
	// characters as \UXXXXXXXX.
	pos, counted := 0, 0
	place := func(i int) int {
		for _, r := range body[counted:i] {
			if r < utf8.RuneSelf {
				pos++
			} else {
				pos += 10
			}
		}
		counted = i
		return pos
	}
	return unescapeRest(&b, body, i, isBytes, place)
}

// unescapeRest does the work of unescape from the first backslash at i.
func unescapeRest(b *strings.Builder, body string, i int, isBytes bool, place func(int) int) (string, string) {
	b.WriteString(body[:i])
	for i < len(body) {
		c := body[i]
		if c != '\\' {
			next := strings.IndexByte(body[i:], '\\')
			if next < 0 {
				next = len(body) - i
			}
			b.WriteString(body[i : i+next])
			i += next
			continue
		}
		start := i
		i++
		if i == len(body) { // only in the text of an f-string before a field
			b.WriteByte('\\')
			break
		}
		c = body[i]
		i++
		switch c {
		case '\n':
		case '\\', '\'', '"':
			b.WriteByte(c)
		case 'a':
			b.WriteByte('\a')
		case 'b':
			b.WriteByte('\b')
		case 'f':
			b.WriteByte('\f')
		case 'n':
			b.WriteByte('\n')
		case 'r':
			b.WriteByte('\r')
		case 't':
			b.WriteByte('\t')
		case 'v':
			b.WriteByte('\v')
		case '0', '1', '2', '3', '4', '5', '6', '7':
			n := int(c - '0')
			for k := 0; k < 2 && i < len(body) && body[i] >= '0' && body[i] <= '7'; k++ {
				n = n*8 + int(body[i]-'0')
				i++
			}
			if isBytes {
				b.WriteByte(byte(n))
			} else {
				b.WriteRune(rune(n))
			}
		case 'x', 'u', 'U':
			want := map[byte]int{'x': 2, 'u': 4, 'U': 8}[c]
			if isBytes && c != 'x' {
				b.WriteString(body[start:i])
				continue
			}
			n, k := 0, 0
			for k < want && i+k < len(body) && digitOf(body[i+k], 16) {
				d, _ := strconv.ParseUint(body[i+k:i+k+1], 16, 8)
				n = n<<4 | int(d)
				k++
			}
			if k < want {
				if isBytes {
					return "", fmt.Sprintf("(value error) invalid \\x escape at position %d", start)
				}
				what := map[byte]string{'x': "\\xXX", 'u': "\\uXXXX", 'U': "\\UXXXXXXXX"}[c]
				return "", unicodeError(place(start), place(i+k)-1, "truncated "+what+" escape")
			}
			i += k
			switch {
			case isBytes:
				b.WriteByte(byte(n))
			case n > utf8.MaxRune:
				return "", unicodeError(place(start), place(i)-1, "illegal Unicode character")
			default:
				writeRune(b, rune(n))
			}
		case 'N':
			if isBytes {
				b.WriteString(`\N`)
				continue
			}
			if i >= len(body) || body[i] != '{' {
				return "", unicodeError(place(start), place(i)-1, "malformed \\N character escape")
			}
			end := strings.IndexByte(body[i:], '}')
			if end < 0 {
				return "", unicodeError(place(start), place(len(body))-1, "malformed \\N character escape")
			}
			if end == 1 {
				return "", unicodeError(place(start), place(i+1)-1, "malformed \\N character escape")
			}
			name := body[i+1 : i+end]
			i += end + 1
			r, ok := runeByName(name)
			if !ok {
				return "", unicodeError(place(start), place(i)-1, "unknown Unicode character name")
			}
			b.WriteRune(r)
		default:
			// An unknown escape stands for itself.
			b.WriteByte('\\')
			i--
			if c >= utf8.RuneSelf {
				_, n := utf8.DecodeRuneInString(body[i:])
				b.WriteString(body[i : i+n])
				i += n
			} else {
				b.WriteByte(c)
				i++
			}
		}
	}
	return b.String(), ""
}

func unicodeError(from, to int, what string) string {
	if from == to {
		return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode byte 0x5c in position %d: %s", from, what)
	}
	return fmt.Sprintf("(unicode error) 'unicodeescape' codec can't decode bytes in position %d-%d: %s", from, to, what)
}

// writeRune writes r as UTF-8, and a surrogate in the three bytes that UTF-8
// would use for it if it allowed them.
func writeRune(b *strings.Builder, r rune) {
	if r >= 0xD800 && r <= 0xDFFF {
		b.WriteByte(0xE0 | byte(r>>12))
		b.WriteByte(0x80 | byte(r>>6)&0x3F)
		b.WriteByte(0x80 | byte(r)&0x3F)
		return
	}
	b.WriteRune(r)
}
