// This file lowers expressions, except operators, calls and comprehensions.

package dialect

import (
	"fmt"
	"strings"

	"go.starlark.net/syntax"
)

func (l *lowerer) expr(e Expr) syntax.Expr {
	at := e.Span().Pos
	switch e := e.(type) {
	case *Name:
		l.mark(at, e)
		return l.load(e.Id, at)
	case *Constant:
		return l.constant(e)
	case *BinOp:
		return l.binOp(e)
	case *UnaryOp:
		return l.unaryOp(e)
	case *BoolOp:
		return l.boolOp(e, false)
	case *Compare:
		return l.compareExpr(e, false)
	case *Call:
		return l.callExpr(e)
	case *Attribute:
		return l.attribute(e, false)
	case *Subscript:
		return l.subscript(e)
	case *IfExp:
		return &syntax.CondExpr{If: l.pos(e.Test.Span().Pos), Cond: l.cond(e.Test), True: l.expr(e.Body),
			ElsePos: l.pos(e.Orelse.Span().Pos), False: l.expr(e.Orelse)}
	case *NamedExpr:
		if l.scopes.hoisted[e] {
			return l.load(e.Target.Id, at) // assigned before the statement
		}
		return l.walrus(e.Target.Id, l.expr(e.Value), at)
	case *JoinedStr:
		return l.fstring(e)
	case *Tuple:
		return l.tupleDisplay(e)
	case *List:
		if starred(e.Elts) >= 0 {
			return l.spread(at, "list", e.Elts)
		}
		return l.list(at, l.exprs(e.Elts)...)
	case *Set:
		return l.spread(at, "set", e.Elts)
	case *Dict:
		return l.dictDisplay(e)
	case *Lambda:
		return l.lambda(e)
	case *ListComp, *SetComp, *DictComp, *GeneratorExp:
		return l.comprehension(e)
	case *Yield:
		l.mark(at, e)
		if e.Value == nil {
			return l.call(at, l.ident("$y", at), l.none(at))
		}
		return l.call(at, l.ident("$y", at), l.expr(e.Value))
	case *YieldFrom:
		l.mark(at, e)
		return l.callHelper(at, "yieldfrom", l.ident("$y", at), l.expr(e.Value))
	case *Slice:
		return l.key(e)
	case *Starred:
		panic(lowerError{at, "can't use starred expression here"})
	}
	panic(lowerError{at, fmt.Sprintf("unknown expression %T", e)})
}

func (l *lowerer) exprs(list []Expr) []syntax.Expr {
	out := make([]syntax.Expr, len(list))
	for i, e := range list {
		out[i] = l.expr(e)
	}
	return out
}

func (l *lowerer) constant(e *Constant) syntax.Expr {
	at := e.Span().Pos
	switch e.Kind {
	case NoneConst:
		return l.none(at)
	case TrueConst:
		return l.truth(true, at)
	case FalseConst:
		return l.truth(false, at)
	case IntConst:
		if e.Big != nil {
			return l.bigLit(e.Big, at)
		}
		return l.intLit(e.Int, at)
	case FloatConst:
		return l.floatLit(e.Float, at)
	case StrConst:
		return l.strLit(e.Str, at)
	case EllipsisConst:
		return l.helper("Ellipsis", at)
	case ImagConst:
		top := Position{1, 1}
		return l.ident(l.make("k", fmt.Sprintf("j%v", e.Float), func() syntax.Expr {
			return l.callHelper(top, "complex", l.floatLit(e.Float, top))
		}), at)
	}
	top := Position{1, 1}
	return l.ident(l.make("k", "b"+e.Str, func() syntax.Expr {
		return l.callHelper(top, "bytes", l.strLit(e.Str, top))
	}), at)
}

// constKey returns a key that identifies the constant e, for tuples and sets of
// constants that the prelude makes once.
func constKey(e Expr) (string, bool) {
	switch e := e.(type) {
	case *Constant:
		switch e.Kind {
		case IntConst:
			if e.Big != nil {
				return "i" + e.Big.String(), true
			}
			return fmt.Sprintf("i%d", e.Int), true
		case FloatConst:
			return fmt.Sprintf("f%x", e.Float), true
		case ImagConst:
			return fmt.Sprintf("j%x", e.Float), true
		case StrConst, BytesConst:
			return fmt.Sprintf("%d:%d:%s", e.Kind, len(e.Str), e.Str), true
		}
		return fmt.Sprintf("c%d", e.Kind), true
	case *UnaryOp:
		if k, ok := e.Operand.(*Constant); ok && e.Op == USub && (k.Kind == IntConst || k.Kind == FloatConst) {
			key, _ := constKey(k)
			return "-" + key, true
		}
	case *Tuple:
		key, ok := constKeys(e.Elts)
		return "(" + key + ")", ok
	}
	return "", false
}

func constKeys(list []Expr) (string, bool) {
	var b strings.Builder
	for _, e := range list {
		k, ok := constKey(e)
		if !ok {
			return "", false
		}
		b.WriteString(k)
		b.WriteByte(',')
	}
	return b.String(), true
}

func (l *lowerer) tupleDisplay(e *Tuple) syntax.Expr {
	at := e.Span().Pos
	if starred(e.Elts) >= 0 {
		return l.spread(at, "tuple", e.Elts)
	}
	if len(e.Elts) > 1 {
		if key, ok := constKeys(e.Elts); ok {
			return l.ident(l.make("k", "("+key+")", func() syntax.Expr { return l.tuple(Position{1, 1}, l.exprs(e.Elts)...) }), at)
		}
	}
	return l.tuple(at, l.exprs(e.Elts)...)
}

// constContainer returns the prelude's name for a display of constants as the
// right operand of in, or "".
func (l *lowerer) constContainer(e Expr) string {
	var elts []Expr
	kind := "in"
	switch e := e.(type) {
	case *Tuple:
		elts = e.Elts
	case *List:
		elts = e.Elts
	case *Set:
		elts, kind = e.Elts, "inset"
	default:
		return ""
	}
	key, ok := constKeys(elts)
	if !ok || len(elts) == 0 {
		return ""
	}
	return l.make("k", kind+key, func() syntax.Expr {
		at := Position{1, 1}
		var x syntax.Expr = l.tuple(at, l.exprs(elts)...)
		if kind == "inset" {
			x = l.callHelper(at, "set", l.exprs(elts)...)
		}
		return l.adapt(at, "in", x)
	})
}

// spread calls the helper that makes a list, tuple or set of the elements, of
// which some may be starred.
func (l *lowerer) spread(at Position, helper string, elts []Expr) syntax.Expr {
	l.rangeAt(at, ErrorRange{Start: at, End: at})
	args := make([]syntax.Expr, len(elts))
	for i, e := range elts {
		s, ok := e.(*Starred)
		if !ok {
			args[i] = l.expr(e)
			continue
		}
		pos := s.Span().Pos
		l.mark(pos, s.Value)
		args[i] = l.callHelper(pos, "spread", l.expr(s.Value))
		if helper == "set" {
			args[i] = l.callHelper(pos, "spread", l.expr(s.Value), l.intLit(1, pos)) // words its error differently
		}
	}
	return l.manyArgs(at, helper, args)
}

// manyArgs calls a helper with any number of arguments.
func (l *lowerer) manyArgs(at Position, helper string, args []syntax.Expr) syntax.Expr {
	if len(args) > 250 {
		all := l.list(at, args...)
		args = []syntax.Expr{&syntax.UnaryExpr{OpPos: l.pos(at), Op: syntax.STAR, X: all}}
	}
	return l.callHelper(at, helper, args...)
}

func (l *lowerer) dictDisplay(e *Dict) syntax.Expr {
	at := e.Span().Pos
	native := true
	seen := make(map[string]bool)
	for _, k := range e.Keys {
		if k == nil {
			native = false
			break
		}
		c, ok := k.(*Constant)
		key, _ := constKey(k)
		if len(e.Keys) > 1 && (!ok || c.Kind != StrConst && c.Kind != IntConst || seen[key]) {
			native = false
			break
		}
		seen[key] = true
	}
	if native {
		p := l.pos(at)
		d := &syntax.DictExpr{Lbrace: p, Rbrace: p}
		for i, k := range e.Keys {
			pos := k.Span().Pos
			d.List = append(d.List, &syntax.DictEntry{Key: l.dictKey(k), Colon: l.pos(pos), Value: l.expr(e.Values[i])})
		}
		return d
	}
	// Later entries replace earlier ones, which a Starlark display refuses.
	l.mark(at, e)
	var args []syntax.Expr
	for i, k := range e.Keys {
		if k == nil {
			pos := e.Values[i].Span().Pos
			args = append(args, l.callHelper(pos, "spreaddict", l.expr(e.Values[i])))
			continue
		}
		args = append(args, l.expr(k), l.expr(e.Values[i]))
	}
	return l.manyArgs(at, "dict", args)
}

// dictKey lowers the key of a dict that go.starlark.net makes.
func (l *lowerer) dictKey(k Expr) syntax.Expr {
	if _, constant := k.(*Constant); constant || !l.kindOf(l.s, k).may(kindTuple) {
		return l.expr(k)
	}
	return l.adapt(k.Span().Pos, "key", l.expr(k))
}

// safeMethods are the methods that Starlark's own types have with Python's
// meaning.
var safeMethods = map[string]bool{"append": true, "add": true}

// attribute lowers e; called tells that the attribute is called at once.
func (l *lowerer) attribute(e *Attribute, called bool) syntax.Expr {
	at := e.AttrPos
	l.mark(at, e)
	x := l.expr(e.Value)
	k := l.kindOf(l.s, e.Value)
	switch {
	case k.is(kindOther), l.isImported(e.Value):
	case safeMethods[e.Attr] && !k.may(kindFunc):
	case safeMethods[e.Attr] && k == kindAny:
	case called:
		x = l.adapt(at, "met", x)
	default:
		x = l.adapt(at, "att", x)
	}
	return l.dot(x, l.s.mangle(e.Attr), at)
}

func (l *lowerer) markSubscript(e *Subscript) {
	r := e.Span()
	l.rangeAt(e.Lbrack, ErrorRange{Start: r.Pos, End: r.End, Anchor: e.Lbrack, AnchorEnd: r.End})
}

func (l *lowerer) subscript(e *Subscript) syntax.Expr {
	l.markSubscript(e)
	if s, ok := e.Slice.(*Slice); ok {
		k := l.kindOf(l.s, e.Value)
		bound := func(b Expr) bool {
			return b == nil || isConst(b, NoneConst) || l.kindOf(l.s, b).is(kindInt) && !mayBeHuge(b)
		}
		if (k.is(kindList) || k.is(kindTuple)) && bound(s.Lower) && bound(s.Upper) && bound(s.Step) {
			p := l.pos(e.Lbrack)
			n := &syntax.SliceExpr{X: l.expr(e.Value), Lbrack: p, Rbrack: p}
			if s.Lower != nil {
				n.Lo = l.expr(s.Lower)
			}
			if s.Upper != nil {
				n.Hi = l.expr(s.Upper)
			}
			if s.Step != nil {
				n.Step = l.expr(s.Step)
			}
			return n
		}
		return l.callHelper(e.Lbrack, "slice", append([]syntax.Expr{l.expr(e.Value)}, l.bounds(s, e.Lbrack)...)...)
	}
	return l.item(e, l.expr(e.Value), l.key(e.Slice))
}

// mayBeHuge reports whether an int is written such that it is beyond what Starlark
// slices with: Python's slices take any.
func mayBeHuge(e Expr) bool {
	switch e := e.(type) {
	case *Constant:
		return e.Big != nil
	case *UnaryOp:
		return mayBeHuge(e.Operand)
	case *BinOp:
		return e.Op == LShift || e.Op == Pow || mayBeHuge(e.Left) || mayBeHuge(e.Right)
	}
	return false
}

// item lowers x[key], where x and key are the lowered parts of e.
func (l *lowerer) item(e *Subscript, x, key syntax.Expr) syntax.Expr {
	if !l.plainItem(e) {
		x = l.adapt(e.Lbrack, "sub", x)
	}
	return l.index(x, key, e.Lbrack)
}

// plainItem reports whether Starlark's own subscript operation does what
// Python's does for e.
func (l *lowerer) plainItem(e *Subscript) bool {
	k, key := l.kindOf(l.s, e.Value), l.kindOf(l.s, e.Slice)
	switch {
	case k.is(kindOther):
		return true
	case k.is(kindDict):
		// Other keys may be objects that equal what the dict holds, and a
		// display may hold objects that equal the key.
		if _, display := e.Value.(*Dict); display {
			return false
		}
		return key.is(kindInt) || key.is(kindStr)
	case k.is(kindList), k.is(kindTuple):
		return key.is(kindInt)
	}
	return false
}
