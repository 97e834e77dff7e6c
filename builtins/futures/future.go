package futures

// This file defines Future.

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"sync/atomic"
	"time"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/pool"
)

// FutureClass is concurrent.futures.Future.
var FutureClass = object.NewClass(object.Spec{
	Name: "Future", Module: "concurrent.futures._base",
	Doc: "Represents the result of an asynchronous computation.",
})

// A future is a Future object together with the engine's future and the task
// that settles it: one allocation for all.
type future struct {
	Instance object.Instance
	pool.Future[starlark.Value]

	fn       starlark.Value // nil for a future made by hand, and once it has run
	args     starlark.Tuple
	kwargs   []starlark.Tuple
	executor *executor
	at       syntax.Position // where it was submitted
	scope    *isolate.Scope  // what the submitter ran for

	record *record // nil: nobody wants to know

	ran       atomic.Bool             // the worker has run it: its outcome is the task's
	callbacks []func(*isolate.Thread) // script callbacks in order; guarded by the lock
	hooked    bool                    // the engine will call runCallbacks
	condition starlark.Value          // _condition, once asked for
	forced    *forcedOutcome          // what a test wrote into _result and _exception
	setting   *isolate.Thread         // the thread that is settling or cancelling it, with the lock held
}

// Hold implements object.Holder.
func (f *future) Hold(visit func(starlark.Value)) {
	for _, v := range f.args {
		visit(v)
	}
	for _, kv := range f.kwargs {
		visit(kv)
	}
	if f.fn != nil {
		visit(f.fn)
	}
	if v, done, _ := f.Peek(); done && v != nil {
		visit(v)
	}
}

func init() {
	FutureClass.New = func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		f := new(future)
		f.Instance.Init(c, t, f)
		return &f.Instance, nil
	}
	FutureClass.AddMethods(
		object.Def{Sig: "def __init__(self)", Doc: "Initializes the future. Should not be called by clients.",
			Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return starlark.None, nil }},
		method("def cancel(self)", "Cancel the future if possible.\n\nReturns True if the future was cancelled, False otherwise. A future\ncannot be cancelled if it is running or has already completed.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) {
				return starlark.Bool(f.cancel(t)), nil
			}),
		method("def cancelled(self)", "Return True if the future was cancelled.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) {
				return starlark.Bool(f.Future.Cancelled()), nil
			}),
		method("def running(self)", "Return True if the future is currently executing.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) {
				return starlark.Bool(f.Future.Running()), nil
			}),
		method("def done(self)", "Return True if the future was cancelled or finished executing.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) {
				return starlark.Bool(f.Future.IsDone()), nil
			}),
		method("def result(self, timeout=None)", "Return the result of the call that the future represents.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) { return f.result(t, a[1]) }),
		method("def exception(self, timeout=None)", "Return the exception raised by the call that the future represents.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) { return f.exception(t, a[1]) }),
		method("def add_done_callback(self, fn)", "Attaches a callable that will be called when the future finishes.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) {
				f.addCallback(t, a[1])
				return starlark.None, nil
			}),
		method("def set_running_or_notify_cancel(self)", "Mark the future as running or process any cancel notifications.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) { return f.setRunning(t) }),
		method("def set_result(self, result)", "Sets the return value of work associated with the future.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) {
				return starlark.None, f.settle(t, func() error { return f.Future.SetResult(a[1]) })
			}),
		method("def set_exception(self, exception)", "Sets the result of the future as being the given exception.",
			func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) {
				if a[1] == starlark.None {
					return starlark.None, f.settle(t, func() error { return f.Future.SetResult(starlark.None) })
				}
				exc, err := object.ExceptionOf(t, a[1], nil)
				if err != nil {
					return nil, err
				}
				return starlark.None, f.settle(t, func() error { return f.Future.SetError(newTaskError(exc)) })
			}),
		method("def __repr__(self)", "", func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error) {
			return starlark.String(f.repr(t)), nil
		}),
		object.Def{Sig: "def __class_getitem__(cls, item)", Class: true, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return a[0], nil }},
	)
	FutureClass.AddAttrs(
		object.Attr{Name: "_state", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.String(futureOf(self).Future.State().String()), nil
		}, Set: setState},
		object.Attr{Name: "_result", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			if v, err := futureOf(self).outcome(false); err == nil && v != nil {
				return v, nil
			}
			return starlark.None, nil
		}, Set: func(t *isolate.Thread, self, v starlark.Value) error {
			futureOf(self).force().result = v
			return nil
		}},
		object.Attr{Name: "_exception", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			f := futureOf(self)
			if _, err := f.outcome(false); err != nil && !errors.Is(err, pool.ErrCancelled) {
				return f.executor.exceptionOf(err).exc, nil
			}
			return starlark.None, nil
		}, Set: func(t *isolate.Thread, self, v starlark.Value) error {
			f := futureOf(self).force()
			f.exc = nil
			if x, ok := v.(*object.Instance); ok && x.Exception() != nil {
				f.exc = newTaskError(x)
			}
			return nil
		}},
		object.Attr{Name: "_condition", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return futureOf(self).conditionObject(t)
		}},
		object.Attr{Name: "_done_callbacks", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.NewList(make([]starlark.Value, len(futureOf(self).callbacks))), nil
		}},
	)
}

// method adapts a function on *future to a Def.
func method(sig, doc string, fn func(t *isolate.Thread, f *future, a object.Args) (starlark.Value, error)) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		x, ok := a[0].(*object.Instance)
		if !ok {
			return nil, object.Raise(object.TypeError, "descriptor requires a 'Future' object but received a '%s'", object.TypeName(a[0]))
		}
		f, ok := x.State.(*future)
		if !ok {
			return nil, object.Raise(object.TypeError, "descriptor requires a 'Future' object but received a '%s'", object.TypeName(a[0]))
		}
		return fn(t, f, a)
	}}
}

// Engine returns the engine's future of a Future object, or nil if v is none.
func Engine(v starlark.Value) *pool.Future[starlark.Value] {
	if f := futureOf(v); f != nil {
		return &f.Future
	}
	return nil
}

// Raised returns the error that result() raises for the error of an engine's
// future, and notes that somebody has asked for it. The caller holds the lock.
func Raised(err error) error {
	if object.IsCancellation(err) {
		return err
	}
	var te *taskError
	if errors.As(err, &te) {
		te.retrieved = true
	}
	var x *executor
	return x.exceptionOf(err).raise()
}

func futureOf(v starlark.Value) *future {
	if x, ok := v.(*object.Instance); ok {
		f, _ := x.State.(*future)
		return f
	}
	return nil
}

// Run implements pool.Runner: it calls the function on the worker's thread.
func (f *future) Run(ctx context.Context) (starlark.Value, error) {
	t := pool.CurrentWorker(ctx).Value().(*isolate.Thread)
	t.Acquire()
	defer t.Release()
	if err := f.scope.Err(); err != nil {
		return nil, err // cancelled while it was queued
	}
	defer t.Enter(t.Enter(f.scope))
	setCurrentTask(t, f.Future.Task())
	defer setCurrentTask(t, nil)
	if f.executor.remote != nil {
		v, err := f.runRemote(t)
		f.failing(err)
		return v, err
	}
	fn, args, kwargs := f.fn, f.args, f.kwargs
	v, err := callTask(t, fn, args, kwargs)
	f.failing(err)
	f.args, f.kwargs = nil, nil
	if err == nil {
		f.fn = nil // a failure's report names it
	}
	f.ran.Store(true)
	return v, err
}

// callTask runs the call with everything that can come out of it made into a
// value or a taskError: a panic of a built-in must not take the worker down.
func callTask(t *isolate.Thread, fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (v starlark.Value, err error) {
	depth := t.Starlark().CallStackDepth()
	v, err = object.Call(t, fn, args, kwargs)
	if err == nil {
		return v, nil
	}
	exc := object.Catch(t, err, depth)
	if exc == nil {
		return nil, err // the script was stopped
	}
	return nil, newTaskError(exc)
}

// TaskName implements pool.Named.
func (f *future) TaskName() string {
	if f.fn == nil {
		return "task"
	}
	return object.FunctionQualname(f.fn)
}

// SubmittedAt implements pool.Located.
func (f *future) SubmittedAt() string {
	if !f.at.IsValid() {
		return ""
	}
	return fmt.Sprintf("%s:%d", filepath.Base(object.FileName(f.at.Filename())), f.at.Line)
}

// taskKey is where a thread keeps the engine's task that it runs.
type taskKey struct{}

func setCurrentTask(t *isolate.Thread, task *pool.Task) {
	if t.Locals == nil {
		t.Locals = make(map[any]any)
	}
	t.Locals[taskKey{}] = task
}

// currentTask returns the engine's task that t runs, or nil.
func currentTask(t *isolate.Thread) *pool.Task {
	task, _ := t.Locals[taskKey{}].(*pool.Task)
	return task
}

// timeoutOf reads a timeout argument: None or a number of seconds.
func timeoutOf(t *isolate.Thread, v starlark.Value) (d time.Duration, has bool, err error) {
	d, err = object.Timeout(t, v)
	if err != nil || d == isolate.Forever {
		return 0, false, err
	}
	return d, true, nil
}

// errTimedOut says that a wait's own timeout ended it.
var errTimedOut = errors.New("timed out")

// blockFor runs wait without the lock, with a context that also ends after the
// timeout. It returns errTimedOut if that ended it.
func blockFor(t *isolate.Thread, d time.Duration, has bool, wait func(context.Context) error) error {
	timedOut := false
	err := t.Block(func(ctx context.Context) error {
		if !has {
			return wait(ctx)
		}
		tctx, cancel := context.WithTimeoutCause(ctx, d, errTimedOut)
		defer cancel()
		err := wait(tctx)
		timedOut = err != nil && context.Cause(tctx) == errTimedOut && ctx.Err() == nil
		return err
	})
	var we *pool.WaitError
	if timedOut && errors.As(err, &we) {
		return errTimedOut
	}
	return err
}

// wait blocks until f is done; a TimeoutError has no text.
func (f *future) wait(t *isolate.Thread, timeout starlark.Value) error {
	if f.Future.IsDone() {
		return nil
	}
	d, has, err := timeoutOf(t, timeout)
	if err != nil {
		return err
	}
	if has && d == 0 {
		return object.Raise(object.TimeoutError, "")
	}
	task := currentTask(t)
	err = blockFor(t, d, has, func(ctx context.Context) error { return f.Future.WaitFrom(ctx, task) })
	if err == errTimedOut {
		if f.Future.IsDone() {
			return nil
		}
		return object.Raise(object.TimeoutError, "")
	}
	return waitError(err)
}

func (f *future) result(t *isolate.Thread, timeout starlark.Value) (starlark.Value, error) {
	if err := f.wait(t, timeout); err != nil {
		return nil, err
	}
	v, err := f.outcome(true)
	if err != nil {
		return nil, f.raise(err)
	}
	return v, nil
}

// A forcedOutcome stands for the engine's outcome of a future whose attributes
// a test has set.
type forcedOutcome struct {
	result starlark.Value
	exc    *taskError
}

func (f *future) force() *forcedOutcome {
	if f.forced == nil {
		f.forced = &forcedOutcome{result: starlark.None}
	}
	return f.forced
}

// outcome returns the value and error of a future that is done; nil, nil if it
// is not. retrieve says whether somebody asked for it.
func (f *future) outcome(retrieve bool) (v starlark.Value, err error) {
	if retrieve {
		v, _, err = f.Future.TryResult()
		if te, ok := err.(*taskError); ok {
			te.retrieved = true
		}
	} else {
		v, _, err = f.Future.Peek()
	}
	if o := f.forced; o != nil && !f.Future.Cancelled() {
		if o.exc != nil {
			return nil, o.exc
		}
		return o.result, nil
	}
	return v, err
}

// raise returns the error that result() raises for an outcome error.
func (f *future) raise(err error) error {
	if object.IsCancellation(err) {
		return err
	}
	return f.executor.exceptionOf(err).raise()
}

func (f *future) exception(t *isolate.Thread, timeout starlark.Value) (starlark.Value, error) {
	if err := f.wait(t, timeout); err != nil {
		return nil, err
	}
	_, err := f.outcome(true)
	switch {
	case err == nil:
		return starlark.None, nil
	case errors.Is(err, pool.ErrCancelled), object.IsCancellation(err):
		return nil, f.raise(err)
	}
	te := f.executor.exceptionOf(err)
	te.exc.Exception().Traceback = te.frames
	return te.exc, nil
}

func (f *future) cancel(t *isolate.Thread) bool {
	f.setting = t
	ok := f.Future.Cancel()
	f.setting = nil
	return ok
}

// settle runs one of the engine's setters in t's name and words its refusal.
func (f *future) settle(t *isolate.Thread, set func() error) error {
	f.setting = t
	err := set()
	f.setting = nil
	var bad *pool.InvalidStateError
	if errors.As(err, &bad) {
		return object.Raise(InvalidStateError, "%s: %s", bad.State, f.repr(t))
	}
	return err
}

func (f *future) setRunning(t *isolate.Thread) (starlark.Value, error) {
	f.setting = t
	ok, err := f.Future.SetRunningOrNotifyCancel()
	f.setting = nil
	if err != nil {
		logCritical(t, fmt.Sprintf("Future %d in unexpected state: %s", object.Address(&f.Instance), f.Future.State()))
		return nil, object.Raise(object.RuntimeError, "Future in unexpected state")
	}
	return starlark.Bool(ok), nil
}

// setState serves tests that put a future into a state by hand.
func setState(t *isolate.Thread, self, v starlark.Value) error {
	f := futureOf(self)
	s, _ := object.Text(v)
	switch s {
	case pool.Running.String(), pool.CancelledAndNotified.String():
		if s == pool.CancelledAndNotified.String() {
			f.cancel(t)
		}
		if f.Future.State() == pool.Pending || f.Future.State() == pool.Cancelled {
			f.setting = t
			_, err := f.Future.SetRunningOrNotifyCancel()
			f.setting = nil
			return err
		}
	case pool.Cancelled.String():
		f.cancel(t)
	case pool.Finished.String():
		if !f.Future.IsDone() {
			return f.settle(t, func() error { return f.Future.SetResult(starlark.None) })
		}
	}
	return nil
}

func address(f *future) string { return fmt.Sprintf("0x%x", object.Address(&f.Instance)) }

// repr is `<Future at 0x… state=finished returned int>`.
func (f *future) repr(t *isolate.Thread) string {
	name := f.Instance.Class().ClassName
	state := f.Future.State()
	word := "pending"
	switch state {
	case pool.Running:
		word = "running"
	case pool.Cancelled, pool.CancelledAndNotified:
		word = "cancelled"
	case pool.Finished:
		v, err := f.outcome(false)
		if err != nil {
			word = "finished raised " + f.executor.exceptionOf(err).exc.Class().ClassName
		} else {
			word = "finished returned " + object.ClassOf(v).ClassName
		}
	}
	return fmt.Sprintf("<%s at %s state=%s>", name, address(f), word)
}
