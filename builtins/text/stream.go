package text

import "strings"

// This file defines what text files need: a decoder that takes its input in
// pieces, and the translation of line ends (CPython's io module).

// Decoder decodes input that comes in pieces, which may cut a sequence in two,
// as codecs.getincrementaldecoder. It holds back at most three bytes.
type Decoder struct {
	codec  *Codec
	errors string
	rest   string // the start of a sequence that is not complete
	order  int    // of UTF-16 and UTF-32, 0 until the byte order mark
	begun  bool   // a signature or byte order mark is behind
}

// NewDecoder returns a Decoder at the start of a stream. An unknown encoding is
// a LookupError.
func NewDecoder(encoding, errors string) (*Decoder, error) {
	c, err := LookupCodec(encoding)
	if err != nil {
		return nil, err
	}
	return c.NewDecoder(errors), nil
}

// NewDecoder returns a Decoder at the start of a stream.
func (c *Codec) NewDecoder(errors string) *Decoder {
	return &Decoder{codec: c, errors: errors, order: c.order}
}

// Reset goes back to the start of a stream.
func (d *Decoder) Reset() { d.rest, d.order, d.begun = "", d.codec.order, false }

// Pending returns the bytes that wait for the rest of their sequence.
func (d *Decoder) Pending() string { return d.rest }

// Decode returns the text of the next piece of input; final says that it is the
// last. Errors are as in Codec.Decode, with positions that count from the start
// of what was pending; a UTF-16 or UTF-32 stream without byte order mark is one
// too. After an error the piece is dropped.
func (d *Decoder) Decode(piece string, final bool) (string, error) {
	b := piece
	if d.rest != "" {
		b = d.rest + piece
	}
	c := d.codec
	if c.sig && !d.begun {
		const sig = "\xef\xbb\xbf"
		if len(b) < len(sig) && strings.HasPrefix(sig, b) {
			d.rest = b // even at the end, where CPython loses it too
			return "", nil
		}
		d.begun = true
		b = strings.TrimPrefix(b, sig)
	}
	mark := 0 // the size of the byte order mark that is still to come
	if d.order == 0 && (c.kind == kindUTF16 || c.kind == kindUTF32) {
		if mark = 2; c.kind == kindUTF32 {
			mark = 4
		}
		if len(b) < mark && !final {
			d.rest = b
			return "", nil
		}
	}
	s, n, err := c.decodePart(b, d.errors, d.order, final)
	d.rest = ""
	if err != nil {
		return "", err
	}
	if mark > 0 && n >= mark {
		switch {
		case strings.HasPrefix(b, "\xff\xfe"): // also the start of UTF-32's
			d.order = -1
		case mark == 2 && strings.HasPrefix(b, "\xfe\xff"), strings.HasPrefix(b, "\x00\x00\xfe\xff"):
			d.order = 1
		}
		if mark == 4 && d.order < 0 && b[2]|b[3] != 0 {
			d.order = 0
		}
		if d.order == 0 {
			return "", NewDecodeError(c.name, b, 0, mark, "Stream does not start with BOM")
		}
	}
	d.rest = b[n:]
	return s, nil
}

// CheckNewline checks the newline argument of open(); what is not one of the
// five values (an absent one is None) is a ValueError.
func CheckNewline(newline string) error {
	switch newline {
	case "", "\n", "\r", "\r\n":
		return nil
	}
	return valueError("illegal newline value: %s", newline)
}

// LineEnds is the set of line ends that a stream has shown so far, which the
// attribute newlines of a text file reports.
type LineEnds uint8

// The members of LineEnds.
const (
	SeenCR LineEnds = 1 << iota
	SeenLF
	SeenCRLF
)

// NewlineDecoder finds line ends in text that comes in pieces, as
// io.IncrementalNewlineDecoder. The zero value only watches.
type NewlineDecoder struct {
	// Translate turns every line end into \n, as newline=None asks; otherwise
	// text stays as it is, but a piece never ends between \r and \n.
	Translate bool
	// Seen is what the stream has shown so far.
	Seen LineEnds

	pending bool // a \r ended the last piece
}

// Reset forgets the stream.
func (d *NewlineDecoder) Reset() { d.Seen, d.pending = 0, false }

// Pending reports whether a \r waits for what follows it.
func (d *NewlineDecoder) Pending() bool { return d.pending }

// Decode returns the next piece of text, with a \r that was held back before it
// and one at its own end held back unless final.
func (d *NewlineDecoder) Decode(piece string, final bool) string {
	if d.pending && (piece != "" || final) {
		piece = "\r" + piece
		d.pending = false
	}
	if !final && strings.HasSuffix(piece, "\r") {
		piece = piece[:len(piece)-1]
		d.pending = true
	}
	if strings.IndexByte(piece, '\r') < 0 {
		if d.Seen&SeenLF == 0 && strings.IndexByte(piece, '\n') >= 0 {
			d.Seen |= SeenLF
		}
		return piece
	}
	crlf := strings.Count(piece, "\r\n")
	if crlf > 0 {
		d.Seen |= SeenCRLF
	}
	if strings.Count(piece, "\r") > crlf {
		d.Seen |= SeenCR
	}
	if strings.Count(piece, "\n") > crlf {
		d.Seen |= SeenLF
	}
	if !d.Translate {
		return piece
	}
	if crlf > 0 {
		piece = strings.ReplaceAll(piece, "\r\n", "\n")
	}
	return strings.ReplaceAll(piece, "\r", "\n")
}

// FindLine returns the byte offset behind the first line end of s, or -1 if
// there is none. The line ends are those of open(newline=newline): all three for
// the empty string, and \n for None, after translation.
func FindLine(s, newline string) int {
	if newline != "" {
		if i := strings.Index(s, newline); i >= 0 {
			return i + len(newline)
		}
		return -1
	}
	i := strings.IndexAny(s, "\r\n")
	switch {
	case i < 0:
		return -1
	case s[i] == '\r' && i+1 < len(s) && s[i+1] == '\n':
		return i + 2
	}
	return i + 1
}

// WriteNewlines returns s as a text file writes it: each \n becomes newline,
// which for None is the line end of the system; empty or \n changes nothing.
func WriteNewlines(s, newline string) string {
	if newline == "" || newline == "\n" {
		return s
	}
	return strings.ReplaceAll(s, "\n", newline)
}
