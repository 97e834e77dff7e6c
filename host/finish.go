package host

// This file defines what happens when the main program ends.

import (
	"context"
	"errors"

	"starpool/builtins/files"
	"starpool/builtins/futures"
	"starpool/builtins/isolate"
	"starpool/builtins/modules/sys"
	"starpool/builtins/object"
	"starpool/builtins/procs"
	"starpool/builtins/traceback"
)

// finish runs what a program leaves behind: queued tasks, threads, exit
// handlers, reports of lost exceptions. After Ctrl-C or a cancelled context
// nothing is waited for. It returns the program's outcome.
func (in *Interpreter) finish(t *isolate.Thread, ctx context.Context, err error) error {
	var result error
	if err != nil {
		result = in.failure(t, err)
		in.uncaught(t, result)
	}
	before := in.interrupts.Load()
	in.iso.Finish(ctx.Err() != nil || isInterrupt(result) || in.stopped() != nil)
	if ctx.Err() != nil {
		in.awaitThreads(t)
	}
	futures.Reopen(t)
	t.Isolate().RunDeferred(t)
	if in.interrupts.Load() != before && ctx.Err() == nil && !isInterrupt(result) {
		// Ctrl-C ended the wait for what was left.
		t.Pending()
		result = in.failure(t, object.Raise(object.KeyboardInterrupt, ""))
		in.uncaught(t, result)
	}
	if result == nil && ctx.Err() != nil {
		result = context.Cause(ctx) // it ended the wait for what was left
	}
	err = files.FlushLocked(t)
	if err == nil {
		err = procs.Lost(t)
	}
	if err != nil && result == nil {
		return in.flushFailed(t, err)
	}
	if result == nil && futures.UnretrievedIn.In(in.iso).Deadlocks > 0 {
		// It was reported; a program that deadlocked has not succeeded.
		return &ExitError{Code: 1}
	}
	return result
}

// uncaught tells the host how the program failed. What the program printed is
// written first.
func (in *Interpreter) uncaught(t *isolate.Thread, result error) {
	var e *Error
	if errors.As(result, &e) {
		if called, err := sys.Excepthook(t, e.Exception); called {
			e.Traceback = ""
			if err != nil {
				if exc := object.Catch(t, err, 0); exc != nil {
					e.Traceback = "Error in sys.excepthook:\n" + traceback.Format(t, exc)
				}
			}
		}
	}
	if in.config.uncaught == nil {
		return
	}
	files.FlushLocked(t)
	t.Block(func(context.Context) error {
		in.config.uncaught(result)
		return nil
	})
}

// exitFlush is CPython's exit status of a program whose output could not be
// written when it ended.
const exitFlush = 120

// flushFailed makes the outcome of a program whose last output was lost. If
// nobody reads it any more there is nothing to say.
func (in *Interpreter) flushFailed(t *isolate.Thread, err error) error {
	exit := &ExitError{Code: exitFlush}
	if exc := object.Catch(t, err, 0); exc != nil && !exc.Class().IsSubclass(object.BrokenPipeError) {
		exit.Message = "what was printed last could not be written: " + object.DescribeException(exc)
	}
	in.uncaught(t, exit)
	return exit
}

func isInterrupt(result error) bool {
	var e *Error
	return errors.As(result, &e) && e.Class == "KeyboardInterrupt"
}

// reportIgnored prints an exception that nobody can catch, as CPython does.
func reportIgnored(t *isolate.Thread, where string, err error) {
	exc := object.Catch(t, err, t.Depth())
	if exc == nil {
		return
	}
	files.WriteStderr(t, "Exception ignored in: "+where+"\n"+traceback.Format(t, exc))
}
