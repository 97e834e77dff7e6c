package host

// This file defines Session: code that arrives in pieces, as at a prompt.

import (
	"context"
	"maps"
	"path/filepath"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/lowering"
	"starpool/builtins/object"
	"starpool/host/dialect"
)

// A Session runs pieces of code, one after another, in one module, __main__.
// Its variables are live: a function sees what a later piece binds. Each piece is
// compiled with open globals, which costs some speed and allows that.
//
// A Session is used by one goroutine at a time. Between its calls the tasks and
// threads that the pieces have started go on.
type Session struct {
	in     *Interpreter
	module *object.Module
}

// NewSession begins a session with an empty module. Imports are looked up in the
// working directory first.
func (in *Interpreter) NewSession() *Session {
	s := &Session{in: in}
	t := in.iso.Main()
	t.Acquire()
	defer t.Release()
	in.env = maps.Clone(in.env) // for SetLast
	in.setPath(t, "")
	s.module = in.mainModule(t, "")
	return s
}

// Module returns the module whose variables the session's are.
func (s *Session) Module() *object.Module { return s.module }

// Interpreter returns the interpreter that the session runs on.
func (s *Session) Interpreter() *Interpreter { return s.in }

// Run runs a piece of code: any number of statements, whose expression statements
// show their values (SetDisplay). name is what tracebacks show, and each piece
// needs one of its own. The error is an *Error, an *ExitError or the context's;
// after any the session can go on.
func (s *Session) Run(ctx context.Context, name string, src []byte) error {
	return s.exec(ctx, name, src, true)
}

// Exec is Run for code whose expression statements show nothing.
func (s *Session) Exec(ctx context.Context, name string, src []byte) error {
	return s.exec(ctx, name, src, false)
}

// RunFile runs a file in the session's module, as python -i does: __file__ is
// set, and imports are looked up beside it first.
func (s *Session) RunFile(ctx context.Context, path string) error {
	path, src, err := readScript(path)
	if err != nil {
		return err
	}
	if abs, err := filepath.Abs(path); err == nil {
		path = abs
	}
	s.in.ownModules(filepath.Dir(path))
	s.Do(func(t *isolate.Thread) error {
		s.in.setPath(t, filepath.Dir(path))
		s.in.name(s.module, "", path)
		return nil
	})
	return s.exec(ctx, path, src, false)
}

func (s *Session) exec(ctx context.Context, name string, src []byte, interactive bool) error {
	return s.Main(ctx, func(t *isolate.Thread) error {
		opts := dialect.Options{OpenGlobals: true, Interactive: interactive}
		c, err := s.in.compile(t, s.module.Name, name, src, dialect.File, opts)
		if err != nil {
			return err
		}
		return s.in.init(t, s.module, c, true)
	})
}

// Main runs fn on the main thread as Run runs a piece: Interrupt reaches it, and
// what it printed is written when it ends.
func (s *Session) Main(ctx context.Context, fn func(t *isolate.Thread) error) error {
	in := s.in
	return in.onMain(ctx, in.stopMain, func(t *isolate.Thread) error {
		err := in.guard(t, func() error { return fn(t) })
		if err != nil {
			err = in.failure(t, err)
		}
		in.end()
		// An interrupt that came too late for the piece is not for the next one.
		t.Pending()
		in.iso.RunDeferred(t)
		if ferr := files.FlushLocked(t); ferr != nil && err == nil {
			return in.failure(t, ferr)
		}
		return err
	})
}

// Do runs fn with the interpreter's lock, on a thread of its own: for a look at
// the session's values while no piece runs, or while one does.
func (s *Session) Do(fn func(t *isolate.Thread) error) error {
	t := s.in.iso.NewThread("session")
	t.Hide()
	defer t.Exit()
	t.Acquire()
	defer t.Release()
	return s.in.guard(t, func() error { return fn(t) })
}

// SetDisplay sets what happens to the value of an expression statement. By
// default nothing does.
func (s *Session) SetDisplay(show func(t *isolate.Thread, v starlark.Value) error) {
	s.Do(func(t *isolate.Thread) error {
		lowering.Display.Set(t.Isolate(), show)
		return nil
	})
}

// last is the name of the value that was shown last.
const last = "_"

// SetLast makes v the value of _ where no variable hides it. The caller holds the
// lock.
func (s *Session) SetLast(v starlark.Value) { s.in.env[last] = v }

// Reset forgets all variables.
func (s *Session) Reset() {
	s.Do(func(t *isolate.Thread) error {
		for _, n := range s.module.Vars.Names() {
			s.module.Vars.Delete(n)
		}
		s.in.name(s.module, "", "")
		return nil
	})
}

// End runs what the end of a program entails: it waits for tasks and threads,
// unless Interrupt or the context ends the wait, and runs exit handlers.
func (s *Session) End(ctx context.Context) error {
	return s.in.program(ctx, func(*isolate.Thread) error { return nil })
}
