package procs

// This file defines an isolate of this process as a worker.

import (
	"io"
	"sync"
	"sync/atomic"

	"starpool/builtins/isolate"
)

// An Isolated is a worker in an isolate.
type Isolated struct {
	server *Server
	finish func()
	once   sync.Once
	caller atomic.Pointer[Caller]
}

var _ Worker = (*Isolated)(nil)

// MakeIn makes interpreters for the workers of an isolate: with its arguments and
// paths, and standard streams of their own. The host sets it.
var MakeIn = isolate.NewKey(func(*isolate.Isolate) Maker { return nil })

// StartIsolated starts an isolate as a worker. What it prints goes to sink. The
// lock must not be held.
func StartIsolated(maker Maker, sink *Sink, s Setup) (*Isolated, error) {
	out := &lineWriter{pass: func(b []byte) error { sink.write(false, b); return nil }}
	err := &lineWriter{pass: func(b []byte) error { sink.write(true, b); return nil }}
	dismiss, e := hire(sink.t.Isolate().Budget())
	if e != nil {
		return nil, e
	}
	in, e := maker(s, io.Writer(out), io.Writer(err))
	if e != nil {
		dismiss()
		return nil, e
	}
	in.Isolate.OnClose(dismiss)
	w := &Isolated{finish: in.Finish}
	child, parent, gone := in.Isolate, sink.t.Isolate(), make(chan struct{})
	t := child.Main()
	t.Acquire()
	t.Name = s.Name // current_thread() is the pool's worker, not a MainThread
	AskIn.Set(child, func(request []byte) ([]byte, error) {
		if Answer == nil {
			return nil, ErrNoParent
		}
		return Answer(parent, w.caller.Load(), gone, request), nil
	})
	t.Release()
	child.OnClose(func() { close(gone) })
	w.server = NewServer(in.Isolate, out, err)
	return w, nil
}

// Refer implements Worker.
func (w *Isolated) Refer(c *Caller) { w.caller.Store(c) }

// Do implements Worker.
func (w *Isolated) Do(request []byte) ([]byte, error) { return w.server.Handle(request), nil }

// Close implements Worker.
func (w *Isolated) Close() {
	w.once.Do(func() {
		w.finish()
		w.server.flush()
	})
	w.server.iso.Close()
}

// Kill implements Worker: a call that is under way is cancelled. Closing writes out
// what was printed, for which the parent's lock is needed, which the caller may
// hold.
func (w *Isolated) Kill() { go w.server.iso.Close() }

// Isolate returns the worker's isolate.
func (w *Isolated) Isolate() *isolate.Isolate { return w.server.iso }
