package threading

// This file defines Timer.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

var timerClass = object.NewClass(object.Spec{Name: "Timer", Module: "threading", Base: threadClass, Doc: "Call a function after a specified number of seconds."})

func init() {
	timerClass.AddMethods(
		object.Def{Sig: "def __init__(self, interval, function, args=None, kwargs=None)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			self := a[0].(*object.Instance)
			if _, err := threadInit(t, object.Args{self, starlark.None, starlark.None, starlark.None, starlark.Tuple(nil), starlark.None, starlark.None}); err != nil {
				return nil, err
			}
			args, kwargs := a[3], a[4]
			if args == starlark.None {
				args = starlark.NewList(nil)
			}
			if kwargs == starlark.None {
				kwargs = starlark.NewDict(0)
			}
			finished, err := object.Call(t, eventClass, nil, nil)
			if err != nil {
				return nil, err
			}
			for _, f := range []struct {
				name string
				v    starlark.Value
			}{{"interval", a[1]}, {"function", a[2]}, {"args", args}, {"kwargs", kwargs}, {"finished", finished}} {
				self.Attrs.Set(f.name, f.v)
			}
			return starlark.None, nil
		}},
		object.Def{Sig: "def cancel(self)", Doc: "Stop the timer if it hasn't finished yet.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			return object.CallMethod(t, a[0].(*object.Instance).Attrs.Get("finished"), "set")
		}},
		object.Def{Sig: "def run(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			vars := &a[0].(*object.Instance).Attrs
			finished := vars.Get("finished")
			cancelled, err := object.CallMethod(t, finished, "wait", vars.Get("interval"))
			if err != nil {
				return nil, err
			}
			if !cancelled.Truth() {
				args, err := object.Slice(t, vars.Get("args"))
				if err != nil {
					return nil, err
				}
				var kwargs []starlark.Tuple
				if d, ok := object.Base(vars.Get("kwargs")).(*starlark.Dict); ok {
					kwargs = d.Items()
				}
				if _, err := object.Call(t, vars.Get("function"), args, kwargs); err != nil {
					return nil, err
				}
			}
			_, err = object.CallMethod(t, finished, "set")
			return starlark.None, err
		}},
	)
}
