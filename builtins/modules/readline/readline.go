// Package readline is the module readline, written in the language itself
// (readline.py): its history is real, but input() of a script is edited by the
// terminal alone, so completers and bindings are kept and not used.
package readline

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed readline.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "readline", Doc: "Importing this module enables command line editing using GNU readline.", Source: source})
}
