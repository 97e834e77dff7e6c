package types

// This file defines what isinstance, issubclass, dir and vars do.

import (
	"sort"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

// IsInstance is isinstance(v, classinfo).
func IsInstance(t *thread, v, classinfo value) (bool, error) {
	switch c := classinfo.(type) {
	case *object.Class:
		if object.ClassOf(v) == c {
			return true, nil
		}
		if check := metaCheck(c, "__instancecheck__"); check {
			r, _, err := object.CallSpecial(t, c, "__instancecheck__", v)
			if err != nil {
				return false, err
			}
			return object.Truth(t, r)
		}
		return isInstanceOf(t, v, c)
	case starlark.Tuple:
		if err := object.Enter(t, " in __instancecheck__"); err != nil {
			return false, err
		}
		defer object.Leave(t)
		for _, e := range c {
			if ok, err := IsInstance(t, v, e); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case *object.Instance:
		if u, ok := c.State.(*unionState); ok {
			for _, e := range u.args {
				if isAlias(e) {
					return false, object.Raise(object.TypeError, "isinstance() argument 2 cannot be a parameterized generic")
				}
				if ok, err := IsInstance(t, v, e); ok || err != nil {
					return ok, err
				}
			}
			return false, nil
		}
		if isAlias(c) {
			return false, object.Raise(object.TypeError, "isinstance() argument 2 cannot be a parameterized generic")
		}
		if r, found, err := object.CallSpecial(t, c, "__instancecheck__", v); found {
			if err != nil {
				return false, err
			}
			return object.Truth(t, r)
		}
		if tup, ok := object.Base(c).(starlark.Tuple); ok {
			return IsInstance(t, v, tup)
		}
	}
	return false, object.Raise(object.TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// metaCheck reports whether the metaclass of c decides membership itself.
func metaCheck(c *object.Class, name string) bool {
	if c.Meta == nil {
		return false
	}
	f, ok := c.Meta.Lookup(name).(*object.Func)
	return !ok || f.Owner() != object.TypeType
}

// isInstanceOf is type.__instancecheck__: the object's class, or what it says
// its __class__ is.
func isInstanceOf(t *thread, v value, c *object.Class) (bool, error) {
	if object.IsInstance(v, c) {
		return true, nil
	}
	if x, ok := v.(*object.Instance); ok && x.Class().Iso != nil && overridesClass(x.Class()) {
		k, err := object.GetAttr(t, x, "__class__")
		if err != nil {
			if object.IsCaught(t, err, object.AttributeError) {
				return false, nil
			}
			return false, err
		}
		if k, ok := k.(*object.Class); ok {
			return k.IsSubclass(c), nil
		}
	}
	return false, nil
}

func overridesClass(c *object.Class) bool {
	return c.Lookup("__class__") != object.ObjectType.Lookup("__class__")
}

// IsSubclass is issubclass(sub, classinfo).
func IsSubclass(t *thread, sub, classinfo value) (bool, error) {
	switch c := classinfo.(type) {
	case *object.Class:
		if metaCheck(c, "__subclasscheck__") {
			r, _, err := object.CallSpecial(t, c, "__subclasscheck__", sub)
			if err != nil {
				return false, err
			}
			return object.Truth(t, r)
		}
		k, ok := sub.(*object.Class)
		if !ok {
			return false, object.Raise(object.TypeError, "issubclass() arg 1 must be a class")
		}
		return k.IsSubclass(c), nil
	case starlark.Tuple:
		if err := object.Enter(t, " in __subclasscheck__"); err != nil {
			return false, err
		}
		defer object.Leave(t)
		for _, e := range c {
			if ok, err := IsSubclass(t, sub, e); ok || err != nil {
				return ok, err
			}
		}
		return false, nil
	case *object.Instance:
		if u, ok := c.State.(*unionState); ok {
			for _, e := range u.args {
				if isAlias(e) {
					return false, object.Raise(object.TypeError, "issubclass() argument 2 cannot be a parameterized generic")
				}
				if ok, err := IsSubclass(t, sub, e); ok || err != nil {
					return ok, err
				}
			}
			return false, nil
		}
		if isAlias(c) {
			return false, object.Raise(object.TypeError, "issubclass() argument 2 cannot be a parameterized generic")
		}
		if r, found, err := object.CallSpecial(t, c, "__subclasscheck__", sub); found {
			if err != nil {
				return false, err
			}
			return object.Truth(t, r)
		}
	}
	if _, ok := sub.(*object.Class); !ok {
		return false, object.Raise(object.TypeError, "issubclass() arg 1 must be a class")
	}
	return false, object.Raise(object.TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
}

// Dir is dir(v).
func Dir(t *thread, v value) (*starlark.List, error) {
	m := object.Special(v, "__dir__")
	var names []value
	if f, ok := m.(*object.Func); m != nil && !(ok && f.Owner() == object.ObjectType) {
		r, _, err := object.CallSpecial(t, v, "__dir__")
		if err != nil {
			return nil, err
		}
		if names, err = object.Slice(t, r); err != nil {
			return nil, err
		}
	} else {
		list, err := dirNames(t, v)
		if err != nil {
			return nil, err
		}
		names = object.Elems(stringList(list))
	}
	names = append([]value(nil), names...)
	err := SortValues(t, names, nil, false)
	return starlark.NewList(names), err
}

// dirNames collects the names of v's attributes, sorted.
func dirNames(t *thread, v value) ([]string, error) {
	seen := make(map[string]bool)
	add := func(names ...string) {
		for _, n := range names {
			seen[n] = true
		}
	}
	class := func(c *object.Class) {
		for _, k := range c.MRO {
			add(k.Dict.Names()...)
			if k.Iso == nil && k.Init != nil {
				add("__init__")
			}
			if k.Iso != nil && !k.Slots {
				add("__dict__", "__weakref__")
			}
		}
	}
	switch x := v.(type) {
	case *object.Class:
		class(x)
	case *object.Module:
		add(x.AttrNames()...)
		add("__name__", "__doc__", "__loader__", "__package__", "__spec__")
	case *starlark.Function:
		class(object.FunctionType)
		if s := functionState(x); s != nil {
			add(s.attrs.Names()...)
		}
	case *object.BoundMethod:
		class(x.Class())
		if f, ok := x.Fn.(*starlark.Function); ok {
			if s := functionState(f); s != nil {
				add(s.attrs.Names()...)
			}
		}
	case *object.Instance:
		class(x.Class())
		add(x.Attrs.Names()...)
	default:
		class(object.ClassOf(v))
		if h, ok := v.(starlark.HasAttrs); ok {
			if _, ours := v.(object.Typed); !ours && !isNativeValue(v) {
				add(h.AttrNames()...)
			}
		}
	}
	out := make([]string, 0, len(seen))
	for n := range seen {
		out = append(out, n)
	}
	sort.Strings(out)
	return out, nil
}

// isNativeValue reports whether v is one of go.starlark.net's own types, whose
// attributes are not Python's.
func isNativeValue(v value) bool {
	switch v.(type) {
	case starlark.String, starlark.Bytes, *starlark.List, *starlark.Dict, *starlark.Set:
		return true
	}
	return false
}

// Vars is vars(v): v.__dict__.
func Vars(t *thread, v value) (value, error) {
	d, err := object.GetAttr(t, v, "__dict__")
	if err != nil {
		if object.IsCaught(t, err, object.AttributeError) {
			return nil, object.Raise(object.TypeError, "vars() argument must have __dict__ attribute")
		}
		return nil, err
	}
	return d, nil
}
