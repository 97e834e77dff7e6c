package multiprocessing

// This file defines how a process is started that runs one call.

import (
	"context"
	"runtime"
	"time"

	"go.starlark.net/starlark"

	"starpool/builtins/futures"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/procs"
)

var processFuncs = []object.Def{
	{Sig: "_start(name, daemon, fn, args, /)", Doc: "Starts a process that calls fn, whose result is its exit status.", Fn: start},
	{Sig: "cpu_count()", Doc: "Returns the number of CPUs in the system", Fn: func(t *thread, a args) (starlark.Value, error) {
		return starlark.MakeInt(runtime.NumCPU()), nil
	}},
	{Sig: "_setup()", Doc: "The name and parent of this process if it is a worker.", Fn: func(t *thread, a args) (starlark.Value, error) {
		s := procs.Current()
		if s == nil {
			return starlark.None, nil
		}
		return starlark.Tuple{starlark.String(s.Name), starlark.MakeInt(s.Parent)}, nil
	}},
}

// children are the processes that an isolate has started and that have not
// ended.
type children struct {
	started bool
	list    []*child
}

type child struct {
	p      *procs.Process
	daemon bool
}

var childrenIn = isolate.NewKey(func(*isolate.Isolate) *children { return new(children) })

func start(t *thread, a args) (starlark.Value, error) {
	if procs.Enabled() && !procs.Processes(t.Isolate()) {
		return nil, object.Raise(object.RuntimeError, "processes cannot be started here: the host's clock, source of randomness or network rule cannot be sent to them")
	}
	if !procs.Enabled() {
		return nil, object.Raise(object.RuntimeError, "this program cannot start processes: it has to call host.Worker first thing in main")
	}
	name, _ := object.Text(a[0])
	daemon, err := object.Truth(t, a[1])
	if err != nil {
		return nil, err
	}
	callArgs, err := object.Slice(t, a[3])
	if err != nil {
		return nil, err
	}
	// What cannot travel is an error of start().
	caller := procs.NewCaller()
	request, err := caller.Request(t, a[2], callArgs, nil)
	if err != nil {
		return nil, err
	}
	sink, setup := procs.SinkOf(t), futures.SetupOf(t, name)
	var p *procs.Process
	err = t.Block(func(context.Context) error {
		var err error
		p, err = procs.Start(sink, setup)
		return err
	})
	if err != nil {
		return nil, object.Raise(object.OSError, "%s", err.Error())
	}
	p.Refer(caller)
	remember(t, &child{p, daemon})
	go func() {
		reply, err := p.Do(request)
		if err != nil {
			return // it ended by itself
		}
		p.Exit(exitStatus(reply))
	}()
	return procs.Object(t, p), nil
}

// exitStatus reads the reply of a process: the call returns its exit status as
// one byte, so that no heap has to be asked.
func exitStatus(reply []byte) int {
	code, ok := procs.SmallInt(reply)
	if !ok {
		return 1
	}
	return code
}

// remember makes the end of the program see to the process: others than daemons
// are waited for.
func remember(t *thread, c *child) {
	l := childrenIn.In(t.Isolate())
	if !l.started {
		l.started = true
		iso := t.Isolate()
		iso.OnFinish(func(t *isolate.Thread, interrupted bool) { endChildren(t, l, interrupted) })
		iso.OnClose(func() {
			t := iso.Main()
			t.Acquire()
			list := l.list
			t.Release()
			for _, c := range list {
				c.p.Kill()
			}
		})
	}
	live := l.list[:0]
	for _, old := range l.list {
		select {
		case <-old.p.Gone():
		default:
			live = append(live, old)
		}
	}
	l.list = append(live, c)
}

func endChildren(t *isolate.Thread, l *children, interrupted bool) {
	for _, c := range l.list {
		if c.daemon || interrupted {
			c.p.Terminate()
		}
	}
	for _, c := range l.list {
		err := t.Block(func(ctx context.Context) error {
			if c.daemon || interrupted {
				stop := time.AfterFunc(time.Second, c.p.Kill)
				defer stop.Stop()
			}
			return c.p.Wait(ctx)
		})
		if err != nil {
			c.p.Kill()
		}
	}
}
