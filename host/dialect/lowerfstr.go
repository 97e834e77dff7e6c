// This file lowers f-strings. The constant part of each becomes a formatter that
// the prelude makes once; where the f-string stands, the formatter is called
// with the values.

package dialect

import (
	"fmt"
	"strings"

	"go.starlark.net/syntax"
)

// fstring lowers an f-string. A formatter is made of triples: text, how to
// convert the value that follows it ('s', 'r', 'a', or 0), and its format spec;
// a spec that has values of its own is None, and the spec's text follows the
// value as one more argument. The text at the end stands alone.
func (l *lowerer) fstring(e *JoinedStr) syntax.Expr {
	at := e.Span().Pos
	var key strings.Builder
	var args []syntax.Expr
	type part struct {
		text string
		conv int
		spec string
		dyn  bool
	}
	var parts []part
	text := ""
	for _, v := range e.Values {
		switch v := v.(type) {
		case *Constant:
			text += v.Str
		case *FormattedValue:
			p := part{text: text, conv: max(v.Conversion, 0)}
			text = ""
			args = append(args, l.expr(v.Value))
			if v.FormatSpec != nil {
				if s, ok := constSpec(v.FormatSpec); ok {
					p.spec = s
				} else {
					p.dyn = true
					args = append(args, l.fstring(v.FormatSpec))
				}
			}
			parts = append(parts, p)
			fmt.Fprintf(&key, "%d:%s%d:%d:%s%t,", len(p.text), p.text, p.conv, len(p.spec), p.spec, p.dyn)
		case *JoinedStr:
			// Adjacent f-strings.
			args = append(args, l.fstring(v))
			parts = append(parts, part{text: text})
			text = ""
			fmt.Fprintf(&key, "n,")
		}
	}
	if len(parts) == 0 {
		return l.strLit(text, at)
	}
	fmt.Fprintf(&key, "%d:%s", len(text), text)
	l.mark(at, e)
	name := l.make("f", key.String(), func() syntax.Expr {
		top := Position{1, 1}
		var list []syntax.Expr
		for _, p := range parts {
			spec := syntax.Expr(l.strLit(p.spec, top))
			if p.dyn {
				spec = l.none(top)
			}
			list = append(list, l.strLit(p.text, top), l.intLit(int64(p.conv), top), spec)
		}
		list = append(list, l.strLit(text, top))
		return l.callHelper(top, "fstr", l.tuple(top, list...))
	})
	if len(args) > 250 {
		all := l.list(at, args...)
		args = []syntax.Expr{&syntax.UnaryExpr{OpPos: l.pos(at), Op: syntax.STAR, X: all}}
	}
	return l.call(at, l.ident(name, at), args...)
}

func constSpec(e *JoinedStr) (string, bool) {
	s := ""
	for _, v := range e.Values {
		k, ok := v.(*Constant)
		if !ok {
			return "", false
		}
		s += k.Str
	}
	return s, true
}
