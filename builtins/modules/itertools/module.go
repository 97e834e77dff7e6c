// Package itertools is the module itertools: each function is a class whose
// objects hold a Go iterator.
//
//	count, cycle, repeat             infinite.go
//	combinations, product, …         combine.go
//	chain, islice, zip_longest, …    streams.go
//	groupby, tee                     split.go
package itertools

// This file defines how the classes are made, and the module.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/types"
)

type (
	thread   = object.Thread
	args     = object.Args
	value    = starlark.Value
	iterator = object.Iterator
)

var classes []*object.Class

// define makes the class of an iterator from a signature with which make gets
// the arguments.
func define(name, sig, doc string, make func(t *thread, a args) (iterator, error)) *object.Class {
	f := object.NewFunc(object.Def{Sig: name + sig})
	return declare(name, doc, func(t *thread, a starlark.Tuple, kwargs []starlark.Tuple) (iterator, error) {
		bound, err := f.Bind(a, kwargs)
		if err != nil {
			return nil, err
		}
		return make(t, bound)
	})
}

// definePlain makes the class of an iterator that takes from least to most
// arguments, none by keyword.
func definePlain(name string, least, most int, doc string, make func(t *thread, a starlark.Tuple) (iterator, error)) *object.Class {
	return declare(name, doc, func(t *thread, a starlark.Tuple, kwargs []starlark.Tuple) (iterator, error) {
		if len(kwargs) > 0 {
			return nil, object.Raise(object.TypeError, "%s() takes no keyword arguments", name)
		}
		if err := count(name, len(a), least, most); err != nil {
			return nil, err
		}
		return make(t, a)
	})
}

// count words a wrong number of arguments.
func count(name string, given, least, most int) error {
	want, bound := least, ""
	switch {
	case given < least:
		if most != least {
			bound = "at least "
		}
	case most >= 0 && given > most:
		want = most
		if most != least {
			bound = "at most "
		}
	default:
		return nil
	}
	s := "s"
	if want == 1 {
		s = ""
	}
	return object.Raise(object.TypeError, "%s expected %s%d argument%s, got %d", name, bound, want, s, given)
}

func declare(name, doc string, make func(t *thread, a starlark.Tuple, kwargs []starlark.Tuple) (iterator, error)) *object.Class {
	c := types.NewIteratorClass("itertools", name)
	c.SetAttrValue("__doc__", starlark.String(doc))
	c.New = func(t *thread, cls *object.Class, a starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		it, err := make(t, a, kwargs)
		if err != nil {
			return nil, err
		}
		return object.Make(cls, t, it), nil
	}
	classes = append(classes, c)
	return c
}

// call1 calls a function of one argument.
func call1(t *thread, fn, v value) (value, error) {
	return object.Call(t, fn, starlark.Tuple{v}, nil)
}

// test calls a predicate.
func test(t *thread, fn, v value) (bool, error) {
	r, err := call1(t, fn, v)
	if err != nil {
		return false, err
	}
	return object.Truth(t, r)
}

func init() {
	registry.Register(&registry.Module{
		Name: "itertools", Doc: "Functional tools for creating and using iterators.",
		Classes: classes,
		Funcs:   []object.Def{teeDef},
	})
}
