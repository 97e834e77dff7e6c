package pickle

// This file defines how the classes that collections.namedtuple makes travel: as
// the call that makes them.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/codec"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

func init() {
	codec.AddMaker(func(t *thread, c *object.Class) (value, starlark.Tuple, *starlark.Dict, bool) {
		fields, ok := c.Dict.Get("_fields").(starlark.Tuple)
		if !ok || len(c.Bases) != 1 || c.Bases[0] != object.TupleType {
			return nil, nil, nil, false
		}
		m, err := registry.Get(t, "collections")
		if err != nil || m == nil {
			return nil, nil, nil, false
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
		return m.Get("namedtuple"), starlark.Tuple{starlark.String(c.ClassName), fields}, kwargs, true
	})
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
