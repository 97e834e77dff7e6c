package registry

// This file defines Import: from a dotted name to a module object.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// Finder looks for a module that is not built in: a file beside the script. It
// returns nil, nil if there is none. path is the __path__ of the parent package,
// nil for a top-level name. The module must be in Loaded before its code runs,
// so that import cycles meet it half made, as in CPython. The host sets it.
type Finder func(t *object.Thread, name string, path []string) (*object.Module, error)

// FinderIn is the finder of an isolate.
var FinderIn = isolate.NewKey(func(*isolate.Isolate) Finder {
	return func(*object.Thread, string, []string) (*object.Module, error) { return nil, nil }
})

// Import returns the module of the dotted absolute name, loading it and its
// parent packages if need be, or raises ModuleNotFoundError.
func Import(t *object.Thread, name string) (starlark.Value, error) {
	loaded := Loaded.In(t.Isolate())
	if v, ok, _ := loaded.Get(starlark.String(name)); ok {
		if v == starlark.None {
			return nil, notFound(name, "import of "+name+" halted; None in sys.modules")
		}
		return v, nil
	}
	var parent starlark.Value
	var path []string
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		p, err := Import(t, name[:i])
		if err != nil {
			return nil, err
		}
		parent = p
		// Loading the parent may have loaded us.
		if v, ok, _ := loaded.Get(starlark.String(name)); ok {
			return v, nil
		}
		if path = pathOf(t, p); path == nil && !IsPackage(name[:i]) {
			return nil, notFound(name, "No module named '"+name+"'; '"+name[:i]+"' is not a package")
		}
	}
	m, err := Get(t, name)
	if err != nil {
		return nil, err
	}
	if m == nil {
		if m, err = FinderIn.In(t.Isolate())(t, name, path); err != nil {
			return nil, err
		}
	}
	if m == nil {
		return nil, withHint(notFound(name, "No module named '"+name+"'"), name)
	}
	// A module may replace itself in sys.modules while it runs.
	v, ok, _ := loaded.Get(starlark.String(name))
	if !ok {
		v = m
	}
	if parent != nil {
		if err := object.SetAttr(t, parent, name[strings.LastIndexByte(name, '.')+1:], v); err != nil {
			return nil, err
		}
	}
	return v, nil
}

// pathOf returns the folders of a package, or nil if the module is none.
func pathOf(t *object.Thread, m starlark.Value) []string {
	v, err := object.GetAttr(t, m, "__path__")
	if err != nil {
		return nil
	}
	list, err := object.Slice(t, v)
	if err != nil {
		return nil
	}
	path := make([]string, 0, len(list))
	for _, e := range list {
		if s, ok := object.Text(e); ok {
			path = append(path, s)
		}
	}
	return path
}

func notFound(name, msg string) error {
	err := object.Raise(object.ModuleNotFoundError, "%s", msg)
	e := err.(*object.Error)
	e.Exc.Exception().SetField("name", starlark.String(name))
	return err
}
