// Package argparse is the module argparse, written in the language itself: texts (formatter.py)
// and parsing (argparse.py).
package argparse

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed formatter.py
var formatter string

//go:embed argparse.py
var parser string

func init() {
	registry.Register(&registry.Module{Name: "argparse", Doc: "Command-line parsing library.", Script: func() string { return formatter + parser }})
}
