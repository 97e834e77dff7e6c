// This file defines Format, which prints a lowered file in Starlark's syntax,
// for tests and for people who want to see what their script became.

package dialect

import (
	"fmt"
	"math/big"
	"strings"

	"go.starlark.net/syntax"
)

// Format returns the text of a file.
func Format(f *syntax.File) string {
	p := &printer{}
	p.stmts(f.Stmts, 0)
	return p.String()
}

type printer struct{ strings.Builder }

func (p *printer) stmts(list []syntax.Stmt, depth int) {
	for _, st := range list {
		p.stmt(st, depth)
	}
}

func (p *printer) line(depth int, format string, args ...any) {
	p.WriteString(strings.Repeat("    ", depth))
	fmt.Fprintf(p, format, args...)
	p.WriteByte('\n')
}

func (p *printer) stmt(st syntax.Stmt, depth int) {
	switch st := st.(type) {
	case *syntax.AssignStmt:
		lhs := p.expr(st.LHS, 0)
		if t, ok := st.LHS.(*syntax.TupleExpr); ok && len(t.List) > 1 {
			lhs = p.list(t.List)
		}
		p.line(depth, "%s %s %s", lhs, st.Op, p.expr(st.RHS, 0))
	case *syntax.ExprStmt:
		p.line(depth, "%s", p.expr(st.X, 0))
	case *syntax.BranchStmt:
		p.line(depth, "%s", st.Token)
	case *syntax.ReturnStmt:
		if st.Result == nil {
			p.line(depth, "return")
		} else {
			p.line(depth, "return %s", p.expr(st.Result, 0))
		}
	case *syntax.IfStmt:
		word := "if"
		for {
			p.line(depth, "%s %s:", word, p.expr(st.Cond, 0))
			p.stmts(st.True, depth+1)
			if len(st.False) == 1 {
				if next, ok := st.False[0].(*syntax.IfStmt); ok {
					st, word = next, "elif"
					continue
				}
			}
			if len(st.False) > 0 {
				p.line(depth, "else:")
				p.stmts(st.False, depth+1)
			}
			return
		}
	case *syntax.WhileStmt:
		p.line(depth, "while %s:", p.expr(st.Cond, 0))
		p.stmts(st.Body, depth+1)
	case *syntax.ForStmt:
		vars := p.expr(st.Vars, 0)
		if t, ok := st.Vars.(*syntax.TupleExpr); ok && len(t.List) > 1 {
			vars = p.list(t.List)
		}
		p.line(depth, "for %s in %s:", vars, p.expr(st.X, 0))
		p.stmts(st.Body, depth+1)
	case *syntax.DefStmt:
		p.line(depth, "def %s(%s):", st.Name.Name, p.list(st.Params))
		p.stmts(st.Body, depth+1)
	case *syntax.LoadStmt:
		var parts []string
		for i, from := range st.From {
			parts = append(parts, fmt.Sprintf("%s=%q", st.To[i].Name, from.Name))
		}
		p.line(depth, "load(%q, %s)", st.ModuleName(), strings.Join(parts, ", "))
	}
}

func (p *printer) list(list []syntax.Expr) string {
	parts := make([]string, len(list))
	for i, x := range list {
		parts[i] = p.expr(x, 1)
	}
	return strings.Join(parts, ", ")
}

// expr returns the text of e, in parentheses if its operator binds less
// tightly than prec.
func (p *printer) expr(e syntax.Expr, prec int) string {
	paren := func(own int, s string) string {
		if own < prec {
			return "(" + s + ")"
		}
		return s
	}
	switch e := e.(type) {
	case *syntax.Ident:
		return e.Name
	case *syntax.Literal:
		switch v := e.Value.(type) {
		case string:
			return fmt.Sprintf("%q", v)
		case *big.Int:
			return v.String()
		}
		return fmt.Sprint(e.Value)
	case *syntax.BinaryExpr:
		own := binaryPrec(e.Op)
		if e.Op == syntax.EQ {
			return p.expr(e.X, 0) + "=" + p.expr(e.Y, 1)
		}
		return paren(own, p.expr(e.X, own)+" "+e.Op.String()+" "+p.expr(e.Y, own+1))
	case *syntax.UnaryExpr:
		if e.X == nil {
			return e.Op.String()
		}
		if e.Op == syntax.NOT {
			return paren(4, "not "+p.expr(e.X, 4))
		}
		return paren(12, e.Op.String()+p.expr(e.X, 12))
	case *syntax.CondExpr:
		return paren(1, p.expr(e.True, 2)+" if "+p.expr(e.Cond, 2)+" else "+p.expr(e.False, 1))
	case *syntax.CallExpr:
		return p.expr(e.Fn, 13) + "(" + p.list(e.Args) + ")"
	case *syntax.DotExpr:
		return p.expr(e.X, 13) + "." + e.Name.Name
	case *syntax.IndexExpr:
		return p.expr(e.X, 13) + "[" + p.expr(e.Y, 0) + "]"
	case *syntax.SliceExpr:
		part := func(x syntax.Expr) string {
			if x == nil {
				return ""
			}
			return p.expr(x, 1)
		}
		s := part(e.Lo) + ":" + part(e.Hi)
		if e.Step != nil {
			s += ":" + part(e.Step)
		}
		return p.expr(e.X, 13) + "[" + s + "]"
	case *syntax.TupleExpr:
		if len(e.List) == 1 {
			return "(" + p.expr(e.List[0], 1) + ",)"
		}
		return "(" + p.list(e.List) + ")"
	case *syntax.ListExpr:
		return "[" + p.list(e.List) + "]"
	case *syntax.DictExpr:
		return "{" + p.list(e.List) + "}"
	case *syntax.DictEntry:
		return p.expr(e.Key, 1) + ": " + p.expr(e.Value, 1)
	case *syntax.LambdaExpr:
		params := p.list(e.Params)
		if params != "" {
			params = " " + params
		}
		return paren(1, "lambda"+params+": "+p.expr(e.Body, 1))
	case *syntax.Comprehension:
		s := p.expr(e.Body, 1)
		for _, c := range e.Clauses {
			switch c := c.(type) {
			case *syntax.ForClause:
				vars := p.expr(c.Vars, 0)
				if t, ok := c.Vars.(*syntax.TupleExpr); ok && len(t.List) > 1 {
					vars = p.list(t.List)
				}
				s += " for " + vars + " in " + p.expr(c.X, 2)
			case *syntax.IfClause:
				s += " if " + p.expr(c.Cond, 2)
			}
		}
		if e.Curly {
			return "{" + s + "}"
		}
		return "[" + s + "]"
	case *syntax.ParenExpr:
		return "(" + p.expr(e.X, 0) + ")"
	}
	return fmt.Sprintf("<%T>", e)
}

func binaryPrec(op syntax.Token) int {
	switch op {
	case syntax.OR:
		return 2
	case syntax.AND:
		return 3
	case syntax.PIPE:
		return 6
	case syntax.CIRCUMFLEX:
		return 7
	case syntax.AMP:
		return 8
	case syntax.LTLT, syntax.GTGT:
		return 9
	case syntax.PLUS, syntax.MINUS:
		return 10
	case syntax.STAR, syntax.SLASH, syntax.SLASHSLASH, syntax.PERCENT:
		return 11
	}
	return 5
}
