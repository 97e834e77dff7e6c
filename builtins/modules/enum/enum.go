// Package enum is the module enum, written in the language itself (enum.py,
// checks.py), but for what its classes do often (members.go).
package enum

import (
	_ "embed"

	"starpool/builtins/registry"
)

var (
	//go:embed enum.py
	source string
	//go:embed checks.py
	checks string
)

func init() {
	registry.Register(&registry.Module{Name: "enum", Doc: "Support for enumerations.", Funcs: functions, Source: source,
		Parts: []registry.Part{{Source: checks, Names: registry.Named("EnumCheck", "CONTINUOUS", "NAMED_FLAGS", "UNIQUE", "verify", "unique",
			"global_enum", "global_enum_repr", "global_flag_repr", "global_str", "show_flag_values", "bin")}}})
}
