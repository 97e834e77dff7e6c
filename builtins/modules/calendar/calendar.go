// Package calendar is the module calendar, written in the language itself
// (calendar.py, and names.py for its enumerations).
package calendar

import (
	_ "embed"

	"starpool/builtins/registry"
)

var (
	//go:embed calendar.py
	source string
	//go:embed names.py
	nameSource string
)

func init() {
	registry.Register(&registry.Module{Name: "calendar", Doc: "Calendar printing functions.", Source: source, Main: "import calendar\ncalendar.main()\n",
		Parts: []registry.Part{{Source: nameSource, Names: registry.Named("Month", "Day",
			"JANUARY", "FEBRUARY", "MARCH", "APRIL", "MAY", "JUNE", "JULY", "AUGUST", "SEPTEMBER", "OCTOBER", "NOVEMBER", "DECEMBER",
			"MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY")}}})
}
