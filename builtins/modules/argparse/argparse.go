// Package argparse is the module argparse, written in the language itself:
// texts (formatter.py), what an argument does (actions.py) and parsing
// (argparse.py).
package argparse

import (
	"embed"

	"starpool/builtins/registry"
)

//go:embed *.py
var scripts embed.FS

func init() {
	registry.Register(&registry.Module{Name: "argparse", Doc: "Command-line parsing library.", Script: registry.Joined(scripts, "formatter", "actions", "argparse")})
}
