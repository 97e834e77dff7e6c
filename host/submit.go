package host

// This file defines how Go submits a script's functions to executors.

import (
	"context"
	"runtime"

	"go.starlark.net/starlark"

	"starpool/builtins/futures"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/pool"
)

// Submit calls a function of the script on a worker of the interpreter's own and
// returns at once. fn and args are those of Call. The future's error is the one
// that Call returns; ctx is the call's. Close cancels what has not started.
func (in *Interpreter) Submit(ctx context.Context, fn any, args ...any) *pool.Future[Value] {
	in.mu.Lock()
	if in.workers == nil {
		in.workers = pool.MustNew(pool.Options{Name: "host", MaxWorkers: min(32, runtime.GOMAXPROCS(0)+4)})
	}
	workers := in.workers
	in.mu.Unlock()
	return pool.Submit(workers, func(context.Context) (Value, error) { return in.Call(ctx, fn, args...) })
}

// SubmitTo submits a call to an executor of the script: executor is a Value, or
// the name of a variable of the main program. What the executor's submit refuses is
// the future's error. ctx ends the call, also where it runs in another process;
// cancelling the future cancels the script's, if that has not started.
func (in *Interpreter) SubmitTo(ctx context.Context, executor, fn any, args ...any) *pool.Future[Value] {
	out := pool.NewFuture[Value]()
	scope := new(isolate.Scope)
	stop := func() {}
	if ctx.Done() != nil {
		end := watch(ctx, func() { scope.Cancel(in.iso, &object.Cancellation{Err: context.Cause(ctx)}) })
		stop = func() { end() }
	}
	var engine *pool.Future[starlark.Value]
	err := in.do(ctx, func(t *isolate.Thread) error {
		x, _, _, err := in.prepare(t, executor, nil)
		if err != nil {
			return err
		}
		f, vals, kwargs, err := in.prepare(t, fn, args)
		if err != nil {
			return err
		}
		submit, err := object.GetAttr(t, x, "submit")
		if err != nil {
			return err
		}
		previous := t.Enter(scope) // the task's
		made, err := object.Call(t, submit, append(starlark.Tuple{f}, vals...), kwargs)
		t.Enter(previous)
		if err != nil {
			return err
		}
		if engine = futures.Engine(made); engine == nil {
			return &ConvertError{Reason: "submit() returned " + typeNameOf(made) + " and no Future"}
		}
		return nil
	})
	if err != nil {
		stop()
		out.SetError(err)
		return out
	}
	out.OnDone(func(*pool.Future[Value]) {
		if out.Cancelled() {
			engine.Cancel()
		}
	})
	// Who settles the script's future may hold the lock, which this needs.
	engine.OnDone(func(*pool.Future[starlark.Value]) { go in.settle(ctx, out, engine, stop) })
	return out
}

// settle hands the outcome of a script's future on.
func (in *Interpreter) settle(ctx context.Context, out *pool.Future[Value], engine *pool.Future[starlark.Value], stop func()) {
	stop()
	v, _, err := engine.TryResult()
	if err == nil {
		out.SetResult(Value{in, v})
		return
	}
	if ctx.Err() != nil && object.IsCancellation(err) {
		err = context.Cause(ctx)
	} else if engine.Cancelled() {
		out.Cancel()
		return
	} else {
		raised := err
		err = in.do(context.Background(), func(t *isolate.Thread) error { return futures.Raised(raised) })
	}
	out.SetError(err)
}
