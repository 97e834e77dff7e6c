package futures

// This file defines the report of exceptions that nobody asked for: in CPython
// they vanish.

import (
	"errors"
	"fmt"
	"strings"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/traceback"
	"starpool/pool"
)

// Unretrieved says whether an isolate reports them, and remembers what was.
type Unretrieved struct {
	Report    bool
	Deadlocks int // how many of the reported exceptions were DeadlockErrors
}

// UnretrievedIn is the setting of an isolate. The host changes it.
var UnretrievedIn = isolate.NewKey(func(*isolate.Isolate) *Unretrieved { return &Unretrieved{Report: true} })

// reportUnretrieved is told by the engine of a failure that nobody has asked
// for, from any goroutine: because its future was collected, or because its pool
// has stopped. In the second case somebody may still ask, until the program ends.
func reportUnretrieved(iso *isolate.Isolate, x *executor, f pool.Failure) {
	iso.Defer(func(t *isolate.Thread) {
		if object.IsCancellation(f.Err) || errors.Is(f.Err, pool.ErrCancelled) || isBrokenError(f.Err) {
			return
		}
		l := over.In(iso)
		select {
		case <-x.pool.Stopped():
			if !l.closed {
				l.unasked = append(l.unasked, unasked{x, f})
				return
			}
		default:
		}
		unasked{x, f}.write(t)
	})
}

// An unasked is a failure of a pool that has stopped.
type unasked struct {
	executor *executor
	failure  pool.Failure
}

// write reports the failure on standard error unless it was asked for after all.
func (u unasked) write(t *isolate.Thread) {
	setting := UnretrievedIn.In(t.Isolate())
	te := u.executor.exceptionOf(u.failure.Err)
	if te.retrieved {
		return
	}
	te.retrieved = true
	u.tell(te)
	if !setting.Report {
		return
	}
	if te.exc.Class().IsSubclass(object.DeadlockError) {
		setting.Deadlocks++
	}
	te.exc.Exception().Traceback = te.frames
	var b strings.Builder
	fmt.Fprintf(&b, "Exception of a task that nobody asked for: %s", u.failure.Task.Name)
	if at := u.failure.Task.Submitted; at != "" {
		fmt.Fprintf(&b, ", submitted at %s", at)
	}
	b.WriteString("\n")
	b.WriteString(traceback.Format(t, te.exc))
	files.WriteStderr(t, b.String())
}
