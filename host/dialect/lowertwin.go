// This file defines versions: code that is lowered twice, once under the
// assumption that certain variables hold ints, lists or text, where Starlark's own
// operations do what Python's do, and once for all values.
//
// There are three places for them:
//
//  1. A module's function whose parameters are used in arithmetic has its body in
//     two versions if that pays: if $isint[n]: … else: …
//  2. Such a function may have a twin, f$fast, that is the first version alone.
//     Calls whose arguments are certain to meet the assumption call the twin, and
//     know the kind of what it returns. When other code assigns the function's
//     name from outside (module.f = …), the run time assigns the twin's as well.
//  3. A loop over values of unknown kind runs its first version while the values
//     meet the assumption, and then its second for the rest.
//
// A version never contains another, so the code is at most a few times as long.

package dialect

import "go.starlark.net/syntax"

// twinSuffix marks the name of a twin.
const twinSuffix = "$fast"

// A twin is a function of the module that can be lowered under assumptions.
type twin struct {
	st      *FunctionDef
	s       *scope
	params  []kind // what is assumed of each parameter; 0: nothing
	assumed map[*variable]kind
	ret     kind // of the twin's return statements
	wanted  bool // a call is certain to meet the assumption
	split   bool // the function itself has two versions
}

// maxTwin is the size, in nodes of the tree, up to which a function is lowered
// twice, and maxLoop the same for a loop's body.
const (
	maxTwin = 400
	maxLoop = 120
)

// twins finds the functions that are worth a second version.
func (l *lowerer) findTwins(mod *Module) {
	if l.open || l.opts.NoVersions || l.scopes.module.starImport {
		return
	}
	l.twins = make(map[*FunctionDef]*twin)
	for _, st := range mod.Body {
		def, ok := st.(*FunctionDef)
		if !ok {
			continue
		}
		s := l.scopes.of[def]
		v := l.scopes.module.vars[l.scopes.module.mangle(def.Name)]
		if v == nil || v.fn != def || v.external || v.rebound || v.seeded || s.generator || s.dynamic ||
			len(def.TypeParams) > 0 || len(s.params) == 0 || !plainScope(s) {
			continue
		}
		a := def.Args
		if a.Vararg != nil || a.Kwarg != nil || len(a.Kwonlyargs) > 0 || nodes(def.Body) > maxTwin || hasProtected(def.Body) {
			continue
		}
		t := &twin{st: def, s: s, params: make([]kind, len(s.params))}
		total, guards := 0, 0
		for i, p := range s.params {
			if p.cell || p.captured {
				continue
			}
			k, votes := l.vote(s, p, def.Body)
			t.params[i] = k
			if k != 0 {
				total += votes
				guards++
			}
		}
		if guards == 0 {
			continue
		}
		t.split = total >= 2*guards
		l.twins[def] = t
		l.twinList = append(l.twinList, t)
	}
}

// plainScope reports whether a function contains no functions or classes.
func plainScope(s *scope) bool {
	for _, c := range s.children {
		if c.kind != compSpace || !plainScope(c) {
			return false
		}
	}
	return true
}

func nodes(body []Stmt) int {
	n := 0
	for _, st := range body {
		Inspect(st, func(k Node) bool {
			if k != nil {
				n++
			}
			return true
		})
	}
	return n
}

// hasProtected reports whether the block contains statements whose bodies
// become functions.
func hasProtected(body []Stmt) bool {
	found := false
	for _, st := range body {
		Inspect(st, func(n Node) bool {
			switch n.(type) {
			case *Try, *TryStar, *With, *Match:
				found = true
			case Expr:
				return false
			}
			return !found
		})
	}
	return found
}

// vote looks at how a variable is used, and returns the kind that would make
// the uses plain operations, and how many there are; uses in loops count more.
func (l *lowerer) vote(s *scope, v *variable, body []Stmt) (kind, int) {
	w := &voter{l: l, s: s, v: v, weight: 1}
	for _, st := range body {
		w.stmt(st)
	}
	best, votes := kind(0), 0
	for k, n := range map[kind]int{kindInt: w.ints, kindList: w.lists, kindStr: w.strs} {
		if n > votes {
			best, votes = k, n
		} else if n == votes && n > 0 {
			best = 0 // used as two kinds
		}
	}
	return best, votes
}

type voter struct {
	l                 *lowerer
	s                 *scope
	v                 *variable
	weight            int
	ints, lists, strs int
}

func (w *voter) is(e Expr) bool {
	n, ok := e.(*Name)
	return ok && w.s.resolve(w.s.mangle(n.Id)) == w.v
}

func (w *voter) stmt(st Stmt) {
	switch st := st.(type) {
	case *For:
		w.expr(st.Iter)
		w.loop(func() {
			w.expr(st.Target)
			w.stmts(st.Body)
		})
		w.stmts(st.Orelse)
	case *While:
		w.loop(func() {
			w.expr(st.Test)
			w.stmts(st.Body)
		})
		w.stmts(st.Orelse)
	case *AugAssign:
		if w.is(st.Value) && st.Op != BitOr || w.is(st.Target) {
			w.ints += w.weight
		}
		w.expr(st.Target)
		w.expr(st.Value)
	default:
		Children(st, w.node)
	}
}

func (w *voter) loop(f func()) {
	w.weight *= 4
	f()
	w.weight /= 4
}

func (w *voter) stmts(list []Stmt) {
	for _, st := range list {
		w.stmt(st)
	}
}

func (w *voter) node(n Node) {
	switch n := n.(type) {
	case Stmt:
		w.stmt(n)
	case Expr:
		w.expr(n)
	default:
		Children(n, w.node)
	}
}

func (w *voter) expr(e Expr) {
	switch e := e.(type) {
	case *BinOp:
		a, b := w.is(e.Left), w.is(e.Right)
		if a || b {
			other := e.Right
			if b {
				other = e.Left
			}
			switch k := w.l.kindOf(w.s, other); {
			case k.is(kindStr) && e.Op == Mod, k.is(kindStr|kindList|kindTuple) && e.Op == Mult:
			case k.is(kindStr):
				w.strs += w.weight
			case k.is(kindFloat), k.is(kindList | kindTuple | kindDict | kindSet):
			case e.Op == Pow, e.Op == MatMult:
			default:
				w.ints += w.weight
			}
		}
	case *UnaryOp:
		if w.is(e.Operand) && e.Op != Not {
			w.ints += w.weight
		}
	case *Compare:
		left := e.Left
		for i, right := range e.Comparators {
			if a := w.is(left); a || w.is(right) {
				other := right
				if !a {
					other = left
				}
				k := w.l.kindOf(w.s, other)
				switch e.Ops[i] {
				case Is, IsNot:
				case In, NotIn:
					if a && !k.is(kindOther) {
						w.strs += w.weight
					}
				default:
					switch {
					case k.is(kindStr):
						w.strs += w.weight
					case k.is(kindInt), k == kindAny, k&kindInt != 0 && !k.is(kindInt|kindFloat):
						w.ints += w.weight
					}
				}
			}
			left = right
		}
	case *Subscript:
		if w.is(e.Value) {
			w.lists += w.weight
		}
		if w.is(e.Slice) {
			if k := w.l.kindOf(w.s, e.Value); k.is(kindDict) {
				w.strs += w.weight
			} else {
				w.ints += w.weight
			}
		}
	case *Call:
		if a, ok := e.Func.(*Attribute); ok && len(e.Args) > 0 && w.is(e.Args[0]) && w.l.kindOf(w.s, a.Value).is(kindDict) {
			w.strs += w.weight
		}
	}
	exprChildren(e, w.node)
}

// twinKinds computes what is certain in the twins: a fixed point over all of
// them, since they call each other.
func (l *lowerer) twinKinds() {
	for _, t := range l.twinList {
		t.ret = 0
		t.assumed = make(map[*variable]kind)
		for _, v := range localVars(t.s, nil) {
			t.assumed[v] = 0
		}
	}
	for changed, round := true, 0; changed; round++ {
		changed = false
		for _, t := range l.twinList {
			l.under(t.assumed, func() {
				for _, v := range localVars(t.s, nil) {
					k := t.assumed[v]
					for _, src := range v.sources {
						if src.param {
							for i, p := range t.s.params {
								if p == v && t.params[i] != 0 {
									k |= t.params[i]
								} else if p == v {
									k |= kindAny
								}
							}
							continue
						}
						k |= l.sourceKindOf(k, v, src)
					}
					if round > 20 {
						k = kindAny
					}
					if k != t.assumed[v] {
						t.assumed[v], changed = k, true
					}
				}
				ret := t.ret
				for _, e := range t.s.returns {
					if e == nil {
						ret |= kindNone
					} else {
						ret |= l.kindOf(t.s, e)
					}
				}
				if !ends(t.st.Body) {
					ret |= kindNone
				}
				if round > 20 {
					ret = kindAny
				}
				if ret != t.ret {
					t.ret, changed = ret, true
				}
			})
		}
	}
	l.known = nil // it knew less of the twins
	for _, t := range l.twinList {
		for v, k := range t.assumed {
			if k == 0 {
				t.assumed[v] = kindAny
			}
		}
	}
}

// localVars are the variables of a function and of its comprehensions.
func localVars(s *scope, out []*variable) []*variable {
	for _, v := range s.order {
		if v.bindings > 0 {
			out = append(out, v)
		}
	}
	for _, c := range s.children {
		if c.kind == compSpace {
			out = localVars(c, out)
		}
	}
	return out
}

// under runs f with kinds assumed.
func (l *lowerer) under(assumed map[*variable]kind, f func()) {
	saved, known := l.assumed, l.known
	l.assumed, l.known = assumed, nil
	f()
	l.assumed, l.known = saved, known
}

// twinFor returns the twin that a call is certain to be right for, or nil.
func (l *lowerer) twinFor(s *scope, e *Call) *twin {
	n, ok := e.Func.(*Name)
	if !ok || len(l.twins) == 0 || len(e.Keywords) > 0 {
		return nil
	}
	v := s.resolve(s.mangle(n.Id))
	if v == nil || v.fn == nil {
		return nil
	}
	t := l.twins[v.fn]
	if t == nil || len(e.Args) > len(t.params) || len(e.Args) < len(t.params)-len(t.st.Args.Defaults) {
		return nil
	}
	for i, want := range t.params {
		if want == 0 {
			continue
		}
		if i >= len(e.Args) {
			return nil // the default's kind may be another
		}
		if k := l.kindOf(s, e.Args[i]); !k.is(want) {
			return nil
		}
	}
	for _, a := range e.Args {
		if _, ok := a.(*Starred); ok {
			return nil
		}
	}
	return t
}

// wantTwins notes which twins are called.
func (l *lowerer) wantTwins() {
	for _, c := range l.scopes.calls {
		if t := l.twinFor(c.scope, c.call); t != nil {
			t.wanted = true
		}
		f := c.scope
		for f.kind == compSpace {
			f = f.parent
		}
		if d, ok := f.node.(*FunctionDef); ok && l.twins[d] != nil {
			l.under(l.twins[d].assumed, func() {
				if t := l.twinFor(c.scope, c.call); t != nil {
					t.wanted = true
				}
			})
		}
	}
}

// twinDef emits the twin of the function that d defines.
func (l *lowerer) twinDef(t *twin) {
	at := t.st.Span().Pos
	p := l.pos(at)
	ident := t.s.name + twinSuffix
	key := FuncKey{at, ident}
	info := *l.info.Functions[FuncKey{at, t.s.name}]
	info.Globals = nil
	l.info.Functions[key] = &info
	d := &syntax.DefStmt{Def: p, Name: l.ident(ident, t.st.NamePos), Lparen: p, Rparen: p}
	// Defaults are the function's own: evaluated once, and looked up there.
	for i, v := range t.s.params {
		x := syntax.Expr(l.ident(v.ident, at))
		if i >= len(t.s.params)-len(t.st.Args.Defaults) {
			def := l.callHelper(at, "default", l.ident(t.s.name, at), l.intLit(int64(i), at))
			x = l.binary(l.ident(v.ident, at), syntax.EQ, def, at)
		}
		d.Params = append(d.Params, x)
	}
	l.fr = &frame{parent: l.fr, scope: t.s, key: key}
	l.in(t.s, func() {
		l.under(t.assumed, func() {
			d.Body = l.block(func() {
				l.versioned = true
				l.makeCells(t.s, at)
				l.stmts(t.st.Body)
				l.versioned = false
			})
		})
	})
	l.fr = l.fr.parent
	l.emit(d)
}

// versions emits the body of a function in two versions, and reports whether it
// did.
func (l *lowerer) versions(st *FunctionDef, s *scope) bool {
	t := l.twins[st]
	if t == nil || !t.split {
		return false
	}
	at := st.Span().Pos
	var cond syntax.Expr
	for i, k := range t.params {
		if k == 0 {
			continue
		}
		x := syntax.Expr(l.adapt(at, guards[k], l.ident(s.params[i].ident, at)))
		if cond == nil {
			cond = x
		} else {
			cond = l.binary(cond, syntax.AND, x, at)
		}
	}
	n := &syntax.IfStmt{If: l.pos(at), Cond: cond}
	l.versioned = true
	l.under(t.assumed, func() { n.True = l.block(func() { l.stmts(st.Body) }) })
	n.False = l.block(func() { l.stmts(st.Body) })
	l.versioned = false
	l.emit(n)
	return true
}

// guards are the adaptors that tell whether a value is of a kind.
var guards = map[kind]string{kindInt: "isint", kindList: "islist", kindStr: "isstr"}

// loopVersions emits a for loop in two versions, and reports whether it did.
func (l *lowerer) loopVersions(st *For, flag string) bool {
	n, ok := st.Target.(*Name)
	if !ok || l.versioned || l.open || l.opts.NoVersions || l.fr.hidden || l.s.kind != functionSpace || l.s.generator {
		return false
	}
	v := l.s.resolve(l.s.mangle(n.Id))
	if v == nil || v.scope != l.s || v.cell || v.captured || v.deleted || nodes(st.Body) > maxLoop || hasProtected(st.Body) ||
		hasFunction(st.Body) || assignsIn(st.Body, n.Id) || !l.kindOf(l.s, n).may(kindBool) {
		return false
	}
	if k := l.elementKind(l.s, st.Iter); k != kindAny {
		return false
	}
	k, _ := l.vote(l.s, v, st.Body)
	if k == 0 || k == kindList {
		return false
	}
	at := st.Span().Pos
	end := st.Iter.Span().End
	l.mark(end, st.Iter)
	name := map[kind]string{kindInt: "iterint", kindStr: "iterstr"}[k]
	it := l.hold(at, l.callHelper(end, name, l.expr(st.Iter)))
	broke := flag
	if broke == "" && hasBreak(st.Body) {
		broke = l.temp()
		l.emit(l.assignStmt(at, l.ident(broke, at), l.intLit(1, at)))
	}
	assumed := make(map[*variable]kind)
	for v, k := range l.assumed {
		assumed[v] = k
	}
	assumed[v] = k
	l.versioned = true
	var first []syntax.Stmt
	l.under(assumed, func() { first = l.loopBody(broke, func() { l.stmts(st.Body) }) })
	vars := l.simpleTarget(st.Target)
	l.emit(&syntax.ForStmt{For: l.pos(at), Vars: vars, X: l.ident(it, at), Body: first})
	rest := &syntax.ForStmt{For: l.pos(at), Vars: l.simpleTarget(st.Target), X: l.ident(it, at),
		Body: l.loopBody(flag, func() { l.stmts(st.Body) })}
	l.versioned = false
	if broke != "" {
		l.emit(&syntax.IfStmt{If: l.pos(at), Cond: l.ident(broke, at), True: []syntax.Stmt{rest}})
	} else {
		l.emit(rest)
	}
	return true
}

func hasFunction(body []Stmt) bool {
	found := false
	for _, st := range body {
		Inspect(st, func(n Node) bool {
			switch n.(type) {
			case *FunctionDef, *ClassDef, *Lambda, *GeneratorExp, *ListComp, *SetComp, *DictComp, *Yield, *YieldFrom, *NamedExpr:
				found = true
			}
			return !found
		})
	}
	return found
}

func assignsIn(body []Stmt, name string) bool {
	for _, st := range body {
		if assignsName(st, name) {
			return true
		}
	}
	return false
}
