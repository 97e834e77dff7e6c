package host

// This file defines Interpreter.

import (
	"context"
	"os"
	"sync"
	"sync/atomic"

	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/futures"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
	_ "starpool/builtins/stdlib" // registers the standard modules
	"starpool/pool"
)

// An Interpreter is one heap with its lock, its modules and its threads.
type Interpreter struct {
	config config
	iso    *isolate.Isolate
	env    starlark.StringDict // what Python programs have predeclared
	own    starlark.StringDict // of these, the host's
	names  []string            // of own, sorted
	loads  map[string]*loadEntry

	starlark bool // the main program is of the starlark dialect; guarded by the lock

	interrupts atomic.Int64 // how often Interrupt was called

	mu       sync.Mutex
	idle     []*isolate.Thread // for calls from Go
	stops    map[int]func()    // of iterators that scripts have begun
	lastStop int
	workers  *pool.Pool // for Submit; nil before
	running  bool       // a program runs
	finished bool
}

// New returns an interpreter. Its scripts may do nothing with the world outside
// but what options grant. It runs nothing yet and starts no goroutine.
// Close it when done.
func New(opts ...Option) (*Interpreter, error) {
	c := defaultConfig()
	for _, o := range opts {
		o(&c)
	}
	if c.bad != nil {
		return nil, c.bad
	}
	policy, err := c.policy()
	if err != nil {
		return nil, err
	}
	bounded(&c)
	iso := isolate.New(context.Background())
	stdin, stdout, stderr := c.streams()
	iso.Stdin = stdin
	iso.Stdout, iso.Stderr = share(stdout, stderr)
	iso.Hooks.RecursionError = func(*isolate.Thread) error {
		return object.Raise(object.RecursionError, "maximum recursion depth exceeded")
	}
	iso.Hooks.Cancelled = func(t *isolate.Thread, cause error) error { return &object.Cancellation{Err: cause} }
	in := &Interpreter{config: c, iso: iso, loads: make(map[string]*loadEntry)}
	iso.Hooks.Unraisable = reportIgnored
	iso.Hooks.Thread = in.prepareThread
	in.prepareThread(iso.Main())

	t := iso.Main()
	t.Acquire()
	defer t.Release()
	in.limit()
	if err := in.setUp(t, policy); err != nil {
		return nil, err
	}
	return in, nil
}

// setUp gives the packages below what only the host knows.
func (in *Interpreter) setUp(t *isolate.Thread, policy *permit.Policy) error {
	iso := in.iso
	if r := in.config.rights; r != nil {
		r.Give(iso)
	} else {
		permit.PolicyIn.Set(iso, policy)
	}
	in.setSources()
	futures.ListenerIn.Set(iso, in.config.listener)
	futures.UnretrievedIn.Set(iso, &futures.Unretrieved{Report: in.config.unretrieved})
	registry.FinderIn.Set(iso, in.find)
	registry.ScriptsIn.Set(iso, registry.Scripts{Locate: in.locate, Run: in.runFile})
	in.setModules()
	registry.RunSource.Set(iso, in.runSource)
	env, err := in.predeclared(t)
	if err != nil {
		return err
	}
	in.env, in.names = env, predeclaredNames(in.own)
	codec.Instantiate.Set(iso, in.instantiate)
	in.makeWorkers()
	return in.setSys(t)
}

// prepareThread gives each new script thread the functions that go.starlark.net
// asks of its host.
func (in *Interpreter) prepareThread(t *isolate.Thread) {
	st := t.Starlark()
	st.Print = func(st *starlark.Thread, msg string) { in.print(isolate.Of(st), msg) }
	st.Load = func(st *starlark.Thread, name string) (starlark.StringDict, error) {
		return in.load(isolate.Of(st), name)
	}
}

// Isolate returns the interpreter's isolate, for packages that extend it.
func (in *Interpreter) Isolate() *isolate.Isolate { return in.iso }

// Interrupt raises KeyboardInterrupt in the main thread, as Ctrl-C does. It
// reports whether a program runs that can see it.
func (in *Interpreter) Interrupt(signal int) bool {
	in.mu.Lock()
	running := in.running
	in.mu.Unlock()
	if running && in.iso.SignalHandled(signal) {
		return true
	}
	if running {
		in.interrupts.Add(1)
		in.iso.Main().Interrupt(object.Raise(object.KeyboardInterrupt, ""))
	}
	return running
}

// Close ends the interpreter: threads are cancelled, pools let go of what has
// not started. It does not wait for tasks that run.
func (in *Interpreter) Close() error {
	in.mu.Lock()
	workers := in.workers
	in.mu.Unlock()
	if workers != nil {
		workers.Shutdown(context.Background(), pool.NoWait|pool.CancelPending)
	}
	in.iso.Close()
	in.mu.Lock()
	idle := in.idle
	in.idle = nil
	in.mu.Unlock()
	for _, t := range idle {
		t.Exit()
	}
	return nil
}

func getwd() string {
	dir, err := os.Getwd()
	if err != nil {
		return "."
	}
	return dir
}
