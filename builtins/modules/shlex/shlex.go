// Package shlex is the module shlex, written in the language itself (shlex.py).
package shlex

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed shlex.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "shlex", Doc: "A lexical analyzer class for simple shell-like syntaxes.", Source: source})
}
