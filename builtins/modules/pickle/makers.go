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
