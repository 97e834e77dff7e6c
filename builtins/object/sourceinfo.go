package object

// This file defines what error messages and tracebacks ask of a script's
// source: its lines, and what stands at the position of a failed operation. The
// host answers, from the front end's tree, and only when something has failed:
// running code pays nothing for it.

import "go.starlark.net/syntax"

// A Source is the text of one script file as it was compiled.
type Source interface {
	// Line returns line n, counted from 1, without its line break.
	Line(n int) (string, bool)
	// Node describes the operation whose position go.starlark.net reports as
	// pos (an operator, a dot, an opening bracket or parenthesis), or returns
	// nil.
	Node(pos syntax.Position) *Node
}

// A Node is an operation in a script's source. Lines count from 1, columns from
// 1 in code points, as in syntax.Position; an end is behind the last character.
type Node struct {
	Line, Col, EndLine, EndCol int32
	// OpLine to OpEndCol are the part that carets point at; the rest of the
	// node is underlined with tildes. All zero: the whole node has carets.
	OpLine, OpCol, OpEndLine, OpEndCol int32

	Symbol    string // of an operator, as written: "+", "//=", "not in"
	Augmented bool   // x OP= y
	Store     bool   // the target of an assignment
	Float     bool   // an operand is certainly a float
	Call      *CallShape
}

// A CallShape is how the arguments of a call are written.
type CallShape struct {
	Callee     string   // the last name of the called expression
	Name       bool     // the called expression is that name alone
	Positional int      // arguments without a name
	Keywords   []string // the names of the others
	Star       bool     // *iterable among them
	DoubleStar int      // how many **mapping
}

// NodeAt describes the operation at a position, or returns nil.
func NodeAt(t *Thread, pos syntax.Position) *Node {
	if !pos.IsValid() {
		return nil
	}
	if c := CodeOf(t, pos.Filename()); c != nil && c.Source != nil {
		return c.Source.Node(pos)
	}
	return nil
}

// SourceLine returns line n of a script's file, if it is known.
func SourceLine(t *Thread, filename string, n int) (string, bool) {
	if c := CodeOf(t, filename); c != nil && c.Source != nil {
		return c.Source.Line(n)
	}
	return "", false
}
