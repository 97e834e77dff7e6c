// Package subprocess is the module subprocess: processes of the operating system
// (process.go), Popen and the functions around it in the language itself
// (subprocess.py).
package subprocess

import (
	_ "embed"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed subprocess.py
var source string

func init() {
	registry.Register(&registry.Module{
		Name: "subprocess", Doc: "Subprocesses with accessible I/O streams",
		Funcs: []object.Def{
			{Sig: "_spawn(args, executable, cwd, env, stdin, stdout, stderr, text, bufsize, new_session, group, /)", Fn: spawn},
		},
		Source: source,
	})
}
