// This file infers what local lists and dicts hold. A container that a function
// makes itself and that no other code can change before the function returns
// holds only what the function's own statements put there.

package dialect

// elements is what is known of the container in a variable.
type elements struct {
	sources []source // what is put in
	kind    kind
	escapes bool // other code may change it
}

// readers are the built-ins that do not keep or change a container.
var readers = map[string]bool{"len": true, "sum": true, "min": true, "max": true, "sorted": true, "print": true,
	"str": true, "repr": true, "list": true, "tuple": true, "set": true, "dict": true, "any": true, "all": true,
	"bool": true, "reversed": true, "enumerate": true, "zip": true, "isinstance": true}

// quietMethods are the methods of lists and dicts that put nothing in.
var quietMethods = map[string]bool{"get": true, "items": true, "keys": true, "values": true, "pop": true, "popitem": true,
	"clear": true, "sort": true, "reverse": true, "index": true, "count": true, "copy": true, "remove": true}

// containers finds the variables of the function scope s that hold containers
// of its own.
func (l *lowerer) containers(s *scope) {
	d, ok := s.node.(*FunctionDef)
	if !ok || s.generator || s.dynamic {
		return
	}
	for _, v := range s.order {
		if v.bindings == 0 || v.param || v.captured || v.rebound || v.walrus || v.deleted {
			continue
		}
		e := &elements{}
		for _, src := range v.sources {
			if !e.made(src) {
				e = nil
				break
			}
		}
		if e != nil && len(v.sources) > 0 {
			v.elems = e
		}
	}
	w := &escapes{l: l, s: s}
	for _, st := range d.Body {
		w.stmt(st)
	}
	for _, c := range s.children {
		w.within(c)
	}
	for _, v := range s.order {
		if v.elems != nil && v.elems.escapes {
			v.elems = nil
		}
	}
}

// made notes what a display assigned to the variable holds, and reports whether
// src is one.
func (e *elements) made(src source) bool {
	if src.expr == nil || src.isAug || src.elem {
		return false
	}
	x := src.expr
	if b, ok := x.(*BinOp); ok && b.Op == Mult {
		x = b.Left
		if _, ok := x.(*List); !ok {
			x = b.Right
		}
	}
	switch x := x.(type) {
	case *List:
		for _, elt := range x.Elts {
			if _, ok := elt.(*Starred); ok {
				return false
			}
			e.sources = append(e.sources, source{scope: src.scope, expr: elt})
		}
		return true
	case *Dict:
		for i, k := range x.Keys {
			if k == nil {
				return false
			}
			e.sources = append(e.sources, source{scope: src.scope, expr: x.Values[i]})
		}
		return true
	}
	return false
}

// escapes looks for uses of containers through which other code could get at
// them, and notes what is put in.
type escapes struct {
	l *lowerer
	s *scope
}

func (w *escapes) elems(e Expr) *elements {
	n, ok := e.(*Name)
	if !ok {
		return nil
	}
	v := w.s.resolve(w.s.mangle(n.Id))
	if v == nil {
		return nil
	}
	return v.elems
}

// within marks the containers that a comprehension mentions: rarely more than
// it reads them, but it is a scope of its own.
func (w *escapes) within(c *scope) {
	for name := range c.uses {
		if v := c.resolve(name); v != nil && v.elems != nil && v.scope != c {
			v.elems.escapes = true
		}
	}
	for _, k := range c.children {
		w.within(k)
	}
}

func (w *escapes) stmts(list []Stmt) {
	for _, st := range list {
		w.stmt(st)
	}
}

func (w *escapes) stmt(st Stmt) {
	switch st := st.(type) {
	case *Assign:
		w.expr(st.Value)
		for _, t := range st.Targets {
			if len(st.Targets) == 1 {
				w.target(t, source{scope: w.s, expr: st.Value})
			} else {
				w.target(t, source{kind: kindAny})
				if e := w.elems(t); e != nil {
					e.escapes = true // two names for one object
				}
			}
		}
	case *AugAssign:
		w.expr(st.Value)
		if e := w.elems(st.Target); e != nil {
			e.escapes = true
			return
		}
		w.target(st.Target, source{scope: w.s, expr: st.Value, isAug: true, aug: st.Op})
	case *For:
		if w.elems(st.Iter) == nil {
			w.expr(st.Iter)
		}
		w.target(st.Target, source{kind: kindAny})
		w.stmts(st.Body)
		w.stmts(st.Orelse)
	case *AnnAssign:
		if st.Value != nil {
			w.expr(st.Value)
			w.target(st.Target, source{scope: w.s, expr: st.Value})
		}
	case *With:
		for _, it := range st.Items {
			w.expr(it.ContextExpr)
			if it.OptionalVars != nil {
				w.target(it.OptionalVars, source{kind: kindAny})
			}
		}
		w.stmts(st.Body)
	case *Return:
		if st.Value != nil && w.elems(st.Value) == nil {
			w.expr(st.Value)
		}
	default:
		Children(st, w.node)
	}
}

func (w *escapes) node(n Node) {
	switch n := n.(type) {
	case Stmt:
		w.stmt(n)
	case Expr:
		w.expr(n)
	default:
		Children(n, w.node)
	}
}

func (w *escapes) target(t Expr, src source) {
	switch t := t.(type) {
	case *Name:
	case *Subscript:
		if e := w.elems(t.Value); e != nil {
			if _, slice := t.Slice.(*Slice); slice {
				e.escapes = true
			}
			e.sources = append(e.sources, src)
		} else {
			w.expr(t.Value)
		}
		w.expr(t.Slice)
	case *Tuple:
		for _, x := range t.Elts {
			w.target(x, source{kind: kindAny})
		}
	case *List:
		for _, x := range t.Elts {
			w.target(x, source{kind: kindAny})
		}
	default:
		w.expr(t)
	}
}

func (w *escapes) expr(e Expr) {
	switch e := e.(type) {
	case *Name:
		if x := w.elems(e); x != nil && e.Ctx == Load {
			x.escapes = true
		}
	case *Subscript:
		if w.elems(e.Value) == nil {
			w.expr(e.Value)
		}
		w.expr(e.Slice)
	case *Compare:
		w.expr(e.Left)
		for i, c := range e.Comparators {
			if (e.Ops[i] == In || e.Ops[i] == NotIn) && w.elems(c) != nil {
				continue
			}
			w.expr(c)
		}
	case *UnaryOp:
		if e.Op == Not && w.elems(e.Operand) != nil {
			return
		}
		w.expr(e.Operand)
	case *Call:
		w.call(e)
	case *ListComp, *SetComp, *DictComp, *GeneratorExp, *Lambda:
		exprChildren(e, func(n Node) {
			if c, ok := n.(*Comprehension); ok {
				w.expr(c.Iter)
			}
		})
	default:
		exprChildren(e, w.node)
	}
}

func (w *escapes) call(e *Call) {
	reads := false
	switch f := e.Func.(type) {
	case *Name:
		reads = readers[f.Id] && w.l.builtin(w.s, f.Id)
	case *Attribute:
		x := w.elems(f.Value)
		if x == nil {
			w.expr(f.Value)
			break
		}
		switch {
		case quietMethods[f.Attr]:
		case f.Attr == "append" && len(e.Args) == 1:
			x.sources = append(x.sources, source{scope: w.s, expr: e.Args[0]})
		default:
			x.escapes = true
		}
	default:
		w.expr(e.Func)
	}
	for _, a := range e.Args {
		if reads && w.elems(a) != nil {
			continue
		}
		w.expr(a)
	}
	for _, k := range e.Keywords {
		w.expr(k.Value)
	}
}

// elementsOf computes the kinds of what containers hold, one step of the fixed
// point of kinds, and reports whether anything changed.
func (l *lowerer) elementsOf(vars []*variable) (changed bool) {
	for _, v := range vars {
		if v.elems == nil {
			continue
		}
		k := v.elems.kind
		for _, src := range v.elems.sources {
			k |= l.sourceKindOf(k, v, src)
		}
		if k != v.elems.kind {
			v.elems.kind, changed = k, true
		}
	}
	return changed
}

// itemKind is what is certain about an item of e, 0 if it is not known yet.
func (l *lowerer) itemKind(s *scope, e Expr) kind {
	n, ok := e.(*Name)
	if !ok {
		return kindAny
	}
	v := s.resolve(s.mangle(n.Id))
	if v == nil || v.elems == nil {
		return kindAny
	}
	if v.elems.kind == 0 && l.kindsDone {
		return kindAny
	}
	return v.elems.kind
}
