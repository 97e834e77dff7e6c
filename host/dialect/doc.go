// Package dialect is the language front end: it reads Python source text and
// produces a syntax tree, and (in files lower*.go) turns that tree into
// the form that go.starlark.net compiles.
//
// The way of a script through the package:
//
//	bytes ──source──▶ text ──scanner──▶ tokens ──parser──▶ tree ──check──▶ tree ──lowering──▶ syntax.File
//
// Parse does all but the lowering. It accepts the grammar of Python 3.13
// except async and await, gives the tree of Python's ast module, and reports
// mistakes in the words and at the places of CPython 3.13.
//
// The source text:
//
//   - source.go      byte order mark, coding cookie, UTF-8, line endings
//   - token.go       the kinds of tokens
//   - scanner.go     indentation, line joining, brackets, operators
//   - scanword.go    names, keywords and numbers
//   - scanstring.go  strings, and f-strings as PEP 701 cuts them
//   - literal.go     the values of numbers and strings
//   - unicode.go     names of characters, normal form NFKC
//
// The tree:
//
//   - ast.go         positions, node interfaces, statements
//   - astexpr.go     expressions and operators
//   - astpattern.go  patterns of match statements
//   - walk.go        Walk, Inspect and Children
//   - dump.go        Dump, which prints a tree as ast.dump does
//
// The parser, a method for each rule of the grammar:
//
//   - parser.go        Parse, the two passes, failing and trying
//   - parsestmt.go     simple statements
//   - parseblock.go    compound statements
//   - parsepattern.go  match statements
//   - parseparam.go    parameters and type parameters
//   - parseexpr.go     operators
//   - parseatom.go     names, literals, displays, comprehensions
//   - parsecall.go     arguments
//   - fstring.go       strings and replacement fields
//   - target.go        what may be assigned to
//
// What can only be seen in the finished tree:
//
//   - check.go         statements in the wrong place, repeated keywords
//   - checkscope.go    global, nonlocal, parameters, comprehensions
//   - checkpattern.go  patterns
//   - errors.go        SyntaxError, its text and its traceback form
//
// The tests compare trees and errors with what CPython gave for the same
// programs; testdata/record.py refreshes these records.
package dialect
