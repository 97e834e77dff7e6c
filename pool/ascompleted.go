package pool

// This file defines AsCompleted.

import (
	"context"
	"iter"
)

// AsCompleted returns a sequence of the futures in fs, each once, in the order in which they settle; those that have settled
// already come first, in the order given. It registers with the futures when the iteration begins, and each step costs
// what has completed since the last.
//
// The error is nil for each future. If the wait for the next one ends early (a *WaitError or a *DeadlockError, see Wait) the
// sequence ends with that error and the zero F.
//
//	for f, err := range pool.AsCompleted(ctx, futures) {
//		if err != nil {
//			return err // ctx ended: f is nil
//		}
//		value, err := f.Result(ctx)
//		…
//	}
func AsCompleted[F Awaitable](ctx context.Context, fs []F) iter.Seq2[F, error] {
	return func(yield func(F, error) bool) {
		set := NewWaitSet(fs)
		defer set.Close()
		for seen := 0; seen < set.Len(); {
			done, err := set.Wait(ctx, FirstCompleted, seen)
			seen += len(done)
			for _, f := range done {
				if !yield(f, nil) {
					return
				}
			}
			if err != nil {
				var none F
				yield(none, err)
				return
			}
		}
	}
}
