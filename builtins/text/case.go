package text

import (
	"sort"
	"unicode"
	"unicode/utf8"
)

// This file defines the str methods that change case, with the full mappings
// of Unicode: one code point may become up to three.

// lookup returns what r maps to in a table of special mappings.
func lookup(table []special, r rune) (string, bool) {
	if r < table[0].r {
		return "", false
	}
	i := sort.Search(len(table), func(i int) bool { return table[i].r >= r })
	if i < len(table) && table[i].r == r {
		return table[i].to, true
	}
	return "", false
}

func appendUpper(dst []byte, r rune) []byte {
	if to, ok := lookup(upperSpecial, r); ok {
		return append(dst, to...)
	}
	return AppendRune(dst, unicode.ToUpper(r))
}

func appendTitle(dst []byte, r rune) []byte {
	if to, ok := lookup(titleSpecial, r); ok {
		return append(dst, to...)
	}
	return AppendRune(dst, unicode.ToTitle(r))
}

// appendLower appends the lower case of r, which stands in s from byte i on:
// the context decides whether a sigma is final.
func appendLower(dst []byte, s string, i int, r rune) []byte {
	switch r {
	case 0x130:
		return append(dst, "i\u0307"...)
	case 0x3A3:
		if isFinalSigma(s, i) {
			return append(dst, "\u03c2"...)
		}
	}
	return AppendRune(dst, unicode.ToLower(r))
}

// isFinalSigma reports whether the capital sigma at byte i of s ends a word:
// before it is a cased character, after it is none, and case-ignorable ones do
// not count.
func isFinalSigma(s string, i int) bool {
	cased := false
	for before := s[:i]; before != ""; {
		r, n := DecodeLast(before)
		before = before[:len(before)-n]
		if !isCaseIgnorable(r) {
			cased = isCased(r)
			break
		}
	}
	if !cased {
		return false
	}
	for after := s[i+2:]; after != ""; {
		r, n := Decode(after)
		after = after[n:]
		if !isCaseIgnorable(r) {
			return !isCased(r)
		}
	}
	return true
}

func appendFold(dst []byte, r rune) []byte {
	if to, ok := lookup(foldSpecial, r); ok {
		return append(dst, to...)
	}
	switch { // Cherokee folds to its capitals
	case r >= 0x13A0 && r <= 0x13F5:
		return AppendRune(dst, r)
	case r >= 0x13F8 && r <= 0x13FD:
		return AppendRune(dst, r-8)
	case r >= 0xAB70 && r <= 0xABBF:
		return AppendRune(dst, r-0xAB70+0x13A0)
	case r == 0x130:
		return append(dst, "i\u0307"...)
	}
	return AppendRune(dst, unicode.ToLower(r))
}

func upperByte(c byte) byte {
	if c >= 'a' && c <= 'z' {
		return c - 'a' + 'A'
	}
	return c
}

func lowerByte(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c - 'A' + 'a'
	}
	return c
}

// mapASCII applies f to each byte of s below 0x80, and returns s itself when
// nothing changes.
func mapASCII(s string, f func(byte) byte) string {
	for i := 0; i < len(s); i++ {
		if f(s[i]) != s[i] {
			buf := make([]byte, len(s))
			copy(buf, s[:i])
			for ; i < len(s); i++ {
				buf[i] = f(s[i])
			}
			return string(buf)
		}
	}
	return s
}

// mapText applies one of the append functions to each code point of s.
func mapText(s string, f func(dst []byte, i int, r rune) []byte) string {
	buf := make([]byte, 0, len(s)+len(s)/8)
	for i, r := range All(s) {
		buf = f(buf, i, r)
	}
	return string(buf)
}

// Upper is str.upper.
func Upper(s string) string {
	if IsASCII(s) {
		return mapASCII(s, upperByte)
	}
	return mapText(s, func(dst []byte, _ int, r rune) []byte {
		if r < utf8.RuneSelf {
			return append(dst, upperByte(byte(r)))
		}
		return appendUpper(dst, r)
	})
}

// Lower is str.lower, with the final sigma.
func Lower(s string) string {
	if IsASCII(s) {
		return mapASCII(s, lowerByte)
	}
	return mapText(s, func(dst []byte, i int, r rune) []byte {
		if r < utf8.RuneSelf {
			return append(dst, lowerByte(byte(r)))
		}
		return appendLower(dst, s, i, r)
	})
}

// Casefold is str.casefold: full case folding for comparison without case.
func Casefold(s string) string {
	if IsASCII(s) {
		return mapASCII(s, lowerByte)
	}
	return mapText(s, func(dst []byte, _ int, r rune) []byte {
		return appendFold(dst, r)
	})
}

// Swapcase is str.swapcase.
func Swapcase(s string) string {
	return mapText(s, func(dst []byte, i int, r rune) []byte {
		switch {
		case IsUpper(r):
			return appendLower(dst, s, i, r)
		case IsLower(r):
			return appendUpper(dst, r)
		}
		return AppendRune(dst, r)
	})
}

// Capitalize is str.capitalize: the first character in title case, the rest in
// lower case.
func Capitalize(s string) string {
	return mapText(s, func(dst []byte, i int, r rune) []byte {
		if i == 0 {
			return appendTitle(dst, r)
		}
		return appendLower(dst, s, i, r)
	})
}

// Title is str.title: title case for each cased character that does not follow
// a cased one, lower case for the others.
func Title(s string) string {
	cased := false
	return mapText(s, func(dst []byte, i int, r rune) []byte {
		if cased {
			dst = appendLower(dst, s, i, r)
		} else {
			dst = appendTitle(dst, r)
		}
		cased = isCased(r)
		return dst
	})
}
