// This file lowers comprehensions and generator expressions.

package dialect

import "go.starlark.net/syntax"

func (l *lowerer) comprehension(e Expr) syntax.Expr {
	s := l.scopes.of[e]
	at := e.Span().Pos
	switch e := e.(type) {
	case *ListComp:
		return l.comp(e, s, e.Generators, false, func() syntax.Expr { return l.expr(e.Elt) })
	case *SetComp:
		list := l.comp(e, s, e.Generators, false, func() syntax.Expr { return l.expr(e.Elt) })
		l.mark(at, e)
		return l.callHelper(at, "setof", list)
	case *DictComp:
		return l.comp(e, s, e.Generators, true, func() syntax.Expr {
			return &syntax.DictEntry{Key: l.dictKey(e.Key), Colon: l.pos(e.Key.Span().Pos), Value: l.expr(e.Value)}
		})
	case *GeneratorExp:
		return l.genexp(e, s)
	}
	panic(lowerError{at, "unknown comprehension"})
}

// comp lowers a comprehension to Starlark's own. Its variables live in the
// function around; if a closure captures one, the comprehension becomes
// a function of its own, so that each run has variables of its own.
func (l *lowerer) comp(e Expr, s *scope, gens []*Comprehension, curly bool, body func() syntax.Expr) syntax.Expr {
	at := e.Span().Pos
	captured := false
	for _, v := range s.order {
		captured = captured || v.captured || l.usedByFunction(s, v)
	}
	first := l.expr(gens[0].Iter)
	p := l.pos(at)
	if !captured {
		c := &syntax.Comprehension{Curly: curly, Lbrack: p, Rbrack: p}
		l.in(s, func() {
			c.Clauses = l.clauses(gens, first)
			c.Body = body()
		})
		return c
	}
	end := gens[0].Iter.Span().End
	l.mark(end, gens[0].Iter)
	c := &syntax.Comprehension{Curly: curly, Lbrack: p, Rbrack: p}
	l.hiddenLambda(at, e.Span())
	l.function(FuncKey{at, "lambda"}, s, func() {
		l.in(s, func() {
			c.Clauses = l.clauses(gens, l.ident("$it", at))
			c.Body = body()
		})
	})
	fn := &syntax.LambdaExpr{Lambda: p, Params: []syntax.Expr{l.ident("$it", at)}, Body: c}
	return l.call(end, fn, first)
}

// usedByFunction reports whether a function inside the comprehension uses v.
func (l *lowerer) usedByFunction(s *scope, v *variable) bool {
	var visit func(c *scope, inner bool) bool
	visit = func(c *scope, inner bool) bool {
		if inner {
			for name := range c.uses {
				if c.resolve(name) == v {
					return true
				}
			}
		}
		for _, k := range c.children {
			if visit(k, inner || k.kind == functionSpace || k.kind == classSpace) {
				return true
			}
		}
		return false
	}
	return visit(s, false)
}

// in runs f with s as the current scope.
func (l *lowerer) in(s *scope, f func()) {
	saved := l.s
	l.s = s
	f()
	l.s = saved
}

// function runs f, which lowers the code of a function of the lowered file
// that holds no statements.
func (l *lowerer) function(key FuncKey, s *scope, f func()) {
	l.fr = &frame{parent: l.fr, scope: s, key: key}
	f()
	l.fr = l.fr.parent
}

// clauses lowers the for and if parts of a comprehension; first is the value
// of the first iterable, which is evaluated in the scope around.
func (l *lowerer) clauses(gens []*Comprehension, first syntax.Expr) []syntax.Node {
	var out []syntax.Node
	for i, g := range gens {
		x := first
		if i > 0 {
			x = l.expr(g.Iter)
		}
		out = l.forClause(out, g, x)
		for _, c := range g.Ifs {
			out = append(out, &syntax.IfClause{If: l.pos(c.Span().Pos), Cond: l.cond(c)})
		}
	}
	return out
}

func (l *lowerer) forClause(out []syntax.Node, g *Comprehension, x syntax.Expr) []syntax.Node {
	p := l.pos(g.Span().Pos)
	l.mark(g.Span().Pos, g.Iter)
	var elts []Expr
	switch t := g.Target.(type) {
	case *Tuple:
		elts = t.Elts
	case *List:
		elts = t.Elts
	default:
		return append(out, &syntax.ForClause{For: p, Vars: l.compTarget(g.Target), In: p, X: l.iterate(g.Iter, x)})
	}
	if starred(elts) >= 0 || len(elts) == 0 {
		t := l.temp()
		at := g.Target.Span().Pos
		out = append(out, &syntax.ForClause{For: p, Vars: l.ident(t, at), In: p, X: l.iterate(g.Iter, x)})
		return l.unpackClause(out, g.Target, l.ident(t, at))
	}
	end := g.Iter.Span().End
	l.mark(end, g.Iter)
	vars, later := l.clauseVars(elts, g.Target.Span().Pos)
	out = append(out, &syntax.ForClause{For: p, Vars: vars, In: p,
		X: l.callHelper(end, "iterunpack", x, l.intLit(int64(len(elts)), end))})
	for _, f := range later {
		out = f(out)
	}
	return out
}

// clauseVars lowers the elements of a tuple of targets in a for clause; those
// that need more than the interpreter's own unpacking get a clause of their own,
// a loop over the one value.
func (l *lowerer) clauseVars(elts []Expr, at Position) (syntax.Expr, []func([]syntax.Node) []syntax.Node) {
	var list []syntax.Expr
	var later []func([]syntax.Node) []syntax.Node
	for _, e := range elts {
		if isSimpleTarget(e) {
			list = append(list, l.compTarget(e))
			continue
		}
		t, pos := l.temp(), e.Span().Pos
		list = append(list, l.ident(t, pos))
		later = append(later, func(out []syntax.Node) []syntax.Node { return l.unpackClause(out, e, l.ident(t, pos)) })
	}
	return l.tuple(at, list...), later
}

func (l *lowerer) unpackClause(out []syntax.Node, target Expr, x syntax.Expr) []syntax.Node {
	at := target.Span().Pos
	p := l.pos(at)
	var elts []Expr
	switch t := target.(type) {
	case *Tuple:
		elts = t.Elts
	case *List:
		elts = t.Elts
	case *Subscript: // a slice
		s := t.Slice.(*Slice)
		args := append([]syntax.Expr{l.expr(t.Value)}, l.bounds(s, at)...)
		call := l.callHelper(t.Lbrack, "setslice", append(args, x)...)
		return append(out, &syntax.ForClause{For: p, Vars: l.ident(l.temp(), at), In: p, X: l.tuple(at, call)})
	}
	l.mark(at, target)
	if len(elts) == 0 {
		return append(out, &syntax.ForClause{For: p, Vars: l.ident(l.temp(), at), In: p, X: l.tuple(at, l.index(l.unpacker(0), x, at))})
	}
	plain := append([]Expr(nil), elts...)
	un := l.unpacker(len(elts))
	if i := starred(elts); i >= 0 {
		plain[i] = elts[i].(*Starred).Value
		un = l.unpackerEx(i, len(elts)-i-1)
	}
	vars, later := l.clauseVars(plain, at)
	out = append(out, &syntax.ForClause{For: p, Vars: vars, In: p, X: l.tuple(at, l.index(un, x, at))})
	for _, f := range later {
		out = f(out)
	}
	return out
}

func (l *lowerer) compTarget(t Expr) syntax.Expr {
	if n, ok := t.(*Name); ok {
		if v := l.s.vars[l.s.mangle(n.Id)]; v != nil {
			return l.ident(v.ident, t.Span().Pos)
		}
	}
	return l.simpleTarget(t)
}

// genexp lowers a generator expression: a function whose comprehension hands
// each item to $y and keeps none.
func (l *lowerer) genexp(e *GeneratorExp, s *scope) syntax.Expr {
	at := e.Span().Pos
	first := l.expr(e.Generators[0].Iter)
	end := e.Generators[0].Iter.Span().End
	l.mark(end, e.Generators[0].Iter)
	first = l.callHelper(end, "iter", first)

	key := FuncKey{at, "lambda"}
	l.info.Functions[key] = &FuncInfo{Kind: GenexpBody, Name: "<genexpr>", Qualname: s.qualname, Range: e.Span(), Parent: l.fr.key}
	p := l.pos(at)
	c := &syntax.Comprehension{Lbrack: p, Rbrack: p, Body: l.intLit(0, at)}
	l.function(key, s, func() {
		l.in(s, func() {
			c.Clauses = l.genClauses(e.Generators, l.ident("$it", at))
			yield := l.call(at, l.ident("$y", at), l.expr(e.Elt))
			c.Clauses = append(c.Clauses, &syntax.IfClause{If: p, Cond: yield})
		})
	})
	fn := &syntax.LambdaExpr{Lambda: p, Params: []syntax.Expr{l.ident("$y", at), l.ident("$it", at)}, Body: c}
	return l.callHelper(at, "genexp", fn, first)
}

// genClauses is clauses for a generator expression, whose first iterable is
// made ready for iteration outside.
func (l *lowerer) genClauses(gens []*Comprehension, it syntax.Expr) []syntax.Node {
	first := gens[0]
	p := l.pos(first.Span().Pos)
	l.mark(first.Span().Pos, first.Iter)
	var out []syntax.Node
	if isSimpleTarget(first.Target) {
		out = append(out, &syntax.ForClause{For: p, Vars: l.compTarget(first.Target), In: p, X: it})
	} else {
		at := first.Target.Span().Pos
		t := l.temp()
		out = append(out, &syntax.ForClause{For: p, Vars: l.ident(t, at), In: p, X: it})
		out = l.unpackClause(out, first.Target, l.ident(t, at))
	}
	for _, c := range first.Ifs {
		out = append(out, &syntax.IfClause{If: l.pos(c.Span().Pos), Cond: l.cond(c)})
	}
	if len(gens) > 1 {
		rest := l.clauses(gens[1:], l.expr(gens[1].Iter))
		out = append(out, rest...)
	}
	return out
}
