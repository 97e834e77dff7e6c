// Package configparser is the module configparser, written in the language itself (configparser.py).
package configparser

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed configparser.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "configparser", Doc: "Configuration file parser.", Source: source})
}
