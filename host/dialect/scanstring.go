// This file defines how the scanner reads strings and f-strings.
//
// A plain string is one token. An f-string is cut as PEP 701 says: a start
// token, then texts, and for each replacement field { expression tokens };
// the scanner keeps a stack of the f-strings that are open.

package dialect

import "strings"

const (
	maxFStrings   = 150 // f-strings inside f-strings
	maxSpecNested = 3   // replacement fields inside format specs
)

// An fstringMode is an f-string that is open.
type fstringMode struct {
	quote  string // ' " ''' or """
	raw    bool
	start  Position // of the prefix
	off    int
	middle bool // reading text, not the expression of a replacement field
	spec   bool // the text is a format spec
	again  bool // the text goes on after a replacement field
	depth  int  // brackets open inside the innermost open field, counting its own {
	outer  []fieldState
}

// A fieldState is what to return to when a replacement field ends.
type fieldState struct {
	depth int
	spec  bool
}

// replacement returns the innermost f-string if its replacement field is
// being read, or nil.
func (s *scanner) replacement() *fstringMode {
	if n := len(s.modes); n > 0 && len(s.modes[n-1].outer) > 0 {
		return &s.modes[n-1]
	}
	return nil
}

// endReplacement returns from a replacement field to the text around it.
func (s *scanner) endReplacement(m *fstringMode) {
	n := len(m.outer) - 1
	m.depth, m.spec = m.outer[n].depth, m.outer[n].spec
	m.outer = m.outer[:n]
	m.middle, m.again = true, true
}

// str reads a string whose prefix starts at off and whose quote is next.
func (s *scanner) str(off int) {
	start := s.pos(off)
	prefix := s.text[off:s.off]
	q := s.text[s.off : s.off+1]
	if s.peek(1) == q[0] && s.peek(2) == q[0] {
		q = s.text[s.off : s.off+3]
	}
	s.off += len(q)
	if strings.ContainsAny(prefix, "fF") {
		if len(s.modes) >= maxFStrings {
			s.fail(PlainSyntaxError, s.off, "too many nested f-strings")
			return
		}
		s.emit(tFStringStart, start, off)
		s.modes = append(s.modes, fstringMode{quote: q, raw: strings.ContainsAny(prefix, "rR"), start: start, off: off, middle: true})
		return
	}
	for {
		i := strings.IndexAny(s.text[s.off:], "\\\n"+q[:1])
		if i < 0 {
			s.off = len(s.text)
			s.unterminated(start, q, "string")
			return
		}
		s.off += i
		switch s.text[s.off] {
		case '\\':
			s.off++
			if s.peek(0) == '\n' {
				s.off++
				s.newline()
			} else if s.off < len(s.text) {
				s.off++
			}
		case '\n':
			if len(q) == 1 {
				// In a replacement field, the quote was probably meant to end
				// the f-string.
				if m := s.replacement(); m != nil && m.quote == q {
					s.failAt(PlainSyntaxError, start, "f-string: expecting '}'")
				} else {
					s.unterminated(start, q, "string")
				}
				return
			}
			s.off++
			s.newline()
		default:
			if !strings.HasPrefix(s.text[s.off:], q) {
				s.off++
				continue
			}
			s.off += len(q)
			s.emit(tString, start, off)
			return
		}
	}
}

// unterminated fails because a string that began at start has no end.
func (s *scanner) unterminated(start Position, q, what string) {
	line := s.line
	if s.off >= len(s.text) && line > 1 && s.lineStart == len(s.text) {
		line--
	}
	if len(q) == 3 {
		if m := s.replacement(); m != nil && m.quote == q && what == "string" {
			s.failAt(PlainSyntaxError, start, "f-string: expecting '}'")
			return
		}
		s.failAt(PlainSyntaxError, start, "unterminated triple-quoted %s literal (detected at line %d)", what, line)
		s.err.incomplete = true
		return
	}
	s.failAt(PlainSyntaxError, start, "unterminated %s literal (detected at line %d)", what, line)
	// A backslash at the very end waits for the next line.
	s.err.incomplete = s.off >= len(s.text)
}

// fstringMiddle reads the text of an f-string up to a replacement field or
// the end.
func (s *scanner) fstringMiddle() {
	m := &s.modes[len(s.modes)-1]
	start, off := s.pos(s.off), s.off
	text := func() {
		if s.off > off {
			s.emit(tFStringMiddle, start, off)
		}
	}
	for {
		if s.off >= len(s.text) {
			s.unterminated(m.start, m.quote, "f-string")
			return
		}
		switch c := s.text[s.off]; c {
		case '\n':
			if len(m.quote) == 1 {
				if m.spec && !m.again {
					// The format spec ends with the line.
					text()
					m.middle, m.spec = false, false
					return
				}
				s.unterminated(m.start, m.quote, "f-string")
				return
			}
			s.off++
			s.newline()
		case '\\':
			s.off++
			switch d := s.peek(0); {
			case d == '\n':
				s.off++
				s.newline()
			case d == '{' || d == '}':
				// The backslash stands for itself before a field.
			case d == 'N' && !m.raw && s.peek(1) == '{':
				s.off += 2
				for s.off < len(s.text) && s.text[s.off] != '}' && s.text[s.off] != '\n' && s.text[s.off] != m.quote[0] {
					s.off++
				}
				if s.peek(0) == '}' {
					s.off++
				}
			case s.off < len(s.text):
				s.off++
			}
		case '{':
			if s.peek(1) == '{' && !m.spec {
				// The text ends with the first brace; the second is dropped.
				s.escapedBrace(start, off)
				start, off = s.pos(s.off), s.off
				continue
			}
			text()
			s.openField(m)
			return
		case '}':
			if s.peek(1) == '}' && !m.spec {
				s.escapedBrace(start, off)
				start, off = s.pos(s.off), s.off
				continue
			}
			if !m.spec {
				s.failAt(PlainSyntaxError, s.pos(s.off), "f-string: single '}' is not allowed")
				return
			}
			text()
			m.middle = false
			m.spec = false
			return
		case m.quote[0]:
			if !strings.HasPrefix(s.text[s.off:], m.quote) {
				s.off++
				continue
			}
			// In a format spec, the parser finds that the field is not closed.
			text()
			endStart, endOff := s.pos(s.off), s.off
			s.off += len(m.quote)
			s.modes = s.modes[:len(s.modes)-1]
			s.emit(tFStringEnd, endStart, endOff)
			return
		default:
			s.off++
		}
	}
}

// escapedBrace emits the text from off up to and with the first of two braces.
// The second is dropped, but belongs to the token's range.
func (s *scanner) escapedBrace(start Position, off int) {
	s.off += 2
	s.emit(tFStringMiddle, start, off)
	s.toks[len(s.toks)-1].lim--
}

// openField emits the { of a replacement field.
func (s *scanner) openField(m *fstringMode) {
	start, off := s.pos(s.off), s.off
	if len(m.outer) >= maxSpecNested {
		s.fail(PlainSyntaxError, s.off, "f-string: expressions nested too deeply")
		return
	}
	if len(s.brackets) >= maxBrackets {
		s.off++
		s.fail(PlainSyntaxError, s.off, "too many nested parentheses")
		return
	}
	s.off++
	s.brackets = append(s.brackets, bracket{'{', start})
	m.outer = append(m.outer, fieldState{m.depth, m.spec})
	m.depth = len(s.brackets)
	m.middle, m.spec, m.again = false, false, false
	s.emit(tLbrace, start, off)
}
