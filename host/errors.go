package host

// This file defines how a script's failure arrives in Go.

import (
	"fmt"

	"starpool/builtins/object"
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
	// Exception is the exception object.
	Exception *object.Instance

	cause error
}

// Error returns "Class: message".
func (e *Error) Error() string {
	if e.Message == "" {
		return e.Class
	}
	return e.Class + ": " + e.Message
}

// Unwrap returns the Go error that the exception stands for, if any.
func (e *Error) Unwrap() error { return e.cause }

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
