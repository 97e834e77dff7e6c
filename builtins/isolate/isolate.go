package isolate

// This file defines Isolate.

import (
	"context"
	"io"
	"strings"
	"sync"
	"sync/atomic"
)

// DefaultRecursionLimit is the depth of script calls at which RecursionError
// is raised unless sys.setrecursionlimit says otherwise (CPython: 1000).
const DefaultRecursionLimit = 1000

// Hooks are the decisions that packages above this one make.
type Hooks struct {
	// RecursionError makes the error of a thread that is nested too deeply.
	RecursionError func(*Thread) error
	// Cancelled makes the error of a thread whose context ended. Scripts
	// cannot catch it.
	Cancelled func(*Thread, error) error
	// Unraisable reports an error that has nowhere to go (a finalizer's, a
	// generator's that was abandoned). nil drops it.
	Unraisable func(t *Thread, where string, err error)
	// Thread is called for each new Thread before it runs, to give its
	// starlark.Threads Print and Load functions and the like.
	Thread func(*Thread)
}

// An Isolate is one interpreter: one heap, one lock, its script threads, and
// the state that the modules keep for it. The zero value is not usable; call
// New. Its methods are safe for concurrent use except where they say that the
// caller must hold the lock.
type Isolate struct {
	lock
	current *Thread // the thread that holds the lock

	Hooks Hooks

	// The standard streams as the host gave them. sys.stdin and its kin are
	// built on them.
	Stdin  io.Reader
	Stdout io.Writer
	Stderr io.Writer

	// RecursionLimit is read and set with the lock held.
	RecursionLimit int

	// Held estimates how many bytes the script's values take, and may stop counting
	// at most. It is called with the lock held; nil: nobody can tell.
	Held     func(most int64) int64
	estimate estimate

	ctx    context.Context
	cancel context.CancelCauseFunc
	budget *Budget // nil: nothing is limited; set before anything runs

	mu        sync.Mutex // guards what follows; taken inside the lock, never around it
	main      *Thread
	threads   map[int64]*Thread
	scoped    map[*Thread]struct{} // those that run for a Scope
	nextID    int64
	closers   []func()
	finishers []func(*Thread, bool)
	collected []func(t *Thread)
	closed    bool

	state map[any]any // guarded by the lock

	signalHook atomic.Pointer[func(int) bool]

	pendingMu   sync.Mutex
	pendingFins []func(*Thread)
	hasFins     atomic.Bool
}

// New returns an isolate whose threads live until ctx ends or Close is called.
// Its streams hold and keep nothing until the host sets others.
func New(ctx context.Context) *Isolate {
	iso := &Isolate{
		Stdin: strings.NewReader(""), Stdout: io.Discard, Stderr: io.Discard,
		RecursionLimit: DefaultRecursionLimit,
		threads:        make(map[int64]*Thread),
		scoped:         make(map[*Thread]struct{}),
		state:          make(map[any]any),
	}
	iso.ctx, iso.cancel = context.WithCancelCause(ctx)
	iso.main = iso.NewThread("MainThread")
	return iso
}

// Main returns the thread that runs the program.
func (iso *Isolate) Main() *Thread { return iso.main }

// Context ends when the isolate is closed or its host cancels it.
func (iso *Isolate) Context() context.Context { return iso.ctx }

// Current returns the thread that holds the lock. The caller must be running
// on that thread; Go methods that go.starlark.net calls without a thread
// (Binary, Attr, Truth, Next…) find theirs so.
func (iso *Isolate) Current() *Thread { return iso.current }

// Threads returns the live threads in the order they were made.
func (iso *Isolate) Threads() []*Thread {
	iso.mu.Lock()
	defer iso.mu.Unlock()
	out := make([]*Thread, 0, len(iso.threads))
	for id := int64(1); id <= iso.nextID && len(out) < len(iso.threads); id++ {
		if t, ok := iso.threads[id]; ok {
			out = append(out, t)
		}
	}
	return out
}

// OnClose registers fn to run when the isolate closes, last registered first,
// without the lock.
func (iso *Isolate) OnClose(fn func()) {
	iso.mu.Lock()
	defer iso.mu.Unlock()
	iso.closers = append(iso.closers, fn)
}

// Close cancels every thread's context and runs the functions registered with
// OnClose. It may be called more than once. The caller must not hold the lock.
func (iso *Isolate) Close() {
	iso.mu.Lock()
	closers := iso.closers
	iso.closers, iso.closed = nil, true
	iso.mu.Unlock()
	for i := len(closers) - 1; i >= 0; i-- {
		closers[i]()
	}
	iso.cancel(context.Canceled)
	iso.budget.detach(iso)
}

// SetSignalHook sets what SignalHandled asks.
func (iso *Isolate) SetSignalHook(handled func(signal int) bool) { iso.signalHook.Store(&handled) }

// SignalHandled reports whether a script of the isolate handles the signal
// itself: the host then leaves it alone.
func (iso *Isolate) SignalHandled(signal int) bool {
	h := iso.signalHook.Load()
	return h != nil && (*h)(signal)
}

// Key identifies a piece of per-isolate state of type T.
type Key[T any] struct{ make func(*Isolate) T }

// NewKey returns a key whose value is made on first use.
func NewKey[T any](make func(*Isolate) T) *Key[T] { return &Key[T]{make} }

// In returns the key's value in iso. The caller must hold the lock.
func (k *Key[T]) In(iso *Isolate) T {
	if v, ok := iso.state[k]; ok {
		return v.(T)
	}
	v := k.make(iso)
	iso.state[k] = v
	return v
}

// Set replaces the key's value in iso. The caller must hold the lock.
func (k *Key[T]) Set(iso *Isolate, v T) { iso.state[k] = v }

// Defer asks a thread of the isolate to run fn, with the lock held, at its next
// quantum. It may be called from anywhere, finalizers among them.
func (iso *Isolate) Defer(fn func(*Thread)) {
	iso.pendingMu.Lock()
	iso.pendingFins = append(iso.pendingFins, fn)
	iso.pendingMu.Unlock()
	iso.hasFins.Store(true)
}

// RunDeferred runs what Defer has collected. The caller must hold the lock.
func (iso *Isolate) RunDeferred(t *Thread) {
	if !iso.hasFins.CompareAndSwap(true, false) {
		return
	}
	iso.pendingMu.Lock()
	fns := iso.pendingFins
	iso.pendingFins = nil
	iso.pendingMu.Unlock()
	if iso.Stopped() != nil {
		return // no finalizer runs after a limit
	}
	for _, fn := range fns {
		fn(t)
	}
}

// OnFinish registers fn to run on the main thread when a main program has
// ended, in order of registration, with the lock held: joining threads, running
// what is queued, exit handlers. interrupted says that Ctrl-C or the host ended
// the program: then nothing may be waited for.
func (iso *Isolate) OnFinish(fn func(t *Thread, interrupted bool)) {
	iso.mu.Lock()
	defer iso.mu.Unlock()
	iso.finishers = append(iso.finishers, fn)
}

// Finish runs what OnFinish registered, also what is registered meanwhile: once
// for each program that the isolate runs. The main thread must hold the lock.
func (iso *Isolate) Finish(interrupted bool) {
	for i := 0; ; i++ {
		iso.mu.Lock()
		if i >= len(iso.finishers) {
			iso.mu.Unlock()
			return
		}
		fn := iso.finishers[i]
		iso.mu.Unlock()
		fn(iso.main, interrupted)
	}
}

// OnCollect registers fn to run with the lock held when a script asks for a
// garbage collection and it is done.
func (iso *Isolate) OnCollect(fn func(t *Thread)) {
	iso.mu.Lock()
	defer iso.mu.Unlock()
	iso.collected = append(iso.collected, fn)
}

// Collected runs what OnCollect registered.
func (iso *Isolate) Collected(t *Thread) {
	iso.mu.Lock()
	fns := iso.collected
	iso.mu.Unlock()
	for _, fn := range fns {
		fn(t)
	}
}
