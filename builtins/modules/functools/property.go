package functools

// This file defines cached_property.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

var cachedPropertyClass = object.NewClass(object.Spec{Name: "cached_property", Module: "functools", Python: true})

// A cachedProperty keeps its value in the object's own attributes, where it is
// found before the property.
type cachedProperty struct {
	fn       value
	attrname string
	named    bool
}

func init() {
	cachedPropertyClass.New = func(t *thread, c *object.Class, a starlark.Tuple, kwargs keys) (value, error) {
		return object.Make(c, t, &cachedProperty{fn: starlark.None}), nil
	}
	cachedPropertyClass.AddMethods(classGetItem,
		object.Def{Sig: "def __init__(self, func)", Fn: func(t *thread, a args) (value, error) {
			x := a[0].(*object.Instance)
			stateOf[*cachedProperty](x).fn = a[1]
			for _, name := range []string{"__doc__", "__module__"} {
				v, err := object.GetAttr(t, a[1], name)
				if err != nil {
					if name == "__doc__" && object.IsCaught(t, err, object.AttributeError) {
						continue
					}
					return nil, err
				}
				x.Attrs.Set(name, v)
			}
			return starlark.None, nil
		}},
		object.Def{Sig: "def __set_name__(self, owner, name)", Fn: func(t *thread, a args) (value, error) {
			p := stateOf[*cachedProperty](a[0])
			name, _ := object.Text(a[2])
			switch {
			case !p.named:
				p.attrname, p.named = name, true
			case name != p.attrname:
				return nil, object.Raise(object.TypeError, "Cannot assign the same cached_property to two different names ('%s' and '%s').", p.attrname, name)
			}
			return starlark.None, nil
		}},
		object.Def{Sig: "def __get__(self, instance, owner=None)", Fn: func(t *thread, a args) (value, error) {
			p := stateOf[*cachedProperty](a[0])
			if a[1] == starlark.None {
				return a[0], nil
			}
			if !p.named {
				return nil, object.Raise(object.TypeError, "Cannot use cached_property instance without calling __set_name__ on it.")
			}
			x, ok := a[1].(*object.Instance)
			if !ok || x.Class().Slots {
				return nil, object.Raise(object.TypeError, "No '__dict__' attribute on '%s' instance to cache '%s' property.", object.ClassOf(a[1]).ClassName, p.attrname)
			}
			if v := x.Attrs.Get(p.attrname); v != nil {
				return v, nil
			}
			v, err := object.Call(t, p.fn, starlark.Tuple{x}, nil)
			if err != nil {
				return nil, err
			}
			x.Attrs.Set(p.attrname, v)
			return v, nil
		}},
	)
	cachedPropertyClass.AddAttrs(
		object.Attr{Name: "func", Get: func(t *thread, self value) (value, error) { return stateOf[*cachedProperty](self).fn, nil }},
		object.Attr{Name: "attrname", Get: func(t *thread, self value) (value, error) {
			if p := stateOf[*cachedProperty](self); p.named {
				return starlark.String(p.attrname), nil
			}
			return starlark.None, nil
		}},
	)
}
