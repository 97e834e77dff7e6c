package futures

// This file defines Executor, the base class.

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"
	"time"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/pool"
)

// ExecutorClass is concurrent.futures.Executor. A script may derive from it and
// define submit; map and the context manager then work.
var ExecutorClass = object.NewClass(object.Spec{
	Name: "Executor", Module: "concurrent.futures._base",
	Doc: "This is an abstract base class for concrete asynchronous executors.",
})

// An executor is the State of the executors made in Go.
type executor struct {
	self    *object.Instance
	pool    *pool.Pool
	broken  *object.Class // what submit raises once the pool broke
	kind    string        // "thread", in messages
	workers int
	prefix  string // of the workers' names

	initializer starlark.Value // nil: none
	initargs    starlark.Tuple

	iso    *isolate.Isolate
	remote *remote // nil: the calls run in this isolate

	listener   *Listener // nil: none
	submitting *future   // what submit is about to queue; guarded by the lock

	shut    bool            // shutdown was called; guarded by the lock
	setting *isolate.Thread // the thread that is settling futures of the pool, with the lock held
	full    bool            // all workers have been started

	mu      sync.Mutex // guards threads; a worker starts without the lock
	threads []*isolate.Thread
}

func init() {
	ExecutorClass.AddMethods(
		object.Def{Sig: "def submit(self, fn, /, *args, **kwargs)", Doc: "Submits a callable to be executed with the given arguments.",
			Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
				return nil, object.Raise(object.NotImplementedError, "")
			}},
		object.Def{Sig: "def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None)", Doc: "Returns an iterator equivalent to map(fn, iter).",
			Fn: executorMap},
		object.Def{Sig: "def shutdown(self, wait=True, *, cancel_futures=False)", Doc: "Clean-up the resources associated with the Executor.",
			Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return starlark.None, nil }},
		object.Def{Sig: "def __enter__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return a[0], nil }},
		object.Def{Sig: "def __exit__(self, exc_type, exc_val, exc_tb)", Fn: executorExit},
	)
}

// executorExit leaves the with block: it waits for the tasks. After Ctrl-C it
// only lets go of those that have not started, so that no pool keeps the
// program alive.
func executorExit(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	shutdown, err := object.GetAttr(t, a[0], "shutdown")
	if err != nil {
		return nil, err
	}
	kwargs := []starlark.Tuple{{starlark.String("wait"), starlark.True}}
	if c, ok := a[1].(*object.Class); ok && c.IsSubclass(object.KeyboardInterrupt) && executorOf(a[0]) != nil {
		kwargs = []starlark.Tuple{{starlark.String("wait"), starlark.False}, {starlark.String("cancel_futures"), starlark.True}}
	}
	if _, err := object.Call(t, shutdown, nil, kwargs); err != nil {
		return nil, err
	}
	return starlark.False, nil
}

func executorOf(v starlark.Value) *executor {
	if x, ok := v.(*object.Instance); ok {
		e, _ := x.State.(*executor)
		return e
	}
	return nil
}

// executorMethod adapts a function on *executor to a Def.
func executorMethod(sig, doc string, fn func(t *isolate.Thread, x *executor, a object.Args) (starlark.Value, error)) object.Def {
	return object.Def{Sig: sig, Doc: doc, Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		x := executorOf(a[0])
		if x == nil {
			return nil, object.Raise(object.AttributeError, "'%s' object has no attribute '_shutdown_lock'", object.TypeName(a[0]))
		}
		return fn(t, x, a)
	}}
}

// submit queues a call.
func (x *executor) submit(t *isolate.Thread, fn starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) (*future, error) {
	if err := x.refuse(t); err != nil {
		return nil, err
	}
	f := &future{fn: fn, args: args, kwargs: kwargs, executor: x, at: callerPosition(t), scope: t.Scope()}
	f.Instance.Init(FutureClass, t, f)
	if err := x.enqueue(f); err != nil {
		return nil, err
	}
	x.setting, x.submitting = t, f
	err := pool.SubmitInto[starlark.Value](x.pool, &f.Future, f)
	x.setting, x.submitting = nil, nil
	if err != nil {
		x.dequeued(f)
		if err := x.refuse(t); err != nil {
			return nil, err
		}
		return nil, object.Raise(object.RuntimeError, "%s", err.Error())
	}
	x.awaitStart(f)
	return f, nil
}

// startTime bounds how long submit waits for a new worker to take its task, and
// spinTime how long it does so without giving its processor away for good.
const (
	startTime = 20 * time.Millisecond
	spinTime  = 50 * time.Microsecond
)

// awaitStart gives a worker that submit has started the moment it needs to take
// the task, as CPython's Thread.start does: until the pool is full, a future that
// submit returns is running. The worker needs no lock for that.
func (x *executor) awaitStart(f *future) {
	if x.full || x.initializer != nil {
		return
	}
	x.full = x.pool.Stats().Workers >= x.workers
	begin := time.Now()
	for f.Future.State() == pool.Pending {
		switch waited := time.Since(begin); {
		case waited > startTime:
			return
		case waited > spinTime:
			time.Sleep(spinTime)
		default:
			runtime.Gosched()
		}
	}
}

// refuse says why the executor takes no tasks, or returns nil. The order of the
// checks is CPython's: broken, shut down, program over.
func (x *executor) refuse(t *isolate.Thread) error {
	err := x.pool.Err()
	switch {
	case err != nil && isBrokenError(err):
		return object.Raise(x.broken, "%s", x.brokenText())
	case x.shut:
		return object.Raise(object.RuntimeError, "cannot schedule new futures after shutdown")
	case over.In(t.Isolate()).closed:
		return object.Raise(object.RuntimeError, "cannot schedule new futures after interpreter shutdown")
	}
	return nil
}

func (x *executor) brokenText() string {
	if x.remote != nil && x.remote.process {
		return brokenAtSubmit
	}
	return fmt.Sprintf("A %s initializer failed, the %s pool is not usable anymore", x.kind, x.kind)
}

func (x *executor) brokenPending() string {
	if x == nil {
		return "pool is broken"
	}
	if x.remote != nil && x.remote.process {
		return brokenWhileRunning
	}
	return x.brokenText()
}

// callerPosition is where the script called the built-in that is running. The
// body of a with or try block is a function of its own, with the script's
// positions.
func callerPosition(t *isolate.Thread) syntax.Position {
	st := t.Starlark()
	for i := 0; i < st.CallStackDepth(); i++ {
		fr := st.DebugFrame(i)
		if _, ok := fr.Callable().(*starlark.Function); ok && !strings.HasPrefix(fr.Position().Filename(), "<frozen ") {
			return fr.Position()
		}
	}
	return syntax.Position{}
}

// shutdown refuses further tasks and, unless told otherwise, waits for those
// there are.
func (x *executor) shutdown(t *isolate.Thread, wait, cancel bool) error {
	x.shut = true
	mode := pool.NoWait
	if cancel {
		mode |= pool.CancelPending
	}
	x.setting = t
	err := x.pool.Shutdown(t.Isolate().Context(), mode)
	x.setting = nil
	if err != nil || !wait {
		return waitError(err)
	}
	return x.join(t)
}

// join waits until the pool has stopped.
func (x *executor) join(t *isolate.Thread) error {
	select {
	case <-x.pool.Stopped():
		return nil
	default:
	}
	task := currentTask(t)
	return waitError(t.Block(func(ctx context.Context) error {
		return x.pool.Shutdown(pool.WithTask(ctx, task), 0)
	}))
}
