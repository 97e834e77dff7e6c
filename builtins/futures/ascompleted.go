package futures

// This file defines as_completed.

import (
	"context"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/pool"
)

// asCompleted is concurrent.futures.as_completed(fs, timeout=None): a generator.
// As in CPython nothing happens, and the clock does not start, before the first
// value is asked for.
func asCompleted(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	var set *pool.WaitSet[*future]
	var until *deadline
	seen := 0
	var ready []*future
	next := func(t *isolate.Thread) (starlark.Value, error) {
		if set == nil {
			d, has, err := timeoutOf(t, a[1])
			if err != nil {
				return nil, err
			}
			fs, err := collect(t, a[0])
			if err != nil {
				return nil, err
			}
			if has {
				until = newDeadline(d)
			}
			set = pool.NewWaitSet(fs)
		}
		if len(ready) == 0 {
			if seen == set.Len() {
				return nil, nil
			}
			ready = set.Done(seen)
		}
		if len(ready) == 0 {
			var left time.Duration
			if until != nil {
				left = max(0, time.Until(until.at))
			}
			task := currentTask(t)
			err := blockFor(t, left, until != nil, func(ctx context.Context) error {
				_, err := set.Wait(pool.WithTask(ctx, task), pool.FirstCompleted, seen)
				return err
			})
			ready = set.Done(seen)
			if err != nil && err != errTimedOut {
				return nil, waitError(err)
			}
			if len(ready) == 0 {
				return nil, object.Raise(object.TimeoutError, "%d (of %d) futures unfinished", set.Len()-seen, set.Len())
			}
		}
		f := ready[0]
		ready = ready[1:]
		seen++
		return &f.Instance, nil
	}
	end := func(t *isolate.Thread) error {
		if set != nil {
			set.Close()
		}
		return nil
	}
	return object.NewGoGenerator("as_completed", next, end).In(t.Isolate()), nil
}
