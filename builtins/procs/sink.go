package procs

// This file defines what happens to what workers print: it comes out of the
// parent's own standard streams in whole lines.

import (
	"bytes"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A lineWriter passes whole lines on, and the rest when a call ends.
type lineWriter struct {
	mu   sync.Mutex
	rest []byte
	pass func([]byte) error
}

// maxLine is the length at which a line without end is passed on all the same.
const maxLine = 1 << 16

func (w *lineWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.rest = append(w.rest, p...)
	n := bytes.LastIndexByte(w.rest, '\n') + 1
	if n == 0 && len(w.rest) < maxLine {
		return len(p), nil
	}
	if n == 0 {
		n = len(w.rest)
	}
	err := w.pass(w.rest[:n])
	w.rest = append(w.rest[:0], w.rest[n:]...)
	return len(p), err
}

// end passes the rest on.
func (w *lineWriter) end() {
	w.mu.Lock()
	defer w.mu.Unlock()
	if len(w.rest) > 0 {
		w.pass(w.rest)
		w.rest = w.rest[:0]
	}
}

// A Sink writes to the standard streams of an isolate in the name of a thread of
// its own.
type Sink struct {
	mu   sync.Mutex
	t    *isolate.Thread
	lot  *lot  // workers that have nothing to do
	lost error // why what workers printed could not be written; guarded by the lock
}

var sinks = isolate.NewKey(func(iso *isolate.Isolate) *Sink {
	s := &Sink{t: iso.NewThread("output"), lot: lots.In(iso)}
	s.t.Hide()
	return s
})

// SinkOf returns the isolate's. The lock is held.
func SinkOf(t *isolate.Thread) *Sink {
	return sinks.In(t.Isolate())
}

// write writes text that a worker printed. It takes the lock; nobody waits for
// a worker with the lock held.
func (s *Sink) write(isErr bool, text []byte) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.t.Acquire()
	defer s.t.Release()
	if isErr {
		files.WriteStderr(s.t, string(text))
		return
	}
	out := starlark.Value(files.OriginalStdout(s.t))
	var err error
	if w := files.TextWriter(out); w != nil {
		err = w.WriteText(s.t, string(text))
	} else {
		_, err = object.CallMethod(s.t, out, "write", starlark.String(text))
	}
	if err == nil {
		err = s.t.Pending()
	}
	if err != nil && s.lost == nil {
		s.lost = err
	}
}

// Lost returns the error with which the first output of a worker was lost, if
// any. The lock is held.
func Lost(t *isolate.Thread) error { return sinks.In(t.Isolate()).lost }
