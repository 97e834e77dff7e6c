// This file defines the checks of names: global and nonlocal declarations,
// parameters, and what comprehensions and annotations may bind.

package dialect

// A scopeKind is the kind of a scope.
type scopeKind uint8

const (
	moduleScope scopeKind = iota
	functionScope
	classScope
	comprehensionScope
	typeScope // type parameters, and what may use them
)

// A nameUse says how a scope uses a name.
type nameUse uint8

const (
	usedName nameUse = 1 << iota
	localName
	paramName
	globalName
	nonlocalName
	annotatedName
	iterationName // bound by a for of a comprehension
	walrusName    // bound by a := inside a comprehension in this scope
)

// A scopeInfo is what is known of a scope.
type scopeInfo struct {
	kind      scopeKind
	parent    *scopeInfo
	names     map[string]nameUse
	order     []declared // nonlocal declarations
	compKind  string     // "list comprehension"…
	typeWhat  string     // "a TypeVar bound"…
	inTarget  bool       // visiting the target of a for of a comprehension
	iterDepth int        // visiting the iterable of a comprehension
}

// A declared name is one in a global or nonlocal statement.
type declared struct {
	name string
	stmt Stmt
}

type scopeChecker struct {
	src    *sourceText
	cur    *scopeInfo
	scopes []*scopeInfo
}

// checkScopes checks all scopes of a module.
func checkScopes(src *sourceText, m *Module) {
	c := &scopeChecker{src: src}
	c.push(moduleScope)
	c.stmts(m.Body)
	c.resolve()
}

func (c *scopeChecker) fail(n Node, format string, args ...any) {
	r := n.Span()
	panic(c.src.errorf(PlainSyntaxError, r.Pos, r.End, format, args...))
}

func (c *scopeChecker) push(kind scopeKind) *scopeInfo {
	s := &scopeInfo{kind: kind, parent: c.cur, names: map[string]nameUse{}}
	c.scopes = append(c.scopes, s)
	c.cur = s
	return s
}

func (c *scopeChecker) pop() { c.cur = c.cur.parent }

// resolve finds the bindings of nonlocal names.
func (c *scopeChecker) resolve() {
	for _, s := range c.scopes {
		for _, d := range s.order {
			use := s.names[d.name]
			if use&globalName != 0 && use&nonlocalName != 0 {
				c.fail(d.stmt, "name '%s' is nonlocal and global", d.name)
			}
			if use&nonlocalName == 0 {
				continue
			}
			if s.kind == moduleScope {
				c.fail(d.stmt, "nonlocal declaration not allowed at module level")
			}
			if !bound(s.parent, d.name) {
				c.fail(d.stmt, "no binding for nonlocal '%s' found", d.name)
			}
		}
	}
}

// bound reports whether a function around s binds name.
func bound(s *scopeInfo, name string) bool {
	for ; s != nil; s = s.parent {
		if s.kind == classScope && name == "__class__" {
			return true
		}
		if s.kind != functionScope && s.kind != typeScope && s.kind != comprehensionScope {
			continue
		}
		use := s.names[name]
		if use&globalName != 0 {
			return false
		}
		if use&(localName|paramName) != 0 && use&nonlocalName == 0 {
			return true
		}
	}
	return false
}

// def notes that the current scope binds name at n.
func (c *scopeChecker) def(n Node, name string, use nameUse) {
	s := c.cur
	old := s.names[name]
	if use&paramName != 0 && old&paramName != 0 {
		c.fail(n, "duplicate argument '%s' in function definition", name)
	}
	if s.inTarget && s.kind == comprehensionScope {
		if old&walrusName != 0 {
			c.fail(n, "comprehension inner loop cannot rebind assignment expression target '%s'", name)
		}
		use |= iterationName
	}
	s.names[name] = old | use
}

func (c *scopeChecker) use(name string) { c.cur.names[name] |= usedName }

// declare handles a global or nonlocal statement.
func (c *scopeChecker) declare(s Stmt, names []string, use nameUse, word string) {
	for _, name := range names {
		old := c.cur.names[name]
		switch {
		case old&paramName != 0:
			c.fail(s, "name '%s' is parameter and %s", name, word)
		case old&usedName != 0:
			c.fail(s, "name '%s' is used prior to %s declaration", name, word)
		case old&annotatedName != 0:
			c.fail(s, "annotated name '%s' can't be %s", name, word)
		case old&localName != 0:
			c.fail(s, "name '%s' is assigned to before %s declaration", name, word)
		}
		c.cur.names[name] = old | use
		c.cur.order = append(c.cur.order, declared{name, s})
	}
}

func (c *scopeChecker) stmts(list []Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

func (c *scopeChecker) stmt(s Stmt) {
	switch s := s.(type) {
	case *FunctionDef:
		c.def(s, s.Name, localName)
		c.exprs(s.Args.Defaults)
		c.exprs(s.Args.KwDefaults)
		c.exprs(s.DecoratorList)
		generic := c.openTypes(s.TypeParams)
		for a := range s.Args.All {
			c.expr(a.Annotation)
		}
		c.expr(s.Returns)
		c.push(functionScope)
		c.params(s.Args)
		c.stmts(s.Body)
		c.pop()
		c.closeTypes(generic)
	case *ClassDef:
		c.def(s, s.Name, localName)
		c.exprs(s.DecoratorList)
		generic := c.openTypes(s.TypeParams)
		c.exprs(s.Bases)
		for _, k := range s.Keywords {
			c.expr(k.Value)
		}
		c.push(classScope)
		c.stmts(s.Body)
		c.pop()
		c.closeTypes(generic)
	case *TypeAlias:
		c.expr(s.Name)
		generic := c.openTypes(s.TypeParams)
		c.push(typeScope).typeWhat = "a type alias"
		c.expr(s.Value)
		c.pop()
		c.closeTypes(generic)
	case *AnnAssign:
		if name, ok := s.Target.(*Name); ok {
			old := c.cur.names[name.Id]
			if old&(globalName|nonlocalName) != 0 && c.cur.kind != moduleScope && s.Simple {
				word := "global"
				if old&nonlocalName != 0 {
					word = "nonlocal"
				}
				c.fail(s, "annotated name '%s' can't be %s", name.Id, word)
			}
			if s.Simple {
				c.def(name, name.Id, annotatedName|localName)
			} else if s.Value != nil {
				c.def(name, name.Id, localName)
			}
		} else {
			c.expr(s.Target)
		}
		c.expr(s.Annotation)
		c.expr(s.Value)
	case *If:
		for {
			c.expr(s.Test)
			c.stmts(s.Body)
			if len(s.Orelse) == 1 {
				if next, ok := s.Orelse[0].(*If); ok && next.Elif {
					s = next
					continue
				}
			}
			c.stmts(s.Orelse)
			return
		}
	case *Assign:
		c.exprs(s.Targets)
		c.expr(s.Value)
	case *Import:
		for _, a := range s.Names {
			c.alias(a)
		}
	case *ImportFrom:
		for _, a := range s.Names {
			c.alias(a)
		}
	case *Global:
		c.declare(s, s.Names, globalName, "global")
	case *Nonlocal:
		c.declare(s, s.Names, nonlocalName, "nonlocal")
	default:
		c.children(s)
	}
}

// alias binds the name of an import.
func (c *scopeChecker) alias(a *Alias) {
	name := a.Asname
	if name == "" {
		name = a.Name
		for i := range name {
			if name[i] == '.' {
				name = name[:i]
				break
			}
		}
	}
	if name == "*" {
		if c.cur.kind != moduleScope {
			c.fail(a, "import * only allowed at module level")
		}
		return
	}
	c.def(a, name, localName)
}

// children visits the parts of a node in the order of the fields.
func (c *scopeChecker) children(n Node) {
	Children(n, func(n Node) {
		switch n := n.(type) {
		case Stmt:
			c.stmt(n)
		case Expr:
			c.expr(n)
		case *ExceptHandler:
			c.expr(n.Type)
			if n.Name != "" {
				c.def(n, n.Name, localName)
			}
			c.stmts(n.Body)
		case Pattern:
			c.bindPattern(n)
			c.children(n)
		default:
			c.children(n)
		}
	})
}

func (c *scopeChecker) bindPattern(p Pattern) {
	switch p := p.(type) {
	case *MatchAs:
		if p.Name != "" {
			c.def(p, p.Name, localName)
		}
	case *MatchStar:
		if p.Name != "" {
			c.def(p, p.Name, localName)
		}
	case *MatchMapping:
		if p.Rest != "" {
			c.def(p, p.Rest, localName)
		}
	}
}

func (c *scopeChecker) params(a *Arguments) {
	for arg := range a.All {
		c.def(arg, arg.Arg, localName|paramName)
	}
}

// openTypes enters the scope of type parameters, if there are any.
func (c *scopeChecker) openTypes(list []TypeParam) bool {
	if len(list) == 0 {
		return false
	}
	c.push(typeScope).typeWhat = "the definition of a generic"
	defaults := false
	for _, t := range list {
		var name, what string
		var bound, def Expr
		switch t := t.(type) {
		case *TypeVar:
			name, bound, def, what = t.Name, t.Bound, t.DefaultValue, "a TypeVar"
		case *ParamSpec:
			name, def, what = t.Name, t.DefaultValue, "a ParamSpec"
		case *TypeVarTuple:
			name, def, what = t.Name, t.DefaultValue, "a TypeVarTuple"
		}
		if c.cur.names[name]&localName != 0 {
			c.fail(t, "duplicate type parameter '%s'", name)
		}
		if def == nil && defaults {
			c.fail(t, "non-default type parameter '%s' follows default type parameter", name)
		}
		defaults = def != nil
		c.def(t, name, localName)
		if bound != nil {
			w := what + " bound"
			if _, ok := bound.(*Tuple); ok {
				w = what + " constraint"
			}
			c.push(typeScope).typeWhat = w
			c.expr(bound)
			c.pop()
		}
		if def != nil {
			c.push(typeScope).typeWhat = what + " default"
			c.expr(def)
			c.pop()
		}
	}
	return true
}

func (c *scopeChecker) closeTypes(generic bool) {
	if generic {
		c.pop()
	}
}

func (c *scopeChecker) exprs(list []Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

// expr visits an expression, which may be nil.
func (c *scopeChecker) expr(e Expr) {
	switch e := e.(type) {
	case nil:
	case *Constant:
	case *Name:
		if e.Ctx == Load {
			c.use(e.Id)
		} else {
			c.def(e, e.Id, localName)
		}
	case *NamedExpr:
		c.walrus(e)
	case *Lambda:
		c.exprs(e.Args.Defaults)
		c.exprs(e.Args.KwDefaults)
		c.push(functionScope)
		c.params(e.Args)
		c.expr(e.Body)
		c.pop()
	case *ListComp:
		c.comprehension("list comprehension", e.Generators, e.Elt, nil)
	case *SetComp:
		c.comprehension("set comprehension", e.Generators, e.Elt, nil)
	case *DictComp:
		c.comprehension("dict comprehension", e.Generators, e.Key, e.Value)
	case *GeneratorExp:
		c.comprehension("generator expression", e.Generators, e.Elt, nil)
	case *Yield:
		c.notInType(e, "yield")
		c.expr(e.Value)
		c.yield(e)
	case *YieldFrom:
		c.notInType(e, "yield")
		c.expr(e.Value)
		c.yield(e)
	case *Dict:
		c.exprs(e.Keys)
		c.exprs(e.Values)
	default:
		c.children(e)
	}
}

func (c *scopeChecker) yield(e Expr) {
	if c.cur.kind == comprehensionScope {
		c.fail(e, "'yield' inside %s", c.cur.compKind)
	}
}

func (c *scopeChecker) notInType(e Expr, what string) {
	if c.cur.kind == typeScope {
		c.fail(e, "%s expression cannot be used within %s", what, c.cur.typeWhat)
	}
}

// comprehension visits a comprehension. Its first iterable belongs to the
// scope around it.
func (c *scopeChecker) comprehension(kind string, gens []*Comprehension, elt, value Expr) {
	c.iterable(gens[0].Iter)
	outer := c.cur
	s := c.push(comprehensionScope)
	s.compKind = kind
	s.iterDepth = outer.iterDepth
	for i, g := range gens {
		s.inTarget = true
		c.expr(g.Target)
		s.inTarget = false
		if i > 0 {
			c.iterable(g.Iter)
		}
		c.exprs(g.Ifs)
	}
	c.expr(value)
	c.expr(elt)
	c.pop()
}

func (c *scopeChecker) iterable(e Expr) {
	c.cur.iterDepth++
	c.expr(e)
	c.cur.iterDepth--
}

// walrus visits a named expression. In a comprehension, it binds in the
// function around it.
func (c *scopeChecker) walrus(e *NamedExpr) {
	c.notInType(e, "named")
	name := e.Target.Id
	if c.cur.iterDepth > 0 {
		c.fail(e, "assignment expression cannot be used in a comprehension iterable expression")
	}
	if c.cur.kind != comprehensionScope {
		c.expr(e.Value)
		c.expr(e.Target)
		return
	}
	for s := c.cur; s != nil; s = s.parent {
		if s.kind == comprehensionScope {
			if s.names[name]&iterationName != 0 {
				c.fail(e.Target, "assignment expression cannot rebind comprehension iteration variable '%s'", name)
			}
			continue
		}
		switch s.kind {
		case classScope:
			c.fail(e.Target, "assignment expression within a comprehension cannot be used in a class body")
		case typeScope:
			c.fail(e.Target, "assignment expression within a comprehension cannot be used within %s", s.typeWhat)
		}
		if s.names[name]&(globalName|nonlocalName) == 0 {
			s.names[name] |= localName
		}
		break
	}
	for s := c.cur; s != nil && s.kind == comprehensionScope; s = s.parent {
		s.names[name] |= walrusName
	}
	c.expr(e.Value)
}
