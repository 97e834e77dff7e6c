package host

// This file defines what happens when the main program ends.

import (
	"context"
	"errors"
	"fmt"
	"runtime/debug"

	"starpool/builtins/files"
	"starpool/builtins/futures"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// finish runs what a program leaves behind: queued tasks, threads, exit
// handlers, reports of lost exceptions. After Ctrl-C or a cancelled context
// nothing is waited for. It returns the program's outcome.
func (in *Interpreter) finish(t *isolate.Thread, ctx context.Context, err error) error {
	var result error
	if err != nil {
		result = in.failure(t, err)
	}
	var e *Error
	interrupted := ctx.Err() != nil || errors.As(result, &e) && e.Class == "KeyboardInterrupt"
	if e != nil && !interrupted {
		// The traceback comes before what the remaining tasks print, as in
		// CPython, so it is written now.
		files.FlushLocked(t)
	}
	in.iso.Finish(interrupted)
	t.Isolate().RunDeferred(t)
	files.FlushLocked(t)
	if result == nil && futures.UnretrievedIn.In(in.iso).Deadlocks > 0 {
		// It was reported; a program that deadlocked has not succeeded.
		return &ExitError{Code: 1}
	}
	return result
}

// recovered makes the exception of a panic in a built-in.
func recovered(p any) error {
	err := object.Raise(object.SystemError, "%s", fmt.Sprintf("panic in a built-in: %v", p))
	err.(*object.Error).Exc.Exception().GoStack = string(debug.Stack())
	return err
}
