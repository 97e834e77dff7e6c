package pool

// This file defines core, the part of a future that does not depend on its result's type: the state word, the place in
// the queue, and the record of those who wait. Threads meet here; the numbered rules say how.
//
//  1. The low bits of word are the state. It moves forward only: PENDING → RUNNING → FINISHED, PENDING → FINISHED (by hand),
//     PENDING → CANCELLED → CANCELLED_AND_NOTIFIED.
//  2. The claimed bit is the right to write slot and the result. It is taken by compare-and-swap from PENDING or RUNNING
//     only, so it has one holder, who moves the state and drops the bit in one atomic step. It is also taken, for some
//     nanoseconds, by one who reads slot from outside for a diagnosis. Whoever finds it taken by another yields and retries.
//  3. Once the state is done nobody writes slot or the result, so they are read without the bit.
//  4. A settler publishes the state first and looks for ext after; one who waits publishes ext, and looks at the state after,
//     under ext's mutex. Go's atomics are sequentially consistent, so at least one of the two sees the other, and no
//     wake-up is lost. The obvious way, a mutex or a channel in each future, costs an allocation or 8 to 96 bytes for
//     each task, while most futures have no waiter before they are done.
//  5. link belongs to the pool's mutex while the task is queued. The worker that runs the task stores itself there before
//     the state becomes RUNNING, and nobody writes it afterwards.
//  6. Lock order: graph.mu, then Pool.mu; extra.mu, then watch.mu. extra.mu and watch.mu are leaves for all else.

import (
	"runtime"
	"sync"
	"sync/atomic"
)

const (
	stateMask uint32 = 7
	claimed   uint32 = 1 << 3 // rule 2
	retrieved uint32 = 1 << 4 // someone has seen the outcome
	marked    uint32 = 1 << 5 // seen by unique; belongs to unique.mu
)

// job is what a queue holds: a future of any type. *Worker is one too, for rule 5.
type job interface {
	node() *core
	run(w *Worker)
	fail(err error) // settles a task that has been taken from the queue without running it
}

// core is 56 bytes. With a result of up to 8 bytes a future fits the allocator's class of 64.
type core struct {
	word   atomic.Uint32
	number uint32 // which task of its pool
	link   job    // queued: the next one. Running: the worker
	pool   *Pool
	ext    atomic.Pointer[extra]
	slot   any // not done: the Runner. Finished: the error
}

// extra is what a future has only when someone waits for it early, or it has callbacks or a blocked or failed task.
type extra struct {
	mu        sync.Mutex
	done      chan struct{} // made by Done, closed when done
	waiters   list
	callbacks []func()

	failure  *failure  // unretrieved.go; written before the state becomes FINISHED
	blocked  *blockage // what the task waits for; guarded by graph.mu
	blockers int       // how many goroutines wait in the task's name; guarded by graph.mu
}

func (c *core) node() *core  { return c }
func (c *core) state() State { return State(c.word.Load() & stateMask) }

func (c *core) worker() *Worker {
	w, _ := c.link.(*Worker)
	return w
}

func (c *core) extra() *extra {
	if x := c.ext.Load(); x != nil {
		return x
	}
	x := new(extra)
	if c.ext.CompareAndSwap(nil, x) {
		return x
	}
	return c.ext.Load()
}

// claim takes the right to settle from PENDING or, if running is set, from RUNNING (rule 2). If it fails it returns the
// state that forbids it.
func (c *core) claim(running bool) (State, bool) {
	for {
		w := c.word.Load()
		s := State(w & stateMask)
		if s != Pending && !(running && s == Running) {
			return s, false
		}
		if w&claimed != 0 {
			runtime.Gosched()
			continue
		}
		if c.word.CompareAndSwap(w, w|claimed) {
			return s, true
		}
	}
}

// publish moves the state and drops the claim in one step; the caller holds the claim, so nobody else writes those bits.
func (c *core) publish(from, to State) {
	c.word.Add(uint32(to) - uint32(from) - claimed)
}

// start moves PENDING to RUNNING and CANCELLED to CANCELLED_AND_NOTIFIED. It returns the state found.
func (c *core) start() State {
	for {
		w := c.word.Load()
		switch s := State(w & stateMask); {
		case s == Pending && w&claimed != 0:
			runtime.Gosched()
		case s == Pending:
			if c.word.CompareAndSwap(w, w+uint32(Running-Pending)) {
				return s
			}
		case s == Cancelled:
			if c.word.CompareAndSwap(w, w+uint32(CancelledAndNotified-Cancelled)) {
				c.announce()
				return s
			}
		default:
			return s
		}
	}
}

// cancel moves PENDING to CANCELLED and tells those who wait for this future alone. It reports whether the future is
// cancelled now.
func (c *core) cancel() bool {
	s, ok := c.claim(false)
	if !ok {
		return s == Cancelled || s == CancelledAndNotified
	}
	payload := c.slot
	c.slot = nil
	c.publish(Pending, Cancelled)
	if p := c.pool; p != nil && p.opts.Events.TaskCancelled != nil {
		info := describe(c, payload)
		contain(p, func() { p.opts.Events.TaskCancelled(info) })
	}
	c.announce()
	return true
}

// payload reads slot from outside (rule 2). It returns nil for a done future.
func (c *core) payload() any {
	for {
		w := c.word.Load()
		if State(w & stateMask).Done() {
			return nil
		}
		if w&claimed != 0 {
			runtime.Gosched()
			continue
		}
		if c.word.CompareAndSwap(w, w|claimed) {
			p := c.slot
			c.word.And(^claimed)
			return p
		}
	}
}

// announce tells those who wait, then runs the callbacks; the state is done already (rule 4). A cancelled future is announced
// twice: when cancelled, to those who wait for it alone, and when notified, to the rest.
func (c *core) announce() {
	x := c.ext.Load()
	if x == nil {
		return
	}
	x.mu.Lock()
	settled := c.state().Settled()
	if x.done != nil {
		close(x.done)
		x.done = closedChan
	}
	for r := x.waiters.first; r != nil; {
		next := r.next
		if settled || r.early {
			x.waiters.remove(r)
			r.sink.wake(r)
		}
		r = next
	}
	callbacks := x.callbacks
	x.callbacks = nil
	x.mu.Unlock()
	for _, fn := range callbacks {
		contain(c.pool, fn)
	}
}

var closedChan = func() chan struct{} {
	ch := make(chan struct{})
	close(ch)
	return ch
}()

// registration is one waiter's place in one future's list. It is guarded by the future's extra.mu.
type registration struct {
	next, prev *registration
	sink       sink
	index      int32 // which future it is, for the sink
	early      bool  // wants to hear of CANCELLED already
	linked     bool
}

// sink hears of futures that are done. It is called under extra.mu.
type sink interface{ wake(r *registration) }

type list struct{ first, last *registration }

func (l *list) add(r *registration) {
	r.linked = true
	r.prev, r.next = l.last, nil
	if l.last != nil {
		l.last.next = r
	} else {
		l.first = r
	}
	l.last = r
}

func (l *list) remove(r *registration) {
	if r.prev != nil {
		r.prev.next = r.next
	} else {
		l.first = r.next
	}
	if r.next != nil {
		r.next.prev = r.prev
	} else {
		l.last = r.prev
	}
	r.next, r.prev, r.linked = nil, nil, false
}

// register adds r unless the future is done already, which it reports.
func (c *core) register(r *registration) bool {
	x := c.extra()
	x.mu.Lock()
	defer x.mu.Unlock()
	if s := c.state(); s.Settled() || r.early && s.Done() {
		return false
	}
	x.waiters.add(r)
	return true
}

// unregister removes r. It reports false if r has been woken.
func (c *core) unregister(r *registration) bool {
	x := c.extra()
	x.mu.Lock()
	defer x.mu.Unlock()
	if !r.linked {
		return false
	}
	x.waiters.remove(r)
	return true
}

// waiter blocks one goroutine on one future. Waiters are reused: a waiter goes back only when its registration is out of
// every list and its channel is empty.
type waiter struct {
	registration
	ch chan struct{}
}

func (w *waiter) wake(*registration) { w.ch <- struct{}{} }

var waiters = sync.Pool{New: func() any {
	w := &waiter{ch: make(chan struct{}, 1)}
	w.sink = w
	return w
}}

// park blocks until the future is done (early) or settled, or stop is closed. It reports whether it is done.
func (c *core) park(stop <-chan struct{}, early bool) bool {
	w := waiters.Get().(*waiter)
	w.early = early
	if !c.register(&w.registration) {
		waiters.Put(w)
		return true
	}
	if stop == nil {
		<-w.ch
		waiters.Put(w)
		return true
	}
	select {
	case <-w.ch:
		waiters.Put(w)
		return true
	case <-stop:
	}
	woken := !c.unregister(&w.registration)
	if woken {
		<-w.ch
	}
	waiters.Put(w)
	return woken
}

// failed reports whether the future is finished with an error.
func (c *core) failed() bool { return c.state() == Finished && c.slot != nil }
