package host

// This file defines how the streams that a host gives are shared.

import (
	"io"
	"os"
	"reflect"
	"sync"
)

// A sharedWriter keeps the promise of WithStdout and WithStderr, that a writer is
// called by one goroutine at a time: scripts, processes that they start and
// workers write to it independently of each other. Writers that are one have one
// lock. Files need none.
type sharedWriter struct {
	mu *sync.Mutex
	w  io.Writer
}

// Write implements io.Writer.
func (s *sharedWriter) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.w.Write(p)
}

// share returns the two writers made safe.
func share(stdout, stderr io.Writer) (io.Writer, io.Writer) {
	one := new(sync.Mutex)
	two := one
	if !sameWriter(stdout, stderr) {
		two = new(sync.Mutex)
	}
	return shared(stdout, one), shared(stderr, two)
}

func shared(w io.Writer, mu *sync.Mutex) io.Writer {
	switch w.(type) {
	case nil, *os.File, *sharedWriter:
		return w
	}
	return &sharedWriter{mu, w}
}

func sameWriter(a, b io.Writer) bool {
	ta, tb := reflect.TypeOf(a), reflect.TypeOf(b)
	return ta == tb && ta != nil && ta.Comparable() && a == b
}
