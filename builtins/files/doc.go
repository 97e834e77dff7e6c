// Package files holds open(), the file objects it returns, and the standard
// streams of an isolate.
//
//	Open, Check             open(), the permission check      open.go
//	class hierarchy         _io._IOBase and its descendants   classes.go
//	derived, objectStream   what scripts derive and stand in  derived.go
//	raw                     a file or stream without buffer   raw.go
//	Buffered                BufferedReader, …Writer, …Random  buffered.go
//	Text                    TextIOWrapper                     text.go, textseek.go
//	Stdin, Stdout, Stderr   the standard streams              stdio.go
//
// A file object is an *object.Instance whose State is a *raw, *Buffered or
// *Text. Each has a lock of its own, so that the lines which several threads
// write stay whole, and gives the interpreter lock up around everything that the
// operating system may make it wait for.
//
// CPython closes a file when its last reference goes. Here what was written to a
// file that is no longer referenced is handed to the operating system before any
// other file is opened and when the program ends (FlushLocked); the descriptor
// itself is closed when the garbage collector finds it.
package files
