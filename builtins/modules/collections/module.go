package collections

// This file defines the module and what its classes share.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/modules/collections/abc"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// method is a Def for a method without parameters beyond self.
func method(name string, fn func(t *thread, self value) (value, error)) object.Def {
	return object.Def{Sig: name + "(self, /)", Fn: func(t *thread, a args) (value, error) { return fn(t, a[0]) }}
}

// binary is a Def for the method of a binary operator.
func binary(name string, fn func(t *thread, a, b value) (value, error)) object.Def {
	return object.Def{Sig: name + "(self, value, /)", Fn: func(t *thread, a args) (value, error) { return fn(t, a[0], a[1]) }}
}

func none(err error) (value, error) { return starlark.None, err }

// dictOf returns the dict below an object of a subclass of dict.
func dictOf(v value) *starlark.Dict { return object.Base(v).(*starlark.Dict) }

// overrides reports whether a script replaced the method on v's class.
func overrides(v value, name string) bool {
	m := object.Special(v, name)
	return m != nil && !object.IsNativeMethod(m)
}

// callerModule is the name of the module whose code called the built-in that is
// running.
func callerModule(t *thread) string {
	st := t.Starlark()
	for i := 0; i < st.CallStackDepth(); i++ {
		if c := object.CodeOf(t, st.CallFrame(i).Pos.Filename()); c != nil {
			return c.Module
		}
	}
	return "__main__"
}

var lazyNames = []string{"ChainMap", "UserDict", "UserList", "UserString"}

func init() {
	registry.Register(&registry.Module{
		Name:    "collections",
		Doc:     "This module implements specialized container datatypes providing\nalternatives to Python's general purpose built-in containers, dict,\nlist, set, and tuple.",
		Funcs:   []object.Def{namedtupleDef, countElementsDef},
		Classes: []*object.Class{defaultDict, orderedDict, counter, dequeClass},
		Values: map[string]value{"__all__": starlark.Tuple{
			starlark.String("ChainMap"), starlark.String("Counter"), starlark.String("OrderedDict"),
			starlark.String("UserDict"), starlark.String("UserList"), starlark.String("UserString"),
			starlark.String("defaultdict"), starlark.String("deque"), starlark.String("namedtuple"),
		}},
		Init: func(t *thread, m *object.Module) error {
			m.Missing = func(t *thread, name string) (value, error) {
				if name == "abc" {
					return registry.Import(t, "collections.abc")
				}
				for _, n := range lazyNames {
					if n != name {
						continue
					}
					user, err := registry.Get(t, userModule)
					if err != nil {
						return nil, err
					}
					for _, n := range lazyNames {
						if v := user.Get(n); v != nil {
							m.Vars.Set(n, v)
						}
					}
					return m.Vars.Get(name), nil
				}
				return nil, nil
			}
			return nil
		},
	})
	abc.Register(abc.MutableMapping, defaultDict, orderedDict, counter)
	abc.Register(abc.MutableSequence, dequeClass)
}
