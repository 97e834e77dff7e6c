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

// reportUnretrieved writes one failure to standard error. The engine calls it
// from any goroutine; the text is written by a script thread, since making it
// looks at script values.
func reportUnretrieved(iso *isolate.Isolate, x *executor, f pool.Failure) {
	iso.Defer(func(t *isolate.Thread) {
		u := UnretrievedIn.In(iso)
		if !u.Report {
			return
		}
		if object.IsCancellation(f.Err) || errors.Is(f.Err, pool.ErrCancelled) || isBrokenError(f.Err) {
			return
		}
		te := x.exceptionOf(f.Err)
		if te.exc.Class().IsSubclass(object.DeadlockError) {
			u.Deadlocks++
		}
		te.exc.Exception().Traceback = te.frames
		var b strings.Builder
		fmt.Fprintf(&b, "Exception of a task that nobody asked for: %s", f.Task.Name)
		if f.Task.Submitted != "" {
			fmt.Fprintf(&b, ", submitted at %s", f.Task.Submitted)
		}
		b.WriteString("\n")
		b.WriteString(traceback.Format(t, te.exc))
		files.WriteStderr(t, b.String())
	})
}
