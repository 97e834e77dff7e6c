package pool

// This file defines Map.

import (
	"context"
	"iter"
)

// Map returns a sequence of fn's results for the items of in, in their order, each with its error. The work starts when the
// iteration does.
//
// If buffer is positive at most so many items are in flight, a result that has not been taken counting, and in is read as
// results are taken, so it may be endless. Otherwise all of in is read and submitted first, as executor.map of CPython 3.13
// does.
//
// Stopping the iteration cancels what has not started. An error of fn does not stop it: the caller decides. If ctx ends
// while a result is waited for, the sequence ends with a *WaitError; likewise a *DeadlockError (see Future.Wait). ctx is for
// the waits; fn gets its task's own context.
func Map[In, Out any](ctx context.Context, p *Pool, in iter.Seq[In], fn func(context.Context, In) (Out, error), buffer int) iter.Seq2[Out, error] {
	return func(yield func(Out, error) bool) {
		var flight []*Future[Out]
		defer func() {
			for _, f := range flight {
				f.Cancel()
			}
		}()
		submit := func(item In) {
			flight = append(flight, Submit(p, func(ctx context.Context) (Out, error) { return fn(ctx, item) }))
		}
		// take yields the oldest result and reports whether to go on.
		take := func() bool {
			f := flight[0]
			if err := f.Wait(ctx); err != nil {
				var zero Out
				yield(zero, err)
				return false
			}
			flight[0] = nil // a result is not kept longer than its taker keeps it
			flight = flight[1:]
			return yield(f.outcome())
		}
		for item := range in {
			if buffer > 0 && len(flight) >= buffer && !take() {
				return
			}
			submit(item)
		}
		for len(flight) > 0 {
			if !take() {
				return
			}
		}
	}
}
