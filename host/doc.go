// Package host makes an interpreter out of the language (host/dialect), the
// built-ins and the pool engine, and is what a Go program imports to run
// scripts.
//
//	Interpreter, New     one interpreter: a heap, its lock, its modules  interpreter.go
//	Option               streams, arguments, dialect, import path        options.go
//	WithRead, WithNet, … what scripts may do outside                    permissions.go
//	Run, RunFile, Call   running programs and calling their functions    run.go
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
// An Interpreter runs one program at a time; its methods may be called from any
// goroutine. Interpreters share nothing but code.
package host
