// This file defines Unparse, which writes an expression as ast.unparse would:
// what annotations are under from __future__ import annotations.

package dialect

import (
	"fmt"
	"strconv"
	"strings"
)

// Unparse returns source text for the expression e.
func Unparse(e Expr) string {
	var b strings.Builder
	unparse(&b, e, 0)
	return b.String()
}

// Binding strengths of operators, as in Python's grammar.
const (
	precTuple = iota + 1
	precTest
	precOr
	precAnd
	precNot
	precCmp
	precBitOr
	precBitXor
	precBitAnd
	precShift
	precArith
	precTerm
	precFactor
	precPower
	precAtom
)

var opPrec = map[Operator]int{
	Add: precArith, Sub: precArith, Mult: precTerm, MatMult: precTerm, Div: precTerm, Mod: precTerm, FloorDiv: precTerm,
	Pow: precPower, LShift: precShift, RShift: precShift, BitOr: precBitOr, BitXor: precBitXor, BitAnd: precBitAnd,
}

func unparse(b *strings.Builder, e Expr, prec int) {
	open := func(p int) func() {
		if p < prec {
			b.WriteByte('(')
			return func() { b.WriteByte(')') }
		}
		return func() {}
	}
	list := func(elts []Expr) {
		for i, x := range elts {
			if i > 0 {
				b.WriteString(", ")
			}
			unparse(b, x, precTest)
		}
	}
	switch e := e.(type) {
	case *Name:
		b.WriteString(e.Id)
	case *Constant:
		b.WriteString(constantText(e))
	case *Attribute:
		unparse(b, e.Value, precAtom)
		b.WriteString("." + e.Attr)
	case *Subscript:
		unparse(b, e.Value, precAtom)
		b.WriteByte('[')
		if t, ok := e.Slice.(*Tuple); ok && len(t.Elts) > 0 {
			list(t.Elts)
			if len(t.Elts) == 1 {
				b.WriteByte(',')
			}
		} else {
			unparse(b, e.Slice, 0)
		}
		b.WriteByte(']')
	case *Slice:
		if e.Lower != nil {
			unparse(b, e.Lower, precTest)
		}
		b.WriteByte(':')
		if e.Upper != nil {
			unparse(b, e.Upper, precTest)
		}
		if e.Step != nil {
			b.WriteByte(':')
			unparse(b, e.Step, precTest)
		}
	case *Tuple:
		b.WriteByte('(')
		list(e.Elts)
		if len(e.Elts) == 1 {
			b.WriteByte(',')
		}
		b.WriteByte(')')
	case *List:
		b.WriteByte('[')
		list(e.Elts)
		b.WriteByte(']')
	case *Set:
		b.WriteByte('{')
		list(e.Elts)
		b.WriteByte('}')
	case *Dict:
		b.WriteByte('{')
		for i, k := range e.Keys {
			if i > 0 {
				b.WriteString(", ")
			}
			if k == nil {
				b.WriteString("**")
				unparse(b, e.Values[i], precBitOr)
				continue
			}
			unparse(b, k, precTest)
			b.WriteString(": ")
			unparse(b, e.Values[i], precTest)
		}
		b.WriteByte('}')
	case *Starred:
		b.WriteByte('*')
		unparse(b, e.Value, precBitOr)
	case *BinOp:
		p := opPrec[e.Op]
		done := open(p)
		left, right := p, p+1
		if e.Op == Pow {
			left, right = p+1, precFactor
		}
		unparse(b, e.Left, left)
		b.WriteString(" " + e.Op.String() + " ")
		unparse(b, e.Right, right)
		done()
	case *UnaryOp:
		p := precFactor
		if e.Op == Not {
			p = precNot
		}
		done := open(p)
		b.WriteString(e.Op.String())
		if e.Op == Not {
			b.WriteByte(' ')
		}
		unparse(b, e.Operand, p)
		done()
	case *BoolOp:
		p := precAnd
		if e.Op == Or {
			p = precOr
		}
		done := open(p)
		for i, v := range e.Values {
			if i > 0 {
				b.WriteString(" " + e.Op.String() + " ")
			}
			unparse(b, v, p+1)
		}
		done()
	case *Compare:
		done := open(precCmp)
		unparse(b, e.Left, precCmp+1)
		for i, op := range e.Ops {
			b.WriteString(" " + op.String() + " ")
			unparse(b, e.Comparators[i], precCmp+1)
		}
		done()
	case *IfExp:
		done := open(precTest)
		unparse(b, e.Body, precTest+1)
		b.WriteString(" if ")
		unparse(b, e.Test, precTest+1)
		b.WriteString(" else ")
		unparse(b, e.Orelse, precTest)
		done()
	case *Call:
		unparse(b, e.Func, precAtom)
		b.WriteByte('(')
		list(e.Args)
		for i, k := range e.Keywords {
			if i > 0 || len(e.Args) > 0 {
				b.WriteString(", ")
			}
			if k.Arg == "" {
				b.WriteString("**")
			} else {
				b.WriteString(k.Arg + "=")
			}
			unparse(b, k.Value, precTest)
		}
		b.WriteByte(')')
	default:
		b.WriteString("...")
	}
}

func constantText(k *Constant) string {
	switch k.Kind {
	case NoneConst:
		return "None"
	case TrueConst:
		return "True"
	case FalseConst:
		return "False"
	case EllipsisConst:
		return "..."
	case IntConst:
		if k.Big != nil {
			return k.Big.String()
		}
		return strconv.FormatInt(k.Int, 10)
	case FloatConst, ImagConst:
		s := strconv.FormatFloat(k.Float, 'g', -1, 64)
		if k.Kind == ImagConst {
			return s + "j"
		}
		if !strings.ContainsAny(s, ".e") {
			s += ".0"
		}
		return s
	}
	quote := "'"
	if strings.Contains(k.Str, "'") && !strings.Contains(k.Str, `"`) {
		quote = `"`
	}
	var b strings.Builder
	if k.Kind == BytesConst {
		b.WriteByte('b')
	}
	b.WriteString(quote)
	for _, r := range k.Str {
		switch {
		case r == '\\' || string(r) == quote:
			b.WriteString(`\` + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\r':
			b.WriteString(`\r`)
		case r < ' ':
			fmt.Fprintf(&b, `\x%02x`, r)
		default:
			b.WriteRune(r)
		}
	}
	b.WriteString(quote)
	return b.String()
}
