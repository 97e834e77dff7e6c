package universe

// This file defines the functions about classes, attributes and identity.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var reflectDefs = []object.Def{
	{Sig: "isinstance(obj, class_or_tuple, /)", Fn: func(t *thread, a args) (value, error) {
		ok, err := IsInstance(t, a[0], a[1])
		return starlark.Bool(ok), err
	}},
	{Sig: "issubclass(cls, class_or_tuple, /)", Fn: func(t *thread, a args) (value, error) {
		ok, err := IsSubclass(t, a[0], a[1])
		return starlark.Bool(ok), err
	}},
	{Sig: "callable(obj, /)", Fn: func(t *thread, a args) (value, error) {
		return starlark.Bool(object.IsCallable(a[0])), nil
	}},
	{Sig: "getattr(object, name, default=..., /)", Fn: getattr},
	{Sig: "hasattr(obj, name, /)", Fn: func(t *thread, a args) (value, error) {
		name, err := attributeName(a[1])
		if err != nil {
			return nil, err
		}
		_, err = object.GetAttr(t, a[0], name)
		if err == nil {
			return starlark.True, nil
		}
		if object.IsCaught(t, err, object.AttributeError) {
			return starlark.False, nil
		}
		return nil, err
	}},
	{Sig: "setattr(obj, name, value, /)", Fn: func(t *thread, a args) (value, error) {
		name, err := attributeName(a[1])
		if err != nil {
			return nil, err
		}
		return starlark.None, object.SetAttr(t, a[0], name, a[2])
	}},
	{Sig: "delattr(obj, name, /)", Fn: func(t *thread, a args) (value, error) {
		name, err := attributeName(a[1])
		if err != nil {
			return nil, err
		}
		return starlark.None, object.DelAttr(t, a[0], name)
	}},
	{Sig: "dir(object=..., /)", Fn: dir},
	{Sig: "vars(object=..., /)", Fn: vars},
	{Sig: "id(obj, /)", Fn: func(t *thread, a args) (value, error) {
		return starlark.MakeUint64(uint64(object.Address(a[0]))), nil
	}},
}

// IsInstance is isinstance(v, types).
func IsInstance(t *object.Thread, v, types starlark.Value) (bool, error) {
	switch c := types.(type) {
	case *object.Class:
		if object.IsInstance(v, c) {
			return true, nil
		}
		if c.Meta != nil {
			if r, found, err := checkHook(t, c, "__instancecheck__", v); found {
				return r, err
			}
		}
		return claimsClass(t, v, c), nil
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
	}
	if r, found, err := checkHook(t, types, "__instancecheck__", v); found {
		return r, err
	}
	return false, object.Raise(object.TypeError, "isinstance() arg 2 must be a type, a tuple of types, or a union")
}

// claimsClass looks at an object's __class__, which a proxy may define.
func claimsClass(t *object.Thread, v starlark.Value, c *object.Class) bool {
	x, ok := v.(*object.Instance)
	if !ok {
		return false
	}
	m := x.Class().Lookup("__class__")
	if _, ok := m.(*object.Property); !ok {
		return false
	}
	k, err := object.GetAttr(t, x, "__class__")
	if err != nil {
		return false
	}
	claimed, ok := k.(*object.Class)
	return ok && claimed.IsSubclass(c)
}

func checkHook(t *object.Thread, c starlark.Value, name string, v starlark.Value) (result, found bool, err error) {
	m := object.Special(c, name)
	if f, ok := m.(*object.Func); ok && f.Owner() == object.TypeType {
		return false, false, nil
	}
	r, found, err := object.CallSpecial(t, c, name, v)
	if !found || err != nil {
		return false, found, err
	}
	ok, err := object.Truth(t, r)
	return ok, true, err
}

// IsSubclass is issubclass(c, types).
func IsSubclass(t *object.Thread, c, types starlark.Value) (bool, error) {
	switch k := types.(type) {
	case *object.Class:
		if k.Meta != nil {
			if r, found, err := checkHook(t, k, "__subclasscheck__", c); found {
				return r, err
			}
		}
		cls, ok := c.(*object.Class)
		if !ok {
			return false, object.Raise(object.TypeError, "issubclass() arg 1 must be a class")
		}
		return cls.IsSubclass(k), nil
	case starlark.Tuple:
		if err := object.Enter(t, " in __subclasscheck__"); err != nil {
			return false, err
		}
		defer object.Leave(t)
		for _, e := range k {
			if ok, err := IsSubclass(t, c, e); ok || err != nil {
				return ok, err
			}
		}
		if _, ok := c.(*object.Class); !ok {
			return false, object.Raise(object.TypeError, "issubclass() arg 1 must be a class")
		}
		return false, nil
	}
	if r, found, err := checkHook(t, types, "__subclasscheck__", c); found {
		return r, err
	}
	if _, ok := c.(*object.Class); !ok {
		return false, object.Raise(object.TypeError, "issubclass() arg 1 must be a class")
	}
	return false, object.Raise(object.TypeError, "issubclass() arg 2 must be a class, a tuple of classes, or a union")
}

func attributeName(v value) (string, error) {
	name, ok := object.Text(v)
	if !ok {
		return "", object.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeName(v))
	}
	return name, nil
}

func getattr(t *thread, a args) (value, error) {
	name, err := attributeName(a[1])
	if err != nil {
		return nil, err
	}
	v, err := object.GetAttr(t, a[0], name)
	if err != nil && a[2] != nil && object.IsCaught(t, err, object.AttributeError) {
		return a[2], nil
	}
	return v, err
}

func dir(t *thread, a args) (value, error) {
	var names []string
	if a[0] == nil {
		scope, err := locals(t, nil)
		if err != nil {
			return nil, err
		}
		keys, err := object.Slice(t, scope)
		if err != nil {
			return nil, err
		}
		return sorted(t, args{starlark.Tuple{starlark.NewList(keys)}, starlark.NewDict(0)})
	}
	names, err := object.Dir(t, a[0])
	if err != nil {
		return nil, err
	}
	out := make([]value, len(names))
	for i, n := range names {
		out[i] = starlark.String(n)
	}
	return starlark.NewList(out), nil
}

func vars(t *thread, a args) (value, error) {
	if a[0] == nil {
		return locals(t, nil)
	}
	d, err := object.GetAttr(t, a[0], "__dict__")
	if err != nil && object.IsCaught(t, err, object.AttributeError) {
		return nil, object.Raise(object.TypeError, "vars() argument must have __dict__ attribute")
	}
	return d, err
}
