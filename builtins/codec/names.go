package codec

// This file defines what travels by name, and how names are found.

import (
	"strings"
	"sync"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/universe"
)

type className struct{ module, qualname string }

// nativeByName finds the classes made in Go. Where two have one name none is
// found by it.
var nativeByName = sync.OnceValue(func() map[className]*object.Class {
	m := make(map[className]*object.Class)
	for _, c := range object.NativeClasses() {
		k := className{c.Module, c.Qualname}
		if old, dup := m[k]; dup && old != c {
			m[k] = nil
			continue
		}
		m[k] = c
	}
	return m
})

// lookup finds module.qualname among the modules that are loaded. It does not
// import.
func lookup(t *object.Thread, module, qualname string) starlark.Value {
	v, ok, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String(module))
	if !ok && module == "builtins" {
		return universe.Lookup(t, qualname)
	}
	if !ok {
		return nil
	}
	return follow(t, v, qualname)
}

// follow reads attributes along a dotted name, or returns nil.
func follow(t *object.Thread, v starlark.Value, qualname string) starlark.Value {
	for _, part := range strings.Split(qualname, ".") {
		next, err := object.GetAttr(t, v, part)
		if err != nil {
			object.IsCaught(t, err, object.BaseException)
			return nil
		}
		v = next
	}
	return v
}

// find imports module and reads the attribute.
func find(t *object.Thread, module, qualname string) (starlark.Value, error) {
	var v starlark.Value
	if module == "builtins" {
		if v := universe.Lookup(t, qualname); v != nil {
			return v, nil
		}
	}
	m, err := registry.Import(t, module)
	if err != nil {
		return nil, err
	}
	v = m
	for _, part := range strings.Split(qualname, ".") {
		if part == "<locals>" {
			return nil, object.Raise(object.AttributeError, "Can't get local attribute '%s' on %s", qualname, m.String())
		}
		if v, err = object.GetAttr(t, v, part); err != nil {
			if object.IsCaught(t, err, object.AttributeError) {
				return nil, object.Raise(object.AttributeError, "Can't get attribute '%s' on %s", qualname, m.String())
			}
			return nil, err
		}
	}
	return v, nil
}

// importable reports whether the other end can import a module by that name: a
// standard one, or a file.
func importable(t *object.Thread, module string) bool {
	if module == "" || module == "__main__" {
		return false
	}
	if registry.Lookup(module) != nil {
		return true
	}
	v, ok, _ := registry.Loaded.In(t.Isolate()).Get(starlark.String(module))
	if !ok {
		return false
	}
	m, ok := v.(*object.Module)
	return ok && (m.Vars.Get("__file__") != nil || m.Vars.Get("__path__") != nil)
}

// nameOf returns the name by which a native function can be found, if any.
func nativeFunctionName(t *object.Thread, f *object.Func) (module, name string, ok bool) {
	module, name = f.Module(), f.Name()
	if module == "" {
		module = "builtins"
	}
	if lookup(t, module, name) == starlark.Value(f) {
		return module, name, true
	}
	// A submodule may share it.
	if registry.Lookup(module) != nil {
		if v, err := find(t, module, name); err == nil && v == starlark.Value(f) {
			return module, name, true
		} else if err != nil {
			object.IsCaught(t, err, object.BaseException)
		}
	}
	// It may be known under another module only (its implementation's name).
	loaded := registry.Loaded.In(t.Isolate())
	for _, k := range loaded.Keys() {
		v, _, _ := loaded.Get(k)
		m, isModule := v.(*object.Module)
		if isModule && registry.Lookup(m.Name) != nil && m.Vars.Get(name) == starlark.Value(f) {
			return m.Name, name, true
		}
	}
	if universe.Lookup(t, name) == starlark.Value(f) {
		return "builtins", name, true
	}
	return "", "", false
}
