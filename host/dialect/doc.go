// Package dialect is the language front end: it reads Python source text and
// produces a syntax tree, and (in files lower*.go) turns that tree into
// the form that go.starlark.net compiles.
//
// The way of a script through the package:
//
//		source bytes ──decode──▶ text ──scanner──▶ tokens ──parser──▶ tree ──check──▶ tree ──lowering──▶ syntax.File
//
//	  - ast.go      the tree: one Go type for each node of Python 3.13's ast module,
//	    with the same names and the same fields
//	  - walk.go     Walk and Inspect, which visit a tree
//	  - dump.go     Dump, which prints a tree as Python's ast.dump does
//	  - errors.go   SyntaxError, its text and its traceback form
//
// Parse does all but the lowering.
package dialect
