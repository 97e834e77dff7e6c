package object

// This file defines Shortcut: how a method that a module wrote for a class is
// spared being called.

import "go.starlark.net/starlark"

// A Shortcut initialises objects in place of For, an __init__ that a module made
// for a class. Fill returns false, having done nothing, where the call is not a
// plain one: then For is called, which words what is wrong.
type Shortcut struct {
	For  *starlark.Function
	Fill func(t *Thread, x *Instance, args starlark.Tuple, kwargs []starlark.Tuple) (done bool, err error)
}

// SetShortcut gives a script's class a shortcut for the __init__ that is found on it.
// It holds as long as that function is what its objects find.
func (c *Class) SetShortcut(s *Shortcut) { c.shortcut = s }

// ShortcutFor returns the shortcut of the class, or of one behind it in the MRO,
// for the function, or nil.
func (c *Class) ShortcutFor(fn *starlark.Function) *Shortcut {
	for _, k := range c.MRO {
		if k.shortcut != nil && k.shortcut.For == fn {
			return k.shortcut
		}
	}
	return nil
}

// PlainSetAttr reports whether assigning attributes of c's objects is
// object.__setattr__.
func (c *Class) PlainSetAttr() bool {
	m := c.Lookup("__setattr__")
	return m == nil || IsNativeMethod(m)
}
