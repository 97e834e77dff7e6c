// This file defines how the scanner reads names and numbers.

package dialect

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// name reads an identifier, a keyword, or a string that starts with a prefix.
func (s *scanner) name() {
	start, off := s.pos(s.off), s.off
	ascii := true
	for s.off < len(s.text) {
		c := s.text[s.off]
		if c >= utf8.RuneSelf {
			ascii = false
		} else if (c == '"' || c == '\'') && s.off-off <= 2 && isStringPrefix(s.text[off:s.off]) {
			s.str(off)
			return
		} else if !isNameByte(c) {
			break
		}
		s.off++
	}
	word := s.text[off:s.off]
	kind := tName
	if ascii {
		if k, ok := keywords[word]; ok {
			kind = k
		}
	} else if !s.checkName(off, word) {
		return
	}
	s.emit(kind, start, off)
}

// isStringPrefix reports whether p may stand before a string's quote.
func isStringPrefix(p string) bool {
	switch strings.ToLower(p) {
	case "", "r", "b", "u", "f", "rb", "br", "fr", "rf":
		return true
	}
	return false
}

// checkName verifies that a word with non-ASCII characters, which starts at
// off, is an identifier.
func (s *scanner) checkName(off int, word string) bool {
	for i, r := range word {
		if i == 0 && isIDStart(r) || i > 0 && isIDContinue(r) {
			continue
		}
		at := s.pos(off + i)
		if unicode.IsPrint(r) {
			s.failAt(PlainSyntaxError, at, "invalid character '%c' (U+%04X)", r, r)
		} else {
			s.failAt(PlainSyntaxError, at, "invalid non-printable character U+%04X", r)
		}
		return false
	}
	return true
}

// Characters that the Unicode property ID_Start or ID_Continue has and
// XID_Start or XID_Continue has not, because normal form NFKC makes something
// else of them; and one that is punctuation.
var (
	notXIDContinue = map[rune]bool{0x37A: true, 0x2E2F: true, 0xFC5E: true, 0xFC5F: true, 0xFC60: true, 0xFC61: true,
		0xFC62: true, 0xFC63: true, 0xFDFA: true, 0xFDFB: true, 0xFE70: true, 0xFE72: true, 0xFE74: true,
		0xFE76: true, 0xFE78: true, 0xFE7A: true, 0xFE7C: true, 0xFE7E: true}
	notXIDStart = map[rune]bool{0xE33: true, 0xEB3: true, 0xFF9E: true, 0xFF9F: true}
)

// isIDStart reports whether a non-ASCII or ASCII r may begin an identifier.
func isIDStart(r rune) bool {
	if r < utf8.RuneSelf {
		return isNameByte(byte(r)) && (r < '0' || r > '9')
	}
	return (unicode.IsLetter(r) || unicode.Is(unicode.Nl, r) || unicode.Is(unicode.Other_ID_Start, r)) &&
		!notXIDStart[r] && !notXIDContinue[r]
}

// isIDContinue reports whether r may stand inside an identifier.
func isIDContinue(r rune) bool {
	if r < utf8.RuneSelf {
		return isNameByte(byte(r))
	}
	return (unicode.IsLetter(r) || unicode.In(r, unicode.Nl, unicode.Mn, unicode.Mc, unicode.Nd, unicode.Pc,
		unicode.Other_ID_Start, unicode.Other_ID_Continue)) && !notXIDContinue[r]
}

func isDigit(c byte) bool { return c >= '0' && c <= '9' }

// digits skips decimal digits with single underscores between them. It
// reports whether there was at least one digit and no stray underscore.
func (s *scanner) digits() bool {
	for {
		for isDigit(s.peek(0)) {
			s.off++
		}
		if s.peek(0) != '_' {
			return true
		}
		s.off++
		if !isDigit(s.peek(0)) {
			s.fail(PlainSyntaxError, s.off, "invalid decimal literal")
			return false
		}
	}
}

// number reads a number of any form.
func (s *scanner) number() {
	start, off := s.pos(s.off), s.off
	if s.peek(0) == '0' {
		switch s.peek(1) | 0x20 {
		case 'x':
			s.radix(start, 16, "hexadecimal")
			return
		case 'o':
			s.radix(start, 8, "octal")
			return
		case 'b':
			s.radix(start, 2, "binary")
			return
		}
	}
	if !s.digits() {
		return
	}
	intEnd := s.off
	isInt := true
	if s.peek(0) == '.' {
		isInt = false
		s.off++
		if isDigit(s.peek(0)) && !s.digits() {
			return
		}
	}
	if s.peek(0)|0x20 == 'e' {
		n := 1
		if s.peek(1) == '+' || s.peek(1) == '-' {
			n = 2
		}
		if isDigit(s.peek(n)) {
			isInt = false
			s.off += n
			if !s.digits() {
				return
			}
		} else if n == 2 {
			s.fail(PlainSyntaxError, s.off+2, "invalid decimal literal")
			return
		}
	}
	kind := "decimal"
	if s.peek(0)|0x20 == 'j' {
		s.off++
		isInt = false
		kind = "imaginary"
	}
	if isInt && s.text[off] == '0' && strings.Trim(s.text[off:intEnd], "0_") != "" {
		n := off
		for s.text[n] == '0' || s.text[n] == '_' {
			n++
		}
		s.err = s.src.errorf(PlainSyntaxError, start, s.pos(n),
			"leading zeros in decimal integer literals are not permitted; use an 0o prefix for octal integers")
		return
	}
	if s.endOfNumber(kind) {
		s.emit(tNumber, start, off)
	}
}

// radix reads a number with a prefix.
func (s *scanner) radix(start Position, base int, kind string) {
	off := s.off
	s.off += 2
	for {
		if s.peek(0) == '_' {
			s.off++
		}
		c := s.peek(0)
		if !digitOf(c, base) {
			if isDigit(c) {
				s.fail(PlainSyntaxError, s.off+1, "invalid digit '%c' in %s literal", c, kind)
			} else {
				s.fail(PlainSyntaxError, s.off, "invalid %s literal", kind)
			}
			return
		}
		for digitOf(s.peek(0), base) {
			s.off++
		}
		if s.peek(0) != '_' {
			break
		}
	}
	if c := s.peek(0); isDigit(c) {
		s.fail(PlainSyntaxError, s.off+1, "invalid digit '%c' in %s literal", c, kind)
		return
	}
	if s.endOfNumber(kind) {
		s.emit(tNumber, start, off)
	}
}

func digitOf(c byte, base int) bool {
	switch base {
	case 2:
		return c == '0' || c == '1'
	case 8:
		return c >= '0' && c <= '7'
	}
	return isDigit(c) || c|0x20 >= 'a' && c|0x20 <= 'f'
}

// endOfNumber checks that no letter follows a number, except those of a
// keyword that may follow an expression: 1if x else 2.
func (s *scanner) endOfNumber(kind string) bool {
	rest := s.text[s.off:]
	for _, w := range [...]string{"and", "else", "for", "if", "in", "is", "or", "not"} {
		if after, ok := strings.CutPrefix(rest, w); ok && (after == "" || !isNameByte(after[0]) && after[0] < utf8.RuneSelf) {
			return true
		}
	}
	if isNameByte(s.peek(0)) {
		s.fail(PlainSyntaxError, s.off, "invalid %s literal", kind)
		return false
	}
	return true
}
