package os

// This file defines os.PathLike.

import (
	"go.starlark.net/starlark"

	"starpool/builtins/modules/abc"
	"starpool/builtins/object"
	"starpool/builtins/types"
)

var pathLike = abc.New(object.Spec{
	Name: "PathLike", Module: "os", Bases: []*object.Class{abc.ABC}, Slots: true,
	Doc: "Abstract base class for implementing the file system path protocol.",
}, func(c *object.Class) (yes, known bool) {
	m := c.Lookup("__fspath__")
	return m != nil && m != starlark.None, m != nil
})

func init() {
	abc.Abstract(pathLike, object.Def{Sig: "def __fspath__(self)", Doc: "Return the file system path representation of the object.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
		return nil, object.Raise(object.NotImplementedError, "")
	}})
	abc.Finish(pathLike)
	pathLike.AddMethods(object.Def{Sig: "__class_getitem__(cls, item, /)", Class: true, Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
		return types.NewGenericAlias(t, a[0], a[1]), nil
	}})
}
