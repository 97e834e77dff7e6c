package isolate

// This file defines WaitQueue, on which locks, events and queues are built.

import (
	"context"
	"math"
	"time"
)

// A WaitQueue is a list of threads that wait for something to change. All of
// its methods are called with the interpreter lock held, which also guards the
// condition that is waited for: nothing can change between looking at it and
// Wait. The zero value is an empty queue.
type WaitQueue struct {
	waiters []*waiter
}

type waiter struct {
	ch   chan struct{}
	woke bool
}

// Forever is the timeout of a Wait that only a wake-up or an interrupt ends.
const Forever time.Duration = -1

// Seconds is a duration of s seconds: 0 for what is not above 0, and no more than
// a duration can be.
func Seconds(s float64) time.Duration {
	switch {
	case !(s > 0):
		return 0
	case s > math.MaxInt64/1e9:
		return math.MaxInt64
	}
	return time.Duration(s * 1e9)
}

// Wait blocks t until it is woken (true) or the timeout has passed (false). It
// returns the error of an interrupt. A caller that was woken looks at its
// condition again: another thread may have been quicker.
func (q *WaitQueue) Wait(t *Thread, timeout time.Duration) (bool, error) {
	if timeout == 0 {
		return false, nil
	}
	w := &waiter{ch: make(chan struct{})}
	q.waiters = append(q.waiters, w)
	err := t.Block(func(ctx context.Context) error {
		if timeout < 0 {
			select {
			case <-w.ch:
			case <-ctx.Done():
			}
			return nil
		}
		timer := time.NewTimer(timeout)
		defer timer.Stop()
		select {
		case <-w.ch:
		case <-timer.C:
		case <-ctx.Done():
		}
		return nil
	})
	if !w.woke {
		q.remove(w)
	} else if err != nil {
		// The wake-up was meant for somebody who can use it.
		q.Wake(1)
	}
	return w.woke, err
}

func (q *WaitQueue) remove(w *waiter) {
	for i, o := range q.waiters {
		if o == w {
			q.waiters = append(q.waiters[:i], q.waiters[i+1:]...)
			return
		}
	}
}

// Wake wakes the n threads that have waited longest.
func (q *WaitQueue) Wake(n int) {
	for ; n > 0 && len(q.waiters) > 0; n-- {
		w := q.waiters[0]
		q.waiters[0] = nil
		q.waiters = q.waiters[1:]
		w.woke = true
		close(w.ch)
	}
}

// WakeAll wakes everybody.
func (q *WaitQueue) WakeAll() { q.Wake(len(q.waiters)) }

// Len is the number of threads that wait.
func (q *WaitQueue) Len() int { return len(q.waiters) }
