// This file defines the syntax tree: positions, the node interfaces,
// statements, and what belongs to them. Expressions are in astexpr.go,
// patterns in astpattern.go.

package dialect

// A Position is a place in the source text. Line counts from 1.
// Col counts Unicode code points from 1 (Python's ast counts UTF-8 bytes from
// 0, its error messages count code points from 1, and go.starlark.net's
// syntax.Position counts code points from 1 too).
// A byte order mark at the start of the file is not counted.
type Position struct {
	Line, Col int32
}

// IsValid reports whether the position was set.
func (p Position) IsValid() bool { return p.Line > 0 }

// Before reports whether p comes before q in the text.
func (p Position) Before(q Position) bool {
	return p.Line < q.Line || p.Line == q.Line && p.Col < q.Col
}

// A Range is the stretch of source text of a node: from Pos up to but not
// including End. As in Python's ast, parentheses around an expression are not
// part of it, except those of a tuple or a generator expression.
type Range struct {
	Pos, End Position
}

// Span returns the range itself; through embedding, it gives every node the
// method that Node asks for.
func (r Range) Span() Range { return r }

// A Node is any node of the tree.
type Node interface {
	Span() Range
}

// A Stmt is a statement:
//
//	*FunctionDef *ClassDef *Return *Delete *Assign *TypeAlias *AugAssign *AnnAssign
//	*For *While *If *With *Match *Raise *Try *TryStar *Assert *Import *ImportFrom
//	*Global *Nonlocal *ExprStmt *Pass *Break *Continue
type Stmt interface {
	Node
	stmt()
}

// An Expr is an expression:
//
//	*BoolOp *NamedExpr *BinOp *UnaryOp *Lambda *IfExp *Dict *Set *ListComp *SetComp
//	*DictComp *GeneratorExp *Yield *YieldFrom *Compare *Call *FormattedValue
//	*JoinedStr *Constant *Attribute *Subscript *Starred *Name *List *Tuple *Slice
type Expr interface {
	Node
	expr() *ExprBase
}

// A Pattern is what follows case:
//
//	*MatchValue *MatchSingleton *MatchSequence *MatchMapping *MatchClass *MatchStar
//	*MatchAs *MatchOr
type Pattern interface {
	Node
	pattern()
}

// A TypeParam is one entry in the square brackets after the name of a generic
// function, class or type alias: *TypeVar, *ParamSpec or *TypeVarTuple.
type TypeParam interface {
	Node
	typeParam()
}

// StmtBase is embedded in every statement.
type StmtBase struct{ Range }

func (*StmtBase) stmt() {}

// Module is a whole source file, a single expression (mode Eval: Body holds
// one ExprStmt), or one interactive input (mode Single).
type Module struct {
	Filename string
	Body     []Stmt
}

// Span returns the stretch from the first to the last statement.
func (m *Module) Span() Range {
	if len(m.Body) == 0 {
		return Range{}
	}
	return Range{m.Body[0].Span().Pos, m.Body[len(m.Body)-1].Span().End}
}

// FunctionDef is a def statement. Its range starts at def, not at the
// decorators. NamePos is the place of the function's name.
type FunctionDef struct {
	StmtBase
	Name          string
	NamePos       Position
	Args          *Arguments
	Body          []Stmt
	DecoratorList []Expr
	Returns       Expr // or nil
	TypeParams    []TypeParam
}

// ClassDef is a class statement. Its range starts at class, not at the
// decorators.
type ClassDef struct {
	StmtBase
	Name          string
	NamePos       Position
	Bases         []Expr
	Keywords      []*Keyword
	Body          []Stmt
	DecoratorList []Expr
	TypeParams    []TypeParam
}

// Return is a return statement; Value may be nil.
type Return struct {
	StmtBase
	Value Expr
}

// Delete is a del statement.
type Delete struct {
	StmtBase
	Targets []Expr
}

// Assign is Targets[0] = Targets[1] = … = Value.
type Assign struct {
	StmtBase
	Targets []Expr
	Value   Expr
}

// TypeAlias is type Name[TypeParams] = Value.
type TypeAlias struct {
	StmtBase
	Name       *Name
	TypeParams []TypeParam
	Value      Expr
}

// AugAssign is Target Op= Value.
type AugAssign struct {
	StmtBase
	Target Expr
	Op     Operator
	Value  Expr
}

// AnnAssign is Target: Annotation [= Value]. Simple tells that Target is a
// bare name without parentheses.
type AnnAssign struct {
	StmtBase
	Target     Expr
	Annotation Expr
	Value      Expr // or nil
	Simple     bool
}

// For is a for statement.
type For struct {
	StmtBase
	Target Expr
	Iter   Expr
	Body   []Stmt
	Orelse []Stmt
}

// While is a while statement.
type While struct {
	StmtBase
	Test   Expr
	Body   []Stmt
	Orelse []Stmt
}

// If is an if statement. An elif is an If that is alone in Orelse, and whose
// Elif is set.
type If struct {
	StmtBase
	Test   Expr
	Body   []Stmt
	Orelse []Stmt
	Elif   bool
}

// With is a with statement.
type With struct {
	StmtBase
	Items []*WithItem
	Body  []Stmt
}

// WithItem is ContextExpr [as OptionalVars] in a with statement.
type WithItem struct {
	Range
	ContextExpr  Expr
	OptionalVars Expr // or nil
}

// Match is a match statement.
type Match struct {
	StmtBase
	Subject Expr
	Cases   []*MatchCase
}

// MatchCase is one case block of a match statement.
type MatchCase struct {
	Range
	Pattern Pattern
	Guard   Expr // or nil
	Body    []Stmt
}

// Raise is raise [Exc [from Cause]].
type Raise struct {
	StmtBase
	Exc   Expr // or nil
	Cause Expr // or nil
}

// Try is a try statement.
type Try struct {
	StmtBase
	Body      []Stmt
	Handlers  []*ExceptHandler
	Orelse    []Stmt
	Finalbody []Stmt
}

// TryStar is a try statement whose handlers are except*.
type TryStar struct {
	StmtBase
	Body      []Stmt
	Handlers  []*ExceptHandler
	Orelse    []Stmt
	Finalbody []Stmt
}

// ExceptHandler is except [Type [as Name]]: Body.
type ExceptHandler struct {
	Range
	Type    Expr   // or nil
	Name    string // or ""
	NamePos Position
	Body    []Stmt
}

// Assert is assert Test[, Msg].
type Assert struct {
	StmtBase
	Test Expr
	Msg  Expr // or nil
}

// Import is import Names.
type Import struct {
	StmtBase
	Names []*Alias
}

// ImportFrom is from Module import Names. Level counts the leading dots.
// from m import * has one Alias whose Name is "*".
type ImportFrom struct {
	StmtBase
	Module    string // or "" when only dots were written
	ModulePos Position
	Names     []*Alias
	Level     int
}

// Alias is Name [as Asname] in an import.
type Alias struct {
	Range
	Name   string // may be dotted in Import
	Asname string // or ""
}

// Global is a global statement. NamePos[i] is the place of Names[i].
type Global struct {
	StmtBase
	Names   []string
	NamePos []Position
}

// Nonlocal is a nonlocal statement. NamePos[i] is the place of Names[i].
type Nonlocal struct {
	StmtBase
	Names   []string
	NamePos []Position
}

// ExprStmt is an expression used as a statement (Python's ast calls it Expr).
type ExprStmt struct {
	StmtBase
	Value Expr
}

// Pass is a pass statement.
type Pass struct{ StmtBase }

// Break is a break statement.
type Break struct{ StmtBase }

// Continue is a continue statement.
type Continue struct{ StmtBase }

// Arguments is the parameter list of a function or lambda. Defaults belong to
// the last len(Defaults) of Posonlyargs+Args. KwDefaults is as long as
// Kwonlyargs, and nil where a keyword-only parameter has no default.
type Arguments struct {
	Range       // zero when there are no parameters
	Posonlyargs []*Arg
	Args        []*Arg
	Vararg      *Arg // or nil
	Kwonlyargs  []*Arg
	KwDefaults  []Expr
	Kwarg       *Arg // or nil
	Defaults    []Expr
}

// All calls yield for every parameter in source order, until it returns false.
func (a *Arguments) All(yield func(*Arg) bool) {
	for _, list := range [][]*Arg{a.Posonlyargs, a.Args, {a.Vararg}, a.Kwonlyargs, {a.Kwarg}} {
		for _, arg := range list {
			if arg != nil && !yield(arg) {
				return
			}
		}
	}
}

// Arg is one parameter.
type Arg struct {
	Range
	Arg        string
	Annotation Expr // or nil
}

// Keyword is Arg=Value in a call or class statement; Arg "" means **Value.
type Keyword struct {
	Range
	Arg   string
	Value Expr
}

// TypeVar is Name[: Bound][ = DefaultValue] in a type parameter list.
type TypeVar struct {
	Range
	Name         string
	Bound        Expr // or nil
	DefaultValue Expr // or nil
}

// ParamSpec is **Name[ = DefaultValue] in a type parameter list.
type ParamSpec struct {
	Range
	Name         string
	DefaultValue Expr // or nil
}

// TypeVarTuple is *Name[ = DefaultValue] in a type parameter list.
type TypeVarTuple struct {
	Range
	Name         string
	DefaultValue Expr // or nil
}

func (*TypeVar) typeParam()      {}
func (*ParamSpec) typeParam()    {}
func (*TypeVarTuple) typeParam() {}

var (
	_ Stmt = (*FunctionDef)(nil)
	_ Stmt = (*ClassDef)(nil)
	_ Stmt = (*Return)(nil)
	_ Stmt = (*Delete)(nil)
	_ Stmt = (*Assign)(nil)
	_ Stmt = (*TypeAlias)(nil)
	_ Stmt = (*AugAssign)(nil)
	_ Stmt = (*AnnAssign)(nil)
	_ Stmt = (*For)(nil)
	_ Stmt = (*While)(nil)
	_ Stmt = (*If)(nil)
	_ Stmt = (*With)(nil)
	_ Stmt = (*Match)(nil)
	_ Stmt = (*Raise)(nil)
	_ Stmt = (*Try)(nil)
	_ Stmt = (*TryStar)(nil)
	_ Stmt = (*Assert)(nil)
	_ Stmt = (*Import)(nil)
	_ Stmt = (*ImportFrom)(nil)
	_ Stmt = (*Global)(nil)
	_ Stmt = (*Nonlocal)(nil)
	_ Stmt = (*ExprStmt)(nil)
	_ Stmt = (*Pass)(nil)
	_ Stmt = (*Break)(nil)
	_ Stmt = (*Continue)(nil)

	_ Node = (*Module)(nil)
	_ Node = (*Arguments)(nil)
	_ Node = (*Arg)(nil)
	_ Node = (*Keyword)(nil)
	_ Node = (*Alias)(nil)
	_ Node = (*WithItem)(nil)
	_ Node = (*MatchCase)(nil)
	_ Node = (*ExceptHandler)(nil)
	_ Node = (*Comprehension)(nil)
)
