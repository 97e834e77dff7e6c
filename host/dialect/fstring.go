// This file defines the parsing of strings: plain literals, f-strings, and
// literals side by side, which become one.

package dialect

import "strings"

// strings parses one or more adjacent string literals.
func (p *parser) strings() Expr {
	start := p.t.start
	var parts []Expr
	formatted := false
	bytes, text := false, false
	for p.is(tString) || p.is(tFStringStart) {
		if p.is(tFStringStart) {
			formatted, text = true, true
			parts = p.fstring(parts)
			continue
		}
		t := p.t
		p.next()
		c := p.stringConstant(t)
		if c.Kind == BytesConst {
			bytes = true
		} else {
			text = true
		}
		parts = append(parts, c)
	}
	if bytes && text {
		p.errLast(PlainSyntaxError, "cannot mix bytes and nonbytes literals")
	}
	if formatted {
		values, h := foldText(parts)
		return &JoinedStr{ExprBase: p.base(start, h), Values: values}
	}
	c := parts[0].(*Constant)
	if len(parts) > 1 {
		var b strings.Builder
		for _, part := range parts {
			b.WriteString(part.(*Constant).Str)
		}
		c.Str = b.String()
		c.End = p.prevEnd()
	}
	return c
}

// foldText joins neighbouring texts and drops empty ones. It also returns the
// greatest height.
func foldText(parts []Expr) (values []Expr, h int32) {
	for i := 0; i < len(parts); i++ {
		c, ok := parts[i].(*Constant)
		if !ok {
			h = max(h, height(parts[i]))
			values = append(values, parts[i])
			continue
		}
		j := i + 1
		for j < len(parts) {
			if _, more := parts[j].(*Constant); !more {
				break
			}
			j++
		}
		if j > i+1 {
			var b strings.Builder
			for _, part := range parts[i:j] {
				b.WriteString(part.(*Constant).Str)
			}
			joined := *c
			joined.Str = b.String()
			joined.End = parts[j-1].Span().End
			c = &joined
		}
		if c.Str != "" {
			h = max(h, 1)
			values = append(values, c)
		}
		i = j - 1
	}
	return values, h
}

// stringConstant makes a constant of a string token.
func (p *parser) stringConstant(t *token) *Constant {
	prefix, body := splitLiteral(p.tokText(t))
	c := &Constant{ExprBase: p.base(t.start, 0), Kind: StrConst, U: p.text[t.off] == 'u'}
	isBytes := strings.Contains(prefix, "b")
	if isBytes {
		c.Kind = BytesConst
		for i := 0; i < len(body); i++ {
			if body[i] >= 0x80 {
				p.errTok(t, "bytes can only contain ASCII literal characters")
			}
		}
	}
	c.Str = body
	if !strings.Contains(prefix, "r") {
		s, msg := unescape(body, isBytes)
		if msg != "" {
			p.errTok(t, "%s", msg)
		}
		c.Str = s
	}
	return c
}

// fstring parses one f-string and appends its values to parts.
func (p *parser) fstring(parts []Expr) []Expr {
	t := p.expect(tFStringStart)
	raw := strings.ContainsAny(p.tokText(t), "rR")
	for {
		switch p.t.kind {
		case tFStringMiddle:
			parts = append(parts, p.fstringText(raw))
		case tLbrace:
			parts = p.field(parts, raw)
		case tFStringEnd:
			p.next()
			return parts
		default:
			p.fail()
		}
	}
}

// fstringText parses a text inside an f-string.
func (p *parser) fstringText(raw bool) *Constant {
	t := p.t
	p.next()
	c := &Constant{ExprBase: p.base(t.start, 0), Kind: StrConst, Str: p.tokText(t)}
	if !raw {
		s, msg := unescape(c.Str, false)
		if msg != "" {
			p.errLast(PlainSyntaxError, "%s", msg)
		}
		c.Str = s
	}
	return c
}

// field parses a replacement field and appends it to parts, after the text
// that = adds.
func (p *parser) field(parts []Expr, raw bool) []Expr {
	p.enter()
	open := p.expect(tLbrace)
	if p.diag {
		switch p.t.kind {
		case tEqual, tExclamation, tColon, tRbrace:
			p.errTok(p.t, "f-string: valid expression required before '%s'", p.tokText(p.t))
		}
	}
	v := &FormattedValue{Conversion: -1}
	p.fieldExpr(v)
	h := height(v.Value)
	var debug *Constant
	if p.is(tEqual) {
		p.next()
		// The text goes on to the token that ends the field's expression.
		text := p.text[open.lim:p.t.off]
		if strings.IndexByte(text, '#') >= 0 {
			text = p.withoutComments(open)
		}
		v.Debug = text
		debug = &Constant{ExprBase: p.base(open.start, 0), Kind: StrConst, Str: text}
		debug.Pos = open.end
		debug.End = p.t.start
		if p.diag && !p.is(tExclamation) && !p.is(tColon) && !p.is(tRbrace) {
			p.errTok(p.t, "f-string: expecting '!', or ':', or '}'")
		}
	}
	if p.is(tExclamation) {
		p.conversion(v)
	}
	switch {
	case p.is(tColon):
		v.FormatSpec = p.formatSpec(raw)
		h = max(h, v.FormatSpec.height)
	case p.diag && !p.is(tRbrace):
		p.errTok(p.t, "f-string: expecting ':' or '}'")
	}
	if debug != nil {
		parts = append(parts, debug)
		if v.Conversion < 0 && v.FormatSpec == nil {
			v.Conversion = 'r'
		}
	}
	p.expect(tRbrace)
	v.ExprBase = p.base(open.start, h)
	p.leave()
	return append(parts, v)
}

// fieldExpr parses the expression of a replacement field.
func (p *parser) fieldExpr(v *FormattedValue) {
	if !p.diag {
		v.Value = p.yieldOrStar()
		return
	}
	at := p.i
	if !p.try(func() { v.Value = p.yieldOrStar() }) {
		// CPython takes the longest expression that matches, and complains
		// about what follows it; if there is none, about the first token.
		if end := p.longestExpr(at); end > at {
			p.errTok(&p.toks[end], "f-string: expecting '=', or '!', or ':', or '}'")
		}
		p.errTok(p.t, "f-string: expecting a valid expression after '{'")
	}
	switch p.t.kind {
	case tEqual, tExclamation, tColon, tRbrace:
	default:
		p.errTok(p.t, "f-string: expecting '=', or '!', or ':', or '}'")
	}
}

// longestExpr returns the token behind the longest prefix of the tokens from
// at on that is an expression, or at if there is none. It is used only when
// an error is certain.
func (p *parser) longestExpr(at int) int {
	best, far := at, p.far
	level := p.toks[at].level
	for end := at + 1; end < len(p.toks) && end < at+64; end++ {
		k := p.toks[end].kind
		p.toks[end].kind = tEOF // pretend that the text ends here
		p.i, p.t = at, &p.toks[at]
		if p.tryQuiet(func() {
			p.yieldOrStar()
			if p.i != end {
				p.fail()
			}
		}) {
			best = end
		}
		p.toks[end].kind = k
		if k == tError || k == tNewline || k == tFStringEnd && p.toks[end].level < level {
			break
		}
	}
	p.far = far
	p.i, p.t = at, &p.toks[at]
	return best
}

// conversion parses !r, !s or !a.
func (p *parser) conversion(v *FormattedValue) {
	mark := p.t
	p.next()
	if !p.is(tName) {
		if p.diag {
			if p.is(tColon) || p.is(tRbrace) {
				p.errTok(p.t, "f-string: missing conversion character")
			}
			p.errTok(p.t, "f-string: invalid conversion character")
		}
		p.fail()
	}
	name := p.t
	if name.off != mark.lim {
		p.errRange(mark.start, name.end, "f-string: conversion type must come right after the exclamanation mark")
	}
	text := p.tokText(name)
	if text != "r" && text != "s" && text != "a" {
		p.next()
		p.errTok(name, "f-string: invalid conversion character '%s': expected 's', 'r', or 'a'", text)
	}
	p.next()
	v.Conversion = int(text[0])
}

// formatSpec parses : and the format spec.
func (p *parser) formatSpec(raw bool) *JoinedStr {
	start := p.expect(tColon).start
	var parts []Expr
	for {
		switch p.t.kind {
		case tFStringMiddle:
			parts = append(parts, p.fstringText(raw))
			continue
		case tLbrace:
			parts = p.field(parts, raw)
			continue
		}
		break
	}
	if p.diag && !p.is(tRbrace) {
		p.errTok(p.t, "f-string: expecting '}', or format specs")
	}
	values, h := foldText(parts)
	return &JoinedStr{ExprBase: p.base(start, h), Values: values}
}

// withoutComments returns the text of a field between its brace and the
// cursor without the comments in it.
func (p *parser) withoutComments(open *token) string {
	i := p.i
	for i > 0 && &p.toks[i] != open {
		i--
	}
	var b strings.Builder
	for ; i < p.i; i++ {
		if i > 0 && &p.toks[i] != open {
			b.WriteString(p.text[p.toks[i].off:p.toks[i].lim])
		}
		// Between two tokens there are only blanks, line breaks and comments.
		gap := p.text[p.toks[i].lim:p.toks[i+1].off]
		for gap != "" {
			line, rest, more := strings.Cut(gap, "\n")
			if c := strings.IndexByte(line, '#'); c >= 0 {
				line = line[:c]
			}
			b.WriteString(line)
			if more {
				b.WriteByte('\n')
			}
			gap = rest
		}
	}
	return b.String()
}
