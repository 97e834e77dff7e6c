package pool

// This file defines what a task is (Runner), its handle (Task), and the contexts that tie a goroutine to its task.

import (
	"context"
	"fmt"
	"time"
)

// Runner is a task. A pool calls Run once, on one of its workers, unless the task is cancelled before.
//
// A Runner may also implement Named and Located. A program that makes a struct for each task anyway submits it as a Runner
// and pays for neither a closure nor the diagnosis.
type Runner[T any] interface {
	Run(ctx context.Context) (T, error)
}

// Named is an optional interface of a Runner: the name that diagnoses use for the task. Like Located it is asked from any
// goroutine, perhaps while the task runs.
type Named interface{ TaskName() string }

// Located is an optional interface of a Runner: where the task was submitted, such as "crawl.py:12". It is asked only when
// a diagnosis is written, from any goroutine, perhaps while the task runs.
type Located interface{ SubmittedAt() string }

// RunnerFunc makes a func a Runner. The conversion does not allocate.
type RunnerFunc[T any] func(ctx context.Context) (T, error)

// Run calls the func.
func (fn RunnerFunc[T]) Run(ctx context.Context) (T, error) { return fn(ctx) }

// Describe returns a Runner that calls fn and has a name and, if where is not nil, tells where it was submitted. where is
// called only when a diagnosis is written.
func Describe[T any](name string, where func() string, fn func(ctx context.Context) (T, error)) Runner[T] {
	return &described[T]{fn: fn, name: name, where: where}
}

type described[T any] struct {
	fn    func(context.Context) (T, error)
	name  string
	where func() string
}

func (d *described[T]) Run(ctx context.Context) (T, error) { return d.fn(ctx) }
func (d *described[T]) TaskName() string                   { return d.name }
func (d *described[T]) SubmittedAt() string {
	if d.where == nil {
		return ""
	}
	return d.where()
}

// Task is the handle of a task in a pool. It shares the memory of the task's future, so having one costs nothing. A wait
// that is made in a task's name takes either its context or the handle.
//
// Its methods are safe for concurrent use.
type Task core

// TaskInfo describes a task at one moment.
type TaskInfo struct {
	Number    uint32 // the how-manieth task of its pool, from 1
	Name      string // of Named, otherwise "task 7"
	Submitted string // of Located, otherwise empty
	Pool      string // the pool's name
	Payload   any    // the Runner; nil once the task is done
}

// String returns the task's name and, where known, the place of its submit.
func (i TaskInfo) String() string {
	s := i.Name
	if i.Submitted != "" {
		s += " (submitted at " + i.Submitted + ")"
	}
	return s
}

// Number returns which task of its pool it is, in order of submission, from 1. It is 0 for a manual future.
func (t *Task) Number() uint32 { return t.number }

// State returns the state of the task's future.
func (t *Task) State() State { return (*core)(t).state() }

// Pool returns the pool that the task was submitted to.
func (t *Task) Pool() *Pool { return t.pool }

// Worker returns the worker that runs the task. It must be called only by the task itself, or by an event of it from
// TaskStarted on.
func (t *Task) Worker() *Worker { return (*core)(t).worker() }

// Payload returns the Runner that was submitted. It returns nil once the task is done: the pool lets go of it then, so that
// what it captured can be collected.
func (t *Task) Payload() any { return (*core)(t).payload() }

// Name returns the name that the Runner gives itself if it is Named and not done, otherwise "task 7" with its number.
func (t *Task) Name() string { return t.Info().Name }

// Info returns a description of the task. It calls the Runner's TaskName and SubmittedAt.
func (t *Task) Info() TaskInfo { return describe((*core)(t), t.Payload()) }

// describe calls code of the user's: no lock of this package may be held.
func describe(c *core, payload any) (info TaskInfo) {
	info = TaskInfo{Number: c.number, Payload: payload}
	if c.pool != nil {
		info.Pool = c.pool.opts.Name
	}
	defer func() {
		if v := recover(); v != nil { // a diagnosis must not make things worse
			info.Name = fmt.Sprintf("task %d (its name panicked: %v)", c.number, v)
		}
	}()
	if n, ok := payload.(Named); ok {
		info.Name = n.TaskName()
	}
	if l, ok := payload.(Located); ok {
		info.Submitted = l.SubmittedAt()
	}
	switch {
	case info.Name != "":
	case c.number == 0:
		info.Name = "a future settled by hand"
	default:
		info.Name = fmt.Sprintf("task %d", c.number)
	}
	return info
}

// taskContext is the context that a task runs with: the pool's context, and the task. It is the future's own memory under
// another name, so it costs no allocation, and it tells tasks apart even when it outlives its task.
type taskContext core

func (c *taskContext) Deadline() (time.Time, bool) { return c.pool.ctx.Deadline() }
func (c *taskContext) Done() <-chan struct{}       { return c.pool.ctx.Done() }
func (c *taskContext) Err() error                  { return c.pool.ctx.Err() }
func (c *taskContext) Value(key any) any {
	if _, ok := key.(partyKey); ok {
		return (*Task)(c)
	}
	return c.pool.ctx.Value(key)
}

// partyKey is the key under which a context holds the *Task or *Worker that waits with it.
type partyKey struct{}

// party is who makes a wait. task is nil if nobody, or a task that is done, does: such a wait is no part of the graph.
// worker is whose place can be lent.
type party struct {
	task   *core
	worker *Worker
}

func partyOf(ctx context.Context) party {
	switch v := ctx.Value(partyKey{}).(type) {
	case *Task:
		return partyOfTask(v)
	case *Worker:
		return party{worker: v}
	}
	return party{}
}

func partyOfTask(t *Task) party {
	c := (*core)(t)
	// A done task waits for nothing: its context has outlived it.
	if c == nil || c.state() != Running {
		return party{}
	}
	return party{task: c, worker: c.worker()}
}

// CurrentTask returns the task whose context ctx is or derives from, or nil.
func CurrentTask(ctx context.Context) *Task {
	t, _ := ctx.Value(partyKey{}).(*Task)
	return t
}

// CurrentWorker returns the worker on which ctx's task runs, or whose context ctx is or derives from, or nil. It must be
// called while the task runs.
func CurrentWorker(ctx context.Context) *Worker {
	switch v := ctx.Value(partyKey{}).(type) {
	case *Task:
		return (*core)(v).worker()
	case *Worker:
		return v
	}
	return nil
}

// WithTask returns a context whose waits are made in the name of t. A nil t detaches, as Detach does.
func WithTask(ctx context.Context, t *Task) context.Context {
	if t == nil {
		return Detach(ctx)
	}
	return partyContext{ctx, t}
}

// Detach returns a context whose waits are nobody's: they lend no worker's place and are no part of a cycle. Use it for a
// goroutine that a task starts and does not wait for. Cancellation and values are ctx's.
func Detach(ctx context.Context) context.Context { return partyContext{ctx, nil} }

type partyContext struct {
	context.Context
	party any
}

func (c partyContext) Value(key any) any {
	if _, ok := key.(partyKey); ok {
		return c.party
	}
	return c.Context.Value(key)
}
