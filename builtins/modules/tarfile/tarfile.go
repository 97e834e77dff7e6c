// Package tarfile is the module tarfile, written in the language itself:
// members and their headers (headers.py), archives and extraction (tarfile.py).
package tarfile

import (
	_ "embed"

	"starpool/builtins/registry"
)

var (
	//go:embed headers.py
	headers string
	//go:embed tarfile.py
	archives string
)

func init() {
	registry.Register(&registry.Module{Name: "_tarheaders", Source: headers})
	registry.Register(&registry.Module{Name: "tarfile", Doc: "Read from and write to tar format archives.", Source: archives})
}
