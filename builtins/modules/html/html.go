// Package html is the module html, written in the language itself (html.py), and html.parser (parser.py).
package html

import (
	_ "embed"
	"html"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

//go:embed html.py
var source string

//go:embed parser.py
var parser string

func init() {
	registry.Register(&registry.Module{Name: "html", Doc: "General functions for HTML manipulation.", Source: source, Funcs: []object.Def{
		{Sig: "_unescape(s, /)", Fn: func(t *object.Thread, a object.Args) (starlark.Value, error) {
			s, err := object.TextArg(a[0], "unescape", "s")
			return starlark.String(html.UnescapeString(s)), err
		}},
	}})
	registry.Register(&registry.Module{Name: "html.parser", Doc: "A parser for HTML and XHTML.", Source: parser})
}
