package repl

// This file defines editor, and the one for where nothing can be edited.

import (
	"bufio"
	"context"
	"errors"
	"io"
	"os"
	"strings"
	"sync"
)

// errInterrupt is a ReadLine that Ctrl-C has ended.
var errInterrupt = errors.New("interrupted")

// A lineRequest says how a line is to be read.
type lineRequest struct {
	prompt string
	fill   string // what the line begins with: indentation, a file's text
}

// An editor reads lines from a person.
type editor interface {
	// ReadLine shows the prompt and returns the next line, without its newline. It
	// may be several lines, recalled together. more says that the lines that follow
	// are known already, from the same paste. The error is errInterrupt after
	// Ctrl-C and io.EOF after Ctrl-D.
	ReadLine(req lineRequest) (line string, more bool, err error)
	// Interrupt is called for a Ctrl-C that arrives as a signal; an editor that is
	// reading makes ReadLine return errInterrupt and reports true.
	Interrupt() bool
	// Cancel makes ReadLine return soon, for good.
	Cancel()
	// Leave waits for the person to want to leave at once, by a second Ctrl-D, or
	// for ctx.
	Leave(ctx context.Context) bool
	// Remember adds a cell to what can be recalled.
	Remember(cell string)
	Close() error
}

// A plainEditor reads lines from an io.Reader: a terminal that knows nothing, a
// Windows console, a Go program's own stream. Lines are read one at a time, so
// that input() gets those that follow.
type plainEditor struct {
	in       *lineReader
	out      io.Writer
	requests chan struct{}
	lines    chan plainLine
	cancel   chan struct{}

	mu      sync.Mutex
	reading bool
	asked   bool // a line has been asked for and not come yet
}

type plainLine struct {
	text string
	err  error
}

func newPlainEditor(in *lineReader, out io.Writer) *plainEditor {
	e := &plainEditor{in: in, out: out, requests: make(chan struct{}, 1), lines: make(chan plainLine, 1), cancel: make(chan struct{}, 1)}
	go func() {
		for range e.requests {
			text, err := e.in.line()
			e.lines <- plainLine{text, err}
		}
	}()
	return e
}

// ReadLine implements editor. There is nothing to fill a line with.
func (e *plainEditor) ReadLine(req lineRequest) (string, bool, error) {
	io.WriteString(e.out, req.prompt)
	e.mu.Lock()
	e.reading = true
	select {
	case <-e.cancel:
	default:
	}
	if !e.asked {
		e.asked = true
		e.requests <- struct{}{}
	}
	e.mu.Unlock()
	defer func() {
		e.mu.Lock()
		e.reading = false
		e.mu.Unlock()
	}()
	select {
	case l := <-e.lines:
		e.asked = false
		if l.err != nil && l.text == "" {
			io.WriteString(e.out, "\n")
			return "", false, io.EOF
		}
		return strings.TrimRight(l.text, "\r\n"), false, nil
	case <-e.cancel:
		// The line that was asked for is the next one's.
		return "", false, errInterrupt
	}
}

// Interrupt implements editor.
func (e *plainEditor) Interrupt() bool {
	e.mu.Lock()
	defer e.mu.Unlock()
	if e.reading {
		select {
		case e.cancel <- struct{}{}:
		default:
		}
	}
	return e.reading
}

// Cancel implements editor.
func (e *plainEditor) Cancel() { e.Interrupt() }

// Leave implements editor: on a terminal a second Ctrl-D is another end of input.
// Other readers have ended for good.
func (e *plainEditor) Leave(ctx context.Context) bool {
	if e.in.file == nil || !isTerminal(e.in.file) {
		<-ctx.Done()
		return false
	}
	for {
		if !e.asked {
			e.asked = true
			e.requests <- struct{}{}
		}
		select {
		case l := <-e.lines:
			e.asked = false
			if l.err != nil {
				return true
			}
		case <-ctx.Done():
			return false
		}
	}
}

// Remember implements editor.
func (e *plainEditor) Remember(string) {}

// Close implements editor. A read that is under way ends with its reader.
func (e *plainEditor) Close() error {
	close(e.requests)
	return nil
}

// A lineReader hands a stream on a line at a time, so that those who share it
// take no more than they need.
type lineReader struct {
	mu   sync.Mutex
	file *os.File // nil if it is none
	r    *bufio.Reader
	part []byte // of a line
}

func newLineReader(r io.Reader) *lineReader {
	f, _ := r.(*os.File)
	return &lineReader{file: f, r: bufio.NewReader(r)}
}

// line returns the next line with its newline.
func (l *lineReader) line() (string, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	s, err := l.r.ReadString('\n')
	s, l.part = string(l.part)+s, nil
	return s, err
}

// Read implements io.Reader: it returns no more than the rest of a line.
func (l *lineReader) Read(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	if len(l.part) == 0 {
		s, err := l.r.ReadString('\n')
		if s == "" {
			return 0, err
		}
		l.part = []byte(s)
	}
	n := copy(p, l.part)
	l.part = l.part[n:]
	return n, nil
}

// File returns the file behind the reader, or nil.
func (l *lineReader) File() *os.File { return l.file }
