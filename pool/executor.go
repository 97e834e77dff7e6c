package pool

// This file defines Pool: the queue, submitting, and the end of a pool. Its workers are in worker.go.
//
// One mutex guards one FIFO. The numbered rules hold whenever the mutex is free.
//
//  1. active counts the workers that hold a place: awake, in a task, or on their way up. A parked worker holds none, and one
//     that waits for a future of its own pool has lent its own.
//  2. At most one worker is on its way up (waking). When it arrives it takes a task and, if work remains and a place is free,
//     wakes the next one itself. So a burst of submits costs one wake-up each few tasks instead of one each task, and the
//     submitter never pays for more than one. A worker with a slow start (Initializer) hands on before it starts.
//  3. If tasks are queued, then all places are taken, or a worker is on its way up, or an active worker will look at the
//     queue before it parks. So no task is forgotten.
//  4. A worker that takes its place back after lending it may push active over MaxWorkers. The next worker that comes back
//     from a task then parks instead of taking another. Making the waiter queue for a place instead could deadlock: the
//     place's holder may wait for something that the waiter holds.
//  5. The pool has stopped when it is closed, the queue is empty, and no worker lives.

import (
	"context"
	"sync"
)

// Pool runs tasks on at most MaxWorkers goroutines at once. Its methods are safe for concurrent use.
type Pool struct {
	opts   Options
	ctx    context.Context
	cancel context.CancelCauseFunc
	mortal bool        // opts.Context can end
	unhook func() bool // stops watching it

	mu       sync.Mutex
	head     job   // the queue, linked through core.link
	tail     *core // its last
	queued   int
	number   uint32    // of the last task submitted
	workers  []*Worker // all that live, in no order
	idle     []*Worker // parked, the last to park at the end
	next     int       // index of the next worker
	active   int       // rule 1
	busy     int       // workers in a task, lent or not
	lent     int       // workers that have lent their place
	starting int       // workers in WorkerStart or Initializer
	waking   bool      // rule 2
	closed   bool
	refusal  error         // why submits fail, if closed
	quiet    chan struct{} // closed when nothing is queued or busy; made by Wait
	stopped  chan struct{} // closed by rule 5
	gone     bool          // rule 5 holds

	failures failures
}

// New returns a pool. It starts no goroutine until the first task is submitted. It returns an error only if the options are
// invalid (Options.Validate).
func New(opts Options) (*Pool, error) {
	if err := opts.Validate(); err != nil {
		return nil, err
	}
	opts.EnsureDefaults()
	p := &Pool{opts: opts, stopped: make(chan struct{})}
	p.ctx, p.cancel = context.WithCancelCause(opts.Context)
	if p.mortal = opts.Context.Done() != nil; p.mortal {
		p.unhook = context.AfterFunc(opts.Context, p.abort)
	}
	return p, nil
}

// MustNew is New for options that are known to be valid. It panics otherwise.
func MustNew(opts Options) *Pool {
	p, err := New(opts)
	if err != nil {
		panic(err)
	}
	return p
}

// Name returns the pool's name.
func (p *Pool) Name() string { return p.opts.Name }

// Submit queues fn and returns its future. fn is called once, with a context that knows its task and ends with the pool's.
// If the pool takes no tasks the future has failed already, with an error that matches ErrShutdown or ErrBroken.
//
// It costs one allocation of 64 bytes for results of up to 8 bytes, 80 for up to 24.
func Submit[T any](p *Pool, fn func(ctx context.Context) (T, error)) *Future[T] {
	f := new(Future[T])
	if fn == nil {
		_ = f.SetError(ErrNilTask)
		return f
	}
	f.slot = RunnerFunc[T](fn)
	if err := p.enqueue(f); err != nil {
		_ = f.SetError(err)
	}
	return f
}

// SubmitTask is Submit for a Runner, which may be Named and Located.
func SubmitTask[T any](p *Pool, r Runner[T]) *Future[T] {
	f := new(Future[T])
	if err := SubmitInto(p, f, r); err != nil {
		_ = f.SetError(err)
	}
	return f
}

// SubmitInto queues r with f, a pending future that belongs to no pool and that nobody else uses yet, often a field of a larger
// struct: then task and struct are one allocation. If the pool takes no tasks it returns an error that matches ErrShutdown or ErrBroken, and f is
// as it was.
func SubmitInto[T any](p *Pool, f *Future[T], r Runner[T]) error {
	if r == nil {
		return ErrNilTask
	}
	if s := f.state(); s != Pending || f.pool != nil {
		return &InvalidStateError{Op: "submit", State: s}
	}
	f.slot = r
	return p.enqueue(f)
}

func (p *Pool) enqueue(j job) error {
	c := j.node()
	if p.mortal && p.ctx.Err() != nil {
		p.abort()
	}
	p.mu.Lock()
	if p.closed {
		err := p.refusal
		p.mu.Unlock()
		c.slot = nil
		return err
	}
	p.number++
	c.number = p.number
	c.pool = p
	if p.tail == nil {
		p.head = j
	} else {
		p.tail.link = j
	}
	p.tail = c
	p.queued++
	w := p.kick()
	p.mu.Unlock()
	if w != nil {
		w.signal()
	}
	if p.opts.Events.TaskSubmitted != nil {
		contain(p, func() { p.opts.Events.TaskSubmitted((*Task)(c)) })
	}
	return nil
}

// dequeue takes the first task. p.mu is held and the queue is not empty.
func (p *Pool) dequeue() (job, *core) {
	j := p.head
	c := j.node()
	p.head = c.link
	if p.head == nil {
		p.tail = nil
	}
	c.link = nil
	p.queued--
	return j, c
}

// kick brings one worker up if a task needs one and a place is free (rules 2 and 3). p.mu is held; the caller signals the
// worker returned, if any, after unlocking.
func (p *Pool) kick() *Worker {
	if p.waking || p.queued <= p.starting || p.active >= p.opts.MaxWorkers {
		return nil
	}
	p.waking = true
	p.active++
	if n := len(p.idle); n > 0 {
		w := p.idle[n-1]
		p.idle[n-1] = nil
		p.idle = p.idle[:n-1]
		return w
	}
	return p.hire()
}

// hire makes a worker. p.mu is held.
func (p *Pool) hire() *Worker {
	w := &Worker{pool: p, index: p.next, place: len(p.workers)}
	p.next++
	p.workers = append(p.workers, w)
	return w
}

// ShutdownMode says how to shut a pool down. The zero value waits and runs what is queued.
type ShutdownMode uint

const (
	// NoWait returns at once; the pool goes on to its end by itself.
	NoWait ShutdownMode = 1 << iota
	// CancelPending cancels and notifies every future that has not started.
	CancelPending
)

// Shutdown lets the pool take no more tasks, and waits until all are done and its workers have ended. It may be called again.
//
// It returns nil, or, if it waits, a *WaitError when ctx ends first (the shutdown itself goes on) or a *DeadlockError when
// called from a task that the pool would have to wait for.
func (p *Pool) Shutdown(ctx context.Context, mode ShutdownMode) error {
	p.mu.Lock()
	p.close(ErrShutdown)
	var drained job
	if mode&CancelPending != 0 {
		drained = p.drain()
	}
	gone := p.settleDown()
	p.mu.Unlock()
	cancelAll(drained)
	if gone {
		p.finish()
	}
	if mode&NoWait != 0 {
		return nil
	}
	return p.await(ctx, p.stopped)
}

// Close shuts the pool down, runs what is queued, and waits without limit. Called from a task of the pool it would wait for
// ever: use Shutdown with the task's context there, which notices.
func (p *Pool) Close() error { return p.Shutdown(context.Background(), 0) }

// Wait blocks until no task is queued or runs. The pool stays open. It returns a *WaitError if ctx ends first, or a
// *DeadlockError if it is called from a task that the pool would have to wait for.
func (p *Pool) Wait(ctx context.Context) error {
	p.mu.Lock()
	if p.queued == 0 && p.busy == 0 {
		p.mu.Unlock()
		return nil
	}
	if p.quiet == nil {
		p.quiet = make(chan struct{})
	}
	quiet := p.quiet
	p.mu.Unlock()
	return p.await(ctx, quiet)
}

// Stopped returns a channel that is closed when the pool has been shut down, all is done, and its workers have ended.
func (p *Pool) Stopped() <-chan struct{} { return p.stopped }

// Break makes the pool unusable: every pending future fails with a *BrokenError with this cause, as does each later submit.
// Running tasks go on. A nil cause stands for ErrBroken. A pool breaks once; later calls do nothing and return false.
func (p *Pool) Break(cause error) bool {
	if cause == nil {
		cause = ErrBroken
	}
	err := &BrokenError{Pool: p.opts.Name, Cause: cause}
	p.mu.Lock()
	if _, broken := p.refusal.(*BrokenError); broken || p.gone {
		p.mu.Unlock()
		return false
	}
	p.closed = true
	p.refusal = err // in CPython, too, broken comes before shut down
	drained := p.drain()
	gone := p.settleDown()
	p.mu.Unlock()
	if p.opts.Events.Broken != nil {
		contain(p, func() { p.opts.Events.Broken(err) })
	}
	for j := drained; j != nil; {
		c := j.node()
		next := c.link
		c.link = nil
		j.fail(err)
		j = next
	}
	if gone {
		p.finish()
	}
	return true
}

// Err returns why the pool takes no tasks: an error that matches ErrShutdown or ErrBroken, or nil if it is open.
func (p *Pool) Err() error {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.refusal
}

// abort is called when the parent context has ended: by the context, in a goroutine of its own, and by whoever notices before,
// so that nothing is accepted or started after the end.
func (p *Pool) abort() {
	p.mu.Lock()
	p.close(&abortError{context.Cause(p.ctx)})
	drained := p.drain()
	gone := p.settleDown()
	p.mu.Unlock()
	cancelAll(drained)
	if gone {
		p.finish()
	}
}

// abortError is the refusal of a pool whose context has ended.
type abortError struct{ cause error }

func (e *abortError) Error() string   { return ErrShutdown.Error() + ": " + e.cause.Error() }
func (e *abortError) Unwrap() []error { return []error{ErrShutdown, e.cause} }

// close refuses further tasks. p.mu is held.
func (p *Pool) close(why error) {
	if !p.closed {
		p.closed = true
		p.refusal = why
	}
}

// drain empties the queue and returns the chain of its tasks. p.mu is held.
func (p *Pool) drain() job {
	j := p.head
	p.head, p.tail, p.queued = nil, nil, 0
	return j
}

// cancelAll cancels and notifies a drained chain, so that nobody waits for it for ever. CPython 3.13 leaves the futures
// cancelled but not notified, and wait hangs on them.
func cancelAll(j job) {
	for j != nil {
		c := j.node()
		next := c.link
		c.link = nil
		c.cancel()
		c.start() // CANCELLED to CANCELLED_AND_NOTIFIED
		j = next
	}
}

// settleDown tells the waiters of Wait if nothing is left to do and, if the pool is closed, sends idle workers home. It
// returns true once in a pool's life, when rule 5 holds: then the caller calls finish after unlocking. p.mu is held.
func (p *Pool) settleDown() bool {
	if p.queued > 0 {
		return false
	}
	if p.busy == 0 && p.quiet != nil {
		close(p.quiet)
		p.quiet = nil
	}
	if !p.closed {
		return false
	}
	for i, w := range p.idle {
		w.quit = true
		p.active++
		w.signal()
		p.idle[i] = nil
	}
	p.idle = p.idle[:0]
	if len(p.workers) > 0 || p.gone {
		return false
	}
	p.gone = true
	return true
}

// finish ends a pool of which nothing is left.
func (p *Pool) finish() {
	if p.mortal {
		p.unhook()
	}
	p.cancel(ErrShutdown)
	p.ReportUnretrieved()
	close(p.stopped)
}

// Stats is a snapshot of a pool.
type Stats struct {
	Queued  int // tasks in the queue, cancelled ones that have not been dropped included
	Running int // tasks that have started and are not done, including those that wait
	Workers int // goroutines
	Idle    int // workers without a task
	Lent    int // workers that wait for a future and have lent their place
}

// Stats returns a snapshot of the pool.
func (p *Pool) Stats() Stats {
	p.mu.Lock()
	defer p.mu.Unlock()
	return Stats{Queued: p.queued, Running: p.busy, Workers: len(p.workers), Idle: len(p.workers) - p.busy, Lent: p.lent}
}
