// Package getopt is the module getopt, written in the language itself (getopt.py).
package getopt

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed getopt.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "getopt", Doc: "Parser for command line options.", Source: source})
}
