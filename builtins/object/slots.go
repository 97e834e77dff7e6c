package object

// This file defines how the allocator and the initialiser of a class made in Go
// look to a script: as __new__ and __init__.

import (
	"go.starlark.net/starlark"
)

// own returns what the class itself binds name to, or nil.
func (c *Class) own(name string) starlark.Value {
	if v := c.Dict.Get(name); v != nil || c.Iso != nil {
		return v
	}
	switch name {
	case "__init__":
		if c.Init != nil {
			return c.initSlot()
		}
	case "__new__":
		if c.New != nil {
			return c.newSlot()
		}
	}
	return nil
}

// initSlot and newSlot are made on first use: New and Init may be assigned late
// during package initialisation. The functions hold no state, so that isolates
// can share them.
func (c *Class) initSlot() *Func {
	c.initOnce.Do(func() {
		f := NewFunc(Def{Sig: "__init__(self, /, *args, **kwargs)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			return starlark.None, c.Init(t, a[0], a[1].(starlark.Tuple), Keywords(a[2]))
		}})
		f.owner, f.module, f.method, f.slot = c, c.Module, true, true
		c.initFunc = f
	})
	return c.initFunc
}

func (c *Class) newSlot() *StaticMethod {
	c.newOnce.Do(func() {
		f := NewFunc(Def{Sig: "__new__(*args, **kwargs)", Fn: func(t *Thread, a Args) (starlark.Value, error) {
			args := a[0].(starlark.Tuple)
			cls, err := c.checkNew(args)
			if err != nil {
				return nil, err
			}
			return c.New(t, cls, args[1:], Keywords(a[1]))
		}})
		f.owner, f.module = c, c.Module
		c.newFunc = &StaticMethod{f}
	})
	return c.newFunc
}

// checkNew checks the first argument of c.__new__, as CPython's tp_new_wrapper.
func (c *Class) checkNew(args starlark.Tuple) (*Class, error) {
	if len(args) == 0 {
		return nil, Raise(TypeError, "%s.__new__(): not enough arguments", c.ClassName)
	}
	cls, ok := args[0].(*Class)
	if !ok {
		return nil, Raise(TypeError, "%s.__new__(X): X is not a type object (%s)", c.ClassName, TypeName(args[0]))
	}
	if !cls.IsSubclass(c) {
		return nil, Raise(TypeError, "%s.__new__(%s): %s is not a subtype of %s", c.ClassName, cls.ClassName, cls.ClassName, c.ClassName)
	}
	if s := cls.solid(); s != c.solid() {
		return nil, Raise(TypeError, "%s.__new__(%s) is not safe, use %s.__new__()", c.ClassName, cls.ClassName, s.ClassName)
	}
	return cls, nil
}

// NewObject is object.__new__(cls, …) called by a script.
func NewObject(t *Thread, args starlark.Tuple, kwargs []starlark.Tuple) (starlark.Value, error) {
	cls, err := ObjectType.checkNew(args)
	if err != nil {
		return nil, err
	}
	// What a script's __new__ was given is no concern of object's as long as
	// it does not hand it on.
	if len(args)+len(kwargs) > 1 {
		if cls.scriptNew() != nil {
			return nil, Raise(TypeError, "object.__new__() takes exactly one argument (the type to instantiate)")
		}
		if !cls.hasInit() {
			return nil, Raise(TypeError, "%s() takes no arguments", cls.ClassName)
		}
	}
	if len(cls.Abstract) > 0 {
		return nil, abstractError(cls)
	}
	return NewInstance(cls, t), nil
}

// InitObject is object.__init__(self, …) called by a script.
func InitObject(self starlark.Value, args starlark.Tuple, kwargs []starlark.Tuple) error {
	c := ClassOf(self)
	if len(args)+len(kwargs) > 0 {
		if c.hasInit() {
			return Raise(TypeError, "object.__init__() takes exactly one argument (the instance to initialize)")
		}
		if c.scriptNew() == nil && c.allocator() == nil {
			return Raise(TypeError, "%s.__init__() takes exactly one argument (the instance to initialize)", c.ClassName)
		}
	}
	return nil
}

// hasInit reports whether the class has an initialiser other than object's.
func (c *Class) hasInit() bool {
	switch m := c.Lookup("__init__").(type) {
	case nil:
		return false
	case *Func:
		return m.owner != ObjectType
	}
	return true
}

// Keywords turns the dict of a **kwargs parameter back into the keyword
// arguments of a call.
func Keywords(v starlark.Value) []starlark.Tuple {
	d, ok := v.(*starlark.Dict)
	if !ok || d.Len() == 0 {
		return nil
	}
	return d.Items()
}
