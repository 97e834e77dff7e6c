// Package datetime is the module datetime. Its classes are written in the language
// itself (datetime.py and moments.py) on top of what Go does for them:
//
//	timedelta                            delta.go
//	date, datetime                       moment.go
//	reading the usual forms of text      parse.go
//	strftime of the usual directives     write.go
package datetime

import (
	_ "embed"

	"go.starlark.net/starlark"

	"starpool/builtins/isolate"
	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	value  = starlark.Value
	args   = object.Args
)

//go:embed datetime.py
var dates string

//go:embed moments.py
var moments string

// classes are those of an isolate's module, which results are made of.
type classes struct {
	delta, date, datetime, tzinfo, timezone *object.Class
}

var classesIn = isolate.NewKey(func(*isolate.Isolate) *classes { return &classes{} })

func init() {
	registry.Register(&registry.Module{
		Name: "datetime", Doc: "Concrete date/time and related types.", Script: func() string { return dates + moments },
		Init: func(t *thread, m *object.Module) error {
			m.Vars.Set("_Delta", deltaClass)
			m.Vars.Set("_Date", dateClass)
			m.Vars.Set("_Datetime", datetimeClass)
			return nil
		},
		Funcs: append(funcs,
			note("_delta_class", func(c *classes) **object.Class { return &c.delta }),
			note("_date_class", func(c *classes) **object.Class { return &c.date }),
			note("_datetime_class", func(c *classes) **object.Class { return &c.datetime }),
			note("_tzinfo_class", func(c *classes) **object.Class { return &c.tzinfo }),
			note("_timezone_class", func(c *classes) **object.Class { return &c.timezone }),
		),
	})
}

// note makes the decorator that tells Go which class of the script's is which.
func note(name string, at func(c *classes) **object.Class) object.Def {
	return object.Def{Sig: name + "(cls, /)", Fn: func(t *thread, a args) (value, error) {
		*at(classesIn.In(t.Isolate())) = a[0].(*object.Class)
		return a[0], nil
	}}
}
