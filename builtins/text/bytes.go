package text

import (
	"strings"
	"unicode/utf8"
)

// This file defines the methods of bytes that differ from those of str: they
// see bytes, and letters, digits and white space are those of ASCII. Values
// are Go strings of raw bytes. Split, RSplit, Partition, RPartition, Join,
// Repeat, RemovePrefix and RemoveSuffix serve both types.

// byteWindow is window for bytes.
func byteWindow(s string, b Bounds) (part string, off int, ok bool) {
	lo, hi := b.clamp(len(s))
	if lo > hi {
		return "", 0, false
	}
	return s[lo:hi], lo, true
}

// BytesFind is bytes.find, or -1.
func BytesFind(s, sub string, b Bounds) int {
	part, off, ok := byteWindow(s, b)
	if !ok {
		return -1
	}
	i := strings.Index(part, sub)
	if i < 0 {
		return -1
	}
	return off + i
}

// BytesRFind is bytes.rfind, or -1.
func BytesRFind(s, sub string, b Bounds) int {
	part, off, ok := byteWindow(s, b)
	if !ok {
		return -1
	}
	i := strings.LastIndex(part, sub)
	if i < 0 {
		return -1
	}
	return off + i
}

// BytesIndex is bytes.index, with a ValueError for what is not found.
func BytesIndex(s, sub string, b Bounds) (int, error) {
	if i := BytesFind(s, sub, b); i >= 0 {
		return i, nil
	}
	return 0, valueError("subsection not found")
}

// BytesRIndex is bytes.rindex, with a ValueError for what is not found.
func BytesRIndex(s, sub string, b Bounds) (int, error) {
	if i := BytesRFind(s, sub, b); i >= 0 {
		return i, nil
	}
	return 0, valueError("subsection not found")
}

// BytesCount is bytes.count.
func BytesCount(s, sub string, b Bounds) int {
	part, _, ok := byteWindow(s, b)
	switch {
	case !ok:
		return 0
	case sub == "":
		return len(part) + 1
	}
	return strings.Count(part, sub)
}

// BytesStartsWith is bytes.startswith for one prefix.
func BytesStartsWith(s, prefix string, b Bounds) bool {
	part, _, ok := byteWindow(s, b)
	return ok && strings.HasPrefix(part, prefix)
}

// BytesEndsWith is bytes.endswith for one suffix.
func BytesEndsWith(s, suffix string, b Bounds) bool {
	part, _, ok := byteWindow(s, b)
	return ok && strings.HasSuffix(part, suffix)
}

// BytesReplace is bytes.replace; a negative count means all.
func BytesReplace(s, old, new string, count int, lim Limits) (string, error) {
	if old != "" {
		return Replace(s, old, new, count, lim)
	}
	n := len(s) + 1
	if count >= 0 && count < n {
		n = count
	}
	if err := lim.check(addSat(len(s), mulSat(n, len(new)))); err != nil {
		return "", err
	}
	buf := make([]byte, 0, len(s)+n*len(new))
	for i := 0; i < n; i++ {
		buf = append(buf, new...)
		if i < len(s) {
			buf = append(buf, s[i])
		}
	}
	if n < len(s) {
		buf = append(buf, s[n:]...)
	}
	return string(buf), nil
}

// isByteSpace reports whether c is white space for bytes.
func isByteSpace(c byte) bool { return c == ' ' || c >= '\t' && c <= '\r' }

// BytesStrip is bytes.strip without an argument.
func BytesStrip(s string) string { return BytesRStrip(BytesLStrip(s)) }

// BytesLStrip is bytes.lstrip without an argument.
func BytesLStrip(s string) string {
	for s != "" && isByteSpace(s[0]) {
		s = s[1:]
	}
	return s
}

// BytesRStrip is bytes.rstrip without an argument.
func BytesRStrip(s string) string {
	for s != "" && isByteSpace(s[len(s)-1]) {
		s = s[:len(s)-1]
	}
	return s
}

// BytesStripChars is bytes.strip with a set of bytes.
func BytesStripChars(s, chars string) string {
	return BytesRStripChars(BytesLStripChars(s, chars), chars)
}

// BytesLStripChars is bytes.lstrip with a set of bytes.
func BytesLStripChars(s, chars string) string {
	for s != "" && strings.IndexByte(chars, s[0]) >= 0 {
		s = s[1:]
	}
	return s
}

// BytesRStripChars is bytes.rstrip with a set of bytes.
func BytesRStripChars(s, chars string) string {
	for s != "" && strings.IndexByte(chars, s[len(s)-1]) >= 0 {
		s = s[:len(s)-1]
	}
	return s
}

// BytesSplitSpace is bytes.split without a separator.
func BytesSplitSpace(s string, maxsplit int) []string {
	var out []string
	for {
		s = BytesLStrip(s)
		if s == "" {
			return out
		}
		if maxsplit == 0 {
			return append(out, s)
		}
		maxsplit--
		i := 0
		for i < len(s) && !isByteSpace(s[i]) {
			i++
		}
		out = append(out, s[:i])
		s = s[i:]
	}
}

// BytesRSplitSpace is bytes.rsplit without a separator.
func BytesRSplitSpace(s string, maxsplit int) []string {
	var out []string
	for {
		s = BytesRStrip(s)
		if s == "" {
			break
		}
		if maxsplit == 0 {
			out = append(out, s)
			break
		}
		maxsplit--
		i := len(s)
		for i > 0 && !isByteSpace(s[i-1]) {
			i--
		}
		out = append(out, s[i:])
		s = s[:i]
	}
	reverse(out)
	return out
}

// BytesSplitLines is bytes.splitlines: only \n, \r and \r\n end a line.
func BytesSplitLines(s string, keepends bool) []string {
	var out []string
	for s != "" {
		i := strings.IndexAny(s, "\r\n")
		if i < 0 {
			return append(out, s)
		}
		next := i + 1
		if s[i] == '\r' && next < len(s) && s[next] == '\n' {
			next++
		}
		if keepends {
			i = next
		}
		out = append(out, s[:i])
		s = s[next:]
	}
	return out
}

// BytesUpper is bytes.upper.
func BytesUpper(s string) string { return mapASCII(s, upperByte) }

// BytesLower is bytes.lower.
func BytesLower(s string) string { return mapASCII(s, lowerByte) }

// BytesSwapcase is bytes.swapcase.
func BytesSwapcase(s string) string {
	return mapASCII(s, func(c byte) byte {
		if u := upperByte(c); u != c {
			return u
		}
		return lowerByte(c)
	})
}

// BytesCapitalize is bytes.capitalize.
func BytesCapitalize(s string) string {
	if s == "" {
		return s
	}
	buf := []byte(mapASCII(s, lowerByte))
	buf[0] = upperByte(buf[0])
	return string(buf)
}

// BytesTitle is bytes.title.
func BytesTitle(s string) string {
	buf := []byte(s)
	cased := false
	for i, c := range buf {
		if cased {
			buf[i] = lowerByte(c)
		} else {
			buf[i] = upperByte(c)
		}
		cased = isByteAlpha(c)
	}
	return string(buf)
}

func isByteAlpha(c byte) bool {
	return c < utf8.RuneSelf && asciiProps[c]&(pUpper|pLower) != 0
}
func isByteDigit(c byte) bool { return c >= '0' && c <= '9' }

// allBytes reports whether s is not empty and p holds for all of it.
func allBytes(s string, p func(byte) bool) bool {
	for i := 0; i < len(s); i++ {
		if !p(s[i]) {
			return false
		}
	}
	return s != ""
}

// BytesIsAlpha is bytes.isalpha.
func BytesIsAlpha(s string) bool { return allBytes(s, isByteAlpha) }

// BytesIsDigit is bytes.isdigit.
func BytesIsDigit(s string) bool { return allBytes(s, isByteDigit) }

// BytesIsAlnum is bytes.isalnum.
func BytesIsAlnum(s string) bool {
	return allBytes(s, func(c byte) bool { return isByteAlpha(c) || isByteDigit(c) })
}

// BytesIsSpace is bytes.isspace.
func BytesIsSpace(s string) bool { return allBytes(s, isByteSpace) }

// BytesIsUpper is bytes.isupper.
func BytesIsUpper(s string) bool {
	return BytesLower(s) != s && BytesUpper(s) == s
}

// BytesIsLower is bytes.islower.
func BytesIsLower(s string) bool {
	return BytesUpper(s) != s && BytesLower(s) == s
}

// BytesIsTitle is bytes.istitle.
func BytesIsTitle(s string) bool {
	cased, previous := false, false
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c >= 'A' && c <= 'Z':
			if previous {
				return false
			}
			cased, previous = true, true
		case c >= 'a' && c <= 'z':
			if !previous {
				return false
			}
			cased, previous = true, true
		default:
			previous = false
		}
	}
	return cased
}

// BytesCenter is bytes.center.
func BytesCenter(s string, width int, fill byte, lim Limits) (string, error) {
	left, right := centerPad(len(s), width)
	return pad(s, left, right, string([]byte{fill}), lim)
}

// BytesLjust is bytes.ljust.
func BytesLjust(s string, width int, fill byte, lim Limits) (string, error) {
	return pad(s, 0, padding(len(s), width), string([]byte{fill}), lim)
}

// BytesRjust is bytes.rjust.
func BytesRjust(s string, width int, fill byte, lim Limits) (string, error) {
	return pad(s, padding(len(s), width), 0, string([]byte{fill}), lim)
}

// BytesZfill is bytes.zfill.
func BytesZfill(s string, width int, lim Limits) (string, error) {
	return zfill(s, padding(len(s), width), lim)
}

// BytesExpandTabs is bytes.expandtabs.
func BytesExpandTabs(s string, tabsize int, lim Limits) (string, error) {
	return expandTabs(s, tabsize, lim, true)
}

// BytesTranslate is bytes.translate: bytes in del are left out, then each byte
// is replaced by its entry in table, which has 256 bytes or is empty for none.
// Another length is a ValueError.
func BytesTranslate(s, table, del string) (string, error) {
	if table != "" && len(table) != 256 {
		return "", valueError("translation table must be 256 characters long")
	}
	var drop [256]bool
	for i := 0; i < len(del); i++ {
		drop[del[i]] = true
	}
	buf := make([]byte, 0, len(s))
	for i := 0; i < len(s); i++ {
		c := s[i]
		if drop[c] {
			continue
		}
		if table != "" {
			c = table[c]
		}
		buf = append(buf, c)
	}
	return string(buf), nil
}

// BytesMakeTrans is bytes.maketrans: the table that turns each byte of from
// into the one of to at its place. Different lengths are a ValueError.
func BytesMakeTrans(from, to string) (string, error) {
	if len(from) != len(to) {
		return "", valueError("maketrans arguments must have same length")
	}
	var table [256]byte
	for i := range table {
		table[i] = byte(i)
	}
	for i := 0; i < len(from); i++ {
		table[from[i]] = to[i]
	}
	return string(table[:]), nil
}
