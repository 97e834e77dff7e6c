package threading

// This file defines Event.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

var eventClass = object.NewClass(object.Spec{Name: "Event", Module: "threading", Doc: "Class implementing event objects."})

type event struct {
	set   bool
	queue isolate.WaitQueue
}

func stateOf[S any](v starlark.Value) (s S) {
	if x, ok := v.(*object.Instance); ok {
		s, _ = x.State.(S)
	}
	return s
}

func init() {
	eventClass.New = func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		return object.Make(c, t, &event{}), nil
	}
	isSet := func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
		return starlark.Bool(stateOf[*event](a[0]).set), nil
	}
	eventClass.AddMethods(
		object.Def{Sig: "def __init__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) { return starlark.None, nil }},
		object.Def{Sig: "def is_set(self)", Fn: isSet, Doc: "Return true if and only if the internal flag is true."},
		object.Def{Sig: "def isSet(self)", Fn: isSet},
		object.Def{Sig: "def set(self)", Doc: "Set the internal flag to true.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			e := stateOf[*event](a[0])
			e.set = true
			e.queue.WakeAll()
			return starlark.None, nil
		}},
		object.Def{Sig: "def clear(self)", Doc: "Reset the internal flag to false.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			stateOf[*event](a[0]).set = false
			return starlark.None, nil
		}},
		object.Def{Sig: "def wait(self, timeout=None)", Doc: "Block until the internal flag is true.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			e := stateOf[*event](a[0])
			d, err := object.Timeout(t, a[1])
			if err != nil {
				return nil, err
			}
			if e.set {
				return starlark.True, nil
			}
			woke, err := e.queue.Wait(t, d)
			return starlark.Bool(woke || e.set), err
		}},
		object.Def{Sig: "def __repr__(self)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
			word := "unset"
			if stateOf[*event](a[0]).set {
				word = "set"
			}
			c := object.ClassOf(a[0])
			return starlark.String(fmt.Sprintf("<%s.%s at 0x%x: %s>", c.Module, c.Qualname, object.Address(a[0]), word)), nil
		}},
	)
}
