package xmlscan

// This file defines the Scanner: what it is fed, where it stands, what it says.

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// A Kind says what an Event is.
type Kind uint8

// The kinds of events.
const (
	Start   Kind = iota // Name, Attrs
	End                 // Name
	Text                // Data
	Comment             // Data
	Proc                // a processing instruction: Name, Data
	StartNS             // Name is the prefix, Data the address
	EndNS               // Name is the prefix
	Doctype             // Name, Data is the system identifier, Public
)

// An Event is a piece of the document.
type Event struct {
	Kind   Kind
	Name   string
	Data   string
	Public string
	Attrs  []Attr
	// CData is true for text that a CDATA section holds.
	CData bool
}

// An Attr is an attribute.
type Attr struct{ Name, Value string }

// An Error is what is wrong with a document, with expat's number and words.
type Error struct {
	Code         int
	Msg          string
	Line, Column int
}

func (e *Error) Error() string {
	return fmt.Sprintf("%s: line %d, column %d", e.Msg, e.Line, e.Column)
}

// expat's numbers of errors.
var messages = map[int]string{
	2: "syntax error", 3: "no element found", 4: "not well-formed (invalid token)", 5: "unclosed token", 7: "mismatched tag",
	8: "duplicate attribute", 9: "junk after document element", 11: "undefined entity", 12: "recursive entity reference", 14: "reference to invalid character number",
	18: "unknown encoding", 19: "encoding specified in XML declaration is incorrect", 20: "unclosed CDATA section", 27: "unbound prefix",
	28: "must not undeclare prefix", 30: "XML declaration not well-formed", 38: "reserved prefix (xml) must not be undeclared or bound to another namespace name",
	43: "limit on input amplification factor (from DTD and entities) breached",
}

const (
	errSyntax    = 2
	errNoElement = 3
	errToken     = 4
	errUnclosed  = 5
	errMismatch  = 7
	errDuplicate = 8
	errJunk      = 9
	errEntity    = 11
	errRecursive = 12
	errCharRef   = 14
	errCData     = 20
	errPrefix    = 27
	errXMLDecl   = 30
	errReserved  = 38
	errExpansion = 43
)

// maxDepth bounds how deeply elements nest, so that what is built of them can be
// walked.
const maxDepth = 100_000

// What entities expand to may be a hundred times the document, and always 8 MB.
const (
	maxFactor      = 100
	freeExpansion  = 8 << 20
	maxEntityDepth = 50
)

type element struct {
	name     string // as written
	resolved string
	scopes   int // how many bindings it made
}

type binding struct{ prefix, uri string }

// A Scanner turns text into events. Feed it, then take Events.
type Scanner struct {
	Events []Event
	// Entity, if set, is asked for entities that the document does not define. It
	// may add events and returns true if it did something about it.
	Entity func(name string) bool
	// Namespaces turns names with prefixes into "{uri}local".
	Namespaces bool

	buf       string
	pos       int
	line, col int // of pos
	fed       int64
	expanded  int64

	stack    []element
	bindings []binding
	entities map[string]string
	external map[string]bool
	hasDTD   bool
	text     strings.Builder
	started  bool // something but white space was seen
	declared bool
	rootSeen bool
	depth    int // of entities being expanded
	failed   *Error
	final    bool
}

// New returns a scanner that resolves namespaces.
func New() *Scanner {
	return &Scanner{Namespaces: true, line: 1, bindings: []binding{{"xml", "http://www.w3.org/XML/1998/namespace"}}}
}

// errMore says that the markup at pos is not complete.
var errMore = errors.New("more input needed")

// Position returns the line, from 1, and the column, from 0, that the scanner
// has reached.
func (s *Scanner) Position() (line, col int) { return s.line, s.col }

// at computes the position of an offset behind pos.
func (s *Scanner) at(off int) (line, col int) {
	line, col = s.line, s.col
	for _, c := range s.buf[s.pos:min(off, len(s.buf))] {
		if c == '\n' {
			line++
			col = 0
		} else {
			col++
		}
	}
	return line, col
}

func (s *Scanner) errorAt(off, code int) error {
	line, col := s.at(off)
	return &Error{code, messages[code], line, col}
}

func (s *Scanner) advance(to int) {
	p := s.buf[s.pos:to]
	if n := strings.Count(p, "\n"); n > 0 {
		s.line += n
		s.col = utf8.RuneCountInString(p[strings.LastIndexByte(p, '\n')+1:])
	} else {
		s.col += utf8.RuneCountInString(p)
	}
	s.pos = to
}

// Feed reads more of the document; final says that there is nothing after it.
// After an error every call returns it again.
func (s *Scanner) Feed(text string, final bool) error {
	if s.failed != nil {
		return s.failed
	}
	s.fed += int64(len(text))
	s.buf = s.buf[s.pos:] + text
	s.pos = 0
	s.final = final
	err := s.run()
	if err == nil && final {
		err = s.finish()
	}
	if e, ok := err.(*Error); ok {
		s.failed = e
	}
	return err
}

func (s *Scanner) finish() error {
	if len(s.stack) > 0 || !s.rootSeen {
		return s.errorAt(s.pos, errNoElement)
	}
	return nil
}

// run scans as much as is complete.
func (s *Scanner) run() error {
	for s.pos < len(s.buf) {
		err := s.token()
		if err == errMore {
			if !s.final {
				return nil
			}
			return s.errorAt(s.pos, errUnclosed)
		}
		if err != nil {
			return err
		}
	}
	if s.final || len(s.stack) > 0 {
		s.flush(s.final)
	}
	return nil
}

// flush makes an event of the text collected.
func (s *Scanner) flush(bool) {
	if s.text.Len() > 0 {
		s.Events = append(s.Events, Event{Kind: Text, Data: s.text.String()})
		s.text.Reset()
	}
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }

func nameStart(r rune) bool {
	return r == ':' || r == '_' || 'a' <= r && r <= 'z' || 'A' <= r && r <= 'Z' || r >= 0xC0 && r != 0xD7 && r != 0xF7 && (r < 0x2000 || r > 0x2BFF && r != 0x3000 || r == 0x200C || r == 0x200D || 0x2070 <= r && r <= 0x218F) && r != utf8.RuneError
}

func nameChar(r rune) bool {
	return nameStart(r) || '0' <= r && r <= '9' || r == '-' || r == '.' || r == 0xB7 || r == 0x203F || r == 0x2040
}

// name returns the end of the name at off.
func (s *Scanner) name(off int) (end int, err error) {
	end = off
	for end < len(s.buf) {
		r, n := utf8.DecodeRuneInString(s.buf[end:])
		if r == utf8.RuneError && n <= 1 {
			if !s.final && !utf8.FullRuneInString(s.buf[end:]) {
				return 0, errMore
			}
			return 0, s.errorAt(end, errToken)
		}
		if end == off && !nameStart(r) {
			return 0, s.errorAt(end, errToken)
		}
		if !nameChar(r) {
			return end, nil
		}
		end += n
	}
	return 0, errMore
}

// badChar returns the offset of the first character in s.buf[from:to] that no
// document may hold, or -1.
func (s *Scanner) badChar(from, to int) int {
	for i := from; i < to; {
		c := s.buf[i]
		if c < utf8.RuneSelf {
			if c < ' ' && !isSpace(c) {
				return i
			}
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s.buf[i:to])
		if r == utf8.RuneError && n <= 1 || r == 0xFFFE || r == 0xFFFF {
			return i
		}
		i += n
	}
	return -1
}

// lines turns the line ends of a text into \n.
func lines(t string) string {
	if strings.IndexByte(t, '\r') < 0 {
		return t
	}
	return strings.ReplaceAll(strings.ReplaceAll(t, "\r\n", "\n"), "\r", "\n")
}
