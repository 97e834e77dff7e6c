// Package functools is the module functools.
//
//	partial, partialmethod, reduce         partial.go
//	lru_cache, cache                       lrucache.go
//	update_wrapper, wraps, total_ordering,
//	cmp_to_key                             wrap.go, order.go
//	cached_property                        property.go
//	singledispatch, singledispatchmethod   dispatch.go
package functools

// This file defines the module and small helpers.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
	keys   = []starlark.Tuple
)

func none(err error) (value, error) { return starlark.None, err }

func stateOf[T any](v value) T { return v.(*object.Instance).State.(T) }

func textTuple(names ...string) starlark.Tuple {
	out := make(starlark.Tuple, len(names))
	for i, n := range names {
		out[i] = starlark.String(n)
	}
	return out
}

// bindMethod makes what a callable becomes as an attribute of an object of
// class c; self is nil when it is read on the class. changed is false if fn does
// not bind.
func bindMethod(t *thread, fn, self value, c value) (bound value, changed bool, err error) {
	switch f := fn.(type) {
	case *starlark.Function, *object.Func:
		if self == nil {
			return fn, false, nil
		}
		if g, ok := f.(*object.Func); ok && g.Owner() == nil {
			return fn, false, nil // built-in functions do not bind
		}
		return &object.BoundMethod{Self: self, Fn: fn}, true, nil
	case *object.StaticMethod:
		return f.Fn, true, nil
	case *object.ClassMethod:
		return &object.BoundMethod{Self: c, Fn: f.Fn}, true, nil
	case *object.Instance:
		on := self
		if on == nil {
			on = starlark.None
		}
		r, found, err := object.CallSpecial(t, f, "__get__", on, c)
		if found {
			return r, r != fn, err
		}
	case object.Descriptor:
		k, _ := c.(*object.Class)
		r, err := f.DescriptorGet(t, self, k)
		return r, true, err
	}
	return fn, false, nil
}

// self is the instance that a __get__ method was called for, or nil.
func instance(v value) value {
	if v == starlark.None {
		return nil
	}
	return v
}

func isDescriptor(v value) bool {
	switch v.(type) {
	case *object.StaticMethod, *object.ClassMethod, *object.Property, object.Descriptor:
		return true
	}
	return object.Special(v, "__get__") != nil
}

// A function stands for a Python function that carries attributes: what a
// decorator of this module returns.
var functionClass = object.NewClass(object.Spec{Name: "function", Final: true})

// A function's State.
type function struct {
	call func(t *thread, a starlark.Tuple, kwargs keys) (value, error)
}

// CallObject implements object.Caller.
func (f *function) CallObject(t *thread, x *object.Instance, a starlark.Tuple, kwargs keys) (value, error) {
	return f.call(t, a, kwargs)
}

func newFunction(t *thread, name string, call func(t *thread, a starlark.Tuple, kwargs keys) (value, error)) *object.Instance {
	x := object.Make(functionClass, t, &function{call})
	x.Attrs.Set("__name__", starlark.String(name))
	x.Attrs.Set("__qualname__", starlark.String(name))
	return x
}

// callMethod is __call__ of a class whose State is an object.Caller.
var callMethod = object.Def{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
	x := a[0].(*object.Instance)
	return x.State.(object.Caller).CallObject(t, x, a[1].(starlark.Tuple), object.Keywords(a[2]))
}}

// getMethod is __get__ of an object that binds as functions do.
var getMethod = object.Def{Sig: "__get__(self, instance, owner=None, /)", Fn: func(t *thread, a args) (value, error) {
	if a[1] == starlark.None {
		return a[0], nil
	}
	return &object.BoundMethod{Self: a[1], Fn: a[0]}, nil
}}

var classGetItem = object.Def{Sig: "__class_getitem__(cls, item, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
	return types.NewGenericAlias(t, a[0], a[1]), nil
}}

func init() {
	functionClass.AddMethods(callMethod, getMethod, object.Def{Sig: "__repr__(self, /)", Fn: func(t *thread, a args) (value, error) {
		name, err := object.GetAttr(t, a[0], "__qualname__")
		if err != nil {
			return nil, err
		}
		s, err := object.Str(t, name)
		return starlark.String("<function " + s + " at 0x" + hex(object.Address(a[0])) + ">"), err
	}})
	registry.Register(&registry.Module{
		Name: "functools", Doc: "functools.py - Tools for working with functions and callable objects",
		Classes: []*object.Class{partialClass, partialMethodClass, cachedPropertyClass, singleDispatchMethodClass},
		Funcs:   []object.Def{reduceDef, updateWrapperDef, wrapsDef, totalOrderingDef, cmpToKeyDef, lruCacheDef, cacheDef, singleDispatchDef},
		Values: map[string]value{
			"WRAPPER_ASSIGNMENTS": wrapperAssignments, "WRAPPER_UPDATES": wrapperUpdates,
			"_lru_cache_wrapper": lruClass,
			"__all__":            textTuple("update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key", "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property"),
		},
	})
}

func hex(n uintptr) string {
	const digits = "0123456789abcdef"
	var buf [16]byte
	i := len(buf)
	for {
		i--
		buf[i] = digits[n&15]
		if n >>= 4; n == 0 {
			return string(buf[i:])
		}
	}
}
