// Package zipfile is the module zipfile, written in the language itself over
// zlib: archives (zipfile.py), the streams of their members (members.py), and
// zipfile.Path with the command line (paths.py).
package zipfile

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

var (
	//go:embed zipfile.py
	archives string
	//go:embed members.py
	members string
	//go:embed paths.py
	paths string
)

func init() {
	registry.Register(&registry.Module{Name: "zipfile._members", Source: members})
	registry.Register(&registry.Module{Name: "zipfile", Doc: "Read and write ZIP files.", Source: archives, Main: "import zipfile\nzipfile.main()\n", Init: func(t *object.Thread, m *object.Module) error {
		m.Missing = func(t *object.Thread, name string) (starlark.Value, error) {
			switch name {
			case "Path", "CompleteDirs", "main":
				parts, err := registry.Get(t, "zipfile._path")
				if err != nil {
					return nil, err
				}
				return parts.Get(name), nil
			}
			return nil, nil
		}
		return nil
	}})
	registry.Register(&registry.Module{Name: "zipfile._path", Source: paths})
}
