// This file defines Lower, which turns the tree of a Python module into the
// syntax tree that go.starlark.net compiles.
//
// The files of the lowering:
//
//	lower.go        Lower, the prelude, builders of syntax nodes
//	lowerinfo.go    what is recorded beside the lowered file
//	lowerscope.go, lowersymbols.go   which variable a name means
//	lowerhoist.go   := as a statement
//	lowercell.go, lowerflow.go   which variables live in cells
//	lowerkind.go, lowerelem.go   what is certain about values
//	lowername.go    reading, assigning and deleting variables
//	lowerstmt.go    statements
//	lowerassign.go  assignment, augmented assignment, del
//	lowertry.go     try, with, raise
//	lowermatch.go   match
//	lowerfunc.go    functions, generators
//	lowerclass.go   classes
//	lowerexpr.go    expressions
//	lowerop.go      operators and comparisons
//	lowercall.go    calls
//	lowercomp.go    comprehensions and generator expressions
//	lowerfstr.go    f-strings
//	lowertwin.go    code in two versions, for speed
//	lowerprint.go   Format, which prints a lowered file
//
// # What the lowered code looks like
//
// Names of the lowering's own contain a $, which no source text can have.
// A helper such as $iter is a value that the run time provides under the
// predeclared name $$iter; a prelude at the top of the file binds those that
// the module uses to globals, because the interpreter reads a global an order
// of magnitude faster than a predeclared name. Built-in functions are bound the
// same way ($.len), and so are constants that Starlark has no literal for.
//
// Where Starlark's own operation means what Python's does for the operands that
// can occur, it is used as it is. Where that is not certain, an adaptor stands
// before the operand: $num[x] is x itself unless x is a bool. An adaptor is a Go
// value whose subscript operation returns its argument, or something that
// behaves as Python wants; that costs a fifth of a call.

package dialect

import (
	"fmt"
	"math/big"
	"sort"

	"go.starlark.net/syntax"
)

// Options are the choices of Lower.
type Options struct {
	// Filename is shown in tracebacks.
	Filename string
	// Predeclared reports whether name is a built-in that scripts can name.
	// nil means none.
	Predeclared func(name string) bool
	// OpenGlobals makes every module variable an attribute of the namespace
	// object, so that other code can add, change and remove them between and
	// during runs: for the REPL, exec and eval.
	OpenGlobals bool
	// Interactive makes expression statements at module level print their
	// value, as the REPL does.
	Interactive bool
	// Eval makes Lower treat the module as a single expression, whose value
	// the lowered file leaves in the global Result.
	Eval bool
	// NoVersions turns the duplication of hot code for plain numbers off.
	NoVersions bool
}

// Result is the global that holds the value of an expression that was lowered
// with Options.Eval.
const Result = "$result"

// HelperPrefix begins the predeclared names of the run-time helpers.
const HelperPrefix = "$$"

// fileOptions are the options that lowered files need.
var fileOptions = syntax.FileOptions{Set: true, While: true, TopLevelControl: true, GlobalReassign: true,
	LoadBindsGlobally: true, Recursion: true}

type lowerer struct {
	opts   Options
	file   string
	open   bool // OpenGlobals
	info   *Info
	scopes *scopes

	returnKinds map[*scope]kind
	kindsDone   bool
	known       map[Expr]kind      // answers of kindOf
	assumed     map[*variable]kind // kinds that hold in the version being lowered
	versioned   bool               // a version is being lowered
	twins       map[*FunctionDef]*twin
	twinList    []*twin

	helpers  map[string]bool
	builtins map[string]bool
	makers   []syntax.Stmt     // of the prelude: constants and helpers with static arguments
	made     map[string]string // by what they are made from

	ntemp int
	fr    *frame
	s     *scope

	seeds map[string]bool // names that the namespace gives the module at the start
}

// Lower turns mod into a file for starlark.FileProgram, which the caller runs
// with the helpers of HelperNames predeclared. The tree must have been checked
// by the parser. mod is not changed, and may be lowered again.
func Lower(mod *Module, opts Options) (file *syntax.File, info *Info, err error) {
	if opts.Filename == "" {
		opts.Filename = mod.Filename
	}
	l := &lowerer{
		opts: opts, file: opts.Filename, open: opts.OpenGlobals,
		info:        &Info{Filename: opts.Filename, Functions: make(map[FuncKey]*FuncInfo), Ranges: make(map[Position]ErrorRange)},
		returnKinds: make(map[*scope]kind),
		helpers:     make(map[string]bool), builtins: make(map[string]bool),
		made: make(map[string]string), seeds: make(map[string]bool),
	}
	defer func() {
		if r := recover(); r != nil {
			if e, ok := r.(lowerError); ok {
				file, info, err = nil, nil, e
				return
			}
			panic(r)
		}
	}()
	l.scopes = buildScopes(mod)
	l.open = l.open || l.scopes.open
	l.seed()
	for _, s := range l.scopes.all {
		l.containers(s)
	}
	l.kinds()
	for _, s := range l.scopes.all {
		l.place(s)
	}
	if l.findTwins(mod); len(l.twinList) > 0 {
		// What twins return makes more certain, also about other twins.
		l.twinKinds()
		l.forget()
		l.kinds()
		l.twinKinds()
		l.wantTwins()
	}
	return l.module(mod), l.info, nil
}

// A lowerError is a construct that cannot be lowered.
type lowerError struct {
	Pos Position
	Msg string
}

func (e lowerError) Error() string { return fmt.Sprintf("line %d: %s", e.Pos.Line, e.Msg) }

// moduleNames are bound in every module before its code runs.
var moduleNames = []string{"__name__", "__doc__", "__package__"}

// seed notes the module variables that have a value before the module assigns
// them: the built-ins that it also binds, and __name__ and its kin.
func (l *lowerer) seed() {
	if l.open {
		return
	}
	m := l.scopes.module
	for _, v := range m.order {
		if v.bindings > 0 && l.predeclared(v.name) {
			v.seeded = true
		}
	}
	for _, name := range moduleNames {
		used := false
		for _, s := range l.scopes.all {
			if s.uses[name] && s.vars[name] == nil {
				used = true
			}
		}
		if v := m.vars[name]; used || v != nil && v.bindings > 0 {
			v := m.own(name)
			v.bindings++
			k := kindStr
			if name != "__name__" {
				k = kindAny
			}
			v.sources = append(v.sources, source{kind: k})
			l.seeds[name] = true
		}
	}
	for _, s := range l.scopes.all {
		s.cache = nil
	}
}

func (l *lowerer) predeclared(name string) bool {
	return l.opts.Predeclared != nil && l.opts.Predeclared(name)
}

// module lowers the module's code and puts the prelude before it.
func (l *lowerer) module(mod *Module) *syntax.File {
	l.s = l.scopes.module
	l.fr = &frame{scope: l.s}
	l.info.Future = l.s.futureAnn

	body := mod.Body
	if l.opts.Eval {
		var out []syntax.Stmt
		l.fr.out = &out
		st := body[0].(*ExprStmt)
		l.hoistWalrus(st.Value)
		l.emit(l.assignStmt(st.Span().Pos, l.ident(Result, st.Span().Pos), l.expr(st.Value)))
		return l.assemble(out)
	}
	if doc, ok := docstring(body); ok {
		l.info.Doc, l.info.HasDoc = doc, true
	}
	out := l.block(func() { l.stmts(body) })
	return l.assemble(out)
}

// assemble puts the prelude before the lowered code.
func (l *lowerer) assemble(body []syntax.Stmt) *syntax.File {
	at := Position{1, 1}
	var pre []syntax.Stmt
	bind := func(name string, value syntax.Expr) {
		pre = append(pre, l.assignStmt(at, l.ident(name, at), value))
	}
	m := l.scopes.module
	var globals, seeded []string
	for _, v := range m.order {
		if v.bindings == 0 {
			continue
		}
		l.info.Globals = append(l.info.Globals, v.name)
		if l.open {
			continue
		}
		globals = append(globals, v.name)
		if v.seeded && !l.seeds[v.name] {
			seeded = append(seeded, v.name)
		}
	}
	// The variables are connected with the namespace object before any code runs.
	start := l.call(at, l.ident(HelperPrefix+"start", at))
	if l.open {
		start.Args = append(start.Args, l.intLit(1, at))
	}
	pre = append(pre, &syntax.ExprStmt{X: start})
	// Before the names are bound they mean the built-ins.
	for _, name := range sortedKeys(l.builtins) {
		bind("$."+name, l.ident(name, at))
	}
	for _, name := range seeded {
		bind(name, l.ident(name, at))
	}
	if len(l.seeds) > 0 {
		l.helpers["g"] = true
	}
	for _, name := range sortedKeys(l.helpers) {
		bind("$"+name, l.ident(HelperPrefix+name, at))
	}
	if l.info.HasDoc {
		l.helpers["g"] = true
		doc := l.dot(l.ident(HelperPrefix+"g", at), "__doc__", at)
		pre = append(pre, l.assignStmt(at, doc, l.strLit(l.info.Doc, at)))
	}
	for _, name := range sortedKeys(l.seeds) {
		bind(name, l.dot(l.ident("$g", at), name, at))
	}
	pre = append(pre, l.makers...)
	if len(globals) > 0 {
		// Never executed: it tells the resolver which names are globals, so
		// that code may use them before the place that binds them.
		var list []syntax.Expr
		for _, name := range globals {
			list = append(list, l.ident(name, at))
		}
		decl := l.assignStmt(at, &syntax.TupleExpr{List: list}, l.intLit(0, at))
		pre = append(pre, &syntax.IfStmt{If: l.pos(at), Cond: l.intLit(0, at), True: []syntax.Stmt{decl}})
	}
	l.info.Prelude = len(pre)
	opts := fileOptions
	f := &syntax.File{Path: l.file, Stmts: append(pre, body...), Options: &opts}
	if len(f.Stmts) == 0 {
		f.Stmts = []syntax.Stmt{l.pass(at)}
	}
	return f
}

func sortedKeys(m map[string]bool) []string {
	list := make([]string, 0, len(m))
	for k := range m {
		list = append(list, k)
	}
	sort.Strings(list)
	return list
}

func docstring(body []Stmt) (string, bool) {
	if len(body) > 0 {
		if st, ok := body[0].(*ExprStmt); ok {
			if k, ok := st.Value.(*Constant); ok && k.Kind == StrConst {
				return k.Str, true
			}
		}
	}
	return "", false
}

// Builders of syntax nodes.

func (l *lowerer) ident(name string, at Position) *syntax.Ident {
	return &syntax.Ident{Name: name, NamePos: l.pos(at)}
}

// helper returns the run-time helper name.
func (l *lowerer) helper(name string, at Position) *syntax.Ident {
	if !helperSet[name] {
		panic("dialect: no helper " + name)
	}
	l.helpers[name] = true
	return l.ident("$"+name, at)
}

func (l *lowerer) call(at Position, fn syntax.Expr, args ...syntax.Expr) *syntax.CallExpr {
	p := l.pos(at)
	return &syntax.CallExpr{Fn: fn, Lparen: p, Args: args, Rparen: p}
}

// callHelper calls the run-time helper name; errors are reported at at.
func (l *lowerer) callHelper(at Position, name string, args ...syntax.Expr) *syntax.CallExpr {
	return l.call(at, l.helper(name, at), args...)
}

// adapt puts the adaptor name before x.
func (l *lowerer) adapt(at Position, name string, x syntax.Expr) *syntax.IndexExpr {
	return l.index(l.helper(name, at), x, at)
}

func (l *lowerer) index(x, y syntax.Expr, at Position) *syntax.IndexExpr {
	p := l.pos(at)
	return &syntax.IndexExpr{X: x, Lbrack: p, Y: y, Rbrack: p}
}

func (l *lowerer) dot(x syntax.Expr, name string, at Position) *syntax.DotExpr {
	p := l.pos(at)
	return &syntax.DotExpr{X: x, Dot: p, NamePos: p, Name: &syntax.Ident{Name: name, NamePos: p}}
}

func (l *lowerer) binary(x syntax.Expr, op syntax.Token, y syntax.Expr, at Position) *syntax.BinaryExpr {
	return &syntax.BinaryExpr{X: x, OpPos: l.pos(at), Op: op, Y: y}
}

func (l *lowerer) unary(op syntax.Token, x syntax.Expr, at Position) *syntax.UnaryExpr {
	return &syntax.UnaryExpr{OpPos: l.pos(at), Op: op, X: x}
}

func (l *lowerer) strLit(s string, at Position) syntax.Expr {
	return &syntax.Literal{Token: syntax.STRING, TokenPos: l.pos(at), Raw: s, Value: s}
}

func (l *lowerer) intLit(n int64, at Position) syntax.Expr {
	return &syntax.Literal{Token: syntax.INT, TokenPos: l.pos(at), Value: n}
}

func (l *lowerer) bigLit(n *big.Int, at Position) syntax.Expr {
	return &syntax.Literal{Token: syntax.INT, TokenPos: l.pos(at), Value: n}
}

func (l *lowerer) floatLit(f float64, at Position) syntax.Expr {
	return &syntax.Literal{Token: syntax.FLOAT, TokenPos: l.pos(at), Value: f}
}

func (l *lowerer) tuple(at Position, list ...syntax.Expr) *syntax.TupleExpr {
	p := l.pos(at)
	return &syntax.TupleExpr{Lparen: p, List: list, Rparen: p}
}

func (l *lowerer) list(at Position, list ...syntax.Expr) *syntax.ListExpr {
	p := l.pos(at)
	return &syntax.ListExpr{Lbrack: p, List: list, Rbrack: p}
}

func (l *lowerer) none(at Position) syntax.Expr { return l.helper("None", at) }
func (l *lowerer) truth(b bool, at Position) syntax.Expr {
	if b {
		return l.helper("True", at)
	}
	return l.helper("False", at)
}

func (l *lowerer) pass(at Position) syntax.Stmt {
	return &syntax.BranchStmt{Token: syntax.PASS, TokenPos: l.pos(at)}
}

func (l *lowerer) assignStmt(at Position, lhs, rhs syntax.Expr) *syntax.AssignStmt {
	return &syntax.AssignStmt{OpPos: l.pos(at), Op: syntax.EQ, LHS: lhs, RHS: rhs}
}

// temp returns a new name for a value of the lowering's own.
func (l *lowerer) temp() string {
	l.ntemp++
	return fmt.Sprintf("$t%d", l.ntemp)
}

// hold emits an assignment of x to a new temporary and returns its name.
func (l *lowerer) hold(at Position, x syntax.Expr) string {
	name := l.temp()
	l.emit(l.assignStmt(at, l.ident(name, at), x))
	return name
}

// make returns an identifier of the prelude that is bound to value. Equal keys
// share one.
func (l *lowerer) make(prefix, key string, value func() syntax.Expr) string {
	key = prefix + key
	if name, ok := l.made[key]; ok {
		return name
	}
	name := fmt.Sprintf("$%s%d", prefix, len(l.made)+1)
	l.made[key] = name
	at := Position{1, 1}
	v := value()
	l.makers = append(l.makers, l.assignStmt(at, l.ident(name, at), v))
	return name
}

// simple reports whether evaluating e has no effect and gives the same value
// each time while nothing else runs.
func simple(e Expr) bool {
	switch e := e.(type) {
	case *Name, *Constant:
		return true
	case *UnaryOp:
		k, ok := e.Operand.(*Constant)
		return ok && (k.Kind == IntConst || k.Kind == FloatConst)
	}
	return false
}

func isConst(e Expr, k ConstKind) bool {
	c, ok := e.(*Constant)
	return ok && c.Kind == k
}
