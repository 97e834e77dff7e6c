package types

// This file defines the class type: how classes are made by a call, and the
// attributes that all classes have.

import (
	"sort"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func init() {
	c := object.TypeType
	c.New = newType
	c.Init = func(t *thread, self value, args starlark.Tuple, kwargs []starlark.Tuple) error {
		if len(args) == 1 && len(kwargs) > 0 {
			return object.Raise(object.TypeError, "type.__init__() takes no keyword arguments")
		}
		if len(args) != 1 && len(args) != 3 {
			return object.Raise(object.TypeError, "type.__init__() takes 1 or 3 arguments")
		}
		return nil
	}
	c.SetAttrValue("__doc__", starlark.String("type(object) -> the object's type\ntype(name, bases, dict, **kwds) -> a new type"))
	c.AddMethods(
		object.Def{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
			return a[0].(*object.Class).Instantiate(t, a[1].(starlark.Tuple), object.Keywords(a[2]))
		}},
		object.Def{Sig: "__prepare__(cls, /, *args, **kwargs)", Class: true, Fn: func(t *thread, a args) (value, error) {
			return new(starlark.Dict), nil
		}},
		method("mro", func(t *thread, self value) (value, error) {
			return starlark.NewList(classTuple(self.(*object.Class).MRO)), nil
		}),
		method("__subclasses__", func(t *thread, self value) (value, error) {
			return starlark.NewList(classTuple(self.(*object.Class).SubclassesIn(t))), nil
		}),
		object.Def{Sig: "__instancecheck__(self, instance, /)", Fn: func(t *thread, a args) (value, error) {
			ok, err := isInstanceOf(t, a[1], a[0].(*object.Class))
			return starlark.Bool(ok), err
		}},
		object.Def{Sig: "__subclasscheck__(self, subclass, /)", Fn: func(t *thread, a args) (value, error) {
			k, ok := a[1].(*object.Class)
			if !ok {
				return nil, object.Raise(object.TypeError, "issubclass() arg 1 must be a class")
			}
			return starlark.Bool(k.IsSubclass(a[0].(*object.Class))), nil
		}},
		method("__repr__", func(t *thread, self value) (value, error) {
			return starlark.String(self.(*object.Class).PlainRepr()), nil
		}),
		method("__dir__", func(t *thread, self value) (value, error) {
			names, err := dirNames(t, self)
			return stringList(names), err
		}),
		classGetItem(), // type[int]
		binary("__or__", func(t *thread, a, b value) (value, error) { return unite(t, a, b) }),
		binary("__ror__", func(t *thread, a, b value) (value, error) { return unite(t, b, a) }),
		object.Def{Sig: "__getattribute__(self, name, /)", Fn: func(t *thread, a args) (value, error) {
			name, err := attrName(a[1])
			if err != nil {
				return nil, err
			}
			return a[0].(*object.Class).GenericAttr(t, name)
		}},
		object.Def{Sig: "__setattr__(self, name, value, /)", Fn: func(t *thread, a args) (value, error) {
			name, err := attrName(a[1])
			if err != nil {
				return nil, err
			}
			return starlark.None, a[0].(*object.Class).GenericSetAttr(t, name, a[2])
		}},
		object.Def{Sig: "__delattr__(self, name, /)", Fn: func(t *thread, a args) (value, error) {
			name, err := attrName(a[1])
			if err != nil {
				return nil, err
			}
			return starlark.None, a[0].(*object.Class).GenericDelAttr(t, name)
		}},
	)
	c.AddAttrs(typeAttrs...)
}

func classTuple(classes []*object.Class) []value {
	out := make([]value, len(classes))
	for i, k := range classes {
		out[i] = k
	}
	return out
}

// newType is type(name, bases, dict); type(x) never gets here.
func newType(t *thread, meta *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	if len(args) != 3 {
		return nil, object.Raise(object.TypeError, "type.__new__() takes exactly 3 arguments (%d given)", len(args))
	}
	name, ok := object.Text(args[0])
	if !ok {
		return nil, object.Raise(object.TypeError, "type.__new__() argument 1 must be str, not %s", object.TypeName(args[0]))
	}
	bases, ok := object.Base(args[1]).(starlark.Tuple)
	if !ok {
		return nil, object.Raise(object.TypeError, "type.__new__() argument 2 must be tuple, not %s", object.TypeName(args[1]))
	}
	dict, ok := object.Base(args[2]).(*starlark.Dict)
	if !ok {
		return nil, object.Raise(object.TypeError, "type.__new__() argument 3 must be dict, not %s", object.TypeName(args[2]))
	}
	if strings.Contains(name, "\x00") {
		return nil, object.Raise(object.ValueError, "type name must not contain null characters")
	}
	winner, err := object.Metaclass(meta, bases)
	if err != nil {
		return nil, err
	}
	if winner != meta {
		// A base's metaclass is more derived: the class is its business.
		if n := winner.Lookup("__new__"); !object.IsNativeMethod(staticFunc(n)) {
			return object.Call(t, staticFunc(n), append(starlark.Tuple{winner}, args...), kwargs)
		}
		meta = winner
	}
	var ns object.Namespace
	for _, item := range dict.Items() {
		if k, ok := object.Text(item[0]); ok {
			ns.Set(k, item[1])
		}
	}
	return object.BuildClass(t, meta, name, bases, &ns, kwargs)
}

func staticFunc(v value) value {
	if s, ok := v.(*object.StaticMethod); ok {
		return s.Fn
	}
	return v
}

// typeAttrs are the computed attributes of classes.
var typeAttrs = []object.Attr{
	{
		Name: "__name__",
		Get: func(t *thread, self value) (value, error) {
			return starlark.String(self.(*object.Class).ClassName), nil
		},
		Set: func(t *thread, self, v value) error {
			c := self.(*object.Class)
			s, ok := object.Text(v)
			if !ok {
				return object.Raise(object.TypeError, "can only assign string to %s.__name__, not '%s'", c.ClassName, object.TypeName(v))
			}
			c.ClassName = s
			return nil
		},
		Del: undeletable("__name__"),
	},
	{
		Name: "__qualname__",
		Get: func(t *thread, self value) (value, error) {
			return starlark.String(self.(*object.Class).Qualname), nil
		},
		Set: func(t *thread, self, v value) error {
			c := self.(*object.Class)
			s, ok := object.Text(v)
			if !ok {
				return object.Raise(object.TypeError, "can only assign string to %s.__qualname__, not '%s'", c.ClassName, object.TypeName(v))
			}
			c.Qualname = s
			return nil
		},
		Del: undeletable("__qualname__"),
	},
	{
		Name: "__module__",
		Get: func(t *thread, self value) (value, error) {
			c := self.(*object.Class)
			if c.Iso != nil {
				if v := c.Dict.Get("__module__"); v != nil {
					return v, nil
				}
			}
			return starlark.String(c.Module), nil
		},
		Set: func(t *thread, self, v value) error {
			c := self.(*object.Class)
			if s, ok := object.Text(v); ok {
				c.Module = s
			}
			c.Set("__module__", v)
			return nil
		},
	},
	{Name: "__bases__", Get: func(t *thread, self value) (value, error) {
		return starlark.Tuple(classTuple(self.(*object.Class).Bases)), nil
	}, Set: func(t *thread, self, v value) error {
		tup, ok := v.(starlark.Tuple)
		if !ok {
			return object.Raise(object.TypeError, "can only assign tuple to %s.__bases__, not %s", self.(*object.Class).ClassName, object.TypeName(v))
		}
		return self.(*object.Class).SetBases(t, tup)
	}},
	{Name: "__base__", Get: func(t *thread, self value) (value, error) {
		if b := self.(*object.Class).BestBase(); b != nil {
			return b, nil
		}
		return starlark.None, nil
	}},
	{Name: "__mro__", Get: func(t *thread, self value) (value, error) {
		return starlark.Tuple(classTuple(self.(*object.Class).MRO)), nil
	}},
	{Name: "__dict__", Get: func(t *thread, self value) (value, error) {
		return newClassProxy(t, self.(*object.Class)), nil
	}},
	{
		Name: "__doc__",
		Get: func(t *thread, self value) (value, error) {
			if v := self.(*object.Class).Dict.Get("__doc__"); v != nil {
				return v, nil
			}
			return starlark.None, nil
		},
		Set: func(t *thread, self, v value) error {
			self.(*object.Class).Set("__doc__", v)
			return nil
		},
	},
	{
		Name: "__annotations__",
		Get: func(t *thread, self value) (value, error) {
			c := self.(*object.Class)
			if v := c.Dict.Get("__annotations__"); v != nil {
				return v, nil
			}
			if c.Iso == nil {
				return nil, object.NoAttribute(c, "__annotations__")
			}
			d := new(starlark.Dict)
			c.Set("__annotations__", d)
			return d, nil
		},
		Set: func(t *thread, self, v value) error {
			self.(*object.Class).Set("__annotations__", v)
			return nil
		},
		Del: func(t *thread, self value) error {
			c := self.(*object.Class)
			if !c.Delete("__annotations__") {
				return object.Raise(object.AttributeError, "__annotations__")
			}
			return nil
		},
	},
	{
		Name: "__abstractmethods__",
		Get: func(t *thread, self value) (value, error) {
			if v := self.(*object.Class).Dict.Get("__abstractmethods__"); v != nil {
				return v, nil
			}
			return nil, object.Raise(object.AttributeError, "__abstractmethods__")
		},
		Set: func(t *thread, self, v value) error {
			c := self.(*object.Class)
			names, err := object.Slice(t, v)
			if err != nil {
				return err
			}
			c.Abstract = nil
			for _, n := range names {
				s, ok := object.Text(n)
				if !ok {
					return object.Raise(object.TypeError, "__abstractmethods__ must be a set of strings")
				}
				c.Abstract = append(c.Abstract, s)
			}
			sort.Strings(c.Abstract)
			c.Set("__abstractmethods__", v)
			return nil
		},
	},
	{Name: "__flags__", Get: func(t *thread, self value) (value, error) {
		// Py_TPFLAGS_BASETYPE, HEAPTYPE and IS_ABSTRACT are what scripts look
		// at (inspect.isabstract).
		c, flags := self.(*object.Class), 1<<12
		if !c.Final {
			flags |= 1 << 10
		}
		if c.Iso != nil {
			flags |= 1 << 9
		}
		if len(c.Abstract) > 0 {
			flags |= 1 << 20
		}
		return starlark.MakeInt(flags), nil
	}},
	{Name: "__type_params__", Get: func(t *thread, self value) (value, error) {
		if v := self.(*object.Class).Dict.Get("__type_params__"); v != nil {
			return v, nil
		}
		return starlark.Tuple{}, nil
	}, Set: func(t *thread, self, v value) error {
		self.(*object.Class).Set("__type_params__", v)
		return nil
	}},
}

func undeletable(name string) func(t *thread, self value) error {
	return func(t *thread, self value) error {
		return object.Raise(object.TypeError, "cannot delete '%s' attribute of immutable type '%s'", name, self.(*object.Class).ClassName)
	}
}
