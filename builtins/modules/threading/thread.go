package threading

// This file defines Thread.

import (
	"fmt"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/traceback"
)

var threadClass = object.NewClass(object.Spec{Name: "Thread", Module: "threading", Doc: "A class that represents a thread of control."})

// A thread is the State of a Thread object. script is the thread of the isolate
// that runs it, from start on.
type thread struct {
	name    string
	target  starlark.Value
	args    starlark.Tuple
	kwargs  []starlark.Tuple
	daemon  bool
	script  *isolate.Thread
	started bool
	ended   bool
	done    isolate.WaitQueue
	init    bool // Thread.__init__ has run
}

// objects maps the isolate's threads to their Thread objects, which are made
// when first asked for: the main thread, a pool's workers.
var objects = isolate.NewKey(func(*isolate.Isolate) *threadTable {
	return &threadTable{byID: make(map[int64]*object.Instance)}
})

type threadTable struct {
	byID    map[int64]*object.Instance
	counter int // of names
	hooked  bool
}

// ident is what get_ident and Thread.ident show.
func ident(t *isolate.Thread) int64 { return 0x7f0000000000 + t.ID()*0x1000 }

// ObjectOf returns the Thread object of a thread of the isolate, dead or alive.
// The caller holds the lock.
func ObjectOf(t *isolate.Thread) *object.Instance {
	table := objects.In(t.Isolate())
	if x, ok := table.byID[t.ID()]; ok {
		return x
	}
	class := threadClass
	if t == t.Isolate().Main() {
		class = mainThreadClass
	}
	x := object.Make(class, t, &thread{name: t.Name, script: t, started: true, init: true})
	table.byID[t.ID()] = x
	return x
}

var mainThreadClass = object.NewClass(object.Spec{Name: "_MainThread", Module: "threading", Base: threadClass})

func (x *thread) label() string {
	if x.script != nil && x.started {
		return x.script.Name
	}
	return x.name
}

func (x *thread) alive() bool { return x.started && !x.ended && x.script.Alive() }

// check fails for an object whose __init__ a subclass did not call.
func (x *thread) check() error {
	if !x.init {
		return object.Raise(object.RuntimeError, "Thread.__init__() not called")
	}
	return nil
}

func newName(t *isolate.Thread, target starlark.Value) string {
	table := objects.In(t.Isolate())
	table.counter++
	name := fmt.Sprintf("Thread-%d", table.counter)
	if target != starlark.None {
		if n, err := object.GetAttr(t, target, "__name__"); err == nil {
			if s, ok := object.Text(n); ok {
				name += " (" + s + ")"
			}
		}
	}
	return name
}

func threadInit(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	x := stateOf[*thread](a[0])
	if a[1] != starlark.None {
		return nil, object.Raise(object.AssertionError, "group argument must be None for now")
	}
	args, err := object.Slice(t, a[4])
	if err != nil {
		return nil, err
	}
	if a[5] != starlark.None {
		d, ok := object.Base(a[5]).(*starlark.Dict)
		if !ok {
			return nil, object.Raise(object.TypeError, "argument after ** must be a mapping, not %s", object.TypeName(a[5]))
		}
		x.kwargs = d.Items()
	}
	x.target, x.args = a[2], args
	if a[3] == starlark.None {
		x.name = newName(t, a[2])
	} else if x.name, err = object.Str(t, a[3]); err != nil {
		return nil, err
	}
	if a[6] != starlark.None {
		if x.daemon, err = object.Truth(t, a[6]); err != nil {
			return nil, err
		}
	} else {
		x.daemon = stateOf[*thread](ObjectOf(t)).daemon
	}
	x.init = true
	return starlark.None, nil
}

// start runs self.run on a new thread of the isolate.
func start(t *isolate.Thread, self *object.Instance) error {
	x := stateOf[*thread](self)
	if !x.init {
		return object.Raise(object.RuntimeError, "thread.__init__() not called")
	}
	if x.started {
		return object.Raise(object.RuntimeError, "threads can only be started once")
	}
	iso := t.Isolate()
	table := objects.In(iso)
	if !table.hooked {
		table.hooked = true
		iso.OnFinish(joinAll)
	}
	if err := iso.Budget().Use(isolate.Threads, 1); err != nil {
		return &object.Cancellation{Err: err}
	}
	script := iso.NewThread(x.name)
	x.script, x.started = script, true
	script.Enter(t.Scope())
	table.byID[script.ID()] = self
	go func() {
		script.Acquire()
		defer func() {
			delete(table.byID, script.ID())
			x.ended = true
			script.Exit() // before join returns: active_count() is right then
			iso.Budget().Free(isolate.Threads, 1)
			x.done.WakeAll()
			script.Release()
		}()
		defer func() {
			if p := recover(); p != nil {
				files.WriteStderr(script, fmt.Sprintf("panic in a built-in of thread %s: %v\n", x.name, p))
			}
		}()
		run(script, self)
	}()
	return nil
}

// run calls self.run and reports what it raises, as threading.excepthook does.
func run(t *isolate.Thread, self *object.Instance) {
	_, err := object.CallMethod(t, self, "run")
	if err == nil {
		return
	}
	exc := object.Catch(t, err, 0)
	if exc == nil {
		return
	}
	hook := starlark.Value(exceptHook)
	if m, err := registry.Get(t, "threading"); err == nil && m != nil {
		if h := m.Vars.Get("excepthook"); h != nil {
			hook = h
		}
	}
	tb, err := object.GetAttr(t, exc, "__traceback__")
	if err != nil {
		tb = starlark.None
	}
	args := object.Make(hookArgsClass, t, starlark.Tuple{exc.Class(), exc, tb, self})
	if _, err := object.Call(t, hook, starlark.Tuple{args}, nil); err != nil {
		if exc := object.Catch(t, err, 0); exc != nil {
			files.WriteStderr(t, "Exception in threading.excepthook:\n"+traceback.Format(t, exc))
		}
	}
}

// joinAll waits, when the program ends, for the threads that are not daemons.
func joinAll(t *isolate.Thread, interrupted bool) {
	table := objects.In(t.Isolate())
	for !interrupted {
		var next *thread
		for _, o := range table.byID {
			x := stateOf[*thread](o)
			if x.script != t && !x.daemon && x.started && !x.ended && x.init && x.target != nil {
				next = x
				break
			}
		}
		if next == nil {
			return
		}
		if _, err := next.done.Wait(t, isolate.Forever); err != nil {
			return
		}
	}
}

func join(t *isolate.Thread, x *thread, timeout starlark.Value) error {
	if err := x.check(); err != nil {
		return err
	}
	if !x.started {
		return object.Raise(object.RuntimeError, "cannot join thread before it is started")
	}
	if x.script == t {
		return object.Raise(object.RuntimeError, "cannot join current thread")
	}
	d, err := object.Timeout(t, timeout)
	if err != nil {
		return err
	}
	until := time.Now().Add(d)
	for !x.ended {
		left := d
		if d > 0 {
			left = max(0, time.Until(until))
		}
		woke, err := x.done.Wait(t, left)
		if err != nil {
			return err
		}
		if !woke && d >= 0 {
			return nil
		}
	}
	return nil
}

func init() {
	threadClass.New = func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return object.Make(c, t, &thread{}), nil
	}
	none := func(err error) (starlark.Value, error) { return starlark.None, err }
	threadClass.AddMethods(
		object.Def{Sig: "def __init__(self, group=None, target=None, name=None, args=(), kwargs=None, *, daemon=None)", Fn: threadInit},
		object.Def{Sig: "def start(self)", Doc: "Start the thread's activity.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return none(start(t, a[0].(*object.Instance)))
		}},
		object.Def{Sig: "def run(self)", Doc: "Method representing the thread's activity.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			x := stateOf[*thread](a[0])
			if x.target == nil || x.target == starlark.None {
				return starlark.None, nil
			}
			_, err := object.Call(t, x.target, x.args, x.kwargs)
			return none(err)
		}},
		object.Def{Sig: "def join(self, timeout=None)", Doc: "Wait until the thread terminates.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return none(join(t, stateOf[*thread](a[0]), a[1]))
		}},
		object.Def{Sig: "def is_alive(self)", Doc: "Return whether the thread is alive.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			x := stateOf[*thread](a[0])
			if err := x.check(); err != nil {
				return nil, err
			}
			return starlark.Bool(x.alive()), nil
		}},
		object.Def{Sig: "def getName(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.String(stateOf[*thread](a[0]).label()), nil
		}},
		object.Def{Sig: "def setName(self, name)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return none(object.SetAttr(t, a[0], "name", a[1]))
		}},
		object.Def{Sig: "def isDaemon(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.Bool(stateOf[*thread](a[0]).daemon), nil
		}},
		object.Def{Sig: "def setDaemon(self, daemonic)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return none(object.SetAttr(t, a[0], "daemon", a[1]))
		}},
		object.Def{Sig: "def __repr__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			x := stateOf[*thread](a[0])
			if !x.init {
				return nil, object.Raise(object.AssertionError, "Thread.__init__() was not called")
			}
			status := "initial"
			if x.started {
				status = "started"
			}
			if x.started && !x.alive() {
				status = "stopped"
			}
			if x.daemon {
				status += " daemon"
			}
			if x.script != nil {
				status += fmt.Sprintf(" %d", ident(x.script))
			}
			return starlark.String(fmt.Sprintf("<%s(%s, %s)>", object.ClassOf(a[0]).ClassName, x.label(), status)), nil
		}},
	)
	identOf := func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
		if x := stateOf[*thread](self); x.script != nil {
			return starlark.MakeInt64(ident(x.script)), nil
		}
		return starlark.None, nil
	}
	threadClass.AddAttrs(
		object.Attr{Name: "name", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			return starlark.String(stateOf[*thread](self).label()), nil
		}, Set: func(t *isolate.Thread, self, v starlark.Value) error {
			s, err := object.Str(t, v)
			x := stateOf[*thread](self)
			x.name = s
			if x.script != nil {
				x.script.Name = s
			}
			return err
		}},
		object.Attr{Name: "ident", Get: identOf},
		object.Attr{Name: "native_id", Get: identOf},
		object.Attr{Name: "daemon", Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) {
			x := stateOf[*thread](self)
			if !x.init {
				return nil, object.Raise(object.AssertionError, "Thread.__init__() not called")
			}
			return starlark.Bool(x.daemon), nil
		}, Set: func(t *isolate.Thread, self, v starlark.Value) error {
			x := stateOf[*thread](self)
			if !x.init {
				return object.Raise(object.RuntimeError, "Thread.__init__() not called")
			}
			if x.started {
				return object.Raise(object.RuntimeError, "cannot set daemon status of active thread")
			}
			d, err := object.Truth(t, v)
			x.daemon = d
			return err
		}},
	)
}
