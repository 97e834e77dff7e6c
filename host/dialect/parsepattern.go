// This file defines the parsing of match statements and their patterns.

package dialect

// isMatch reports whether the word match at the cursor begins a match
// statement: the line starts like match x, and ends with a colon, which no
// other statement that starts so does.
func (p *parser) isMatch() bool {
	if k := p.peek(1); !startsExpr(k) && k != tStar {
		return false
	}
	level := p.t.level
	for i := p.i + 1; i < len(p.toks); i++ {
		t := &p.toks[i]
		if t.kind == tNewline && t.level == level {
			return p.toks[i-1].kind == tColon
		}
	}
	return false
}

// match parses a match statement; isMatch is known.
func (p *parser) match() Stmt {
	start := p.t.start
	p.next()
	n := &Match{Subject: p.subject()}
	p.expect(tColon)
	p.expect(tNewline)
	if p.diag && !p.is(tIndent) {
		p.errLast(IndentationError, "expected an indented block after 'match' statement on line %d", start.Line)
	}
	p.expect(tIndent)
	if !p.soft("case") {
		p.fail()
	}
	for p.soft("case") {
		n.Cases = append(n.Cases, p.matchCase())
	}
	if !p.accept(tDedent) {
		p.fail()
	}
	n.Range = Range{start, p.blockEnd()}
	return n
}

// subject parses what is matched.
func (p *parser) subject() Expr {
	start := p.t.start
	first := p.starNamed()
	if !p.is(tComma) {
		if _, ok := first.(*Starred); ok {
			p.fail()
		}
		return first
	}
	elts := []Expr{first}
	for p.accept(tComma) && (startsExpr(p.t.kind) || p.is(tStar)) {
		elts = append(elts, p.starNamed())
	}
	return &Tuple{ExprBase: p.base(start, maxHeight(elts)), Elts: elts}
}

// diagMatch looks for the header of a match statement without its colon.
func (p *parser) diagMatch() {
	if k := p.peek(1); !startsExpr(k) && k != tStar {
		return
	}
	at := p.i
	p.try(func() {
		p.next()
		p.subject()
		if p.is(tNewline) {
			p.errLast(PlainSyntaxError, "expected ':'")
		}
	})
	p.seek(at)
}

// matchCase parses case pattern [if guard]: block.
func (p *parser) matchCase() *MatchCase {
	p.beginStmt()
	kw := p.t
	p.next()
	n := &MatchCase{Pattern: p.patterns()}
	if p.accept(tIf) {
		n.Guard = p.namedExpression()
	}
	p.colon()
	n.Body = p.block("'case' statement", kw.start.Line)
	n.Range = Range{kw.start, p.blockEnd()}
	return n
}

func (p *parser) pat(start Position) PatternBase { return PatternBase{Range{start, p.prevEnd()}} }

// patterns parses a pattern, or several separated by commas: a sequence.
func (p *parser) patterns() Pattern {
	start := p.t.start
	first := p.maybeStar()
	if !p.is(tComma) {
		if _, ok := first.(*MatchStar); ok {
			p.fail()
		}
		return first
	}
	list := p.restOfSequence(first, tColon)
	return &MatchSequence{p.pat(start), list}
}

// restOfSequence parses , pattern …; the list may end with a comma.
func (p *parser) restOfSequence(first Pattern, closing tokenKind) []Pattern {
	list := []Pattern{first}
	for p.accept(tComma) && !p.is(closing) && !p.is(tIf) {
		list = append(list, p.maybeStar())
	}
	return list
}

// maybeStar parses a pattern or *name.
func (p *parser) maybeStar() Pattern {
	if !p.is(tStar) {
		return p.pattern()
	}
	start := p.t.start
	p.next()
	name := ""
	if p.soft("_") {
		p.next()
	} else {
		name = p.captureName()
	}
	return &MatchStar{p.pat(start), name}
}

// captureName parses a name that a pattern binds.
func (p *parser) captureName() string {
	if p.soft("_") {
		p.fail()
	}
	name := p.name()
	if p.is(tDot) || p.is(tLpar) || p.is(tEqual) {
		p.fail()
	}
	return name
}

// pattern parses alternatives [as name].
func (p *parser) pattern() Pattern {
	p.enter()
	start := p.t.start
	n := p.orPattern()
	if p.accept(tAs) {
		if p.diag {
			p.diagAs()
		}
		n = &MatchAs{Pattern: n, Name: p.captureName()}
		n.(*MatchAs).PatternBase = p.pat(start)
	}
	p.leave()
	return n
}

// diagAs looks for a wrong name after as; the cursor is there.
func (p *parser) diagAs() {
	if p.soft("_") {
		p.errTok(p.t, "cannot use '_' as a target")
	}
	if p.is(tName) {
		return
	}
	var e Expr
	if p.try(func() { e = p.expression() }) {
		p.errNode(e, "invalid pattern target")
	}
}

func (p *parser) orPattern() Pattern {
	start := p.t.start
	first := p.closedPattern()
	if !p.is(tVbar) {
		return first
	}
	list := []Pattern{first}
	for p.accept(tVbar) {
		list = append(list, p.closedPattern())
	}
	return &MatchOr{p.pat(start), list}
}

// closedPattern parses a pattern without operators.
func (p *parser) closedPattern() Pattern {
	start := p.t.start
	switch p.t.kind {
	case tNumber, tMinus, tString, tFStringStart:
		e := p.literalKey()
		return &MatchValue{p.pat(start), e}
	case tNone, tTrue, tFalse:
		kind := p.constant(map[tokenKind]ConstKind{tNone: NoneConst, tTrue: TrueConst, tFalse: FalseConst}[p.t.kind]).(*Constant).Kind
		return &MatchSingleton{p.pat(start), kind}
	case tName:
		return p.namePattern()
	case tLpar:
		return p.groupPattern()
	case tLsqb:
		p.next()
		var list []Pattern
		if !p.is(tRsqb) {
			list = p.restOfSequence(p.maybeStar(), tRsqb)
		}
		p.expect(tRsqb)
		return &MatchSequence{p.pat(start), list}
	case tLbrace:
		return p.mappingPattern()
	}
	p.fail()
	return nil
}

// literalKey parses a literal in a pattern: a string, or a number that may be
// negative or complex.
func (p *parser) literalKey() Expr {
	start := p.t.start
	if p.is(tString) || p.is(tFStringStart) {
		return p.strings()
	}
	var e Expr
	minus := p.accept(tMinus)
	num := p.number()
	e = num
	if minus {
		e = &UnaryOp{ExprBase: p.base(start, 1), Op: USub, Operand: num}
	}
	if !p.is(tPlus) && !p.is(tMinus) {
		return e
	}
	if num.Kind == ImagConst {
		p.errNode(num, "real number required in complex literal")
	}
	op := Add
	if p.is(tMinus) {
		op = Sub
	}
	opPos := p.t.start
	p.next()
	imag := p.number()
	if imag.Kind != ImagConst {
		p.errNode(imag, "imaginary number required in complex literal")
	}
	return &BinOp{ExprBase: p.base(start, 2), Left: e, Op: op, OpPos: opPos, Right: imag}
}

// namePattern parses a capture, a dotted name, or a class pattern.
func (p *parser) namePattern() Pattern {
	start := p.t.start
	switch p.peek(1) {
	case tDot, tLpar:
	default:
		if p.soft("_") {
			p.next()
			return &MatchAs{PatternBase: p.pat(start)}
		}
		name := p.captureName()
		return &MatchAs{PatternBase: p.pat(start), Name: name}
	}
	e := p.dottedExpr()
	if p.is(tLpar) {
		return p.classPattern(start, e)
	}
	if p.is(tEqual) {
		p.fail()
	}
	return &MatchValue{p.pat(start), e}
}

// dottedExpr parses a name or a.b.c.
func (p *parser) dottedExpr() Expr {
	start := p.t.start
	id := p.name()
	var e Expr = &Name{ExprBase: p.base(start, 0), Id: id}
	for p.accept(tDot) {
		at := p.t.start
		attr := p.name()
		e = &Attribute{ExprBase: p.base(start, height(e)), Value: e, Attr: attr, AttrPos: at}
	}
	return e
}

// groupPattern parses (pattern) or a sequence in parentheses.
func (p *parser) groupPattern() Pattern {
	start := p.t.start
	p.next()
	if p.accept(tRpar) {
		return &MatchSequence{p.pat(start), nil}
	}
	first := p.maybeStar()
	_, star := first.(*MatchStar)
	if !p.is(tComma) {
		if star {
			p.fail()
		}
		p.expect(tRpar)
		return first
	}
	list := p.restOfSequence(first, tRpar)
	p.expect(tRpar)
	return &MatchSequence{p.pat(start), list}
}

// mappingPattern parses {key: pattern, **rest}.
func (p *parser) mappingPattern() Pattern {
	start := p.t.start
	p.next()
	n := &MatchMapping{}
	for !p.is(tRbrace) {
		if p.is(tDoubleStar) {
			p.next()
			n.Rest = p.captureName()
			p.accept(tComma)
			break
		}
		switch p.t.kind {
		case tNumber, tMinus, tString, tFStringStart:
			n.Keys = append(n.Keys, p.literalKey())
		case tNone:
			n.Keys = append(n.Keys, p.constant(NoneConst))
		case tTrue:
			n.Keys = append(n.Keys, p.constant(TrueConst))
		case tFalse:
			n.Keys = append(n.Keys, p.constant(FalseConst))
		default:
			key := p.dottedExpr()
			if _, ok := key.(*Name); ok {
				p.fail()
			}
			n.Keys = append(n.Keys, key)
		}
		p.expect(tColon)
		n.Patterns = append(n.Patterns, p.pattern())
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRbrace)
	n.PatternBase = p.pat(start)
	return n
}

// classPattern parses (patterns, name=pattern) after cls.
func (p *parser) classPattern(start Position, cls Expr) Pattern {
	p.next()
	n := &MatchClass{Cls: cls}
	for !p.is(tRpar) {
		if p.is(tName) && p.peek(1) == tEqual {
			n.KwdAttrs = append(n.KwdAttrs, p.name())
			p.next()
			n.KwdPatterns = append(n.KwdPatterns, p.pattern())
		} else {
			pos := p.pattern()
			if len(n.KwdAttrs) > 0 {
				p.diagPositionalPattern(pos)
			}
			n.Patterns = append(n.Patterns, pos)
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRpar)
	n.PatternBase = p.pat(start)
	return n
}

// diagPositionalPattern reports a positional pattern after a keyword pattern.
func (p *parser) diagPositionalPattern(first Pattern) {
	if p.diag {
		last := first
		for p.is(tComma) && p.peek(1) != tRpar && !(p.peek(1) == tName && p.peek(2) == tEqual) {
			if !p.try(func() { p.next(); last = p.pattern() }) {
				break
			}
		}
		p.errRange(first.Span().Pos, last.Span().End, "positional patterns follow keyword patterns")
	}
	p.fail()
}
