// This file defines assignment targets: which expressions may be assigned to
// or deleted, and what is said about the others.

package dialect

// A targetKind is where a target stands.
type targetKind uint8

const (
	assignTarget targetKind = iota
	deleteTarget
	loopTarget
)

// setContext makes e, a valid target, a target.
func setContext(e Expr, ctx ExprContext) {
	switch e := e.(type) {
	case *Name:
		e.Ctx = ctx
	case *Attribute:
		e.Ctx = ctx
	case *Subscript:
		e.Ctx = ctx
	case *Starred:
		e.Ctx = ctx
		setContext(e.Value, ctx)
	case *List:
		e.Ctx = ctx
		for _, elt := range e.Elts {
			setContext(elt, ctx)
		}
	case *Tuple:
		e.Ctx = ctx
		for _, elt := range e.Elts {
			setContext(elt, ctx)
		}
	}
}

// invalidTarget returns the first part of e that cannot be a target, or nil.
func invalidTarget(e Expr, kind targetKind) Expr {
	switch e := e.(type) {
	case *Name, *Attribute, *Subscript:
		return nil
	case *List:
		return invalidAmong(e.Elts, kind)
	case *Tuple:
		return invalidAmong(e.Elts, kind)
	case *Starred:
		if kind == deleteTarget {
			return e
		}
		if _, twice := e.Value.(*Starred); twice {
			return e.Value
		}
		return invalidTarget(e.Value, kind)
	case *Compare:
		if kind == loopTarget {
			if e.Ops[0] == In {
				return invalidTarget(e.Left, kind)
			}
			return nil
		}
	}
	return e
}

func invalidAmong(list []Expr, kind targetKind) Expr {
	for _, e := range list {
		if bad := invalidTarget(e, kind); bad != nil {
			return bad
		}
	}
	return nil
}

// isSingleTarget reports whether e can be annotated or augmented.
func isSingleTarget(e Expr) bool {
	switch e.(type) {
	case *Name, *Attribute, *Subscript:
		return true
	}
	return false
}

// diagTarget raises an error if e is no target.
func (p *parser) diagTarget(e Expr, kind targetKind) {
	bad := invalidTarget(e, kind)
	if bad == nil {
		return
	}
	verb := "assign to"
	if kind == deleteTarget {
		verb = "delete"
	}
	p.errNode(bad, "cannot %s %s", verb, exprName(bad))
}

// forTarget parses what stands between for and in. In a comprehension, a
// missing in has words of its own.
func (p *parser) forTarget(comprehension bool) Expr {
	at := p.i
	if p.diag && p.is(tNot) {
		p.try(func() { p.diagTarget(p.starExpressions(), loopTarget) })
		p.fail()
	}
	e := p.tupleOf(func() Expr {
		if p.is(tStar) {
			return p.starred(p.targetPart)
		}
		return p.targetPart()
	})
	bad := invalidTarget(e, loopTarget) != nil
	if p.diag && (bad || !p.is(tIn)) {
		if comprehension && !p.is(tIn) {
			p.errLast(PlainSyntaxError, "'in' expected after for-loop variables")
		}
		end := p.i
		p.seek(at)
		p.try(func() { p.diagTarget(p.starExpressions(), loopTarget) })
		p.seek(end)
	}
	if bad {
		p.fail()
	}
	setContext(e, Store)
	return e
}

// targetPart parses an expression that should be a target. In the first pass
// it takes no more than a target can be, so that a failure is placed right.
func (p *parser) targetPart() Expr {
	if p.diag {
		return p.bitwiseOr()
	}
	return p.primary()
}

// exprName says what e is, for messages.
func exprName(e Expr) string {
	switch e := e.(type) {
	case *Attribute:
		return "attribute"
	case *Subscript:
		return "subscript"
	case *Starred:
		return "starred"
	case *Name:
		return "name"
	case *List:
		return "list"
	case *Tuple:
		return "tuple"
	case *Lambda:
		return "lambda"
	case *Call:
		return "function call"
	case *BoolOp, *BinOp, *UnaryOp:
		return "expression"
	case *GeneratorExp:
		return "generator expression"
	case *Yield, *YieldFrom:
		return "yield expression"
	case *ListComp:
		return "list comprehension"
	case *SetComp:
		return "set comprehension"
	case *DictComp:
		return "dict comprehension"
	case *Dict:
		return "dict literal"
	case *Set:
		return "set display"
	case *JoinedStr, *FormattedValue:
		return "f-string expression"
	case *Constant:
		switch e.Kind {
		case NoneConst:
			return "None"
		case TrueConst:
			return "True"
		case FalseConst:
			return "False"
		case EllipsisConst:
			return "ellipsis"
		}
		return "literal"
	case *Compare:
		return "comparison"
	case *IfExp:
		return "conditional expression"
	case *NamedExpr:
		return "named expression"
	}
	return "expression"
}
