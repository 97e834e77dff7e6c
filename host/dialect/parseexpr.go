// This file defines the parsing of expressions built with operators and
// keywords, from the loosest binding to the tightest. What stands between the
// operators is in parseatom.go.

package dialect

// startsExpr reports whether an expression may begin with a token of this kind.
func startsExpr(k tokenKind) bool {
	switch k {
	case tName, tNumber, tString, tFStringStart, tLpar, tLsqb, tLbrace, tEllipsis, tMinus, tPlus, tTilde,
		tNot, tLambda, tAwait, tNone, tTrue, tFalse:
		return true
	}
	return false
}

// expressions parses expression (, expression)* [,].
func (p *parser) expressions() Expr { return p.tupleOf(p.expression) }

// starExpressions parses (expression | *e) (, …)* [,].
func (p *parser) starExpressions() Expr { return p.tupleOf(p.starExpression) }

// tupleOf parses items separated by commas: a single item without a comma is
// itself, all else is a tuple.
func (p *parser) tupleOf(item func() Expr) Expr {
	start := p.t.start
	first := item()
	if !p.is(tComma) {
		return first
	}
	elts := []Expr{first}
	h := height(first)
	for p.accept(tComma) {
		if !startsExpr(p.t.kind) && !p.is(tStar) {
			break
		}
		e := item()
		h = max(h, height(e))
		elts = append(elts, e)
	}
	return &Tuple{ExprBase: p.base(start, h), Elts: elts}
}

// starExpression parses an expression or *e.
func (p *parser) starExpression() Expr {
	if p.is(tStar) {
		return p.starred(p.bitwiseOr)
	}
	return p.expression()
}

// starNamed parses a named expression or *e.
func (p *parser) starNamed() Expr {
	if p.is(tStar) {
		return p.starred(p.bitwiseOr)
	}
	return p.namedExpression()
}

// starred parses * and what follows.
func (p *parser) starred(operand func() Expr) Expr {
	star := p.expect(tStar)
	start := star.start
	if p.diag && star.level > 0 && !startsExpr(p.t.kind) {
		p.errLast(PlainSyntaxError, "Invalid star expression")
	}
	e := operand()
	return &Starred{ExprBase: p.base(start, height(e)), Value: e}
}

// walrus parses name := expression; the cursor is at the name.
func (p *parser) walrus() Expr {
	start := p.t.start
	id := p.name()
	target := &Name{ExprBase: p.base(start, 0), Id: id, Ctx: Store}
	p.expect(tColonEqual)
	value := p.expression()
	return &NamedExpr{ExprBase: p.base(start, height(value)), Target: target, Value: value}
}

// namedExpression parses name := expression, or an expression.
func (p *parser) namedExpression() Expr {
	if p.is(tName) && p.peek(1) == tColonEqual {
		return p.walrus()
	}
	e := p.expression()
	if p.diag {
		p.diagNamed(e)
	}
	if p.is(tColonEqual) {
		p.fail()
	}
	return e
}

// diagNamed looks for := with a wrong target, and for = where == was meant.
// e has just been parsed.
func (p *parser) diagNamed(e Expr) {
	switch {
	case p.is(tColonEqual):
		if p.try(func() { p.next(); p.expression() }) {
			p.errNode(e, "cannot use assignment expressions with %s", exprName(e))
		}
	case p.is(tEqual) && isBitwise(e):
		var right Expr
		at := p.i
		if !p.try(func() { p.next(); right = p.bitwiseOr() }) || p.is(tEqual) || p.is(tColonEqual) {
			p.seek(at)
			return
		}
		if n, ok := e.(*Name); ok && !n.Paren {
			p.errRange(n.Pos, right.Span().End, "invalid syntax. Maybe you meant '==' or ':=' instead of '='?")
		}
		switch e := e.(type) {
		case *List, *Tuple, *GeneratorExp:
		case *Constant:
			if e.Kind > FalseConst {
				p.diagEquals(e)
			}
		default:
			p.diagEquals(e)
		}
		p.seek(at)
	}
}

func (p *parser) diagEquals(e Expr) {
	p.errNode(e, "cannot assign to %s here. Maybe you meant '==' instead of '='?", exprName(e))
}

// isBitwise reports whether e is of the grammar's level bitwise_or or tighter.
func isBitwise(e Expr) bool {
	if Parenthesised(e) {
		return true
	}
	switch e := e.(type) {
	case *Compare, *BoolOp, *IfExp, *Lambda, *NamedExpr, *Starred, *Yield, *YieldFrom:
		return false
	case *UnaryOp:
		return e.Op != Not
	}
	return true
}

// expression parses a conditional expression, a lambda, or what is tighter.
func (p *parser) expression() Expr {
	p.enter()
	startTok := p.i
	start := p.t.start
	var e Expr
	if p.is(tLambda) {
		e = p.lambda()
	} else {
		e = p.disjunction()
		if p.diag {
			p.diagMissingComma(startTok, e)
		}
		if p.is(tIf) {
			e = p.conditional(start, e)
		}
		if p.diag {
			p.diagLegacy(startTok)
		}
	}
	p.leave()
	return e
}

// conditional parses the rest of body if test else orelse.
func (p *parser) conditional(start Position, body Expr) Expr {
	p.next()
	test := p.disjunction()
	if p.diag && !p.is(tElse) && !p.is(tColon) {
		p.errRange(body.Span().Pos, test.Span().End, "expected 'else' after 'if' expression")
	}
	p.expect(tElse)
	orelse := p.expression()
	return &IfExp{ExprBase: p.base(start, max(height(test), height(body), height(orelse))),
		Test: test, Body: body, Orelse: orelse}
}

// diagMissingComma looks for two expressions side by side inside brackets.
// The first, e, began at token startTok.
func (p *parser) diagMissingComma(startTok int, e Expr) {
	if !startsExpr(p.t.kind) {
		return
	}
	first := &p.toks[startTok]
	if first.kind == tName {
		if k := p.toks[startTok+1].kind; k == tString || k == tFStringStart {
			return
		}
		switch p.tokText(first) {
		case "match", "case", "type", "_":
			return
		}
	}
	at := p.i
	var next Expr
	if !p.tryQuiet(func() { next = p.expression() }) {
		return
	}
	level := p.toks[p.i-1].level
	p.seek(at)
	if level == 0 || p.isLegacy(e) {
		return
	}
	p.errRange(e.Span().Pos, next.Span().End, "invalid syntax. Perhaps you forgot a comma?")
}

func (p *parser) isLegacy(e Expr) bool {
	n, ok := e.(*Name)
	return ok && (n.Id == "print" || n.Id == "exec")
}

// diagLegacy looks for the print and exec statements of Python 2 at token
// startTok, and, as CPython does, for mistakes in an expression that begins
// with a string behind any name.
func (p *parser) diagLegacy(startTok int) {
	t := &p.toks[startTok]
	if t.kind != tName || p.toks[startTok+1].kind == tLpar {
		return
	}
	word := p.tokText(t)
	legacy := word == "print" || word == "exec"
	if !legacy && p.toks[startTok+1].kind != tString {
		return
	}
	// Once for each place, or nested ones take exponential time.
	if p.legacy[startTok] {
		return
	}
	if p.legacy == nil {
		p.legacy = map[int]bool{}
	}
	p.legacy[startTok] = true
	at := p.i
	p.seek(startTok + 1)
	var arg Expr
	if (startsExpr(p.t.kind) || p.is(tStar)) && p.try(func() { arg = p.starExpressions() }) && legacy {
		p.errRange(t.start, arg.Span().End, "Missing parentheses in call to '%s'. Did you mean %s(...)?", word, word)
	}
	p.seek(at)
}

// disjunction parses a or b or c.
func (p *parser) disjunction() Expr { return p.boolOp(tOr, Or, p.conjunction) }

// conjunction parses a and b and c.
func (p *parser) conjunction() Expr { return p.boolOp(tAnd, And, p.inversion) }

func (p *parser) boolOp(kind tokenKind, op BoolOperator, operand func() Expr) Expr {
	start := p.t.start
	first := operand()
	if !p.is(kind) {
		return first
	}
	values := []Expr{first}
	for p.accept(kind) {
		values = append(values, operand())
	}
	return &BoolOp{ExprBase: p.base(start, maxHeight(values)), Op: op, Values: values}
}

// inversion parses not a, or a comparison.
func (p *parser) inversion() Expr {
	if !p.is(tNot) {
		return p.comparison()
	}
	p.enter()
	start := p.t.start
	p.next()
	e := p.inversion()
	p.leave()
	return &UnaryOp{ExprBase: p.base(start, height(e)), Op: Not, Operand: e}
}

// comparison parses a < b == c ….
func (p *parser) comparison() Expr {
	start := p.t.start
	left := p.bitwiseOr()
	op, n := p.cmpOp()
	if n == 0 {
		return left
	}
	c := &Compare{Left: left}
	h := height(left)
	for n > 0 {
		c.Ops = append(c.Ops, op)
		c.OpPos = append(c.OpPos, p.t.start)
		for ; n > 0; n-- {
			p.next()
		}
		right := p.bitwiseOr()
		h = max(h, height(right))
		c.Comparators = append(c.Comparators, right)
		op, n = p.cmpOp()
	}
	c.ExprBase = p.base(start, h)
	return c
}

// cmpOp returns the comparison operator at the cursor and how many tokens it
// has; none if there is none.
func (p *parser) cmpOp() (CmpOperator, int) {
	switch p.t.kind {
	case tEqEqual:
		return Eq, 1
	case tNotEqual:
		return NotEq, 1
	case tLess:
		return Lt, 1
	case tLessEqual:
		return LtE, 1
	case tGreater:
		return Gt, 1
	case tGreaterEqual:
		return GtE, 1
	case tIn:
		return In, 1
	case tIs:
		if p.peek(1) == tNot {
			return IsNot, 2
		}
		return Is, 1
	case tNot:
		p.far = max(p.far, p.i+1)
		if p.peek(1) == tIn {
			return NotIn, 2
		}
	}
	return 0, 0
}

// binOps gives the precedence and the operator of each binary operator token.
var binOps = func() (m [tYield + 1]struct {
	prec int
	op   Operator
}) {
	for prec, ops := range []map[tokenKind]Operator{
		{tVbar: BitOr},
		{tCircumflex: BitXor},
		{tAmper: BitAnd},
		{tLshift: LShift, tRshift: RShift},
		{tPlus: Add, tMinus: Sub},
		{tStar: Mult, tSlash: Div, tDoubleSlash: FloorDiv, tPercent: Mod, tAt: MatMult},
	} {
		for k, op := range ops {
			m[k].prec, m[k].op = prec+1, op
		}
	}
	return m
}()

// bitwiseOr parses everything tighter than comparisons.
func (p *parser) bitwiseOr() Expr { return p.binary(1) }

// binary parses a chain of binary operators of at least the precedence prec.
func (p *parser) binary(prec int) Expr {
	start := p.t.start
	left := p.factor()
	for {
		b := &binOps[p.t.kind]
		if b.prec < prec || b.prec == 0 {
			return left
		}
		opPos := p.t.start
		p.next()
		if p.diag && b.prec >= binOps[tPlus].prec {
			p.diagNot(p.inversion)
		}
		right := p.binary(b.prec + 1)
		left = &BinOp{ExprBase: p.base(start, max(height(left), height(right))),
			Left: left, Op: b.op, OpPos: opPos, Right: right}
	}
}

// factor parses -a, +a, ~a, or a power.
func (p *parser) factor() Expr {
	p.enter()
	start := p.t.start
	var e Expr
	switch p.t.kind {
	case tMinus:
		e = p.unary(start, USub)
	case tPlus:
		e = p.unary(start, UAdd)
	case tTilde:
		e = p.unary(start, Invert)
	default:
		e = p.primary()
		if p.is(tDoubleStar) {
			opPos := p.t.start
			p.next()
			right := p.factor()
			e = &BinOp{ExprBase: p.base(start, max(height(e), height(right))), Left: e, Op: Pow, OpPos: opPos, Right: right}
		}
	}
	p.leave()
	return e
}

// diagNot looks for not behind an operator that binds tighter.
func (p *parser) diagNot(operand func() Expr) {
	if !p.is(tNot) {
		return
	}
	at, start := p.i, p.t.start
	var e Expr
	if p.try(func() { e = operand() }) {
		p.errRange(start, e.Span().End, "'not' after an operator must be parenthesized")
	}
	p.seek(at)
}

func (p *parser) unary(start Position, op UnaryOperator) Expr {
	p.next()
	if p.diag {
		p.diagNot(p.inversion)
	}
	e := p.factor()
	return &UnaryOp{ExprBase: p.base(start, height(e)), Op: op, Operand: e}
}

// lambda parses lambda params: body.
func (p *parser) lambda() Expr {
	kw := p.expect(tLambda)
	args := p.parameters(tColon)
	colon := p.t
	if p.diag && p.is(tColon) && p.peek(1) == tFStringMiddle {
		p.errRange(kw.start, colon.end, "f-string: lambda expressions are not allowed without parentheses")
	}
	p.force(tColon, ":")
	body := p.expression()
	h := height(body)
	for _, d := range args.Defaults {
		h = max(h, height(d))
	}
	for _, d := range args.KwDefaults {
		h = max(h, height(d))
	}
	return &Lambda{ExprBase: p.base(kw.start, h), Args: args, Body: body}
}

// yieldExpr parses yield [from] ….
func (p *parser) yieldExpr() Expr {
	start := p.expect(tYield).start
	if p.accept(tFrom) {
		e := p.expression()
		return &YieldFrom{ExprBase: p.base(start, height(e)), Value: e}
	}
	var e Expr
	if startsExpr(p.t.kind) || p.is(tStar) {
		e = p.starExpressions()
	}
	return &Yield{ExprBase: p.base(start, height(e)), Value: e}
}

// yieldOrStar parses what may stand to the right of an = sign.
func (p *parser) yieldOrStar() Expr {
	if p.is(tYield) {
		return p.yieldExpr()
	}
	return p.starExpressions()
}
