// Package faulthandler is the module faulthandler, which scripts switch on as a precaution. A fault of the
// system is Go's to report, with all its stacks; what scripts can ask for
// themselves is here.
package faulthandler

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed faulthandler.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "faulthandler", Doc: "Dump tracebacks explicitly.", Source: source})
}
