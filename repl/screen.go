package repl

// This file defines screen, through which everything is written.

import (
	"bytes"
	"io"
	"os"
	"sync"
)

// A screen is the way to one output stream. While a line is being typed it holds
// back what is not a whole line yet, and writes whole lines above that line, so
// that what tasks print in the background does not garble it.
type screen struct {
	mu    sync.Mutex
	w     io.Writer
	above func(p []byte) // writes whole lines above the line being typed; nil: none is
	part  []byte
	last  *column // shared by the screens of one terminal
}

// A column knows whether the terminal's cursor stands at the beginning of a line.
type column struct {
	mu     sync.Mutex
	inside bool
}

func (c *column) wrote(p []byte) {
	if c != nil && len(p) > 0 {
		c.set(p[len(p)-1] != '\n')
	}
}

func (c *column) set(inside bool) {
	c.mu.Lock()
	c.inside = inside
	c.mu.Unlock()
}

func (c *column) isInside() bool {
	c.mu.Lock()
	defer c.mu.Unlock()
	return c.inside
}

// Write implements io.Writer.
func (s *screen) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.above == nil {
		s.last.wrote(p)
		return s.w.Write(p)
	}
	s.part = append(s.part, p...)
	if i := bytes.LastIndexByte(s.part, '\n'); i >= 0 {
		s.above(s.part[:i+1])
		s.part = append([]byte(nil), s.part[i+1:]...)
	}
	return len(p), nil
}

// typing says that a line is being typed; above(nil) ends that.
func (s *screen) typing(above func([]byte)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.above = above
	if above == nil && len(s.part) > 0 {
		s.last.wrote(s.part)
		s.w.Write(s.part)
		s.part = nil
	}
}

// File returns the file behind the screen, or nil: sys.stdout.isatty() asks.
func (s *screen) File() *os.File {
	f, _ := s.w.(*os.File)
	return f
}

// A typist is what input() reads while a line editor has the terminal between the
// cells: the terminal itself, whose echo of Enter ends the line on the screen.
type typist struct {
	tty  *os.File
	last *column
}

// Read implements io.Reader.
func (r *typist) Read(p []byte) (int, error) {
	n, err := r.tty.Read(p)
	if n > 0 {
		r.last.set(p[n-1] != '\n')
	}
	return n, err
}

// File returns the terminal.
func (r *typist) File() *os.File { return r.tty }
