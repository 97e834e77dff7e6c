package host

// This file defines the limits of an interpreter.

import (
	"io"
	"time"

	"starpool/builtins/isolate"
)

// A Limit is something that the options WithMaxSteps and its kin limit.
type Limit = isolate.Limit

// The limits, as a LimitError names them.
const (
	Steps   = isolate.Steps
	Time    = isolate.Time
	Depth   = isolate.Depth
	Memory  = isolate.Memory
	Output  = isolate.Output
	Threads = isolate.Threads
	Workers = isolate.Workers
	Queued  = isolate.Queued
)

// A LimitError says which limit stopped a script. errors.As finds it in the error
// of Run, Call and the like; errors.Is compares the limit:
//
//	errors.Is(err, &host.LimitError{Limit: host.Memory})
//
// One of the limit of time is a context.DeadlineExceeded too. No except clause,
// finally block, with statement or finalizer of a script sees a limit. After one
// the interpreter is over: its tasks, threads and workers are stopped, and each
// further call returns the same error.
type LimitError = isolate.LimitError

// WithMaxSteps limits the steps of the interpreter, an operation or two of an
// expression each. Those of all threads, tasks, generators, isolates and worker
// processes count together; the work within a built-in function counts as one.
// Error: a LimitError of Steps. Default: 0, no limit.
func WithMaxSteps(n int64) Option { return withLimit(Steps, n) }

// WithTimeout limits the time that each Run (with the end of the program), Call
// and piece of a Session may take. It ends waits and busy loops alike. Error: a
// LimitError of Time. Default: 0, no limit.
func WithTimeout(d time.Duration) Option { return withLimit(Time, int64(d)) }

// WithMaxDepth limits how deeply a script's calls nest, whatever it passes to
// sys.setrecursionlimit. A script's own recursion limit, 1,000 by default, still
// gives a RecursionError that it may catch. Error: a LimitError of Depth.
// Default: 0, no limit but go.starlark.net's of 100,000.
func WithMaxDepth(n int) Option { return withLimit(Depth, int64(n)) }

// WithMaxMemory limits the bytes by which the process's heap and stacks grow
// while the interpreter is in use, measured after a collection of garbage. A
// single allocation that cannot fit (a repetition, a format's width, a power) is
// refused with a MemoryError, which a script may catch; everything else stops the
// script. docs/limits.md says what is counted and how exact it is. Error: a
// LimitError of Memory, also in an *Error of class MemoryError. Default: 0, no
// limit.
func WithMaxMemory(bytes int64) Option { return withLimit(Memory, bytes) }

// WithMaxOutput limits the bytes that go to standard output and standard error
// together, those of workers included. What fits is written. Error: a LimitError
// of Output. Default: 0, no limit.
func WithMaxOutput(bytes int64) Option { return withLimit(Output, bytes) }

// WithMaxThreads limits the threads that are alive at once besides the main one:
// those of threading and the workers of every pool, in all isolates and processes
// of the run. Error: a LimitError of Threads. Default: 0, no limit.
func WithMaxThreads(n int) Option { return withLimit(Threads, int64(n)) }

// WithMaxWorkers limits the worker processes and worker isolates that are alive
// at once, those that workers start included. Error: a LimitError of Workers.
// Default: 0, no limit.
func WithMaxWorkers(n int) Option { return withLimit(Workers, int64(n)) }

// WithMaxQueued limits the tasks that were submitted to executors and have not
// been started, all executors together. Error: a LimitError of Queued. Default: 0,
// no limit.
func WithMaxQueued(n int) Option { return withLimit(Queued, int64(n)) }

func withLimit(l Limit, n int64) Option {
	return func(c *config) { c.limits[l] = max(0, n) }
}

// limit puts the interpreter under the limits that the options set. The lock is
// held.
func (in *Interpreter) limit() {
	c := &in.config
	if c.budget == nil && c.limits.Any() && c.rights == nil {
		c.budget = isolate.NewBudget(c.limits, nil)
	}
	in.iso.Held = in.held
	in.iso.SetBudget(c.budget)
}

// bounded makes the writers count what goes through them. Workers' output goes
// through their parent's.
func bounded(c *config) {
	if c.limits[Output] == 0 || c.budget != nil || c.rights != nil {
		return
	}
	c.budget = isolate.NewBudget(c.limits, nil)
	if c.stdout != nil {
		c.stdout = &boundedWriter{c.stdout, c.budget}
	}
	if c.stderr != nil {
		c.stderr = &boundedWriter{c.stderr, c.budget}
	}
}

// A boundedWriter writes what the limit of output allows.
type boundedWriter struct {
	w      io.Writer
	budget *isolate.Budget
}

// Write implements io.Writer.
func (b *boundedWriter) Write(p []byte) (int, error) {
	left := b.budget.Max(Output) - b.budget.Used(Output)
	err := b.budget.Use(Output, int64(len(p)))
	if err == nil {
		return b.w.Write(p)
	}
	n := 0
	if left > 0 && left < int64(len(p)) {
		n, _ = b.w.Write(p[:left])
	}
	return n, err
}

// clock starts the clock of a program, call or piece.
func (in *Interpreter) clock() (stop func()) { return in.config.budget.Begin() }

// stopped returns the limit that has stopped the interpreter, or nil.
func (in *Interpreter) stopped() error {
	if e := in.iso.Stopped(); e != nil {
		return e
	}
	return nil
}

// limited returns the outcome of a program or call: the limit that was reached,
// whatever else came of that, or err. The lock is not held.
func (in *Interpreter) limited(err error) error {
	e := in.stopped()
	if e == nil {
		return err
	}
	in.iso.Close()
	return e
}

// Usage is what an interpreter has used of what can be limited. Only what has a
// limit is counted.
type Usage struct {
	Steps   int64
	Memory  int64 // bytes, garbage included; all interpreters with such a limit together
	Output  int64 // bytes
	Threads int
	Workers int
	Queued  int
}

// Usage returns what is used now.
func (in *Interpreter) Usage() Usage {
	b := in.config.budget
	u := Usage{Steps: b.Used(Steps), Output: b.Used(Output), Threads: int(b.Used(Threads)), Workers: int(b.Used(Workers)), Queued: int(b.Used(Queued))}
	if b.Max(Memory) > 0 {
		u.Memory = b.Used(Memory)
	}
	return u
}

// ResetUsage lets steps and output be counted from 0 again: for an interpreter
// that serves many calls, each of which may use what the options say.
func (in *Interpreter) ResetUsage() { in.config.budget.Reset() }
