// This file lowers assignments, augmented assignments and del.

package dialect

import (
	"fmt"

	"go.starlark.net/syntax"
)

func (l *lowerer) assign(st *Assign) {
	at := st.Span().Pos
	l.hoistWalrus(st.Value)
	if len(st.Targets) == 1 {
		l.assignTo(st.Targets[0], st.Value, l.expr(st.Value), at)
		return
	}
	if _, ok := st.Value.(*Constant); ok {
		for _, t := range st.Targets {
			l.assignTo(t, st.Value, l.expr(st.Value), at)
		}
		return
	}
	// A display that is assigned to several targets is one object: it is held,
	// and unpacked as any other value.
	name := l.hold(at, l.expr(st.Value))
	for _, t := range st.Targets {
		l.assignTo(t, nil, l.ident(name, at), at)
	}
}

// assignTo emits target = value, where value is the lowered e (nil if it is
// a temporary).
func (l *lowerer) assignTo(target, e Expr, value syntax.Expr, at Position) {
	switch t := target.(type) {
	case *Tuple:
		l.assignTuple(t.Elts, t, e, value)
	case *List:
		l.assignTuple(t.Elts, t, e, value)
	case *Subscript:
		if s, ok := t.Slice.(*Slice); ok {
			l.assignSlice(t, s, e, value)
			return
		}
		l.mark(t.Lbrack, t)
		l.emit(l.assignStmt(at, l.simpleTarget(t), value))
	case *Name:
		if n, ok := e.(*Name); ok && n.Id == t.Id && l.predeclared(t.Id) && l.plainModule(t.Id) {
			// A built-in bound to its own name: the variable's array cannot tell
			// that from a name that is not bound yet.
			l.emit(l.assignStmt(at, l.dot(l.namespace(at), l.s.mangle(t.Id), at), value))
			return
		}
		l.emit(l.assignStmt(at, l.simpleTarget(t), value))
	default:
		l.emit(l.assignStmt(at, l.simpleTarget(t), value))
	}
}

// plainModule reports whether id means a plain variable of the module.
func (l *lowerer) plainModule(id string) bool {
	v := l.plainTarget(id)
	return v != nil && v.scope.kind == moduleSpace
}

func isSimpleTarget(t Expr) bool {
	switch t := t.(type) {
	case *Name, *Attribute:
		return true
	case *Subscript:
		_, slice := t.Slice.(*Slice)
		return !slice
	}
	return false
}

// simpleTarget lowers a target that the interpreter can assign to itself.
func (l *lowerer) simpleTarget(t Expr) syntax.Expr {
	switch t := t.(type) {
	case *Name:
		return l.target(t.Id, t.Span().Pos)
	case *Attribute:
		l.mark(t.AttrPos, t)
		return l.dot(l.attrBase(t.Value, t.AttrPos), l.s.mangle(t.Attr), t.AttrPos)
	case *Subscript:
		l.markSubscript(t)
		return l.itemTarget(t, l.expr(t.Value), l.key(t.Slice))
	}
	panic(lowerError{t.Span().Pos, "cannot assign to this"})
}

// itemTarget lowers x[key] as a target, where x and key are the lowered parts of
// t. Starlark's lists take ints only, and its dicts tell True from 1.
func (l *lowerer) itemTarget(t *Subscript, x, key syntax.Expr) syntax.Expr {
	if !l.plainItem(t) {
		x = l.adapt(t.Lbrack, "sub", x)
	}
	return l.index(x, key, t.Lbrack)
}

// attrBase lowers the object whose attribute is assigned.
func (l *lowerer) attrBase(e Expr, at Position) syntax.Expr {
	x := l.expr(e)
	if k := l.kindOf(l.s, e); k.is(kindOther) || l.isImported(e) {
		return x
	}
	return l.adapt(at, "att", x)
}

// isImported reports whether e is a name that only imports bind: a module.
func (l *lowerer) isImported(e Expr) bool {
	n, ok := e.(*Name)
	if !ok {
		return false
	}
	v := l.s.resolve(l.s.mangle(n.Id))
	return v != nil && v.imported && !l.open
}

func starred(elts []Expr) int {
	for i, e := range elts {
		if _, ok := e.(*Starred); ok {
			return i
		}
	}
	return -1
}

func (l *lowerer) assignTuple(elts []Expr, target, e Expr, value syntax.Expr) {
	// a, b = x, y: the same number on both sides needs no checks.
	if tup, ok := value.(*syntax.TupleExpr); ok && e != nil && len(tup.List) == len(elts) && starred(elts) < 0 && len(elts) > 0 {
		vars, rest := l.targets(elts, target.Span().Pos)
		l.emit(l.assignStmt(target.Span().Pos, vars, value))
		rest()
		return
	}
	l.unpackTo(elts, value, target)
}

// unpackTo emits the assignment of the items of value to elts.
func (l *lowerer) unpackTo(elts []Expr, value syntax.Expr, target Expr) {
	at := target.Span().Pos
	l.mark(at, target)
	i := starred(elts)
	if len(elts) == 0 {
		l.emitExpr(l.index(l.unpacker(0), value, at))
		return
	}
	if i < 0 {
		vars, rest := l.targets(elts, at)
		l.emit(l.assignStmt(at, vars, l.index(l.unpacker(len(elts)), value, at)))
		rest()
		return
	}
	plain := append([]Expr(nil), elts...)
	plain[i] = elts[i].(*Starred).Value
	vars, rest := l.targets(plain, at)
	l.emit(l.assignStmt(at, vars, l.index(l.unpackerEx(i, len(elts)-i-1), value, at)))
	rest()
}

// unpacker returns the adaptor that makes sure that a value has n items.
func (l *lowerer) unpacker(n int) syntax.Expr {
	at := Position{1, 1}
	name := l.make("u", fmt.Sprint(n), func() syntax.Expr {
		return l.callHelper(at, "unpack", l.intLit(int64(n), at))
	})
	return l.ident(name, at)
}

// unpackerEx does the same for targets of which one is starred.
func (l *lowerer) unpackerEx(before, after int) syntax.Expr {
	at := Position{1, 1}
	name := l.make("u", fmt.Sprintf("%d,%d", before, after), func() syntax.Expr {
		return l.callHelper(at, "unpackex", l.intLit(int64(before), at), l.intLit(int64(after), at))
	})
	return l.ident(name, at)
}

// targets lowers the elements of a tuple of targets. Those that are tuples
// themselves get a temporary, which rest unpacks.
func (l *lowerer) targets(elts []Expr, at Position) (vars syntax.Expr, rest func()) {
	var list []syntax.Expr
	var later []func()
	for _, e := range elts {
		if isSimpleTarget(e) {
			list = append(list, l.simpleTarget(e))
			continue
		}
		t, pos := l.temp(), e.Span().Pos
		list = append(list, l.ident(t, pos))
		later = append(later, func() { l.assignTo(e, nil, l.ident(t, pos), pos) })
	}
	return l.tuple(at, list...), func() {
		for _, f := range later {
			f()
		}
	}
}

// assignSlice lowers x[a:b:c] = value.
func (l *lowerer) assignSlice(t *Subscript, s *Slice, e Expr, value syntax.Expr) {
	at := t.Lbrack
	l.markSubscript(t)
	if e == nil || !isSimpleConst(e) {
		if id, ok := value.(*syntax.Ident); !ok || id.Name[0] != '$' {
			value = l.ident(l.hold(at, value), at)
		}
	}
	args := append([]syntax.Expr{l.expr(t.Value)}, l.bounds(s, at)...)
	l.emitExpr(l.callHelper(at, "setslice", append(args, value)...))
}

// bounds lowers the three parts of a slice.
func (l *lowerer) bounds(s *Slice, at Position) []syntax.Expr {
	part := func(e Expr) syntax.Expr {
		if e == nil {
			return l.none(at)
		}
		return l.expr(e)
	}
	return []syntax.Expr{part(s.Lower), part(s.Upper), part(s.Step)}
}

// key lowers the index of a subscript; slices become slice objects.
func (l *lowerer) key(e Expr) syntax.Expr {
	switch e := e.(type) {
	case *Slice:
		at := e.Span().Pos
		return l.callHelper(at, "mkslice", l.bounds(e, at)...)
	case *Tuple:
		at := e.Span().Pos
		if starred(e.Elts) < 0 {
			var list []syntax.Expr
			for _, x := range e.Elts {
				list = append(list, l.key(x))
			}
			return l.tuple(at, list...)
		}
	}
	x := l.expr(e)
	if l.kindOf(l.s, e).is(kindBool) {
		return l.adapt(e.Span().Pos, "num", x)
	}
	return x
}

// Augmented assignment.

var augTokens = map[Operator]syntax.Token{
	Add: syntax.PLUS_EQ, Sub: syntax.MINUS_EQ, Mult: syntax.STAR_EQ, Div: syntax.SLASH_EQ,
	FloorDiv: syntax.SLASHSLASH_EQ, Mod: syntax.PERCENT_EQ, BitAnd: syntax.AMP_EQ, BitOr: syntax.PIPE_EQ,
	BitXor: syntax.CIRCUMFLEX_EQ, LShift: syntax.LTLT_EQ, RShift: syntax.GTGT_EQ,
}

func (l *lowerer) augAssign(st *AugAssign) {
	at := l.augPos(st)
	l.mark(at, st)
	switch t := st.Target.(type) {
	case *Name:
		if tok, ok := l.augNative(st); ok {
			lhs := l.target(t.Id, t.Span().Pos)
			if _, plain := lhs.(*syntax.Ident); plain || l.sameVariable(t.Id) {
				l.emit(&syntax.AssignStmt{OpPos: l.pos(at), Op: tok, LHS: lhs, RHS: l.augOperand(st)})
				return
			}
		}
		value := l.inplace(st, l.load(t.Id, t.Span().Pos), l.augKind(t), at)
		l.emit(l.assignStmt(at, l.target(t.Id, t.Span().Pos), value))

	case *Attribute:
		base := l.reuse(t.Value)
		l.mark(t.AttrPos, t)
		read := func() syntax.Expr {
			x := base()
			if k := l.kindOf(l.s, t.Value); !k.is(kindOther) && !l.isImported(t.Value) {
				x = l.adapt(t.AttrPos, "att", x)
			}
			return l.dot(x, l.s.mangle(t.Attr), t.AttrPos)
		}
		l.emit(l.assignStmt(at, read(), l.inplace(st, read(), kindAny, at)))

	case *Subscript:
		l.markSubscript(t)
		if s, ok := t.Slice.(*Slice); ok {
			x := l.ident(l.hold(at, l.expr(t.Value)), at)
			var parts []syntax.Expr
			for _, b := range l.bounds(s, at) {
				parts = append(parts, l.ident(l.hold(at, b), at))
			}
			old := l.callHelper(t.Lbrack, "slice", append([]syntax.Expr{x}, parts...)...)
			value := l.ident(l.hold(at, l.inplace(st, old, kindAny, at)), at)
			l.emitExpr(l.callHelper(t.Lbrack, "setslice", append(append([]syntax.Expr{x}, parts...), value)...))
			return
		}
		if tok, ok := augTokens[st.Op]; ok && l.plainItem(t) && l.itemKind(l.s, t.Value).is(kindInt) && l.kindOf(l.s, st.Value).is(kindInt) &&
			st.Op != LShift && st.Op != RShift {
			lhs := l.index(l.expr(t.Value), l.key(t.Slice), t.Lbrack)
			l.emit(&syntax.AssignStmt{OpPos: l.pos(at), Op: tok, LHS: lhs, RHS: l.expr(st.Value)})
			return
		}
		if tok, ok := augTokens[st.Op]; ok && l.augItem(st) {
			y := st.Value
			lhs := l.index(l.adapt(t.Lbrack, "aug", l.expr(t.Value)), l.key(t.Slice), t.Lbrack)
			rhs := l.expr(y)
			switch st.Op {
			case BitAnd, BitOr, BitXor:
				if l.kindOf(l.s, y).may(kindBool) {
					rhs = l.adapt(y.Span().Pos, "bit", rhs)
				}
			default:
				rhs = l.num(y, rhs)
			}
			l.emit(&syntax.AssignStmt{OpPos: l.pos(at), Op: tok, LHS: lhs, RHS: rhs})
			return
		}
		base := l.reuse(t.Value)
		var key func() syntax.Expr
		if simple(t.Slice) {
			key = func() syntax.Expr { return l.key(t.Slice) }
		} else {
			k := l.hold(at, l.key(t.Slice))
			key = func() syntax.Expr { return l.ident(k, at) }
		}
		read := l.item(t, base(), key())
		value := l.inplace(st, read, kindAny, at)
		l.emit(l.assignStmt(at, l.itemTarget(t, base(), key()), value))
	}
}

// augItem reports whether x[i] op= y can be Starlark's own statement on the
// adaptor of x that gives items ready for op.
func (l *lowerer) augItem(st *AugAssign) bool {
	switch st.Op {
	case Mod, FloorDiv, Pow, MatMult:
		return false
	case LShift, RShift:
		return l.smallInt(st.Value)
	}
	return true
}

// augPos is where errors of an augmented assignment are reported: just after
// the target, where no other node begins.
func (l *lowerer) augPos(st *AugAssign) Position { return st.Target.Span().End }

// reuse returns a function that gives the value of e any number of times,
// evaluating it once.
func (l *lowerer) reuse(e Expr) func() syntax.Expr {
	if simple(e) {
		return func() syntax.Expr { return l.expr(e) }
	}
	at := e.Span().Pos
	name := l.hold(at, l.expr(e))
	return func() syntax.Expr { return l.ident(name, at) }
}

func loadOf(n *Name) *Name {
	c := *n
	c.Ctx = Load
	return &c
}

// sameVariable reports whether reading and assigning id are spelled alike.
func (l *lowerer) sameVariable(id string) bool {
	v := l.s.resolve(l.s.mangle(id))
	return v != nil && v.cell && frameOf(l.s) == frameOf(v.scope)
}

// augNative reports whether Starlark's own augmented assignment means the same.
func (l *lowerer) augNative(st *AugAssign) (syntax.Token, bool) {
	tok, ok := augTokens[st.Op]
	if !ok {
		return 0, false
	}
	a, b := l.augKind(st.Target.(*Name)), l.kindOf(l.s, st.Value)
	switch st.Op {
	case Add:
		if a.is(kindStr) || a.is(kindTuple) || a.is(kindList) && b.is(kindList|kindTuple) {
			return tok, true
		}
	case LShift, RShift:
		return tok, a.is(kindInt) && l.smallInt(st.Value)
	case BitAnd, BitOr, BitXor:
		return tok, a.is(kindInt) && b.is(kindInt)
	case FloorDiv, Mod:
		return tok, a.is(kindInt) && b.is(kindInt)
	}
	return tok, a.is(kindNum)
}

// augOperand lowers the right side of a native augmented assignment.
func (l *lowerer) augOperand(st *AugAssign) syntax.Expr {
	y := l.expr(st.Value)
	if a := l.augKind(st.Target.(*Name)); a.is(kindNum) {
		y = l.num(st.Value, y)
	}
	return y
}

// augKind is the kind of the target of an augmented assignment. A variable that
// is otherwise only assigned numbers holds a number or what an operation on
// numbers gave, which nothing else refers to: no need to change it in place.
func (l *lowerer) augKind(n *Name) kind {
	k := l.kindOf(l.s, loadOf(n))
	if k.is(kindNum) {
		return k
	}
	v := l.s.resolve(l.s.mangle(n.Id))
	if v == nil || v.scope.kind == classSpace {
		return k
	}
	var plain kind
	for _, src := range v.sources {
		if !src.isAug {
			plain |= l.sourceKindOf(0, v, src)
		} else if src.aug != Add && src.aug != Sub && src.aug != Mult && src.aug != Div {
			return k
		}
	}
	if plain.is(kindNum) {
		return plain
	}
	return k
}

// inplace lowers the operation of an augmented assignment on x of kind k.
func (l *lowerer) inplace(st *AugAssign, x syntax.Expr, k kind, at Position) syntax.Expr {
	name := ""
	switch st.Op {
	case Pow:
		name = "ipow"
	case MatMult:
		name = "imatmul"
	case LShift:
		if !l.smallInt(st.Value) {
			name = "ilshift"
		}
	case RShift:
		if !l.kindOf(l.s, st.Value).is(kindInt) {
			name = "irshift"
		}
	case Mod:
		if !k.is(kindInt) || !l.kindOf(l.s, st.Value).is(kindInt) {
			name = "imod"
		}
	case FloorDiv:
		if !k.is(kindInt) || !l.kindOf(l.s, st.Value).is(kindInt) {
			name = "ifloordiv"
		}
	}
	if name != "" {
		return l.callHelper(at, name, x, l.expr(st.Value))
	}
	y := l.expr(st.Value)
	kv := l.kindOf(l.s, st.Value)
	if st.Op == Div && !k.is(kindFloat) && !kv.is(kindFloat) {
		y = l.dividend(st.Value, y)
	} else if kv.may(kindBool) {
		switch st.Op {
		case BitAnd, BitOr, BitXor:
			y = l.adapt(st.Value.Span().Pos, "bit", y)
		default:
			y = l.num(st.Value, y)
		}
	}
	switch {
	case st.Op == Div && !k.is(kindFloat) && !kv.is(kindFloat):
		x = l.adapt(at, "inpdiv", x)
	case !k.is(kindNum) && !k.is(kindStr|kindTuple):
		x = l.adapt(at, "inp", x)
	}
	tok := augTokens[st.Op] - syntax.PLUS_EQ + syntax.PLUS
	return l.binary(x, tok, y, at)
}

// Annotated assignment.

func (l *lowerer) annAssign(st *AnnAssign) {
	at := st.Span().Pos
	if st.Value != nil {
		l.hoistWalrus(st.Value)
		l.assignTo(st.Target, st.Value, l.expr(st.Value), at)
	}
	if l.s.kind == functionSpace {
		return // Python does not evaluate annotations of local variables
	}
	if n, ok := st.Target.(*Name); ok && st.Simple {
		where := l.namespace(at)
		if l.s.kind == classSpace {
			where = l.ident("$ns", at)
		}
		l.emitExpr(l.callHelper(at, "annotate", where, l.strLit(l.s.mangle(n.Id), at), l.annotation(st.Annotation)))
		return
	}
	if !l.scopes.module.futureAnn {
		l.emitExpr(l.annotation(st.Annotation))
	}
	if st.Value == nil {
		// The target's parts are evaluated, nothing more.
		switch t := st.Target.(type) {
		case *Attribute:
			l.emitExpr(l.expr(t.Value))
		case *Subscript:
			l.emitExpr(l.expr(t.Value))
			l.emitExpr(l.key(t.Slice))
		}
	}
}

// annotation lowers an annotation: its value, or its text under
// from __future__ import annotations.
func (l *lowerer) annotation(e Expr) syntax.Expr {
	if l.scopes.module.futureAnn {
		return l.strLit(Unparse(e), e.Span().Pos)
	}
	return l.expr(e)
}

// Deletion.

func (l *lowerer) del(t Expr) {
	at := t.Span().Pos
	switch t := t.(type) {
	case *Name:
		l.mark(at, t)
		l.delName(t.Id, at)
	case *Attribute:
		l.mark(t.AttrPos, t)
		l.emitExpr(l.callHelper(t.AttrPos, "delattr", l.expr(t.Value), l.strLit(l.s.mangle(t.Attr), at)))
	case *Subscript:
		l.markSubscript(t)
		l.emitExpr(l.callHelper(t.Lbrack, "delitem", l.expr(t.Value), l.key(t.Slice)))
	case *Tuple:
		for _, e := range t.Elts {
			l.del(e)
		}
	case *List:
		for _, e := range t.Elts {
			l.del(e)
		}
	}
}
