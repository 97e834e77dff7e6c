// Package calendar is the module calendar, written in the language itself
// (calendar.py).
package calendar

import (
	_ "embed"

	"starpool/builtins/registry"
)

//go:embed calendar.py
var source string

func init() {
	registry.Register(&registry.Module{Name: "calendar", Doc: "Calendar printing functions.", Source: source, Main: "import calendar\ncalendar.main()\n"})
}
