// This file defines Walk and Inspect, which visit the nodes of a tree.

package dialect

// A Visitor's Visit is called by Walk for each node. If it returns nil, the
// node's children are not visited; otherwise they are, with the visitor that
// it returned, followed by a call of that visitor's Visit(nil).
type Visitor interface {
	Visit(n Node) Visitor
}

// Walk visits n and the nodes below it, children in the order of the fields in
// Python's ast, which is nearly the order of the source text.
func Walk(v Visitor, n Node) {
	w := v.Visit(n)
	if w == nil {
		return
	}
	Children(n, func(c Node) { Walk(w, c) })
	w.Visit(nil)
}

type inspector func(Node) bool

func (f inspector) Visit(n Node) Visitor {
	if f(n) {
		return f
	}
	return nil
}

// Inspect visits n and the nodes below it in the order of Walk: it calls
// f(n), and if that returns true it does the same for each child and then
// calls f(nil).
func Inspect(n Node, f func(Node) bool) { Walk(inspector(f), n) }

// Children calls f for each direct child of n that is present.
func Children(n Node, f func(Node)) {
	switch n := n.(type) {
	case *Module:
		each(n.Body, f)
	case *FunctionDef:
		f(n.Args)
		each(n.Body, f)
		each(n.DecoratorList, f)
		opt(n.Returns, f)
		each(n.TypeParams, f)
	case *ClassDef:
		each(n.Bases, f)
		each(n.Keywords, f)
		each(n.Body, f)
		each(n.DecoratorList, f)
		each(n.TypeParams, f)
	case *Return:
		opt(n.Value, f)
	case *Delete:
		each(n.Targets, f)
	case *Assign:
		each(n.Targets, f)
		f(n.Value)
	case *TypeAlias:
		f(n.Name)
		each(n.TypeParams, f)
		f(n.Value)
	case *AugAssign:
		f(n.Target)
		f(n.Value)
	case *AnnAssign:
		f(n.Target)
		f(n.Annotation)
		opt(n.Value, f)
	case *For:
		f(n.Target)
		f(n.Iter)
		each(n.Body, f)
		each(n.Orelse, f)
	case *While:
		f(n.Test)
		each(n.Body, f)
		each(n.Orelse, f)
	case *If:
		f(n.Test)
		each(n.Body, f)
		each(n.Orelse, f)
	case *With:
		each(n.Items, f)
		each(n.Body, f)
	case *WithItem:
		f(n.ContextExpr)
		opt(n.OptionalVars, f)
	case *Match:
		f(n.Subject)
		each(n.Cases, f)
	case *MatchCase:
		f(n.Pattern)
		opt(n.Guard, f)
		each(n.Body, f)
	case *Raise:
		opt(n.Exc, f)
		opt(n.Cause, f)
	case *Try:
		each(n.Body, f)
		each(n.Handlers, f)
		each(n.Orelse, f)
		each(n.Finalbody, f)
	case *TryStar:
		each(n.Body, f)
		each(n.Handlers, f)
		each(n.Orelse, f)
		each(n.Finalbody, f)
	case *ExceptHandler:
		opt(n.Type, f)
		each(n.Body, f)
	case *Assert:
		f(n.Test)
		opt(n.Msg, f)
	case *Import:
		each(n.Names, f)
	case *ImportFrom:
		each(n.Names, f)
	case *ExprStmt:
		f(n.Value)
	case *Arguments:
		each(n.Posonlyargs, f)
		each(n.Args, f)
		if n.Vararg != nil {
			f(n.Vararg)
		}
		each(n.Kwonlyargs, f)
		for _, d := range n.KwDefaults {
			opt(d, f)
		}
		if n.Kwarg != nil {
			f(n.Kwarg)
		}
		each(n.Defaults, f)
	case *Arg:
		opt(n.Annotation, f)
	case *Keyword:
		f(n.Value)
	case *TypeVar:
		opt(n.Bound, f)
		opt(n.DefaultValue, f)
	case *ParamSpec:
		opt(n.DefaultValue, f)
	case *TypeVarTuple:
		opt(n.DefaultValue, f)
	case *Comprehension:
		f(n.Target)
		f(n.Iter)
		each(n.Ifs, f)
	case Expr:
		exprChildren(n, f)
	case Pattern:
		patternChildren(n, f)
	}
}

func exprChildren(n Expr, f func(Node)) {
	switch n := n.(type) {
	case *BoolOp:
		each(n.Values, f)
	case *NamedExpr:
		f(n.Target)
		f(n.Value)
	case *BinOp:
		f(n.Left)
		f(n.Right)
	case *UnaryOp:
		f(n.Operand)
	case *Lambda:
		f(n.Args)
		f(n.Body)
	case *IfExp:
		f(n.Test)
		f(n.Body)
		f(n.Orelse)
	case *Dict:
		for i, k := range n.Keys {
			opt(k, f)
			f(n.Values[i])
		}
	case *Set:
		each(n.Elts, f)
	case *ListComp:
		f(n.Elt)
		each(n.Generators, f)
	case *SetComp:
		f(n.Elt)
		each(n.Generators, f)
	case *DictComp:
		f(n.Key)
		f(n.Value)
		each(n.Generators, f)
	case *GeneratorExp:
		f(n.Elt)
		each(n.Generators, f)
	case *Yield:
		opt(n.Value, f)
	case *YieldFrom:
		f(n.Value)
	case *Compare:
		f(n.Left)
		each(n.Comparators, f)
	case *Call:
		f(n.Func)
		each(n.Args, f)
		each(n.Keywords, f)
	case *JoinedStr:
		each(n.Values, f)
	case *FormattedValue:
		f(n.Value)
		if n.FormatSpec != nil {
			f(n.FormatSpec)
		}
	case *Attribute:
		f(n.Value)
	case *Subscript:
		f(n.Value)
		f(n.Slice)
	case *Starred:
		f(n.Value)
	case *List:
		each(n.Elts, f)
	case *Tuple:
		each(n.Elts, f)
	case *Slice:
		opt(n.Lower, f)
		opt(n.Upper, f)
		opt(n.Step, f)
	}
}

func patternChildren(n Pattern, f func(Node)) {
	switch n := n.(type) {
	case *MatchValue:
		f(n.Value)
	case *MatchSequence:
		each(n.Patterns, f)
	case *MatchMapping:
		for i, k := range n.Keys {
			f(k)
			f(n.Patterns[i])
		}
	case *MatchClass:
		f(n.Cls)
		each(n.Patterns, f)
		each(n.KwdPatterns, f)
	case *MatchAs:
		if n.Pattern != nil {
			f(n.Pattern)
		}
	case *MatchOr:
		each(n.Patterns, f)
	}
}

func each[T Node](list []T, f func(Node)) {
	for _, n := range list {
		f(n)
	}
}

func opt(e Expr, f func(Node)) {
	if e != nil {
		f(e)
	}
}
