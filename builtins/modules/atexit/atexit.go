// Package atexit is the module atexit.
package atexit

import (
	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/traceback"
)

type call struct {
	fn     starlark.Value
	args   starlark.Tuple
	kwargs []starlark.Tuple
}

// exits are the functions that an isolate runs at its end, last one first.
type exits struct{ calls []call }

var exitsIn = isolate.NewKey(func(iso *isolate.Isolate) *exits {
	e := new(exits)
	iso.OnFinish(func(t *isolate.Thread, interrupted bool) {
		if t.Isolate().Stopped() == nil {
			e.run(t)
		}
	})
	return e
})

func (e *exits) run(t *isolate.Thread) {
	for len(e.calls) > 0 {
		c := e.calls[len(e.calls)-1]
		e.calls = e.calls[:len(e.calls)-1]
		if _, err := object.Call(t, c.fn, c.args, c.kwargs); err != nil {
			exc := object.Catch(t, err, 0)
			if exc == nil || exc.Class().IsSubclass(object.SystemExit) {
				continue
			}
			name, _ := object.Repr(t, c.fn)
			files.WriteStderr(t, "Exception ignored in atexit callback "+name+":\n"+traceback.Format(t, exc))
		}
	}
}

func init() {
	registry.Register(&registry.Module{
		Name: "atexit", Doc: "allow programmer to define multiple exit functions to be executed\nupon normal program termination.",
		Funcs: []object.Def{
			{Sig: "register(func, /, *args, **kwargs)", Doc: "Register a function to be executed upon normal program termination", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				if !object.IsCallable(a[0]) {
					return nil, object.Raise(object.TypeError, "the first argument must be callable")
				}
				e := exitsIn.In(t.Isolate())
				e.calls = append(e.calls, call{a[0], a[1].(starlark.Tuple), object.Keywords(a[2])})
				return a[0], nil
			}},
			{Sig: "unregister(func, /)", Doc: "Unregister an exit function which was previously registered using\natexit.register", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				e := exitsIn.In(t.Isolate())
				kept := e.calls[:0]
				for _, c := range e.calls {
					same, err := object.Equal(t, c.fn, a[0])
					if err != nil {
						return nil, err
					}
					if !same {
						kept = append(kept, c)
					}
				}
				e.calls = kept
				return starlark.None, nil
			}},
			{Sig: "_run_exitfuncs()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				exitsIn.In(t.Isolate()).run(t)
				return starlark.None, nil
			}},
			{Sig: "_clear()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				exitsIn.In(t.Isolate()).calls = nil
				return starlark.None, nil
			}},
			{Sig: "_ncallbacks()", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
				return starlark.MakeInt(len(exitsIn.In(t.Isolate()).calls)), nil
			}},
		},
	})
}
