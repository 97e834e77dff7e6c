package host

// This file defines how a script's failure arrives in Go.

import (
	"errors"
	"fmt"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/traceback"
)

// An Error is an exception that a script did not catch.
type Error struct {
	// Class is the exception's class by its qualified name, such as
	// "ValueError" or "queue.Empty".
	Class string
	// Message is str(exception).
	Message string
	// Traceback is what CPython would print, without colour, ending in a
	// newline.
	Traceback string
	// Exception is the exception object. Touch it only with the interpreter's lock.
	Exception *object.Instance
	// Cause is the exception that this one was raised from (raise … from …), or nil.
	Cause *Error

	in *Interpreter
	of error // the Go error that the exception stands for, or nil
}

// ErrClosed is the error of a call to an interpreter that is closed.
var ErrClosed = errors.New("host: the interpreter is closed")

// Error returns "Class: message".
func (e *Error) Error() string {
	if e.Message == "" {
		return e.Class
	}
	return e.Class + ": " + e.Message
}

// Unwrap returns the Go error that the exception stands for, and its cause: what a
// Go function returned to the script is found by errors.Is and errors.As.
func (e *Error) Unwrap() []error {
	var out []error
	if e.of != nil {
		out = append(out, e.of)
	}
	if e.Cause != nil {
		out = append(out, e.Cause)
	}
	return out
}

// Is reports whether target is the exception's class or a base of it.
func (e *Error) Is(target error) bool {
	c, ok := target.(*ExceptionClass)
	return ok && e.Exception != nil && e.Exception.Class().IsSubclass(c.class)
}

// maxCauses is how long a chain of causes arrives in Go.
const maxCauses = 20

// errorOf describes an exception, on a thread that holds the lock.
func (in *Interpreter) errorOf(t *isolate.Thread, exc *object.Instance) *Error {
	return in.chain(t, exc, maxCauses)
}

func (in *Interpreter) chain(t *isolate.Thread, exc *object.Instance, left int) *Error {
	msg, err := object.Str(t, exc)
	if err != nil {
		t.Pending()
		msg = "<exception str() failed>"
	}
	e := &Error{Class: exc.Class().FullName(), Message: msg, Traceback: traceback.Format(t, exc), Exception: exc, in: in}
	if of, ok := exc.Extra.(error); ok {
		e.of = of
	} else if max := in.config.limits[Memory]; max > 0 && exc.Class().IsSubclass(object.MemoryError) {
		e.of = &LimitError{Limit: Memory, Max: max}
	}
	if cause := exc.Exception().Cause; cause != nil && left > 0 {
		e.Cause = in.chain(t, cause, left-1)
	}
	return e
}

// An ExitError is a program's own decision to end: sys.exit, exit,
// raise SystemExit.
type ExitError struct {
	// Code is the exit status.
	Code int
	// Message, if not empty, belongs on standard error: sys.exit("text").
	Message string
}

// Error implements error.
func (e *ExitError) Error() string { return fmt.Sprintf("exit status %d", e.Code) }
