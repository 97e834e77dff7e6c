package pool

// This file defines WaitSet, and watch, the part of it that does not depend on the type of its futures.

import (
	"context"
	"sync"
)

// WaitSet waits for a fixed set of futures again and again. It registers with each future once and keeps a log of those that
// have settled, in order; each wait costs in proportion to what has settled since, so a loop that takes futures
// one by one as they complete costs O(n) in all, where calling Wait with what is left costs O(n²).
//
// A reader of the log holds its position: how many it has seen. Several readers may share a set, each at its own position, and
// what is left at a position is a value (NotDone) that need not be computed unless someone looks at it.
//
// A WaitSet is safe for concurrent use. One that is dropped needs no Close: its registrations go as its futures settle.
type WaitSet[F Awaitable] struct {
	watch *watch
	items []F
}

// NewWaitSet returns a set of the futures in fs, each once. Those that have settled already are first in its log. fs must
// not be changed afterwards.
func NewWaitSet[F Awaitable](fs []F) *WaitSet[F] {
	fs = unique(fs)
	return &WaitSet[F]{watch: newWatch(fs), items: fs}
}

// Len returns how many futures the set has.
func (s *WaitSet[F]) Len() int { return len(s.items) }

// Count returns how many of them have settled.
func (s *WaitSet[F]) Count() int {
	s.watch.mu.Lock()
	defer s.watch.mu.Unlock()
	return len(s.watch.order)
}

// Wait blocks until the condition holds for the futures that were not among the first after in the log, and returns those that have
// settled since, in order: the log from position after on. If all have settled it returns what is left of the log, perhaps
// nothing. On an error (see Wait, the func) it returns what has settled as well.
//
//	for seen := 0; seen < set.Len(); {
//		done, err := set.Wait(ctx, pool.FirstCompleted, seen)
//		if err != nil {
//			return err
//		}
//		seen += len(done)
//		…
//	}
func (s *WaitSet[F]) Wait(ctx context.Context, cond Condition, after int) ([]F, error) {
	if err := cond.Valid(); err != nil {
		return nil, err
	}
	err := s.watch.wait(ctx, partyOf(ctx), cond, after)
	return s.Done(after), err
}

// Done returns the log from position after on, without blocking.
func (s *WaitSet[F]) Done(after int) []F {
	w := s.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	if after >= len(w.order) {
		return nil
	}
	fs := make([]F, 0, len(w.order)-after)
	for _, i := range w.order[after:] {
		fs = append(fs, s.items[i])
	}
	return fs
}

// NotDone returns the futures that are not among the first after in the log, in the order given to NewWaitSet. It costs O(n).
func (s *WaitSet[F]) NotDone(after int) []F {
	w := s.watch
	w.mu.Lock()
	defer w.mu.Unlock()
	fs := make([]F, 0, len(s.items)-min(after, len(w.order)))
	for i, f := range s.items {
		if r := int(w.rank[i]); r == 0 || r > after {
			fs = append(fs, f)
		}
	}
	return fs
}

// Close withdraws the set's registrations. Its log grows no more, and waits on it may block for ever. It costs O(n).
func (s *WaitSet[F]) Close() { s.watch.close() }

// watch hears of the futures of a set.
type watch struct {
	cores []*core
	regs  []registration
	pools []*Pool // that the futures are of

	mu       sync.Mutex
	order    []int32 // the log: indexes of cores
	rank     []int32 // from 1: the position in order; 0 if not settled
	low      int     // those before it are in the log
	lastFail int     // rank of the last one that failed
	waiting  []*watchWaiter
}

// watchWaiter is a goroutine that waits for a watch.
type watchWaiter struct {
	cond  Condition
	after int
	every bool // wake for each future, to look at the graph again
	ch    chan struct{}
}

func newWatch[F Awaitable](fs []F) *watch {
	w := &watch{
		cores: make([]*core, len(fs)),
		regs:  make([]registration, len(fs)),
		order: make([]int32, 0, len(fs)),
		rank:  make([]int32, len(fs)),
	}
	// Those that have settled come first, in their own order; so nothing is registered before all have been looked at.
	for i, f := range fs {
		c := f.node()
		w.cores[i] = c
		if c.state().Settled() {
			w.settled(i)
		} else {
			w.regs[i].sink, w.regs[i].index = w, int32(i)
		}
		if p := c.pool; p != nil && !w.touches(p) {
			w.pools = append(w.pools, p)
		}
	}
	for i, c := range w.cores {
		if r := &w.regs[i]; r.sink != nil && !c.register(r) {
			w.wake(r)
		}
	}
	return w
}

// settled notes that future i has settled. w.mu is held, or w is not shared yet.
func (w *watch) settled(i int) {
	w.order = append(w.order, int32(i))
	w.rank[i] = int32(len(w.order))
	if w.cores[i].failed() {
		w.lastFail = len(w.order)
	}
}

// wake is called by a future that settles.
func (w *watch) wake(r *registration) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.settled(int(r.index))
	for _, o := range w.waiting {
		if o.every || w.met(o.cond, o.after) {
			select {
			case o.ch <- struct{}{}:
			default: // woken already
			}
		}
	}
}

// met reports whether the condition holds. w.mu is held.
func (w *watch) met(cond Condition, after int) bool {
	switch n := len(w.order); {
	case n == len(w.cores):
		return true
	case cond == FirstCompleted:
		return n > after
	case cond == FirstException:
		return w.lastFail > after
	}
	return false
}

// wait blocks until the condition holds for what is not among the first after.
func (w *watch) wait(ctx context.Context, by party, cond Condition, after int) error {
	w.mu.Lock()
	if w.met(cond, after) {
		w.mu.Unlock()
		return nil
	}
	if ctx.Err() != nil {
		w.mu.Unlock()
		return &WaitError{context.Cause(ctx)}
	}
	o := &watchWaiter{cond: cond, after: after, ch: make(chan struct{}, 1)}
	o.every = cond == FirstException && by.task != nil
	w.waiting = append(w.waiting, o)
	w.mu.Unlock()
	defer w.forget(o)

	var b *blockage
	if by.task != nil || by.worker != nil {
		b = &blockage{by: by, cond: cond, set: w, after: after}
		if err := graph.enter(ctx, b); err != nil {
			return err
		}
		defer func() {
			if b != nil {
				graph.leave(b)
			}
		}()
	}
	for {
		select {
		case <-o.ch:
		case <-ctx.Done():
			return &WaitError{context.Cause(ctx)}
		}
		w.mu.Lock()
		met := w.met(cond, after)
		w.mu.Unlock()
		if met {
			return nil
		}
		if b == nil {
			continue
		}
		if err := graph.recheck(b); err != nil {
			b = nil
			return err
		}
	}
}

func (w *watch) forget(o *watchWaiter) {
	w.mu.Lock()
	defer w.mu.Unlock()
	for i, other := range w.waiting {
		if other == o {
			last := len(w.waiting) - 1
			w.waiting[i] = w.waiting[last]
			w.waiting[last] = nil
			w.waiting = w.waiting[:last]
			return
		}
	}
}

// each calls yield with the futures that are not in the log, unless the condition holds already: then the waiter has only to
// notice, and each returns true. graph.mu is held.
func (w *watch) each(cond Condition, after int, yield func(*core) bool) (met bool) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.met(cond, after) {
		return true
	}
	for w.low < len(w.cores) && w.rank[w.low] != 0 {
		w.low++
	}
	for i := w.low; i < len(w.cores); i++ {
		if w.rank[i] == 0 && !yield(w.cores[i]) {
			return false
		}
	}
	return false
}

// touches reports whether a future of the set is of the pool.
func (w *watch) touches(p *Pool) bool {
	for _, q := range w.pools {
		if q == p {
			return true
		}
	}
	return false
}

func (w *watch) close() {
	for i, c := range w.cores {
		if r := &w.regs[i]; r.sink != nil {
			c.unregister(r)
		}
	}
}
