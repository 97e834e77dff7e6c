// This file defines the parsing of parameters of functions and lambdas, and of
// type parameters.

package dialect

// parameters parses parameters up to, and without, the closing token: a
// parenthesis for def, a colon for lambda (which has no annotations).
func (p *parser) parameters(closing tokenKind) *Arguments {
	a := &Arguments{}
	start := p.t.start
	ps := &paramState{parser: p, a: a, closing: closing}
	for !p.is(closing) {
		ps.parameter()
		if !p.is(tComma) {
			break
		}
		p.next()
	}
	if !p.is(closing) {
		p.fail()
	}
	if ps.bareStar != nil && len(a.Kwonlyargs) == 0 {
		p.fail()
	}
	if p.toks[p.i-1].start.Before(start) {
		return a
	}
	a.Range = Range{start, p.prevEnd()}
	return a
}

// A paramState is the state of parsing one list of parameters.
type paramState struct {
	*parser
	a        *Arguments
	closing  tokenKind
	slash    bool
	star     bool   // * or *args was seen
	bareStar *token // the * without a name
	kwarg    bool   // **kw was seen
}

// parameter parses one entry of the list.
func (p *paramState) parameter() {
	t := p.t
	if p.kwarg {
		switch t.kind {
		case tName, tStar, tDoubleStar, tSlash:
			p.complain(t, "arguments cannot follow var-keyword argument")
		}
		p.fail()
	}
	switch t.kind {
	case tSlash:
		p.slashMark()
	case tStar:
		p.starParam()
	case tDoubleStar:
		p.next()
		p.a.Kwarg = p.arg(false)
		if p.is(tEqual) {
			p.complain(p.t, "var-keyword argument cannot have default value")
			p.fail()
		}
		p.kwarg = true
	case tLpar:
		p.parenthesized()
	default:
		p.plain()
	}
}

// complain raises an error at t in the second pass.
func (p *paramState) complain(t *token, msg string) {
	if p.diag {
		p.errTok(t, "%s", msg)
	}
}

func (p *paramState) slashMark() {
	t := p.t
	switch {
	case p.slash:
		p.complain(t, "/ may appear only once")
		p.fail()
	case p.star:
		p.complain(t, "/ must be ahead of *")
		p.fail()
	case len(p.a.Args) == 0:
		if p.peek(1) == tComma {
			p.complain(t, "at least one argument must precede /")
		}
		p.fail()
	}
	p.slash = true
	p.a.Posonlyargs, p.a.Args = p.a.Args, nil
	p.next()
	if p.is(tStar) {
		p.complain(p.t, "expected comma between / and *")
	}
}

func (p *paramState) starParam() {
	t := p.t
	if p.star {
		p.complain(t, "* argument may appear only once")
		p.fail()
	}
	p.star = true
	p.next()
	switch p.t.kind {
	case tName:
		p.a.Vararg = p.arg(true)
		if p.is(tEqual) {
			p.complain(p.t, "var-positional argument cannot have default value")
			p.fail()
		}
	case tComma:
		p.bareStar = t
		if k := p.peek(1); k == p.closing || k == tDoubleStar {
			p.bareStarAlone(t)
		}
	case p.closing:
		p.bareStarAlone(t)
	default:
		p.fail()
	}
}

func (p *paramState) bareStarAlone(t *token) {
	if p.diag && p.closing == tColon {
		if p.is(tComma) {
			p.far = max(p.far, p.i+1)
		}
		p.errLast(PlainSyntaxError, "named arguments must follow bare *")
	}
	p.complain(t, "named arguments must follow bare *")
	p.fail()
}

// plain parses a parameter with a name and perhaps a default.
func (p *paramState) plain() {
	t := p.t
	arg := p.arg(false)
	var def Expr
	if p.is(tEqual) {
		equal := p.t
		p.next()
		if p.is(p.closing) || p.is(tComma) {
			p.complain(equal, "expected default value expression")
		}
		def = p.expression()
	}
	if p.star {
		p.a.Kwonlyargs = append(p.a.Kwonlyargs, arg)
		p.a.KwDefaults = append(p.a.KwDefaults, def)
		return
	}
	p.a.Args = append(p.a.Args, arg)
	if def != nil {
		p.a.Defaults = append(p.a.Defaults, def)
	} else if len(p.a.Defaults) > 0 && (p.is(tComma) || p.is(p.closing)) {
		if p.diag {
			p.errRange(t.start, arg.End, "parameter without a default follows parameter with a default")
		}
		p.fail()
	} else if len(p.a.Defaults) > 0 {
		p.fail()
	}
}

// arg parses the name and the annotation of a parameter.
func (p *paramState) arg(star bool) *Arg {
	start := p.t.start
	a := &Arg{Arg: p.name()}
	if p.closing == tRpar && p.accept(tColon) {
		if star && p.is(tStar) {
			a.Annotation = p.starExpression()
		} else {
			a.Annotation = p.expression()
		}
	}
	a.Range = Range{start, p.prevEnd()}
	return a
}

// parenthesized looks for Python 2's def f(a, (b, c)).
func (p *paramState) parenthesized() {
	open := p.t
	if p.diag && len(p.a.Defaults) == 0 && !p.star {
		at := p.i
		p.next()
		n := 0
		for p.accept(tName) {
			n++
			if !p.accept(tComma) {
				break
			}
		}
		if n > 0 && p.is(tRpar) {
			what := "Function parameters"
			if p.closing == tColon {
				what = "Lambda expression parameters"
			}
			p.errRange(open.start, p.t.end, "%s cannot be parenthesized", what)
		}
		p.seek(at)
	}
	p.fail()
}

// typeParams parses [T, *Ts, **P], if it is there.
func (p *parser) typeParams() []TypeParam {
	if !p.accept(tLsqb) {
		return nil
	}
	if p.is(tRsqb) && p.diag {
		p.errFrom(p.t.start, "Type parameter list cannot be empty")
	}
	var list []TypeParam
	for {
		list = append(list, p.typeParam())
		if !p.accept(tComma) || p.is(tRsqb) {
			break
		}
	}
	p.expect(tRsqb)
	return list
}

func (p *parser) typeParam() TypeParam {
	start := p.t.start
	switch p.t.kind {
	case tStar:
		p.next()
		n := &TypeVarTuple{Name: p.name()}
		p.noBound("TypeVarTuple")
		if p.accept(tEqual) {
			n.DefaultValue = p.starExpression()
		}
		n.Range = Range{start, p.prevEnd()}
		return n
	case tDoubleStar:
		p.next()
		n := &ParamSpec{Name: p.name()}
		p.noBound("ParamSpec")
		if p.accept(tEqual) {
			n.DefaultValue = p.expression()
		}
		n.Range = Range{start, p.prevEnd()}
		return n
	}
	n := &TypeVar{Name: p.name()}
	if p.accept(tColon) {
		n.Bound = p.expression()
	}
	if p.accept(tEqual) {
		n.DefaultValue = p.expression()
	}
	n.Range = Range{start, p.prevEnd()}
	return n
}

// noBound complains about a bound where none is allowed.
func (p *parser) noBound(kind string) {
	if !p.diag || !p.is(tColon) {
		return
	}
	colon := p.t
	p.try(func() {
		p.next()
		what := "bound"
		if _, ok := p.expression().(*Tuple); ok {
			what = "constraints"
		}
		p.errFrom(colon.start, "cannot use %s with %s", what, kind)
	})
}
