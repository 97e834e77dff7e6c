package host

// This file defines workers: other processes and other interpreters of this
// process, in which the process and interpreter pools run their calls.

import (
	"io"
	"strings"

	"starpool/builtins/modules/sys"
	"starpool/builtins/procs"
)

// Worker lets this program's executable serve as the worker processes of
// ProcessPoolExecutor. Call it first thing in main: in a process that was started
// as a worker it does that work and does not return. In a program that does not
// call it, process pools run their calls in isolates of the program itself.
func Worker() {
	procs.Main(func(s procs.Setup, stdout, stderr io.Writer) (*procs.Interpreter, error) {
		return newWorker(s, nil, stdout, stderr)
	})
}

// newWorker makes the interpreter of a worker.
func newWorker(s procs.Setup, parent *config, stdout, stderr io.Writer) (*procs.Interpreter, error) {
	opts := []Option{
		WithStdin(strings.NewReader("")), WithStdout(stdout), WithStderr(stderr),
		WithArgs(s.Args...), WithUnretrieved(false),
		func(c *config) { c.rights = &s.Rights },
	}
	if parent != nil {
		opts = append([]Option{func(c *config) { *c = *parent }}, opts...)
	} else {
		opts = append(opts, func(c *config) { c.limits, c.budget = s.Limits, procs.Leased(s.Limits) })
	}
	in, err := New(opts...)
	if err != nil {
		return nil, err
	}
	t := in.iso.Main()
	t.Acquire()
	defer t.Release()
	sys.SetPath(t, s.Path)
	in.mainModule(t, "")
	finish := func() {
		t.Acquire()
		in.iso.Finish(false)
		in.iso.RunDeferred(t)
		t.Release()
	}
	return &procs.Interpreter{Isolate: in.iso, Finish: finish, Close: func() { in.Close() }}, nil
}

// makeWorkers lets the interpreter pools of this interpreter make others.
func (in *Interpreter) makeWorkers() {
	c := in.config
	procs.MakeIn.Set(in.iso, func(s procs.Setup, stdout, stderr io.Writer) (*procs.Interpreter, error) {
		return newWorker(s, &c, stdout, stderr)
	})
}
