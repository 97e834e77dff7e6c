package isolate

// This file defines Thread.

import (
	"context"
	"sync"
	"sync/atomic"
	"time"

	"go.starlark.net/starlark"
)

// The number of interpreter steps between two looks at the world (other threads,
// interrupts, depth). It is maxQuantum, a few tens of microseconds, where steps
// are cheap. Where they are long calls of built-ins, it shrinks, so that another
// thread does not wait for thousands of them.
const (
	minQuantum   = 4
	firstQuantum = 64
	maxQuantum   = 1000
	// A quantum that took more is followed by a shorter one.
	longQuantum = 2 * time.Millisecond
)

// localKey is the starlark thread-local that leads back to the Thread.
const localKey = "starpool.thread"

// A Thread is a script thread: what a script sees through the threading
// module. It runs on one goroutine at a time, though a generator's body runs
// on a goroutine of its own in the thread's name.
type Thread struct {
	iso  *Isolate
	id   int64
	Name string // guarded by the isolate's lock

	// Locals holds what other packages attach to a thread (the exception
	// that is being handled, the task it runs, …). Guarded by the lock.
	Locals map[any]any

	// Hidden counts the frames on the call stack that no Python user would
	// count (made by lowering, or bound methods), so that the depth limit
	// speaks of calls in the script. Owned by the running goroutine.
	Hidden int

	goDepth int

	ticks   uint32 // calls of Tick; the running goroutine's
	repring map[uintptr]bool

	inner *starlark.Thread // the innermost starlark thread; guarded by the lock

	quantum uint64    // the present one; the holder's
	looked  time.Time // when it began

	scope *Scope // guarded by the lock

	pending error // an error waiting to be raised at the next step; the holder's

	exited  atomic.Bool
	outside atomic.Bool                     // whether interrupt is set
	running atomic.Pointer[starlark.Thread] // inner, for those without the lock

	mu        sync.Mutex
	interrupt error            // raised from another goroutine
	stopped   *starlark.Thread // what interrupt has cancelled
	blockCtx  context.Context
	blockStop context.CancelCauseFunc
}

// NewThread returns a thread that has not run yet. Call Acquire before it runs
// script code, and Exit when it is over.
func (iso *Isolate) NewThread(name string) *Thread {
	t := &Thread{iso: iso, Name: name, quantum: firstQuantum}
	iso.mu.Lock()
	iso.nextID++
	t.id = iso.nextID
	iso.threads[t.id] = t
	iso.mu.Unlock()
	t.blockCtx, t.blockStop = context.WithCancelCause(iso.ctx)
	t.inner = t.newStarlark(name)
	t.running.Store(t.inner)
	if iso.Hooks.Thread != nil {
		iso.Hooks.Thread(t)
	}
	return t
}

func (t *Thread) newStarlark(name string) *starlark.Thread {
	st := &starlark.Thread{Name: name, OnMaxSteps: t.onQuantum}
	st.SetLocal(localKey, t)
	st.SetMaxExecutionSteps(t.quantum)
	if t.iso.budget != nil {
		t.meter(st)
	}
	return st
}

// Of returns the script thread that st runs for, or nil.
func Of(st *starlark.Thread) *Thread {
	t, _ := st.Local(localKey).(*Thread)
	return t
}

// Isolate returns the isolate the thread belongs to.
func (t *Thread) Isolate() *Isolate { return t.iso }

// ID is unique in the isolate, from 1 (the main thread).
func (t *Thread) ID() int64 { return t.id }

// Starlark returns the innermost starlark thread, the one to pass to
// starlark.Call.
func (t *Thread) Starlark() *starlark.Thread { return t.inner }

// Acquire takes the interpreter lock for t.
func (t *Thread) Acquire() {
	t.iso.acquire()
	t.iso.current = t
}

// Release gives the interpreter lock up.
func (t *Thread) Release() {
	t.iso.current = nil
	t.iso.release()
}

// Hide takes the thread off the isolate's list without ending it: it serves the
// implementation and is none that a script has made.
func (t *Thread) Hide() {
	t.iso.mu.Lock()
	delete(t.iso.threads, t.id)
	t.iso.mu.Unlock()
}

// Alive reports whether Exit has not been called.
func (t *Thread) Alive() bool { return !t.exited.Load() }

// Exit takes the thread off the isolate's list.
func (t *Thread) Exit() {
	t.exited.Store(true)
	t.iso.mu.Lock()
	delete(t.iso.threads, t.id)
	delete(t.iso.scoped, t)
	t.iso.mu.Unlock()
	t.mu.Lock()
	t.blockStop(nil)
	t.mu.Unlock()
}

// Coroutine returns a new starlark thread that runs in t's name: the body of a
// generator. Print and Load are those of t.
func (t *Thread) Coroutine(name string) *starlark.Thread {
	st := t.newStarlark(name)
	st.Print, st.Load = t.inner.Print, t.inner.Load
	return st
}

// Switch makes st the innermost starlark thread and returns the one that was.
// The caller must hold the lock, and must switch back.
func (t *Thread) Switch(st *starlark.Thread) (previous *starlark.Thread) {
	previous, t.inner = t.inner, st
	t.running.Store(st)
	if t.iso.budget != nil {
		t.count(previous, previous.Steps)
	}
	return previous
}

// Block runs fn without the interpreter lock: every built-in that waits (for
// time, a file, the network, a lock, a future) or computes for long without
// touching script values does so inside Block. fn must not touch script
// values. Its context ends when the thread is interrupted (Ctrl-C) or
// cancelled; fn should return then, with any error. Block returns the
// interrupt's error in that case, else fn's.
func (t *Thread) Block(fn func(context.Context) error) error {
	t.mu.Lock()
	ctx := t.blockCtx
	t.mu.Unlock()
	st := t.inner
	t.Release()
	// A panic must find the lock as it left it.
	defer func() {
		t.Acquire()
		t.inner, t.looked = st, time.Now()
	}()
	err := fn(ctx)
	if ctx.Err() != nil {
		if ierr := t.takeInterrupt(); ierr != nil {
			return ierr
		}
	}
	return err
}

// Unlocked runs fn without the interpreter lock, as Block does, for a host's code
// that watches no context: an interrupt comes up at the script's next step.
func (t *Thread) Unlocked(fn func()) {
	st := t.inner
	t.Release()
	defer func() {
		t.Acquire()
		t.inner, t.looked = st, time.Time{}
	}()
	fn()
}

// Interrupt makes err appear in t as soon as possible: at its next interpreter
// step, or at once in what Block waits for. It may be called from any goroutine. A
// second interrupt before the first was raised is dropped.
func (t *Thread) Interrupt(err error) {
	t.mu.Lock()
	defer t.mu.Unlock()
	if t.interrupt == nil {
		t.interrupt = err
		t.outside.Store(true)
		t.blockStop(err)
		// The step that this stops fails with go.starlark.net's word for it, and
		// whoever catches that finds err with Pending. If t has just gone to
		// another of its starlark threads, that one's next quantum takes err.
		t.stopped = t.running.Load()
		t.stopped.Cancel("interrupted")
	}
}

// takeInterrupt returns the error to raise if the thread was interrupted or
// its isolate cancelled, and makes the thread able to block again.
func (t *Thread) takeInterrupt() error {
	t.mu.Lock()
	defer t.mu.Unlock()
	err := t.interrupt
	if err != nil {
		t.interrupt = nil
		t.outside.Store(false)
		t.stopped.Uncancel()
		t.stopped = nil
		t.blockStop(nil)
		t.blockCtx, t.blockStop = context.WithCancelCause(t.iso.ctx)
		return err
	}
	if t.iso.ctx.Err() != nil {
		return t.cancelled()
	}
	return nil
}

func (t *Thread) cancelled() error {
	cause := context.Cause(t.iso.ctx)
	if t.iso.Hooks.Cancelled != nil {
		return t.iso.Hooks.Cancelled(t, cause)
	}
	return cause
}

// Raise makes err appear at the thread's next interpreter step. Go methods
// that go.starlark.net calls and that cannot return an error (Truth, Next,
// String) report through it. The caller must hold the lock. The first error
// wins until Pending takes it.
func (t *Thread) Raise(err error) {
	if err == nil || t.pending != nil {
		return
	}
	t.pending = err
	t.inner.Cancel("exception")
}

// Pending takes the error that Raise or Interrupt left, or nil. Whoever turns a failed
// starlark.Call into an exception asks here first: the call's own error is
// only go.starlark.net's word for having been stopped. The caller must hold
// the lock.
func (t *Thread) Pending() error {
	err := t.pending
	if err != nil {
		t.pending = nil
		t.inner.Uncancel()
		return err
	}
	if t.outside.Load() {
		return t.takeInterrupt()
	}
	return nil
}

// HasPending reports whether Raise left an error that Pending has not taken.
func (t *Thread) HasPending() bool { return t.pending != nil }

// Depth is the depth of the call stack in calls that the script made.
func (t *Thread) Depth() int { return t.inner.CallStackDepth() - t.Hidden }

// Check looks at the world for long-running Go code that holds the lock: it
// lets others run, and returns the error of an interrupt or cancellation.
func (t *Thread) Check() error {
	if err := t.look(); err != nil {
		return err
	}
	if t.iso.contended() {
		st := t.inner
		t.iso.yield()
		t.iso.current, t.inner, t.looked = t, st, time.Now()
	}
	return nil
}

// Give lets another thread have the lock if one waits for it.
func (t *Thread) Give() {
	if t.iso.waiting.Load() > 0 {
		st := t.inner
		t.iso.yield()
		t.iso.current, t.inner, t.looked = t, st, time.Now()
	}
}

// tickMask makes every 1024th Tick look.
const tickMask = 1<<10 - 1

// Tick is called for each item by Go code that may go on for long without a
// step of the interpreter. It returns the error of an interrupt, a cancellation or
// a limit. Unlike Check it lets no other thread run.
func (t *Thread) Tick() error {
	if t == nil {
		return nil
	}
	t.ticks++
	if t.ticks&tickMask != 0 {
		return nil
	}
	return t.look()
}

// Look is what a quantum's end does besides, for a thread whose calls nest so
// deeply: the limits of memory and depth, an interrupt, a cancellation.
func (t *Thread) Look(depth int) error {
	t.iso.budget.checkDepth(depth)
	return t.look()
}

func (t *Thread) look() error {
	if b := t.iso.budget; b != nil && b.max[Memory] != 0 {
		b.memory.tick(b)
		t.takeRound(b)
	}
	if t.outside.Load() || t.iso.ctx.Err() != nil {
		return t.takeInterrupt()
	}
	return nil
}

// measure adapts the quantum to the time that the last one took. Time spent
// waiting does not count.
func (t *Thread) measure() {
	now := time.Now()
	took := now.Sub(t.looked)
	first := t.looked.IsZero()
	t.looked = now
	switch {
	case first:
	case took > longQuantum:
		t.quantum = max(minQuantum, t.quantum/8)
	case took < longQuantum/4:
		t.quantum = min(maxQuantum, t.quantum*2)
	}
}

// onQuantum runs every quantum of steps, with the lock held.
func (t *Thread) onQuantum(st *starlark.Thread) {
	t.measure()
	if b := t.iso.budget; b != nil {
		t.count(st, st.Steps)
		b.checkDepth(t.Depth())
		st.SetMaxExecutionSteps(st.Steps + t.room(t.quantum))
	} else {
		st.SetMaxExecutionSteps(st.Steps + t.quantum)
	}
	if t.iso.hasFins.Load() {
		t.iso.RunDeferred(t)
	}
	if err := t.Check(); err != nil {
		t.Raise(err)
		return
	}
	if t.Depth() > t.iso.RecursionLimit && t.iso.Hooks.RecursionError != nil {
		t.Raise(t.iso.Hooks.RecursionError(t))
	}
}

// GoDepth points at the thread's count of nested Go operations on script values
// (repr, compare, copy of nested containers). The running goroutine's.
func (t *Thread) GoDepth() *int { return &t.goDepth }

// Repring is the set of containers whose repr the thread is making, by address.
func (t *Thread) Repring() map[uintptr]bool {
	if t.repring == nil {
		t.repring = make(map[uintptr]bool)
	}
	return t.repring
}
