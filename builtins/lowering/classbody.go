package lowering

// This file defines class statements and super().

import (
	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
)

// A classBody is the $ns of the code of a class statement: the namespace that
// it fills. Names that it has not bound are the module's.
type classBody struct {
	opaque
	r      *env
	ns     object.Namespace
	custom value // what the metaclass's __prepare__ returned, if it is no dict
}

var (
	_ starlark.HasAttrs    = (*classBody)(nil)
	_ starlark.HasSetField = (*classBody)(nil)
)

func (c *classBody) String() string { return "<class body>" }

// Type implements starlark.Value.
func (c *classBody) Type() string { return "classbody" }

// Attr implements starlark.HasAttrs.
func (c *classBody) Attr(name string) (value, error) {
	if v, err := c.get(name); v != nil || err != nil {
		return v, err
	}
	return c.r.g.Attr(name)
}

func (c *classBody) get(name string) (value, error) {
	if c.custom == nil {
		return c.ns.Get(name), nil
	}
	t := c.r.iso.Current()
	v, err := object.GetItem(t, c.custom, starlark.String(name))
	if err != nil && object.IsCaught(t, err, object.KeyError) {
		return nil, nil
	}
	return v, err
}

// AttrNames implements starlark.HasAttrs.
func (c *classBody) AttrNames() []string { return nil }

// SetField implements starlark.HasSetField.
func (c *classBody) SetField(name string, v value) error {
	if c.custom != nil {
		return object.SetItem(c.r.iso.Current(), c.custom, starlark.String(name), v)
	}
	c.ns.Set(name, v)
	return nil
}

func (c *classBody) delete(name string) bool {
	if c.custom != nil {
		return object.DelItem(c.r.iso.Current(), c.custom, starlark.String(name)) == nil
	}
	return c.ns.Delete(name)
}

// dict is the namespace as the metaclass gets it.
func (c *classBody) dict() value {
	if c.custom != nil {
		return c.custom
	}
	return c.ns.Dict()
}

// class runs a class statement: class(name, body, bases, **keywords).
func class(r *env, st *starlark.Thread, args starlark.Tuple, kwargs []starlark.Tuple) (value, error) {
	t := r.iso.Current()
	name, body := args[0].(starlark.String), args[1].(*starlark.Function)
	given := args[2].(starlark.Tuple)
	bases, err := resolveBases(t, given)
	if err != nil {
		return nil, err
	}
	var meta value
	for i, kv := range kwargs {
		if kv[0].(starlark.String) == "metaclass" {
			meta = kv[1]
			kwargs = append(append([]starlark.Tuple(nil), kwargs[:i]...), kwargs[i+1:]...)
			break
		}
	}
	if meta == nil && len(bases) > 0 {
		// A base that is no class has the last word on what is made of it.
		if _, ok := bases[0].(*object.Class); !ok {
			meta = object.ClassOf(bases[0])
			return object.Call(t, meta, starlark.Tuple{name, starlark.Tuple(bases), new(starlark.Dict)}, kwargs)
		}
	}
	explicit, isClass := meta.(*object.Class)
	var winner *object.Class
	if meta == nil || isClass {
		if winner, err = object.Metaclass(explicit, bases); err != nil {
			return nil, err
		}
		meta = winner
	}

	c := &classBody{r: r}
	if err := c.prepare(t, meta, winner, name, bases, kwargs); err != nil {
		return nil, err
	}
	qualname := string(name)
	if info := object.InfoOf(t, body); info != nil {
		qualname = info.Qualname
	}
	module := r.g.Get("__name__")
	if module == nil {
		module = starlark.String("__main__")
	}
	// The body's docstring comes after these two, as in CPython.
	if err := c.SetField("__module__", module); err != nil {
		return nil, err
	}
	if err := c.SetField("__qualname__", starlark.String(qualname)); err != nil {
		return nil, err
	}
	result, err := starlark.Call(st, body, starlark.Tuple{c}, nil)
	if err != nil {
		return nil, err
	}
	if t.HasPending() {
		return nil, t.Pending()
	}
	if len(bases) != len(given) || !sameValues(bases, given) {
		c.SetField("__orig_bases__", given)
	}
	var cls value
	if winner == object.TypeType && c.custom == nil {
		cls, err = object.BuildClass(t, nil, string(name), bases, &c.ns, kwargs)
	} else {
		cls, err = object.Call(t, meta, starlark.Tuple{name, starlark.Tuple(bases), c.dict()}, kwargs)
	}
	if err != nil {
		return nil, err
	}
	if cell, ok := result.(*Cell); ok {
		cell.v = cls
	}
	return cls, nil
}

func sameValues(a []value, b starlark.Tuple) bool {
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// resolveBases replaces bases that are no classes by what their __mro_entries__
// says.
func resolveBases(t *isolate.Thread, given starlark.Tuple) ([]value, error) {
	bases := make([]value, 0, len(given))
	for _, b := range given {
		if _, ok := b.(*object.Class); !ok {
			if m, err := object.GetAttr(t, b, "__mro_entries__"); err == nil {
				v, err := object.Call(t, m, starlark.Tuple{given}, nil)
				if err != nil {
					return nil, err
				}
				more, ok := v.(starlark.Tuple)
				if !ok {
					return nil, object.Raise(object.TypeError, "__mro_entries__ must return a tuple")
				}
				bases = append(bases, more...)
				continue
			}
		}
		bases = append(bases, b)
	}
	return bases, nil
}

// prepare makes the namespace by the metaclass's __prepare__.
func (c *classBody) prepare(t *isolate.Thread, meta value, winner *object.Class, name value, bases []value, kwargs []starlark.Tuple) error {
	if winner == object.TypeType {
		return nil
	}
	m, err := object.GetAttr(t, meta, "__prepare__")
	if err != nil {
		if object.IsException(err, object.AttributeError) {
			return nil
		}
		return err
	}
	ns, err := object.Call(t, m, starlark.Tuple{name, starlark.Tuple(bases)}, kwargs)
	if err != nil {
		return err
	}
	switch ns := ns.(type) {
	case *starlark.Dict:
		c.ns.SetDict(ns)
	case *object.Instance, starlark.HasSetKey:
		c.custom = ns
	default:
		return object.Raise(object.TypeError, "%s.__prepare__() must return a mapping, not %s", metaName(winner), object.TypeName(ns))
	}
	return nil
}

func metaName(c *object.Class) string {
	if c == nil {
		return "<metaclass>"
	}
	return c.ClassName
}

// super is super() without arguments: super(cell of __class__, first argument).
func super(r *env, _ *starlark.Thread, args starlark.Tuple, _ []starlark.Tuple) (value, error) {
	if len(args) < 2 {
		return nil, object.Raise(object.RuntimeError, "super(): no arguments")
	}
	cell, ok := args[0].(*Cell)
	if !ok {
		return nil, object.Raise(object.RuntimeError, "super(): __class__ cell not found")
	}
	if cell.v == nil {
		return nil, object.Raise(object.RuntimeError, "super(): empty __class__ cell")
	}
	c, ok := cell.v.(*object.Class)
	if !ok {
		return nil, object.Raise(object.RuntimeError, "super(): __class__ is not a type (%s)", object.TypeName(cell.v))
	}
	return object.NewSuper(c, args[1])
}

func init() {
	functions["class"] = class
	functions["super"] = super
}
