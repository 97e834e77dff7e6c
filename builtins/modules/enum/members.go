package enum

// This file defines what classes of enumerations do often: telling apart the
// names in their bodies, and finding members.

import (
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

var functions = []object.Def{
	{Sig: "_kind(cls_name, key, /)", Doc: "'' for a name that may be a member's, or 'private', 'sunder', 'dunder'.",
		Fn: func(t *thread, a args) (value, error) {
			key, ok := object.Text(a[1])
			if !ok {
				return nil, object.Raise(object.TypeError, "attribute name must be string, not '%s'", object.TypeName(a[1]))
			}
			cls, _ := object.Text(a[0])
			return starlark.String(kind(cls, key)), nil
		}},
	{Sig: "_is_descriptor(obj, /)", Doc: "Whether the object's class has __get__, __set__ or __delete__.",
		Fn: func(t *thread, a args) (value, error) {
			switch a[0].(type) {
			case starlark.Int, starlark.String, starlark.Tuple, starlark.Bool, starlark.Float, starlark.NoneType:
				return starlark.False, nil
			}
			c := object.ClassOf(a[0])
			for _, name := range []string{"__get__", "__set__", "__delete__"} {
				_, err := object.GetAttr(t, c, name)
				if err == nil {
					return starlark.True, nil
				}
				if !object.IsCaught(t, err, object.AttributeError) {
					return nil, err
				}
			}
			return starlark.False, nil
		}},
	{Sig: "_inherited(cls, name, /)", Doc: "What the bases of a class define by that name, or None.",
		Fn: func(t *thread, a args) (value, error) {
			c, ok := a[0].(*object.Class)
			name, _ := object.Text(a[1])
			if ok {
				if v := c.LookupAfter(c, name); v != nil {
					return v, nil
				}
			}
			return starlark.None, nil
		}},
	{Sig: "_find(cls, value, /)", Doc: "The value itself if it is a member, or the member that has the value, or None.",
		Fn: func(t *thread, a args) (value, error) {
			c, ok := a[0].(*object.Class)
			if !ok {
				return starlark.None, nil
			}
			if object.ClassOf(a[1]) == c {
				return a[1], nil
			}
			d, ok := c.Lookup("_value2member_map_").(*starlark.Dict)
			if !ok {
				return starlark.None, nil
			}
			v, err := object.DictGet(t, d, a[1])
			switch {
			case err != nil && !object.IsCaught(t, err, object.TypeError):
				return nil, err
			case err != nil || v == nil:
				return starlark.None, nil
			}
			return v, nil
		}},
}

// kind tells a name in the body of the class cls apart by its underscores.
func kind(cls, key string) string {
	n := len(key)
	if n < 3 || key[0] != '_' {
		return ""
	}
	if cls != "" {
		if rest, ok := strings.CutPrefix(key, "_"+cls+"__"); ok && rest != "" && !strings.HasSuffix(key, "__") {
			return "private"
		}
	}
	switch {
	case key[n-1] != '_':
		return ""
	case key[1] != '_' && key[n-2] != '_':
		return "sunder"
	case n > 4 && key[1] == '_' && key[n-2] == '_' && key[2] != '_' && key[n-3] != '_':
		return "dunder"
	}
	return ""
}
