// This file defines scopes: which variable each name of a script means. The
// rules are those of CPython's symtable.

package dialect

import "strings"

type spaceKind uint8

const (
	moduleSpace   spaceKind = iota
	functionSpace           // def, lambda, generator expression
	classSpace
	compSpace // list, set and dict comprehension
	typeSpace // the type parameters of a def, class or type statement
)

// A scope is one namespace of the script.
type scope struct {
	kind     spaceKind
	parent   *scope
	children []*scope
	node     Node
	name     string // as in __name__
	qualname string
	class    string // of the innermost class around, for private names

	vars      map[string]*variable // names bound here
	order     []*variable          // the same in order of first mention
	globals   map[string]bool      // named in a global statement
	nonlocals map[string]bool      // named in a nonlocal statement
	uses      map[string]bool      // every name that occurs here, bound or not
	cache     map[string]*variable // of resolve
	params    []*variable

	generator  bool            // contains yield
	dynamic    bool            // calls locals(), eval() or their like
	classCell  *variable       // class scope: __class__, if a method needs it
	clashes    map[string]bool // class scope: names of defs that must be renamed
	futureAnn  bool            // module: from __future__ import annotations
	starImport bool            // module: from m import *
	first      *variable       // function scope: the first parameter
	returns    []Expr          // function scope: what its return statements say
}

// A variable is one name bound in one scope.
type variable struct {
	name  string
	scope *scope
	ident string // how the lowered code spells it, if it is a plain variable

	param    bool
	star     uint8 // 1: *args, 2: **kwargs
	rebound  bool  // assigned by a nested scope through nonlocal
	captured bool  // used by a nested function, lambda or class
	deleted  bool  // del or the end of an except clause unbinds it
	walrus   bool  // assigned by := where no statement can stand
	cell     bool  // lives in a cell
	external bool  // module: assigned from a function through global
	imported bool  // every binding is an import
	bindings int   // how many places bind it
	imports  int   // how many of these are imports

	kind    kind // the join of what is assigned
	sources []source
	elems   *elements    // of the list or dict it holds, if only this function knows that
	class   *ClassDef    // its only binding is this class statement
	fn      *FunctionDef // its only binding is this def statement
	seeded  bool         // the module starts with it bound (a built-in that the module also binds)
}

// A source is one thing that is assigned to a variable.
type source struct {
	scope *scope
	expr  Expr // evaluated in scope, or nil
	kind  kind // when expr is nil
	aug   Operator
	isAug bool
	elem  bool // an element of expr (a for loop's target)
	param bool // the argument of a call
}

type scopes struct {
	module *scope
	of     map[Node]*scope // by the node that opens the scope
	types  map[Node]*scope // type parameters, by def, class or type alias
	all    []*scope

	calls []scopedCall // of names

	// open tells that the code may change the module's variables in ways that
	// only show when it runs: through the dict of globals(), or exec.
	open bool

	// hoisted are the := whose assignment can be a statement of its own before
	// the statement they occur in.
	hoisted map[*NamedExpr]bool
}

type scopedCall struct {
	scope *scope
	call  *Call
}

func newScopes() *scopes {
	return &scopes{of: make(map[Node]*scope), types: make(map[Node]*scope),
		hoisted: make(map[*NamedExpr]bool)}
}

func (sc *scopes) new(kind spaceKind, parent *scope, node Node, name string) *scope {
	s := &scope{kind: kind, parent: parent, node: node, name: name,
		vars: make(map[string]*variable), uses: make(map[string]bool)}
	if parent != nil {
		parent.children = append(parent.children, s)
		s.class = parent.class
		s.qualname = qualify(parent, name)
	}
	sc.all = append(sc.all, s)
	return s
}

func qualify(parent *scope, name string) string {
	for parent.kind == compSpace || parent.kind == typeSpace {
		parent = parent.parent
	}
	switch parent.kind {
	case functionSpace:
		if parent.parent != nil {
			return parent.qualname + ".<locals>." + name
		}
	case classSpace:
		return parent.qualname + "." + name
	}
	return name
}

// mangle applies the rule for private names in classes.
func (s *scope) mangle(name string) string {
	if s.class == "" || !strings.HasPrefix(name, "__") || strings.HasSuffix(name, "__") || strings.Contains(name, ".") {
		return name
	}
	c := strings.TrimLeft(s.class, "_")
	if c == "" {
		return name
	}
	return "_" + c + name
}

// bind notes that name is bound in s and returns its variable.
func (s *scope) bind(name string) *variable {
	s.uses[name] = true
	if s.globals[name] {
		m := s.root()
		v := m.own(name)
		v.external = true
		v.bindings++
		return v
	}
	if s.nonlocals[name] {
		return nil // later: resolve
	}
	v := s.own(name)
	v.bindings++
	return v
}

func (s *scope) own(name string) *variable {
	v := s.vars[name]
	if v == nil {
		v = &variable{name: name, scope: s, ident: name}
		s.vars[name] = v
		s.order = append(s.order, v)
	}
	return v
}

func (s *scope) root() *scope {
	for s.parent != nil {
		s = s.parent
	}
	return s
}

// function returns the innermost scope around and including s that is not a
// comprehension or generator expression: where := binds.
func (s *scope) function() *scope {
	for s.kind == compSpace || s.isGenexp() {
		s = s.parent
	}
	return s
}

func (s *scope) isGenexp() bool {
	_, ok := s.node.(*GeneratorExp)
	return ok && s.kind == functionSpace
}

// resolve returns the variable that name means in s, or nil if it is neither
// bound in a function around nor in the module.
func (s *scope) resolve(name string) *variable {
	if v, ok := s.cache[name]; ok {
		return v
	}
	v := s.resolve1(name)
	if s.cache == nil {
		s.cache = make(map[string]*variable)
	}
	s.cache[name] = v
	return v
}

func (s *scope) resolve1(name string) *variable {
	for p := s; p != nil; p = p.parent {
		if p.kind == classSpace && p != s {
			if name == "__class__" && p.classCell != nil {
				return p.classCell
			}
			continue
		}
		if p.globals[name] {
			return p.root().vars[name]
		}
		if p.nonlocals[name] {
			continue
		}
		if v := p.vars[name]; v != nil && (p.kind != moduleSpace || v.bindings > 0) {
			return v
		}
	}
	return nil
}
