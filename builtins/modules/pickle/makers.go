package pickle

// This file defines how the classes that collections.namedtuple makes travel: as
// the call that makes them, and what a script has added to them.

import (
	"fmt"
	"slices"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

func init() {
	codec.AddMaker(func(t *thread, c *object.Class) *codec.Making {
		fields, ok := c.Dict.Get("_fields").(starlark.Tuple)
		if !ok || len(c.Bases) != 1 || c.Bases[0] != object.TupleType {
			return nil
		}
		m, err := registry.Get(t, "collections")
		if err != nil || m == nil {
			return nil
		}
		kwargs := starlark.NewDict(2)
		kwargs.SetKey(starlark.String("module"), starlark.String(c.Module))
		if defaults, ok := c.Dict.Get("_field_defaults").(*starlark.Dict); ok && defaults.Len() > 0 {
			var vals starlark.Tuple
			for _, kv := range defaults.Items() {
				vals = append(vals, kv[1])
			}
			kwargs.SetKey(starlark.String("defaults"), vals)
		}
		return &codec.Making{
			Fn: m.Get("namedtuple"), Args: starlark.Tuple{starlark.String(c.ClassName), fields}, Kwargs: kwargs,
			Makes: func(name string, v value) bool { return ofNamedTuple(t, c, fields, name, v) },
		}
	})
}

// ofNamedTuple reports whether an attribute of a class is as namedtuple makes it.
func ofNamedTuple(t *thread, c *object.Class, fields starlark.Tuple, name string, v value) bool {
	switch name {
	case "__module__", "__slots__", "_fields", "_field_defaults", "__match_args__":
		return true
	case "__doc__":
		names := make([]string, len(fields))
		for i, f := range fields {
			names[i], _ = object.Text(f)
		}
		return v == starlark.String(c.ClassName+"("+strings.Join(names, ", ")+")")
	case "__new__":
		m, ok := v.(*object.StaticMethod)
		if !ok {
			return false
		}
		_, ok = m.Fn.(*object.Func)
		return ok
	}
	if i := slices.Index(fields, value(starlark.String(name))); i >= 0 {
		doc, err := object.GetAttr(t, v, "__doc__")
		if err != nil {
			object.IsCaught(t, err, object.BaseException)
			return false
		}
		return object.ClassOf(v).ClassName == "_tuplegetter" && doc == value(starlark.String(fmt.Sprintf("Alias for field number %d", i)))
	}
	if m, ok := v.(*object.ClassMethod); ok {
		v = m.Fn
	}
	f, ok := v.(*object.Func)
	return ok && f.Owner() == c
}

// restoreCached makes a function with a cache again (functools.lru_cache) from
// the function and cache_parameters().
var restoreCached = object.Def{Sig: "_restore_cached(fn, params, /)", Fn: func(t *thread, a args) (value, error) {
	m, err := registry.Get(t, "functools")
	if err != nil {
		return nil, err
	}
	params, ok := object.Base(a[1]).(*starlark.Dict)
	if !ok {
		return nil, object.Raise(object.TypeError, "cache parameters must be a dict, not %s", object.TypeName(a[1]))
	}
	decorate, err := object.Call(t, m.Get("lru_cache"), nil, params.Items())
	if err != nil {
		return nil, err
	}
	return object.Call(t, decorate, starlark.Tuple{a[0]}, nil)
}}
