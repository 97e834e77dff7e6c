// Package enum is the module enum, written in the language itself (enum.py),
// but for what its classes do often (members.go).
package enum

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed enum.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "enum", Doc: "Support for enumerations.", Funcs: functions, Source: source})
}
