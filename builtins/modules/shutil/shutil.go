// Package shutil is the module shutil, written in the language itself (shutil.py).
package shutil

import (
	"context"
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/object"
	"starpool/builtins/permit"
	"starpool/builtins/registry"
)

//go:embed shutil.py
var source string

//go:embed archives.py
var archives string

func init() {
	registry.Register(&registry.Module{Name: "shutil", Doc: "Utility functions for copying and archiving files and directory trees.", Script: func() string { return source + "\n\n" + archives }, Funcs: []object.Def{
		{Sig: "_disk_usage(path, /)", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
			path, err := files.Path(t, a[0])
			if err != nil {
				return nil, err
			}
			f := permit.Files(t)
			if err := t.Block(func(context.Context) (err error) { path, err = f.Path(path, permit.Read); return err }); err != nil {
				return nil, object.RaiseOS(err, path)
			}
			total, used, free, err := diskUsage(path)
			if err != nil {
				return nil, object.RaiseOS(err, path)
			}
			return starlark.Tuple{starlark.MakeUint64(total), starlark.MakeUint64(used), starlark.MakeUint64(free)}, nil
		}},
	}})
}
