// This file defines the parsing of compound statements: those that hold
// blocks. The match statement is in parsepattern.go.

package dialect

import "fmt"

// startsCompound reports whether a compound statement begins at the cursor.
func (p *parser) startsCompound() bool {
	switch p.t.kind {
	case tIf, tWhile, tFor, tTry, tWith, tDef, tClass, tAt, tAsync:
		return true
	case tName:
		return p.soft("match") && p.isMatch()
	}
	return false
}

// compound parses a compound statement, or returns nil if there is none.
func (p *parser) compound() Stmt {
	switch p.t.kind {
	case tIf:
		return p.ifStmt()
	case tWhile:
		return p.while()
	case tFor:
		return p.forStmt()
	case tTry:
		return p.tryStmt()
	case tWith:
		return p.with()
	case tDef:
		return p.def(nil)
	case tClass:
		return p.class(nil)
	case tAt:
		return p.decorated()
	case tAsync:
		p.noAsync("async")
	case tName:
		if !p.soft("match") {
			break
		}
		if p.isMatch() {
			return p.match()
		}
		if p.diag {
			p.diagMatch()
		}
	}
	return nil
}

// block parses what follows a colon: an indented block, or simple statements
// on the same line. what and line say whose block it is.
func (p *parser) block(what string, line int32) []Stmt {
	if !p.is(tNewline) {
		return p.simpleLine(nil)
	}
	p.next()
	if !p.is(tIndent) {
		if p.diag {
			p.errLast(IndentationError, "expected an indented block after %s on line %d", what, line)
		}
		p.fail()
	}
	p.next()
	var body []Stmt
	for {
		body = p.statement(body)
		if p.accept(tDedent) {
			return body
		}
		if p.is(tEOF) {
			p.fail()
		}
	}
}

// colon parses the colon at the end of a header.
func (p *parser) colon() {
	if p.diag && p.is(tNewline) {
		p.errLast(PlainSyntaxError, "expected ':'")
	}
	p.expect(tColon)
}

// ifStmt parses an if statement with its elif and else branches.
func (p *parser) ifStmt() Stmt {
	first := &If{}
	at, word := p.t, "if"
	for n, s := 0, first; ; n++ {
		if n > maxDepth {
			p.errTok(at, "too many 'elif' branches")
		}
		p.next()
		s.Pos = at.start
		s.Test = p.namedExpression()
		p.colon()
		s.Body = p.block(quoted(word), at.start.Line)
		if p.is(tElif) {
			at, word = p.t, "elif"
			next := &If{Elif: true}
			s.Orelse = []Stmt{next}
			s = next
			continue
		}
		s.Orelse = p.elseBlock()
		break
	}
	// All branches end where the last one ends.
	end := p.blockEnd()
	for s := first; ; {
		s.End = end
		if len(s.Orelse) != 1 {
			break
		}
		next, ok := s.Orelse[0].(*If)
		if !ok || !next.Elif {
			break
		}
		s = next
	}
	return first
}

// blockEnd returns the end of the statement before the cursor, which is
// behind a block: the line break and the dedents are not part of it.
func (p *parser) blockEnd() Position {
	i := p.i - 1
	for i > 0 && (p.toks[i].kind == tDedent || p.toks[i].kind == tNewline) {
		i--
	}
	return p.toks[i].end
}

// elseBlock parses else: block, if it is there.
func (p *parser) elseBlock() []Stmt {
	if !p.is(tElse) {
		return nil
	}
	line := p.t.start.Line
	p.next()
	p.force(tColon, ":")
	body := p.block(quoted("else"), line)
	if p.diag && p.is(tElif) {
		p.errLast(PlainSyntaxError, "'elif' block follows an 'else' block")
	}
	return body
}

// while parses a while statement.
func (p *parser) while() Stmt {
	kw := p.expect(tWhile)
	n := &While{Test: p.namedExpression()}
	p.colon()
	n.Body = p.block(quoted("while"), kw.start.Line)
	n.Orelse = p.elseBlock()
	n.Range = Range{kw.start, p.blockEnd()}
	return n
}

// forStmt parses a for statement.
func (p *parser) forStmt() Stmt {
	kw := p.expect(tFor)
	n := &For{Target: p.forTarget(false)}
	p.expect(tIn)
	n.Iter = p.starExpressions()
	p.colon()
	n.Body = p.block(quoted("for"), kw.start.Line)
	n.Orelse = p.elseBlock()
	n.Range = Range{kw.start, p.blockEnd()}
	return n
}

// with parses a with statement.
func (p *parser) with() Stmt {
	kw := p.expect(tWith)
	n := &With{}
	if end := p.matchingParen(); end > 0 && p.toks[end+1].kind == tColon {
		p.try(func() { n.Items = p.parenthesizedItems() })
	} else if p.diag && end > 0 && p.toks[end+1].kind == tNewline {
		at := p.i
		p.try(func() { p.parenthesizedItems(); p.colon() })
		p.seek(at)
	}
	if n.Items == nil {
		for {
			n.Items = append(n.Items, p.withItem())
			if !p.accept(tComma) {
				break
			}
		}
	}
	p.colon()
	n.Body = p.block(quoted("with"), kw.start.Line)
	n.Range = Range{kw.start, p.blockEnd()}
	return n
}

// matchingParen returns the index of the parenthesis that closes the one at
// the cursor, or 0.
func (p *parser) matchingParen() int {
	if !p.is(tLpar) {
		return 0
	}
	level := p.t.level - 1
	for i := p.i + 1; i+1 < len(p.toks); i++ {
		if p.toks[i].kind == tRpar && p.toks[i].level == level {
			return i
		}
	}
	return 0
}

// parenthesizedItems parses (item, …) of a with statement.
func (p *parser) parenthesizedItems() (items []*WithItem) {
	p.expect(tLpar)
	for {
		items = append(items, p.withItem())
		if !p.accept(tComma) || p.is(tRpar) {
			break
		}
	}
	p.expect(tRpar)
	return items
}

// withItem parses e [as target].
func (p *parser) withItem() *WithItem {
	start := p.t.start
	n := &WithItem{ContextExpr: p.expression()}
	if p.accept(tAs) {
		target := p.withTarget()
		setContext(target, Store)
		n.OptionalVars = target
	}
	n.Range = Range{start, p.prevEnd()}
	return n
}

// withTarget parses what follows as.
func (p *parser) withTarget() Expr {
	at := p.i
	ends := func() bool { return p.is(tComma) || p.is(tRpar) || p.is(tColon) }
	var e Expr
	if p.is(tStar) {
		e = p.starred(p.targetPart)
	} else {
		e = p.targetPart()
	}
	if p.diag && !ends() && !p.is(tNewline) {
		// A looser expression is no target either, but has a name.
		p.seek(at)
		if p.tryQuiet(func() { e = p.expression() }) && ends() {
			p.diagTarget(e, assignTarget)
		}
		p.fail()
	}
	if invalidTarget(e, assignTarget) != nil {
		if p.diag && ends() {
			p.diagTarget(e, assignTarget)
		}
		p.fail()
	}
	if !ends() && !p.is(tNewline) {
		p.fail()
	}
	return e
}

// tryStmt parses a try statement with except or except* handlers.
func (p *parser) tryStmt() Stmt {
	kw := p.expect(tTry)
	p.force(tColon, ":")
	body := p.block(quoted("try"), kw.start.Line)
	if !p.is(tExcept) && !p.is(tFinally) {
		if p.diag {
			p.errLast(PlainSyntaxError, "expected 'except' or 'finally' block")
		}
		p.fail()
	}
	var handlers []*ExceptHandler
	var orelse, final []Stmt
	star := p.is(tExcept) && p.peek(1) == tStar
	for p.is(tExcept) {
		if p.diag && star != (p.peek(1) == tStar) {
			p.diagMixedExcept(star)
		}
		if star != (p.peek(1) == tStar) {
			p.far = max(p.far, p.i+1)
			p.fail()
		}
		handlers = append(handlers, p.handler())
	}
	if len(handlers) > 0 {
		orelse = p.elseBlock()
	}
	if p.is(tFinally) {
		line := p.t.start.Line
		p.next()
		p.force(tColon, ":")
		final = p.block(quoted("finally"), line)
	}
	base := StmtBase{Range{kw.start, p.blockEnd()}}
	if star {
		return &TryStar{base, body, handlers, orelse, final}
	}
	return &Try{base, body, handlers, orelse, final}
}

// diagMixedExcept raises the error for except after except*, or the reverse.
func (p *parser) diagMixedExcept(star bool) {
	kw := p.t
	at := p.i
	p.try(func() {
		p.next()
		to := kw.end
		if !star {
			to = p.t.end
			p.next()
		}
		if !p.is(tColon) {
			p.expression()
			if p.accept(tAs) {
				p.name()
			}
		}
		p.expect(tColon)
		p.errRange(kw.start, to, "cannot have both 'except' and 'except*' on the same 'try'")
	})
	p.seek(at)
}

// handler parses except [*] [type [as name]]: block.
func (p *parser) handler() *ExceptHandler {
	kw := p.expect(tExcept)
	star := p.accept(tStar)
	what := quoted("except")
	if star {
		what = quoted("except*")
		if p.diag && (p.is(tNewline) || p.is(tColon)) {
			p.errLast(PlainSyntaxError, "expected one or more exception types")
		}
	}
	h := &ExceptHandler{}
	if star || !p.is(tColon) {
		if p.diag {
			p.colonMissing()
		}
		h.Type = p.expression()
		if p.diag && p.is(tComma) {
			p.diagExceptTuple(h.Type)
		}
		if p.accept(tAs) {
			h.NamePos = p.t.start
			h.Name = p.name()
		}
	}
	p.colon()
	h.Body = p.block(what, kw.start.Line)
	h.Range = Range{kw.start, p.blockEnd()}
	return h
}

func (p *parser) colonMissing() {
	if p.is(tNewline) {
		p.errLast(PlainSyntaxError, "expected ':'")
	}
}

// diagExceptTuple looks for except A, B:; the cursor is at the comma.
func (p *parser) diagExceptTuple(first Expr) {
	at := p.i
	p.try(func() {
		p.next()
		p.expressions()
		if p.accept(tAs) {
			p.name()
		}
		if p.is(tColon) {
			p.errFrom(first.Span().Pos, "multiple exception types must be parenthesized")
		}
		p.fail()
	})
	p.seek(at)
}

// decorated parses a function or class with decorators.
func (p *parser) decorated() Stmt {
	var list []Expr
	for p.accept(tAt) {
		list = append(list, p.namedExpression())
		p.expect(tNewline)
	}
	switch p.t.kind {
	case tDef:
		return p.def(list)
	case tClass:
		return p.class(list)
	case tAsync:
		p.noAsync("async")
	}
	p.fail()
	return nil
}

// def parses a function definition.
func (p *parser) def(decorators []Expr) Stmt {
	kw := p.expect(tDef)
	n := &FunctionDef{DecoratorList: decorators, NamePos: p.t.start}
	n.Name = p.name()
	if !p.diag {
		n.TypeParams = p.typeParams()
	} else {
		p.try(func() { n.TypeParams = p.typeParams() })
		if !p.is(tLpar) {
			p.errTok(p.t, "expected '('")
		}
	}
	p.expect(tLpar)
	n.Args = p.parameters(tRpar)
	p.expect(tRpar)
	if p.is(tArrow) && (startsExpr(p.peek(1)) || !p.diag) {
		p.next()
		n.Returns = p.expression()
	}
	if p.diag && !p.is(tColon) {
		p.errTok(p.t, "expected ':'")
	}
	p.expect(tColon)
	n.Body = p.block("function definition", kw.start.Line)
	n.Range = Range{kw.start, p.blockEnd()}
	return n
}

// class parses a class definition.
func (p *parser) class(decorators []Expr) Stmt {
	kw := p.expect(tClass)
	n := &ClassDef{DecoratorList: decorators, NamePos: p.t.start}
	n.Name = p.name()
	n.TypeParams = p.typeParams()
	if p.is(tLpar) {
		var c Call
		p.arguments(&c)
		n.Bases, n.Keywords = c.Args, c.Keywords
	}
	p.colon()
	n.Body = p.block("class definition", kw.start.Line)
	n.Range = Range{kw.start, p.blockEnd()}
	return n
}

// quoted is 'word' statement, for messages.
func quoted(word string) string { return fmt.Sprintf("'%s' statement", word) }
