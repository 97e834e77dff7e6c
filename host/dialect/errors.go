// This file defines SyntaxError: what Parse returns for text that is no
// program, and how it is printed.

package dialect

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"
)

// An ErrorKind is the Python class of a SyntaxError.
type ErrorKind uint8

const (
	PlainSyntaxError ErrorKind = iota
	IndentationError
	TabError
)

// String returns the name of the Python class.
func (k ErrorKind) String() string {
	switch k {
	case IndentationError:
		return "IndentationError"
	case TabError:
		return "TabError"
	}
	return "SyntaxError"
}

// A SyntaxError tells where and why a text is not a program. The wording and
// the places are those of CPython 3.13.
//
// Line and Col are 1-based, Col in code points; the range that carets
// underline ends before EndLine, EndCol. Line 0 means that the error belongs
// to no line (an unknown encoding, say). Text is the source line at Line,
// without its line break, or "" when there is none.
type SyntaxError struct {
	Kind     ErrorKind
	Msg      string
	Filename string
	Line     int
	Col      int
	EndLine  int
	EndCol   int
	Text     string

	incomplete bool // more lines could make it a program
}

// Error returns the error in one line: file:line:col: SyntaxError: message.
func (e *SyntaxError) Error() string {
	if e.Line == 0 {
		return fmt.Sprintf("%s: %s: %s", e.Filename, e.Kind, e.Msg)
	}
	return fmt.Sprintf("%s:%d:%d: %s: %s", e.Filename, e.Line, e.Col, e.Kind, e.Msg)
}

// IncompleteInput reports whether err is a syntax error that more input could
// repair: an open bracket, an open triple-quoted string, a block that awaits
// its lines. A read-eval-print loop then asks for another line.
func IncompleteInput(err error) bool {
	var e *SyntaxError
	return errors.As(err, &e) && e.incomplete
}

// Format returns the error as CPython prints it, with a trailing newline:
//
//	  File "x.py", line 1
//	    if x
//	        ^
//	SyntaxError: expected ':'
func (e *SyntaxError) Format() string {
	var b strings.Builder
	if e.Line > 0 {
		fmt.Fprintf(&b, "  File \"%s\", line %d\n", e.Filename, e.Line)
		e.formatText(&b)
	}
	fmt.Fprintf(&b, "%s: %s\n", e.Kind, e.Msg)
	return b.String()
}

// formatText writes the source line without its indentation, and the carets
// below it.
func (e *SyntaxError) formatText(b *strings.Builder) {
	text := strings.TrimRight(e.Text, "\n")
	stripped := strings.TrimLeft(text, " \n\f")
	if stripped == "" {
		return
	}
	fmt.Fprintf(b, "    %s\n", stripped)
	if e.Col < 1 {
		return
	}
	indent := len(text) - len(stripped)
	width := utf8.RuneCountInString(stripped)
	from := e.Col - 1 - indent
	to := e.EndCol - 1 - indent
	if e.EndLine != e.Line {
		to = width
	}
	if from < 0 {
		return
	}
	if to <= from {
		to = from + 1
	}
	b.WriteString("    ")
	// A tab above must stay a tab below, or the carets shift.
	n := 0
	for _, r := range stripped {
		if n == from {
			break
		}
		if r == '\t' {
			b.WriteByte('\t')
		} else {
			b.WriteByte(' ')
		}
		n++
	}
	for ; n < from; n++ {
		b.WriteByte(' ')
	}
	b.WriteString(strings.Repeat("^", to-from))
	b.WriteByte('\n')
}
