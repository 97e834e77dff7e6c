package futures

// This file defines Listener, which a host is told of tasks and workers by.

import (
	"errors"
	"sync/atomic"
	"time"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/pool"
)

// A Listener is a set of optional functions that are told of what happens in the
// executors of an interpreter, of those in its worker isolates too.
//
// They are called at once by the goroutine in which it happens, by several at the
// same time, and those of tasks that a script submits or cancels while that script
// holds the interpreter's lock. So a function must return soon and must not call
// the interpreter. A panic in one is contained.
type Listener struct {
	// TaskSubmitted is called after the task was queued; it may be running already.
	TaskSubmitted func(TaskEvent)
	// TaskStarted is called by the worker before the task begins.
	TaskStarted func(TaskEvent)
	// TaskFinished and TaskFailed are called just before the outcome is published.
	// A task that its pool gives up as it breaks fails without a start.
	TaskFinished func(TaskEvent)
	TaskFailed   func(TaskEvent)
	// TaskCancelled is called for a task that will not start.
	TaskCancelled func(TaskEvent)
	// WorkerStarted and WorkerStopped are called on the worker's goroutine.
	WorkerStarted func(WorkerEvent)
	WorkerStopped func(WorkerEvent)
	// PoolBroken is called when an executor becomes unusable.
	PoolBroken func(PoolEvent)
	// Deadlock is called by the wait that closed a cycle of tasks that wait for each
	// other, and that fails for it.
	Deadlock func(DeadlockEvent)
	// Unretrieved is called for a task that failed and whose exception nobody asked
	// for.
	Unretrieved func(TaskEvent)
}

// A TaskEvent describes a task of an executor.
type TaskEvent struct {
	Executor  string // its name, such as "ThreadPoolExecutor-0"
	Kind      string // "thread", "process" or "interpreter"
	Task      uint32 // which task of its executor it is, from 1
	Function  string // the qualified name of what it calls
	Submitted string // where, as file:line; empty if it is not known
	Worker    int    // the index of the worker that runs it, from TaskStarted on; -1 before

	Queued time.Duration // how long it waited for a worker, from TaskStarted on
	Run    time.Duration // how long it ran, in TaskFinished and TaskFailed
	Err    error         // in TaskFailed and Unretrieved: a *TaskError, or why it could not run
}

// A WorkerEvent describes a worker of an executor.
type WorkerEvent struct {
	Executor string
	Kind     string
	Worker   int // the index, from 0, never used again
}

// A PoolEvent describes an executor.
type PoolEvent struct {
	Executor string
	Kind     string
	Err      error
}

// A DeadlockEvent describes a cycle: each task waits for the next.
type DeadlockEvent struct {
	Executor string
	Kind     string
	Tasks    []TaskEvent
	Err      error
}

// A TaskError is the exception with which a task failed.
type TaskError struct {
	Class   string
	Message string // str(exception), without running the script's code
}

// Error returns the last line of a traceback.
func (e *TaskError) Error() string {
	if e.Message == "" {
		return e.Class
	}
	return e.Class + ": " + e.Message
}

// ListenerIn is the listener of an isolate, nil for none. The host sets it.
var ListenerIn = isolate.NewKey(func(*isolate.Isolate) *Listener { return nil })

// A record is what a future keeps for the limit of queued tasks and for a
// listener. There is none if there is neither.
type record struct {
	function, at       string
	submitted, started time.Time
	worker             int
	failed             error
	queued             atomic.Bool // it counts as queued
}

// enqueue notes that f is about to be queued. The lock is held.
func (x *executor) enqueue(f *future) error {
	budget := x.iso.Budget()
	limited := budget.Max(isolate.Queued) > 0
	if !limited && x.listener == nil {
		return nil
	}
	f.record = &record{worker: -1}
	if x.listener != nil {
		f.record.function, f.record.at, f.record.submitted = f.TaskName(), f.SubmittedAt(), time.Now()
	}
	if limited {
		if err := budget.Use(isolate.Queued, 1); err != nil {
			return &object.Cancellation{Err: err}
		}
		f.record.queued.Store(true)
	}
	return nil
}

// dequeued notes that f is no longer queued.
func (x *executor) dequeued(f *future) {
	if r := f.record; r != nil && r.queued.CompareAndSwap(true, false) {
		x.iso.Budget().Free(isolate.Queued, 1)
	}
}

// listen connects the engine's events with the listener and the limits.
func (x *executor) listen(t *isolate.Thread, opts *pool.Options) {
	x.listener = ListenerIn.In(t.Isolate())
	on := &opts.Events
	if x.iso.Budget().Max(isolate.Queued) > 0 {
		on.TaskStarted = func(task *pool.Task) { x.dequeued(taskFuture(task.Payload())) }
		on.TaskFailed = func(task *pool.Task, _ error) { x.dequeued(taskFuture(task.Payload())) }
		on.TaskCancelled = func(info pool.TaskInfo) { x.dequeued(taskFuture(info.Payload)) }
	}
	l := x.listener
	if l == nil {
		return
	}
	if l.TaskSubmitted != nil {
		on.TaskSubmitted = func(task *pool.Task) {
			if f := x.submitting; f != nil {
				// The worker may be writing the rest of the record.
				r := f.record
				l.TaskSubmitted(TaskEvent{Executor: x.prefix, Kind: x.kindName(), Task: task.Number(), Function: r.function, Submitted: r.at, Worker: -1})
			}
		}
	}
	on.TaskStarted = func(task *pool.Task) {
		f := taskFuture(task.Payload())
		x.dequeued(f)
		f.record.started, f.record.worker = time.Now(), task.Worker().Index()
		if l.TaskStarted != nil {
			l.TaskStarted(x.event(f, task.Number()))
		}
	}
	if l.TaskFinished != nil {
		on.TaskFinished = func(task *pool.Task) { l.TaskFinished(x.ended(task)) }
	}
	on.TaskFailed = func(task *pool.Task, err error) {
		f := taskFuture(task.Payload())
		x.dequeued(f)
		if f.record.failed == nil {
			f.record.failed = err
		}
		if l.TaskFailed != nil {
			l.TaskFailed(x.ended(task))
		}
	}
	on.TaskCancelled = func(info pool.TaskInfo) {
		f := taskFuture(info.Payload)
		x.dequeued(f)
		if l.TaskCancelled != nil {
			l.TaskCancelled(x.event(f, info.Number))
		}
	}
	if l.WorkerStarted != nil {
		on.WorkerStarted = func(w *pool.Worker) { l.WorkerStarted(WorkerEvent{x.prefix, x.kindName(), w.Index()}) }
	}
	if l.WorkerStopped != nil {
		on.WorkerStopped = func(w *pool.Worker) { l.WorkerStopped(WorkerEvent{x.prefix, x.kindName(), w.Index()}) }
	}
	if l.PoolBroken != nil {
		on.Broken = func(err *pool.BrokenError) { l.PoolBroken(PoolEvent{x.prefix, x.kindName(), err}) }
	}
	if l.Deadlock != nil {
		on.Deadlock = func(err *pool.DeadlockError) {
			e := DeadlockEvent{Executor: x.prefix, Kind: x.kindName(), Err: err}
			for _, task := range err.Tasks {
				if f := taskFuture(task.Payload); f != nil && f.record != nil {
					e.Tasks = append(e.Tasks, f.executor.event(f, task.Number))
				} else {
					e.Tasks = append(e.Tasks, TaskEvent{Executor: task.Pool, Task: task.Number, Function: task.Name, Submitted: task.Submitted, Worker: -1})
				}
			}
			l.Deadlock(e)
		}
	}
}

// taskFuture returns the future that is a task's payload.
func taskFuture(payload any) *future {
	f, _ := payload.(*future)
	return f
}

func (x *executor) kindName() string {
	if x.remote == nil {
		return "thread"
	}
	if x.remote.process {
		return "process"
	}
	return "interpreter"
}

func (x *executor) event(f *future, number uint32) TaskEvent {
	r := f.record
	e := TaskEvent{Executor: x.prefix, Kind: x.kindName(), Task: number, Function: r.function, Submitted: r.at, Worker: r.worker}
	if !r.started.IsZero() {
		e.Queued = r.started.Sub(r.submitted)
	}
	return e
}

// ended is the event of a task that has run, or failed without.
func (x *executor) ended(task *pool.Task) TaskEvent {
	f := taskFuture(task.Payload())
	e := x.event(f, task.Number())
	if !f.record.started.IsZero() {
		e.Run = time.Since(f.record.started)
	}
	e.Err = f.record.failed
	return e
}

// failing notes with what the task of f fails, while the lock is held.
func (f *future) failing(err error) {
	if f.record == nil || err == nil || f.executor.listener == nil {
		return
	}
	var te *taskError
	if !errors.As(err, &te) {
		f.record.failed = err
		return
	}
	f.record.failed = taskErrorOf(te.exc)
}

func taskErrorOf(exc *object.Instance) *TaskError {
	e := &TaskError{Class: exc.Class().FullName()}
	text := object.DescribeException(exc)
	if name := len(e.Class) + len(": "); len(text) > name && text[:len(e.Class)] == e.Class {
		e.Message = text[name:]
	} else if text != e.Class {
		e.Message = text
	}
	return e
}

// tell tells the listener of a failure that nobody asked for. The lock is
// held.
func (u unasked) tell(te *taskError) {
	l := u.executor.listener
	if l == nil || l.Unretrieved == nil {
		return
	}
	defer func() {
		_ = recover() // as in the engine, a listener's panic is its own
	}()
	l.Unretrieved(TaskEvent{
		Executor: u.executor.prefix, Kind: u.executor.kindName(), Task: u.failure.Task.Number,
		Function: u.failure.Task.Name, Submitted: u.failure.Task.Submitted, Worker: -1, Err: taskErrorOf(te.exc),
	})
}

// useThread takes a thread, or a worker in a heap of its own, of the limits.
func useThread(iso *isolate.Isolate) error {
	if err := iso.Budget().Use(isolate.Threads, 1); err != nil {
		return &object.Cancellation{Err: err}
	}
	return nil
}
