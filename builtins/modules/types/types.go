// Package types is the module types: the classes that package object holds, and
// the rest in the language itself (types.py).
package types

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed types.py
var source string

var moduleArgs = object.NewFunc(object.Def{Sig: "module(name, doc=None)"})

func newModule(t *object.Thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	a, err := moduleArgs.Bind(args, kwargs)
	if err != nil {
		return nil, err
	}
	name, ok := object.Text(a[0])
	if !ok {
		return nil, object.Raise(object.TypeError, "module() argument 'name' must be str, not %s", object.TypeName(a[0]))
	}
	m := &object.Module{Name: name, Iso: t.Isolate(), Plain: true}
	for _, n := range []string{"__name__", "__doc__", "__package__", "__loader__", "__spec__"} {
		m.Vars.Set(n, starlark.None)
	}
	m.Vars.Set("__name__", starlark.String(name))
	m.Vars.Set("__doc__", a[1])
	return m, nil
}

func init() {
	object.ModuleType.New = newModule
	registry.Register(&registry.Module{
		Name: "types", Doc: "Define names for built-in types that aren't directly accessible as a builtin.",
		Values: map[string]starlark.Value{
			"ModuleType": object.ModuleType, "MethodType": object.MethodType, "TracebackType": object.TracebackType,
			"FrameType": object.FrameType, "CodeType": object.CodeType, "GetSetDescriptorType": object.GetsetType,
		},
		Source: source,
	})
}
