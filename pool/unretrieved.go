package pool

// This file reports failures that nobody asked for (Options.Unretrieved): those of tasks that ran. What a broken pool does to
// tasks that never ran is told once, by EventListener.Broken.

import (
	"cmp"
	"runtime"
	"slices"
	"sync"
)

// Failure is a task's error that nobody has retrieved.
type Failure struct {
	Task TaskInfo // without Payload
	Err  error
}

// failure is what is kept of a failed task until its error is retrieved. It must not lead to the future, which would never be
// collected then.
type failure struct {
	pool *Pool
	Failure
}

// failures holds those of a pool that have not been retrieved.
type failures struct {
	mu  sync.Mutex
	all map[*failure]struct{}
}

// newFailure calls code of the user's: the caller holds no lock and no claim.
func newFailure(c *core, err error) *failure {
	f := &failure{pool: c.pool, Failure: Failure{Err: err}}
	f.Task = (*Task)(c).Info()
	f.Task.Payload = nil
	return f
}

// track notes a failure before it is published.
func (f *failure) track(c *core) {
	c.extra().failure = f
	fs := &f.pool.failures
	fs.mu.Lock()
	if fs.all == nil {
		fs.all = map[*failure]struct{}{}
	}
	fs.all[f] = struct{}{}
	fs.mu.Unlock()
	runtime.AddCleanup(c, func(f *failure) {
		if f.forget() {
			f.report()
		}
	}, f)
}

// retrieve notes that the outcome of a failed future was seen.
func (c *core) retrieve() {
	if x := c.ext.Load(); x != nil && x.failure != nil {
		x.failure.forget()
	}
}

// forget reports whether f was still to be reported.
func (f *failure) forget() bool {
	fs := &f.pool.failures
	fs.mu.Lock()
	defer fs.mu.Unlock()
	_, ok := fs.all[f]
	delete(fs.all, f)
	return ok
}

func (f *failure) report() {
	contain(f.pool, func() { f.pool.opts.Unretrieved(f.Failure) })
}

// ReportUnretrieved calls Options.Unretrieved now for every failed task whose error nobody has retrieved, in order of submission.
// Each is reported once. A pool that stops does it by itself.
func (p *Pool) ReportUnretrieved() {
	fs := &p.failures
	fs.mu.Lock()
	list := make([]*failure, 0, len(fs.all))
	for f := range fs.all {
		list = append(list, f)
	}
	clear(fs.all)
	fs.mu.Unlock()
	slices.SortFunc(list, func(a, b *failure) int { return cmp.Compare(a.Task.Number, b.Task.Number) })
	for _, f := range list {
		f.report()
	}
}
