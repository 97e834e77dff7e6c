// Package typing is the module typing, written in the language itself:
// the forms of hints (typing.py), named tuples and typed dicts (records.py),
// functions (functions.py).
package typing

import (
	"embed"

	"starpool/builtins/registry"
)

//go:embed *.py
var scripts embed.FS

func init() {
	registry.Register(&registry.Module{Name: "typing", Differs: "names only: nothing is checked, as in Python.",
		Doc: "The typing module: support for gradual typing as defined by PEP 484.", Script: registry.Joined(scripts, "typing", "records", "functions")})
}
