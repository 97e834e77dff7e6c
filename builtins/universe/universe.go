package universe

// This file defines the table of names.

import (
	"slices"
	"sort"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/traceback"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// defs are the functions, put together by the files' own lists.
func defs() []object.Def {
	var out []object.Def
	for _, list := range [][]object.Def{printingDefs, numberDefs, consumeDefs, reflectDefs, textDefs, sourceDefs} {
		out = append(out, list...)
	}
	return out
}

// table is made when first asked for, after the init functions of all packages
// have filled the classes.
var table = sync.OnceValue(func() map[string]value {
	m := make(map[string]value, 160)
	for _, d := range defs() {
		f := object.NewFunc(d)
		m[f.Name()] = f
	}
	for _, c := range []*object.Class{
		object.ObjectType, object.TypeType, object.IntType, object.BoolType, object.FloatType, object.ComplexType,
		object.StrType, object.BytesType, object.BytearrayType, object.ListType, object.TupleType, object.DictType,
		object.SetType, object.FrozensetType, object.RangeType, object.SliceType, object.PropertyType,
		object.StaticMethodType, object.ClassMethodType, object.SuperType,
		types.EnumerateType, types.ZipType, types.MapType, types.FilterType, types.ReversedType, types.MemoryviewType,
	} {
		m[c.ClassName] = c
	}
	for _, c := range object.ExceptionClasses() {
		m[c.ClassName] = c
	}
	m["EnvironmentError"], m["IOError"] = object.OSError, object.OSError
	m["None"], m["True"], m["False"] = starlark.None, starlark.True, starlark.False
	m["NotImplemented"], m["Ellipsis"] = object.NotImplemented, object.Ellipsis
	m["__debug__"] = starlark.True
	for name, v := range more {
		m[name] = v
	}
	return m
})

// more are names that other packages add with Add.
var more = make(map[string]value)

// Add puts a name into the table: concurrent.futures adds its own, which
// scripts may use without an import. It is called from init functions.
func Add(name string, v starlark.Value) { more[name] = v }

// Has reports whether name is a built-in.
func Has(name string) bool { _, ok := table()[name]; return ok }

// Names returns the names, sorted.
func Names() []string {
	m := table()
	out := make([]string, 0, len(m))
	for n := range m {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

// Lookup returns what a name stands for in the thread's isolate, or nil. A
// script may have changed it through the module builtins.
func Lookup(t *object.Thread, name string) starlark.Value {
	if t != nil {
		if m, ok, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String("builtins")); ok {
			if m, ok := m.(*object.Module); ok {
				return m.Get(name)
			}
		}
	}
	return table()[name]
}

// Table returns all names and their values. All interpreters share it: nobody
// may change it.
func Table() starlark.StringDict { return table() }

func init() {
	object.IsBuiltinName = Has
	traceback.BuiltinNames = Names
	registry.Register(&registry.Module{
		Name: "builtins",
		Doc:  "Built-in functions, types, exceptions, and other objects.",
		Init: func(t *thread, m *object.Module) error {
			shadowTable(t, m)
			return nil
		},
	})
}

// Rebound are the built-ins that a script has given other values through the
// module builtins, as tests do with open and input.
type Rebound struct {
	Values map[string]starlark.Value
	// Watch, if set, is told of each.
	Watch func(name string, v starlark.Value)
}

// ReboundIn is what an isolate has rebound.
var ReboundIn = isolate.NewKey(func(*isolate.Isolate) *Rebound { return new(Rebound) })

func (r *Rebound) set(name string, v value) {
	if r.Values == nil {
		r.Values = make(map[string]value)
	}
	r.Values[name] = v
	if r.Watch != nil {
		r.Watch(name, v)
	}
}

// shadowTable makes the names the module's without copying them: Vars holds only
// what a script has set.
func shadowTable(t *thread, m *object.Module) {
	rebound := ReboundIn.In(t.Isolate())
	var changed map[string]bool // the names that a script has set or deleted
	m.Lookup = func(name string) value {
		if changed[name] {
			return nil
		}
		return table()[name]
	}
	m.Assign = func(name string, v value) bool {
		original := table()[name]
		if original == nil {
			return false
		}
		if v == nil {
			rebound.set(name, original) // code that names it goes on with what it had
		} else {
			rebound.set(name, v)
		}
		if changed[name] {
			return false
		}
		if changed == nil {
			changed = make(map[string]bool)
		}
		changed[name] = true
		return v == nil
	}
	m.Names = func() []string {
		names := Names()
		return slices.DeleteFunc(names, func(n string) bool { return changed[n] })
	}
}
