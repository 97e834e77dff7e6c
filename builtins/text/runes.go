package text

import (
	"iter"
	"unicode/utf8"
)

// This file defines how text is stored: WTF-8 decoding and encoding, and the
// way between positions in code points and positions in bytes.

const (
	surrogateMin = 0xD800
	surrogateMax = 0xDFFF
	// MaxRune is the largest code point, as sys.maxunicode.
	MaxRune = 0x10FFFF
)

const (
	onesWord = 0x0101010101010101
	highWord = 0x8080808080808080
)

// load64 reads eight bytes of s from i on; the compiler makes it one load.
func load64(s string, i int) uint64 {
	_ = s[i+7]
	return uint64(s[i]) | uint64(s[i+1])<<8 | uint64(s[i+2])<<16 | uint64(s[i+3])<<24 |
		uint64(s[i+4])<<32 | uint64(s[i+5])<<40 | uint64(s[i+6])<<48 | uint64(s[i+7])<<56
}

// IsASCII reports whether every byte of s is below 0x80.
func IsASCII(s string) bool {
	i := 0
	for ; i+8 <= len(s); i += 8 {
		if load64(s, i)&highWord != 0 {
			return false
		}
	}
	for ; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// Len returns the number of code points in s. It costs one pass over the
// bytes, eight at a time.
func Len(s string) int {
	n := len(s)
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := load64(s, i)
		if w&highWord == 0 {
			continue
		}
		// A continuation byte is 10xxxxxx: bit 7 set, bit 6 clear.
		c := (w >> 7) &^ (w >> 6) & onesWord
		n -= int((c * onesWord) >> 56)
	}
	for ; i < len(s); i++ {
		if s[i]&0xC0 == 0x80 {
			n--
		}
	}
	return n
}

// Decode returns the first code point of s and its length in bytes, which is 3
// for a lone surrogate. For empty s it returns (utf8.RuneError, 0), for a byte
// that is no WTF-8 (utf8.RuneError, 1).
func Decode(s string) (rune, int) {
	if len(s) > 0 && s[0] < utf8.RuneSelf {
		return rune(s[0]), 1
	}
	r, n := utf8.DecodeRuneInString(s)
	if r == utf8.RuneError && n == 1 && isSurrogateAt(s) {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return r, n
}

// isSurrogateAt reports whether s starts with the three bytes of a surrogate.
func isSurrogateAt(s string) bool {
	return len(s) >= 3 && s[0] == 0xED && s[1]&0xE0 == 0xA0 && s[2]&0xC0 == 0x80
}

// DecodeLast returns the last code point of s and its length in bytes; the
// odd cases are as in Decode.
func DecodeLast(s string) (rune, int) {
	if n := len(s); n > 0 && s[n-1] < utf8.RuneSelf {
		return rune(s[n-1]), 1
	}
	r, n := utf8.DecodeLastRuneInString(s)
	if r == utf8.RuneError && n == 1 && len(s) >= 3 {
		if t := s[len(s)-3:]; isSurrogateAt(t) {
			return Decode(t)
		}
	}
	return r, n
}

// AppendRune appends the WTF-8 form of r, which may be a surrogate. A value
// that is no code point is written as U+FFFD.
func AppendRune(dst []byte, r rune) []byte {
	if r >= surrogateMin && r <= surrogateMax {
		return append(dst, 0xE0|byte(r>>12), 0x80|byte(r>>6)&0x3F, 0x80|byte(r)&0x3F)
	}
	return utf8.AppendRune(dst, r)
}

// RuneLen returns the number of bytes that AppendRune appends for r.
func RuneLen(r rune) int {
	if r >= surrogateMin && r <= surrogateMax {
		return 3
	}
	if n := utf8.RuneLen(r); n > 0 {
		return n
	}
	return 3
}

// IsSurrogate reports whether r is a surrogate code point.
func IsSurrogate(r rune) bool { return r >= surrogateMin && r <= surrogateMax }

// HasSurrogates reports whether s contains a lone surrogate, which is what
// keeps it from being UTF-8.
func HasSurrogates(s string) bool {
	for i := 0; i+2 < len(s); i++ {
		if s[i] == 0xED && s[i+1] >= 0xA0 {
			return true
		}
	}
	return false
}

// Valid reports whether s is WTF-8: UTF-8 in which surrogates may occur.
func Valid(s string) bool {
	for len(s) > 0 {
		if utf8.ValidString(s) {
			return true
		}
		r, n := Decode(s)
		if r == utf8.RuneError && n == 1 {
			return false
		}
		s = s[n:]
	}
	return true
}

// asciiTable has every one-byte string, so that Chr of one needs no allocation.
const asciiTable = "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f" +
	"\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19\x1a\x1b\x1c\x1d\x1e\x1f" +
	" !\"#$%&'()*+,-./0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~\x7f"

// Chr returns the text of one code point, as chr(). It allocates only past
// ASCII. A value out of range is a ValueError.
func Chr(r int) (string, error) {
	if r >= 0 && r < utf8.RuneSelf {
		return asciiTable[r : r+1], nil
	}
	if r < 0 || r > MaxRune {
		return "", valueError("chr() arg not in range(0x110000)")
	}
	return string(AppendRune(nil, rune(r))), nil
}

// runeString is Chr for what is known to be a code point.
func runeString(r rune) string {
	if r >= 0 && r < utf8.RuneSelf {
		return asciiTable[r : r+1]
	}
	return string(AppendRune(nil, r))
}

// Ord returns the code point of a text of one, as ord(). Otherwise the error is
// a TypeError.
func Ord(s string) (rune, error) {
	if r, n := Decode(s); n > 0 && n == len(s) {
		return r, nil
	}
	return 0, typeError("ord() expected a character, but string of length %d found", Len(s))
}

// All yields each code point of s with its byte offset.
func All(s string) iter.Seq2[int, rune] {
	return func(yield func(int, rune) bool) {
		for i := 0; i < len(s); {
			r, n := Decode(s[i:])
			if !yield(i, r) {
				return
			}
			i += n
		}
	}
}

// Chars yields each code point of s as a text of its own, without allocating:
// what iterating over a str gives.
func Chars(s string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for i := 0; i < len(s); {
			n := 1
			if s[i] >= utf8.RuneSelf {
				_, n = Decode(s[i:])
			}
			if !yield(s[i : i+n]) {
				return
			}
			i += n
		}
	}
}

// Runes returns the code points of s.
func Runes(s string) []rune {
	out := make([]rune, 0, Len(s))
	for _, r := range All(s) {
		out = append(out, r)
	}
	return out
}

// FromRunes returns the text of the code points rs.
func FromRunes(rs []rune) string {
	buf := make([]byte, 0, len(rs))
	for _, r := range rs {
		buf = AppendRune(buf, r)
	}
	return string(buf)
}

// ByteOffset returns the byte offset of code point i of s. An i of Len(s) or
// more gives len(s), a negative one 0.
func ByteOffset(s string, i int) int {
	if i <= 0 {
		return 0
	}
	if i >= len(s) {
		return len(s)
	}
	b := 0
	// Whole words first: a word holds eight code points less its continuation
	// bytes, so it is skipped only if fewer than i remain within it.
	for i >= 8 && b+8 <= len(s) {
		w := load64(s, b)
		c := (w >> 7) &^ (w >> 6) & onesWord
		i -= 8 - int((c*onesWord)>>56)
		b += 8
	}
	// The word may have ended inside a code point; its rest belongs to the one
	// already counted.
	for b < len(s) && s[b]&0xC0 == 0x80 {
		b++
	}
	for ; i > 0 && b < len(s); i-- {
		b++
		for b < len(s) && s[b]&0xC0 == 0x80 {
			b++
		}
	}
	return b
}

// RuneOffset returns how many code points start before byte offset b of s: the
// inverse of ByteOffset.
func RuneOffset(s string, b int) int {
	switch {
	case b <= 0:
		return 0
	case b >= len(s):
		return Len(s)
	}
	return Len(s[:b])
}

// At returns code point i of s as a text, counting from the end if i is
// negative; an i out of range is an IndexError. For non-ASCII text it costs a
// pass over s: see Indexer.
func At(s string, i int) (string, error) {
	if i < 0 {
		i += Len(s)
	}
	if i < 0 || i >= len(s) {
		return "", indexError()
	}
	b := ByteOffset(s, i)
	if b >= len(s) {
		return "", indexError()
	}
	_, n := Decode(s[b:])
	return s[b : b+n], nil
}

func indexError() *Error {
	return &Error{Class: "IndexError", Msg: "string index out of range"}
}

// SliceIndices turns the three parts of a Python slice, each nil when left out,
// into indices within a sequence of length n, as slice.indices does: start and
// stop are clamped, negative ones counted from the end. A step of zero is a
// ValueError.
func SliceIndices(n int, start, stop, step *int) (lo, hi, by int, err error) {
	by = 1
	if step != nil {
		by = *step
		if by == 0 {
			return 0, 0, 0, valueError("slice step cannot be zero")
		}
		if by < -maxInt {
			by = -maxInt
		}
	}
	lower, upper := 0, n
	if by < 0 {
		lower, upper = -1, n-1
	}
	clamp := func(p *int, whenNil int) int {
		if p == nil {
			return whenNil
		}
		v := *p
		if v < 0 {
			return max(v+n, lower)
		}
		return min(v, upper)
	}
	if by > 0 {
		return clamp(start, lower), clamp(stop, upper), by, nil
	}
	return clamp(start, upper), clamp(stop, lower), by, nil
}

// SliceLen returns how many items the indices from SliceIndices select.
func SliceLen(lo, hi, step int) int {
	switch {
	case step > 0 && lo < hi:
		return (hi-lo-1)/step + 1
	case step < 0 && hi < lo:
		return (lo-hi-1)/-step + 1
	}
	return 0
}

// Slice returns s[start:stop:step] in code points, for indices that come from
// SliceIndices(Len(s), …). With a step of 1 it shares memory with s.
func Slice(s string, start, stop, step int) string {
	return slice(s, start, stop, step, nil)
}

func slice(s string, start, stop, step int, x *Indexer) string {
	n := SliceLen(start, stop, step)
	if n == 0 {
		return ""
	}
	offset := func(i int) int {
		if x != nil {
			return x.Offset(i)
		}
		return ByteOffset(s, i)
	}
	if step == 1 {
		lo := offset(start)
		if x != nil {
			return s[lo:x.Offset(stop)]
		}
		return s[lo : lo+ByteOffset(s[lo:], stop-start)]
	}
	first, last := start, start+(n-1)*step
	if first > last {
		first, last = last, first
	}
	// Only the part that is touched is decoded.
	lo := offset(first)
	var part string
	if x != nil {
		part = s[lo:x.Offset(last+1)]
	} else {
		part = s[lo : lo+ByteOffset(s[lo:], last+1-first)]
	}
	if len(part) == last+1-first && IsASCII(part) {
		buf := make([]byte, n)
		for i, p := 0, start-first; i < n; i, p = i+1, p+step {
			buf[i] = part[p]
		}
		return string(buf)
	}
	if step < 0 {
		return sliceBackwards(part, n, -step)
	}
	buf := make([]byte, 0, n*2)
	skip := 0
	for len(part) > 0 {
		_, size := Decode(part)
		if skip == 0 {
			buf = append(buf, part[:size]...)
			skip = step
		}
		skip--
		part = part[size:]
	}
	return string(buf)
}

// sliceBackwards takes every step-th code point of part from its end, n in all.
func sliceBackwards(part string, n, step int) string {
	buf := make([]byte, 0, n*2)
	skip := 0
	for len(part) > 0 {
		_, size := DecodeLast(part)
		at := len(part) - size
		if skip == 0 {
			buf = append(buf, part[at:]...)
			skip = step
		}
		skip--
		part = part[:at]
	}
	return string(buf)
}

// indexerStride is how many code points lie between two entries of the
// Indexer's table: small enough that a scan of one stride is a few words, large
// enough that the table is a small part of the text.
const indexerStride = 64

// Indexer answers s[i] and s[i:j] on one long text, each in constant time. It
// is made in one pass; for ASCII text it holds no table. It is read-only after
// NewIndexer, so it may be shared.
type Indexer struct {
	s       string
	n       int
	offsets []int // byte offset of every indexerStride-th code point; nil for ASCII
}

// NewIndexer returns the Indexer of s.
func NewIndexer(s string) *Indexer {
	x := &Indexer{s: s, n: Len(s)}
	if x.n == len(s) {
		return x
	}
	x.offsets = make([]int, 0, x.n/indexerStride+1)
	for b := 0; b < len(s); {
		x.offsets = append(x.offsets, b)
		b += ByteOffset(s[b:], indexerStride)
	}
	return x
}

// Text returns the text that x indexes.
func (x *Indexer) Text() string { return x.s }

// Len returns the number of code points.
func (x *Indexer) Len() int { return x.n }

// Offset returns the byte offset of code point i, clamped as in ByteOffset.
func (x *Indexer) Offset(i int) int {
	switch {
	case i <= 0:
		return 0
	case i >= x.n:
		return len(x.s)
	case x.offsets == nil:
		return i
	}
	k := i / indexerStride
	if k >= len(x.offsets) { // only on text that is not WTF-8
		return len(x.s)
	}
	b := x.offsets[k]
	return b + ByteOffset(x.s[b:], i%indexerStride)
}

// At returns code point i as a text, as the function At does.
func (x *Indexer) At(i int) (string, error) {
	if i < 0 {
		i += x.n
	}
	if i < 0 || i >= x.n {
		return "", indexError()
	}
	b := x.Offset(i)
	_, n := Decode(x.s[b:])
	return x.s[b : b+n], nil
}

// Slice is the function Slice on x's text.
func (x *Indexer) Slice(start, stop, step int) string {
	return slice(x.s, start, stop, step, x)
}
