package functools

// This file defines total_ordering and cmp_to_key.

import (
	"go.starlark.net/starlark"
	"go.starlark.net/syntax"

	"starpool/builtins/object"
)

// A derivation makes one comparison of another: the root's result, inverted or
// not, and/or (in)equality.
type derivation struct {
	name   string
	invert bool
	join   byte // '&' with !=, '|' with ==, 0
}

var orderings = []struct {
	root    string
	derived []derivation
}{
	{"__lt__", []derivation{{"__gt__", true, '&'}, {"__le__", false, '|'}, {"__ge__", true, 0}}},
	{"__le__", []derivation{{"__ge__", true, '|'}, {"__lt__", false, '&'}, {"__gt__", true, 0}}},
	{"__gt__", []derivation{{"__lt__", true, '&'}, {"__ge__", false, '|'}, {"__le__", true, 0}}},
	{"__ge__", []derivation{{"__le__", true, '|'}, {"__gt__", false, '&'}, {"__lt__", true, 0}}},
}

func (d derivation) def(root string) object.Def {
	return object.Def{Sig: "def " + d.name + "(self, other)", Fn: func(t *thread, a args) (value, error) {
		r, _, err := object.CallSpecial(t, a[0], root, a[1])
		if err != nil || r == object.NotImplemented {
			return r, err
		}
		ok, err := object.Truth(t, r)
		if err != nil {
			return nil, err
		}
		if d.invert {
			ok = !ok
		}
		switch {
		case d.join == '&' && ok:
			return object.Compare(t, syntax.NEQ, a[0], a[1])
		case d.join == '|' && !ok:
			return object.Compare(t, syntax.EQL, a[0], a[1])
		case !d.invert:
			return r, nil
		}
		return starlark.Bool(ok), nil
	}}
}

var totalOrderingDef = object.Def{
	Sig: "def total_ordering(cls)", Doc: "Class decorator that fills in missing ordering methods",
	Fn: func(t *thread, a args) (value, error) {
		c, ok := a[0].(*object.Class)
		if !ok {
			return nil, object.Raise(object.TypeError, "total_ordering() argument must be a class")
		}
		has := func(name string) bool {
			m := c.Lookup(name)
			return m != nil && m != object.ObjectType.Lookup(name)
		}
		for _, o := range orderings {
			if !has(o.root) {
				continue
			}
			for _, d := range o.derived {
				if has(d.name) {
					continue
				}
				c.AddMethods(d.def(o.root))
				c.Set(d.name, c.Dict.Get(d.name)) // drops what was remembered
			}
			return c, nil
		}
		return nil, object.Raise(object.ValueError, "must define at least one ordering operation: < > <= >=")
	},
}

var keyWrapperClass = object.NewClass(object.Spec{Name: "KeyWrapper", Module: "functools", Final: true})

// A keyWrapper is the State of what cmp_to_key returns and of the keys it makes.
type keyWrapper struct {
	cmp value
	obj value // nil in the former
}

// CallObject implements object.Caller: K(obj).
func (k *keyWrapper) CallObject(t *thread, x *object.Instance, a starlark.Tuple, kwargs keys) (value, error) {
	if len(a) == 1 && len(kwargs) == 0 {
		return object.Make(keyWrapperClass, t, &keyWrapper{k.cmp, a[0]}), nil
	}
	b, err := keySignature.Bind(a, kwargs)
	if err != nil {
		return nil, err
	}
	return object.Make(keyWrapperClass, t, &keyWrapper{k.cmp, b[0]}), nil
}

var keySignature = object.NewFunc(object.Def{Sig: "K(obj)"})

var cmpToKeyDef = object.Def{
	Sig: "cmp_to_key(mycmp)", Doc: "Convert a cmp= function into a key= function.",
	Fn: func(t *thread, a args) (value, error) {
		return object.Make(keyWrapperClass, t, &keyWrapper{cmp: a[0]}), nil
	},
}

func init() {
	compare := func(name string, op object.Op) object.Def {
		return object.Def{Sig: name + "(self, value, /)", Fn: func(t *thread, a args) (value, error) {
			x := stateOf[*keyWrapper](a[0])
			if !object.IsInstance(a[1], keyWrapperClass) {
				return nil, object.Raise(object.TypeError, "other argument must be K instance")
			}
			y := stateOf[*keyWrapper](a[1])
			if x.obj == nil || y.obj == nil {
				return nil, object.Raise(object.AttributeError, "object")
			}
			r, err := object.Call(t, x.cmp, starlark.Tuple{x.obj, y.obj}, nil)
			if err != nil {
				return nil, err
			}
			return object.Compare(t, op, r, starlark.MakeInt(0))
		}}
	}
	keyWrapperClass.SetAttrValue("__hash__", starlark.None)
	keyWrapperClass.AddMethods(callMethod,
		compare("__eq__", syntax.EQL), compare("__ne__", syntax.NEQ), compare("__lt__", syntax.LT),
		compare("__le__", syntax.LE), compare("__gt__", syntax.GT), compare("__ge__", syntax.GE))
	keyWrapperClass.AddAttrs(object.Attr{
		Name: "obj", Doc: "Value wrapped by a key function.",
		Get: func(t *thread, self value) (value, error) {
			if o := stateOf[*keyWrapper](self).obj; o != nil {
				return o, nil
			}
			return nil, object.NoAttribute(self, "obj")
		},
		Set: func(t *thread, self, v value) error {
			stateOf[*keyWrapper](self).obj = v
			return nil
		},
	})
}
