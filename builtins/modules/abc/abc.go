// Package abc is the module abc: ABCMeta (meta.go), ABC and the decorators of
// abstract methods (this file). Package collections/abc builds on it.
package abc

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

// ABC is the class abc.ABC.
var ABC = object.NewClass(object.Spec{
	Name: "ABC", Module: "abc", Python: true,
	Doc: "Helper class that provides a standard way to create an ABC using\ninheritance.",
})

// abstractFuncs are the methods made in Go that subclasses must override. It is
// filled during package initialisation.
var abstractFuncs = make(map[*object.Func]bool)

// Abstract adds abstract methods to an abstract base class made in Go, during
// package initialisation.
func Abstract(c *object.Class, defs ...object.Def) {
	c.AddMethods(defs...)
	for _, d := range defs {
		f := object.NewFunc(d)
		abstractFuncs[c.Dict.Get(f.Name()).(*object.Func)] = true
	}
}

// IsAbstract reports whether an attribute of a class is marked abstract.
func IsAbstract(t *thread, v value) (bool, error) {
	switch v := v.(type) {
	case *object.Func:
		return abstractFuncs[v], nil
	case *object.StaticMethod:
		return IsAbstract(t, v.Fn)
	case *object.ClassMethod:
		return IsAbstract(t, v.Fn)
	case *object.Property:
		for _, f := range []value{v.Get, v.Set, v.Del} {
			if f == nil {
				continue
			}
			if yes, err := IsAbstract(t, f); yes || err != nil {
				return yes, err
			}
		}
		return false, nil
	case *starlark.Function, *object.Instance:
		mark, err := object.GetAttr(t, v, "__isabstractmethod__")
		if err != nil {
			if object.IsCaught(t, err, object.AttributeError) {
				return false, nil
			}
			return false, err
		}
		return object.Truth(t, mark)
	}
	return false, nil
}

func mark(t *thread, f value) error {
	return object.SetAttr(t, f, "__isabstractmethod__", starlark.True)
}

func init() {
	ABC.Meta = Meta
	decorator := func(name string, wrap func(f value) value) object.Def {
		return object.Def{Sig: "def " + name + "(callable)", Fn: func(t *thread, a args) (value, error) {
			return wrap(a[0]), mark(t, a[0])
		}}
	}
	registry.Register(&registry.Module{
		Name: "abc", Doc: "Abstract Base Classes (ABCs) according to PEP 3119.",
		Classes: []*object.Class{ABC, Meta},
		Funcs: []object.Def{
			{Sig: "def abstractmethod(funcobj)", Doc: "A decorator indicating abstract methods.", Fn: func(t *thread, a args) (value, error) {
				switch f := a[0].(type) {
				case *object.Property:
					if f.Get != nil {
						return f, mark(t, f.Get)
					}
				case *object.StaticMethod:
					return f, mark(t, f.Fn)
				case *object.ClassMethod:
					return f, mark(t, f.Fn)
				}
				return a[0], mark(t, a[0])
			}},
			decorator("abstractclassmethod", func(f value) value { return &object.ClassMethod{Fn: f} }),
			decorator("abstractstaticmethod", func(f value) value { return &object.StaticMethod{Fn: f} }),
			decorator("abstractproperty", func(f value) value { return &object.Property{Get: f} }),
			{Sig: "def update_abstractmethods(cls)", Fn: func(t *thread, a args) (value, error) {
				if c, ok := a[0].(*object.Class); ok && c.Iso != nil && c.TypeOfClass().IsSubclass(Meta) {
					return c, findAbstract(t, c)
				}
				return a[0], nil
			}},
			{Sig: "get_cache_token()", Fn: func(t *thread, a args) (value, error) {
				return starlark.MakeInt(stateKey.In(t.Isolate()).token), nil
			}},
		},
	})
}
