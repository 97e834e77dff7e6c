// This file defines checkModule: the errors that depend on where a statement
// or expression stands, which CPython's compiler finds after parsing. Those
// about names and scopes come first; they are in checkscope.go, and those
// about patterns in checkpattern.go.

package dialect

import "errors"

// checkModule looks for mistakes in a tree that parsed.
func checkModule(src *sourceText, m *Module) (err error) {
	defer func() {
		if r := recover(); r != nil {
			e, ok := r.(*SyntaxError)
			if !ok {
				panic(r)
			}
			err = e
		}
	}()
	checkFuture(src, m)
	checkScopes(src, m)
	c := &checker{src: src}
	c.stmts(m.Body)
	return nil
}

// AsSyntaxError returns the *SyntaxError in err's chain, or nil.
func AsSyntaxError(err error) *SyntaxError {
	var e *SyntaxError
	errors.As(err, &e)
	return e
}

// futureFeatures are the names that from __future__ import knows.
var futureFeatures = map[string]bool{
	"nested_scopes": true, "generators": true, "division": true, "absolute_import": true, "with_statement": true,
	"print_function": true, "unicode_literals": true, "barry_as_FLUFL": true, "generator_stop": true, "annotations": true,
}

// checkFuture checks from __future__ imports: their names and their place.
func checkFuture(src *sourceText, m *Module) {
	late := false
	for i, s := range m.Body {
		switch s := s.(type) {
		case *ImportFrom:
			if s.Module != "__future__" || s.Level != 0 {
				late = true
				break
			}
			if late {
				lateFuture(src, s)
			}
			for _, a := range s.Names {
				switch {
				case futureFeatures[a.Name]:
				case a.Name == "braces":
					panic(src.errorf(PlainSyntaxError, s.Pos, s.Pos, "not a chance"))
				default:
					panic(src.errorf(PlainSyntaxError, s.Pos, s.Pos, "future feature %s is not defined", a.Name))
				}
			}
		case *ExprStmt:
			if c, ok := s.Value.(*Constant); !ok || c.Kind != StrConst || i > 0 {
				late = true
			}
		default:
			late = true
		}
	}
}

func lateFuture(src *sourceText, s *ImportFrom) {
	panic(src.errorf(PlainSyntaxError, s.Pos, s.End, "from __future__ imports must occur at the beginning of the file"))
}

// A checker visits one scope after the other, in the order of CPython's
// compiler.
type checker struct {
	src       *sourceText
	function  bool // in a function or lambda
	class     bool // directly in a class
	loop      bool // in a loop of this function
	starBlock bool // in an except* block, outside a loop or function in it
	starLoop  bool // the loop is inside the except* block
	nested    bool // in a function, class or compound statement
}

func (c *checker) fail(n Node, format string, args ...any) {
	r := n.Span()
	panic(c.src.errorf(PlainSyntaxError, r.Pos, r.End, format, args...))
}

func (c *checker) stmts(list []Stmt) {
	for _, s := range list {
		c.stmt(s)
	}
}

// inside checks body in the state that set makes of the current one.
func (c *checker) inside(body []Stmt, set func(*checker)) {
	saved := *c
	c.nested = true
	set(c)
	c.stmts(body)
	*c = saved
}

// plain checks a block of a compound statement.
func (c *checker) plain(body []Stmt) { c.inside(body, func(*checker) {}) }

// loopBody checks the body of a loop.
func (c *checker) loopBody(body []Stmt) {
	c.inside(body, func(c *checker) {
		c.loop = true
		if c.starBlock {
			c.starLoop = true
		}
	})
}

func (c *checker) stmt(s Stmt) {
	switch s := s.(type) {
	case *FunctionDef:
		c.exprs(s.DecoratorList)
		c.arguments(s.Args)
		c.expr(s.Returns)
		c.typeParams(s.TypeParams)
		c.inside(s.Body, func(c *checker) { *c = checker{src: c.src, function: true, nested: true} })
	case *ClassDef:
		c.exprs(s.DecoratorList)
		c.typeParams(s.TypeParams)
		c.args(s.Bases)
		c.keywords(s.Keywords)
		c.inside(s.Body, func(c *checker) { *c = checker{src: c.src, class: true, nested: true} })
	case *Return:
		if !c.function {
			c.fail(s, "'return' outside function")
		}
		if c.starBlock {
			c.inStar(s)
		}
		c.expr(s.Value)
	case *Break:
		if c.starBlock && !c.starLoop {
			c.inStar(s)
		}
		if !c.loop {
			c.fail(s, "'break' outside loop")
		}
	case *Continue:
		if c.starBlock && !c.starLoop {
			c.inStar(s)
		}
		if !c.loop {
			c.fail(s, "'continue' not properly in loop")
		}
	case *Delete:
		for _, t := range s.Targets {
			c.target(t)
		}
	case *Assign:
		c.expr(s.Value)
		for _, t := range s.Targets {
			c.assigned(t)
		}
	case *TypeAlias:
		c.typeParams(s.TypeParams)
		c.expr(s.Value)
	case *AugAssign:
		c.target(s.Target)
		c.expr(s.Value)
	case *AnnAssign:
		c.expr(s.Value)
		c.target(s.Target)
		c.expr(s.Annotation)
	case *For:
		c.expr(s.Iter)
		c.assigned(s.Target)
		c.loopBody(s.Body)
		c.plain(s.Orelse)
	case *While:
		c.expr(s.Test)
		c.loopBody(s.Body)
		c.plain(s.Orelse)
	case *If:
		for {
			c.expr(s.Test)
			c.plain(s.Body)
			// A chain of elif is a loop here, to spare the stack.
			if len(s.Orelse) == 1 {
				if next, ok := s.Orelse[0].(*If); ok && next.Elif {
					s = next
					continue
				}
			}
			c.plain(s.Orelse)
			return
		}
	case *With:
		for _, item := range s.Items {
			c.expr(item.ContextExpr)
			if item.OptionalVars != nil {
				c.assigned(item.OptionalVars)
			}
		}
		c.plain(s.Body)
	case *Match:
		c.expr(s.Subject)
		c.match(s)
	case *Raise:
		c.expr(s.Exc)
		c.expr(s.Cause)
	case *Try:
		c.plain(s.Body)
		c.plain(s.Orelse)
		c.handlers(s.Handlers, false)
		c.plain(s.Finalbody)
	case *TryStar:
		c.plain(s.Body)
		c.plain(s.Orelse)
		c.handlers(s.Handlers, true)
		c.plain(s.Finalbody)
	case *Assert:
		c.expr(s.Test)
		c.expr(s.Msg)
	case *ImportFrom:
		if s.Module == "__future__" && s.Level == 0 && c.nested {
			lateFuture(c.src, s)
		}
	case *ExprStmt:
		c.expr(s.Value)
	}
}

func (c *checker) inStar(s Stmt) {
	c.fail(s, "'break', 'continue' and 'return' cannot appear in an except* block")
}

func (c *checker) handlers(list []*ExceptHandler, star bool) {
	for i, h := range list {
		if h.Type == nil && i < len(list)-1 {
			c.fail(h, "default 'except:' must be last")
		}
		c.expr(h.Type)
		c.inside(h.Body, func(c *checker) {
			if star {
				c.starBlock, c.starLoop = true, false
			}
		})
	}
}

// assigned checks the target of an assignment.
func (c *checker) assigned(e Expr) {
	if s, ok := e.(*Starred); ok {
		c.fail(s, "starred assignment target must be in a list or tuple")
	}
	c.target(e)
}

// target checks a target that may stand inside another one.
func (c *checker) target(e Expr) {
	switch e := e.(type) {
	case *Name:
		c.notDebug(e, e.Id, e.Ctx)
	case *Attribute:
		c.notDebug(e, e.Attr, e.Ctx)
		c.expr(e.Value)
	case *Subscript:
		c.expr(e)
	case *List:
		c.unpack(e, e.Elts)
	case *Tuple:
		c.unpack(e, e.Elts)
	}
}

func (c *checker) notDebug(n Node, name string, ctx ExprContext) {
	if name != "__debug__" {
		return
	}
	switch ctx {
	case Store:
		c.fail(n, "cannot assign to __debug__")
	case Del:
		c.fail(n, "cannot delete __debug__")
	}
}

func (c *checker) unpack(n Expr, elts []Expr) {
	starred := false
	for _, e := range elts {
		if s, ok := e.(*Starred); ok {
			if starred {
				c.fail(n, "multiple starred expressions in assignment")
			}
			starred = true
			e = s.Value
		}
	}
	for _, e := range elts {
		if s, ok := e.(*Starred); ok {
			e = s.Value
		}
		c.target(e)
	}
}

// arguments checks the defaults and annotations of parameters, and their names.
func (c *checker) arguments(a *Arguments) {
	c.exprs(a.Defaults)
	c.exprs(a.KwDefaults)
	for arg := range a.All {
		c.notDebug(arg, arg.Arg, Store)
		if s, ok := arg.Annotation.(*Starred); ok {
			c.expr(s.Value)
		} else {
			c.expr(arg.Annotation)
		}
	}
}

func (c *checker) typeParams(list []TypeParam) {
	for _, t := range list {
		Children(t, func(n Node) {
			if s, ok := n.(*Starred); ok {
				n = s.Value
			}
			c.expr(n.(Expr))
		})
	}
}

func (c *checker) keywords(list []*Keyword) {
	var seen map[string]bool
	for i, k := range list {
		if k.Arg == "" {
			continue
		}
		c.notDebug(k, k.Arg, Store)
		if len(list) > 1 && seen == nil {
			seen = make(map[string]bool, len(list)-i)
		}
		if seen[k.Arg] {
			c.fail(k, "keyword argument repeated: %s", k.Arg)
		}
		if seen != nil {
			seen[k.Arg] = true
		}
	}
	for _, k := range list {
		c.expr(k.Value)
	}
}

func (c *checker) exprs(list []Expr) {
	for _, e := range list {
		c.expr(e)
	}
}

// args checks a list in which starred items are allowed.
func (c *checker) args(list []Expr) {
	for _, e := range list {
		if s, ok := e.(*Starred); ok {
			e = s.Value
		}
		c.expr(e)
	}
}

// expr checks an expression, which may be nil.
func (c *checker) expr(e Expr) {
	switch e := e.(type) {
	case nil:
	case *Constant, *Name:
	case *Starred:
		c.fail(e, "can't use starred expression here")
	case *Yield:
		c.yield(e)
		c.expr(e.Value)
	case *YieldFrom:
		c.yield(e)
		c.expr(e.Value)
	case *Lambda:
		c.arguments(e.Args)
		saved := *c
		*c = checker{src: c.src, function: true, nested: true}
		c.expr(e.Body)
		*c = saved
	case *List:
		c.args(e.Elts)
	case *Tuple:
		c.args(e.Elts)
	case *Set:
		c.args(e.Elts)
	case *Call:
		c.expr(e.Func)
		c.keywordsFirst(e)
	case *NamedExpr:
		c.notDebug(e.Target, e.Target.Id, Store)
		c.expr(e.Value)
	case *Subscript:
		c.expr(e.Value)
		c.expr(e.Slice)
	default:
		Children(e, func(n Node) {
			switch n := n.(type) {
			case Expr:
				c.expr(n)
			case *Comprehension:
				c.expr(n.Iter)
				c.assigned(n.Target)
				c.exprs(n.Ifs)
			}
		})
	}
}

// keywordsFirst checks the arguments of a call: repeated keywords are found
// before anything inside the arguments.
func (c *checker) keywordsFirst(e *Call) {
	seen := make(map[string]bool, len(e.Keywords))
	for _, k := range e.Keywords {
		if k.Arg == "" {
			continue
		}
		c.notDebug(k, k.Arg, Store)
		if seen[k.Arg] {
			c.fail(k, "keyword argument repeated: %s", k.Arg)
		}
		seen[k.Arg] = true
	}
	c.args(e.Args)
	for _, k := range e.Keywords {
		c.expr(k.Value)
	}
}

func (c *checker) yield(e Expr) {
	if c.function {
		return
	}
	if _, ok := e.(*YieldFrom); ok {
		c.fail(e, "'yield from' outside function")
	}
	c.fail(e, "'yield' outside function")
}
