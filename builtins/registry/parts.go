package registry

// This file defines parts of modules: scripts that run when one of the names
// that they define is first asked for, so that an import does not pay for them.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// A Part is a script that defines some of a module's names. It has a namespace of
// its own, with the module's __name__: what it needs of the module it imports, and
// the module's own script imports the names of a part where it uses them.
type Part struct {
	Names  func() []string // asked when a name of the module is missing
	Source string
}

// Named is the Names of a part that has these.
func Named(names ...string) func() []string { return func() []string { return names } }

// findParts lets the names of d.Parts be found in m.
func (d *Module) findParts(m *object.Module) {
	if len(d.Parts) == 0 {
		return
	}
	m.Parts = func(t *object.Thread, name string) (starlark.Value, error) {
		for i := range d.Parts {
			if p := &d.Parts[i]; p.defines(name) {
				return p.load(t, m, name)
			}
		}
		return nil, nil
	}
}

// nameParts lets m list the names of d.Parts. It is called when m's own script has
// run, which sets m.Names.
func (d *Module) nameParts(m *object.Module) {
	if len(d.Parts) == 0 {
		return
	}
	names := m.Names
	m.Names = func() (out []string) {
		if names != nil {
			out = names()
		}
		for _, p := range d.Parts {
			out = append(out, p.Names()...)
		}
		return out
	}
}

func (p *Part) defines(name string) bool {
	for _, n := range p.Names() {
		if n == name {
			return true
		}
	}
	return false
}

// load runs the part, once for all threads, and returns one of its names.
func (p *Part) load(t *object.Thread, m *object.Module, name string) (starlark.Value, error) {
	done, err := enter(t, m.Name+" "+p.Names()[0])
	if err != nil {
		return nil, err
	}
	defer done()
	if v := m.Get(name); v != nil {
		return v, nil
	}
	part := &object.Module{Name: m.Name, Iso: t.Isolate(), BuiltIn: true, Initializing: true}
	part.Vars.Set("__name__", starlark.String(m.Name))
	part.Vars.Set("__package__", starlark.String(packageOf(m.Name)))
	if err := RunSource.In(t.Isolate())(t, part, p.Source); err != nil {
		return nil, err
	}
	part.Initializing = false
	for _, n := range p.Names() {
		if v := part.Get(n); v != nil && m.Get(n) == nil {
			m.Vars.Set(n, v)
		}
	}
	return m.Get(name), nil
}
