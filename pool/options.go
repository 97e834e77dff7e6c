package pool

// This file defines Options and EventListener.

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"time"
)

// Options is what New makes a pool from. The zero value is usable.
type Options struct {
	// MaxWorkers is how many tasks run at once. A worker that waits for a future of its own pool does not count meanwhile.
	// Default: min(32, runtime.NumCPU()+4), as in CPython 3.13.
	MaxWorkers int

	// Name names the pool in errors and diagnoses. Default: "pool".
	Name string

	// Context is the parent of every task's context. When it ends, running tasks see it, pending futures are cancelled and
	// notified, and the pool takes no more tasks. Default: context.Background().
	Context context.Context

	// WorkerStart, if set, is called on each new worker's goroutine before anything else, to attach what a worker needs
	// (Worker.SetValue). Its failure breaks the pool as the Initializer's does. Default: none.
	WorkerStart func(*Worker) error

	// WorkerStop, if set, is called on each worker's goroutine as its last act, if its WorkerStart succeeded. Default: none.
	WorkerStop func(*Worker)

	// Initializer, if set, is called on each worker's goroutine after WorkerStart and before its first task. If it returns an
	// error or panics the pool is broken (see Pool.Break). Default: none.
	Initializer func(*Worker) error

	// IdleTimeout is how long an idle worker is kept. Zero keeps idle workers until the pool is shut down, as CPython
	// does; a negative one lets a worker end as soon as it is idle. Default: 0.
	IdleTimeout time.Duration

	// Events is told of what happens in the pool. Default: nothing is told, at no cost.
	Events EventListener

	// Unretrieved, if set, is called once for each task that failed and whose error nobody has asked for: when its future is
	// collected as garbage, when the pool has stopped, or when asked with Pool.ReportUnretrieved. It may be called from any
	// goroutine. Default: none, and failures are not tracked.
	Unretrieved func(Failure)
}

// DefaultMaxWorkers is the MaxWorkers of a pool that states none: min(32, runtime.NumCPU()+4).
func DefaultMaxWorkers() int { return min(32, runtime.NumCPU()+4) }

// EnsureDefaults fills in the fields that are not set. New calls it.
func (o *Options) EnsureDefaults() {
	if o.MaxWorkers == 0 {
		o.MaxWorkers = DefaultMaxWorkers()
	}
	if o.Name == "" {
		o.Name = "pool"
	}
	if o.Context == nil {
		o.Context = context.Background()
	}
}

// Validate reports everything that is wrong with the options, joined, or nil. New calls it.
func (o *Options) Validate() error {
	var errs []error
	if o.MaxWorkers < 0 {
		errs = append(errs, fmt.Errorf("pool: MaxWorkers is %d, must not be negative", o.MaxWorkers))
	}
	return errors.Join(errs...)
}

// EventListener is a set of optional funcs that a pool calls as things happen. They are called synchronously, without a
// lock held, possibly from several goroutines at once, and should be quick. A panic in one is contained and reported to
// CallbackPanicked. A *Task handed to one must not be waited for in it.
type EventListener struct {
	// TaskSubmitted is called by the submitter after the task was queued: it may be running already.
	TaskSubmitted func(*Task)
	// TaskStarted, TaskFinished and TaskFailed are called by the worker; the latter two just before the outcome is
	// published, so whoever sees the outcome knows that the event has been told. A task that is queued when its pool
	// breaks fails without a start; then the caller of Break calls TaskFailed.
	TaskStarted  func(*Task)
	TaskFinished func(*Task)
	TaskFailed   func(*Task, error)
	// TaskCancelled is called by who cancels a pending task.
	TaskCancelled func(TaskInfo)
	// WorkerStarted and WorkerStopped are called on the worker's goroutine.
	WorkerStarted func(*Worker)
	WorkerStopped func(*Worker)
	// Deadlock is called by the wait that closed a cycle, with the error that it then returns.
	Deadlock func(*DeadlockError)
	// Broken is called once, when the pool breaks.
	Broken func(*BrokenError)
	// CallbackPanicked is called with a panic in a done callback, in another func of this listener or in WorkerStop.
	// Default: HandleStrayPanics' handler.
	CallbackPanicked func(*PanicError)
}
