// Package universe holds Python's built-in names: the functions, the classes of
// the built-in types, the exception classes and the constants.
//
//	Lookup, Names, Dict   the table of names, the module builtins   universe.go
//	print, input, open    input and output                          printing.go
//	abs, round, pow …     numbers                                    numbers.go
//	sum, min, max, any …  what consumes an iterable                  consume.go
//	isinstance, type …    classes and attributes                     reflect.go
//	repr, format, chr …   text                                       text.go
//	eval, exec, compile   running source, through the host's Hooks   source.go
//
// Functions and classes are shared by all isolates: they hold no state. Loops
// over a script's values look at the world now and then (object.ForEach does),
// so that nothing keeps other threads, a deadline or Ctrl-C waiting.
package universe
