package text

import (
	"strings"
	"unicode/utf8"
)

// This file defines the str methods that look for text in text: find, index,
// count, startswith, replace, strip, translate and their kin.

// Bounds are the start and end arguments of find, count, startswith and the
// like, in code points; negative ones count from the end. Use Whole for a call
// that has none.
type Bounds struct{ Start, End int }

// Whole is the Bounds of a call without start and end.
var Whole = Bounds{0, maxInt}

// clamp returns the bounds within a sequence of length n. lo may exceed hi,
// and exceed n, which find treats as not found even for empty text.
func (b Bounds) clamp(n int) (lo, hi int) {
	lo, hi = b.Start, b.End
	if hi > n {
		hi = n
	} else if hi < 0 {
		hi = max(hi+n, 0)
	}
	if lo < 0 {
		lo = max(lo+n, 0)
	}
	return lo, hi
}

// window returns the part of s within b, and where it starts in bytes; ok is
// false when nothing can be found in it, not even empty text.
func window(s string, b Bounds) (part string, off int, ok bool) {
	if b == Whole {
		return s, 0, true
	}
	if b.Start >= 0 && b.Start > len(s) {
		return "", 0, false
	}
	if IsASCII(s) {
		lo, hi := b.clamp(len(s))
		if lo > hi {
			return "", 0, false
		}
		return s[lo:hi], lo, true
	}
	lo, hi := b.clamp(Len(s))
	if lo > hi {
		return "", 0, false
	}
	off = ByteOffset(s, lo)
	return s[off : off+ByteOffset(s[off:], hi-lo)], off, true
}

// Find is str.find: the position in code points of the first sub within the
// bounds, or -1.
func Find(s, sub string, b Bounds) int {
	part, off, ok := window(s, b)
	if !ok {
		return -1
	}
	i := strings.Index(part, sub)
	if i < 0 {
		return -1
	}
	return Len(s[:off+i])
}

// RFind is str.rfind: like Find, from the end.
func RFind(s, sub string, b Bounds) int {
	part, off, ok := window(s, b)
	if !ok {
		return -1
	}
	i := strings.LastIndex(part, sub)
	if i < 0 {
		return -1
	}
	return Len(s[:off+i])
}

// Index is str.index: Find, with a ValueError for what is not found.
func Index(s, sub string, b Bounds) (int, error) {
	if i := Find(s, sub, b); i >= 0 {
		return i, nil
	}
	return 0, valueError("substring not found")
}

// RIndex is str.rindex: RFind, with a ValueError for what is not found.
func RIndex(s, sub string, b Bounds) (int, error) {
	if i := RFind(s, sub, b); i >= 0 {
		return i, nil
	}
	return 0, valueError("substring not found")
}

// Count is str.count: how often sub occurs within the bounds without overlap.
// Empty text occurs once between any two code points and at both ends.
func Count(s, sub string, b Bounds) int {
	part, _, ok := window(s, b)
	if !ok {
		return 0
	}
	if sub == "" {
		return Len(part) + 1
	}
	return strings.Count(part, sub)
}

// StartsWith is str.startswith for one prefix.
func StartsWith(s, prefix string, b Bounds) bool {
	part, _, ok := window(s, b)
	return ok && strings.HasPrefix(part, prefix)
}

// EndsWith is str.endswith for one suffix.
func EndsWith(s, suffix string, b Bounds) bool {
	part, _, ok := window(s, b)
	return ok && strings.HasSuffix(part, suffix)
}

// RemovePrefix is str.removeprefix.
func RemovePrefix(s, prefix string) string { return strings.TrimPrefix(s, prefix) }

// RemoveSuffix is str.removesuffix.
func RemoveSuffix(s, suffix string) string { return strings.TrimSuffix(s, suffix) }

// Replace is str.replace: the first count occurrences of old, or all of them
// if count is negative, become new. Empty old stands before each code point
// and at the end. A result beyond the limits is a MemoryError.
func Replace(s, old, new string, count int, lim Limits) (string, error) {
	if count == 0 || old == new && old != "" {
		return s, nil
	}
	var n int
	if old == "" {
		n = Len(s) + 1
	} else {
		n = strings.Count(s, old)
	}
	if count > 0 && count < n {
		n = count
	}
	if n == 0 {
		return s, nil
	}
	if grow := len(new) - len(old); grow > 0 {
		if err := lim.check(addSat(len(s), mulSat(n, grow))); err != nil {
			return "", err
		}
	}
	if old != "" {
		return strings.Replace(s, old, new, n), nil
	}
	// strings.Replace would take each byte of a surrogate by itself.
	buf := make([]byte, 0, len(s)+n*len(new))
	for i := 0; i < n; i++ {
		buf = append(buf, new...)
		_, size := Decode(s)
		buf = append(buf, s[:size]...)
		s = s[size:]
	}
	return string(append(buf, s...)), nil
}

// Strip is str.strip without an argument.
func Strip(s string) string { return RStrip(LStrip(s)) }

// LStrip is str.lstrip without an argument.
func LStrip(s string) string {
	for s != "" {
		r, n := rune(s[0]), 1
		if r >= utf8.RuneSelf {
			r, n = Decode(s)
		}
		if !IsSpace(r) {
			break
		}
		s = s[n:]
	}
	return s
}

// RStrip is str.rstrip without an argument.
func RStrip(s string) string {
	for s != "" {
		r, n := DecodeLast(s)
		if !IsSpace(r) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// charSet is the set of the code points in a strip argument.
type charSet struct {
	ascii [2]uint64
	other string
}

func newCharSet(chars string) (set charSet) {
	for i := 0; i < len(chars); i++ {
		if c := chars[i]; c < utf8.RuneSelf {
			set.ascii[c>>6] |= 1 << (c & 63)
		} else {
			set.other = chars
		}
	}
	return set
}

func (set *charSet) has(r rune, enc string) bool {
	if r < utf8.RuneSelf {
		return set.ascii[r>>6]&(1<<(r&63)) != 0
	}
	// WTF-8 synchronises itself: enc occurs only where the code point does.
	return set.other != "" && strings.Contains(set.other, enc)
}

// StripChars is str.strip with a set of characters.
func StripChars(s, chars string) string { return RStripChars(LStripChars(s, chars), chars) }

// LStripChars is str.lstrip with a set of characters.
func LStripChars(s, chars string) string {
	set := newCharSet(chars)
	for s != "" {
		r, n := Decode(s)
		if !set.has(r, s[:n]) {
			break
		}
		s = s[n:]
	}
	return s
}

// RStripChars is str.rstrip with a set of characters.
func RStripChars(s, chars string) string {
	set := newCharSet(chars)
	for s != "" {
		r, n := DecodeLast(s)
		if !set.has(r, s[len(s)-n:]) {
			break
		}
		s = s[:len(s)-n]
	}
	return s
}

// Translate is str.translate. The callback returns what stands for a code
// point: keep reports that it stays as it is, otherwise to replaces it, and
// empty to deletes it. It is asked once for each different ASCII character.
// An error of the callback is returned as it is, a result beyond the limits is
// a MemoryError.
func Translate(s string, table func(r rune) (to string, keep bool, err error), lim Limits) (string, error) {
	var known [utf8.RuneSelf]struct {
		to   string
		seen bool
	}
	buf := make([]byte, 0, len(s))
	for i, r := range All(s) {
		var to string
		if r < utf8.RuneSelf && known[r].seen {
			to = known[r].to
		} else {
			t, keep, err := table(r)
			if err != nil {
				return "", err
			}
			if to = t; keep {
				_, n := Decode(s[i:])
				to = s[i : i+n]
			}
			if r < utf8.RuneSelf {
				known[r].to, known[r].seen = to, true
			}
		}
		if err := lim.check(addSat(len(buf), len(to))); err != nil {
			return "", err
		}
		buf = append(buf, to...)
	}
	return string(buf), nil
}
