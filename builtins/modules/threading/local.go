package threading

// This file defines local: attributes that each thread has its own of.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

var localClass = object.NewClass(object.Spec{Name: "local", Module: "_thread", Doc: "Thread-local data"})

// localData is the State of a local. A thread's namespace is found through the
// thread, so it goes when the thread does.
type localData struct {
	args   starlark.Tuple
	kwargs []starlark.Tuple
}

func (l *localData) namespace(t *isolate.Thread, self *object.Instance) (*object.Namespace, error) {
	if ns, ok := t.Locals[l].(*object.Namespace); ok {
		return ns, nil
	}
	ns := new(object.Namespace)
	if t.Locals == nil {
		t.Locals = make(map[any]any)
	}
	t.Locals[l] = ns
	// A subclass's __init__ runs once in each thread that uses the object.
	if init := self.Class().Lookup("__init__"); init != nil && !object.IsNativeMethod(init) {
		_, err := object.Call(t, init, append(starlark.Tuple{self}, l.args...), l.kwargs)
		return ns, err
	}
	return ns, nil
}

func init() {
	localClass.New = func(t *isolate.Thread, c *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
		if len(args)+len(kwargs) > 0 {
			if init := c.Lookup("__init__"); init == nil || object.IsNativeMethod(init) {
				return nil, object.Raise(object.TypeError, "Initialization arguments are not supported")
			}
		}
		l := &localData{args: args, kwargs: kwargs}
		x := object.Make(c, t, l)
		if t.Locals == nil {
			t.Locals = make(map[any]any)
		}
		t.Locals[l] = new(object.Namespace) // __init__ runs right after this
		return x, nil
	}
	vars := func(t *isolate.Thread, v starlark.Value) (*object.Instance, *object.Namespace, error) {
		x := v.(*object.Instance)
		ns, err := stateOf[*localData](x).namespace(t, x)
		return x, ns, err
	}
	localClass.Attributes = &object.AttributeHooks{
		Get: func(t *isolate.Thread, x *object.Instance, name string) (starlark.Value, error) {
			_, ns, err := vars(t, x)
			if err != nil {
				return nil, err
			}
			if name == "__dict__" {
				return ns.Dict(), nil
			}
			return ns.Get(name), nil
		},
		Set: func(t *isolate.Thread, x *object.Instance, name string, v starlark.Value) error {
			_, ns, err := vars(t, x)
			if err != nil {
				return err
			}
			if v == nil {
				if !ns.Delete(name) {
					return object.NoAttribute(x, name)
				}
				return nil
			}
			ns.Set(name, v)
			return nil
		},
	}
}
