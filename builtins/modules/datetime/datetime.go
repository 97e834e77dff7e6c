// Package datetime is the module datetime, written in the language itself (datetime.py
// and moments.py).
package datetime

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed datetime.py
var dates string

//go:embed moments.py
var moments string

func init() {
	registry.Register(&registry.Module{Name: "datetime", Doc: "Concrete date/time and related types.", Script: func() string { return dates + moments }})
}
