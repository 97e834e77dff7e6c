// This file lowers functions: def, lambda, generators, type parameters.

package dialect

import (
	"fmt"
	"sort"
	"strings"

	"go.starlark.net/syntax"
)

// The names of lowered functions. Where the script's own name cannot be used,
// it follows a tag that ends with "$.". A name that begins with $ is that of a
// part of a function.
const (
	renamedTag   = "m$."     // a def that must not bind its own name
	generatorTag = "gen$."   // the body of a generator function
	classTag     = "class$." // the body of a class
	bodyName     = "$body"   // the body of a try or with statement
)

// DisplayName is what a traceback shows for a function of a lowered file whose
// go.starlark.net name is name.
func DisplayName(name string) string {
	switch {
	case name == "lambda":
		return "<lambda>"
	case name == "<toplevel>":
		return "<module>"
	}
	if _, shown, ok := strings.Cut(name, "$."); ok {
		return shown
	}
	return strings.TrimSuffix(name, twinSuffix)
}

func (l *lowerer) functionDef(st *FunctionDef) {
	at := st.Span().Pos
	s := l.scopes.of[st]
	decorate := l.decorators(st.DecoratorList, st.Name)
	defer l.typeParams(st)()

	ident, store := l.defIdent(st.Name, st.NamePos)
	l.defStmt(st, s, ident)
	if t := l.twins[st]; t != nil && t.wanted {
		l.twinDef(t)
	}
	if len(st.TypeParams) > 0 {
		l.emitExpr(l.manyArgs(at, "typeparams", append([]syntax.Expr{l.ident(ident, at)}, l.typeParamRefs(st)...)))
	}
	fn := syntax.Expr(l.ident(ident, at))
	if ann := l.functionAnnotations(st); len(ann) > 0 {
		fn = l.manyArgs(at, "annotatefn", append([]syntax.Expr{fn}, ann...))
		if len(st.DecoratorList) == 0 && store == nil {
			l.emitExpr(fn)
			fn = nil
		}
	}
	if len(st.DecoratorList) > 0 {
		fn = decorate(fn)
		if store == nil {
			store = l.targetAround(st, st.Name, st.NamePos)
		}
	}
	if store != nil {
		l.emit(l.assignStmt(at, store, fn))
	}
}

// targetAround is target in the scope that the statement st stands in, also
// when its type parameters are current.
func (l *lowerer) targetAround(st Stmt, id string, at Position) syntax.Expr {
	saved := l.s
	if t := l.scopes.types[st]; t != nil && l.s == t {
		l.s = t.parent
	}
	x := l.target(id, at)
	l.s = saved
	return x
}

// defIdent chooses the name that the def statement for a function called id
// binds in the lowered code. store is where it must be stored besides, or nil
// if the def statement's own binding is the variable.
func (l *lowerer) defIdent(id string, at Position) (ident string, store syntax.Expr) {
	s := l.s
	if s.kind == typeSpace {
		l.s = s.parent
		defer func() { l.s = s }()
	}
	if v := l.plainTarget(id); v != nil {
		return v.ident, nil
	}
	store = l.target(id, at)
	name := l.s.mangle(id)
	if l.s.kind == classSpace && !l.s.clashes[name] {
		return name, store
	}
	return renamedTag + name, store
}

// decorators evaluates the decorators that have effects, and returns what
// applies them all.
func (l *lowerer) decorators(list []Expr, name string) func(syntax.Expr) syntax.Expr {
	plain := true
	for _, d := range list {
		for d != nil {
			switch x := d.(type) {
			case *Name:
				plain = plain && x.Id != name
				d = nil
			case *Attribute:
				d = x.Value
			default:
				plain, d = false, nil
			}
		}
	}
	values := make([]func() syntax.Expr, len(list))
	for i, d := range list {
		if plain {
			values[i] = func() syntax.Expr { return l.expr(d) }
			continue
		}
		t := l.hold(d.Span().Pos, l.expr(d))
		values[i] = func() syntax.Expr { return l.ident(t, d.Span().Pos) }
	}
	return func(x syntax.Expr) syntax.Expr {
		for i := len(list) - 1; i >= 0; i-- {
			pos := list[i].Span().End
			l.mark(pos, list[i])
			x = l.call(pos, values[i](), x)
		}
		return x
	}
}

// functionAnnotations lowers the annotations of a function as pairs of name
// and value.
func (l *lowerer) functionAnnotations(st *FunctionDef) []syntax.Expr {
	var out []syntax.Expr
	a := st.Args
	// CPython's order puts the positional-only ones second.
	for _, list := range [][]*Arg{a.Args, a.Posonlyargs, {a.Vararg}, a.Kwonlyargs, {a.Kwarg}} {
		for _, p := range list {
			if p == nil || p.Annotation == nil {
				continue
			}
			pos := p.Span().Pos
			ann := p.Annotation
			if s, ok := ann.(*Starred); ok {
				ann = s.Value
			}
			out = append(out, l.strLit(l.s.mangle(p.Arg), pos), l.annotation(ann))
		}
	}
	if st.Returns != nil {
		out = append(out, l.strLit("return", st.Returns.Span().Pos), l.annotation(st.Returns))
	}
	return out
}

// typeParams binds the type parameters of a def, class or type statement and
// makes their scope current; the function that it returns ends that.
func (l *lowerer) typeParams(st Stmt) func() {
	t := l.scopes.types[st]
	if t == nil {
		return func() {}
	}
	saved := l.s
	l.s = t
	for _, p := range typeParamsOf(st) {
		at := p.Span().Pos
		var name, kind string
		var bound, def Expr
		switch p := p.(type) {
		case *TypeVar:
			name, kind, bound, def = p.Name, "TypeVar", p.Bound, p.DefaultValue
		case *ParamSpec:
			name, kind, def = p.Name, "ParamSpec", p.DefaultValue
		case *TypeVarTuple:
			name, kind, def = p.Name, "TypeVarTuple", p.DefaultValue
		}
		v := t.vars[t.mangle(name)]
		l.ntemp++
		v.ident = fmt.Sprintf("$T%d.%s", l.ntemp, name)
		args := []syntax.Expr{l.strLit(kind, at), l.strLit(name, at)}
		for _, lazy := range []Expr{bound, def} {
			if lazy == nil {
				args = append(args, l.ident("None", at))
			} else {
				args = append(args, l.thunk(lazy))
			}
		}
		l.emit(l.assignStmt(at, l.ident(v.ident, at), l.callHelper(at, "typevar", args...)))
	}
	return func() { l.s = saved }
}

func typeParamsOf(st Stmt) []TypeParam {
	switch st := st.(type) {
	case *FunctionDef:
		return st.TypeParams
	case *ClassDef:
		return st.TypeParams
	case *TypeAlias:
		return st.TypeParams
	}
	return nil
}

// typeParamRefs reads the type parameters of st, which typeParams has bound.
func (l *lowerer) typeParamRefs(st Stmt) []syntax.Expr {
	t := l.scopes.types[st]
	if t == nil {
		return nil
	}
	var refs []syntax.Expr
	for _, p := range typeParamsOf(st) {
		name := ""
		switch p := p.(type) {
		case *TypeVar:
			name = p.Name
		case *ParamSpec:
			name = p.Name
		case *TypeVarTuple:
			name = p.Name
		}
		refs = append(refs, l.ident(t.vars[t.mangle(name)].ident, p.Span().Pos))
	}
	return refs
}

// thunk lowers e as a function without parameters.
func (l *lowerer) thunk(e Expr) syntax.Expr {
	at := e.Span().Pos
	key := FuncKey{at, "lambda"}
	if l.info.Functions[key] == nil {
		l.info.Functions[key] = &FuncInfo{Kind: AnnotationBody, Name: "<lambda>", Qualname: "<lambda>", Parent: l.fr.key}
	}
	fn := &syntax.LambdaExpr{Lambda: l.pos(at)}
	l.function(key, l.s, func() { fn.Body = l.expr(e) })
	return fn
}

func (l *lowerer) typeAlias(st *TypeAlias) {
	at := st.Span().Pos
	done := l.typeParams(st)
	s := l.scopes.of[st]
	var value syntax.Expr
	l.in(s, func() { value = l.thunk(st.Value) })
	args := append([]syntax.Expr{l.strLit(st.Name.Id, at), value}, l.typeParamRefs(st)...)
	done()
	l.emit(l.assignStmt(at, l.target(st.Name.Id, at), l.manyArgs(at, "typealias", args)))
}

// defStmt emits the def statement of st under the name ident.
func (l *lowerer) defStmt(st *FunctionDef, s *scope, ident string) {
	at := st.Span().Pos
	p := l.pos(at)
	d := &syntax.DefStmt{Def: p, Name: l.ident(ident, st.NamePos), Lparen: p, Rparen: p}
	d.Params = l.params(s, st.Args)
	key := FuncKey{at, ident}
	info := l.funcInfo(key, s, st.Name, st.Args)
	info.Range = st.Span()
	info.Doc, info.HasDoc = docstring(st.Body)
	if s.generator {
		info.Kind = GeneratorFunc
		d.Body = l.generatorBody(key, s, at, st.Name, info.Doc, func() { l.stmts(st.Body) })
		l.emit(d)
		return
	}
	l.fr = &frame{parent: l.fr, scope: s, key: key}
	l.in(s, func() {
		d.Body = l.block(func() {
			if info.HasDoc {
				l.emitExpr(l.strLit(info.Doc, at))
			}
			l.makeCells(s, at)
			l.functionBody(st, s)
		})
	})
	l.fr = l.fr.parent
	l.emit(d)
}

// functionBody lowers the statements of a function.
func (l *lowerer) functionBody(st *FunctionDef, s *scope) {
	if !l.versions(st, s) {
		l.stmts(st.Body)
	}
}

// generatorBody is the code of the function that makes the generator: it
// passes its parameters on to a function of its own that yields through $y.
func (l *lowerer) generatorBody(outer FuncKey, s *scope, at Position, name, doc string, body func()) []syntax.Stmt {
	l.fr = &frame{parent: l.fr, scope: s, key: outer}
	defer func() { l.fr = l.fr.parent }()
	p := l.pos(at)
	ident := generatorTag + name
	key := FuncKey{at, ident}
	info := *l.info.Functions[outer]
	info.Kind, info.Parent = GeneratorBody, outer
	l.info.Functions[key] = &info
	var out []syntax.Stmt
	l.in(s, func() {
		out = l.block(func() {
			if doc != "" {
				l.emitExpr(l.strLit(doc, at))
			}
			d := &syntax.DefStmt{Def: p, Name: l.ident(ident, at), Lparen: p, Rparen: p}
			d.Params = []syntax.Expr{l.ident("$y", at)}
			args := []syntax.Expr{l.ident(ident, at)}
			for _, v := range s.params {
				d.Params = append(d.Params, l.ident(v.ident, at))
				args = append(args, l.ident(v.ident, at))
			}
			l.fr = &frame{parent: l.fr, scope: s, key: key}
			d.Body = l.block(func() {
				l.makeCells(s, at)
				body()
			})
			l.fr = l.fr.parent
			l.emit(d)
			call := l.manyArgs(at, "gen", args)
			l.emit(&syntax.ReturnStmt{Return: p, Result: call})
		})
	})
	return out
}

// makeCells emits the cells of a function's variables.
func (l *lowerer) makeCells(s *scope, at Position) {
	for _, v := range s.order {
		if v.cell && v.scope == s {
			l.emit(l.assignStmt(at, l.ident("$c."+v.name, at), l.newCell(v, at)))
		}
	}
}

func (l *lowerer) newCell(v *variable, at Position) syntax.Expr {
	args := []syntax.Expr{l.strLit(v.name, at)}
	if v.param {
		args = append(args, l.ident(v.ident, at))
	}
	return l.callHelper(at, "cell", args...)
}

// params lowers a parameter list; defaults are evaluated in the current scope.
func (l *lowerer) params(s *scope, a *Arguments) []syntax.Expr {
	var out []syntax.Expr
	name := func(p *Arg) *syntax.Ident {
		return l.ident(s.vars[s.mangle(p.Arg)].ident, p.Span().Pos)
	}
	positional := append(append([]*Arg(nil), a.Posonlyargs...), a.Args...)
	first := len(positional) - len(a.Defaults)
	for i, p := range positional {
		if i >= first {
			out = append(out, l.binary(name(p), syntax.EQ, l.expr(a.Defaults[i-first]), p.Span().Pos))
		} else {
			out = append(out, name(p))
		}
	}
	star := func(op syntax.Token, p *Arg, at Position) syntax.Expr {
		u := &syntax.UnaryExpr{OpPos: l.pos(at), Op: op}
		if p != nil {
			u.X = name(p)
		}
		return u
	}
	switch {
	case a.Vararg != nil:
		out = append(out, star(syntax.STAR, a.Vararg, a.Vararg.Span().Pos))
	case len(a.Kwonlyargs) > 0:
		out = append(out, star(syntax.STAR, nil, a.Kwonlyargs[0].Span().Pos))
	}
	for i, p := range a.Kwonlyargs {
		if d := a.KwDefaults[i]; d != nil {
			out = append(out, l.binary(name(p), syntax.EQ, l.expr(d), p.Span().Pos))
		} else {
			out = append(out, name(p))
		}
	}
	if a.Kwarg != nil {
		out = append(out, star(syntax.STARSTAR, a.Kwarg, a.Kwarg.Span().Pos))
	}
	return out
}

// funcInfo records what is known about a function before its body is lowered.
func (l *lowerer) funcInfo(key FuncKey, s *scope, name string, a *Arguments) *FuncInfo {
	info := &FuncInfo{Kind: DefFunc, Name: name, Qualname: s.qualname, Parent: l.fr.key}
	info.Method = s.parent != nil && s.parent.kind == classSpace
	if v := s.parent.resolve(s.parent.mangle(name)); s.parent.globals[s.parent.mangle(name)] && v != nil {
		info.Qualname = name
	}
	if a != nil {
		n := len(a.Posonlyargs) + len(a.Args) - len(a.Defaults)
		i := 0
		add := func(p *Arg, k ParamKind, def bool) {
			info.Params = append(info.Params, Param{Name: s.mangle(p.Arg), Kind: k, HasDefault: def})
		}
		for _, p := range a.Posonlyargs {
			add(p, PositionalOnly, i >= n)
			i++
		}
		for _, p := range a.Args {
			add(p, PositionalOrKeyword, i >= n)
			i++
		}
		if a.Vararg != nil {
			add(a.Vararg, VarPositional, false)
		}
		for j, p := range a.Kwonlyargs {
			add(p, KeywordOnly, a.KwDefaults[j] != nil)
		}
		if a.Kwarg != nil {
			add(a.Kwarg, VarKeyword, false)
		}
	}
	for _, v := range s.params {
		info.Locals = append(info.Locals, v.name)
	}
	for _, v := range s.order {
		if !v.param && v.bindings > 0 {
			info.Locals = append(info.Locals, v.name)
		}
	}
	free := make(map[*variable]bool)
	freeVars(s, s, free)
	for v := range free {
		f := FreeVar{Name: v.name, Ident: v.ident, Cell: v.cell}
		if v.cell {
			f.Ident = "$c." + v.name
		}
		info.FreeVars = append(info.FreeVars, f)
	}
	sort.Slice(info.FreeVars, func(i, j int) bool { return info.FreeVars[i].Name < info.FreeVars[j].Name })
	l.info.Functions[key] = info
	return info
}

// freeVars collects the variables of functions around root that s and the
// scopes in it use.
func freeVars(root, s *scope, out map[*variable]bool) {
	for name := range s.uses {
		v := s.resolve(name)
		if v == nil || v.scope.kind == moduleSpace {
			continue
		}
		inside := false
		for p := v.scope; p != nil; p = p.parent {
			inside = inside || p == root
		}
		if !inside {
			out[v] = true
		}
	}
	for _, c := range s.children {
		freeVars(root, c, out)
	}
}

func (l *lowerer) lambda(e *Lambda) syntax.Expr {
	at := e.Span().Pos
	s := l.scopes.of[e]
	p := l.pos(at)
	fn := &syntax.LambdaExpr{Lambda: p, Params: l.params(s, e.Args)}
	key := FuncKey{at, "lambda"}
	info := l.funcInfo(key, s, "<lambda>", e.Args)
	info.Kind, info.Range = LambdaFunc, e.Span()
	l.function(key, s, func() {
		l.in(s, func() {
			body := l.expr(e.Body)
			var vars, cells []syntax.Expr
			for _, v := range s.order {
				if v.cell {
					vars = append(vars, l.ident("$c."+v.name, at))
					cells = append(cells, l.newCell(v, at))
				}
			}
			if len(vars) > 0 {
				body = l.let(at, vars, cells, body)
			}
			if s.generator {
				inner := &syntax.LambdaExpr{Lambda: p, Params: []syntax.Expr{l.ident("$y", at)}, Body: body}
				args := []syntax.Expr{inner}
				for _, v := range s.params {
					inner.Params = append(inner.Params, l.ident(v.ident, at))
					args = append(args, l.ident(v.ident, at))
				}
				body = l.manyArgs(at, "gen", args)
			}
			fn.Body = body
		})
	})
	return fn
}
