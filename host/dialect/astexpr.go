// This file defines the expressions of the syntax tree, and their operators.

package dialect

import "math/big"

// ExprBase is embedded in every expression. Paren tells that the expression
// was written in parentheses of its own: (a) but not f(a). A tuple written
// (a, b) and a generator expression have it too.
type ExprBase struct {
	Range
	Paren bool

	// height is the number of levels of expressions below and including this
	// one, an upper bound. The parser refuses trees higher than maxDepth, so
	// that passes over the tree may recurse.
	height int32
}

func (b *ExprBase) expr() *ExprBase { return b }

// Parenthesised reports whether e was written in parentheses of its own.
func Parenthesised(e Expr) bool { return e.expr().Paren }

// An ExprContext says what is done to a Name, Attribute, Subscript, Starred,
// List or Tuple.
type ExprContext uint8

const (
	Load ExprContext = iota
	Store
	Del
)

// An Operator is the operator of a BinOp or AugAssign.
type Operator uint8

const (
	Add      Operator = iota // +
	Sub                      // -
	Mult                     // *
	MatMult                  // @
	Div                      // /
	Mod                      // %
	Pow                      // **
	LShift                   // <<
	RShift                   // >>
	BitOr                    // |
	BitXor                   // ^
	BitAnd                   // &
	FloorDiv                 // //
)

// A BoolOperator is the operator of a BoolOp.
type BoolOperator uint8

const (
	And BoolOperator = iota
	Or
)

// A UnaryOperator is the operator of a UnaryOp.
type UnaryOperator uint8

const (
	Invert UnaryOperator = iota // ~
	Not                         // not
	UAdd                        // +
	USub                        // -
)

// A CmpOperator is one operator of a Compare.
type CmpOperator uint8

const (
	Eq    CmpOperator = iota // ==
	NotEq                    // !=
	Lt                       // <
	LtE                      // <=
	Gt                       // >
	GtE                      // >=
	Is                       // is
	IsNot                    // is not
	In                       // in
	NotIn                    // not in
)

var (
	operatorText = [...]string{Add: "+", Sub: "-", Mult: "*", MatMult: "@", Div: "/", Mod: "%", Pow: "**",
		LShift: "<<", RShift: ">>", BitOr: "|", BitXor: "^", BitAnd: "&", FloorDiv: "//"}
	boolText  = [...]string{And: "and", Or: "or"}
	unaryText = [...]string{Invert: "~", Not: "not", UAdd: "+", USub: "-"}
	cmpText   = [...]string{Eq: "==", NotEq: "!=", Lt: "<", LtE: "<=", Gt: ">", GtE: ">=", Is: "is",
		IsNot: "is not", In: "in", NotIn: "not in"}
)

// String returns the operator as it is written in a script.
func (op Operator) String() string      { return operatorText[op] }
func (op BoolOperator) String() string  { return boolText[op] }
func (op UnaryOperator) String() string { return unaryText[op] }
func (op CmpOperator) String() string   { return cmpText[op] }

// BoolOp is Values joined by and or by or; there are at least two.
type BoolOp struct {
	ExprBase
	Op     BoolOperator
	Values []Expr
}

// NamedExpr is (Target := Value).
type NamedExpr struct {
	ExprBase
	Target *Name
	Value  Expr
}

// BinOp is Left Op Right. OpPos is the place of the operator.
type BinOp struct {
	ExprBase
	Left  Expr
	Op    Operator
	OpPos Position
	Right Expr
}

// UnaryOp is Op Operand.
type UnaryOp struct {
	ExprBase
	Op      UnaryOperator
	Operand Expr
}

// Lambda is lambda Args: Body.
type Lambda struct {
	ExprBase
	Args *Arguments
	Body Expr
}

// IfExp is Body if Test else Orelse.
type IfExp struct {
	ExprBase
	Test   Expr
	Body   Expr
	Orelse Expr
}

// Dict is {Keys[i]: Values[i], …}; a nil key means **Values[i].
type Dict struct {
	ExprBase
	Keys   []Expr
	Values []Expr
}

// Set is {Elts…}.
type Set struct {
	ExprBase
	Elts []Expr
}

// ListComp is [Elt for …].
type ListComp struct {
	ExprBase
	Elt        Expr
	Generators []*Comprehension
}

// SetComp is {Elt for …}.
type SetComp struct {
	ExprBase
	Elt        Expr
	Generators []*Comprehension
}

// DictComp is {Key: Value for …}.
type DictComp struct {
	ExprBase
	Key        Expr
	Value      Expr
	Generators []*Comprehension
}

// GeneratorExp is (Elt for …).
type GeneratorExp struct {
	ExprBase
	Elt        Expr
	Generators []*Comprehension
}

// Comprehension is for Target in Iter [if Ifs…]….
type Comprehension struct {
	Range
	Target Expr
	Iter   Expr
	Ifs    []Expr
}

// Yield is yield [Value].
type Yield struct {
	ExprBase
	Value Expr // or nil
}

// YieldFrom is yield from Value.
type YieldFrom struct {
	ExprBase
	Value Expr
}

// Compare is Left Ops[0] Comparators[0] Ops[1] Comparators[1] ….
// OpPos[i] is the place of Ops[i].
type Compare struct {
	ExprBase
	Left        Expr
	Ops         []CmpOperator
	OpPos       []Position
	Comparators []Expr
}

// Call is Func(Args…, Keywords…). As in Python's ast, *x is a Starred in Args
// and **x is a Keyword without a name, so the order between the two lists is
// known from positions only. Lparen is the place of the parenthesis.
type Call struct {
	ExprBase
	Func     Expr
	Lparen   Position
	Args     []Expr
	Keywords []*Keyword
}

// JoinedStr is an f-string, or adjacent strings of which one is an f-string.
// Values are *Constant (text) and *FormattedValue.
type JoinedStr struct {
	ExprBase
	Values []Expr
}

// FormattedValue is {Value!Conversion:FormatSpec} in an f-string.
// Conversion is 's', 'r', 'a', or -1 for none. The text that {x=} adds is a
// Constant of its own before it, as in Python's ast; Debug is that text here
// too ("x="), or "" for a field without =.
type FormattedValue struct {
	ExprBase
	Value      Expr
	Conversion int
	FormatSpec *JoinedStr // or nil
	Debug      string
}

// A ConstKind is the kind of a Constant.
type ConstKind uint8

const (
	NoneConst ConstKind = iota
	TrueConst
	FalseConst
	EllipsisConst
	IntConst   // Int, or Big when it does not fit
	FloatConst // Float
	ImagConst  // Float is the imaginary part
	StrConst   // Str
	BytesConst // Str holds the bytes
)

// Constant is a literal. A str is UTF-8; a lone surrogate (which only an
// escape can write) is kept as the three bytes that UTF-8 would use for it.
type Constant struct {
	ExprBase
	Kind  ConstKind
	Int   int64    // IntConst, when Big is nil
	Big   *big.Int // IntConst beyond int64
	Float float64  // FloatConst, ImagConst
	Str   string   // StrConst, BytesConst
	U     bool     // a str with the prefix u
}

// Attribute is Value.Attr. AttrPos is the place of the name after the dot.
type Attribute struct {
	ExprBase
	Value   Expr
	Attr    string
	AttrPos Position
	Ctx     ExprContext
}

// Subscript is Value[Slice]. Slice is any expression, a *Slice, or a *Tuple
// of these. Lbrack is the place of the bracket.
type Subscript struct {
	ExprBase
	Value  Expr
	Lbrack Position
	Slice  Expr
	Ctx    ExprContext
}

// Starred is *Value.
type Starred struct {
	ExprBase
	Value Expr
	Ctx   ExprContext
}

// Name is an identifier, in Unicode normal form NFKC.
type Name struct {
	ExprBase
	Id  string
	Ctx ExprContext
}

// List is [Elts…].
type List struct {
	ExprBase
	Elts []Expr
	Ctx  ExprContext
}

// Tuple is Elts… with or without parentheses.
type Tuple struct {
	ExprBase
	Elts []Expr
	Ctx  ExprContext
}

// Slice is Lower:Upper:Step in a subscript; each may be nil.
type Slice struct {
	ExprBase
	Lower Expr
	Upper Expr
	Step  Expr
}

var (
	_ Expr = (*BoolOp)(nil)
	_ Expr = (*NamedExpr)(nil)
	_ Expr = (*BinOp)(nil)
	_ Expr = (*UnaryOp)(nil)
	_ Expr = (*Lambda)(nil)
	_ Expr = (*IfExp)(nil)
	_ Expr = (*Dict)(nil)
	_ Expr = (*Set)(nil)
	_ Expr = (*ListComp)(nil)
	_ Expr = (*SetComp)(nil)
	_ Expr = (*DictComp)(nil)
	_ Expr = (*GeneratorExp)(nil)
	_ Expr = (*Yield)(nil)
	_ Expr = (*YieldFrom)(nil)
	_ Expr = (*Compare)(nil)
	_ Expr = (*Call)(nil)
	_ Expr = (*JoinedStr)(nil)
	_ Expr = (*FormattedValue)(nil)
	_ Expr = (*Constant)(nil)
	_ Expr = (*Attribute)(nil)
	_ Expr = (*Subscript)(nil)
	_ Expr = (*Starred)(nil)
	_ Expr = (*Name)(nil)
	_ Expr = (*List)(nil)
	_ Expr = (*Tuple)(nil)
	_ Expr = (*Slice)(nil)
)
