// This file defines the scanner: it cuts the text into tokens, and knows
// about indentation, line joining and brackets. Names and numbers are in
// scanword.go, strings and f-strings in scanstring.go.

package dialect

import (
	"unicode/utf8"
)

// The limits are CPython's.
const (
	maxBrackets = 200 // open brackets
	maxIndent   = 100 // levels of indentation
	tabSize     = 8
)

// A bracket is an opening bracket that waits for its partner.
type bracket struct {
	char byte
	pos  Position
}

// A scanner reads a sourceText. Its result is toks, which ends with tEOF, or with
// tError and err set.
type scanner struct {
	src  *sourceText
	text string
	off  int // next byte to read

	line      int32 // current line, from 1
	lineStart int   // its offset
	colOff    int   // the column of this offset is colVal: a cache of pos
	colVal    int32

	toks     []token
	err      *SyntaxError
	quiet    bool // err matters only if the parser comes to it
	brackets []bracket
	indents  []int // columns, tabs to multiples of 8
	alts     []int // the same with tabs as wide as a blank, to find mixtures
	bol      bool  // at the beginning of a line
	modes    []fstringMode
}

// scan cuts src into tokens.
func scan(src *sourceText) *scanner {
	s := &scanner{src: src, text: src.text, line: 1, colVal: 1, bol: true,
		indents: []int{0}, alts: []int{0}, toks: make([]token, 0, len(src.text)/4+8)}
	for s.err == nil {
		n := len(s.toks)
		if n > 0 && s.toks[n-1].kind == tEOF {
			break
		}
		if m := len(s.modes); m > 0 && s.modes[m-1].middle {
			s.fstringMiddle()
		} else {
			s.next()
		}
	}
	if s.err != nil {
		end := s.pos(s.off)
		s.toks = append(s.toks, token{kind: tError, start: end, end: end, off: int32(s.off), lim: int32(s.off)})
	}
	return s
}

// peek returns the byte n after the current one, or 0 at the end.
func (s *scanner) peek(n int) byte {
	if s.off+n < len(s.text) {
		return s.text[s.off+n]
	}
	return 0
}

// pos returns the position of an offset in the current line.
func (s *scanner) pos(off int) Position {
	if s.src.ascii {
		return Position{s.line, int32(off-s.lineStart) + 1}
	}
	if off < s.colOff || s.colOff < s.lineStart {
		s.colOff, s.colVal = s.lineStart, 1
	}
	s.colVal += int32(utf8.RuneCountInString(s.text[s.colOff:off]))
	s.colOff = off
	return Position{s.line, s.colVal}
}

// newline notes that the byte before s.off ended a line.
func (s *scanner) newline() {
	s.line++
	s.lineStart = s.off
	s.colOff, s.colVal = s.off, 1
}

// emit appends a token that ends at s.off.
func (s *scanner) emit(kind tokenKind, start Position, off int) {
	s.toks = append(s.toks, token{kind: kind, level: uint8(len(s.brackets)), start: start, end: s.pos(s.off),
		off: int32(off), lim: int32(s.off)})
}

// fail sets the error at the last character before off in the current line,
// where CPython's tokenizer places its errors.
func (s *scanner) fail(kind ErrorKind, off int, format string, args ...any) {
	p := s.pos(off)
	if p.Col > 1 {
		p.Col--
	}
	s.failAt(kind, p, format, args...)
}

func (s *scanner) failAt(kind ErrorKind, p Position, format string, args ...any) {
	if s.err == nil {
		s.err = s.src.errorf(kind, p, Position{}, format, args...)
		s.quiet = kind != PlainSyntaxError
	}
}

// next reads one token outside the text of f-strings (or several, where
// indentation ends).
func (s *scanner) next() {
	if s.bol {
		s.bol = false
		if !s.indentation() {
			return
		}
	}
	comment := -1
	for {
		switch c := s.peek(0); c {
		case ' ', '\t', '\f':
			s.off++
			continue
		case '#':
			comment = s.off
			for s.off < len(s.text) && s.text[s.off] != '\n' {
				s.off++
			}
			continue
		case '\\':
			if !s.continuation() {
				return
			}
			continue
		case '\n':
			if comment < s.lineStart {
				comment = s.off
			}
			start, off := s.pos(comment), s.off // CPython counts the comment to the line break
			s.off++
			if len(s.brackets) > 0 {
				s.newline()
				continue
			}
			s.emit(tNewline, start, off)
			s.newline()
			s.bol = true
			return
		}
		break
	}
	if s.off >= len(s.text) {
		s.endOfFile()
		return
	}
	c := s.text[s.off]
	switch {
	case isNameByte(c) && (c < '0' || c > '9') || c >= utf8.RuneSelf:
		s.name()
	case c >= '0' && c <= '9' || c == '.' && s.peek(1) >= '0' && s.peek(1) <= '9':
		s.number()
	case c == '"' || c == '\'':
		s.str(s.off)
	case c < ' ' || c == 0x7f:
		s.off++
		s.fail(PlainSyntaxError, s.off, "invalid non-printable character U+%04X", c)
	default:
		s.operator(c)
	}
}

// indentation reads the blanks at the beginning of a line and emits tIndent
// and tDedent. It reports false when there is nothing on the line to scan, or
// when it has emitted a token or failed.
func (s *scanner) indentation() bool {
	col, alt, joined := 0, 0, -1
loop:
	for ; ; s.off++ {
		switch s.peek(0) {
		case ' ':
			col++
			alt++
		case '\t':
			col = (col/tabSize + 1) * tabSize
			alt++
		case '\f':
			col, alt = 0, 0
		case '\\':
			// The indentation of the first of several joined lines counts.
			if joined < 0 {
				joined = col
			}
			if !s.continuation() {
				return false
			}
			s.off--
		default:
			break loop
		}
	}
	switch s.peek(0) {
	case '#', '\n':
		for s.off < len(s.text) && s.text[s.off] != '\n' {
			s.off++
		}
		if s.off < len(s.text) {
			s.off++
			s.newline()
		}
		s.bol = true
		return false
	case 0:
		if s.off >= len(s.text) {
			s.endOfFile()
			return false
		}
	}
	if joined >= 0 {
		col, alt = joined, joined
	}
	top := len(s.indents) - 1
	mixed := func() bool {
		s.failAt(TabError, Position{s.line, 1}, "inconsistent use of tabs and spaces in indentation")
		return false
	}
	switch {
	case col == s.indents[top]:
		if alt != s.alts[top] {
			return mixed()
		}
		return true
	case col > s.indents[top]:
		if top+1 >= maxIndent {
			s.fail(IndentationError, s.off, "too many levels of indentation")
			return false
		}
		if alt <= s.alts[top] {
			return mixed()
		}
		s.indents = append(s.indents, col)
		s.alts = append(s.alts, alt)
		s.block(tIndent)
	default:
		n := 0
		for top > 0 && col < s.indents[top] {
			top--
			n++
		}
		if col != s.indents[top] {
			end := s.lineStart
			for end < len(s.text) && s.text[end] != '\n' {
				end++
			}
			p := s.pos(end)
			s.failAt(IndentationError, p, "unindent does not match any outer indentation level")
			return false
		}
		s.indents = s.indents[:top+1]
		s.alts = s.alts[:top+1]
		if alt != s.alts[top] {
			return mixed()
		}
		for ; n > 0; n-- {
			s.block(tDedent)
		}
	}
	return false
}

// block emits a tIndent or tDedent. These have no width; CPython places
// errors about them at the last blank of the indentation.
func (s *scanner) block(kind tokenKind) {
	p := s.pos(s.off)
	p.Col--
	s.toks = append(s.toks, token{kind: kind, start: p, end: p, off: int32(s.off), lim: int32(s.off)})
}

// continuation skips a backslash and the line break that must follow it.
func (s *scanner) continuation() bool {
	if s.peek(1) != '\n' {
		s.failAt(PlainSyntaxError, s.pos(s.off+1), "unexpected character after line continuation character")
		s.quiet = true
		return false
	}
	if s.off+2 >= len(s.text) {
		s.off++
		p := s.pos(s.off)
		s.failAt(PlainSyntaxError, p, "unexpected EOF while parsing")
		s.err.incomplete = true
		s.quiet = true
		return false
	}
	s.off += 2
	s.newline()
	return true
}

// endOfFile closes all blocks. An open bracket is an error there.
func (s *scanner) endOfFile() {
	// Errors at the end are reported on the last line, after its text.
	p := Position{s.line, 1}
	if s.line > 1 {
		start := len(s.text) - 1
		for start > 0 && s.text[start-1] != '\n' {
			start--
		}
		p = Position{s.line - 1, int32(utf8.RuneCountInString(s.text[start:]))}
	}
	if n := len(s.brackets); n > 0 {
		s.err = s.src.neverClosed(s.brackets[n-1])
		s.err.incomplete = true
		s.quiet = true
		return
	}
	t := token{start: p, end: p, off: int32(len(s.text)), lim: int32(len(s.text))}
	for range s.indents[1:] {
		t.kind = tDedent
		s.toks = append(s.toks, t)
	}
	t.kind = tEOF
	s.toks = append(s.toks, t)
}

// operator reads an operator or a bracket.
func (s *scanner) operator(c byte) {
	start, off := s.pos(s.off), s.off
	if m := s.replacement(); m != nil && len(s.brackets) == m.depth {
		// At the level of the replacement field itself.
		switch {
		case c == ':':
			s.off++
			m.middle, m.spec, m.again = true, true, false
			s.emit(tColon, start, off)
			return
		case c == '!' && s.peek(1) != '=':
			s.off++
			s.emit(tExclamation, start, off)
			return
		}
	}
	kind, n := operator(s.text[s.off:])
	s.off += n
	switch c {
	case '(', '[', '{':
		if len(s.brackets) >= maxBrackets {
			s.fail(PlainSyntaxError, s.off, "too many nested parentheses")
			return
		}
		s.brackets = append(s.brackets, bracket{c, start})
	case ')', ']', '}':
		if !s.closeBracket(c, start) {
			return
		}
	}
	s.emit(kind, start, off)
}

// closeBracket checks the closing bracket c against the opening one.
func (s *scanner) closeBracket(c byte, start Position) bool {
	m := s.replacement()
	if m != nil && len(s.brackets) == m.depth && c != '}' {
		s.failAt(PlainSyntaxError, start, "f-string: unmatched '%c'", c)
		return false
	}
	n := len(s.brackets)
	if n == 0 {
		s.failAt(PlainSyntaxError, start, "unmatched '%c'", c)
		return false
	}
	open := s.brackets[n-1]
	if want := map[byte]byte{'(': ')', '[': ']', '{': '}'}[open.char]; c != want {
		if open.pos.Line != s.line {
			s.failAt(PlainSyntaxError, start, "closing parenthesis '%c' does not match opening parenthesis '%c' on line %d", c, open.char, open.pos.Line)
		} else {
			s.failAt(PlainSyntaxError, start, "closing parenthesis '%c' does not match opening parenthesis '%c'", c, open.char)
		}
		return false
	}
	s.brackets = s.brackets[:n-1]
	if m != nil && n == m.depth {
		s.endReplacement(m)
	}
	return true
}
