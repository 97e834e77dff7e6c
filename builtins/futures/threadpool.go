package futures

// This file defines ThreadPoolExecutor.

import (
	"errors"
	"fmt"
	"runtime"
	"slices"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/modules/threading"
	"starpool/builtins/object"
	"starpool/pool"
)

// ThreadPoolClass is concurrent.futures.ThreadPoolExecutor.
var ThreadPoolClass = object.NewClass(object.Spec{
	Name: "ThreadPoolExecutor", Module: "concurrent.futures.thread", Base: ExecutorClass,
	Doc: "Executes calls asynchronously on a pool of at most max_workers threads.",
})

// counters number the pools without a prefix, as CPython does in an interpreter.
var counters = isolate.NewKey(func(*isolate.Isolate) *int { return new(int) })

func init() {
	ThreadPoolClass.AddMethods(
		object.Def{Sig: "def __init__(self, max_workers=None, thread_name_prefix='', initializer=None, initargs=())",
			Doc: "Initializes a new ThreadPoolExecutor instance.", Fn: threadPoolInit},
		submitMethod(),
		shutdownMethod(),
	)
	ThreadPoolClass.Init = initBy(ThreadPoolClass)
	ThreadPoolClass.AddAttrs(sharedAttrs()...)
	ThreadPoolClass.AddAttrs(
		attr("_threads", func(t *isolate.Thread, x *executor) (starlark.Value, error) { return x.threadSet(t) }),
		attr("_shutdown", func(t *isolate.Thread, x *executor) (starlark.Value, error) { return starlark.Bool(x.shut), nil }),
		attr("_thread_name_prefix", func(t *isolate.Thread, x *executor) (starlark.Value, error) {
			return starlark.String(x.prefix), nil
		}),
	)
}

func attr(name string, get func(t *isolate.Thread, x *executor) (starlark.Value, error)) object.Attr {
	return object.Attr{Name: name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
		x := executorOf(self)
		if x == nil {
			return nil, object.NoAttribute(self, name)
		}
		return get(t, x)
	}}
}

func isBrokenError(err error) bool { return errors.Is(err, pool.ErrBroken) }

// CPUCount is os.process_cpu_count: the processors this process may use.
func CPUCount() int { return runtime.GOMAXPROCS(0) }

func threadPoolInit(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	return starlark.None, initThreads(t, a, "ThreadPoolExecutor", counters, &executor{broken: BrokenThreadPool, kind: "thread"})
}

// initThreads is the __init__ of an executor whose workers are named threads:
// x becomes the state of a[0].
func initThreads(t *isolate.Thread, a object.Args, name string, counter *isolate.Key[*int], x *executor) error {
	self, ok := a[0].(*object.Instance)
	if !ok {
		return object.Raise(object.TypeError, "descriptor '__init__' requires a '%s' object but received a '%s'", name, object.TypeName(a[0]))
	}
	x.self = self
	n, err := workerCount(t, a[1], min(32, CPUCount()+4))
	if err != nil {
		return err
	}
	x.workers = n
	if err := x.setInitializer(t, a[3], a[4]); err != nil {
		return err
	}
	if x.prefix, err = object.Str(t, a[2]); err != nil {
		return err
	}
	if x.prefix == "" {
		// The counter advances only when it is used.
		c := counter.In(t.Isolate())
		x.prefix = fmt.Sprintf("%s-%d", name, *c)
		*c++
	}
	if err := x.open(t); err != nil {
		return err
	}
	self.State = x
	return nil
}

// workerCount reads max_workers.
func workerCount(t *isolate.Thread, v starlark.Value, def int) (int, error) {
	if v == starlark.None {
		return def, nil
	}
	if _, isFloat := object.Base(v).(starlark.Float); !isFloat {
		n, err := object.Index(t, v)
		if err != nil {
			return 0, object.Raise(object.TypeError, "'<=' not supported between instances of '%s' and 'int'", object.TypeName(v))
		}
		if n.Sign() <= 0 {
			return 0, object.Raise(object.ValueError, "max_workers must be greater than 0")
		}
		return object.ClampedInt(t, n)
	}
	f, _ := object.Float(t, v)
	if f <= 0 {
		return 0, object.Raise(object.ValueError, "max_workers must be greater than 0")
	}
	return max(1, int(f)), nil
}

func (x *executor) setInitializer(t *isolate.Thread, fn, args starlark.Value) error {
	if fn != starlark.None {
		if !object.IsCallable(fn) {
			return object.Raise(object.TypeError, "initializer must be a callable")
		}
		x.initializer = fn
	}
	vals, err := object.Slice(t, args)
	if err != nil {
		return err
	}
	x.initargs = vals
	return nil
}

// open makes the engine's pool.
func (x *executor) open(t *isolate.Thread) error {
	iso := t.Isolate()
	x.iso = iso
	opts := pool.Options{
		MaxWorkers:  x.workers,
		Name:        x.prefix,
		Unretrieved: func(f pool.Failure) { reportUnretrieved(iso, x, f) },
		WorkerStart: func(w *pool.Worker) error {
			if err := useThread(iso); err != nil {
				return err
			}
			wt := iso.NewThread(fmt.Sprintf("%s_%d", x.prefix, w.Index()))
			w.SetValue(wt)
			x.mu.Lock()
			x.threads = append(x.threads, wt)
			x.mu.Unlock()
			if x.remote != nil && x.remote.process {
				wt.Hide()
			}
			return nil
		},
		WorkerStop: func(w *pool.Worker) {
			if wt, ok := w.Value().(*isolate.Thread); ok {
				if x.remote != nil {
					x.remote.leave(wt)
				}
				wt.Exit()
				iso.Budget().Free(isolate.Threads, 1)
			}
		},
	}
	x.listen(t, &opts)
	if x.initializer != nil && x.remote == nil {
		opts.Initializer = x.initialize
	}
	p, err := pool.New(opts)
	if err != nil {
		return object.Raise(object.ValueError, "%s", err.Error())
	}
	x.pool = p
	register(t, x)
	return nil
}

// initialize runs the initializer on a new worker. If it fails, the pool breaks
// here, with the lock held, so that the callbacks of the futures that fail with
// it run on this thread.
func (x *executor) initialize(w *pool.Worker) error {
	t := w.Value().(*isolate.Thread)
	t.Acquire()
	defer t.Release()
	if _, err := callTask(t, x.initializer, x.initargs, nil); err != nil {
		var te *taskError
		if errors.As(err, &te) {
			logTo(t, "critical", "Exception in initializer:", te.exc)
		}
		x.setting = t
		x.pool.Break(err)
		x.setting = nil
		return err
	}
	return nil
}

// register makes the executor known to the end of the program, and lets one
// that the script drops drain and stop.
func register(t *isolate.Thread, x *executor) {
	iso := t.Isolate()
	l := over.In(iso)
	if !l.started {
		l.started = true
		iso.OnFinish(finish)
		iso.OnClose(func() { closeAll(iso) })
	}
	l.executors = append(l.executors, x)
	// The pool's workers hold x, so x must not hold its object.
	self := x.self
	x.self = nil
	runtime.AddCleanup(self, func(p *pool.Pool) {
		p.Shutdown(iso.Context(), pool.NoWait)
	}, x.pool)
}

// threadSet is the `_threads` attribute: the workers' Thread objects.
func (x *executor) threadSet(t *isolate.Thread) (starlark.Value, error) {
	set := starlark.NewSet(len(x.threads))
	x.mu.Lock()
	threads := slices.Clone(x.threads)
	x.mu.Unlock()
	for _, wt := range threads {
		if err := set.Insert(threading.ObjectOf(wt)); err != nil {
			return nil, err
		}
	}
	return set, nil
}

// workQueueClass is what `_work_queue` answers: its size.
var workQueueClass = object.NewClass(object.Spec{Name: "SimpleQueue", Module: "_queue"})

func init() {
	size := func(self starlark.Value) int {
		x, _ := self.(*object.Instance).State.(*executor)
		return x.pool.Stats().Queued
	}
	workQueueClass.AddMethods(
		object.Def{Sig: "qsize(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.MakeInt(size(a[0])), nil
		}},
		object.Def{Sig: "empty(self, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.Bool(size(a[0]) == 0), nil
		}},
	)
}
