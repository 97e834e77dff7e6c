// This file collects the scopes of a module and the names that each binds.

package dialect

import "strings"

// builder collects the scopes of a module. Binding a name in a function needs
// its global and nonlocal statements first, which Python requires to come
// before any use, so one pass in order of the text does.
type builder struct {
	*scopes
	pending []pendingBinding // assignments to nonlocal names
}

func buildScopes(mod *Module) *scopes {
	b := &builder{scopes: newScopes()}
	b.module = b.new(moduleSpace, nil, mod, "<module>")
	b.stmts(b.module, mod.Body)
	b.finish()
	return b.scopes
}

func (b *builder) stmts(s *scope, list []Stmt) {
	for _, st := range list {
		b.stmt(s, st)
	}
}

func (b *builder) stmt(s *scope, st Stmt) {
	switch st := st.(type) {
	case *FunctionDef:
		for _, d := range st.DecoratorList {
			b.expr(s, d)
		}
		b.defaults(s, st.Args)
		name := s.mangle(st.Name)
		if v := s.bind(name); v != nil {
			src := source{kind: kindFunc}
			if len(st.DecoratorList) > 0 {
				src.kind = kindAny
			} else {
				v.fn = st
			}
			v.sources = append(v.sources, src)
		}
		outer := b.typeParams(s, st, st.TypeParams)
		b.annotations(outer, st.Args, st.Returns)
		f := b.new(functionSpace, outer, st, st.Name)
		b.of[st] = f
		b.params(f, st.Args)
		b.stmts(f, st.Body)

	case *ClassDef:
		for _, d := range st.DecoratorList {
			b.expr(s, d)
		}
		outer := b.typeParams(s, st, st.TypeParams)
		for _, e := range st.Bases {
			b.expr(outer, e)
		}
		for _, k := range st.Keywords {
			b.expr(outer, k.Value)
		}
		if v := s.bind(s.mangle(st.Name)); v != nil {
			src := source{kind: kindOther}
			if len(st.DecoratorList) > 0 {
				src.kind = kindAny
			} else {
				v.class = st
			}
			v.sources = append(v.sources, src)
		}
		c := b.new(classSpace, outer, st, st.Name)
		c.class = st.Name
		for _, name := range classNames {
			c.own(name).bindings++
		}
		b.of[st] = c
		b.stmts(c, st.Body)

	case *Return:
		b.hoist(st.Value)
		b.opt(s, st.Value)
		if f := s.function(); st.Value != nil {
			f.returns = append(f.returns, st.Value)
		} else {
			f.returns = append(f.returns, nil)
		}
	case *Delete:
		for _, t := range st.Targets {
			b.del(s, t)
		}
	case *Assign:
		b.hoist(st.Value)
		b.expr(s, st.Value)
		for _, t := range st.Targets {
			b.target(s, t, source{scope: s, expr: st.Value})
		}
	case *AugAssign:
		b.expr(s, st.Value)
		b.target(s, st.Target, source{scope: s, expr: st.Value, isAug: true, aug: st.Op})
		if n, ok := st.Target.(*Name); ok {
			s.uses[s.mangle(n.Id)] = true
		}
	case *AnnAssign:
		if s.kind != functionSpace || !st.Simple {
			b.expr(s, st.Annotation)
		}
		if st.Value != nil {
			b.hoist(st.Value)
			b.expr(s, st.Value)
			b.target(s, st.Target, source{scope: s, expr: st.Value})
		} else if n, ok := st.Target.(*Name); ok && st.Simple {
			s.bind(s.mangle(n.Id))
		} else {
			b.target(s, st.Target, source{kind: kindAny})
		}
	case *TypeAlias:
		if v := s.bind(s.mangle(st.Name.Id)); v != nil {
			v.sources = append(v.sources, source{kind: kindOther})
		}
		outer := b.typeParams(s, st, st.TypeParams)
		f := b.new(functionSpace, outer, st, st.Name.Id)
		b.of[st] = f
		b.expr(f, st.Value)
	case *For:
		b.hoist(st.Iter)
		b.expr(s, st.Iter)
		b.target(s, st.Target, source{scope: s, expr: st.Iter, elem: true})
		b.stmts(s, st.Body)
		b.stmts(s, st.Orelse)
	case *While:
		b.hoist(st.Test)
		b.expr(s, st.Test)
		b.stmts(s, st.Body)
		b.stmts(s, st.Orelse)
	case *If:
		b.hoist(st.Test)
		b.expr(s, st.Test)
		b.stmts(s, st.Body)
		b.stmts(s, st.Orelse)
	case *With:
		for _, it := range st.Items {
			b.expr(s, it.ContextExpr)
			if it.OptionalVars != nil {
				b.target(s, it.OptionalVars, source{kind: kindAny})
			}
		}
		b.stmts(s, st.Body)
	case *Match:
		b.hoist(st.Subject)
		b.expr(s, st.Subject)
		for _, c := range st.Cases {
			b.pattern(s, c.Pattern)
			b.opt(s, c.Guard)
			b.stmts(s, c.Body)
		}
	case *Raise:
		b.opt(s, st.Exc)
		b.opt(s, st.Cause)
	case *Try:
		b.try(s, st.Body, st.Handlers, st.Orelse, st.Finalbody)
	case *TryStar:
		b.try(s, st.Body, st.Handlers, st.Orelse, st.Finalbody)
	case *Assert:
		b.hoist(st.Test)
		b.expr(s, st.Test)
		b.opt(s, st.Msg)
	case *Import:
		for _, a := range st.Names {
			name := a.Asname
			if name == "" {
				name, _, _ = strings.Cut(a.Name, ".")
			}
			b.imported(s, name)
		}
	case *ImportFrom:
		for _, a := range st.Names {
			if a.Name == "*" {
				b.module.starImport = true
				continue
			}
			name := a.Asname
			if name == "" {
				name = a.Name
			}
			if st.Module == "__future__" && st.Level == 0 && a.Name == "annotations" {
				b.module.futureAnn = true
			}
			if v := s.bind(s.mangle(name)); v != nil {
				v.sources = append(v.sources, source{kind: kindAny})
			}
		}
	case *Global:
		if s.globals == nil {
			s.globals = make(map[string]bool)
		}
		for _, n := range st.Names {
			s.globals[s.mangle(n)] = true
		}
	case *Nonlocal:
		if s.nonlocals == nil {
			s.nonlocals = make(map[string]bool)
		}
		for _, n := range st.Names {
			s.nonlocals[s.mangle(n)] = true
		}
	case *ExprStmt:
		if s.kind == moduleSpace {
			if from := loadNames(st); from != nil {
				for _, to := range from {
					if v := s.bind(to[1]); v != nil {
						v.sources = append(v.sources, source{kind: kindAny})
					}
				}
				return
			}
		}
		b.hoist(st.Value)
		b.expr(s, st.Value)
	}
}

// loadNames recognises Starlark's load statement, load("module", "x", y="z"),
// and returns its pairs (name there, name here), or nil.
func loadNames(st *ExprStmt) [][2]string {
	c, ok := st.Value.(*Call)
	if !ok || c.Paren {
		return nil
	}
	if n, ok := c.Func.(*Name); !ok || n.Id != "load" || n.Paren {
		return nil
	}
	if len(c.Args) == 0 || len(c.Args)+len(c.Keywords) < 2 {
		return nil
	}
	var out [][2]string
	for i, a := range c.Args {
		k, ok := a.(*Constant)
		if !ok || k.Kind != StrConst {
			return nil
		}
		if i > 0 {
			out = append(out, [2]string{k.Str, k.Str})
		}
	}
	for _, kw := range c.Keywords {
		k, ok := kw.Value.(*Constant)
		if kw.Arg == "" || !ok || k.Kind != StrConst {
			return nil
		}
		out = append(out, [2]string{k.Str, kw.Arg})
	}
	return out
}

func (b *builder) imported(s *scope, name string) {
	if v := s.bind(s.mangle(name)); v != nil {
		v.imports++
		v.sources = append(v.sources, source{kind: kindOther})
	}
}

func (b *builder) try(s *scope, body []Stmt, handlers []*ExceptHandler, orelse, final []Stmt) {
	b.stmts(s, body)
	for _, h := range handlers {
		b.opt(s, h.Type)
		if h.Name != "" {
			if v := s.bind(s.mangle(h.Name)); v != nil {
				v.deleted = true
				v.sources = append(v.sources, source{kind: kindOther})
			}
		}
		b.stmts(s, h.Body)
	}
	b.stmts(s, orelse)
	b.stmts(s, final)
}

func (b *builder) typeParams(s *scope, node Node, list []TypeParam) *scope {
	if len(list) == 0 {
		return s
	}
	t := b.new(typeSpace, s, node, s.name)
	t.qualname = s.qualname
	b.types[node] = t
	for _, p := range list {
		var name string
		switch p := p.(type) {
		case *TypeVar:
			name = p.Name
			b.opt(t, p.Bound)
			b.opt(t, p.DefaultValue)
		case *ParamSpec:
			name = p.Name
			b.opt(t, p.DefaultValue)
		case *TypeVarTuple:
			name = p.Name
			b.opt(t, p.DefaultValue)
		}
		v := t.bind(s.mangle(name))
		v.sources = append(v.sources, source{kind: kindOther})
	}
	return t
}

func (b *builder) defaults(s *scope, a *Arguments) {
	for _, e := range a.Defaults {
		b.expr(s, e)
	}
	for _, e := range a.KwDefaults {
		b.opt(s, e)
	}
}

func (b *builder) annotations(s *scope, a *Arguments, returns Expr) {
	for p := range a.All {
		b.opt(s, p.Annotation)
	}
	b.opt(s, returns)
}

func (b *builder) params(f *scope, a *Arguments) {
	add := func(p *Arg, star uint8, k kind) *variable {
		v := f.bind(f.mangle(p.Arg))
		v.param, v.star = true, star
		v.sources = append(v.sources, source{kind: k, param: true})
		f.params = append(f.params, v)
		return v
	}
	for _, p := range a.Posonlyargs {
		v := add(p, 0, kindAny)
		v.ident = v.name + "$" // no keyword can reach it
	}
	for _, p := range a.Args {
		add(p, 0, kindAny)
	}
	if len(f.params) > 0 {
		f.first = f.params[0]
	}
	for _, p := range a.Kwonlyargs {
		add(p, 0, kindAny)
	}
	if a.Vararg != nil {
		v := add(a.Vararg, 1, kindTuple)
		if f.first == nil {
			f.first = v
		}
	}
	if a.Kwarg != nil {
		add(a.Kwarg, 2, kindDict)
	}
}

// target notes the variables that an assignment to t binds.
func (b *builder) target(s *scope, t Expr, src source) {
	switch t := t.(type) {
	case *Name:
		v := s.bind(s.mangle(t.Id))
		if v == nil {
			// nonlocal: found when the functions around are complete
			b.later(s, s.mangle(t.Id), src)
			return
		}
		v.sources = append(v.sources, src)
	case *Tuple:
		b.targets(s, t.Elts, src)
	case *List:
		b.targets(s, t.Elts, src)
	case *Starred:
		b.target(s, t.Value, source{kind: kindList})
	default:
		b.expr(s, t)
	}
}

func (b *builder) targets(s *scope, elts []Expr, src source) {
	var values []Expr
	if src.expr != nil && !src.elem && !src.isAug {
		switch v := src.expr.(type) {
		case *Tuple:
			values = v.Elts
		case *List:
			values = v.Elts
		}
		if len(values) != len(elts) {
			values = nil
		}
		for _, e := range values {
			if _, ok := e.(*Starred); ok {
				values = nil
				break
			}
		}
		for _, e := range elts {
			if _, ok := e.(*Starred); ok {
				values = nil
				break
			}
		}
	}
	// enumerate() counts with ints.
	enum := false
	if src.elem && len(elts) == 2 {
		if c, ok := src.expr.(*Call); ok && len(c.Args) == 1 && len(c.Keywords) == 0 {
			n, ok := c.Func.(*Name)
			enum = ok && n.Id == "enumerate"
		}
	}
	for i, e := range elts {
		switch {
		case values != nil:
			b.target(s, e, source{scope: src.scope, expr: values[i]})
		case enum && i == 0:
			// Decided when names are known: see kinds.
			b.target(s, e, source{scope: src.scope, expr: src.expr.(*Call).Func, kind: kindInt, elem: true})
		default:
			b.target(s, e, source{kind: kindAny})
		}
	}
}

// classNames are bound in every class body before its code runs.
var classNames = []string{"__module__", "__qualname__"}

func (b *builder) later(s *scope, name string, src source) {
	s.uses[name] = true
	if s.cache == nil {
		s.cache = make(map[string]*variable)
	}
	b.pending = append(b.pending, pendingBinding{s, name, src})
}

func (b *builder) del(s *scope, t Expr) {
	switch t := t.(type) {
	case *Name:
		name := s.mangle(t.Id)
		if v := s.bind(name); v != nil {
			v.deleted = true
		} else {
			b.pending = append(b.pending, pendingBinding{s, name, source{kind: 0}})
		}
	case *Tuple:
		for _, e := range t.Elts {
			b.del(s, e)
		}
	case *List:
		for _, e := range t.Elts {
			b.del(s, e)
		}
	default:
		b.expr(s, t)
	}
}

func (b *builder) opt(s *scope, e Expr) {
	if e != nil {
		b.expr(s, e)
	}
}

func (b *builder) expr(s *scope, e Expr) {
	switch e := e.(type) {
	case *Name:
		name := s.mangle(e.Id)
		s.uses[name] = true
		if e.Id == "super" || e.Id == "__class__" {
			b.needClass(s)
		}
	case *NamedExpr:
		b.expr(s, e.Value)
		f := s.function()
		name := f.mangle(e.Target.Id)
		src := source{scope: s, expr: e.Value}
		if s != f {
			src = source{kind: kindAny} // the value's names are the comprehension's
			s.uses[name] = true
		}
		v := f.bind(name)
		if v == nil {
			b.later(f, name, src)
			return
		}
		v.sources = append(v.sources, src)
		if !b.hoisted[e] {
			v.walrus = true
		}
	case *Lambda:
		b.defaults(s, e.Args)
		f := b.new(functionSpace, s, e, "<lambda>")
		b.of[e] = f
		b.params(f, e.Args)
		b.expr(f, e.Body)
		f.returns = append(f.returns, e.Body)
	case *ListComp:
		b.comp(s, e, e.Generators, e.Elt, nil, compSpace, "<listcomp>")
	case *SetComp:
		b.comp(s, e, e.Generators, e.Elt, nil, compSpace, "<setcomp>")
	case *DictComp:
		b.comp(s, e, e.Generators, e.Key, e.Value, compSpace, "<dictcomp>")
	case *GeneratorExp:
		b.comp(s, e, e.Generators, e.Elt, nil, functionSpace, "<genexpr>")
	case *Yield:
		s.function().generator = true
		b.opt(s, e.Value)
	case *YieldFrom:
		s.function().generator = true
		b.expr(s, e.Value)
	case *Call:
		if n, ok := e.Func.(*Name); ok {
			b.calls = append(b.calls, scopedCall{s, e})
			switch n.Id {
			case "locals", "vars":
				if f := s.function(); len(e.Args) == 0 {
					f.dynamic = true
					b.open = b.open || f.kind == moduleSpace
				}
			case "dir":
				if len(e.Args) == 0 {
					s.function().dynamic = true
				}
			case "globals":
				b.open = true
			case "exec":
				s.function().dynamic, b.open = true, true
			case "eval":
				s.function().dynamic = true
			}
		}
		exprChildren(e, func(n Node) { b.node(s, n) })
	default:
		exprChildren(e, func(n Node) { b.node(s, n) })
	}
}

func (b *builder) node(s *scope, n Node) {
	switch n := n.(type) {
	case Expr:
		b.expr(s, n)
	case *Keyword:
		b.expr(s, n.Value)
	}
}

func (b *builder) comp(s *scope, node Expr, gens []*Comprehension, elt, value Expr, kind spaceKind, name string) {
	b.expr(s, gens[0].Iter)
	c := b.new(kind, s, node, name)
	b.of[node] = c
	for i, g := range gens {
		if i > 0 {
			b.expr(c, g.Iter)
		}
		src := source{scope: c, expr: g.Iter, elem: true}
		if i == 0 {
			src.scope = s
		}
		b.target(c, g.Target, src)
		for _, cond := range g.Ifs {
			b.expr(c, cond)
		}
	}
	b.expr(c, elt)
	b.opt(c, value)
}

func (b *builder) pattern(s *scope, p Pattern) {
	capture := func(name string, k kind) {
		if name == "" {
			return
		}
		if v := s.bind(s.mangle(name)); v != nil {
			v.sources = append(v.sources, source{kind: k})
		}
	}
	switch p := p.(type) {
	case *MatchStar:
		capture(p.Name, kindList)
	case *MatchAs:
		capture(p.Name, kindAny)
	case *MatchMapping:
		capture(p.Rest, kindDict)
	}
	Children(p, func(n Node) {
		switch n := n.(type) {
		case Pattern:
			b.pattern(s, n)
		case Expr:
			b.expr(s, n)
		}
	})
}

// needClass makes sure that the class around s has a __class__ cell.
func (b *builder) needClass(s *scope) {
	for p := s; p != nil; p = p.parent {
		if p.kind == classSpace {
			if p == s {
				return
			}
			if p.classCell == nil {
				p.classCell = &variable{name: "__class__", scope: p, ident: "__class__", cell: true, captured: true,
					bindings: 1, kind: kindOther}
			}
			for q := s; q != p; q = q.parent {
				q.uses["__class__"] = true
			}
			return
		}
	}
}

type pendingBinding struct {
	scope *scope
	name  string
	src   source
}

// finish resolves what could not be resolved in passing, and notes which
// variables other scopes use.
func (b *builder) finish() {
	for _, s := range b.all {
		s.cache = nil
	}
	for _, p := range b.pending {
		if v := p.scope.resolve(p.name); v != nil {
			v.rebound = true
			v.bindings++
			if p.src.kind == 0 && p.src.expr == nil {
				v.deleted = true
				continue
			}
			v.sources = append(v.sources, p.src)
		}
	}
	for _, s := range b.all {
		for name := range s.nonlocals {
			if v := s.resolve(name); v != nil && v.scope.kind != moduleSpace {
				v.rebound = true
			}
		}
		for name := range s.uses {
			v := s.resolve(name)
			if v == nil {
				continue
			}
			if v.scope != s && v.scope.kind != moduleSpace && frameOf(s) != frameOf(v.scope) {
				v.captured = true
			}
			b.clash(s, name, v)
		}
	}
	for _, v := range b.module.vars {
		v.imported = v.bindings > 0 && v.imports == v.bindings
	}
	for _, s := range b.all {
		for _, v := range s.vars {
			if v.bindings != 1 {
				v.class, v.fn = nil, nil
			}
			v.imported = v.bindings > 0 && v.imports == v.bindings
		}
	}
}

// clash notes in the classes between s and the scope of v that a def statement
// of theirs must not be called name in the lowered code, because the code in s
// means another variable by it.
func (b *builder) clash(s *scope, name string, v *variable) {
	for p := s; p != nil && p != v.scope; p = p.parent {
		if p.kind == classSpace {
			if p.clashes == nil {
				p.clashes = make(map[string]bool)
			}
			p.clashes[name] = true
		}
	}
}

// frameOf is the scope whose lowered function runs the code of s.
func frameOf(s *scope) *scope {
	for s.kind == compSpace || s.kind == typeSpace {
		s = s.parent
	}
	return s
}
