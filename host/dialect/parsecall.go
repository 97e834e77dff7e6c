// This file defines the parsing of the arguments of calls and classes.

package dialect

// call parses the arguments of a call of fn; the cursor is at the parenthesis.
func (p *parser) call(start Position, fn Expr) Expr {
	c := &Call{Func: fn, Lparen: p.t.start}
	h := max(height(fn), p.arguments(c))
	c.ExprBase = p.base(start, h)
	return c
}

// arguments parses ( … ) into c.Args and c.Keywords and returns the greatest
// height.
func (p *parser) arguments(c *Call) (h int32) {
	lparen := p.expect(tLpar)
	unpacked := false // a ** was seen
	for !p.is(tRpar) {
		start := p.t.start
		switch {
		case p.is(tStar):
			if unpacked {
				p.diagStarAfterKeywords()
				p.fail()
			}
			e := p.starred(p.expression)
			if p.diag && p.is(tEqual) {
				p.diagAssign(start, "cannot assign to iterable argument unpacking")
			}
			c.Args = append(c.Args, e)
			h = max(h, height(e))
		case p.is(tDoubleStar):
			p.next()
			e := p.expression()
			if p.diag && p.is(tEqual) {
				p.diagAssign(start, "cannot assign to keyword argument unpacking")
			}
			c.Keywords = append(c.Keywords, &Keyword{Range: Range{start, p.prevEnd()}, Value: e})
			h = max(h, height(e))
			unpacked = true
		case p.is(tName) && p.peek(1) == tEqual:
			name := p.t
			p.next()
			equal := p.t
			p.next()
			if p.diag && (p.is(tComma) || p.is(tRpar)) {
				p.errRange(start, equal.end, "expected argument value expression")
			}
			e := p.expression()
			if p.diag && (p.is(tFor) || p.is(tAsync)) && p.try(func() { p.comprehensions() }) {
				p.errRange(start, equal.end, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
			}
			c.Keywords = append(c.Keywords, &Keyword{Range: Range{start, p.prevEnd()}, Arg: p.ident(name), Value: e})
			h = max(h, height(e))
		default:
			e := p.argument(c, lparen)
			c.Args = append(c.Args, e)
			h = max(h, height(e))
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRpar)
	return h
}

// argument parses one positional argument, which may be a generator
// expression without parentheses of its own if it is the only one.
func (p *parser) argument(c *Call, lparen *token) Expr {
	var e Expr
	if len(c.Keywords) > 0 && !p.diag {
		if p.is(tName) {
			p.far = max(p.far, p.i+1)
		}
		p.fail()
	}
	at := p.t
	if p.is(tName) && p.peek(1) == tColonEqual {
		e = p.walrus()
	} else {
		e = p.expression()
		if p.is(tColonEqual) {
			p.fail()
		}
	}
	if p.is(tEqual) {
		if p.diag {
			equal := p.t
			if at.kind == tTrue || at.kind == tFalse || at.kind == tNone {
				if at.end == p.prevEnd() {
					p.errRange(at.start, equal.end, "cannot assign to %s", p.tokText(at))
				}
			}
			p.errRange(e.Span().Pos, equal.end, "expression cannot contain assignment, perhaps you meant \"==\"?")
		}
		p.fail()
	}
	if p.is(tFor) || p.is(tAsync) {
		gens, h := p.comprehensions()
		if p.is(tRpar) && len(c.Args) == 0 && len(c.Keywords) == 0 {
			p.next()
			b := p.base(lparen.start, max(h, height(e)))
			p.seek(p.i - 1) // the caller skips the parenthesis
			return &GeneratorExp{ExprBase: b, Elt: e, Generators: gens}
		}
		if p.diag && (p.is(tRpar) || p.is(tComma)) {
			last := gens[len(gens)-1]
			p.errRange(e.Span().Pos, last.End, "Generator expression must be parenthesized")
		}
		p.fail()
	}
	if len(c.Keywords) > 0 {
		p.diagPositional(c)
		p.fail()
	}
	return e
}

// diagAssign raises msg if = and an expression follow.
func (p *parser) diagAssign(start Position, msg string) {
	var e Expr
	if p.try(func() { p.next(); e = p.expression() }) {
		p.errRange(start, e.Span().End, "%s", msg)
	}
}

// diagPositional reports a positional argument after a keyword argument, at
// the end of the arguments. The cursor is behind it.
func (p *parser) diagPositional(c *Call) {
	if !p.diag {
		return
	}
	p.try(func() {
		for p.accept(tComma) {
			if p.is(tRpar) {
				break
			}
			if p.is(tStar) || p.is(tDoubleStar) {
				p.next()
			} else if p.is(tName) && (p.peek(1) == tEqual || p.peek(1) == tColonEqual) {
				p.next()
				p.next()
			}
			p.expression()
		}
	})
	for _, k := range c.Keywords {
		if k.Arg == "" {
			p.errLast(PlainSyntaxError, "positional argument follows keyword argument unpacking")
		}
	}
	p.errLast(PlainSyntaxError, "positional argument follows keyword argument")
}

// diagStarAfterKeywords reports *a after **b; the cursor is at the star.
func (p *parser) diagStarAfterKeywords() {
	if !p.diag {
		return
	}
	comma := &p.toks[p.i-1]
	p.try(func() {
		p.starred(p.expression)
		p.errFrom(comma.start, "iterable argument unpacking follows keyword argument unpacking")
	})
}
