package text

import (
	"strings"
)

// This file defines the str methods that pad text to a width in code points.
// A result beyond the limits is a MemoryError.

// FillChar returns the code point of the fill argument of center, ljust and
// rjust; anything but one code point is a TypeError.
func FillChar(s string) (rune, error) {
	if r, n := Decode(s); n > 0 && n == len(s) {
		return r, nil
	}
	return 0, typeError("The fill character must be exactly one character long")
}

// pad puts left fill characters before s and right ones after it.
func pad(s string, left, right int, fill string, lim Limits) (string, error) {
	if left <= 0 && right <= 0 {
		return s, nil
	}
	left, right = max(left, 0), max(right, 0)
	n := addSat(len(s), mulSat(addSat(left, right), len(fill)))
	if err := lim.check(n); err != nil {
		return "", err
	}
	var b strings.Builder
	b.Grow(n)
	writeFill(&b, fill, left)
	b.WriteString(s)
	writeFill(&b, fill, right)
	return b.String(), nil
}

func writeFill(b *strings.Builder, fill string, n int) {
	for ; n > 0; n-- {
		b.WriteString(fill)
	}
}

// centerPad splits the padding of a text of length n in a field of width: the
// odd one goes left when the width is odd, as CPython has it.
func centerPad(n, width int) (left, right int) {
	margin := width - n
	if margin <= 0 {
		return 0, 0
	}
	left = margin/2 + (margin & width & 1)
	return left, margin - left
}

// Center is str.center.
func Center(s string, width int, fill rune, lim Limits) (string, error) {
	left, right := centerPad(Len(s), width)
	return pad(s, left, right, runeString(fill), lim)
}

// Ljust is str.ljust.
func Ljust(s string, width int, fill rune, lim Limits) (string, error) {
	return pad(s, 0, padding(Len(s), width), runeString(fill), lim)
}

// Rjust is str.rjust.
func Rjust(s string, width int, fill rune, lim Limits) (string, error) {
	return pad(s, padding(Len(s), width), 0, runeString(fill), lim)
}

func padding(n, width int) int {
	if width <= n {
		return 0
	}
	return width - n
}

// Zfill is str.zfill: zeros after the sign, if there is one.
func Zfill(s string, width int, lim Limits) (string, error) {
	return zfill(s, padding(Len(s), width), lim)
}

func zfill(s string, zeros int, lim Limits) (string, error) {
	if zeros > 0 && s != "" && (s[0] == '+' || s[0] == '-') {
		if err := lim.check(addSat(len(s), zeros)); err != nil {
			return "", err
		}
		return s[:1] + strings.Repeat("0", zeros) + s[1:], nil
	}
	return pad(s, zeros, 0, "0", lim)
}

// ExpandTabs is str.expandtabs: tab stops every tabsize columns, which \n and
// \r start anew. With a tabsize of 0 or less tabs vanish.
func ExpandTabs(s string, tabsize int, lim Limits) (string, error) {
	return expandTabs(s, tabsize, lim, false)
}

// expandTabs counts columns in code points, or in bytes for a bytes value.
func expandTabs(s string, tabsize int, lim Limits, raw bool) (string, error) {
	if strings.IndexByte(s, '\t') < 0 {
		return s, nil
	}
	buf := make([]byte, 0, len(s))
	column := 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '\t':
			if tabsize <= 0 {
				continue
			}
			n := tabsize - column%tabsize
			if err := lim.check(addSat(len(buf), n)); err != nil {
				return "", err
			}
			for ; n > 0; n-- {
				buf = append(buf, ' ')
			}
			column = 0 // at a tab stop, which is all that counts
		case c == '\n', c == '\r':
			column = 0
			buf = append(buf, c)
		default:
			if raw || c&0xC0 != 0x80 {
				column++
			}
			buf = append(buf, c)
		}
	}
	return string(buf), lim.check(len(buf))
}
