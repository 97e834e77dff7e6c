// This file finds out whether a variable is surely assigned wherever a piece of
// code reads it.

package dialect

import "strings"

// A state says what is known about the variable at a point of the code.
type state struct {
	reach bool // control can get here
	set   bool // the variable is surely assigned
}

func (a state) join(b state) state {
	if !a.reach {
		return b
	}
	if !b.reach {
		return a
	}
	return state{true, a.set && b.set}
}

// A flow follows one variable through a piece of code.
type flow struct {
	l     *lowerer
	s     *scope
	v     *variable
	ok    bool // no read was found that may come before an assignment
	loops []*flowLoop
}

type flowLoop struct{ brk, cont state }

func (f *flow) read(name string, st state) {
	if st.reach && !st.set && f.s.resolve(f.s.mangle(name)) == f.v {
		f.ok = false
	}
}

func (f *flow) isV(name string) bool { return f.s.resolve(f.s.mangle(name)) == f.v }

func (f *flow) stmts(list []Stmt, st state) state {
	for _, s := range list {
		st = f.stmt(s, st)
	}
	return st
}

func (f *flow) stmt(n Stmt, st state) state {
	switch n := n.(type) {
	case *Return:
		f.opt(n.Value, &st)
		return state{}
	case *Raise:
		f.opt(n.Exc, &st)
		f.opt(n.Cause, &st)
		return state{}
	case *Break:
		if k := len(f.loops); k > 0 {
			f.loops[k-1].brk = f.loops[k-1].brk.join(st)
		}
		return state{}
	case *Continue:
		if k := len(f.loops); k > 0 {
			f.loops[k-1].cont = f.loops[k-1].cont.join(st)
		}
		return state{}
	case *Delete:
		for _, t := range n.Targets {
			st = f.del(t, st)
		}
	case *Assign:
		f.exprIn(n.Value, &st)
		for _, t := range n.Targets {
			f.target(t, &st)
		}
	case *AugAssign:
		if t, ok := n.Target.(*Name); ok {
			f.read(t.Id, st)
		}
		f.exprIn(n.Value, &st)
		f.target(n.Target, &st)
	case *AnnAssign:
		f.expr(n.Annotation, st)
		if n.Value != nil {
			f.exprIn(n.Value, &st)
			f.target(n.Target, &st)
		}
	case *TypeAlias:
		f.nested(f.l.scopes.types[n], st)
		f.nested(f.l.scopes.of[n], st)
		f.bind(n.Name.Id, &st)
	case *FunctionDef:
		f.each(n.DecoratorList, st)
		f.args(n.Args, st)
		if n.Returns != nil {
			f.expr(n.Returns, st)
		}
		f.nested(f.l.scopes.types[n], st)
		own := st
		f.bind(n.Name, &own) // a function that speaks of itself runs later
		f.nested(f.l.scopes.of[n], own)
		st = own
	case *ClassDef:
		f.each(n.DecoratorList, st)
		f.each(n.Bases, st)
		for _, k := range n.Keywords {
			f.expr(k.Value, st)
		}
		f.nested(f.l.scopes.types[n], st)
		f.nested(f.l.scopes.of[n], st)
		f.bind(n.Name, &st)
	case *For:
		f.exprIn(n.Iter, &st)
		after := f.loop(st, func(st state) state {
			f.target(n.Target, &st)
			return f.stmts(n.Body, st)
		})
		out := f.stmts(n.Orelse, after.cont)
		return out.join(after.brk)
	case *While:
		forever := false
		if k, ok := n.Test.(*Constant); ok {
			forever = k.Kind == TrueConst || k.Kind == IntConst && k.Big == nil && k.Int != 0
		}
		after := f.loop(st, func(st state) state {
			f.exprIn(n.Test, &st)
			return f.stmts(n.Body, st)
		})
		if forever {
			return after.brk
		}
		out := after.cont
		f.exprIn(n.Test, &out)
		out = f.stmts(n.Orelse, out)
		return out.join(after.brk)
	case *If:
		f.exprIn(n.Test, &st)
		return f.stmts(n.Body, st).join(f.stmts(n.Orelse, st))
	case *With:
		return f.with(n.Items, n.Body, st, false)
	case *Match:
		f.exprIn(n.Subject, &st)
		out := st
		for _, c := range n.Cases {
			s := st
			f.pattern(c.Pattern, &s)
			f.opt(c.Guard, &s)
			out = out.join(f.stmts(c.Body, s))
		}
		return out
	case *Try:
		return f.try(n.Body, n.Handlers, n.Orelse, n.Finalbody, st)
	case *TryStar:
		return f.try(n.Body, n.Handlers, n.Orelse, n.Finalbody, st)
	case *Assert:
		f.exprIn(n.Test, &st)
		f.opt(n.Msg, &st)
	case *Import:
		for _, a := range n.Names {
			f.bind(importedName(a), &st)
		}
	case *ImportFrom:
		for _, a := range n.Names {
			if a.Name != "*" {
				f.bind(fromName(a), &st)
			}
		}
	case *ExprStmt:
		f.exprIn(n.Value, &st)
	}
	return st
}

// importedName is the name that one entry of an import statement binds.
func importedName(a *Alias) string {
	if a.Asname != "" {
		return a.Asname
	}
	name, _, _ := strings.Cut(a.Name, ".")
	return name
}

func fromName(a *Alias) string {
	if a.Asname != "" {
		return a.Asname
	}
	return a.Name
}

func (f *flow) try(body []Stmt, handlers []*ExceptHandler, orelse, final []Stmt, st state) state {
	// An exception may come before the body has assigned anything, and after
	// it has deleted anything.
	broken := state{true, st.set && !f.deletes(body)}
	out := f.stmts(body, st)
	out = f.stmts(orelse, out)
	for _, h := range handlers {
		out = out.join(f.handler(h, broken))
	}
	if len(final) == 0 {
		return out
	}
	for _, h := range handlers {
		if h.Name != "" && f.isV(h.Name) || f.deletes(h.Body) {
			broken.set = false
		}
	}
	if f.deletes(orelse) {
		broken.set = false
	}
	f.stmts(final, broken)
	if !out.reach {
		return state{}
	}
	return f.stmts(final, out)
}

func (f *flow) handler(h *ExceptHandler, st state) state {
	f.opt(h.Type, &st)
	if h.Name != "" {
		f.bind(h.Name, &st)
	}
	st = f.stmts(h.Body, st)
	if h.Name != "" && f.isV(h.Name) {
		st.set = false
	}
	return st
}

// with follows a with statement from one of its managers on; inside tells
// that the manager's own expression was evaluated before.
func (f *flow) with(items []*WithItem, body []Stmt, st state, inside bool) state {
	before := st
	for i, it := range items {
		if i > 0 || !inside {
			f.exprIn(it.ContextExpr, &st)
		}
		if it.OptionalVars != nil {
			f.target(it.OptionalVars, &st)
		}
	}
	out := f.stmts(body, st)
	if f.deletes(body) {
		before.set = false
	}
	return out.join(before) // a manager may swallow an exception
}

// deletes reports whether a statement in body may unbind the variable.
func (f *flow) deletes(body []Stmt) bool {
	if !f.v.deleted {
		return false
	}
	found := false
	for _, st := range body {
		Inspect(st, func(n Node) bool {
			switch n := n.(type) {
			case *Name:
				found = found || n.Ctx == Del && n.Id == f.v.name
			case *ExceptHandler:
				found = found || n.Name == f.v.name
			}
			return !found
		})
	}
	return found
}

// loop follows a loop's body until nothing changes; cont of the result is the
// state when the loop ends by itself, brk when it is left by break.
func (f *flow) loop(st state, body func(state) state) flowLoop {
	entry := st
	for {
		l := &flowLoop{}
		f.loops = append(f.loops, l)
		end := body(entry).join(l.cont)
		f.loops = f.loops[:len(f.loops)-1]
		next := entry.join(end)
		if next == entry {
			return flowLoop{brk: l.brk, cont: entry}
		}
		entry = next
	}
}

func (f *flow) bind(name string, st *state) {
	if f.isV(name) {
		st.set = true
	}
}

func (f *flow) del(t Expr, st state) state {
	switch t := t.(type) {
	case *Name:
		f.read(t.Id, st)
		if f.isV(t.Id) {
			st.set = false
		}
	case *Tuple:
		for _, e := range t.Elts {
			st = f.del(e, st)
		}
	case *List:
		for _, e := range t.Elts {
			st = f.del(e, st)
		}
	default:
		f.expr(t, st)
	}
	return st
}

func (f *flow) target(t Expr, st *state) {
	switch t := t.(type) {
	case *Name:
		f.bind(t.Id, st)
	case *Tuple:
		for _, e := range t.Elts {
			f.target(e, st)
		}
	case *List:
		for _, e := range t.Elts {
			f.target(e, st)
		}
	case *Starred:
		f.target(t.Value, st)
	default:
		f.expr(t, *st)
	}
}

func (f *flow) pattern(p Pattern, st *state) {
	switch p := p.(type) {
	case *MatchStar:
		f.bind(p.Name, st)
	case *MatchMapping:
		f.bind(p.Rest, st)
	case *MatchAs:
		defer func() {
			if p.Name != "" {
				f.bind(p.Name, st)
			}
		}()
	}
	Children(p, func(n Node) {
		switch n := n.(type) {
		case Pattern:
			f.pattern(n, st)
		case Expr:
			f.expr(n, *st)
		}
	})
}

func (f *flow) opt(e Expr, st *state) {
	if e != nil {
		f.expr(e, *st)
	}
}

func (f *flow) each(list []Expr, st state) {
	for _, e := range list {
		f.expr(e, st)
	}
}

func (f *flow) args(a *Arguments, st state) {
	f.each(a.Defaults, st)
	for _, e := range a.KwDefaults {
		f.opt(e, &st)
	}
	for x := range a.All {
		f.opt(x.Annotation, &st)
	}
}

// exprIn follows the expression that a statement evaluates first, in which :=
// that are assigned ahead of the statement count.
func (f *flow) exprIn(e Expr, st *state) {
	if e == nil {
		return
	}
	if f.v.bindings > 0 && !f.v.walrus {
		for _, n := range leadingWalruses(e) {
			f.expr(n.Value, *st)
			f.bind(n.Target.Id, st)
		}
	}
	f.expr(e, *st)
}

func (f *flow) expr(e Expr, st state) {
	if !f.ok || !st.reach || st.set {
		return
	}
	switch e := e.(type) {
	case *Name:
		f.read(e.Id, st)
	case *Lambda:
		f.args(e.Args, st)
		f.nested(f.l.scopes.of[e], st)
	case *ListComp:
		f.expr(e.Generators[0].Iter, st)
		f.nested(f.l.scopes.of[e], st)
	case *SetComp:
		f.expr(e.Generators[0].Iter, st)
		f.nested(f.l.scopes.of[e], st)
	case *DictComp:
		f.expr(e.Generators[0].Iter, st)
		f.nested(f.l.scopes.of[e], st)
	case *GeneratorExp:
		f.expr(e.Generators[0].Iter, st)
		f.nested(f.l.scopes.of[e], st)
	default:
		exprChildren(e, func(n Node) {
			switch n := n.(type) {
			case Expr:
				f.expr(n, st)
			case *Keyword:
				f.expr(n.Value, st)
			}
		})
	}
}

// nested counts what an inner scope may read as read where it is made.
func (f *flow) nested(c *scope, st state) {
	if c == nil || !st.reach || st.set {
		return
	}
	for name := range c.uses {
		if c.resolve(name) == f.v {
			f.ok = false
		}
	}
	for _, k := range c.children {
		f.nested(k, st)
	}
}
