// Package host makes an interpreter out of the language (host/dialect), the
// built-ins and the pool engine, and is what a Go program imports to run
// scripts.
//
//	Interpreter, New     one interpreter: a heap, its lock, its modules  interpreter.go
//	Option               streams, arguments, dialect, import path        options.go
//	WithRead, WithNet, … what scripts may do outside                    permissions.go
//	Run, RunFile, Exec   running programs, and stopping them             run.go
//	Program, Compile     code compiled once, and the cache of all code   program.go
//	Value, ToValue, As   a script's values in Go's hands                 value.go
//	conversions          Go to script, script to Go, times               tovalue.go, fromvalue.go, gotime.go
//	Go's own in scripts  structs and pointers, iterators and channels    goobject.go, goiter.go
//	Call, functions      functions both ways                             gofunc.go
//	Submit, SubmitTo     a script's functions on executors               submit.go
//	WithModule, …        a host's modules, and which built-in ones       modules.go
//	ExceptionClass       exceptions that Go and scripts share            raise.go
//	Session              code that arrives in pieces, as at a prompt     session.go
//	compile              source to program, with the tables for
//	                     tracebacks                                      compile.go
//	importer             import: built-in modules and files              importer.go
//	starlark dialect     go.starlark.net's own language                  starlark.go
//	Error, ExitError     how a script's failure arrives in Go            errors.go
//	finish               what happens when the main program ends         finish.go
//	share                streams that several write to                   streams.go
//
// A minimal host:
//
//	in, err := host.New(host.WithStdio())
//	if err != nil { … }
//	defer in.Close()
//	err = in.Run(ctx, "hello.py", []byte(`print("hello")`))
//
// docs/embedding.md leads through the package. An Interpreter runs one program at a time; its methods may be called from any
// goroutine. Interpreters share nothing but code.
package host
