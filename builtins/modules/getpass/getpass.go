// Package getpass is the module getpass: a password is asked for without being
// shown, where standard input is a terminal.
package getpass

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/files"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed getpass.py
var source string

func init() {
	registry.Register(&registry.Module{
		Name: "getpass", Doc: "Utilities to get a password and/or the current user name.", Source: source,
		Funcs: []object.Def{{Sig: "_echo(fd, on, /)", Doc: "Switch the echo of a terminal; whether it is one.", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
			fd, err := object.Int(t, a[0])
			if err != nil {
				return nil, err
			}
			return starlark.Bool(files.Echo(fd, a[1] == starlark.True)), nil
		}}},
	})
}
