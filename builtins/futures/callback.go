package futures

// This file defines done callbacks, and what is logged when one fails.

import (
	"context"
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/pool"
)

// addCallback registers fn, or calls it at once if f is done.
//
// Who settles f holds the lock, or is the worker that ran it, which set ran with
// the lock held. So while ran is unset here nobody settles f before the lock is
// given up; and when it is set, f is done in a moment.
func (f *future) addCallback(t *isolate.Thread, fn starlark.Value) {
	call := func(t *isolate.Thread) { f.call(t, fn) }
	if f.ran.Load() && !f.Future.IsDone() {
		t.Block(func(context.Context) error { return f.Future.WaitFrom(context.Background(), nil) })
	}
	if f.Future.IsDone() {
		call(t)
		return
	}
	f.callbacks = append(f.callbacks, call)
	f.hook()
}

// hook makes the engine call done.
func (f *future) hook() {
	if !f.hooked {
		f.hooked = true
		f.Future.OnDone(func(*pool.Future[starlark.Value]) { f.done() })
	}
}

// conditionObject is Future._condition, a threading.Condition that is notified
// when the future is done.
func (f *future) conditionObject(t *isolate.Thread) (starlark.Value, error) {
	if f.condition != nil {
		return f.condition, nil
	}
	m, err := registry.Get(t, "threading")
	if err != nil || m == nil {
		return starlark.None, err
	}
	if f.condition, err = object.CallMethod(t, m, "Condition"); err != nil {
		return nil, err
	}
	if !f.Future.IsDone() && !f.ran.Load() {
		f.callbacks = append([]func(*isolate.Thread){func(t *isolate.Thread) {
			for _, name := range []string{"acquire", "notify_all", "release"} {
				if _, err := object.CallMethod(t, f.condition, name); err != nil {
					return
				}
			}
		}}, f.callbacks...)
		f.hook()
	}
	return f.condition, nil
}

// done runs the callbacks. The engine calls it on the goroutine that settled f:
// the worker that ran it, without the lock; a script thread that cancelled or
// settled it by hand, with the lock held; or one of the engine's own.
func (f *future) done() {
	if f.ran.Load() {
		if w := f.Future.Task().Worker(); w != nil {
			if t, ok := w.Value().(*isolate.Thread); ok {
				t.Acquire()
				f.runCallbacks(t)
				t.Release()
				return
			}
		}
	} else if t := f.setting; t != nil {
		f.runCallbacks(t)
		return
	} else if x := f.executor; x != nil && x.setting != nil {
		f.runCallbacks(x.setting)
		return
	}
	t := f.Instance.Isolate().NewThread("Dummy")
	t.Acquire()
	f.runCallbacks(t)
	t.Release()
	t.Exit()
}

func (f *future) runCallbacks(t *isolate.Thread) {
	fns := f.callbacks
	f.callbacks = nil
	for _, fn := range fns {
		fn(t)
	}
}

// call calls one callback. An exception in it is logged; the others run.
func (f *future) call(t *isolate.Thread, fn starlark.Value) {
	depth := t.Starlark().CallStackDepth()
	_, err := object.Call(t, fn, starlark.Tuple{&f.Instance}, nil)
	if err == nil {
		return
	}
	exc := object.Catch(t, err, depth)
	if exc == nil {
		return
	}
	logException(t, fmt.Sprintf("exception calling callback for %s", f.repr(t)), exc)
}

// logException logs at level ERROR with the traceback on the logger
// concurrent.futures.
func logException(t *isolate.Thread, msg string, exc *object.Instance) {
	logTo(t, "error", msg, exc)
}

// logCritical logs at level CRITICAL.
func logCritical(t *isolate.Thread, msg string) { logTo(t, "critical", msg, nil) }

func logTo(t *isolate.Thread, level, msg string, exc *object.Instance) {
	err := func() error {
		m, err := registry.Get(t, "logging")
		if err != nil || m == nil {
			return fmt.Errorf("no logging module: %w", err)
		}
		logger, err := object.CallMethod(t, m, "getLogger", starlark.String("concurrent.futures"))
		if err != nil {
			return err
		}
		fn, err := object.GetAttr(t, logger, level)
		if err != nil {
			return err
		}
		var kwargs []starlark.Tuple
		if exc != nil {
			kwargs = []starlark.Tuple{{starlark.String("exc_info"), exc}}
		}
		_, err = object.Call(t, fn, starlark.Tuple{starlark.String(msg)}, kwargs)
		return err
	}()
	if err != nil {
		t.Pending()
		if exc != nil {
			msg += "\n" + object.DescribeException(exc)
		}
		files.WriteStderr(t, msg+"\n")
	}
}
