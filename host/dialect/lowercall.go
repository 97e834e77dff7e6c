// This file lowers calls.

package dialect

import "go.starlark.net/syntax"

func (l *lowerer) callExpr(e *Call) syntax.Expr {
	at := e.Lparen
	r := e.Span()
	l.rangeAt(at, ErrorRange{Start: r.Pos, End: r.End, Anchor: at, AnchorEnd: r.End})
	if n, ok := e.Func.(*Name); ok {
		if x := l.specialCall(e, n); x != nil {
			return x
		}
	}
	var fn syntax.Expr
	if t := l.twinFor(l.s, e); t != nil && t.wanted && !l.shadowed(l.scopes.module.vars[t.s.name]) {
		l.useGlobal(t.s.name)
		fn = l.ident(t.s.name+twinSuffix, e.Func.Span().Pos)
	} else if a, ok := e.Func.(*Attribute); ok {
		fn = l.attribute(a, true)
	} else {
		fn = l.expr(e.Func)
	}
	return l.call(at, fn, l.arguments(e.Args, e.Keywords, at)...)
}

// specialCall lowers the calls whose meaning depends on where they stand.
func (l *lowerer) specialCall(e *Call, n *Name) syntax.Expr {
	at := e.Lparen
	if l.s.resolve(l.s.mangle(n.Id)) != nil || !l.predeclared(n.Id) {
		return nil
	}
	none := len(e.Args) == 0 && len(e.Keywords) == 0
	switch n.Id {
	case "super":
		if none {
			return l.superCall(at)
		}
	case "globals":
		if none {
			l.useGlobal("globals")
			return l.callHelper(at, "globals")
		}
	case "locals", "vars":
		if none {
			return l.locals(at)
		}
	case "dir":
		if none {
			return l.callHelper(at, "dir", l.locals(at))
		}
	case "eval", "exec":
		if len(e.Args) == 1 && len(e.Keywords) == 0 && starred(e.Args) < 0 {
			args := []syntax.Expr{l.expr(e.Args[0]), l.callHelper(at, "globals")}
			if l.s.kind != moduleSpace {
				args = append(args, l.locals(at))
			}
			return l.call(at, l.load(n.Id, n.Span().Pos), args...)
		}
	}
	return nil
}

func (l *lowerer) superCall(at Position) syntax.Expr {
	f := l.s.function()
	var cell *variable
	for p := f; p != nil; p = p.parent {
		if p.kind == classSpace && p.classCell != nil && p != f {
			cell = p.classCell
			break
		}
	}
	args := []syntax.Expr{l.none(at)}
	if cell != nil {
		args[0] = l.ident("$c.__class__", at)
	}
	if f.first != nil {
		args = append(args, l.loadVar(f.first, at))
	}
	return l.callHelper(at, "super", args...)
}

// locals lowers locals() for the current scope.
func (l *lowerer) locals(at Position) syntax.Expr {
	f := l.s.function()
	switch f.kind {
	case moduleSpace:
		return l.callHelper(at, "globals")
	case classSpace:
		return l.callHelper(at, "locals", l.ident("$ns", at))
	}
	// A function's variables: each is read by a function of its own, because
	// one that is not bound yet must be skipped.
	seen := make(map[*variable]bool)
	var names, thunks []syntax.Expr
	add := func(v *variable) {
		if v == nil || seen[v] || v.bindings == 0 {
			return
		}
		seen[v] = true
		names = append(names, l.strLit(v.name, at))
		p := l.pos(at)
		thunks = append(thunks, &syntax.LambdaExpr{Lambda: p, Body: l.loadVar(v, at)})
	}
	for _, v := range f.params {
		add(v)
	}
	for _, v := range f.order {
		add(v)
	}
	for name := range f.uses {
		if v := f.resolve(name); v != nil && v.scope.kind == functionSpace && v.scope != f {
			add(v)
		}
	}
	l.hiddenLambda(at, Range{at, at})
	return l.callHelper(at, "locals", l.list(at, names...), l.list(at, thunks...))
}

// hiddenLambda records that the lambda at at is the lowering's own: it stands for
// the code in the range r.
func (l *lowerer) hiddenLambda(at Position, r Range) {
	key := FuncKey{at, "lambda"}
	if l.info.Functions[key] == nil {
		l.info.Functions[key] = &FuncInfo{Kind: HelperBody, Name: "<lambda>", Qualname: "<lambda>", Range: r, Parent: l.fr.key}
	}
}

// arguments lowers the arguments of a call. Starlark takes at most one * and
// one **, in that order and at the end, and evaluates keywords before *.
func (l *lowerer) arguments(args []Expr, keywords []*Keyword, at Position) []syntax.Expr {
	var out []syntax.Expr
	star := starred(args)
	if star < 0 {
		out = l.exprs(args)
	} else {
		out = l.exprs(args[:star])
	}
	if len(out) > 200 {
		all := make([]Expr, len(args))
		copy(all, args)
		x := l.spread(at, "tuple", all)
		out = []syntax.Expr{&syntax.UnaryExpr{OpPos: l.pos(at), Op: syntax.STAR, X: x}}
		star = 0
		return l.keywordArgs(out[:0], out[0], keywords, at)
	}
	var rest syntax.Expr
	if star >= 0 {
		s := args[star].(*Starred)
		pos := s.Span().Pos
		var x syntax.Expr
		if star == len(args)-1 {
			x = l.expr(s.Value)
			if !l.kindOf(l.s, s.Value).is(kindList | kindTuple | kindSet) {
				l.mark(pos, s)
				x = l.adapt(pos, "star", x)
			}
		} else {
			x = l.spread(pos, "tuple", args[star:])
		}
		rest = &syntax.UnaryExpr{OpPos: l.pos(pos), Op: syntax.STAR, X: x}
	}
	return l.keywordArgs(out, rest, keywords, at)
}

func (l *lowerer) keywordArgs(out []syntax.Expr, rest syntax.Expr, keywords []*Keyword, at Position) []syntax.Expr {
	stars, pure := 0, true
	for i, k := range keywords {
		if k.Arg == "" {
			stars++
			pure = pure && i == len(keywords)-1 // else the order in **kwargs would show
		} else if rest != nil && !simple(k.Value) {
			pure = false
		}
	}
	named := func(k *Keyword) syntax.Expr {
		return l.binary(l.ident(k.Arg, k.Span().Pos), syntax.EQ, l.expr(k.Value), k.Span().Pos)
	}
	if stars <= 1 && pure && len(keywords) < 250 {
		var dict syntax.Expr
		for _, k := range keywords {
			if k.Arg != "" {
				out = append(out, named(k))
				continue
			}
			pos := k.Span().Pos
			x := l.expr(k.Value)
			if !l.kindOf(l.s, k.Value).is(kindDict) || !isKwargs(l, k.Value) {
				l.mark(pos, k.Value)
				x = l.adapt(pos, "kwstar", x)
			}
			dict = &syntax.UnaryExpr{OpPos: l.pos(pos), Op: syntax.STARSTAR, X: x}
		}
		if rest != nil {
			out = append(out, rest)
		}
		if dict != nil {
			out = append(out, dict)
		}
		return out
	}
	// Everything by name goes into one dict, made in the order of the source.
	var parts []syntax.Expr
	for _, k := range keywords {
		if k.Arg == "" {
			parts = append(parts, l.callHelper(k.Span().Pos, "spreaddict", l.expr(k.Value)))
		} else {
			parts = append(parts, l.strLit(k.Arg, k.Span().Pos), l.expr(k.Value))
		}
	}
	if rest != nil {
		out = append(out, rest)
	}
	x := l.manyArgs(at, "kwargs", parts)
	return append(out, &syntax.UnaryExpr{OpPos: l.pos(at), Op: syntax.STARSTAR, X: x})
}

// isKwargs reports whether e is the function's own **kwargs parameter, whose
// keys are strings.
func isKwargs(l *lowerer, e Expr) bool {
	n, ok := e.(*Name)
	if !ok {
		return false
	}
	v := l.s.resolve(l.s.mangle(n.Id))
	return v != nil && v.star == 2 && v.bindings == 1
}
