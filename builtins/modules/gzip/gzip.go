// Package gzip is the module gzip, written in the language itself (gzip.py) over
// zlib.
package gzip

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed gzip.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "gzip", Doc: "Functions that read and write gzipped files.", Source: source, Main: "import gzip\ngzip.main()\n"})
}
