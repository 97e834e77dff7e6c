package types

// This file defines unions of types (int | str) and parametrised generics
// (list[int]).

import (
	"strings"

	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// The classes.
var (
	UnionType        = object.NewClass(object.Spec{Name: "UnionType", Module: "types", Slots: true, Final: true})
	GenericAliasType = object.NewClass(object.Spec{Name: "GenericAlias", Slots: true, Module: "types"})
)

// unionState is the State of a union: two classes or more.
type unionState struct{ args starlark.Tuple }

// aliasState is the State of a generic alias.
type aliasState struct {
	origin value
	args   starlark.Tuple
}

// UnionArgs returns the members of a union, or nil if v is none.
func UnionArgs(v value) starlark.Tuple {
	if x, ok := v.(*object.Instance); ok {
		if u, ok := x.State.(*unionState); ok {
			return u.args
		}
	}
	return nil
}

// AliasParts returns what list[int] was made of; ok is false if v is no
// generic alias.
func AliasParts(v value) (origin value, args starlark.Tuple, ok bool) {
	if x, is := v.(*object.Instance); is {
		if a, is := x.State.(*aliasState); is {
			return a.origin, a.args, true
		}
	}
	return nil, nil, false
}

func isAlias(v value) bool {
	_, _, ok := AliasParts(v)
	return ok
}

// NewGenericAlias returns origin[key].
func NewGenericAlias(t *thread, origin, key value) value {
	args, ok := key.(starlark.Tuple)
	if !ok {
		args = starlark.Tuple{key}
	}
	return object.Make(GenericAliasType, t, &aliasState{origin, args})
}

// unionable reports whether v may stand in a union.
func unionable(v value) bool {
	switch x := v.(type) {
	case *object.Class, starlark.NoneType:
		return true
	case *object.Instance:
		return x.Class() == UnionType || isAlias(x)
	}
	return false
}

// unite is a | b for types.
func unite(t *thread, a, b value) (value, error) {
	if !unionable(a) || !unionable(b) {
		return object.NotImplemented, nil
	}
	var members starlark.Tuple
	add := func(v value) error {
		if v == starlark.None {
			v = object.NoneTypeType
		}
		for _, m := range members {
			if same, err := object.Same(t, m, v); same || err != nil {
				return err
			}
		}
		members = append(members, v)
		return nil
	}
	for _, v := range []value{a, b} {
		parts := UnionArgs(v)
		if parts == nil {
			parts = starlark.Tuple{v}
		}
		for _, p := range parts {
			if err := add(p); err != nil {
				return nil, err
			}
		}
	}
	if len(members) == 1 {
		return members[0], nil
	}
	return object.Make(UnionType, t, &unionState{members}), nil
}

// typeText writes a type as it stands in a union or alias.
func typeText(t *thread, v value) (string, error) {
	switch x := v.(type) {
	case *object.Class:
		switch {
		case x == object.NoneTypeType:
			return "None", nil
		case x.Module == "builtins" || x.Module == "":
			return x.Qualname, nil
		}
		return x.Module + "." + x.Qualname, nil
	case *starlark.List:
		parts := make([]string, x.Len())
		for i := range parts {
			s, err := typeText(t, x.Index(i))
			if err != nil {
				return "", err
			}
			parts[i] = s
		}
		return "[" + strings.Join(parts, ", ") + "]", nil
	}
	if v == object.Ellipsis {
		return "...", nil
	}
	return object.Repr(t, v)
}

func unionRepr(t *thread, self value) (value, error) {
	parts := UnionArgs(self)
	out := make([]string, len(parts))
	for i, p := range parts {
		s, err := typeText(t, p)
		if err != nil {
			return nil, err
		}
		out[i] = s
	}
	return starlark.String(strings.Join(out, " | ")), nil
}

func aliasRepr(t *thread, self value) (value, error) {
	origin, args, _ := AliasParts(self)
	s, err := typeText(t, origin)
	if err != nil {
		return nil, err
	}
	parts := make([]string, len(args))
	for i, a := range args {
		if a == starlark.None {
			parts[i] = "None"
			continue
		}
		if parts[i], err = typeText(t, a); err != nil {
			return nil, err
		}
	}
	list := strings.Join(parts, ", ")
	if len(args) == 0 {
		list = "()"
	}
	return starlark.String(s + "[" + list + "]"), nil
}

func init() {
	operators := []object.Def{
		binary("__or__", func(t *thread, a, b value) (value, error) { return unite(t, a, b) }),
		binary("__ror__", func(t *thread, a, b value) (value, error) { return unite(t, b, a) }),
	}
	none := func(name string, get func(v value) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) { return get(self), nil }}
	}
	UnionType.AddMethods(operators...)
	noInstances(UnionType)
	UnionType.AddAttrs(
		none("__args__", func(v value) value { return UnionArgs(v) }),
		none("__parameters__", func(v value) value { return starlark.Tuple{} }),
	)
	UnionType.AddMethods(
		method("__repr__", unionRepr),
		method("__hash__", func(t *thread, self value) (value, error) {
			// Order does not count.
			var h uint32
			for _, a := range UnionArgs(self) {
				x, err := a.Hash()
				if err != nil {
					return nil, object.AsException(t, err)
				}
				h ^= x
			}
			return starlark.MakeInt64(int64(h)), nil
		}),
		object.Def{Sig: "__instancecheck__(self, instance, /)", Fn: func(t *thread, a args) (value, error) {
			ok, err := IsInstance(t, a[1], a[0])
			return starlark.Bool(ok), err
		}},
		object.Def{Sig: "__subclasscheck__(self, subclass, /)", Fn: func(t *thread, a args) (value, error) {
			ok, err := IsSubclass(t, a[1], a[0])
			return starlark.Bool(ok), err
		}},
		object.Def{Sig: "__getitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			s, err := unionRepr(t, a[0])
			if err != nil {
				return nil, err
			}
			return nil, object.Raise(object.TypeError, "%s is not a generic class", string(s.(starlark.String)))
		}},
	)
	UnionType.AddMethods(comparisons(func(t *thread, op object.Op, a, b value) (value, error) {
		x, y := UnionArgs(a), UnionArgs(b)
		if y == nil {
			return object.NotImplemented, nil
		}
		equal := len(x) == len(y)
		for i := 0; equal && i < len(x); i++ {
			in, err := object.Contains(t, y, x[i])
			if err != nil {
				return nil, err
			}
			equal = in
		}
		return starlark.Bool(equal == (op == syntax.EQL)), nil
	}, equality...)...)

	GenericAliasType.New = func(t *thread, cls *object.Class, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
		if err := noKeywords("GenericAlias", kwargs); err != nil {
			return nil, err
		}
		if err := exactly("GenericAlias", args, 2); err != nil {
			return nil, err
		}
		x := NewGenericAlias(t, args[0], args[1]).(*object.Instance)
		x.SetClass(cls)
		return x, nil
	}
	GenericAliasType.AddMethods(operators...)
	part := func(name string, get func(origin value, args starlark.Tuple) value) object.Attr {
		return object.Attr{Name: name, Get: func(t *thread, self value) (value, error) {
			origin, args, _ := AliasParts(self)
			return get(origin, args), nil
		}}
	}
	GenericAliasType.AddAttrs(
		part("__origin__", func(origin value, args starlark.Tuple) value { return origin }),
		part("__args__", func(origin value, args starlark.Tuple) value { return args }),
		part("__parameters__", func(origin value, args starlark.Tuple) value { return starlark.Tuple{} }),
		part("__unpacked__", func(origin value, args starlark.Tuple) value { return starlark.False }),
	)
	GenericAliasType.AddMethods(
		method("__repr__", aliasRepr),
		method("__hash__", func(t *thread, self value) (value, error) {
			origin, args, _ := AliasParts(self)
			return hashOf(t, starlark.Tuple{origin, args})
		}),
		object.Def{Sig: "__call__(self, /, *args, **kwargs)", Fn: func(t *thread, a args) (value, error) {
			origin, _, _ := AliasParts(a[0])
			r, err := object.Call(t, origin, a[1].(starlark.Tuple), object.Keywords(a[2]))
			if x, ok := r.(*object.Instance); ok && err == nil && !x.Class().Slots {
				// As CPython: ignored where it cannot be set.
				if err := object.SetAttr(t, x, "__orig_class__", a[0]); err != nil && !object.IsCaught(t, err, object.Exception) {
					return nil, err
				}
			}
			return r, err
		}},
		object.Def{Sig: "__getattr__(self, name, /)", Fn: func(t *thread, a args) (value, error) {
			origin, _, _ := AliasParts(a[0])
			name, err := attrName(a[1])
			if err != nil {
				return nil, err
			}
			return object.GetAttr(t, origin, name)
		}},
		object.Def{Sig: "__mro_entries__(self, bases, /)", Fn: func(t *thread, a args) (value, error) {
			origin, _, _ := AliasParts(a[0])
			return starlark.Tuple{origin}, nil
		}},
		object.Def{Sig: "__getitem__(self, key, /)", Fn: func(t *thread, a args) (value, error) {
			s, err := aliasRepr(t, a[0])
			if err != nil {
				return nil, err
			}
			return nil, object.Raise(object.TypeError, "%s is not a generic class", string(s.(starlark.String)))
		}},
		object.Def{Sig: "__instancecheck__(self, instance, /)", Fn: func(t *thread, a args) (value, error) {
			return nil, object.Raise(object.TypeError, "isinstance() argument 2 cannot be a parameterized generic")
		}},
		object.Def{Sig: "__subclasscheck__(self, subclass, /)", Fn: func(t *thread, a args) (value, error) {
			return nil, object.Raise(object.TypeError, "issubclass() argument 2 cannot be a parameterized generic")
		}},
	)
	GenericAliasType.AddMethods(comparisons(func(t *thread, op object.Op, a, b value) (value, error) {
		o1, a1, _ := AliasParts(a)
		o2, a2, ok := AliasParts(b)
		if !ok {
			return object.NotImplemented, nil
		}
		return object.Compare(t, op, starlark.Tuple{o1, a1}, starlark.Tuple{o2, a2})
	}, equality...)...)
}
