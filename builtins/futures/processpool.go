package futures

// This file defines ProcessPoolExecutor.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/procs"
	"starpool/builtins/registry"
)

// ProcessPoolClass is concurrent.futures.ProcessPoolExecutor.
var ProcessPoolClass = object.NewClass(object.Spec{
	Name: "ProcessPoolExecutor", Module: "concurrent.futures.process", Base: ExecutorClass,
	Doc: "Executes calls asynchronously on a pool of at most max_workers processes.",
})

// BrokenProcessPool is what a pool raises of which a worker has died.
var BrokenProcessPool = exceptionClass("concurrent.futures.process", "BrokenProcessPool", BrokenExecutor)

const (
	brokenWhileRunning = "A process in the process pool was terminated abruptly while the future was running or pending."
	brokenAtSubmit     = "A child process terminated abruptly, the process pool is not usable anymore"
)

// processNames number the worker processes of an isolate.
var processNames = isolate.NewKey(func(*isolate.Isolate) *int { return new(int) })

func init() {
	c := ProcessPoolClass
	c.AddMethods(
		object.Def{Sig: "def __init__(self, max_workers=None, mp_context=None, initializer=None, initargs=(), *, max_tasks_per_child=None)",
			Doc: "Initializes a new ProcessPoolExecutor instance.", Fn: processPoolInit},
		submitMethod(), shutdownMethod(),
		object.Def{Sig: "def map(self, fn, *iterables, timeout=None, chunksize=1, buffersize=None)", Doc: "Returns an iterator equivalent to map(fn, iter).",
			Fn: processMap},
		executorMethod("def terminate_workers(self)", "Attempts to terminate the executor's workers.",
			func(t *isolate.Thread, x *executor, a object.Args) (starlark.Value, error) {
				return starlark.None, x.force(t, func(p *procs.Process) { p.Terminate() })
			}),
		executorMethod("def kill_workers(self)", "Attempts to kill the executor's workers.",
			func(t *isolate.Thread, x *executor, a object.Args) (starlark.Value, error) {
				return starlark.None, x.force(t, func(p *procs.Process) { p.Kill() })
			}),
	)
	c.Init = initBy(c)
	c.AddAttrs(sharedAttrs()...)
	c.AddAttrs(
		attr("_processes", func(t *isolate.Thread, x *executor) (starlark.Value, error) {
			if x.shut {
				return starlark.None, nil
			}
			d := starlark.NewDict(4)
			for _, w := range x.remote.workers() {
				if p, ok := w.(*procs.Process); ok {
					if err := d.SetKey(starlark.MakeInt(p.PID()), procs.Object(t, p)); err != nil {
						return nil, err
					}
				}
			}
			return d, nil
		}),
		// What multiprocessing's Pool calls its workers.
		object.Attr{Name: "_worker_name", Set: func(t *isolate.Thread, self, v starlark.Value) error {
			if x := executorOf(self); x != nil {
				x.remote.name, _ = object.Text(v)
			}
			return nil
		}},
		attr("_max_tasks_per_child", func(t *isolate.Thread, x *executor) (starlark.Value, error) {
			if x.remote.tasks == 0 {
				return starlark.None, nil
			}
			return starlark.MakeInt(x.remote.tasks), nil
		}),
	)
}

func processPoolInit(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	self, ok := a[0].(*object.Instance)
	if !ok {
		return nil, object.Raise(object.TypeError, "descriptor '__init__' requires a 'ProcessPoolExecutor' object")
	}
	x := &executor{self: self, broken: BrokenProcessPool, kind: "process", prefix: "ProcessPoolExecutor",
		remote: &remote{process: true, name: "SpawnProcess"}}
	n, err := workerCount(t, a[1], CPUCount())
	if err != nil {
		return nil, err
	}
	x.workers = n
	if err := x.setInitializer(t, a[3], a[4]); err != nil {
		return nil, err
	}
	if a[5] != starlark.None {
		if x.remote.tasks, err = tasksPerChild(t, a[5], a[2]); err != nil {
			return nil, err
		}
	}
	x.remote.start = func(t *isolate.Thread, _ string) (procs.Worker, error) {
		n := processNames.In(t.Isolate())
		*n++
		return startProcess(t, fmt.Sprintf("%s-%d", x.remote.name, *n), x.remote.tasks > 0)
	}
	if err := x.open(t); err != nil {
		return nil, err
	}
	self.State = x
	return starlark.None, nil
}

// tasksPerChild reads max_tasks_per_child. CPython refuses it only with a
// context whose start method is fork.
func tasksPerChild(t *isolate.Thread, v, context starlark.Value) (int, error) {
	n, ok := object.Base(v).(starlark.Int)
	if !ok {
		return 0, object.Raise(object.TypeError, "max_tasks_per_child must be an integer")
	}
	if n.Sign() <= 0 {
		return 0, object.Raise(object.ValueError, "max_tasks_per_child must be >= 1")
	}
	if context != starlark.None {
		m, err := object.CallMethod(t, context, "get_start_method")
		if err != nil {
			return 0, err
		}
		if s, _ := object.Text(m); s == "fork" {
			return 0, object.Raise(object.ValueError, "max_tasks_per_child is incompatible with the 'fork' multiprocessing start method; supply a different mp_context.")
		}
	}
	return object.ClampedInt(t, n)
}

// force ends the workers by end, also those that are about to start, and the pool
// with them.
func (x *executor) force(t *isolate.Thread, end func(*procs.Process)) error {
	r := x.remote
	r.mu.Lock()
	r.end = end
	r.mu.Unlock()
	workers := r.workers()
	if err := x.shutdown(t, false, true); err != nil {
		return err
	}
	for _, w := range workers {
		if p, ok := w.(*procs.Process); ok {
			end(p)
		} else {
			w.Kill()
		}
	}
	return nil
}

// processMap is map with chunks: so many calls travel together.
func processMap(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	n, err := object.Index(t, a[4])
	if err != nil {
		return nil, err
	}
	if n.Sign() <= 0 {
		return nil, object.Raise(object.ValueError, "chunksize must be >= 1.")
	}
	size, err := object.ClampedInt(t, n)
	if err != nil {
		return nil, err
	}
	return mapInChunks(t, a, size)
}

// processChunk runs the calls of a chunk in a worker.
var processChunk = object.Def{Sig: "def _process_chunk(fn, chunk, alone=False)", Doc: "Processes a chunk of an iterable passed to map.",
	Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		var out []starlark.Value
		if n, ok := a[1].(*starlark.List); ok {
			out = make([]starlark.Value, 0, n.Len())
		}
		args := make(starlark.Tuple, 1)
		f, ok := a[0].(*starlark.Function)
		alone, reuse := a[2] == starlark.True, ok && !f.HasVarargs() // who copies its arguments can share their tuple
		err := object.ForEach(t, a[1], func(v starlark.Value) error {
			if alone {
				if !reuse {
					args = make(starlark.Tuple, 1)
				}
				args[0] = v
			} else if args, ok = v.(starlark.Tuple); !ok {
				return object.Raise(object.TypeError, "Value after * must be an iterable, not %s", object.TypeName(v))
			}
			r, err := object.Call(t, a[0], args, nil)
			out = append(out, r)
			return err
		})
		return starlark.NewList(out), err
	}}

// chunkFunction returns the function object of processChunk, which travels by
// its name.
func chunkFunction(t *isolate.Thread) (starlark.Value, error) {
	m, err := registry.Get(t, "concurrent.futures.process")
	if err != nil {
		return nil, err
	}
	return m.Get("_process_chunk"), nil
}
