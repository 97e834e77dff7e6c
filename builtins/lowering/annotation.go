package lowering

// This file defines annotations, type parameters and type aliases, and the
// helpers that show a scope as a dict.

import (
	"sort"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

const opEQL = syntax.EQL

// Display prints a value as the REPL does after an expression. The host sets
// it.
var Display = isolate.NewKey(func(*isolate.Isolate) func(t *isolate.Thread, v starlark.Value) error {
	return func(*isolate.Thread, starlark.Value) error { return nil }
})

func init() {
	// Type parameters and aliases are typing's own: that module is loaded by the
	// first statement that declares one.
	declare := func(name string) func(*env, *starlark.Thread, starlark.Tuple, []starlark.Tuple) (value, error) {
		return plain(func(t *thread, a starlark.Tuple) (value, error) {
			m, err := registry.Import(t, "typing")
			if err != nil {
				return nil, err
			}
			fn, err := object.GetAttr(t, m, name)
			if err != nil {
				return nil, err
			}
			return object.Call(t, fn, a, nil)
		})
	}
	functions["typevar"] = declare("_declared")
	functions["typealias"] = declare("_declared_alias")
	functions["generic"] = declare("_declared_bases")
	functions["typeparams"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return a[0], object.SetAttr(t, a[0], "__type_params__", a[1:])
	})
	functions["annotate"] = func(_ *env, _ *starlark.Thread, a starlark.Tuple, _ []starlark.Tuple) (value, error) {
		var dict value
		var set func(v value) error
		switch where := a[0].(type) {
		case *Globals:
			dict = where.mod.Get("__annotations__")
			set = func(v value) error {
				where.Set("__annotations__", v)
				return nil
			}
		case *classBody:
			v, err := where.get("__annotations__")
			if err != nil {
				return nil, err
			}
			dict, set = v, func(v value) error { return where.SetField("__annotations__", v) }
		}
		d, ok := dict.(*starlark.Dict)
		if !ok {
			d = new(starlark.Dict)
			if err := set(d); err != nil {
				return nil, err
			}
		}
		return starlark.None, d.SetKey(a[1], a[2])
	}
	functions["annotatefn"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		d := starlark.NewDict(len(a) / 2)
		for i := 1; i+1 < len(a); i += 2 {
			if err := d.SetKey(a[i], a[i+1]); err != nil {
				return nil, err
			}
		}
		return a[0], object.SetAttr(t, a[0], "__annotations__", d)
	})
	functions["display"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return starlark.None, Display.In(t.Isolate())(t, a[0])
	})
	functions["locals"] = plain(locals)
	functions["dir"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		keys, err := object.Slice(t, a[0])
		if err != nil {
			return nil, err
		}
		names := make([]string, 0, len(keys))
		for _, k := range keys {
			if s, ok := object.Text(k); ok {
				names = append(names, s)
			}
		}
		return sortedStrings(names), nil
	})
	functions["complex"] = plain(func(t *thread, a starlark.Tuple) (value, error) {
		return object.Call(t, object.ComplexType, starlark.Tuple{starlark.Float(0), a[0]}, nil)
	})
}

// locals makes the dict of a class body's names, or of a function's variables:
// names, and functions that read them, of which those that fail are not bound.
func locals(t *thread, a starlark.Tuple) (value, error) {
	if c, ok := a[0].(*classBody); ok {
		return c.dict(), nil
	}
	names, thunks := a[0].(*starlark.List), a[1].(*starlark.List)
	d := starlark.NewDict(names.Len())
	for i := range names.Len() {
		v, err := object.Call(t, thunks.Index(i), nil, nil)
		if err != nil {
			if object.IsCaught(t, err, object.NameError) {
				continue
			}
			return nil, err
		}
		if err := d.SetKey(names.Index(i), v); err != nil {
			return nil, err
		}
	}
	return d, nil
}

func sortedStrings(names []string) value {
	sort.Strings(names)
	out := make([]value, len(names))
	for i, n := range names {
		out[i] = starlark.String(n)
	}
	return starlark.NewList(out)
}
