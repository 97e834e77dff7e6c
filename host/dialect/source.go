// This file defines sourceText: the bytes of a script turned into the text that
// the scanner reads (byte order mark, coding cookie, UTF-8, line endings).

package dialect

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A sourceText is a script's text. It is valid UTF-8, has no \r, and ends with \n.
type sourceText struct {
	filename string
	text     string
	ascii    bool  // every byte is ASCII, so columns are offsets
	lines    []int // offsets of the line starts, made when a line is asked for
}

// newSource decodes src.
func newSource(filename string, src []byte) (*sourceText, error) {
	s := &sourceText{filename: filename}
	bare := func(format string, args ...any) error {
		return &SyntaxError{Filename: filename, Msg: fmt.Sprintf(format, args...)}
	}
	if bytes.IndexByte(src, 0) >= 0 {
		return nil, bare("source code cannot contain null bytes")
	}
	if len(src) > maxSource {
		return nil, bare("source code is too large")
	}
	bom := bytes.HasPrefix(src, []byte("\xef\xbb\xbf"))
	if bom {
		src = src[3:]
	}
	enc := cookie(src)
	if bom && enc != "" && normalEncoding(enc) != "utf-8" {
		return nil, bare("encoding problem: %s with BOM", enc)
	}
	var text string
	switch normalEncoding(enc) {
	case "", "utf-8":
		if i, reason := invalidUTF8(src); i >= 0 {
			return nil, s.undecodable(src, i, "utf-8", reason)
		}
		text = string(src)
	case "ascii":
		for i, c := range src {
			if c >= utf8.RuneSelf {
				return nil, s.undecodable(src, i, "ascii", "ordinal not in range(128)")
			}
		}
		text = string(src)
	case "iso-8859-1":
		var b strings.Builder
		for _, c := range src {
			b.WriteRune(rune(c))
		}
		text = b.String()
	default:
		return nil, bare("unknown encoding: %s", enc)
	}
	if strings.IndexByte(text, '\r') >= 0 {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if text != "" && !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	s.text = text
	s.ascii = true
	for i := 0; i < len(text); i++ {
		if text[i] >= utf8.RuneSelf {
			s.ascii = false
			break
		}
	}
	return s, nil
}

// maxSource is the largest script in bytes; offsets are kept in 32 bits.
const maxSource = 1<<31 - 16

func (s *sourceText) undecodable(src []byte, i int, codec, reason string) error {
	what := fmt.Sprintf("byte 0x%02x in position %d", src[i], i)
	if reason == "invalid continuation byte" {
		// CPython names the whole range when the sequence was cut short
		// after valid continuation bytes.
		n := 1
		for i+n < len(src) && n < utf8Len(src[i]) && src[i+n]&0xC0 == 0x80 && validSecond(src[i], src[i+1]) {
			n++
		}
		if n > 1 {
			what = fmt.Sprintf("bytes in position %d-%d", i, i+n-1)
		}
	} else if reason == "unexpected end of data" && i+1 < len(src) {
		what = fmt.Sprintf("bytes in position %d-%d", i, len(src)-1)
	}
	// The text before the bad byte is good: it gives the place.
	s.text = string(src[:i])
	pos := Position{Line: int32(strings.Count(s.text, "\n") + 1)}
	pos.Col = int32(utf8.RuneCountInString(s.line(int(pos.Line))) + 1)
	return s.errorf(PlainSyntaxError, pos, pos, "(unicode error) '%s' codec can't decode %s: %s", codec, what, reason)
}

func utf8Len(c byte) int {
	switch {
	case c >= 0xF0:
		return 4
	case c >= 0xE0:
		return 3
	}
	return 2
}

// validSecond reports whether d may follow the first byte c of a UTF-8 sequence.
func validSecond(c, d byte) bool {
	switch c {
	case 0xE0:
		return d >= 0xA0 && d <= 0xBF
	case 0xED:
		return d >= 0x80 && d <= 0x9F
	case 0xF0:
		return d >= 0x90 && d <= 0xBF
	case 0xF4:
		return d >= 0x80 && d <= 0x8F
	}
	return d >= 0x80 && d <= 0xBF
}

// invalidUTF8 returns the place of the first bad sequence and CPython's words
// for it, or -1.
func invalidUTF8(src []byte) (int, string) {
	if utf8.Valid(src) {
		return -1, ""
	}
	for i := 0; i < len(src); {
		r, n := utf8.DecodeRune(src[i:])
		if r != utf8.RuneError || n > 1 {
			i += n
			continue
		}
		c := src[i]
		if c < 0xC2 || c > 0xF4 {
			return i, "invalid start byte"
		}
		for k := 1; k < utf8Len(c); k++ {
			if i+k >= len(src) {
				return i, "unexpected end of data"
			}
			if k == 1 && !validSecond(c, src[i+1]) || src[i+k]&0xC0 != 0x80 {
				return i, "invalid continuation byte"
			}
		}
		return i, "invalid continuation byte"
	}
	return -1, ""
}

// cookie returns the encoding that a comment in the first two lines names, or "".
func cookie(src []byte) string {
	for range 2 {
		line, rest, _ := bytes.Cut(src, []byte("\n"))
		line = bytes.TrimLeft(line, " \t\f")
		line = bytes.TrimRight(line, "\r")
		if len(line) > 0 && line[0] != '#' {
			return ""
		}
		for {
			i := bytes.Index(line, []byte("coding"))
			if i < 0 {
				break
			}
			line = line[i+len("coding"):]
			if len(line) == 0 || line[0] != ':' && line[0] != '=' {
				continue
			}
			name := bytes.TrimLeft(line[1:], " \t")
			n := 0
			for n < len(name) && (isNameByte(name[n]) || name[n] == '-' || name[n] == '.') {
				n++
			}
			if n > 0 {
				return string(name[:n])
			}
		}
		src = rest
	}
	return ""
}

func isNameByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_'
}

// normalEncoding maps the many spellings of an encoding's name to one.
func normalEncoding(name string) string {
	n := strings.ReplaceAll(strings.ToLower(name), "_", "-")
	switch {
	case n == "":
		return ""
	case n == "utf-8" || n == "utf8" || n == "u8" || n == "utf" || n == "utf8-ucs2" || n == "utf8-ucs4" ||
		n == "cp65001" || n == "utf-8-sig" || strings.HasPrefix(n, "utf-8-"):
		return "utf-8"
	case n == "ascii" || n == "us-ascii" || n == "646" || n == "ansi-x3.4-1968":
		return "ascii"
	case n == "latin-1" || n == "latin1" || n == "latin" || n == "l1" || n == "iso-8859-1" || n == "iso8859-1" ||
		n == "iso-latin-1" || n == "8859" || n == "cp819" ||
		strings.HasPrefix(n, "latin-1-") || strings.HasPrefix(n, "iso-8859-1-") || strings.HasPrefix(n, "iso-latin-1-"):
		return "iso-8859-1"
	}
	return n
}

// line returns line n (from 1) without its line break, or "".
func (s *sourceText) line(n int) string {
	if s.lines == nil {
		s.lines = append(s.lines, 0)
		for i := 0; i < len(s.text); i++ {
			if s.text[i] == '\n' {
				s.lines = append(s.lines, i+1)
			}
		}
	}
	if n < 1 || n > len(s.lines) {
		return ""
	}
	text := s.text[s.lines[n-1]:]
	if i := strings.IndexByte(text, '\n'); i >= 0 {
		text = text[:i]
	}
	return text
}

// neverClosed is the error for an open bracket.
func (s *sourceText) neverClosed(b bracket) *SyntaxError {
	return s.errorf(PlainSyntaxError, b.pos, Position{}, "'%c' was never closed", b.char)
}

// errorf makes an error for the stretch from..to.
func (s *sourceText) errorf(kind ErrorKind, from, to Position, format string, args ...any) *SyntaxError {
	if !from.Before(to) {
		to = Position{from.Line, from.Col + 1}
	}
	return &SyntaxError{
		Kind: kind, Msg: fmt.Sprintf(format, args...), Filename: s.filename,
		Line: int(from.Line), Col: int(from.Col), EndLine: int(to.Line), EndCol: int(to.Col),
		Text: s.line(int(from.Line)),
	}
}
