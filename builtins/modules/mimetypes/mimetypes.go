// Package mimetypes is the module mimetypes, written in the language itself. The
// table of types is text: a type and its extensions a line, the first extension
// the one that guess_extension prefers.
package mimetypes

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/registry"
)

var (
	//go:embed mimetypes.py
	source string
	//go:embed types.txt
	table string
)

func init() {
	registry.Register(&registry.Module{
		Name: "mimetypes", Doc: "Guess the MIME type of a file.",
		Values: map[string]starlark.Value{"_table": starlark.String(table)}, Source: source,
	})
}
