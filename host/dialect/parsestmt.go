// This file defines the parsing of simple statements: those that fit in a
// line and may be joined by semicolons.

package dialect

import "strings"

// statement parses a statement, or a line of simple statements, and appends
// them to body.
func (p *parser) statement(body []Stmt) []Stmt {
	p.beginStmt()
	if s := p.compound(); s != nil {
		return append(body, s)
	}
	return p.simpleLine(body)
}

// simpleLine parses simple statements up to the end of the line.
func (p *parser) simpleLine(body []Stmt) []Stmt {
	for {
		p.beginStmt()
		body = append(body, p.simple())
		if !p.accept(tSemi) || p.is(tNewline) {
			break
		}
	}
	p.expect(tNewline)
	return body
}

// simple parses one simple statement.
func (p *parser) simple() Stmt {
	start := p.t.start
	switch p.t.kind {
	case tPass:
		p.next()
		return &Pass{p.stmt(start)}
	case tBreak:
		p.next()
		return &Break{p.stmt(start)}
	case tContinue:
		p.next()
		return &Continue{p.stmt(start)}
	case tReturn:
		p.next()
		var e Expr
		if startsExpr(p.t.kind) || p.is(tStar) {
			e = p.starExpressions()
		}
		return &Return{p.stmt(start), e}
	case tRaise:
		return p.raiseStmt()
	case tGlobal:
		names, pos := p.nameList()
		return &Global{p.stmt(start), names, pos}
	case tNonlocal:
		names, pos := p.nameList()
		return &Nonlocal{p.stmt(start), names, pos}
	case tDel:
		return p.del()
	case tAssert:
		return p.assert()
	case tImport:
		return p.importName()
	case tFrom:
		return p.importFrom()
	case tName:
		if p.peek(1) == tName && p.soft("type") {
			return p.typeAlias()
		}
	}
	return p.assignment()
}

// assignment parses assignments of all kinds, and expressions as statements.
func (p *parser) assignment() Stmt {
	if !p.diag {
		return p.tryAssignment()
	}
	var s Stmt
	p.badTarget = false
	at := p.i
	if p.try(func() { s = p.tryAssignment() }) {
		if _, ok := s.(*ExprStmt); ok && !p.is(tNewline) && !p.is(tSemi) {
			end := p.i
			p.seek(at)
			p.diagAssignment()
			p.seek(end)
		}
		return s
	}
	if p.badTarget {
		p.badTarget = false
		p.diagAssignment()
		p.seek(at)
	}
	p.fail()
	return nil
}

func (p *parser) tryAssignment() Stmt {
	start := p.t.start
	left := p.yieldOrStar()
	switch k := p.t.kind; {
	case k == tColon:
		if !isSingleTarget(left) {
			p.noTarget()
		}
		p.next()
		n := &AnnAssign{Target: left}
		if name, ok := left.(*Name); ok && !name.Paren {
			n.Simple = true
		}
		setContext(left, Store)
		n.Annotation = p.expression()
		if p.accept(tEqual) {
			n.Value = p.yieldOrStar()
		}
		n.StmtBase = p.stmt(start)
		return n
	case k == tEqual:
		var targets []Expr
		value := left
		for p.is(tEqual) {
			if invalidTarget(value, assignTarget) != nil {
				p.noTarget()
			}
			p.next()
			setContext(value, Store)
			targets = append(targets, value)
			value = p.yieldOrStar()
		}
		return &Assign{p.stmt(start), targets, value}
	case k >= tPlusEqual && k <= tDoubleSlashEqual:
		if !isSingleTarget(left) {
			p.noTarget()
		}
		p.next()
		setContext(left, Store)
		value := p.yieldOrStar()
		return &AugAssign{p.stmt(start), left, augOps[k-tPlusEqual], value}
	}
	return &ExprStmt{p.stmt(start), left}
}

func (p *parser) noTarget() {
	p.badTarget = true
	p.fail()
}

// diagAssignment explains why a statement whose target is wrong is wrong. The
// cursor is at its start.
func (p *parser) diagAssignment() {
	start := p.i
	attempt := func(f func()) {
		p.try(f)
		p.seek(start)
	}
	attempt(func() { // [a, b]: int
		var e Expr
		switch p.t.kind {
		case tLpar, tLsqb:
			e = p.atom()
		}
		switch e.(type) {
		case *List, *Tuple:
			p.expect(tColon)
			p.expression()
			p.errNode(e, "only single target (not %s) can be annotated", exprName(e))
		}
	})
	attempt(func() { // a, b: int, and items with = where == was meant
		e := p.starNamed()
		p.expect(tComma)
		// The grammar has a list of lists here: a comma may be missing.
		for startsExpr(p.t.kind) || p.is(tStar) {
			p.starNamed()
			p.accept(tComma)
		}
		p.expect(tColon)
		p.expression()
		p.errNode(e, "only single target (not tuple) can be annotated")
	})
	attempt(func() { // f(): int
		e := p.expression()
		p.expect(tColon)
		p.expression()
		p.errNode(e, "illegal target for annotation")
	})
	attempt(func() { // a = f() = …
		for {
			if p.is(tYield) {
				e := p.yieldExpr()
				p.expect(tEqual)
				p.errNode(e, "assignment to yield expression not possible")
			}
			e := p.starExpressions()
			p.expect(tEqual)
			p.diagTarget(e, assignTarget)
		}
	})
	attempt(func() { // f() += 1
		e := p.starExpressions()
		if p.t.kind < tPlusEqual || p.t.kind > tDoubleSlashEqual {
			p.fail()
		}
		p.next()
		p.yieldOrStar()
		p.errNode(e, "'%s' is an illegal expression for augmented assignment", exprName(e))
	})
}

// raiseStmt parses raise [e [from e]].
func (p *parser) raiseStmt() Stmt {
	kw := p.t
	p.next()
	n := &Raise{}
	if startsExpr(p.t.kind) {
		n.Exc = p.expression()
		if p.accept(tFrom) {
			n.Cause = p.expression()
		}
	}
	n.StmtBase = p.stmt(kw.start)
	return n
}

// nameList parses the names of a global or nonlocal statement.
func (p *parser) nameList() (names []string, pos []Position) {
	p.next()
	for {
		pos = append(pos, p.t.start)
		names = append(names, p.name())
		if !p.accept(tComma) {
			return names, pos
		}
	}
}

// del parses a del statement.
func (p *parser) del() Stmt {
	start := p.t.start
	p.next()
	var e Expr
	if p.diag {
		e = p.starExpressions()
	} else {
		e = p.tupleOf(p.targetPart)
	}
	if invalidTarget(e, deleteTarget) != nil {
		if p.diag {
			p.diagTarget(e, deleteTarget)
		}
		p.fail()
	}
	if !p.is(tSemi) && !p.is(tNewline) {
		p.fail()
	}
	setContext(e, Del)
	targets := []Expr{e}
	if t, ok := e.(*Tuple); ok && !t.Paren {
		targets = t.Elts
	}
	return &Delete{p.stmt(start), targets}
}

// assert parses assert test[, msg].
func (p *parser) assert() Stmt {
	start := p.t.start
	p.next()
	n := &Assert{Test: p.expression()}
	if p.accept(tComma) {
		n.Msg = p.expression()
	}
	n.StmtBase = p.stmt(start)
	return n
}

// importName parses import a.b as c, ….
func (p *parser) importName() Stmt {
	kw := p.t
	p.next()
	if p.diag {
		if p.is(tNewline) {
			p.errFrom(p.t.start, "Expected one or more names after 'import'")
		}
		p.diagImportFrom(kw)
	}
	n := &Import{}
	for {
		start := p.t.start
		a := &Alias{Name: p.dottedName()}
		p.asName(a)
		a.Range = Range{start, p.prevEnd()}
		n.Names = append(n.Names, a)
		if !p.accept(tComma) {
			break
		}
	}
	n.StmtBase = p.stmt(kw.start)
	return n
}

// diagImportFrom looks for import a from b; the cursor is behind import.
func (p *parser) diagImportFrom(kw *token) {
	at := p.i
	p.try(func() {
		p.dottedName()
		for p.accept(tComma) {
			p.dottedName()
		}
		p.expect(tFrom)
		p.dottedName()
		p.errFrom(kw.start, "Did you mean to use 'from ... import ...' instead?")
	})
	p.seek(at)
}

func (p *parser) dottedName() string {
	name := p.name()
	if !p.is(tDot) {
		return name
	}
	parts := []string{name}
	for p.accept(tDot) {
		parts = append(parts, p.name())
	}
	return strings.Join(parts, ".")
}

// asName parses as name, if it is there.
func (p *parser) asName(a *Alias) {
	if p.accept(tAs) {
		a.Asname = p.name()
	}
}

// importFrom parses from ..m import a as b, ….
func (p *parser) importFrom() Stmt {
	start := p.t.start
	p.next()
	n := &ImportFrom{ModulePos: p.t.start}
	for p.is(tDot) || p.is(tEllipsis) {
		n.Level++
		if p.is(tEllipsis) {
			n.Level += 2
		}
		p.next()
	}
	if n.Level == 0 || p.is(tName) {
		n.ModulePos = p.t.start
		n.Module = p.dottedName()
	}
	p.expect(tImport)
	switch p.t.kind {
	case tStar:
		t := p.t
		p.next()
		n.Names = []*Alias{{Range: Range{t.start, t.end}, Name: "*"}}
	case tLpar:
		p.next()
		for {
			n.Names = append(n.Names, p.importAlias())
			if !p.accept(tComma) || p.is(tRpar) {
				break
			}
		}
		p.expect(tRpar)
	default:
		if p.diag && p.is(tNewline) {
			p.errFrom(p.t.start, "Expected one or more names after 'import'")
		}
		for {
			n.Names = append(n.Names, p.importAlias())
			if !p.accept(tComma) {
				break
			}
			if p.is(tNewline) && p.diag {
				p.errLast(PlainSyntaxError, "trailing comma not allowed without surrounding parentheses")
			}
		}
	}
	n.StmtBase = p.stmt(start)
	return n
}

func (p *parser) importAlias() *Alias {
	start := p.t.start
	a := &Alias{Name: p.name()}
	p.asName(a)
	a.Range = Range{start, p.prevEnd()}
	return a
}

// typeAlias parses type X[T] = value; the cursor is at type, and a name
// follows.
func (p *parser) typeAlias() Stmt {
	start := p.t.start
	p.next()
	at := p.t.start
	id := p.name()
	n := &TypeAlias{Name: &Name{ExprBase: p.base(at, 0), Id: id, Ctx: Store}}
	n.TypeParams = p.typeParams()
	p.expect(tEqual)
	n.Value = p.expression()
	n.StmtBase = p.stmt(start)
	return n
}
