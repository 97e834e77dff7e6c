// Package timeit is the module timeit, written in the language itself (timeit.py).
package timeit

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed timeit.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "timeit", Doc: "Tool for measuring execution time of small code snippets.", Source: source, Main: "import sys, timeit\nsys.exit(timeit.main())\n"})
}
