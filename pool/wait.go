package pool

// This file defines Wait, and unique, which drops duplicates.

import (
	"context"
	"fmt"
	"sync"
)

// Condition is what Wait waits for. Each condition is its own name, as in concurrent.futures.
type Condition string

const (
	// FirstCompleted: any future has settled.
	FirstCompleted Condition = "FIRST_COMPLETED"
	// FirstException: any future has failed, or all have settled. A cancelled future has not failed.
	FirstException Condition = "FIRST_EXCEPTION"
	// AllCompleted: all futures have settled.
	AllCompleted Condition = "ALL_COMPLETED"
)

// Valid returns an error if c is none of the three conditions.
func (c Condition) Valid() error {
	switch c {
	case FirstCompleted, FirstException, AllCompleted:
		return nil
	}
	return fmt.Errorf("invalid return condition: %q", string(c))
}

// Wait blocks until the condition holds and returns the futures that have settled and those that have not, each once, in
// the order given. A future that is cancelled and not yet notified has not settled (State.Settled).
//
// The error is nil, an invalid condition's, a *WaitError if ctx ended first, or a *DeadlockError if ctx is a task's and
// the wait would close a cycle; done and notDone are right in each case but an invalid condition.
//
// AllCompleted costs a look at each future and a few wake-ups if they complete roughly in order. The other two
// register with each future; a loop that waits again for what is left should use a WaitSet, which registers once.
func Wait[F Awaitable](ctx context.Context, fs []F, cond Condition) (done, notDone []F, err error) {
	if err := cond.Valid(); err != nil {
		return nil, nil, err
	}
	fs = unique(fs)
	switch {
	case cond == AllCompleted || len(fs) == 1:
		if err = waitAll(ctx, fs); err == nil {
			return append(make([]F, 0, len(fs)), fs...), nil, nil // settled is final: no need to look again
		}
	case !met(fs, cond):
		w := newWatch(fs)
		err = w.wait(ctx, partyOf(ctx), cond, 0)
		w.close()
	}
	for _, f := range fs {
		if f.State().Settled() {
			done = append(done, f)
		} else {
			if notDone == nil {
				notDone = make([]F, 0, len(fs)-len(done))
			}
			notDone = append(notDone, f)
		}
	}
	return done, notDone, err
}

// met reports whether a condition for some of several futures holds now.
func met[F Awaitable](fs []F, cond Condition) bool {
	all := true
	for _, f := range fs {
		c := f.node()
		if !c.state().Settled() {
			all = false
		} else if cond == FirstCompleted || c.failed() {
			return true
		}
	}
	return all
}

// waitAll blocks on one future after the other, from the last to the first: tasks of a pool complete roughly in the order
// of their submission, so when the last one is done so are nearly all. Registering with each would cost an allocation and two
// locks a future.
func waitAll[F Awaitable](ctx context.Context, fs []F) error {
	i := len(fs) - 1
	for i >= 0 && fs[i].node().state().Settled() {
		i--
	}
	if i < 0 {
		return nil
	}
	stop := ctx.Done()
	if stop != nil && ctx.Err() != nil {
		return &WaitError{context.Cause(ctx)}
	}
	if by := partyOf(ctx); by.task != nil || by.worker != nil {
		b := &blockage{by: by, cond: AllCompleted}
		for _, f := range fs[:i+1] {
			if c := f.node(); !c.state().Settled() {
				b.cores = append(b.cores, c)
			}
		}
		if err := graph.enter(ctx, b); err != nil {
			return err
		}
		defer graph.leave(b)
	}
	for ; i >= 0; i-- {
		if c := fs[i].node(); !c.state().Settled() && !c.park(stop, false) {
			return &WaitError{context.Cause(ctx)}
		}
	}
	return nil
}

// marks guards the marked bit of all futures.
var marks sync.Mutex

// unique returns fs without duplicates, the first of each kept; fs itself, not copied, if it has none.
//
// It marks a bit in each future instead of filling a hash map, which would cost ten times as much. The bit is one for all, so
// calls exclude each other; each holds the mutex for some nanoseconds a future.
func unique[F Awaitable](fs []F) []F {
	if len(fs) <= 8 {
		for i := range fs {
			for j := range i {
				if fs[i].node() == fs[j].node() {
					return uniqueSlow(fs, i)
				}
			}
		}
		return fs
	}
	marks.Lock()
	defer marks.Unlock()
	kept, copied := fs, false
	for i, f := range fs {
		w := &f.node().word
		if w.Load()&marked != 0 {
			if !copied {
				copied = true
				kept = append(make([]F, 0, len(fs)-1), fs[:i]...)
			}
			continue
		}
		w.Or(marked)
		if copied {
			kept = append(kept, f)
		}
	}
	for _, f := range kept {
		f.node().word.And(^marked)
	}
	return kept
}

func uniqueSlow[F Awaitable](fs []F, from int) []F {
	kept := append(make([]F, 0, len(fs)-1), fs[:from]...)
next:
	for _, f := range fs[from:] {
		for _, k := range kept {
			if k.node() == f.node() {
				continue next
			}
		}
		kept = append(kept, f)
	}
	return kept
}
