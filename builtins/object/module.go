package object

// This file defines Module, and how a module made in Go is described.

import (
	"fmt"
	"sort"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
)

// A Module is a module object. Its attributes are found, in order, in Vars
// (what was set from outside, and everything a module made in Go defines), in
// Lookup (a script module's own globals), and in Lazy.
type Module struct {
	Name string
	Iso  *isolate.Isolate // where it lives; attribute access by opcodes finds its thread there
	Vars Namespace
	// Lookup and Assign reach the globals of a module written as a script.
	Lookup func(name string) starlark.Value
	Assign func(name string, v starlark.Value) bool // nil v deletes; false: not a global of the script
	Names  func() []string
	// Late are attributes that are made when they are first asked for.
	Late map[string]func(t *Thread) starlark.Value
	// Parts makes attributes that cost too much to make before they are asked for,
	// of those that Names names; nil, nil means it is none of them.
	Parts func(t *Thread, name string) (starlark.Value, error)
	// Missing is asked last (__getattr__ of a module); nil, nil means no.
	Missing func(t *Thread, name string) (starlark.Value, error)
	// Plain marks a module that a script made: ModuleType(name).
	Plain bool
	// BuiltIn marks one of the standard modules.
	BuiltIn bool
	// Initializing is true while the module's code runs for the first time.
	Initializing bool
}

var (
	_ starlark.HasAttrs    = (*Module)(nil)
	_ starlark.HasSetField = (*Module)(nil)
)

func (m *Module) String() string {
	if f, ok := m.Vars.Get("__file__").(starlark.String); ok {
		return fmt.Sprintf("<module '%s' from '%s'>", m.Name, string(f))
	}
	if m.Plain {
		return fmt.Sprintf("<module '%s'>", m.Name)
	}
	return fmt.Sprintf("<module '%s' (built-in)>", m.Name)
}
func (m *Module) Type() string          { return "module" }
func (m *Module) Freeze()               {}
func (m *Module) Truth() starlark.Bool  { return true }
func (m *Module) Hash() (uint32, error) { return hashPointer(m), nil }
func (m *Module) Class() *Class         { return ModuleType }

// Attr implements starlark.HasAttrs.
func (m *Module) Attr(name string) (starlark.Value, error) { return m.getAttr(m.thread(), name) }

func (m *Module) thread() *Thread {
	if m.Iso == nil {
		return nil
	}
	return m.Iso.Current()
}

// Get returns the attribute, or nil.
func (m *Module) Get(name string) starlark.Value {
	if m.Lookup != nil {
		if v := m.Lookup(name); v != nil {
			return v
		}
	}
	if v := m.Vars.Get(name); v != nil {
		return v
	}
	if make, ok := m.Late[name]; ok {
		delete(m.Late, name)
		v := make(m.thread())
		m.Vars.Set(name, v)
		return v
	}
	return nil
}

func (m *Module) getAttr(t *Thread, name string) (starlark.Value, error) {
	if v := m.Get(name); v != nil {
		return v, nil
	}
	switch name {
	case "__name__":
		return starlark.String(m.Name), nil
	case "__class__":
		return ModuleType, nil
	case "__doc__":
		return starlark.None, nil
	case "__dict__":
		d := starlark.NewDict(0)
		for _, n := range m.AttrNames() {
			v, err := m.made(t, n)
			if err != nil {
				return nil, err
			}
			if v != nil {
				d.SetKey(starlark.String(n), v)
			}
		}
		return d, nil
	}
	if m.Parts != nil {
		if v, err := m.Parts(t, name); v != nil || err != nil {
			return v, err
		}
	}
	if m.Missing != nil {
		if v, err := m.Missing(t, name); v != nil || err != nil {
			return v, err
		}
	}
	if m.Initializing {
		return nil, Raise(AttributeError, "partially initialized module '%s' has no attribute '%s' (most likely due to a circular import)", m.Name, name)
	}
	return nil, NoAttribute(m, name)
}

// made returns an attribute that AttrNames names, or nil.
func (m *Module) made(t *Thread, name string) (starlark.Value, error) {
	if v := m.Get(name); v != nil || m.Parts == nil {
		return v, nil
	}
	return m.Parts(t, name)
}

// AttrNames implements starlark.HasAttrs.
func (m *Module) AttrNames() []string {
	names := m.Vars.Names()
	if m.Names != nil {
		names = append(names, m.Names()...)
	}
	for n := range m.Late {
		names = append(names, n)
	}
	sort.Strings(names)
	out := names[:0]
	for i, n := range names {
		if i == 0 || n != names[i-1] {
			out = append(out, n)
		}
	}
	return out
}

// SetField implements starlark.HasSetField.
func (m *Module) SetField(name string, v starlark.Value) error { return m.SetAttr(m.thread(), name, v) }

// SetAttr assigns or (with nil) deletes an attribute.
func (m *Module) SetAttr(t *Thread, name string, v starlark.Value) error {
	if m.Assign != nil && m.Assign(name, v) {
		return nil
	}
	if _, late := m.Late[name]; late {
		delete(m.Late, name)
		if v == nil {
			return nil
		}
	}
	if v == nil {
		if !m.Vars.Delete(name) {
			return NoAttribute(m, name)
		}
		return nil
	}
	m.Vars.Set(name, v)
	return nil
}
