// Package sched is the module sched, written in the language itself (sched.py).
package sched

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed sched.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "sched", Doc: "A generally useful event scheduler class.", Source: source})
}
