// Package json is the modules json, json.encoder and json.decoder: writing
// (encode.go) and reading (decode.go) in Go, the classes and the functions in
// the language itself (json.py).
package json

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

//go:embed json.py
var source string

//go:embed tool.py
var toolSource string

func init() {
	registry.Register(&registry.Module{
		Name: "json", Doc: "JSON (JavaScript Object Notation) encoder and decoder.",
		Funcs: []object.Def{
			{Sig: "_encode(obj, skipkeys, ensure_ascii, check_circular, allow_nan, indent, item_separator, key_separator, sort_keys, default, /)", Fn: encode},
			{Sig: "_scan(s, pos, whole, strict, object_hook, object_pairs_hook, parse_float, parse_int, parse_constant, /)", Fn: scan},
		},
		Source: source,
	})
	registry.Register(&registry.Module{
		Name: "json.decoder", Doc: "Implementation of JSONDecoder",
		Source: "from json import JSONDecoder, JSONDecodeError\n",
	})
	registry.Register(&registry.Module{
		Name: "json.encoder", Doc: "Implementation of JSONEncoder",
		Source: "from json import JSONEncoder\n",
	})
	registry.Register(&registry.Module{
		Name: "json.tool", Doc: "JSON validator and pretty-printer for the command line.",
		Source: toolSource, Main: "from json.tool import main\nmain()\n",
	})
}
