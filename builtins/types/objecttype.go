package types

// This file defines the methods of object, which every value has.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

func init() {
	c := object.ObjectType
	c.SetAttrValue("__doc__", starlark.String("The base class of the class hierarchy.\n\nWhen called, it accepts no arguments and returns a new featureless\ninstance that has no instance attributes and cannot be given any.\n"))
	notImplemented := func(name string) object.Def {
		return binary(name, func(t *thread, a, b value) (value, error) { return object.NotImplemented, nil })
	}
	c.AddMethods(
		object.Def{Sig: "__new__(*args, **kwargs)", Static: true, Fn: func(t *thread, a args) (value, error) {
			return object.NewObject(t, a[0].(starlark.Tuple), object.Keywords(a[1]))
		}},
		object.Def{Sig: "__init__(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
			return starlark.None, object.InitObject(a[0], a[1].(starlark.Tuple), object.Keywords(a[2]))
		}},
		method("__repr__", func(t *thread, self value) (value, error) {
			return starlark.String(object.DefaultRepr(self)), nil
		}),
		method("__str__", func(t *thread, self value) (value, error) {
			s, err := object.Repr(t, self)
			return starlark.String(s), err
		}),
		method("__hash__", func(t *thread, self value) (value, error) {
			return starlark.MakeInt64(int64(object.Address(self) >> 4)), nil
		}),
		object.Def{Sig: "__format__(self, format_spec, /)", Fn: func(t *thread, a args) (value, error) {
			spec, err := argText(a[1], "__format__")
			if err != nil {
				return nil, err
			}
			if spec != "" {
				return nil, object.Raise(object.TypeError, "unsupported format string passed to %s.__format__", object.TypeName(a[0]))
			}
			s, err := object.Str(t, a[0])
			return starlark.String(s), err
		}},
		binary("__eq__", func(t *thread, a, b value) (value, error) {
			if object.Is(a, b) {
				return starlark.True, nil
			}
			return object.NotImplemented, nil
		}),
		binary("__ne__", func(t *thread, a, b value) (value, error) {
			r, found, err := object.CallSpecial(t, a, "__eq__", b)
			if !found || err != nil || r == object.NotImplemented {
				return object.NotImplemented, err
			}
			eq, err := object.Truth(t, r)
			return starlark.Bool(!eq), err
		}),
		notImplemented("__lt__"), notImplemented("__le__"), notImplemented("__gt__"), notImplemented("__ge__"),
		object.Def{Sig: "__getattribute__(self, name, /)", Fn: func(t *thread, a args) (value, error) {
			name, err := attrName(a[1])
			if err != nil {
				return nil, err
			}
			x, ok := a[0].(*object.Instance)
			if !ok {
				return object.GetAttr(t, a[0], name)
			}
			r, err := x.GenericAttr(t, name)
			if r == nil && err == nil {
				err = object.NoAttribute(x, name)
			}
			return r, err
		}},
		object.Def{Sig: "__setattr__(self, name, value, /)", Fn: func(t *thread, a args) (value, error) {
			name, err := attrName(a[1])
			if err != nil {
				return nil, err
			}
			switch x := a[0].(type) {
			case *object.Instance:
				return starlark.None, x.GenericSetAttr(t, name, a[2])
			case *object.Class:
				return nil, object.Raise(object.TypeError, "can't apply this __setattr__ to type object")
			}
			return starlark.None, object.SetAttr(t, a[0], name, a[2])
		}},
		object.Def{Sig: "__delattr__(self, name, /)", Fn: func(t *thread, a args) (value, error) {
			name, err := attrName(a[1])
			if err != nil {
				return nil, err
			}
			switch x := a[0].(type) {
			case *object.Instance:
				return starlark.None, x.GenericDelAttr(t, name)
			case *object.Class:
				return nil, object.Raise(object.TypeError, "can't apply this __delattr__ to type object")
			}
			return starlark.None, object.DelAttr(t, a[0], name)
		}},
		method("__dir__", func(t *thread, self value) (value, error) {
			names, err := dirNames(t, self)
			return stringList(names), err
		}),
		method("__sizeof__", func(t *thread, self value) (value, error) { return starlark.MakeInt(sizeOf(self)), nil }),
		object.Def{Sig: "__init_subclass__(cls, /, **kwargs)", Class: true, Fn: func(t *thread, a args) (value, error) {
			if len(object.Keywords(a[1])) > 0 {
				return nil, object.Raise(object.TypeError, "%s.__init_subclass__() takes no keyword arguments", a[0].(*object.Class).ClassName)
			}
			return starlark.None, nil
		}},
		object.Def{Sig: "__subclasshook__(cls, object, /)", Class: true, Fn: func(t *thread, a args) (value, error) {
			return object.NotImplemented, nil
		}},
	)
	c.AddAttrs(object.Attr{
		Name: "__class__",
		Get:  func(t *thread, self value) (value, error) { return object.ClassOf(self), nil },
		Set:  setClass,
		Doc:  "the object's class",
	})
	noInstances(object.BuiltinType, object.MethodDescriptorType, object.GetsetType, object.MemberType, object.GeneratorType, object.WrapperDescriptorType, object.MethodWrapperType,
		DictKeys, DictValues, DictItems, listIterator, listReverseIterator, tupleIterator, strIterator, strASCIIIterator,
		setIterator, rangeIterator, longRangeIterator, dictKeyIterator, dictValueIterator, dictItemIterator,
		dictReverseKeyIterator, dictReverseValueIterator, dictReverseItemIterator, callableIterator, sequenceIterator, bytesIterator)
	object.NoneTypeType.New = singletonNew("NoneType", func() value { return starlark.None })
	object.NotImplementedType.New = singletonNew("NotImplementedType", func() value { return object.NotImplemented })
	object.EllipsisType.New = singletonNew("EllipsisType", func() value { return object.Ellipsis })
}

func singletonNew(name string, get func() value) func(*thread, *object.Class, starlark.Tuple, []starlark.Tuple) (value, error) {
	return func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if len(args)+len(kwargs) > 0 {
			return nil, object.Raise(object.TypeError, "%s takes no arguments", name)
		}
		return get(), nil
	}
}

// noInstances makes calls of classes fail whose objects only come from
// elsewhere.
func noInstances(classes ...*object.Class) {
	for _, c := range classes {
		c.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
			return nil, object.Raise(object.TypeError, "cannot create '%s' instances", c.FullName())
		}
	}
}

// setClass assigns x.__class__.
func setClass(t *thread, self, v value) error {
	to, ok := v.(*object.Class)
	if !ok {
		return object.Raise(object.TypeError, "__class__ must be set to a class, not '%s' object", object.TypeName(v))
	}
	x, ok := self.(*object.Instance)
	if !ok || x.Class().Iso == nil || to.Iso == nil {
		return object.Raise(object.TypeError, "__class__ assignment only supported for mutable types or ModuleType subclasses")
	}
	if !to.SameLayout(x.Class()) {
		return object.Raise(object.TypeError, "__class__ assignment: '%s' object layout differs from '%s'", to.ClassName, x.Class().ClassName)
	}
	x.SetClass(to)
	return nil
}

func attrName(v value) (string, error) {
	s, ok := object.Text(v)
	if !ok {
		return "", object.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeName(v))
	}
	return s, nil
}

// argText is the text of the only argument of a special method.
func argText(v value, fn string) (string, error) {
	s, ok := object.Text(v)
	if !ok {
		return "", object.Raise(object.TypeError, "%s() argument must be str, not %s", fn, argumentType(v))
	}
	return s, nil
}

// sizeOf estimates what CPython's object would take; only its order of
// magnitude is meaningful.
func sizeOf(v value) int {
	switch x := object.Base(v).(type) {
	case *starlark.List:
		return 56 + 8*x.Len()
	case starlark.Tuple:
		return 40 + 8*len(x)
	case *starlark.Dict:
		return 64 + 104*x.Len()
	case *starlark.Set:
		return 216 + 64*x.Len()
	case starlark.String:
		return 49 + len(x)
	case starlark.Bytes:
		return 33 + len(x)
	case starlark.Int:
		return 24 + 4*((x.BigInt().BitLen()+29)/30)
	case starlark.Float:
		return 24
	case *object.Class:
		return 1064
	}
	return 16
}

func stringList(names []string) *starlark.List {
	elems := make([]value, len(names))
	for i, n := range names {
		elems[i] = starlark.String(n)
	}
	return starlark.NewList(elems)
}
