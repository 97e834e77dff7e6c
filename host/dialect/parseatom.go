// This file defines the parsing of atoms (names, literals, displays,
// comprehensions, parentheses) and of what follows them: attributes, calls
// and subscripts.

package dialect

// primary parses an atom and its trailers.
func (p *parser) primary() Expr {
	if p.is(tAwait) {
		p.noAsync("await")
	}
	start := p.t.start
	e := p.atom()
	for {
		switch p.t.kind {
		case tDot:
			p.next()
			at := p.t.start
			attr := p.name()
			e = &Attribute{ExprBase: p.base(start, height(e)), Value: e, Attr: attr, AttrPos: at}
		case tLpar:
			e = p.call(start, e)
		case tLsqb:
			at := p.t.start
			if p.diag && p.peek(1) == tRsqb {
				return e // a[]: as CPython, take it for two expressions
			}
			p.next()
			index := p.slices()
			p.expect(tRsqb)
			e = &Subscript{ExprBase: p.base(start, max(height(e), height(index))), Value: e, Lbrack: at, Slice: index}
		default:
			return e
		}
	}
}

// noAsync raises the error for the statements that are not supported.
func (p *parser) noAsync(word string) {
	p.errTok(p.t, "'%s' is not supported yet: use threads or an executor from concurrent.futures", word)
}

// slices parses what stands in the brackets of a subscript.
func (p *parser) slices() Expr {
	start := p.t.start
	if !p.is(tStar) {
		e := p.slice()
		if !p.is(tComma) {
			return e
		}
		return p.moreSlices(start, e)
	}
	return p.moreSlices(start, p.starred(p.expression))
}

func (p *parser) moreSlices(start Position, first Expr) Expr {
	elts := []Expr{first}
	for p.accept(tComma) {
		switch {
		case p.is(tStar):
			elts = append(elts, p.starred(p.expression))
		case p.is(tColon) || startsExpr(p.t.kind):
			elts = append(elts, p.slice())
		default:
			return &Tuple{ExprBase: p.base(start, maxHeight(elts)), Elts: elts}
		}
	}
	return &Tuple{ExprBase: p.base(start, maxHeight(elts)), Elts: elts}
}

// slice parses an index or lower:upper:step.
func (p *parser) slice() Expr {
	start := p.t.start
	var parts [3]Expr
	if !p.is(tColon) {
		parts[0] = p.namedExpression()
		if _, named := parts[0].(*NamedExpr); !p.is(tColon) || named && !Parenthesised(parts[0]) {
			return parts[0]
		}
	}
	for i := 1; i < 3 && p.accept(tColon); i++ {
		if startsExpr(p.t.kind) {
			parts[i] = p.expression()
		}
	}
	return &Slice{ExprBase: p.base(start, maxHeight(parts[:])), Lower: parts[0], Upper: parts[1], Step: parts[2]}
}

// atom parses a name, a literal, or something in brackets.
func (p *parser) atom() Expr {
	t := p.t
	switch t.kind {
	case tName:
		p.next()
		return &Name{ExprBase: p.base(t.start, 0), Id: p.ident(t)}
	case tNone:
		return p.constant(NoneConst)
	case tTrue:
		return p.constant(TrueConst)
	case tFalse:
		return p.constant(FalseConst)
	case tEllipsis:
		return p.constant(EllipsisConst)
	case tNumber:
		return p.number()
	case tString, tFStringStart:
		return p.strings()
	case tLpar:
		return p.paren()
	case tLsqb:
		return p.list()
	case tLbrace:
		return p.brace()
	}
	p.fail()
	return nil
}

func (p *parser) constant(kind ConstKind) Expr {
	start := p.t.start
	p.next()
	return &Constant{ExprBase: p.base(start, 0), Kind: kind}
}

// number parses a number token.
func (p *parser) number() *Constant {
	t := p.expect(tNumber)
	c := &Constant{ExprBase: p.base(t.start, 0)}
	if msg := parseNumber(p.tokText(t), c); msg != "" {
		p.errTok(t, "%s", msg)
	}
	return c
}

// paren parses (), (e), (e, …), (e for …) and (yield …).
func (p *parser) paren() Expr {
	start := p.t.start
	p.next()
	switch p.t.kind {
	case tRpar:
		p.next()
		b := p.base(start, 0)
		b.Paren = true
		return &Tuple{ExprBase: b}
	case tYield:
		e := p.yieldExpr()
		p.expect(tRpar)
		e.expr().Paren = true
		return e
	case tDoubleStar:
		if p.diag {
			p.diagDoubleStar(tRpar, "generator expression")
		}
		p.fail()
	}
	first := p.starNamed()
	switch p.t.kind {
	case tFor, tAsync:
		if s, ok := first.(*Starred); ok {
			p.starInComprehension(s)
		}
		gens, h := p.comprehensions()
		p.expect(tRpar)
		b := p.base(start, max(h, height(first)))
		b.Paren = true
		return &GeneratorExp{ExprBase: b, Elt: first, Generators: gens}
	case tComma:
		elts := p.restOfList([]Expr{first}, tRpar)
		b := p.base(start, maxHeight(elts))
		b.Paren = true
		return &Tuple{ExprBase: b, Elts: elts}
	}
	if s, ok := first.(*Starred); ok {
		if p.diag && p.is(tRpar) {
			p.errNode(s, "cannot use starred expression here")
		}
		p.fail()
	}
	p.expect(tRpar)
	first.expr().Paren = true
	return first
}

// restOfList parses , e , e … up to and with the closing bracket.
func (p *parser) restOfList(elts []Expr, closing tokenKind) []Expr {
	for p.accept(tComma) {
		if !startsExpr(p.t.kind) && !p.is(tStar) {
			break
		}
		elts = append(elts, p.starNamed())
	}
	if p.diag && closing != tRpar && p.is(tFor) && len(elts) > 0 {
		comma := &p.toks[p.i-1]
		if p.try(func() { p.comprehensions() }) {
			to := elts[len(elts)-1].Span().End
			if len(elts) == 1 {
				to = comma.end
			}
			p.errRange(elts[0].Span().Pos, to, "did you forget parentheses around the comprehension target?")
		}
	}
	p.expect(closing)
	return elts
}

// starInComprehension fails, or says that [*a for …] is not allowed.
func (p *parser) starInComprehension(s *Starred) {
	if p.diag && p.try(func() { p.comprehensions() }) {
		p.errNode(s, "iterable unpacking cannot be used in comprehension")
	}
	p.fail()
}

// diagDoubleStar looks for ** where no dict is written; the cursor is at it.
func (p *parser) diagDoubleStar(closing tokenKind, what string) {
	star := p.t
	p.try(func() {
		p.next()
		e := p.bitwiseOr()
		if closing == tRpar && p.is(tRpar) {
			p.errTok(star, "cannot use double starred expression here")
		}
		p.comprehensions()
		p.errRange(star.start, e.Span().End, "cannot use dict unpacking in %s", what)
	})
}

// list parses a list display or comprehension.
func (p *parser) list() Expr {
	start := p.t.start
	p.next()
	if p.accept(tRsqb) {
		return &List{ExprBase: p.base(start, 0)}
	}
	first := p.starNamed()
	if p.is(tFor) || p.is(tAsync) {
		if s, ok := first.(*Starred); ok {
			p.starInComprehension(s)
		}
		gens, h := p.comprehensions()
		p.expect(tRsqb)
		return &ListComp{ExprBase: p.base(start, max(h, height(first))), Elt: first, Generators: gens}
	}
	elts := p.restOfList([]Expr{first}, tRsqb)
	return &List{ExprBase: p.base(start, maxHeight(elts)), Elts: elts}
}

// brace parses dict and set displays and comprehensions.
func (p *parser) brace() Expr {
	start := p.t.start
	p.next()
	if p.accept(tRbrace) {
		return &Dict{ExprBase: p.base(start, 0)}
	}
	if p.is(tDoubleStar) {
		return p.dict(start, nil, nil)
	}
	if p.is(tStar) {
		return p.set(start)
	}
	if p.is(tName) && p.peek(1) == tColonEqual {
		return p.set(start)
	}
	key := p.expression()
	if !p.is(tColon) {
		if p.diag {
			// Look again with the mistakes that only a set's items can have.
			p.diagNamed(key)
		}
		if p.is(tColonEqual) {
			p.fail()
		}
		return p.setFrom(start, key)
	}
	value := p.dictValue()
	if p.is(tFor) || p.is(tAsync) {
		gens, h := p.comprehensions()
		p.expect(tRbrace)
		return &DictComp{ExprBase: p.base(start, max(h, height(key), height(value))), Key: key, Value: value, Generators: gens}
	}
	return p.dict(start, key, value)
}

// dictValue parses : value.
func (p *parser) dictValue() Expr {
	colon := p.expect(tColon)
	if p.diag {
		switch p.t.kind {
		case tRbrace, tComma:
			p.errTok(colon, "expression expected after dictionary key and ':'")
		case tStar:
			star := p.t
			p.try(func() {
				p.next()
				p.bitwiseOr()
				p.errFrom(star.start, "cannot use a starred expression in a dictionary value")
			})
		}
	}
	return p.expression()
}

// dict parses the rest of a dict display after the first item, or all of it
// when that starts with ** (value nil).
func (p *parser) dict(start Position, key, value Expr) Expr {
	d := &Dict{}
	h := int32(0)
	add := func(k, v Expr) {
		d.Keys = append(d.Keys, k)
		d.Values = append(d.Values, v)
		h = max(h, height(k), height(v))
	}
	if value != nil {
		add(key, value)
		if !p.accept(tComma) {
			p.expect(tRbrace)
			d.ExprBase = p.base(start, h)
			return d
		}
	}
	for !p.is(tRbrace) {
		switch {
		case p.is(tDoubleStar):
			star := p.t
			p.next()
			v := p.bitwiseOr()
			if p.diag && (p.is(tFor) || p.is(tAsync)) && len(d.Keys) == 0 {
				if p.try(func() { p.comprehensions() }) {
					p.errTok(star, "dict unpacking cannot be used in dict comprehension")
				}
			}
			add(nil, v)
		case p.diag && !startsExpr(p.t.kind):
			p.fail()
		default:
			if p.diag {
				p.diagKey()
			}
			k := p.expression()
			add(k, p.dictValue())
		}
		if !p.accept(tComma) {
			break
		}
	}
	p.expect(tRbrace)
	d.ExprBase = p.base(start, h)
	return d
}

// diagKey looks for an item without a colon; the cursor is at a key, which is
// not the first.
func (p *parser) diagKey() {
	at := p.i
	var k Expr
	if p.tryQuiet(func() { k = p.expression() }) && !p.is(tColon) {
		r := k.Span()
		from := Position{r.Pos.Line, r.End.Col - 1}
		p.errRange(from, from, "':' expected after dictionary key")
	}
	p.seek(at)
}

// set parses a set display or comprehension; the cursor is at the first item.
func (p *parser) set(start Position) Expr { return p.setFrom(start, p.starNamed()) }

func (p *parser) setFrom(start Position, first Expr) Expr {
	if p.is(tFor) || p.is(tAsync) {
		if s, ok := first.(*Starred); ok {
			p.starInComprehension(s)
		}
		gens, h := p.comprehensions()
		p.expect(tRbrace)
		return &SetComp{ExprBase: p.base(start, max(h, height(first))), Elt: first, Generators: gens}
	}
	elts := p.restOfList([]Expr{first}, tRbrace)
	return &Set{ExprBase: p.base(start, maxHeight(elts)), Elts: elts}
}

// comprehensions parses for target in iter [if cond]…, one or more. It also
// returns the greatest height.
func (p *parser) comprehensions() ([]*Comprehension, int32) {
	var list []*Comprehension
	var h int32
	for p.is(tFor) || p.is(tAsync) {
		if p.is(tAsync) {
			p.noAsync("async")
		}
		start := p.t.start
		p.next()
		c := &Comprehension{Target: p.forTarget(true)}
		p.expect(tIn)
		c.Iter = p.disjunction()
		h = max(h, height(c.Target), height(c.Iter))
		for p.accept(tIf) {
			e := p.disjunction()
			h = max(h, height(e))
			c.Ifs = append(c.Ifs, e)
		}
		c.Range = Range{start, p.prevEnd()}
		list = append(list, c)
	}
	if list == nil {
		p.fail()
	}
	return list, h
}
