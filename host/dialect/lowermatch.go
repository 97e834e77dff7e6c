// This file lowers match statements. Patterns that are literals become
// comparisons. All others become a description that the prelude makes once and
// that $match interprets; $match gets the values that the pattern names, and
// returns what it captured.

package dialect

import (
	"fmt"

	"go.starlark.net/syntax"
)

func (l *lowerer) match(st *Match) {
	l.hoistWalrus(st.Subject)
	at := st.Subject.Span().Pos
	subject := l.hold(at, l.expr(st.Subject))
	l.cases(subject, st.Subject, st.Cases)
}

func (l *lowerer) cases(subject string, e Expr, list []*MatchCase) {
	if len(list) == 0 {
		return
	}
	c := list[0]
	at := c.Span().Pos
	rest := func() { l.cases(subject, e, list[1:]) }
	emitIf := func(cond syntax.Expr, body func()) {
		n := &syntax.IfStmt{If: l.pos(at), Cond: cond, True: l.block(body)}
		if len(list) > 1 {
			n.False = l.block(rest)
		}
		l.emit(n)
	}
	body := func() { l.stmts(c.Body) }

	if as, ok := c.Pattern.(*MatchAs); ok && as.Pattern == nil {
		// A capture or the wildcard: always matches.
		if as.Name != "" {
			l.emit(l.assignStmt(at, l.target(as.Name, at), l.ident(subject, at)))
		}
		if c.Guard == nil {
			body()
			return
		}
		emitIf(l.cond(c.Guard), body)
		return
	}
	if cond, ok := l.literalPattern(subject, e, c.Pattern); ok {
		if c.Guard != nil {
			cond = l.binary(cond, syntax.AND, l.cond(c.Guard), at)
		}
		emitIf(cond, body)
		return
	}

	p := &patternLowerer{l: l, index: make(map[string]int)}
	key := p.describe(c.Pattern)
	pattern := l.make("k", "match"+key, func() syntax.Expr { return p.spec(c.Pattern) })
	args := append([]syntax.Expr{l.ident(subject, at), l.ident(pattern, at)}, p.values...)
	m := l.hold(at, l.manyArgs(at, "match", args))
	bind := func() {
		if len(p.names) == 0 {
			return
		}
		var vars []syntax.Expr
		for _, n := range p.names {
			vars = append(vars, l.target(n, at))
		}
		l.emit(l.assignStmt(at, l.tuple(at, vars...), l.ident(m, at)))
	}
	if c.Guard == nil {
		emitIf(l.ident(m, at), func() {
			bind()
			body()
		})
		return
	}
	ok := l.hold(at, l.intLit(0, at))
	l.emit(&syntax.IfStmt{If: l.pos(at), Cond: l.ident(m, at), True: l.block(func() {
		bind()
		l.emit(&syntax.IfStmt{If: l.pos(at), Cond: l.cond(c.Guard), True: l.block(func() {
			l.emit(l.assignStmt(at, l.ident(ok, at), l.intLit(1, at)))
		})})
	})})
	emitIf(l.ident(ok, at), body)
}

// literalPattern lowers a pattern that captures nothing and only compares.
func (l *lowerer) literalPattern(subject string, e Expr, p Pattern) (syntax.Expr, bool) {
	at := p.Span().Pos
	left := operand{nil, l.kindOf(l.s, e), func() syntax.Expr { return l.ident(subject, at) }}
	switch p := p.(type) {
	case *MatchValue:
		return l.compare(Eq, left, l.operand(p.Value), at, true), true
	case *MatchSingleton:
		right := operand{&Constant{ExprBase: ExprBase{Range: p.Range}, Kind: p.Value}, kindNone, nil}
		right.x = func() syntax.Expr { return l.expr(right.e) }
		return l.compare(Is, left, right, at, true), true
	case *MatchOr:
		var x syntax.Expr
		for _, q := range p.Patterns {
			y, ok := l.literalPattern(subject, e, q)
			if !ok {
				return nil, false
			}
			if x == nil {
				x = y
			} else {
				x = l.binary(x, syntax.OR, y, at)
			}
		}
		return x, true
	}
	return nil, false
}

// A patternLowerer describes one pattern. The description is made of tuples:
//
//	("=", i)                      the subject equals values[i]
//	("is", None)                  it is None, True or False
//	("[", patterns, star)         a sequence; patterns[star] is a "*", or star is -1
//	("*", capture)                the rest of a sequence; capture -1 for *_
//	("{", keys, patterns, rest)   a mapping with values[key] for each key; rest is a capture or -1
//	("(", i, patterns, names, patterns)   an instance of values[i]
//	("as", pattern, capture)      pattern may be None
//	("|", patterns)
//
// A capture is an index into what $match returns.
type patternLowerer struct {
	l      *lowerer
	names  []string
	index  map[string]int
	values []syntax.Expr
	nth    int
}

func (p *patternLowerer) capture(name string) int {
	if name == "" {
		return -1
	}
	if i, ok := p.index[name]; ok {
		return i
	}
	i := len(p.names)
	p.index[name] = i
	p.names = append(p.names, name)
	return i
}

// describe collects the captures and values of pat, and returns a key that is
// the same for patterns with equal descriptions.
func (p *patternLowerer) describe(pat Pattern) string {
	list := func(ps []Pattern) string {
		s := ""
		for _, q := range ps {
			s += p.describe(q) + ","
		}
		return s
	}
	value := func(e Expr) int {
		p.values = append(p.values, p.l.expr(e))
		return len(p.values) - 1
	}
	switch pat := pat.(type) {
	case *MatchValue:
		return fmt.Sprintf("=%d", value(pat.Value))
	case *MatchSingleton:
		return fmt.Sprintf("is%d", pat.Value)
	case *MatchSequence:
		return "[" + list(pat.Patterns) + "]"
	case *MatchStar:
		return fmt.Sprintf("*%d", p.capture(pat.Name))
	case *MatchMapping:
		s := "{"
		for _, k := range pat.Keys {
			s += fmt.Sprintf("%d,", value(k))
		}
		s += list(pat.Patterns)
		return fmt.Sprintf("%s**%d}", s, p.capture(pat.Rest))
	case *MatchClass:
		s := fmt.Sprintf("(%d:", value(pat.Cls)) + list(pat.Patterns)
		for i, n := range pat.KwdAttrs {
			s += n + "=" + p.describe(pat.KwdPatterns[i]) + ","
		}
		return s + ")"
	case *MatchAs:
		s := ""
		if pat.Pattern != nil {
			s = p.describe(pat.Pattern)
		}
		return fmt.Sprintf("as<%s>%d", s, p.capture(pat.Name))
	case *MatchOr:
		return "|<" + list(pat.Patterns) + ">"
	}
	panic(lowerError{pat.Span().Pos, "unknown pattern"})
}

// spec makes the description itself, in the same order as describe.
func (p *patternLowerer) spec(pat Pattern) syntax.Expr {
	l, at := p.l, Position{1, 1}
	str := func(s string) syntax.Expr { return l.strLit(s, at) }
	num := func(n int) syntax.Expr { return l.intLit(int64(n), at) }
	list := func(ps []Pattern) syntax.Expr {
		var out []syntax.Expr
		for _, q := range ps {
			out = append(out, p.spec(q))
		}
		return l.tuple(at, out...)
	}
	value := func() syntax.Expr {
		p.nth++
		return num(p.nth - 1)
	}
	switch pat := pat.(type) {
	case *MatchValue:
		return l.tuple(at, str("="), value())
	case *MatchSingleton:
		return l.tuple(at, str("is"), l.constant(&Constant{Kind: pat.Value}))
	case *MatchSequence:
		star := -1
		for i, q := range pat.Patterns {
			if _, ok := q.(*MatchStar); ok {
				star = i
			}
		}
		return l.tuple(at, str("["), list(pat.Patterns), num(star))
	case *MatchStar:
		return l.tuple(at, str("*"), num(p.capture(pat.Name)))
	case *MatchMapping:
		var keys []syntax.Expr
		for range pat.Keys {
			keys = append(keys, value())
		}
		return l.tuple(at, str("{"), l.tuple(at, keys...), list(pat.Patterns), num(p.capture(pat.Rest)))
	case *MatchClass:
		cls := value()
		pos := list(pat.Patterns)
		var names []syntax.Expr
		for _, n := range pat.KwdAttrs {
			names = append(names, str(n))
		}
		return l.tuple(at, str("("), cls, pos, l.tuple(at, names...), list(pat.KwdPatterns))
	case *MatchAs:
		inner := l.none(at)
		if pat.Pattern != nil {
			inner = p.spec(pat.Pattern)
		}
		return l.tuple(at, str("as"), inner, num(p.capture(pat.Name)))
	case *MatchOr:
		return l.tuple(at, str("|"), list(pat.Patterns))
	}
	panic(lowerError{pat.Span().Pos, "unknown pattern"})
}
