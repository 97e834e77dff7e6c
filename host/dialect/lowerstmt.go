// This file lowers statements.

package dialect

import "go.starlark.net/syntax"

func (l *lowerer) stmts(list []Stmt) {
	for _, st := range list {
		l.stmt(st)
	}
}

func (l *lowerer) stmt(st Stmt) {
	at := st.Span().Pos
	switch st := st.(type) {
	case *ExprStmt:
		l.exprStmt(st)
	case *Assign:
		l.assign(st)
	case *AugAssign:
		l.augAssign(st)
	case *AnnAssign:
		l.annAssign(st)
	case *Return:
		l.returnStmt(st)
	case *If:
		l.ifStmt(st)
	case *While:
		l.while(st)
	case *For:
		l.forStmt(st)
	case *Break:
		l.breakStmt(at)
	case *Continue:
		l.continueStmt(at)
	case *Pass:
		l.emit(l.pass(at))
	case *FunctionDef:
		l.functionDef(st)
	case *ClassDef:
		l.classDef(st)
	case *Try:
		l.try(st)
	case *TryStar:
		l.tryStar(st)
	case *With:
		l.with(st)
	case *Raise:
		l.raise(st)
	case *Assert:
		l.hoistWalrus(st.Test)
		fail := l.block(func() {
			var args []syntax.Expr
			if st.Msg != nil {
				args = append(args, l.expr(st.Msg))
			}
			delete(l.info.Ranges, at)
			l.mark(at, st.Test) // CPython underlines the condition
			l.emitExpr(l.callHelper(at, "assert", args...))
		})
		cond := l.unary(syntax.NOT, l.cond(st.Test), at)
		l.emit(&syntax.IfStmt{If: l.pos(at), Cond: cond, True: fail})
	case *Delete:
		for _, t := range st.Targets {
			l.del(t)
		}
	case *Global, *Nonlocal:
	case *Import:
		l.importStmt(st)
	case *ImportFrom:
		l.importFrom(st)
	case *Match:
		l.match(st)
	case *TypeAlias:
		l.typeAlias(st)
	default:
		panic(lowerError{at, "unknown statement"})
	}
}

func (l *lowerer) exprStmt(st *ExprStmt) {
	at := st.Span().Pos
	if _, ok := st.Value.(*Constant); ok && !(l.opts.Interactive && l.s.kind == moduleSpace) {
		return
	}
	if l.s.kind == moduleSpace && l.fr.parent == nil && len(l.fr.ctl) == 0 {
		if names := loadNames(st); names != nil {
			l.loadStmt(st.Value.(*Call), names)
			return
		}
	}
	l.hoistWalrus(st.Value)
	x := l.expr(st.Value)
	if l.opts.Interactive && l.s.kind == moduleSpace {
		x = l.callHelper(at, "display", x)
	}
	l.emitExpr(x)
}

// hoistWalrus emits the assignments in e that can come before the statement.
func (l *lowerer) hoistWalrus(e Expr) {
	if e == nil || l.fr.out == nil {
		return
	}
	for _, n := range leadingWalruses(e) {
		at := n.Span().Pos
		value := l.expr(n.Value)
		l.emit(l.assignStmt(at, l.target(n.Target.Id, at), value))
	}
}

// loadStmt lowers Starlark's load statement.
func (l *lowerer) loadStmt(c *Call, names [][2]string) {
	at := c.Span().Pos
	st := &syntax.LoadStmt{Load: l.pos(at), Rparen: l.pos(at)}
	st.Module = l.strLit(c.Args[0].(*Constant).Str, c.Args[0].Span().Pos).(*syntax.Literal)
	var temps []string
	for _, n := range names {
		t := l.temp()
		temps = append(temps, t)
		st.From = append(st.From, l.ident(n[0], at))
		st.To = append(st.To, l.ident(t, at))
	}
	l.mark(at, c)
	l.emit(st)
	for i, n := range names {
		l.emit(l.assignStmt(at, l.target(n[1], at), l.ident(temps[i], at)))
	}
}

func (l *lowerer) ifStmt(st *If) {
	at := st.Span().Pos
	l.hoistWalrus(st.Test)
	n := &syntax.IfStmt{If: l.pos(at), Cond: l.cond(st.Test)}
	n.True = l.block(func() { l.stmts(st.Body) })
	if len(st.Orelse) > 0 {
		n.ElsePos = l.pos(st.Orelse[0].Span().Pos)
		n.False = l.block(func() { l.stmts(st.Orelse) })
	}
	l.emit(n)
}

// loopElse emits the loop that make returns, followed by its else clause if it
// has one. flag is the variable that tells whether the loop ended by itself.
func (l *lowerer) loopElse(at Position, orelse []Stmt, body []Stmt, make func(flag string)) {
	flag := ""
	if len(orelse) > 0 && hasBreak(body) {
		flag = l.temp()
		l.emit(l.assignStmt(at, l.ident(flag, at), l.intLit(1, at)))
	}
	make(flag)
	switch {
	case len(orelse) == 0:
	case flag == "":
		l.stmts(orelse)
	default:
		l.emit(&syntax.IfStmt{If: l.pos(at), Cond: l.ident(flag, at), True: l.block(func() { l.stmts(orelse) })})
	}
}

func (l *lowerer) loopBody(flag string, body func()) []syntax.Stmt {
	l.fr.ctl = append(l.fr.ctl, control{kind: ctlLoop, flag: flag})
	out := l.block(body)
	l.fr.ctl = l.fr.ctl[:len(l.fr.ctl)-1]
	return out
}

func (l *lowerer) while(st *While) {
	at := st.Span().Pos
	l.loopElse(at, st.Orelse, st.Body, func(flag string) {
		if len(leadingWalruses(st.Test)) > 0 {
			// while (x := f()): the assignment belongs to each turn.
			body := l.loopBody(flag, func() {
				l.hoistWalrus(st.Test)
				stop := []syntax.Stmt{&syntax.BranchStmt{Token: syntax.BREAK, TokenPos: l.pos(at)}}
				l.emit(&syntax.IfStmt{If: l.pos(at), Cond: l.unary(syntax.NOT, l.cond(st.Test), at), True: stop})
				l.stmts(st.Body)
			})
			l.emit(&syntax.WhileStmt{While: l.pos(at), Cond: l.intLit(1, at), Body: body})
			return
		}
		cond := l.cond(st.Test)
		if isConst(st.Test, TrueConst) {
			cond = l.intLit(1, at)
		}
		body := l.loopBody(flag, func() { l.stmts(st.Body) })
		l.emit(&syntax.WhileStmt{While: l.pos(at), Cond: cond, Body: body})
	})
}

func (l *lowerer) forStmt(st *For) {
	at := st.Span().Pos
	l.mark(at, st.Iter) // an error in __next__ is reported where the loop is
	l.hoistWalrus(st.Iter)
	l.loopElse(at, st.Orelse, st.Body, func(flag string) {
		if l.loopVersions(st, flag) {
			return
		}
		iter, vars, rest := l.forHead(st.Target, st.Iter, l.expr(st.Iter))
		body := l.loopBody(flag, func() {
			rest()
			l.stmts(st.Body)
		})
		l.emit(&syntax.ForStmt{For: l.pos(at), Vars: vars, X: iter, Body: body})
	})
}

// forHead lowers "target in iter": the iterable to loop over, the variables to
// assign each item to, and what else must be done first in each turn.
func (l *lowerer) forHead(target, iterExpr Expr, iter syntax.Expr) (x, vars syntax.Expr, rest func()) {
	end := iterExpr.Span().End
	rest = func() {}
	var elts []Expr
	switch t := target.(type) {
	case *Tuple:
		elts = t.Elts
	case *List:
		elts = t.Elts
	default:
		return l.iterate(iterExpr, iter), l.simpleTarget(target), rest
	}
	l.mark(end, iterExpr)
	if starred(elts) >= 0 || len(elts) == 0 {
		t := l.temp()
		at := target.Span().Pos
		return l.iterate(iterExpr, iter), l.ident(t, at), func() { l.unpackTo(elts, l.ident(t, at), target) }
	}
	// Items that are tuples of the right size unpack natively; $iterunpack sees
	// to it that all are.
	x = l.callHelper(end, "iterunpack", iter, l.intLit(int64(len(elts)), end))
	vars, rest = l.targets(elts, target.Span().Pos)
	return x, vars, rest
}

// iterate returns the iterable to loop over for the value of e.
func (l *lowerer) iterate(e Expr, x syntax.Expr) syntax.Expr {
	if c, ok := e.(*Call); ok && l.isBuiltin(l.s, c.Func, "range") {
		return x
	}
	if t, ok := e.(*Tuple); ok && len(t.Elts) > 0 {
		return x
	}
	end := e.Span().End
	l.mark(end, e)
	return l.callHelper(end, "iter", x)
}

// Jumps.

func (l *lowerer) returnStmt(st *Return) {
	at := st.Span().Pos
	var value syntax.Expr
	if st.Value != nil {
		l.hoistWalrus(st.Value)
		value = l.expr(st.Value)
	}
	plain := st.Value == nil || isSimpleConst(st.Value)
	l.leaveWith(at, value, plain)
}

func isSimpleConst(e Expr) bool {
	_, ok := e.(*Constant)
	return ok
}

// leaveWith emits the return of value (nil: None) from the function that the
// script wrote. plain tells that evaluating value can neither fail nor see
// that the handlers around have been left.
func (l *lowerer) leaveWith(at Position, value syntax.Expr, plain bool) {
	if l.handled(0) {
		if !plain {
			value = l.ident(l.hold(at, value), at)
		}
		l.leave(at, 0, false)
	}
	if l.fr.hidden {
		l.fr.exits.ret = true
		if value == nil {
			value = l.none(at)
		}
		value = l.tuple(at, value)
	}
	l.emit(&syntax.ReturnStmt{Return: l.pos(at), Result: value})
}

// handled reports whether any control from i on must be told when it is left.
func (l *lowerer) handled(i int) bool {
	for _, c := range l.fr.ctl[i:] {
		if c.kind == ctlHandled {
			return true
		}
	}
	return false
}

// leave emits what must happen when control jumps out of the controls from i
// on.
func (l *lowerer) leave(at Position, i int, unbind bool) {
	for j := len(l.fr.ctl) - 1; j >= i; j-- {
		c := l.fr.ctl[j]
		if c.kind != ctlHandled {
			continue
		}
		if unbind && c.unbind != nil {
			l.delVar(c.unbind, "unbind", at)
		}
		l.emitExpr(l.callHelper(at, "leave", l.ident(c.c, at)))
	}
}

// loop returns the index of the innermost loop in the frame, or -1.
func (l *lowerer) loop() int {
	for i := len(l.fr.ctl) - 1; i >= 0; i-- {
		if l.fr.ctl[i].kind == ctlLoop {
			return i
		}
	}
	return -1
}

// The completion codes of a protected body that ends by break or continue.
const (
	codeBreak    = 1
	codeContinue = 2
)

func (l *lowerer) breakStmt(at Position) {
	i := l.loop()
	if i < 0 {
		l.fr.exits.brk = true
		l.leave(at, 0, true)
		l.emit(&syntax.ReturnStmt{Return: l.pos(at), Result: l.intLit(codeBreak, at)})
		return
	}
	l.leave(at, i, true)
	if flag := l.fr.ctl[i].flag; flag != "" {
		l.emit(l.assignStmt(at, l.ident(flag, at), l.intLit(0, at)))
	}
	l.emit(&syntax.BranchStmt{Token: syntax.BREAK, TokenPos: l.pos(at)})
}

func (l *lowerer) continueStmt(at Position) {
	i := l.loop()
	if i < 0 {
		l.fr.exits.cont = true
		l.leave(at, 0, true)
		l.emit(&syntax.ReturnStmt{Return: l.pos(at), Result: l.intLit(codeContinue, at)})
		return
	}
	l.leave(at, i, true)
	l.emit(&syntax.BranchStmt{Token: syntax.CONTINUE, TokenPos: l.pos(at)})
}

// Imports.

func (l *lowerer) importStmt(st *Import) {
	at := st.Span().Pos
	l.mark(at, st)
	for _, a := range st.Names {
		args := []syntax.Expr{l.strLit(a.Name, at)}
		if a.Asname != "" {
			args = append(args, l.intLit(1, at)) // the module itself, not the package around
		}
		l.emit(l.assignStmt(at, l.target(importedName(a), at), l.callHelper(at, "import", args...)))
	}
}

func (l *lowerer) importFrom(st *ImportFrom) {
	at := st.Span().Pos
	l.mark(at, st)
	mod, level := l.strLit(st.Module, at), l.intLit(int64(st.Level), at)
	if len(st.Names) == 1 && st.Names[0].Name == "*" {
		l.emitExpr(l.callHelper(at, "importstar", mod, level))
		return
	}
	args := []syntax.Expr{mod, level}
	var targets []syntax.Expr
	for _, a := range st.Names {
		args = append(args, l.strLit(a.Name, at))
		targets = append(targets, l.target(fromName(a), at))
	}
	if len(args) > 250 {
		names := l.tuple(at, args[2:]...)
		args = []syntax.Expr{mod, level, &syntax.UnaryExpr{OpPos: l.pos(at), Op: syntax.STAR, X: names}}
	}
	l.emit(l.assignStmt(at, l.tuple(at, targets...), l.callHelper(at, "importfrom", args...)))
}
