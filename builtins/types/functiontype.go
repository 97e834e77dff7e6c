package types

// This file defines the classes function, method,
// builtin_function_or_method, method_descriptor and getset_descriptor.

import (
	"fmt"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func formatText(format string, args ...any) (value, error) {
	return starlark.String(fmt.Sprintf(format, args...)), nil
}

// funcOf returns the Go function behind a built-in function or bound method.
func funcOf(v value) *object.Func {
	switch x := v.(type) {
	case *object.Func:
		return x
	case *object.BoundMethod:
		return funcOf(x.Fn)
	}
	return nil
}

// callMethod is __call__ of everything that is called natively.
func callMethod() object.Def {
	return object.Def{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
		return object.Call(t, a[0], a[1].(starlark.Tuple), object.Keywords(a[2]))
	}}
}

// bindMethod is __get__ of functions.
func bindMethod() object.Def {
	return object.Def{Sig: "__get__(self, instance, owner=None, /)", Fn: func(t *thread, a args) (value, error) {
		if a[1] == starlark.None {
			if a[2] == starlark.None {
				return nil, object.Raise(object.TypeError, "__get__(None, None) is invalid")
			}
			return a[0], nil
		}
		return &object.BoundMethod{Self: a[1], Fn: a[0]}, nil
	}}
}

func initFunctionType() {
	c := object.FunctionType
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if len(args)+len(kwargs) == 0 {
			return nil, object.Raise(object.TypeError, "function() missing required argument 'code' (pos 1)")
		}
		return nil, object.Raise(object.TypeError, "cannot create 'function' instances")
	}
	// Only functions written in Go that are worded as Python's get here;
	// script functions answer through object.FunctionAttrs.
	for _, name := range []string{"__name__", "__qualname__", "__module__", "__doc__", "__dict__", "__defaults__", "__kwdefaults__",
		"__annotations__", "__closure__", "__code__", "__globals__", "__type_params__"} {
		c.AddAttrs(object.Attr{
			Name: name,
			Get: func(t *thread, self value) (value, error) {
				switch f := self.(type) {
				case *starlark.Function:
					return getFunctionAttr(t, f, name)
				case *object.Func:
					if v := goFunctionAttr(f, name); v != nil {
						return v, nil
					}
				}
				return nil, object.NoAttribute(self, name)
			},
			Set: func(t *thread, self, v value) error {
				if f, ok := self.(*starlark.Function); ok {
					return setFunctionAttr(t, f, name, v)
				}
				return object.Raise(object.AttributeError, "attribute '%s' of 'function' objects is not writable", name)
			},
		})
	}
	c.AddMethods(callMethod(), bindMethod(),
		method("__repr__", func(t *thread, self value) (value, error) {
			s, err := object.Repr(t, self)
			return starlark.String(s), err
		}))

	m := object.MethodType
	m.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if err := noKeywords("method", kwargs); err != nil {
			return nil, err
		}
		if len(args) != 2 {
			return nil, object.Raise(object.TypeError, "method expected 2 arguments, got %d", len(args))
		}
		if !object.IsCallable(args[0]) {
			return nil, object.Raise(object.TypeError, "first argument must be callable")
		}
		if args[1] == starlark.None {
			return nil, object.Raise(object.TypeError, "instance must not be None")
		}
		return &object.BoundMethod{Self: args[1], Fn: args[0]}, nil
	}
	m.AddMethods(callMethod(),
		object.Def{Sig: "__get__(self, instance, owner=None, /)", Fn: func(t *thread, a args) (value, error) { return a[0], nil }},
		method("__repr__", func(t *thread, self value) (value, error) {
			s, err := object.Repr(t, self)
			return starlark.String(s), err
		}),
		method("__hash__", func(t *thread, self value) (value, error) { return hashOf(t, self) }))
	m.AddMethods(comparisons(compareMethods, equality...)...)
	m.AddAttrs(
		object.Attr{Name: "__self__", Get: func(t *thread, self value) (value, error) { return self.(*object.BoundMethod).Self, nil }},
		object.Attr{Name: "__func__", Get: func(t *thread, self value) (value, error) { return self.(*object.BoundMethod).Fn, nil }},
	)
}

func compareMethods(t *thread, op object.Op, a, b value) (value, error) {
	x, ok := a.(*object.BoundMethod)
	y, ok2 := b.(*object.BoundMethod)
	if !ok || !ok2 {
		return object.NotImplemented, nil
	}
	r, err := x.CompareSameType(op, y, 10)
	return starlark.Bool(r), err
}

// goFunctionAttr is an attribute of a function made in Go, or nil.
func goFunctionAttr(f *object.Func, name string) value {
	switch name {
	case "__name__":
		return starlark.String(f.Name())
	case "__qualname__":
		return starlark.String(f.Qualname())
	case "__module__":
		return starlark.String(f.Module())
	case "__doc__":
		if d := f.Doc(); d != "" {
			return starlark.String(d)
		}
		return starlark.None
	case "__text_signature__":
		return starlark.String(f.Signature())
	case "__dict__", "__annotations__":
		return new(starlark.Dict)
	case "__type_params__":
		return starlark.Tuple{}
	case "__defaults__", "__kwdefaults__", "__closure__":
		return starlark.None
	case "__objclass__":
		if c := f.Owner(); c != nil {
			return c
		}
	}
	return nil
}

// initBuiltinTypes fills the classes of functions made in Go. A host's
// *starlark.Builtin is one too.
func initBuiltinTypes() {
	attr := func(name string) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) {
			if f := funcOf(self); f != nil {
				if v := goFunctionAttr(f, name); v != nil {
					if _, bound := self.(*object.BoundMethod); bound && name == "__module__" {
						return starlark.None, nil
					}
					return v, nil
				}
				return nil, object.NoAttribute(self, name)
			}
			if c, ok := self.(starlark.Callable); ok && (name == "__name__" || name == "__qualname__") {
				return starlark.String(c.Name()), nil
			}
			return starlark.None, nil
		}}
	}
	for _, b := range []*object.Class{object.BuiltinType, object.MethodWrapperType} {
		initBuiltin(b, attr)
	}
	for _, d := range []*object.Class{object.MethodDescriptorType, object.WrapperDescriptorType} {
		d.AddAttrs(attr("__name__"), attr("__qualname__"), attr("__doc__"), attr("__text_signature__"), attr("__objclass__"))
		d.AddMethods(callMethod(), bindMethod())
	}
	for _, g := range []*object.Class{object.GetsetType, object.MemberType} {
		initDescriptor(g)
	}
}

func initBuiltin(b *object.Class, attr func(name string) object.Attr) {
	b.AddAttrs(attr("__name__"), attr("__qualname__"), attr("__module__"), attr("__doc__"), attr("__text_signature__"),
		object.Attr{Name: "__self__", Get: func(t *thread, self value) (value, error) {
			switch x := self.(type) {
			case *object.BoundMethod:
				return x.Self, nil
			case *starlark.Builtin:
				return orNone(x.Receiver()), nil
			}
			return starlark.None, nil
		}})
	b.AddMethods(callMethod(),
		method("__repr__", func(t *thread, self value) (value, error) {
			s, err := object.Repr(t, self)
			return starlark.String(s), err
		}),
		method("__hash__", func(t *thread, self value) (value, error) { return hashOf(t, self) }))
}

// initDescriptor fills the class of computed attributes or that of slots.
func initDescriptor(g *object.Class) {
	g.AddMethods(
		object.Def{Sig: "__get__(self, instance, owner=None, /)", Fn: func(t *thread, a args) (value, error) {
			return object.BindDescriptor(t, a[0], a[1], a[2])
		}},
		object.Def{Sig: "__set__(self, instance, value, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, object.AssignDescriptor(t, a[0], a[1], a[2])
		}},
	)
	for _, name := range []string{"__name__", "__objclass__", "__doc__"} {
		g.AddAttrs(object.Attr{Name: name, Get: func(t *thread, self value) (value, error) {
			if v := object.DescriptorAttr(self, name); v != nil {
				return v, nil
			}
			return nil, object.NoAttribute(self, name)
		}})
	}
}
