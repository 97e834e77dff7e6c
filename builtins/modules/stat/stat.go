// Package stat is the module stat, written in the language itself (stat.py).
package stat

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed stat.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "stat", Doc: "Constants and functions for interpreting the results of os.stat().", Source: source})
}
