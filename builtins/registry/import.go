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

// Scripts is what a host does for importlib.
type Scripts struct {
	// Locate finds the source of a module that is a script, without running it;
	// nil, nil if there is none. path is as for a Finder.
	Locate func(t *object.Thread, name string, path []string) (*Script, error)
	// Run reads a file that Locate found, or any other, and runs it as the code of
	// a module.
	Run func(t *object.Thread, m *object.Module, file string) error
}

// A Script is where the source of a module is.
type Script struct {
	File    string
	Package bool
}

// ScriptsIn is what the host of an isolate does.
var ScriptsIn = isolate.NewKey(func(*isolate.Isolate) Scripts {
	return Scripts{
		Locate: func(*object.Thread, string, []string) (*Script, error) { return nil, nil },
		Run: func(*object.Thread, *object.Module, string) error {
			return object.Raise(object.ImportError, "this interpreter cannot run files")
		},
	}
})

// Offers reports whether scripts can import a built-in or a host's own module of
// that name.
func Offers(t *object.Thread, name string) bool {
	choice := ChoiceIn.In(t.Isolate())
	if choice == nil || !choice.Hides(name) {
		return Lookup(name) != nil
	}
	return choice.Owns(name)
}

// A Choice is a host's own say in which modules its scripts have.
type Choice struct {
	// Hides reports whether scripts do not get the built-in module of that name.
	// What other built-in modules import is not asked.
	Hides func(name string) bool
	// Own makes a module that the host brings along; nil, nil if it has none of
	// that name. Its name is among those that Hides hides.
	Own func(t *object.Thread, name string) (*object.Module, error)
	// Owns reports whether Own would make one.
	Owns func(name string) bool
}

func (c *Choice) hides(name string) bool { return c != nil && c.Hides(name) }

// ChoiceIn is the choice of an isolate, nil for all built-in modules and no other.
var ChoiceIn = isolate.NewKey(func(*isolate.Isolate) *Choice { return nil })

// inner holds the hidden modules that others of the built-in ones have imported.
var inner = isolate.NewKey(func(*isolate.Isolate) *starlark.Dict { return starlark.NewDict(4) })

// ImportInner is Import for the code of a built-in module: it finds those that are
// hidden from scripts.
func ImportInner(t *object.Thread, name string) (starlark.Value, error) {
	if Lookup(name) == nil || !ChoiceIn.In(t.Isolate()).hides(name) {
		return Import(t, name)
	}
	m, err := Get(t, name)
	if err != nil {
		return nil, err
	}
	return m, nil
}

// Import returns the module of the dotted absolute name, loading it and its
// parent packages if need be, or raises ModuleNotFoundError.
func Import(t *object.Thread, name string) (starlark.Value, error) {
	loaded := Loaded.In(t.Isolate())
	find := func() (starlark.Value, error) {
		v, ok, _ := loaded.Get(starlark.String(name))
		if !ok {
			return nil, nil
		}
		if v == starlark.None {
			return nil, notFound(name, "import of "+name+" halted; None in sys.modules")
		}
		return v, nil
	}
	if v, err := find(); err != nil || v != nil && !unfinished(v) {
		return v, err
	}
	done, err := enter(t, name)
	if err != nil {
		return nil, err
	}
	defer done()
	if v, err := find(); v != nil || err != nil {
		return v, err
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
		if path = pathOf(t, p); path == nil && !isBuiltInPackage(t, name[:i]) {
			return nil, notFound(name, "No module named '"+name+"'; '"+name[:i]+"' is not a package")
		}
	}
	m, err := offered(t, name)
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

// offered returns the host's own or the built-in module of that name, if scripts
// may have it; nil, nil otherwise.
func offered(t *object.Thread, name string) (*object.Module, error) {
	choice := ChoiceIn.In(t.Isolate())
	if !choice.hides(name) {
		return Get(t, name)
	}
	if choice.Own == nil {
		return nil, nil
	}
	m, err := choice.Own(t, name)
	if m != nil {
		Loaded.In(t.Isolate()).SetKey(starlark.String(name), m)
	}
	return m, err
}

func isBuiltInPackage(t *object.Thread, name string) bool {
	return IsPackage(name) && !ChoiceIn.In(t.Isolate()).hides(name)
}

// unfinished reports whether a module's code is still running.
func unfinished(v starlark.Value) bool {
	m, ok := v.(*object.Module)
	return ok && m.Initializing
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
