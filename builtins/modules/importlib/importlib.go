// Package importlib is the module importlib with importlib.util and
// importlib.machinery: imports by name, reloading, and modules made of a file.
//
//	import_module, reload, find_spec   importlib.py, util.py
//	what the host has to do            importlib.go
package importlib

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed importlib.py
var source string

//go:embed machinery.py
var machinery string

//go:embed util.py
var util string

//go:embed metadata.py
var metadata string

func init() {
	registry.Register(&registry.Module{Name: "importlib", Doc: "A pure Python implementation of import.", Source: source})
	registry.Register(&registry.Module{Name: "importlib.machinery", Doc: "The machinery of importlib: importers, loaders, hooks, etc.", Source: machinery,
		Funcs: []object.Def{
			{Sig: "_locate(name, path, /)", Doc: "The file of a module that is a script, and whether it is a package; None if there is none.", Fn: locate},
			{Sig: "_run(module, file, /)", Doc: "Run a file as the code of a module.", Fn: run},
			{Sig: "_module(name, /)", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
				name, err := object.TextArg(a[0], "_module", "name")
				if err != nil {
					return nil, err
				}
				return &object.Module{Name: name, Iso: t.Isolate()}, nil
			}},
			{Sig: "_offered(name, /)", Doc: "Whether a built-in module of that name can be imported.", Fn: func(t *isolate.Thread, a object.Args) (starlark.Value, error) {
				name, err := object.TextArg(a[0], "_offered", "name")
				return starlark.Bool(registry.Offers(t, name)), err
			}},
		}})
	registry.Register(&registry.Module{Name: "importlib.util", Doc: "Utility code for constructing importers, etc.", Source: util})
	registry.Register(&registry.Module{Name: "importlib.metadata", Doc: "Nothing is installed here: every package is missing.", Source: metadata})
}

func locate(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	name, err := object.TextArg(a[0], "_locate", "name")
	if err != nil {
		return nil, err
	}
	var path []string
	if a[1] != starlark.None {
		list, err := object.Slice(t, a[1])
		if err != nil {
			return nil, err
		}
		path = make([]string, 0, len(list))
		for _, v := range list {
			if s, ok := object.Text(v); ok {
				path = append(path, s)
			}
		}
	}
	s, err := registry.ScriptsIn.In(t.Isolate()).Locate(t, name, path)
	if err != nil || s == nil {
		return starlark.None, err
	}
	return starlark.Tuple{starlark.String(s.File), starlark.Bool(s.Package)}, nil
}

func run(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	m, ok := a[0].(*object.Module)
	if !ok {
		return nil, object.Raise(object.TypeError, "the code of a '%s' cannot be run", object.TypeName(a[0]))
	}
	file, err := object.TextArg(a[1], "_run", "file")
	if err != nil {
		return nil, err
	}
	// What the module has stays, unless the code binds it again.
	for _, n := range m.AttrNames() {
		if v := m.Get(n); v != nil {
			m.Vars.Set(n, v)
		}
	}
	return starlark.None, registry.ScriptsIn.In(t.Isolate()).Run(t, m, file)
}
