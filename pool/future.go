package pool

// This file defines Future.

import (
	"context"
	"fmt"
)

// Future is the outcome of a task, now or later. Its zero value is a pending future, to be settled by hand with SetResult
// or SetError; Submit returns one that a pool settles. A Future must not be copied.
//
// Its methods are safe for concurrent use and follow concurrent.futures.Future of CPython 3.13.
type Future[T any] struct {
	value T
	core
}

// Awaitable is a future of any type: a *Future[T], or a pointer to a struct that embeds one.
type Awaitable interface {
	State() State
	node() *core
}

// NewFuture returns a pending future that the caller settles by hand.
func NewFuture[T any]() *Future[T] { return new(Future[T]) }

// NewFutureOf returns a pending future that the caller settles by hand and whose work is done by owner: a thread that is no
// pool's, say. Owner may be Named and Located, for diagnoses; it is let go of when the future is done. Once the future is
// running, its Task can make waits (WithTask, ResultFrom), so that cycles through the owner are found.
func NewFutureOf[T any](owner any) *Future[T] {
	f := new(Future[T])
	f.slot = owner
	return f
}

// State returns the future's state.
func (f *Future[T]) State() State { return f.state() }

// Cancelled reports whether the future was cancelled.
func (f *Future[T]) Cancelled() bool {
	s := f.state()
	return s == Cancelled || s == CancelledAndNotified
}

// Running reports whether the task runs now.
func (f *Future[T]) Running() bool { return f.state() == Running }

// IsDone reports whether the future is finished or cancelled.
func (f *Future[T]) IsDone() bool { return f.state().Done() }

// Task returns the handle of the future's task. It is never nil; a manual future's handle has number 0.
func (f *Future[T]) Task() *Task { return (*Task)(&f.core) }

// String returns the state and, if finished, the kind of the outcome.
func (f *Future[T]) String() string {
	switch s := f.state(); {
	case s != Finished:
		return fmt.Sprintf("future %s", s)
	case f.slot != nil:
		return fmt.Sprintf("future %s with error %v", s, f.slot)
	default:
		return fmt.Sprintf("future %s with %T", s, f.value)
	}
}

// Cancel cancels the future if it has not started. It returns false if it runs or is finished, true if it is cancelled
// now, also if it was before. Callbacks run in the calling goroutine.
func (f *Future[T]) Cancel() bool { return f.cancel() }

// Done returns a channel that is closed when the future is finished or cancelled. The channel is made by the first call,
// so a future that nobody waits for with Done has none.
func (f *Future[T]) Done() <-chan struct{} {
	if f.state().Done() {
		return closedChan
	}
	x := f.extra()
	x.mu.Lock()
	defer x.mu.Unlock()
	switch {
	case f.state().Done():
		return closedChan
	case x.done == nil:
		x.done = make(chan struct{})
	}
	return x.done
}

// Wait blocks until the future is finished or cancelled and returns nil, whatever the outcome. Otherwise it returns a
// *WaitError if ctx ends first, or a *DeadlockError if ctx is a task's and the wait would close a cycle of waiting tasks.
// A future that is done is never an error, even if ctx has ended.
func (f *Future[T]) Wait(ctx context.Context) error {
	if f.state().Done() {
		return nil
	}
	return f.wait(ctx, partyOf(ctx))
}

// WaitFrom is Wait in the name of the task t, whatever ctx says. t may be nil: then the wait is nobody's.
func (f *Future[T]) WaitFrom(ctx context.Context, t *Task) error {
	if f.state().Done() {
		return nil
	}
	return f.wait(ctx, partyOfTask(t))
}

// Result waits as Wait does and returns the outcome: the task's value and error, as the task returned them, or ErrCancelled.
// If the wait itself ends early it returns its error (see Wait).
func (f *Future[T]) Result(ctx context.Context) (T, error) {
	if err := f.Wait(ctx); err != nil {
		var zero T
		return zero, err
	}
	return f.outcome()
}

// ResultFrom is Result in the name of the task t, whatever ctx says.
func (f *Future[T]) ResultFrom(ctx context.Context, t *Task) (T, error) {
	if err := f.WaitFrom(ctx, t); err != nil {
		var zero T
		return zero, err
	}
	return f.outcome()
}

// Err is Result without the value.
func (f *Future[T]) Err(ctx context.Context) error {
	_, err := f.Result(ctx)
	return err
}

// TryResult returns the outcome and true if the future is done. Otherwise it returns false at once.
func (f *Future[T]) TryResult() (value T, done bool, err error) {
	if !f.state().Done() {
		return value, false, nil
	}
	value, err = f.outcome()
	return value, true, err
}

// Peek is TryResult without counting as a retrieval: the error is still reported to Options.Unretrieved.
func (f *Future[T]) Peek() (value T, done bool, err error) {
	switch s := f.state(); {
	case s == Finished:
		return f.value, true, f.error()
	case s.Done():
		return value, true, ErrCancelled
	}
	return value, false, nil
}

// error returns the error of a finished future.
func (f *Future[T]) error() error {
	if f.slot == nil {
		return nil
	}
	return f.slot.(error)
}

func (f *Future[T]) outcome() (T, error) {
	if f.state() != Finished {
		var zero T
		return zero, ErrCancelled
	}
	if f.slot == nil {
		return f.value, nil
	}
	if f.word.Load()&retrieved == 0 { // most errors are looked at once, successes never get here
		f.word.Or(retrieved)
		f.retrieve()
	}
	return f.value, f.error()
}

// OnDone calls fn with the future when it is done: at once, in the calling goroutine, if it is, otherwise in the goroutine that
// settles or cancels it, after those who wait have been woken. Callbacks run in the order in which they were added. A panic
// in one is contained and reported (EventListener.CallbackPanicked, HandleStrayPanics), and the rest run.
func (f *Future[T]) OnDone(fn func(*Future[T])) {
	if !f.state().Done() {
		x := f.extra()
		x.mu.Lock()
		if !f.state().Done() {
			x.callbacks = append(x.callbacks, func() { fn(f) })
			x.mu.Unlock()
			return
		}
		x.mu.Unlock()
	}
	contain(f.pool, func() { fn(f) })
}

// SetRunningOrNotifyCancel marks a manual future as running and returns true; if it was cancelled it marks it as notified
// and returns false: the work must not be done. In any other state it returns an *InvalidStateError.
func (f *Future[T]) SetRunningOrNotifyCancel() (bool, error) {
	switch s := f.start(); s {
	case Pending:
		return true, nil
	case Cancelled:
		return false, nil
	default:
		return false, &InvalidStateError{Op: "set running", State: s}
	}
}

// SetResult finishes the future with a value. It returns an *InvalidStateError if the future is done.
func (f *Future[T]) SetResult(value T) error { return f.settle("set result", value, nil, nil) }

// SetError finishes the future with an error, which must not be nil. It returns an *InvalidStateError if the future is done.
func (f *Future[T]) SetError(err error) error {
	if err == nil {
		panic("pool: SetError with a nil error")
	}
	var zero T
	return f.settle("set error", zero, err, nil)
}

// settle finishes the future. lost, if not nil, is tracked until someone retrieves the error.
func (f *Future[T]) settle(op string, value T, err error, lost *failure) error {
	s, ok := f.claim(true)
	if !ok {
		return &InvalidStateError{Op: op, State: s}
	}
	if lost != nil {
		lost.track(&f.core)
	}
	f.value = value
	if err != nil {
		f.slot = err
	} else {
		f.slot = nil // lets go of the Runner and what it captured
	}
	f.publish(s, Finished)
	f.announce()
	return nil
}

// fail settles a task that was taken from the queue and will not run: its pool broke.
func (f *Future[T]) fail(err error) {
	if f.start() == Pending {
		if p := f.pool; p != nil && p.opts.Events.TaskFailed != nil {
			contain(p, func() { p.opts.Events.TaskFailed(f.Task(), err) })
		}
		var zero T
		_ = f.settle("", zero, err, nil) // one who settled it by hand meanwhile was first
	}
}

// run runs the task on w, which has taken it from the queue.
func (f *Future[T]) run(w *Worker) {
	f.link = w // rule 5 of core.go
	if f.start() != Pending {
		return // cancelled, and notified now; or settled by hand
	}
	f.call(w)
}

func (f *Future[T]) call(w *Worker) {
	events := &w.pool.opts.Events
	var (
		value    T
		err      error
		returned bool
	)
	defer func() {
		if !returned {
			if v := recover(); v != nil {
				err = newPanicError(v)
			} else {
				err = ErrGoexit // the goroutine ends after this; Worker.main starts another
			}
		}
		if err == nil {
			if events.TaskFinished != nil {
				contain(w.pool, func() { events.TaskFinished(f.Task()) })
			}
		} else if events.TaskFailed != nil {
			contain(w.pool, func() { events.TaskFailed(f.Task(), err) })
		}
		var lost *failure
		if err != nil && w.pool.opts.Unretrieved != nil {
			lost = newFailure(&f.core, err)
		}
		_ = f.settle("", value, err, lost) // one who settled it by hand meanwhile was first
	}()
	if events.TaskStarted != nil {
		contain(w.pool, func() { events.TaskStarted(f.Task()) })
	}
	ctx := (*taskContext)(&f.core)
	// The concrete type first: an assertion to an interface type is several times dearer.
	if fn, ok := f.slot.(RunnerFunc[T]); ok {
		value, err = fn(ctx)
	} else {
		value, err = f.slot.(Runner[T]).Run(ctx)
	}
	returned = true
}
