// This file lowers variables: how each is read, assigned and deleted.

package dialect

import "go.starlark.net/syntax"

// A frame is a function of the lowered file whose code is being made: a
// function of the script or a part of one that the lowering made a function.
type frame struct {
	parent *frame
	scope  *scope
	hidden bool // the body of a try or with statement
	key    FuncKey
	out    *[]syntax.Stmt // the block that statements are added to
	ctl    []control      // what surrounds the statement being lowered, outermost first
	exits  exits          // how the code of a hidden frame leaves it
}

// exits are the ways out of a protected body besides its end and exceptions.
type exits struct{ ret, brk, cont bool }

func (e exits) any() bool { return e.ret || e.brk || e.cont }

type controlKind uint8

const (
	ctlLoop    controlKind = iota
	ctlHandled             // an exception is being handled, or a finally clause runs
)

// A control is a statement that a return, break or continue may have to leave.
type control struct {
	kind   controlKind
	flag   string // loop: the variable to clear before a break, or ""
	c      string // handled: the completion
	unbind *variable
}

func (l *lowerer) emit(st syntax.Stmt) { *l.fr.out = append(*l.fr.out, st) }

func (l *lowerer) emitExpr(x syntax.Expr) { l.emit(&syntax.ExprStmt{X: x}) }

// block returns the statements that f emits, at least one.
func (l *lowerer) block(f func()) []syntax.Stmt {
	var out []syntax.Stmt
	saved := l.fr.out
	l.fr.out = &out
	f()
	l.fr.out = saved
	if len(out) == 0 {
		out = []syntax.Stmt{l.pass(Position{1, 1})}
	}
	return out
}

// load reads the variable that id means in the current scope.
func (l *lowerer) load(id string, at Position) syntax.Expr {
	name := l.s.mangle(id)
	v := l.s.resolve(name)
	if l.s.kind == classSpace && (v == nil || v.scope.kind == moduleSpace) && l.openClass(l.s) {
		l.useGlobal(name)
		return l.dot(l.ident("$ns", at), name, at)
	}
	if v == nil {
		if l.builtin(l.s, id) {
			l.useGlobal(id)
			l.builtins[id] = true
			return l.ident("$."+id, at)
		}
		l.useGlobal(name)
		return l.dot(l.namespace(at), name, at)
	}
	return l.loadVar(v, at)
}

func (l *lowerer) loadVar(v *variable, at Position) syntax.Expr {
	s := v.scope
	switch {
	case s.kind == moduleSpace:
		l.useGlobal(v.name)
		if l.open || l.shadowed(v) {
			return l.dot(l.namespace(at), v.name, at)
		}
		return l.ident(v.name, at)
	case s.kind == classSpace && v != s.classCell:
		return l.dot(l.ident("$ns", at), v.name, at)
	case v.cell:
		attr := "v"
		if frameOf(l.s) != frameOf(s) {
			attr = "f"
		}
		return l.dot(l.ident("$c."+v.name, at), attr, at)
	}
	return l.ident(v.ident, at)
}

// openClass reports whether a class body may have names that its code does not
// bind: from a metaclass's __prepare__, or through locals().
func (l *lowerer) openClass(s *scope) bool {
	c, ok := s.node.(*ClassDef)
	return ok && (len(c.Keywords) > 0 || s.dynamic)
}

// namespace is the object that holds the module's variables.
func (l *lowerer) namespace(at Position) syntax.Expr { return l.helper("g", at) }

// shadowed reports whether the plain name of the module variable v would mean
// another variable here.
func (l *lowerer) shadowed(v *variable) bool {
	for p := l.s; p != nil && p.kind != moduleSpace; p = p.parent {
		if w := p.vars[v.name]; w != nil && p.kind != classSpace && !w.cell && w.ident == v.name && w.bindings > 0 {
			return true
		}
	}
	return false
}

// target is what an assignment to the variable id assigns to in the lowered
// code.
func (l *lowerer) target(id string, at Position) syntax.Expr {
	name := l.s.mangle(id)
	f := l.s
	v := f.resolve(name)
	if v == nil {
		panic(lowerError{at, "assignment to unknown name " + name})
	}
	return l.targetVar(v, at)
}

func (l *lowerer) targetVar(v *variable, at Position) syntax.Expr {
	s := v.scope
	switch {
	case s.kind == moduleSpace:
		l.useGlobal(v.name)
		if l.open || l.fr.parent != nil {
			return l.dot(l.namespace(at), v.name, at)
		}
		return l.ident(v.name, at)
	case s.kind == classSpace:
		return l.dot(l.ident("$ns", at), v.name, at)
	case v.cell:
		return l.dot(l.ident("$c."+v.name, at), "v", at)
	}
	return l.ident(v.ident, at)
}

// plainTarget returns the variable that id means if an assignment to it here
// is one to a plain variable of the lowered function, or nil.
func (l *lowerer) plainTarget(id string) *variable {
	v := l.s.resolve(l.s.mangle(id))
	if v == nil || v.cell || v.scope.kind == classSpace {
		return nil
	}
	if v.scope.kind == moduleSpace && (l.open || l.fr.parent != nil) {
		return nil
	}
	return v
}

// delName lowers `del id`.
func (l *lowerer) delName(id string, at Position) {
	v := l.s.resolve(l.s.mangle(id))
	if v == nil {
		l.emitExpr(l.callHelper(at, "delname", l.namespace(at), l.strLit(l.s.mangle(id), at)))
		return
	}
	l.delVar(v, "delname", at)
}

// delVar unbinds v; helper is delname, or unbind to do nothing where v is not
// bound.
func (l *lowerer) delVar(v *variable, helper string, at Position) {
	s := v.scope
	name := l.strLit(v.name, at)
	switch {
	case s.kind == moduleSpace:
		l.emitExpr(l.callHelper(at, helper, l.namespace(at), name))
	case s.kind == classSpace:
		l.emitExpr(l.callHelper(at, helper, l.ident("$ns", at), name))
	case v.cell:
		l.emitExpr(l.callHelper(at, helper, l.ident("$c."+v.name, at), name))
	default:
		// Nothing reads it before the next assignment: only let the value go.
		l.emit(l.assignStmt(at, l.ident(v.ident, at), l.none(at)))
	}
}

// walrus lowers (id := value) where no statement can stand.
func (l *lowerer) walrus(id string, value syntax.Expr, at Position) syntax.Expr {
	name := l.s.function().mangle(id)
	v := l.s.function().resolve(name)
	if v == nil {
		panic(lowerError{at, "assignment to unknown name " + name})
	}
	var where syntax.Expr
	switch {
	case v.scope.kind == moduleSpace:
		where = l.namespace(at)
	case v.scope.kind == classSpace:
		where = l.ident("$ns", at)
	case v.cell:
		where = l.ident("$c."+v.name, at)
	default:
		panic(lowerError{at, "walrus target " + name + " is not in a cell"})
	}
	return l.callHelper(at, "setname", where, l.strLit(v.name, at), value)
}

// useGlobal notes that the functions being lowered use the module or built-in
// name.
func (l *lowerer) useGlobal(name string) {
	for f := l.fr; f != nil && f.parent != nil; f = f.parent {
		if fi := l.info.Functions[f.key]; fi != nil {
			fi.addGlobal(name)
		}
	}
}

func (f *FuncInfo) addGlobal(name string) {
	for _, g := range f.Globals {
		if g == name {
			return
		}
	}
	f.Globals = append(f.Globals, name)
}
