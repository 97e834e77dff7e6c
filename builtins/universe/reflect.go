package universe

// This file defines the functions about classes, attributes and identity.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/types"
)

var reflectDefs = []object.Def{
	{Sig: "isinstance(obj, class_or_tuple, /)", Fn: func(t *thread, a args) (value, error) {
		ok, err := types.IsInstance(t, a[0], a[1])
		return starlark.Bool(ok), err
	}},
	{Sig: "issubclass(cls, class_or_tuple, /)", Fn: func(t *thread, a args) (value, error) {
		ok, err := types.IsSubclass(t, a[0], a[1])
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
