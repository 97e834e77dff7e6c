package futures

// This file defines the modules of concurrent.futures, and what they do when
// the program ends.

import (
	"context"
	"maps"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/procs"
	"starpool/builtins/registry"
	"starpool/builtins/universe"
	"starpool/pool"
)

var functions = []object.Def{
	{Sig: "def wait(fs, timeout=None, return_when='ALL_COMPLETED')", Doc: "Wait for the futures in the given sequence to complete.", Fn: wait},
	{Sig: "def as_completed(fs, timeout=None)", Doc: "An iterator over the given futures that yields each as it completes.", Fn: asCompleted},
}

// made are the functions. Each is one object under all its names.
var made = sync.OnceValue(func() starlark.StringDict {
	d := make(starlark.StringDict)
	for _, def := range functions {
		f := object.NewModuleFunc("concurrent.futures._base", def)
		d[f.Name()] = f
	}
	return d
})

// all is what `from concurrent.futures import *` binds, as in CPython 3.13. The
// interpreter pool, which 3.14 adds, is there without an import.
var all = []string{"FIRST_COMPLETED", "FIRST_EXCEPTION", "ALL_COMPLETED", "CancelledError", "TimeoutError", "InvalidStateError",
	"BrokenExecutor", "Future", "Executor", "wait", "as_completed", "ProcessPoolExecutor", "ThreadPoolExecutor"}

// Predeclared returns the names that every script has without an import.
func Predeclared() starlark.StringDict {
	d := starlark.StringDict{
		"Future": FutureClass, "Executor": ExecutorClass, "ThreadPoolExecutor": ThreadPoolClass,
		"ProcessPoolExecutor": ProcessPoolClass, "InterpreterPoolExecutor": InterpreterPoolClass,
		"CancelledError": CancelledError, "InvalidStateError": InvalidStateError, "BrokenExecutor": BrokenExecutor,
	}
	for _, c := range []pool.Condition{pool.FirstCompleted, pool.FirstException, pool.AllCompleted} {
		d[string(c)] = starlark.String(c)
	}
	maps.Copy(d, made())
	return d
}

func init() {
	for name, v := range Predeclared() {
		universe.Add(name, v)
	}
	base := map[string]starlark.Value{
		"TimeoutError": object.TimeoutError, "_AS_COMPLETED": starlark.String("_AS_COMPLETED"),
	}
	for _, c := range []pool.Condition{pool.FirstCompleted, pool.FirstException, pool.AllCompleted} {
		base[string(c)] = starlark.String(c)
	}
	for _, s := range []pool.State{pool.Pending, pool.Running, pool.Cancelled, pool.CancelledAndNotified, pool.Finished} {
		base[s.String()] = starlark.String(s.String())
	}
	public := map[string]starlark.Value{
		"TimeoutError":    object.TimeoutError,
		"FIRST_COMPLETED": base["FIRST_COMPLETED"], "FIRST_EXCEPTION": base["FIRST_EXCEPTION"], "ALL_COMPLETED": base["ALL_COMPLETED"],
	}
	maps.Copy(base, made())
	maps.Copy(public, made())
	names := make(starlark.Tuple, len(all))
	for i, n := range all {
		names[i] = starlark.String(n)
	}
	public["__all__"] = names
	registry.Register(&registry.Module{Name: "concurrent"})
	registry.Register(&registry.Module{
		Name: "concurrent.futures", Doc: "Execute computations asynchronously using threads or processes.",
		Values:  public,
		Classes: []*object.Class{FutureClass, ExecutorClass, ThreadPoolClass, ProcessPoolClass, InterpreterPoolClass, CancelledError, InvalidStateError, BrokenExecutor},
		Init: func(t *isolate.Thread, m *object.Module) error {
			// The submodules are there without an import of their own.
			m.Missing = func(t *isolate.Thread, name string) (starlark.Value, error) {
				switch name {
				case "_base", "thread", "process", "interpreter":
					sub, err := registry.Get(t, "concurrent.futures."+name)
					if err != nil || sub == nil {
						return nil, err
					}
					return sub, nil
				}
				return nil, nil
			}
			return nil
		},
	})
	registry.Register(&registry.Module{
		Name: "concurrent.futures._base", Values: base,
		Classes: []*object.Class{FutureClass, ExecutorClass, Error, CancelledError, InvalidStateError, BrokenExecutor},
	})
	registry.Register(&registry.Module{
		Name:    "concurrent.futures.thread",
		Classes: []*object.Class{ThreadPoolClass, BrokenThreadPool},
	})
	registry.Register(&registry.Module{
		Name:    "concurrent.futures.process",
		Classes: []*object.Class{ProcessPoolClass, BrokenProcessPool, RemoteTraceback},
		Funcs:   []object.Def{processChunk},
	})
	registry.Register(&registry.Module{
		Name:    "concurrent.futures.interpreter",
		Classes: []*object.Class{InterpreterPoolClass, BrokenInterpreterPool},
	})
}

// live holds the executors of an isolate, so that the end of the program finds
// their pools.
type live struct {
	executors []*executor
	closed    bool // the program is over: nothing may be submitted any more
	started   bool
	unasked   []unasked
}

var over = isolate.NewKey(func(*isolate.Isolate) *live { return new(live) })

// finish runs what is queued and joins the workers, while tasks may still
// submit; then nothing may be submitted any more. After Ctrl-C nothing is run.
func finish(t *isolate.Thread, interrupted bool) {
	l := over.In(t.Isolate())
	for !interrupted {
		busy := false
		for _, x := range l.executors {
			s := x.pool.Stats()
			if s.Queued+s.Running == 0 {
				continue
			}
			busy = true
			err := t.Block(func(ctx context.Context) error { return x.pool.Wait(ctx) })
			if err != nil && (object.IsCancellation(err) || object.IsException(err, object.KeyboardInterrupt)) {
				interrupted = true
				break
			}
			if err != nil {
				return
			}
		}
		if !busy {
			break
		}
	}
	l.closed = true
	for _, x := range l.executors {
		mode := pool.NoWait
		if interrupted {
			mode |= pool.CancelPending
			if x.remote != nil {
				x.remote.kill()
			}
		}
		x.setting = t
		x.pool.Shutdown(t.Isolate().Context(), mode)
		x.setting = nil
		if !interrupted {
			if err := x.join(t); err != nil {
				interrupted = true
			}
		}
		x.pool.ReportUnretrieved()
	}
	procs.EndParked(t)
	t.Isolate().RunDeferred(t)
	for _, u := range l.unasked {
		u.write(t)
	}
	l.unasked = nil
	l.executors = nil
}

// Reopen lets scripts make executors again after the end of a program: a host may
// call their functions, or run another one.
func Reopen(t *isolate.Thread) { over.In(t.Isolate()).closed = false }

// closeAll ends the pools of an isolate that closes without a Finish.
func closeAll(iso *isolate.Isolate) {
	t := iso.Main()
	t.Acquire()
	pools := make([]*pool.Pool, 0, len(over.In(iso).executors))
	for _, x := range over.In(iso).executors {
		pools = append(pools, x.pool)
		if x.remote != nil {
			x.remote.kill()
		}
	}
	t.Release()
	for _, p := range pools {
		p.Shutdown(context.Background(), pool.NoWait|pool.CancelPending)
	}
}
