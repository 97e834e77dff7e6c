// Package tarfile is the module tarfile, written in the language itself:
// members and their headers (headers.py), their contents and streams
// (streams.py), archives and extraction (tarfile.py).
package tarfile

import (
	"embed"

	"starpool/builtins/registry"
)

//go:embed *.py
var scripts embed.FS

func init() {
	registry.Register(&registry.Module{Name: "_tarheaders", Script: registry.Joined(scripts, "headers")})
	registry.Register(&registry.Module{Name: "tarfile", Doc: "Read from and write to tar format archives.", Script: registry.Joined(scripts, "streams", "tarfile")})
}
