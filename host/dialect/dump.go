// This file defines Dump, which prints a tree in the format of Python's
// ast.dump. The tests compare trees with it.

package dialect

import (
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Dump returns the tree below n in the format of Python 3.13's ast.dump:
// fields that are None or an empty list are left out. With attributes, every
// statement and expression ends with the four numbers of its range, which are
// this package's (columns count code points from 1).
func Dump(n Node, attributes bool) string {
	d := &dumper{attributes: attributes}
	d.node(n)
	return d.b.String()
}

type dumper struct {
	b          strings.Builder
	attributes bool
	first      bool // no field of the current node has been printed
}

// open begins a node.
func (d *dumper) open(name string) {
	d.b.WriteString(name)
	d.b.WriteByte('(')
	d.first = true
}

// close ends a node; r is its range if it has one.
func (d *dumper) close(r Range) {
	if d.attributes && r.Pos.IsValid() {
		d.field("lineno")
		fmt.Fprintf(&d.b, "%d, col_offset=%d, end_lineno=%d, end_col_offset=%d", r.Pos.Line, r.Pos.Col, r.End.Line, r.End.Col)
	}
	d.b.WriteByte(')')
	d.first = false
}

// field begins a field.
func (d *dumper) field(name string) {
	if !d.first {
		d.b.WriteString(", ")
	}
	d.first = false
	d.b.WriteString(name)
	d.b.WriteByte('=')
}

func (d *dumper) str(name, value string) {
	d.field(name)
	d.b.WriteString(pyRepr(value, false))
}

// id prints a field that is None when empty.
func (d *dumper) id(name, value string) {
	if value != "" {
		d.str(name, value)
	}
}

func (d *dumper) word(name, value string) {
	d.field(name)
	d.b.WriteString(value)
}

func (d *dumper) expr(name string, e Expr) {
	if e != nil {
		d.field(name)
		d.node(e)
	}
}

func (d *dumper) pattern(name string, p Pattern) {
	if p != nil {
		d.field(name)
		d.node(p)
	}
}

// list prints a list of nodes if it is not empty.
func list[T Node](d *dumper, name string, nodes []T) {
	if len(nodes) == 0 {
		return
	}
	d.field(name)
	d.b.WriteByte('[')
	for i, n := range nodes {
		if i > 0 {
			d.b.WriteString(", ")
		}
		if Node(n) == nil {
			d.b.WriteString("None")
			continue
		}
		d.node(n)
	}
	d.b.WriteByte(']')
	d.first = false
}

func (d *dumper) names(name string, values []string) {
	if len(values) == 0 {
		return
	}
	d.field(name)
	d.b.WriteByte('[')
	for i, v := range values {
		if i > 0 {
			d.b.WriteString(", ")
		}
		d.b.WriteString(pyRepr(v, false))
	}
	d.b.WriteByte(']')
}

func (d *dumper) ctx(c ExprContext) {
	d.word("ctx", [...]string{Load: "Load()", Store: "Store()", Del: "Del()"}[c])
}

var (
	operatorNames = [...]string{Add: "Add", Sub: "Sub", Mult: "Mult", MatMult: "MatMult", Div: "Div", Mod: "Mod", Pow: "Pow",
		LShift: "LShift", RShift: "RShift", BitOr: "BitOr", BitXor: "BitXor", BitAnd: "BitAnd", FloorDiv: "FloorDiv"}
	unaryNames = [...]string{Invert: "Invert", Not: "Not", UAdd: "UAdd", USub: "USub"}
	boolNames  = [...]string{And: "And", Or: "Or"}
	cmpNames   = [...]string{Eq: "Eq", NotEq: "NotEq", Lt: "Lt", LtE: "LtE", Gt: "Gt", GtE: "GtE", Is: "Is", IsNot: "IsNot",
		In: "In", NotIn: "NotIn"}
)

// node prints any node.
func (d *dumper) node(n Node) {
	switch n := n.(type) {
	case *Module:
		d.open("Module")
		list(d, "body", n.Body)
		d.close(Range{})
	case Stmt:
		d.stmtNode(n)
	case Expr:
		d.exprNode(n)
	case Pattern:
		d.patternNode(n)
	default:
		d.otherNode(n)
	}
}

func (d *dumper) stmtNode(n Stmt) {
	name := strings.TrimPrefix(fmt.Sprintf("%T", n), "*dialect.")
	if name == "ExprStmt" {
		name = "Expr"
	}
	d.open(name)
	switch n := n.(type) {
	case *FunctionDef:
		d.str("name", n.Name)
		d.field("args")
		d.node(n.Args)
		list(d, "body", n.Body)
		list(d, "decorator_list", n.DecoratorList)
		d.expr("returns", n.Returns)
		list(d, "type_params", n.TypeParams)
	case *ClassDef:
		d.str("name", n.Name)
		list(d, "bases", n.Bases)
		list(d, "keywords", n.Keywords)
		list(d, "body", n.Body)
		list(d, "decorator_list", n.DecoratorList)
		list(d, "type_params", n.TypeParams)
	case *Return:
		d.expr("value", n.Value)
	case *Delete:
		list(d, "targets", n.Targets)
	case *Assign:
		list(d, "targets", n.Targets)
		d.expr("value", n.Value)
	case *TypeAlias:
		d.expr("name", n.Name)
		list(d, "type_params", n.TypeParams)
		d.expr("value", n.Value)
	case *AugAssign:
		d.expr("target", n.Target)
		d.word("op", operatorNames[n.Op]+"()")
		d.expr("value", n.Value)
	case *AnnAssign:
		d.expr("target", n.Target)
		d.expr("annotation", n.Annotation)
		d.expr("value", n.Value)
		simple := "0"
		if n.Simple {
			simple = "1"
		}
		d.word("simple", simple)
	case *For:
		d.expr("target", n.Target)
		d.expr("iter", n.Iter)
		list(d, "body", n.Body)
		list(d, "orelse", n.Orelse)
	case *While:
		d.expr("test", n.Test)
		list(d, "body", n.Body)
		list(d, "orelse", n.Orelse)
	case *If:
		d.expr("test", n.Test)
		list(d, "body", n.Body)
		list(d, "orelse", n.Orelse)
	case *With:
		list(d, "items", n.Items)
		list(d, "body", n.Body)
	case *Match:
		d.expr("subject", n.Subject)
		list(d, "cases", n.Cases)
	case *Raise:
		d.expr("exc", n.Exc)
		d.expr("cause", n.Cause)
	case *Try:
		d.try(n.Body, n.Handlers, n.Orelse, n.Finalbody)
	case *TryStar:
		d.try(n.Body, n.Handlers, n.Orelse, n.Finalbody)
	case *Assert:
		d.expr("test", n.Test)
		d.expr("msg", n.Msg)
	case *Import:
		list(d, "names", n.Names)
	case *ImportFrom:
		d.id("module", n.Module)
		list(d, "names", n.Names)
		d.word("level", strconv.Itoa(n.Level))
	case *Global:
		d.names("names", n.Names)
	case *Nonlocal:
		d.names("names", n.Names)
	case *ExprStmt:
		d.expr("value", n.Value)
	}
	d.close(n.Span())
}

func (d *dumper) try(body []Stmt, handlers []*ExceptHandler, orelse, final []Stmt) {
	list(d, "body", body)
	list(d, "handlers", handlers)
	list(d, "orelse", orelse)
	list(d, "finalbody", final)
}

func (d *dumper) exprNode(n Expr) {
	d.open(strings.TrimPrefix(fmt.Sprintf("%T", n), "*dialect."))
	switch n := n.(type) {
	case *BoolOp:
		d.word("op", boolNames[n.Op]+"()")
		list(d, "values", n.Values)
	case *NamedExpr:
		d.expr("target", n.Target)
		d.expr("value", n.Value)
	case *BinOp:
		d.expr("left", n.Left)
		d.word("op", operatorNames[n.Op]+"()")
		d.expr("right", n.Right)
	case *UnaryOp:
		d.word("op", unaryNames[n.Op]+"()")
		d.expr("operand", n.Operand)
	case *Lambda:
		d.field("args")
		d.node(n.Args)
		d.expr("body", n.Body)
	case *IfExp:
		d.expr("test", n.Test)
		d.expr("body", n.Body)
		d.expr("orelse", n.Orelse)
	case *Dict:
		list(d, "keys", n.Keys)
		list(d, "values", n.Values)
	case *Set:
		list(d, "elts", n.Elts)
	case *ListComp:
		d.expr("elt", n.Elt)
		list(d, "generators", n.Generators)
	case *SetComp:
		d.expr("elt", n.Elt)
		list(d, "generators", n.Generators)
	case *DictComp:
		d.expr("key", n.Key)
		d.expr("value", n.Value)
		list(d, "generators", n.Generators)
	case *GeneratorExp:
		d.expr("elt", n.Elt)
		list(d, "generators", n.Generators)
	case *Yield:
		d.expr("value", n.Value)
	case *YieldFrom:
		d.expr("value", n.Value)
	case *Compare:
		d.expr("left", n.Left)
		d.field("ops")
		for i, op := range n.Ops {
			d.b.WriteString([]string{", ", "["}[boolToInt(i == 0)] + cmpNames[op] + "()")
		}
		d.b.WriteByte(']')
		list(d, "comparators", n.Comparators)
	case *Call:
		d.expr("func", n.Func)
		list(d, "args", n.Args)
		list(d, "keywords", n.Keywords)
	case *JoinedStr:
		list(d, "values", n.Values)
	case *FormattedValue:
		d.expr("value", n.Value)
		d.word("conversion", strconv.Itoa(n.Conversion))
		if n.FormatSpec != nil {
			d.expr("format_spec", n.FormatSpec)
		}
	case *Constant:
		d.word("value", constantRepr(n))
		if n.U {
			d.word("kind", "'u'")
		}
	case *Attribute:
		d.expr("value", n.Value)
		d.str("attr", n.Attr)
		d.ctx(n.Ctx)
	case *Subscript:
		d.expr("value", n.Value)
		d.expr("slice", n.Slice)
		d.ctx(n.Ctx)
	case *Starred:
		d.expr("value", n.Value)
		d.ctx(n.Ctx)
	case *Name:
		d.str("id", n.Id)
		d.ctx(n.Ctx)
	case *List:
		list(d, "elts", n.Elts)
		d.ctx(n.Ctx)
	case *Tuple:
		list(d, "elts", n.Elts)
		d.ctx(n.Ctx)
	case *Slice:
		d.expr("lower", n.Lower)
		d.expr("upper", n.Upper)
		d.expr("step", n.Step)
	}
	d.close(n.Span())
}

func boolToInt(b bool) int {
	if b {
		return 1
	}
	return 0
}

func (d *dumper) patternNode(n Pattern) {
	d.open(strings.TrimPrefix(fmt.Sprintf("%T", n), "*dialect."))
	switch n := n.(type) {
	case *MatchValue:
		d.expr("value", n.Value)
	case *MatchSingleton:
		d.word("value", constantRepr(&Constant{Kind: n.Value}))
	case *MatchSequence:
		list(d, "patterns", n.Patterns)
	case *MatchMapping:
		list(d, "keys", n.Keys)
		list(d, "patterns", n.Patterns)
		d.id("rest", n.Rest)
	case *MatchClass:
		d.expr("cls", n.Cls)
		list(d, "patterns", n.Patterns)
		d.names("kwd_attrs", n.KwdAttrs)
		list(d, "kwd_patterns", n.KwdPatterns)
	case *MatchStar:
		d.id("name", n.Name)
	case *MatchAs:
		d.pattern("pattern", n.Pattern)
		d.id("name", n.Name)
	case *MatchOr:
		list(d, "patterns", n.Patterns)
	}
	d.close(n.Span())
}

// otherNode prints what is neither statement nor expression nor pattern.
func (d *dumper) otherNode(n Node) {
	var r Range
	switch n := n.(type) {
	case *Arguments:
		d.open("arguments")
		list(d, "posonlyargs", n.Posonlyargs)
		list(d, "args", n.Args)
		if n.Vararg != nil {
			d.field("vararg")
			d.node(n.Vararg)
		}
		list(d, "kwonlyargs", n.Kwonlyargs)
		list(d, "kw_defaults", n.KwDefaults)
		if n.Kwarg != nil {
			d.field("kwarg")
			d.node(n.Kwarg)
		}
		list(d, "defaults", n.Defaults)
	case *Arg:
		d.open("arg")
		d.str("arg", n.Arg)
		d.expr("annotation", n.Annotation)
		r = n.Range
	case *Keyword:
		d.open("keyword")
		d.id("arg", n.Arg)
		d.expr("value", n.Value)
		r = n.Range
	case *Alias:
		d.open("alias")
		d.str("name", n.Name)
		d.id("asname", n.Asname)
		r = n.Range
	case *WithItem:
		d.open("withitem")
		d.expr("context_expr", n.ContextExpr)
		d.expr("optional_vars", n.OptionalVars)
	case *MatchCase:
		d.open("match_case")
		d.pattern("pattern", n.Pattern)
		d.expr("guard", n.Guard)
		list(d, "body", n.Body)
	case *ExceptHandler:
		d.open("ExceptHandler")
		d.expr("type", n.Type)
		d.id("name", n.Name)
		list(d, "body", n.Body)
		r = n.Range
	case *Comprehension:
		d.open("comprehension")
		d.expr("target", n.Target)
		d.expr("iter", n.Iter)
		list(d, "ifs", n.Ifs)
		d.word("is_async", "0")
	case *TypeVar:
		d.open("TypeVar")
		d.str("name", n.Name)
		d.expr("bound", n.Bound)
		d.expr("default_value", n.DefaultValue)
		r = n.Range
	case *ParamSpec:
		d.open("ParamSpec")
		d.str("name", n.Name)
		d.expr("default_value", n.DefaultValue)
		r = n.Range
	case *TypeVarTuple:
		d.open("TypeVarTuple")
		d.str("name", n.Name)
		d.expr("default_value", n.DefaultValue)
		r = n.Range
	}
	d.close(r)
}

// constantRepr writes a constant as Python's repr does.
func constantRepr(c *Constant) string {
	switch c.Kind {
	case NoneConst:
		return "None"
	case TrueConst:
		return "True"
	case FalseConst:
		return "False"
	case EllipsisConst:
		return "Ellipsis"
	case IntConst:
		if c.Big != nil {
			return c.Big.String()
		}
		return strconv.FormatInt(c.Int, 10)
	case FloatConst:
		return floatRepr(c.Float, true)
	case ImagConst:
		return floatRepr(c.Float, false) + "j"
	case BytesConst:
		return "b" + pyRepr(c.Str, true)
	}
	return pyRepr(c.Str, false)
}

// floatRepr writes f with the fewest digits that name it; point adds .0 to a
// whole number.
func floatRepr(f float64, point bool) string {
	if math.IsInf(f, 0) {
		return "inf"
	}
	s := strconv.FormatFloat(f, 'e', -1, 64)
	mantissa, exp, _ := strings.Cut(s, "e")
	e, _ := strconv.Atoi(exp)
	if e < -4 || e >= 16 {
		return fmt.Sprintf("%se%+03d", mantissa, e)
	}
	s = strconv.FormatFloat(f, 'f', -1, 64)
	if point && !strings.Contains(s, ".") {
		s += ".0"
	}
	return s
}

// pyRepr writes s as Python's repr does, without a prefix.
func pyRepr(s string, isBytes bool) string {
	quote := byte('\'')
	if strings.Contains(s, "'") && !strings.Contains(s, `"`) {
		quote = '"'
	}
	var b strings.Builder
	b.WriteByte(quote)
	for i := 0; i < len(s); {
		c := s[i]
		r, n := rune(c), 1
		if c >= utf8.RuneSelf && !isBytes {
			r, n = decodeWTF8(s[i:])
		}
		i += n
		switch {
		case c == quote || c == '\\':
			b.WriteByte('\\')
			b.WriteByte(c)
		case c == '\n':
			b.WriteString(`\n`)
		case c == '\r':
			b.WriteString(`\r`)
		case c == '\t':
			b.WriteString(`\t`)
		case r < ' ' || r == 0x7f || isBytes && r >= 0x80:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r < 0x7f:
			b.WriteRune(r)
		case printable(r):
			b.WriteRune(r)
		case r <= 0xff:
			fmt.Fprintf(&b, `\x%02x`, r)
		case r <= 0xffff:
			fmt.Fprintf(&b, `\u%04x`, r)
		default:
			fmt.Fprintf(&b, `\U%08x`, r)
		}
	}
	b.WriteByte(quote)
	return b.String()
}

// printable reports whether repr shows r as it is.
func printable(r rune) bool { return unicode.IsPrint(r) && r != ' ' || r == ' ' }

// decodeWTF8 decodes the first character of s, which may be a surrogate.
func decodeWTF8(s string) (rune, int) {
	if len(s) >= 3 && s[0] == 0xED && s[1] >= 0xA0 {
		return rune(s[0]&0x0F)<<12 | rune(s[1]&0x3F)<<6 | rune(s[2]&0x3F), 3
	}
	return utf8.DecodeRuneInString(s)
}
