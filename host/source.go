package host

// This file defines source: what error messages and tracebacks ask of a
// script's text. It is looked at only when something has failed.

import (
	"strings"
	"sync"

	"go.starlark.net/syntax"

	"starpool/builtins/object"
	"starpool/host/dialect"
)

// A source is the text of a compiled file and its tree, which is parsed again
// when first asked for: running code pays nothing for it.
type source struct {
	src      []byte
	filename string
	mode     dialect.Mode
	ranges   map[dialect.Position]dialect.ErrorRange

	once  sync.Once
	lines []string
	nodes map[dialect.Position]*object.Node
}

var _ object.Source = (*source)(nil)

func newSource(src []byte, info *dialect.Info, mode dialect.Mode) *source {
	return &source{src: src, filename: info.Filename, mode: mode, ranges: info.Ranges}
}

func (s *source) load() {
	text := strings.TrimPrefix(string(s.src), "\ufeff")
	text = strings.NewReplacer("\r\n", "\n", "\r", "\n").Replace(text)
	s.lines = strings.Split(text, "\n")
	s.nodes = make(map[dialect.Position]*object.Node)
	tree, err := dialect.Parse(s.filename, s.src, s.mode)
	if err != nil {
		return
	}
	dialect.Inspect(tree, func(n dialect.Node) bool {
		if n != nil {
			s.index(n)
		}
		return true
	})
}

// Line implements object.Source.
func (s *source) Line(n int) (string, bool) {
	s.once.Do(s.load)
	if n < 1 || n > len(s.lines) {
		return "", false
	}
	return s.lines[n-1], true
}

// Node implements object.Source.
func (s *source) Node(pos syntax.Position) *object.Node {
	s.once.Do(s.load)
	at := dialect.Position{Line: pos.Line, Col: pos.Col}
	n := s.nodes[at]
	r, ok := s.ranges[at]
	if !ok {
		return n
	}
	out := object.Node{}
	if n != nil {
		out = *n
	}
	out.Line, out.Col, out.EndLine, out.EndCol = r.Start.Line, r.Start.Col, r.End.Line, r.End.Col
	out.OpLine, out.OpCol, out.OpEndLine, out.OpEndCol = r.Anchor.Line, r.Anchor.Col, r.AnchorEnd.Line, r.AnchorEnd.Col
	return &out
}

// index notes the operations that n consists of, by the positions that the
// lowering gives them.
func (s *source) index(n dialect.Node) {
	add := func(at dialect.Position, o object.Node) {
		r := n.Span()
		o.Line, o.Col, o.EndLine, o.EndCol = r.Pos.Line, r.Pos.Col, r.End.Line, r.End.Col
		if _, dup := s.nodes[at]; !dup {
			s.nodes[at] = &o
		}
	}
	switch n := n.(type) {
	case *dialect.BinOp:
		add(n.OpPos, object.Node{Symbol: n.Op.String(), Float: isFloat(n.Left) || isFloat(n.Right)})
	case *dialect.AugAssign:
		add(n.Target.Span().End, object.Node{Symbol: n.Op.String() + "=", Augmented: true, Float: isFloat(n.Value)})
	case *dialect.Compare:
		for i, op := range n.Ops {
			add(n.OpPos[i], object.Node{Symbol: op.String()})
		}
	case *dialect.UnaryOp:
		add(n.Span().Pos, object.Node{Symbol: n.Op.String()})
	case *dialect.Subscript:
		add(n.Lbrack, object.Node{Store: n.Ctx == dialect.Store})
	case *dialect.Attribute:
		add(n.AttrPos, object.Node{Store: n.Ctx == dialect.Store})
	case *dialect.Call:
		add(n.Lparen, object.Node{Call: shape(n)})
	}
}

// isFloat reports whether e is certainly a float.
func isFloat(e dialect.Expr) bool {
	switch e := e.(type) {
	case *dialect.Constant:
		return e.Kind == dialect.FloatConst
	case *dialect.UnaryOp:
		return isFloat(e.Operand)
	case *dialect.BinOp:
		return isFloat(e.Left) || isFloat(e.Right) || e.Op == dialect.Div
	}
	return false
}

func shape(c *dialect.Call) *object.CallShape {
	sh := &object.CallShape{}
	switch f := c.Func.(type) {
	case *dialect.Name:
		sh.Callee, sh.Name = f.Id, true
	case *dialect.Attribute:
		sh.Callee = f.Attr
	}
	for _, a := range c.Args {
		if _, ok := a.(*dialect.Starred); ok {
			sh.Star = true
		} else {
			sh.Positional++
		}
	}
	for _, k := range c.Keywords {
		if k.Arg == "" {
			sh.DoubleStar++
		} else {
			sh.Keywords = append(sh.Keywords, k.Arg)
		}
	}
	return sh
}
