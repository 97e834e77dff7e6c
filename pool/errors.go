package pool

// This file defines the errors of futures, pools and waits. PanicError is in panic.go, DeadlockError in deadlock.go.

import (
	"errors"
	"fmt"
)

var (
	// ErrCancelled is the outcome of a cancelled future.
	ErrCancelled = errors.New("future cancelled")

	// ErrShutdown is why a pool that is shut down, or whose context has ended, takes no more tasks.
	ErrShutdown = errors.New("cannot schedule new futures after shutdown")

	// ErrBroken matches, with errors.Is, each error of a broken pool. The error itself is a *BrokenError.
	ErrBroken = errors.New("pool is broken")

	// ErrGoexit is the outcome of a task that called runtime.Goexit. Its worker goes on in a new goroutine.
	ErrGoexit = errors.New("task called runtime.Goexit")

	// ErrNilTask is the outcome of a nil func or Runner given to a pool.
	ErrNilTask = errors.New("nil task")
)

// InvalidStateError is returned when a future is in a state that does not allow the operation.
type InvalidStateError struct {
	Op    string // what was asked for, such as "set result"
	State State  // the state that forbids it
}

// Error implements error.
func (e *InvalidStateError) Error() string {
	return fmt.Sprintf("%s: future in invalid state %s", e.Op, e.State)
}

// BrokenError is the outcome of every future that was pending when its pool broke, and the refusal of each later submit.
type BrokenError struct {
	Pool  string // the pool's name
	Cause error  // what Break was given; an initializer's error or panic comes as an *InitializerError
}

// Error implements error.
func (e *BrokenError) Error() string {
	return fmt.Sprintf("pool %q is broken: %v", e.Pool, e.Cause)
}

// Unwrap returns ErrBroken and the cause.
func (e *BrokenError) Unwrap() []error { return []error{ErrBroken, e.Cause} }

// InitializerError is the cause of a pool broken by its Initializer or WorkerStart.
type InitializerError struct {
	Worker int   // the worker's index
	Err    error // what it returned, or a *PanicError
}

// Error implements error.
func (e *InitializerError) Error() string {
	return fmt.Sprintf("initializer of worker %d: %v", e.Worker, e.Err)
}

// Unwrap returns the initializer's own error.
func (e *InitializerError) Unwrap() error { return e.Err }

// WaitError is returned by a wait that its context ended. It tells the end of the wait from an outcome: a task may itself
// fail with context.DeadlineExceeded.
type WaitError struct {
	Err error // the context's cause
}

// Error implements error.
func (e *WaitError) Error() string { return "wait for future: " + e.Err.Error() }

// Unwrap returns the context's cause, such as context.DeadlineExceeded.
func (e *WaitError) Unwrap() error { return e.Err }
