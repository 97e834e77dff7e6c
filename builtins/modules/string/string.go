// Package string is the module string: string.py, and the parser of format
// strings that its Formatter uses.
package string

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
	"starpool/builtins/text"
)

//go:embed string.py
var source string

// key is a part of a field name as a script sees it.
func key(k text.FieldKey) starlark.Value {
	if k.IsIndex {
		return starlark.MakeInt(k.Index)
	}
	return starlark.String(k.Name)
}

// parse yields (literal, field name, spec, conversion) of each piece.
func parse(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	s, err := object.TextArg(a[0], "_formatter_parser", "format_string")
	if err != nil {
		return nil, err
	}
	var out []starlark.Value
	for f, err := range text.Fields(s) {
		if err != nil {
			return nil, object.TextError(err)
		}
		name, spec, conv := starlark.Value(starlark.None), starlark.Value(starlark.None), starlark.Value(starlark.None)
		if f.Present {
			name, spec = starlark.String(f.Name), starlark.String(f.Spec)
			if f.Conv != 0 {
				conv = starlark.String(string(f.Conv))
			}
		}
		out = append(out, starlark.Tuple{starlark.String(f.Literal), name, spec, conv})
	}
	return starlark.NewList(out), nil
}

// splitName returns the first part of a field name and the steps behind it as
// (is attribute, key) pairs.
func splitName(t *isolate.Thread, a object.Args) (starlark.Value, error) {
	s, err := object.TextArg(a[0], "_field_name_split", "field_name")
	if err != nil {
		return nil, err
	}
	first, rest, err := text.SplitFieldName(s)
	if err != nil {
		return nil, object.TextError(err)
	}
	var steps []starlark.Value
	for k, err := range text.FieldSteps(rest) {
		if err != nil {
			return nil, object.TextError(err)
		}
		v := key(k)
		if k.IsAttr {
			v = starlark.String(k.Name)
		}
		steps = append(steps, starlark.Tuple{starlark.Bool(k.IsAttr), v})
	}
	return starlark.Tuple{key(first), starlark.NewList(steps)}, nil
}

func init() {
	registry.Register(&registry.Module{
		Name: "string", Doc: "A collection of string constants.", Source: source,
		Funcs: []object.Def{
			{Sig: "_formatter_parser(format_string, /)", Fn: parse},
			{Sig: "_field_name_split(field_name, /)", Fn: splitName},
		},
	})
}
