package isolate

// This file defines Scope, what one call of a host's has set going.

import "sync"

// A Scope stands for a call from a host and all that it starts: the threads and
// the tasks that run for it, at any remove. Cancelling it stops them.
type Scope struct {
	mu  sync.Mutex
	err error
}

// Err returns the error that Cancel was given, or nil. It may be called on a nil
// Scope.
func (s *Scope) Err() error {
	if s == nil {
		return nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.err
}

// Cancel makes err appear in every thread that runs for the scope, and in the
// tasks that begin later. It may be called from any goroutine, and again: a thread
// may have waited anew. The caller must not hold the lock.
func (s *Scope) Cancel(iso *Isolate, err error) {
	s.mu.Lock()
	if s.err == nil {
		s.err = err
	}
	s.mu.Unlock()
	// A task that ends leaves its scope with the lock held, so that an interrupt
	// never hits the thread's next one.
	iso.acquire()
	iso.mu.Lock()
	var hit []*Thread
	for t := range iso.scoped {
		if t.scope == s {
			hit = append(hit, t)
		}
	}
	iso.mu.Unlock()
	for _, t := range hit {
		t.Interrupt(err)
	}
	iso.release()
}

// Scope returns what t runs for, or nil. The caller holds the lock.
func (t *Thread) Scope() *Scope { return t.scope }

// Enter makes t run for s (nil: for nobody) and returns what it ran for. An interrupt of
// the scope that t leaves is dropped. The caller holds the lock.
func (t *Thread) Enter(s *Scope) (previous *Scope) {
	previous = t.scope
	if previous == s {
		return previous
	}
	for previous.Err() != nil && (t.pending != nil || t.outside.Load()) {
		t.Pending()
	}
	t.scope = s
	t.iso.mu.Lock()
	if s != nil {
		t.iso.scoped[t] = struct{}{}
	} else {
		delete(t.iso.scoped, t)
	}
	t.iso.mu.Unlock()
	return previous
}
