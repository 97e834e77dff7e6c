// Package logging is the module logging with logging.handlers and
// logging.config. It is written in the language itself, but for what every call
// pays for:
//
//	logger.go    whether a logger is enabled for a level; the methods debug, info, …
//	record.go    who called, and the attributes of a record
//	plain.go     a call on a logger of which nothing is overridden
//	format.go    a record as text, likewise
//	records.py   levels, records, filters
//	formats.py   formatters and their styles
//	handlers.py  handlers to streams and files
//	loggers.py   loggers, their hierarchy, the functions of the module
//	rotating.py  logging.handlers
//	config.py    logging.config
package logging

import (
	"embed"
	"strings"

	"go.starlark.net/starlark"

	"starpool/builtins/object"
	"starpool/builtins/registry"
)

type (
	thread = object.Thread
	args   = object.Args
	value  = starlark.Value
)

//go:embed *.py
var scripts embed.FS

func script(names ...string) string {
	var b strings.Builder
	for _, name := range names {
		text, err := scripts.ReadFile(name + ".py")
		if err != nil {
			panic(err)
		}
		b.Write(text)
		b.WriteString("\n\n")
	}
	return b.String()
}

func init() {
	registry.Register(&registry.Module{
		Name: "logging", Doc: "Logging package for Python. Based on PEP 282.",
		Script:  func() string { return script("records", "formats", "handlers", "loggers") },
		Classes: []*object.Class{channelClass},
		Funcs: []object.Def{
			{Sig: "_caller(stacklevel, /)", Fn: caller},
			{Sig: "_outer(/)", Fn: outer},
			{Sig: "_fill(record, name, level, pathname, lineno, msg, args, exc_info, func, sinfo, /)", Fn: fill},
			{Sig: "_settle(*classes)", Fn: settle},
			{Sig: "_levels_changed(/)", Fn: func(t *thread, a args) (value, error) {
				generation.In(t.Isolate()).n++
				return starlark.None, nil
			}},
		},
	})
	registry.Register(&registry.Module{Name: "logging.handlers", Doc: "Additional handlers for the logging package.", Script: func() string { return script("rotating") }})
	registry.Register(&registry.Module{Name: "logging.config", Doc: "Configuration functions for the logging package.", Script: func() string { return script("config") }})
}
