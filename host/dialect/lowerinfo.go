// This file defines Info, what the lowering knows about a module's code that
// the lowered file itself cannot carry.

package dialect

import "go.starlark.net/syntax"

// Info is the side table of a lowered module. It holds plain data only.
type Info struct {
	Filename  string
	Doc       string // the module's docstring
	HasDoc    bool
	Functions map[FuncKey]*FuncInfo

	// Ranges gives, for a position that the interpreter reports as the place
	// of an error, the stretch of source text to underline.
	Ranges map[Position]ErrorRange

	// Globals are the names that the module binds, in order of their first
	// binding.
	Globals []string

	// Prelude is how many statements the lowered file has before the module's
	// own code: they bind helpers and run nothing of the script.
	Prelude int

	// Future tells that the module has from __future__ import annotations.
	Future bool
}

// A FuncKey identifies a function of the lowered file: the position and the
// name that go.starlark.net's Function reports.
type FuncKey struct {
	Pos  Position
	Name string
}

// A FuncKind says what a lowered function stands for.
type FuncKind uint8

const (
	DefFunc        FuncKind = iota // a def statement
	LambdaFunc                     // a lambda
	GeneratorFunc                  // a def or lambda that contains yield: calling it makes a generator
	GeneratorBody                  // the code of such a function
	GenexpBody                     // the code of a generator expression
	ClassBody                      // the code of a class statement
	ProtectedBody                  // part of a function: the body of a try or with statement
	HelperBody                     // part of an expression, made by the lowering
	AnnotationBody                 // the value of a type alias or the like, evaluated late
)

// A FuncInfo describes one function of the lowered file.
type FuncInfo struct {
	Kind     FuncKind
	Name     string // __name__
	Qualname string // __qualname__
	Doc      string
	HasDoc   bool
	Range    Range     // of the def statement, lambda or expression
	Params   []Param   // in source order
	Method   bool      // defined directly in a class body
	Parent   FuncKey   // the function whose code contains it; zero at module level
	Globals  []string  // names that it, or a function within, takes from the module or the built-ins
	FreeVars []FreeVar // variables of the functions around
	Locals   []string  // its own variables, parameters first
}

// Hidden reports whether the function's frame is part of another's: no Python
// user would see it in a traceback.
func (f *FuncInfo) Hidden() bool {
	return f.Kind == ProtectedBody || f.Kind == HelperBody || f.Kind == GeneratorFunc
}

// A ParamKind is the kind of a parameter, as inspect.Parameter numbers them.
type ParamKind uint8

const (
	PositionalOnly ParamKind = iota
	PositionalOrKeyword
	VarPositional
	KeywordOnly
	VarKeyword
)

// A Param is one parameter of a function.
type Param struct {
	Name       string
	Kind       ParamKind
	HasDefault bool
}

// A FreeVar is a variable of a function around. Cell tells that it lives in a
// cell, which the lowered function captures under the name Ident.
type FreeVar struct {
	Name  string
	Ident string
	Cell  bool
}

// An ErrorRange is what a traceback underlines: Start to End with ^, or, if
// Anchor is valid, the part from Anchor to AnchorEnd with ^ and the rest with ~.
type ErrorRange struct {
	Start, End        Position
	Anchor, AnchorEnd Position
}

func (l *lowerer) rangeAt(at Position, r ErrorRange) {
	if !at.IsValid() {
		return
	}
	if _, ok := l.info.Ranges[at]; !ok {
		l.info.Ranges[at] = r
	}
}

// mark records the range of e for errors reported at its start or at at.
func (l *lowerer) mark(at Position, n Node) {
	r := n.Span()
	er := ErrorRange{Start: r.Pos, End: r.End}
	// CPython finds the operator in the text that it underlines.
	switch n := n.(type) {
	case *Call:
		er.Anchor, er.AnchorEnd = n.Lparen, r.End
	case *Subscript:
		er.Anchor, er.AnchorEnd = n.Lbrack, r.End
	case *BinOp:
		er.Anchor, er.AnchorEnd = n.OpPos, Position{n.OpPos.Line, n.OpPos.Col + int32(len(n.Op.String()))}
	}
	l.rangeAt(at, er)
}

func (l *lowerer) pos(p Position) syntax.Position {
	if !p.IsValid() {
		p = Position{1, 1}
	}
	return syntax.MakePosition(&l.file, p.Line, p.Col)
}
