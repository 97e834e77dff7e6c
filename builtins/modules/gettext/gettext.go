// Package gettext is the module gettext as programs without translations use it: every text
// is returned as it is.
package gettext

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed gettext.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "gettext", Doc: "Internationalization: texts as they are.", Source: source})
}
