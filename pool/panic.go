package pool

// This file defines PanicError, and what happens to panics that have no future to go to.

import (
	"fmt"
	"os"
	"runtime"
	"runtime/debug"
	"sync/atomic"
)

// PanicError carries a panic of a task, a callback or a hook as a value.
type PanicError struct {
	Value   any       // what was passed to panic
	Stack   []byte    // the goroutine's stack at the panic, as text
	Callers []uintptr // the same as program counters, for runtime.CallersFrames
}

// newPanicError must be called by the deferred func that recovered the value, while the panicking frames are on the stack.
func newPanicError(value any) *PanicError {
	var pcs [64]uintptr
	n := runtime.Callers(3, pcs[:])
	return &PanicError{Value: value, Stack: debug.Stack(), Callers: append([]uintptr(nil), pcs[:n]...)}
}

// Error implements error. The stack is not part of it.
func (e *PanicError) Error() string { return fmt.Sprintf("panic: %v", e.Value) }

// Unwrap returns the value if it is an error, so that errors.Is and errors.As see through the panic.
func (e *PanicError) Unwrap() error {
	err, _ := e.Value.(error)
	return err
}

var strayPanic atomic.Pointer[func(*PanicError)]

// HandleStrayPanics sets what is called with a panic that has no future to go to and no EventListener.CallbackPanicked
// to hear of it: one in a done callback, in an EventListener or in a worker hook. The default, restored by nil, prints the panic
// with its stack to standard error. It is process-wide and safe for concurrent use.
func HandleStrayPanics(handle func(*PanicError)) {
	if handle == nil {
		strayPanic.Store(nil)
		return
	}
	strayPanic.Store(&handle)
}

func reportStrayPanic(e *PanicError) {
	if h := strayPanic.Load(); h != nil {
		(*h)(e)
		return
	}
	fmt.Fprintf(os.Stderr, "pool: %v\n\n%s", e, e.Stack)
}

// contain runs fn and reports its panic, if any, to the pool's listener.
func contain(p *Pool, fn func()) {
	defer func() {
		if v := recover(); v != nil {
			e := newPanicError(v)
			if p != nil && p.opts.Events.CallbackPanicked != nil {
				defer func() { // the listener itself may panic
					if v := recover(); v != nil {
						reportStrayPanic(newPanicError(v))
					}
				}()
				p.opts.Events.CallbackPanicked(e)
				return
			}
			reportStrayPanic(e)
		}
	}()
	fn()
}
