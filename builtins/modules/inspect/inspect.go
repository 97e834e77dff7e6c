// Package inspect is the module inspect, written in the language itself:
// questions about objects (inspect.py), and signatures (signature.py).
package inspect

import (
	"embed"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed *.py
var scripts embed.FS

func init() {
	registry.Register(&registry.Module{
		Name: "inspect", Differs: "a frame is a picture of the moment when it was asked for: f_lineno does not move on, and f_locals is empty. There are no coroutines.",
		Doc: "Get useful information from live Python objects.", Script: registry.Joined(scripts, "inspect", "signature"),
		Funcs: []object.Def{
			{Sig: "_source(filename, /)", Doc: "The lines of a script that runs, or None.", Fn: source},
		},
	})
}

func source(t *object.Thread, a object.Args) (starlark.Value, error) {
	name, _ := object.Text(a[0])
	if _, ok := object.SourceLine(t, name, 1); !ok {
		return starlark.None, nil
	}
	var lines []starlark.Value
	for n := 1; ; n++ {
		line, ok := object.SourceLine(t, name, n)
		if !ok {
			break
		}
		lines = append(lines, starlark.String(strings.TrimSuffix(line, "\r")+"\n"))
	}
	return starlark.NewList(lines), nil
}
