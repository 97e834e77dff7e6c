// This file decides which variables live in cells.
//
// The lowering turns the bodies of try and with statements into local
// functions. A function can read the variables around it but not assign them,
// so a variable that such a body assigns and that is used outside of it must
// live in a cell, an object that both share. Cells cost several times what
// plain variables do; the analysis here finds the variables that can stay plain:
//
//  1. Those that are only assigned in the function's own code (region).
//  2. Those that occur only within bodies, each of which assigns them before
//     it uses them: they are local to each body.
//  3. The target of the last statement of a body, when the body can hand the
//     value out instead of assigning it.
//  4. Those that del or the end of an except clause unbinds, but that are
//     surely assigned wherever they are read.

package dialect

// A region is the code that one lowered function runs: a function of the
// script without its protected bodies, or one such body.
type region struct {
	parent   *region
	children []*region
	body     func(f *flow, st state) state // its code, for the analysis of flow
	occurs   map[*variable]uint8
}

const (
	reads  uint8 = 1
	writes uint8 = 2
)

type placer struct {
	l *lowerer
	s *scope
}

// place decides about the variables of the function scope s.
func (l *lowerer) place(s *scope) {
	p := &placer{l: l, s: s}
	root := p.region(nil)
	var body []Stmt
	switch n := s.node.(type) {
	case *FunctionDef:
		body = n.Body
		root.body = func(f *flow, st state) state { return f.stmts(n.Body, st) }
	case *Lambda:
		p.expr(root, n.Body)
		root.body = func(f *flow, st state) state { f.expr(n.Body, st); return st }
	case *GeneratorExp:
		for _, c := range s.children {
			p.nested(root, c)
		}
		for _, v := range s.order {
			v.cell = v.cell || v.walrus || v.rebound
		}
		return
	default:
		return
	}
	p.stmts(root, body)
	for _, v := range s.order {
		if v.param {
			root.note(v, writes)
		}
	}
	for _, v := range s.order {
		if v.rebound || v.walrus || v.deleted && (v.captured || s.dynamic) {
			v.cell = true
			continue
		}
		if !p.plain(root, v) {
			v.cell = true
		}
	}
}

func (p *placer) region(parent *region) *region {
	r := &region{parent: parent, occurs: make(map[*variable]uint8)}
	if parent != nil {
		parent.children = append(parent.children, r)
	}
	return r
}

func (r *region) note(v *variable, how uint8) { r.occurs[v] |= how }

// anywhere is what occurs of v in r and below.
func (r *region) anywhere(v *variable) uint8 {
	how := r.occurs[v]
	for _, c := range r.children {
		how |= c.anywhere(v)
	}
	return how
}

// plain reports whether v can be a plain variable of r, or of its children.
func (p *placer) plain(r *region, v *variable) bool {
	if r.occurs[v] != 0 {
		for _, c := range r.children {
			if c.anywhere(v)&writes != 0 {
				return false
			}
		}
		if r.parent == nil && !v.deleted {
			return true
		}
		return p.assignedFirst(r, v)
	}
	for _, c := range r.children {
		if c.anywhere(v) != 0 && !p.plain(c, v) {
			return false
		}
	}
	return true
}

// assignedFirst reports whether v is surely assigned wherever r reads it.
func (p *placer) assignedFirst(r *region, v *variable) bool {
	if p.s.dynamic && r.parent != nil {
		return false
	}
	f := &flow{s: p.s, l: p.l, v: v}
	f.ok = true
	st := state{reach: true, set: v.param && r.parent == nil}
	r.body(f, st)
	return f.ok
}

func (p *placer) name(r *region, name string, how uint8) {
	if v := p.s.resolve(p.s.mangle(name)); v != nil && v.scope == p.s {
		r.note(v, how)
	}
}

// nested notes what the code of an inner scope reads of ours.
func (p *placer) nested(r *region, c *scope) {
	if c == nil {
		return
	}
	for name := range c.uses {
		if v := c.resolve(name); v != nil && v.scope == p.s {
			r.note(v, reads)
		}
	}
	for _, k := range c.children {
		p.nested(r, k)
	}
}

func (p *placer) stmts(r *region, list []Stmt) {
	for _, st := range list {
		p.stmt(r, st)
	}
}

func (p *placer) stmt(r *region, st Stmt) {
	switch st := st.(type) {
	case *Try:
		inner := r
		if len(st.Finalbody) > 0 {
			inner = p.region(r)
			if len(st.Handlers) == 0 {
				out := p.l.handedOutOf(p.s, st.Body, st.Finalbody)
				p.protected(inner, r, st.Body, out)
				inner.body = func(f *flow, s state) state { return f.stmts(st.Body, s) }
				p.stmts(r, st.Finalbody)
				return
			}
			whole := &Try{StmtBase: st.StmtBase, Body: st.Body, Handlers: st.Handlers, Orelse: st.Orelse}
			inner.body = func(f *flow, s state) state { return f.stmt(whole, s) }
		}
		body := p.region(inner)
		body.body = func(f *flow, s state) state { return f.stmts(st.Body, s) }
		p.protected(body, inner, st.Body, p.handedOut(st.Body))
		for _, h := range st.Handlers {
			p.opt(inner, h.Type)
			if h.Name != "" {
				p.name(inner, h.Name, writes)
			}
			p.stmts(inner, h.Body)
		}
		p.stmts(inner, st.Orelse)
		p.stmts(r, st.Finalbody)

	case *TryStar:
		inner := r
		if len(st.Finalbody) > 0 {
			inner = p.region(r)
			whole := &TryStar{StmtBase: st.StmtBase, Body: st.Body, Handlers: st.Handlers, Orelse: st.Orelse}
			inner.body = func(f *flow, s state) state { return f.stmt(whole, s) }
		}
		body := p.region(inner)
		body.body = func(f *flow, s state) state { return f.stmts(st.Body, s) }
		p.stmts(body, st.Body)
		for _, h := range st.Handlers {
			p.opt(inner, h.Type)
			hr := p.region(inner)
			hr.body = func(f *flow, s state) state { return f.handler(h, s) }
			if h.Name != "" {
				p.name(hr, h.Name, writes)
			}
			p.stmts(hr, h.Body)
		}
		p.stmts(inner, st.Orelse)
		p.stmts(r, st.Finalbody)

	case *With:
		outer := r
		for i, it := range st.Items {
			p.expr(r, it.ContextExpr)
			r = p.region(r)
			items := st.Items[i:]
			r.body = func(f *flow, s state) state { return f.with(items, st.Body, s, true) }
			if it.OptionalVars != nil {
				p.target(r, it.OptionalVars)
			}
		}
		var out Stmt
		if len(st.Items) == 1 {
			out = p.l.handedOutOf(p.s, st.Body, nil)
		}
		p.protected(r, outer, st.Body, out)

	case *FunctionDef:
		p.each(r, st.DecoratorList)
		p.args(r, st.Args)
		if st.Returns != nil {
			p.expr(r, st.Returns)
		}
		p.name(r, st.Name, writes)
		p.nested(r, p.l.scopes.types[st])
		p.nested(r, p.l.scopes.of[st])
	case *ClassDef:
		p.each(r, st.DecoratorList)
		p.each(r, st.Bases)
		for _, k := range st.Keywords {
			p.expr(r, k.Value)
		}
		p.name(r, st.Name, writes)
		p.nested(r, p.l.scopes.types[st])
		p.nested(r, p.l.scopes.of[st])
	case *Return:
		p.opt(r, st.Value)
	case *Delete:
		for _, t := range st.Targets {
			p.target(r, t)
		}
	case *Assign:
		p.expr(r, st.Value)
		for _, t := range st.Targets {
			p.target(r, t)
		}
	case *AugAssign:
		p.expr(r, st.Value)
		if n, ok := st.Target.(*Name); ok {
			p.name(r, n.Id, reads)
		}
		p.target(r, st.Target)
	case *AnnAssign:
		if st.Value != nil {
			p.expr(r, st.Value)
			p.target(r, st.Target)
		}
		p.expr(r, st.Annotation)
	case *TypeAlias:
		p.name(r, st.Name.Id, writes)
		p.nested(r, p.l.scopes.types[st])
		p.nested(r, p.l.scopes.of[st])
	case *For:
		p.expr(r, st.Iter)
		p.target(r, st.Target)
		p.stmts(r, st.Body)
		p.stmts(r, st.Orelse)
	case *While:
		p.expr(r, st.Test)
		p.stmts(r, st.Body)
		p.stmts(r, st.Orelse)
	case *If:
		p.expr(r, st.Test)
		p.stmts(r, st.Body)
		p.stmts(r, st.Orelse)
	case *Match:
		p.expr(r, st.Subject)
		for _, c := range st.Cases {
			p.pattern(r, c.Pattern)
			p.opt(r, c.Guard)
			p.stmts(r, c.Body)
		}
	case *Raise:
		p.opt(r, st.Exc)
		p.opt(r, st.Cause)
	case *Assert:
		p.expr(r, st.Test)
		p.opt(r, st.Msg)
	case *Import:
		for _, a := range st.Names {
			p.name(r, importedName(a), writes)
		}
	case *ImportFrom:
		for _, a := range st.Names {
			if a.Name != "*" {
				p.name(r, fromName(a), writes)
			}
		}
	case *ExprStmt:
		p.expr(r, st.Value)
	}
}

// protected walks the body of a try or with statement; the assignment of out,
// its last statement, happens in the region around.
func (p *placer) protected(body, around *region, list []Stmt, out Stmt) {
	if out == nil {
		p.stmts(body, list)
		return
	}
	p.stmts(body, list[:len(list)-1])
	switch st := out.(type) {
	case *Assign:
		p.expr(body, st.Value)
		p.target(around, st.Targets[0])
	case *AugAssign:
		p.expr(body, st.Value)
		p.name(body, st.Target.(*Name).Id, reads)
		p.target(around, st.Target)
	}
}

func (p *placer) handedOut(body []Stmt) Stmt { return p.l.handedOut(p.s, body) }

// handedOut returns the last statement of a protected body if its value can be
// handed out to be assigned by the code around: an assignment to one name, in
// a body that has no other way out.
func (l *lowerer) handedOut(s *scope, body []Stmt) Stmt {
	last := body[len(body)-1]
	var t Expr
	switch st := last.(type) {
	case *Assign:
		if len(st.Targets) == 1 {
			t = st.Targets[0]
		}
	case *AugAssign:
		t = st.Target
	}
	n, ok := t.(*Name)
	if !ok || s.kind == classSpace || hasExit(body, true) {
		return nil
	}
	if _, ok := last.(*AugAssign); ok {
		// The closure must be able to read what it does not assign.
		for _, st := range body[:len(body)-1] {
			if assignsName(st, n.Id) {
				return nil
			}
		}
	}
	if v := s.resolve(s.mangle(n.Id)); v == nil || v.rebound || v.walrus {
		return nil
	}
	return last
}

// handedOutOf is handedOut for a body after which other code runs before the
// assignment: a finally clause, or a manager's __exit__. Neither must be able to
// see the variable. (After __exit__, the lock that guards it may be free.)
func (l *lowerer) handedOutOf(s *scope, body, final []Stmt) Stmt {
	last := l.handedOut(s, body)
	if last == nil {
		return nil
	}
	var n *Name
	switch st := last.(type) {
	case *Assign:
		n = st.Targets[0].(*Name)
	case *AugAssign:
		n = st.Target.(*Name)
	}
	v := s.resolve(s.mangle(n.Id))
	if v == nil || v.scope.kind != functionSpace || v.captured || s.dynamic || v.scope != s {
		return nil
	}
	for _, st := range final {
		found := false
		Inspect(st, func(k Node) bool {
			if x, ok := k.(*Name); ok && x.Id == n.Id {
				found = true
			}
			return !found
		})
		if found || assignsName(st, n.Id) {
			return nil
		}
	}
	return last
}

// assignsName reports whether a statement may bind name, roughly.
func assignsName(st Stmt, name string) bool {
	found := false
	Inspect(st, func(n Node) bool {
		switch n := n.(type) {
		case *Name:
			if n.Id == name && n.Ctx != Load {
				found = true
			}
		case *FunctionDef:
			found = found || n.Name == name
		case *ClassDef:
			found = found || n.Name == name
		case *ExceptHandler:
			found = found || n.Name == name
		case *Alias, Pattern:
			found = true
		}
		return !found
	})
	return found
}

// hasExit reports whether a statement in body can leave it by return, or (if
// top) by break or continue of a loop around it.
func hasExit(body []Stmt, top bool) bool {
	for _, st := range body {
		switch st := st.(type) {
		case *Return:
			return true
		case *Break, *Continue:
			if top {
				return true
			}
		case *If:
			if hasExit(st.Body, top) || hasExit(st.Orelse, top) {
				return true
			}
		case *For:
			if hasExit(st.Body, false) || hasExit(st.Orelse, top) {
				return true
			}
		case *While:
			if hasExit(st.Body, false) || hasExit(st.Orelse, top) {
				return true
			}
		case *With:
			if hasExit(st.Body, top) {
				return true
			}
		case *Try:
			if hasExitTry(st.Body, st.Handlers, st.Orelse, st.Finalbody, top) {
				return true
			}
		case *TryStar:
			if hasExitTry(st.Body, st.Handlers, st.Orelse, st.Finalbody, top) {
				return true
			}
		case *Match:
			for _, c := range st.Cases {
				if hasExit(c.Body, top) {
					return true
				}
			}
		}
	}
	return false
}

func hasExitTry(body []Stmt, handlers []*ExceptHandler, orelse, final []Stmt, top bool) bool {
	for _, h := range handlers {
		if hasExit(h.Body, top) {
			return true
		}
	}
	return hasExit(body, top) || hasExit(orelse, top) || hasExit(final, top)
}

func (p *placer) opt(r *region, e Expr) {
	if e != nil {
		p.expr(r, e)
	}
}

func (p *placer) each(r *region, list []Expr) {
	for _, e := range list {
		p.expr(r, e)
	}
}

func (p *placer) args(r *region, a *Arguments) {
	p.each(r, a.Defaults)
	for _, e := range a.KwDefaults {
		p.opt(r, e)
	}
	for x := range a.All {
		p.opt(r, x.Annotation)
	}
}

func (p *placer) target(r *region, t Expr) {
	switch t := t.(type) {
	case *Name:
		p.name(r, t.Id, writes)
	case *Tuple:
		for _, e := range t.Elts {
			p.target(r, e)
		}
	case *List:
		for _, e := range t.Elts {
			p.target(r, e)
		}
	case *Starred:
		p.target(r, t.Value)
	default:
		p.expr(r, t)
	}
}

func (p *placer) expr(r *region, e Expr) {
	switch e := e.(type) {
	case *Name:
		p.name(r, e.Id, reads)
	case *NamedExpr:
		p.expr(r, e.Value)
		p.name(r, e.Target.Id, writes)
	case *Lambda:
		p.args(r, e.Args)
		p.nested(r, p.l.scopes.of[e])
	case *ListComp:
		p.expr(r, e.Generators[0].Iter)
		p.nested(r, p.l.scopes.of[e])
	case *SetComp:
		p.expr(r, e.Generators[0].Iter)
		p.nested(r, p.l.scopes.of[e])
	case *DictComp:
		p.expr(r, e.Generators[0].Iter)
		p.nested(r, p.l.scopes.of[e])
	case *GeneratorExp:
		p.expr(r, e.Generators[0].Iter)
		p.nested(r, p.l.scopes.of[e])
	default:
		exprChildren(e, func(n Node) {
			switch n := n.(type) {
			case Expr:
				p.expr(r, n)
			case *Keyword:
				p.expr(r, n.Value)
			}
		})
	}
}

func (p *placer) pattern(r *region, pat Pattern) {
	switch pat := pat.(type) {
	case *MatchStar:
		if pat.Name != "" {
			p.name(r, pat.Name, writes)
		}
	case *MatchAs:
		if pat.Name != "" {
			p.name(r, pat.Name, writes)
		}
	case *MatchMapping:
		if pat.Rest != "" {
			p.name(r, pat.Rest, writes)
		}
	}
	Children(pat, func(n Node) {
		switch n := n.(type) {
		case Pattern:
			p.pattern(r, n)
		case Expr:
			p.expr(r, n)
		}
	})
}
