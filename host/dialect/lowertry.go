// This file lowers try, with and raise.
//
// A protected body becomes a local function without parameters, $body, that is
// run by $try. What the function returns says how the body ended:
//
//	None      control reached its end
//	(v,)      return v
//	1, 2      break, continue of a loop around the statement
//
// $try passes that on, or returns the exception as a completion, and makes that
// the exception being handled, until $leave. All but None are true. A completion
// c answers c[T], whether except T matches it, and c.exc, the exception; c[0]
// raises it again. So, for a completion that may be a value or an exception,
// `return $c[0]` does what is right for both, and code need not ask.
//
//	try:                  def $body(): return (f(x),)
//	    return f(x)       $t1 = $try($body)
//	except E as e:        if $raised[$t1]:
//	    g(e)                  if $t1[E]:
//	                              e = $t1.exc
//	                              g(e)
//	                              $leave($t1)
//	                          else:
//	                              $t1[0]
//	                      elif $t1:
//	                          return $t1[0]
//
// A body that ends with an assignment to a name hands the value out instead
// (see handedOut), as what the function returns if the body has no other exits.

package dialect

import "go.starlark.net/syntax"

// protect emits the function for a protected body and returns how it can end.
// param is the parameter of the function, or nil.
func (l *lowerer) protect(at Position, param syntax.Expr, body func()) exits {
	p := l.pos(at)
	key := FuncKey{at, bodyName}
	if l.info.Functions[key] == nil {
		info := &FuncInfo{Kind: ProtectedBody, Name: l.s.function().name,
			Qualname: l.s.function().qualname, Parent: l.fr.key}
		// A traceback finds the function of a body's frame by where it is; that a
		// body is taken to last as long as its function is near enough for that.
		if around := l.info.Functions[l.fr.key]; around != nil {
			info.Range = Range{at, around.Range.End}
		}
		l.info.Functions[key] = info
	}
	d := &syntax.DefStmt{Def: p, Name: l.ident(bodyName, at), Lparen: p, Rparen: p}
	if param != nil {
		d.Params = []syntax.Expr{param}
	}
	l.fr = &frame{parent: l.fr, scope: l.fr.scope, key: key, hidden: true}
	d.Body = l.block(body)
	ex := l.fr.exits
	l.fr = l.fr.parent
	l.emit(d)
	return ex
}

// protectedStmts lowers the statements of a protected body; if last is not
// nil, it is the final assignment, whose value the body returns.
func (l *lowerer) protectedStmts(list []Stmt, last Stmt, wrap bool) {
	if last == nil {
		l.stmts(list)
		return
	}
	l.stmts(list[:len(list)-1])
	at := last.Span().Pos
	var value syntax.Expr
	switch st := last.(type) {
	case *Assign:
		l.hoistWalrus(st.Value)
		value = l.expr(st.Value)
	case *AugAssign:
		t := st.Target.(*Name)
		value = l.inplace(st, l.load(t.Id, t.Span().Pos), l.augKind(t), l.augPos(st))
		l.mark(l.augPos(st), st)
	}
	if wrap {
		value = l.tuple(at, value)
	}
	l.emit(&syntax.ReturnStmt{Return: l.pos(at), Result: value})
}

// assignOut emits the assignment of a value that a body handed out.
func (l *lowerer) assignOut(last Stmt, value syntax.Expr) {
	var n *Name
	switch st := last.(type) {
	case *Assign:
		n = st.Targets[0].(*Name)
	case *AugAssign:
		n = st.Target.(*Name)
	}
	l.emit(l.assignStmt(n.Span().Pos, l.target(n.Id, n.Span().Pos), value))
}

// dispatch emits what must happen after a body that ended by an exit of ex
// with the completion c. If finally, c may also be an exception to raise again.
func (l *lowerer) dispatch(c string, ex exits, at Position) {
	is := func(code int64, then func()) {
		cond := l.binary(l.ident(c, at), syntax.EQL, l.intLit(code, at), at)
		l.emit(&syntax.IfStmt{If: l.pos(at), Cond: cond, True: l.block(then)})
	}
	if ex.brk {
		is(codeBreak, func() { l.breakStmt(at) })
	}
	if ex.cont {
		is(codeContinue, func() { l.continueStmt(at) })
	}
	again := l.index(l.ident(c, at), l.intLit(0, at), at)
	if ex.ret {
		l.leaveWith(at, again, false)
	} else {
		l.emitExpr(again)
	}
}

func (l *lowerer) try(st *Try) {
	at := st.Span().Pos
	if len(st.Finalbody) == 0 {
		l.tryExcept(at, st.Body, st.Handlers, st.Orelse)
		return
	}
	if len(st.Handlers) == 0 {
		// The else clause cannot be there without handlers.
		out := l.handedOutOf(l.s, st.Body, st.Finalbody)
		l.finally(at, st.Finalbody, out, func() { l.protectedStmts(st.Body, out, true) })
		return
	}
	l.finally(at, st.Finalbody, nil, func() { l.tryExcept(at, st.Body, st.Handlers, st.Orelse) })
}

// finally lowers a body followed by a finally clause. out is the assignment
// that the body hands out, or nil.
func (l *lowerer) finally(at Position, final []Stmt, out Stmt, body func()) {
	ex := l.protect(at, nil, body)
	c := l.hold(at, l.callHelper(at, "try", l.ident(bodyName, at)))
	l.fr.ctl = append(l.fr.ctl, control{kind: ctlHandled, c: c})
	l.stmts(final)
	l.fr.ctl = l.fr.ctl[:len(l.fr.ctl)-1]
	if ends(final) {
		return
	}
	if out != nil {
		l.assignOut(out, l.index(l.ident(c, at), l.intLit(0, at), at))
		return
	}
	l.emit(&syntax.IfStmt{If: l.pos(at), Cond: l.ident(c, at), True: l.block(func() { l.dispatch(c, ex, at) })})
}

func (l *lowerer) tryExcept(at Position, body []Stmt, handlers []*ExceptHandler, orelse []Stmt) {
	out := l.handedOut(l.s, body)
	ex := l.protect(at, nil, func() { l.protectedStmts(body, out, false) })
	c := l.hold(at, l.callHelper(at, "try", l.ident(bodyName, at)))
	cond := syntax.Expr(l.ident(c, at))
	if out != nil || ex.any() {
		cond = l.adapt(at, "raised", cond)
	}
	n := &syntax.IfStmt{If: l.pos(at), Cond: cond}
	n.True = l.block(func() { l.handlers(c, handlers) })
	if out != nil || ex.any() || len(orelse) > 0 {
		n.False = l.block(func() {
			if out != nil {
				l.assignOut(out, l.ident(c, at))
			}
			if ex.any() {
				l.emit(&syntax.IfStmt{If: l.pos(at), Cond: l.ident(c, at), True: l.block(func() { l.dispatch(c, ex, at) })})
			}
			l.stmts(orelse)
		})
	}
	l.emit(n)
}

// handlers emits the except clauses for the exception of c.
func (l *lowerer) handlers(c string, list []*ExceptHandler) {
	if len(list) == 0 {
		return
	}
	h := list[0]
	at := h.Span().Pos
	if h.Type == nil {
		l.handler(c, h)
		return
	}
	pos := h.Type.Span().Pos
	l.mark(pos, h.Type)
	cond := l.index(l.ident(c, pos), l.expr(h.Type), pos)
	n := &syntax.IfStmt{If: l.pos(at), Cond: cond, True: l.block(func() { l.handler(c, h) })}
	n.False = l.block(func() {
		if len(list) > 1 {
			l.handlers(c, list[1:])
		} else {
			l.emitExpr(l.index(l.ident(c, at), l.intLit(0, at), at)) // raise it again
		}
	})
	l.emit(n)
}

func (l *lowerer) handler(c string, h *ExceptHandler) {
	at := h.Span().Pos
	ctl := control{kind: ctlHandled, c: c}
	if h.Name != "" {
		l.emit(l.assignStmt(at, l.target(h.Name, at), l.dot(l.ident(c, at), "exc", at)))
		if v := l.s.resolve(l.s.mangle(h.Name)); v != nil {
			ctl.unbind = v
		}
	}
	l.fr.ctl = append(l.fr.ctl, ctl)
	l.stmts(h.Body)
	l.fr.ctl = l.fr.ctl[:len(l.fr.ctl)-1]
	if jumps(h.Body) {
		return
	}
	if ctl.unbind != nil {
		l.delVar(ctl.unbind, "unbind", at)
	}
	l.emitExpr(l.callHelper(at, "leave", l.ident(c, at)))
}

// jumps reports whether the block surely ends by leaving it.
func jumps(body []Stmt) bool {
	switch body[len(body)-1].(type) {
	case *Break, *Continue:
		return true
	}
	return ends(body)
}

func (l *lowerer) with(st *With) { l.withItems(st, st.Items) }

func (l *lowerer) withItems(st *With, items []*WithItem) {
	it := items[0]
	at := it.ContextExpr.Span().Pos
	pos := it.ContextExpr.Span().End
	l.mark(pos, it.ContextExpr)
	var out Stmt
	if len(st.Items) == 1 {
		out = l.handedOutOf(l.s, st.Body, nil)
	}
	manager := l.expr(it.ContextExpr)
	if _, ok := manager.(*syntax.Ident); !ok {
		manager = l.ident(l.hold(at, manager), at)
	}
	param := l.ident("$v", at)
	bind := func() {}
	switch t := it.OptionalVars.(type) {
	case nil:
	case *Name:
		v := l.s.resolve(l.s.mangle(t.Id))
		if v != nil && v.scope.kind == functionSpace && !v.cell && !v.param {
			param = l.ident(v.ident, t.Span().Pos)
		} else {
			bind = func() { l.assignTo(t, nil, l.ident("$v", at), at) }
		}
	default:
		bind = func() { l.assignTo(t, nil, l.ident("$v", at), at) }
	}
	ex := l.protect(at, param, func() {
		bind()
		if len(items) > 1 {
			l.withItems(st, items[1:])
		} else {
			l.protectedStmts(st.Body, out, true)
		}
	})
	run := l.callHelper(pos, "with", manager, l.ident(bodyName, at))
	if out == nil && !ex.any() {
		l.emitExpr(run)
		return
	}
	c := l.hold(at, run)
	n := &syntax.IfStmt{If: l.pos(at), Cond: l.ident(c, at)}
	n.True = l.block(func() {
		if out != nil {
			l.assignOut(out, l.index(l.ident(c, at), l.intLit(0, at), at))
		} else {
			l.dispatch(c, ex, at)
		}
	})
	l.emit(n)
}

func (l *lowerer) raise(st *Raise) {
	at := st.Span().Pos
	l.mark(at, st)
	switch {
	case st.Exc == nil:
		l.emitExpr(l.callHelper(at, "reraise"))
	case st.Cause == nil:
		l.emitExpr(l.callHelper(at, "raise", l.expr(st.Exc)))
	default:
		l.emitExpr(l.callHelper(at, "raise", l.expr(st.Exc), l.expr(st.Cause)))
	}
}

// tryStar lowers try … except*. The handlers are functions: an exception in one
// must not keep the others from running.
func (l *lowerer) tryStar(st *TryStar) {
	at := st.Span().Pos
	if len(st.Finalbody) > 0 {
		inner := *st
		inner.Finalbody = nil
		l.finally(at, st.Finalbody, nil, func() { l.tryStar(&inner) })
		return
	}
	ex := l.protect(at, nil, func() { l.stmts(st.Body) })
	c := l.hold(at, l.callHelper(at, "try", l.ident(bodyName, at)))
	cond := syntax.Expr(l.ident(c, at))
	if ex.any() {
		cond = l.adapt(at, "raised", cond)
	}
	n := &syntax.IfStmt{If: l.pos(at), Cond: cond}
	n.True = l.block(func() {
		g := l.hold(at, l.callHelper(at, "group", l.ident(c, at)))
		for _, h := range st.Handlers {
			pos := h.Type.Span().Pos
			l.mark(pos, h.Type)
			m := &syntax.IfStmt{If: l.pos(pos), Cond: l.index(l.ident(g, pos), l.expr(h.Type), pos)}
			m.True = l.block(func() {
				l.protect(h.Span().Pos, l.ident("$v", pos), func() {
					if h.Name != "" {
						l.assignTo(&Name{ExprBase: ExprBase{Range: Range{pos, pos}}, Id: h.Name, Ctx: Store}, nil, l.ident("$v", pos), pos)
					}
					l.stmts(h.Body)
					if h.Name != "" && !jumps(h.Body) {
						if v := l.s.resolve(l.s.mangle(h.Name)); v != nil {
							l.delVar(v, "unbind", pos)
						}
					}
				})
				l.emitExpr(l.callHelper(pos, "grouprun", l.ident(g, pos), l.ident(bodyName, pos)))
			})
			l.emit(m)
		}
		l.emitExpr(l.callHelper(at, "groupend", l.ident(g, at)))
	})
	if ex.any() || len(st.Orelse) > 0 {
		n.False = l.block(func() {
			if ex.any() {
				l.emit(&syntax.IfStmt{If: l.pos(at), Cond: l.ident(c, at), True: l.block(func() { l.dispatch(c, ex, at) })})
			}
			l.stmts(st.Orelse)
		})
	}
	l.emit(n)
}
