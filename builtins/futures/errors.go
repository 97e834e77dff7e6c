package futures

// This file defines the exception classes, and how the engine's errors become
// exceptions.

import (
	"errors"
	"fmt"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/pool"
)

func exceptionClass(module, name string, base *object.Class) *object.Class {
	c := object.NewClass(object.Spec{Name: name, Module: module, Base: base})
	c.Exception = true
	return c
}

// The exception classes of concurrent.futures, as in CPython 3.13.
var (
	Error             = exceptionClass("concurrent.futures._base", "Error", object.Exception)
	CancelledError    = exceptionClass("concurrent.futures._base", "CancelledError", Error)
	InvalidStateError = exceptionClass("concurrent.futures._base", "InvalidStateError", Error)
	BrokenExecutor    = exceptionClass("concurrent.futures._base", "BrokenExecutor", object.RuntimeError)
	BrokenThreadPool  = exceptionClass("concurrent.futures.thread", "BrokenThreadPool", BrokenExecutor)
)

// taskError is a task's exception as the engine carries it.
type taskError struct {
	exc *object.Instance
	// frames is the traceback as the task left it. Each waiter's own frames go
	// before it, so that asking again does not make it longer.
	frames []object.Frame
	// retrieved says that somebody has asked for it, or that it was reported.
	// The lock guards it.
	retrieved bool
}

func (e *taskError) Error() string { return object.DescribeException(e.exc) }

func newTaskError(exc *object.Instance) *taskError {
	return &taskError{exc: exc, frames: exc.Exception().Traceback}
}

// raise returns the error to raise in a waiter.
func (e *taskError) raise() error { return &object.Error{Exc: e.exc, Tail: e.frames} }

// exceptionOf turns the outcome error of a future into the exception object,
// with the traceback that it had.
func (x *executor) exceptionOf(err error) *taskError {
	// A broken pool's error has what broke it as its cause, so it comes first.
	var broken *pool.BrokenError
	if errors.As(err, &broken) {
		class := BrokenExecutor
		if x != nil {
			class = x.broken
		}
		exc := object.NewException(class, starlark.String(x.brokenPending()))
		if x != nil && x.remote != nil && x.remote.cause != "" {
			exc.Exception().Cause = newRemoteTraceback(x.remote.cause + "\n")
		}
		return newTaskError(exc)
	}
	var te *taskError
	if errors.As(err, &te) {
		return te
	}
	var oe *object.Error
	if errors.As(err, &oe) {
		return newTaskError(oe.Exc)
	}
	var p *pool.PanicError
	if errors.As(err, &p) {
		exc := object.NewException(object.SystemError, starlark.String(fmt.Sprintf("panic in a built-in: %v", p.Value)))
		exc.Exception().GoStack = string(p.Stack)
		return newTaskError(exc)
	}
	if errors.Is(err, pool.ErrCancelled) {
		return newTaskError(object.NewException(CancelledError))
	}
	return newTaskError(object.NewException(object.RuntimeError, starlark.String(err.Error())))
}

// waitError turns the error of a wait that ended early into an exception. A
// timeout is reported by the caller, who knows its wording.
func waitError(err error) error {
	var d *pool.DeadlockError
	if errors.As(err, &d) {
		return deadlock(d)
	}
	return err
}

// deadlock words a cycle of waits for a reader: who waits for whom, and where
// each task was submitted.
func deadlock(d *pool.DeadlockError) error {
	var b strings.Builder
	if len(d.Tasks) == 1 {
		t := d.Tasks[0]
		fmt.Fprintf(&b, "task %s waits for its own result, which can never come", describeTask(t))
	} else {
		b.WriteString("these tasks wait for each other, so none of them can ever finish:")
		for i, t := range d.Tasks {
			next := d.Tasks[(i+1)%len(d.Tasks)]
			fmt.Fprintf(&b, "\n  %s waits for %s", describeTask(t), taskName(next))
		}
	}
	return object.Raise(object.DeadlockError, "%s", b.String())
}

func taskName(t pool.TaskInfo) string {
	return fmt.Sprintf("%s (task %d of %s)", t.Name, t.Number, t.Pool)
}

func describeTask(t pool.TaskInfo) string {
	s := taskName(t)
	if t.Submitted != "" {
		s += ", submitted at " + t.Submitted + ","
	}
	return s
}
