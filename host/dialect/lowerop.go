// This file lowers operators and comparisons.
//
// Starlark's operators raise where Python's work on bool (True + 1), and its
// comparisons answer without asking where the operands' Go types differ. So an
// operand that may be a bool gets the adaptor $num before it, and a comparison
// whose operands are not both certain goes through an adaptor as well.

package dialect

import (
	"math/big"

	"go.starlark.net/syntax"
)

var opTokens = map[Operator]syntax.Token{
	Add: syntax.PLUS, Sub: syntax.MINUS, Mult: syntax.STAR, Div: syntax.SLASH, FloorDiv: syntax.SLASHSLASH,
	Mod: syntax.PERCENT, BitAnd: syntax.AMP, BitOr: syntax.PIPE, BitXor: syntax.CIRCUMFLEX,
	LShift: syntax.LTLT, RShift: syntax.GTGT,
}

// num puts $num before x, the lowered e, if it may be a bool.
func (l *lowerer) num(e Expr, x syntax.Expr) syntax.Expr {
	if !l.kindOf(l.s, e).may(kindBool) {
		return x
	}
	// $num[$sub[a][b]] is $subnum[a][b].
	if s, ok := e.(*Subscript); ok {
		if outer, ok := x.(*syntax.IndexExpr); ok && !l.plainItem(s) {
			if inner, ok := outer.X.(*syntax.IndexExpr); ok {
				if id, ok := inner.X.(*syntax.Ident); ok && id.Name == "$sub" {
					inner.X = l.helper("subnum", s.Lbrack)
					return x
				}
			}
		}
	}
	return l.adapt(e.Span().Pos, "num", x)
}

// smallInt reports whether e is a literal that is a sane shift count.
func (l *lowerer) smallInt(e Expr) bool {
	k, ok := e.(*Constant)
	return ok && k.Kind == IntConst && k.Big == nil && k.Int >= 0 && k.Int < 64
}

func (l *lowerer) binOp(e *BinOp) syntax.Expr {
	at := e.OpPos
	r := e.Span()
	l.rangeAt(at, ErrorRange{Start: r.Pos, End: r.End, Anchor: at, AnchorEnd: Position{at.Line, at.Col + int32(len(e.Op.String()))}})
	if x := l.fold(e); x != nil {
		return x
	}
	a, b := l.kindOf(l.s, e.Left), l.kindOf(l.s, e.Right)
	switch e.Op {
	case Pow:
		if n, ok := e.Left.(*Name); ok && a.is(kindNum) && isConst(e.Right, IntConst) {
			if k := e.Right.(*Constant); k.Big == nil && k.Int == 2 {
				return l.binary(l.expr(n), syntax.STAR, l.expr(n), at)
			}
		}
		return l.callHelper(at, "pow", l.expr(e.Left), l.expr(e.Right))
	case MatMult:
		return l.callHelper(at, "matmul", l.expr(e.Left), l.expr(e.Right))
	case LShift:
		if !l.smallInt(e.Right) {
			return l.callHelper(at, "lshift", l.expr(e.Left), l.expr(e.Right))
		}
	case RShift:
		if !b.is(kindInt) {
			return l.callHelper(at, "rshift", l.expr(e.Left), l.expr(e.Right))
		}
	case Mod:
		if a.is(kindStr) {
			return l.callHelper(at, "format", l.expr(e.Left), l.expr(e.Right))
		}
		return l.floored(e, a, b)
	case FloorDiv:
		return l.floored(e, a, b)
	case BitAnd, BitOr, BitXor:
		x, y := l.expr(e.Left), l.expr(e.Right)
		if a.may(kindBool) {
			x = l.adapt(e.Left.Span().Pos, "bit", x)
		}
		if b.may(kindBool) {
			y = l.adapt(e.Right.Span().Pos, "bit", y)
		}
		return l.binary(x, opTokens[e.Op], y, at)
	}
	x, y := l.expr(e.Left), l.expr(e.Right)
	if e.Op == Add && (a.is(kindStr) || a.is(kindTuple) || a.is(kindList)) {
		// A bool on the right is an error all the same.
		return l.binary(x, syntax.PLUS, y, at)
	}
	if e.Op == Div && !a.is(kindFloat) && !b.is(kindFloat) {
		return l.binary(l.dividend(e.Left, x), syntax.SLASH, l.dividend(e.Right, y), at)
	}
	x = l.num(e.Left, x)
	if !(e.Op == Add && (b.is(kindStr) || b.is(kindTuple) || b.is(kindList))) {
		y = l.num(e.Right, y)
	}
	return l.binary(x, opTokens[e.Op], y, at)
}

// dividend adapts an operand of /, which Starlark cannot divide if it is an int
// beyond the floats.
func (l *lowerer) dividend(e Expr, x syntax.Expr) syntax.Expr {
	if l.smallInt(e) {
		return x
	}
	return l.adapt(e.Span().Pos, "quo", x)
}

// floored lowers // and %. Starlark's own are right for ints only: Python has
// other ideas of signed zeros and infinities, and % formats text.
func (l *lowerer) floored(e *BinOp, a, b kind) syntax.Expr {
	x, y := l.expr(e.Left), l.expr(e.Right)
	if !a.is(kindInt) {
		x = l.adapt(e.OpPos, "mod", x)
	}
	if !b.is(kindInt) {
		y = l.adapt(e.Right.Span().Pos, "rnum", y)
	}
	return l.binary(x, opTokens[e.Op], y, e.OpPos)
}

// fold computes what can be computed now: powers of small literals.
func (l *lowerer) fold(e *BinOp) syntax.Expr {
	a, ok := e.Left.(*Constant)
	b, ok2 := e.Right.(*Constant)
	if !ok || !ok2 || a.Kind != IntConst || b.Kind != IntConst || a.Big != nil || b.Big != nil {
		return nil
	}
	if e.Op == Pow && b.Int >= 0 && b.Int <= 64 && a.Int >= -1000 && a.Int <= 1000 {
		n := new(big.Int).Exp(big.NewInt(a.Int), big.NewInt(b.Int), nil)
		if n.IsInt64() {
			return l.intLit(n.Int64(), e.OpPos)
		}
		return l.bigLit(n, e.OpPos)
	}
	return nil
}

func (l *lowerer) unaryOp(e *UnaryOp) syntax.Expr {
	at := e.Span().Pos
	l.mark(at, e)
	if e.Op == Not {
		return l.unary(syntax.NOT, l.cond(e.Operand), at)
	}
	if k, ok := e.Operand.(*Constant); ok && e.Op == USub {
		switch {
		case k.Kind == IntConst && k.Big != nil:
			return l.bigLit(new(big.Int).Neg(k.Big), at)
		case k.Kind == IntConst:
			return l.intLit(-k.Int, at)
		case k.Kind == FloatConst && k.Float != 0:
			return l.floatLit(-k.Float, at)
		}
	}
	x := l.num(e.Operand, l.expr(e.Operand))
	switch e.Op {
	case USub:
		return l.unary(syntax.MINUS, x, at)
	case UAdd:
		return l.unary(syntax.PLUS, x, at)
	}
	return l.unary(syntax.TILDE, x, at)
}

func (l *lowerer) boolOp(e *BoolOp, cond bool) syntax.Expr {
	op := syntax.AND
	if e.Op == Or {
		op = syntax.OR
	}
	part := l.expr
	if cond {
		part = l.cond
	}
	x := part(e.Values[0])
	for _, v := range e.Values[1:] {
		x = l.binary(x, op, part(v), v.Span().Pos)
	}
	return x
}

// cond lowers an expression of which only the truth is wanted.
func (l *lowerer) cond(e Expr) syntax.Expr {
	switch e := e.(type) {
	case *BoolOp:
		return l.boolOp(e, true)
	case *UnaryOp:
		if e.Op == Not {
			return l.unary(syntax.NOT, l.cond(e.Operand), e.Span().Pos)
		}
	case *Compare:
		return l.compareExpr(e, true)
	}
	return l.expr(e)
}

// Comparisons.

var cmpTokens = map[CmpOperator]syntax.Token{
	Eq: syntax.EQL, NotEq: syntax.NEQ, Lt: syntax.LT, LtE: syntax.LE, Gt: syntax.GT, GtE: syntax.GE,
}

var cmpHelpers = map[CmpOperator]string{Eq: "eq", NotEq: "ne", Lt: "lt", LtE: "le", Gt: "gt", GtE: "ge"}

var flipped = map[CmpOperator]syntax.Token{
	Eq: syntax.EQL, NotEq: syntax.NEQ, Lt: syntax.GT, LtE: syntax.GE, Gt: syntax.LT, GtE: syntax.LE,
}

// An operand is one side of a comparison.
type operand struct {
	e Expr
	k kind
	x func() syntax.Expr
}

func (l *lowerer) operand(e Expr) operand {
	return operand{e, l.kindOf(l.s, e), func() syntax.Expr { return l.expr(e) }}
}

func (l *lowerer) compareExpr(e *Compare, cond bool) syntax.Expr {
	for i := range e.Ops {
		l.mark(e.OpPos[i], e) // all of a chain, as CPython underlines it
	}
	if len(e.Ops) == 1 {
		return l.compare(e.Ops[0], l.operand(e.Left), l.operand(e.Comparators[0]), e.OpPos[0], cond)
	}
	// a < b < c: b is evaluated once.
	repeat := true
	for _, c := range e.Comparators[:len(e.Comparators)-1] {
		repeat = repeat && simple(c)
	}
	if repeat {
		left := l.operand(e.Left)
		var x syntax.Expr
		for i, c := range e.Comparators {
			right := l.operand(c)
			y := l.compare(e.Ops[i], left, right, e.OpPos[i], cond)
			if x == nil {
				x = y
			} else {
				x = l.binary(x, syntax.AND, y, e.OpPos[i])
			}
			left = right
		}
		return x
	}
	return l.chain(e, 0, l.operand(e.Left), cond)
}

// chain lowers the comparisons from i on: [left < $t and … for $t in (b,)][0].
func (l *lowerer) chain(e *Compare, i int, left operand, cond bool) syntax.Expr {
	at := e.OpPos[i]
	right := l.operand(e.Comparators[i])
	if i == len(e.Ops)-1 {
		return l.compare(e.Ops[i], left, right, at, cond)
	}
	if simple(e.Comparators[i]) {
		return l.binary(l.compare(e.Ops[i], left, right, at, cond), syntax.AND, l.chain(e, i+1, right, cond), at)
	}
	named := func(o operand) (operand, string) {
		name := l.temp()
		return operand{nil, o.k, func() syntax.Expr { return l.ident(name, at) }}, name
	}
	var vars, values []syntax.Expr
	if !simple2(left.e) {
		held, name := named(left)
		vars, values = append(vars, l.ident(name, at)), append(values, left.x())
		left = held
	}
	held, name := named(right)
	vars, values = append(vars, l.ident(name, at)), append(values, right.x())
	body := l.binary(l.compare(e.Ops[i], left, held, at, cond), syntax.AND, l.chain(e, i+1, held, cond), at)
	return l.let(at, vars, values, body)
}

// simple2 is simple, for the operand of a chain that may have been evaluated
// already.
func simple2(e Expr) bool { return e == nil || simple(e) }

// let lowers body with vars bound to values, as an expression.
func (l *lowerer) let(at Position, vars, values []syntax.Expr, body syntax.Expr) syntax.Expr {
	p := l.pos(at)
	var v, x syntax.Expr
	if len(vars) == 1 {
		v, x = vars[0], l.tuple(at, values[0])
	} else {
		v, x = l.tuple(at, vars...), l.tuple(at, l.tuple(at, values...))
	}
	comp := &syntax.Comprehension{Lbrack: p, Rbrack: p, Body: body,
		Clauses: []syntax.Node{&syntax.ForClause{For: p, Vars: v, In: p, X: x}}}
	return l.index(comp, l.intLit(0, at), at)
}

// compare lowers one comparison. cond tells that only the truth of its result is
// wanted; otherwise an object's own method may give any value.
func (l *lowerer) compare(op CmpOperator, a, b operand, at Position, cond bool) syntax.Expr {
	switch op {
	case Is, IsNot:
		return l.identity(op, a, b, at)
	case In, NotIn:
		return l.membership(op, a, b, at)
	}
	tok := cmpTokens[op]
	eq := op == Eq || op == NotEq
	native := func() syntax.Expr { return l.binary(a.x(), tok, b.x(), at) }
	scalar := kindInt | kindStr | kindNone
	switch {
	case a.k.is(kindInt) && b.k.is(kindInt), a.k.is(kindStr) && b.k.is(kindStr):
		return native()
	case eq && a.k.is(scalar) && b.k.is(scalar):
		return native()
	case a.k.is(kindNum) && b.k.is(kindNum):
		return l.floatCompare(op, a, b, at)
	}
	if !cond && (a.k.may(kindOther) || b.k.may(kindOther)) {
		return l.index(l.adapt(at, cmpHelpers[op], a.x()), b.x(), at)
	}
	// One side is certain: an adaptor before the other side suffices.
	for _, c := range []struct {
		k    kind
		name string
	}{{kindInt, "cmpint"}, {kindStr, "cmpstr"}, {kindFloat, "cmpfloat"}} {
		isNaN := c.k == kindFloat && !(b.e != nil && isConst(b.e, FloatConst))
		if b.k.is(c.k) && !isNaN {
			return l.binary(l.adapt(at, c.name, a.x()), tok, b.x(), at)
		}
		if a.k.is(c.k) && c.k != kindFloat && simple2(a.e) && simple2(b.e) {
			return l.binary(l.adapt(at, c.name+"r", b.x()), flipped[op], a.x(), at)
		}
	}
	return l.index(l.adapt(at, cmpHelpers[op], a.x()), b.x(), at)
}

// floatCompare lowers a comparison of numbers of which one may be a NaN.
// Starlark orders NaN after everything and equal to itself; Python says false to
// all but !=.
func (l *lowerer) floatCompare(op CmpOperator, a, b operand, at Position) syntax.Expr {
	x, y := a.x(), b.x()
	constant := func(o operand) bool {
		return o.k.is(kindInt) || o.e != nil && isConst(o.e, FloatConst)
	}
	switch op {
	case Eq, NotEq:
		if !constant(a) && !constant(b) {
			x = l.adapt(at, "nan", x)
		}
	case Lt, LtE: // wrong only if the right side is a NaN
		if !constant(b) {
			y = l.adapt(at, "nanlow", y)
		}
	default: // wrong only if the left side is
		if !constant(a) {
			x = l.adapt(at, "nanlow", x)
		}
	}
	return l.binary(x, cmpTokens[op], y, at)
}

func isSingleton(e Expr) bool {
	c, ok := e.(*Constant)
	return ok && (c.Kind == NoneConst || c.Kind == TrueConst || c.Kind == FalseConst || c.Kind == EllipsisConst)
}

// identity lowers is and is not. Starlark's == on None, True and False asks for
// the same type first, so it answers for identity.
func (l *lowerer) identity(op CmpOperator, a, b operand, at Position) syntax.Expr {
	if a.e != nil && isSingleton(a.e) || b.e != nil && isSingleton(b.e) {
		tok := syntax.EQL
		if op == IsNot {
			tok = syntax.NEQ
		}
		return l.binary(a.x(), tok, b.x(), at)
	}
	x := syntax.Expr(l.callHelper(at, "is", a.x(), b.x()))
	if op == IsNot {
		x = l.unary(syntax.NOT, x, at)
	}
	return x
}

func (l *lowerer) membership(op CmpOperator, a, b operand, at Position) syntax.Expr {
	tok := syntax.IN
	if op == NotIn {
		tok = syntax.NOT_IN
	}
	x := a.x()
	if b.e != nil {
		if name := l.constContainer(b.e); name != "" {
			return l.binary(x, tok, l.ident(name, at), at)
		}
	}
	if a.k.is(kindStr) && (b.k.is(kindStr) || b.k.is(kindDict) || b.k.is(kindSet)) {
		return l.binary(x, tok, b.x(), at)
	}
	return l.binary(x, tok, l.adapt(at, "in", b.x()), at)
}
