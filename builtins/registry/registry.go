// Package registry is the one way in which a standard module comes into being.
//
// A module is a package of its own under builtins/modules (or another room of
// builtins) that calls Register from an init function with a short description:
// functions with Python's signatures, constants, classes, and, where a part is
// easier said in the language itself, a script that is compiled when the module
// is first imported. Nothing of a module runs before a script imports it.
package registry

import (
	"fmt"
	"slices"
	"sort"
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A Module describes a standard module.
type Module struct {
	Name string // dotted
	Doc  string
	// Differs says, for docs/modules.md, what the module does otherwise than
	// Python's; "" if nothing but the names that it lacks.
	Differs string
	// Funcs are the module's functions.
	Funcs []object.Def
	// Classes are classes made in Go; each is bound to its name.
	Classes []*object.Class
	// Values are constants and other values that all isolates may share.
	Values map[string]starlark.Value
	// Init adds what belongs to one isolate. It may be nil.
	Init func(t *object.Thread, m *object.Module) error
	// Source is a script that runs in the module's namespace after all of the
	// above; it sees those names as globals. It may be empty.
	Source string
	// Script makes the Source when the module is imported, where putting it together
	// costs something. It may be nil.
	Script func() string
	// Parts are scripts for names that few importers use.
	Parts []Part
	// Main is a script that is run as the program by `-m Name`. Empty: the module is
	// no program.
	Main string
}

var (
	mu      sync.RWMutex
	modules = make(map[string]*Module)
)

// Register makes a module known. It is called from init functions and panics if
// the name is taken.
func Register(m *Module) {
	mu.Lock()
	defer mu.Unlock()
	if _, dup := modules[m.Name]; dup {
		panic("registry: module " + m.Name + " registered twice")
	}
	modules[m.Name] = m
}

// Lookup returns the description of a module, or nil.
func Lookup(name string) *Module {
	mu.RLock()
	defer mu.RUnlock()
	return modules[name]
}

// Names returns the names of all modules, sorted.
func Names() []string {
	mu.RLock()
	defer mu.RUnlock()
	out := make([]string, 0, len(modules))
	for n := range modules {
		out = append(out, n)
	}
	sort.Strings(out)
	return out
}

// NamesFor returns the names of the built-in modules that the isolate's scripts
// may import, sorted.
func NamesFor(t *object.Thread) []string {
	choice := ChoiceIn.In(t.Isolate())
	return slices.DeleteFunc(Names(), choice.hides)
}

// IsPackage reports whether a module of that name has submodules.
func IsPackage(name string) bool {
	mu.RLock()
	defer mu.RUnlock()
	for n := range modules {
		if strings.HasPrefix(n, name+".") {
			return true
		}
	}
	return false
}

// RunSource compiles and runs a module's Source in its namespace. The host sets
// it for each isolate.
var RunSource = isolate.NewKey(func(*isolate.Isolate) func(t *object.Thread, m *object.Module, source string) error {
	return func(*object.Thread, *object.Module, string) error {
		return fmt.Errorf("registry: this isolate cannot run scripts")
	}
})

// Loaded is sys.modules of an isolate: the module objects by name.
var Loaded = isolate.NewKey(func(*isolate.Isolate) *starlark.Dict { return starlark.NewDict(16) })

// Get returns the isolate's instance of a standard module, making it if needed.
// It returns nil, nil if there is no such module. Parent packages are loaded
// first and get the submodule as an attribute.
func Get(t *object.Thread, name string) (*object.Module, error) {
	loaded := Loaded.In(t.Isolate())
	if ChoiceIn.In(t.Isolate()).hides(name) && Lookup(name) != nil {
		loaded = inner.In(t.Isolate())
	}
	if v, ok, _ := loaded.Get(starlark.String(name)); ok && !unfinished(v) {
		m, _ := v.(*object.Module)
		return m, nil
	}
	done, err := enter(t, name)
	if err != nil {
		return nil, err
	}
	defer done()
	if v, ok, _ := loaded.Get(starlark.String(name)); ok {
		m, _ := v.(*object.Module)
		return m, nil
	}
	d := Lookup(name)
	if d == nil {
		return nil, nil
	}
	var parent *object.Module
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		p, err := Get(t, name[:i])
		if err != nil {
			return nil, err
		}
		parent = p
	}
	m := &object.Module{Name: name, Iso: t.Isolate(), BuiltIn: true, Initializing: true}
	loaded.SetKey(starlark.String(name), m)
	if err := d.fill(t, m); err != nil {
		loaded.Delete(starlark.String(name))
		return nil, err
	}
	m.Initializing = false
	if parent != nil {
		parent.Vars.Set(name[strings.LastIndexByte(name, '.')+1:], m)
	}
	return m, nil
}

func (d *Module) fill(t *object.Thread, m *object.Module) error {
	m.Vars.Set("__name__", starlark.String(d.Name))
	m.Vars.Set("__package__", starlark.String(packageOf(d.Name)))
	if d.Doc != "" {
		m.Vars.Set("__doc__", starlark.String(d.Doc))
	}
	if IsPackage(d.Name) {
		m.Vars.Set("__path__", starlark.NewList(nil))
	}
	for _, v := range d.funcs() {
		m.Vars.Set(v.Name(), v)
	}
	for _, c := range d.Classes {
		m.Vars.Set(c.ClassName, c)
	}
	names := make([]string, 0, len(d.Values))
	for n := range d.Values {
		names = append(names, n)
	}
	sort.Strings(names)
	for _, n := range names {
		m.Vars.Set(n, d.Values[n])
	}
	if d.Init != nil {
		if err := d.Init(t, m); err != nil {
			return err
		}
	}
	source := d.Source
	if d.Script != nil {
		source = d.Script()
	}
	d.findParts(m)
	if source != "" {
		if err := RunSource.In(t.Isolate())(t, m, source); err != nil {
			return err
		}
	}
	d.nameParts(m)
	return nil
}

func packageOf(name string) string {
	if IsPackage(name) {
		return name
	}
	if i := strings.LastIndexByte(name, '.'); i >= 0 {
		return name[:i]
	}
	return ""
}

// Functions made in Go are shared by all isolates: they hold no state.
var (
	funcsMu    sync.Mutex
	funcsCache = make(map[*Module][]*object.Func)
)

func (d *Module) funcs() []*object.Func {
	funcsMu.Lock()
	defer funcsMu.Unlock()
	if fs, ok := funcsCache[d]; ok {
		return fs
	}
	fs := make([]*object.Func, len(d.Funcs))
	for i, def := range d.Funcs {
		fs[i] = object.NewModuleFunc(d.Name, def)
	}
	funcsCache[d] = fs
	return fs
}
