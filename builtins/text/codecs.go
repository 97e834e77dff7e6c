package text

import (
	"fmt"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// This file defines str.encode and bytes.decode: the lookup of codecs by name,
// UTF-8, UTF-16, UTF-32, ASCII, Latin-1, the single-byte character sets and (in
// escapecodec.go) the escapes of string literals, with
// CPython's error handlers strict, ignore, replace, backslashreplace,
// xmlcharrefreplace, namereplace, surrogateescape (PEP 383) and surrogatepass. The result is
// at most ten times as long as the input.

// codecKind is an encoding scheme.
type codecKind int

const (
	kindUTF8 codecKind = iota
	kindUTF16
	kindUTF32
	kindASCII
	kindLatin1
	kindCharmap
	kindEscape
	kindRawEscape
)

// Codec encodes and decodes one encoding. It is immutable.
type Codec struct {
	name   string // as codecs.lookup gives it
	label  string // as errors give it
	kind   codecKind
	order  int  // byte order: -1 little, 1 big, 0 by a byte order mark
	sig    bool // utf-8-sig
	decode []rune
	encode map[rune]byte
}

// Name returns the codec's name as codecs.lookup(…).name does, such as "utf-8",
// "iso8859-1", "cp1252".
func (c *Codec) Name() string { return c.name }

// notText are CPython's codecs that do not turn text into bytes.
var notText = map[string]bool{
	"base64": true, "base_64": true, "base64_codec": true, "bz2": true, "bz2_codec": true, "hex": true,
	"hex_codec": true, "quopri": true, "quopri_codec": true, "quoted_printable": true, "rot13": true,
	"rot_13": true, "uu": true, "uu_codec": true, "zip": true, "zlib": true, "zlib_codec": true,
}

// normalizeEncoding is encodings.normalize_encoding of the lower-case name: runs
// of what is neither alphanumeric nor a dot become one underscore.
func normalizeEncoding(name string) string {
	var b strings.Builder
	punct := false
	for _, r := range All(name) {
		if !IsAlnum(r) && r != '.' {
			punct = true
			continue
		}
		if punct && b.Len() > 0 {
			b.WriteByte('_')
		}
		if r < utf8.RuneSelf {
			b.WriteByte(lowerByte(byte(r)))
		}
		punct = false
	}
	return b.String()
}

// codecCache keeps the codecs made so far by key.
var codecCache sync.Map

// utf8Codec needs no lookup, as nearly all programs use no other.
var utf8Codec = &Codec{name: "utf-8", label: "utf-8", kind: kindUTF8}

// LookupCodec finds a codec by any name that CPython knows it by. A name that is
// unknown, or of a codec that is not for text, is a LookupError.
func LookupCodec(name string) (*Codec, error) {
	switch name {
	case "utf-8", "utf8", "UTF-8":
		return utf8Codec, nil
	}
	key := normalizeEncoding(name)
	to, ok := codecAliases[key]
	if !ok {
		to, ok = codecAliases[strings.ReplaceAll(key, ".", "_")]
	}
	if !ok {
		to = key
	}
	if c, ok := codecCache.Load(to); ok {
		return c.(*Codec), nil
	}
	full, ok := codecNames[to]
	switch {
	case ok:
	case notText[key]:
		return nil, &Error{Class: "LookupError", Msg: fmt.Sprintf(
			"'%s' is not a text encoding; use codecs.encode() to handle arbitrary codecs", name)}
	default:
		return nil, &Error{Class: "LookupError", Msg: "unknown encoding: " + name}
	}
	c, _ := codecCache.LoadOrStore(to, newCodec(to, full))
	return c.(*Codec), nil
}

func newCodec(key, name string) *Codec {
	c := &Codec{name: name, label: name}
	switch key {
	case "utf_8":
		return utf8Codec
	case "utf_8_sig":
		c.kind, c.sig, c.label = kindUTF8, true, "utf-8"
	case "utf_16":
		c.kind = kindUTF16
	case "utf_16_le":
		c.kind, c.order = kindUTF16, -1
	case "utf_16_be":
		c.kind, c.order = kindUTF16, 1
	case "utf_32":
		c.kind = kindUTF32
	case "utf_32_le":
		c.kind, c.order = kindUTF32, -1
	case "utf_32_be":
		c.kind, c.order = kindUTF32, 1
	case "ascii":
		c.kind = kindASCII
	case "unicode_escape":
		c.kind, c.label = kindEscape, "unicodeescape"
	case "raw_unicode_escape":
		c.kind, c.label = kindRawEscape, "rawunicodeescape"
	case "latin_1":
		c.kind, c.label = kindLatin1, "latin-1"
	default:
		c.kind, c.label = kindCharmap, "charmap"
		c.decode = []rune(charTables[key])
		c.encode = make(map[rune]byte, len(c.decode))
		for i, r := range c.decode {
			if r != undefinedChar {
				c.encode[r] = byte(0x80 + i)
			}
		}
	}
	return c
}

// undefinedChar marks a byte that a single-byte table leaves out.
const undefinedChar = 0xFFFE

// EncodeText is str.encode. What cannot be encoded and the handler does not
// deal with is a UnicodeEncodeError, an unknown codec or handler a LookupError;
// as in CPython the handler's name is not looked at before it is needed.
func EncodeText(s, encoding, errors string) (string, error) {
	c, err := LookupCodec(encoding)
	if err != nil {
		return "", err
	}
	return c.Encode(s, errors)
}

// DecodeBytes is bytes.decode; errors are as in EncodeText, with a
// UnicodeDecodeError.
func DecodeBytes(b, encoding, errors string) (string, error) {
	c, err := LookupCodec(encoding)
	if err != nil {
		return "", err
	}
	return c.Decode(b, errors)
}

func handlerError(name string) *Error {
	return &Error{Class: "LookupError", Msg: "unknown error handler name '" + name + "'"}
}

// NewDecodeError returns the UnicodeDecodeError for b[start:end].
func NewDecodeError(encoding, b string, start, end int, reason string) *Error {
	e := &Error{Class: "UnicodeDecodeError", Encoding: encoding, Object: b, Start: start, End: end, Reason: reason}
	if end == start+1 && start >= 0 && start < len(b) {
		e.Msg = fmt.Sprintf("'%s' codec can't decode byte 0x%02x in position %d: %s", encoding, b[start], start, reason)
	} else {
		e.Msg = fmt.Sprintf("'%s' codec can't decode bytes in position %d-%d: %s", encoding, start, end-1, reason)
	}
	return e
}

// NewEncodeError returns the UnicodeEncodeError for the code points start to
// end of s.
func NewEncodeError(encoding, s string, start, end int, reason string) *Error {
	e := &Error{Class: "UnicodeEncodeError", Encoding: encoding, Object: s, Start: start, End: end, Reason: reason}
	if end == start+1 {
		if at := ByteOffset(s, start); at < len(s) {
			r, _ := Decode(s[at:])
			e.Msg = fmt.Sprintf("'%s' codec can't encode character '%s' in position %d: %s",
				encoding, appendEscape(nil, r), start, reason)
			return e
		}
	}
	e.Msg = fmt.Sprintf("'%s' codec can't encode characters in position %d-%d: %s", encoding, start, end-1, reason)
	return e
}

// encoder is the state of one Encode.
type encoder struct {
	codec  *Codec
	order  int // of UTF-16 and UTF-32
	s      string
	errors string
	buf    []byte
}

// Encode is str.encode with this codec.
func (c *Codec) Encode(s, errors string) (string, error) {
	switch c.kind {
	case kindUTF8:
		if !HasSurrogates(s) {
			if c.sig {
				return "\xef\xbb\xbf" + s, nil
			}
			return s, nil
		}
	case kindASCII, kindLatin1, kindCharmap:
		if IsASCII(s) {
			return s, nil
		}
	case kindEscape, kindRawEscape:
		return escapeEncode(s, c.kind == kindRawEscape), nil
	}
	e := encoder{codec: c, order: c.order, s: s, errors: errors, buf: make([]byte, 0, len(s)+4)}
	if c.sig {
		e.buf = append(e.buf, "\xef\xbb\xbf"...)
	}
	if c.order == 0 && (c.kind == kindUTF16 || c.kind == kindUTF32) {
		e.order = -1
		e.put(0xFEFF)
	}
	for i := 0; i < len(s); {
		r, n := Decode(s[i:])
		if e.can(r) {
			e.put(r)
			i += n
			continue
		}
		end := i + n
		// What cannot be encoded is handled a run at a time, except by UTF-16
		// and UTF-32.
		for c.kind != kindUTF16 && c.kind != kindUTF32 && end < len(s) {
			r, n := Decode(s[end:])
			if e.can(r) {
				break
			}
			end += n
		}
		if err := e.fail(i, end); err != nil {
			return "", err
		}
		i = end
	}
	return string(e.buf), nil
}

// can reports whether the codec has r.
func (e *encoder) can(r rune) bool {
	switch e.codec.kind {
	case kindASCII:
		return r < utf8.RuneSelf
	case kindLatin1:
		return r < 0x100
	case kindCharmap:
		if r < utf8.RuneSelf {
			return true
		}
		_, ok := e.codec.encode[r]
		return ok
	}
	return !IsSurrogate(r)
}

// put appends r, which the codec has, or a surrogate that is let through.
func (e *encoder) put(r rune) {
	switch e.codec.kind {
	case kindUTF8:
		e.buf = AppendRune(e.buf, r)
	case kindUTF16:
		if r >= 0x10000 {
			r -= 0x10000
			e.put16(0xD800 | r>>10)
			e.put16(0xDC00 | r&0x3FF)
		} else {
			e.put16(r)
		}
	case kindUTF32:
		if e.order < 0 {
			e.buf = append(e.buf, byte(r), byte(r>>8), byte(r>>16), 0)
		} else {
			e.buf = append(e.buf, 0, byte(r>>16), byte(r>>8), byte(r))
		}
	case kindCharmap:
		if r >= utf8.RuneSelf {
			r = rune(e.codec.encode[r])
		}
		e.buf = append(e.buf, byte(r))
	default:
		e.buf = append(e.buf, byte(r))
	}
}

func (e *encoder) put16(u rune) {
	if e.order < 0 {
		e.buf = append(e.buf, byte(u), byte(u>>8))
	} else {
		e.buf = append(e.buf, byte(u>>8), byte(u))
	}
}

func (e *encoder) putASCII(s string) {
	for i := 0; i < len(s); i++ {
		e.put(rune(s[i]))
	}
}

// reason is the message for what the codec does not have.
func (c *Codec) reason() string {
	switch c.kind {
	case kindASCII:
		return "ordinal not in range(128)"
	case kindLatin1:
		return "ordinal not in range(256)"
	case kindCharmap:
		return "character maps to <undefined>"
	}
	return "surrogates not allowed"
}

// fail lets the error handler deal with bytes start to end of the text, which
// the codec does not have.
func (e *encoder) fail(start, end int) error {
	strict := func(from int) error {
		return NewEncodeError(e.codec.label, e.s, RuneOffset(e.s, from), RuneOffset(e.s, end), e.codec.reason())
	}
	switch e.errors {
	case "", "strict":
		return strict(start)
	case "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "namereplace", "surrogateescape", "surrogatepass":
	default:
		return handlerError(e.errors)
	}
	wide := e.codec.kind == kindUTF16 || e.codec.kind == kindUTF32
	for i, r := range All(e.s[start:end]) {
		switch e.errors {
		case "replace":
			e.putASCII("?")
		case "backslashreplace":
			e.putASCII(string(appendEscape(nil, r)))
		case "xmlcharrefreplace":
			e.putASCII("&#" + strconv.Itoa(int(r)) + ";")
		case "namereplace":
			if name := Name(r); name != "" {
				e.putASCII(`\N{` + name + "}")
			} else {
				e.putASCII(string(appendEscape(nil, r)))
			}
		case "surrogateescape":
			// One byte is no unit of UTF-16 or UTF-32.
			if r < 0xDC80 || r > 0xDCFF || wide {
				if e.codec.kind == kindCharmap {
					i = 0 // here CPython reports the whole run
				}
				return strict(start + i)
			}
			e.buf = append(e.buf, byte(r))
		case "surrogatepass":
			if !wide && e.codec.kind != kindUTF8 || !IsSurrogate(r) {
				return strict(start)
			}
			e.put(r)
		}
	}
	return nil
}

// decoder is the state of one Decode.
type decoder struct {
	codec  *Codec
	label  string
	order  int
	b      string
	errors string
	final  bool // what is incomplete at the end is an error
	buf    []byte
}

// Decode is bytes.decode with this codec.
func (c *Codec) Decode(b, errors string) (string, error) {
	if c.sig {
		b = strings.TrimPrefix(b, "\xef\xbb\xbf")
	}
	s, _, err := c.decodePart(b, errors, c.order, true)
	return s, err
}

// decodePart decodes b and returns how much of it was used: less than all only
// if final is false and b ends within a sequence.
func (c *Codec) decodePart(b, errors string, order int, final bool) (string, int, error) {
	switch c.kind {
	case kindUTF8:
		if utf8.ValidString(b) {
			return b, len(b), nil
		}
	case kindASCII, kindLatin1, kindCharmap:
		if IsASCII(b) {
			return b, len(b), nil
		}
	}
	d := decoder{codec: c, label: c.label, order: order, b: b, errors: errors, final: final,
		buf: make([]byte, 0, len(b)+16)}
	var n int
	var err error
	switch c.kind {
	case kindUTF8:
		n, err = d.utf8()
	case kindUTF16:
		n, err = d.utf16()
	case kindUTF32:
		n, err = d.utf32()
	case kindEscape, kindRawEscape:
		n, err = d.escape(c.kind == kindRawEscape)
	default:
		n, err = d.single()
	}
	if err != nil {
		return "", n, err
	}
	return string(d.buf), n, nil
}

// fail lets the error handler deal with bytes start to end of the input, and
// returns where to go on.
func (d *decoder) fail(start, end int, reason string) (int, error) {
	switch d.errors {
	case "", "strict":
	case "ignore":
		return end, nil
	case "replace":
		d.buf = append(d.buf, "\ufffd"...)
		return end, nil
	case "backslashreplace":
		for _, c := range []byte(d.b[start:end]) {
			d.buf = append(d.buf, '\\', 'x', hexDigits[c>>4], hexDigits[c&15])
		}
		return end, nil
	case "surrogateescape":
		i := start
		for ; i < end && i < start+4 && d.b[i] >= utf8.RuneSelf; i++ {
			d.buf = AppendRune(d.buf, 0xDC00+rune(d.b[i]))
		}
		if i > start {
			return i, nil
		}
	case "surrogatepass":
		if r, n := d.surrogate(start); n > 0 {
			d.buf = AppendRune(d.buf, r)
			return start + n, nil
		}
	case "xmlcharrefreplace", "namereplace":
		return 0, typeError("don't know how to handle UnicodeDecodeError in error callback")
	default:
		return 0, handlerError(d.errors)
	}
	return 0, NewDecodeError(d.label, d.b, start, end, reason)
}

// surrogate reads an encoded surrogate at byte i, and returns its length.
func (d *decoder) surrogate(i int) (rune, int) {
	switch d.codec.kind {
	case kindUTF8:
		if isSurrogateAt(d.b[i:]) {
			r, n := Decode(d.b[i:])
			return r, n
		}
	case kindUTF16:
		if i+2 <= len(d.b) {
			if u := d.unit16(i); IsSurrogate(u) {
				return u, 2
			}
		}
	case kindUTF32:
		if i+4 <= len(d.b) {
			if u := d.unit32(i); u >= surrogateMin && u <= surrogateMax {
				return rune(u), 4
			}
		}
	}
	return 0, 0
}

// utf8 decodes UTF-8. An error covers the longest start of a sequence that is
// not yet wrong, as Unicode recommends.
func (d *decoder) utf8() (n int, err error) {
	b := d.b
	for i := 0; i < len(b); {
		if c := b[i]; c < utf8.RuneSelf {
			d.buf = append(d.buf, c)
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(b[i:])
		if r != utf8.RuneError || size > 1 {
			d.buf = append(d.buf, b[i:i+size]...)
			i += size
			continue
		}
		end, reason := utf8Fault(b, i)
		if !d.final && (reason == utf8Truncated || i+2 == len(b) && b[i] == 0xED && b[i+1] >= 0xA0 && b[i+1] <= 0xBF) {
			// Incomplete; so is a surrogate, for the sake of surrogatepass.
			return i, nil
		}
		if i, err = d.fail(i, end, reason); err != nil {
			return i, err
		}
	}
	return len(b), nil
}

const utf8Truncated = "unexpected end of data"

// utf8Fault returns what is wrong with the sequence at byte i of b, and where
// the error ends.
func utf8Fault(b string, i int) (end int, reason string) {
	lead := b[i]
	var need int
	lo, hi := byte(0x80), byte(0xBF) // the bounds of the second byte
	switch {
	case lead >= 0xC2 && lead <= 0xDF:
		need = 2
	case lead >= 0xE0 && lead <= 0xEF:
		need = 3
		if lead == 0xE0 {
			lo = 0xA0
		} else if lead == 0xED {
			hi = 0x9F
		}
	case lead >= 0xF0 && lead <= 0xF4:
		need = 4
		if lead == 0xF0 {
			lo = 0x90
		} else if lead == 0xF4 {
			hi = 0x8F
		}
	default:
		return i + 1, "invalid start byte"
	}
	for k := 1; k < need; k++ {
		if i+k >= len(b) {
			return len(b), utf8Truncated
		}
		if c := b[i+k]; c < lo || c > hi {
			return i + k, "invalid continuation byte"
		}
		lo, hi = 0x80, 0xBF
	}
	return i + 1, "invalid start byte" // not reached: the sequence is valid
}

// bom reads a byte order mark, for a codec whose order is not fixed, and sets
// the order and the label; it returns the mark's length.
func (d *decoder) bom(size int) int {
	n := 0
	if d.order == 0 {
		d.order = -1
		if len(d.b) >= size {
			var u uint32
			if size == 2 {
				u = uint32(d.unit16(0))
			} else {
				u = d.unit32(0)
			}
			switch {
			case u == 0xFEFF:
				n = size
			case size == 2 && u == 0xFFFE, size == 4 && u == 0xFFFE0000:
				n, d.order = size, 1
			}
		}
	}
	suffix := "-le"
	if d.order > 0 {
		suffix = "-be"
	}
	d.label = "utf-16" + suffix
	if size == 4 {
		d.label = "utf-32" + suffix
	}
	return n
}

func (d *decoder) unit16(i int) rune {
	if d.order > 0 {
		return rune(d.b[i])<<8 | rune(d.b[i+1])
	}
	return rune(d.b[i+1])<<8 | rune(d.b[i])
}

func (d *decoder) unit32(i int) uint32 {
	b := d.b
	if d.order > 0 {
		return uint32(b[i])<<24 | uint32(b[i+1])<<16 | uint32(b[i+2])<<8 | uint32(b[i+3])
	}
	return uint32(b[i+3])<<24 | uint32(b[i+2])<<16 | uint32(b[i+1])<<8 | uint32(b[i])
}

func (d *decoder) utf16() (n int, err error) {
	i := d.bom(2)
	for i < len(d.b) {
		if i+2 > len(d.b) {
			if !d.final {
				return i, nil
			}
			if i, err = d.fail(i, len(d.b), "truncated data"); err != nil {
				return i, err
			}
			continue
		}
		u := d.unit16(i)
		end, reason := i+2, ""
		switch {
		case !IsSurrogate(u):
			d.buf = AppendRune(d.buf, u)
			i += 2
			continue
		case u >= 0xDC00:
			reason = "illegal encoding"
		case i+4 > len(d.b):
			if !d.final {
				return i, nil
			}
			end, reason = len(d.b), "unexpected end of data"
		default:
			if low := d.unit16(i + 2); low >= 0xDC00 && low <= 0xDFFF {
				d.buf = AppendRune(d.buf, 0x10000+(u&0x3FF)<<10|low&0x3FF)
				i += 4
				continue
			}
			reason = "illegal UTF-16 surrogate"
		}
		if i, err = d.fail(i, end, reason); err != nil {
			return i, err
		}
	}
	return i, nil
}

func (d *decoder) utf32() (n int, err error) {
	i := d.bom(4)
	for i < len(d.b) {
		end, reason := i+4, ""
		if end > len(d.b) {
			if !d.final {
				return i, nil
			}
			end, reason = len(d.b), "truncated data"
		} else {
			u := d.unit32(i)
			switch {
			case u > MaxRune:
				reason = "code point not in range(0x110000)"
			case u >= surrogateMin && u <= surrogateMax:
				reason = "code point in surrogate code point range(0xd800, 0xe000)"
			default:
				d.buf = AppendRune(d.buf, rune(u))
				i += 4
				continue
			}
		}
		if i, err = d.fail(i, end, reason); err != nil {
			return i, err
		}
	}
	return i, nil
}

// single decodes ASCII, Latin-1 and the single-byte character sets.
func (d *decoder) single() (n int, err error) {
	for i := 0; i < len(d.b); {
		c := d.b[i]
		switch {
		case c < utf8.RuneSelf:
			d.buf = append(d.buf, c)
		case d.codec.kind == kindLatin1:
			d.buf = AppendRune(d.buf, rune(c))
		default:
			if d.codec.kind == kindCharmap {
				if r := d.codec.decode[c-0x80]; r != undefinedChar {
					d.buf = AppendRune(d.buf, r)
					break
				}
			}
			if i, err = d.fail(i, i+1, d.codec.reason()); err != nil {
				return i, err
			}
			continue
		}
		i++
	}
	return len(d.b), nil
}
