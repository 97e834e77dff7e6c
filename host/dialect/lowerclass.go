// This file lowers class statements. The body becomes a function whose parameter
// $ns is the namespace being filled.

package dialect

import "go.starlark.net/syntax"

func (l *lowerer) classDef(st *ClassDef) {
	at := st.Span().Pos
	c := l.scopes.of[st]
	decorate := l.decorators(st.DecoratorList, st.Name)
	done := l.typeParams(st)

	ident := classTag + st.Name
	p := l.pos(at)
	key := FuncKey{at, ident}
	info := &FuncInfo{Kind: ClassBody, Name: st.Name, Qualname: c.qualname, Range: st.Span(), Parent: l.fr.key}
	info.Doc, info.HasDoc = docstring(st.Body)
	l.info.Functions[key] = info
	free := make(map[*variable]bool)
	freeVars(c, c, free)
	for v := range free {
		f := FreeVar{Name: v.name, Ident: v.ident, Cell: v.cell}
		if v.cell {
			f.Ident = "$c." + v.name
		}
		info.FreeVars = append(info.FreeVars, f)
	}
	if l.s.globals[l.s.mangle(st.Name)] {
		info.Qualname = st.Name
	}

	// Python evaluates the bases before it runs the body.
	bases := l.classBases(st)
	generic := l.typeParamRefs(st)
	if len(generic) > 0 {
		bases = l.manyArgs(at, "generic", append([]syntax.Expr{bases}, generic...))
	}
	keywords := l.keywordArgs(nil, nil, st.Keywords, at)
	args := append([]syntax.Expr{l.strLit(st.Name, at), l.ident(ident, at), bases}, keywords...)
	l.mark(at, st)

	d := &syntax.DefStmt{Def: p, Name: l.ident(ident, st.NamePos), Lparen: p, Rparen: p,
		Params: []syntax.Expr{l.ident("$ns", at)}}
	l.fr = &frame{parent: l.fr, scope: c, key: key}
	l.in(c, func() {
		d.Body = l.block(func() {
			if info.HasDoc {
				l.emit(l.assignStmt(at, l.dot(l.ident("$ns", at), "__doc__", at), l.strLit(info.Doc, at)))
			}
			if len(generic) > 0 {
				l.emit(l.assignStmt(at, l.dot(l.ident("$ns", at), "__type_params__", at), l.tuple(at, l.typeParamRefs(st)...)))
			}
			if c.classCell != nil {
				l.emit(l.assignStmt(at, l.ident("$c.__class__", at), l.callHelper(at, "cell", l.strLit("__class__", at))))
			}
			l.stmts(st.Body)
			if c.classCell != nil {
				l.emit(&syntax.ReturnStmt{Return: p, Result: l.ident("$c.__class__", at)})
			}
		})
	})
	l.fr = l.fr.parent
	l.emit(d)
	done()

	x := syntax.Expr(l.callHelper(at, "class", args...))
	if len(st.DecoratorList) > 0 {
		x = decorate(x)
	}
	l.emit(l.assignStmt(at, l.target(st.Name, st.NamePos), x))
}

func (l *lowerer) classBases(st *ClassDef) syntax.Expr {
	at := st.Span().Pos
	if starred(st.Bases) >= 0 {
		return l.spread(at, "tuple", st.Bases)
	}
	return l.tuple(at, l.exprs(st.Bases)...)
}
