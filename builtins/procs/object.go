package procs

// This file defines what a script sees of a worker process.

import (
	"context"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// ProcessClass is the class of the objects that stand for worker processes.
var ProcessClass = object.NewClass(object.Spec{Name: "SpawnProcess", Module: "multiprocessing.context"})

// Object returns the object of a process.
func Object(t *isolate.Thread, p *Process) starlark.Value {
	if p.object == nil {
		p.object = object.Make(ProcessClass, t, p)
	}
	return p.object
}

func init() {
	of := func(v starlark.Value) *Process { return v.(*object.Instance).State.(*Process) }
	ended := func(p *Process) bool {
		select {
		case <-p.gone:
			return true
		default:
			return false
		}
	}
	get := func(name string, fn func(p *Process) starlark.Value) object.Attr {
		return object.Attr{Name: name, Get: func(t *isolate.Thread, self starlark.Value) (starlark.Value, error) { return fn(of(self)), nil }}
	}
	ProcessClass.AddAttrs(
		get("pid", func(p *Process) starlark.Value { return starlark.MakeInt(p.PID()) }),
		get("ident", func(p *Process) starlark.Value { return starlark.MakeInt(p.PID()) }),
		get("name", func(p *Process) starlark.Value { return starlark.String(p.name) }),
		get("daemon", func(p *Process) starlark.Value { return starlark.False }),
		get("exitcode", func(p *Process) starlark.Value {
			if !ended(p) {
				return starlark.None
			}
			return starlark.MakeInt(p.ExitCode())
		}),
	)
	ProcessClass.AddMethods(
		object.Def{Sig: "def is_alive(self)", Doc: "Return whether process is alive", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return starlark.Bool(!ended(of(a[0]))), nil
		}},
		object.Def{Sig: "def join(self, timeout=None)", Doc: "Wait until child process terminates", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			p := of(a[0])
			limit, stop := context.Context(context.Background()), func() {}
			if a[1] != starlark.None {
				s, err := object.Float(t, a[1])
				if err != nil {
					return nil, err
				}
				var cancel context.CancelFunc
				limit, cancel = context.WithTimeout(context.Background(), isolate.Seconds(s))
				stop = cancel
			}
			defer stop()
			return starlark.None, t.Block(func(ctx context.Context) error {
				select {
				case <-p.gone:
				case <-ctx.Done():
				case <-limit.Done():
				}
				return nil
			})
		}},
		object.Def{Sig: "def terminate(self)", Doc: "Terminate process; sends SIGTERM signal", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			of(a[0]).Terminate()
			return starlark.None, nil
		}},
		object.Def{Sig: "def kill(self)", Doc: "Terminate process; sends SIGKILL signal", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			of(a[0]).Kill()
			return starlark.None, nil
		}},
	)
}
