package types

// This file defines the descriptor classes: property, staticmethod, classmethod,
// super.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func propertyOf(v value) *object.Property { return object.Base(v).(*object.Property) }

func init() {
	c := object.PropertyType
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		p := new(object.Property)
		if cls == object.PropertyType {
			return p, nil
		}
		return object.Make(cls, t, p), nil
	}
	c.Init = initProperty
	part := func(name string, get func(*object.Property) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) {
			return orNone(get(propertyOf(self))), nil
		}, Set: readonlyAttr, Del: readonlyDel}
	}
	c.AddAttrs(
		part("fget", func(p *object.Property) value { return p.Get }),
		part("fset", func(p *object.Property) value { return p.Set }),
		part("fdel", func(p *object.Property) value { return p.Del }),
		object.Attr{
			Name: "__doc__",
			Get:  func(t *thread, self value) (value, error) { return orNone(propertyOf(self).Doc), nil },
			Set: func(t *thread, self, v value) error {
				propertyOf(self).Doc = v
				return nil
			},
		},
		object.Attr{
			Name: "__name__",
			Get: func(t *thread, self value) (value, error) {
				p := propertyOf(self)
				if p.PropName != "" {
					return starlark.String(p.PropName), nil
				}
				if p.Get != nil {
					if n, err := object.GetAttr(t, p.Get, "__name__"); err == nil {
						return n, nil
					} else if !object.IsCaught(t, err, object.AttributeError) {
						return nil, err
					}
				}
				return nil, object.NoAttribute(self, "__name__")
			},
			Set: func(t *thread, self, v value) error {
				s, _ := object.Text(v)
				propertyOf(self).PropName = s
				return nil
			},
		},
		object.Attr{Name: "__isabstractmethod__", Get: func(t *thread, self value) (value, error) {
			p := propertyOf(self)
			for _, f := range []value{p.Get, p.Set, p.Del} {
				if abstract, err := isAbstract(t, f); abstract || err != nil {
					return starlark.Bool(abstract), err
				}
			}
			return starlark.False, nil
		}},
	)
	with := func(name string, set func(p *object.Property, f value)) object.Def {
		return object.Def{Sig: name + "(self, function, /)", Fn: func(t *thread, a args) (value, error) {
			old := propertyOf(a[0])
			p := *old
			set(&p, a[1])
			doc := p.Doc
			if old.Get != nil && name == "getter" {
				doc = nil // the new getter's
			}
			if object.ClassOf(a[0]) == object.PropertyType {
				p.Doc = doc
				if doc == nil {
					d, err := docOf(t, p.Get)
					if err != nil {
						return nil, err
					}
					p.Doc = d
				}
				return &p, nil
			}
			r, err := object.Call(t, object.ClassOf(a[0]), starlark.Tuple{orNone(p.Get), orNone(p.Set), orNone(p.Del), orNone(doc)}, nil)
			if q, ok := object.Base(r).(*object.Property); ok && err == nil {
				q.PropName = p.PropName
			}
			return r, err
		}}
	}
	c.AddMethods(
		with("getter", func(p *object.Property, f value) { p.Get = noneToNil(f) }),
		with("setter", func(p *object.Property, f value) { p.Set = noneToNil(f) }),
		with("deleter", func(p *object.Property, f value) { p.Del = noneToNil(f) }),
		object.Def{Sig: "__get__(self, instance, owner=None, /)", Fn: func(t *thread, a args) (value, error) {
			if a[1] == starlark.None {
				if a[2] == starlark.None {
					return nil, object.Raise(object.TypeError, "__get__(None, None) is invalid")
				}
				return a[0], nil
			}
			return propertyOf(a[0]).Fetch(t, a[1])
		}},
		object.Def{Sig: "__set__(self, instance, value, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, propertyOf(a[0]).Store(t, a[1], a[2])
		}},
		object.Def{Sig: "__delete__(self, instance, /)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, propertyOf(a[0]).Remove(t, a[1])
		}},
		object.Def{Sig: "__set_name__(self, owner, name, /)", Fn: func(t *thread, a args) (value, error) {
			s, _ := object.Text(a[2])
			propertyOf(a[0]).PropName = s
			return starlark.None, nil
		}},
	)

	wrapper(object.StaticMethodType, "staticmethod",
		func(f value) value { return &object.StaticMethod{Fn: f} },
		func(v value) *value {
			if s, ok := object.Base(v).(*object.StaticMethod); ok {
				return &s.Fn
			}
			return nil
		},
		func(t *thread, fn, self, owner value) (value, error) { return fn, nil })
	object.StaticMethodType.AddMethods(object.Def{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
		return object.Call(t, object.Base(a[0]).(*object.StaticMethod).Fn, a[1].(starlark.Tuple), object.Keywords(a[2]))
	}})
	wrapper(object.ClassMethodType, "classmethod",
		func(f value) value { return &object.ClassMethod{Fn: f} },
		func(v value) *value {
			if s, ok := object.Base(v).(*object.ClassMethod); ok {
				return &s.Fn
			}
			return nil
		},
		func(t *thread, fn, self, owner value) (value, error) {
			if owner == starlark.None {
				owner = object.ClassOf(self)
			}
			return &object.BoundMethod{Self: owner, Fn: fn}, nil
		})

	initSuper()
}

// wrapper gives staticmethod and classmethod what they have in common. field
// finds the wrapped function.
func wrapper(c *object.Class, name string, make func(f value) value, field func(v value) *value, get func(t *thread, fn, self, owner value) (value, error)) {
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if cls == c {
			if err := noKeywords(name, kwargs); err != nil {
				return nil, err
			}
			if err := exactly(name, args, 1); err != nil {
				return nil, err
			}
			return make(args[0]), nil
		}
		return object.Make(cls, t, make(starlark.None)), nil
	}
	c.Init = func(t *thread, self value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		if err := noKeywords(name, kwargs); err != nil {
			return err
		}
		if err := exactly(name, args, 1); err != nil {
			return err
		}
		*field(self) = args[0]
		return nil
	}
	c.AddAttrs(
		object.Attr{Name: "__func__", Get: func(t *thread, self value) (value, error) { return *field(self), nil }},
		object.Attr{Name: "__wrapped__", Get: func(t *thread, self value) (value, error) { return *field(self), nil }},
		object.Attr{Name: "__isabstractmethod__", Get: func(t *thread, self value) (value, error) {
			abstract, err := isAbstract(t, *field(self))
			return starlark.Bool(abstract), err
		}},
	)
	// CPython copies these from the function.
	for _, n := range []string{"__name__", "__qualname__", "__module__", "__doc__", "__annotations__", "__dict__"} {
		c.AddAttrs(object.Attr{Name: n, Get: func(t *thread, self value) (value, error) {
			return object.GetAttr(t, *field(self), n)
		}})
	}
	c.AddMethods(
		object.Def{Sig: "__get__(self, instance, owner=None, /)", Fn: func(t *thread, a args) (value, error) {
			return get(t, *field(a[0]), a[1], a[2])
		}},
		method("__repr__", func(t *thread, self value) (value, error) {
			s, err := object.Repr(t, *field(self))
			return starlark.String("<" + name + "(" + s + ")>"), err
		}),
	)
}

// isAbstract reports whether a function is marked by abc.abstractmethod.
func isAbstract(t *thread, f value) (bool, error) {
	if f == nil {
		return false, nil
	}
	v, err := object.GetAttr(t, f, "__isabstractmethod__")
	if err != nil {
		if object.IsCaught(t, err, object.AttributeError) {
			return false, nil
		}
		return false, err
	}
	return object.Truth(t, v)
}

func orNone(v value) value {
	if v == nil {
		return starlark.None
	}
	return v
}

func noneToNil(v value) value {
	if v == starlark.None {
		return nil
	}
	return v
}

// docOf returns a function's docstring, or nil.
func docOf(t *thread, f value) (value, error) {
	if f == nil {
		return nil, nil
	}
	d, err := object.GetAttr(t, f, "__doc__")
	if err != nil {
		if object.IsCaught(t, err, object.AttributeError) {
			return nil, nil
		}
		return nil, err
	}
	return noneToNil(d), nil
}

var propertyParams = []string{"fget", "fset", "fdel", "doc"}

func initProperty(t *thread, self value, args starlark.Tuple, kwargs []starlark.Tuple) error {
	if n := len(args) + len(kwargs); n > 4 {
		return object.Raise(object.TypeError, "property() takes at most 4 arguments (%d given)", n)
	}
	var a [4]value
	copy(a[:], args)
keywords:
	for _, kv := range kwargs {
		name, _ := object.Text(kv[0])
		for i, p := range propertyParams {
			if p != name {
				continue
			}
			if a[i] != nil {
				return object.Raise(object.TypeError, "argument for property() given by name ('%s') and position (%d)", name, i+1)
			}
			a[i] = kv[1]
			continue keywords
		}
		return object.Raise(object.TypeError, "property() got an unexpected keyword argument '%s'", name)
	}
	for i := range a {
		a[i] = noneToNil(orNone(a[i]))
	}
	p := propertyOf(self)
	p.Get, p.Set, p.Del, p.Doc = a[0], a[1], a[2], a[3]
	if p.Doc == nil {
		d, err := docOf(t, p.Get)
		if err != nil {
			return err
		}
		p.Doc = d
	}
	return nil
}

func initSuper() {
	c := object.SuperType
	c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if err := noKeywords("super", kwargs); err != nil {
			return nil, err
		}
		if len(args) == 0 {
			// The front end hands over both where the source has none.
			return nil, object.Raise(object.RuntimeError, "super(): no arguments")
		}
		if len(args) > 2 {
			return nil, object.Raise(object.TypeError, "super() expected at most 2 arguments, got %d", len(args))
		}
		after, ok := args[0].(*object.Class)
		if !ok {
			return nil, object.Raise(object.TypeError, "super() argument 1 must be a type, not %s", object.TypeName(args[0]))
		}
		if len(args) == 1 || args[1] == starlark.None {
			return &object.Super{After: after}, nil
		}
		return object.NewSuper(after, args[1])
	}
	c.AddAttrs(
		object.Attr{Name: "__thisclass__", Get: func(t *thread, self value) (value, error) { return self.(*object.Super).After, nil }},
		object.Attr{Name: "__self__", Get: func(t *thread, self value) (value, error) { return orNone(self.(*object.Super).Self), nil }},
		object.Attr{Name: "__self_class__", Get: func(t *thread, self value) (value, error) {
			if k := self.(*object.Super).Of; k != nil {
				return k, nil
			}
			return starlark.None, nil
		}},
	)
	c.AddMethods(
		object.Def{Sig: "__get__(self, instance, owner=None, /)", Fn: func(t *thread, a args) (value, error) {
			s := a[0].(*object.Super)
			if a[1] == starlark.None || s.Self != nil {
				return s, nil
			}
			return object.NewSuper(s.After, a[1])
		}},
		method("__repr__", func(t *thread, self value) (value, error) { return starlark.String(self.String()), nil }),
	)
}
