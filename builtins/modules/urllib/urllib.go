// Package urllib is the package urllib: urllib.parse (parse.go, parse.py),
// urllib.error and urllib.response, in the language itself where nothing more
// is needed.
package urllib

import (
	_ "embed"

	"starpool/builtins/registry"
)

var (
	//go:embed parse.py
	parseSource string
	//go:embed response.py
	responseSource string
	//go:embed error.py
	errorSource string
)

func init() {
	registry.Register(&registry.Module{Name: "urllib"})
	registry.Register(&registry.Module{
		Name: "urllib.parse", Doc: "Parse (absolute and relative) URLs.",
		Funcs: parseFuncs, Source: parseSource,
	})
	registry.Register(&registry.Module{Name: "urllib.response", Doc: "Response classes used by urllib.", Source: responseSource})
	registry.Register(&registry.Module{Name: "urllib.error", Doc: "Exception classes raised by urllib.", Source: errorSource})
}
