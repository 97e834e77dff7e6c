package pickle

// This file defines the methods of object that describe an object's state, and
// the module copyreg.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

func init() {
	newObject := object.Def{Sig: "def __newobj__(cls, *args)", Fn: func(t *thread, a args) (value, error) {
		fn, err := object.GetAttr(t, a[0], "__new__")
		if err != nil {
			return nil, err
		}
		return object.Call(t, fn, append(starlark.Tuple{a[0]}, a[1].(starlark.Tuple)...), nil)
	}}
	registry.Register(&registry.Module{
		Name: "copyreg", Doc: "Helper to provide extensibility for pickle.",
		Funcs: []object.Def{
			newObject,
			{Sig: "def pickle(ob_type, pickle_function, constructor_ob=None)", Doc: "Declare that pickle_function reduces the objects of a type.", Fn: func(t *thread, a args) (value, error) {
				for _, fn := range []value{a[1], a[2]} {
					if fn != starlark.None && !object.IsCallable(fn) || fn == starlark.None && a[1] == starlark.None {
						return nil, object.Raise(object.TypeError, "reduction functions must be callable")
					}
				}
				return starlark.None, codec.Reducers.In(t.Isolate()).SetKey(a[0], a[1])
			}},
			{Sig: "def constructor(object)", Fn: func(t *thread, a args) (value, error) {
				if !object.IsCallable(a[0]) {
					return nil, object.Raise(object.TypeError, "constructors must be callable")
				}
				return starlark.None, nil
			}},
		},
		Init: func(t *thread, m *object.Module) error {
			m.Vars.Set("dispatch_table", codec.Reducers.In(t.Isolate()))
			return nil
		},
	})
	if object.ObjectType.Dict.Get("__reduce_ex__") != nil {
		return
	}
	reduce := func(t *thread, a args) (value, error) { return reduceObject(t, a[0]) }
	object.ObjectType.AddMethods(
		object.Def{Sig: "__reduce__(self, /)", Doc: "Helper for pickle.", Fn: reduce},
		object.Def{Sig: "__reduce_ex__(self, protocol, /)", Doc: "Helper for pickle.", Fn: func(t *thread, a args) (value, error) {
			if m := object.Special(a[0], "__reduce__"); m != nil {
				if f, ok := m.(*object.Func); !ok || f.Owner() != object.ObjectType {
					r, _, err := object.CallSpecial(t, a[0], "__reduce__")
					return r, err
				}
			}
			return reduceObject(t, a[0])
		}},
		object.Def{Sig: "__getstate__(self, /)", Doc: "Helper for pickle.", Fn: func(t *thread, a args) (value, error) {
			return stateOf(a[0]), nil
		}},
	)
}

// stateOf is what object.__getstate__ returns: the attributes, or None.
func stateOf(v value) value {
	x, ok := v.(*object.Instance)
	if !ok || x.Attrs.Len() == 0 {
		return starlark.None
	}
	d := starlark.NewDict(x.Attrs.Len())
	for _, n := range x.Attrs.Names() {
		d.SetKey(starlark.String(n), x.Attrs.Get(n))
	}
	if x.Class().Slots {
		return starlark.Tuple{starlark.None, d}
	}
	return d
}

// reduceObject is object.__reduce_ex__: how to make the object again.
func reduceObject(t *thread, v value) (value, error) {
	m, err := registry.Get(t, "copyreg")
	if err != nil {
		return nil, err
	}
	c := object.ClassOf(v)
	if x, ok := v.(*object.Instance); ok {
		if s := x.Exception(); s != nil {
			out := starlark.Tuple{c, s.Args}
			if x.Attrs.Len() > 0 {
				out = append(out, stateOf(v))
			}
			return out, nil
		}
	}
	args := starlark.Tuple{c}
	if object.Special(v, "__getnewargs__") != nil {
		r, _, err := object.CallSpecial(t, v, "__getnewargs__")
		if err != nil {
			return nil, err
		}
		if more, ok := object.Base(r).(starlark.Tuple); ok {
			args = append(args, more...)
		}
	} else if b := object.Base(v); b != v {
		args = append(args, b)
	} else if x, ok := v.(*object.Instance); !ok || x.State != nil {
		return nil, object.Raise(object.TypeError, "cannot pickle '%s' object", object.TypeName(v))
	}
	state, _, err := object.CallSpecial(t, v, "__getstate__")
	if err != nil {
		return nil, err
	}
	return starlark.Tuple{m.Get("__newobj__"), args, state}, nil
}
