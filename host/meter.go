package host

// This file defines how the code of an interpreter with limits is compiled: the
// operators that go.starlark.net runs without us, and whose results can be much
// larger than a step is worth, get adaptors before their operands
// (lowering/adaptsize.go). Code that nothing limits has none.

import (
	"strings"

	"go.starlark.net/syntax"

	"starpool/host/dialect"
)

// meter puts the adaptors into a file. It may be called once.
func meter(f *syntax.File) { new(metering).stmts(f.Stmts) }

type metering struct{}

func (m *metering) stmts(list []syntax.Stmt) {
	for _, s := range list {
		m.stmt(s)
	}
}

func (m *metering) stmt(s syntax.Stmt) {
	switch s := s.(type) {
	case *syntax.AssignStmt:
		s.LHS, s.RHS = m.expr(s.LHS), m.expr(s.RHS)
		m.assign(s)
	case *syntax.DefStmt:
		m.exprs(s.Params)
		m.stmts(s.Body)
	case *syntax.ExprStmt:
		s.X = m.expr(s.X)
	case *syntax.ForStmt:
		s.Vars, s.X = m.expr(s.Vars), m.expr(s.X)
		m.stmts(s.Body)
	case *syntax.WhileStmt:
		s.Cond = m.expr(s.Cond)
		m.stmts(s.Body)
	case *syntax.IfStmt:
		s.Cond = m.expr(s.Cond)
		m.stmts(s.True)
		m.stmts(s.False)
	case *syntax.ReturnStmt:
		if s.Result != nil {
			s.Result = m.expr(s.Result)
		}
	}
}

// assign treats an augmented assignment, which cannot be adapted on the left side
// without evaluating that twice, unless it is a name.
func (m *metering) assign(s *syntax.AssignStmt) {
	name, isName := s.LHS.(*syntax.Ident)
	m.grows(s.LHS)
	again := func() syntax.Expr { return &syntax.Ident{NamePos: name.NamePos, Name: name.Name} }
	switch s.Op {
	case syntax.STAR_EQ:
		if isName {
			s.Op = syntax.EQ
			s.RHS = &syntax.BinaryExpr{X: m.adapt("times", again()), OpPos: s.OpPos, Op: syntax.STAR, Y: m.adapt("times", s.RHS)}
			return
		}
		s.RHS = m.adapt("timesby", s.RHS)
	case syntax.PLUS_EQ, syntax.PIPE_EQ, syntax.CIRCUMFLEX_EQ:
		s.RHS = m.sized(s.RHS)
		if isName {
			pos := s.OpPos
			s.RHS = &syntax.IndexExpr{X: m.adapt("sizes", again()), Lbrack: pos, Y: s.RHS, Rbrack: pos}
		}
	}
}

// grows adapts what a target's items are assigned to: a dict that is full takes
// three times its memory while it grows.
func (m *metering) grows(target syntax.Expr) {
	switch target := target.(type) {
	case *syntax.IndexExpr:
		if inner, ok := target.X.(*syntax.IndexExpr); ok {
			if id, ok := inner.X.(*syntax.Ident); ok && strings.HasPrefix(id.Name, dialect.HelperPrefix) {
				inner.Y = m.adapt("grows", inner.Y)
				return
			}
		}
		target.X = m.adapt("grows", target.X)
	case *syntax.ParenExpr:
		m.grows(target.X)
	case *syntax.TupleExpr:
		for _, x := range target.List {
			m.grows(x)
		}
	case *syntax.ListExpr:
		for _, x := range target.List {
			m.grows(x)
		}
	}
}

func (m *metering) exprs(list []syntax.Expr) {
	for i, e := range list {
		list[i] = m.expr(e)
	}
}

func (m *metering) expr(e syntax.Expr) syntax.Expr {
	switch e := e.(type) {
	case *syntax.BinaryExpr:
		e.X, e.Y = m.expr(e.X), m.expr(e.Y)
		switch e.Op {
		case syntax.EQ: // a parameter's default, a named argument: the name stays
		case syntax.STAR:
			if !isNumber(e.X) || !isNumber(e.Y) {
				e.X, e.Y = m.times(e.X), m.times(e.Y)
			}
		case syntax.PLUS, syntax.PIPE, syntax.CIRCUMFLEX:
			e.X, e.Y = m.sized(e.X), m.sized(e.Y)
		case syntax.MINUS, syntax.AMP, syntax.PERCENT:
			e.X = m.sized(e.X)
		}
	case *syntax.UnaryExpr:
		if e.X == nil {
			break
		}
		e.X = m.expr(e.X)
		if e.Op == syntax.STAR || e.Op == syntax.STARSTAR {
			if _, param := e.X.(*syntax.Ident); !param {
				e.X = m.sized(e.X)
			}
		}
	case *syntax.CallExpr:
		e.Fn = m.expr(e.Fn)
		for i, a := range e.Args {
			e.Args[i] = m.expr(a)
			if u, ok := a.(*syntax.UnaryExpr); ok && (u.Op == syntax.STAR || u.Op == syntax.STARSTAR) {
				if id, ok := u.X.(*syntax.Ident); ok {
					u.X = m.adapt("size", id)
				}
			}
		}
	case *syntax.CondExpr:
		e.Cond, e.True, e.False = m.expr(e.Cond), m.expr(e.True), m.expr(e.False)
	case *syntax.Comprehension:
		e.Body = m.expr(e.Body)
		for _, c := range e.Clauses {
			switch c := c.(type) {
			case *syntax.ForClause:
				c.Vars, c.X = m.expr(c.Vars), m.expr(c.X)
			case *syntax.IfClause:
				c.Cond = m.expr(c.Cond)
			}
		}
	case *syntax.DictExpr:
		m.exprs(e.List)
	case *syntax.DictEntry:
		e.Key, e.Value = m.expr(e.Key), m.expr(e.Value)
	case *syntax.DotExpr:
		e.X = m.expr(e.X)
	case *syntax.IndexExpr:
		e.X, e.Y = m.expr(e.X), m.expr(e.Y)
	case *syntax.LambdaExpr:
		m.exprs(e.Params)
		e.Body = m.expr(e.Body)
	case *syntax.ListExpr:
		m.exprs(e.List)
	case *syntax.TupleExpr:
		m.exprs(e.List)
	case *syntax.ParenExpr:
		e.X = m.expr(e.X)
	case *syntax.SliceExpr:
		e.X = m.sized(m.expr(e.X))
		for _, p := range []*syntax.Expr{&e.Lo, &e.Hi, &e.Step} {
			if *p != nil {
				*p = m.expr(*p)
			}
		}
	}
	return e
}

// isNumber reports whether e is a literal number.
func isNumber(e syntax.Expr) bool {
	l, ok := e.(*syntax.Literal)
	return ok && (l.Token == syntax.INT || l.Token == syntax.FLOAT)
}

// times adapts an operand of *.
func (m *metering) times(e syntax.Expr) syntax.Expr {
	if isNumber(e) {
		return e
	}
	return m.adapt("times", e)
}

// sized adapts an operand that is copied.
func (m *metering) sized(e syntax.Expr) syntax.Expr {
	switch e.(type) {
	case *syntax.Literal, *syntax.ListExpr, *syntax.TupleExpr, *syntax.DictExpr:
		return e // as large as the source
	}
	return m.adapt("size", e)
}

func (m *metering) adapt(name string, e syntax.Expr) syntax.Expr {
	start, end := e.Span()
	return &syntax.IndexExpr{
		X: &syntax.Ident{NamePos: start, Name: dialect.HelperPrefix + name}, Lbrack: start, Y: e, Rbrack: end,
	}
}
