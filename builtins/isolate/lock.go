package isolate

// This file defines the interpreter lock.

import (
	"runtime"
	"sync"
	"sync/atomic"
	"time"
)

// A lock is the interpreter lock. It is a sync.Mutex plus a count of those
// who want it, so that the holder learns cheaply whether to offer it.
//
// Invariants:
//  1. Only the goroutine chain of the thread in Isolate.current reads or
//     writes values of the heap.
//  2. current is written by the holder only, right after it took the lock.
//  3. A sync.Mutex that a waiter has missed for 1 ms is handed to that waiter
//     directly, so offering it once a quantum starves nobody.
type lock struct {
	mu      sync.Mutex
	waiting atomic.Int32
	since   time.Time // when the holder began its turn; the holder's
}

// switchInterval is how long a thread may keep others waiting. CPython's
// default is 5 ms; switches are cheaper here.
const switchInterval = time.Millisecond

func (l *lock) acquire() {
	if l.mu.TryLock() {
		return
	}
	l.waiting.Add(1)
	l.mu.Lock()
	l.waiting.Add(-1)
	l.since = time.Now()
}

func (l *lock) release() { l.mu.Unlock() }

// contended reports whether another thread wants the lock and this turn has
// lasted long enough.
func (l *lock) contended() bool {
	if l.waiting.Load() == 0 {
		return false
	}
	now := time.Now()
	if l.since.IsZero() {
		l.since = now
	}
	return now.Sub(l.since) >= switchInterval
}

// yield lets another thread run and takes the lock back.
func (l *lock) yield() {
	l.mu.Unlock()
	runtime.Gosched()
	l.waiting.Add(1)
	l.mu.Lock()
	l.waiting.Add(-1)
	l.since = time.Now()
}
